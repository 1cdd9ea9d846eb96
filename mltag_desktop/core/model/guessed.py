"""Texts from whose guessed tags a head has learnt, and how much less sure of them it has to be.

A head that learnt from its own guess about a text repeats it with more confidence than it has about others.
How much more is measured on heads that learnt from all but a part of these texts. Near copies of a text stay
in the same part: a head that learnt from one of them repeats its guess about the others, too.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.duplicates import presence
from mltag_desktop.core.model.features import Features
from mltag_desktop.core.model.head import softmax
from mltag_desktop.core.model.types import FloatArray, IntArray

Keys = NDArray[np.uint64]
_STEPS: Final = 30
_LEAST: Final = 0.1
_NEAR: Final = 0.4
"""Share of words and bigrams in common from which a guess about one text carries over to another."""


def keys_of(features: Features) -> Keys:
    """Return a fingerprint of each row's words and bigrams with their counts, shape (n,); 0 without words."""
    buckets = features.buckets.astype(np.uint64) + np.uint64(1)
    mixed = buckets * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed *= features.counts.astype(np.uint64)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    keys: Keys = sums[features.bounds[1:]] - sums[features.bounds[:-1]]  # exact modulo 2^64
    return keys


def factor_for(scores: FloatArray, sureness: float) -> float:
    """Return the factor for `scores`, shape (n, k), that gives mean confidence `sureness`; 0.1 to 1."""
    low, high = _LEAST, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if softmax(scores * np.float32(middle)).max(axis=1).mean() < sureness:
            low = middle
        else:
            high = middle
    return high


def near_copies(features: Features) -> IntArray:
    """Return a group number for each row, shape (n,); rows in a chain of near copies share one.

    Two rows are near copies when the Jaccard similarity of their sets of words and bigrams is at least 0.4.
    """
    import scipy.sparse
    from scipy.sparse.csgraph import connected_components

    shares = presence(features)
    sizes = np.diff(features.bounds)
    common = (shares @ shares.T).tocoo()
    near = common.data >= _NEAR * (sizes[common.row] + sizes[common.col] - common.data)
    places = (common.row[near], common.col[near])
    linked = scipy.sparse.csr_array((np.ones(int(near.sum()), np.int32), places), shape=(len(sizes),) * 2)
    groups: IntArray = connected_components(linked, directed=False)[1].astype(np.int32)
    return groups
