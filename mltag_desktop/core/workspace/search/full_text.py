"""Search in the UTF-8 bytes of many texts at once, ignoring case and accents."""

import functools
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.search.compiled import texts as compiled
from mltag_desktop.core.workspace.search.folding import fold
from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

Needle = str | Callable[[str], bool]
"""Folded text, or a function that tells whether a text matches."""

_LATIN: Final = range(0xC0, 0x370)
"""Letters with accents, and the accents."""
_OTHERS: Final = (range(0x1E00, 0x1F00), range(0x212A, 0x212C), range(0xFB00, 0xFB07))
"""Other characters that fold to ASCII letters: more accents, the Kelvin and Angstrom signs, ligatures."""
_MIXED: Final = {"n": "ŉ".encode(), "a": "ẚ".encode()}
"""The characters that fold to an ASCII letter and another one, by this letter."""
_HIGHEST_CASED: Final = 0x1F000
"""No character above has another case or an accent."""


def hits(stretch: PackedBlob, needles: Sequence[Needle]) -> list[list[int]]:
    """Return the keys of the texts that contain each needle."""
    texts = _Texts(stretch)
    return [
        texts.containing(needle) if isinstance(needle, str) else texts.matching(needle) for needle in needles
    ]


def make_ready() -> None:
    """Fill the cache that the first search needs; takes up to a fifth of a second."""
    if compiled.is_used:
        compiled.folds()
    else:
        _folds()


class _Texts:
    """The texts of a blob in the forms that searches need, each made once."""

    def __init__(self, stretch: PackedBlob) -> None:
        self._stretch = stretch
        self._is_ascii = stretch.joined.isascii()

    @functools.cached_property
    def _plain(self) -> tuple[bytes, list[int]]:
        """The texts with Latin letters without case and accents, and their ends."""
        joined, ends = self._stretch.joined, self._stretch.ends
        if not self._is_ascii:
            joined, ends = _without_accents(joined, ends)
        return joined.lower(), ends.tolist()

    @functools.cached_property
    def _decoded(self) -> list[str]:
        return [text.decode() for text in self._stretch.values()]

    @functools.cached_property
    def _folded(self) -> str:
        return fold(self._stretch.joined.decode())

    def containing(self, needle: str) -> list[int]:
        """Return the keys of the texts that contain a folded needle."""
        first = self._stretch.first
        if not needle:  # nothing but accents was typed
            return [first + place for place in range(len(self._stretch.ends))]
        if self._is_ascii and not needle.isascii():
            return []
        if compiled.can_find(needle):
            found = first + compiled.find(self._stretch.joined, self._stretch.ends, needle)
            keys: list[int] = found.tolist()
            return keys
        if _is_searchable_as_bytes(needle) and not self._has_mixed(needle):
            joined, ends = self._plain
            return [first + place for place in _places(joined, ends, needle.encode())]
        if needle not in self._folded:
            return []
        return self.matching(lambda text: needle in fold(text))

    def _has_mixed(self, needle: str) -> bool:
        joined = self._stretch.joined
        return not self._is_ascii and any(
            letter in needle and sign in joined for letter, sign in _MIXED.items()
        )

    def matching(self, matches: Callable[[str], bool]) -> list[int]:
        """Return the keys of the texts for which `matches` is true."""
        return [key for key, text in enumerate(self._decoded, self._stretch.first) if matches(text)]


def _without_accents(joined: bytes, ends: NDArray[np.uint32]) -> tuple[bytes, NDArray[np.uint32]]:
    """Return UTF-8 texts with Latin letters without accents, and their ends.

    A folded letter is never longer than the letter, so letters are replaced in place and the bytes that are
    left over are dropped.
    """
    letters = np.frombuffer(joined, np.uint8)
    lengths, plain = _plain_letters()
    foreign = np.flatnonzero(letters >= 0xC3)
    first = letters[foreign]
    changed, dropped = letters, list[NDArray[np.int64]]()
    for size, places in (
        (2, foreign[first < 0xCE]),  # up to U+037F
        (3, foreign[(first == 0xE1) | (first == 0xE2) | (first == 0xEF)]),
    ):
        codes = letters[places].astype(np.int64) & (0x1F if size == 2 else 0x0F)
        for at in range(1, size):
            codes = codes << 6 | (letters[places + at] & 0x3F)
        known = lengths[codes] >= 0
        if not known.any():
            continue
        places, codes = places[known], codes[known]
        if changed is letters:
            changed = letters.copy()
        for at in range(size):
            kept = lengths[codes] > at
            changed[places[kept] + at] = plain[codes[kept], at]
            dropped.append(places[~kept] + at)
    if changed is letters:
        return joined, ends
    gone = np.sort(np.concatenate(dropped))
    left = np.ones(len(letters), np.bool_)
    left[gone] = False
    return changed[left].tobytes(), (ends - np.searchsorted(gone, ends)).astype(np.uint32)


@functools.cache
def _plain_letters() -> tuple[NDArray[np.int8], NDArray[np.uint8]]:
    """Return the number of ASCII letters that each character below U+10000 folds to, and the letters.

    The number is 0 for an accent, and -1 for a character that stays as it is.
    """
    lengths = np.full(0x10000, -1, np.int8)
    letters = np.zeros((0x10000, 3), np.uint8)
    for code in (code for part in (_LATIN, *_OTHERS) for code in part):
        plain = fold(chr(code))
        if plain.isascii():
            lengths[code] = len(plain)
            letters[code, : len(plain)] = list(plain.encode())
    return lengths, letters


@functools.lru_cache(maxsize=64)
def _is_searchable_as_bytes(needle: str) -> bool:
    """Return whether only ASCII letters of a needle have other forms, so that its bytes can be searched."""
    return needle.isascii() or _folds().isdisjoint(needle)


@functools.cache
def _folds() -> frozenset[str]:
    """Return the non-ASCII characters that other characters fold to."""
    folded = (fold(chr(code)) for code in range(0x80, min(_HIGHEST_CASED, sys.maxunicode)))
    others = (plain for code, plain in enumerate(folded, 0x80) if plain != chr(code))
    return frozenset(sign for plain in others for sign in plain if sign >= "\x80")


def _places(joined: bytes, ends: Sequence[int], needle: bytes) -> list[int]:
    """Return the indices of the texts that contain the needle; matches across two texts do not count."""
    found: list[int] = []
    at = joined.find(needle)
    while at >= 0:
        place = bisect_right(ends, at)
        end = ends[place]
        start = ends[place - 1] if place else 0
        if joined.find(needle, start, end) >= 0:
            found.append(place)
        at = joined.find(needle, end)
    return found
