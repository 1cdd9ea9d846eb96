"""Sampling plans: how many random checks, and how many wrong ones among them, prove an error rate.

The checks are drawn without replacement from a finite set of records. A plan is fixed before the first check.
It ends with a proof as soon as its number of checks for the wrong ones found so far is reached. The
probability that it proves a set with more wrong records than allowed is at most `level` over all these looks
together; it is computed exactly, with the number of wrong records among those drawn as a Markov chain
(hypergeometric draws). A set with more wrong records passes less often, so the smallest number that is not
allowed is the worst case.

The looks are spent with a nominal level that grows with the sixth power of the number of checks, as in group
sequential trials (O'Brien and Fleming 1979; Lan and DeMets 1983): early looks cost little of the last one.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

CONFIDENCE: Final = 0.95
"""Confidence of a certificate."""
MOST_CHECKS: Final = 3_000
"""Largest number of checks of a plan; its computation takes time proportional to checks times wrong ones."""
_SHAPE: Final = 6.0
"""Exponent with which the nominal level grows with the number of checks."""
_ROUNDS: Final = 3
_PARTS: Final = 16
"""The nominal level is searched in rounds, in each of which the range is cut into so many parts."""

_NEVER: Final = np.iinfo(np.int64).max

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SamplingPlan:
    """A plan for random checks of a set of records."""

    records: int
    """Number of records in the set."""
    needed: tuple[int, ...]
    """Number of checks that prove the error rate, with 0, 1, 2, … wrong ones; empty if none can."""

    @property
    def checks(self) -> int:
        """The largest number of checks that can be needed; 0 if the plan can prove nothing."""
        return self.needed[-1] if self.needed else 0


@lru_cache(maxsize=256)
def sampling_plan(records: int, most_wrong: int, checks: int, level: float, first: int = 0) -> SamplingPlan:
    """Return a plan of at most `checks` checks for a set of `records`.

    A set with more than `most_wrong` wrong records passes it with a probability of at most `level`. With
    `first`, there is no look at fewer checks, because so many are known already.
    """
    checks = min(checks, records, MOST_CHECKS)
    if checks <= 0 or most_wrong < 0 or first > checks:
        return SamplingPlan(records, ())
    tails = _tails(records, most_wrong + 1, checks)
    shape = (np.arange(1, checks + 1) / checks) ** _SHAPE
    low, high = 0.0, 2 * level
    best: tuple[int, ...] = ()
    for _ in range(_ROUNDS):
        nominal = np.linspace(low, high, _PARTS + 1)[1:-1]
        ends = _boundaries(tails, nominal[:, None, None] * shape, first)
        passed = _pass_probability(ends, records, np.full(len(ends), most_wrong + 1.0))
        kept = int((passed <= level).cumprod().sum())
        if kept:
            best = tuple(ends[kept - 1][ends[kept - 1] < _NEVER].tolist())
        low, high = ([low, *nominal, high][at] for at in (kept, kept + 1))
    return SamplingPlan(records, best)


def pass_probability(plan: SamplingPlan, wrong: Floats) -> Floats:
    """Return the probability that the plan succeeds, for each number of wrong records in the set."""
    if not plan.needed:
        return np.zeros(len(wrong))
    ends = np.tile(np.array(plan.needed), (len(wrong), 1))
    return _pass_probability(ends, plan.records, wrong)


@lru_cache(maxsize=256)
def wrong_accepted(records: int, most_wrong: int, checks: int, level: float) -> NDArray[np.intp]:
    """Return the largest number of wrong ones among 0 to `checks` checks that is significant; -1 if none is.

    This is one look without a plan; a set with more than `most_wrong` passes with at most this `level`.
    """
    tails = _tails(records, most_wrong + 1, min(checks, records))
    found = np.full(checks + 1, -1, np.intp)
    found[1 : tails.shape[1] + 1] += (tails <= level).sum(axis=0)
    return found


def _boundaries(tails: Floats, levels: Floats, first: int) -> NDArray[np.int64]:
    """Return the smallest number of checks at which each number of wrong ones is significant, or `_NEVER`.

    `tails` falls and `levels`, of shape (plans, 1, checks), rises with the number of checks.
    """
    ends = (tails > levels).sum(axis=2) + 1
    return np.where(ends <= tails.shape[1], np.maximum(ends, first), _NEVER)


def _tails(records: int, wrong: int, checks: int) -> Floats:
    """Return P(at most w of d checks are wrong) as array [w, d - 1], for w up to the expected number."""
    left = np.maximum(wrong - np.arange(int(checks * wrong / records) + 2.0), 0.0)
    known = np.zeros(len(left))
    known[0] = 1.0
    tails = np.empty((checks, len(left)))
    for drawn in range(checks):
        moved = known * np.minimum(left / (records - drawn), 1.0)
        known -= moved
        known[1:] += moved[:-1]
        tails[drawn] = np.cumsum(known)
    return np.ascontiguousarray(tails.T)


def _pass_probability(ends: NDArray[np.int64], records: int, wrong: Floats) -> Floats:
    """Return the probability that the checks of a plan reach one of its boundaries.

    `ends` has the boundaries of each plan, shape (plans, numbers of wrong checks), and `wrong` the number of
    wrong records in its set, shape (plans,). The states of the chain are the numbers of wrong checks, of
    which those at a boundary are absorbed.
    """
    known = np.zeros(ends.shape)
    known[:, 0] = 1.0
    passed = np.zeros(len(wrong))
    left = np.maximum(wrong[:, None] - np.arange(ends.shape[1]), 0.0)
    # boundaries rise with the number of wrong checks, so nothing enters an absorbed state
    at = set(ends[ends < _NEVER].tolist())
    for drawn in range(max(at, default=0)):
        moved = known * np.minimum(left / (records - drawn), 1.0)
        known -= moved
        known[:, 1:] += moved[:, :-1]
        if drawn + 1 in at:
            reached = known * (ends <= drawn + 1)
            passed += reached.sum(axis=1)
            known -= reached
    return passed
