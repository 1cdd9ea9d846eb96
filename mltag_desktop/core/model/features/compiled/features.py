"""Call the compiled extraction of features, several times as fast as numpy with identical results.

The module is built on installation if there is a C compiler. Without it, or with the environment variable
`MLTAG_COMPILED=0`, `is_used` is False and callers use numpy.
"""

import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.tokenization import Offsets
from mltag_desktop.core.model.types import FloatArray


class UnitArrays(NamedTuple):
    """Hash tables and rows that find and add up the units of a text, in the order of the compiled code."""

    letters: bytes
    word_keys: NDArray[np.uint64]
    word_slots: NDArray[np.int32]
    bigram_keys: NDArray[np.uint64]
    bigram_slots: NDArray[np.int32]
    piece_keys: NDArray[np.uint64]
    piece_slots: NDArray[np.int32]
    maybe: NDArray[np.uint8]
    longest: int
    table: NDArray[np.int8]
    dimension: int
    scales: FloatArray


class TextFeatures(NamedTuple):
    """The features of n texts."""

    bounds: Offsets
    buckets: NDArray[np.int32]
    counts: FloatArray
    """As in `extraction.Features`."""
    vectors: FloatArray
    """Sum of the rows of the units of each text, shape (n, d)."""


_ROWS_AT_ONCE: Final = 256
"""Rows that are weighed at once without compiled code, to bound the memory."""
_SEQUENCES: Final = 4
"""Most character sequences that begin at one character."""


def _module() -> Any:
    """Return the compiled module; None if it is turned off, missing, or built from another source."""
    if os.environ.get("MLTAG_COMPILED") == "0":
        return None
    try:
        from mltag_desktop.core.model.features.compiled import _features
    except ImportError:
        return None
    source = Path(__file__).with_name("_features.c")  # in a checkout; packages have none
    is_stale = source.exists() and zlib.crc32(source.read_bytes()) & 0x7FFFFFFF != _features.VERSION
    return None if is_stale else _features


_MODULE: Final = _module()
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""


def extract(buffer: bytes, bounds: Offsets, units: UnitArrays) -> TextFeatures:
    """Return the features of texts that `joined_texts` joined."""
    texts = len(bounds) - 1
    sums = np.zeros((texts, units.dimension), np.float32)
    entry_bounds = np.empty(texts + 1, np.int64)
    # More than there can be; memory that is not written to is never taken.
    buckets, counts = np.empty(len(buffer), np.int32), np.empty(len(buffer), np.float32)
    count = _MODULE.extract(buffer, bounds, units, sums, entry_bounds, buckets, counts)
    return TextFeatures(entry_bounds, buckets[:count].copy(), counts[:count].copy(), sums)


def characters(texts: Sequence[str]) -> tuple[Offsets, NDArray[np.int32], FloatArray]:
    """Count the hashed character sequences of texts in lower case with one space around each word.

    Returns bounds, buckets and counts, as in `extraction.SparseCounts`.
    """
    bounds = np.zeros(len(texts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)), out=bounds[1:])
    # Surrogates, which no UTF-32 text may have, can occur in texts that were read with replacements.
    buffer = "".join(texts).encode("utf-32-le", "surrogatepass")
    entry_bounds = np.empty(len(texts) + 1, np.int64)
    # More than there can be; memory that is not written to is never taken.
    buckets = np.empty(_SEQUENCES * int(bounds[-1]), np.int32)
    counts = np.empty(len(buckets), np.float32)
    count = _MODULE.characters(buffer, bounds, entry_bounds, buckets, counts)
    return entry_bounds, buckets[:count].copy(), counts[:count].copy()


def weigh(
    bounds: Offsets,
    buckets: NDArray[np.int32],
    counts: FloatArray,
    places: NDArray[np.int32],
    idf: FloatArray,
    words: FloatArray,
    bayes: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Return the sums of tf-idf times S and of counts times N of each text, both of shape (n, k).

    `places` has the column of each bucket, `len(idf)` for unknown ones; the rest is as in `LinearHead`. The
    second sums are 0 where N is empty.
    """
    if not is_used:
        return weighed_by_numpy(bounds, buckets, counts, places, idf, words, bayes)
    margins = np.zeros((len(bounds) - 1, words.shape[1]), np.float32)
    scores = np.zeros(margins.shape, np.float32)
    given = (bounds, buckets, counts, places, idf, 1 + np.log(counts), words, bayes)
    _MODULE.weigh(*map(np.ascontiguousarray, given), words.shape[1], margins, scores)
    return margins, scores


def weighed_by_numpy(
    bounds: Offsets,
    buckets: NDArray[np.int32],
    counts: FloatArray,
    places: NDArray[np.int32],
    idf: FloatArray,
    words: FloatArray,
    bayes: FloatArray,
) -> tuple[FloatArray, FloatArray]:
    """Return the sums as `weigh` does, without compiled code."""
    margins = np.zeros((len(bounds) - 1, words.shape[1]), np.float32)
    scores = np.zeros(margins.shape, np.float32)
    for start in range(0, len(margins), _ROWS_AT_ONCE):
        edges = bounds[start : start + _ROWS_AT_ONCE + 1]
        part = slice(edges[0], edges[-1])
        columns, own = places[buckets[part]], counts[part]
        known = columns < len(idf)
        rows = np.repeat(np.arange(len(edges) - 1), np.diff(edges))[known]
        columns, own = columns[known], own[known]
        values = tfidf(rows, own, idf[columns])
        np.add.at(margins, start + rows, words[columns] * values[:, None])
        if len(bayes):
            np.add.at(scores, start + rows, bayes[columns] * own[:, None])
    return margins, scores


def tfidf(rows: Offsets, counts: FloatArray, idf: FloatArray) -> FloatArray:
    """Return the sublinear tf-idf, (1 + log count) * idf, of each entry, with each row scaled to length 1.

    All have shape (entries,).
    """
    values = (1 + np.log(counts)) * idf
    norms = np.sqrt(np.bincount(rows, weights=values * values))
    weighed: FloatArray = (values / np.where(norms > 0, norms, 1)[rows]).astype(np.float32)
    return weighed
