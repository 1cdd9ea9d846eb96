"""A column's cells as numbers that sort like them, without a Python string for each of a million.

The cells stay where they are, in one buffer, in lower case; the first sixteen bytes of each sort as two
numbers, and only what is equal in these is looked at one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.reader import parse_cells
from mltag_desktop.core.workspace.stretches import Stretch

_KEY: Final = 8
_LONGEST_NUMBER: Final = 40
_TRIED: Final = 200
_SPACE: Final = np.isin(np.arange(256), np.frombuffer(b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f", np.uint8))

Bounds = NDArray[np.int64]


@dataclass
class Cells:
    """The cells of one column, stripped and in lower case (UTF-8), in the order in which they are added."""

    buffers: list[bytes] = field(default_factory=list)
    starts: list[Bounds] = field(default_factory=list)
    stops: list[Bounds] = field(default_factory=list)
    size: int = 0

    def add(self, joined: bytes, starts: Bounds, stops: Bounds, odd: dict[int, str]) -> None:
        """Add the cells that lie in `joined` from `starts` to `stops`; those of `odd` are as given."""
        values = np.frombuffer(joined, np.uint8)
        _strip(values, starts, stops)
        if not joined.isascii():
            places = np.flatnonzero(values >= 0x80)
            foreign = np.searchsorted(places, stops) > np.searchsorted(places, starts)
            for at in np.flatnonzero(foreign).tolist():
                odd.setdefault(at, joined[starts[at] : stops[at]].decode("utf-8", "replace"))
        extra = []
        end = len(joined)
        for at, text in odd.items():
            extra.append(text.strip().casefold().encode("utf-8", "replace"))
            starts[at], stops[at] = end, end + len(extra[-1])
            end += len(extra[-1])
        self.buffers.append(b"".join([joined.lower(), *extra]))
        self.starts.append(starts + self.size)
        self.stops.append(stops + self.size)
        self.size += end

    def ranks(self, progress: Progress) -> NDArray[np.float64]:
        """Return what sorts like the cells: as numbers if all are, else by letters; nan for an empty one."""
        if not self.starts:
            return np.empty(0)
        content = b"".join([*self.buffers, bytes(_LONGEST_NUMBER)])
        values = np.frombuffer(content, np.uint8)
        self.buffers.clear()
        starts, stops = np.concatenate(self.starts), np.concatenate(self.stops)
        filled = np.flatnonzero(stops > starts)
        ranks = np.full(len(starts), np.nan)
        numbers = _numbers(values, starts[filled], stops[filled])
        if numbers is not None:
            ranks[filled] = numbers
        else:
            ranks[filled] = _by_letters(progress, content, starts[filled], stops[filled])
        return ranks


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
    try:
        for part in (slice(0, _TRIED), slice(None)):
            texts = _gathered(values, starts[part], stops[part], longest).view(f"S{longest}")[:, 0]
            numbers = texts.astype(np.float64)
    except ValueError:
        return None
    return numbers


def _by_letters(progress: Progress, content: bytes, starts: Bounds, stops: Bounds) -> NDArray[np.int64]:
    """Return equal ranks for equal cells, rising with the letters."""
    values = np.frombuffer(content, np.uint8)
    high = _gathered(values, starts, stops, _KEY).view(">u8")[:, 0].astype(np.uint64)
    low = _gathered(values, starts + _KEY, stops, _KEY).view(">u8")[:, 0].astype(np.uint64)
    order = np.lexsort((low, high))
    high, low = high[order], low[order]
    fresh = np.ones(len(order), np.bool_)
    fresh[1:] = (high[1:] != high[:-1]) | (low[1:] != low[:-1])
    lengths = (stops - starts)[order]
    firsts = np.flatnonzero(fresh)
    sizes = np.diff(np.append(firsts, len(order)))
    longest, shortest = np.maximum.reduceat(lengths, firsts), np.minimum.reduceat(lengths, firsts)
    unsettled = np.flatnonzero((sizes > 1) & ((longest > 2 * _KEY) | (longest > shortest)))
    for number, group in enumerate(unsettled.tolist()):
        first, size = int(firsts[group]), int(sizes[group])
        if not number % 1000:
            progress.report(first / len(order), "Sorting")
        rows = order[first : first + size]
        _settle(content, rows, starts[rows].tolist(), stops[rows].tolist(), fresh[first : first + size])
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.cumsum(fresh)
    return ranks


def _settle(
    content: bytes, rows: Bounds, starts: Sequence[int], stops: Sequence[int], fresh: NDArray[np.bool_]
) -> None:
    """Order rows that begin alike, in place, and mark those that differ from the one before."""
    cells = [content[start:stop] for start, stop in zip(starts, stops, strict=True)]
    places = sorted(range(len(cells)), key=cells.__getitem__)
    rows[:] = rows[places]
    ordered = [cells[place] for place in places]
    fresh[1:] = [one != other for one, other in zip(ordered[1:], ordered, strict=False)]
