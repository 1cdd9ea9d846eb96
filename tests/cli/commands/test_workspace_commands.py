"""Workspaces from the command line: import, decide, undo, export, retrain, promote, roll back."""

import contextlib
import json
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.cli.command_inputs import active_model
from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.settings import user_name
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.storage.side_files import log_path
from mltag_desktop.core.workspace.workspace import Workspace
from tests.cli.helpers import read_rows, rows, write_labelled, write_plain
from tests.progress import CancelAbove


@pytest.fixture
def document(mltag, tmp_path: Path) -> Path:
    path = tmp_path / "table.mltag"
    mltag("import", write_plain(tmp_path / "table.csv"), path)
    return path


def journal(mltag, document: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = mltag.json("journal", document)
    return found


def retrained(mltag, document: Path, tags: Sequence[str] = ()) -> str:
    """Decide the first records, by default on their true tags, and train; return the candidate's version."""
    decided = document.with_suffix(".decided.csv")
    lines = [f"{record},{tag}" for record, tag in enumerate(tags or [tag for _, _, tag in rows()[:24]], 1)]
    decided.write_text("\n".join(["record,tag", *lines, ""]), encoding="utf-8")
    mltag("decide", document, "--from", decided)
    version: str = mltag.json("retrain", document)["version"]
    return version


def test_check_writes_its_json_and_stores_nothing(mltag, tmp_path: Path) -> None:
    table = tmp_path / "in.csv"
    good = 'plain;other\r\n"one; two";mlops\r\n"quoted";mlops\r\n'
    table.write_bytes(f"\ufefftitle;tag\r\n{good}three;four;five\r\n".encode())
    found = mltag.json("check", table, "--rows")
    expected = {
        "rows",
        "encoding",
        "bom",
        "delimiter",
        "newline",
        "header",
        "records",
        "quarantined",
        "mapping",
        "problems",
    }
    assert expected <= found.keys()
    assert found["rows"] == [["plain", "other"], ["one; two", "mlops"], ["quoted", "mlops"]]
    assert (found["encoding"], found["bom"], found["delimiter"], found["newline"]) == (
        "utf-8",
        True,
        ";",
        "\r\n",
    )
    assert [item["line"] for item in found["quarantined"]] == [5]
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]
    assert "rows" not in mltag.json("check", table)
    assert "line" in mltag("check", table).out


def test_check_of_an_unreadable_table_returns_one(mltag, tmp_path: Path) -> None:
    for name, content in (("empty.csv", b""), ("binary.csv", bytes(range(256)) * 9)):
        (tmp_path / name).write_bytes(content)
        mltag.refused("check", tmp_path / name)


def test_import_reports_the_records_and_predicts(mltag, tmp_path: Path) -> None:
    table, path = write_plain(tmp_path / "t.csv"), tmp_path / "t.mltag"
    found = mltag.json("import", table, path)
    assert (found["added"], found["changed"], found["gone"], found["records"]) == (72, 0, 0, 72)
    with Workspace.open(path, "test") as workspace:
        assert workspace.table.count == 72
        assert (workspace.states().predicted >= 0).all()
    again = mltag.json("import", table, path)
    assert again["added"] == 0


def test_import_uses_the_named_columns_and_tags(mltag, tmp_path: Path) -> None:
    table, path = tmp_path / "t.csv", tmp_path / "t.mltag"
    table.write_text("key,a,b,kind\n1,some words,other words,x\n2,more words,few words,y\n")
    arguments = ("--text", "b", "--id", "key", "--label", "kind", "--tag", "x", "--tag", "y", "--no-predict")
    mltag("import", table, path, *arguments)
    with Workspace.open(path, "test") as workspace:
        assert (workspace.table.mapping.text, workspace.table.mapping.id, workspace.table.mapping.tag) == (
            (2,),
            0,
            3,
        )
        assert [tag.name for tag in workspace.tag_set.tags] == ["x", "y"]
        assert (workspace.states().predicted < 0).all()


def test_import_names_the_text_column_of_a_wide_table(mltag, tmp_path: Path) -> None:
    table, path = tmp_path / "t.csv", tmp_path / "t.mltag"
    lines = (",".join(f"{cell}{number}" for number in range(10_001)) for cell in ("c", "v"))
    table.write_text("\n".join(lines) + "\n")
    done = mltag("import", table, path, "--text", "c7", "--no-predict")
    assert "text: c7" in done.out.splitlines()
    with Workspace.open(path, "test") as workspace:
        assert workspace.table.mapping.text == (7,)


def test_import_errors_create_no_workspace(mltag, tmp_path: Path) -> None:
    table, path = tmp_path / "t.csv", tmp_path / "t.mltag"
    table.write_text("a,b\n1,2\n3,4\n")
    for arguments in ((table,), (table, "--text", "nope"), (tmp_path / "gone.csv",)):
        file, *rest = arguments
        mltag.refused("import", file, path, *rest)
        assert not path.exists()


def test_the_original_is_exported_byte_for_byte(mltag, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes('\ufefftitle;text\r\n"a ""b""";c\r\nd;e\nbroken;x;y\r\n f ;"g\r\nh"'.encode("utf-16"))
    mltag("import", table, tmp_path / "t.mltag")
    mltag("export", tmp_path / "t.mltag", tmp_path / "o.csv", "--what", "original")
    assert (tmp_path / "o.csv").read_bytes() == table.read_bytes()


def test_decide_one_and_export(mltag, document: Path, tmp_path: Path) -> None:
    found = mltag.json("decide", document, "--record", 2, "--tag", "mlops", "--note", "sure")
    assert found == {"applied": 1, "conflicts": []}
    (entry,) = journal(mltag, document)
    keys = {
        "step",
        "record",
        "kind",
        "tag",
        "curator",
        "time",
        "model_version",
        "predicted_tag",
        "confidence",
        "note",
    }
    assert keys <= entry.keys()
    assert (entry["record"], entry["kind"], entry["tag"], entry["note"]) == (2, "correct", "mlops", "sure")
    assert entry["model_version"] == bundled().version
    mltag("export", document, tmp_path / "out.csv")
    exported = read_rows(tmp_path / "out.csv")
    assert exported[1]["tag"] == "mlops"
    assert [row["title"] for row in exported] == [title for title, _, _ in rows()]
    mltag("export", document, tmp_path / "c.csv", "--what", "corrections")
    (correction,) = read_rows(tmp_path / "c.csv")
    assert {
        "id",
        "title",
        "description",
        "tag",
        "predicted_tag",
        "confidence",
        "curator",
        "time",
        "model_version",
        "note",
    } <= correction.keys()


def test_an_export_with_no_fill_has_decisions_only(mltag, document: Path, tmp_path: Path) -> None:
    mltag("decide", document, "--record", 2, "--tag", "mlops")
    mltag("export", document, tmp_path / "out.csv", "--no-fill")
    assert [row["tag"] for row in read_rows(tmp_path / "out.csv") if row["tag"]] == ["mlops"]


def test_corrections_can_be_applied_to_another_copy(mltag, document: Path, tmp_path: Path) -> None:
    """Corrections exported by one curator are imported by another, matched by id."""
    mltag("decide", document, "--record", 7, "--tag", "other")
    mltag("export", document, tmp_path / "c.csv", "--what", "corrections")
    second = tmp_path / "second.mltag"
    mltag("import", tmp_path / "table.csv", second)
    assert mltag.json("decide", second, "--from", tmp_path / "c.csv")["applied"] == 1
    assert [(entry["record"], entry["tag"]) for entry in journal(mltag, second)] == [(7, "other")]


def test_rows_that_cannot_be_applied_are_conflicts(mltag, document: Path, tmp_path: Path) -> None:
    wishes = tmp_path / "w.csv"
    wishes.write_text("record,tag\n1,mlops\n1,other\n2,nope\n99,mlops\nx,mlops\n3,\n4,mlops\n")
    found = mltag.json("decide", document, "--from", wishes, code=1)
    assert found["applied"] == 2
    assert [item["line"] for item in found["conflicts"]] == [3, 4, 5, 6, 7]
    assert all(item["reason"] for item in found["conflicts"])
    assert len({entry["step"] for entry in journal(mltag, document)}) == 1, "one undo step for the file"
    assert "5 not applied" in mltag("decide", document, "--from", wishes, code=1).out


def test_decide_user_errors(mltag, document: Path, tmp_path: Path) -> None:
    table = tmp_path / "w.csv"
    for content in ("a,b\n1,2\n", "tag,b\nmlops,2\n"):
        table.write_text(content)
        mltag("decide", document, "--from", table, code=1)
    mltag("decide", document, "--record", 99, "--tag", "mlops", code=1)
    mltag("decide", document, "--record", 1, "--tag", "nope", code=1)
    for option in ("--tag", "--also", "--not-also"):
        empty = mltag("decide", document, "--record", 1, option, "", code=1)
        assert "The tag is empty." in empty.err
    mltag("decide", tmp_path / "gone.mltag", "--record", 1, "--tag", "mlops", code=1)
    for arguments in (
        (),
        ("--record", 1),
        ("--tag", "mlops"),
        ("--from", table, "--record", 1),
        ("--record", 0, "--tag", "x"),
    ):
        mltag("decide", document, *arguments, code=2)
    assert journal(mltag, document) == []


def test_undo_and_redo_are_steps(mltag, document: Path) -> None:
    mltag("decide", document, "--record", 1, "--tag", "mlops")
    assert "Undo" in mltag("undo", document).out
    assert "Redo" in mltag("redo", document).out
    assert [entry["kind"] for entry in journal(mltag, document)][-2:] == ["undo", "redo"]
    assert not any(line.endswith("undone") for line in mltag("journal", document).out.splitlines())
    mltag("undo", document, "--curator", "ann")
    assert any(line.endswith("undone") for line in mltag("journal", document).out.splitlines())
    mltag("redo", document)
    assert "nothing to redo" in mltag("redo", document).out


def test_retrain_list_promote_and_roll_back(mltag, document: Path) -> None:
    mltag("retrain", document, code=1)  # no decisions yet
    assert mltag.refused("report", document).error_lines[1] == f"Train one: mltag retrain {document}"
    assert "Name one of" in mltag.refused("report", document, "nope").err
    for record, (_, _, tag) in enumerate(rows()[:24], 1):
        mltag("decide", document, "--record", record, "--tag", tag)
    target = document.with_suffix(".json")
    said = mltag("retrain", document, "--json", target).out
    assert said.index("Tagged records, ") < said.index("Holdout, "), "the rows of the table come first"
    assert "Tagged records are not a random sample" in said.split("Holdout, ")[0]
    made = json.loads(target.read_text("utf-8"))
    assert {"version", "promoted", "trained_on", "report"} <= made.keys()
    assert made["promoted"] is False
    assert made["report"]["headline"]
    shown = mltag("report", document, made["version"]).out
    assert mltag("report", document).out == shown, "the newest model is the default"
    assert shown.index("tagged records, ") < shown.index("holdout, "), "the rows of the table come first"
    assert "candidate" in mltag("models", document).out
    listed = mltag.json("models", document)
    report, rows_of_table = made["report"], listed[0]["f1_on_table"]["rows"]
    of_table = next(each for each in report["others"] if each["rows"] == rows_of_table)
    for name, each in (("f1_on_holdout", report), ("f1_on_table", of_table)):
        measured = {model["version"]: model["f1"] for model in each["models"]}
        assert [model[name]["f1"] for model in listed] == [measured[model["version"]] for model in listed]
        assert {model[name]["rows"] for model in listed} == {each["rows"]}
    assert f"{listed[1]['f1_on_holdout']['f1']:.3f} (191 holdout)" in mltag("models", document).out
    promoted = mltag.json("promote", document, made["version"][:6], "--anyway")
    assert promoted["promoted"] is True
    versions = mltag.json("models", document)
    assert [(model["version"], model["promoted"]) for model in versions] == [
        (bundled().version, False),
        (made["version"], True),
    ]
    back = mltag.json("rollback", document)
    assert back["version"] == bundled().version
    mltag("rollback", document, code=1)
    mltag("promote", document, "nope", code=1)
    assert made["version"] in mltag("models", document).out


def test_a_rollback_names_what_predicts_then(mltag, document: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        save_bundle(tmp_path / name, bundled())
        manifest = json.loads((tmp_path / name / "manifest.json").read_text())
        manifest["version"] = name
        (tmp_path / name / "manifest.json").write_text(json.dumps(manifest))
        with Workspace.open(document, "test") as opened:
            opened.models.add(tmp_path / name, None, "test")
            opened.models.promote(name)
    with Workspace.open(document, "test") as opened:
        opened.tag_set.set(("poems", "novels"))
    assert "Model first is active again. It has other tags, so yours are" in mltag("rollback", document).out
    assert "No model is active now; tags are estimated" in mltag("rollback", document).out


def test_a_workspace_that_is_open_elsewhere_is_not_written(mltag, mltag_process, document: Path) -> None:
    with Workspace.open(document, "someone"):
        mltag_process.refused("decide", document, "--record", 1, "--tag", "mlops")
        mltag_process("journal", document)


def test_a_file_that_is_not_a_workspace(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "t.csv")
    for word in ("journal", "undo", "models"):
        mltag.refused(word, table)


def test_import_finds_the_column_of_known_tags(mltag, tmp_path: Path) -> None:
    table = write_labelled(tmp_path / "t.csv")
    found = mltag.json("import", table, tmp_path / "t.mltag")
    assert found["mapping"]["tag"] == "tag"
    mltag("decide", tmp_path / "t.mltag", "--record", 1, "--tag", "mlops")
    mltag("export", tmp_path / "t.mltag", tmp_path / "out.csv")
    before, after = table.read_bytes().splitlines(), (tmp_path / "out.csv").read_bytes().splitlines()
    assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [1]


def test_a_huge_number_is_not_a_record(mltag, document: Path, tmp_path: Path) -> None:
    wishes = tmp_path / "wishes.csv"
    wishes.write_text(f"record,tag\n{'9' * 5000},other\n1,other\n")
    done = mltag("decide", document, "--from", wishes, "--json", "-", code=None)
    found = json.loads(done.out)
    assert (done.code, found["applied"], len(found["conflicts"])) == (1, 1, 1)


def test_new_records_are_predicted_by_the_active_model(mltag, document: Path, tmp_path: Path) -> None:
    version = retrained(mltag, document)
    mltag("promote", document, version, "--anyway")
    table = tmp_path / "table.csv"
    table.write_text(table.read_text() + "999,One more,A record about drift in production\n")
    mltag("import", table, document)
    with Workspace.open(document, "test") as opened:
        assert opened.predictions.versions(np.array([opened.table.count - 1]))[0] == version
        assert not opened.states().stale.any()


def test_promote_rollback_and_undo_predict_with_the_active_model(
    mltag, document: Path, tmp_path: Path
) -> None:
    version = retrained(mltag, document)
    mltag("promote", document, version, "--anyway")
    exported = tmp_path / "out.csv"
    for command, active in (("", version), ("rollback", ""), ("undo", version)):
        if command:
            mltag(command, document)
        with Workspace.open(document, "test") as opened:
            assert not opened.states().stale.any()
            assert not active or opened.models.active == active
        mltag("export", document, exported, "--add", "model_version", "--force")
        assert active in exported.read_text(encoding="utf-8")


def test_the_first_model_for_tags_of_ones_own_predicts_the_table(mltag, tmp_path: Path) -> None:
    document, exported = tmp_path / "own.mltag", tmp_path / "out.csv"
    tags = [word for tag in ("talk", "sight", "work") for word in ("--tag", tag)]
    mltag("import", write_plain(tmp_path / "table.csv"), document, *tags)
    own = {"natural-language-processing": "talk", "computer-vision": "sight"}
    version = retrained(mltag, document, [own.get(tag, "work") for _, _, tag in rows()[:48]])
    mltag("promote", document, version, "--anyway")
    with Workspace.open(document, "test") as opened:
        assert not opened.states().stale.any()
    mltag("export", document, exported)


def test_an_export_writes_predictions_of_an_earlier_model_only_on_request(
    mltag, document: Path, tmp_path: Path
) -> None:
    version = retrained(mltag, document)
    with Workspace.open(document, "test") as opened:
        opened.models.promote(version)  # as if the command was ended before it predicted
    exported = tmp_path / "out.csv"
    refused = mltag("export", document, exported, code=None)
    assert (refused.code, exported.exists()) == (1, False)
    assert f"mltag promote {document} {version}" in refused.err
    for option in ("--stale", "--no-fill"):
        mltag("export", document, exported, option, "--force")
    mltag("promote", document, version)
    mltag("export", document, exported, "--force")


def test_the_base_of_an_earlier_release_is_replaced_by_the_bundled_model(document: Path) -> None:
    with Workspace.open(document, "test") as opened:
        opened.models.set_base("0ldv3rs10n")
        assert active_model(opened) is bundled()


def test_the_user_name_without_a_user_database(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)  # as on Windows
    assert user_name() == "curator"


def test_a_damaged_workspace_is_reported_and_salvaged(mltag, document: Path, tmp_path: Path) -> None:
    mltag("decide", document, "--record", "1", "--tag", "mlops")
    assert "1 step in the journal; intact" in mltag("check", document).out
    with contextlib.closing(sqlite3.connect(document)) as connection, connection:
        connection.execute("UPDATE decisions SET tag = 'mlopz'")
    saved = tmp_path / "saved.mltag"
    for command in (["check", document], ["journal", document]):
        told = mltag(*command, code=1)
        assert "decision on record 1 in step 1" in told.err
        assert "mltag salvage" in told.err
    found = mltag.json("salvage", document, saved)
    assert (found["damaged"], found["rows"]["decisions"], found["from_log"], found["lost"]) == ([], 1, 1, 0)
    mltag("check", saved)
    refused = mltag.refused("salvage", document, saved).err
    assert "already exists" in refused
    assert "--force" not in refused, "salvage has no such option"


def test_reading_writes_nothing_and_reports_moved_logs(mltag, document: Path) -> None:
    copy = document.read_bytes()
    with Workspace.open(document, "Kim") as workspace:
        workspace.decisions.decide([0], workspace.tag_set.tags[0].name, "unsaved")
        log = log_path(document).read_bytes()
    document.write_bytes(copy)
    log_path(document).write_bytes(log)
    before = {each.name: each.read_bytes() for each in document.parent.iterdir()}
    for command in ("check", "journal", "models"):
        done = mltag(command, document)
        assert "another file of that name" in done.err
    assert {each.name: each.read_bytes() for each in document.parent.iterdir()} == before
    assert not journal(mltag, document)
    done = mltag("undo", document)
    [kept] = document.parent.glob("*-unsaved-*.decisions")
    assert f"mltag journal {kept}" in done.err
    assert "holds changes to another file of that name" in done.err
    assert [(entry["record"], entry["note"]) for entry in journal(mltag, kept)] == [(1, "unsaved")]


def test_a_damaged_log_is_reported_until_its_decisions_are_back(mltag, document: Path) -> None:
    killed = document.with_name("killed.mltag")
    with Workspace.open(document, "Kim") as workspace:
        for row in range(40):
            workspace.decisions.decide([row], workspace.tag_set.tags[0].name)
        for ending in ("", "-wal", "-decisions"):
            shutil.copy(f"{document}{ending}", f"{killed}{ending}")
    log = bytearray(log_path(killed).read_bytes())
    log[len(log) // 2] ^= 1
    log_path(killed).write_bytes(log)
    told = mltag("check", killed, code=1)
    assert "intact" not in told.out
    assert "is not complete" in told.err
    done = mltag("journal", killed, "--json", "-")
    assert "The log of the last changes of killed.mltag is damaged." in done.err
    assert len(json.loads(done.out)) == 40
    assert "came back from killed.mltag-decisions" in mltag("undo", killed).err
    mltag("check", killed)
    assert len(journal(mltag, killed)) == 41


def test_a_damaged_model_is_reported_and_the_table_still_exported(
    mltag, document: Path, tmp_path: Path
) -> None:
    save_bundle(tmp_path / "model", bundled())
    manifest = json.loads((tmp_path / "model" / "manifest.json").read_text())
    manifest["version"] = "trained123"
    (tmp_path / "model" / "manifest.json").write_text(json.dumps(manifest))
    with Workspace.open(document, "test") as opened:
        opened.models.set_base(bundled().version)
        opened.models.add(tmp_path / "model", None, "5 decisions")
        opened.models.promote("trained123")
    with contextlib.closing(sqlite3.connect(document)) as connection, connection:
        connection.execute(
            "UPDATE model_contents SET data = substr(data, 1, 9) || x'55' || substr(data, 11)"
            " WHERE sha256 = (SELECT sha256 FROM model_files WHERE name = 'head_bias.npy')"
        )
    told = mltag("check", document, code=1)
    assert "- model trained123, 1 damaged: the file head_bias.npy of model trained123" in told.out
    assert "mltag rollback" in told.err
    found = mltag.json("check", document, code=1)
    assert found["damage"] == [
        {
            "part": "model trained123",
            "model": "trained123",
            "count": 1,
            "items": ["the file head_bias.npy of model trained123"],
        }
    ]
    mltag("decide", document, "--record", "1", "--tag", "mlops")
    mltag("export", document, tmp_path / "out.csv", code=1)  # predictions of the bundled model
    mltag("export", document, tmp_path / "out.csv", "--stale")
    told = mltag("drift", document, code=1)
    assert "mltag rollback" in told.err
    mltag("rollback", document)
    assert mltag("check", document, code=None).code == 1, "the damaged model is still kept"


def test_damaged_metadata_of_models_is_reported_on_opening(mltag, document: Path, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "manifest.json").write_text('{"version": "trained123"}')
    with Workspace.open(document, "test") as opened:
        opened.models.add(tmp_path / "model", None, "5 decisions")
    assert not mltag("journal", document).err
    with contextlib.closing(sqlite3.connect(document)) as connection, connection:
        connection.execute("UPDATE models SET promoted_once = 1")
    told = mltag("journal", document)
    assert "entry of model trained123" in told.err


def test_workspaces_and_inputs_are_never_overwritten(mltag, document: Path, tmp_path: Path) -> None:
    with Workspace.open(document, "test") as opened:
        source = opened.table.source_path
    assert source is not None
    renamed = tmp_path / "renamed"
    renamed.write_bytes(document.read_bytes())
    damaged = tmp_path / "damaged.mltag"
    damaged.write_bytes(b"no header any more")
    bytes_of = {path: path.read_bytes() for path in (document, source, renamed, damaged)}
    commands: list[Sequence[object]] = [
        ["models", document, "--json", document],
        ["models", document, "--json", renamed],
        ["models", document, "--json", damaged],
        ["models", document, "--json", source],
        ["journal", document, "--json", source],
        ["check", source, "--json", source],
        ["check", document, "--json", document],
        *[["export", document, document, "--what", what] for what in ("table", "corrections", "original")],
        ["export", document, renamed],
        ["export", document, damaged],
        ["export", document, source],
        ["export", document, tmp_path / "new.csv", "--json", source],
        ["predict", source, "-o", source],
        ["predict", source, "-o", document],
        ["predict", source, "--json", source],
        ["import", source, tmp_path / "again.mltag", "--json", source],
    ]
    for command in commands:
        told = mltag(*command, "--force", code=None)
        assert (told.code, len(told.err.strip()) > 0) == (1, True), command
        assert {path: path.read_bytes() for path in bytes_of} == bytes_of, command
    out = tmp_path / "out.json"
    out.write_text("old")
    mltag("models", document, "--json", out, "--force")
    assert out.read_text() != "old"
    told = mltag("export", document, out, "--json", out, "--force", code=None)
    assert (told.code, out.read_text()[0]) == (1, "[")


def test_salvage_counts_each_record_once(mltag, document: Path, tmp_path: Path) -> None:
    mltag("decide", document, "--record", "1", "--tag", "mlops")
    content = document.read_bytes()
    cut, saved = tmp_path / "cut.mltag", tmp_path / "saved.mltag"
    cut.write_bytes(content[: len(content) * 3 // 4])
    found = mltag.json("salvage", cut, saved)
    assert found["whole"] + found["doubtful"] + found["lost"] == found["records"]
    assert found["missing_bytes"] == len(content) - len(content) * 3 // 4
    assert "lost its end" in mltag("salvage", cut, tmp_path / "again.mltag").out
    (tmp_path / "table.csv").unlink()
    cut.write_bytes(content[:2_000])
    told = mltag("salvage", cut, tmp_path / "nothing.mltag", code=1)
    assert f"Nothing of {cut} can be read" in told.err
    assert not (tmp_path / "nothing.mltag").exists()


def test_an_import_that_did_not_finish_is_reported_until_it_is_resumed(mltag, tmp_path: Path) -> None:
    table, path = tmp_path / "t.csv", tmp_path / "t.mltag"
    table.write_text("id,title\n" + "".join(f"{number},words {number}\n" for number in range(12_000)))
    with Workspace.create(path, "ann", ("a", "b")) as workspace, contextlib.suppress(Cancelled):
        workspace.table.import_table(CancelAbove(0.1), open_table(table), ColumnMapping((1,)))
        pytest.fail("the import ended")
    for command in (
        ["check", path],
        ["journal", path],
        ["export", path, tmp_path / "out.csv"],
        ["decide", path, "--record", 1, "--tag", "a"],
    ):
        done = mltag(*command)
        assert f"The import of {path} did not finish" in done.err
        assert f"mltag import {table} {path}" in done.err
    resumed = mltag("import", table, path, "--text", "title", "--no-predict", code=None)
    assert (resumed.code, resumed.err) == (0, "")
    assert "did not finish" not in mltag("check", path).err
