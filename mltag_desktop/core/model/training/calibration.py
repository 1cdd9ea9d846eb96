"""Calibrate scores to probabilities: two scale factors and a threshold, fitted out of fold."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.types import FloatArray, IntArray

_PRIOR: Final = np.array([3.3, 0.12])
_PRIOR_STRENGTH: Final = np.array([1.0, 100.0])
"""Weight of the prior, about one row: without it a few separable rows would drive the scale to infinity."""
_STEPS: Final = 50


def fold_of(labels: IntArray, folds: int, seed: int) -> IntArray:
    """Assign the rows of each tag in random order to `folds` folds (stratified); return each row's fold."""
    random = np.random.default_rng(seed)
    fold = np.empty(len(labels), dtype=np.int32)
    start = 0
    for tag in np.unique(labels):
        rows = random.permutation(np.flatnonzero(labels == tag))
        fold[rows] = (start + np.arange(len(rows))) % folds
        start += len(rows)
    return fold


def fold_apart(labels: IntArray, digests: NDArray[np.uint64], folds: int, seed: int) -> IntArray:
    """Assign folds like `fold_of`, with equal texts in one fold: copies would leak the held-out labels."""
    _, first, group = np.unique(digests, return_index=True, return_inverse=True)
    if len(first) == len(digests):
        return fold_of(labels, folds, seed)
    fold: IntArray = fold_of(labels[first], folds, seed)[group]
    return fold


def fit_scale(margins: FloatArray, bayes: FloatArray, labels: IntArray) -> FloatArray:
    """Return (a, b) so that softmax(a * margins + b * bayes) is most likely for `labels`.

    Shapes (n, k), (n, k) and (n,). Convex, solved by Newton's method; a and b stay positive.
    """
    parts = np.stack([margins, bayes]).astype(np.float64)
    parts -= parts.mean(axis=2, keepdims=True)
    scale = _PRIOR.copy()
    rows = np.arange(len(labels))
    for _ in range(_STEPS):
        chances = softmax(np.tensordot(scale, parts, 1).astype(np.float32)).astype(np.float64)
        means = np.einsum("nk,jnk->jn", chances, parts)
        gradient = (means - parts[:, rows, labels]).sum(axis=1) + _PRIOR_STRENGTH * (scale - _PRIOR)
        products = np.einsum("nk,ink,jnk->ij", chances, parts, parts, optimize=True)
        curvature = products - means @ means.T + np.diag(_PRIOR_STRENGTH)
        step = np.linalg.solve(curvature, gradient)
        following = np.maximum(scale - step, 1e-3)
        if np.abs(following - scale).max() < 1e-6:
            break
        scale = following
    return scale.astype(np.float32)


def threshold_for(probabilities: FloatArray, labels: IntArray, share_right: float) -> float | None:
    """Return the lowest confidence from which at least `share_right` of these rows are right, or None."""
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    order = np.argsort(-confidence, kind="stable")
    running: NDArray[np.float64] = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(running >= share_right)
    return float(confidence[order[enough[-1]]]) if len(enough) else None
