"""Scales the confidence of live predictions by random checks, and by answers where these prove enough.

No confidence exceeds what so few answers support (`supported`).

Answers that the queue asked for mislead, even if they are left out of the fit: the queue prefers typical and
doubtful texts. So they count only as far as two standard errors allow. Random checks are never learned from.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.names.name_model import NameModel
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress

FEWEST_ANSWERS: Final = 20
"""Number of answers from which they are left out of the fit to measure the model."""
FEWEST_CHECKS: Final = 10
"""Number of random checks from which they scale and confirm the confidence."""
_CHECK_VARIANCE: Final = 0.01
"""Prior variance of the logarithm of the factor: evidence is needed to move it away from 1."""
_ANSWER_VARIANCE: Final = 0.25
"""The same for left-out answers; of all factors within two standard errors, the nearest to 1 is used."""
_STANDARD_ERRORS: Final = 2.0
_AGAIN: Final = 1.2
_NAMES: Final = 8
"""Number of right answers that the names of the tags count as."""
_MANY_TAGS: Final = 10
"""Number of tags below which an answer supports more: with half as many, it counts as two."""
_LEAST: Final = 1e-9
_MOST: Final = 1.5


class LeftOutAnswers:
    """Predictions of a name model for answers that are left out of its fit.

    They are computed again when there are a fifth more answers, or fewer.
    """

    def __init__(self) -> None:
        self.accuracy = 0.0
        """Share of them that is right; 0 for few answers."""
        self.sharpness = 1.0
        """Factor of log probabilities that they prove."""
        self._measured_at = 0

    def measure(
        self,
        model: NameModel,
        rows: NDArray[np.int64],
        codes: NDArray[np.int64],
        progress: Progress = SILENT,
    ) -> None:
        """Measure if there are enough new answers: `codes` of the prepared texts `rows`, all learned from."""
        count = len(rows)
        if count < FEWEST_ANSWERS:
            self.accuracy, self.sharpness, self._measured_at = 0.0, 1.0, 0
        elif not self._measured_at <= count < _AGAIN * self._measured_at:
            found = model.left_out(rows, codes, progress)
            self.accuracy = float((found.argmax(axis=1) == codes).mean())
            self.sharpness, self._measured_at = proven_sharpness(found, codes), count


def proven_sharpness(probabilities: FloatArray, codes: NDArray[np.int64]) -> float:
    """Return the factor of log probabilities nearest to 1 that is within two standard errors of the best.

    The standard error is that of the score, from the answers themselves.
    """
    best = _log_factor(probabilities, codes, _ANSWER_VARIANCE)
    scores = np.log(probabilities.astype(np.float64) + _LEAST)
    chances = sharpened(probabilities, float(np.exp(best))).astype(np.float64)
    slopes = scores[np.arange(len(codes)), codes] - (chances * scores).sum(axis=1)
    information = float(np.exp(2 * best) * (slopes * slopes).sum()) + 1 / _ANSWER_VARIANCE
    beyond = abs(best) - _STANDARD_ERRORS / np.sqrt(information)
    return float(np.exp(np.sign(best) * max(0.0, beyond)))


def sharpness(probabilities: FloatArray, codes: NDArray[np.int64]) -> float:
    """Return the factor of log probabilities, shape (n, tags), that makes the right tags likeliest.

    Maximum a posteriori, with a Gaussian prior of the logarithm of the factor; 1 for too few checks.
    """
    if len(codes) < FEWEST_CHECKS:
        return 1.0
    return float(np.exp(_log_factor(probabilities, codes, _CHECK_VARIANCE)))


def sharpened(probabilities: FloatArray, factor: float) -> FloatArray:
    """Return the probabilities with their logarithms times `factor`; rows sum to 1."""
    if factor == 1.0:
        return probabilities
    powers = np.power(probabilities, np.float32(factor))
    found: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return found


def supported(probabilities: FloatArray, answers: int) -> FloatArray:
    """Return the probabilities with none above what the names and `answers` support; rows sum to 1.

    The bound is Laplace's rule of succession, (n + 1) / (n + 2), for n right answers. With few tags an
    answer counts as several (figures: docs/decisions/0031-live-predictions.md). Other tags of a limited
    record share the rest in proportion.
    """
    tags = probabilities.shape[1]
    if tags < 2:
        return probabilities
    right = _NAMES + answers * max(1.0, _MANY_TAGS / tags)
    bound = np.float32((right + 1) / (right + 2))
    found = probabilities.copy()
    high = np.flatnonzero(found.max(axis=1) > bound)
    best = found[high].argmax(axis=1)
    rest = found[high]
    rest[np.arange(len(high)), best] = 0.0
    rest += np.float32(_LEAST)  # a tag that is certain leaves nothing to share in proportion
    rest[np.arange(len(high)), best] = 0.0
    found[high] = (1 - bound) * rest / rest.sum(axis=1, keepdims=True)
    found[high, best] = bound
    return found


def _log_factor(probabilities: FloatArray, codes: NDArray[np.int64], variance: float) -> float:
    from scipy.optimize import minimize_scalar

    each, scores = np.arange(len(codes)), np.log(probabilities.astype(np.float64) + _LEAST)

    def loss(log_factor: float) -> float:
        scaled = np.exp(log_factor) * scores
        scaled -= scaled.max(axis=1, keepdims=True)
        log = scaled - np.log(np.exp(scaled).sum(axis=1, keepdims=True))
        return float(-log[each, codes].sum() + 0.5 * log_factor**2 / variance)

    return float(minimize_scalar(loss, bounds=(-_MOST, _MOST), method="bounded").x)
