"""Static text vectors: the sum of the rows of a text's units, normalised to length 1.

Units are frequent words, frequent bigrams and, for words outside the vocabulary, the word pieces of the
teacher (greedy longest match, Wu et al., 2016). The rows were distilled from a sentence encoder, without
labels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.tokenization import (
    LETTERS,
    Hashes,
    HashTable,
    Offsets,
    TokenizedTexts,
    WordPieces,
    joined_texts,
)
from mltag_desktop.core.model.types import FloatArray


@dataclass(frozen=True)
class TextUnits:
    """The units of a batch of texts, one entry for each occurrence."""

    count: int
    """Number of texts."""
    rows: Offsets
    """Index of the text, shape (units,)."""
    units: NDArray[np.int32]
    """Row of the table, shape (units,)."""
    words: Offsets
    """Index of the word, for a bigram of its first word, shape (units,)."""
    kinds: tuple[slice, slice, slice]
    """Ranges of words, bigrams and pieces in these arrays; `rows` is ascending within each range."""


class StaticVectors:
    """The table of unit rows and the hash tables that find a text's units."""

    def __init__(
        self,
        word_keys: Hashes,
        bigram_keys: Hashes,
        pieces: WordPieces,
        table: NDArray[np.int8],
        scales: NDArray[np.float16],
    ) -> None:
        """Take the hashes of words and bigrams, the pieces, and (units, d) rows with a scale each.

        The rows are in the order words, bigrams, pieces.
        """
        self.word_keys, self.bigram_keys, self.pieces = word_keys, bigram_keys, pieces
        self.table, self.scales = table, scales
        self._scales32 = scales.astype(np.float32)
        self._words, self._bigrams = HashTable(word_keys), HashTable(bigram_keys)
        self._first_piece = len(word_keys) + len(bigram_keys)

    @property
    def dimension(self) -> int:
        """The length d of a vector."""
        return int(self.table.shape[1])

    def same_as(self, other: "StaticVectors") -> bool:
        """Return whether `other` gives every text the same vector."""
        return other is self or (
            all(
                np.array_equal(mine, theirs)
                for mine, theirs in (
                    (self.word_keys, other.word_keys),
                    (self.bigram_keys, other.bigram_keys),
                    (self.scales, other.scales),
                    (self.table, other.table),
                )
            )
            and self.pieces.text == other.pieces.text
        )

    def units(self, words: TokenizedTexts) -> TextUnits:
        """Find the units of a batch of words."""
        word_units = self._words.find(words.hashes)
        known = np.flatnonzero(word_units >= 0)
        first, hashes = words.bigrams()
        bigram_units = self._bigrams.find(hashes)
        paired = bigram_units >= 0
        unknown = np.flatnonzero(word_units < 0)
        owners, split_units = self.split(words, unknown)
        origin = np.concatenate([known, first[paired], unknown[owners]])
        units = np.concatenate(
            [word_units[known], bigram_units[paired] + np.int32(len(self.word_keys)), split_units]
        )
        edges = (0, len(known), len(units) - len(split_units), len(units))
        kinds = (slice(edges[0], edges[1]), slice(edges[1], edges[2]), slice(edges[2], edges[3]))
        return TextUnits(words.count, words.rows[origin], units.astype(np.int32), origin, kinds)

    def embed(self, units: TextUnits) -> FloatArray:
        """Return the vectors of the texts, shape (n, d), of length 1; zeros where a text has no unit."""
        total = np.zeros((units.count, self.dimension), np.float32)
        for kind in units.kinds:
            added = np.zeros_like(total)
            np.add.at(added, units.rows[kind], self.rows_of(units.units[kind]))  # in order, as compiled code
            total += added
        return _of_length_1(total)

    def compiled_features(self, texts: Sequence[str]) -> compiled.TextFeatures:
        """Return the vectors, words and bigrams of `texts` from the compiled code."""
        found = compiled.extract(*joined_texts(texts), self.unit_arrays)
        _of_length_1(found.vectors)
        return found

    @cached_property
    def unit_arrays(self) -> compiled.UnitArrays:
        """The hash tables and rows as the compiled code reads them."""
        pieces = self.pieces
        return compiled.UnitArrays(
            LETTERS,
            self._words.keys,
            self._words.slots,
            self._bigrams.keys,
            self._bigrams.slots,
            pieces.lookup.keys,
            pieces.lookup.slots,
            np.packbits(pieces.maybe, bitorder="little"),  # an eighth of the memory stays in the cache
            pieces.longest,
            np.ascontiguousarray(self.table),
            self.dimension,
            self._scales32,
        )

    def rows_of(self, units: NDArray[np.integer]) -> FloatArray:
        """Return the rows of units as floats, shape (units, d)."""
        rows: FloatArray = self.table[units].astype(np.float32)
        rows *= self._scales32[units][:, None]
        return rows

    def known_share(self, words: TokenizedTexts) -> FloatArray:
        """Return the share of each text's words that are in the vocabulary, shape (n,); 0 without words."""
        known = self._words.find(words.hashes) >= 0
        total = np.bincount(words.rows, minlength=words.count)
        share = np.bincount(words.rows, weights=known, minlength=words.count) / np.maximum(total, 1)
        return share.astype(np.float32)

    def split(self, words: TokenizedTexts, places: Offsets) -> tuple[Offsets, NDArray[np.int32]]:
        """Return the pieces of the words `places`: the index in `places`, ascending, and the row of each.

        A word that cannot be split has no pieces.
        """
        owners, pieces = self.pieces.split(words.buffer, words.starts[places], words.ends[places])
        return owners, pieces + np.int32(self._first_piece)


def _of_length_1(sums: FloatArray) -> FloatArray:
    """Scale the rows of `sums`, shape (n, d), in place to length 1, and return them; zeros stay."""
    norms = np.sqrt(np.vecdot(sums, sums))
    norms += norms == 0
    sums /= norms[:, None]
    return sums
