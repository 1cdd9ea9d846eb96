"""Records with identical texts."""

import numpy as np

from mltag_desktop.core.workspace.types import RowArray, RowId, States, Status
from mltag_desktop.core.workspace.views.filtering import present
from mltag_desktop.core.workspace.workspace import Workspace


def undecided_twins(workspace: Workspace, states: States, row: RowId) -> RowArray:
    """Return the other undecided records with the text of `row`; 1 ms for a million records."""
    halves = workspace.table.all_digests()[: states.count].view(np.uint64).reshape(-1, 2)
    if row >= len(halves):
        return np.empty(0, np.int64)
    rows = np.flatnonzero(halves[:, 0] == halves[row, 0])
    rows = rows[(halves[rows, 1] == halves[row, 1]) & (rows != row)]
    same: RowArray = rows[(states.status[rows] == Status.TO_REVIEW) & present(states)[rows]]
    return same
