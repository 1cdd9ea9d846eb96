"""Recover single records from blocks with a wrong checksum."""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.table_file import parse_cells, parse_many
from mltag_desktop.core.workspace.records.import_chunks import encoded_texts
from mltag_desktop.core.workspace.records.text_store import SPAN, digests_of
from mltag_desktop.core.workspace.storage.metadata import dialect_of, mapping_of
from mltag_desktop.core.workspace.storage.packed_blobs import packed, stretch_of
from mltag_desktop.core.workspace.storage.row_checksums import is_whole, sum_of, summed

_ADD: Final = "INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)"
_HEADS: Final = "SELECT first, length(ends) / 4 - 1, row FROM blocks ORDER BY first"
_EMPTY_AT_ONCE: Final = 5_000
_DIGEST: Final = 16


class Block(NamedTuple):
    """A row of the table `blocks`; `ends` and `raws` may be truncated."""

    first: int
    row: int
    edition: int
    pasted: int
    ends: bytes
    raws: bytes
    sum: int | None

    @property
    def head_is_sound(self) -> bool:
        """Return whether everything except the records' bytes is intact."""
        return self.sum is not None and self.sum == sum_of(self[:5])


class Recovery(NamedTuple):
    """The recovered rows by state: intact, doubtful and lost rows are all rows of the table."""

    whole: int
    doubtful: NDArray[np.int64]
    """Rows that were recovered but not verified by a checksum."""
    lost: NDArray[np.int64]
    """Rows that are empty."""


class RecordRecovery:
    """Adds the records of damaged blocks to a workspace that contains the intact ones."""

    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        """Use a limit of `most` for the number of records that the damaged file can have had."""
        self._connection = connection
        self._most = most
        meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        self._dialect: Dialect = dialect_of(json.loads(meta["dialect"]))
        self._mapping: Mapping = mapping_of(json.loads(meta["mapping"]))
        self._width = len(json.loads(meta["columns"]))
        self._generation = int(json.loads(meta["generation"]))
        self._plain = connection.execute("SELECT 1 FROM editions").fetchone() is None
        self._doubtful: set[int] = set()

    def recover(self, broken: Sequence[Block], rows: int, slots: int) -> Recovery:
        """Add the records of `broken` blocks, and empty records in place of missing ones.

        `rows` and `slots` are lower bounds from all references to them.
        """
        for block in sorted(broken):
            if 0 <= block.first < self._most and block.row < self._most:
                self._add(block)
        self._fill_gaps(rows, slots)
        lost = self._write_texts()
        slot_of = self._slots()
        doubtful = np.isin(slot_of, np.fromiter(self._doubtful - lost, np.int64))
        empty = np.isin(slot_of, np.fromiter(lost, np.int64))
        return Recovery(
            len(slot_of) - int(doubtful.sum()) - int(empty.sum()),
            np.flatnonzero(doubtful),
            np.flatnonzero(empty),
        )

    def _add(self, block: Block) -> None:
        """Add the recoverable part of a block."""
        fixed = _with_bit_flipped(block)
        if fixed is not None and self._is_confirmed(fixed):
            self._add_block(fixed, fixed.ends, fixed.raws)
            return
        sound = block.head_is_sound
        if not sound:
            if not self._plain:
                return
            block = block._replace(row=block.first, edition=0, pasted=int(block.pasted == 1))
        ends = np.frombuffer(block.ends[: (len(block.ends) - 1) // 4 * 4], "<u4").tolist()
        known = self._digests(block.first, len(ends))
        kept: list[bytes] = []
        for number, (start, end) in enumerate(zip([0, *ends], ends, strict=False)):
            raw = block.raws[start:end] if start <= end <= len(block.raws) else b""
            keep = self._is_likely(raw, known[number], proven=not sound)
            kept.append(raw if keep else b"")
            if keep:
                self._doubtful.add(block.first + number)
        for first, ends_, raws in packed(block.first, kept):
            row = block.row if block.row < 0 else block.row + first - block.first
            self._add_block(block._replace(first=first, row=row), ends_, raws)

    def _is_confirmed(self, block: Block) -> bool:
        """Return whether the digests of its texts confirm a repaired block."""
        values = stretch_of((block.first, block.ends, block.raws)).values()
        known = self._digests(block.first, len(values))
        return all(
            self._is_likely(raw, digest, proven=True) for raw, digest in zip(values, known, strict=True)
        )

    def _is_likely(self, raw: bytes, digest: bytes | None, *, proven: bool) -> bool:
        """Return whether the bytes of a record are plausible; with `proven`, whether the digest confirms
        them.
        """
        if not raw:
            return False
        cells = parse_cells(raw, self._dialect)
        if digest is not None:
            return digests_of(encoded_texts([cells], self._mapping)) == digest
        return (
            not proven
            and len(cells) == self._width
            and not any("\0" in cell or "�" in cell for cell in cells)
        )

    def _digests(self, slot: int, count: int) -> list[bytes | None]:
        """Return the digest of the text in each slot; None if it was lost."""
        key = self._generation * SPAN + slot
        query = (
            "SELECT key, digests FROM digests WHERE key < ?"
            " AND key >= coalesce((SELECT MAX(key) FROM digests WHERE key <= ?), 0) ORDER BY key"
        )
        found: list[bytes | None] = [None] * count
        for first, digests in self._connection.execute(query, (key + count, key)):
            for place in range(max(0, key - first), min(len(digests) // _DIGEST, key + count - first)):
                found[first - key + place] = digests[place * _DIGEST : (place + 1) * _DIGEST]
        return found

    def _add_block(self, block: Block, ends: bytes, raws: bytes) -> None:
        """Add a block where the slots are free."""
        stop = block.first + len(ends) // 4 - 1
        before = self._connection.execute(
            "SELECT first + length(ends) / 4 - 1 FROM blocks WHERE first < ? ORDER BY first DESC LIMIT 1",
            (stop,),
        ).fetchone()
        if before is None or before[0] <= block.first:
            head = (block.first, block.row, block.edition, block.pasted, ends)
            self._connection.execute(_ADD, (*head, raws, sum_of(head)))

    def _fill_gaps(self, rows: int, slots: int) -> None:
        """Add empty records in place of missing ones."""
        heads = self._connection.execute(_HEADS).fetchall()
        slot = row = 0
        for first, length, its_row in heads:
            new = first - slot if its_row < 0 else max(0, min(first - slot, its_row - row))
            self._add_empty(slot, row, new)
            self._add_empty(slot + new, -1, first - slot - new)
            row = max(row + new, its_row + length)
            slot = first + length
        new = max(0, min(rows, self._most) - row)
        if self._plain:
            new = max(new, min(slots, self._most) - slot)
        self._add_empty(slot, row, new)
        self._add_empty(slot + new, -1, min(slots, self._most) - slot - new)

    def _add_empty(self, slot: int, row: int, count: int) -> None:
        for start in range(0, count, _EMPTY_AT_ONCE):
            empty = [b""] * min(_EMPTY_AT_ONCE, count - start)
            for first, ends, raws in packed(slot + start, empty):
                head = (first, row if row < 0 else row + start, 0, 0, ends)
                self._connection.execute(_ADD, (*head, raws, sum_of(head)))

    def _write_texts(self) -> set[int]:
        """Write the texts of all records; return the empty slots."""
        connection, lost = self._connection, set[int]()
        for table in ("texts", "digests", "generations"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of tables
        columns = json.dumps(list(self._mapping.text))
        connection.execute("INSERT INTO generations VALUES (?, ?, ?)", summed(self._generation, columns))
        for first, raws in self._blocks():
            key = self._generation * SPAN + first
            lost.update(first + place for place, raw in enumerate(raws) if not raw)
            if any(raws):
                rows = parse_many(raws, self._dialect)
                texts = encoded_texts(rows, self._mapping)
            else:
                texts = [b""] * len(raws)
            lines = ((at, ends, joined, sum_of((at, ends))) for at, ends, joined in packed(key, texts))
            connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?)", lines)
            connection.execute("INSERT INTO digests VALUES (?, ?, ?)", summed(key, digests_of(texts)))
        return lost

    def _blocks(self) -> Iterator[tuple[int, list[bytes]]]:
        last = -1
        query = "SELECT first, ends, raws FROM blocks WHERE first > ? ORDER BY first LIMIT 1"
        while (row := self._connection.execute(query, (last,)).fetchone()) is not None:
            last = row[0]
            yield last, stretch_of(row).values()

    def _slots(self) -> NDArray[np.int64]:
        """Return the slot of each row in the current revision."""
        heads = self._connection.execute(_HEADS).fetchall()
        slots = np.zeros(max((row + length for _, length, row in heads if row >= 0), default=0), np.int64)
        for first, length, row in heads:
            if row >= 0:
                slots[row : row + length] = np.arange(first, first + length)
        query = "SELECT moved FROM editions WHERE edition = (SELECT value FROM meta WHERE key = 'edition')"
        for (blob,) in self._connection.execute(query):
            rows, places = unpacked(blob, 2 * self._most).reshape(2, -1)
            slots[rows[rows < len(slots)]] = places[rows < len(slots)]
        return slots


def unpacked(blob: bytes, most: int) -> NDArray[np.int64]:
    """Return the numbers in a blob of a revision; raises `ValueError` if there are more than `most`."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(blob, 8 * most + 1)
    except zlib.error as error:
        raise ValueError("the blob is damaged") from error
    if len(data) > 8 * most or len(data) % 8:
        raise ValueError("the blob is too long")
    return np.frombuffer(data, "<i8")


def _with_bit_flipped(block: Block) -> Block | None:
    """Return the block repaired by flipping one bit; None if no flip makes it intact."""
    content = block.ends[:-4] + block.raws
    stored = int.from_bytes(block.ends[-4:], "little")
    bit = _flipped_bit(content, zlib.crc32(content) ^ stored)
    if bit is None:
        return None
    changed = bytearray(content)
    changed[bit >> 3] ^= 1 << (bit & 7)
    border = len(block.ends) - 4
    fixed = block._replace(ends=bytes(changed[:border]) + block.ends[-4:], raws=bytes(changed[border:]))
    sound = fixed.sum is None or fixed.head_is_sound
    return fixed if sound and is_whole((fixed.first, fixed.ends, fixed.raws)) else None


def _flipped_bit(content: bytes, difference: int) -> int | None:
    """Return the bit of `content` whose flip changes its CRC-32 by this difference.

    A CRC is linear: a flipped bit in the last byte changes the remainder by an entry of the CRC table, and
    each following byte shifts that change once. The shifts are undone until an entry remains.
    """
    for place in range(len(content) - 1, -1, -1):
        bit = _BITS.get(difference)
        if bit is not None:
            return place << 3 | bit
        index = _BY_TOP[difference >> 24]
        difference = (difference ^ _CRC[index]) << 8 & 0xFFFFFFFF | index
    return None


def _crc_table() -> list[int]:
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        table.append(value)
    return table


_CRC: Final = _crc_table()
_BY_TOP: Final = {entry >> 24: index for index, entry in enumerate(_CRC)}
_BITS: Final = {_CRC[1 << bit]: bit for bit in range(8)}


def count_of(ends: Any) -> int:
    """Return the number of values in a row of packed blobs."""
    return max(0, len(ends) // 4 - 1) if isinstance(ends, bytes) else 0
