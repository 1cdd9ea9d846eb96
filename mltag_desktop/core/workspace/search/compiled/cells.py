"""Call the compiled code for the cells of a column; the results are those of the callers' own code.

The module is built on installation if there is a C compiler. Without it, `is_used` is False.
"""

import functools
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem.compiled_code import compiled_module
from mltag_desktop.core.progress import Progress

Bounds = NDArray[np.int64]

_VERSION: Final = 3
"""The version of the compiled code that this module calls."""
_MODULE: Final = compiled_module("mltag_desktop.core.workspace.search.compiled._cells", _VERSION)
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""
_TO_PARSE, _TO_FOLD, _TO_UNQUOTE = 1, 2, 3
_CHARACTERS: Final = 1 << 16


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


def ranks(progress: Progress, content: NDArray[np.uint8], starts: Bounds, stops: Bounds) -> Bounds:
    """Return ranks from 1 on in the order in which Python sorts bytes, equal for equal cells.

    The cells are in `content`, with at least 8 bytes of padding at the end.
    """
    found = np.empty(len(starts), np.int64)

    def report(done: int) -> None:
        progress.report(done / max(1, len(starts)), "Sorting")

    _MODULE.rank(content, starts, stops, found, report)
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
