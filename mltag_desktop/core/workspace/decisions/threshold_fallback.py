"""The review queue after a promotion: an earlier model's confidence counts until the new one is measured.

A record is sure only when the active model is sure about it and so was the last model whose confidence was
measured on this table, else the base model. The confidence counts as measured when random checks show it: at
least 60 of them at the review threshold or above, with a share of right answers whose lower bound reaches the
threshold and is not below the earlier model's on the same checks (Wilson, one-sided 95%). Random checks are
drawn from all records and never trained on, so no way of asking or training biases that share.
"""

import math
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.prediction_store import keys
from mltag_desktop.core.workspace.records.audit_set import among_all
from mltag_desktop.core.workspace.types import DECIDED, RowArray, States
from mltag_desktop.core.workspace.views.filtering import present
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST: Final = 60
"""Random checks from which a confidence can count as measured: if all of 60 are right, at least 95% are."""
_Z: Final = 1.645


class _Answers(NamedTuple):
    """What a model says of every record."""

    predicted: NDArray[np.int16]
    confidence: NDArray[np.float32]

    def sure(self, limits: ReviewThresholds, names: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return which records it answers at the threshold or above."""
        sure: NDArray[np.bool_] = self.confidence >= limits.limits_of(self.predicted, names)
        return sure


@dataclass(frozen=True, eq=False)
class Fallback:
    """Why and how the review queue goes by an earlier model, too."""

    version: str
    """The active model, whose confidence is not measured yet."""
    earlier: str
    """The model that a record must have been sure under as well."""
    checks: int
    """Decided random checks that the active model answers at the threshold or above."""
    right: int
    needed: int
    """Random checks from which the confidence can count as measured."""
    limits: ReviewThresholds
    """The thresholds, with the records that stay in review."""
    answers: _Answers
    """What the earlier model says."""
    open_checks: RowArray
    """Random checks to decide next, twice as many as are needed at most."""

    def renewed(self, workspace: Workspace) -> "Fallback | None":
        """Return the state after more decisions or predictions; None once the confidence is measured."""
        states = workspace.states()
        rows = _checked(workspace, states)
        found = _measure(states, rows, _active(states), self.answers, self.limits)
        if found.holds:
            return None
        left = open_checks(workspace)[: 2 * self.needed]
        return replace(self, checks=found.checks, right=found.right, open_checks=left)


class _Measured(NamedTuple):
    checks: int
    right: int
    holds: bool


def fallback(workspace: Workspace, limits: ReviewThresholds) -> Fallback | None:
    """Return how the queue falls back after a promotion; None where the active confidence decides alone."""
    versions = workspace.promoted_versions
    active, base = workspace.current_version, workspace.base_version
    earlier = [version for version in dict.fromkeys(reversed(versions)) if version != active]
    if active is None or active == base or not earlier:
        return None
    states = workspace.states()
    rows = _checked(workspace, states)
    reference: tuple[str, _Answers] | None = None
    for version in earlier:
        answers = _Answers(*workspace.answers_of(version))
        if not (answers.predicted[: states.count] >= 0).any():
            continue
        reference = version, answers
        if _measure(states, rows, answers, None, limits).holds:
            break
    if reference is None:
        return None
    version, answers = reference
    found = _measure(states, rows, _active(states), answers, limits)
    if found.holds:
        return None
    kept = limits.keeping(~answers.sure(limits, states.tag_names))
    needed = _needed(limits)
    checks = open_checks(workspace)[: 2 * needed]
    return Fallback(active, version, found.checks, found.right, needed, kept, answers, checks)


def review_of(workspace: Workspace, limits: ReviewThresholds | None = None) -> ReviewThresholds:
    """Return the thresholds of a workspace, and the records that stay in review after a promotion."""
    limits = workspace.review_below() if limits is None else limits
    found = fallback(workspace, limits)
    return limits if found is None else found.limits


def open_checks(workspace: Workspace) -> RowArray:
    """Return the undecided records of the audit set, those that the active model is surest about first."""
    states = workspace.states()
    rows = np.flatnonzero(states.waiting() & present(states) & _audited(workspace, states))
    return rows[np.argsort(-states.confidence[rows], kind="stable")].astype(np.int64)


def _active(states: States) -> _Answers:
    return _Answers(
        np.where(states.stale, np.int16(-1), states.predicted),
        np.where(states.stale, np.float32(np.nan), states.confidence),
    )


def _checked(workspace: Workspace, states: States) -> RowArray:
    """Return the decided records of the audit set, one for each text; none of texts with several tags."""
    decided = (states.decided >= 0) & present(states) & _audited(workspace, states)
    if len(states.again):
        decided &= ~states.again
    rows = np.flatnonzero(decided)
    rows = rows[np.isin(states.status[rows], [int(status) for status in DECIDED])]
    found = keys(workspace.all_digests()[rows])
    _, first, text = np.unique(found, return_index=True, return_inverse=True)
    codes = len(states.tag_names)
    tagged = np.unique(text * codes + states.decided[rows])
    once = np.bincount(tagged // codes, minlength=len(first)) == 1
    return np.sort(rows[first[once]]).astype(np.int64)


def _audited(workspace: Workspace, states: States) -> NDArray[np.bool_]:
    """Return which records of a picture belong to the audit set; more may have come meanwhile."""
    return among_all(workspace.all_digests()[: states.count])


def _measure(
    states: States, rows: RowArray, answers: _Answers, earlier: _Answers | None, limits: ReviewThresholds
) -> _Measured:
    checks, right = _counted(states, rows, answers, limits)
    bound = _lower_bound(right, checks)
    holds = checks >= FEWEST and bound >= limits.default
    if holds and earlier is not None:
        before, right_before = _counted(states, rows, earlier, limits)
        holds = right / checks >= _lower_bound(right_before, before)
    return _Measured(checks, right, holds)


def _counted(states: States, rows: RowArray, answers: _Answers, limits: ReviewThresholds) -> tuple[int, int]:
    """Return how many of `rows` are answered at the threshold or above, and how many of these are right."""
    known = rows[rows < len(answers.predicted)]
    some = _Answers(answers.predicted[known], answers.confidence[known])
    sure = some.sure(limits, states.tag_names)
    return int(sure.sum()), int((some.predicted == states.decided[known])[sure].sum())


def _lower_bound(hits: int, rows: int) -> float:
    if not rows:
        return 0.0
    share, z2 = hits / rows, _Z * _Z
    spread = _Z * math.sqrt(share * (1 - share) / rows + z2 / (4 * rows * rows))
    return (share + z2 / (2 * rows) - spread) / (1 + z2 / rows)


def _needed(limits: ReviewThresholds) -> int:
    """Return the fewest checks that can reach the threshold: all right."""
    most = min(limits.default, 0.999)
    return max(FEWEST, math.ceil(most * _Z * _Z / (1 - most)))
