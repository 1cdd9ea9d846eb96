"""Fitting the head's numbers to labelled features: the one module that imports scikit-learn, when it fits."""

import threading
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features import BUCKETS, Features
from mltag_desktop.core.model.head import Head, weigh
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.types import FloatArray, IntArray

if TYPE_CHECKING:
    import scipy.sparse

_MOST_ITERATIONS: Final = 2000
_ONE_AT_A_TIME: Final = threading.Lock()
"""The solver draws from one generator of the whole process; fits at once would change each other."""


def fit_head(
    features: Features, labels: IntArray, weights: FloatArray, tags: int, recipe: Recipe, seed: int
) -> Head:
    """Fit a head for `tags` tags to rows with `labels` (0 to tags - 1) and sample `weights`.

    It is not calibrated (a = b = 1). A tag without rows gets a score below all others.
    """
    document_frequency = np.bincount(features.buckets, minlength=BUCKETS)
    columns = np.flatnonzero(document_frequency).astype(np.int32)
    idf = np.log((1 + len(features)) / (1 + document_frequency[columns])) + 1
    size = (len(columns), tags)
    head = Head(
        columns,
        idf.astype(np.float32),
        np.zeros(size, np.float32),
        np.zeros((features.vectors.shape[1], tags), np.float32),
        np.zeros(tags, np.float32),
        np.zeros(size, np.float32),
        np.ones(2, np.float32),
    )
    if recipe.bayes:
        counts = _matrix(head, features, features.counts)
        head = replace(head, bayes=_complement_bayes(counts, labels, weights, tags, recipe.alpha))
    if recipe.loss != "none":
        words, vectors, bias = _linear(head, features, labels, weights, tags, recipe, seed)
        head = replace(head, words=words, vectors=vectors, bias=bias)
    return head


def fit_logistic(rows: FloatArray, labels: IntArray, c: float) -> tuple[NDArray[np.float64], float]:
    """Fit a class-balanced logistic regression to (n, d) rows of two classes: weights (d,) and bias."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=c, class_weight="balanced", solver="liblinear", max_iter=_MOST_ITERATIONS)
    _fit(model, rows, labels, None)
    return model.coef_[0].astype(np.float64), float(model.intercept_[0])


def _complement_bayes(
    counts: "scipy.sparse.csr_array[np.float32]",
    labels: IntArray,
    weights: FloatArray,
    tags: int,
    alpha: float,
) -> FloatArray:
    import scipy.sparse

    member = scipy.sparse.csr_array((weights, (labels, np.arange(len(labels)))), shape=(tags, len(labels)))
    per_tag = (member @ counts).toarray().astype(np.float64)
    complement = per_tag.sum(axis=0) + alpha - per_tag
    scores = -np.log(complement / complement.sum(axis=1, keepdims=True))
    scores -= scores.mean(axis=0)
    return np.ascontiguousarray(scores.T, dtype=np.float32)


def _linear(
    head: Head,
    features: Features,
    labels: IntArray,
    weights: FloatArray,
    tags: int,
    recipe: Recipe,
    seed: int,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    import scipy.sparse

    blocks = []
    if recipe.words:
        values = weigh(features.bounds, features.counts, head.idf[head.known(features)])
        blocks.append(_matrix(head, features, values))
    if recipe.vectors:
        blocks.append(scipy.sparse.csr_array(features.vectors * np.float32(recipe.vector_weight)))
    matrix = scipy.sparse.csr_array(scipy.sparse.hstack(blocks))
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    coefficients, bias = _solve(matrix, labels, weights, tags, recipe, seed)
    m, dimension = len(head.columns), features.vectors.shape[1]
    words, dense = np.zeros((m, tags), np.float32), np.zeros((dimension, tags), np.float32)
    if recipe.words:
        words = np.ascontiguousarray(coefficients[:, :m].T, dtype=np.float32)
    if recipe.vectors:
        dense = np.ascontiguousarray(coefficients[:, -dimension:].T * recipe.vector_weight, dtype=np.float32)
    return words, dense, bias.astype(np.float32)


def _solve(
    matrix: "scipy.sparse.csr_array[np.float32]",
    labels: IntArray,
    weights: FloatArray,
    tags: int,
    recipe: Recipe,
    seed: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return coefficients (tags, features) and bias (tags,), class-balanced, one against the rest."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.svm import LinearSVC

    present = np.unique(labels)
    balance = {int(tag): len(labels) / (len(present) * int((labels == tag).sum())) for tag in present}
    common = {"C": recipe.c, "class_weight": balance, "random_state": seed, "max_iter": _MOST_ITERATIONS}
    model = LinearSVC(**common) if recipe.loss == "squared_hinge" else LogisticRegression(**common)
    _fit(model, matrix, labels, weights)
    found, offset = model.coef_.astype(np.float64), model.intercept_.astype(np.float64)
    if len(found) == 1:  # two classes share one plane
        found, offset = np.concatenate([-found, found]), np.concatenate([-offset, offset])
    coefficients = np.zeros((tags, matrix.shape[1]))
    bias = np.full(tags, offset.min() - 10.0)
    coefficients[present], bias[present] = found, offset
    return coefficients, bias


def _fit(model: Any, rows: Any, labels: IntArray, weights: FloatArray | None) -> None:
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=UserWarning)  # a fit stopped early is good enough
        warnings.filterwarnings("ignore", category=FutureWarning)
        model.fit(rows, labels, sample_weight=weights)


def _matrix(head: Head, features: Features, values: FloatArray) -> "scipy.sparse.csr_array[np.float32]":
    """Return the (n, m) matrix of `values`, one for each entry, of rows whose buckets are all known."""
    import scipy.sparse

    bounds = features.bounds.astype(np.int32)
    shape = (len(features), len(head.columns))
    return scipy.sparse.csr_array((values, head.known(features), bounds), shape=shape)
