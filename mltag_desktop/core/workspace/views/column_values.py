"""Source columns with few values, for filtering."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.views.column_codes import ColumnCodes, column_codes
from mltag_desktop.core.workspace.workspace import Workspace

MOST_VALUES: Final = 24
_MOST_SPELLINGS: Final = 10 * MOST_VALUES
_LOOKED_AT: Final = 400
_LONGEST: Final = 60


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
