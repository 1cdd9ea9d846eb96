"""Plans of a certification: the cut to prove, and the checks that prove it.

Sampling plans: how many random checks, and how many wrong ones among them, prove an error rate.

The checks are drawn without replacement from a finite set of records. A plan is fixed before the first check.
It ends with a proof as soon as its number of checks for the wrong ones found so far is reached. The
probability that it proves a set with more wrong records than allowed is at most `level` over all these looks
together; it is computed exactly, with the number of wrong records among those drawn as a Markov chain
(hypergeometric draws). A set with more wrong records passes less often, so the smallest number that is not
allowed is the worst case.

The looks are spent with a nominal level that grows with the sixth power of the number of checks, as in group
sequential trials (O'Brien and Fleming 1979; Lan and DeMets 1983): early looks cost little of the last one.

Propose the cut of a certification: a confidence above which random checks are likely to prove the error.

The cut is chosen before the first check, from the confidences alone. Too low a cut fails, too high a cut
saves little. The proposal maximises the expected number of records that need no review. The error above a cut
is the mean of 1 - confidence there, times a factor, plus a floor, because confidence is too high on texts
unlike the training data: on 420 texts of other sources the bundled model is wrong 1.2 to 3.3 times as often
as its confidence says, and about 1% of even the most confident predictions are wrong. Factor and floor are
uncertain, with a prior that covers this, and the checks of earlier certifications of the same model and table
update it.

With enough checks, a sequence of three cuts leaves more records without review than one: the checks are drawn
above the loosest, and the cuts are tested from the strictest to the loosest until one cannot be proven. How
many records a sequence leaves is estimated by simulated certifications with the same prior, because its cuts
share their checks.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
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


ALLOWED: Final = (0.01, 0.03, 0.05, 0.10)
"""The error rates to choose from."""
_FACTORS: Final = np.repeat([1.0, 1.5, 2.0, 3.0, 4.0, 6.0], 3)
_FLOORS: Final = np.tile([0.0, 0.01, 0.02], 6)
_PRIOR: Final = np.outer([0.5, 0.5, 1.0, 1.0, 1.0, 0.5], [1.0, 1.0, 0.5]).ravel()
"""Weight of each pair of factor and floor before any check."""
_GRID: Final = np.round(
    np.concatenate(
        [np.arange(0.5, 0.99, 0.01), np.arange(0.99, 0.999, 0.001), np.arange(0.999, 1.0, 0.0001), [1.0]]
    ),
    4,
)
_RATES: Final = 41
"""Number of error rates at which the probability of a proof is computed."""
_LOOSEST: Final = (1.0, 1.1, 1.2)
"""Records above the loosest cut of a sequence, as multiples of those above the best single cut."""
_STRICTEST: Final = (0.75, 0.8, 0.85, 0.9)
"""Records above the strictest cut, as shares of those above the loosest; the other cut is in the middle."""
_FEWEST_WRONG: Final = 2
"""Smallest number of wrong checks that a plan accepts for which a sequence is considered."""
_GAIN: Final = 1.08
"""A sequence of cuts is proposed if it is expected to leave this many times the records of a single cut."""
_LAST_LOOK: Final = 0.95
"""Share of the level that a sampling plan has left for its last look, about."""
_PLAYED: Final = 200
"""Number of simulated certifications for each pair of factor and floor."""

SizedCut = tuple[float, int, float]
"""A cut, the number of records at or above it, and their mean of 1 - confidence."""


@dataclass(frozen=True)
class EarlierChecks:
    """Evidence of earlier checks about factor and floor."""

    wrong: int = 0
    expected: float = 0.0
    """Sum of 1 - confidence of the checked records."""
    checks: int = 0
    """Number of checked records."""


@dataclass(frozen=True)
class CutProposal:
    """Cuts, and the checks that the best single one needs."""

    cut: float
    """The best single cut."""
    records: int
    """Number of records at the cut or above."""
    plan: SamplingPlan
    """The plan if each record is drawn with equal probability."""
    chance: float
    """Estimated probability that the checks prove the allowed error for the strictest cut."""
    cuts: tuple[float, ...]
    """The cuts to test, from the strictest to the loosest: a sequence, or the best single cut alone."""


def usual_checks(allowed: float) -> int:
    """Return a number of checks with which one may be wrong, for an allowed error rate."""
    return math.ceil(5.1 / allowed)


def propose_cut(
    confidence: NDArray[np.floating],
    allowed: float,
    checks: int,
    level: float,
    evidence: EarlierChecks = EarlierChecks(),
) -> CutProposal | None:
    """Return the cuts with the largest expected number of records without review.

    `confidence` has the confidence of each record that could be left without review, shape (n,). Returns None
    if no cut leaves more records than it takes checks.
    """
    weights = _weights(evidence)
    sizes = [each for each in _sizes(np.asarray(confidence, np.float64)) if each[2] <= allowed]
    best_value, best = 0.0, None
    for cut, size, error in sizes:
        first, rates, chances = _curve(_rounded(size, checks), allowed, checks, level)
        chance = float(weights @ np.interp(_FACTORS * error + _FLOORS, rates, chances, right=0.0))
        value = (size - first) * chance
        if value > best_value:
            best_value, best = value, (cut, size, error, chance)
    if best is None:
        return None
    cut, size, error, chance = best
    plan = sampling_plan(size, int(allowed * size), checks, level)
    cuts = [best[:3]]
    if len(plan.needed) > _FEWEST_WRONG:
        rates = np.round((_FACTORS * error + _FLOORS) * size)
        expected = _GAIN * size * float(weights @ pass_probability(plan, rates))
        for sequence in _sequences(sizes, size):
            records, first_chance = _expected(sequence, allowed, checks, level, weights)
            if records > expected:
                cuts, expected, chance = sequence, records, first_chance
    return CutProposal(cut, size, plan, chance, tuple(each[0] for each in cuts))


def _sequences(sizes: Sequence[SizedCut], single: int) -> Iterator[list[SizedCut]]:
    """Yield sequences of three cuts, strictest first, near a single cut with that number of records."""
    records = np.array([size for _, size, _ in sizes])
    for loosest, strictest in product(_LOOSEST, _STRICTEST):
        wanted = single * loosest * np.array([strictest, (1 + strictest) / 2, 1.0])
        places = np.unique(np.abs(records - wanted[:, None]).argmin(axis=1))
        if len(places) == len(wanted):
            yield [sizes[place] for place in places.tolist()]


def _expected(
    sequence: Sequence[SizedCut], allowed: float, checks: int, level: float, weights: Floats
) -> tuple[float, float]:
    """Return the expected number of records without review, and the probability of the first proof.

    Certifications are simulated with all checks made, in arrays of shape (pairs of factor and floor, times).
    """
    random = np.random.default_rng(0)
    sizes = np.array([size for _, size, _ in sequence])
    between = np.diff(sizes, prepend=0)
    doubts = np.diff([size * error for _, size, error in sequence], prepend=0.0) / between
    rates = np.clip(_FACTORS[:, None] * doubts + _FLOORS[:, None], 0.0, 1.0)
    checks = min(checks, int(sizes[-1]))
    drawn = random.multinomial(checks, between / sizes[-1], size=(len(rates), _PLAYED))
    wrong = random.binomial(drawn, rates[:, None, :]).cumsum(axis=2)
    drawn = drawn.cumsum(axis=2)
    proven = np.ones(drawn.shape[:2], np.bool_)
    records = np.zeros(drawn.shape[:2])
    first = 0.0
    for at, size in enumerate(sizes.tolist()):
        accepted = wrong_accepted(size, int(allowed * size), checks, _LAST_LOOK * level)
        proven &= wrong[:, :, at] <= accepted[drawn[:, :, at]]
        records[proven] = size
        first = first or float(weights @ proven.mean(axis=1))
    return float(weights @ records.mean(axis=1)), first


def _sizes(confidence: Floats) -> Iterator[SizedCut]:
    """Yield each cut that has records, the strictest first."""
    sorted_ = np.sort(confidence[~np.isnan(confidence)])[::-1]
    doubts = np.cumsum(1 - sorted_)
    # stored confidences are float32, as is the threshold that they are compared with
    cuts = _GRID.astype(np.float32).astype(np.float64)
    sizes = np.searchsorted(-sorted_, -cuts, side="right")
    last = -1
    for cut, size in zip(_GRID[::-1].tolist(), sizes[::-1].tolist(), strict=True):
        if size and size != last:
            yield cut, size, float(doubts[size - 1] / size)
        last = size


@lru_cache(maxsize=64)
def _curve(size: int, allowed: float, checks: int, level: float) -> tuple[int, Floats, Floats]:
    """Return the number of checks without errors, error rates, and the probability of a proof with each."""
    plan = sampling_plan(size, int(allowed * size), checks, level)
    rates = np.linspace(0.0, min(1.0, 2 * allowed), _RATES)
    first = plan.needed[0] if plan.needed else size
    return first, rates, pass_probability(plan, np.round(rates * plan.records))


def _rounded(size: int, checks: int) -> int:
    """Return a size that similar sizes share; never less, because larger tables need more checks."""
    if size > 10 * checks:  # about as many checks as for a table of any size
        return 10**9
    return math.ceil(1.3 ** math.ceil(math.log(size, 1.3) - 1e-9))


def _weights(evidence: EarlierChecks) -> Floats:
    """Return the weight of each factor and floor, after the earlier checks (Poisson)."""
    if not evidence.expected:
        prior: Floats = _PRIOR / _PRIOR.sum()
        return prior
    means = _FACTORS * evidence.expected + _FLOORS * evidence.checks
    logs = np.log(_PRIOR) + evidence.wrong * np.log(means) - means
    likely: Floats = np.exp(logs - logs.max())
    likely /= likely.sum()
    return likely
