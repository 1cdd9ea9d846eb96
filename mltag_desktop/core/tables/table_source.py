"""What a table on disk is, whatever its format: a source of blocks of records, and a writer of rows."""

import functools
import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, overload

from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect, SniffedDialect
from mltag_desktop.core.tables.record_parser import (
    Item,
    QuarantinedRecord,
    Record,
    ends_in_feed,
    split_lines,
)


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


Value = str | float | int | bool | None
"""A value that can be added to a row."""

BLOCK: Final = 1 << 17
"""Number of bytes that are read at once."""
MOST_REASONS: Final = 20
"""Unreadable lines whose reasons are kept."""
_LEAST_ROW: Final = 2
"""Size of the shortest row in bytes: a sign and a line break."""


class Scanner(Protocol):
    """Parses the lines of a text into records, block by block."""

    def scan(self, block: bytes, lines: Sequence[bytes], *, final: bool) -> tuple[list[Item], int]:
        """Return the records in `lines`, and the number of lines they take; see `RecordScanner`."""
        ...


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

    @property
    def fraction(self) -> float:
        """The fraction (0 to 1) of the file that the latest `blocks()` has read."""
        return min(1.0, self._position / max(1, self.size))

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether there are more than `count` rows; may read the file up to that row."""
        if self.size <= _LEAST_ROW * count:
            return False
        found = 0
        return any((found := found + block.row_count) > count for block in self.blocks())

    def scanned(self, file: BinaryIO, size: int, scanner: "Scanner", encoding: str) -> Iterator[Block]:
        """Yield the records of a text, from the position of `file`, in blocks of about `size` bytes."""
        carry, step = b"", size
        while True:
            data = file.read(step)
            final = len(data) < step
            block = carry + data
            lines = split_lines(block, encoding)
            if not final and lines and not ends_in_feed(lines[-1], encoding):
                lines.pop()
            complete = sum(map(len, lines))
            items, taken = scanner.scan(block[:complete], lines, final=final)
            carry = block[sum(map(len, lines[:taken])) :]
            step = size if items else step * 2  # doubled, so that a long record is copied only a few times
            self._position = file.tell()
            if items:
                yield Block(items)
            if final:
                return

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

    def write(self, block: Block, values: Sequence[Sequence[Value]]) -> None:
        """Write the records of `block`; `values[i]` are the added values of record i, in order of `added`."""
        self.write_rows([*self._whole_rows(block, values)])

    @abstractmethod
    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of values in the order of `columns`."""

    def finish(self) -> None:  # noqa: B027 - most formats need no end
        """Complete the file."""

    def abandon(self) -> None:  # noqa: B027
        """Release the resources of an incomplete file."""

    def _whole_rows(self, block: Block, values: Sequence[Sequence[Value]]) -> Iterator[list[Any]]:
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
