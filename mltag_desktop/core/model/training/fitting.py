"""Fit the weights of a linear head to labelled features."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import BUCKETS, Features
from mltag_desktop.core.model.linear_head import LinearHead, weigh
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.training.solver import (
    Columns,
    Logistic,
    Loss,
    Multinomial,
    SquaredHinge,
    Weights,
    minimise,
)
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress, SubProgress

if TYPE_CHECKING:
    import scipy.sparse

_DENSE_SHAPES: Final = 60
"""Token-shape columns that are fitted as dense columns."""
_TAGS_A_FIT: Final = 16
"""Tags whose hyperplanes are fitted together; more would use much memory and save little time."""


class _TrainingTargets(NamedTuple):
    """Labels, weights and additional tags of the training rows; no additional tag repeats the label."""

    labels: IntArray
    weights: FloatArray
    further: NDArray[np.bool_] | None

    @property
    def present(self) -> IntArray:
        """Indices of the tags that have rows, ascending."""
        present = np.unique(self.labels)
        if self.further is not None:
            present = np.union1d(present, np.flatnonzero(self.further.any(axis=0))).astype(np.int32)
        return present


def fit_head(
    features: Features,
    labels: IntArray,
    weights: FloatArray,
    tags: int,
    recipe: Recipe,
    progress: Progress = SILENT,
    *,
    further: NDArray[np.bool_] | None = None,
    with_forms: bool = False,
) -> LinearHead:
    """Fit a head for `tags` tags to rows with `labels` (0 to tags - 1) and sample `weights`.

    `further`, shape (n, tags), holds the additional tags of each row. Additional tags are used in training
    (one-vs-rest); in naive Bayes a row's weight is divided among its tags. Logistic regression, where the
    tags compete for each row, and the calibration use the labels only. `with_forms` also uses the token
    shapes of `features`.
    The head is not calibrated (a = b = 1). A tag without rows gets a score below all others. `progress` is
    called many times a second and may raise `Cancelled`.
    """
    document_frequency = np.bincount(features.buckets, minlength=BUCKETS)
    columns = np.flatnonzero(document_frequency).astype(np.int32)
    idf = np.log((1 + len(features)) / (1 + document_frequency[columns])) + 1
    size = (len(columns), tags)
    head = LinearHead(
        columns,
        idf.astype(np.float32),
        np.zeros(size, np.float32),
        np.zeros((features.vectors.shape[1], tags), np.float32),
        np.zeros(tags, np.float32),
        np.zeros(size, np.float32),
        np.ones(2, np.float32),
    )
    progress.report(0.0)
    if recipe.bayes:
        counts = _matrix(head, features, features.counts)
        member = _member(labels, weights, tags, further)
        head = replace(head, bayes=_complement_bayes(counts, member, recipe.alpha))
        progress.report(0.0)
    if recipe.loss != "none":
        truth = _TrainingTargets(labels, weights, None if recipe.loss == "logistic" else further)
        forms = features.forms if with_forms else None
        head = _linear(head, replace(features, forms=forms), truth, tags, recipe, progress)
    return head


def fit_logistic(
    rows: FloatArray, labels: IntArray, c: float, progress: Progress = SILENT
) -> tuple[NDArray[np.float64], float]:
    """Fit a class-balanced logistic regression to (n, d) rows of two classes; return weights and bias."""
    sign = np.where(labels == labels.max(), 1, -1).astype(np.float32)[:, None]
    cost = (c * _balance(labels, np.unique(labels))[labels])[:, None].astype(np.float32)
    dense = np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
    fitted = minimise(
        progress, Columns(None, dense, np.ones(dense.shape[1], np.float32)), Logistic(sign, cost)
    )
    return fitted.dense[:-1, 0].astype(np.float64), float(fitted.dense[-1, 0])


def _complement_bayes(
    counts: "scipy.sparse.csr_array[np.float32]",
    member: "scipy.sparse.csr_array[np.float32]",
    alpha: float,
) -> FloatArray:
    per_tag = (member @ counts).toarray().astype(np.float64)
    complement = per_tag.sum(axis=0) + alpha - per_tag
    scores = -np.log(complement / complement.sum(axis=1, keepdims=True))
    scores -= scores.mean(axis=0)
    return np.ascontiguousarray(scores.T, dtype=np.float32)


def _member(
    labels: IntArray, weights: FloatArray, tags: int, further: NDArray[np.bool_] | None
) -> "scipy.sparse.csr_array[np.float32]":
    """Return the weight of each row for each tag, shape (tags, n)."""
    import scipy.sparse

    rows = np.arange(len(labels))
    if further is None:
        return scipy.sparse.csr_array((weights, (labels, rows)), shape=(tags, len(labels)))
    carried = further.copy()
    carried[rows, labels] = True
    share = weights / carried.sum(axis=1)
    return scipy.sparse.csr_array((carried * share[:, None]).T.astype(np.float32))


def _linear(
    head: LinearHead,
    features: Features,
    truth: _TrainingTargets,
    tags: int,
    recipe: Recipe,
    progress: Progress,
) -> LinearHead:
    """Return `head` with fitted hyperplanes (one-vs-rest), using token shapes where `features` have them."""
    sparse = None
    if recipe.words:
        values = weigh(features.bounds, features.counts, head.idf[head.known_columns(features)])
        sparse = _matrix(head, features, values)
        progress.report(0.0)
    blocks = [np.ones((len(features), 1), np.float32)]
    if features.forms is not None:
        sparse, common = _with_forms(sparse, features.forms)
        blocks.insert(0, common)
    if recipe.vectors:
        blocks.insert(0, features.vectors * np.float32(recipe.vector_weight))
    dense = np.concatenate(blocks, axis=1)
    progress.report(0.0)
    ridge = np.ones(dense.shape[1], np.float32)
    ridge[-1] = recipe.loss != "logistic"  # logistic regression leaves its bias free
    fitted = _planes(Columns(sparse, dense, ridge), truth, recipe, progress)
    present = truth.present
    m, planes, vectors = len(head.columns), head.words.copy(), head.vectors.copy()
    bias = np.full(tags, fitted.dense[-1].min() - 10, np.float32)
    bias[present] = fitted.dense[-1]
    if recipe.words:
        planes[:, present] = fitted.sparse[:m]
    d = len(vectors) if recipe.vectors else 0
    vectors[:d, present] = fitted.dense[:d] * np.float32(recipe.vector_weight)
    head = replace(head, words=planes, vectors=vectors, bias=bias)
    if features.forms is None:
        return head
    forms = np.zeros((features.forms.shape[1], tags), np.float32)
    first = len(fitted.sparse) - len(forms) + _DENSE_SHAPES
    forms[np.ix_(_by_use(features.forms), present)] = np.concatenate(
        [fitted.dense[d:-1], fitted.sparse[first:]]
    )
    return replace(head, forms=forms)


def _with_forms(
    words: "scipy.sparse.csr_array[np.float32] | None", forms: NDArray[np.uint8]
) -> "tuple[scipy.sparse.csr_array[np.float32], FloatArray]":
    """Return the sparse columns (words, if any, and rare token shapes) and the most common token shapes.

    The common ones become dense columns, for which the solver needs fewer steps.
    """
    import scipy.sparse

    from mltag_desktop.core.model.features.token_shapes import lengthened

    rows, columns = lengthened(forms), _by_use(forms)
    rare = scipy.sparse.csr_array(rows[:, columns[_DENSE_SHAPES:]])
    sparse = rare if words is None else scipy.sparse.hstack([words, rare], format="csr")
    return sparse, rows[:, columns[:_DENSE_SHAPES]]


def _by_use(forms: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Return the columns of the token shapes, most frequent first."""
    return np.argsort(-forms.sum(axis=0, dtype=np.int64), kind="stable")


def _planes(
    columns: Columns,
    truth: _TrainingTargets,
    recipe: Recipe,
    progress: Progress,
) -> Weights:
    """Return class-balanced weights for each tag that has rows."""
    labels, present, further = truth.labels, truth.present, truth.further
    balance = _balance(labels, present, further)
    cost = np.float32(recipe.c) * truth.weights[:, None]
    if len(present) == 2 and further is None:  # two tags share one hyperplane
        sign = np.where(labels == present[1], 1, -1).astype(np.float32)[:, None]
        weighed = cost * balance[labels][:, None]
        single: Loss = (Logistic if recipe.loss == "logistic" else SquaredHinge)(sign, weighed)
        one = minimise(progress, columns, single)
        return Weights(*(np.concatenate([-part, part], axis=1) for part in (one.sparse, one.dense)))
    if recipe.loss == "logistic":
        together = Multinomial(
            np.searchsorted(present, labels).astype(np.int32), len(present), cost * balance[labels][:, None]
        )
        return minimise(progress, columns, together)
    parts = []
    for first in range(0, len(present), _TAGS_A_FIT):
        chosen = present[first : first + _TAGS_A_FIT]
        carried = labels[:, None] == chosen
        if further is not None:
            carried |= further[:, chosen]
        sign = np.where(carried, 1, -1).astype(np.float32)
        loss = SquaredHinge(sign, cost * np.where(carried, balance[chosen], np.float32(1)))
        part = SubProgress(progress, first / len(present), min(1.0, (first + _TAGS_A_FIT) / len(present)))
        parts.append(minimise(part, columns, loss))
    return Weights(
        np.concatenate([part.sparse for part in parts], axis=1),
        np.concatenate([part.dense for part in parts], axis=1),
    )


def _balance(labels: IntArray, present: IntArray, further: NDArray[np.bool_] | None = None) -> FloatArray:
    """Return the weight of each label that gives all classes with rows the same total weight."""
    counts = np.bincount(labels)
    if further is not None:
        counts = np.bincount(labels, minlength=further.shape[1]) + further.sum(axis=0)
    balance = np.zeros(len(counts), np.float32)
    balance[present] = len(labels) / (len(present) * counts[present])
    return balance


def _matrix(head: LinearHead, features: Features, values: FloatArray) -> "scipy.sparse.csr_array[np.float32]":
    """Return the (n, m) matrix of `values`, one for each entry of `features`; all buckets must be known."""
    import scipy.sparse

    bounds = features.bounds.astype(np.int32)
    shape = (len(features), len(head.columns))
    return scipy.sparse.csr_array((values, head.known_columns(features), bounds), shape=shape)
