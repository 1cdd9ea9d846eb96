"""The different cells of a column as numbers, and columns with few values for the filter.

Several questions about a table read the same columns one after another, and a million cells take a second
each time. A process therefore keeps the numbers of the last columns of one table.
"""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.workspace import Workspace

MOST_VALUES: Final = 24
_MOST_SPELLINGS: Final = 10 * MOST_VALUES
_LOOKED_AT: Final = 400
_LONGEST: Final = 60
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


@dataclass(frozen=True)
class ColumnValues:
    """A column with the number of records for each value, ignoring case, most frequent first."""

    column: int
    name: str
    values: tuple[tuple[str, int], ...]
    """Each value in its most frequent spelling."""
    codes: NDArray[np.int16] = field(compare=False, repr=False)
    """Index of each record's value; -1 for none."""

    def mask_of(self, value: str) -> NDArray[np.bool_]:
        """Return a mask of the records with a value, ignoring case."""
        names = [name.casefold() for name, _ in self.values]
        wanted = value.strip().casefold()
        found: NDArray[np.bool_] = self.codes == (names.index(wanted) if wanted in names else len(names))
        return found

    def count(self, among: NDArray[np.bool_]) -> tuple[int, ...]:
        """Return the number of records of `among` with each value."""
        known = min(len(self.codes), len(among))
        codes = self.codes[:known][among[:known]]
        return tuple(np.bincount(codes[codes >= 0], minlength=len(self.values)).tolist())


def few_values(progress: Progress, workspace: Workspace) -> tuple[ColumnValues, ...]:
    """Return the columns with 2 to `MOST_VALUES` values, except those that the model reads."""
    candidates = _candidates(workspace)
    found = []
    for number, column in enumerate(candidates):
        progress.report(number / len(candidates), "Reading columns")
        codes = column_codes(progress, workspace, column)
        values = _counted(column, workspace.table.columns[column], codes)
        if values is not None and 2 <= len(values.values) <= MOST_VALUES:
            found.append(values)
    return tuple(found)


def _counted(column: int, name: str, codes: ColumnCodes) -> ColumnValues | None:
    """Count a column's values; None if there are too many."""
    if len(codes.cells) > _MOST_SPELLINGS:
        return None
    counts = codes.counts()
    totals: dict[str, int] = {}
    for cell, count in counts.items():
        folded = cell.strip().casefold()
        totals[folded] = totals.get(folded, 0) + count
    totals.pop("", None)
    ranked = sorted(totals, key=lambda folded: -totals[folded])
    places = {folded: place for place, folded in enumerate(ranked)}
    shown = dict.fromkeys(ranked, "")
    for cell in sorted(counts, key=lambda cell: counts[cell]):
        if cell.strip():
            shown[cell.strip().casefold()] = cell.strip()
    recode = np.array([places.get(cell.strip().casefold(), -1) for cell in codes.cells] or [-1], np.int16)
    values = tuple((shown[folded], totals[folded]) for folded in ranked)
    return ColumnValues(column, name, values, recode[codes.numbers])


def _candidates(workspace: Workspace) -> Sequence[int]:
    """Return the columns with few values in a sample."""
    if not workspace.table.count:
        return ()
    spread = np.unique(np.linspace(0, workspace.table.count - 1, _LOOKED_AT).astype(np.int64))
    sample = workspace.table.records(spread)
    chosen = []
    for column in range(len(workspace.table.columns)):
        if column in workspace.table.mapping.text or column == workspace.table.mapping.id:
            continue
        cells = [record.cells[column].strip() for record in sample if column < len(record.cells)]
        distinct = set(cells) - {""}
        few = len(distinct) <= MOST_VALUES and len(distinct) * 2 <= max(len(cells), 4)
        if few and distinct and max(map(len, distinct)) <= _LONGEST:
            chosen.append(column)
    return chosen
