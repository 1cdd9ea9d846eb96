"""Sets of records, of one or of a million, that take no longer than a moment either way."""

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.types import RowArray, RowId

Mask = NDArray[np.bool_]


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


class AndAlso:
    """The records of a set, and one more."""

    def __init__(self, rows: RowSet, row: RowId | None) -> None:
        self._rows, self._row = rows, row

    def __contains__(self, row: object) -> bool:
        return row == self._row or row in self._rows
