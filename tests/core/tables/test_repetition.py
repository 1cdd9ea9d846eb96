"""Small files that repeat their content to gigabytes of text are refused, unless the user allows more."""

import zipfile
from pathlib import Path

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


@pytest.mark.parametrize(
    ("make", "name"), [(ods_bomb, "a.ods"), (xlsx_bomb, "a.xlsx"), (parquet_bomb, "a.parquet")]
)
def test_a_small_file_with_gigabytes_of_text_is_refused(tmp_path: Path, make, name: str) -> None:
    path = make(tmp_path / name)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(MltagError, match="repeats its content") as caught:
        for _ in open_table(path).blocks():
            pass
    assert "MLTAG_LARGE_TABLES=1" in str(caught.value.hint)


def test_more_is_read_when_the_user_allows_it_but_not_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_repetition("a.xlsx", 1 << 30, 1 << 24)
    with pytest.raises(MltagError):
        refuse_repetition("a.xlsx", 1 << 30, 1 << 10)
    monkeypatch.setenv("MLTAG_LARGE_TABLES", "1")
    refuse_repetition("a.xlsx", 1 << 30, 1 << 10)
    with pytest.raises(MltagError):
        refuse_repetition("a.xlsx", 1 << 40, 1 << 10)
