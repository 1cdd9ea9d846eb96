"""When evidence suffices: a test that may be looked at after every observation.

For k successes in n draws, the mixture e-value against the chance p0 is

    E = B(a + k, b + n - k) / B(a, b) / (p0^k (1 - p0)^(n - k)),    a = c p0, b = c (1 - p0),

the likelihood ratio of a Beta mixture of chances (Robbins, 1970; the mixture SPRT of Johari et al., 2022). If
p0 holds, E is a martingale that starts at 1, so it ever reaches 1/alpha with a chance of at most alpha
(Ville), however often one looks. The chances that the same ratio does not rule out are an interval that holds
at all times at once.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

ALPHA: Final = 0.05
WEIGHT: Final = 4.0
"""c: how strongly the mixture holds to p0; flat between 2 and 10."""
_STEPS: Final = 60
_SHIFT: Final = 8


@dataclass(frozen=True)
class Evidence:
    """What n draws say of a chance."""

    successes: int
    draws: int
    chance: float
    """p0, what it would be if there were no difference."""
    e_value: float
    low: float
    high: float
    """Interval of the chance that holds at all times at once."""
    alpha: float = ALPHA

    @property
    def suffices(self) -> bool:
        """Whether no difference is ruled out."""
        return self.e_value >= 1 / self.alpha

    @property
    def above(self) -> bool:
        """Whether successes are more frequent than `chance`."""
        return self.successes > self.chance * self.draws

    @property
    def needed(self) -> int | None:
        """About how many draws it takes if it goes on like this; None when it looks like no difference."""
        if self.suffices:
            return self.draws
        rate = self.successes / self.draws if self.draws else self.chance
        sizes = np.unique(np.geomspace(self.draws + 1, 1_000_000, 400).astype(np.int64))
        reached = np.flatnonzero(
            log_e(np.round(rate * sizes), sizes, self.chance) >= math.log(1 / self.alpha)
        )
        return int(sizes[reached[0]]) if len(reached) and self.draws else None


def weigh(successes: int, draws: int, chance: float = 0.5, alpha: float = ALPHA) -> Evidence:
    """Weigh `successes` in `draws` against `chance` (between 0 and 1)."""
    value = math.exp(min(700.0, float(log_e(successes, draws, chance))))
    low, high = interval(successes, draws, chance, alpha)
    return Evidence(successes, draws, chance, value, low, high, alpha)


def log_e(successes: ArrayLike, draws: ArrayLike, chance: float) -> NDArray[np.float64]:
    """Return the logarithm of E, element by element; `chance` is between 0 and 1."""
    wins, total = np.asarray(successes, np.float64), np.asarray(draws, np.float64)
    plain = wins * math.log(chance) + (total - wins) * math.log1p(-chance)
    return _log_mixture(wins, total, chance) - plain


def interval(successes: int, draws: int, chance: float, alpha: float = ALPHA) -> tuple[float, float]:
    """Return the chances that are not ruled out, from below and above the frequency seen."""
    if not draws:
        return 0.0, 1.0
    seen = successes / draws
    return _edge(successes, draws, chance, alpha, seen, 0.0), _edge(
        successes, draws, chance, alpha, seen, 1.0
    )


def _log_mixture(wins: ArrayLike, draws: ArrayLike, centre: float) -> NDArray[np.float64]:
    """Return the logarithm of how likely the draws are under the mixture of chances around `centre`."""
    a, b = WEIGHT * centre, WEIGHT * (1 - centre)
    return _log_beta(np.add(a, wins), np.add(b, np.subtract(draws, wins))) - _log_beta(a, b)


def _log_beta(a: ArrayLike, b: ArrayLike) -> NDArray[np.float64]:
    """Return the logarithm of the beta function, element by element.

    Written out, so that the packages need no scipy.special, which weighs 30 MiB.
    """
    return _log_gamma(a) + _log_gamma(b) - _log_gamma(np.add(a, b))


def _log_gamma(x: ArrayLike) -> NDArray[np.float64]:
    """Return the logarithm of the gamma function of positive numbers, to 11 places.

    Stirling's series, 8 further on, where it is that exact (Abramowitz and Stegun, 6.1.15 and 6.1.41).
    """
    start = np.asarray(x, np.float64)
    z = start + _SHIFT
    series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / z**2) / z**2) / z**2) / z
    steps = np.prod([start + step for step in range(_SHIFT)], axis=0)
    value: NDArray[np.float64] = (
        (z - 0.5) * np.log(z) - z + 0.5 * math.log(2 * math.pi) + series - np.log(steps)
    )
    return value


def _edge(k: int, n: int, centre: float, alpha: float, inside: float, outside: float) -> float:
    """Bisect between a chance that is not ruled out and one end."""
    limit = float(_log_mixture(k, n, centre)) - math.log(1 / alpha)
    if _log_chance(k, n, outside) > limit:
        return outside
    for _ in range(_STEPS):
        middle = (inside + outside) / 2
        if _log_chance(k, n, middle) > limit:
            inside = middle
        else:
            outside = middle
    return outside


def _log_chance(k: int, n: int, p: float) -> float:
    """Return the logarithm of how likely `k` of `n` are at chance `p`, but for their order."""
    if (k and p <= 0) or (n > k and p >= 1):
        return -math.inf
    return (k * math.log(p) if k else 0.0) + ((n - k) * math.log1p(-p) if n > k else 0.0)
