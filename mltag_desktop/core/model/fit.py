"""Fitting the head's numbers to labelled features."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features import BUCKETS, Features
from mltag_desktop.core.model.head import Head, weigh
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.solver import (
    Columns,
    Logistic,
    Loss,
    Multinomial,
    SquaredHinge,
    Weights,
    minimise,
)
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Part, Progress

if TYPE_CHECKING:
    import scipy.sparse

_OFTEN: Final = 60
"""Columns of forms that are fitted as dense ones."""
_AT_ONCE: Final = 16
"""Tags whose planes are fitted together: more would need more memory than time they save."""


class _Truth(NamedTuple):
    """What the planes are fitted to; no row has its label among its further tags."""

    labels: IntArray
    weights: FloatArray
    further: NDArray[np.bool_] | None

    @property
    def present(self) -> IntArray:
        """The tags that have rows."""
        found = np.unique(self.labels)
        if self.further is not None:
            found = np.union1d(found, np.flatnonzero(self.further.any(axis=0))).astype(np.int32)
        return found


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
) -> Head:
    """Fit a head for `tags` tags to rows with `labels` (0 to tags - 1) and sample `weights`.

    `further`, shape (n, tags), says which tags a row carries beside its label. A row speaks for the plane of
    each of its tags, and shares its weight among them in naive Bayes. Logistic regression, which lets the
    tags compete for each row, and the calibration learn from the labels alone. `with_forms` reads the forms
    of `features`, too.
    It is not calibrated (a = b = 1). A tag without rows gets a score below all others. `progress` hears
    of it many times a second, and may raise `Cancelled`.
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
    progress.report(0.0)
    if recipe.bayes:
        counts = _matrix(head, features, features.counts)
        member = _member(labels, weights, tags, further)
        head = replace(head, bayes=_complement_bayes(counts, member, recipe.alpha))
        progress.report(0.0)
    if recipe.loss != "none":
        beside = None if recipe.loss == "logistic" else further
        truth = _Truth(labels, weights, beside)
        forms = features.forms if with_forms else None
        head = _linear(head, replace(features, forms=forms), truth, tags, recipe, progress)
    return head


def fit_logistic(
    rows: FloatArray, labels: IntArray, c: float, progress: Progress = SILENT
) -> tuple[NDArray[np.float64], float]:
    """Fit a class-balanced logistic regression to (n, d) rows of two classes: weights (d,) and bias."""
    sign = np.where(labels == labels.max(), 1, -1).astype(np.float32)[:, None]
    cost = (c * _balance(labels, np.unique(labels))[labels])[:, None].astype(np.float32)
    dense = np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)
    found = minimise(
        progress, Columns(None, dense, np.ones(dense.shape[1], np.float32)), Logistic(sign, cost)
    )
    return found.dense[:-1, 0].astype(np.float64), float(found.dense[-1, 0])


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
    """Return how much each row counts for each tag, shape (tags, n)."""
    import scipy.sparse

    rows = np.arange(len(labels))
    if further is None:
        return scipy.sparse.csr_array((weights, (labels, rows)), shape=(tags, len(labels)))
    carried = further.copy()
    carried[rows, labels] = True
    share = weights / carried.sum(axis=1)
    return scipy.sparse.csr_array((carried * share[:, None]).T.astype(np.float32))


def _linear(
    head: Head,
    features: Features,
    truth: _Truth,
    tags: int,
    recipe: Recipe,
    progress: Progress,
) -> Head:
    """Return `head` with its planes, each tag against the rest; they read forms where `features` have any."""
    sparse = None
    if recipe.words:
        values = weigh(features.bounds, features.counts, head.idf[head.known(features)])
        sparse = _matrix(head, features, values)
        progress.report(0.0)
    blocks = [np.ones((len(features), 1), np.float32)]
    if features.forms is not None:
        sparse, often = _with_forms(sparse, features.forms)
        blocks.insert(0, often)
    if recipe.vectors:
        blocks.insert(0, features.vectors * np.float32(recipe.vector_weight))
    dense = np.concatenate(blocks, axis=1)
    progress.report(0.0)
    ridge = np.ones(dense.shape[1], np.float32)
    ridge[-1] = recipe.loss != "logistic"  # logistic regression leaves its bias free
    found = _planes(Columns(sparse, dense, ridge), truth, recipe, progress)
    present = truth.present
    m, planes, vectors = len(head.columns), head.words.copy(), head.vectors.copy()
    bias = np.full(tags, found.dense[-1].min() - 10, np.float32)
    bias[present] = found.dense[-1]
    if recipe.words:
        planes[:, present] = found.sparse[:m]
    d = len(vectors) if recipe.vectors else 0
    vectors[:d, present] = found.dense[:d] * np.float32(recipe.vector_weight)
    head = replace(head, words=planes, vectors=vectors, bias=bias)
    if features.forms is None:
        return head
    forms = np.zeros((features.forms.shape[1], tags), np.float32)
    first = len(found.sparse) - len(forms) + _OFTEN
    forms[np.ix_(_by_use(features.forms), present)] = np.concatenate(
        [found.dense[d:-1], found.sparse[first:]]
    )
    return replace(head, forms=forms)


def _with_forms(
    words: "scipy.sparse.csr_array[np.float32] | None", forms: NDArray[np.uint8]
) -> "tuple[scipy.sparse.csr_array[np.float32], FloatArray]":
    """Return the columns of the words, if any, with the rarer ones of the forms, and the commonest ones.

    The commonest go to the dense columns, where the solver needs fewer steps for them.
    """
    import scipy.sparse

    from mltag_desktop.core.model.forms import lengthened

    rows, columns = lengthened(forms), _by_use(forms)
    rare = scipy.sparse.csr_array(rows[:, columns[_OFTEN:]])
    sparse = rare if words is None else scipy.sparse.hstack([words, rare], format="csr")
    return sparse, rows[:, columns[:_OFTEN]]


def _by_use(forms: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Return the columns of forms, those that occur in most rows first."""
    return np.argsort(-forms.sum(axis=0, dtype=np.int64), kind="stable")


def _planes(
    columns: Columns,
    truth: _Truth,
    recipe: Recipe,
    progress: Progress,
) -> Weights:
    """Return the weights for each tag that has rows, class-balanced."""
    labels, present, further = truth.labels, truth.present, truth.further
    balance = _balance(labels, present, further)
    cost = np.float32(recipe.c) * truth.weights[:, None]
    if len(present) == 2 and further is None:  # two tags share one plane
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
    for first in range(0, len(present), _AT_ONCE):
        some = present[first : first + _AT_ONCE]
        mine = labels[:, None] == some
        if further is not None:
            mine |= further[:, some]
        sign = np.where(mine, 1, -1).astype(np.float32)
        loss = SquaredHinge(sign, cost * np.where(mine, balance[some], np.float32(1)))
        part = Part(progress, first / len(present), min(1.0, (first + _AT_ONCE) / len(present)))
        parts.append(minimise(part, columns, loss))
    return Weights(
        np.concatenate([part.sparse for part in parts], axis=1),
        np.concatenate([part.dense for part in parts], axis=1),
    )


def _balance(labels: IntArray, present: IntArray, further: NDArray[np.bool_] | None = None) -> FloatArray:
    """Return, by label, the weight that lets each class that has rows count as much as any other."""
    counts = np.bincount(labels)
    if further is not None:
        counts = np.bincount(labels, minlength=further.shape[1]) + further.sum(axis=0)
    balance = np.zeros(len(counts), np.float32)
    balance[present] = len(labels) / (len(present) * counts[present])
    return balance


def _matrix(head: Head, features: Features, values: FloatArray) -> "scipy.sparse.csr_array[np.float32]":
    """Return the (n, m) matrix of `values`, one for each entry, of rows whose buckets are all known."""
    import scipy.sparse

    bounds = features.bounds.astype(np.int32)
    shape = (len(features), len(head.columns))
    return scipy.sparse.csr_array((values, head.known(features), bounds), shape=shape)
