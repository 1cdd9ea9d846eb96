"""Workbooks: the table in a sheet, read with calamine, and a writer with openpyxl."""

import codecs
import contextlib
import math
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.column_mapping import guess_mapping
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect
from mltag_desktop.core.tables.file_access import (
    WORKBOOK_SUFFIXES,
    damaged_book_error,
    empty_error,
    markup_error,
    open_bytes,
)
from mltag_desktop.core.tables.header import column_names
from mltag_desktop.core.tables.layout import has_header
from mltag_desktop.core.tables.table_source import RowWriter, TableSource, Value, as_text
from mltag_desktop.core.tables.value_table import ValueTable, row_texts, utf8_dialect
from mltag_desktop.core.tables.workbook_guard import password_error, refuse_bomb, refuse_hostile_book

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
        if dialect is None:
            with understood(path):
                start = [row_texts(row) for row in islice(self._sheet.iter_rows(), _SAMPLE_ROWS)]
            if not any(any(row) for row in start):
                raise empty_error(path)
            skip = _header_row(start)
            header = has_header(start[skip:])
            dialect = utf8_dialect("xlsx", header=header, skip=skip, sheet=self._sheet.name)
            sheet = self._sheet.name
            evidence = sentences(
                message("Sheet “{name}” of a workbook, one of {count}.", name=sheet, count=len(names))
                if len(names) > 1
                else message("Sheet “{name}” of a workbook.", name=sheet),
                message("Header in row {skip}.", skip=skip + 1) if header else message("No header row."),
            )
            self.start(path, dialect, start[skip] if header else None, len(start[skip]))
            self.sniffed = SniffedDialect(dialect, evidence, sure=len(names) == 1)
            return
        dialect = utf8_dialect("xlsx", header=dialect.header, skip=dialect.skip, sheet=self._sheet.name)
        with understood(path):
            row = next(islice(self._sheet.iter_rows(), dialect.skip, None), None)
        if row is None:
            raise empty_error(path)
        self.start(path, dialect, row_texts(row) if dialect.header else None, len(row))

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


class SheetWriter(RowWriter):
    """Writes a workbook with one sheet; rows are buffered in a temporary file, not in memory."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        from openpyxl import Workbook

        super().__init__(out, source, added)
        check_sheet_size(1, len(self.columns))
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Records")
        self._sheet.append([self._cell(name) for name in self.columns])
        self._count = 1

    def write(self, block: Block, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows with their added values; raises `MltagError` when they do not fit in a sheet."""
        self._count += block.row_count
        check_sheet_size(self._count, len(self.columns))
        for row in self.whole_rows(block, values):
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
    if not any(any(row) for row in rows):
        return False
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
    """Return the index of the first row with about as many filled cells as most rows.

    Rows above it are a title.
    """
    filled = [sum(map(bool, row)) for row in rows]
    usual = Counter(count for count in filled if count).most_common(1)[0][0]
    enough = max(1, min(usual, max(filled)) * 0.6)
    first = next((at for at, count in enumerate(filled[:_MAX_PREAMBLE]) if count >= enough), None)
    return first if first is not None else next(at for at, count in enumerate(filled) if count)
