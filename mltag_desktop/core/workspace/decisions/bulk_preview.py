"""What a decision on several records changes, and the records that have the same text."""

from dataclasses import dataclass

import numpy as np

from mltag_desktop.core.workspace.search.filtering import present, shown_tags
from mltag_desktop.core.workspace.types import DECIDED, RowArray, RowId, States, Status
from mltag_desktop.core.workspace.workspace import Workspace


@dataclass(frozen=True)
class BulkPreview:
    """The current tags of some records, and the effect of each possible tag."""

    records: int
    shown: dict[str, int]
    """Number of records by shown tag, most frequent first."""
    decided: int
    unpredicted: int
    changed: dict[str, int]
    """By tag: number of records whose shown tag would change."""
    overruled: dict[str, int]
    """By tag: number of records with a different decision."""


def preview(states: States, rows: RowArray, tags: tuple[str, ...]) -> BulkPreview:
    """Return the effect of tagging `rows` with each of `tags`."""
    names = states.tag_names
    shown = shown_tags(states)[rows]
    decided = np.isin(states.status[rows], [int(status) for status in DECIDED])
    known = np.bincount(shown[shown >= 0], minlength=len(names))
    tagged = np.bincount(states.decided[rows][decided], minlength=len(names))
    code = {name: place for place, name in enumerate(names)}
    total, of_decided = len(rows), int(decided.sum())

    def but(counts: np.ndarray, tag: str, whole: int) -> int:
        return whole - (int(counts[code[tag]]) if tag in code else 0)

    by_count = sorted(np.flatnonzero(known).tolist(), key=lambda place: -int(known[place]))
    return BulkPreview(
        records=total,
        shown={names[place]: int(known[place]) for place in by_count},
        decided=of_decided,
        unpredicted=int((states.predicted[rows] < 0).sum()),
        changed={tag: but(known, tag, total) for tag in tags},
        overruled={tag: but(tagged, tag, of_decided) for tag in tags},
    )


def undecided_twins(workspace: Workspace, states: States, row: RowId) -> RowArray:
    """Return the other undecided records with the text of `row`; 1 ms for a million records."""
    halves = workspace.table.all_digests()[: states.count].view(np.uint64).reshape(-1, 2)
    if row >= len(halves):
        return np.empty(0, np.int64)
    rows = np.flatnonzero(halves[:, 0] == halves[row, 0])
    rows = rows[(halves[rows, 1] == halves[row, 1]) & (rows != row)]
    same: RowArray = rows[(states.status[rows] == Status.TO_REVIEW) & present(states)[rows]]
    return same
