"""Fit the gate that tells texts of a workspace's own source from those of the base model's."""

from typing import Final

import numpy as np

from mltag_desktop.core.model.similarity.source_gate import SourceGate
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress

_FOLDS: Final = 5
_TAKEN_WRONGLY: Final = 0.02
_STEEPNESS: Final = 2.0
_C: Final = 10.0
_MOST_ROWS: Final = 3_000


def fit_gate(base: FloatArray, own: FloatArray, seed: int = 0, progress: Progress = SILENT) -> SourceGate:
    """Fit a gate to the vectors of the base's rows and of the table's rows, each of shape (rows, d)."""
    from mltag_desktop.core.model.training.calibration import fold_of
    from mltag_desktop.core.model.training.fitting import fit_logistic

    random = np.random.default_rng(seed)
    if len(own) > _MOST_ROWS:
        own = own[np.sort(random.permutation(len(own))[:_MOST_ROWS])]
    rows = np.concatenate([base, own])
    source = np.repeat([0, 1], [len(base), len(own)]).astype(np.int32)

    if min(len(base), len(own)) < 2:  # nothing to separate: the base answers
        return SourceGate(np.zeros(rows.shape[1], np.float32), -_STEEPNESS * 10, 0.5)
    folds = min(_FOLDS, len(base), len(own))
    fold = fold_of(source, folds, seed)
    logits = np.zeros(len(rows))
    for part in range(folds):
        weights, bias = fit_logistic(rows[fold != part], source[fold != part], _C)
        logits[fold == part] = rows[fold == part] @ weights + bias
    shift = float(np.quantile(logits[source == 0], 1 - _TAKEN_WRONGLY))
    weights, bias = fit_logistic(rows, source, _C)
    strangeness = area_under_curve(logits[source == 1], logits[source == 0])
    return SourceGate((_STEEPNESS * weights).astype(np.float32), _STEEPNESS * (bias - shift), strangeness)


def area_under_curve(inside: FloatArray, outside: FloatArray) -> float:
    """Return the probability that a score of `inside` is above one of `outside`; ties count half.

    This is the area under the ROC curve (Mann and Whitney, 1947).
    """
    if not len(inside) or not len(outside):
        return 0.5
    ordered = np.sort(outside)
    below, up_to = np.searchsorted(ordered, inside, "left"), np.searchsorted(ordered, inside, "right")
    return float((below + up_to).mean() / 2 / len(outside))
