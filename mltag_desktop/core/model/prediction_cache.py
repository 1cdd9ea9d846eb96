"""Cache predictions between runs, keyed by a digest of the text and the version of the model.

An entry is valid for its model version only, so a promoted model starts with an empty cache. A person's
decision about a text takes precedence over all predictions.

The file is SQLite. Its view `answers` is documented for queries by users. The columns are digest (hexadecimal
BLAKE2b of the text in UTF-8, 16 bytes), tag, confidence, version and time (UTC, when it was stored).
"""

import contextlib
import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.model.types import FloatArray

DECISION: Final = "decision"
"""The version that is reported for a person's decision."""
_APPLICATION: Final = 0x4D4C5443
_FORMAT: Final = 3
_CHUNK: Final = 2_000
"""Digests in one query."""
_PROBABILITIES: Final = "SELECT digest, probabilities FROM predictions WHERE version = ? AND"
_MAPPED: Final = 256 << 20
"""Bytes of the file that are read through the page cache of the system, without a copy."""
_SCHEMA: Final = """
CREATE TABLE versions (number INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, tags TEXT NOT NULL);
CREATE TABLE predictions (
    digest BLOB NOT NULL, version INTEGER NOT NULL, probabilities BLOB NOT NULL,
    tag INTEGER NOT NULL DEFAULT 0, confidence REAL NOT NULL DEFAULT 0, time INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (digest, version)
) WITHOUT ROWID;
CREATE TABLE decisions (digest BLOB PRIMARY KEY, tag TEXT NOT NULL, time TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
"""
_TAGS: Final = (
    "CREATE TABLE tags (version INTEGER, tag INTEGER, name TEXT NOT NULL, PRIMARY KEY (version, tag));"
)
_ANSWERS: Final = """
CREATE VIEW answers AS SELECT lower(hex(p.digest)) AS digest, t.name AS tag, p.confidence AS confidence,
    v.version AS version, strftime('%Y-%m-%dT%H:%M:%SZ', nullif(p.time, 0), 'unixepoch') AS time
    FROM predictions p JOIN versions v ON v.number = p.version
    JOIN tags t ON t.version = p.version AND t.tag = p.tag;
"""
_FROM_1: Final = "ALTER TABLE decisions ADD COLUMN origin TEXT NOT NULL DEFAULT '';"
_FROM_2: Final = """
ALTER TABLE predictions ADD COLUMN tag INTEGER NOT NULL DEFAULT 0;
ALTER TABLE predictions ADD COLUMN confidence REAL NOT NULL DEFAULT 0;
ALTER TABLE predictions ADD COLUMN time INTEGER NOT NULL DEFAULT 0;
UPDATE predictions SET tag = best(probabilities), confidence = highest(probabilities);
"""


def digest_of(text: str) -> bytes:
    """Return a BLAKE2b digest of `text`, 16 bytes."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class PredictionCache:
    """A SQLite file of predictions; many processes may read it while one writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._numbers: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "PredictionCache":
        """Open or create the cache at `path`.

        Raises `MltagError` for a file of another kind, `StorageError` when the disk is full or fails.
        """
        try:
            connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
            try:
                _prepare(connection, read_only=read_only)
            except BaseException:
                connection.close()
                raise
        except (sqlite3.Error, ValueError) as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            kind = StorageError if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR) else MltagError
            raise kind(
                f"{path} cannot be used as a prediction cache: {error}.", "Choose another file."
            ) from error
        return cls(connection, path)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> "PredictionCache":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def probabilities(
        self, version: str, digests: Sequence[bytes], tags: int
    ) -> tuple[FloatArray, NDArray[np.bool_]]:
        """Return what model `version` has predicted, and for each of `digests` whether it is known.

        Shapes (n, tags) and (n,); rows of unknown texts are zero.
        """
        number = self._number(version)
        rows: list[tuple[bytes, bytes]] = []
        for query, values in () if number is None else self._queries(_PROBABILITIES, digests, (number,)):
            rows += self._connection.execute(query, values).fetchall()  # faster than row by row
        found = {digest: place for place, (digest, _) in enumerate(rows)}
        stored = np.frombuffer(b"".join([blob for _, blob in rows]), "<f4").reshape(-1, tags)
        content = np.vstack([stored, np.zeros((1, tags), np.float32)])
        places = np.array([found.get(digest, -1) for digest in digests], np.int64)
        return content[places], places >= 0

    def decisions(self, texts: Sequence[str]) -> dict[int, str]:
        """Return the tags of people's decisions by index into `texts`; white space does not matter."""
        if self._connection.execute("SELECT 1 FROM decisions LIMIT 1").fetchone() is None:
            return {}
        digests = [_normalised_digest(text) for text in texts]
        decided: dict[bytes, str] = {}
        for query, values in self._queries("SELECT digest, tag FROM decisions WHERE", digests):
            decided.update(self._connection.execute(query, values))
        return {place: decided[digest] for place, digest in enumerate(digests) if digest in decided}

    def store(
        self, version: str, tags: Sequence[str], digests: Sequence[bytes], probabilities: FloatArray
    ) -> None:
        """Store predictions; `probabilities` has shape (digests, tags)."""
        number = self._number(version, tags)
        content = np.ascontiguousarray(probabilities, dtype="<f4")
        best, highest = content.argmax(axis=1).tolist(), content.max(axis=1).tolist()
        now = int(time.time())
        rows = (
            (digest, number, row.tobytes(), tag, confidence, now)
            for digest, row, tag, confidence in zip(digests, content, best, highest, strict=True)
        )
        self._write("INSERT OR REPLACE INTO predictions VALUES (?, ?, ?, ?, ?, ?)", rows)

    def set_decisions(self, origin: str, decided: Mapping[str, tuple[str, str]]) -> tuple[int, int]:
        """Replace the decisions of `origin`; return the numbers of new and of withdrawn decisions.

        `decided` maps a text to its tag and the time of the decision (ISO 8601). When another origin decided
        the same text, the later decision wins.
        """
        wanted = {_normalised_digest(text): decision for text, decision in decided.items()}
        connection = self._connection
        with self._transaction():
            before = {
                digest: (tag, time, decided_by)
                for digest, tag, time, decided_by in connection.execute("SELECT * FROM decisions")
            }
            withdrawn = [key for key, row in before.items() if row[2] == origin and key not in wanted]
            new = {
                key: (tag, time)
                for key, (tag, time) in wanted.items()
                if key not in before
                or (before[key][0] != tag and (before[key][2] == origin or before[key][1] < time))
            }
            connection.executemany("DELETE FROM decisions WHERE digest = ?", ((key,) for key in withdrawn))
            rows = ((key, *decision, origin) for key, decision in new.items())
            connection.executemany("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)", rows)
        return len(new), len(withdrawn)

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM predictions").fetchone()[0])

    def _number(self, version: str, tags: Sequence[str] | None = None) -> int | None:
        """Return the number of `version`, or None; an unknown version is added when `tags` are given."""
        if version not in self._numbers:
            if tags is not None:
                self._add_version(version, tags)
            row = self._connection.execute(
                "SELECT number FROM versions WHERE version = ?", (version,)
            ).fetchone()
            if row is None:
                return None
            self._numbers[version] = int(row[0])
        return self._numbers[version]

    def _add_version(self, version: str, tags: Sequence[str]) -> None:
        with self._transaction():
            added = self._connection.execute(
                "INSERT OR IGNORE INTO versions (version, tags) VALUES (?, ?)", (version, "\0".join(tags))
            )
            if added.rowcount:
                rows = [(added.lastrowid, place, name) for place, name in enumerate(tags)]
                self._connection.executemany("INSERT OR REPLACE INTO tags VALUES (?, ?, ?)", rows)

    @staticmethod
    def _queries(
        query: str, digests: Sequence[bytes], values: Sequence[int] = ()
    ) -> Iterator[tuple[str, list[Any]]]:
        """Yield `query` with a condition on the digest and its values, for chunks of `digests`."""
        for start in range(0, len(digests), _CHUNK):
            chunk = digests[start : start + _CHUNK]
            marks = ", ".join("?" * len(chunk))
            yield f"{query} digest IN ({marks})", [*values, *chunk]

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._transaction():
            self._connection.executemany(statement, rows)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:  # on a full disk SQLite has already rolled back
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise StorageError(
                    f"The cache {self.path} could not be written: {error}.",
                    "Check that there is free space and that no other program writes to it.",
                ) from error
            raise


def _normalised_digest(text: str) -> bytes:
    """Return the digest of `text` with each run of whitespace replaced by one space."""
    return digest_of(" ".join(text.split()))


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Check the kind and format of the file; create the tables in a new one."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if (tables and application != _APPLICATION) or (not tables and application not in (0, _APPLICATION)):
        raise ValueError("it is another kind of file")
    if tables:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > _FORMAT:
            raise ValueError(f"it was written by a newer program (format {found})")
        if found < _FORMAT and not read_only:
            _migrate(connection, found)
    else:
        connection.executescript(
            f"PRAGMA journal_mode=WAL; BEGIN IMMEDIATE; PRAGMA application_id={_APPLICATION};"
            f" PRAGMA user_version={_FORMAT}; {_SCHEMA} {_TAGS} {_ANSWERS} COMMIT;"
        )
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"PRAGMA mmap_size={_MAPPED}")
    if read_only:
        connection.execute("PRAGMA query_only=ON")


def _migrate(connection: sqlite3.Connection, found: int) -> None:
    """Upgrade a file of an earlier format; `ValueError` if a stored prediction is damaged."""
    connection.create_function("best", 1, lambda blob: int(np.frombuffer(blob, "<f4").argmax()))
    connection.create_function("highest", 1, lambda blob: float(np.frombuffer(blob, "<f4").max()))
    steps = (_FROM_1 if found == 1 else "") + _FROM_2
    connection.executescript(f"BEGIN IMMEDIATE; {steps} {_TAGS} {_ANSWERS}")
    rows = [
        (number, place, name)
        for number, tags in connection.execute("SELECT number, tags FROM versions").fetchall()
        for place, name in enumerate(tags.split("\0"))
    ]
    connection.executemany("INSERT INTO tags VALUES (?, ?, ?)", rows)
    connection.execute(f"PRAGMA user_version={_FORMAT}")
    connection.execute("COMMIT")
