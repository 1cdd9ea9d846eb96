"""Sort the cells of a column without creating a Python string for each of a million cells.

The cells stay in one buffer, stripped and case-folded. Compiled code cuts, copies and sorts them; without it,
Python does the same work, which takes two to three times as long.
"""

import heapq
from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.search.compiled import cells as compiled
from mltag_desktop.core.workspace.search.compiled.cells import Bounds, Sizes
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

_LONGEST_NUMBER: Final = 40
_PADDING: Final = 40
"""Padding after the last cell, so that reads of a few bytes stay inside the buffer."""
_NUMBERS_AT_ONCE: Final = 10_000
"""Numbers parsed at once; other threads wait meanwhile."""
_TRIED: Final = 200
_EXACT: Final = 1 << 24
"""float32 is exact for ranks below this one."""
_SORTED_AT_ONCE: Final = 4_000
"""Cells that Python sorts at once, which takes a few milliseconds; other threads wait meanwhile."""


class ColumnCells:
    """The cells of one column, stripped and in lower case (UTF-8), in the order of adding."""

    def __init__(self, room: int = 1 << 16, count: int = 1 << 10) -> None:
        """Reserve `room` bytes for `count` cells, or more if needed; memory is used as it is filled."""
        self._content = np.empty(room + _PADDING, np.uint8)
        self._size = 0
        self._starts = np.empty(count, np.int64)  # lists of parts would need twice the memory to be joined
        self._sizes = np.empty(count, np.uint32)
        self._count = 0

    def add(self, joined: bytes, starts: Bounds, stops: Bounds, odd: dict[int, str]) -> None:
        """Add the cells in `joined` from `starts` to `stops`; `odd` replaces some cells, by index.

        Both arrays are changed. Bytes between the cells are not copied: writing to new memory costs more than
        copying.
        """
        self._reserve(len(joined))
        skipped = np.array([*odd], np.int64)
        if compiled.is_used:
            self._size, left = compiled.copy(joined, starts, stops, skipped, self._content, self._size)
        else:
            left = np.setdiff1d(np.arange(len(starts)), skipped)
        for at in left.tolist():
            odd[at] = joined[starts[at] : stops[at]].decode("utf-8", "replace")
        folded = [text.strip().casefold().encode("utf-8", "replace") for text in odd.values()]
        sizes = np.fromiter(map(len, folded), np.int64, len(folded))
        ends = self._size + np.cumsum(sizes)
        places = np.array([*odd], np.int64)
        starts[places], stops[places] = ends - sizes, ends
        part = b"".join(folded)
        self._reserve(len(part))
        self._content[self._size : self._size + len(part)] = np.frombuffer(part, np.uint8)
        self._size += len(part)
        count = self._count + len(starts)
        if count > len(self._starts):
            for bounds in (self._starts, self._sizes):
                bounds.resize(count + count // 4, refcheck=False)
        self._starts[self._count : count] = starts
        self._sizes[self._count : count] = stops - starts
        self._count = count

    def ranks(self, progress: Progress) -> NDArray[np.floating[Any]]:
        """Return sort keys: the numbers if all cells are numbers, else alphabetical ranks; NaN for empty
        cells. Removes the cells to free their memory.
        """
        starts, sizes = self._starts[: self._count], self._sizes[: self._count]
        content = self._content[: self._size + _PADDING]
        content[self._size :] = 0
        is_filled = sizes > 0
        if not is_filled.all():
            starts, sizes = starts[is_filled], sizes[is_filled]
        found: NDArray[np.float64] | NDArray[np.uint32] | None = _numbers(content, starts, sizes)
        dtype: type[np.floating[Any]] = np.float64
        if found is None:
            sort = compiled.ranks if compiled.is_used else ranks_by_python
            found = sort(progress, content, starts, sizes)
            dtype = np.float32 if len(found) < _EXACT else np.float64
        self._content, self._starts, self._sizes = (
            np.empty(0, each.dtype) for each in (content, starts, sizes)
        )
        self._size = self._count = 0
        del content, starts, sizes  # their memory is free before the keys need some
        ranks = np.full(len(is_filled), np.nan, dtype)
        ranks[is_filled] = found
        return ranks

    def _reserve(self, size: int) -> None:
        """Make room for `size` more bytes and the padding."""
        end = self._size + size
        if end + _PADDING > len(self._content):
            wider = np.empty(end + end // 4 + _PADDING, np.uint8)
            wider[: self._size] = self._content[: self._size]
            self._content = wider


def add_texts(cells: ColumnCells, stretch: PackedBlob) -> None:
    """Add complete values."""
    stops = stretch.ends.astype(np.int64)
    cells.add(stretch.joined, np.concatenate([[0], stops[:-1]]), stops, {})


def add_column(cells: ColumnCells, stretch: PackedBlob, dialect: Dialect, column: int, width: int) -> None:
    """Add one cell of each record."""
    cells.add(stretch.joined, *column_cells(stretch, dialect, column, width))


def column_values(stretch: PackedBlob, dialect: Dialect, column: int, width: int) -> list[str]:
    """Return one cell of each record."""
    starts, stops, parsed = column_cells(stretch, dialect, column, width)
    cells = cell_texts(stretch.joined, starts, stops)
    for at, text in parsed.items():
        cells[at] = text
    return cells


def cell_texts(joined: bytes, starts: Bounds, stops: Bounds) -> list[str]:
    """Return the cells of a column as strings."""
    places = map(slice, starts.tolist(), stops.tolist())
    if joined.isascii():
        return list(map(joined.decode("ascii").__getitem__, places))
    return [cell.decode("utf-8", "replace") for cell in map(joined.__getitem__, places)]


def column_cells(
    stretch: PackedBlob, dialect: Dialect, column: int, width: int
) -> tuple[Bounds, Bounds, dict[int, str]]:
    """Return start and stop of one cell of each record in the joined bytes.

    The third value has the cells, by index, that are not those bytes: cells with doubled quotes, and those of
    records that have to be parsed, such as records with an unexpected number of cells.
    """
    stops = stretch.ends.astype(np.int64)
    starts = np.concatenate([[0], stops[:-1]])
    is_plain_text = dialect.encoding == "utf-8" and dialect.form != "jsonl"
    is_plain_text &= (dialect.delimiter + dialect.quote).isascii()
    if not is_plain_text or dialect.skip_blanks or dialect.escape or not compiled.is_used:
        rows = parse_many(stretch.values(), dialect)
        return starts, stops, {at: _cell(cells, column) for at, cells in enumerate(rows)}
    quote = dialect.quote
    odd, doubled = compiled.cut(stretch.joined, starts, stops, dialect.delimiter, quote, column, width)
    rows = parse_many([stretch.value(stretch.first + at) for at in odd.tolist()], dialect)
    parsed = {at: _cell(cells, column) for at, cells in zip(odd.tolist(), rows, strict=True)}
    texts = cell_texts(stretch.joined, starts[doubled], stops[doubled])
    parsed |= {at: text.replace(quote * 2, quote) for at, text in zip(doubled.tolist(), texts, strict=True)}
    return starts, stops, parsed


def ranks_by_python(
    progress: Progress, content: NDArray[np.uint8], starts: Bounds, sizes: Sizes
) -> NDArray[np.uint32]:
    """Return the number of smaller cells plus 1 for each cell, as `compiled.ranks` does."""
    firsts, lengths, count = starts.tolist(), sizes.tolist(), len(starts)

    def cell(place: int) -> bytes:
        return content.data[firsts[place] : firsts[place] + lengths[place]].tobytes()

    def in_order(places: Sequence[int]) -> Iterator[tuple[bytes, int]]:
        return ((cell(place), place) for place in sorted(places, key=cell))

    parts: list[Iterator[tuple[bytes, int]]] = []
    for first in range(0, count, _SORTED_AT_ONCE):
        progress.report(0.5 * first / count, "Sorting")
        parts.append(in_order(range(first, min(first + _SORTED_AT_ONCE, count))))
    found = np.empty(count, np.uint32)
    rank, last = 0, b""
    for done, (each, place) in enumerate(heapq.merge(*parts)):
        if done % _SORTED_AT_ONCE == 0:
            progress.report(0.5 + 0.5 * done / count, "Sorting")
        if done == 0 or each != last:
            rank, last = done + 1, each
        found[place] = rank
    return found


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _gathered(values: NDArray[np.uint8], starts: Bounds, sizes: Sizes, width: int) -> NDArray[np.uint8]:
    """Return `width` bytes from each start on, 0 after the size; shape (n, width)."""
    out = np.empty((len(starts), width), np.uint8)
    last = len(values) - 1
    for at in range(width):
        out[:, at] = np.where(at < sizes, values[np.minimum(starts + at, last)], 0)
    return out


def _numbers(values: NDArray[np.uint8], starts: Bounds, sizes: Sizes) -> NDArray[np.float64] | None:
    """Return the cells as numbers; None if one is not a number."""
    if not len(starts):
        return np.empty(0)
    longest = int(sizes.max())
    if longest > _LONGEST_NUMBER:
        return None
    numbers = np.empty(len(starts))
    at_once = _TRIED
    first = 0
    try:
        while first < len(starts):
            part = slice(first, first + at_once)
            texts = _gathered(values, starts[part], sizes[part], longest).view(f"S{longest}")[:, 0]
            numbers[part] = texts.astype(np.float64)
            first, at_once = first + at_once, _NUMBERS_AT_ONCE
    except ValueError:
        return None
    return numbers
