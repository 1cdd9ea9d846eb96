"""An open-addressing table from 64-bit hashes to row numbers, asked for a whole batch at once."""

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.words import Hashes


class Lookup:
    """Row numbers of `keys`: row i for keys[i]; keys must differ from one another."""

    def __init__(self, keys: Hashes) -> None:
        self.keys = keys
        size = 1 << max(4, int(np.ceil(np.log2(2 * len(keys) + 1))))
        self._mask = np.uint64(size - 1)
        self._slots = np.full(size, -1, dtype=np.int32)
        waiting = np.arange(len(keys), dtype=np.int32)
        places = (keys & self._mask).astype(np.int64)
        while len(waiting):  # linear probing, all keys a step at a time; of rivals for a slot the first stays
            free = self._slots[places] < 0
            # Of what is stored in one place the last stays, so they are stored from the last to the first.
            self._slots[places[free][::-1]] = waiting[free][::-1]
            settled = self._slots[places] == waiting
            waiting, places = waiting[~settled], (places[~settled] + 1) & int(self._mask)

    def find(self, hashes: Hashes) -> NDArray[np.int32]:
        """Return the row of each hash, -1 where it is no key; same shape as `hashes`."""
        if not len(self.keys):
            return np.full(len(hashes), -1, dtype=np.int32)
        places = (hashes & self._mask).astype(np.int64)
        found = self._slots[places]
        open_ = np.flatnonzero((found >= 0) & (self.keys[found] != hashes))
        places = places[open_]
        while len(open_):
            places = (places + 1) & int(self._mask)
            rows = self._slots[places]
            found[open_] = rows
            going = (rows >= 0) & (self.keys[rows] != hashes[open_])
            open_, places = open_[going], places[going]
        return found


def differ(keys: Hashes) -> bool:
    """Tell whether no key stands there twice."""
    ordered = np.sort(keys)
    return not bool((ordered[1:] == ordered[:-1]).any())
