"""What a table on disk is, whatever its format: a source of records, and a writer of rows."""

import functools
import itertools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect, SniffedDialect
from mltag_desktop.core.tables.record_parser import Item

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
        """The quote at an even number of which a line may end a record; None if `block_in` cannot be used.

        Empty if each line is a record.
        """
        return None

    def block_in(self, data: bytes) -> Block | None:
        """Return the records in a part of the file; None if it does not begin and end between records."""
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
