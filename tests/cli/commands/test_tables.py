"""`mltag check`, `import` and `export` with tables of every format."""

import json
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.cli.helpers import TAGS, read_rows, write_labelled

HEADER = ("id", "title", "tag")


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Talks"
    for row in (HEADER, (1, "=SUM(A1)", "mlops"), (2, "words and sentences", None)):
        book.active.append(row)
    book.active["B2"].data_type = "s"
    other = book.create_sheet("Other")
    other.append(("text",))
    other.append(("hello there",))
    book.save(path)
    return path


def test_check_lists_uncertain_guesses(mltag, tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx")
    found = mltag.json("check", path)
    assert (found["form"], found["sheet"], found["sure"]) == ("xlsx", "Talks", False)
    assert [way["sheet"] for way in found["alternatives"]] == ["Talks", "Other"]
    other = mltag.json("check", path, "--sheet", "Other", "--rows")
    assert (other["columns"], other["rows"]) == (["text"], [["hello there"]])
    table = tmp_path / "in.csv"
    table.write_bytes("id;title\n1;čtyři koně\n2;dva, tři\n".encode("iso8859-2"))
    found = mltag.json("check", table, "--encoding", "latin2", "--delimiter", ";", "--rows")
    assert (found["encoding"], found["sure"]) == ("iso8859-2", True)
    assert found["rows"][0] == ["1", "čtyři koně"]
    mltag("check", table, "--encoding", "utf-9", code=1)
    mltag("check", path, "--sheet", "Third", code=1)


def test_a_workbook_is_imported_and_exported(mltag, tmp_path: Path) -> None:
    path, document = workbook(tmp_path / "in.xlsx"), tmp_path / "w.mltag"
    for added in (2, 0):
        assert mltag.json("import", path, document, "--no-predict")["added"] == added
    mltag("decide", document, "--record", "2", "--tag", "mlops")
    out, same, text = tmp_path / "out.xlsx", tmp_path / "same.xlsx", tmp_path / "out.csv"
    mltag("export", document, out)
    sheet = openpyxl.load_workbook(out)["Talks"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["id", "title", "tag"],
        [1, "=SUM(A1)", "mlops"],
        [2, "words and sentences", "mlops"],
    ]
    mltag("export", document, same, "--what", "original")
    assert same.read_bytes() == path.read_bytes()
    found = mltag.json("export", document, text, "--guard", "--column", "tag", "--column", "title")
    assert (found["rows"], found["changed"], found["guarded"]) == (2, 1, 1)
    assert text.read_text() == "title,tag\n'=SUM(A1),mlops\nwords and sentences,mlops\n"
    mltag("export", document, text, "--rows", "reviewed", "--force")
    assert text.read_text() == "id,title,tag\n2,words and sentences,mlops\n"
    mltag("export", document, text, "--column", "nowhere", "--force", code=1)


def test_unreviewed_records_are_counted(mltag, tmp_path: Path) -> None:
    table, document = tmp_path / "in.jsonl", tmp_path / "w.mltag"
    table.write_bytes(b'{"title": "zzz qqq", "n": 1.0}\n{"title": "xxx yyy"}\n')
    mltag("import", table, document)
    out = tmp_path / "out.jsonl"
    found = mltag.json("export", document, out)
    low = [each for each in map(json.loads, out.read_text().splitlines()) if each["confidence"] < 0.8]
    assert found["unreviewed"] == len(low)
    assert out.read_bytes().startswith(b'{"title": "zzz qqq", "n": 1.0, "tag": ')


def test_an_export_counts_changed_tags_where_the_table_has_some(mltag, tmp_path: Path) -> None:
    document = tmp_path / "t.mltag"
    mltag("import", write_labelled(tmp_path / "t.csv"), document, "--known-tags")
    assert "72 records written to " in (said := mltag("export", document, tmp_path / "same.csv").out)
    assert said.rstrip().endswith(", 0 tags changed")
    assert (tmp_path / "same.csv").read_bytes() == (tmp_path / "t.csv").read_bytes()
    tag = next(name for name in TAGS if name != TAGS[0])
    mltag("decide", document, "--record", 1, "--tag", TAGS[0])
    mltag("decide", document, "--record", 2, "--tag", tag)
    said = mltag("export", document, tmp_path / "other.csv").out
    assert said.rstrip().endswith((", 1 tag changed", ", 2 tags changed"))


def test_a_changed_table_is_merged_and_decisions_are_kept(mltag, tmp_path: Path) -> None:
    source, workspace, said = tmp_path / "t.csv", tmp_path / "w.mltag", tmp_path / "said.json"
    rows = {1: "a bird that sings", 2: "a fish that swims", 3: "a mole that digs"}

    def write() -> None:
        lines = [f"{number},{title}" for number, title in rows.items()]
        source.write_text("id,title\n" + "\n".join(lines) + "\n", encoding="utf-8")

    write()
    mltag("import", source, workspace, "--id", "id", "--no-predict")
    mltag("decide", workspace, "--record", "1", "--tag", "other")
    rows[2], rows[4] = "a fish that sleeps", "a hare that runs"
    del rows[3]
    write()
    mltag("import", source, workspace, "--id", "id", "--no-predict", "--json", said)
    found = json.loads(said.read_text(encoding="utf-8"))
    assert (found["added"], found["changed"], found["gone"]) == (1, 1, 1)
    assert [entry["tag"] for entry in mltag.json("journal", workspace) if entry["record"] == 1] == ["other"]


def test_an_opendocument_spreadsheet_is_written_for_real(mltag, tmp_path: Path) -> None:
    mltag("import", write_labelled(tmp_path / "t.csv"), tmp_path / "t.mltag")
    out = tmp_path / "out.ods"
    mltag("export", tmp_path / "t.mltag", out, "--add", "confidence")
    book = CalamineWorkbook.from_path(out)
    [header, first, *rest] = book.get_sheet_by_name("Records").to_python()
    assert header == ["id", "title", "description", "tag", "origin", "confidence"]
    assert (first[0], type(first[5]), len(rest)) == ("1", float, 71)
    mltag("check", out)
    predicted = tmp_path / "predicted.ods"
    mltag("predict", tmp_path / "t.csv", "-o", predicted)
    assert len(CalamineWorkbook.from_path(predicted).get_sheet_by_index(0).to_python()) == 73


@pytest.mark.parametrize("suffix", [".xlsb", ".xls"])
def test_no_text_is_written_under_the_name_of_a_workbook(mltag, tmp_path: Path, suffix: str) -> None:
    mltag("import", write_labelled(tmp_path / "t.csv"), tmp_path / "t.mltag")
    out = tmp_path / f"out{suffix}"
    done = mltag("export", tmp_path / "t.mltag", out, code=None)
    assert (done.code, out.exists()) == (1, False)
    assert ".xlsx" in done.err


def test_an_unknown_column_is_named_with_a_short_list_of_the_others(mltag, tmp_path: Path) -> None:
    table = tmp_path / "wide.csv"
    table.write_text(",".join(f"col{n}" for n in range(3_000)) + "\n" + ",".join(["word"] * 3_000) + "\n")
    done = mltag("import", table, tmp_path / "t.mltag", "--text", "nope", code=1)
    assert "col0, col1" in done.err
    assert len(done.err) < 1_000
    document = tmp_path / "w.mltag"
    mltag("import", write_labelled(tmp_path / "t.csv"), document, "--no-predict")
    done = mltag("decide", document, "--from", table, code=1)
    assert "col1, col2" in done.err
    assert len(done.err) < 1_000
    assert "more." in done.err


def test_an_import_counts_problems_in_the_named_columns(mltag, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [
        f"{n},words of text {n},{('billing', 'travel')[n % 2]},{('low', 'high')[n % 2]},7" for n in range(8)
    ]
    table.write_text("\n".join(["id,text,topic,tag,customer", *rows, ""]), encoding="utf-8")
    done = mltag("import", table, tmp_path / "a.mltag", "--no-predict", "--label", "topic")
    assert "does not know these tags of the table: billing, travel." in " ".join(done.out.split())
    assert "import it with --known-tags" in done.err
    done = mltag("import", table, tmp_path / "b.mltag", "--no-predict", "--label", "topic", "--known-tags")
    assert "does not know" not in done.out
    assert "--known-tags" not in done.err
    done = mltag("publish", tmp_path / "b.mltag", tmp_path / "bundle")
    assert "The model never predicts billing, travel." in done.err
    for command in ("export", "export-decisions", "export-misclassified"):
        mltag(command, tmp_path / "b.mltag", "-", code=1)
    assert not Path("-").exists()
    done = mltag("import", table, tmp_path / "c.mltag", "--no-predict", "--id", "customer")
    assert "7 records repeat the ID" in done.out
    done = mltag("import", table, tmp_path / "c.mltag", "--no-predict", "--label", "topic", code=None)
    assert (done.code, done.out) == (1, "")
    assert "come from “tag”, not from “topic”" in done.err


def test_a_workbook_and_json_lines_have_no_delimiter(mltag, tmp_path: Path) -> None:
    lines = tmp_path / "t.jsonl"
    lines.write_text('{"text": "some words here"}\n' * 2, encoding="utf-8")
    assert "JSON lines\n" in mltag("check", lines).out
    found = mltag("check", workbook(tmp_path / "in.xlsx")).out
    assert "sheet Talks" in found
    assert "delimiter" not in found


def test_an_export_has_tags_estimated_from_their_names(mltag, tmp_path: Path) -> None:
    source, document, out = tmp_path / "in.csv", tmp_path / "w.mltag", tmp_path / "out.csv"
    texts = ["translate a sentence", "segment an image", "words of a text", "a photo of a street"] * 5
    source.write_text("title\n" + "\n".join(texts) + "\n", encoding="utf-8")
    mltag("import", source, document, "--no-predict")
    removed = [word for tag in TAGS for word in ("--remove", tag)]
    mltag("tags", document, "--add", "language", "--add", "pictures", *removed)
    done = mltag("export", document, out, "--add", "tag", "--add", "confidence", "--add", "model_version")
    assert "estimated from tag names" in done.err + done.out
    rows = read_rows(out)
    assert [row["tag"] for row in rows[:4]] == ["language", "pictures", "language", "pictures"]
    assert all(row["model_version"].startswith("names-") and row["confidence"] for row in rows)
    decided = tmp_path / "decided.csv"
    lines = [f"{number},{row['tag']}" for number, row in enumerate(rows[:18], 1)]
    decided.write_text("\n".join(["record,tag", *lines, "19,pictures"]) + "\n", encoding="utf-8")
    mltag("decide", document, "--from", decided)
    made = mltag.json("session", document)["days"]
    assert [(day["decided"], day["accepted"], day["corrected"]) for day in made] == [(19, 18, 1)]
    assert "Other decisions (not drawn at random)" in mltag("metrics", document).out
    mltag("undo", document)
    mltag("export", document, out, "--no-fill", "--force", "--add", "tag")
    assert {row["tag"] for row in read_rows(out)} == {""}


def test_a_new_workspace_has_the_suffix_of_workspaces(mltag, tmp_path: Path) -> None:
    done = mltag("import", write_labelled(tmp_path / "table.csv", 1), tmp_path / "out.csv", code=None)
    assert (done.code, "does not end in .mltag" in done.err) == (1, True)
    assert not (tmp_path / "out.csv").exists()
