"""Small files that repeat their content to gigabytes of text are refused, unless the user allows more."""

import zipfile
from functools import partial
from pathlib import Path
from typing import Final

import openpyxl
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.workbook_guard import refuse_repetition

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_MIME = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bomb(path: Path) -> Path:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>'
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0"'
        f' xmlns:text="{_OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a">'
        f'<table:table-row table:number-rows-repeated="10">{cell}{"x" * 100_000}</text:p></table:table-cell>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME)
        archive.writestr("content.xml", content)
    return path


def shared_bomb(
    path: Path,
    cell: str = '<c t="s"><v>1</v></c>',
    sheet: str = "worksheets/sheet1",
    rows: int = 20_000,
) -> Path:
    """Write a workbook of which so many cells have the same shared string, or the number of one."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{packages}"><Relationship Id="r1" Type="{of_office}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{of_office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{packages}"><Relationship Id="r1" Type="{of_office}/worksheet"'
            f' Target="{sheet}.xml"/></Relationships>',
        )
        strings = f"<si><t>text</t></si><si><t>{'x' * 400_000}</t></si>" + "<si><t>short</t></si>" * 5
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{strings}</sst>')
        cells = f'<row><c t="s"><v>0</v></c></row>{f"<row>{cell}</row>" * rows}'
        archive.writestr(
            f"xl/{sheet}.xml",
            f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
        )
    return path


def xlsx_bomb(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(["title", "text"])
    for _ in range(20_000):
        book.active.append(["x" * 32_000, "short"])
    book.save(path)
    return path


def parquet_bomb(path: Path) -> Path:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    texts = arrow.array(["x" * 400_000]).dictionary_encode()
    many = arrow.DictionaryArray.from_arrays(arrow.array([0] * 10_000), texts.dictionary)
    parquet.write_table(arrow.table({"text": many}), path)
    return path


def lists_bomb(path: Path) -> Path:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"text": [["x" * 1_000] * 1_000] * 1_000}), path)
    return path


BOMBS: Final = (
    (ods_bomb, "a.ods"),
    (xlsx_bomb, "a.xlsx"),
    (shared_bomb, "a.xlsx"),
    (partial(shared_bomb, cell='<c t="s"><f>A1</f><v>1</v></c>'), "a.xlsx"),
    (partial(shared_bomb, cell="<c t='s'><!----><v>1</v></c>"), "a.xlsx"),
    (partial(shared_bomb, cell='<c t="s"><v>00000000001</v></c>'), "a.xlsx"),
    (partial(shared_bomb, sheet="other"), "a.xlsx"),
    (parquet_bomb, "a.parquet"),
    (lists_bomb, "a.parquet"),
)


@pytest.mark.parametrize(("make", "name"), BOMBS)
def test_a_small_file_with_gigabytes_of_text_is_refused(tmp_path: Path, make, name: str) -> None:
    path = make(tmp_path / name)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(MltagError, match="repeats its content") as caught:
        for _ in open_table(path).blocks():
            pass
    assert "MLTAG_LARGE_TABLES=1" in str(caught.value.hint)


def test_lists_of_a_parquet_file_are_read_in_small_parts(tmp_path: Path) -> None:
    path = lists_bomb(tmp_path / "a.parquet")
    arrow = pytest.importorskip("pyarrow")
    usual = arrow.default_memory_pool()
    pool = arrow.proxy_memory_pool(usual)
    arrow.set_memory_pool(pool)
    try:
        with pytest.raises(MltagError, match="repeats its content"):
            for _ in open_table(path).blocks():
                pass
    finally:
        arrow.set_memory_pool(usual)
    assert 0 < pool.max_memory() < 64 << 20


def test_numbers_are_no_shared_texts(tmp_path: Path) -> None:
    path = shared_bomb(tmp_path / "a.xlsx", "<c><v>1</v></c>")
    assert sum(len(block.records) for block in open_table(path).blocks()) == 20_000


def test_more_is_read_when_the_user_allows_it_but_not_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_repetition("a.xlsx", 1 << 30, 1 << 24)
    with pytest.raises(MltagError):
        refuse_repetition("a.xlsx", 1 << 30, 1 << 10)
    monkeypatch.setenv("MLTAG_LARGE_TABLES", "1")
    refuse_repetition("a.xlsx", 1 << 30, 1 << 10)
    with pytest.raises(MltagError):
        refuse_repetition("a.xlsx", 1 << 40, 1 << 10)
