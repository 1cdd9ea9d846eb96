"""The interface of all classifiers (rules and trained models) and their results."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int32]
GATED: Final = "-gated"
"""Suffix of the version of a model whose gate is used, since it may answer differently without its gate."""


def shown_version(version: str) -> str:
    """Return a version as users know it: without the suffix of a gate."""
    return version.removesuffix(GATED)


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags in order, so that 2 comes before 10; numbers may have a decimal comma."""
    return tuple(sorted(tags, key=sort_key))


def sort_key(tag: str) -> tuple[bool, float, str]:
    """Return the key that puts tags in order."""
    number = number_in(tag)
    return number is None, number or 0.0, tag


def number_in(tag: str) -> float | None:
    """Return the number that a tag is; None for a word, such as "nan"."""
    try:
        number = float(tag.replace(",", "."))
    except ValueError:
        return None
    return None if math.isnan(number) else number


@dataclass(frozen=True)
class Predictions:
    """The probabilities of one model version for n texts and k tags."""

    version: str
    tags: tuple[str, ...]
    probabilities: FloatArray
    """Shape (n, k), each row sums to 1."""
    thresholds: FloatArray | None = None
    """Probability from which a tag is an additional tag, shape (k,), or (n, k) where each row has its own;
    None for a model that gives each text one tag."""

    @cached_property
    def best(self) -> NDArray[np.intp]:
        """Index into `tags` of the predicted tag, shape (n,); the first one on ties."""
        best: NDArray[np.intp] = self.probabilities.argmax(axis=1)
        return best

    @cached_property
    def confidence(self) -> FloatArray:
        """Probability of the predicted tag, shape (n,)."""
        highest: FloatArray = self.probabilities.max(axis=1)
        return highest

    def take(self, rows: NDArray[np.intp]) -> "Predictions":
        """Return the predictions of `rows`, in that order."""
        limits = self.thresholds
        if limits is not None and limits.ndim == 2:
            limits = limits[rows]
        return Predictions(self.version, self.tags, self.probabilities[rows], limits)

    def with_tags(self, tags: Sequence[str]) -> "Predictions":
        """Return the predictions with one column per tag of `tags`, 0 for tags the model does not have.

        Other tags of the model are left out.
        """
        if self.tags == tuple(tags):
            return self
        place = {tag: code for code, tag in enumerate(tags)}
        known = [code for code, tag in enumerate(self.tags) if tag in place]
        columns = [place[self.tags[code]] for code in known]
        probabilities = np.zeros((len(self.probabilities), len(tags)), dtype=np.float32)
        probabilities[:, columns] = self.probabilities[:, known]
        thresholds = None
        if self.thresholds is not None:
            thresholds = np.full((*self.thresholds.shape[:-1], len(tags)), np.inf, dtype=np.float32)
            thresholds[..., columns] = self.thresholds[..., known]
        return Predictions(self.version, tuple(tags), probabilities, thresholds)

    @cached_property
    def additional(self) -> NDArray[np.bool_]:
        """Mask of the additional tags of each text, without its predicted tag, shape (n, k)."""
        found = np.zeros(self.probabilities.shape, np.bool_)
        if self.thresholds is not None and len(found):
            np.greater_equal(self.probabilities, self.thresholds, out=found)
            found[np.arange(len(found)), self.best] = False
        return found

    def additional_names(self) -> list[tuple[str, ...]]:
        """Return the additional tags of each text, the likeliest first."""
        names: list[tuple[str, ...]] = [()] * len(self.probabilities)
        if self.thresholds is None:
            return names
        additional = self.additional
        for row in np.flatnonzero(additional.any(axis=1)).tolist():
            places = np.flatnonzero(additional[row])
            order = places[np.argsort(-self.probabilities[row, places], kind="stable")]
            names[row] = tuple(self.tags[place] for place in order.tolist())
        return names


@dataclass(frozen=True)
class WeightedSpan:
    """A part of the text, `text[start:end]`, and its contribution to the score of the tag.

    An empty piece holds the contribution of token shapes, in a model that uses them.
    """

    start: int
    end: int
    text: str
    weight: float


@dataclass(frozen=True)
class Explanation:
    """An explanation of a tag's score: `bias` + the weights of the pieces = `score`."""

    tag: str
    confidence: float
    probabilities: Mapping[str, float]
    score: float
    bias: float
    pieces: tuple[WeightedSpan, ...]
    note: str = ""
    """A sentence about what the explanation lacks; empty for an exact one."""


class Classifier(Protocol):
    """A text classifier: the rules baseline, the bundled model, a candidate."""

    @property
    def version(self) -> str:
        """A short name that differs between any two models that can give different answers."""
        ...

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set, in the order of the columns of `Predictions.probabilities`."""
        ...

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`; the answer for a text does not depend on its neighbours."""
        ...

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the contributions of parts of `text` to the score of `tag` (default: the predicted tag)."""
        ...
