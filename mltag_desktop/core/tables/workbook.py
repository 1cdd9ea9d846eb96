"""Workbooks and other binary tables, read as numbered rows of values, and their writers.

Tables in binary files: numbered rows of values, such as a sheet or a Parquet file.

Each record is presented as a line of comma-separated UTF-8, so that callers can treat all tables alike. Types
and formats are only in the original file, which is needed to write the table back (see `original_editing`).

Workbooks: the table in a sheet, read with calamine, and a writer with openpyxl.

Write OpenDocument spreadsheets (.ods), row by row, as ISO/IEC 26300 describes them.

A library was measured first: odfdo needs 9 ms for a row and holds the whole document in memory. A flat table
takes a few elements, which are written as a stream.
"""

import codecs
import contextlib
import math
import re
import zipfile
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.columns import guess_mapping
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect, column_names, has_header
from mltag_desktop.core.tables.file_access import (
    WORKBOOK_SUFFIXES,
    damaged_book_error,
    empty_error,
    header_only_error,
    markup_error,
    open_bytes,
)
from mltag_desktop.core.tables.record_parser import Item, Record
from mltag_desktop.core.tables.record_writer import new_record
from mltag_desktop.core.tables.table_source import BLOCK, Block, RowWriter, TableSource, as_text
from mltag_desktop.core.tables.workbook_guard import password_error, refuse_bomb, refuse_hostile_book

_BATCH: Final = 2_000


class ValueTable(TableSource):
    """A table of rows of values, which are read as text."""

    _drops_blank_rows = True

    def start(
        self,
        path: Path,
        dialect: Dialect,
        header: Sequence[str] | None,
        width: int,
        *,
        drops_blank_rows: bool = True,
    ) -> None:
        """Set the attributes; raises `MltagError` if there is no row with a value below the header.

        Rows without values are blank lines instead of records if `drops_blank_rows`.
        """
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
        self.path = path
        self.dialect = dialect
        self.columns = column_names([""] * width if header is None else header)
        self._drops_blank_rows = drops_blank_rows
        blank = 0
        for row in self.rows_of_values():
            if any(row_texts(row)):
                break
            blank += drops_blank_rows
        else:
            raise header_only_error(path)
        first = b"" if header is None else new_record(header, dialect)
        self.head = b"\n" * dialect.skip + first + b"\n" * blank
        self._position = 0

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records in blocks; a row without values is a blank line after the previous record."""
        number = self.dialect.skip + self.dialect.header + 1
        batch: list[Item] = []
        values: list[Sequence[Any]] = []
        blank = 0
        blank_row: Sequence[Any] = ()
        for row in self.rows_of_values():
            if len(row) != len(blank_row):
                blank_row = [""] * len(row)
            texts = () if row == blank_row else row_texts(row)  # a cell far below has a million above it
            if any(texts) or not self._drops_blank_rows:
                _add_blank_lines(batch, blank)
                blank = 0
                if len(batch) >= _BATCH:
                    yield Block(batch, values)
                    batch, values = [], []
                batch.append(Record(number, new_record(texts, self.dialect), texts))
                values.append(row)
            else:
                blank += 1
            number += 1
        self._position = self.size
        if batch:
            _add_blank_lines(batch, blank)
            yield Block(batch, values)

    @abstractmethod
    def rows_of_values(self) -> Iterator[Sequence[Any]]:
        """Yield the rows below the header."""


def utf8_dialect(form: str, *, header: bool, skip: int = 0, sheet: str = "") -> Dialect:
    """Return the dialect of such a table."""
    return Dialect("utf-8", b"", ",", '"', "\n", header, skip=skip, form=form, sheet=sheet)


def row_texts(row: Iterable[Any]) -> tuple[str, ...]:
    """Return the cells of a row as text."""
    return tuple([value if isinstance(value, str) else as_text(value) for value in row])


def _add_blank_lines(batch: list[Item], count: int) -> None:
    """Add the blank lines below the last record to its bytes; one by one, they would take minutes."""
    if batch and count:
        batch[-1] = batch[-1]._replace(raw=batch[-1].raw + b"\n" * count)


_MAGIC: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_SAMPLE_ROWS: Final = 200
_MAX_PREAMBLE: Final = 30
_LEAST_ROWS: Final = 2
"""Smallest number of rows below the header in a sheet of records."""
_MANY_TIMES: Final = 4
MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
_MAX_LENGTH: Final = 32_767
_INEXACT_FROM: Final = 10**15
"""Spreadsheets drop the last digits of integers from here on, such as long ids."""
_MAX_DIGITS: Final = 15
"""Number of significant digits that a spreadsheet keeps."""


class SheetTable(ValueTable):
    """One sheet of a workbook, by default the sheet with the records."""

    def __init__(self, path: Path, dialect: Dialect | None = None, *, sheet: str = "") -> None:
        """Select the sheet and detect its header.

        Raises `MltagError` when the sheet does not exist or is empty.
        """
        book = opened_book(path)
        names = list(book.sheet_names)
        self._sheet = _sheet(path, book, dialect.sheet if dialect else sheet)
        with understood(path):
            start = [row_texts(row) for row in islice(self._sheet.iter_rows(), _SAMPLE_ROWS)]
        skip = _header_row(start) if dialect is None else dialect.skip
        if skip >= len(start):
            raise empty_error(path)
        header = has_header(start[skip:]) if dialect is None else dialect.header
        sheet = self._sheet.name
        made = utf8_dialect("xlsx", header=header, skip=skip, sheet=sheet)
        self.start(path, made, start[skip] if header else None, len(start[skip]))
        if dialect is None:
            evidence = sentences(
                message("Sheet “{name}” of a workbook, one of {count}.", name=sheet, count=len(names))
                if len(names) > 1
                else message("Sheet “{name}” of a workbook.", name=sheet),
                message("Header in row {skip}.", skip=skip + 1) if header else message("No header row."),
            )
            self.sniffed = SniffedDialect(made, evidence, sure=len(names) == 1)

    @classmethod
    def form_of(cls, start: bytes, path: Path) -> str:
        """Return "xlsx" for a workbook; raises `MltagError` for a web page that is named like one."""
        is_named = path.suffix.lower() in WORKBOOK_SUFFIXES
        if start.startswith(_MAGIC) and (is_named or b"xl/" in start or b"Workbook" in start):
            return "xlsx"
        if is_named and start.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):
            raise markup_error(path)
        return ""

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether the sheet has more than `count` rows below its header, empty ones included."""
        last = int(self._sheet.total_height)  # counted from 0, whatever its name
        return last + 1 - self.dialect.skip - self.dialect.header > count

    def rows_of_values(self) -> Iterator[Sequence[Any]]:
        """Yield the rows below the header, with numbers, dates and texts as calamine reads them."""
        start = self.dialect.skip + self.dialect.header
        height = max(1, self._sheet.total_height)
        with understood(self.path):
            for number, row in enumerate(islice(self._sheet.iter_rows(), start, None), start):
                self._position = self.size * number // height
                yield row


class OneSheetWriter(RowWriter):
    """Writes one sheet with a header."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        super().__init__(out, source, added)
        self._count = 0
        check_sheet_size(1, len(self.columns))
        self.begin()
        self.write_rows([self.columns])

    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of values; raises `MltagError` when they do not fit in a sheet."""
        self._count += len(rows)
        check_sheet_size(self._count, len(self.columns))
        for row in rows:
            self.append(row)

    @abstractmethod
    def begin(self) -> None:
        """Open the sheet."""

    @abstractmethod
    def append(self, row: Sequence[Any]) -> None:
        """Write a row."""


class SheetWriter(OneSheetWriter):
    """Writes a workbook with one sheet; rows are buffered in a temporary file, not in memory."""

    def begin(self) -> None:
        """Create the workbook."""
        from openpyxl import Workbook

        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Records")

    def append(self, row: Sequence[Any]) -> None:
        """Write a row."""
        self._sheet.append([self._cell(value) for value in row])

    def finish(self) -> None:
        """Write the workbook."""
        save_book(self._book, self.out)

    def abandon(self) -> None:
        """Close the sheet's temporary file."""
        self._sheet.close()

    def _cell(self, value: Any) -> Any:
        """Return a value or cell that openpyxl writes unchanged.

        Texts never become formulas, and characters that XML does not allow are replaced. Values that a sheet
        cannot store become text: lists, bytes, times with a time zone, numbers with too many digits.
        """
        if value is None or _fits(value):
            return value
        from openpyxl.cell import WriteOnlyCell

        text, is_plain = sheet_text(value if isinstance(value, str) else as_text(value))
        if is_plain:
            return text
        cell = WriteOnlyCell(self._sheet, text)
        cell.data_type = "s"
        return cell


def save_book(book: Any, out: BinaryIO) -> None:
    """Write a workbook of openpyxl; when that fails, nothing writes to `out` any more."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.modified = datetime.now(UTC).replace(tzinfo=None)  # as openpyxl does
    archive = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
    try:
        ExcelWriter(book, archive).save()
    finally:
        archive.fp = None  # it would write the end of the archive when it is garbage collected


def check_length(source: TableSource) -> None:
    """Raise `MltagError` when the rows of a source and their header do not fit in a sheet."""
    if source.has_more_rows_than(MAX_ROWS - 1):
        check_sheet_size(MAX_ROWS + 1, len(source.columns))


def check_sheet_size(rows: int, columns: int) -> None:
    """Raise `MltagError` when so many rows (with the header) or columns do not fit in a sheet."""
    if rows > MAX_ROWS:
        raise MltagError(
            message("A sheet can have at most {max_rows:,} rows.", max_rows=MAX_ROWS),
            "Export a .csv file instead.",
        )
    if columns > MAX_COLUMNS:
        raise MltagError(
            message(
                "A sheet can have at most {max_columns:,} columns; the table would have {columns:,}.",
                max_columns=MAX_COLUMNS,
                columns=columns,
            ),
            "Export a .csv file instead, or fewer columns.",
        )


def _fits(value: Any) -> bool:
    """Return whether a sheet can store a non-text value without loss."""
    if isinstance(value, int):
        return abs(value) < _INEXACT_FROM
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, Decimal):
        exact = value.is_finite() and len(value.as_tuple().digits) <= _MAX_DIGITS
        return exact and math.isfinite(float(value))
    return isinstance(value, date | time | timedelta) and getattr(value, "tzinfo", None) is None


def sheet_text(value: str) -> tuple[str, bool]:
    """Return `value` without characters that a sheet cannot store, and whether openpyxl infers a text.

    Raises `MltagError` when it is too long for a cell.
    """
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if len(value) > _MAX_LENGTH:
        raise MltagError(
            message(
                "A cell of a sheet can hold at most {max_length:,} characters; one cell has {count:,}.",
                max_length=_MAX_LENGTH,
                count=len(value),
            ),
            "Export a .csv file instead.",
        )
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", value), value[:1] not in ("=", "#")


@contextlib.contextmanager
def understood(path: Path) -> Iterator[None]:
    """Convert errors of calamine into `MltagError`.

    calamine is written in Rust and panics on some workbooks; a panic is a `BaseException`, not an
    `Exception`.
    """
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise password_error(path) from error
    except (CalamineError, OSError) as error:
        raise damaged_book_error(path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged_book_error(path) from error


def opened_book(path: Path) -> Any:
    """Open a workbook; raises `MltagError` when it is not a workbook, or is too large when unpacked."""
    from python_calamine import CalamineWorkbook

    with open_bytes(path) as file:
        if not file.read(1):
            raise empty_error(path)
    refuse_bomb(path)
    refuse_hostile_book(path)
    with understood(path):
        return CalamineWorkbook.from_path(path)


def sheet_names(path: Path) -> list[str]:
    """Return the sheet names of a workbook; raises `MltagError` when the file is not a workbook."""
    return list(opened_book(path).sheet_names)


def _sheet(path: Path, book: Any, name: str) -> Any:
    """Return the sheet called `name`, or the one that has the records."""
    if name and name not in book.sheet_names:
        hint = message("Choose one of these: {sheet_names}.", sheet_names=", ".join(book.sheet_names))
        raise MltagError(message("{path} has no sheet called {name}.", path=path, name=name), hint)
    with understood(path):
        sheets = [book.get_sheet_by_name(sheet_name) for sheet_name in ([name] if name else book.sheet_names)]
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if not filled:
        raise empty_error(path)
    with understood(path):
        return filled[0] if len(filled) == 1 else _with_records(filled)


def _with_records(sheets: Sequence[Any]) -> Any:
    """Return the first sheet with a header and texts, such as one after a sheet that explains the columns.

    A sheet with many times its rows is preferred. Without any, the first sheet is returned.
    """
    found = [sheet for sheet in sheets if _has_records(sheet)]
    if not found:
        return sheets[0]
    longest = max(found, key=lambda sheet: int(sheet.height))
    return longest if longest.height > _MANY_TIMES * found[0].height else found[0]


def _has_records(sheet: Any) -> bool:
    rows = [row_texts(row) for row in islice(sheet.iter_rows(), _SAMPLE_ROWS)]
    skip = _header_row(rows)
    below = rows[skip + 1 :]
    if len(below) < _LEAST_ROWS or not has_header(rows[skip:]):
        return False
    try:
        guess_mapping(column_names(rows[skip]), below)
    except MltagError:
        return False
    return True


def _header_row(rows: Sequence[Sequence[str]]) -> int:
    """Return the index of the first row with about as many filled cells as most rows, or after blank rows.

    Rows above it are a title.
    """
    filled = [sum(map(bool, row)) for row in rows]
    if not any(filled):
        return len(rows)
    usual = Counter(count for count in filled if count).most_common(1)[0][0]
    enough = max(1, min(usual, max(filled)) * 0.6)
    first = next((at for at, count in enumerate(filled[:_MAX_PREAMBLE]) if count >= enough), None)
    return first if first is not None else next(at for at, count in enumerate(filled) if count)


_MIME: Final = "application/vnd.oasis.opendocument.spreadsheet"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_MANIFEST: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    '<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>\n"
)
_START: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0"'
    f' xmlns:text="{_OASIS}:text:1.0" office:version="1.3">'
    '<office:body><office:spreadsheet><table:table table:name="Records">'
)
_END: Final = "</table:table></office:spreadsheet></office:body></office:document-content>"
_SPACES: Final = re.compile(r"\t|^ +| {2,}| +$")
"""Tabs, and spaces that a reader would collapse."""
_INEXACT_FLOAT: Final = 2**53


class OpenDocumentWriter(OneSheetWriter):
    """Writes a spreadsheet with one sheet; rows go to the file at once."""

    def begin(self) -> None:
        """Write what comes before the rows."""
        self._archive = zipfile.ZipFile(self.out, "w", zipfile.ZIP_DEFLATED, allowZip64=True)
        self._archive.writestr("mimetype", _MIME, zipfile.ZIP_STORED)  # first and not packed, to be found
        self._archive.writestr("META-INF/manifest.xml", _MANIFEST)
        self._content = self._archive.open("content.xml", "w", force_zip64=True)
        self._content.write(_START.encode())

    def append(self, row: Sequence[Any]) -> None:
        """Write a row."""
        self._content.write(_row(row).encode())

    def finish(self) -> None:
        """Write the end of the document."""
        self._content.write(_END.encode())
        self._content.close()
        self._archive.close()

    def abandon(self) -> None:
        """Close the document where it is; the file is discarded."""
        self._content.close()
        self._archive.fp = None  # it would write the end of the archive when it is garbage collected


def _row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"


def _cell(value: Any) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    text, _ = sheet_text(as_text(value))
    kind = _type_of(value)
    if "\t" in text:  # some readers leave out tab elements
        kind["office:string-value"] = text
    attributes = "".join(f' {name}="{_quoted(each)}"' for name, each in kind.items())
    lines = "".join(f"<text:p>{_line(line.rstrip(chr(13)))}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell{attributes}>{lines}</table:table-cell>"


def _line(line: str) -> str:
    """Return a paragraph with its tabs and repeated spaces as elements."""
    return _SPACES.sub(
        lambda found: "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>',
        escape(line),
    )


def _quoted(text: str) -> str:
    """Return a text as the value of an attribute, where readers make spaces of other white space."""
    return escape(text).replace("\t", "&#9;").replace("\n", "&#10;").replace("\r", "&#13;")


def _type_of(value: Any) -> dict[str, str]:
    """Return the attributes for the type of a cell; values that a sheet cannot store are text."""
    if isinstance(value, bool):
        return {"office:value-type": "boolean", "office:boolean-value": "true" if value else "false"}
    if isinstance(value, Decimal) and value.is_finite():
        value = float(value)
    if isinstance(value, int | float) and abs(value) < _INEXACT_FLOAT:  # NaN and infinity are not
        return {"office:value-type": "float", "office:value": str(value)}
    if isinstance(value, datetime) and value.tzinfo is None:
        return {"office:value-type": "date", "office:date-value": value.isoformat()}
    if isinstance(value, date) and not isinstance(value, datetime):
        return {"office:value-type": "date", "office:date-value": value.isoformat()}
    if isinstance(value, time | timedelta) and getattr(value, "tzinfo", None) is None:
        return {"office:value-type": "time", "office:time-value": _duration(value)}
    return {"office:value-type": "string"}


def _duration(value: time | timedelta) -> str:
    """Return a time of day or a time span as an XML duration."""
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    seconds = value.total_seconds()
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{sign}PT{hours:02d}H{minutes:02d}M{rest:09.6f}S"
