"""Split words outside the vocabulary into word pieces, with a hash table over the pieces.

The pieces stay in the bytes of their file: 30,000 strings and a dictionary would take 4 MB of memory and 10%
of the program's start time.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.hash_table import HashTable, differ
from mltag_desktop.core.model.features.tokenization import ByteRangeHasher, Offsets, hash_byte_ranges

Bytes = NDArray[np.uint8]

_INSIDE: Final = np.uint64(0xA0761D6478BD642F)
"""Distinguishes the hash of a piece inside a word from the hash of a piece that starts a word."""
_SHARP: Final = ord("#")
_LONGEST_WORD: Final = 100
"""Characters; a longer word has no pieces, as in the teacher's tokenizer."""
_BATCH_WORDS: Final = 1024


class WordPieces:
    """Word pieces, numbered in their order; a piece that starts with ## continues a word."""

    def __init__(self, text: bytes) -> None:
        """Take the pieces in UTF-8, one per line; raises `ValueError` for duplicates."""
        self.text = text
        data = np.frombuffer(text + b"\n" if text else b"", np.uint8)
        ends = np.flatnonzero(data == ord("\n"))
        starts = np.append(0, ends + 1)[: len(ends)]
        inside = (ends - starts > 2) & (data[starts] == _SHARP)
        inside &= data[np.minimum(starts + 1, ends)] == _SHARP
        starts += 2 * inside
        keys = hash_byte_ranges(data, starts, ends) ^ (inside * _INSIDE)
        if not differ(keys):
            raise ValueError("its word pieces repeat themselves")
        self._reach = np.arange(1, int((ends - starts).max(initial=0)) + 1)
        self._lookup = HashTable(keys)

    @classmethod
    def of(cls, names: Sequence[str]) -> "WordPieces":
        """Return the pieces given as strings."""
        return cls("\n".join(names).encode("utf-8"))

    @property
    def names(self) -> tuple[str, ...]:
        """The pieces as strings."""
        return tuple(self.text.decode("utf-8").split("\n")) if self.text else ()

    def __len__(self) -> int:
        return len(self._lookup.keys)

    def split(self, buffer: bytes, starts: Offsets, ends: Offsets) -> list[tuple[int, ...]]:
        """Return the numbers of the pieces of each word `buffer[start:end]` (greedy longest match).

        Empty for a word that cannot be split completely and for a word that is too long.
        """
        data = np.frombuffer(buffer, np.uint8)
        result: list[tuple[int, ...]] = []
        for first in range(0, len(starts), _BATCH_WORDS):
            part = slice(first, first + _BATCH_WORDS)
            result.extend(self._split(buffer, data, starts[part], ends[part]))
        return result

    def _split(self, buffer: bytes, data: Bytes, starts: Offsets, ends: Offsets) -> Iterator[tuple[int, ...]]:
        short = _are_short(buffer, starts, ends)
        lengths = np.where(short, ends - starts, 0)
        edges = np.append(0, np.cumsum(lengths))
        places = np.repeat(starts - edges[:-1], lengths) + np.arange(edges[-1])
        owners, rows = self._match(data[places], edges)
        order = np.argsort(owners, kind="stable")
        pieces = rows[order].tolist()
        stops = np.searchsorted(owners[order], np.arange(len(starts) + 1)).tolist()
        return (tuple(pieces[a:b]) for a, b in pairwise(stops))

    def _match(self, data: Bytes, edges: Offsets) -> tuple[Offsets, NDArray[np.int32]]:
        """Return the word index and the piece number of each piece; word i is data[edges[i]:edges[i + 1]].

        Each step finds the next piece of all words at once, with one look-up for the hashes of all lengths.
        """
        at, stops = edges[:-1].copy(), edges[1:]
        stretches = ByteRangeHasher(data)
        failed = np.zeros(len(at), np.bool_)
        steps: list[tuple[Offsets, NDArray[np.int32]]] = []
        going = np.flatnonzero(at < stops)
        while len(going):
            begin = at[going][:, None]
            tails = begin + self._reach
            fit = tails <= stops[going][:, None]
            hashes = stretches.hashes(begin, np.where(fit, tails, begin))
            rows = self._lookup.find((hashes ^ _INSIDE if steps else hashes).ravel()).reshape(fit.shape)
            hit = fit & (rows >= 0)
            length = np.where(hit, self._reach, 0).max(axis=1, initial=0)
            failed[going[length == 0]] = True
            rows, going, length = rows[length > 0], going[length > 0], length[length > 0]
            steps.append((going, rows[np.arange(len(going)), length - 1]))
            at[going] += length
            going = going[at[going] < stops[going]]
        owners = np.concatenate([words for words, _ in steps] or [np.empty(0, np.int64)])
        pieces = np.concatenate([rows for _, rows in steps] or [np.empty(0, np.int32)])
        good = ~failed[owners]
        return owners[good], pieces[good]


def _are_short(buffer: bytes, starts: Offsets, ends: Offsets) -> NDArray[np.bool_]:
    """Return which words are short enough to be split; characters are counted only where bytes are many."""
    short = ends - starts <= _LONGEST_WORD
    for word in np.flatnonzero(~short & (ends - starts <= 4 * _LONGEST_WORD)):
        short[word] = len(buffer[starts[word] : ends[word]].decode("utf-8", "replace")) <= _LONGEST_WORD
    return short
