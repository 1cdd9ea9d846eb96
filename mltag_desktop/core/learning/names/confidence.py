"""Scales the confidence of live predictions by random checks.

Answers that the queue asked for would mislead, even if they are left out of the fit: the queue prefers
typical texts, which are easier than others. Random checks are never learned from.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

FEWEST_CHECKS: Final = 10
"""Number of random checks from which they scale and confirm the confidence."""
_VARIANCE: Final = 0.01
"""Variance of the logarithm of the factor: one other than 1 needs evidence."""
_MOST: Final = 1.5


def sharpness(probabilities: FloatArray, codes: NDArray[np.int64]) -> float:
    """Return the factor of log probabilities, shape (n, tags), that makes the right tags likeliest.

    Maximum a posteriori, with a Gaussian prior of the logarithm of the factor; 1 for too few checks.
    """
    if len(codes) < FEWEST_CHECKS:
        return 1.0
    from scipy.optimize import minimize_scalar

    each, scores = np.arange(len(codes)), np.log(probabilities.astype(np.float64) + 1e-9)

    def loss(log_factor: float) -> float:
        scaled = np.exp(log_factor) * scores
        log = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-log[each, codes].sum() + 0.5 * log_factor**2 / _VARIANCE)

    return float(np.exp(minimize_scalar(loss, bounds=(-_MOST, _MOST), method="bounded").x))


def sharpened(probabilities: FloatArray, factor: float) -> FloatArray:
    """Return the probabilities with their logarithms times `factor`; rows sum to 1."""
    if factor == 1.0:
        return probabilities
    powers = np.power(probabilities, np.float32(factor))
    found: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return found
