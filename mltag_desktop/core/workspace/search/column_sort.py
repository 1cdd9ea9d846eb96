"""Sort the cells of a column without creating a Python string for each of a million cells.

The cells stay in one buffer, in lower case; numpy sorts them by a few bytes at a time. Cells that are equal
in all bytes compared so far form a group; at first, all cells are one group. Each round reads the next bytes
of every large group. If these are equal in all of its cells, the group waits for the next round; otherwise
its cells are sorted by (group, next bytes), joined into one number. Small groups are sorted by Python, which
is faster because each round reads cells in random order; but Python holds the GIL while it sorts.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

LARGE: Final = 4_000
"""Maximum number of cells to sort in Python, which takes a few milliseconds."""
_WORD: Final = 8
_WORDS_A_ROUND: Final = 3
"""Words read per round; they are mostly in the same cache line."""
_GROUPS_A_REPORT: Final = 100
_LINE: Final = 64
"""Size of a cache line in bytes."""

Bounds = NDArray[np.int64]
Words = NDArray[np.uint64]
_LONGEST_NUMBER: Final = 40
_PADDING: Final = 40
"""Padding after the last cell, so that reads of a few bytes stay inside the buffer."""
_NUMBERS_AT_ONCE: Final = 10_000
"""Numbers parsed at once; other threads wait meanwhile."""
_TRIED: Final = 200
_LETTERS: Final = 26
_LOWERED: Final = 1 << 16
"""Bytes converted to lower case at once; they stay in the CPU cache."""
_SPACE: Final = np.isin(np.arange(256), np.frombuffer(b" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f", np.uint8))


def by_letters(
    progress: Progress, content: NDArray[np.uint8], starts: Bounds, stops: Bounds, large: int = LARGE
) -> NDArray[np.int64]:
    """Return ranks from 1 on in the order in which Python sorts bytes, equal for equal cells.

    The cells are in `content`, with at least 8 bytes of padding at the end. Groups of more than `large` cells
    are sorted by numpy.
    """
    sorting = _CellSort(content, starts, stops, large)
    while len(sorting.places):
        progress.report(0.5 - 0.5 * len(sorting.places) / len(starts), "Sorting")
        sorting.go_on()
    sorting.settle(progress)
    ranks = np.empty(len(starts), np.int64)
    ranks[sorting.order] = np.cumsum(sorting.fresh)
    return ranks


class _CellSort:
    """The state of a sort; `places` are the positions of the cells in unfinished large groups."""

    def __init__(self, content: NDArray[np.uint8], starts: Bounds, stops: Bounds, large: int) -> None:
        self._content = content
        self._words = np.ndarray(len(content) - _WORD + 1, ">u8", content, strides=(1,))
        self._starts = starts
        self._stops = stops
        self._large = large
        self.order = np.arange(len(starts))
        self.fresh = np.zeros(len(starts), np.bool_)
        """Whether a cell differs from the one before it in the order."""
        self.fresh[:1] = True
        self.places = np.arange(len(starts))
        self._rows = self.order.copy()
        """The cells at `places`."""
        self._depth = np.zeros(len(starts), np.int64)
        """Number of compared bytes of each of these cells."""
        self._small: list[tuple[int, int]] = []
        """First position and size of the small groups, which are not sorted yet."""

    def go_on(self) -> None:
        """Compare the next bytes of all large groups."""
        firsts, sizes = self._groups()
        keys, ahead = self._first_differences(firsts, sizes)
        self._depth += np.repeat(ahead * _WORD, sizes)
        differ = ahead < _WORDS_A_ROUND
        chosen = np.repeat(differ, sizes)
        self._sort(chosen, keys[chosen], np.repeat(np.arange(int(differ.sum())), sizes[differ]))
        self._remove_sorted()

    def settle(self, progress: Progress) -> None:
        """Sort the small groups cell by cell."""
        for number, (first, size) in enumerate(self._small):
            if not number % _GROUPS_A_REPORT:
                progress.report(0.5 + 0.5 * number / len(self._small), "Sorting")
            rows = self.order[first : first + size]
            starts, stops = self._starts[rows], self._stops[rows]
            # numpy prefetches many cells at once, Python reads them one after another
            for line in (0, _LINE):
                self._content[np.minimum(starts + line, len(self._content) - 1)]
            fresh = self.fresh[first : first + size]
            _sort_small(self._content.data, rows, starts.tolist(), stops.tolist(), fresh)

    def _groups(self) -> tuple[Bounds, Bounds]:
        """Return the start of each group in `places` and its number of cells."""
        firsts = np.flatnonzero(self.fresh[self.places])
        return firsts, np.diff(np.append(firsts, len(self.places)))

    def _first_differences(self, firsts: Bounds, sizes: Bounds) -> tuple[Words, Bounds]:
        """Return the first word of each cell that differs within its group, and the number of that word."""
        starts = self._starts[self._rows] + self._depth
        left = self._stops[self._rows] - starts
        keys = np.zeros(len(starts), np.uint64)
        ahead = np.full(len(firsts), _WORDS_A_ROUND)
        for number in range(_WORDS_A_ROUND):
            words = self._next(starts + number * _WORD, left - number * _WORD)
            differ = np.minimum.reduceat(words, firsts) != np.maximum.reduceat(words, firsts)
            differ &= ahead == _WORDS_A_ROUND
            ahead[differ] = number
            keys = np.where(np.repeat(differ, sizes), words, keys)
            if (ahead < _WORDS_A_ROUND).all():
                break
        return keys, ahead

    def _next(self, starts: Bounds, left: Bounds) -> Words:
        """Return 8 bytes from each start as a number, with 0 for bytes after the end of a cell."""
        words = self._words[np.minimum(starts, len(self._words) - 1)].astype(np.uint64)
        void = (np.clip(_WORD - left, 0, _WORD) * 8).astype(np.uint64)
        words &= ~np.uint64(0) << np.minimum(void, np.uint64(63))
        words[void > 63] = 0
        return words

    def _sort(self, chosen: NDArray[np.bool_], words: Words, groups: Bounds) -> None:
        """Sort the chosen cells within their groups by as many bytes of `words` as fit next to the group
        number.
        """
        if not len(groups):
            return
        width = (64 - int(groups[-1]).bit_length()) // 8
        keys = words >> np.uint64(64 - 8 * width)
        if groups[-1]:
            keys |= groups.astype(np.uint64) << np.uint64(8 * width)
        sorting = np.argsort(keys)
        keys = keys[sorting]
        places = self.places[chosen]
        rows = self._rows[chosen][sorting]
        self._rows[chosen] = rows
        self.order[places] = rows
        self.fresh[places[1:]] |= keys[1:] != keys[:-1]
        self._depth[chosen] += width

    def _remove_sorted(self) -> None:
        """Remove the cells that are sorted, equal to others or in small groups."""
        firsts, sizes = self._groups()
        lengths = self._stops[self._rows] - self._starts[self._rows]
        longest, shortest = np.maximum.reduceat(lengths, firsts), np.minimum.reduceat(lengths, firsts)
        # at the end of all cells they are equal, unless some of them go on with NUL bytes
        ended = longest <= self._depth[firsts]
        waiting = (sizes > 1) & (~ended | (longest > shortest))
        small = waiting & ((sizes <= self._large) | ended)
        self._small += zip(self.places[firsts[small]].tolist(), sizes[small].tolist(), strict=True)
        kept = np.repeat(waiting & ~small, sizes)
        self.places, self._rows, self._depth = self.places[kept], self._rows[kept], self._depth[kept]


def _sort_small(
    content: memoryview, rows: Bounds, starts: Sequence[int], stops: Sequence[int], fresh: NDArray[np.bool_]
) -> None:
    """Sort rows with a common prefix in place, and mark those that differ from the one before."""
    cells = [content[start:stop].tobytes() for start, stop in zip(starts, stops, strict=True)]
    places = sorted(range(len(cells)), key=cells.__getitem__)
    rows[:] = rows[places]
    ordered = [cells[place] for place in places]
    fresh[1:] = [one != other for one, other in zip(ordered[1:], ordered, strict=False)]


class ColumnCells:
    """The cells of one column, stripped and in lower case (UTF-8), in the order of adding."""

    def __init__(self, room: int = 1 << 16) -> None:
        """Reserve `room` bytes as the maximum; memory is used as it is filled."""
        self._content = np.empty(room + _PADDING, np.uint8)
        self._size = 0
        self._starts: list[Bounds] = []
        self._stops: list[Bounds] = []

    def add(self, joined: bytes, starts: Bounds, stops: Bounds, odd: dict[int, str]) -> None:
        """Add the cells in `joined` from `starts` to `stops`; `odd` replaces some cells, by index.

        Bytes between the cells are not copied: writing to new memory costs more than copying.
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
        """Return sort keys: the numbers if all cells are numbers, else alphabetical ranks; NaN for empty
        cells.
        """
        if not self._starts:
            return np.empty(0)
        starts, stops = np.concatenate(self._starts), np.concatenate(self._stops)
        content = self._content[: self._size + _PADDING]
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
        if end + _PADDING > len(self._content):
            wider = np.empty(end + end // 4 + _PADDING, np.uint8)
            wider[: self._size] = self._content[: self._size]
            self._content = wider
        self._content[self._size : end] = np.frombuffer(part, np.uint8)
        for start in range(self._size, end, _LOWERED):  # releases the GIL
            some = self._content[start : min(start + _LOWERED, end)]
            some |= ((some - ord("A")) < _LETTERS).view(np.uint8) << 5
        self._size = end


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
    places = map(slice, starts.tolist(), stops.tolist())
    if stretch.joined.isascii():
        cells = list(map(stretch.joined.decode("ascii").__getitem__, places))
    else:
        cells = [cell.decode("utf-8", "replace") for cell in map(stretch.joined.__getitem__, places)]
    for at, text in parsed.items():
        cells[at] = text
    return cells


def column_cells(
    stretch: PackedBlob, dialect: Dialect, column: int, width: int
) -> tuple[Bounds, Bounds, dict[int, str]]:
    """Return start and stop of one cell of each record in the joined bytes.

    The third value has the cells, by index, of the records that have to be parsed: those with quotes, a line
    end in the middle or an unexpected number of cells.
    """
    stops = stretch.ends.astype(np.int64)
    starts = np.concatenate([[0], stops[:-1]])
    is_plain_text = dialect.encoding == "utf-8" and dialect.form != "jsonl"
    is_plain_text &= (dialect.delimiter + dialect.quote).isascii()
    if not is_plain_text or dialect.skip_blanks or dialect.escape:
        rows = parse_many(stretch.values(), dialect)
        return starts, stops, {at: _cell(cells, column) for at, cells in enumerate(rows)}
    values = np.frombuffer(stretch.joined, np.uint8)
    signs = np.flatnonzero(values == ord(dialect.delimiter))
    first, last = np.searchsorted(signs, starts), np.searchsorted(signs, stops)
    plain = last - first == width - 1
    special = np.flatnonzero(values == ord(dialect.quote)) if dialect.quote else np.empty(0, np.int64)
    plain &= np.searchsorted(special, starts) == np.searchsorted(special, stops)
    breaks = np.flatnonzero((values == ord("\r")) | (values == ord("\n")))
    number = np.searchsorted(breaks, stops) - np.searchsorted(breaks, starts)
    ends = stops - number
    plain &= np.searchsorted(breaks, ends) == np.searchsorted(breaks, starts)  # all are at the end
    lows, highs = starts.copy(), ends
    if column:
        lows[plain] = signs[first[plain] + column - 1] + 1
    if column < width - 1:
        highs[plain] = signs[first[plain] + column]
    odd = np.flatnonzero(~plain).tolist()
    rows = parse_many([stretch.value(stretch.first + at) for at in odd], dialect)
    return lows, highs, {at: _cell(cells, column) for at, cells in zip(odd, rows, strict=True)}


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _strip(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> None:
    """Strip whitespace on both sides, in place."""
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[starts[at]]]]):
        starts[at] += 1
        at = at[stops[at] > starts[at]]
    at = np.flatnonzero(stops > starts)
    while len(at := at[_SPACE[values[stops[at] - 1]]]):
        stops[at] -= 1
        at = at[stops[at] > starts[at]]


def _gathered(values: NDArray[np.uint8], starts: Bounds, stops: Bounds, width: int) -> NDArray[np.uint8]:
    """Return `width` bytes from each start on, 0 after the stop; shape (n, width)."""
    out = np.empty((len(starts), width), np.uint8)
    last = len(values) - 1
    for at in range(width):
        places = starts + at
        out[:, at] = np.where(places < stops, values[np.minimum(places, last)], 0)
    return out


def _numbers(values: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> NDArray[np.float64] | None:
    """Return the cells as numbers; None if one is not a number."""
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
