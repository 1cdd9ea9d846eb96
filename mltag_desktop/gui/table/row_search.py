"""Finds the next record in a million without testing all of them."""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import RowArray, RowId

Mask = NDArray[np.bool_]
Test = Callable[[RowArray], Mask]
"""Returns for an array of rows which of them are wanted."""

_FIRST_STRETCH: Final = 64
_LONGEST_STRETCH: Final = 1 << 16


def nearest(order: RowArray, here: int, wanted: Test, *, back: bool = False) -> int:
    """Return the nearest place with a wanted record, other than `here`; -1 if there is no such place.

    The forward search wraps around to the top; the backward search stops at the first place.
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
    """Yield start and end of the ranges to test, small ranges first, because a hit is usually near."""
    start, size = 0, _FIRST_STRETCH
    while start < length:
        yield start, min(length, start + size)
        start, size = start + size, min(2 * size, _LONGEST_STRETCH)


class RowSet:
    """A set of row ids, stored as a mask."""

    def __init__(self) -> None:
        self._mask: Mask = np.zeros(0, np.bool_)

    @property
    def rows(self) -> RowArray:
        """The row ids in ascending order."""
        return np.flatnonzero(self._mask).astype(np.int64)

    def add(self, rows: RowArray) -> None:
        """Add row ids."""
        top = int(rows.max()) + 1 if len(rows) else 0
        if top > len(self._mask):
            wider = np.zeros(2 * top, np.bool_)
            wider[: len(self._mask)] = self._mask
            self._mask = wider
        self._mask[rows] = True

    def clear(self) -> None:
        """Remove all row ids."""
        self._mask = np.zeros(0, np.bool_)

    def others(self, rows: RowArray) -> Mask:
        """Return a mask of the `rows` that are not in the set."""
        free = np.ones(len(rows), np.bool_)
        if len(self._mask):
            known = rows < len(self._mask)
            free[known] = ~self._mask[rows[known]]
        return free

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and row < len(self._mask) and bool(self._mask[row])


class ExtendedRowSet:
    """A `RowSet` with one additional row."""

    def __init__(self, rows: RowSet, row: RowId | None) -> None:
        self._rows, self._row = rows, row

    def __contains__(self, row: object) -> bool:
        return row == self._row or row in self._rows
