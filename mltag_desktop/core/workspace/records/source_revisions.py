"""Source revisions: the rows of the source after each merge, their order and their slots.

Revision 0 is the source as imported, with its rows in the order of writing; each merge adds one. Revisions
are never changed, so a merge can be undone and redone.
"""

import zlib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.records.record_store import RecordBatch, RecordStore
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.storage.row_checksums import summed
from mltag_desktop.core.workspace.storage.schema import damaged
from mltag_desktop.core.workspace.types import RowArray

_ROW: Final = np.dtype("<i8")


class SourceRevision(NamedTuple):
    """The source after a merge."""

    number: int
    head: bytes
    path: str
    rows: RowArray
    """The rows in source order."""
    moved: RowArray
    """Rows whose bytes are newer than their first ones, and their slots; shape (2, n)."""
    changed: RowArray
    """Rows whose text was changed by this merge."""


class SourceRevisions:
    """Reads and writes revisions."""

    def __init__(
        self, store: ConnectionPool, meta: WorkspaceMetadata, records: RecordStore, live: RecordStates
    ) -> None:
        self._store = store
        self._meta = meta
        self._records = records
        self._live = live
        self._met: int | None = None

    @property
    def current(self) -> int:
        """Number of the current revision."""
        return int(self._meta["edition"])

    def source_rows(self) -> int:
        """Return the number of imported rows in revision 0."""
        if self._met is None:
            heads = self._records.heads()
            self._met = sum(length for _, length, _, edition, pasted in heads if not (edition or pasted))
        return self._met

    def count_imported(self, rows: int) -> None:
        """Count imported rows."""
        if self._met is not None:
            self._met += rows

    def slots(self, count: int) -> RowArray:
        """Return the slot of each of the first `count` rows in the current revision."""
        slots = np.arange(count, dtype=np.int64)
        if self._is_plain():
            return slots
        for first, length, row, _, _ in self._records.heads():
            if row >= 0:
                slots[row : row + length] = np.arange(first, first + length)
        if self.current:
            rows, places = self.read(self.current).moved
            slots[rows] = places
        return slots

    def rows(self) -> int:
        """Return the number of rows in all revisions."""
        if self._is_plain():
            return self._records.slots()
        return max((row + length for _, length, row, *_ in self._records.heads() if row >= 0), default=0)

    def gone(self, count: int) -> NDArray[np.bool_]:
        """Return a mask of the first `count` rows that are neither in the current source nor pasted."""
        gone = np.zeros(count, np.bool_)
        if self._is_plain():
            return gone
        gone[:] = True
        for _, length, row, edition, pasted in self._records.heads():
            if row >= 0 and (pasted or (not edition and not self.current)):
                gone[row : row + length] = False
        if self.current:
            gone[self.read(self.current).rows] = False
        return gone

    def order(self) -> RowArray:
        """Return the rows of the current source in order."""
        if self.current:
            return self.read(self.current).rows
        heads = self._records.heads()
        parts = [
            np.arange(row, row + length)
            for _, length, row, edition, pasted in heads
            if not (edition or pasted)
        ]
        return np.concatenate(parts) if parts else np.empty(0, np.int64)

    def batches(self, number: int | None = None) -> Iterator[RecordBatch]:
        """Yield the current source, or another revision, in order."""
        number = self.current if number is None else number
        order = self.read(number).rows if number else None
        yield from self._records.batches(number, order, self._live.all("slot"))

    def next(self) -> int:
        """Return the number of the next revision."""
        with self._store.read() as connection:
            last = connection.execute("SELECT MAX(edition) FROM editions").fetchone()[0]
        return 1 if last is None else int(last) + 1

    def write(self, transaction: Transaction, edition: SourceRevision) -> None:
        """Write a revision."""
        arrays = (edition.rows, edition.moved, edition.changed)
        transaction.execute(
            "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)",
            summed(edition.number, edition.head, edition.path, *(_packed(array) for array in arrays)),
        )

    def read(self, number: int) -> SourceRevision:
        """Return the revision of a merge; raises `DamagedError` if it does not match its checksum."""
        with self._store.read() as connection:
            query = "SELECT head, path, rows, moved, changed FROM editions WHERE edition = ?"
            found = connection.execute(query, (number,)).fetchone()
        try:
            head, path, *blobs = found
            rows, moved, changed = map(_unpacked, blobs)
            return SourceRevision(number, head, path, rows, moved.reshape(2, -1), changed)
        except (TypeError, ValueError, zlib.error) as error:
            raise damaged(self._store.path, message("its merge history is invalid")) from error

    def _is_plain(self) -> bool:
        """Return whether there never was a merge, so that slots equal rows."""
        with self._store.read() as connection:
            return connection.execute("SELECT 1 FROM editions LIMIT 1").fetchone() is None


def _packed(array: NDArray[Any]) -> bytes:
    return zlib.compress(np.ascontiguousarray(array, _ROW).tobytes(), 1)


def _unpacked(blob: bytes) -> RowArray:
    return np.frombuffer(zlib.decompress(blob), _ROW)
