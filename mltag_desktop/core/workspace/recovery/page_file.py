"""Read rows from the pages of a damaged SQLite file, without SQLite.

Nothing in the file is trusted, neither the schema nor the links between pages. A row is assigned to the table
whose columns it fits, and verified by its checksum. The format is described at
https://sqlite.org/fileformat2.html.
"""

import re
import statistics
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, Self

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.storage.write_ahead_log import (
    Verdict,
    holds_token,
    is_likely_own,
    log_ownership,
    log_path,
    real_path,
)

_MARK: Final = b"SQLite format 3\x00"
_SIZES: Final = frozenset(1 << power for power in range(9, 17))
_USUAL_SIZES: Final = (8192, 4096)
_INTERIOR: Final = frozenset({2, 5})
_INDEX: Final = frozenset({2, 10})
_TABLE_LEAF: Final = 13
_TABLE_INTERIOR: Final = 5
_LARGEST: Final = 1_000_000_000
"""Size of the largest row that SQLite writes, in bytes."""
_READ_TWICE: Final = 4
"""Limit for reading overflow pages, as a multiple of the file; only a malicious file exceeds 1."""
_TRIALS: Final = 30_000
"""Maximum number of overflow pages read to find a flipped bit."""
_PAGES_SEARCHED: Final = 300
"""Maximum number of pages without a usable cell list that are searched byte by byte."""
_REPAIRS: Final = 64
"""Maximum number of rows for which single bit flips are tried."""
_REPAIRED: Final = 1_000
_REPAIRED_LARGE: Final = 100
"""Bytes from the start of a row in which bit flips are tried; the second for rows with overflow pages."""
_LOOSE_BYTES: Final = 64 << 20
"""Maximum total size of overflow pages to which no row leads; more are only counted."""
_HEADER: Final = 120
"""Size of the largest row header in bytes."""
_LINKS_TRIED: Final = 64
_NUMBERED_ROW: Final = re.compile(rb"[\x02-\x78]\x00")
"""The start of a row with a row number: the length of its header, and NULL for the number."""
_BEFORE_HEADER: Final = 14
"""Maximum number of bytes before the header: the row's length and its number."""
_FRAME: Final = 24
_SMALLEST: Final = 12
"""Size of a page header in bytes."""
_LOCKED: Final = 1 << 30
"""The byte that SQLite locks; its page is never used."""


class Shape(NamedTuple):
    """The columns of a table, as needed to recognise its rows."""

    table: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    """INTEGER, TEXT, BLOB, REAL, or empty for a column without a type, which holds TEXT or BLOB."""
    required: tuple[bool, ...]
    alias: int | None
    """Index of the column that is the row number and stored as NULL."""
    by_key: bool
    """Whether the table has no row numbers (WITHOUT ROWID)."""

    def fits(self, serials: Sequence[int]) -> bool:
        """Return whether a row with these serial types can belong to this table."""
        if not len(self.kinds) - 1 <= len(serials) <= len(self.kinds):
            return False
        for place, serial in enumerate(serials):
            if place == self.alias:
                if serial:
                    return False
            elif serial == 0:
                if self.required[place]:
                    return False
            elif _kind_of(serial) not in _STORED[self.kinds[place]]:
                return False
        return all(not each for each in self.required[len(serials) :])


_STORED: Final[Mapping[str, frozenset[str]]] = {
    "INTEGER": frozenset({"INTEGER"}),
    "REAL": frozenset({"INTEGER", "REAL"}),
    "TEXT": frozenset({"TEXT"}),
    "BLOB": frozenset({"BLOB"}),
    "": frozenset({"TEXT", "BLOB"}),
}


class Row(NamedTuple):
    """A recovered row."""

    shape: Shape
    values: tuple[Any, ...]
    cut: bool
    """Whether some of its bytes are missing."""
    listed: bool = True
    """Whether it was in the cell list of its page, rather than found by a search or repaired."""


Proof = Callable[[Row], bool]


class PageFile:
    """The pages of a file and of its write-ahead log, read-only."""

    def __init__(
        self, path: Path, file: BinaryIO, log: BinaryIO | None, unused_log: Path | None = None
    ) -> None:
        self.unused_log = unused_log
        """The log of the file's name, if nothing shows that it belongs to the file."""
        self._file = file
        self._length = path.stat().st_size
        head = self._at(0, 100)
        size = int.from_bytes(head[16:18], "big")
        size = 65536 if size == 1 else size
        self.size = size if size in _SIZES else self._usual_size()
        self._log = log
        self._frames = {} if log is None else _frames(log, self.size)
        self.present = max(-(-self._length // self.size), max(self._frames, default=0))
        """Number of pages in the file; the last one may be incomplete."""
        first = self.page(1)
        count = int.from_bytes(first[28:32], "big") if first.startswith(_MARK) else 0
        self.claimed = max(count, self.present)
        """Number of pages according to the header, which may be damaged."""
        self.format = int.from_bytes(first[60:64], "big")
        self.unreadable = 0
        """Number of pages with unreadable content; known once all rows were read."""
        self.damaged: set[str] = set()
        """Tables with a row that could not be read, as far as the table is known."""
        self.position = 0
        """The page that `rows` is reading."""
        self._reached = bytearray(self.present + 1)
        self._unknown: list[int] = []
        """The pages with unreadable content."""
        self._budget = [_READ_TWICE * (self.present + 16), _TRIALS]
        self._searches = _PAGES_SEARCHED
        self._repairs = _REPAIRS

    @property
    def cut(self) -> int:
        """Number of bytes missing at the end according to the header."""
        last = self.present * self.size
        missing = (self.claimed * self.size) - (last if self.present in self._frames else self._length)
        return max(0, missing)

    def page(self, number: int) -> bytes:
        """Return a page; shorter, or empty, at the end of a truncated file."""
        if number in self._frames and self._log is not None:
            self._log.seek(self._frames[number])
            return self._log.read(self.size)
        return self._at((number - 1) * self.size, self.size)

    def rows(
        self, shapes: Sequence[Shape], proven: Proof, searched: frozenset[str], counted: frozenset[str]
    ) -> Iterator[Row]:
        """Yield all rows of the tables, as complete as possible; the same row may occur twice.

        `proven` returns whether a row is intact. Pages with a damaged cell list are searched for rows of the
        tables `searched`, whose rows are never deleted or changed. The row numbers of the tables `counted`
        are consecutive.
        """
        reader = _Reader(self, shapes, proven, searched, counted)
        free = self._free_pages()
        suspects: list[int] = []
        for number in range(2, self.present + 1):
            self.position = number
            data = self.page(number)
            kind = data[0] if len(data) >= _SMALLEST else 0
            if holds_token(data):
                continue  # a new file gets a token that no log knows
            if kind in (_TABLE_LEAF, *_INDEX):
                yield from reader.free_leaf(data) if number in free else reader.leaf(data)
            elif number not in free and not (kind == _TABLE_INTERIOR and _is_interior(data, self.claimed)):
                suspects.append(number)
        for number in suspects:
            if not self._reached[number] and number != _LOCKED // self.size + 1:
                found = [*reader.unknown(self.page(number))]
                if not found:
                    self.unreadable += 1
                    self._unknown.append(number)
                yield from found

    def loose_chains(self) -> Iterator[bytes]:
        """Yield the content of overflow pages to which no row leads, chain by chain; call it after `rows`."""
        after = {number: int.from_bytes(self.page(number)[:4], "big") for number in self._unknown}
        linked = set(after.values())
        budget = _LOOSE_BYTES // self.size
        for first in self._unknown:
            chain: list[bytes] = []
            number = first
            while first not in linked and number in after and budget > 0:
                budget -= 1
                chain.append(self.page(number)[4:])
                number = after.pop(number)
            yield b"".join(chain)

    def may_search(self) -> bool:
        """Count one search of a page; return whether the limit allows it."""
        self._searches -= 1
        return self._searches >= 0

    def may_repair(self) -> bool:
        """Count one repair of a row; return whether the limit allows it."""
        self._repairs -= 1
        return self._repairs >= 0

    def overflow(
        self, first: int, wanted: int, *, trial: bool = False, swap: tuple[int, int] | None = None
    ) -> tuple[bytes, list[int]]:
        """Return up to `wanted` bytes of a chain of overflow pages, and the pages.

        A `trial` may follow a wrong chain. `swap` replaces one link: an index in the chain and the page to
        use there.
        """
        parts: list[bytes] = []
        pages: list[int] = []
        got, number = 0, first
        room = self.size - 4
        while got < wanted and self._budget[trial] > 0:
            if swap is not None and len(pages) == swap[0]:
                number = swap[1]
            if not 1 < number <= self.claimed or number in pages[-8:]:
                number = pages[-1] + 1 if pages else 0
            data = self.page(number) if 1 < number <= self.present else b""
            if len(data) < 4:
                break
            self._budget[trial] -= 1
            pages.append(number)
            parts.append(data[4 : 4 + min(room, wanted - got)])
            got += len(parts[-1])
            if len(data) < self.size:
                break
            number = int.from_bytes(data[:4], "big")
        return b"".join(parts), pages

    def reach(self, pages: Iterable[int]) -> None:
        """Record that pages belong to a row that was read."""
        for number in pages:
            self._reached[number] = 1

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        if self._log is not None:
            self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at(self, place: int, length: int) -> bytes:
        self._file.seek(place)
        return self._file.read(length)

    def _usual_size(self) -> int:
        """Guess the page size if the header is damaged: most pages start with a known byte."""

        def score(size: int) -> float:
            kinds = [self._at(place, 1) for place in range(size, min(self._length, 64 * size), size)]
            return sum(kind in (b"\x00", b"\x02", b"\x05", b"\x0a", b"\x0d") for kind in kinds) / (
                len(kinds) or 1
            )

        return max(_USUAL_SIZES, key=score)

    def _free_pages(self) -> set[int]:
        """Return the pages on the freelist, as far as it can be read."""
        free: set[int] = set()
        trunk = int.from_bytes(self.page(1)[32:36], "big")
        while 1 < trunk <= self.present and trunk not in free:
            free.add(trunk)
            data = self.page(trunk)
            count = min(int.from_bytes(data[4:8], "big"), (len(data) - 8) // 4)
            free.update(struct.unpack_from(f">{max(0, count)}I", data, 8) if count > 0 else ())
            trunk = int.from_bytes(data[:4], "big")
        return free


class _Cell(NamedTuple):
    """A cell of a page: one row."""

    size: int
    row: Row
    key: int | None
    proven: bool


class _Reader:
    """Reads the rows on pages."""

    def __init__(
        self,
        pages: PageFile,
        shapes: Sequence[Shape],
        proven: Proof,
        searched: frozenset[str],
        counted: frozenset[str],
    ) -> None:
        self._pages = pages
        self._shapes: dict[tuple[int, bool], list[Shape]] = {}
        for shape in shapes:
            for width in (len(shape.kinds), len(shape.kinds) - 1):
                self._shapes.setdefault((width, shape.by_key), []).append(shape)
        self._proven = proven
        self._searched = searched
        self._counted = counted

    def leaf(self, data: bytes) -> Iterator[Row]:
        """Yield the rows of a page with a cell list, including those missing from the list."""
        by_key, lead, first, places = _listed(data)
        if by_key and places and self._is_index(data, places[0] + lead):
            return
        cells = [self._cell(data, place + lead, by_key=by_key) for place in places]
        good = {
            place: cell for place, cell in zip(places, cells, strict=True) if cell is not None and cell.proven
        }
        yield from self._numbered(cells)
        spans = [(place, place + lead + cell.size) for place, cell in good.items()]
        bad = [(place, cell) for place, cell in zip(places, cells, strict=True) if place not in good]
        if not bad and _is_full(data, first, spans):
            return
        for place, cell in self._unlisted(data, first, lead, by_key=by_key):
            if not any(start <= place < stop for start, stop in spans):
                spans.append((place, place + lead + cell.size))
                yield cell.row._replace(listed=False)
        if by_key and not spans:
            return  # a page of an index
        for start, stop in _gaps(spans, first, len(data)):
            if any(data[start:stop]) and self._pages.may_search():
                for place, cell in self._search(data, start, stop):
                    spans.append((place, place + cell.size))
                    yield cell.row._replace(listed=False)
        tables = {cell.row.shape.table for cell in good.values()}
        for place, found in bad:
            if not any(start <= place < stop for start, stop in spans):
                yield from self._damaged(data, place + lead, found, by_key, tables)

    def free_leaf(self, data: bytes) -> Iterator[Row]:
        """Yield the rows on a freelist page, of tables that never free rows."""
        by_key, lead, _, places = _listed(data)
        for place in places:
            cell = self._cell(data, place + lead, by_key=by_key)
            if cell is not None and cell.proven and cell.row.shape.table in self._searched:
                yield cell.row._replace(listed=False)

    def unknown(self, data: bytes) -> Iterator[Row]:
        """Yield the rows of a page of unknown type."""
        for kind in (_TABLE_LEAF, 10):
            guess = bytes([kind]) + data[1:]
            by_key, lead, _, places = _listed(guess)
            cells: list[_Cell | None] = []
            for place in places:
                cell = self._cell(guess, place + lead, by_key=by_key)
                if cell is None or not cell.proven:
                    break
                cells.append(cell)
            if cells and len(cells) == len(places):
                yield from self._numbered(cells)
                return
        if any(data) and self._pages.may_search():
            for _, cell in self._search(data, 0, len(data)):
                yield cell.row._replace(listed=False)

    def _numbered(self, cells: Sequence[_Cell | None]) -> Iterator[Row]:
        """Yield the intact rows of a page; a row number that is out of order is derived from its position."""
        bases = [
            cell.key - place
            for place, cell in enumerate(cells)
            if cell is not None and cell.key is not None and cell.row.shape.table in self._counted
        ]
        base = statistics.mode(bases) if bases else 0
        for place, cell in enumerate(cells):
            if cell is None or not cell.proven:
                continue
            row, alias = cell.row, cell.row.shape.alias
            if alias is not None and row.shape.table in self._counted and cell.key != base + place:
                self._pages.damaged.add(row.shape.table)
                row = row._replace(values=(*row.values[:alias], base + place, *row.values[alias + 1 :]))
            yield row

    def _unlisted(self, data: bytes, first: int, lead: int, *, by_key: bool) -> Iterator[tuple[int, _Cell]]:
        """Yield the intact rows whose offsets follow the cell list, in case its length is damaged."""
        content = int.from_bytes(data[5:7], "big") or len(data)
        count = max(0, min(content, len(data)) - first) // 2
        for place in dict.fromkeys(struct.unpack_from(f">{count}H", data, first)):
            if content <= place < len(data):
                cell = self._cell(data, place + lead, by_key=by_key)
                if cell is not None and cell.proven:
                    yield place, cell

    def _search(self, data: bytes, start: int, stop: int) -> Iterator[tuple[int, _Cell]]:
        """Yield the intact rows that start anywhere in a part of a page, with their offsets."""
        for header in _NUMBERED_ROW.finditer(data, start, stop):
            for place in range(max(start, header.start() - _BEFORE_HEADER), header.start() - 1):
                cell = self._cell(data, place, by_key=False, thorough=False)
                if cell is not None and cell.proven and cell.row.shape.table in self._searched:
                    yield place, cell
                    start = place + cell.size
                    break

    def _damaged(
        self, data: bytes, at: int, found: _Cell | None, by_key: bool, tables: set[str]
    ) -> Iterator[Row]:
        """Yield a damaged row, repaired by flipping one bit if possible."""
        repaired = self._repaired(data, at, found, by_key) if self._pages.may_repair() else None
        if repaired is not None:
            yield repaired._replace(listed=False)
        elif found is not None and found.row.shape.table in (tables or {found.row.shape.table}):
            self._pages.damaged.add(found.row.shape.table)
            yield found.row
        else:
            self._pages.damaged |= tables
            self._pages.unreadable += 1

    def _repaired(self, data: bytes, at: int, found: _Cell | None, by_key: bool) -> Row | None:
        """Return the row repaired by flipping one bit; None if no flip makes it intact."""
        changed = bytearray(data)
        is_small = found is not None and found.size <= _REPAIRED
        for place in range(at, min(at + (_REPAIRED if is_small else _REPAIRED_LARGE), len(data))):
            for bit in range(8):
                changed[place] ^= 1 << bit
                cell = self._cell(changed, at, by_key=by_key, thorough=False)
                if cell is not None and cell.proven:
                    return cell.row
                changed[place] ^= 1 << bit
        return None

    def _is_index(self, data: bytes, at: int) -> bool:
        """Return whether a page without row numbers belongs to an index of numbers."""
        _, place = _varint(data, at)
        _, place = _varint(data, place)
        return _kind_of(_varint(data, place)[0]) == "INTEGER"

    def _cell(self, data: bytes | bytearray, at: int, *, by_key: bool, thorough: bool = True) -> _Cell | None:
        """Return the cell at an offset; None if it is invalid."""
        length, place = _varint(data, at)
        key: int | None = None
        if not by_key:
            key, place = _varint(data, place)
        header, where = _varint(data, place)
        stop = place + header
        if not 2 <= header <= _HEADER or not header <= length <= _LARGEST or stop > len(data):
            return None
        serials: list[int] = []
        while where < stop:
            serial, where = _varint(data, where)
            serials.append(serial)
        if where != stop or min(serials, default=-1) < 0 or sum(map(_length_of, serials)) + header != length:
            return None
        shapes = self._shapes.get((len(serials), by_key), ())
        shape = next((shape for shape in shapes if shape.fits(serials)), None)
        if shape is None:
            return None
        local = _local(length, self._pages.size, by_key)
        payload = bytes(data[place : place + local])
        size = place + local - at + (4 if local < length else 0)
        if local == length or len(payload) < local:
            row = _row(shape, serials, payload, header, key)
            return _Cell(size, row, key, self._proven(row))
        link = int.from_bytes(data[place + local : place + local + 4], "big")
        wanted = length - local
        chains = self._chains(link, wanted) if thorough else [self._pages.overflow(link, wanted, trial=True)]
        best: _Cell | None = None
        for more, pages in chains:
            row = _row(shape, serials, payload + more, header, key)
            cell = _Cell(size, row, key, self._proven(row))
            if cell.proven or best is None:
                best, reached = cell, pages
            if cell.proven:
                break
        self._pages.reach(reached)
        return best

    def _chains(self, link: int, wanted: int) -> Iterator[tuple[bytes, list[int]]]:
        """Yield the overflow bytes of a row, then those with one bit of a link flipped."""
        more, pages = self._pages.overflow(link, wanted)
        yield more, pages
        if len(pages) > _LINKS_TRIED or not self._pages.may_repair():
            return
        links = [link, *(int.from_bytes(self._pages.page(number)[:4], "big") for number in pages)]
        for place, stored in enumerate(links):
            before = pages[place - 1] if place else 0
            for other in (before + 1, before + 2, *(stored ^ (1 << bit) for bit in range(32))):
                if 1 < other <= self._pages.present:
                    yield self._pages.overflow(link, wanted, trial=True, swap=(place, other))


def _listed(data: bytes) -> tuple[bool, int, int, list[int]]:
    """Return whether rows have no numbers, the child pointer's size, the cells' start and their offsets."""
    interior = data[0] in _INTERIOR
    first = 12 if interior else 8
    count = max(0, min(int.from_bytes(data[3:5], "big"), (len(data) - first) // 2))
    places = struct.unpack_from(f">{count}H", data, first) if count else ()
    first += 2 * count
    return data[0] in _INDEX, 4 if interior else 0, first, [*dict.fromkeys(places)]


def open_pages(path: Path) -> PageFile:
    """Open a damaged workspace; raises `MltagError` if it cannot be read or never was a workspace."""
    try:
        if path.is_dir():
            raise MltagError(message("{path} is a folder.", path=path), "Choose a .mltag file.")
        with ExitStack() as opened:
            path = real_path(path)
            file = opened.enter_context(path.open("rb"))
            verdict = log_ownership(path)
            is_ours = verdict is Verdict.OWN or (verdict is Verdict.FOREIGN and is_likely_own(path))
            log = opened.enter_context(log_path(path).open("rb")) if is_ours else None
            is_unused = verdict is Verdict.FOREIGN and not is_ours
            pages = PageFile(path, file, log, log_path(path) if is_unused else None)
            opened.pop_all()  # the pages close them
            return pages
    except FileNotFoundError:
        raise MltagError(message("{path} does not exist.", path=path), "Check the name.") from None
    except OSError as error:
        raise read_error(path, error, "Check who owns the file.") from error


def _frames(log: BinaryIO, size: int) -> dict[int, int]:
    """Return the offset of the latest committed copy of each page in a write-ahead log."""
    head = log.read(32)
    if len(head) < 32 or head[:4] not in (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83"):
        return {}
    if int.from_bytes(head[8:12], "big") != size:
        return {}
    order = ">" if head[3] & 1 else "<"
    salts, sums = head[16:24], _log_sum(head[:24], order, (0, 0))
    found: dict[int, int] = {}
    waiting: dict[int, int] = {}
    while len(frame := log.read(_FRAME + size)) == _FRAME + size:
        sums = _log_sum(frame[_FRAME:], order, _log_sum(frame[:8], order, sums))
        if frame[8:16] != salts or struct.unpack(">2I", frame[16:24]) != sums:
            break
        number, commit = struct.unpack(">2I", frame[:8])
        waiting[number] = log.tell() - size
        if commit:
            found |= waiting
            waiting.clear()
            found = {page: place for page, place in found.items() if page <= commit}
    return found


def _log_sum(data: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, two in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return first, second


def _varint(data: bytes | bytearray, at: int) -> tuple[int, int]:
    """Decode a varint of 1 to 9 bytes; return value and end. Bytes after the end of `data` count as 0."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place] if place < len(data) else 0
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | (data[at + 8] if at + 8 < len(data) else 0)
    return value - (1 << 64) if value >> 63 else value, at + 9


def _kind_of(serial: int) -> str:
    if serial == 7:
        return "REAL"
    if serial in (1, 2, 3, 4, 5, 6, 8, 9):
        return "INTEGER"
    if serial >= 12:
        return "TEXT" if serial % 2 else "BLOB"
    return "none"


def _length_of(serial: int) -> int:
    return (serial - 12) // 2 if serial >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[serial]


def _local(length: int, usable: int, by_key: bool) -> int:
    """Return the number of bytes of a row that are stored in its page."""
    most = (usable - 12) * 64 // 255 - 23 if by_key else usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    some = least + (length - least) % (usable - 4)
    return some if some <= most else least


def _row(shape: Shape, serials: Sequence[int], payload: bytes, at: int, key: int | None) -> Row:
    """Decode a row; invalid UTF-8 is returned as bytes."""
    values: list[Any] = []
    cut = False
    for place, serial in enumerate(serials):
        length = _length_of(serial)
        raw = payload[at : at + length]
        at += length
        cut = cut or len(raw) < length
        values.append(key if place == shape.alias else _value(serial, raw, shape.kinds[place]))
    values += [None] * (len(shape.kinds) - len(serials))
    return Row(shape, tuple(values), cut)


def _value(serial: int, raw: bytes, kind: str) -> Any:
    if serial == 0:
        return None
    if serial in (8, 9):
        return float(serial - 8) if kind == "REAL" else serial - 8
    if serial == 7:
        return struct.unpack(">d", raw)[0] if len(raw) == 8 else None
    if serial < 7:
        number = int.from_bytes(raw, "big", signed=True)
        return float(number) if kind == "REAL" else number
    if serial % 2:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            return raw
    return raw


def _is_full(data: bytes, behind: int, cells: Sequence[tuple[int, int]]) -> bool:
    """Return whether the cells and free bytes of a page add up to the whole page."""
    free = data[7]
    block = int.from_bytes(data[1:3], "big")
    steps = 0
    while 0 < block <= len(data) - 4 and steps < len(data) // 4:
        free += int.from_bytes(data[block + 2 : block + 4], "big")
        block = int.from_bytes(data[block : block + 2], "big")
        steps += 1
    content = int.from_bytes(data[5:7], "big") or 65536
    used = sum(max(4, end - place) for place, end in cells)
    return content >= behind and used + free + content == len(data)


def _gaps(cells: Iterable[tuple[int, int]], start: int, stop: int) -> list[tuple[int, int]]:
    gaps: list[tuple[int, int]] = []
    for place, end in sorted(cells):
        if place - start > 4:
            gaps.append((start, place))
        start = max(start, end)
    return [*gaps, (start, stop)] if stop - start > 4 else gaps


def _is_interior(data: bytes, pages: int) -> bool:
    """Return whether a page is an interior page, a list of child pages."""
    count = int.from_bytes(data[3:5], "big")
    if not count or 12 + 2 * count > len(data):
        return False
    places = struct.unpack_from(f">{count}H", data, 12)
    return all(
        12 <= place <= len(data) - 5 and 1 < int.from_bytes(data[place : place + 4], "big") <= pages
        for place in places
    )
