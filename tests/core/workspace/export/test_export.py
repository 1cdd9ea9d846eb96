"""Export of the table, the corrections and the original."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all, table_bytes


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def test_a_mapped_tag_column_changes_only_for_decided_records(predicted: Workspace, tmp_path: Path) -> None:
    predicted.table.set_mapping(Mapping((1, 2), 0, None, 3))
    predicted.decisions.decide([0, 1], "fish")
    predicted.decisions.mark([5], DecisionKind.FLAG)
    done = export(SILENT, predicted, tmp_path / "out.csv", "table")
    assert (done.rows, done.changed) == (12, 1)
    lines = table_bytes(12).splitlines(keepends=True)
    lines[1] = lines[1].replace(b",birds\r\n", b",fish\r\n")
    assert (tmp_path / "out.csv").read_bytes() == b"".join(lines)


def test_without_a_tag_column_three_are_appended(predicted: Workspace, tmp_path: Path) -> None:
    """A column named tag exists but is not mapped, so the new one has another name."""
    predicted.decisions.decide([0], "fish")
    predicted.decisions.mark([2], DecisionKind.SKIP)
    done = export(SILENT, predicted, tmp_path / "out.csv", "table")
    assert (done.rows, done.changed) == (12, 12)
    rows = rows_of(tmp_path / "out.csv")
    assert list(rows[0])[-3:] == ["mltag_tag", "tagged_by", "confidence"]
    assert (rows[0]["mltag_tag"], rows[0]["tagged_by"], rows[0]["confidence"]) == ("fish", "Ann", "")
    assert (rows[1]["mltag_tag"], rows[1]["tagged_by"]) == ("fish", "model letters-1")
    assert 0 < float(rows[1]["confidence"]) <= 1
    assert (rows[2]["mltag_tag"], rows[2]["tagged_by"]) == ("stones", "model letters-1")
    for line, source in zip(
        (tmp_path / "out.csv").read_bytes().split(b"\r\n"), table_bytes(12).split(b"\r\n"), strict=True
    ):
        assert line.startswith(source)


@pytest.mark.parametrize("mapped", [None, 3])
def test_additional_tags_have_a_column_if_there_are_any(
    predicted: Workspace, tmp_path: Path, mapped: int | None
) -> None:
    predicted.table.set_mapping(Mapping((1, 2), 0, None, mapped))
    predicted.decisions.decide([0], "fish")
    predicted.decisions.also_tag([0, 4], "birds")
    predicted.decisions.also_tag([0], "stones")
    export(SILENT, predicted, tmp_path / "out.csv", "table")
    rows = rows_of(tmp_path / "out.csv")
    assert [row["also"] for row in rows] == ["birds; stones", "", "", "", "birds", *[""] * 7]
    assert list(rows[0])[-1] == "also"
    export(SILENT, predicted, tmp_path / "out.jsonl", "table")
    assert '"also": "birds; stones"' in (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    predicted.decisions.not_tag([0, 4], "birds")
    predicted.decisions.not_tag([0], "stones")
    export(SILENT, predicted, tmp_path / "without.csv", "table")
    assert "also" not in rows_of(tmp_path / "without.csv")[0]


def test_predictions_fill_undecided_records_only_on_request(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([0], "fish")
    export(SILENT, predicted, tmp_path / "bare.csv", "table", options=ExportOptions(fill=False))
    assert [row["mltag_tag"] for row in rows_of(tmp_path / "bare.csv")] == ["fish", *[""] * 11]
    predicted.table.set_mapping(Mapping((1,), 0, None, 2))
    with pytest.raises(MltagError, match="11 undecided records have outdated predictions"):
        export(SILENT, predicted, tmp_path / "full.csv", "table", options=ExportOptions(fill=True))
    assert not (tmp_path / "full.csv").exists()
    options = ExportOptions(fill=True, stale=True)
    export(SILENT, predicted, tmp_path / "full.csv", "table", options=options)
    assert [row["description"] for row in rows_of(tmp_path / "full.csv")][:3] == ["fish", "fish", "stones"]


def test_corrections_have_curator_time_and_prediction(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.decisions.decide([1], "birds", "wrong, at first")
    predicted.decisions.decide([1], "stones", 'a "note", with a comma')
    predicted.decisions.also_tag([1], "fish")
    predicted.decisions.decide([4], "birds")
    predicted.history.undo()
    done = export(SILENT, predicted, tmp_path / "out.csv", "corrections")
    (row,) = rows_of(tmp_path / "out.csv")
    assert (done.rows, done.changed) == (1, 1)
    assert (row["id"], row["title"], row["description"]) == ("1", "fish number 1", "A fish x for ß and Ä")
    assert (row["tag"], row["predicted_tag"], row["model_version"]) == ("stones", "fish", "letters-1")
    assert (row["curator"], row["note"], row["also"]) == ("Ann", 'a "note", with a comma', "fish")
    assert row["time"].endswith("+00:00")
    assert 0 < float(row["confidence"]) <= 1
    export(SILENT, predicted, tmp_path / "out.tsv", "corrections")
    assert (tmp_path / "out.tsv").read_text().startswith("id\ttitle\tdescription\ttag\t")


def test_pasted_records_follow_a_last_line_without_line_end(
    tmp_path: Path, table_file: Callable[[bytes], TableFile]
) -> None:
    content = b'text;tag\na bird;\n"a; fish";'
    with Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, table_file(content), Mapping((0,), None, None, 1))
        workspace.table.add_texts(["a stone"])
        predict_all(workspace, LetterModel())
        workspace.decisions.decide([1, 2], "fish")
        export(SILENT, workspace, tmp_path / "out.csv", "table")
        export(SILENT, workspace, tmp_path / "same.csv", "original")
    assert (tmp_path / "out.csv").read_bytes() == b'text;tag\na bird;\n"a; fish";fish\na stone;fish\n'
    assert (tmp_path / "same.csv").read_bytes() == content


def test_pasted_records_without_a_source_are_the_original(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.add_texts(["one", "two, three"])
        export(SILENT, workspace, tmp_path / "out.csv", "original")
    assert (tmp_path / "out.csv").read_text() == 'text\none\n"two, three"\n'


def test_a_tag_outside_the_encoding_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes("text\ncafé\nnaïve\n".encode("cp1252"))
    with Workspace.create(tmp_path / "w.mltag", "Ann", ["日本", "b"]) as workspace:
        workspace.table.import_table(SILENT, TableFile.open(tmp_path / "in.csv"), Mapping((0,)))
        workspace.decisions.decide([0], "日本")
        with pytest.raises(MltagError):
            export(SILENT, workspace, tmp_path / "out.csv", "table")
    assert not (tmp_path / "out.csv").exists()


def test_the_source_and_other_files_are_not_replaced(predicted: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="source table"):
        export(SILENT, predicted, tmp_path / "table.csv", "table", replace=True)
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(MltagError, match="already exists"):
        export(SILENT, predicted, tmp_path / "out.csv", "table")
    assert (tmp_path / "out.csv").read_text() == "mine"
    export(SILENT, predicted, tmp_path / "out.csv", "table", replace=True)
    assert (tmp_path / "out.csv").read_text() != "mine"


def test_a_cancelled_export_leaves_no_file(predicted: Workspace, tmp_path: Path) -> None:
    class Stop:
        def report(self, fraction: float, step: str = "") -> None:
            raise Cancelled

    before = sorted(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        export(Stop(), predicted, tmp_path / "out.csv", "table")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("rows", [63, 64, 65, 128])
def test_the_original_is_complete_when_its_blocks_fill_the_last_batch(tmp_path: Path, rows: int) -> None:
    """Each record is larger than a block, so there are as many blocks as records."""
    source = tmp_path / "long.csv"
    lines = [f"{number}," + f"word{number} " * 3_000 for number in range(rows)]
    source.write_text("id,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with Workspace.create(tmp_path / "long.mltag", "ana", ("one", "other")) as workspace:
        workspace.table.import_table(SILENT, TableFile.open(source), Mapping(text=(1,), id=0))
        out = tmp_path / "again.csv"
        export(SILENT, workspace, out, "original")
    assert out.read_bytes() == source.read_bytes()
