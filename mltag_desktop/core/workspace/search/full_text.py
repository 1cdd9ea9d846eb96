"""Case-insensitive search in the UTF-8 bytes of many texts at once."""

import functools
import sys
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from mltag_desktop.core.workspace.storage.packed_blobs import PackedBlob

_ASCII: Final = bytes(range(128))
_FOLDED_TO_ASCII: Final = (
    *(
        chr(code).encode()
        for code in (0xDF, 0x130, 0x149, 0x17F, 0x1F0, *range(0x1E96, 0x1E9B), 0x1E9E, 0x212A)
    ),
    b"\xef\xac",
)
"""Characters whose casefold contains ASCII letters (ß, ſ, the Kelvin sign, ligatures …), in UTF-8."""


def hits(stretch: PackedBlob, needles: Sequence[str]) -> list[list[int]]:
    """Return the keys of the texts that contain each needle; needles are casefolded and not empty."""
    ascii_only = stretch.joined.isascii()
    by_bytes = ascii_only or not _folds_to_ascii(stretch.joined)
    lower, ends = stretch.joined.lower(), stretch.ends.tolist()
    found: list[list[int]] = []
    for needle in needles:
        if ascii_only and not needle.isascii():
            found.append([])
        elif ascii_only or (by_bytes and _is_searchable_as_bytes(needle)):
            found.append([stretch.first + place for place in _places(lower, ends, needle.encode())])
        elif needle not in stretch.joined.decode().casefold():
            found.append([])
        else:
            texts = enumerate(stretch.values(), stretch.first)
            found.append([key for key, text in texts if needle in text.decode().casefold()])
    return found


def make_ready() -> None:
    """Fill the cache that the first search for a non-ASCII character needs; takes a third of a second."""
    _folds()


def _folds_to_ascii(joined: bytes) -> bool:
    """Return whether there may be characters whose casefold contains ASCII letters."""
    foreign = joined.translate(None, _ASCII)
    return any(sign in foreign for sign in _FOLDED_TO_ASCII)


@functools.lru_cache(maxsize=64)
def _is_searchable_as_bytes(needle: str) -> bool:
    """Return whether only ASCII letters of a needle have another case, so that its bytes can be searched."""
    return needle.isascii() or _folds().isdisjoint(needle)


@functools.cache
def _folds() -> frozenset[str]:
    """Return the non-ASCII characters that other characters are casefolded to."""
    folded = (chr(code).casefold() for code in range(0x80, sys.maxunicode + 1))
    others = (fold for code, fold in enumerate(folded, 0x80) if fold != chr(code))
    return frozenset(sign for fold in others for sign in fold if sign >= "\x80")


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
