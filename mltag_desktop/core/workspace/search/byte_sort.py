"""Sort cells by their bytes with numpy, where there is no compiled code.

numpy sorts cells by a few bytes at a time. Cells that are equal in all bytes compared so far form a group; at
first, all cells are one group. Each round reads the next bytes of every large group. If these are equal in
all of its cells, the group waits for the next round; otherwise its cells are sorted by (group, next bytes),
joined into one number. Small groups are sorted by Python, which is faster because each round reads cells in
random order; but Python holds the GIL while it sorts.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress

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
