"""Compares a first model of a table's own tags with the estimates that it replaces.

Until there is such a model, the table shows estimates from the names of the tags and from answers. They
change with each answer, so they cannot be evaluated like a model; but the journal has the estimate that was
shown when a record was decided.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from mltag_desktop.core.learning.production_metrics import reviewed_predictions
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.types import Action, RowId
from mltag_desktop.core.workspace.workspace import Workspace

_LEAST: Final = 10
"""Number of decided estimates from which their accuracy says something."""


def compare_with_estimates(
    workspace: Workspace, rows: Sequence[RowId], truth: Sequence[str], found: Predictions
) -> str:
    """Return a sentence on how often the estimates and a candidate were right; empty with few estimates.

    `truth` and `found`, the candidate's out-of-fold predictions, belong to the records `rows`. Records that
    were decided right after a change of the tag set are left out: no estimate could have a tag that was added
    for them.
    """
    entries = workspace.journal.entries()
    changes = {entry.step for entry in entries if entry.kind == Action.TAGS}
    unestimated = {entry.record for entry in entries if entry.step - 1 in changes}
    place = {row: number for number, row in enumerate(rows)}
    shown = [
        (place[answer.row], answer.predicted)
        for answer in reviewed_predictions(entries)
        if answer.row in place and answer.predicted in found.tags and answer.row not in unestimated
    ]
    if len(shown) < _LEAST:
        return ""
    before = np.mean([predicted == truth[number] for number, predicted in shown])
    best = found.best
    after = np.mean([found.tags[best[number]] == truth[number] for number, _ in shown])
    return message(
        "Estimates from names and answers were shown before. Of {n:,} records, {before:.0%} had the right "
        "one when they were decided; the candidate is right on {after:.0%} of the same records, "
        "cross-validated.",
        n=len(shown),
        before=float(before),
        after=float(after),
    )
