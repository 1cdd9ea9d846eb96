"""Base classes of row sources and row writers of all forms."""

import functools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

Value = str | float | int | bool | None
"""A value that can be added to a row."""

MOST_REASONS: Final = 20
"""Unreadable rows whose reasons are kept."""
_LEAST_ROW: Final = 2
"""Size of the shortest row in bytes: a sign and a line break."""
_COUNTED_AT_ONCE: Final = 10_000


class RowChunk(list[tuple[str, ...]]):
    """A list of rows as cell texts; `originals` are the same rows in the type of their source."""

    def __init__(self, cells: Iterable[tuple[str, ...]], originals: Sequence[Any]) -> None:
        super().__init__(cells)
        self.originals = originals


class RowSource(ABC):
    """A file of rows that is read in chunks and can be read repeatedly.

    Attributes: `path`, `columns`, `unreadable` (number of unreadable rows so far) and `reasons` (line and
    reason of the first 20 of them).
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.path = path
        self.columns: tuple[str, ...] = tuple(columns)
        self.unreadable = 0
        self.reasons: list[tuple[int, str]] = []

    @abstractmethod
    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield all rows in chunks of `size`."""

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the file that the latest `chunks()` has read."""
        return 0.0

    def has_more_rows_than(self, count: int) -> bool:
        """Return whether there are more than `count` rows; may read the file up to that row."""
        if self.path.stat().st_size <= _LEAST_ROW * count:
            return False
        found = 0
        return any((found := found + len(chunk)) > count for chunk in self.chunks(_COUNTED_AT_ONCE))

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values of one row in column order, with the types of the file."""
        return cells

    def count_unreadable(self, line: int, reason: str) -> None:
        """Count a row that cannot be read, and record the reason."""
        self.unreadable += 1
        if len(self.reasons) < MOST_REASONS:
            self.reasons.append((line, reason))

    def start_over(self) -> None:
        """Reset the count of unreadable rows before reading again."""
        self.unreadable = 0
        self.reasons = []


class RowWriter(ABC):
    """Writes the rows of a source with added values; an added column replaces one with the same name."""

    def __init__(self, source: RowSource, added: Sequence[str]) -> None:
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
    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows of `chunk`; `values[i]` are the added values of row i, in the order of `added`."""

    @abstractmethod
    def finish(self) -> None:
        """Complete the file."""

    @abstractmethod
    def abandon(self) -> None:
        """Release the resources of an incomplete file."""

    def whole_rows(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> Iterator[list[Any]]:
        """Yield each row as a list of values in the order of `columns`."""
        missing = [None] * (len(self.columns) - len(self.source.columns))
        for cells, original, row_values in zip(chunk, chunk.originals, values, strict=True):
            row = [*self.source.original_values(original, cells), *missing]
            for place, value in zip(self.places, row_values, strict=True):
                row[place] = value
            yield row

    def as_mapping(self, row: Sequence[Any]) -> Mapping[str, Any]:
        """Return a row as a mapping from column name to value."""
        return dict(zip(self.columns, row, strict=True))


def as_text(value: Any) -> str:
    """Return the cell text of a value from a sheet, a Parquet file or a model."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def grouped(rows: Iterable[tuple[tuple[str, ...], Any]], size: int) -> Iterator[RowChunk]:
    """Group pairs of cells and original row into chunks of `size`."""
    cells: list[tuple[str, ...]] = []
    originals: list[Any] = []
    for row, original in rows:
        cells.append(row)
        originals.append(original)
        if len(cells) == size:
            yield RowChunk(cells, originals)
            cells, originals = [], []
    if cells:
        yield RowChunk(cells, originals)


class ColumnsOnlySource(RowSource):
    """A source that has only columns; the caller passes its rows directly to the writer."""

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield nothing."""
        return iter(())
