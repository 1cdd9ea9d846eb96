"""The range of the filled cells of a sheet, computed before calamine allocates all cells in it."""

import re
import xml.parsers.expat
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Final

MOST_CELLS: Final = 71_000_000
"""Maximum number of cells in the range of a sheet; calamine allocates all of them, also the empty ones."""
_FEW_CELLS: Final = 5_000_000
"""Number of cells, filled or empty, that are read in about a second: every sheet may have them."""
_SPREAD: Final = 50
"""Maximum number of cells in a larger range for each filled one."""
_READ_SIZE: Final = 1 << 20
_UNUSUAL_SIGNS: Final = tuple(f"<c{sign}".encode() for sign in "\t\r\n/>")
_PREFIX_SIGNS: Final = tuple(f":c{sign}".encode() for sign in " \t\r\n/>")
_UNUSUAL_REFERENCE: Final = re.compile(rb'<c r="(?!(?:[A-Z]{1,3})(?:\d{1,6}|10\d{5})")')
_PREFIXED_CELL: Final = re.compile(rb"<[^\s<>/:]+:c[\s/>]")
_FILLED_CELL: Final = re.compile(rb'<c r="([A-Z]+)(\d+)"[^<>]*+(?<!/)>')
_COLUMN_BOUNDS: Final = (
    (re.compile(rb'<c r="[A-Z]{3}'), 26 + 26**2 + 26**3),
    (re.compile(rb'<c r="[B-Z][A-Z]'), 26 + 26**2),
    (re.compile(rb'<c r="A[A-Z]'), 26 + 26),
)
"""Patterns of cells, and upper bounds for the number of columns if no pattern before matches."""
_ROW_BOUNDS: Final = (
    (re.compile(rb'<c r="[A-Z]+\d{6}'), 1_099_999),
    (re.compile(rb'<c r="[A-Z]+\d{5}'), 99_999),
)
_REFERENCE: Final = re.compile(r"([A-Za-z]{1,9})(\d{1,12})")
_MAX_DIGITS: Final = 12
_REPEATED: Final = "number-{}s-repeated"


def is_sprawling(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Return whether an entry is a sheet whose filled cells span more cells than the reader may allocate.

    Sheets as spreadsheet programs write them are searched with regular expressions. All others are read
    with an XML parser, which sees the same cells as calamine. Raises `xml.parsers.expat.ExpatError` when
    that is not possible.
    """
    if entry.filename == "content.xml":
        return _OpenDocumentRange().is_too_large(book, entry)
    columns, rows, filled = 26, 9_999, 0
    with book.open(entry) as file:
        for piece in _pieces(file):
            if _is_unusual(piece):
                return _ParsedRange().is_too_large(book, entry)
            columns = _bound(columns, _COLUMN_BOUNDS, piece)
            rows = _bound(rows, _ROW_BOUNDS, piece)
            filled += piece.count(b"<c ")
    return _is_too_large(columns * rows, filled) and _is_too_large(_usual_range(book, entry), filled)


def _is_too_large(size: int, filled: int) -> bool:
    """Return whether a range of `size` cells is too large for a sheet with so many filled cells."""
    return size > min(MOST_CELLS, max(_FEW_CELLS, _SPREAD * filled))


def _bound(bound: int, bounds: Iterable[tuple[re.Pattern[bytes], int]], piece: bytes) -> int:
    """Return the bound for a piece if it is larger than the one so far."""
    larger = (most for pattern, most in bounds if most > bound and pattern.search(piece))
    return next(larger, bound)


def _is_unusual(piece: bytes) -> bool:
    """Return whether a cell has another form than `<c r="A1"`, such as `<c r='a1'>` or `<c t="s">`."""
    return (
        piece.count(b"<c ") != piece.count(b'<c r="')
        or any(sign in piece for sign in _UNUSUAL_SIGNS)
        or bool(_UNUSUAL_REFERENCE.search(piece))
        or (any(sign in piece for sign in _PREFIX_SIGNS) and bool(_PREFIXED_CELL.search(piece)))
    )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the content of a file in pieces that each begin with a tag."""
    rest: list[bytes] = []
    while data := file.read(_READ_SIZE):
        cut = data.rfind(b"<")
        if cut < 0:
            rest.append(data)
            continue
        yield b"".join([*rest, data[:cut]])
        rest = [data[cut:]]
    yield b"".join(rest)


def _usual_range(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    columns: set[bytes] = set()
    rows: set[bytes] = set()
    with book.open(entry) as file:
        for piece in _pieces(file):
            if found := _FILLED_CELL.findall(piece):
                new_columns, new_rows = zip(*found, strict=True)
                columns.update(new_columns)
                rows.update(new_rows)
    if not columns:
        return 0
    right, left = (pick(_column_number(letters.decode()) for letters in columns) for pick in (max, min))
    bottom, top = (pick(map(int, rows)) for pick in (max, min))
    return (bottom - top + 1) * (right - left + 1)


class _XmlRange:
    """Base class of ranges that an XML parser finds."""

    def __init__(self) -> None:
        self._row = self._column = 0
        self._filled = 0
        self._corners: tuple[int, int, int, int] | None = None

    def is_too_large(self, book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
        """Return whether the reader may not allocate all cells in the range."""
        parser = xml.parsers.expat.ParserCreate()
        parser.StartElementHandler = lambda name, attributes: self.start(_local(name), attributes)
        parser.EndElementHandler = lambda name: self.end(_local(name))
        with book.open(entry) as file:
            while (data := file.read(_READ_SIZE)) and self.size <= MOST_CELLS:
                parser.Parse(data)
        return _is_too_large(self.size, self._filled)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    @property
    def size(self) -> int:
        """The number of cells in the range so far."""
        if self._corners is None:
            return 0
        top, left, bottom, right = self._corners
        return (bottom - top + 1) * (right - left + 1)

    def fill(self, row: int, column: int, last_row: int = 0, last_column: int = 0) -> None:
        """Extend the range by a cell, or by the cells up to the last ones."""
        self._filled += 1
        last_row, last_column = max(row, last_row), max(column, last_column)
        top, left, bottom, right = self._corners or (row, column, row, column)
        self._corners = min(top, row), min(left, column), max(bottom, last_row), max(right, last_column)


class _ParsedRange(_XmlRange):
    """The range of a sheet in a workbook: a cell without a reference follows the one before it."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Move to a row or cell; a value fills the cell."""
        if name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) <= _MAX_DIGITS else self._row + 1
            self._column = 0
        elif name == "c":
            self._column += 1
            reference = _REFERENCE.fullmatch(attributes.get("r", ""))
            if reference is not None:
                self._row, self._column = int(reference[2]), _column_number(reference[1])
        elif name in ("v", "is", "f"):
            self.fill(self._row, self._column)


class _OpenDocumentRange(_XmlRange):
    """The largest range of the sheets in an OpenDocument file, whose rows and cells can be repeated."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = 1

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Move to a sheet, row or cell; a value type fills the cell."""
        named = {_local(key): value for key, value in attributes.items()}
        if name == "table":
            if not _is_too_large(self.size, self._filled):
                self._corners, self._filled = None, 0
            self._row = 1
        elif name == "table-row":
            self._rows = _count(named.get(_REPEATED.format("row"), ""))
            self._column = 1
        elif name in ("table-cell", "covered-table-cell"):
            repeated = _count(named.get(_REPEATED.format("column"), ""))
            if "value-type" in named or "formula" in named:
                self.fill(self._row, self._column, self._row + self._rows - 1, self._column + repeated - 1)
            self._column += repeated

    def end(self, name: str) -> None:
        """Move below a row."""
        if name == "table-row":
            self._row += self._rows


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _count(number: str) -> int:
    return max(1, int(number)) if number.isdecimal() and len(number) <= _MAX_DIGITS else 1


def _column_number(letters: str) -> int:
    """Return the number of a column; A is 1."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
