"""Workspaces with predictions, and certifications that are started and answered."""

import numpy as np

from mltag_desktop.core.learning.certification import Proposal, propose
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.certificates import (
    CertificationPlan,
    CheckState,
    CutPlan,
    basis_of,
    certification_state,
    start,
)
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS

BASE = "0123456789"


def predict(workspace: Workspace, confidence: np.ndarray, version: str = BASE) -> None:
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


def plan_of_two_cuts(workspace: Workspace, allowed: float = 0.1) -> CertificationPlan:
    """Return a plan for the first six records: the even ones prove the strict cut, all the loose one."""
    strict = CutPlan(0.95, 20, (2, 3), (0, 2, 4))
    return CertificationPlan(
        allowed, 0.9, 30, (4, 6), (0, 1, 2, 3, 4, 5), 0, 0.045, basis_of(workspace), (strict,)
    )
