"""What every file of rows gives and takes, whatever its form."""

import functools
import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

Value = str | float | int | bool | None
"""What can be added to a row."""

_REMARKS: Final = 20


class RowChunk(list[tuple[str, ...]]):
    """Some rows, each the text of its cells; `originals` are the same rows as their file has them."""

    def __init__(self, cells: Iterable[tuple[str, ...]], originals: Sequence[Any]) -> None:
        super().__init__(cells)
        self.originals = originals


class RowSource(ABC):
    """A file of rows that is read once or more, in chunks.

    Attributes: `path`, `columns`, `left_out` (rows that could not be read, so far) and `remarks` (line and
    reason of the first of them).
    """

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        self.path = path
        self.columns: tuple[str, ...] = tuple(columns)
        self.left_out = 0
        self.remarks: list[tuple[int, str]] = []

    @abstractmethod
    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows from the first to the last, `size` at a time."""

    def fraction(self) -> float:
        """Return which part (0 to 1) of the file the latest `chunks()` has read."""
        return 0.0

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return one row's values in the order of the columns, with the types that the file has."""
        return cells

    def leave_out(self, line: int, reason: str) -> None:
        """Count a row that cannot be read."""
        self.left_out += 1
        if len(self.remarks) < _REMARKS:
            self.remarks.append((line, reason))

    def start_over(self) -> None:
        """Forget what was left out, since reading begins again."""
        self.left_out = 0
        self.remarks = []


class RowWriter(ABC):
    """Writes the rows of a source with values added; they replace a column that has an added name."""

    def __init__(self, source: RowSource, added: Sequence[str]) -> None:
        self.source = source
        self.added = tuple(added)

    @functools.cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns that are written."""
        new = [name for name in self.added if name not in self.source.columns]
        return (*self.source.columns, *new)

    @functools.cached_property
    def places(self) -> tuple[int, ...]:
        """For each added value, its position in `columns`."""
        return tuple(self.columns.index(name) for name in self.added)

    @abstractmethod
    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows of `chunk`; `values[i]` belong to row i, in the order of the added names."""

    @abstractmethod
    def finish(self) -> None:
        """Write what is still to be written; the file is whole after that."""

    @abstractmethod
    def abandon(self) -> None:
        """Let go of what an unfinished file holds."""

    def whole_rows(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> Iterator[list[Any]]:
        """Yield each row as a list of values in the order of `columns`."""
        missing = [None] * (len(self.columns) - len(self.source.columns))
        for cells, original, row_values in zip(chunk, chunk.originals, values, strict=True):
            row = [*self.source.original_values(original, cells), *missing]
            for place, value in zip(self.places, row_values, strict=True):
                row[place] = value
            yield row

    def as_mapping(self, row: Sequence[Any]) -> Mapping[str, Any]:
        """Return a row with the names of its columns."""
        return dict(zip(self.columns, row, strict=True))


def as_text(value: Any) -> str:
    """Return how a value of a sheet, a Parquet file or a model reads in a table."""
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
    """Yield pairs of cells and original row as chunks of `size`."""
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
