"""OpenDocument spreadsheets: what is written is read again by an independent reader."""

import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import open_rows, open_writer
from mltag_desktop.core.tables.table_source import Block, ColumnsOnly
from mltag_desktop.core.tables.workbook import MAX_COLUMNS

TEXTS = (
    "plain",
    "=1+1",
    '<b> & "quotes" \' é → 日本',
    "two\nlines\n\nand a\ttab",
    "  two  spaces   ",
    "a b",
    "",
    "007",
)


def written(path: Path, columns: list[str], rows: list[tuple[object, ...]]) -> Path:
    with open_writer(path, ColumnsOnly(["text"]), columns) as writer:
        texts = [("a",)] * len(rows)
        writer.write(Block.of_rows(texts), rows)  # type: ignore[arg-type]
    return path


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    path = written(tmp_path / "out.ods", ["words"], [(text,) for text in TEXTS])
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name("Records").to_python()
    assert rows == [["text", "words"], *(["a", text] for text in TEXTS)]
    assert [cells[1] for cells in open_rows(path).rows()] == list(TEXTS)
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        ElementTree.fromstring(archive.read("content.xml"))
        ElementTree.fromstring(archive.read("META-INF/manifest.xml"))
        assert b"formula" not in archive.read("content.xml")


def test_values_keep_their_types(tmp_path: Path) -> None:
    values = (0.25, True, 7, None, 2**60, date(2026, 11, 27), datetime(2026, 11, 27, 8, 30), float("nan"))
    names = [f"c{number}" for number in range(len(values))]
    path = written(tmp_path / "out.ods", names, [values])
    [_, found] = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert found[1:] == [0.25, True, 7, "", str(2**60), date(2026, 11, 27), datetime(2026, 11, 27, 8, 30), ""]


def test_what_does_not_fit_into_a_sheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MltagError):
        written(tmp_path / "long.ods", ["words"], [("x" * 40_000,)])
    with pytest.raises(MltagError):
        written(tmp_path / "wide.ods", [f"c{number}" for number in range(MAX_COLUMNS)], [])
    assert not list(tmp_path.iterdir())
