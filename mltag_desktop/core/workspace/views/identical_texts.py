"""Records with identical texts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RowArray, RowId, States, Status
from mltag_desktop.core.workspace.views.filtering import present
from mltag_desktop.core.workspace.workspace import Workspace


@dataclass(frozen=True)
class IdenticalTexts:
    """Groups of records with the same text."""

    group: NDArray[np.int64]
    """Group number of each record."""
    size: NDArray[np.int64]
    """Number of records in each group."""

    def undecided(self, states: States, row: RowId) -> RowArray:
        """Return the other undecided records with the text of `row`."""
        if row >= len(self.group) or self.size[self.group[row]] < 2:
            return np.empty(0, np.int64)
        rows = np.flatnonzero(self.group == self.group[row])
        rows = rows[(rows != row) & (rows < states.count)]
        waiting = (states.status[rows] == Status.TO_REVIEW) & present(states)[rows]
        same: RowArray = rows[waiting].astype(np.int64)
        return same


def group_identical_texts(progress: Progress, workspace: Workspace) -> IdenticalTexts:
    """Group the records by text."""
    keys = workspace.table.all_digests()
    progress.report(0.5, "Looking for identical texts")
    if not len(keys):
        return IdenticalTexts(np.zeros(0, np.int64), np.zeros(0, np.int64))
    pairs = keys.view(np.uint64).reshape(-1, 2)
    _, group = np.unique(pairs[:, 0] ^ (pairs[:, 1] << np.uint64(1)), return_inverse=True)
    return IdenticalTexts(group.astype(np.int64), np.bincount(group).astype(np.int64))
