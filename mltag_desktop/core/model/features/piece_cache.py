"""Cache of the pieces of words that were split before."""

import threading
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.tokenization import Hashes, Offsets

_BITS: Final = 17
_MOST_PIECES: Final = 6
"""A word of more pieces is not kept."""


class PieceCache:
    """The pieces of up to 131,072 words, by the hash of the word; safe to share between threads.

    A new word replaces the one whose hash ends in the same bits. A copy in another process is empty.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.clear()

    def __reduce__(self) -> "tuple[type[PieceCache], tuple[()]]":
        return PieceCache, ()

    def __len__(self) -> int:
        return int(np.count_nonzero(self._keys))

    def clear(self) -> None:
        """Forget all words."""
        with self._lock:
            self._keys = np.zeros(1 << _BITS, np.uint64)  # memory of zeros is taken when it is written
            self._pieces = np.zeros((1 << _BITS, _MOST_PIECES), np.int32)
            """The pieces plus 1, followed by zeros."""

    def find(self, keys: Hashes) -> tuple[Offsets, Offsets, NDArray[np.int32]]:
        """Return the places of missing keys, and the place and number of each piece of the others."""
        slots = _slots(keys)
        with self._lock:
            known = self._keys[slots] == keys
            pieces = self._pieces[slots[known]]
        row, column = np.nonzero(pieces)
        return np.flatnonzero(~known), np.flatnonzero(known)[row], pieces[row, column] - np.int32(1)

    def put(self, keys: Hashes, owners: Offsets, pieces: NDArray[np.int32]) -> None:
        """Keep the pieces of words, where `pieces[i]` belongs to `keys[owners[i]]`; owners are ascending."""
        firsts = np.searchsorted(owners, np.arange(len(keys) + 1))
        few = np.diff(firsts) <= _MOST_PIECES
        table = np.zeros((len(keys), _MOST_PIECES), np.int32)
        kept = few[owners]
        owners = owners[kept]
        table[owners, np.flatnonzero(kept) - firsts[owners]] = pieces[kept] + np.int32(1)
        slots = _slots(keys[few])
        with self._lock:
            self._keys[slots] = keys[few]
            self._pieces[slots] = table[few]


def _slots(keys: Hashes) -> Offsets:
    return (keys & np.uint64((1 << _BITS) - 1)).astype(np.int64)
