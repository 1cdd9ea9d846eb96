"""Split words outside the vocabulary into word pieces, with a hash table over the pieces.

The pieces stay in the bytes of their file: 30,000 strings and a dictionary would take 4 MB of memory and 10%
of the program's start time.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.hash_table import HashTable, differ
from mltag_desktop.core.model.features.tokenization import (
    ByteRangeHasher,
    Hashes,
    Offsets,
    mix,
    sum_byte_ranges,
)

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]

_INSIDE: Final = np.uint64(0xA0761D6478BD642F)
"""Distinguishes the hash of a piece inside a word from the hash of a piece that starts a word."""
_SHARP: Final = ord("#")
_LONGEST_WORD: Final = 100
"""Characters; a longer word has no pieces, as in the teacher's tokenizer."""
_BATCH_WORDS: Final = 16_384
_FILTER_BITS: Final = 18


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
        sums = sum_byte_ranges(data, starts, ends)
        keys = mix(sums) ^ (inside * _INSIDE)
        if not differ(keys):
            raise ValueError("its word pieces repeat themselves")
        self.longest = int((ends - starts).max(initial=0))
        self.lookup = HashTable(keys)
        self.maybe = np.zeros(2 << _FILTER_BITS, np.bool_)
        """Polynomials that may be pieces at the start of a word, then inside a word."""
        self.maybe[_filter_places(sums) + (inside << _FILTER_BITS)] = True

    @classmethod
    def of(cls, names: Sequence[str]) -> "WordPieces":
        """Return the pieces given as strings."""
        return cls("\n".join(names).encode("utf-8"))

    @property
    def names(self) -> tuple[str, ...]:
        """The pieces as strings."""
        return tuple(self.text.decode("utf-8").split("\n")) if self.text else ()

    def __len__(self) -> int:
        return len(self.lookup.keys)

    def split(self, buffer: bytes, starts: Offsets, ends: Offsets) -> tuple[Offsets, Numbers]:
        """Return the pieces of the words `buffer[start:end]` (greedy longest match), in reading order.

        Two arrays: the index of the word of each piece, ascending, and the number of the piece. A word that
        cannot be split completely has no pieces, nor has one that is too long.
        """
        data = np.frombuffer(buffer, np.uint8)
        owners, pieces = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
        for first in range(0, len(starts), _BATCH_WORDS):
            part = slice(first, first + _BATCH_WORDS)
            short = _are_short(buffer, starts[part], ends[part])
            lengths = np.where(short, ends[part] - starts[part], 0)
            edges = np.append(0, np.cumsum(lengths))
            places = np.repeat(starts[part] - edges[:-1], lengths) + np.arange(edges[-1])
            found = self._match(data[places], edges)
            owners.append(found[0] + first)
            pieces.append(found[1])
        return np.concatenate(owners), np.concatenate(pieces)

    def _match(self, data: Bytes, edges: Offsets) -> tuple[Offsets, Numbers]:
        """Return the word and the number of each piece; word i is data[edges[i]:edges[i + 1]].

        Each step finds the next piece of all words at once, the longest one. A table of bits tells which
        lengths may be pieces, so that few are looked up.
        """
        hasher = ByteRangeHasher(data)
        failed = np.zeros(len(edges) - 1, np.bool_)
        steps: list[tuple[Offsets, Numbers]] = []
        words = np.flatnonzero(edges[:-1] < edges[1:])
        at, stops = edges[words], edges[words + 1]
        while len(words):
            room = np.minimum(stops - at, self.longest)
            first = np.cumsum(room) - room
            ends = np.arange(1, int(room.sum()) + 1) + np.repeat(at - first, room)
            sums = hasher.sums_of_lengths(at, room, ends)
            maybe = np.flatnonzero(self.maybe[_filter_places(sums) + (bool(steps) << _FILTER_BITS)])
            hashes = mix(sums[maybe])
            rows = self.lookup.find(hashes ^ _INSIDE if steps else hashes)
            known = np.flatnonzero(rows >= 0)
            maybe, rows = maybe[known], rows[known]
            longest = np.searchsorted(maybe, first + room) - 1  # in the range of the word, if it has any
            found = np.append(maybe, -1)[longest] >= first
            failed[words[~found]] = True
            words, stops, longest = words[found], stops[found], longest[found]
            steps.append((words, rows[longest]))
            at = ends[maybe[longest]]
            open_ = at < stops
            words, at, stops = words[open_], at[open_], stops[open_]
        owners = np.concatenate([owner for owner, _ in steps] or [np.empty(0, np.int64)])
        pieces = np.concatenate([found for _, found in steps] or [np.empty(0, np.int32)])
        good = ~failed[owners]
        order = np.argsort(owners[good], kind="stable")
        return owners[good][order], pieces[good][order]


def _filter_places(sums: Hashes) -> Offsets:
    return (sums >> np.uint64(64 - _FILTER_BITS)).astype(np.int64)


def _are_short(buffer: bytes, starts: Offsets, ends: Offsets) -> NDArray[np.bool_]:
    """Return which words are short enough to be split; characters are counted only where bytes are many."""
    short = ends - starts <= _LONGEST_WORD
    for word in np.flatnonzero(~short & (ends - starts <= 4 * _LONGEST_WORD)):
        short[word] = len(buffer[starts[word] : ends[word]].decode("utf-8", "replace")) <= _LONGEST_WORD
    return short
