"""Anytime-valid sequential test: the result may be checked after every observation.

For k successes in n draws, the mixture e-value against the probability p0 is

    E = B(a + k, b + n - k) / B(a, b) / (p0^k (1 - p0)^(n - k)),    a = c p0, b = c (1 - p0),

the likelihood ratio of a Beta mixture (Robbins, 1970; the mixture SPRT of Johari et al., 2022). Under p0, E
is a martingale that starts at 1. By Ville's inequality it ever reaches 1/alpha with probability at most
alpha, no matter how often the result is checked. The probabilities that the same ratio does not reject form a
confidence sequence: an interval that is valid at all times simultaneously.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

ALPHA: Final = 0.05
WEIGHT: Final = 4.0
"""c: how strongly the mixture is concentrated around p0; results hardly differ between 2 and 10."""
_STEPS: Final = 60


@dataclass(frozen=True)
class SequentialTestResult:
    """The result of the sequential test after n draws."""

    successes: int
    draws: int
    chance: float
    """p0, the probability of a success under the null hypothesis."""
    e_value: float
    low: float
    high: float
    """Bounds of the confidence sequence for the probability of a success."""
    alpha: float = ALPHA

    @property
    def suffices(self) -> bool:
        """Whether the null hypothesis is rejected."""
        return self.e_value >= 1 / self.alpha

    @property
    def above(self) -> bool:
        """Whether the success rate is above `chance`."""
        return self.successes > self.chance * self.draws

    @property
    def needed(self) -> int | None:
        """Draws needed at the current success rate (estimate), or None if no difference is visible."""
        if self.suffices:
            return self.draws
        rate = self.successes / self.draws if self.draws else self.chance
        sizes = np.unique(np.geomspace(self.draws + 1, 1_000_000, 400).astype(np.int64))
        reached = np.flatnonzero(
            log_e(np.round(rate * sizes), sizes, self.chance) >= math.log(1 / self.alpha)
        )
        return int(sizes[reached[0]]) if len(reached) and self.draws else None


def weigh(successes: int, draws: int, chance: float = 0.5, alpha: float = ALPHA) -> SequentialTestResult:
    """Test `successes` in `draws` against the probability `chance` (between 0 and 1)."""
    value = math.exp(min(700.0, float(log_e(successes, draws, chance))))
    low, high = interval(successes, draws, chance, alpha)
    return SequentialTestResult(successes, draws, chance, value, low, high, alpha)


def log_e(successes: ArrayLike, draws: ArrayLike, chance: float) -> NDArray[np.float64]:
    """Return the natural logarithm of E, element by element; `chance` is between 0 and 1."""
    wins, total = np.asarray(successes, np.float64), np.asarray(draws, np.float64)
    plain = wins * math.log(chance) + (total - wins) * math.log1p(-chance)
    return _log_mixture(wins, total, chance) - plain


def interval(successes: int, draws: int, chance: float, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the bounds of the probabilities that are not rejected at level `alpha`."""
    if not draws:
        return 0.0, 1.0
    rate = successes / draws
    return _edge(successes, draws, chance, alpha, rate, 0.0), _edge(
        successes, draws, chance, alpha, rate, 1.0
    )


def _log_mixture(wins: ArrayLike, draws: ArrayLike, centre: float) -> NDArray[np.float64]:
    """Return the log-likelihood of the draws under the Beta mixture around `centre`."""
    from scipy.special import betaln

    a, b = WEIGHT * centre, WEIGHT * (1 - centre)
    mixture: NDArray[np.float64] = betaln(np.add(a, wins), np.add(b, np.subtract(draws, wins))) - betaln(a, b)
    return mixture


def _edge(k: int, n: int, centre: float, alpha: float, inside: float, outside: float) -> float:
    """Find a bound of the interval by bisection between `inside`, which is not rejected, and `outside`."""
    limit = float(_log_mixture(k, n, centre)) - math.log(1 / alpha)
    if _log_likelihood(k, n, outside) > limit:
        return outside
    for _ in range(_STEPS):
        middle = (inside + outside) / 2
        if _log_likelihood(k, n, middle) > limit:
            inside = middle
        else:
            outside = middle
    return outside


def _log_likelihood(k: int, n: int, p: float) -> float:
    """Return the log-likelihood of `k` successes in `n` draws at probability `p`, up to a constant."""
    if (k and p <= 0) or (n > k and p >= 1):
        return -math.inf
    return (k * math.log(p) if k else 0.0) + ((n - k) * math.log1p(-p) if n > k else 0.0)
