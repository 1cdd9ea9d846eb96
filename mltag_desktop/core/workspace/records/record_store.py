"""The records of the source, byte for byte, and the quarantined records.

A slot holds the bytes of one record and never changes. The row of a record never changes either; the current
source revision maps rows to slots (see `source_revisions`).
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.tables.text.record_parser import QuarantinedRecord
from mltag_desktop.core.workspace.records.text_store import in_order
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, Transaction
from mltag_desktop.core.workspace.storage.packed_blobs import (
    Packed,
    PackedBlob,
    between,
    moved,
    picked,
    stretch_of,
)
from mltag_desktop.core.workspace.storage.row_checksums import sum_of, summed
from mltag_desktop.core.workspace.storage.schema import damaged
from mltag_desktop.core.workspace.types import RowArray, RowId

_AT_ONCE: Final = 5_000
_STRETCHES_AT_ONCE: Final = 64

PASTED_LINE: Final = 0
"""Line number of records that do not come from the source."""

_AT: Final = "SELECT first, ends, raws FROM blocks WHERE first <= ? ORDER BY first DESC LIMIT 1"
_FROM: Final = (
    "SELECT first, ends, raws, pasted, row, edition FROM blocks"
    " WHERE first >= coalesce((SELECT MAX(first) FROM blocks WHERE first <= ?), 0) ORDER BY first LIMIT ?"
)
_PIECE: Final = 1 << 20
_IN_MEMORY: Final = 32 << 20


class ByteRange(NamedTuple):
    """A range of the source's bytes: a record or a quarantined one."""

    row: RowId | None
    """None for a quarantined record."""
    raw: bytes
    pasted: bool


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
        with self._store.read() as connection:
            query = "SELECT first + length(ends) / 4 - 1 FROM blocks ORDER BY first DESC LIMIT 1"
            last = connection.execute(query).fetchone()
        return 0 if last is None else int(last[0])

    def size(self) -> int:
        """Return the size of all slots in bytes."""
        with self._store.read() as connection:
            return int(connection.execute("SELECT coalesce(SUM(length(raws)), 0) FROM blocks").fetchone()[0])

    def heads(self) -> list[tuple[int, int, int, int, bool]]:
        """Return first slot, length, row, revision and whether it was pasted, for every block."""
        with self._store.read() as connection:
            query = "SELECT first, length(ends) / 4 - 1, row, edition, pasted FROM blocks ORDER BY first"
            return [(*each[:4], bool(each[4])) for each in connection.execute(query)]

    def raws(self, slots: RowArray) -> list[bytes]:
        """Return the bytes of `slots`, in this order."""
        wanted = slots.tolist()
        with self._store.read() as connection:
            found = picked(connection, _AT, wanted)
        return in_order(self._store, found, wanted)

    def read_range(self, start: int, stop: int) -> list[bytes]:
        """Return the bytes of the slots from `start` to `stop` (exclusive)."""
        return list(between((block.stretch for block in self.blocks(start, stop)), start, stop))

    def blocks(self, start: int = 0, stop: int | None = None) -> Iterator[RecordBlock]:
        """Yield the blocks that contain the slots from `start` to `stop`."""
        while True:
            with self._store.read() as connection:
                rows = connection.execute(_FROM, (start, _STRETCHES_AT_ONCE)).fetchall()
            for *stretch, pasted, row, edition in rows:
                if stop is not None and stretch[0] >= stop:
                    return
                if stretch[0] + len(stretch[1]) // 4 - 1 <= start:
                    continue  # the last block of all, if the one before it ended its batch
                yield RecordBlock(stretch_of(tuple(stretch)), bool(pasted), row, edition)
            if len(rows) < _STRETCHES_AT_ONCE:
                return
            start = rows[-1][0] + len(rows[-1][1]) // 4 - 1

    def quarantined(self, edition: int) -> list[QuarantinedRecord]:
        """Return the quarantined records in source order."""
        with self._store.read() as connection:
            query = "SELECT line, raw, reason FROM quarantined WHERE edition = ? ORDER BY id"
            return [QuarantinedRecord(*each) for each in connection.execute(query, (edition,))]

    def quarantine_entries(self, edition: int) -> list[QuarantineEntry]:
        """Return the quarantined records with their positions, in source order."""
        with self._store.read() as connection:
            query = "SELECT before, line, raw, reason FROM quarantined WHERE edition = ? ORDER BY id"
            return [QuarantineEntry(*each) for each in connection.execute(query, (edition,))]

    def walk(self, edition: int, order: NDArray[np.int64] | None, slots: RowArray) -> Iterator[ByteRange]:
        """Yield the records of a revision in order, with the quarantined records between them.

        Without `order`, the records are in the order in which they were written.
        """
        places = self._places(edition)
        pieces = self._as_written(edition) if order is None else self._ordered(order, slots)
        for place, piece in enumerate(pieces):
            while places and places[-1][0] <= place:
                yield ByteRange(None, self._quarantined(places.pop()[1]), pasted=False)
            yield piece
        while places:
            yield ByteRange(None, self._quarantined(places.pop()[1]), pasted=False)

    def pasted(self) -> Iterator[ByteRange]:
        """Yield the records that do not come from a source."""
        for first, length, row, _, pasted in self.heads():
            if pasted:
                for at, raw in enumerate(self.read_range(first, first + length), row):
                    yield ByteRange(at, raw, pasted=True)

    def _as_written(self, edition: int) -> Iterator[ByteRange]:
        for block in self.blocks():
            if not block.pasted and block.edition == edition:
                for row, raw in enumerate(block.stretch.values(), block.row):
                    yield ByteRange(row, raw, pasted=False)

    def _ordered(self, order: NDArray[np.int64], slots: RowArray) -> Iterator[ByteRange]:
        for start in range(0, len(order), _AT_ONCE):
            rows = order[start : start + _AT_ONCE]
            for row, raw in zip(rows.tolist(), self.raws(slots[rows]), strict=True):
                yield ByteRange(row, raw, pasted=False)

    def _places(self, edition: int) -> list[tuple[int, int]]:
        """Return the position of each quarantined record, last one first."""
        with self._store.read() as connection:
            query = "SELECT before, id FROM quarantined WHERE edition = ? ORDER BY id DESC"
            return connection.execute(query, (edition,)).fetchall()

    def _quarantined(self, identity: int) -> bytes:
        with self._store.read() as connection:
            query = "SELECT raw FROM quarantined WHERE id = ?"
            raw: bytes = connection.execute(query, (identity,)).fetchone()[0]
        return raw


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
        with self._store.write(urgent=False) as transaction:
            transaction.execute("DELETE FROM originals WHERE edition = ?", (edition,))
        with open_bytes(path) as file:
            for number, data in enumerate(iter(lambda: file.read(_PIECE), b"")):
                with self._store.write(urgent=False) as transaction:
                    transaction.execute(
                        "INSERT INTO originals VALUES (?, ?, ?, ?)", summed(edition, number, data)
                    )

    def pieces(self, edition: int) -> Iterator[bytes]:
        """Yield the bytes of a revision's file; nothing if the source is text.

        Raises `DamagedError` for a piece that does not match its checksum.
        """
        number = 0
        while True:
            with self._store.read() as connection:
                query = "SELECT data, sum FROM originals WHERE edition = ? AND piece = ?"
                found = connection.execute(query, (edition, number)).fetchone()
            if found is None:
                return
            data, its_sum = found
            if its_sum is not None and its_sum != sum_of((edition, number, data)):
                raise damaged(self._store.path, message("its source file is not as it was written"))
            yield data
            number += 1

    @contextmanager
    def opened(self, edition: int) -> Iterator[BinaryIO]:
        """Open the file of a revision for reading."""
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
            for piece in self.pieces(edition):
                file.write(piece)
            file.seek(0)
            yield file  # type: ignore[misc]
