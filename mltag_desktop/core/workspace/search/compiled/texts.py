"""Call the compiled code that finds words in texts; the results are those of the caller's own code.

The module is built on installation if there is a C compiler. Without it, `is_used` is False.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem.compiled_code import compiled_module

_VERSION: Final = 1
"""The version of the compiled code that this module calls."""
_MODULE: Final = compiled_module("mltag_desktop.core.workspace.search.compiled._texts", _VERSION)
is_used: Final = _MODULE is not None
"""Whether the compiled code is there and not turned off."""


def find(
    joined: bytes, ends: NDArray[np.uint32], counts: NDArray[np.int8], letters: NDArray[np.uint8], word: bytes
) -> NDArray[np.int64]:
    """Return the indices of the joined texts that contain a folded word.

    `counts` and `letters` are what each character below U+10000 folds to, as in `full_text.py`.
    """
    found = np.zeros(len(ends), np.uint8)
    _MODULE.find(joined, np.ascontiguousarray(ends, np.uint32), counts, letters, word, found)
    return np.flatnonzero(found)
