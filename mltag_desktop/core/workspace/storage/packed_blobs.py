"""Many small values in one blob: a row of the file for some 32 KB of them, not one for each.

A row a record cost a million b-tree inserts an import; with blobs, SQLite copies bytes and nothing else, and
lets other threads run meanwhile.
"""

import itertools
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError

_BYTES: Final = 32 * 1024
"""About what a blob holds: a page of records in random order reads sixty of them in a few milliseconds."""
_END: Final = np.dtype("<u4")


Packed = tuple[int, bytes, bytes]
"""What is written: the key of the first value, where each ends and a checksum, the values joined."""


class PackedBlob(NamedTuple):
    """Values that follow each other: the key of the first, where each ends in the blob, and the blob."""

    first: int
    ends: NDArray[np.uint32]
    joined: bytes

    def values(self) -> list[bytes]:
        """Return each value."""
        joined, ends = self.joined, self.ends.tolist()
        return [joined[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def value(self, key: int) -> bytes:
        """Return the value of `key`."""
        place = key - self.first
        start = int(self.ends[place - 1]) if place else 0
        return self.joined[start : int(self.ends[place])]


def packed(first: int, values: Sequence[bytes]) -> Iterator[Packed]:
    """Yield what is written for `values`, whose keys count from `first`."""
    sizes = np.fromiter(map(len, values), np.int64, len(values))
    at_once = max(1, int(_BYTES * len(values) // max(1, int(sizes.sum()))))
    for start in range(0, len(values), at_once):
        part = values[start : start + at_once]
        ends = np.cumsum(sizes[start : start + at_once]).astype(_END)
        joined = b"".join(part)
        yield first + start, ends.tobytes() + _checksum(ends.tobytes(), joined), joined


def moved(stretches: Iterable[Packed], by: int) -> list[Packed]:
    """Return stretches with other keys."""
    return [(first + by, ends, joined) for first, ends, joined in stretches]


def stretch_of(row: Packed) -> PackedBlob:
    """Read back what was written."""
    first, ends, joined = row
    if _checksum(ends[:-4], joined) != ends[-4:]:
        raise MltagError(
            "The workspace is damaged: some of its records fail their checksum.",
            "Restore it from a backup, or salvage the readable data to a new workspace.",
        )
    return PackedBlob(first, np.frombuffer(ends[:-4], _END), joined)


def _checksum(ends: bytes, joined: bytes) -> bytes:
    """Return 4 bytes that tell a flipped bit, which SQLite does not look for."""
    return zlib.crc32(joined, zlib.crc32(ends)).to_bytes(4, "little")


def merged(stretches: Iterable[PackedBlob], number: int) -> Iterator[PackedBlob]:
    """Join every `number` stretches that follow each other, for work that goes through all of them."""
    remaining = iter(stretches)
    while part := list(itertools.islice(remaining, number)):
        starts = np.cumsum([0, *(len(stretch.joined) for stretch in part)])
        ends = [stretch.ends + np.uint32(start) for stretch, start in zip(part, starts, strict=False)]
        yield PackedBlob(part[0].first, np.concatenate(ends), b"".join([each.joined for each in part]))


def picked(connection: sqlite3.Connection, query: str, keys: Iterable[int]) -> dict[int, bytes]:
    """Return the values of `keys`; `query` gives the last stretch that begins at or before a key."""
    found: dict[int, bytes] = {}
    stretch = PackedBlob(0, np.empty(0, _END), b"")
    for key in sorted(set(keys)):
        if key >= stretch.first + len(stretch.ends):
            row = connection.execute(query, (key,)).fetchone()
            if row is None:
                continue
            stretch = stretch_of(row)
            if key >= stretch.first + len(stretch.ends):
                continue
        found[key] = stretch.value(key)
    return found


def between(stretches: Iterable[PackedBlob], start: int, stop: int) -> Iterator[bytes]:
    """Yield the values whose keys are from `start` to `stop` (not included)."""
    for stretch in stretches:
        low, high = max(0, start - stretch.first), max(0, stop - stretch.first)
        yield from itertools.islice(stretch.values(), low, high)
