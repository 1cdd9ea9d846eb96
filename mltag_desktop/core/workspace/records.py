"""The records of the source as they were found, byte for byte, and what was set aside."""

import json
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mltag_desktop.core.tables.reader import Item, Quarantined, Record
from mltag_desktop.core.workspace.store import Store, Transaction
from mltag_desktop.core.workspace.texts import in_order
from mltag_desktop.core.workspace.types import RowArray, RowId

_AT_ONCE: Final = 5_000

PASTED_LINE: Final = 0
"""The line of a record that did not come from the source."""


class Piece(NamedTuple):
    """A stretch of the table's bytes."""

    row: RowId | None
    """None for what was set aside."""
    raw: bytes
    pasted: bool


class RecordStore:
    """Raw records by row, and quarantined ones in their places between them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def append(self, transaction: Transaction, start: int, items: Sequence[Item]) -> list[Record]:
        """Write items in their order, the first record as row `start`; returns the good ones."""
        good: list[Record] = []
        aside: list[tuple[int, int, bytes, str]] = []
        for item in items:
            if isinstance(item, Record):
                good.append(item)
            else:
                aside.append((start + len(good), item.line, item.raw, item.reason))
        transaction.executemany(
            "INSERT INTO records VALUES (?, ?, ?)",
            ((row, record.line, record.raw) for row, record in enumerate(good, start)),
        )
        transaction.executemany("INSERT INTO quarantined VALUES (NULL, ?, ?, ?, ?)", aside)
        return good

    def count(self) -> int:
        """Number of records in the file."""
        with self._store.read() as connection:
            last = connection.execute("SELECT MAX(row) FROM records").fetchone()[0]
        return 0 if last is None else int(last) + 1

    def raws(self, rows: RowArray) -> list[bytes]:
        """Return the bytes of `rows`, in their order."""
        wanted = rows.tolist()
        query = "SELECT row, raw FROM records WHERE row IN (SELECT value FROM json_each(?))"
        with self._store.read() as connection:
            found = dict(connection.execute(query, (json.dumps(wanted),)))
        return in_order(self._store, found, wanted)

    def stretch(self, start: int, stop: int) -> list[bytes]:
        """Return the bytes of the records from `start` to `stop` (not included)."""
        with self._store.read() as connection:
            query = "SELECT raw FROM records WHERE row >= ? AND row < ? ORDER BY row"
            return [raw for (raw,) in connection.execute(query, (start, stop))]

    def last_raw(self) -> bytes:
        """Return the bytes of the last record, empty when there is none."""
        with self._store.read() as connection:
            found = connection.execute("SELECT raw FROM records ORDER BY row DESC LIMIT 1").fetchone()
        return found[0] if found else b""

    def quarantined(self) -> list[Quarantined]:
        """Return what was set aside, in the source's order."""
        with self._store.read() as connection:
            query = "SELECT line, raw, reason FROM quarantined ORDER BY id"
            return [Quarantined(*each) for each in connection.execute(query)]

    def walk(self, *, pasted: bool) -> Iterator[Piece]:
        """Yield everything in the source's order; `pasted` records too, or not."""
        aside = self._places()
        start = 0
        while True:
            with self._store.read() as connection:
                query = "SELECT row, line, raw FROM records WHERE row >= ? ORDER BY row LIMIT ?"
                chunk = connection.execute(query, (start, _AT_ONCE)).fetchall()
            for row, line, raw in chunk:
                while aside and aside[-1][0] <= row:
                    yield Piece(None, self._aside(aside.pop()[1]), pasted=False)
                if line != PASTED_LINE or pasted:
                    yield Piece(row, raw, pasted=line == PASTED_LINE)
            if len(chunk) < _AT_ONCE:
                break
            start = chunk[-1][0] + 1
        while aside:
            yield Piece(None, self._aside(aside.pop()[1]), pasted=False)

    def _places(self) -> list[tuple[int, int]]:
        """Before which row each quarantined stretch stands, the last one first."""
        with self._store.read() as connection:
            return connection.execute("SELECT before, id FROM quarantined ORDER BY id DESC").fetchall()

    def _aside(self, identity: int) -> bytes:
        with self._store.read() as connection:
            query = "SELECT raw FROM quarantined WHERE id = ?"
            raw: bytes = connection.execute(query, (identity,)).fetchone()[0]
        return raw
