"""Which texts hold a needle, whatever the case: bytes are searched, many texts at once."""

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
"""Signs whose fold has ASCII letters in it (ß, ſ, the Kelvin sign, ligatures …), in UTF-8."""


def hits(stretch: PackedBlob, needles: Sequence[str]) -> list[list[int]]:
    """Return the keys of the values, UTF-8 texts, that hold each of `needles`, casefolded and not empty."""
    ascii_only = stretch.joined.isascii()
    by_bytes = ascii_only or not _folds_to_ascii(stretch.joined)
    lower, ends = stretch.joined.lower(), stretch.ends.tolist()
    found: list[list[int]] = []
    for needle in needles:
        if ascii_only and not needle.isascii():
            found.append([])
        elif ascii_only or (by_bytes and _is_plain(needle)):
            found.append([stretch.first + place for place in _places(lower, ends, needle.encode())])
        elif needle not in stretch.joined.decode().casefold():
            found.append([])
        else:
            texts = enumerate(stretch.values(), stretch.first)
            found.append([key for key, text in texts if needle in text.decode().casefold()])
    return found


def make_ready() -> None:
    """Look through all signs, as the first search for one beyond ASCII does: a third of a second."""
    _folds()


def _folds_to_ascii(joined: bytes) -> bool:
    """Tell whether there may be signs whose fold has ASCII letters in it."""
    foreign = joined.translate(None, _ASCII)
    return any(sign in foreign for sign in _FOLDED_TO_ASCII)


@functools.lru_cache(maxsize=64)
def _is_plain(needle: str) -> bool:
    """Tell whether no sign of a needle has another case, but for ASCII letters: its bytes can be searched."""
    return needle.isascii() or _folds().isdisjoint(needle)


@functools.cache
def _folds() -> frozenset[str]:
    """Return the signs beyond ASCII that some other sign is folded to."""
    folded = (chr(code).casefold() for code in range(0x80, sys.maxunicode + 1))
    others = (fold for code, fold in enumerate(folded, 0x80) if fold != chr(code))
    return frozenset(sign for fold in others for sign in fold if sign >= "\x80")


def _places(joined: bytes, ends: Sequence[int], needle: bytes) -> list[int]:
    """Return which texts hold the needle; a hit across two of them is none."""
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
