"""Row source and row writer for spreadsheets: read with calamine, written row by row with openpyxl."""

import contextlib
import math
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.file_access import empty_error, header_only_error, open_bytes
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, RowWriter, Value, as_text, grouped
from mltag_desktop.core.tables.formats.spreadsheet_unpacking import refuse_bomb
from mltag_desktop.core.tables.text.header import column_names

_MAX_ROWS: Final = 1_048_576
_MAX_LENGTH: Final = 32_767
_INEXACT_FROM: Final = 10**15
"""Spreadsheets drop the last digits of integers from here on, such as long ids."""
_MAX_DIGITS: Final = 15
"""Number of significant digits that a spreadsheet keeps."""


@contextlib.contextmanager
def understood(path: Path) -> Iterator[None]:
    """Convert errors of calamine into `MltagError`.

    calamine is written in Rust and panics on some workbooks; a panic is a `BaseException`, not an
    `Exception`.
    """
    from python_calamine import CalamineError

    try:
        yield
    except (CalamineError, OSError) as error:
        raise MltagError(
            f"{path} is not a readable spreadsheet: {error}.", "Save it again as .xlsx."
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise MltagError(
            f"{path} contains unreadable content: {error}.",
            "Save the sheet you need as a .csv file.",
        ) from error


def opened_book(path: Path) -> Any:
    """Open a workbook; raises `MltagError` when it is not a workbook, or is too large when unpacked."""
    from python_calamine import CalamineWorkbook

    with open_bytes(path) as file:
        if not file.read(1):
            raise empty_error(path)
    refuse_bomb(path)
    with understood(path):
        return CalamineWorkbook.from_path(path)


class SheetSource(RowSource):
    """The first sheet of a workbook; its first row is the header. The sheet is read into memory."""

    def __init__(self, path: Path) -> None:
        book = opened_book(path)
        with understood(path):
            self._sheet = book.get_sheet_by_index(0)
            rows = self._sheet.iter_rows()
            header, first = next(rows, None), next(rows, None)
        self._done = 0
        if header is None:
            raise empty_error(path)
        if first is None:
            raise header_only_error(path)
        super().__init__(path, column_names([as_text(value) for value in header]))

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; `originals` are lists of numbers, dates and texts."""
        self.start_over()
        return grouped(self._rows(), size)

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the rows read so far."""
        return float(self._done / max(1, self._sheet.height))

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values with the types that calamine gives them."""
        return list(original)

    def _rows(self) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
        with understood(self.path):
            rows = self._sheet.iter_rows()
            next(rows)
            for self._done, row in enumerate(rows, 2):
                cells = tuple([value if isinstance(value, str) else as_text(value) for value in row])
                if any(cells):
                    yield cells, row


class SheetWriter(RowWriter):
    """Writes a workbook with one sheet; rows are buffered in a temporary file, not in memory."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str]) -> None:
        from openpyxl import Workbook

        super().__init__(source, added)
        self._out = out
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Records")
        self._sheet.append([self._cell(name) for name in self.columns])
        self._count = 1

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows with their added values; raises `MltagError` when they do not fit in a sheet."""
        self._count += len(chunk)
        if self._count > _MAX_ROWS:
            raise MltagError(f"A sheet can have at most {_MAX_ROWS:,} rows.", "Export a .csv file instead.")
        for row in self.whole_rows(chunk, values):
            self._sheet.append([self._cell(value) for value in row])

    def finish(self) -> None:
        """Write the workbook."""
        self._book.save(self._out)

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
            f"A cell of a sheet can hold at most {_MAX_LENGTH:,} characters; one cell has {len(value):,}.",
            "Export a .csv file instead.",
        )
    return ILLEGAL_CHARACTERS_RE.sub("\ufffd", value), value[:1] not in ("=", "#")
