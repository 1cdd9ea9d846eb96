"""Workbooks are zip files: how large one becomes is found out before anything reads it into memory."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError

MOST_BYTES: Final = 2 << 30
"""Of a workbook, unpacked. A full sheet of a million rows and twenty columns has half of that."""
_MOST_RATIO: Final = 1_032
"""Deflate makes nothing smaller than this; https://zlib.net/zlib_tech.html"""
_AT_ONCE: Final = 1 << 20
MOST_CELLS: Final = 60_000_000
"""Between the first and the last cell of a sheet; its reader holds all of them, the empty ones too."""
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_DIMENSION: Final = re.compile(rb'<(?:\w+:)?dimension\s+ref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"')
_FILLED: Final = re.compile(
    rb'<(?:\w+:)?c\s(?>(?:[^<>]*?\s)?r="([A-Z]{1,9})(\d{1,12})")[^<>]*+(?<!/)>'  # no byte is tried twice over
)
_STRANGE: Final = re.compile(rb' r="(?:[A-Z]{3,}\d|[A-Z]+\d{7})')
"""A cell in the column AAA or the row 1,000,000, or beyond."""
_WIDE: Final = re.compile(rb' r="[A-Z]{2,}\d')
_LONG: Final = re.compile(rb' r="[A-Z]+\d{6}')
"""With both, 702 columns of 999,999 rows may lie between the cells; with one of them about `MOST_CELLS`."""
_LOOKED_THROUGH: Final = 64 << 20
"""Bytes of a sheet up to which what it says of itself is not simply believed: a tenth of a second."""
_LONGEST_TAG: Final = 1_000


def refuse_bomb(path: Path, most: int = MOST_BYTES) -> None:
    """Raise `MltagError` for a zip file that unpacks to more than `most` bytes, whatever it says of itself.

    So too for a sheet with a cell so far from the others that those between would fill the memory.

    A file that is no zip file is left to whoever reads it. Sizes may be lies, so a file that could become too
    large is unpacked once, a piece at a time, to nowhere.
    """
    try:
        with zipfile.ZipFile(path) as book:
            entries = book.infolist()
            if sum(entry.file_size for entry in entries) > most:
                raise _too_large(path, most)
            if sum(entry.compress_size for entry in entries) * _MOST_RATIO > most:
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
    """Read an entry to its end; one that is longer than it says fails its checksum."""
    with book.open(entry) as file:
        while file.read(_AT_ONCE):
            pass


def _is_sprawling(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Tell whether the cells of a sheet span more than `MOST_CELLS`.

    What the sheet says of itself is believed when it is less, and nothing strange stands in it. It may count
    cells with a format and nothing in them, so when it is more, those with a value are looked for.
    """
    with book.open(entry) as file:
        start = file.read(_AT_ONCE)
        said = _DIMENSION.search(start)
        is_less = said is not None and _span([*map(_place, said[1].split(b":"))]) <= MOST_CELLS
        if is_less and (entry.file_size > _LOOKED_THROUGH or not _is_strange(start + file.read())):
            return False
    with book.open(entry) as file:
        start = file.read(_AT_ONCE)
        corners: list[tuple[int, int]] = []
        block = start
        while block:
            found = [(int(row), _number(column)) for column, row in _FILLED.findall(block)]
            if found:
                rows, columns = zip(*(corners + found), strict=True)
                corners = [(min(rows), min(columns)), (max(rows), max(columns))]
            more = file.read(_AT_ONCE)
            block = block[-_LONGEST_TAG:] + more if more else b""
    return _span(corners) > MOST_CELLS


def _is_strange(sheet: bytes) -> bool:
    """Tell whether a sheet has cells that may span more than `MOST_CELLS`, whatever it says of itself."""
    return bool(_STRANGE.search(sheet) or (_WIDE.search(sheet) and _LONG.search(sheet)))


def _span(corners: list[tuple[int, int]]) -> int:
    """Return how many cells lie between two corners, or in one."""
    if not corners:
        return 0
    (top, left), (bottom, right) = corners[0], corners[-1]
    return (bottom - top + 1) * (right - left + 1)


def _place(corner: bytes) -> tuple[int, int]:
    """Return row and column of a corner such as B2."""
    letters = corner.rstrip(b"0123456789")
    return int(corner[len(letters) :]), _number(letters)


def _number(letters: bytes) -> int:
    """Return the number of a column, from A, which is 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_large(path: Path, most: int) -> MltagError:
    return MltagError(
        f"{path} is larger than {most >> 20:,} MiB when unpacked.", "Save the sheet you need as a .csv file."
    )
