"""Review after a promotion: the confidence of an earlier model also counts until the new one is verified.

A record above the threshold is left out of review only if both the active model and an earlier one are
confident about it: the last model whose confidence was verified on this table, else the base model. The
confidence is verified by at least 60 random checks at the review threshold or above, if the lower bound of
their accuracy reaches the threshold and is not below that of the earlier model on the same checks (Wilson,
one-sided 95%), or by a certificate of the active model. Random checks are drawn from all records and never
trained on, so neither the query strategy nor the training biases their accuracy.

A first model of own tags has no earlier model. Its predictions of the decided records, out of fold or before
they were decided, prove from which confidence on it is right as often as the threshold says (`proven_cut`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.decisions.certificates import certification_state, model_states
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.models.prediction_store import keys
from mltag_desktop.core.workspace.types import DECIDED, RowArray, States
from mltag_desktop.core.workspace.workspace import Workspace

FEWEST: Final = 60
"""Smallest number of random checks to verify a confidence: if all of 60 are right, accuracy is at least 95%.
"""
FEWEST_HELD_OUT: Final = 10
"""Smallest number of held-out decisions that prove a confidence."""
_DRAWN: Final = 50
"""Number of random checks to show at once."""
_Z: Final = 1.645


class _Answers(NamedTuple):
    """The predictions of one model for every record."""

    predicted: NDArray[np.int16]
    confidence: NDArray[np.float32]

    def sure(self, limits: ReviewThresholds, names: tuple[str, ...]) -> NDArray[np.bool_]:
        """Return a mask of the records that are predicted at the threshold or above."""
        sure: NDArray[np.bool_] = self.confidence >= limits.limits_of(self.predicted, names)
        return sure


@dataclass(frozen=True, eq=False)
class Fallback:
    """The state of the fallback to an earlier model."""

    version: str
    """The active model, whose confidence is not verified yet."""
    earlier: str
    """The earlier model that must also be confident about a record; empty for a first model of own tags."""
    checks: int
    """Number of decided random checks that the active model predicts at the threshold or above.

    Without an earlier model, of all held-out decisions.
    """
    right: int
    needed: int
    """Number of random checks that can verify the confidence."""
    limits: ReviewThresholds
    """The thresholds, including the records that stay in review."""
    answers: _Answers
    """The predictions of the earlier model."""
    open_checks: RowArray
    """Random checks to decide next, at most twice as many as needed."""

    def renewed(self, workspace: Workspace) -> "Fallback | None":
        """Return the state after more decisions or predictions; None once the confidence is verified."""
        if not self.earlier:
            return fallback(SILENT, workspace, self.limits.with_kept(None))
        states = model_states(workspace)
        rows = _checked(workspace, states)
        found = _measure(states, rows, _active(states), self.answers, self.limits)
        if found.holds:
            return None
        left = open_checks(workspace, self.limits)[: 2 * self.needed]
        return replace(self, checks=found.checks, right=found.right, open_checks=left)


class _Measured(NamedTuple):
    checks: int
    right: int
    holds: bool


def fallback(progress: Progress, workspace: Workspace, limits: ReviewThresholds) -> Fallback | None:
    """Return the fallback after a promotion; None if the confidence of the active model decides alone."""
    progress.report(0.0)
    versions = workspace.models.promoted
    active, base = workspace.models.active, workspace.models.base
    earlier = [version for version in dict.fromkeys(reversed(versions)) if version != active]
    if active is None or active == base or not earlier or _is_certified(workspace, limits):
        return None
    states = model_states(workspace)
    rows = _checked(workspace, states)
    reference: tuple[str, _Answers] | None = None
    for version in earlier:
        answers = _Answers(*workspace.predictions.answers_of(version))
        if not (answers.predicted[: states.count] >= 0).any():
            continue
        reference = version, answers
        if _measure(states, rows, answers, None, limits).holds:
            break
    if reference is None:
        return _held_back(workspace, active, limits)
    version, answers = reference
    found = _measure(states, rows, _active(states), answers, limits)
    if found.holds:
        return None
    kept = limits.with_kept(~answers.sure(limits, states.tag_names))
    needed = _needed(limits)
    checks = open_checks(workspace, limits)[: 2 * needed]
    return Fallback(active, version, found.checks, found.right, needed, kept, answers, checks)


def is_first_of_own_tags(workspace: Workspace) -> bool:
    """Return whether the decided records, not an earlier model, hold back what the active model releases."""
    active, base = workspace.models.active, workspace.models.base
    if active is None or active == base or not {active, base}.issuperset(workspace.models.promoted):
        return False
    return workspace.predictions.has_out_of_fold(active)


def _held_back(workspace: Workspace, version: str, limits: ReviewThresholds) -> Fallback | None:
    """Return the fallback of a first model of own tags; None if its held-out predictions prove the threshold.

    They prove nothing for a model whose predictions out of fold are not in the workspace. Records that show
    live predictions by names are not held back: these have their own proof.
    """
    if not workspace.predictions.has_out_of_fold(version):
        return None
    states, live = model_states(workspace), workspace.predictions.live
    answers = _active(states)
    decided = states.has_status(DECIDED) & (states.decided >= 0) & ~states.gone & ~states.again
    rows = np.flatnonzero(decided & (answers.predicted >= 0))
    is_right = answers.predicted[rows] == states.decided[rows]
    is_check = workspace.table.audited(rows)
    cuts = proven_cuts(answers.confidence[rows], is_right, is_check, limits, states.tag_names)
    codes = np.arange(len(cuts), dtype=np.int16)
    cuts[limits.limits_of(codes, states.tag_names) > 1] = 0  # all of these are reviewed in any case
    if not cuts.any():
        return None
    checks, right = _counted(states, rows, answers, limits)
    held = ~(answers.confidence >= np.append(cuts, 0)[answers.predicted])
    if live is not None and live.by_names and len(states.live):
        held &= ~states.live
    kept = limits.with_kept(held)
    open_ = open_checks(workspace, limits)[:_DRAWN]
    return Fallback(version, "", checks, right, FEWEST_HELD_OUT, kept, answers, open_)


def proven_cuts(
    confidence: NDArray[np.float32],
    right: NDArray[np.bool_],
    is_check: NDArray[np.bool_],
    limits: ReviewThresholds,
    tags: Sequence[str],
) -> NDArray[np.float32]:
    """Return the `proven_cut` for the threshold of each of `tags`, shape (tags,)."""
    of_limit = {
        limit: proven_cut(confidence, right, is_check, limit) for limit in {limits.of(tag) for tag in tags}
    }
    return np.array([of_limit[limits.of(tag)] for tag in tags], np.float32)


def proven_cut(
    confidence: NDArray[np.float32], right: NDArray[np.bool_], is_check: NDArray[np.bool_], limit: float
) -> float:
    """Return the lowest confidence at or above which held-out predictions are right as often as `limit` says.

    At least 10 of all, or 10 random checks, which the queue did not choose for being difficult, have to prove
    it; it is infinite otherwise, and 0 where the limit itself is proven. The arrays have the shape (n,).
    """
    cuts = [math.inf]
    for rows in (np.arange(len(right)), np.flatnonzero(is_check)):
        order = rows[np.argsort(-confidence[rows], kind="stable")]
        falling = confidence[order]
        count = np.arange(1, len(order) + 1)
        # a cut releases all records of its confidence, so only the last of equal ones shows what it proves
        is_last = np.append(falling[1:] != falling[:-1], True)[: len(order)]
        is_proven = (np.cumsum(right[order]) >= limit * count) & (count >= FEWEST_HELD_OUT)
        proven = np.flatnonzero(is_proven & is_last)
        sure = falling[falling >= limit]
        if len(proven):
            cuts.append(0.0 if proven[-1] + 1 >= len(sure) else float(sure[proven[-1]]))
    return min(cuts)


def _is_certified(workspace: Workspace, limits: ReviewThresholds) -> bool:
    """Return whether a valid certificate is about all records above the thresholds."""
    issued = certification_state(workspace).valid
    return issued is not None and min([limits.default, *limits.tags.values()]) >= float(
        np.float32(issued.cut)
    )


def review_of(workspace: Workspace) -> ReviewThresholds:
    """Return the thresholds of a workspace, including the records that stay in review after a promotion."""
    limits = workspace.thresholds.below()
    found = fallback(SILENT, workspace, limits)
    return limits if found is None else found.limits


def open_checks(workspace: Workspace, limits: ReviewThresholds) -> RowArray:
    """Return the undecided records of the audit set in random order, those at the threshold or above first.

    Only these count; the most confident of them alone would show the confidence better than it is.
    """
    states = model_states(workspace)
    rows = _shuffled_checks(workspace, states)
    counts = _active(states).sure(limits, states.tag_names)[rows]
    return rows[np.argsort(~counts, kind="stable")]


def draw_checks(workspace: Workspace) -> RowArray:
    """Return at most 50 undecided records of the audit set, drawn at random."""
    return np.sort(_shuffled_checks(workspace, workspace.states())[:_DRAWN])


def _shuffled_checks(workspace: Workspace, states: States) -> RowArray:
    """Return the undecided records of the audit set in random order, the same after each decision."""
    rows = np.flatnonzero(states.waiting() & ~states.gone & _audited(workspace, states))
    drawn = np.random.default_rng(0).random(states.count)[rows]
    return rows[np.argsort(drawn)].astype(np.int64)


def _active(states: States) -> _Answers:
    return _Answers(
        np.where(states.stale, np.int16(-1), states.predicted),
        np.where(states.stale, np.float32(np.nan), states.confidence),
    )


def _checked(workspace: Workspace, states: States) -> RowArray:
    """Return decided records of the audit set, one per text, without contradictory texts."""
    decided = (states.decided >= 0) & ~states.gone & ~states.again & _audited(workspace, states)
    rows = np.flatnonzero(decided)
    rows = rows[np.isin(states.status[rows], [int(status) for status in DECIDED])]
    found = keys(workspace.table.all_digests()[rows])
    _, first, text = np.unique(found, return_index=True, return_inverse=True)
    codes = len(states.tag_names)
    tagged = np.unique(text * codes + states.decided[rows])
    once = np.bincount(tagged // codes, minlength=len(first)) == 1
    return np.sort(rows[first[once]]).astype(np.int64)


def _audited(workspace: Workspace, states: States) -> NDArray[np.bool_]:
    """Return a mask of the records in the audit set; `states` may be older than the workspace."""
    return workspace.table.audited()[: states.count]


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
    """Count those of `rows` that are predicted at the threshold or above, and the correct ones among them."""
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
    """Return the smallest number of checks that can reach the threshold if all are right."""
    most = min(limits.default, 0.999)
    return max(FEWEST, math.ceil(most * _Z * _Z / (1 - most)))
