"""A column's cells as numbers that sort like them, without a Python string for each of a million.

The cells stay where they are, in one buffer, in lower case; numpy sorts them by some bytes at a time.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.table_file import parse_cells
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.search.column_sort_byletters import Bounds, by_letters
from mltag_desktop.core.workspace.storage.packed_blobs import Stretch

_LONGEST_NUMBER: Final = 40
_BEHIND: Final = 40
"""Bytes behind the last cell, so that reading a few from any cell on stays inside."""
_NUMBERS_AT_ONCE: Final = 10_000
"""Other threads wait while so many are read."""
_TRIED: Final = 200
_LETTERS: Final = 26
_LOWERED: Final = 1 << 16
"""Bytes put into lower case at once: they stay in the processor's cache."""
_SPACE: Final = np.isin(np.arange(256), np.frombuffer(b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f", np.uint8))


class Cells:
    """The cells of one column, stripped and in lower case (UTF-8), in the order in which they are added."""

    def __init__(self, room: int = 1 << 16) -> None:
        """Give the most bytes that there may be; memory is taken as it is filled."""
        self._content = np.empty(room + _BEHIND, np.uint8)
        self._size = 0
        self._starts: list[Bounds] = []
        self._stops: list[Bounds] = []

    def add(self, joined: bytes, starts: Bounds, stops: Bounds, odd: dict[int, str]) -> None:
        """Add the cells that lie in `joined` from `starts` to `stops`; those of `odd` are as given.

        What lies between them is left out: memory written to for the first time costs more than copying.
        """
        values = np.frombuffer(joined, np.uint8)
        _strip(values, starts, stops)
        if not joined.isascii():
            places = np.flatnonzero(values >= 0x80)
            foreign = np.searchsorted(places, stops) > np.searchsorted(places, starts)
            for at in np.flatnonzero(foreign).tolist():
                odd.setdefault(at, joined[starts[at] : stops[at]].decode("utf-8", "replace"))
        cells = list(map(joined.__getitem__, map(slice, starts.tolist(), stops.tolist())))
        sizes = stops - starts
        for at, text in odd.items():
            cells[at] = text.strip().casefold().encode("utf-8", "replace")
            sizes[at] = len(cells[at])
        ends = np.cumsum(sizes) + self._size
        self._starts.append(np.concatenate([[self._size], ends[:-1]]))
        self._stops.append(ends)
        self._append(b"".join(cells))

    def ranks(self, progress: Progress) -> NDArray[np.float64]:
        """Return what sorts like the cells: as numbers if all are, else by letters; nan for an empty one."""
        if not self._starts:
            return np.empty(0)
        starts, stops = np.concatenate(self._starts), np.concatenate(self._stops)
        content = self._content[: self._size + _BEHIND]
        content[self._size :] = 0
        filled = np.flatnonzero(stops > starts)
        ranks = np.full(len(starts), np.nan)
        if len(filled) < len(starts):
            starts, stops = starts[filled], stops[filled]
        numbers = _numbers(content, starts, stops)
        if numbers is not None:
            ranks[filled] = numbers
        elif len(filled):
            ranks[filled] = by_letters(progress, content, starts, stops)
        return ranks

    def _append(self, part: bytes) -> None:
        end = self._size + len(part)
        if end + _BEHIND > len(self._content):
            wider = np.empty(end + end // 4 + _BEHIND, np.uint8)
            wider[: self._size] = self._content[: self._size]
            self._content = wider
        self._content[self._size : end] = np.frombuffer(part, np.uint8)
        for start in range(self._size, end, _LOWERED):  # without Python's lock
            some = self._content[start : min(start + _LOWERED, end)]
            some |= ((some - ord("A")) < _LETTERS).view(np.uint8) << 5
        self._size = end


def add_texts(cells: Cells, stretch: Stretch) -> None:
    """Add whole values."""
    stops = stretch.ends.astype(np.int64)
    cells.add(stretch.joined, np.concatenate([[0], stops[:-1]]), stops, {})


def add_column(cells: Cells, stretch: Stretch, dialect: Dialect, column: int, width: int) -> None:
    """Add one cell of each record; records with quotes, or another number of cells, are parsed."""
    stops = stretch.ends.astype(np.int64)
    starts = np.concatenate([[0], stops[:-1]])
    if dialect.encoding != "utf-8" or dialect.form == "jsonl" or dialect.skip_blanks or dialect.escape:
        return cells.add(stretch.joined, starts, stops, dict(enumerate(_parsed(stretch, dialect, column))))
    values = np.frombuffer(stretch.joined, np.uint8)
    signs = np.flatnonzero(values == ord(dialect.delimiter)) if dialect.delimiter.isascii() else None
    if signs is None:
        return cells.add(stretch.joined, starts, stops, dict(enumerate(_parsed(stretch, dialect, column))))
    first, last = np.searchsorted(signs, starts), np.searchsorted(signs, stops)
    plain = last - first == width - 1
    special = np.flatnonzero(values == ord(dialect.quote)) if dialect.quote else np.empty(0, np.int64)
    plain &= np.searchsorted(special, starts) == np.searchsorted(special, stops)
    lows, highs = starts.copy(), stops.copy()
    if column:
        lows[plain] = signs[first[plain] + column - 1] + 1
    if column < width - 1:
        highs[plain] = signs[first[plain] + column]
    odd = {
        at: _cell(parse_cells(stretch.value(stretch.first + at), dialect), column)
        for at in np.flatnonzero(~plain).tolist()
    }
    return cells.add(stretch.joined, lows, highs, odd)


def _parsed(stretch: Stretch, dialect: Dialect, column: int) -> Iterator[str]:
    return (_cell(parse_cells(raw, dialect), column) for raw in stretch.values())


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _strip(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> None:
    """Leave out blanks on both sides, in place."""
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[starts[at]]]]):
        starts[at] += 1
        at = at[stops[at] > starts[at]]
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[stops[at] - 1]]]):
        stops[at] -= 1
        at = at[stops[at] > starts[at]]


def _gathered(values: NDArray[np.uint8], starts: Bounds, stops: Bounds, width: int) -> NDArray[np.uint8]:
    """Return `width` bytes from each start on, 0 behind the stop; shape (n, width)."""
    out = np.empty((len(starts), width), np.uint8)
    last = len(values) - 1
    for at in range(width):
        places = starts + at
        out[:, at] = np.where(places < stops, values[np.minimum(places, last)], 0)
    return out


def _numbers(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> NDArray[np.float64] | None:
    """Return the cells as numbers, None when one is none."""
    if not len(starts):
        return np.empty(0)
    longest = int((stops - starts).max())
    if longest > _LONGEST_NUMBER:
        return None
    numbers = np.empty(len(starts))
    at_once = _TRIED
    first = 0
    try:
        while first < len(starts):
            part = slice(first, first + at_once)
            texts = _gathered(values, starts[part], stops[part], longest).view(f"S{longest}")[:, 0]
            numbers[part] = texts.astype(np.float64)
            first, at_once = first + at_once, _NUMBERS_AT_ONCE
    except ValueError:
        return None
    return numbers
