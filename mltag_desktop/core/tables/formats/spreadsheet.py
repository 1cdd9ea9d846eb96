"""Row writer for spreadsheets with openpyxl, and safe opening of workbooks with calamine."""

import contextlib
import math
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final
from xml.parsers.expat import ExpatError

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_access import damaged_book_error, empty_error, open_bytes
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, RowWriter, Value, as_text
from mltag_desktop.core.tables.formats.sheet_range import is_sprawling
from mltag_desktop.core.tables.formats.workbook_probe import refuse_hostile_book

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
_MAX_LENGTH: Final = 32_767
_INEXACT_FROM: Final = 10**15
"""Spreadsheets drop the last digits of integers from here on, such as long ids."""
_MAX_DIGITS: Final = 15
"""Number of significant digits that a spreadsheet keeps."""
MOST_BYTES: Final = 2 << 30
"""Maximum unpacked size of a workbook in bytes: twice that of a sheet of a million rows and 20 columns."""
_MAX_RATIO: Final = 1_032
"""Maximum compression ratio of deflate; https://zlib.net/zlib_tech.html"""
_READ_SIZE: Final = 1 << 20
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b":encryption-data"
"""The list of the parts of an OpenDocument file, and what it has for a part that needs a password."""


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
        raise _password_error(path) from error
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


class SheetWriter(RowWriter):
    """Writes a workbook with one sheet; rows are buffered in a temporary file, not in memory."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str]) -> None:
        from openpyxl import Workbook

        super().__init__(source, added)
        check_sheet_size(1, len(self.columns))
        self._out = out
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Records")
        self._sheet.append([self._cell(name) for name in self.columns])
        self._count = 1

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows with their added values; raises `MltagError` when they do not fit in a sheet."""
        self._count += len(chunk)
        check_sheet_size(self._count, len(self.columns))
        for row in self.whole_rows(chunk, values):
            self._sheet.append([self._cell(value) for value in row])

    def finish(self) -> None:
        """Write the workbook."""
        save_book(self._book, self._out)

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


def check_length(source: RowSource) -> None:
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


def refuse_bomb(path: Path | str, most: int = MOST_BYTES, content: BinaryIO | None = None) -> None:
    """Raise `MltagError` for a zip file that unpacks to more than `most` bytes.

    With `content`, an open file, `path` is only the name in messages.

    A workbook is also refused when the range between its cells is so large that it would fill the memory, or
    when it is OpenDocument with a password, whose range cannot be read. A file that is not a zip file is not
    checked. Declared sizes may be wrong, so a file that could be too large is decompressed once, in pieces
    that are discarded.
    """
    try:
        with zipfile.ZipFile(content or path) as book:
            entries = book.infolist()
            if sum(entry.file_size for entry in entries) > most:
                raise _too_large(path, most)
            if sum(entry.compress_size for entry in entries) * _MAX_RATIO > most:
                for entry in entries:
                    _unpack(book, entry)
            if _MANIFEST in book.namelist() and _ENCRYPTED in book.read(_MANIFEST):
                raise _password_error(path)
            if any(is_sprawling(book, entry) for entry in entries):
                raise MltagError(
                    message("{path} has cells too far apart to be read.", path=path),
                    "Delete cells far from the table, or save the sheet you need as a .csv file.",
                )
    except (
        zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ExpatError
    ) as error:  # fmt: skip
        if zipfile.is_zipfile(content or path):
            raise damaged_book_error(path) from error
    except OSError as error:
        raise read_error(path, error, "Check the name and try again.") from error


def _password_error(path: Path | str) -> MltagError:
    return MltagError(
        message("{path} is protected with a password.", path=path),
        "Remove the password in a spreadsheet program, then save the workbook again.",
    )


def _unpack(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read an entry to its end; an entry that is longer than declared fails its checksum."""
    with book.open(entry) as file:
        while file.read(_READ_SIZE):
            pass


def _too_large(path: Path | str, most: int) -> MltagError:
    return MltagError(
        message("{path} is larger than {most:,} MiB when unpacked.", path=path, most=most >> 20),
        "Save the sheet you need as a .csv file.",
    )
