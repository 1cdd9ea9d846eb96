"""Call the compiled code for the cells of a column; the results are those of the callers' own code.

The module is built on installation if there is a C compiler. Without it, `is_used` is False.
"""

import functools
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem.compiled_code import compiled_module
from mltag_desktop.core.progress import Progress

Bounds = NDArray[np.int64]
Sizes = NDArray[np.uint32]

_VERSION: Final = 4
"""The version of the compiled code that this module calls."""
_MODULE: Final = compiled_module("mltag_desktop.core.workspace.search.compiled._cells", _VERSION)
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""
_TO_PARSE, _TO_FOLD, _TO_UNQUOTE = 1, 2, 3
_CHARACTERS: Final = 1 << 16
_PAIRS: Final = 1 << 16
"""Number of pairs of bytes."""
_PARTS: Final = 32
"""Parts that are sorted; more of them share the work more evenly."""


def cut(
    joined: bytes, starts: Bounds, stops: Bounds, delimiter: str, quote: str, column: int, width: int
) -> tuple[Bounds, Bounds]:
    """Replace the bounds of each record by those of one cell.

    Returns the indices of the records that have to be parsed, and of the cells with doubled quotes.
    """
    left = np.zeros(len(starts), np.uint8)
    signs = ord(delimiter), ord(quote) if quote else -1
    _MODULE.cut(joined, starts, stops, left, *signs, column, width)
    return np.flatnonzero(left == _TO_PARSE), np.flatnonzero(left == _TO_UNQUOTE)


def copy(
    joined: bytes, starts: Bounds, stops: Bounds, skipped: Bounds, content: NDArray[np.uint8], size: int
) -> tuple[int, Bounds]:
    """Copy cells to `content` from `size` on, stripped and case-folded, and replace their bounds.

    Returns the end of the copies and the indices of the cells that Python has to fold.
    """
    left = np.zeros(len(starts), np.uint8)
    left[skipped] = _TO_PARSE
    folds = b"" if joined.isascii() else _folds()
    size = _MODULE.copy(joined, starts, stops, left, folds, content, size)
    return size, np.flatnonzero(left == _TO_FOLD)


def ranks(progress: Progress, content: NDArray[np.uint8], starts: Bounds, sizes: Sizes) -> NDArray[np.uint32]:
    """Return the number of smaller cells plus 1 for each cell, in the order in which Python sorts bytes.

    The cells are in `content`, with at least 8 bytes of padding at the end. Two threads sort: cells with the
    same first two bytes follow each other, and each thread takes the next of these groups.
    """
    found, cells = np.empty(len(starts), np.uint32), np.empty(len(starts), np.uint32)
    ends = np.empty(_PAIRS, np.uint32)
    _MODULE.distribute(content, starts, sizes, cells, ends)
    borders = np.searchsorted(ends, np.linspace(0, len(starts), _PARTS + 1)[:-1], "right").tolist()

    def rank(first: int, last: int) -> None:
        _MODULE.rank(content, starts, sizes, cells, ends, found, first, last)

    with ThreadPoolExecutor(2, "mltag-ranks") as threads:
        for done, _ in enumerate(threads.map(rank, borders, [*borders[1:], _PAIRS])):
            progress.report((done + 1) / _PARTS, "Sorting")
    return found


def firsts(joined: bytes, starts: Bounds, stops: Bounds) -> Bounds:
    """Return the index of the first cell with the same bytes as each cell."""
    found = np.empty(len(starts), np.int64)
    _MODULE.firsts(joined, starts, stops, found)
    return found


@functools.cache
def _folds() -> bytes:
    """Return two bytes for each character below U+10000.

    They are what a character below U+0800 folds to in UTF-8, or 1 for others that stay as they are. They are
    0 for ASCII, and for characters that Python has to fold or strip.
    """
    folds = np.zeros((_CHARACTERS, 2), np.uint8)
    for code in range(0x80, _CHARACTERS):
        character = chr(code)
        folded = character.casefold()
        if character.isspace() or 0xD800 <= code < 0xE000:
            continue
        if code >= 0x800:
            folds[code, 0] = folded == character
        elif len(folded.encode()) == 2:
            folds[code] = list(folded.encode())
    return folds.tobytes()
