"""Calibrate scores to probabilities: two scale factors, a curve and thresholds, fitted out of fold."""

import warnings
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray, IntArray

_PRIOR: Final = np.array([3.3, 0.12])
_PRIOR_STRENGTH: Final = np.array([1.0, 100.0])
"""Weight of the prior, about one row: without it a few separable rows would drive the scale to infinity."""
_LEAST_SCALE: Final = 1e-3
_CLIPPED: Final = 1e-6
_MOST_ROWS: Final = 4_000
"""Rows that the scale factors are fitted to, drawn at random from more; two numbers need no more."""
_IDENTITY: Final = np.array([1.0, 1.0, 0.0])
"""The curve that changes no confidence; it has the weight of about one row, like the prior above."""
_LEAST_SLOPE: Final = 0.01
_LEAST_GAIN: Final = 5.67
"""Gain in log likelihood from which a curve is used: half of the 99% quantile of chi-squared with three
degrees of freedom, one for each number of the curve."""
_COMMON_ROWS: Final = 50
"""Weight of the threshold common to all tags, in rows, relative to the rows of the tag."""
Floats = NDArray[np.float64]


def fold_of(labels: IntArray, folds: int, seed: int) -> IntArray:
    """Assign the rows to at most `folds` stratified folds in random order; return each row's fold.

    There are fewer folds when no tag has that many rows.
    """
    from sklearn.model_selection import StratifiedKFold

    fold = np.zeros(len(labels), np.int32)
    folds = min(folds, int(np.bincount(labels).max(initial=0)))
    if folds < 2:
        return fold
    with warnings.catch_warnings():  # rare tags have no row in some folds
        warnings.filterwarnings("ignore", "The least populated class", UserWarning)
        split = StratifiedKFold(folds, shuffle=True, random_state=seed).split(labels, labels)
        for number, (_, inside) in enumerate(split):
            fold[inside] = number
    return fold


def grouped_folds(labels: IntArray, digests: NDArray[np.uint64], folds: int, seed: int) -> IntArray:
    """Assign folds like `fold_of`, with equal texts in one fold: copies would leak the held-out labels.

    The label of a text's first row decides; StratifiedGroupKFold takes 0.8 s for 10,000 rows.
    """
    _, first, group = np.unique(digests, return_index=True, return_inverse=True)
    if len(first) == len(digests):
        return fold_of(labels, folds, seed)
    fold: IntArray = fold_of(labels[first], folds, seed)[group]
    return fold


def has_folds(labels: IntArray, digests: NDArray[np.uint64]) -> bool:
    """Return whether `grouped_folds` makes more than one fold: a tag needs two distinct texts for that."""
    _, first = np.unique(digests, return_index=True)
    return bool(np.bincount(labels[first]).max(initial=0) > 1)


def fit_scale(margins: FloatArray, bayes: FloatArray, labels: IntArray) -> FloatArray:
    """Return (a, b) so that softmax(a * margins + b * bayes) is most likely for `labels`.

    Shapes (n, k), (n, k) and (n,). Convex; a and b stay positive.
    """
    from scipy.optimize import minimize
    from scipy.special import log_softmax

    if len(labels) > _MOST_ROWS:
        drawn = np.random.default_rng(0).permutation(len(labels))[:_MOST_ROWS]
        margins, bayes, labels = margins[drawn], bayes[drawn], labels[drawn]
    parts = np.stack([margins, bayes]).astype(np.float64)
    of_label = parts[:, np.arange(len(labels)), labels].sum(axis=1)

    def objective(scale: Floats) -> tuple[float, Floats]:
        logs = log_softmax(np.tensordot(scale, parts, 1), axis=1)
        away = scale - _PRIOR
        loss = -logs[np.arange(len(labels)), labels].sum() + (_PRIOR_STRENGTH * away) @ away / 2
        slope = np.einsum("nk,jnk->j", np.exp(logs), parts) - of_label + _PRIOR_STRENGTH * away
        return float(loss), slope

    bounds = [(_LEAST_SCALE, None)] * 2
    found = minimize(objective, _PRIOR, jac=True, method="L-BFGS-B", bounds=bounds)
    scale: FloatArray = found.x.astype(np.float32)
    return scale


def fit_confidence_curve(probabilities: FloatArray, labels: IntArray) -> FloatArray | None:
    """Return the curve for `recalibrated` with which confidence is as often right as it says.

    `probabilities` are out of fold, shape (n, k). Softmax says too much where tags overlap: its confidence
    goes to 1, but the share of right predictions does not. None where the rows do not show that a curve is
    better than none (likelihood-ratio test, 1%).
    """
    from scipy.optimize import minimize

    if not len(labels):
        return None
    confidence = np.clip(probabilities.max(axis=1).astype(np.float64), _CLIPPED, 1 - _CLIPPED)
    columns = np.stack([np.log(confidence), -np.log1p(-confidence), np.ones(len(labels))])
    signs = np.where(probabilities.argmax(axis=1) == labels, 1.0, -1.0)

    def loss(curve: Floats) -> float:
        return float(np.logaddexp(0, -signs * (curve @ columns)).sum())

    def objective(curve: Floats) -> tuple[float, Floats]:
        slope: Floats = -(columns * signs) @ (1 / (1 + np.exp(signs * (curve @ columns))))
        away = curve - _IDENTITY
        return loss(curve) + float(away @ away) / 2, slope + away

    bounds = [(_LEAST_SLOPE, None), (_LEAST_SLOPE, None), (None, None)]
    found = minimize(objective, _IDENTITY, jac=True, method="L-BFGS-B", bounds=bounds).x
    return found.astype(np.float32) if loss(_IDENTITY) - loss(found) > _LEAST_GAIN else None


def fit_tag_thresholds(probabilities: FloatArray, carried: NDArray[np.bool_]) -> FloatArray:
    """Return the probability from which each tag belongs to a text, shape (k,).

    `probabilities` are out of fold, `carried` are the true tags; both have shape (n, k). A tag's threshold
    has the highest F1 on these rows. It is drawn to the threshold with the highest F1 over all tags, because
    the best threshold of a few rows is mostly noise; a tag without rows has that one.
    """
    common = _best_threshold(probabilities.ravel(), carried.ravel())
    rows = carried.sum(axis=0)
    best = [
        _best_threshold(probabilities[:, tag], carried[:, tag]) if rows[tag] else common
        for tag in range(carried.shape[1])
    ]
    drawn: FloatArray = ((rows * best + _COMMON_ROWS * common) / (rows + _COMMON_ROWS)).astype(np.float32)
    return drawn


def _best_threshold(probabilities: FloatArray, carried: NDArray[np.bool_]) -> float:
    """Return the threshold with the highest F1, half way to the next lower probability."""
    from sklearn.metrics import precision_recall_curve

    precision, recall, thresholds = precision_recall_curve(carried, probabilities)
    sums = np.maximum(precision + recall, np.finfo(np.float64).tiny)[:-1]
    best = int((2 * precision[:-1] * recall[:-1] / sums).argmax())
    lower = thresholds[best - 1] if best else 0.0
    return float(thresholds[best] + lower) / 2


def threshold_for(probabilities: FloatArray, labels: IntArray, share_right: float) -> float | None:
    """Return the lowest confidence from which at least `share_right` of these rows are right, or None."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    order = np.argsort(-confidence, kind="stable")
    running: NDArray[np.float64] = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(running >= share_right)
    return float(confidence[order[enough[-1]]]) if len(enough) else None
