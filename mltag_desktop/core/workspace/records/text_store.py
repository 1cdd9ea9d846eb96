"""The model's input texts of all records, for each column mapping that was used."""

import contextlib
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction, store_to_read
from mltag_desktop.core.workspace.storage.row_checksums import (
    Packed,
    PackedBlob,
    moved,
    stretch_of,
    sum_of,
    summed,
)
from mltag_desktop.core.workspace.types import RowArray

SPAN: Final = 1 << 40
"""Number of keys per generation, one for each slot; each mapping has its own generation of texts."""
_KEPT: Final = 2
"""Number of generations kept in the file, so that returning to the last mapping is instant."""
_ROWS_AT_ONCE: Final = 64
_AT: Final = "SELECT key, ends, texts FROM texts WHERE key <= ? ORDER BY key DESC LIMIT 1"
_FROM: Final = (
    "SELECT key, ends, texts FROM texts WHERE key < ?"
    " AND key >= coalesce((SELECT MAX(key) FROM texts WHERE key <= ?), 0) ORDER BY key LIMIT ?"
)


def digest(text: str) -> bytes:
    """Return the digest of a text: blake2b, 16 bytes."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def digests_of(texts: Sequence[bytes]) -> bytes:
    """Return the concatenated digests of encoded texts."""
    blake2b = hashlib.blake2b
    return b"".join([blake2b(text, digest_size=16).digest() for text in texts])


def picked(store: ConnectionPool, query: str, keys: Sequence[int]) -> list[bytes]:
    """Return the values of `keys`, in this order; `MltagError` if another program deleted some.

    `query` returns the last blob that starts at or before a key.
    """
    found: dict[int, bytes] = {}
    blob = PackedBlob(0, np.empty(0, np.uint32), b"")
    with store.read() as connection:
        for key in sorted(set(keys)):
            if key >= blob.first + len(blob.ends):
                row = connection.execute(query, (key,)).fetchone()
                blob = blob if row is None else stretch_of(row)
            if key < blob.first + len(blob.ends):
                found[key] = blob.value(key)
    if store.read_only and not all(key in found for key in keys):
        raise MltagError(
            message("{name} was changed by the program that has it open.", name=store.path.name),
            "Open it again.",
        )
    return [found[key] for key in keys]


def rows_between(store: ConnectionPool, query: str, start: int, stop: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of packed blobs that have keys from `start` to `stop` (exclusive), some at once.

    `query` takes `stop`, `start` and a limit, and gives the first key and the ends of the values first.
    """
    while start < stop:
        rows = store.rows(query, stop, start, _ROWS_AT_ONCE)
        after = start
        for row in rows:
            after = row[0] + len(row[1]) // 4 - 1
            if after > start:
                yield row
        if len(rows) < _ROWS_AT_ONCE:
            return
        start = after


class TextPlaces(NamedTuple):
    """Locations of the texts of some records in a workspace file."""

    path: Path
    held: bool
    """Whether this program has the file open for writing."""
    generation: int
    slots: RowArray

    @contextlib.contextmanager
    def connected(self) -> Iterator[ConnectionPool]:
        """Open the file for reading, also in another process than the one that writes to it."""
        why = message("it was opened to be read")
        with contextlib.ExitStack() as stack:
            if self.held:
                store = ConnectionPool(self.path, read_only=why)
                stack.callback(store.close)
            else:
                store = store_to_read(self.path, stack, why)
            yield store

    @contextlib.contextmanager
    def opened(self) -> Iterator["TextStore"]:
        """Open the texts of the file for reading."""
        with self.connected() as store:
            yield TextStore(store)

    def texts(self) -> list[str]:
        """Read the texts from the file."""
        with self.opened() as store:
            return store.of(self.generation, self.slots)


class TextStore:
    """Texts and their digests, by generation and slot."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store
        self._columns: dict[int, tuple[int, ...]] = {
            generation: tuple(json.loads(columns))
            for generation, columns in store.rows("SELECT generation, columns FROM generations")
        }

    def generation_of(self, columns: tuple[int, ...]) -> int:
        """Return the generation of these columns, which must exist."""
        return next(generation for generation, known in self._columns.items() if known == columns)

    def generation_for(self, columns: tuple[int, ...]) -> int:
        """Return the generation of these columns, or a new number."""
        for generation, known in self._columns.items():
            if known == columns:
                return generation
        generation = max(self._columns, default=-1) + 1
        with self._store.write() as transaction:
            self.declare(transaction, generation, columns)
        return generation

    def declare(self, transaction: Transaction, generation: int, columns: tuple[int, ...]) -> None:
        """Store which columns a generation is made of."""
        values = summed(generation, json.dumps(columns))
        transaction.execute("INSERT OR REPLACE INTO generations VALUES (?, ?, ?)", values)
        transaction.then(lambda: self._columns.update({generation: columns}))

    def slots_in(self, generation: int) -> int:
        """Return the number of slots with a text in this generation."""
        query = (
            "SELECT key + length(digests) / 16 FROM digests WHERE key >= ? AND key < ?"
            " ORDER BY key DESC LIMIT 1"
        )
        last = self._store.rows(query, generation * SPAN, (generation + 1) * SPAN)
        return int(last[0][0]) - generation * SPAN if last else 0

    def append(
        self, transaction: Transaction, generation: int, start: int, texts: Sequence[Packed], digests: bytes
    ) -> None:
        """Write encoded texts, whose keys start at 0, and their digests for the slots from `start` on."""
        if texts:
            first = generation * SPAN + start
            lines = ((key, ends, joined, sum_of((key, ends))) for key, ends, joined in moved(texts, first))
            transaction.insert("INSERT INTO texts VALUES", lines)
            transaction.execute("INSERT INTO digests VALUES (?, ?, ?)", summed(first, digests))

    def digests(self, generation: int) -> NDArray[Any]:
        """Read the digests of all slots from the file."""
        query = "SELECT digests FROM digests WHERE key >= ? AND key < ? ORDER BY key"
        blobs = self._store.rows(query, generation * SPAN, (generation + 1) * SPAN)
        return np.frombuffer(b"".join(blob for (blob,) in blobs), DIGEST)

    def of(self, generation: int, slots: RowArray) -> list[str]:
        """Return the texts of `slots`, in this order."""
        keys = (slots + generation * SPAN).tolist()
        return [text.decode() for text in picked(self._store, _AT, keys)]

    def stretches(self, generation: int, start: int, stop: int) -> Iterator[PackedBlob]:
        """Yield large blobs of encoded texts that contain the slots from `start` to `stop`."""
        base = generation * SPAN
        for row in rows_between(self._store, _FROM, base + start, base + stop):
            stretch = stretch_of(row)
            yield stretch._replace(first=stretch.first - base)

    def prune(self, current: int) -> None:
        """Delete the texts of old generations; they can be created again."""
        stored = sorted(each for (each,) in self._store.rows("SELECT DISTINCT key / ? FROM digests", SPAN))
        others = [generation for generation in stored if generation != current]
        for generation in others[: max(0, len(others) - (_KEPT - 1))]:
            self._delete(generation)

    def _delete(self, generation: int) -> None:
        low, last = generation * SPAN, (generation + 1) * SPAN
        query = "SELECT key FROM digests WHERE key >= ? AND key < ? ORDER BY key DESC"
        for (key,) in self._store.rows(
            query, low, last
        ):  # from the end, so that the remaining texts have no gaps at any moment
            with self._store.write() as transaction:
                transaction.execute("DELETE FROM texts WHERE key >= ? AND key < ?", (key, last))
                transaction.execute("DELETE FROM digests WHERE key >= ? AND key < ?", (key, last))
