"""Recalibrate a model on the decisions of one table: the same tags with corrected confidence.

Temperature scaling (Guo et al., 2017): all scores are multiplied by one factor, fitted by likelihood. The
predicted tags stay the same.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training.calibration import grouped_folds
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress

FEWEST: Final = 20
"""Smallest number of decisions for a recalibration."""
_FACTORS: Final = np.exp(np.linspace(np.log(0.1), np.log(4.0), 149))
_FOLDS: Final = 5


@dataclass(frozen=True)
class Recalibration:
    """The result of a recalibration."""

    factor: float
    """Factor for the scores; below 1 it lowers the confidence."""
    loss_before: float
    loss_after: float
    """Mean negative log likelihood of the decisions, before and after; the latter is out of fold."""
    unseen_factors: FloatArray
    """Out-of-fold factor of each decision, shape (n,)."""

    @property
    def helps(self) -> bool:
        """Whether the recalibration lowers the loss out of fold."""
        return self.loss_after < self.loss_before


def fit(
    scores: FloatArray,
    labels: IntArray,
    *,
    digests: NDArray[np.uint64] | None = None,
    progress: Progress = SILENT,
) -> Recalibration:
    """Fit a factor for `scores`, shape (n, k), to the true tags `labels`, shape (n,).

    Rows with the same value in `digests` stay in one fold.
    """
    losses = np.empty((len(_FACTORS), len(labels)))
    for place, factor in enumerate(_FACTORS):
        progress.report(place / len(_FACTORS), "recalibrating")
        losses[place] = _losses(scores * np.float32(factor), labels)
    unseen = _losses(scores, labels).astype(np.float64)  # stays unchanged when all rows are in one fold
    before, factors = float(unseen.mean()), np.ones(len(labels), np.float32)
    folds = min(_FOLDS, len(labels))
    apart = np.arange(len(labels), dtype=np.uint64) if digests is None else digests
    fold = grouped_folds(labels, apart, folds, 0)
    for part in range(folds):
        inside = fold == part
        if inside.any() and not inside.all():
            best = int(losses[:, ~inside].mean(axis=1).argmin())
            unseen[inside], factors[inside] = losses[best, inside], _FACTORS[best]
    chosen = float(_FACTORS[int(losses.mean(axis=1).argmin())])
    return Recalibration(chosen, before, float(unseen.mean()), factors)


def recalibrated(model: LinearModel, factor: float) -> LinearModel:
    """Return `model` with its scores multiplied by `factor`.

    An adapted model keeps its answers for texts from other sources.
    """
    if factor <= 0:
        raise ValueError("a factor above 0 keeps the answers as they are")
    scale = (model.head.scale * np.float32(factor)).astype(np.float32)
    head = replace(model.head, scale=scale)
    if head.tag_thresholds is not None:
        head = replace(head, tag_thresholds=_rescaled(head.tag_thresholds, factor))
    manifest = replace(model.manifest, version="", threshold=None, metrics={})
    return LinearModel.assembled(manifest, model.vectors, head, model.base, model.holdout, model.mixture)


def _rescaled(thresholds: FloatArray, factor: float) -> FloatArray:
    """Return thresholds for probabilities whose scores are multiplied by `factor`; exact for two tags."""
    odds = (thresholds / np.maximum(1 - thresholds, np.float32(1e-6))).astype(np.float64) ** factor
    return (odds / (1 + odds)).astype(np.float32)


def _losses(scores: FloatArray, labels: IntArray) -> FloatArray:
    """Return the negative log likelihood of each row, shape (n,)."""
    probabilities = softmax(scores)[np.arange(len(labels)), labels]
    losses: FloatArray = -np.log(np.maximum(probabilities, np.float32(1e-9)))
    return losses
