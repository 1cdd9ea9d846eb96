"""Source columns with few values, to filter by."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.document import Workspace

MOST_VALUES: Final = 24
_LOOKED_AT: Final = 400
_LONGEST: Final = 60


@dataclass(frozen=True)
class ColumnValues:
    """A column and how many records have each of its values, most first."""

    column: int
    name: str
    values: tuple[tuple[str, int], ...]


def few_values(progress: Progress, workspace: Workspace) -> tuple[ColumnValues, ...]:
    """Return the columns with 2 to `MOST_VALUES` values, those that the model reads left out."""
    candidates = _candidates(workspace)
    found = []
    for number, column in enumerate(candidates):
        progress.report(number / len(candidates), "Looking at the columns")
        counts = Counter(cell.strip() for cell in workspace.column(progress, column))
        counts.pop("", None)
        if 2 <= len(counts) <= MOST_VALUES:
            found.append(ColumnValues(column, workspace.columns[column], tuple(counts.most_common())))
    return tuple(found)


def _candidates(workspace: Workspace) -> Sequence[int]:
    """Columns that look so in a sample."""
    if not workspace.count:
        return ()
    spread = np.unique(np.linspace(0, workspace.count - 1, _LOOKED_AT).astype(np.int64))
    sample = workspace.records(spread)
    chosen = []
    for column in range(len(workspace.columns)):
        if column in workspace.mapping.text or column == workspace.mapping.id:
            continue
        cells = [record.cells[column].strip() for record in sample if column < len(record.cells)]
        distinct = set(cells) - {""}
        few = len(distinct) <= MOST_VALUES and len(distinct) * 2 <= max(len(cells), 4)
        if few and distinct and max(map(len, distinct)) <= _LONGEST:
            chosen.append(column)
    return chosen
