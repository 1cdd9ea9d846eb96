"""Source gate: decide whether a text comes from the workspace's table or from another source.

A logistic regression on the static vectors separates the table's rows from those of the base model. Its bias
is shifted so that, out of fold, at most 2% of the base's rows count as the table's: the adapted model keeps
the base's answers for texts like those of the base.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.values import dataclass

UNLIKE: Final = 0.7
"""Strangeness (area under the ROC curve) from which a table counts as from another source than the base."""
_FOLDS: Final = 5
_TAKEN_WRONGLY: Final = 0.02
_STEEPNESS: Final = 2.0
_C: Final = 10.0
_MOST_ROWS: Final = 3_000


@dataclass(frozen=True)
class Gate:
    """A logistic regression: share = 1 / (1 + exp(-(vector . weights + bias)))."""

    weights: FloatArray
    """Shape (d,)."""
    bias: float
    strangeness: float
    """Out-of-fold area under the ROC curve between table and base: 0.5 when they look the same, up to 1."""

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by their name in a bundle."""
        return {
            "gate_weights": self.weights,
            "gate_line": np.array([self.bias, self.strangeness], np.float32),
        }

    def share(self, vectors: FloatArray) -> FloatArray:
        """Return the share of the adapted head in the answer, 0 to 1, shape (n, 1), for (n, d) vectors."""
        logits = np.vecdot(vectors, self.weights) + np.float32(self.bias)
        share: FloatArray = 1 / (1 + np.exp(-np.clip(logits, -60, 60)))
        return share[:, None]


def fit_gate(base: FloatArray, own: FloatArray, seed: int = 0, progress: Progress = SILENT) -> Gate:
    """Fit a gate to the vectors of the base's rows and of the table's rows, each of shape (rows, d)."""
    from mltag_desktop.core.model.training.calibration import fold_of
    from mltag_desktop.core.model.training.fitting import fit_logistic

    random = np.random.default_rng(seed)
    if len(own) > _MOST_ROWS:
        own = own[np.sort(random.permutation(len(own))[:_MOST_ROWS])]
    rows = np.concatenate([base, own])
    source = np.repeat([0, 1], [len(base), len(own)]).astype(np.int32)

    if min(len(base), len(own)) < 2:  # nothing to separate: the base answers
        return Gate(np.zeros(rows.shape[1], np.float32), -_STEEPNESS * 10, 0.5)
    folds = min(_FOLDS, len(base), len(own))
    fold = fold_of(source, folds, seed)
    logits = np.zeros(len(rows))
    for part in range(folds):
        weights, bias = fit_logistic(rows[fold != part], source[fold != part], _C, progress)
        logits[fold == part] = rows[fold == part] @ weights + bias
    shift = float(np.quantile(logits[source == 0], 1 - _TAKEN_WRONGLY))
    weights, bias = fit_logistic(rows, source, _C, progress)
    strangeness = area_under_curve(logits[source == 1], logits[source == 0])
    return Gate((_STEEPNESS * weights).astype(np.float32), _STEEPNESS * (bias - shift), strangeness)


def area_under_curve(inside: FloatArray, outside: FloatArray) -> float:
    """Return the probability that a score of `inside` is above one of `outside`; ties count half.

    This is the area under the ROC curve (Mann and Whitney, 1947).
    """
    if not len(inside) or not len(outside):
        return 0.5
    ordered = np.sort(outside)
    below, up_to = np.searchsorted(ordered, inside, "left"), np.searchsorted(ordered, inside, "right")
    return float((below + up_to).mean() / 2 / len(outside))
