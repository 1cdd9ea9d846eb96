"""Fill in the records that a damaged workspace lacks: from the source file, else as empty ones."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.record_parser import Record
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.workspace.records.import_reading import encoded_texts
from mltag_desktop.core.workspace.records.text_store import SPAN, digests_of
from mltag_desktop.core.workspace.storage.metadata import dialect_of, mapping_of
from mltag_desktop.core.workspace.storage.row_checksums import is_whole, packed, stretch_of, sum_of, summed

_ADD: Final = "INSERT OR IGNORE INTO blocks VALUES (?, ?, ?, ?, ?, ?, ?)"
_HEADS: Final = "SELECT first, length(ends) / 4 - 1, row FROM blocks ORDER BY first"
_EMPTY_AT_ONCE: Final = 5_000
_DIGEST: Final = 16


class Recovery(NamedTuple):
    """The records of a salvaged workspace."""

    records: int
    from_source: int
    """Number of records that were read from the source file again."""
    lost: NDArray[np.int64]
    """Rows that are empty."""


class RecordRecovery:
    """Completes the records of a workspace that has the intact ones of a damaged file."""

    def __init__(self, connection: sqlite3.Connection, most: int) -> None:
        """Use a limit of `most` for the number of records that the damaged file can have had."""
        self._connection = connection
        self._most = most
        meta = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        self._dialect: Dialect = dialect_of(json.loads(meta["dialect"]))
        self._mapping: ColumnMapping = mapping_of(json.loads(meta["mapping"]))
        self._source = Path(json.loads(meta["source_path"]) or "")
        self._generation = int(json.loads(meta["generation"]))
        self._plain = connection.execute("SELECT 1 FROM editions").fetchone() is None

    def recover(self) -> Recovery:
        """Add the missing records."""
        rows, slots = self._least_counts()
        digests = self._digests()
        before = self._count()
        if self._plain and before < max(rows, slots):
            self._read_source(digests, max(rows, slots))
        from_source = self._count() - before
        self._fill_gaps(rows, slots)
        lost = self._write_texts()
        slot_of = self._slots()
        empty = np.isin(slot_of, np.fromiter(lost, np.int64, len(lost)))
        return Recovery(len(slot_of), from_source, np.flatnonzero(empty))

    def _least_counts(self) -> tuple[int, int]:
        """Return lower bounds for the numbers of records and slots, from all references to them."""
        rows = [self._largest("row + length(ends) / 4 - 1", "blocks WHERE row >= 0")]
        rows += [self._largest("record + 1", "decisions WHERE true")]
        slots = [self._largest("first + length(ends) / 4 - 1", "blocks WHERE true")]
        slots += [self._largest(f"key % {SPAN} + length(digests) / {_DIGEST}", "digests WHERE true")]
        for (blob,) in self._connection.execute("SELECT rows FROM predictions"):
            rows += [row + 1 for row in [int(np.frombuffer(blob, "<i8").max(initial=-1))] if row < self._most]
        for row_blob, moved in self._connection.execute("SELECT rows, moved FROM editions"):
            rows += (unpacked(row_blob, 2 * self._most)[-1:] + 1).tolist()
            slots += (unpacked(moved, 2 * self._most).reshape(2, -1)[1] + 1).tolist()
        return max(rows), max(slots)

    def _largest(self, number: str, table: str) -> int:
        query = f"SELECT coalesce(MAX({number}), 0) FROM {table} AND {number} <= ?"  # noqa: S608 - no values
        return int(self._connection.execute(query, (self._most,)).fetchone()[0])

    def _count(self) -> int:
        query = "SELECT coalesce(SUM(length(ends) / 4 - 1), 0) FROM blocks"
        return int(self._connection.execute(query).fetchone()[0])

    def _digests(self) -> dict[int, bytes]:
        """Return the digests of the texts that are known, by slot."""
        found: dict[int, bytes] = {}
        key = self._generation * SPAN
        query = "SELECT key, digests FROM digests WHERE key >= ? AND key < ?"
        for first, digests in self._connection.execute(query, (key, key + SPAN)):
            for place in range(min(len(digests) // _DIGEST, self._most)):
                found[first - key + place] = digests[place * _DIGEST : (place + 1) * _DIGEST]
        return found

    def _read_source(self, digests: dict[int, bytes], most: int) -> None:
        """Add missing records from the source file, if it has all those that are known, in their places.

        There were at least `most` records; more in the file may have been added to it later.
        """
        try:
            table = open_table(self._source, self._dialect)
            read = [item for item in table.records() if isinstance(item, Record)]
        except (MltagError, OSError):
            return
        known: dict[int, bytes] = {}
        for first, raws in self._blocks():
            known.update(enumerate(raws, first))
        pasted = "SELECT coalesce(MIN(first), ?) FROM blocks WHERE pasted"
        (stop,) = self._connection.execute(pasted, (len(read),)).fetchone()
        read = read[: min(stop, most)]
        missing = [slot for slot in range(len(read)) if slot not in known]
        texts = encoded_texts([read[slot].cells for slot in missing], self._mapping)
        is_same = all(read[slot].raw == raw for slot, raw in known.items() if slot < len(read))
        is_proven = bool(known) or all(slot in digests for slot in missing)
        confirmed = all(
            digests.get(slot, digest) == digest
            for slot, text in zip(missing, texts, strict=True)
            for digest in (digests_of([text]),)
        )
        if not (is_same and is_proven and confirmed):
            return
        for start, last in ranges(missing):
            for first, ends, joined in packed(start, [record.raw for record in read[start : last + 1]]):
                head = (first, first, 0, 0, ends)
                self._connection.execute(_ADD, (*head, joined, sum_of(head)))

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


def repaired_block(row: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return a row of the table `blocks` repaired by flipping one bit; None if no flip makes it intact."""
    first, *_, ends, raws, its_sum = row
    if not (isinstance(ends, bytes) and isinstance(raws, bytes)):
        return None
    content = bytearray(ends[:-4] + raws)
    bit = _flipped_bit(len(content), zlib.crc32(content) ^ int.from_bytes(ends[-4:], "little"))
    if bit is None:
        return None
    content[bit >> 3] ^= 1 << (bit & 7)
    border = len(ends) - 4
    ends, raws = bytes(content[:border]) + ends[-4:], bytes(content[border:])
    fixed = (*row[:4], ends, raws, its_sum)
    return fixed if sum_of(fixed[:5]) == its_sum and is_whole((first, ends, raws)) else None


def _flipped_bit(length: int, difference: int) -> int | None:
    """Return the bit of this many bytes whose flip changes their CRC-32 by this difference.

    A CRC is linear: a flipped bit in the last byte has one of eight differences, whatever the bytes are, and
    each byte after it changes the difference in the same way.
    """
    none = zlib.crc32(b"\0")
    differences = [zlib.crc32(bytes([1 << bit])) ^ none for bit in range(8)]
    for place in range(length - 1, -1, -1):
        if difference in differences:
            return place << 3 | differences.index(difference)
        differences = [zlib.crc32(b"\0", each) ^ none for each in differences]
    return None


def ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as ranges with inclusive ends."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
