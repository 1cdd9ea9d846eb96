"""Counts of hashed character sequences of 2 to 5 characters within words, as `char_wb` of scikit-learn.

A word is a run of characters without white space, in lower case, with a space before and after it. In scripts
without spaces a whole phrase is such a word. The sequences of each different word are hashed once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.types import FloatArray

BUCKET_BITS: Final = 18
BUCKETS: Final = 1 << BUCKET_BITS
_LENGTHS: Final = (2, 3, 4, 5)
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_MIXER: Final = np.uint64(0xBF58476D1CE4E5B9)
_AT_ONCE: Final = 1_000
"""Texts that are counted at once; the sequences of all of them are in memory."""


@dataclass(frozen=True)
class SparseCounts:
    """Counts of buckets in n texts."""

    bounds: NDArray[np.int64]
    """The entries of row i are bounds[i] to bounds[i + 1], shape (n + 1,)."""
    buckets: NDArray[np.int32]
    """Ascending within a row, shape (entries,)."""
    counts: FloatArray
    """Shape (entries,)."""

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def take(self, rows: NDArray[np.intp]) -> "SparseCounts":
        """Return `rows`, in that order."""
        lengths = np.diff(self.bounds)[rows]
        bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        entries = np.repeat(self.bounds[rows] - bounds[:-1], lengths) + np.arange(bounds[-1])
        return SparseCounts(bounds, self.buckets[entries], self.counts[entries])


def joined(parts: Sequence[SparseCounts]) -> SparseCounts:
    """Return the rows of several parts, one after the other."""
    lengths = np.concatenate([np.diff(part.bounds) for part in parts])
    return SparseCounts(
        np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        np.concatenate([part.buckets for part in parts]),
        np.concatenate([part.counts for part in parts]),
    )


def character_counts(texts: Sequence[str]) -> SparseCounts:
    """Return the counts of the character sequences of `texts`; a row depends on its text only."""
    count = counts_by_compiled_code if compiled.is_used else counts_by_numpy
    parts = [count(texts[start : start + _AT_ONCE]) for start in range(0, len(texts) or 1, _AT_ONCE)]
    return parts[0] if len(parts) == 1 else joined(parts)


def counts_by_compiled_code(texts: Sequence[str]) -> SparseCounts:
    """Return the counts as `counts_by_numpy` does, in a tenth of the time."""
    return SparseCounts(*compiled.characters([f" {' '.join(text.lower().split())} " for text in texts]))


@dataclass(frozen=True)
class CharacterSequences:
    """The hashed character sequences of some words, each padded with a space on both sides."""

    bounds: NDArray[np.int64]
    """The sequences of word i are bounds[i] to bounds[i + 1], shape (words + 1,)."""
    buckets: NDArray[np.int32]
    starts: NDArray[np.int64]
    """First character of the sequence in its padded word, shape (sequences,)."""
    lengths: NDArray[np.int64]
    """Number of characters of the sequence, shape (sequences,)."""


def sequences(words: Sequence[str]) -> CharacterSequences:
    """Hash the character sequences of `words`."""
    sizes = np.fromiter(map(len, words), np.int64, len(words)) + 2
    # Surrogates, which no UTF-32 text may have, can occur in texts that were read with replacements.
    buffer = "".join(f" {word} " for word in words).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(buffer, np.uint32).astype(np.uint64) + np.uint64(1)
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    word = np.repeat(np.arange(len(words)), sizes)
    place = np.arange(len(codes)) - first[word]
    left = sizes[word] - place
    found: list[tuple[NDArray[np.int64], NDArray[np.uint64], int]] = []
    hashes = codes.copy()
    for length in range(2, _LENGTHS[-1] + 1):
        hashes = hashes[:-1] * _BASE + codes[length - 1 :]
        inside = np.flatnonzero(left[: len(hashes)] >= length)
        found.append((inside, hashes[inside] + np.uint64(length), length))
    at = np.concatenate([inside for inside, _, _ in found])
    mixed = np.concatenate([hashed for _, hashed, _ in found])
    mixed ^= mixed >> np.uint64(31)
    mixed *= _MIXER
    buckets = (mixed >> np.uint64(64 - BUCKET_BITS)).astype(np.int32)
    lengths = np.concatenate([np.full(len(inside), length) for inside, _, length in found])
    order = np.argsort(word[at], kind="stable")
    bounds = np.searchsorted(word[at][order], np.arange(len(words) + 1))
    return CharacterSequences(bounds.astype(np.int64), buckets[order], place[at][order], lengths[order])


def counts_by_numpy(texts: Sequence[str]) -> SparseCounts:
    """Return the counts of at most 1,000 texts."""
    places: dict[str, int] = {}
    split = [text.lower().split() for text in texts]
    occurring = [places.setdefault(word, len(places)) for row in split for word in row]
    if not occurring:
        nothing = np.zeros(len(texts) + 1, np.int64)
        return SparseCounts(nothing, np.zeros(0, np.int32), np.zeros(0, np.float32))
    hashed = sequences(list(places))
    words = np.array(occurring, np.int64)
    rows = np.repeat(np.arange(len(texts)), [len(row) for row in split])
    lengths = np.diff(hashed.bounds)[words]
    ends = np.cumsum(lengths)
    entries = np.repeat(hashed.bounds[words] - (ends - lengths), lengths) + np.arange(ends[-1])
    # With 1,000 texts at once, row and bucket fit into 31 bits, which sort twice as fast as 64.
    keys = (np.repeat(rows, lengths).astype(np.int32) << BUCKET_BITS) | hashed.buckets[entries]
    keys.sort()
    is_first = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    starts = np.flatnonzero(is_first)
    distinct = keys[starts]
    counts = np.diff(np.append(starts, len(keys))).astype(np.float32)
    bounds = np.searchsorted(distinct, np.arange(len(texts) + 1, dtype=np.int64) << BUCKET_BITS)
    return SparseCounts(bounds.astype(np.int64), distinct & np.int32(BUCKETS - 1), counts)
