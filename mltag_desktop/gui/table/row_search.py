"""Finds the next record among a million at once: from the current place on, not in all of them."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import RowArray, RowId

Mask = NDArray[np.bool_]
Test = Callable[[RowArray], Mask]
"""Tells of some records which are wanted."""

_FIRST_STRETCH: Final = 1024
_LONGEST_STRETCH: Final = 1 << 16


def nearest(order: RowArray, here: int, wanted: Test, *, back: bool = False) -> int:
    """Return the nearest place with a wanted record, -1 for none; `here` itself is never one.

    Forward it goes on at the top after the last place; `back` goes no further than to the first.
    """
    if back:
        for start, stop in _stretches(max(here, 0)):
            low, high = here - stop, here - start
            found = wanted(order[low:high])[::-1]
            if found.any():
                return high - 1 - int(found.argmax())
        return -1
    for first, last in ((here + 1, len(order)), (0, max(here, 0))):
        for start, stop in _stretches(last - first):
            found = wanted(order[first + start : first + stop])
            if found.any():
                return first + start + int(found.argmax())
    return -1


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    """Yield where stretches of a range begin and end, short ones first: the nearest is mostly near."""
    start, size = 0, _FIRST_STRETCH
    while start < length:
        yield start, min(length, start + size)
        start, size = start + size, min(2 * size, _LONGEST_STRETCH)


class RowSet:
    """Records by their ids, kept as a mask."""

    def __init__(self) -> None:
        self._mask: Mask = np.zeros(0, np.bool_)

    @property
    def rows(self) -> RowArray:
        """Its records, in ascending order."""
        return np.flatnonzero(self._mask).astype(np.int64)

    def add(self, rows: RowArray) -> None:
        """Take in some records."""
        top = int(rows.max()) + 1 if len(rows) else 0
        if top > len(self._mask):
            wider = np.zeros(2 * top, np.bool_)
            wider[: len(self._mask)] = self._mask
            self._mask = wider
        self._mask[rows] = True

    def clear(self) -> None:
        """Hold none any more."""
        self._mask = np.zeros(0, np.bool_)

    def others(self, rows: RowArray) -> Mask:
        """Return which of `rows` are not among them."""
        free = np.ones(len(rows), np.bool_)
        if len(self._mask):
            known = rows < len(self._mask)
            free[known] = ~self._mask[rows[known]]
        return free

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row < len(self._mask) and bool(self._mask[row])


class ExtendedRowSet:
    """The records of a set, and one more."""

    def __init__(self, rows: RowSet, row: RowId | None) -> None:
        self._rows, self._row = rows, row

    def __contains__(self, row: object) -> bool:
        return row == self._row or row in self._rows
