"""A model as a scikit-learn classifier for notebooks. The module's name is part of exported files."""

from collections.abc import Iterable, Mapping, Set
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
        probabilities: FloatArray = self.model.predict(_checked(texts)).probabilities
        return probabilities[:, order]

    def predict(self, texts: Iterable[str]) -> NDArray[np.object_]:
        """Return the tag of each text, shape (n,)."""
        probabilities = self.model.predict(_checked(texts)).probabilities
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


def _checked(texts: Iterable[Any]) -> list[str]:
    """Return the texts as a list, with empty texts for missing values; raises `ValueError` for other values.

    A frame would otherwise be a list of its columns' names, and one text a list of its characters.
    """
    if isinstance(texts, str | bytes):
        raise ValueError("One text was given in place of several. Put it in a list: [text].")
    if getattr(texts, "ndim", 1) != 1 or not isinstance(texts, Iterable) or isinstance(texts, Mapping | Set):
        kind = type(texts).__name__
        raise ValueError(f'Expected a list of texts, got {kind}. Pass one column of texts: frame["text"].')
    return [_text(value, place) for place, value in enumerate(texts)]


def _text(value: Any, place: int) -> str:
    if isinstance(value, str):
        return str(value)
    is_nan = isinstance(value, float) and value != value
    if value is None or is_nan or type(value).__name__ == "NAType":  # pandas need not be installed
        return ""
    raise ValueError(f"The value at position {place:,} is not a text: {value!r}. Choose a column of texts.")
