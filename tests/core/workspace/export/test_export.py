"""Export of the table, the corrections and the original."""

import csv
import io
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop import read_table
from mltag_desktop.api import workspace as api
from mltag_desktop.core.batch.task import ADDED
from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import CHOICES, STATUS, ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions, ExportResult, preview
from mltag_desktop.core.workspace.search.filtering import counts
from mltag_desktop.core.workspace.types import DecisionKind, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    LetterModel,
    created,
    exported,
    imported,
    lose_records,
    predict_all,
    table_bytes,
)
from tests.progress import CancelAbove


def rows_of(done: ExportResult) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.path.read_text(encoding="utf-8"), newline="")))


def test_a_mapped_tag_column_changes_only_for_decided_records(predicted: Workspace, tmp_path: Path) -> None:
    predicted.table.set_mapping(ColumnMapping((1, 2), 0, None, 3))
    predicted.decisions.decide([0, 1], "fish")
    predicted.decisions.mark([5], DecisionKind.FLAG)
    done = exported(predicted)
    assert (done.rows, done.changed) == (12, 1)
    lines = table_bytes(12).splitlines(keepends=True)
    lines[1] = lines[1].replace(b",birds\r\n", b",fish\r\n")
    assert (tmp_path / "out.csv").read_bytes() == b"".join(lines)


def test_without_a_tag_column_tag_and_prediction_are_added(predicted: Workspace, tmp_path: Path) -> None:
    """A column named tag exists but is not mapped, so the new one has another name."""
    predicted.decisions.decide([0], "fish")
    predicted.decisions.mark([2], DecisionKind.SKIP)
    done = exported(predicted)
    assert (done.rows, done.changed) == (12, 12)
    rows = rows_of(done)
    assert list(rows[0])[-5:] == ["mltag_tag", "predicted_tag", "confidence", "status", "curator"]
    found = [(row["mltag_tag"], row["predicted_tag"], row["status"], row["curator"]) for row in rows[:3]]
    assert found == [
        ("fish", "birds", "corrected", "Ann"),
        ("fish", "fish", "to review", ""),
        ("stones", "stones", "undecided", ""),
    ]
    assert all(0 < float(row["confidence"]) <= 1 for row in rows)
    for line, source in zip(
        (tmp_path / "out.csv").read_bytes().split(b"\r\n"), table_bytes(12).split(b"\r\n"), strict=True
    ):
        assert line.startswith(source)


@pytest.mark.parametrize("mapped", [None, 3])
def test_additional_tags_have_a_column_if_there_are_any(predicted: Workspace, mapped: int | None) -> None:
    predicted.table.set_mapping(ColumnMapping((1, 2), 0, None, mapped))
    predicted.decisions.decide([0], "fish")
    predicted.decisions.add_tag([0, 4], "birds")
    predicted.decisions.add_tag([0], "stones")
    rows = rows_of(exported(predicted))
    assert [row["additional_tags"] for row in rows] == ["birds; stones", "", "", "", "birds", *[""] * 7]
    assert list(rows[0])[-1] == "additional_tags"
    assert '"additional_tags": "birds; stones"' in exported(predicted, "out.jsonl").path.read_text(
        encoding="utf-8"
    )
    predicted.decisions.remove_tag([0, 4], "birds")
    predicted.decisions.remove_tag([0], "stones")
    assert "additional_tags" not in rows_of(exported(predicted, "without.csv"))[0]


def test_predictions_fill_undecided_records_only_on_request(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([0], "fish")
    assert [row["mltag_tag"] for row in rows_of(exported(predicted, "bare.csv", fill=False))] == [
        "fish",
        *[""] * 11,
    ]
    predicted.table.set_mapping(ColumnMapping((1,), 0, None, 2))
    with pytest.raises(MltagError, match="11 undecided records have outdated predictions"):
        exported(predicted, "full.csv", fill=True)
    assert not (tmp_path / "full.csv").exists()
    rows = rows_of(exported(predicted, "full.csv", fill=True, stale=True))
    assert [row["description"] for row in rows[:3]] == ["fish", "fish", "stones"]


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "xlsx", "parquet"])
def test_any_result_column_can_be_added(predicted: Workspace, tmp_path: Path, suffix: str) -> None:
    predicted.table.set_mapping(ColumnMapping((1, 2), 0, None, 3))
    predict_all(predicted, LetterModel())
    predicted.decisions.decide([0], "fish")
    predicted.decisions.mark([0], DecisionKind.FLAG)
    predicted.decisions.note(1, "ask Bob")
    predicted.decisions.add_tag([2], "birds")
    out = tmp_path / f"out.{suffix}"
    options = ExportOptions(added=CHOICES, records=frozenset({0, 1, 2, 99}))
    assert exported(predicted, out.name, options=options).rows == preview(predicted, options).records
    table = read_table(out)
    assert list(table.columns)[-len(CHOICES) :] == ["mltag_tag", *CHOICES[1:]]
    first, second, third = (dict(row) for _, row in table.iterrows())
    assert (first["tag"], first["predicted_tag"], first["flagged"], first["curator"]) == (
        "fish", "birds", "true", "Ann",
    )  # fmt: skip
    assert first["time"].endswith("+00:00")
    assert (second["note"], second["mltag_tag"], second["status"]) == ("ask Bob", "", "to review")
    assert second["flagged"] == "false"
    assert (third["additional_tags"], third["model_version"]) == ("birds", "letters-1")


def test_the_columns_are_called_as_in_the_python_interface_and_in_predict(predicted: Workspace) -> None:
    frame = api.Workspace(predicted).to_frame()
    assert {*CHOICES} - {"model_version"} <= {name.removeprefix("mltag_") for name in frame.columns}
    assert {*ADDED} < {*CHOICES}


def test_the_status_to_review_counts_what_the_window_counts(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "fish")
    predicted.decisions.mark([1], DecisionKind.SKIP)
    for least in (0.0, 0.5, 0.6, 0.7, 1.0):
        below = ReviewThresholds(least)
        found = Counter(row["status"] for row in rows_of(exported(predicted, added=(STATUS,), below=below)))
        counted = counts(predicted.states(), below)
        assert found["to review"] == counted.to_review
        assert found["to review"] + found["undecided"] == counted.by_status[Status.TO_REVIEW]
    assert found["undecided"] == 1


def test_outdated_predictions_are_in_no_column_unless_asked_for(predicted: Workspace) -> None:
    predicted.models.set_base("another")
    for stale, tag in ((False, ""), (True, "birds")):
        assert rows_of(exported(predicted, fill=False, stale=stale))[0]["predicted_tag"] == tag


def test_a_preview_counts_what_is_written(predicted: Workspace) -> None:
    predicted.decisions.decide([0, 1], "fish")
    predicted.decisions.decide([2], "stones")
    for options in (
        ExportOptions(),
        ExportOptions(fill=False),
        ExportOptions(rows="reviewed"),
        ExportOptions(rows="corrected"),
        ExportOptions(records=frozenset({1, 2, 3})),
    ):
        done = exported(predicted, options=options)
        told = preview(predicted, options)
        rows = rows_of(done)
        assert (told.records, told.decided + told.filled) == (done.rows, done.changed)
        assert told.filled == sum(not row["curator"] and row["mltag_tag"] != "" for row in rows)
        assert told.empty == sum(row["mltag_tag"] == "" for row in rows)
    with pytest.raises(MltagError, match="no column “colour”"):
        exported(predicted, "x.csv", added=("colour",))


def test_corrections_have_curator_time_and_prediction(predicted: Workspace) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.decisions.decide([1], "birds", "wrong, at first")
    predicted.decisions.decide([1], "stones", 'a "note", with a comma')
    predicted.decisions.add_tag([1], "fish")
    predicted.decisions.decide([4], "birds")
    predicted.history.undo()
    done = exported(predicted, what="corrections")
    (row,) = rows_of(done)
    assert (done.rows, done.changed) == (1, 1)
    assert (row["id"], row["title"], row["description"]) == ("1", "fish number 1", "A fish x for ß and Ä")
    assert (row["tag"], row["predicted_tag"], row["model_version"]) == ("stones", "fish", "letters-1")
    assert (row["curator"], row["note"], row["additional_tags"]) == ("Ann", 'a "note", with a comma', "fish")
    assert row["time"].endswith("+00:00")
    assert 0 < float(row["confidence"]) <= 1
    assert (
        exported(predicted, "out.tsv", "corrections")
        .path.read_text()
        .startswith("id\ttitle\tdescription\ttag\t")
    )


def test_corrections_have_the_tag_of_the_table(
    tmp_path: Path, table_file: Callable[[bytes], TableFile]
) -> None:
    table = table_file(b"text,tag\na bird,fish\na stone,\n")
    with imported(tmp_path, table, ColumnMapping((0,), None, None, 1)) as workspace:
        workspace.decisions.decide([0, 1], "birds")
        exported(workspace, "out.jsonl", "corrections")
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [(row["text"], row["table_tag"], row["tag"]) for row in rows] == [
        ("a bird", "fish", "birds"),
        ("a stone", "", "birds"),
    ]


def test_corrections_have_a_column_once_that_is_both_text_and_tag(
    tmp_path: Path, table_file: Callable[[bytes], TableFile]
) -> None:
    with imported(
        tmp_path, table_file(b"text,tag\na bird,fish\n"), ColumnMapping((0, 1), None, None, 1)
    ) as workspace:
        workspace.decisions.decide([0], "birds")
        exported(workspace, what="corrections")
    assert (tmp_path / "out.csv").read_text("utf-8").startswith("text,table_tag,tag,")


def test_pasted_records_follow_a_last_line_without_line_end(
    tmp_path: Path, table_file: Callable[[bytes], TableFile]
) -> None:
    content = b'text;tag\na bird;\n"a; fish";'
    with imported(tmp_path, table_file(content), ColumnMapping((0,), None, None, 1)) as workspace:
        workspace.table.add_texts(["a stone"])
        predict_all(workspace, LetterModel())
        workspace.decisions.decide([1, 2], "fish")
        exported(workspace)
        exported(workspace, "same.csv", "original")
    assert (tmp_path / "out.csv").read_bytes() == b'text;tag\na bird;\n"a; fish";fish\na stone;fish\n'
    assert (tmp_path / "same.csv").read_bytes() == content


def test_pasted_records_without_a_source_are_the_original(tmp_path: Path) -> None:
    with created(tmp_path) as workspace:
        workspace.table.add_texts(["one", "two, three"])
        exported(workspace, what="original")
    assert (tmp_path / "out.csv").read_text() == 'text\none\n"two, three"\n'


def test_the_source_and_other_files_are_not_replaced(predicted: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="source table"):
        exported(predicted, "table.csv")
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(MltagError, match="already exists"):
        export(SILENT, predicted, tmp_path / "out.csv", "table")
    assert (tmp_path / "out.csv").read_text() == "mine"
    assert exported(predicted).path.read_text() != "mine"


def test_a_cancelled_export_leaves_no_file(predicted: Workspace, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        export(CancelAbove(), predicted, tmp_path / "out.csv", "table")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("rows", [63, 64, 65, 128])
def test_the_original_is_complete_when_its_blocks_fill_the_last_batch(tmp_path: Path, rows: int) -> None:
    """Each record is larger than a block, so there are as many blocks as records."""
    source = tmp_path / "long.csv"
    lines = [f"{number}," + f"word{number} " * 3_000 for number in range(rows)]
    source.write_text("id,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "long.mltag", "ana", ("one", "other")) as workspace:
        workspace.table.import_table(SILENT, TableFile(source), ColumnMapping(text=(1,), id=0))
        again = exported(workspace, what="original").path.read_bytes()
    assert again == source.read_bytes()


@pytest.mark.parametrize("rows", [12, 60])
@pytest.mark.parametrize("suffix", ["csv", "tsv", "jsonl", "xlsx", "parquet"])
def test_records_that_were_lost_are_left_out_and_counted(tmp_path: Path, suffix: str, rows: int) -> None:
    """Salvage leaves a record empty when its bytes cannot be read."""
    check_lost(tmp_path, suffix, rows, {3, 4, 7, rows - 1})


def check_lost(folder: Path, suffix: str, rows: int, lost: set[int]) -> None:
    (folder / "t.csv").write_bytes(table_bytes(rows))
    with imported(folder, TableFile(folder / "t.csv"), ColumnMapping((1, 2), 0)) as workspace:
        workspace.decisions.decide([0, rows - 1], "fish")
    lose_records(workspace.path, lost)
    left = [row for row in range(rows) if row not in lost]
    with Workspace.open(workspace.path, "Ann") as workspace:
        assert workspace.table.lost.tolist() == sorted(lost)
        out = folder / f"out.{suffix}"
        done = exported(workspace, out.name)
        tags = ["fish" if row in (0, rows - 1) else "" for row in left]
        assert (done.rows, done.changed, done.lost) == (len(left), tags.count("fish"), len(lost))
        if left:
            table = read_table(out)
            assert table["id"].astype(int).tolist() == left
            assert [*table["mltag_tag"]] == tags
        chosen = frozenset({0, 3, rows - 1})
        done = exported(workspace, out.name, records=chosen)
        assert (done.rows, done.lost) == (len(chosen - lost), len(chosen & lost))
        if suffix == "csv":
            done = exported(workspace, out.name, "original")
            assert (done.rows, done.lost) == (len(left), len(lost))


def test_a_tag_outside_the_encoding_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("text\ncafé\nnaïve\n".encode("cp1252"))
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["日本", "b"]) as workspace:
        workspace.table.import_table(SILENT, TableFile(tmp_path / "in.csv"), ColumnMapping((0,)))
        workspace.decisions.decide([0], "日本")
        with pytest.raises(MltagError):
            exported(workspace)
    assert not (tmp_path / "out.csv").exists()
