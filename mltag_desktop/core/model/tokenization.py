"""The words of a text, their hashes, and the pieces of unknown words.

Find and hash the words of a batch of texts, vectorised over its bytes.

A word is a run of letters and digits, at least two bytes long, in lower case and without accents. In scripts
without spaces (Chinese, Japanese) each character is a word. The hash is a polynomial rolling hash modulo
2^64, H = sum of (byte + 1) * P^i, finished with the mixer of SplitMix64 (Steele, Lea and Flood, 2014).

Hash table with open addressing from 64-bit hashes to row numbers, with batched look-ups.

Split words outside the vocabulary into word pieces, with a hash table over the pieces.

The pieces stay in the bytes of their file: 30,000 strings and a dictionary would take 4 MB of memory and 10%
of the program's start time.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Offsets = NDArray[np.int64]

_BASE: Final = 0x9E3779B97F4A7C15
_BASE_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_BIGRAM: Final = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True)
class TokenizedTexts:
    """The words of n texts, in reading order."""

    count: int
    """Number of texts, n."""
    rows: Offsets
    """Index of the text of each word, shape (words,)."""
    hashes: Hashes
    """64-bit hash of each word, shape (words,)."""
    starts: Offsets
    ends: Offsets
    """Byte range of each word in `buffer`, shape (words,) each."""
    buffer: bytes
    """The normalised texts in UTF-8, each followed by one space."""
    bounds: Offsets
    """Byte offset at which each text starts in `buffer`, shape (n + 1,)."""

    def bigrams(self) -> tuple[Offsets, Hashes]:
        """Return the index of the first word of each bigram, and the hash of the bigram."""
        first = np.flatnonzero(self.rows[1:] == self.rows[:-1])
        left, right = self.hashes[first], self.hashes[first + 1]
        return first, mix(left * _BIGRAM + right)


class CharacterTable(dict[int, str]):
    """A table for `str.translate` that is filled as characters occur."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        """`fold` returns what a character becomes."""
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        self[code] = found = self._fold(chr(code))
        return found


def _folded(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    folded = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    folded = "".join(c if c.isalnum() else " " for c in folded.lower())
    return f" {folded} " if _is_word(ord(character)) else folded


_FOLD: Final = CharacterTable(_folded)


def normalise(text: str) -> str:
    """Return `text` in lower case, without accents, with spaces around characters that are words."""
    return text.lower() if text.isascii() else text.translate(_FOLD)


def words(texts: Sequence[str]) -> TokenizedTexts:
    """Find and hash the words of `texts`."""
    buffer, bounds = joined_texts(texts)
    letters = np.frombuffer(buffer.translate(LETTERS), dtype=np.uint8)
    edges = np.flatnonzero(letters[1:] != letters[:-1]) + 1
    if letters[0]:
        edges = np.concatenate([np.zeros(1, dtype=edges.dtype), edges])
    starts, ends = edges[0::2], edges[1::2]
    long_enough = ends - starts >= 2
    starts, ends = starts[long_enough], ends[long_enough]
    per_row = np.diff(np.searchsorted(starts, bounds))
    rows = np.repeat(np.arange(len(texts), dtype=np.int64), per_row)
    data = np.frombuffer(buffer, dtype=np.uint8)
    return TokenizedTexts(
        len(texts), rows, hash_byte_ranges(data, starts, ends), starts, ends, buffer, bounds
    )


def batches(texts: Iterable[str], rows: int, characters: int) -> Iterator[list[str]]:
    """Split `texts` into lists of at most `rows` texts and about `characters` characters."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if len(batch) >= rows or size >= characters:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def mix(values: Hashes) -> Hashes:
    """Return well-spread hashes of `values` (finaliser of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def joined_texts(texts: Sequence[str]) -> tuple[bytes, Offsets]:
    """Return the normalised texts in UTF-8, each followed by a space, and the byte offset of each text."""
    folded = [text if text.isascii() else text.translate(_FOLD) for text in texts]
    joined = " ".join(folded) + " "
    if joined.isascii():  # one encoding pass for all texts
        return joined.lower().encode("ascii"), _bounds(map(len, folded), len(folded))
    encoded = [text.lower().encode("utf-8", "replace") for text in folded]
    return b" ".join(encoded) + b" ", _bounds(map(len, encoded), len(encoded))


def _bounds(sizes: Iterable[int], count: int) -> Offsets:
    """Return the offsets of `count` texts of these sizes, each followed by a space, shape (count + 1,)."""
    bounds = np.fromiter(accumulate(sizes, initial=0), np.int64, count + 1)
    bounds += np.arange(count + 1)
    return bounds


def hash_byte_ranges(data: NDArray[np.uint8], starts: Offsets, ends: Offsets) -> Hashes:
    """Return the hash of each `data[start:end]`; starts and ends must be ascending."""
    return mix(sum_byte_ranges(data, starts, ends))


def sum_byte_ranges(data: NDArray[np.uint8], starts: Offsets, ends: Offsets) -> Hashes:
    """Return the polynomial of each `data[start:end]`, a hash that is not mixed yet; no range is empty.

    It is the difference of two prefix sums of (byte + 1) * P^i, times P^-start.
    """
    powers, inverses = _power_table(_BASE, len(data)), _power_table(_BASE_INVERSE, len(data))
    prefix = np.zeros(len(data) + 1, np.uint64)
    np.cumsum((data.astype(np.uint64) + np.uint64(1)) * powers, out=prefix[1:])
    sums: Hashes = (prefix[ends] - prefix[starts]) * inverses[starts]
    return sums


def _power_table(base: int, size: int) -> Hashes:
    factors = np.full(size, base, dtype=np.uint64)
    factors[:1] = 1
    return np.multiply.accumulate(factors)


def _is_word(code: int) -> bool:
    """Return whether the character is a word by itself (kana and CJK ideographs)."""
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


LETTERS: Final = bytes(code >= 0x80 or chr(code).isalnum() for code in range(256))
"""Table for `bytes.translate`: 1 for bytes of words, 0 for all others."""


class HashTable:
    """A hash table that maps keys[i] to i; the keys must be distinct."""

    def __init__(self, keys: Hashes) -> None:
        self.keys = np.ascontiguousarray(keys)  # compiled code reads it, and `slots`
        # At most a quarter of the slots is in use: with half of them, look-ups take 1.5 to 2 times as long.
        size = 1 << max(4, int(np.ceil(np.log2(4 * len(keys) + 1))))
        mask = size - 1
        self.slots = np.full(size, -1, dtype=np.int32)
        waiting = np.arange(len(keys), dtype=np.int32)
        places = (keys & np.uint64(mask)).astype(np.int64)
        while len(waiting):  # linear probing, one step of all keys at once; the first key gets a shared slot
            free = self.slots[places] < 0
            # NumPy keeps the last of several values for one index, so the keys are stored in reverse order.
            self.slots[places[free][::-1]] = waiting[free][::-1]
            settled = self.slots[places] == waiting
            waiting, places = waiting[~settled], (places[~settled] + 1) & mask

    def find(self, hashes: Hashes) -> NDArray[np.int32]:
        """Return the row of each hash, -1 where it is not a key; same shape as `hashes`."""
        if not len(self.keys):
            return np.full(len(hashes), -1, dtype=np.int32)
        places = np.searchsorted(self.keys, hashes, sorter=self._order)
        rows = self._order[np.minimum(places, len(self.keys) - 1)]
        return np.where(self.keys[rows] == hashes, rows, np.int32(-1))

    @cached_property
    def _order(self) -> NDArray[np.int32]:
        return np.argsort(self.keys).astype(np.int32)


def differ(keys: Hashes) -> bool:
    """Return whether all keys are distinct."""
    ordered = np.sort(keys)
    return not bool((ordered[1:] == ordered[:-1]).any())


_INSIDE: Final = np.uint64(0xA0761D6478BD642F)
"""Distinguishes the hash of a piece inside a word from the hash of a piece that starts a word."""
_SHARP: Final = ord("#")
_LONGEST_WORD: Final = 100
"""Characters; a longer word has no pieces, as in the teacher's tokenizer."""
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

    def split(self, buffer: bytes, starts: Offsets, ends: Offsets) -> tuple[Offsets, NDArray[np.int32]]:
        """Return the pieces of the words `buffer[start:end]` (greedy longest match), in reading order.

        Two arrays: the index of the word of each piece, ascending, and the number of the piece. A word that
        cannot be split completely has no pieces, nor has one that is too long.
        """
        found = [
            self.pieces_of(buffer[start:end])
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]
        owners = np.repeat(np.arange(len(found)), np.fromiter(map(len, found), np.int64, len(found)))
        return owners, np.array([number for pieces in found for number in pieces], np.int32)

    def pieces_of(self, word: bytes) -> list[int]:
        """Return the numbers of the pieces of one word; none if it cannot be split or is too long."""
        found: list[int] = []
        start, stop = 0, len(word)
        if len(word.decode("utf-8", "replace")) > _LONGEST_WORD:
            return found
        while start < len(word):
            number = self._numbers.get((b"##" if start else b"") + word[start:stop])
            if number is not None:
                found.append(number)
                start, stop = stop, len(word)
            elif stop - start > 1:
                stop -= 1
            else:
                return []
        return found

    @cached_property
    def _numbers(self) -> dict[bytes, int]:
        """The number of each piece by its name; only a text with unknown words needs it."""
        return {name: number for number, name in enumerate(self.text.split(b"\n"))}


def _filter_places(sums: Hashes) -> Offsets:
    return (sums >> np.uint64(64 - _FILTER_BITS)).astype(np.int64)
