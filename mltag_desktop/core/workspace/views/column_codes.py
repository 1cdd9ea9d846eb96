"""The cells of a column as numbers, for columns with few different cells, such as tags.

Several questions about a table read the same columns one after another, and a million cells as Python strings
take two seconds each time. A process therefore keeps the numbers of the last columns of one table.
"""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.workspace import Workspace

_MOST_KEPT: Final = 8
"""Most columns that are kept, 4 bytes for each record."""
_MOST_CELLS: Final = 2_000
"""Most different cells of a column that is kept."""
_POLL: Final = 0.1


class ColumnCodes(NamedTuple):
    """The different cells of a column, and which of them each record has."""

    cells: tuple[str, ...]
    """In the order of the first record that has them."""
    numbers: NDArray[np.int32]
    """The place in `cells`, by record; read-only."""

    def counts(self, among: NDArray[np.bool_] | None = None) -> Mapping[str, int]:
        """Return the number of records of each cell, of all records or of those of a mask."""
        numbers = self.numbers if among is None else self.numbers[among]
        found = np.bincount(numbers, minlength=len(self.cells)).tolist()
        return {cell: count for cell, count in zip(self.cells, found, strict=True) if count}


_Table = tuple[Path, str, str, bytes]
"""The identity of a table: path, time of creation, stamp, and checksum of the last records. Without the
checksum, a table that replaces another within a second would get the cells of the replaced one, and so would
a merge after a backup was restored."""
_kept: dict[tuple[_Table, int], ColumnCodes] = {}
"""The columns read last, all of one table, by number."""
_lock: Final = threading.Lock()
"""Held while a column is read, so that two threads do not read the same one."""


def column_codes(progress: Progress, workspace: Workspace, column: int) -> ColumnCodes:
    """Return the cells of a column; a column with few different cells is read once for several calls."""
    table = _key(workspace)
    while not _lock.acquire(timeout=_POLL):
        progress.report(0.0, "Reading a column")
    try:
        known = _kept.get((table, column))
        if known is not None:
            return known
        found = ColumnCodes(*workspace.scan.numbered_column(progress, column))
        found.numbers.flags.writeable = False
        for key in list(_kept):
            if key[0] != table or len(_kept) >= _MOST_KEPT:
                del _kept[key]
        if len(found.cells) <= _MOST_CELLS and _key(workspace) == table:  # no record came meanwhile
            _kept[table, column] = found
        return found
    finally:
        _lock.release()


def forget_columns() -> None:
    """Release the kept columns, because their table was closed."""
    with _lock:
        _kept.clear()


def _key(workspace: Workspace) -> _Table:
    table = workspace.table
    return workspace.path, str(table.meta["created"]), table.stamp, table.record_store.last_checksum()
