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
_HALVINGS: Final = 12

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SamplingPlan:
    """A plan for random checks of a set of records."""

    records: int
    """Number of records in the set."""
    most_wrong: int
    """Largest number of wrong records that the plan proves."""
    needed: tuple[int, ...]
    """Number of checks that prove it, with 0, 1, 2, … wrong ones; empty if no number of wrong ones does."""

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
        return SamplingPlan(records, most_wrong, ())
    tails = _tails(records, most_wrong + 1, checks)
    shape = (np.arange(1, checks + 1) / checks) ** _SHAPE
    worst = np.array([most_wrong + 1.0])
    low, high = 0.0, 2 * level
    best: tuple[int, ...] = ()
    for _ in range(_HALVINGS):
        nominal = (low + high) / 2
        needed = _needed(tails, nominal * shape, first)
        if needed and _pass_probability(needed, records, worst)[0] > level:
            high = nominal
        else:
            low, best = nominal, needed
    return SamplingPlan(records, most_wrong, best)


def pass_probability(plan: SamplingPlan, wrong: Floats) -> Floats:
    """Return the probability that the plan succeeds, for each number of wrong records in the set."""
    return _pass_probability(plan.needed, plan.records, wrong) if plan.needed else np.zeros(len(wrong))


def _needed(tails: Floats, levels: Floats, first: int) -> tuple[int, ...]:
    """Return the smallest number of checks at which each number of wrong ones is significant."""
    found = []
    for tail in tails:
        enough = np.flatnonzero(tail <= levels)
        if not len(enough):
            break
        found.append(max(int(enough[0]) + 1, first))
    return tuple(found)


def _tails(records: int, wrong: int, checks: int) -> Floats:
    """Return P(at most w of d checks are wrong) as array [w, d - 1], for w up to the expected number."""
    counts = np.arange(int(checks * wrong / records) + 2)
    known = np.zeros(len(counts))
    known[0] = 1.0
    tails = np.empty((checks, len(counts)))
    for drawn in range(checks):
        moved = known * np.clip((wrong - counts) / (records - drawn), 0.0, 1.0)
        known -= moved
        known[1:] += moved[:-1]
        tails[drawn] = np.cumsum(known)
    return np.ascontiguousarray(tails.T)


def _pass_probability(needed: tuple[int, ...], records: int, wrong: Floats) -> Floats:
    """Return the probability that the checks reach one of these boundaries, for each number of wrong records.

    The states of the chain are the numbers of wrong checks, of which those at a boundary are absorbed.
    """
    counts = np.arange(len(needed))
    ends = np.array(needed)
    known = np.zeros((len(wrong), len(needed)))
    known[:, 0] = 1.0
    passed = np.zeros(len(wrong))
    left = wrong[:, None] - counts
    at = set(needed)  # boundaries rise with the number of wrong checks, so nothing enters an absorbed state
    for drawn in range(int(ends.max())):
        moved = known * np.clip(left / (records - drawn), 0.0, 1.0)
        known -= moved
        known[:, 1:] += moved[:, :-1]
        if drawn + 1 in at:
            reached = ends <= drawn + 1
            passed += known[:, reached].sum(axis=1)
            known[:, reached] = 0.0
    return passed
