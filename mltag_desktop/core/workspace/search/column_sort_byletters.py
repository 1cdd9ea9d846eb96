"""Cells in one buffer, sorted by their bytes: numpy sorts large groups, Python small ones.

Cells that are alike as far as they were compared form a group; at first, all are one. Round after round, each
large group is looked at some bytes further on: where they are the same in all of its cells, it waits for the
next round; else they are sorted by (their group, their next bytes), joined into one number. Python is quicker
with small groups, since each round reads cells in random order; but no other thread runs while it sorts.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress

LARGE: Final = 4_000
"""Cells that Python sorts in some milliseconds."""
_WORD: Final = 8
_AHEAD: Final = 3
"""Words that a round looks at; they mostly lie in one line of the processor's cache."""
_GROUPS_A_REPORT: Final = 100
_LINE: Final = 64
"""Bytes that come from memory together."""

Bounds = NDArray[np.int64]
Words = NDArray[np.uint64]


def by_letters(
    progress: Progress, content: NDArray[np.uint8], starts: Bounds, stops: Bounds, large: int = LARGE
) -> NDArray[np.int64]:
    """Return ranks from 1 on, equal for equal cells, that rise as Python sorts bytes.

    The cells lie in `content`, with 8 bytes or more behind the last. Groups of more than `large` are numpy's.
    """
    sorting = _Sorting(content, starts, stops, large)
    while len(sorting.places):
        progress.report(0.5 - 0.5 * len(sorting.places) / len(starts), "Sorting")
        sorting.go_on()
    sorting.settle(progress)
    ranks = np.empty(len(starts), np.int64)
    ranks[sorting.order] = np.cumsum(sorting.fresh)
    return ranks


class _Sorting:
    """What is known of the order; `places` in it hold the cells of large groups that are still alike."""

    def __init__(self, content: NDArray[np.uint8], starts: Bounds, stops: Bounds, large: int) -> None:
        self._content = content
        self._words = np.ndarray(len(content) - _WORD + 1, ">u8", content, strides=(1,))
        self._starts = starts
        self._stops = stops
        self._large = large
        self.order = np.arange(len(starts))
        self.fresh = np.zeros(len(starts), np.bool_)
        """Whether a cell is another than the one before it in the order."""
        self.fresh[:1] = True
        self.places = np.arange(len(starts))
        self._rows = self.order.copy()
        """What stands in `places`."""
        self._depth = np.zeros(len(starts), np.int64)
        """How many bytes of it have been compared."""
        self._small: list[tuple[int, int]] = []
        """First place and size of small groups, whose cells are still alike."""

    def go_on(self) -> None:
        """Look at the next bytes of all large groups."""
        firsts, sizes = self._groups()
        keys, ahead = self._looked_ahead(firsts, sizes)
        self._depth += np.repeat(ahead * _WORD, sizes)
        differ = ahead < _AHEAD
        chosen = np.repeat(differ, sizes)
        self._sort(chosen, keys[chosen], np.repeat(np.arange(int(differ.sum())), sizes[differ]))
        self._leave_settled()

    def settle(self, progress: Progress) -> None:
        """Compare the cells of small groups one by one."""
        for number, (first, size) in enumerate(self._small):
            if not number % _GROUPS_A_REPORT:
                progress.report(0.5 + 0.5 * number / len(self._small), "Sorting")
            rows = self.order[first : first + size]
            starts, stops = self._starts[rows], self._stops[rows]
            for line in (0, _LINE):  # numpy has many of them fetched at once, Python one after the other
                self._content[np.minimum(starts + line, len(self._content) - 1)]
            fresh = self.fresh[first : first + size]
            _settle(self._content.data, rows, starts.tolist(), stops.tolist(), fresh)

    def _groups(self) -> tuple[Bounds, Bounds]:
        """Return where in `places` each group begins, and how many cells it has."""
        firsts = np.flatnonzero(self.fresh[self.places])
        return firsts, np.diff(np.append(firsts, len(self.places)))

    def _looked_ahead(self, firsts: Bounds, sizes: Bounds) -> tuple[Words, Bounds]:
        """Return the first word of each cell that is not the same in its group, and which one it is."""
        starts = self._starts[self._rows] + self._depth
        left = self._stops[self._rows] - starts
        keys = np.zeros(len(starts), np.uint64)
        ahead = np.full(len(firsts), _AHEAD)
        for number in range(_AHEAD):
            words = self._next(starts + number * _WORD, left - number * _WORD)
            differ = np.minimum.reduceat(words, firsts) != np.maximum.reduceat(words, firsts)
            differ &= ahead == _AHEAD
            ahead[differ] = number
            keys = np.where(np.repeat(differ, sizes), words, keys)
            if (ahead < _AHEAD).all():
                break
        return keys, ahead

    def _next(self, starts: Bounds, left: Bounds) -> Words:
        """Return the 8 bytes from each start on as a number, 0 for those beyond what is left."""
        words = self._words[np.minimum(starts, len(self._words) - 1)].astype(np.uint64)
        void = (np.clip(_WORD - left, 0, _WORD) * 8).astype(np.uint64)
        words &= ~np.uint64(0) << np.minimum(void, np.uint64(63))
        words[void > 63] = 0
        return words

    def _sort(self, chosen: NDArray[np.bool_], words: Words, groups: Bounds) -> None:
        """Sort the chosen ones within their groups by as many bytes of `words` as there is room for."""
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

    def _leave_settled(self) -> None:
        """Leave out the cells that are told apart by now, or known to be equal, and those of small groups."""
        firsts, sizes = self._groups()
        lengths = self._stops[self._rows] - self._starts[self._rows]
        longest, shortest = np.maximum.reduceat(lengths, firsts), np.minimum.reduceat(lengths, firsts)
        # where all have ended they are equal, unless what follows the end of one are NULs of another
        ended = longest <= self._depth[firsts]
        waiting = (sizes > 1) & (~ended | (longest > shortest))
        small = waiting & ((sizes <= self._large) | ended)
        self._small += zip(self.places[firsts[small]].tolist(), sizes[small].tolist(), strict=True)
        kept = np.repeat(waiting & ~small, sizes)
        self.places, self._rows, self._depth = self.places[kept], self._rows[kept], self._depth[kept]


def _settle(
    content: memoryview, rows: Bounds, starts: Sequence[int], stops: Sequence[int], fresh: NDArray[np.bool_]
) -> None:
    """Order rows that begin alike, in place, and mark those that differ from the one before."""
    cells = [content[start:stop].tobytes() for start, stop in zip(starts, stops, strict=True)]
    places = sorted(range(len(cells)), key=cells.__getitem__)
    rows[:] = rows[places]
    ordered = [cells[place] for place in places]
    fresh[1:] = [one != other for one, other in zip(ordered[1:], ordered, strict=False)]
