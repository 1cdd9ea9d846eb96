"""A model as a scikit-learn classifier for notebooks. The module's name is part of exported files."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray


class NotebookEstimator(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """A trained scikit-learn classifier of texts; `classes_` are the tags in sorted order."""

    def __init__(self, model: LinearModel) -> None:
        self.model = model

    @property
    def classes_(self) -> NDArray[np.object_]:
        """The tags, sorted, shape (k,)."""
        return np.array(sorted(self.model.tags), dtype=object)

    def fit(self, texts: object = None, tags: object = None) -> "NotebookEstimator":
        """Return the estimator unchanged: the model is trained already."""
        return self

    def predict_proba(self, texts: Iterable[str]) -> FloatArray:
        """Return the probability of each tag of `classes_`, shape (n, k)."""
        order = np.argsort(np.array(self.model.tags, dtype=object))
        probabilities: FloatArray = self.model.predict([str(text) for text in texts]).probabilities
        return probabilities[:, order]

    def predict(self, texts: Iterable[str]) -> NDArray[np.object_]:
        """Return the tag of each text, shape (n,)."""
        probabilities = self.model.predict([str(text) for text in texts]).probabilities
        tags: NDArray[np.object_] = np.array(self.model.tags, dtype=object)[probabilities.argmax(axis=1)]
        return tags

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.input_tags.one_d_array = True
        return tags
