"""Hash table with open addressing from 64-bit hashes to row numbers, with batched look-ups."""

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.tokenization import Hashes


class HashTable:
    """A hash table that maps keys[i] to i; the keys must be distinct."""

    def __init__(self, keys: Hashes) -> None:
        self.keys = np.ascontiguousarray(keys)  # compiled code reads it, and `slots`
        # At most a quarter of the slots is in use: with half of them, look-ups take 1.5 to 2 times as long.
        size = 1 << max(4, int(np.ceil(np.log2(4 * len(keys) + 1))))
        self._mask = np.uint64(size - 1)
        self.slots = np.full(size, -1, dtype=np.int32)
        waiting = np.arange(len(keys), dtype=np.int32)
        places = (keys & self._mask).astype(np.int64)
        while len(waiting):  # linear probing, one step of all keys at once; the first key gets a shared slot
            free = self.slots[places] < 0
            # NumPy keeps the last of several values for one index, so the keys are stored in reverse order.
            self.slots[places[free][::-1]] = waiting[free][::-1]
            settled = self.slots[places] == waiting
            waiting, places = waiting[~settled], (places[~settled] + 1) & int(self._mask)

    def find(self, hashes: Hashes) -> NDArray[np.int32]:
        """Return the row of each hash, -1 where it is not a key; same shape as `hashes`."""
        if not len(self.keys):
            return np.full(len(hashes), -1, dtype=np.int32)
        places = (hashes & self._mask).astype(np.int64)
        result = self.slots[places]
        unresolved = np.flatnonzero((result >= 0) & (self.keys[result] != hashes))
        places = places[unresolved]
        while len(unresolved):
            places = (places + 1) & int(self._mask)
            rows = self.slots[places]
            result[unresolved] = rows
            collides = (rows >= 0) & (self.keys[rows] != hashes[unresolved])
            unresolved, places = unresolved[collides], places[collides]
        return result


def differ(keys: Hashes) -> bool:
    """Return whether all keys are distinct."""
    ordered = np.sort(keys)
    return not bool((ordered[1:] == ordered[:-1]).any())
