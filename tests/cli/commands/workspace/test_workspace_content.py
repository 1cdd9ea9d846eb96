"""Everything that a workspace holds, from the command line: marks, notes, tags, slices, backups, exchange."""

import csv
import json
from pathlib import Path

import pytest

from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import read_rows, write_plain


@pytest.fixture
def document(mltag, tmp_path: Path) -> Path:
    """A workspace of 72 records without predictions."""
    path = tmp_path / "table.mltag"
    mltag("import", write_plain(tmp_path / "table.csv"), path, "--no-predict")
    return path


def found(mltag, document: Path, query: str) -> list[int]:
    return [each["record"] for each in mltag.json("search", document, query, "--limit", "100")["records"]]


def test_marks_and_notes(mltag, document: Path) -> None:
    assert mltag.json("mark", document, "flag", "--record", "3", "--record", "5", "--note", "odd") == {
        "records": [3, 5],
        "mark": "flag",
        "removed": False,
    }
    assert found(mltag, document, "is:flagged") == [3, 5]
    mltag("mark", document, "flag", "--search", "note:odd", "--remove")
    assert found(mltag, document, "is:flagged") == []
    mltag("mark", document, "unsure", "--record", "1")
    mltag("mark", document, "skip", "--record", "2")
    mltag("mark", document, "off-topic", "--record", "4")
    mltag("mark", document, "on-topic", "--record", "6")
    for query, records in (("is:unsure", [1]), ("is:skipped", [2])):
        assert found(mltag, document, query) == records
    off = found(mltag, document, "is:off-topic")
    assert 4 in off
    assert len(off) > 1  # the mark has taught the filter
    assert 6 not in off
    mltag("undo", document)
    assert mltag.json("note", document, "7", "see the source")["note"] == "see the source"
    assert mltag("note", document, "7").out == "see the source\n"
    assert mltag.json("note", document, "7", "")["note"] == ""
    assert mltag.json("note", document, "--record", "7", "as an option")["note"] == "as an option"
    assert mltag.json("note", document, "--record", "7")["note"] == "as an option"
    for wrong in ([], ["0"], ["seven", "a text"], ["7", "two", "words"], ["--record", "7", "two", "words"]):
        mltag("note", document, *wrong, code=2)
    for wrong in (["--record", "99999"], ["--search", "nowhere-to-be-found"], ["--search", "is:odd"]):
        mltag("mark", document, "flag", *wrong, code=1)
    mltag("mark", document, "flag", code=2)


def test_decisions_on_several_records(mltag, document: Path, tmp_path: Path) -> None:
    assert mltag.json("decide", document, "--search", "kubernetes", "--tag", "mlops")["applied"] > 1
    records = found(mltag, document, "is:decided tag:mlops")
    first = str(records[0])
    mltag("decide", document, "--record", first, "--also", "other")
    with Workspace.open(document, "Bea", write=False) as opened:
        assert opened.decisions.additional_tags(records[0] - 1) == ("other",)
    mltag("decide", document, "--record", first, "--not-also", "other")
    mltag("decide", document, "--record", first, "--clear")
    assert found(mltag, document, "is:decided") == records[1:]
    mltag("undo", document, "--to", "0")
    assert found(mltag, document, "is:decided") == []
    given = tmp_path / "decided.csv"
    given.write_text("record,tag\n1,mlops\n99999,mlops\n", encoding="utf-8")
    mltag("decide", document, "--from", given, code=1)  # one row was left out
    mltag("decide", document, "--from", given, "--partial")
    assert found(mltag, document, "is:decided") == [1]


def test_the_tag_set_and_its_guideline(mltag, document: Path, tmp_path: Path) -> None:
    guideline = tmp_path / "tags.csv"
    guideline.write_text("tag,description,keywords\nmlops,Running models,deploy; monitor\n", encoding="utf-8")
    mltag("decide", document, "--record", "1", "--tag", "other")
    changes = ("--add", "biology", "--rename", "other=rest", "--from", guideline)
    tags = mltag.json("tags", document, *changes)
    assert [tag["name"] for tag in tags][-2:] == ["rest", "biology"]
    assert tags[1]["keywords"] == ["deploy", "monitor"]
    out = tmp_path / "out.csv"
    mltag("tags", document, "--merge", "biology=rest", "--remove", "mlops", "--out", out)
    assert [row["tag"] for row in read_rows(out)] == [
        "computer-vision",
        "natural-language-processing",
        "rest",
    ]
    assert found(mltag, document, "tag:rest is:decided") == [1]
    for wrong in (["--rename", "nothing=x"], ["--merge", "rest=nowhere"], ["--remove", "nothing"]):
        mltag("tags", document, *wrong, code=1)


def test_slices_thresholds_and_metrics(mltag, document: Path) -> None:
    slices = mltag.json("slices", document, "--add", "cloud=kubernetes", "--add", "all of two=tag:other")
    assert [each["name"] for each in slices] == ["cloud", "all of two"]
    assert slices[0]["records"] == len(found(mltag, document, "kubernetes"))
    assert [each["name"] for each in mltag.json("slices", document, "--remove", "cloud")] == ["all of two"]
    mltag("slices", document, "--remove", "cloud", code=1)
    mltag("slices", document, "--add", "bad=is:odd", code=1)
    policy = mltag.json("policy", document, "--review-below", "0.7", "--review-below", "mlops=0.9")
    assert (policy["review_below"], policy["review_below_of"]) == (0.7, {"mlops": 0.9})
    assert mltag.json("policy", document, "--review-below", "mlops=")["review_below_of"] == {}
    mltag("policy", document, "--review-below", "7", code=1)
    metrics = mltag.json("metrics", document)
    assert (metrics["random"]["all"]["rows"], metrics["certificate"]) == (0, None)
    assert {limit["confidence"] for limit in metrics["thresholds"]} == {0.7}
    assert "Unverified" in mltag("metrics", document).out


def test_decisions_and_misclassifications_are_exchanged(mltag, document: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.mltag"
    mltag("import", tmp_path / "table.csv", theirs, "--no-predict")
    mltag("tags", theirs, "--add", "biology")
    for path, record, tag in ((document, 1, "mlops"), (theirs, 1, "other"), (theirs, 2, "biology")):
        mltag("decide", path, "--record", record, "--tag", tag)
    shared = tmp_path / "theirs.jsonl"
    assert mltag.json("export-decisions", theirs, shared) == {"decisions": 2}
    plan = mltag.json("import-decisions", document, shared, "--dry-run")
    assert ([each["record"] for each in plan["conflicts"]], plan["new"], plan["changed"]) == ([1], [2], 0)
    shown = mltag("import-decisions", document, shared, "--dry-run").out
    assert f"record 1: mlops, theirs other – {plan['conflicts'][0]['text'][:30]}" in shown
    mltag("import-decisions", document, shared, code=1)  # a tag is missing
    taken = mltag.json("import-decisions", document, shared, "--conflicts", "theirs", "--add-tags")
    assert taken["changed"] == 2
    assert found(mltag, document, "tag:biology") == [2]
    mltag("mark", document, "flag", "--record", "3")
    wrong = tmp_path / "wrong.jsonl"
    assert "misclassifications" in mltag.json("export-misclassified", document, wrong)
    assert "flagged" in mltag.json("import-misclassified", theirs, wrong)


def test_the_agreement_of_a_team_is_read_from_their_files(mltag, document: Path, tmp_path: Path) -> None:
    ann, bea = tmp_path / "ann.jsonl", tmp_path / "bea.jsonl"
    for file, tags in ((ann, ("mlops", "other")), (bea, ("mlops", "mlops"))):
        for record, tag in enumerate(tags, 1):
            mltag("decide", document, "--record", record, "--tag", tag)
        mltag("export-decisions", document, file)
    for wrong in ((ann,), (ann, ann), (ann, tmp_path / "gone.jsonl"), (ann, document)):
        mltag.refused("agreement", *wrong)
    shown = mltag("agreement", ann, bea).out
    assert "2 texts decided by all, 1 of them with the same tag." in shown
    assert "known answers" not in shown
    shown = mltag("agreement", ann, bea, "--known", ann).out
    assert all(words in shown for words in ("2 of 2", "1 of 2", "mlops 100%"))
    found = mltag.json("agreement", ann, bea)
    assert [(each["one"], each["other"], each["agreed"]) for each in found["pairs"]] == [("ann", "bea", 1)]


def test_conflicts_are_decided_one_by_one(mltag, document: Path, tmp_path: Path) -> None:
    theirs, shared, table = (tmp_path / name for name in ("theirs.mltag", "theirs.jsonl", "conflicts.csv"))
    mltag("import", tmp_path / "table.csv", theirs, "--no-predict")
    for path, tag in ((document, "mlops"), (theirs, "other")):
        for record in (1, 2, 3, 4):
            mltag("decide", path, "--record", record, "--tag", tag)
    mltag("export-decisions", theirs, shared)
    mltag("import-decisions", document, shared, "--dry-run", "--out", table)
    rows = read_rows(table)
    assert [row["record"] for row in rows] == ["1", "2", "3", "4"]
    assert (rows[0]["ours"], rows[0]["theirs"], rows[0]["tag"]) == ("mlops", "other", "")
    assert rows[0]["text"]
    for row, choice in zip(rows, ("theirs", "computer-vision", "", ""), strict=True):
        row["tag"] = choice
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    for wrong in ("9=ours", "2=nothing", "x=ours", "2"):
        mltag("import-decisions", document, shared, "--choose", wrong, code=1)
    choices = ("--from", table, "--choose", "3=ours", "--conflicts", "theirs")
    assert mltag.json("import-decisions", document, shared, *choices)["chosen"] == 3
    with Workspace.open(document, "Bea", write=False) as opened:
        decided = opened.table.records([0, 1, 2, 3])
    assert [each.decided for each in decided] == ["other", "computer-vision", "mlops", "other"]


def test_saved_filters(mltag, document: Path, tmp_path: Path) -> None:
    line, other = "kubernetes is:undecided", "is:flagged"
    kept = mltag.json("filters", document, "--add", line, "--add", other)
    assert [each["filter"] for each in kept] == [line, other]
    assert kept[0]["records"] == len(found(mltag, document, line)) > 1
    assert found(mltag, document, "saved:1") == found(mltag, document, line)
    mltag("decide", document, "--search", "saved:1", "--tag", "mlops")
    assert found(mltag, document, "saved:1") == []
    out = tmp_path / "out.csv"
    mltag("export", document, out, "--search", "saved:2")
    mltag("search", document, "saved:3", code=1)
    mltag("filters", document, "--add", "is:odd", code=1)
    mltag("filters", document, "--remove", "not saved", code=1)
    assert [each["filter"] for each in mltag.json("filters", document, "--remove", line)] == [other]


def test_unreadable_rows_are_listed_and_fixed(mltag, tmp_path: Path) -> None:
    table, path, listed = (tmp_path / name for name in ("a.csv", "a.mltag", "rows.json"))
    rows = ["detecting cars in images", "too,many,cells", "deploying models", "one,more,row"]
    table.write_text("id,text\n" + "".join(f"{n},{row}\n" for n, row in enumerate(rows)), encoding="utf-8")
    mltag("import", table, path)
    mltag("unreadable", path, "--json", listed)
    kept = json.loads(listed.read_text(encoding="utf-8"))
    assert [each["line"] for each in kept["unreadable"]] == [3, 5]
    assert kept["unreadable"][0]["text"] == "1,too,many,cells"
    assert "4 cells" in kept["unreadable"][0]["reason"]
    kept["unreadable"][0]["text"] = '1,"ships, from orbit"'
    kept["unreadable"][1]["text"] = "3,still,wrong"
    listed.write_text(json.dumps(kept), encoding="utf-8")
    done = mltag("unreadable", path, "--from", listed, code=None)
    assert (done.code, "Line 5" in done.out) == (1, True)
    assert len(found(mltag, path, "conf>0")) == 3  # the fixed line is predicted
    kept["unreadable"][1]["text"] = "3,right"
    listed.write_text(json.dumps(kept), encoding="utf-8")
    fixed = mltag.json("unreadable", path, "--from", listed)  # line 3 is fixed already
    assert (fixed["fixed"], fixed["unreadable"]) == (1, [])
    mltag("undo", path)
    assert [each["line"] for each in mltag.json("unreadable", path)["unreadable"]] == [5]
    mltag("unreadable", path, "--fix", "5=3,right")
    mltag("unreadable", path, "--fix", "5=3,right", code=1)
    assert (mltag("undo", path, code=None).code, mltag("undo", path, code=None).code) == (0, 0)
    both = ("--fix", "5=3,right", "--fix", "3=1,left")
    assert mltag.json("unreadable", path, *both)["fixed"] == 2
    mltag("undo", path)  # both
    assert [each["line"] for each in mltag.json("unreadable", path)["unreadable"]] == [3, 5]
    mltag("unreadable", path, "--fix", "no line", code=2)


def test_the_decisions_of_each_day(mltag, document: Path) -> None:
    assert mltag.json("session", document) == {"days": [], "gain": None}
    mltag("decide", document, "--record", "1", "--record", "2", "--tag", "mlops")
    [day] = mltag.json("session", document)["days"]
    assert (day["decided"], day["accepted"], day["corrected"]) == (2, 0, 0), (
        "without predictions none was corrected"
    )
    assert "At least 60" in mltag.refused("session", document, "--gain").err


def test_backups_are_made_listed_and_restored(mltag, document: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    assert mltag.json("backups", document, "--folder", folder) == []
    [made] = mltag.json("backups", document, "--folder", folder, "--take")
    assert (made["reason"], Path(made["path"]).parent) == ("asked", folder)
    mltag("decide", document, "--record", "1", "--tag", "mlops")
    mltag("backups", document, "--folder", folder, "--restore", "2", code=1)
    mltag("backups", document, "--folder", folder, "--restore", "1")
    assert found(mltag, document, "is:decided") == []
    [kept] = tmp_path.glob("table before *.mltag")
    assert found(mltag, kept, "is:decided") == [1]
    with Workspace.open(document, "Bea"):
        mltag("backups", document, "--folder", folder, "--restore", "1", code=1)
    Path(made["path"]).write_bytes(Path(made["path"]).read_bytes()[:9_000])
    mltag("backups", document, "--folder", folder, "--restore", "1", code=1)
    document.unlink()
    assert len(mltag.json("backups", document, "--folder", folder)) == 1


def test_backups_of_a_file_that_is_no_workspace_are_an_error(mltag, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("text\nplain\n", encoding="utf-8")
    for path in (table, tmp_path / "gone.mltag", tmp_path):
        result = mltag("backups", path, "--folder", tmp_path / "backups", code=1)
        assert str(path) in result.err.replace("\n", "")


def test_drift_can_fail_a_script(mltag, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    texts = [f"My card number {number} was charged twice for a pizza in Rome" for number in range(80)]
    path.write_text("text\n" + "\n".join(texts) + "\n", encoding="utf-8")
    mltag("drift", path)
    mltag("drift", path, "--fail-on-alarm", code=3)


def test_files_that_cannot_be_opened_are_errors(mltag, document: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.mltag"
    loop.symlink_to(loop)
    mltag("backups", loop, code=1)
    missing = mltag("import-misclassified", document, tmp_path / "nothing.jsonl", code=1)
    assert "could not be read: No such file" in missing.err
    nowhere = mltag("import", tmp_path / "table.csv", tmp_path / "nowhere" / "new.mltag", code=1)
    assert "nowhere does not exist." in nowhere.err
