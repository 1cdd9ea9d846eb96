"""Workbooks imported, merged and exported: only the decided cells differ."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.export.export_options import ExportOptions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import exported, imported


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Workspace]:
    """A workbook with a title, a bold header, a blank row, a number format, a formula and a second sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Talks"
    for at, row in enumerate(
        [("A report",), (), ("id", "title", "tag"), (7, "a", "birds"), (), (8, "b", None)], 1
    ):
        for column, value in enumerate(row, 2):
            sheet.cell(at, column).value = value
    sheet["D3"].font = Font(bold=True)
    sheet["B4"].number_format = "000"
    sheet["F1"] = "=1+1"
    made.create_sheet("Other").append(["stays"])
    made.save(tmp_path / "talks.xlsx")
    with imported(
        tmp_path, open_table(tmp_path / "talks.xlsx"), ColumnMapping((1,), 0, None, 2)
    ) as workspace:
        workspace.decisions.decide([0], "fish")
        yield workspace


def values(path: Path, sheet: str = "Talks") -> list[list[object]]:
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(path)[sheet].iter_rows(max_col=7)]


def test_a_workbook_is_exported_byte_for_byte(book: Workspace, tmp_path: Path) -> None:
    assert exported(book, "same.xlsx", "original").path.read_bytes() == (tmp_path / "talks.xlsx").read_bytes()
    book.close()
    with Workspace.open(tmp_path / "talks.xlsx.mltag", "Ann") as again:
        (tmp_path / "talks.xlsx").unlink()
        exported(again, "still.xlsx", "original")
    assert (tmp_path / "still.xlsx").read_bytes() == (tmp_path / "same.xlsx").read_bytes()


def test_a_workbook_differs_only_in_the_decided_cell(book: Workspace, tmp_path: Path) -> None:
    done = exported(book, "out.xlsx")
    before, after = values(tmp_path / "talks.xlsx"), values(tmp_path / "out.xlsx")
    assert (done.rows, done.changed) == (2, 1)
    assert before[3][3] == "birds"
    before[3][3] = "fish"
    assert after == before
    assert values(tmp_path / "out.xlsx", "Other")[0][0] == "stays"
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Talks"]
    assert (sheet["D3"].font.bold, sheet["B4"].number_format, sheet["F1"].value) == (True, "000", "=1+1")


def test_columns_are_appended_to_a_workbook_or_omitted(book: Workspace, tmp_path: Path) -> None:
    book.table.set_mapping(ColumnMapping((1,), 0))
    book.table.add_texts(["=pasted"])
    after = values(exported(book, "out.xlsx").path)
    assert after[2][6] == "mltag_tag"
    assert (after[3][6], after[5][6]) == ("fish", None)
    assert after[6][2] == "=pasted"
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx")["Talks"].cell(7, 3)
    assert cell.data_type == "s", "no text becomes a formula"
    few = ExportOptions(columns=(1, 2), rows="reviewed")
    assert [row[1:3] for row in values(exported(book, "few.xlsx", options=few).path)[2:4]] == [
        ["title", "tag"],
        ["a", "birds"],
    ]
    assert all(value != "b" for row in values(tmp_path / "few.xlsx") for value in row)


def test_a_changed_workbook_is_merged_and_exported(book: Workspace, tmp_path: Path) -> None:
    first = (tmp_path / "talks.xlsx").read_bytes()
    made = openpyxl.load_workbook(tmp_path / "talks.xlsx")
    made["Talks"].insert_rows(4)
    for column, value in enumerate((6, "new", None), 2):
        made["Talks"].cell(4, column).value = value
    made.save(tmp_path / "talks.xlsx")
    second = (tmp_path / "talks.xlsx").read_bytes()
    table = open_table(tmp_path / "talks.xlsx", book.table.dialect)
    book.source_merge.merge(SILENT, book.source_merge.plan(SILENT, table))
    assert [row[1:4] for row in values(exported(book, "out.xlsx").path)[3:7]] == [
        [6, "new", None],
        [7, "a", "fish"],
        [None, None, None],
        [8, "b", None],
    ]
    exported(book, "second.xlsx", "original")
    book.history.undo()
    assert exported(book, "first.xlsx", "original").path.read_bytes() == first
    assert (tmp_path / "second.xlsx").read_bytes() == second


def test_a_tag_is_a_number_only_if_the_sheet_writes_it_that_way(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (("title", "tag"), *(("a", 3) for _ in range(4))):
        made.active.append(row)
    made.save(tmp_path / "in.xlsx")
    with imported(
        tmp_path, open_table(tmp_path / "in.xlsx"), ColumnMapping((0,), None, None, 1)
    ) as workspace:
        tags = ("5", "1_0", "nan", "007")
        workspace.tag_set.set(tags)
        for number, tag in enumerate(tags):
            workspace.decisions.decide([number], tag)
        exported(workspace, "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [cell.value for cell in sheet["B"][1:]] == [5, "1_0", "nan", "007"]


def test_a_decided_merged_cell_is_unmerged(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    for row in (("title", "tag"), ("a", "birds"), ("b", None)):
        made.active.append(row)
    made.active.merge_cells("B2:B3")
    made.save(tmp_path / "in.xlsx")
    with imported(
        tmp_path, open_table(tmp_path / "in.xlsx"), ColumnMapping((0,), None, None, 1)
    ) as workspace:
        workspace.decisions.decide([1], "fish")
        exported(workspace, "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["title", "tag"],
        ["a", "birds"],
        ["b", "fish"],
    ]


def test_a_workbook_as_text_and_text_as_a_workbook(book: Workspace, tmp_path: Path) -> None:
    assert exported(book).path.read_text() == "id,title,tag\n7,a,fish\n8,b,\n"
    (tmp_path / "in.csv").write_text("id,title\n1,=a\nbad\n2,b\n")
    with imported(tmp_path, open_table(tmp_path / "in.csv"), ColumnMapping((1,), 0)) as workspace:
        workspace.decisions.decide([1], "fish")
        done = exported(workspace, "made.xlsx")
    assert (done.rows, done.left_out) == (2, 1)
    sheet = openpyxl.load_workbook(tmp_path / "made.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["id", "title", "tag", "predicted_tag", "confidence", "status", "curator"],
        ["1", "=a", None, None, None, "to review", None],
        ["2", "b", "fish", None, None, "corrected", "Ann"],
    ]
    assert sheet["B2"].data_type == "s"
