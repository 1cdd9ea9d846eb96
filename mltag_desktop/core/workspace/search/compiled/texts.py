"""Call the compiled code that finds words in texts; the results are those of the caller's own code.

The module is built on installation if there is a C compiler. Without it, `is_used` is False.
"""

import functools
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem.compiled_code import compiled_module
from mltag_desktop.core.workspace.search.folding import fold

_VERSION: Final = 2
"""The version of the compiled code that this module calls."""
_MODULE: Final = compiled_module("mltag_desktop.core.workspace.search.compiled._texts", _VERSION)
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""


_CHARACTERS: Final = 1 << 16
_MOST: Final = 4
"""Most bytes that a character folds to."""
_CASED_ABOVE: Final = range(_CHARACTERS, 0x1F000)
"""Characters with case that the compiled code does not fold; no character above has another case."""


def can_find(word: str) -> bool:
    """Return whether the compiled code finds a folded word in all texts."""
    return is_used and (word.isascii() or not any(ord(character) in _CASED_ABOVE for character in word))


def find(joined: bytes, ends: NDArray[np.uint32], word: str) -> NDArray[np.int64]:
    """Return the indices of the joined texts that contain a folded word."""
    found = np.zeros(len(ends), np.uint8)
    _MODULE.find(joined, np.ascontiguousarray(ends, np.uint32), *folds(), word.encode(), found)
    return np.flatnonzero(found)


@functools.cache
def folds() -> tuple[bytes, bytes]:
    """Return what each character below U+10000 folds to in UTF-8: the numbers of bytes, and the bytes.

    The number is -1 for a character that stays as it is.
    """
    counts = np.full(_CHARACTERS, -1, np.int8)
    folded = np.zeros((_CHARACTERS, _MOST), np.uint8)
    for code in range(0x80, _CHARACTERS):
        character = chr(code)
        if not 0xD800 <= code < 0xE000 and (plain := fold(character)) != character:
            content = plain.encode()
            counts[code] = len(content)
            folded[code, : len(content)] = list(content)
    return counts.tobytes(), folded.tobytes()
