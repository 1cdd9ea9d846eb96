"""Groups of texts that say nearly the same, found without comparing all pairs.

Two texts whose sets of words and bigrams have a Jaccard similarity of at least t share one of the rarest
(1 - t) of the words and bigrams of the larger set, which is also one of the rarest (1 - t) / (1 + t) of the
smaller one (prefix filtering: Chaudhuri et al., 2006; Bayardo et al., 2007; Xiao et al., 2008). Only texts
that share one of these are compared, first by a few bits of each (Sandes et al., 2017).
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import BUCKETS, bucket_of
from mltag_desktop.core.model.tokenization import words
from mltag_desktop.core.model.types import IntArray
from mltag_desktop.core.progress import Progress

ALIKE: Final = 0.6
"""Jaccard similarity of words and bigrams of near-duplicates; one word in ten may differ."""
_AT_ONCE: Final = 2_000
_ROWS: Final = 500
"""Texts that are compared with all others at once."""
_COMMON: Final = 300
"""Words and bigrams in more texts are no reason to compare two texts: there would be too many pairs."""
_PREPARED: Final = 20_000
"""Texts that are prepared for the comparison at once."""
_ROUNDING: Final = 1e-9
_MAP_BITS: Final = 256
"""Bits of a text's map; a word or bigram sets one. They tell most pairs apart."""

Sets = tuple[NDArray[np.int64], NDArray[np.int32]]
"""Bounds of the rows, shape (n + 1,), and the buckets of all rows, ascending within a row."""


def repeated_texts(progress: Progress, texts: Sequence[str]) -> IntArray:
    """Return the group of each text, shape (n,): the index of the first text that says nearly the same.

    It is -1 for a text without its like, and for a text without words. Groups are connected components of
    near-duplicates.
    """
    blocks = (texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE))
    return repeated_in_blocks(progress, blocks, len(texts))


def repeated_in_blocks(progress: Progress, blocks: Iterable[Sequence[str]], count: int) -> IntArray:
    """Return what `repeated_texts` does for `count` texts that come in blocks and need not be kept."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    bounds, buckets = _sets(progress, blocks, count)
    sizes = np.diff(bounds)
    rows, others = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for first, second in _pairs(progress, bounds, buckets):
        rows.append(first)
        others.append(second)
    joined = (np.concatenate(rows), np.concatenate(others))
    near = coo_array((np.ones(len(joined[0]), np.float32), joined), shape=(count, count))
    labels = connected_components(near, directed=False)[1]
    _, firsts, counts = np.unique(labels, return_index=True, return_counts=True)
    return np.where((counts[labels] > 1) & (sizes > 0), firsts[labels], -1).astype(np.int32)


def _sets(progress: Progress, blocks: Iterable[Sequence[str]], count: int) -> Sets:
    """Return the set of buckets of the words and bigrams of each text."""
    lengths, parts, done = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)], 0
    for texts in blocks:
        progress.report(0.4 * done / count, "reading the texts")
        tokens = words(texts)
        first, pairs = tokens.bigrams()
        at = np.concatenate([tokens.rows, tokens.rows[first]]).astype(np.int64) * BUCKETS
        keys = np.sort(at + bucket_of(np.concatenate([tokens.hashes, pairs])))
        is_first = np.ones(len(keys), np.bool_)  # np.unique fills a hash table, which takes longer
        np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
        keys = keys[is_first]
        lengths.append(np.bincount(keys // BUCKETS, minlength=tokens.count))
        parts.append((keys % BUCKETS).astype(np.int32))
        done += len(texts)
    return np.cumsum(np.concatenate(lengths)), np.concatenate(parts)


def _pairs(
    progress: Progress, bounds: NDArray[np.int64], buckets: NDArray[np.int32]
) -> "list[tuple[NDArray[np.int64], NDArray[np.int64]]]":
    """Return the pairs of near-duplicates in parts: the first row and the second row of each."""
    from scipy.sparse import csr_array

    sizes = np.diff(bounds)
    if not len(buckets):
        return []
    maps, parts, equal = _prepared(bounds, buckets)
    found = [_equal(equal, sizes)]
    columns, rows, ranks = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    ones = np.ones(len(rows), np.int16)
    rare = csr_array((ones, (rows, columns)), shape=(len(sizes), BUCKETS))
    is_rarest = ranks < _prefix(sizes, 2 * ALIKE / (1 + ALIKE))[rows]
    theirs = csr_array((ones[is_rarest], (columns[is_rarest], rows[is_rarest])), shape=(BUCKETS, len(sizes)))
    full = csr_array((np.ones(len(buckets), np.int16), buckets, bounds), shape=(len(sizes), BUCKETS))
    for start in range(0, len(sizes), _ROWS):
        progress.report(0.4 + 0.6 * start / len(sizes), "comparing the texts")
        near = (rare[start : start + _ROWS] @ theirs).tocoo()
        first, second = near.row.astype(np.int64) + start, near.col.astype(np.int64)
        # the second one is smaller, or as large and earlier
        kept = (sizes[second] < sizes[first]) | ((sizes[second] == sizes[first]) & (second < first))
        first, second = first[kept], second[kept]
        total = sizes[first] + sizes[second]
        # sets that differ in n elements have maps that differ in at most n bits
        most = np.minimum(sizes[first], sizes[second])
        different = np.bitwise_count(maps[first] ^ maps[second]).sum(axis=1, dtype=np.int64)
        most = np.minimum(most, (total - different) // 2)
        kept = most >= ALIKE * (total - most)
        first, second, total = first[kept], second[kept], total[kept]
        common = np.asarray(full[first].multiply(full[second]).sum(axis=1)).ravel()
        alike = common >= ALIKE * (total - common)
        found.append((first[alike], second[alike]))
    return found


def _prepared(
    bounds: NDArray[np.int64], buckets: NDArray[np.int32]
) -> tuple[NDArray[np.uint64], list[tuple[NDArray[np.int32], ...]], NDArray[np.uint64]]:
    """Return what is compared of each row, in blocks, because it takes many times the memory of the sets.

    The first value are bit maps of the sets, shape (n, 4). The second are the rarest buckets of the rows in
    parts: buckets, rows, and how many rarer ones the row has. The third are numbers that are equal for equal
    sets, shape (n,).
    """
    sizes = np.diff(bounds)
    frequency = np.bincount(buckets, minlength=BUCKETS)
    by_rarity = np.lexsort((np.arange(BUCKETS), frequency))
    rarity = np.empty(BUCKETS, np.int64)
    rarity[by_rarity] = np.arange(BUCKETS)
    prefix = _prefix(sizes, ALIKE)
    maps = np.zeros((len(sizes), _MAP_BITS // 64), np.uint64)
    keys, parts = np.zeros(len(sizes), np.uint64), []
    for start in range(0, len(sizes), _PREPARED):
        stop = min(start + _PREPARED, len(sizes))
        part = buckets[bounds[start] : bounds[stop]]
        if not len(part):
            continue
        starts = bounds[start:stop] - bounds[start]
        rows = np.repeat(np.arange(stop - start), sizes[start:stop])
        rarest = by_rarity[np.sort(rows * BUCKETS + rarity[part]) % BUCKETS]  # first within each row
        rank = np.arange(len(part)) - starts[rows]
        chosen = np.flatnonzero(rank < prefix[start + rows])
        often = frequency[rarest[chosen]]
        chosen = chosen[(often > 1) & (often <= _COMMON)]
        found = rarest[chosen], rows[chosen] + start, rank[chosen]
        parts.append(tuple(each.astype(np.int32) for each in found))
        filled = np.flatnonzero(sizes[start:stop])
        bits = np.uint64(1) << (part & 63).astype(np.uint64)
        for word in range(maps.shape[1]):
            own = np.where((part >> 6) % maps.shape[1] == word, bits, np.uint64(0))
            maps[start + filled, word] = np.bitwise_or.reduceat(own, starts[filled])
        mixed = (part.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        keys[start + filled] = np.add.reduceat(mixed, starts[filled])  # exact modulo 2^64
    return maps, parts, keys


def _prefix(sizes: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """Return how many of the rarest elements of each set include one that it shares with another set.

    The two sets have at least this `share` of its elements in common.
    """
    common: NDArray[np.int64] = np.ceil(share * sizes - _ROUNDING).astype(np.int64)
    return sizes - common + 1


def _equal(keys: NDArray[np.uint64], sizes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs that join rows with equal sets, also where all their words are common."""
    filled = np.flatnonzero(sizes > 0)
    order = filled[np.argsort(keys[filled], kind="stable")]
    same = keys[order[1:]] == keys[order[:-1]]
    return order[:-1][same], order[1:][same]
