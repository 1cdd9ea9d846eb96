"""Packed blobs: about 32 KB of small values per row of the file, instead of one row each.

One row per record needed a million B-tree insertions per import. With blobs, SQLite only copies bytes, and
other threads can run meanwhile.
"""

import itertools
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError

_BYTES: Final = 32 * 1024
"""Approximate size of a blob: a page of records in random order reads sixty of them in a few milliseconds."""
_END: Final = np.dtype("<u4")


Packed = tuple[int, bytes, bytes]
"""A row to write: the key of the first value, the ends of all values with a checksum, and the values joined.
"""


class PackedBlob(NamedTuple):
    """Consecutive values: the key of the first one, the end of each in the blob, and the blob."""

    first: int
    ends: NDArray[np.uint32]
    joined: bytes

    def values(self) -> list[bytes]:
        """Return all values."""
        joined, ends = self.joined, self.ends.tolist()
        return [joined[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def value(self, key: int) -> bytes:
        """Return the value of `key`."""
        place = key - self.first
        start = int(self.ends[place - 1]) if place else 0
        return self.joined[start : int(self.ends[place])]


def packed(first: int, values: Sequence[bytes]) -> Iterator[Packed]:
    """Yield the rows to write for `values`, whose keys start at `first`."""
    return packed_joined(first, b"".join(values), np.fromiter(map(len, values), np.int64, len(values)))


def packed_joined(first: int, joined: bytes, sizes: NDArray[np.integer[Any]]) -> Iterator[Packed]:
    """Yield the rows to write for values of these sizes, given as one string."""
    at_once = max(1, _BYTES * len(sizes) // max(1, len(joined)))
    at = 0
    for start in range(0, len(sizes), at_once):
        ends = np.cumsum(sizes[start : start + at_once]).astype(_END)
        part = joined[at : at + int(ends[-1])]
        at += len(part)
        yield first + start, ends.tobytes() + _checksum(ends.tobytes(), part), part


def moved(stretches: Iterable[Packed], by: int) -> list[Packed]:
    """Return the rows with `by` added to their keys."""
    return [(first + by, ends, joined) for first, ends, joined in stretches]


def stretch_of(row: Packed) -> PackedBlob:
    """Create a packed blob from a stored row."""
    first, ends, joined = row
    if _checksum(ends[:-4], joined) != ends[-4:]:
        raise MltagError(
            "The workspace is damaged: some of its records fail their checksum.",
            "Restore it from a backup, or salvage the readable data to a new workspace.",
        )
    return PackedBlob(first, np.frombuffer(ends[:-4], _END), joined)


def empty_values(ends: bytes) -> NDArray[np.int64]:
    """Return the places of the values without bytes in a row, given its ends."""
    return np.flatnonzero(np.diff(np.frombuffer(ends[:-4], _END), prepend=np.uint32(0)) == 0)


def _checksum(ends: bytes, joined: bytes) -> bytes:
    """Return a 4-byte checksum, because SQLite does not detect flipped bits."""
    return zlib.crc32(joined, zlib.crc32(ends)).to_bytes(4, "little")


def merged(stretches: Iterable[PackedBlob], number: int) -> Iterator[PackedBlob]:
    """Join every `number` consecutive blobs, for scans of all values."""
    remaining = iter(stretches)
    while part := list(itertools.islice(remaining, number)):
        starts = np.cumsum([0, *(len(stretch.joined) for stretch in part)])
        ends = [stretch.ends + np.uint32(start) for stretch, start in zip(part, starts, strict=False)]
        yield PackedBlob(part[0].first, np.concatenate(ends), b"".join([each.joined for each in part]))


def picked(connection: sqlite3.Connection, query: str, keys: Iterable[int]) -> dict[int, bytes]:
    """Return the values of `keys`; `query` returns the last blob that starts at or before a key."""
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
    """Yield the values with keys from `start` to `stop` (exclusive)."""
    for stretch in stretches:
        low, high = max(0, start - stretch.first), max(0, stop - stretch.first)
        yield from itertools.islice(stretch.values(), low, high)
