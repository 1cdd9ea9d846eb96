"""What keeps a hostile workbook from filling the memory: checks before calamine reads it.

calamine allocates all cells in the range of a sheet, and aborts its process when there is not enough memory.
Sheets that are XML are searched for their range; binary workbooks (.xls, .xlsb) are read in a child process
first, where nothing that they do to the reader ends the program.
"""

import contextlib
import os
import re
import sys
import xml.parsers.expat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO, BinaryIO, Final
from xml.parsers.expat import ExpatError

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.processes.start import enter_job
from mltag_desktop.core.tables.file_access import damaged_book_error

MOST_BYTES: Final = 2 << 30
"""Maximum unpacked size of a workbook in bytes: twice that of a sheet of a million rows and 20 columns."""
_LARGE_BYTES: Final = 256 << 20
"""Bytes from which a file that repeats its content is refused unless the user allows it."""
MOST_TEXT: Final = 64 << 30
"""Maximum bytes of text that are made of a file, whatever the user allows."""
MOST_REPEATED: Final = 1_000
"""Usual maximum bytes of text for each byte of a file."""
_USUAL_RATIO: Final = 100
"""Maximum compression ratio of large workbooks as spreadsheet programs write them."""
_SHARED: Final = "xl/sharedstrings.xml"
"""The name of the part with the shared strings, which calamine finds in any case."""
_SHARED_END: Final = re.compile(rb"</(?:[^\s<>/:]+:)?si\s*>")
_DOUBTFUL: Final = re.compile(rb"<!|<(?:[^\s<>/:]+:)?si\b[^<>]*(?:/>|>\s*</)")
"""Comments and empty items, with which the numbers of shared strings may differ from those in calamine."""
_CELL: Final = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s/>]")
_PLAIN_CELL: Final = re.compile(
    rb"""<(?:[^\s<>/:]+:)?c((?:\s+\w+\s*=\s*["'][\w .-]*["'])*+)\s*+"""
    rb"""(?:/>|>(?:\s*<(?:[^\s<>/:]+:)?v>\s*(\d{1,9})\s*</)?)"""
)
"""A cell as programs write it: its attributes, and the number of its shared string or its own number."""
_MAX_RATIO: Final = 1_032
"""Maximum compression ratio of deflate; https://zlib.net/zlib_tech.html"""
_READ_SIZE: Final = 1 << 20
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b":encryption-data"
"""The list of the parts of an OpenDocument file, and what it has for a part that needs a password."""
PROBE: Final = "probe-workbook"
"""The first argument of the program in a child process; no command of the command line."""
_MOST_MEMORY: Final = 5 << 29
"""Maximum address space of the child in bytes: as many cells as XML sheets may have, see `sheet_range.py`."""
_LEAST_MEMORY: Final = 160 << 20
"""Address space in bytes for a workbook of any size: some million empty cells, which take a second."""
_MEMORY_RATIO: Final = 100
"""Address space for each byte of the unpacked workbook: a cell takes 14 bytes there, and 72 in calamine."""
_MOST_SECONDS: Final = 60
"""Maximum processor time of the child."""
_COUNTERS: Final = "II8Q"
"""PROCESS_MEMORY_COUNTERS of Windows; the number of committed bytes is its value `_COMMITTED`."""
_COMMITTED: Final = 8
_PATIENCE: Final = 300
"""Maximum seconds until the child ends, on a computer that does other things too."""
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_BOOK: Final = "xl/workbook.bin"
MOST_CELLS: Final = 71_000_000
"""Maximum number of cells in the range of a sheet; calamine allocates all of them, also the empty ones."""
_MOST_ROWS: Final = 1 << 20
"""Maximum number of rows of a sheet in Excel and LibreOffice."""
_FEW_CELLS: Final = 5_000_000
"""Number of cells, filled or empty, that are read in about a second: every sheet may have them."""
_SPREAD: Final = 50
"""Maximum number of cells in a larger range for each filled one."""
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
            unpacked, packed = (
                sum(sizes) for sizes in zip(*((e.file_size, e.compress_size) for e in entries), strict=True)
            )
            if unpacked > _LARGE_BYTES:
                refuse_repetition(path, unpacked, packed, _USUAL_RATIO)
            if _MANIFEST in book.namelist() and _ENCRYPTED in book.read(_MANIFEST):
                raise password_error(path)
            document = _OpenDocumentRange()
            if any(is_sprawling(book, entry, document) for entry in entries):
                raise MltagError(
                    message("{path} has too many rows, or cells too far apart to be read.", path=path),
                    "Delete cells far from the table, or save the sheet you need as a .csv file.",
                )
            refuse_repetition(path, document.text + _text_made(book), packed)
    except (
        zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, ExpatError
    ) as error:  # fmt: skip
        if zipfile.is_zipfile(content or path):
            raise damaged_book_error(path) from error
    except OSError as error:
        raise read_error(path, error, "Check the name and try again.") from error


def refuse_repetition(path: Path | str, text: int, size: int, ratio: int = MOST_REPEATED) -> None:
    """Raise `MltagError` for a file of `size` bytes of which `text` bytes are made, by repeating a few.

    With the environment variable MLTAG_LARGE_TABLES=1, more text is made, but not without a limit.
    """
    is_allowed = os.environ.get("MLTAG_LARGE_TABLES") == "1"
    if text > MOST_TEXT or (text > _LARGE_BYTES and text > ratio * max(1, size) and not is_allowed):
        raise MltagError(
            message("{path} repeats its content to {mib:,} MiB of text.", path=path, mib=text >> 20),
            message("Save the rows you need as a .csv file.")
            if text > MOST_TEXT
            else message(
                "If you trust the file, set the environment variable {name}, then try again.",
                name="MLTAG_LARGE_TABLES=1",
            ),
        )


def _text_made(book: zipfile.ZipFile) -> int:
    """Return how many bytes of shared strings the cells have at most, repeated ones each time."""
    shared = [entry for entry in book.infolist() if entry.filename.lower() == _SHARED]
    if not shared:
        return 0
    if len(shared) > 1:
        raise zipfile.BadZipFile("two parts with shared strings")
    made, (lengths, longest) = 0, _shared_lengths(book, shared[0])
    for entry in book.infolist():
        with book.open(entry) as file:  # a sheet may have any name
            for piece in _pieces(file):
                plain = _PLAIN_CELL.findall(piece)
                made += longest * (len(_CELL.findall(piece)) - len(plain))
                for attributes, number in plain:
                    if b'"s"' in attributes or b"'s'" in attributes:
                        made += lengths[int(number)] if number and int(number) < len(lengths) else longest
    return made


def _shared_lengths(book: zipfile.ZipFile, entry: zipfile.ZipInfo) -> tuple[list[int], int]:
    """Return the length of each shared string, nothing when their order is doubtful, and the longest one."""
    lengths: list[int] = []
    rest, is_doubtful = 0, False
    with book.open(entry) as file:
        for piece in _pieces(file):
            is_doubtful = is_doubtful or bool(_DOUBTFUL.search(piece))
            first, *others = _SHARED_END.split(piece)
            rest += len(first)
            for other in others:
                lengths.append(rest)
                rest = len(other)
    longest = max(lengths, default=0)
    return [] if is_doubtful else lengths, longest


def password_error(path: Path | str) -> MltagError:
    """Return the error for a workbook with a password."""
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


def refuse_hostile_book(path: Path) -> None:
    """Raise `MltagError` for a binary workbook that cannot be read with the memory and time of the child."""
    if not _is_binary(path):
        return
    try:
        found = path.stat()
        is_readable = _is_readable(path, found.st_size, found.st_mtime_ns)
    except OSError as error:
        raise read_error(path, error, "Save the sheet you need as a .csv file.") from error
    if not is_readable:
        raise MltagError(
            message("{path} is damaged, or has cells too far apart to be read.", path=path),
            "Delete cells far from the table, or save the sheet you need as a .csv file.",
        )


def probe(path: Path) -> int:
    """Read all sheets of a workbook in this process, with limited memory and time; return 0 if it survives.

    An error of calamine counts too: the caller will get it as well.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _limit_resources(_unpacked_size(path))
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name)
    except (CalamineError, OSError):
        return 0
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return 1  # in the caller it would write a trace to the terminal
    return 0


def _unpacked_size(path: Path) -> int:
    if not zipfile.is_zipfile(path):
        return path.stat().st_size
    with zipfile.ZipFile(path) as book:
        return sum(entry.file_size for entry in book.infolist())


def _is_binary(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if file.read(len(_OLE_MAGIC)) == _OLE_MAGIC:
                return True
        with zipfile.ZipFile(path) as book:
            return _BINARY_BOOK in book.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


@lru_cache(maxsize=8)  # the preview and the import open the same file several times
def _is_readable(path: Path, _size: int, _changed: int) -> bool:
    import subprocess

    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-m", "mltag_desktop"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [*program, PROBE, str(path.absolute())],
        env=None if is_frozen else environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            return child.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            child.kill()


def _limit_resources(size: int) -> None:
    """Limit memory and time as far as the system can: Linux and Windows both, macOS only the time."""
    if sys.platform == "win32":
        import ctypes
        import struct

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        counters = ctypes.create_string_buffer(struct.calcsize(_COUNTERS))
        kernel.K32GetProcessMemoryInfo(ctypes.c_void_p(kernel.GetCurrentProcess()), counters, len(counters))
        enter_job(_MOST_SECONDS, _memory_limit(struct.unpack(_COUNTERS, counters)[_COMMITTED], size))
        return
    import resource

    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        memory = _memory_limit(pages * os.sysconf("SC_PAGE_SIZE"), size)
    except OSError:  # not Linux
        memory = _MOST_MEMORY
    for limit, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        with contextlib.suppress(ValueError, OSError):  # macOS reserves more address space than that
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _memory_limit(used: int, size: int) -> int:
    return min(_MOST_MEMORY, used + _LEAST_MEMORY + _MEMORY_RATIO * size)


def is_sprawling(book: zipfile.ZipFile, entry: zipfile.ZipInfo, document: "_OpenDocumentRange") -> bool:
    """Return whether an entry is a sheet whose filled cells span more cells than the reader may allocate.

    Sheets as spreadsheet programs write them are searched with regular expressions. All others are read
    with an XML parser, which sees the same cells as calamine. Raises `xml.parsers.expat.ExpatError` when
    that is not possible.
    """
    if entry.filename == "content.xml":
        return document.is_too_large(book, entry)
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
        parser.CharacterDataHandler = self.read
        with book.open(entry) as file:
            while (data := file.read(_READ_SIZE)) and self.size <= MOST_CELLS:
                parser.Parse(data)
        return _is_too_large(self.size, self._filled)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an element."""

    def end(self, name: str) -> None:
        """Handle the end of an element."""

    def read(self, text: str) -> None:
        """Handle text."""

    @property
    def size(self) -> int:
        """The number of cells in the range so far; above the maximum for too many rows."""
        if self._corners is None:
            return 0
        top, left, bottom, right = self._corners
        rows = bottom - top + 1
        return MOST_CELLS + 1 if rows > _MOST_ROWS else rows * (right - left + 1)

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
    """The largest range of the sheets in an OpenDocument file, whose rows and cells can be repeated.

    Attributes: `text`, the number of characters in all cells.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows = 1
        self._repeated = 1
        self._characters = 0
        self.text = 0

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
            self._repeated, self._characters = repeated, len(named.get("string-value", ""))
        elif name == "s":  # spaces
            self._characters += _count(named.get("c", ""))

    def read(self, text: str) -> None:
        """Count the characters of a cell."""
        self._characters += len(text)

    def end(self, name: str) -> None:
        """Move below a row."""
        if name == "table-row":
            self._row += self._rows
        elif name in ("table-cell", "covered-table-cell"):
            self.text += self._characters * self._repeated * self._rows
            self._characters = 0


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
