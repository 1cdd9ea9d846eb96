"""Workspaces with predictions, and certifications that are started and answered."""

from hashlib import md5

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification import Proposal, propose
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.certificates import (
    Certificate,
    CertificationPlan,
    CheckState,
    CutPlan,
    basis_of,
    certification_state,
    finish,
    start,
)
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS

BASE = "0123456789"


def add_records(workspace: Workspace, count: int) -> None:
    """Add records with different texts."""
    numbers = range(count)
    workspace.table.add_texts([f"record {number} {md5(b'%d' % number).hexdigest()}" for number in numbers])


def predict(workspace: Workspace, confidence: FloatArray, version: str = BASE) -> None:
    """Predict bird for every record, with these confidences."""
    workspace.models.set_base(version)
    for rows, _ in workspace.pending_predictions.pending(version):
        sure = confidence[rows].astype(np.float32)
        probabilities = np.stack([sure, (1 - sure) / 2, (1 - sure) / 2], axis=1)
        workspace.pending_predictions.put(rows, Predictions(version, TAGS, probabilities))


def begin(workspace: Workspace, allowed: float = 0.05, checks: int | None = None) -> Proposal:
    """Start the proposed certification."""
    found = propose(SILENT, workspace, allowed, checks)
    start(workspace, found.plan)
    return found


def check(workspace: Workspace, count: int, tag: str = "bird") -> None:
    """Decide the next records of the running certification one by one."""
    for _ in range(count):
        state = certification_state(workspace)
        assert state.checks is not None
        workspace.decisions.decide([state.checks.open[0]], tag)


def checks_of(workspace: Workspace) -> CheckState:
    """Return how far the running certification has come."""
    checks = certification_state(workspace).checks
    assert checks is not None
    return checks


def issued(workspace: Workspace) -> Certificate:
    """Return the valid certificate."""
    found = certification_state(workspace).valid
    assert found is not None
    return found


def certified(workspace: Workspace) -> Certificate:
    """Start the proposed certification, make its checks without an error, and finish it."""
    check(workspace, begin(workspace).fewest)
    finish(workspace)
    return issued(workspace)


def refused_to_finish(workspace: Workspace, words: str = "not proven yet") -> None:
    """Check that there is no certificate yet, with the reason."""
    with pytest.raises(MltagError, match=words):
        finish(workspace)


def plan_of_two_cuts(workspace: Workspace, allowed: float = 0.1) -> CertificationPlan:
    """Return a plan for the first six records: the even ones prove the strict cut, all the loose one."""
    strict = CutPlan(0.95, 20, (2, 3), (0, 2, 4))
    return CertificationPlan(
        allowed, 0.9, 30, (4, 6), (0, 1, 2, 3, 4, 5), 0, 0.045, basis_of(workspace), (strict,)
    )
