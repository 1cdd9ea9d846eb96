"""Find near-duplicates by their words and bigrams: between two sets of rows, and within one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import BUCKETS, Features
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import IntArray
from mltag_desktop.core.progress import SILENT, Progress, in_steps

if TYPE_CHECKING:
    import scipy.sparse

_ROWS: Final = 250
"""Rows that are compared together: common words make the product of all rows nearly dense."""
_DUPLICATE: Final = 0.8
"""Jaccard similarity of words and bigrams from which a row repeats a row of the holdout."""
_COPY: Final = 0.4
"""Jaccard similarity of words and bigrams from which two texts count as near-copies."""


def duplicates(
    features: Features, digests: NDArray[np.uint64], of: LabelledFeatures, progress: Progress = SILENT
) -> NDArray[np.bool_]:
    """Return which rows are duplicates or near-duplicates of a row of `of`, shape (n,).

    Near-duplicates have sets of words and bigrams with a Jaccard similarity of at least 0.8.
    """
    repeated = np.isin(digests, of.digests)
    for rows, _ in _similar_pairs(features, of.features, _DUPLICATE, progress):
        repeated[rows] = True
    return repeated


def near_copies(features: Features, progress: Progress = SILENT) -> IntArray:
    """Return the group of each row, shape (n,): groups are connected components of near-copies.

    Two rows are near-copies when the Jaccard similarity of their sets of words and bigrams is at least 0.4.
    """
    import scipy.sparse
    from scipy.sparse.csgraph import connected_components

    n, pairs = len(features), list(_similar_pairs(features, features, _COPY, progress))
    rows, others = np.concatenate([np.zeros((2, 0), np.int32), *pairs], axis=1).astype(np.int32)
    near = scipy.sparse.coo_array((np.ones(len(rows), np.bool_), (rows, others)), shape=(n, n))
    groups: IntArray = connected_components(near, directed=False)[1]
    return groups


def _similar_pairs(
    features: Features, of: Features, least: float, progress: Progress
) -> Iterator[tuple[IntArray, IntArray]]:
    """Yield the rows and the rows of `of` with a Jaccard similarity of at least `least`, in blocks."""
    if not len(features) or not len(of):
        return
    theirs, other_sizes = _presence(of).T, np.diff(of.bounds)
    for step in in_steps(progress, len(features), _ROWS):
        some = features.take(np.arange(step.start, step.stop))
        common, sizes = (_presence(some) @ theirs).tocoo(), np.diff(some.bounds)
        near = common.data >= least * (sizes[common.row] + other_sizes[common.col] - common.data)
        yield step.start + common.row[near], common.col[near]


def _presence(features: Features) -> "scipy.sparse.csr_array[np.float32]":
    """Return a sparse matrix of the buckets in each row, with ones, shape (n, BUCKETS)."""
    import scipy.sparse

    ones, bounds = np.ones(len(features.buckets), np.float32), features.bounds.astype(np.int32)
    return scipy.sparse.csr_array((ones, features.buckets, bounds), shape=(len(features), BUCKETS))
