"""Refuse zip bombs: check the unpacked size of a workbook before it is read into memory."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError

MOST_BYTES: Final = 2 << 30
"""Maximum unpacked size of a workbook in bytes: twice that of a sheet of a million rows and 20 columns."""
_MAX_RATIO: Final = 1_032
"""Maximum compression ratio of deflate; https://zlib.net/zlib_tech.html"""
_READ_SIZE: Final = 1 << 20
MOST_CELLS: Final = 60_000_000
"""Maximum number of cells in the range of a sheet; calamine allocates all of them, also the empty ones."""
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_DIMENSION: Final = re.compile(rb'<(?:\w+:)?dimension\s+ref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"')
_FILLED_CELL: Final = re.compile(
    # Atomic group and possessive quantifier prevent backtracking.
    rb'<(?:\w+:)?c\s(?>(?:[^<>]*?\s)?r="([A-Z]{1,9})(\d{1,12})")[^<>]*+(?<!/)>'
)
_FAR_CELL: Final = re.compile(rb' r="(?:[A-Z]{3,}\d|[A-Z]+\d{7})')
"""A cell in column AAA or later, or in row 1,000,000 or later."""
_TWO_LETTER_COLUMN: Final = re.compile(rb' r="[A-Z]{2,}\d')
_SIX_DIGIT_ROW: Final = re.compile(rb' r="[A-Z]+\d{6}')
"""With matches of both, the range may have 702 columns of 999,999 rows; with one, `MOST_CELLS` cells."""
_VERIFIED_SIZE: Final = 64 << 20
"""Size in bytes up to which the declared range of a sheet is verified; that takes about 0.1 s."""
_MAX_TAG_LENGTH: Final = 1_000


def refuse_bomb(path: Path, most: int = MOST_BYTES) -> None:
    """Raise `MltagError` for a zip file that unpacks to more than `most` bytes.

    A workbook is also refused when the range between its cells is so large that it would fill the memory. A
    file that is not a zip file is not checked. Declared sizes may be wrong, so a file that could be too large
    is decompressed once, in pieces that are discarded.
    """
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
            if sum(entry.file_size for entry in entries) > most:
                raise _too_large(path, most)
            if sum(entry.compress_size for entry in entries) * _MAX_RATIO > most:
                for entry in entries:
                    _unpack(book, entry)
            if any(_is_sprawling(book, entry) for entry in entries if _SHEET.fullmatch(entry.filename)):
                raise MltagError(
                    f"{path} has cells too far apart to be read.",
                    "Delete cells far from the table, or save the sheet you need as a .csv file.",
                )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        if zipfile.is_zipfile(path):
            raise MltagError(f"{path} is a damaged workbook.", "Save it again as .xlsx.") from error
    except OSError as error:
        raise MltagError(
            f"{path} could not be read: {error.strerror}.", "Check the name and try again."
        ) from error


def _unpack(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Read an entry to its end; an entry that is longer than declared fails its checksum."""
    with book.open(entry) as file:
        while file.read(_READ_SIZE):
            pass


def _is_sprawling(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Return whether the range of a sheet has more than `MOST_CELLS` cells.

    A smaller declared range is trusted when no cell contradicts it. A larger one may include cells with a
    format but no value, so the range of the cells with a value is computed.
    """
    with book.open(entry) as file:
        start = file.read(_READ_SIZE)
        dimension = _DIMENSION.search(start)
        is_declared_small = (
            dimension is not None and _span([*map(_row_and_column, dimension[1].split(b":"))]) <= MOST_CELLS
        )
        if is_declared_small and (
            entry.file_size > _VERIFIED_SIZE or not _may_be_sprawling(start + file.read())
        ):
            return False
    with book.open(entry) as file:
        start = file.read(_READ_SIZE)
        corners: list[tuple[int, int]] = []
        block = start
        while block:
            cells = [(int(row), _column_number(column)) for column, row in _FILLED_CELL.findall(block)]
            if cells:
                rows, columns = zip(*(corners + cells), strict=True)
                corners = [(min(rows), min(columns)), (max(rows), max(columns))]
            data = file.read(_READ_SIZE)
            block = block[-_MAX_TAG_LENGTH:] + data if data else b""
    return _span(corners) > MOST_CELLS


def _may_be_sprawling(sheet: bytes) -> bool:
    """Return whether the cell references of a sheet may span more than `MOST_CELLS` cells."""
    return bool(
        _FAR_CELL.search(sheet) or (_TWO_LETTER_COLUMN.search(sheet) and _SIX_DIGIT_ROW.search(sheet))
    )


def _span(corners: list[tuple[int, int]]) -> int:
    """Return the number of cells in the range between two corners, or 1 for a single corner."""
    if not corners:
        return 0
    (top, left), (bottom, right) = corners[0], corners[-1]
    return (bottom - top + 1) * (right - left + 1)


def _row_and_column(corner: bytes) -> tuple[int, int]:
    """Return row and column (from 1) of a cell reference such as B2."""
    letters = corner.rstrip(b"0123456789")
    return int(corner[len(letters) :]), _column_number(letters)


def _column_number(letters: bytes) -> int:
    """Return the number of a column; A is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(path: Path, most: int) -> MltagError:
    return MltagError(
        f"{path} is larger than {most >> 20:,} MiB when unpacked.", "Save the sheet you need as a .csv file."
    )
