"""Plan the certification of a workspace: cuts, records to check, and the price of earlier attempts.

There are two ways to draw the records, and the plan takes the one with fewer new checks:

- Undecided records above the cut, in random order.
- All records above the cut, by the digests of their texts. The audit set has the smallest digests, so checks
  that exist already come first and count. Records that were decided otherwise keep their place in this order,
  so it does not matter which records a queue or a curator preferred. The bound on all wrong records is held
  against the undecided ones alone. Equal texts are drawn together, so the bound allows for the largest
  groups.

With several cuts, the records are drawn above the loosest one. Those above a stricter cut are in random
order, too, so they are a simple random sample of the records there, whose size is known as soon as they are
drawn and before any answer. So each cut has an exact plan for its own number of records and of checks.

The promise holds for all certifications of one model and table together: an attempt that did not prove its
loosest cut has used its share of the 5%, and the next one, on records that were not checked, uses nine tenths
of what is left. Proof: let the first false certificate be issued in attempt j. The earlier attempts that had
a cut with too many errors did not prove it, so each has used its share, and their shares and that of attempt
j are at most 5% together; an attempt breaks the promise with a probability of at most its share, whatever
happened before. A proof of the strictest cut alone does not return the share: the attempt may have used it on
the next cut. That of the loosest cut does, because then the attempt had no cut with too many errors, or has
broken the promise itself.
"""

import math
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.sampling_plan import (
    MOST_CHECKS,
    EarlierChecks,
    propose_cut,
    sampling_plan,
    usual_checks,
)
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.certificates import (
    CONFIDENCE,
    Attempt,
    Basis,
    CertificationPlan,
    CheckAnswer,
    CutPlan,
    answers,
    basis_of,
    earlier_attempts,
    model_states,
)
from mltag_desktop.core.workspace.types import DECIDED, Mark, RowArray, RowId, States, Status
from mltag_desktop.core.workspace.workspace import Workspace

_MOST_CHECKED: Final = 0.75
"""Largest share of the records of a certificate that it may take to check them if all are right."""
_SHARE_SPENT: Final = 0.9
"""Share of the remaining error probability that an attempt uses."""


@dataclass(frozen=True)
class Proposal:
    """A certification that could be started."""

    plan: CertificationPlan
    undecided: tuple[int, ...]
    """Number of undecided records above each cut that need no review with its certificate."""
    table: int
    """Number of records of the table."""
    chance: float
    """Estimated probability that the checks prove the strictest cut."""

    @property
    def fewest(self) -> int:
        """Number of new checks that prove the strictest cut if all are right."""
        return self.plan.first_proof

    @property
    def most(self) -> int:
        """Largest number of new checks."""
        rows = {row for cut in self.plan.cuts for row in cut.sample[: cut.needed[-1]]}
        return len(rows.difference(self.plan.sample[: self.plan.known]))


@dataclass(frozen=True)
class Pool:
    """What is known about the records of a table before a certification; arrays of shape (n,)."""

    confidence: NDArray[np.float32]
    """NaN without a prediction."""
    undecided: NDArray[np.bool_]
    audit: NDArray[np.bool_]
    """Records of the audit set."""
    countable: NDArray[np.bool_]
    """Records that belong to the table and have no known tag."""
    digests: NDArray[np.void]


def propose(progress: Progress, workspace: Workspace, allowed: float, checks: int | None = None) -> Proposal:
    """Return a certification for an allowed error rate with at most `checks` new checks.

    Raises `MltagError` if the rate or the number is invalid, if predictions are missing, if no cut leaves
    more records without review than it takes checks, or if the checks hardly save any work.
    """
    if not 0 < allowed <= 0.5:
        raise MltagError(
            message("The allowed error must be above 0% and at most 50%."),
            message("Choose 1%, 3%, 5% or 10%."),
        )
    checks = usual_checks(allowed) if checks is None else checks
    if not 1 <= checks <= MOST_CHECKS:
        raise MltagError(
            message("A certification takes 1 to {most:,} checks.", most=MOST_CHECKS),
            message("Choose another number of checks."),
        )
    progress.report(0.0, "choosing a cut")
    states = model_states(workspace)
    pool = _pool_of(workspace, states)
    attempts = earlier_attempts(workspace)
    level = _level(attempts)
    found = propose_cut(
        pool.confidence[pool.undecided],
        allowed,
        checks,
        level,
        _evidence(workspace, attempts, pool.confidence),
    )
    if found is None:
        raise MltagError(
            message("Too few undecided records are sure enough to certify {allowed:.0%}.", allowed=allowed),
            message("Allow more checks or a larger error, or review all records."),
        )
    progress.report(0.9, "drawing the records to check")
    basis = basis_of(workspace)
    plan = fresh_plan(pool, allowed, found.cuts, checks, level, basis)
    if not attempts:
        order = audit_order(pool, found.cuts[-1])
        known = count_known(answers(workspace, order.rows[: checks + MOST_CHECKS].tolist()))
        counted = audit_plan(pool, order, allowed, found.cuts, checks, level, basis, known)
        if (
            counted is not None
            and counted.first_proof <= plan.first_proof
            and not _decided_in_bulk(workspace, counted, pool.undecided)
        ):
            plan = counted
    sure = pool.undecided & ~states.in_doubt
    proposal = Proposal(
        plan,
        tuple(int((sure & (pool.confidence >= np.float32(each.cut))).sum()) for each in plan.cuts),
        int((~states.gone).sum()),
        found.chance,
    )
    _require_less_work(proposal, pool, allowed)
    return proposal


def _pool_of(workspace: Workspace, states: States) -> Pool:
    """Return the records that a certification is drawn from; raises `MltagError` if it cannot start."""
    undecided = ~states.gone & (states.status == int(Status.TO_REVIEW))
    open_ = undecided & ~states.marked(Mark.OFF_TOPIC)
    if not open_.any():
        raise MltagError(message("All records are decided."), message("There is nothing left to certify."))
    if ((states.predicted < 0) & ~states.untagged & open_).any() or (states.stale & open_).any():
        raise MltagError(
            message("Some records have no prediction of the active model yet."),
            message(
                "Predict all records first. If the active model does not know your tags, train and promote a "
                "new model."
            ),
        )
    digests = workspace.table.all_digests()[: states.count]
    return Pool(
        np.where((states.predicted >= 0) & ~states.stale, states.confidence, np.float32(np.nan)),
        open_,
        workspace.table.audit_set.contains(digests),
        undecided | ~states.gone & states.has_status(DECIDED),
        digests,
    )


def _require_less_work(proposal: Proposal, pool: Pool, allowed: float) -> None:
    """Raise `MltagError` if a certification takes nearly as many checks as it saves reviews."""
    if proposal.fewest <= _MOST_CHECKED * proposal.undecided[0]:
        return
    above = pool.undecided & (pool.confidence >= proposal.plan.cuts[0].cut)
    if proposal.fewest <= _MOST_CHECKED * int(above.sum()):
        raise MltagError(
            message(
                "Most of the sure records stay in review at any confidence, because they are unlike the "
                "training data."
            ),
            message("Train and promote a model with decisions on this table first."),
        )
    raise MltagError(
        message(
            "To certify {allowed:.0%}, most of the sure records would have to be checked.", allowed=allowed
        ),
        message("Review all records instead, or allow a larger error."),
    )


def fresh_plan(
    pool: Pool,
    allowed: float,
    cuts: Sequence[float],
    checks: int,
    level: float,
    basis: Basis,
    seed: int | None = None,
) -> CertificationPlan:
    """Return a plan that checks undecided records above the loosest cut in random order.

    `cuts` starts with the strictest.
    """
    rows = np.flatnonzero(pool.undecided & (pool.confidence >= np.float32(cuts[-1])))
    random = np.random.default_rng(secrets.randbits(64) if seed is None else seed)
    drawn = random.permutation(rows)[:checks]
    planned = []
    for cut in cuts:
        above = drawn[pool.confidence[drawn] >= np.float32(cut)]
        records = int((pool.confidence[rows] >= np.float32(cut)).sum())
        plan = sampling_plan(records, math.floor(allowed * records), len(above), level)
        planned.append(CutPlan(cut, records, plan.needed, tuple(above[: plan.checks].tolist())))
    return _plan(planned, drawn, 0, allowed, level, basis)


@dataclass(frozen=True)
class AuditOrder:
    """The records above a cut in the order of the digests of their texts."""

    rows: RowArray
    """One record of each text; a decided one if there is one."""
    sizes: NDArray[np.int64]
    """Number of records above the cut with this text."""


def audit_order(pool: Pool, cut: float) -> AuditOrder:
    """Return the records above a cut in the order in which they enter the audit set as its share grows."""
    rows = np.flatnonzero(pool.countable & (pool.confidence >= np.float32(cut)))
    halves = np.ascontiguousarray(pool.digests[rows]).view(">u8").reshape(len(rows), 2)
    order = np.lexsort((pool.undecided[rows], halves[:, 1], halves[:, 0]))
    rows, halves = rows[order], halves[order]
    starts = np.flatnonzero(np.concatenate([[True], (halves[1:] != halves[:-1]).any(axis=1)])[: len(rows)])
    return AuditOrder(rows[starts].astype(np.int64), np.diff(np.append(starts, len(rows))))


def audit_plan(
    pool: Pool,
    order: AuditOrder,
    allowed: float,
    cuts: Sequence[float],
    checks: int,
    level: float,
    basis: Basis,
    known: int,
) -> CertificationPlan | None:
    """Return a plan that checks the records in this order, of which `known` are checked; None if none can.

    `cuts` starts with the strictest; the order is that of the loosest. The certificate is about the records
    that are undecided or in the audit set.
    """
    promised = pool.countable & (pool.undecided | pool.audit)
    planned = []
    for cut in cuts:
        inside = pool.confidence[order.rows] >= np.float32(cut)
        rows, own_known = order.rows[inside], int(inside[:known].sum())
        records = int((promised & (pool.confidence >= np.float32(cut))).sum())
        largest_first = np.cumsum(np.sort(order.sizes[inside])[::-1])
        most_wrong = int(np.searchsorted(largest_first, math.floor(allowed * records), side="right"))
        own_checks = int(inside[: known + checks].sum())
        plan = sampling_plan(len(rows), most_wrong, own_checks, level, own_known)
        planned.append(CutPlan(cut, records, plan.needed, tuple(rows[: plan.checks].tolist())))
    if not planned[-1].needed:
        return None
    return _plan(planned, order.rows[: known + checks], known, allowed, level, basis)


def _plan(
    planned: Sequence[CutPlan], drawn: RowArray, known: int, allowed: float, level: float, basis: Basis
) -> CertificationPlan:
    """Return a plan of these cuts, the strictest first; stricter ones that need more checks are left out."""
    stricter, loosest = tuple(cut for cut in planned[:-1] if cut.needed), planned[-1]
    wanted = {row for cut in (*stricter, loosest) for row in cut.sample}
    sample = tuple(row for row in drawn.tolist() if row in wanted)
    return CertificationPlan(
        allowed, loosest.cut, loosest.records, loosest.needed, sample, known, level, basis, stricter
    )


def count_known(found: NDArray[np.int8]) -> int:
    """Return the number of checks before the first one that is not answered."""
    missing = np.flatnonzero((found == CheckAnswer.OPEN) | (found == CheckAnswer.POSTPONED))
    return int(missing[0]) if len(missing) else len(found)


def _decided_in_bulk(workspace: Workspace, plan: CertificationPlan, undecided: NDArray[np.bool_]) -> bool:
    """Return whether a record of the plan is decided, but not by a check; the queue would not ask it."""
    return bool(((answers(workspace, plan.sample) == CheckAnswer.OPEN) & ~undecided[list(plan.sample)]).any())


def _level(attempts: Sequence[Attempt]) -> float:
    """Return the probability of a false proof that the next attempt may have."""
    left = 1 - CONFIDENCE
    for attempt in attempts:
        left -= 0.0 if attempt.proven else attempt.plan.level
    return _SHARE_SPENT * max(left, 0.0)


def _evidence(
    workspace: Workspace, attempts: Sequence[Attempt], confidence: NDArray[np.float32]
) -> EarlierChecks:
    """Return what the checks of earlier attempts say; records are drawn again only from the others."""
    rows: list[RowId] = sorted({row for attempt in attempts for row in attempt.plan.sample})
    found = answers(workspace, rows)
    known = (found == CheckAnswer.WRONG) | (found == CheckAnswer.RIGHT)
    doubts = 1.0 - confidence[np.array(rows, np.int64)[known]].astype(np.float64)
    return EarlierChecks(int((found == CheckAnswer.WRONG).sum()), float(np.nansum(doubts)), len(doubts))
