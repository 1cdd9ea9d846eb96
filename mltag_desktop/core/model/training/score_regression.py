"""Fit a linear head to given scores of texts by ridge regression on the features of a recipe."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import Features
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.training.fitting import (
    assembled_head,
    feature_blocks,
    inner_products,
    one_thread,
)
from mltag_desktop.core.model.types import FloatArray


class ScoreRegression:
    """Ridge regressions of scores for the same n texts: their inner products are computed once."""

    def __init__(self, features: Features, recipe: Recipe, penalties: FloatArray) -> None:
        """`penalties`, shape (n,), are divided by the weight of each text."""
        self._features, self._recipe, self._penalties = features, recipe, penalties
        self._blocks = feature_blocks(features, recipe)
        self._inner = np.ones((len(features), len(features)), np.float32)  # 1 is the bias
        for block in self._blocks.values():
            self._inner += inner_products(block, len(features))

    def scores_without(self, scores: FloatArray, rows: NDArray[np.intp]) -> FloatArray:
        """Return the scores of `rows` by a regression of `scores`, shape (n, k), on the other texts."""
        kept = np.setdiff1d(np.arange(len(self._features)), rows)
        found: FloatArray = self._inner[np.ix_(rows, kept)] @ self._duals(scores, kept)
        return found

    def head(self, scores: FloatArray, scale: FloatArray) -> LinearHead:
        """Return a head fitted to `scores`, shape (n, k), with the calibration `scale`."""
        duals = self._duals(scores, np.arange(len(self._features)))
        planes = {name: np.asarray(block.T @ duals, np.float32) for name, block in self._blocks.items()}
        head = assembled_head(self._features, self._recipe, planes, duals.sum(axis=0))
        return replace(head, scale=scale)

    def _duals(self, scores: FloatArray, kept: NDArray[np.intp]) -> FloatArray:
        from scipy.linalg import lapack

        system = self._inner[np.ix_(kept, kept)]
        system[np.diag_indices(len(kept))] += self._penalties[kept]
        with one_thread():
            _, duals, failed = lapack.sposv(system, scores[kept], lower=1)
        if failed:
            raise ValueError("the matrix of a ridge regression is singular")
        found: FloatArray = duals
        return found
