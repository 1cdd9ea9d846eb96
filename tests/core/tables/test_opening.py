"""Tables of any form, opened alike; other ways to read one."""

import contextlib
import datetime
import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import (
    ReadingOptions,
    alternatives,
    detect_format,
    dialect_as,
    open_rows,
    open_table,
)
from mltag_desktop.core.tables.original_editing import SourceWorkbook, write_sheet
from mltag_desktop.core.tables.record_parser import QuarantinedRecord, Record
from mltag_desktop.core.tables.record_writer import editable, repair
from mltag_desktop.core.tables.table_file import PastedTable, parse_cells
from mltag_desktop.core.tables.workbook import SheetTable, sheet_names
from mltag_desktop.core.tables.workbook_guard import refuse_bomb
from tests.core.tables.binary_books import write_encrypted
from tests.core.tables.helpers import cells_of

SHEET = "xl/worksheets/sheet1.xml"


def workbook(path: Path, **sheets: Sequence[tuple[object, ...]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


def refused(path: Path, match: str, *ways: Callable[[Path], object]) -> None:
    for opens in ways or (open_table, open_rows):
        with pytest.raises(MltagError, match=match):
            opens(path)


def test_a_pipe_is_refused_without_waiting_for_its_content(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    refused(tmp_path / "pipe.csv", "is a pipe")


def broken_books(folder: Path) -> Iterator[Path]:
    """Write workbooks that are broken in different ways."""
    whole = workbook(folder / "whole.xlsx", One=[("id", "title"), (1, "x")]).read_bytes()
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    contents = {
        "start.xlsx": b"PK\x03\x04broken",
        "half.xlsx": whole[: len(whole) // 2],
        "end.xlsx": whole[:-10],
        "half.ods": whole[: len(whole) // 2],
        "other.ods": whole,
        "half.xlsb": whole[: len(whole) // 2],
        "short.xls": ole,
        "noise.xls": ole + bytes(range(255, -1, -1)) * 20,
        "noise.xlsx": bytes(range(256)) * 20,
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        yield folder / name
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels"):
        for is_kept in (True, False):
            parts = parts_of(folder / "whole.xlsx")
            cut = parts.pop(part)[:-40]
            parts |= {part: cut} if is_kept else {}
            if is_kept or part != "xl/workbook.xml":  # empty for calamine
                yield zipped(folder / f"{Path(part).stem}{is_kept}.xlsx", parts)


def test_broken_workbooks_are_called_damaged_without_the_reason_of_the_library(tmp_path: Path) -> None:
    for path in broken_books(tmp_path):
        said = f"^{re.escape(str(path))} is damaged or not a workbook. Copy"
        refused(path, said, open_table, open_rows, alternatives)


def test_a_workbook_with_a_password(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": bytes(range(256)),
        "META-INF/manifest.xml": "<manifest:manifest><manifest:encryption-data/></manifest:manifest>",
    }
    for path in (write_encrypted(tmp_path / "a.xlsx"), zipped(tmp_path / "a.ods", parts)):
        refused(path, "is protected with a password")


def test_a_web_page_or_text_that_is_named_like_a_workbook(tmp_path: Path) -> None:
    for content in (b"\xef\xbb\xbf\n<html><table></table></html>", b'<?xml version="1.0"?><Workbook/>'):
        (tmp_path / "page.xls").write_bytes(content)
        refused(tmp_path / "page.xls", "is a web page or XML, not a table")
    (tmp_path / "text.xls").write_text("id\ttitle\n1\tfirst\n2\tsecond\n", "utf-8")
    assert open_table(tmp_path / "text.xls").columns == open_rows(tmp_path / "text.xls").columns


def test_a_damaged_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"title": [f"text {n}" for n in range(100)]}), path)
    whole = path.read_bytes()
    for content in (b"PAR1", whole[: len(whole) // 2], whole[:4] + bytes(80) + whole[84:]):
        path.write_bytes(content)
        reads = (lambda path: list(open_table(path).records()), lambda path: list(open_rows(path).readable()))
        refused(path, "is damaged or not a Parquet file", *reads)


def test_an_encrypted_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pytest.importorskip("pyarrow")
    path.write_bytes(b"PARE" + bytes(100) + (100).to_bytes(4, "little") + b"PARE")
    refused(path, r"could not be read: .*encrypt")


def test_a_workbook_without_rows_and_one_with_a_header_only(tmp_path: Path) -> None:
    refused(workbook(tmp_path / "a.xlsx", Nothing=[]), "is empty", open_table)
    refused(workbook(tmp_path / "b.xlsx", Header=[("id", "title")]), "no records", open_table)


def test_a_missing_sheet(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", One=[("title",), ("x",)])
    with pytest.raises(MltagError, match="no sheet called Two") as raised:
        SheetTable(path, sheet="Two")
    assert raised.value.hint == "Choose one of these: One."


def test_a_sheet_is_chosen_and_opened_again(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", Empty=[], One=[("id", "title"), (1, "x")], Two=[("a", "b"), ("c", "d")]
    )
    table = open_table(path)
    assert (table.dialect.sheet, table.sniffed.sure, sheet_names(path)) == (
        "One",
        False,
        ["Empty", "One", "Two"],
    )
    assert [way.dialect.sheet for way in alternatives(path)] == ["One", "Two"]
    second = open_table(path, dialect_as(path, ReadingOptions(sheet="Two")))
    assert (second.columns, cells_of(second)) == (("a", "b"), [("c", "d")])
    assert cells_of(open_table(path, second.dialect)) == [("c", "d")]
    bare = open_table(path, dialect_as(path, ReadingOptions(sheet="Two", header=False)))
    assert (bare.columns, cells_of(bare)) == (("column 1", "column 2"), [("a", "b"), ("c", "d")])


def test_values_of_a_sheet_as_text_and_its_blank_rows(tmp_path: Path) -> None:
    day = datetime.datetime(2024, 5, 6, 7, 8)
    rows = [("id", "title", "when"), (7, 'a, "b"\nc', day), (), (1.5, "=1+1", None), (True, "x", None)]
    table = open_table(workbook(tmp_path / "a.xlsx", One=rows))
    items = list(table.records())
    assert cells_of(table) == [
        ("7", 'a, "b"\nc', "2024-05-06 07:08:00"),
        ("1.5", "", ""),
        ("true", "x", ""),
    ]
    assert [item.line for item in items] == [2, 4, 5]
    assert [parse_cells(item.raw, table.dialect) for item in items] == cells_of(table)
    assert items[0].raw.endswith(b"\n\n")  # the blank row belongs to the record above it


def test_a_distant_cell_is_reported_unless_it_only_has_a_format(tmp_path: Path) -> None:
    rows = [("id", "title"), (1, "x")]
    for name in ("value", "format"):
        book = openpyxl.load_workbook(workbook(tmp_path / f"{name}.xlsx", One=rows))
        book.active["XFD1048576"].number_format = "0.00"
        book.active["XFD1048576"].value = 7 if name == "value" else None
        book.save(tmp_path / f"{name}.xlsx")
    refused(tmp_path / "value.xlsx", "too far apart", open_table, open_rows, alternatives)
    told = parts_of(tmp_path / "value.xlsx")
    lies = {name: part.replace(b'ref="A1:XFD1048576"', b'ref="A1:B2"') for name, part in told.items()}
    refused(zipped(tmp_path / "lie.xlsx", lies), "too far apart", open_table)
    assert cells_of(open_table(tmp_path / "format.xlsx")) == [("1", "x")]


@pytest.mark.parametrize("corners", [("A1", "ZZ900000"), ("A900000", "ZZ1"), ("A1", "XFD1048576")])
def test_distant_cells_are_reported_for_any_declared_dimension(tmp_path: Path, corners) -> None:
    cells = "".join(f'<row><c r="{corner}"><v>1</v></c></row>' for corner in corners)
    lie = {SHEET: f'<worksheet><dimension ref="A1"/>{cells}</worksheet>'}
    refused(zipped(tmp_path / "lie.xlsx", lie), "too far apart", refuse_bomb)


@pytest.mark.parametrize("piece", ["<c ", '<c r="A1" ', 'r="A1" ', "<c\t\t", 'r="A', 'r="1', "A", "1"])
def test_a_sheet_of_tags_that_do_not_end_is_looked_through_at_once(tmp_path: Path, piece: str) -> None:
    path = zipped(tmp_path / "tags.xlsx", {SHEET: '<c r="A' + piece * (900_000 // len(piece)) + '"'})
    with contextlib.suppress(MltagError):  # some are recognised as damaged
        refuse_bomb(path)


@pytest.mark.parametrize("start", ["A1", "AK1"])
def test_the_range_of_a_sheet_depends_on_its_filled_cells(tmp_path: Path, start: str) -> None:
    def made(name: str, filled: int) -> Path:
        cells = f'<c r="{start}"><v>1</v></c>' * filled + '<c r="Z1048576"><v>1</v></c>'
        return zipped(tmp_path / name, {SHEET: f"<worksheet><row>{cells}</row></worksheet>"})

    refused(made("few.xlsx", 1_000), "too far apart", refuse_bomb)
    refuse_bomb(made("many.xlsx", 600_000))


def sheet(path: Path, rows: str) -> Path:
    """Write a workbook whose only sheet has these rows as XML."""
    parts = parts_of(workbook(path, One=[("x",)]))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'
    return zipped(path, {**parts, SHEET: content})


NEAR = "<c><v>1</v></c>"
UNUSUAL = {
    "no references": f'<row>{NEAR}</row><row><c r="XFD1048576"><v>1</v></c></row>',
    "single quotes": "<row><c r='A1'><v>1</v></c><c r='XFD1048576'><v>1</v></c></row>",
    "lower case": '<row><c r="a1"><v>1</v></c><c r="xfd1048576"><v>1</v></c></row>',
    "an earlier attribute": f'<row>{NEAR}<c s=">" r="XFD1048576"><v>1</v></c></row>',
    "line breaks": '<row><c r="A1"><v>1</v></c><c\nr = "XFD1048576"><v>1</v></c></row>',
    "a prefix": '<row><x:c r="A1"><x:v>1</x:v></x:c><x:c r="XFD1048576"><x:v>1</x:v></x:c></row>',
    "numbered rows": f'<row r="4000000000">{NEAR}</row><row r="1">{NEAR}</row>',
}


@pytest.mark.parametrize("rows", UNUSUAL.values(), ids=UNUSUAL)
def test_distant_cells_in_unusual_notation_are_reported(tmp_path: Path, rows: str) -> None:
    """The reader would allocate all cells between them, and abort the program."""
    path = sheet(tmp_path / "far.xlsx", rows)
    assert path.stat().st_size < 10_000
    refused(path, "too far apart", open_table)


def test_distant_cells_in_the_source_of_a_forged_workspace_are_reported(tmp_path: Path) -> None:
    content = sheet(tmp_path / "far.xlsx", UNUSUAL["single quotes"]).read_bytes()
    dialect = Dialect("utf-8", b"", ",", '"', "\n", header=False, form="xlsx", sheet="One")
    book = SourceWorkbook(io.BytesIO(content), dialect, b"")
    with pytest.raises(MltagError, match="too far apart"):
        write_sheet(book, io.BytesIO(), [], [], [])


def test_a_sheet_at_another_place_in_the_file_is_checked_too(tmp_path: Path) -> None:
    old, new = "worksheets/sheet1.xml", "elsewhere/one.xml"
    parts = parts_of(sheet(tmp_path / "far.xlsx", UNUSUAL["single quotes"]))
    moved = {name.replace(old, new): part.replace(old.encode(), new.encode()) for name, part in parts.items()}
    refused(zipped(tmp_path / "moved.xlsx", moved), "too far apart", open_table)


def test_a_workbook_without_references_is_read(tmp_path: Path) -> None:
    text = "<c t='inlineStr'><is><t>some words</t></is></c>"
    assert len(cells_of(open_table(sheet(tmp_path / "near.xlsx", f"<row>{text}</row>" * 3)))) in (2, 3)


def test_repeated_cells_of_an_open_document_are_reported(tmp_path: Path) -> None:
    cell = '<t:table-cell o:value-type="string" t:number-columns-repeated="{}"><p>x</p></t:table-cell>'
    row = '<t:table-row t:number-rows-repeated="{}">' + cell + "</t:table-row>"
    far, near = (
        zipped(tmp_path / f"{size[0]}.ods", {"content.xml": f"<d><t:table>{row.format(*size)}</t:table></d>"})
        for size in ((1_048_576, 16_384), (2, 3))
    )
    refused(far, "too far apart", refuse_bomb)
    refuse_bomb(near)


def test_more_rows_than_spreadsheet_programs_have_are_reported(tmp_path: Path) -> None:
    row = (
        '<t:table-row t:number-rows-repeated="{}"><t:table-cell o:value-type="string"><p>x</p></t:table-cell>'
    )
    cell = "<row><c r='A{}'><v>1</v></c></row>"
    for count in (1 << 20, (1 << 20) + 1):
        content = {"content.xml": f"<d><t:table>{row.format(count)}</t:table-row></t:table></d>"}
        book = zipped(tmp_path / f"{count}.ods", content)
        other = sheet(tmp_path / f"{count}.xlsx", cell.format(1) + cell.format(count))
        if count == 1 << 20:
            refuse_bomb(book)
            refuse_bomb(other)
        else:
            refused(book, "too many rows", refuse_bomb)
            refused(other, "too many rows", refuse_bomb)


def test_blank_rows_above_a_distant_row_belong_to_the_record_before(tmp_path: Path) -> None:
    text = '<c r="A{0}" t="inlineStr"><is><t>words {0}</t></is></c>'
    rows = "".join(f"<row>{text.format(at)}</row>" for at in (1, 2, 1_048_576))
    items = list(open_table(sheet(tmp_path / "far.xlsx", rows)).records())
    assert items[-1].line == 1_048_576
    assert items[-2].raw.count(b"\n") == 1_048_576 - 2


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    table = arrow.table({"id": [1, 2], "title": ["a", None], "raw": [b"x", b"\xff"], "l": [[1], []]})
    parquet.write_table(table, path, row_group_size=1)
    found = open_table(path)
    assert (found.columns, found.sniffed.sure) == (("id", "title", "raw", "l"), True)
    assert cells_of(found) == [("1", "a", "x", "[1]"), ("2", "", "\ufffd", "[]")]
    assert detect_format(path) == "parquet"


def test_pasted_cells_of_a_spreadsheet() -> None:
    table = PastedTable('id\ttitle\r\n1\t"two\nlines"\r\n2\tx, y\r\n')
    assert (table.columns, table.dialect.delimiter) == (("id", "title"), "\t")
    assert cells_of(table) == [("1", "two\nlines"), ("2", "x, y")]
    assert cells_of(table) == cells_of(
        PastedTable('id\ttitle\r\n1\t"two\nlines"\r\n2\tx, y\r\n', table.dialect)
    )
    with pytest.raises(MltagError, match="Nothing was pasted"):
        PastedTable(" \n")


def test_an_unsure_encoding_has_alternatives_with_previews(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,title\n1,plain\n2,čtyři žlutí koně\n".encode("iso8859-2"))
    ways = alternatives(path)
    assert len(ways) > 1
    assert any("čtyři žlutí koně" in row for way in ways for row in way.rows)
    assert not open_table(path).sniffed.sure


def test_parts_of_a_dialect_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id;title\n1;č, ž\n2;x, y\n".encode("iso8859-2"))
    assert dialect_as(path, ReadingOptions()) is None
    found = dialect_as(path, ReadingOptions(encoding="latin2", header=False))
    assert (found.encoding, found.delimiter, found.header) == ("iso8859-2", ";", False)
    assert dialect_as(path, ReadingOptions(delimiter=",")).delimiter == ","
    with pytest.raises(MltagError, match="Unknown encoding"):
        dialect_as(path, ReadingOptions(encoding="utf-9"))
    with pytest.raises(MltagError, match="no sheets"):
        dialect_as(path, ReadingOptions(sheet="One"))
    with pytest.raises(MltagError, match="not delimited text"):
        dialect_as(workbook(tmp_path / "b.xlsx", One=[("title",), ("x",)]), ReadingOptions(encoding="utf-8"))


def test_a_mark_given_away_with_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title\n1,é\n", encoding="utf-8-sig")
    assert dialect_as(path, ReadingOptions(encoding="utf-8")).bom == b"\xef\xbb\xbf"
    assert dialect_as(path, ReadingOptions(encoding="cp1252")).bom == b""


# Mending

DIALECT = Dialect("cp1252", b"", ",", '"', "\r\n", header=True)
ASIDE = QuarantinedRecord(7, b"1,caf\xe9,x,y\r\n\r\n", "The record has 4 cells; the table has 3.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,a", "has 2 cells"),
        ('1,"a,x', "not closed"),
        ("1,a,→", "does not include the character '→'"),
        ("1,\ufffd,x", "shown as"),
        ("", "empty"),
        ("1,a,x\n2,b,y", "2 records"),
    ],
)
def test_an_invalid_repair_has_a_reason(text: str, said: str) -> None:
    reason = repair(text, DIALECT, ("id", "title", "tag"), ASIDE)
    assert isinstance(reason, str)
    assert said in reason


def test_a_repaired_record_keeps_position_and_line_ends() -> None:
    assert editable(ASIDE, DIALECT) == "1,café,x,y"
    record = repair('1,"café,x",y', DIALECT, ("id", "title", "tag"), ASIDE)
    assert record == Record(7, b'1,"caf\xe9,x",y\r\n\r\n', ("1", "café,x", "y"))
    assert repair("1,a,x", DIALECT, ("id", "title", "tag")) == Record(1, b"1,a,x\r\n", ("1", "a", "x"))


def test_a_repaired_object() -> None:
    dialect = Dialect("utf-8", b"", ",", '"', "\n", header=False, form="jsonl", keys=("t",))
    quarantined = QuarantinedRecord(3, b"{'t': 1}\n", "The line is no JSON.")
    assert repair('{"t": 1}', dialect, ("t",), quarantined) == Record(3, b'{"t": 1}\n', ("1",))
    for text in ("{'t': 1}", "[1]", '{"t":\n1}'):
        assert isinstance(repair(text, dialect, ("t",), quarantined), str)


def test_a_workbook_is_recognised_without_its_suffix(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", One=[("title",), ("x",)])
    content = path.read_bytes()
    other = tmp_path / "data.bin"
    other.write_bytes(content)
    assert detect_format(other) == "xlsx"
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["One"]
