"""Fitting the confidence of a model to the decisions of one table, without changing any of its answers.

Temperature scaling (Guo et al., 2017): all scores are multiplied by one number, fitted by likelihood. The
likeliest tag stays the likeliest; only how sure the model says it is changes.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.calibrate import fold_apart
from mltag_desktop.core.model.head import softmax
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress

FEWEST: Final = 20
"""Decisions below which a confidence is not worth fitting."""
_FACTORS: Final = np.exp(np.linspace(np.log(0.1), np.log(4.0), 149))
_FOLDS: Final = 5


@dataclass(frozen=True)
class Recalibration:
    """What fitting the confidence gave."""

    factor: float
    """By which the scores are multiplied; below 1 the model says that it is less sure."""
    loss_before: float
    loss_after: float
    """Mean negative log likelihood of the decisions, before and, each decision left out, after."""
    unseen_factors: FloatArray
    """The factor that each decision gets from the others, shape (n,)."""

    @property
    def helps(self) -> bool:
        """Whether the fitted confidence suits decisions better that it was not fitted to."""
        return self.loss_after < self.loss_before


def fit(
    scores: FloatArray,
    labels: IntArray,
    seed: int = 0,
    *,
    digests: NDArray[np.uint64] | None = None,
    progress: Progress = SILENT,
) -> Recalibration:
    """Fit a factor for `scores`, shape (n, k), to the right tags `labels`, shape (n,).

    Rows with the same digest, where `digests` are given, are left out together.
    """
    losses = np.empty((len(_FACTORS), len(labels)))
    for place, factor in enumerate(_FACTORS):
        progress.report(place / len(_FACTORS), "recalibrating")
        losses[place] = _losses(scores * np.float32(factor), labels)
    unseen = _losses(scores, labels).astype(np.float64)  # and so it stays where all are left out together
    before, factors = float(unseen.mean()), np.ones(len(labels), np.float32)
    folds = min(_FOLDS, len(labels))
    apart = np.arange(len(labels), dtype=np.uint64) if digests is None else digests
    fold = fold_apart(labels, apart, folds, seed)
    for part in range(folds):
        inside = fold == part
        if inside.any() and not inside.all():
            best = int(losses[:, ~inside].mean(axis=1).argmin())
            unseen[inside], factors[inside] = losses[best, inside], _FACTORS[best]
    chosen = float(_FACTORS[int(losses.mean(axis=1).argmin())])
    return Recalibration(chosen, before, float(unseen.mean()), factors)


def recalibrated(model: LinearModel, factor: float) -> LinearModel:
    """Return `model` with its scores multiplied by `factor`.

    One that was adapted to a table answers as before for texts from elsewhere.
    """
    if factor <= 0:
        raise ValueError("a factor above 0 keeps the answers as they are")
    scale = (model.head.scale * np.float32(factor)).astype(np.float32)
    head = replace(model.head, scale=scale)
    manifest = replace(model.manifest, version="", threshold=None, metrics={})
    return LinearModel.assembled(manifest, model.vectors, head, model.base, model.holdout, model.elsewhere)


def _losses(scores: FloatArray, labels: IntArray) -> FloatArray:
    """Return each row's negative log likelihood."""
    shares = softmax(scores)[np.arange(len(labels)), labels]
    losses: FloatArray = -np.log(np.maximum(shares, np.float32(1e-9)))
    return losses
