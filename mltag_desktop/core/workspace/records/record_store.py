"""The records of the source with their revisions, byte for byte.

A slot holds the bytes of one record and never changes. The row of a record never changes either; the current
source revision maps rows to slots (see `source_revisions`).

Source revisions: the rows of the source after each merge, their order and their slots.

Revision 0 is the source as imported, with its rows in the order of writing; each merge adds one. Revisions
are never changed, so a merge can be undone and redone.
"""

import itertools
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.records.text_store import picked, rows_between
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.storage.row_checksums import (
    Packed,
    PackedBlob,
    empty_values,
    merged,
    moved,
    stretch_of,
    sum_of,
    summed,
)
from mltag_desktop.core.workspace.storage.schema import damaged
from mltag_desktop.core.workspace.types import RowArray

_AT_ONCE: Final = 5_000
_BLOCKS_A_BATCH: Final = 8
"""Blocks that are walked together; about 256 KB, so that a batch keeps other threads waiting for 1 ms."""

PASTED_LINE: Final = 0
"""Line number of records that do not come from the source."""

_AT: Final = "SELECT first, ends, raws FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1"
_FROM: Final = (
    "SELECT first, ends, raws, pasted, row, edition FROM blocks WHERE first < ?"
    " AND first >= coalesce((SELECT MAX(first) FROM blocks WHERE first <= ?), 0) ORDER BY first LIMIT ?"
)
_PIECE: Final = 1 << 20
_IN_MEMORY: Final = 32 << 20


class RecordBatch(NamedTuple):
    """Consecutive records of the source, or one quarantined record."""

    rows: RowArray | None
    """None for a quarantined record."""
    stretch: PackedBlob
    """Their bytes, with keys from 0 on."""
    pasted: bool

    def without_lost(self) -> "RecordBatch":
        """Return the records without those that were lost with a part of a damaged file, which are empty."""
        kept = np.diff(self.stretch.ends, prepend=np.uint32(0)) > 0
        if self.rows is None or kept.all():
            return self
        return RecordBatch(self.rows[kept], self.stretch._replace(ends=self.stretch.ends[kept]), self.pasted)

    def part(self, start: int, stop: int) -> "RecordBatch":
        """Return the records from the place `start` to `stop` (exclusive)."""
        if self.rows is None or (start == 0 and stop == len(self.rows)):
            return self
        ends = self.stretch.ends
        first = ends[start - 1] if start else np.uint32(0)
        joined = self.stretch.joined[int(first) : int(ends[stop - 1])]
        return RecordBatch(
            self.rows[start:stop], PackedBlob(0, ends[start:stop] - first, joined), self.pasted
        )


class QuarantineEntry(NamedTuple):
    """A quarantined record and the position in the source before which it was found."""

    before: int
    line: int
    raw: bytes
    reason: str


class RecordBlock(NamedTuple):
    """Slots written together: new rows from `row` on, or (row -1) newer bytes of existing rows."""

    stretch: PackedBlob
    pasted: bool
    row: int
    edition: int


class RecordStore:
    """Raw records by slot, and the quarantined records between them."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store

    def append(
        self,
        transaction: Transaction,
        slot: int,
        raws: Sequence[Packed],
        *,
        row: int,
        edition: int,
        pasted: bool = False,
    ) -> None:
        """Write records, whose keys start at 0, into the slots from `slot` on.

        They are new rows from `row` on, or newer bytes of existing rows (-1).
        """
        transaction.insert(
            "INSERT INTO blocks VALUES",
            (
                _line(first, row if row < 0 else row + first - slot, edition, int(pasted), ends, joined)
                for first, ends, joined in moved(raws, slot)
            ),
        )

    def quarantine(
        self, transaction: Transaction, edition: int, quarantined: Sequence[QuarantineEntry]
    ) -> None:
        """Write the quarantined records of a revision."""
        transaction.executemany(
            "INSERT INTO quarantined (edition, before, line, raw, reason, sum) VALUES (?, ?, ?, ?, ?, ?)",
            (summed(edition, *each) for each in quarantined),
        )

    def slots(self) -> int:
        """Return the number of slots."""
        last = self._store.rows("SELECT first + length(ends) / 4 - 1 FROM blocks ORDER BY first DESC LIMIT 1")
        return int(last[0][0]) if last else 0

    def last_checksum(self) -> bytes:
        """Return the checksum of the records that were written last; empty without records."""
        found = self._store.rows("SELECT substr(ends, -4) FROM blocks ORDER BY first DESC LIMIT 1")
        return bytes(found[0][0]) if found else b""

    def heads(self) -> list[tuple[int, int, int, int, bool]]:
        """Return first slot, length, row, revision and whether it was pasted, for every block."""
        query = "SELECT first, length(ends) / 4 - 1, row, edition, pasted FROM blocks ORDER BY first"
        return [(*each[:4], bool(each[4])) for each in self._store.rows(query)]

    def raws(self, slots: RowArray) -> list[bytes]:
        """Return the bytes of `slots`, in this order."""
        return picked(self._store, _AT, slots.tolist())

    def blocks(self, start: int = 0, stop: int = 1 << 62) -> Iterator[RecordBlock]:
        """Yield the blocks that contain the slots from `start` to `stop`."""
        for *stretch, pasted, row, edition in rows_between(self._store, _FROM, start, stop):
            yield RecordBlock(stretch_of(tuple(stretch)), bool(pasted), row, edition)

    def lost(self) -> RowArray:
        """Return the slots without bytes: their records were lost with a part of a damaged file."""
        blocks = self._store.rows("SELECT first, ends FROM blocks")
        return np.concatenate(
            [np.empty(0, np.int64), *(first + empty_values(ends) for first, ends in blocks)]
        )

    def quarantine_entries(self, edition: int) -> list[QuarantineEntry]:
        """Return the quarantined records with their positions, in source order."""
        query = "SELECT before, line, raw, reason FROM quarantined WHERE edition = ? ORDER BY id"
        return [QuarantineEntry(*each) for each in self._store.rows(query, edition)]

    def batches(
        self, edition: int, order: NDArray[np.int64] | None, slots: RowArray
    ) -> Iterator[RecordBatch]:
        """Yield the records of a revision in order, with the quarantined records between them.

        Without `order`, the records are in the order in which they were written.
        """
        query = "SELECT before, id FROM quarantined WHERE edition = ? ORDER BY id DESC"
        places = self._store.rows(query, edition)
        count = 0
        for batch in self._as_written(edition) if order is None else self._ordered(order, slots):
            done, size = 0, len(batch.stretch.ends)
            while places and places[-1][0] < count + size:
                before, identity = places.pop()
                if before - count > done:
                    yield batch.part(done, before - count)
                    done = before - count
                yield self._quarantined(identity)
            yield batch.part(done, size)
            count += size
        while places:
            yield self._quarantined(places.pop()[1])

    def pasted(self) -> Iterator[RecordBatch]:
        """Yield the records that do not come from a source."""
        places = [(first, first + length) for first, length, *_, pasted in self.heads() if pasted]
        return self._batches(block for start, stop in places for block in self.blocks(start, stop))

    def _as_written(self, edition: int) -> Iterator[RecordBatch]:
        return self._batches(
            block for block in self.blocks() if not block.pasted and block.edition == edition
        )

    def _batches(self, blocks: Iterator[RecordBlock]) -> Iterator[RecordBatch]:
        """Join blocks of the same kind."""
        while part := list(itertools.islice(blocks, _BLOCKS_A_BATCH)):
            rows = [np.arange(block.row, block.row + len(block.stretch.ends)) for block in part]
            (stretch,) = merged([block.stretch for block in part], len(part))
            yield RecordBatch(np.concatenate(rows), stretch._replace(first=0), part[0].pasted)

    def _ordered(self, order: NDArray[np.int64], slots: RowArray) -> Iterator[RecordBatch]:
        for start in range(0, len(order), _AT_ONCE):
            rows = order[start : start + _AT_ONCE]
            raws = self.raws(slots[rows])
            ends = np.cumsum(np.fromiter(map(len, raws), np.uint32, len(raws)), dtype=np.uint32)
            yield RecordBatch(rows, PackedBlob(0, ends, b"".join(raws)), pasted=False)

    def _quarantined(self, identity: int) -> RecordBatch:
        ((raw,),) = self._store.rows("SELECT raw FROM quarantined WHERE id = ?", identity)
        return RecordBatch(None, PackedBlob(0, np.array([len(raw)], np.uint32), raw), pasted=False)


def _line(
    first: int, row: int, edition: int, pasted: int, ends: bytes, raws: bytes
) -> tuple[int, int, int, int, bytes, bytes, int]:
    return (first, row, edition, pasted, ends, raws, sum_of((first, row, edition, pasted, ends)))


class OriginalFiles:
    """The source files by revision; each is stored in pieces of 1 MiB and short transactions."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store

    def keep(self, edition: int, path: Path) -> None:
        """Store the file at `path` as the source of a revision; replaces an interrupted attempt."""
        with self._store.write() as transaction:
            transaction.execute("DELETE FROM originals WHERE edition = ?", (edition,))
        with open_bytes(path) as file:
            for number, data in enumerate(iter(lambda: file.read(_PIECE), b"")):
                with self._store.write() as transaction:
                    transaction.execute(
                        "INSERT INTO originals VALUES (?, ?, ?, ?)", summed(edition, number, data)
                    )

    def pieces(self, edition: int) -> Iterator[bytes]:
        """Yield the bytes of a revision's file; nothing if the source is text.

        Raises `DamagedError` for a piece that does not match its checksum.
        """
        query = "SELECT data, sum FROM originals WHERE edition = ? AND piece = ?"
        for number in itertools.count():
            found = self._store.rows(query, edition, number)
            if not found:
                return
            ((data, its_sum),) = found
            if its_sum is not None and its_sum != sum_of((edition, number, data)):
                raise damaged(self._store.path, message("its source file is not as it was written"))
            yield data

    @contextmanager
    def opened(self, edition: int) -> Iterator[BinaryIO]:
        """Open the file of a revision for reading."""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            for piece in self.pieces(edition):
                file.write(piece)
            file.seek(0)
            yield file  # type: ignore[misc]


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


@dataclass(eq=False)
class SourceRevisions:
    """Reads and writes revisions."""

    _store: ConnectionPool
    _meta: WorkspaceMetadata
    records: RecordStore
    _live: RecordStates

    @property
    def current(self) -> int:
        """Number of the current revision."""
        return int(self._meta["edition"])

    def source_rows(self) -> int:
        """Return the number of imported rows in revision 0."""
        heads = self.records.heads()
        return sum(length for _, length, _, edition, pasted in heads if not (edition or pasted))

    def slots(self, count: int) -> RowArray:
        """Return the slot of each of the first `count` rows in the current revision."""
        slots = np.arange(count, dtype=np.int64)
        if self._is_plain():
            return slots
        for first, length, row, _, _ in self.records.heads():
            if row >= 0:
                slots[row : row + length] = np.arange(first, first + length)
        if self.current:
            rows, places = self.read(self.current).moved
            slots[rows] = places
        return slots

    def rows(self) -> int:
        """Return the number of rows in all revisions."""
        if self._is_plain():
            return self.records.slots()
        return max((row + length for _, length, row, *_ in self.records.heads() if row >= 0), default=0)

    def gone(self, count: int) -> NDArray[np.bool_]:
        """Return a mask of the first `count` rows that are neither in the current source nor pasted."""
        gone = np.zeros(count, np.bool_)
        if self._is_plain():
            return gone
        gone[:] = True
        for _, length, row, edition, pasted in self.records.heads():
            if row >= 0 and (pasted or (not edition and not self.current)):
                gone[row : row + length] = False
        if self.current:
            gone[self.read(self.current).rows] = False
        return gone

    def order(self) -> RowArray:
        """Return the rows of the current source in order."""
        if self.current:
            return self.read(self.current).rows
        heads = self.records.heads()
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
        yield from self.records.batches(number, order, self._live.all("slot"))

    def next(self) -> int:
        """Return the number of the next revision."""
        ((last,),) = self._store.rows("SELECT coalesce(MAX(edition), 0) FROM editions")
        return int(last) + 1

    def write(self, transaction: Transaction, edition: SourceRevision) -> None:
        """Write a revision."""
        arrays = (edition.rows, edition.moved, edition.changed)
        transaction.execute(
            "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?)",
            summed(edition.number, edition.head, edition.path, *(_packed(array) for array in arrays)),
        )

    def read(self, number: int) -> SourceRevision:
        """Return the revision of a merge; raises `DamagedError` if it does not match its checksum."""
        query = "SELECT head, path, rows, moved, changed FROM editions WHERE edition = ?"
        found = self._store.rows(query, number)
        try:
            ((head, path, *blobs),) = found
            rows, moved, changed = map(_unpacked, blobs)
            return SourceRevision(number, head, path, rows, moved.reshape(2, -1), changed)
        except (TypeError, ValueError, zlib.error) as error:
            raise damaged(self._store.path, message("its merge history is invalid")) from error

    def _is_plain(self) -> bool:
        """Return whether there never was a merge, so that slots equal rows."""
        return not self._store.rows("SELECT 1 FROM editions LIMIT 1")


def _packed(array: NDArray[Any]) -> bytes:
    return zlib.compress(np.ascontiguousarray(array, _ROW).tobytes(), 1)


def _unpacked(blob: bytes) -> RowArray:
    return np.frombuffer(zlib.decompress(blob), _ROW)
