"""Scale down the confidence of a head on the texts that it was trained on with pseudo-labels.

A head is too confident on texts whose predicted tags it was trained on. The excess is measured with heads
that were trained without a part of these texts (`core/model/training/adaptation.py`). Near-copies of a text
stay in the same part, because training on one of them makes a head overconfident on the others as well.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import Features
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.training.near_duplicates import presence
from mltag_desktop.core.model.types import FloatArray, IntArray

Keys = NDArray[np.uint64]
_STEPS: Final = 30
_LEAST: Final = 0.1
_NEAR: Final = 0.4
"""Jaccard similarity of words and bigrams from which two texts count as near-copies."""


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


def factor_for(scores: FloatArray, confidence: float) -> float:
    """Return the factor from 0.1 to 1 that gives `scores`, shape (n, k), the mean `confidence`."""
    low, high = _LEAST, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if softmax(scores * np.float32(middle)).max(axis=1).mean() < confidence:
            low = middle
        else:
            high = middle
    return high


def near_copies(features: Features) -> IntArray:
    """Return the group of each row, shape (n,): groups are connected components of near-copies.

    Two rows are near-copies when the Jaccard similarity of their sets of words and bigrams is at least 0.4.
    """
    import scipy.sparse
    from scipy.sparse.csgraph import connected_components

    occurs = presence(features)
    sizes = np.diff(features.bounds)
    common = (occurs @ occurs.T).tocoo()
    near = common.data >= _NEAR * (sizes[common.row] + sizes[common.col] - common.data)
    places = (common.row[near], common.col[near])
    linked = scipy.sparse.csr_array((np.ones(int(near.sum()), np.int32), places), shape=(len(sizes),) * 2)
    groups: IntArray = connected_components(linked, directed=False)[1].astype(np.int32)
    return groups
