"""Propose the cut of a certification: a confidence above which random checks are likely to prove the error.

The cut is chosen before the first check, from the confidences alone. Too low a cut fails, too high a cut
saves little. The proposal maximises the expected number of records that need no review. The error above a cut
is the mean of 1 - confidence there, times a factor, plus a floor, because confidence is too high on texts
unlike the training data: on 420 texts of other sources the bundled model is wrong 1.2 to 3.3 times as often
as its confidence says, and about 1% of even the most confident predictions are wrong. Factor and floor are
uncertain, with a prior that covers this, and the checks of earlier certifications of the same model and table
update it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.certification.sampling_plan import (
    SamplingPlan,
    pass_probability,
    sampling_plan,
)

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

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class EarlierChecks:
    """What earlier checks say about factor and floor."""

    wrong: int = 0
    expected: float = 0.0
    """Sum of 1 - confidence of the checked records."""
    checks: int = 0
    """Number of checked records."""


@dataclass(frozen=True)
class CutProposal:
    """A cut, and the checks that it needs."""

    cut: float
    records: int
    """Number of records at the cut or above."""
    plan: SamplingPlan
    """The plan if each record is drawn with equal probability."""
    chance: float
    """Estimated probability that the checks prove the allowed error."""


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
    """Return the cut with the largest expected number of records without review.

    `confidence` has the confidence of each record that could be left without review, shape (n,). Returns None
    if no cut leaves more records than it takes checks.
    """
    weights = _weights(evidence)
    best_value, best = 0.0, None
    for cut, size, error in _sizes(np.asarray(confidence, np.float64)):
        if _FACTORS[0] * error > allowed:
            break
        first, rates, chances = _curve(_rounded(size, checks), allowed, checks, level)
        chance = float(weights @ np.interp(_FACTORS * error + _FLOORS, rates, chances, right=0.0))
        value = (size - first) * chance
        if value > best_value:
            best_value, best = value, (cut, size, chance)
    if best is None:
        return None
    cut, size, chance = best
    return CutProposal(cut, size, sampling_plan(size, int(allowed * size), checks, level), chance)


def _sizes(confidence: Floats) -> Iterator[tuple[float, int, float]]:
    """Yield each cut with the number of records at or above it and their mean of 1 - confidence."""
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
