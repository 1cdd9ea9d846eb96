"""Groups of texts that say nearly the same, found without comparing all pairs.

Two texts whose sets of words and bigrams have a Jaccard similarity of at least t share one of the rarest
(1 - t) of the words and bigrams of the larger set (prefix filtering: Chaudhuri et al., 2006; Bayardo et al.,
2007). Only texts that share one of these are compared.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import BUCKETS, bucket_of
from mltag_desktop.core.model.features.tokenization import words
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress

if TYPE_CHECKING:
    import scipy.sparse

ALIKE: Final = 0.6
"""Jaccard similarity of words and bigrams of near-duplicates; one word in ten may differ."""
_AT_ONCE: Final = 2_000
_ROWS: Final = 500
"""Texts that are compared with all others at once."""
_COMMON: Final = 300
"""Words and bigrams in more texts are no reason to compare two texts: there would be too many pairs."""

Sets = tuple[NDArray[np.int64], NDArray[np.int32]]
"""Bounds of the rows, shape (n + 1,), and the buckets of all rows, ascending within a row."""


def repeated_texts(progress: Progress, texts: Sequence[str]) -> IntArray:
    """Return the group of each text, shape (n,): the index of the first text that says nearly the same.

    It is -1 for a text without its like, and for a text without words. Groups are connected components of
    near-duplicates.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    bounds, buckets = _sets(progress, texts)
    sizes = np.diff(bounds)
    rows, others = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for first, second in _pairs(progress, bounds, buckets):
        rows.append(first)
        others.append(second)
    joined = (np.concatenate(rows), np.concatenate(others))
    near = coo_array((np.ones(len(joined[0]), np.float32), joined), shape=(len(texts), len(texts)))
    labels = connected_components(near, directed=False)[1]
    _, firsts, counts = np.unique(labels, return_index=True, return_counts=True)
    return np.where((counts[labels] > 1) & (sizes > 0), firsts[labels], -1).astype(np.int32)


def _sets(progress: Progress, texts: Sequence[str]) -> Sets:
    """Return the set of buckets of the words and bigrams of each text."""
    lengths, parts = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)]
    for start in range(0, len(texts), _AT_ONCE):
        progress.report(0.4 * start / len(texts), "reading the texts")
        tokens = words(texts[start : start + _AT_ONCE])
        first, pairs = tokens.bigrams()
        at = np.concatenate([tokens.rows, tokens.rows[first]]).astype(np.int64) * BUCKETS
        keys = np.unique(at + bucket_of(np.concatenate([tokens.hashes, pairs])))
        lengths.append(np.bincount(keys // BUCKETS, minlength=tokens.count))
        parts.append((keys % BUCKETS).astype(np.int32))
    return np.cumsum(np.concatenate(lengths)), np.concatenate(parts)


def _pairs(
    progress: Progress, bounds: NDArray[np.int64], buckets: NDArray[np.int32]
) -> "list[tuple[NDArray[np.int64], NDArray[np.int64]]]":
    """Return the pairs of near-duplicates in parts: the first row and the second row of each."""
    sizes = np.diff(bounds)
    if not len(buckets):
        return []
    rows = np.repeat(np.arange(len(sizes)), sizes)
    found = [_equal(bounds, buckets, sizes)]
    frequency = np.bincount(buckets, minlength=BUCKETS)
    order = np.lexsort((buckets, frequency[buckets], rows))  # the rarest first within each row
    rank = np.arange(len(buckets)) - bounds[rows]
    prefix = sizes - np.ceil(ALIKE * sizes).astype(np.int64) + 1
    chosen = order[(rank < prefix[rows]) & (frequency[buckets[order]] > 1)]
    chosen = chosen[frequency[buckets[chosen]] <= _COMMON]
    rare = _matrix(rows[chosen], buckets[chosen], len(sizes))
    full = _matrix(rows, buckets, len(sizes))
    theirs = rare.T.tocsr()
    for start in range(0, len(sizes), _ROWS):
        progress.report(0.4 + 0.6 * start / len(sizes), "comparing the texts")
        near = (rare[start : start + _ROWS] @ theirs).tocoo()
        first, second = near.row.astype(np.int64) + start, near.col.astype(np.int64)
        small, large = np.minimum(sizes[first], sizes[second]), np.maximum(sizes[first], sizes[second])
        kept = (first < second) & (small >= ALIKE * large)
        first, second = first[kept], second[kept]
        common: FloatArray = np.asarray(full[first].multiply(full[second]).sum(axis=1)).ravel()
        alike = common >= ALIKE * (sizes[first] + sizes[second] - common)
        found.append((first[alike], second[alike]))
    return found


def _equal(
    bounds: NDArray[np.int64], buckets: NDArray[np.int32], sizes: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs that join rows with equal sets, also where all their words are common."""
    mixed = (buckets.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    keys = sums[bounds[1:]] - sums[bounds[:-1]]  # exact modulo 2^64
    filled = np.flatnonzero(sizes > 0)
    order = filled[np.argsort(keys[filled], kind="stable")]
    same = keys[order[1:]] == keys[order[:-1]]
    return order[:-1][same], order[1:][same]


def _matrix(
    rows: NDArray[np.int64], columns: NDArray[np.int32], count: int
) -> "scipy.sparse.csr_array[np.float32]":
    from scipy.sparse import csr_array

    return csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=(count, BUCKETS))
