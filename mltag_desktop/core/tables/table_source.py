"""What a table on disk is, whatever its format: a source of blocks of records, and a writer of rows."""

import functools
import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect, SniffedDialect
from mltag_desktop.core.tables.record_parser import DialectCharacters, Item, QuarantinedRecord, Record

Bounds = NDArray[np.int64]
Mask = NDArray[np.bool_]


class CellBounds(NamedTuple):
    """Where the cells of n records are in their joined bytes.

    Only the regular records have all of these bounds: they have as many cells as the table has columns, line
    breaks only at their end or in quotes, and quotes only around whole cells or doubled in them.
    """

    regular: Mask
    starts: Bounds
    """Start of each record."""
    ends: Bounds
    """End of each record without its line end."""
    delimiters: Bounds
    """Positions of the delimiters between cells, of all records."""
    first: Bounds
    """Index of each record's first delimiter in `delimiters`."""
    width: int
    quote: str

    def column(self, column: int, joined: bytes) -> tuple[Bounds, Bounds, Mask]:
        """Return start and end of one cell of each regular record without quotes, and whether it has them.

        The cell of another record is empty.
        """
        starts, ends = self.starts * self.regular, self.ends * self.regular
        if column:
            starts[self.regular] = self.delimiters[self.first[self.regular] + column - 1] + 1
        if column < self.width - 1:
            ends[self.regular] = self.delimiters[self.first[self.regular] + column]
        values = np.frombuffer(joined or b"\0", np.uint8)
        quoted = (values[np.minimum(starts, len(values) - 1)] == ord(self.quote or "\0")) & (starts < ends)
        quoted &= bool(self.quote)
        return starts + quoted, ends - quoted, quoted

    def cells(self, column: int, joined: bytes) -> list[bytes]:
        """Return one cell of each regular record; the cell of another record is empty."""
        starts, ends, quoted = self.column(column, joined)
        cells = [joined[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        quote = self.quote.encode()
        for place in np.flatnonzero(quoted).tolist():
            cells[place] = cells[place].replace(quote * 2, quote)
        return cells


class Block(Sequence[Item]):
    """Successive records of a table, with the lines between them that could not be read.

    Attributes: `items`, the records and the quarantined records in order; and `values`, the values of the
    readable records with the types that they have in the file, if these are not texts.
    """

    def __init__(self, items: Sequence[Item], values: Sequence[Sequence[Any]] | None = None) -> None:
        self.items = items
        self._values = values
        self._texts: dict[tuple[int, ...], list[str]] = {}

    @classmethod
    def of_rows(cls, rows: Sequence[Sequence[str]]) -> "Block":
        """Return a block of rows that were not read from a table."""
        return cls([Record(0, b"", tuple(row)) for row in rows])

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> "Block": ...
    def __getitem__(self, index: int | slice) -> "Item | Block":
        return Block(self.items[index]) if isinstance(index, slice) else self.items[index]

    @cached_property
    def records(self) -> list[Record]:
        """The readable records."""
        return [item for item in self.items if isinstance(item, Record)]

    @property
    def row_count(self) -> int:
        """Number of readable records."""
        return len(self.records)

    @property
    def quarantined(self) -> list[tuple[int, QuarantinedRecord]]:
        """The quarantined records, each with the number of readable records before it."""
        found: list[tuple[int, QuarantinedRecord]] = []
        for place, item in enumerate(self.items):
            if isinstance(item, QuarantinedRecord):
                found.append((place - len(found), item))
        return found

    @property
    def joined(self) -> bytes:
        """The exact bytes of the block."""
        return b"".join([item.raw for item in self.items])

    @property
    def raws(self) -> list[bytes]:
        """The exact bytes of each readable record."""
        return [record.raw for record in self.records]

    @property
    def sized(self) -> tuple[bytes, Bounds]:
        """The joined bytes of the readable records, and the size of each."""
        raws = self.raws
        return b"".join(raws), np.fromiter(map(len, raws), np.int64, len(raws))

    @property
    def cells(self) -> list[tuple[str, ...]]:
        """The cells of each readable record."""
        return [record.cells for record in self.records]

    @property
    def values(self) -> Sequence[Sequence[Any]]:
        """The values of each readable record."""
        return self.cells if self._values is None else self._values

    def column(self, column: int) -> list[str]:
        """Return one cell of each readable record."""
        return [record.cells[column] for record in self.records]

    def texts(self, columns: Sequence[int]) -> list[str]:
        """Return what `record_text` returns for each readable record."""
        wanted = tuple(columns)
        if wanted not in self._texts:
            parts = [[*map(str.strip, self.column(column))] for column in wanted]
            rows = zip(*parts, strict=True)
            if any("" in part for part in parts):
                self._texts[wanted] = [" ".join(filter(None, cells)) for cells in rows]
            else:
                self._texts[wanted] = [*map(" ".join, rows)]
        return self._texts[wanted]

    def picked(self, places: Sequence[int]) -> "Block":
        """Return the readable records at these places."""
        records = self.records
        values = None if self._values is None else [self._values[place] for place in places]
        return Block([records[place] for place in places], values)


def can_be_found(dialect: Dialect) -> bool:
    """Return whether `cell_bounds` knows the cells of such a table."""
    return dialect.is_bytewise and not (dialect.skip_blanks or dialect.escape)


def cell_bounds(joined: bytes, stops: Bounds, signs: DialectCharacters, width: int) -> CellBounds:
    """Return the cells of the records in `joined`, each of which ends at one of `stops`.

    The bounds of a regular record are those of the cells that `csv.reader` finds. `can_be_found` must be true
    of the dialect.
    """
    values = np.frombuffer(joined, np.uint8)
    starts = np.concatenate([[0], stops[:-1]])
    special = np.flatnonzero(np.frombuffer(joined.translate(_special(signs)), np.bool_))
    kinds = values[special]
    last = np.searchsorted(special, stops)
    first = np.concatenate([[0], last[:-1]])
    owners = np.repeat(np.arange(len(stops)), last - first)
    quotes = kinds == ord(signs.quote) if signs.quote else np.zeros(len(kinds), np.bool_)
    quoted = _counts(quotes)
    outside = ((quoted[:-1] - quoted[first][owners]) & 1) == 0
    regular = ((quoted[last] - quoted[first]) & 1) == 0
    if quotes.any():
        odd = _odd_quotes(values, special[quotes], outside[quotes], starts, stops, owners[quotes], signs)
        regular[owners[quotes][odd]] = False
    parts = (kinds == ord(signs.delimiter)) & outside
    parted = _counts(parts)
    regular &= parted[last] - parted[first] == width - 1
    breaks = ((kinds == ord("\r")) | (kinds == ord("\n"))) & outside
    broken = _counts(breaks)
    ends = stops - (broken[last] - broken[first])
    early = special[breaks] < ends[owners[breaks]]
    regular[owners[breaks][early]] = False
    regular &= ends > starts
    return CellBounds(regular, starts, ends, special[parts], parted[first], width, signs.quote)


def _special(signs: DialectCharacters) -> bytes:
    """Return 1 for each byte that delimits cells or records, or quotes cells, and 0 for the others."""
    special = (signs.delimiter + signs.quote + "\r\n").encode("ascii")
    return bytes([byte in special for byte in range(256)])


def _counts(mask: Mask) -> Bounds:
    """Return how many elements before each one are true, and at the end, of all of them."""
    counts = np.zeros(len(mask) + 1, np.int64)
    np.cumsum(mask, out=counts[1:])
    return counts


def _odd_quotes(
    values: NDArray[np.uint8],
    quotes: Bounds,
    opening: Mask,
    starts: Bounds,
    stops: Bounds,
    owners: Bounds,
    signs: DialectCharacters,
) -> Mask:
    """Return a mask of the quotes that neither begin nor end a cell and are not doubled."""
    beside = np.zeros(256, np.bool_)
    beside[[*(signs.delimiter + signs.quote).encode("ascii")]] = True
    begins = beside[values[quotes - 1]] | (quotes == starts[owners])
    beside[[*b"\r\n"]] = True
    ends = beside[values[np.minimum(quotes + 1, len(values) - 1)]] | (quotes + 1 == stops[owners])
    odd: Mask = ~np.where(opening, begins, ends)
    return odd


Value = str | float | int | bool | None
"""A value that can be added to a row."""

BLOCK: Final = 1 << 17
"""Number of bytes that are read at once."""
MOST_REASONS: Final = 20
"""Unreadable lines whose reasons are kept."""
_LEAST_ROW: Final = 2
"""Size of the shortest row in bytes: a sign and a line break."""


class TableSource(ABC):
    """A table that is read in blocks, and can be read repeatedly.

    Attributes: `path`, `dialect`, `sniffed` (None when the dialect was given), `columns` (unique display
    names), `head` (what precedes the first record), `size` in bytes; and of the latest `readable`:
    `unreadable` (number of unreadable lines so far) and `reasons` (line and reason of the first 20 of them).
    """

    path: Path
    dialect: Dialect
    sniffed: SniffedDialect | None = None
    columns: tuple[str, ...]
    head: bytes = b""
    size: int = 0
    unreadable: int = 0
    reasons: tuple[tuple[int, str], ...] = ()
    _position: int = 0

    @abstractmethod
    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Open the table at `path`, with the detected dialect if none is given; raises `MltagError`."""

    @classmethod
    def form_of(cls, start: bytes, path: Path) -> str:
        """Return the form of a file that begins with `start`, if this class reads it; otherwise empty."""
        return ""

    @abstractmethod
    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records and the quarantined records in blocks, each read from about `size` bytes."""

    def records(self) -> Iterator[Item]:
        """Yield the records and the quarantined records in file order."""
        return itertools.chain.from_iterable(self.blocks())

    def readable(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the blocks with readable records, and count the lines that could not be read."""
        self.unreadable, self.reasons = 0, ()
        for block in self.blocks(size):
            left_out = block.quarantined
            self.unreadable += len(left_out)
            reasons = ((item.line, item.reason) for _, item in left_out)
            self.reasons = (*self.reasons, *reasons)[:MOST_REASONS]
            if block.row_count:
                yield block

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the cells of the readable records; see `readable`."""
        for block in self.readable():
            yield from block.cells

    def position(self) -> int:
        """Return the number of bytes that the latest `blocks()` has read, for progress."""
        return self._position

    @property
    def fraction(self) -> float:
        """The fraction (0 to 1) of the file that the latest `blocks()` has read."""
        return min(1.0, self.position() / max(1, self.size))

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether there are more than `count` rows; may read the file up to that row."""
        if self.size <= _LEAST_ROW * count:
            return False
        found = 0
        return any((found := found + block.row_count) > count for block in self.blocks())

    @property
    def split_sign(self) -> bytes | None:
        """The quote at an even number of which a line ends a record; None if a line cannot tell.

        Empty if each line is a record.
        """
        return None


class ColumnsOnly(TableSource):
    """A source that has only columns; the caller passes its rows directly to the writer."""

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = tuple(columns)
        self.dialect = DEFAULT_DIALECT

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield nothing."""
        return iter(())


class RowWriter(ABC):
    """Writes the rows of a source with added values; an added column replaces one with the same name."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        self.out = out
        self.source = source
        self.added = tuple(added)

    @functools.cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the written columns."""
        new = [name for name in self.added if name not in self.source.columns]
        return (*self.source.columns, *new)

    @functools.cached_property
    def places(self) -> tuple[int, ...]:
        """Position in `columns` of each added value."""
        return tuple(self.columns.index(name) for name in self.added)

    @abstractmethod
    def write(self, block: Block, values: Sequence[Sequence[Value]]) -> None:
        """Write the records of `block`; `values[i]` are the added values of record i, in order of `added`."""

    def finish(self) -> None:  # noqa: B027 - most formats need no end
        """Complete the file."""

    def abandon(self) -> None:  # noqa: B027
        """Release the resources of an incomplete file."""

    def whole_rows(self, block: Block, values: Sequence[Sequence[Value]]) -> Iterator[list[Any]]:
        """Yield each row as a list of values in the order of `columns`."""
        missing = [None] * (len(self.columns) - len(self.source.columns))
        for present, row_values in zip(block.values, values, strict=True):
            row = [*present, *missing]
            for place, value in zip(self.places, row_values, strict=True):
                row[place] = value
            yield row


def as_text(value: Any) -> str:
    """Return the cell text of a value from a sheet, a Parquet file or a model."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
