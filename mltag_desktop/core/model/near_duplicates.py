"""Find duplicates and near-duplicates between two sets of rows, such as training rows and the holdout."""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import BUCKETS, Features
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.progress import SILENT, Progress

if TYPE_CHECKING:
    import scipy.sparse

_A_REPORT: Final = 1_000
"""Rows between two reports."""
_NEAR: Final = 0.8
"""Jaccard similarity of words and bigrams from which two texts count as near-duplicates."""


def duplicates(
    features: Features, digests: NDArray[np.uint64], of: LabelledFeatures, progress: Progress = SILENT
) -> NDArray[np.bool_]:
    """Return which rows are duplicates or near-duplicates of a row of `of`, shape (n,).

    Near-duplicates have sets of words and bigrams with a Jaccard similarity of at least 0.8.
    """
    repeated = np.isin(digests, of.digests)
    if not len(of) or not len(features):
        return repeated
    theirs, other_sizes = presence(of.features).T, np.diff(of.features.bounds)
    for start in range(0, len(features), _A_REPORT):
        progress.report(start / len(features))
        some = features.take(np.arange(start, min(start + _A_REPORT, len(features))))
        common, sizes = (presence(some) @ theirs).tocoo(), np.diff(some.bounds)
        union = sizes[common.row] + other_sizes[common.col] - common.data
        repeated[start + common.row[common.data >= _NEAR * union]] = True
    return repeated


def presence(features: Features) -> "scipy.sparse.csr_array[np.float32]":
    """Return a sparse matrix of the buckets in each row, with ones, shape (n, BUCKETS)."""
    import scipy.sparse

    ones, bounds = np.ones(len(features.buckets), np.float32), features.bounds.astype(np.int32)
    return scipy.sparse.csr_array((ones, features.buckets, bounds), shape=(len(features), BUCKETS))
