"""Measure how well token shapes separate the tags of a table, to decide whether to train on them."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import Features
from mltag_desktop.core.model.features.token_shapes import Forms
from mltag_desktop.core.model.recipes import DEFAULT
from mltag_desktop.core.model.training.calibration import fold_apart
from mltag_desktop.core.model.training.fitting import fit_head
from mltag_desktop.core.model.types import IntArray
from mltag_desktop.core.progress import SILENT, Progress

_FOLDS: Final = 3
_SHAPES_ONLY: Final = replace(DEFAULT, words=False, vectors=False, bayes=False, c=0.3)


def telling(
    shapes: Forms,
    labels: IntArray,
    seed: int,
    progress: Progress = SILENT,
    *,
    keys: NDArray[np.uint64] | None = None,
) -> float:
    """Return how well token shapes alone predict `labels`, shape (n,): 0 for chance, 1 for no errors.

    This is the out-of-fold mean recall of the labels, rescaled so that chance is 0. Rows with the same value
    in `keys`, shape (n,), stay in one fold: the shapes of a copy would identify the label.
    """
    apart = np.arange(len(labels), dtype=np.uint64) if keys is None else keys
    present = np.unique(labels)
    if len(present) < 2 or len(np.unique(apart)) < _FOLDS:
        return 0.0
    rows, weights = _shapes_only(shapes), np.ones(len(labels), np.float32)
    fold, hits = fold_apart(labels, apart, _FOLDS, seed), np.zeros(len(labels), np.bool_)
    for part in range(_FOLDS):
        inside, outside = np.flatnonzero(fold == part), np.flatnonzero(fold != part)
        head = fit_head(
            rows.take(outside),
            labels[outside],
            weights[outside],
            int(labels.max()) + 1,
            _SHAPES_ONLY,
            progress,
            with_forms=True,
        )
        hits[inside] = head.scores(rows.take(inside)).argmax(axis=1) == labels[inside]
    recall = float(np.mean([hits[labels == label].mean() for label in present]))
    return (recall - 1 / len(present)) / (1 - 1 / len(present))


def _shapes_only(shapes: Forms) -> Features:
    n = len(shapes)
    return Features(
        np.zeros(n + 1, np.int64),
        np.zeros(0, np.int32),
        np.zeros(0, np.float32),
        np.zeros((n, 0), np.float32),
        shapes,
    )
