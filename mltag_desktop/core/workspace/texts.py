"""What the model reads of each record, under each mapping of the columns that was used."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.states import DIGEST
from mltag_desktop.core.workspace.store import Store, Transaction
from mltag_desktop.core.workspace.types import RowArray

SPAN: Final = 1 << 40
"""Keys of one generation of texts; a generation is what one mapping gives."""
_KEPT: Final = 2
"""Generations that stay in the file, so that going back to the last mapping takes no time."""
_LONGEST_PATTERN: Final = 1_000
_SEARCHED: Final = 20_000


T = TypeVar("T")


def digest(text: str) -> bytes:
    """Return what tells texts apart: blake2b, 16 bytes."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def digests_of(texts: Sequence[str]) -> bytes:
    """Return the digests of texts, joined."""
    return b"".join(map(digest, texts))


def in_order(store: Store, found: Mapping[int, T], keys: Sequence[int]) -> list[T]:
    """Return what was found, in the order of `keys`; `MltagError` when another program took some away."""
    if store.read_only and not all(key in found for key in keys):
        raise MltagError(f"{store.path.name} was changed by the program that holds it.", "Open it again.")
    return [found[key] for key in keys]


class TextStore:
    """Texts and their digests, by generation."""

    def __init__(self, store: Store) -> None:
        self._store = store
        with store.read() as connection:
            rows = connection.execute("SELECT generation, columns FROM generations").fetchall()
        self._columns: dict[int, tuple[int, ...]] = {
            generation: tuple(json.loads(columns)) for generation, columns in rows
        }

    def generation_of(self, columns: tuple[int, ...]) -> int:
        """Return the generation made of these columns, which was declared before."""
        return next(generation for generation, known in self._columns.items() if known == columns)

    def generation_for(self, columns: tuple[int, ...]) -> int:
        """Return the generation made of these columns, a new one where they were not used before."""
        for generation, known in self._columns.items():
            if known == columns:
                return generation
        generation = max(self._columns, default=-1) + 1
        with self._store.write(urgent=False) as transaction:
            self.declare(transaction, generation, columns)
        return generation

    def declare(self, transaction: Transaction, generation: int, columns: tuple[int, ...]) -> None:
        """Write down which columns make a generation."""
        values = (generation, json.dumps(columns))
        transaction.execute("INSERT OR REPLACE INTO generations VALUES (?, ?)", values)
        transaction.then(lambda: self._columns.update({generation: columns}))

    def rows_in(self, generation: int) -> int:
        """Return how many records have their text in this generation."""
        with self._store.read() as connection:
            query = "SELECT MAX(key) FROM texts WHERE key >= ? AND key < ?"
            bounds = (generation * SPAN, (generation + 1) * SPAN)
            last: int | None = connection.execute(query, bounds).fetchone()[0]
        return 0 if last is None else last - generation * SPAN + 1

    def append(
        self, transaction: Transaction, generation: int, start: int, texts: Sequence[str], digests: bytes
    ) -> None:
        """Write the texts of the records from `start` on, and their joined digests."""
        if texts:
            first = generation * SPAN + start
            transaction.executemany("INSERT INTO texts VALUES (?, ?)", enumerate(texts, first))
            transaction.execute("INSERT INTO digests VALUES (?, ?)", (first, digests))

    def digests(self, generation: int) -> NDArray[Any]:
        """Return the digests of all records, from the file."""
        with self._store.read() as connection:
            query = "SELECT digests FROM digests WHERE key >= ? AND key < ? ORDER BY key"
            blobs = connection.execute(query, (generation * SPAN, (generation + 1) * SPAN)).fetchall()
        return np.frombuffer(b"".join(blob for (blob,) in blobs), DIGEST)

    def of(self, generation: int, rows: RowArray) -> list[str]:
        """Return the texts of `rows`, in their order."""
        keys = (rows + generation * SPAN).tolist()
        query = "SELECT key, text FROM texts WHERE key IN (SELECT value FROM json_each(?))"
        with self._store.read() as connection:
            found = dict(connection.execute(query, (json.dumps(keys),)))
        return in_order(self._store, found, keys)

    def stretch(self, generation: int, start: int, stop: int) -> list[str]:
        """Return the texts of the records from `start` to `stop` (not included)."""
        first = generation * SPAN
        with self._store.read() as connection:
            query = "SELECT text FROM texts WHERE key >= ? AND key < ? ORDER BY key"
            return [text for (text,) in connection.execute(query, (first + start, first + stop))]

    def search(self, progress: Progress, generation: int, needle: str, count: int) -> RowArray:
        """Return the rows whose text holds `needle`, whatever the case."""
        folded = needle.casefold()
        if len(folded) > _LONGEST_PATTERN:
            return self._search_slowly(progress, generation, folded, count)
        pattern = "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = (
            "SELECT key FROM texts WHERE key >= ? AND key < ? AND (text LIKE ? ESCAPE '\\' OR"
            " (length(CAST(text AS BLOB)) <> length(text) AND instr(casefolded(text), ?)))"
        )
        found: list[int] = []
        for start in range(0, count, _SEARCHED):
            progress.report(start / count, "Searching")
            low = generation * SPAN + start
            with self._store.read() as connection:
                keys = connection.execute(query, (low, low + _SEARCHED, pattern, folded))
                found.extend(key for (key,) in keys)
        return np.array(found, np.int64) - generation * SPAN

    def _search_slowly(self, progress: Progress, generation: int, folded: str, count: int) -> RowArray:
        """Search for what is too long for a pattern of SQLite's."""
        found: list[int] = []
        for start in range(0, count, _SEARCHED):
            progress.report(start / count, "Searching")
            texts = self.stretch(generation, start, min(count, start + _SEARCHED))
            found += [row for row, text in enumerate(texts, start) if folded in text.casefold()]
        return np.array(found, np.int64)

    def prune(self, current: int) -> None:
        """Delete the texts of generations that were left long ago; they can be made again."""
        with self._store.read() as connection:
            query = "SELECT DISTINCT key / ? FROM digests"
            stored = sorted(each for (each,) in connection.execute(query, (SPAN,)))
        others = [generation for generation in stored if generation != current]
        for generation in others[: max(0, len(others) - (_KEPT - 1))]:
            self._delete(generation)

    def _delete(self, generation: int) -> None:
        low, last = generation * SPAN, (generation + 1) * SPAN
        with self._store.read() as connection:
            query = "SELECT key FROM digests WHERE key >= ? AND key < ? ORDER BY key DESC"
            stretches = [key for (key,) in connection.execute(query, (low, last))]
        for key in stretches:  # from the end, so that what is left is a whole beginning at any moment
            with self._store.write(urgent=False) as transaction:
                transaction.execute("DELETE FROM texts WHERE key >= ? AND key < ?", (key, last))
                transaction.execute("DELETE FROM digests WHERE key >= ? AND key < ?", (key, last))
