"""Predictions kept from one run to the next, by the content of the text and the version of the model.

An entry answers for its own version only: a promoted model begins with an empty cache. What an earlier
version said is given out when that is asked for, and then with that version's name. A person's decision about
a text stands above every prediction of it.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import FloatArray

DECISION: Final = "decision"
"""The version under which a person's decision is given out."""
_APPLICATION: Final = 0x4D4C5443
_FORMAT: Final = 2
_AT_ONCE: Final = 500
_SCHEMA: Final = """
CREATE TABLE versions (number INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE, tags TEXT NOT NULL);
CREATE TABLE predictions (
    digest BLOB NOT NULL, version INTEGER NOT NULL, probabilities BLOB NOT NULL,
    PRIMARY KEY (digest, version)
) WITHOUT ROWID;
CREATE TABLE decisions (digest BLOB PRIMARY KEY, tag TEXT NOT NULL, time TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
"""
_FROM_1: Final = "ALTER TABLE decisions ADD COLUMN origin TEXT NOT NULL DEFAULT ''"


@dataclass(frozen=True)
class Kept:
    """An answer that is not the asked version's own."""

    tag: str
    confidence: float
    version: str
    probabilities: Mapping[str, float] | None


def digest_of(text: str) -> bytes:
    """Return 16 bytes that stand for the content of `text`."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


class PredictionCache:
    """A SQLite file of predictions; many may read it while one writes."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._numbers: dict[str, int] = {}

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "PredictionCache":
        """Open the cache at `path`, or make it; `MltagError` when the file is something else."""
        try:
            connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
            try:
                _prepare(connection, read_only=read_only)
            except BaseException:
                connection.close()
                raise
        except (sqlite3.Error, ValueError) as error:
            raise MltagError(
                f"{path} cannot be used as a prediction cache: {error}.", "Choose another file."
            ) from error
        return cls(connection, path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> "PredictionCache":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def lookup(self, version: str, digests: Sequence[bytes]) -> dict[bytes, FloatArray]:
        """Return the probabilities that model `version` gave, for those of the digests that are known."""
        number = self._number(version)
        if number is None:
            return {}
        rows = self._each(
            "SELECT digest, probabilities FROM predictions WHERE version = ? AND", digests, number
        )
        return {digest: np.frombuffer(blob, dtype="<f4") for digest, blob in rows}

    def earlier(self, version: str, digests: Sequence[bytes]) -> dict[bytes, Kept]:
        """Return what the latest version beside `version` said, for those of the digests that are known."""
        number = self._number(version)
        names = {
            each: (name, tags.split("\0"))
            for each, name, tags in self._connection.execute("SELECT number, version, tags FROM versions")
        }
        found: dict[bytes, Kept] = {}
        rows = self._each(
            "SELECT digest, version, probabilities FROM predictions WHERE version <> ? AND",
            digests,
            -1 if number is None else number,
            order="ORDER BY version",
        )
        for digest, each, blob in rows:
            name, tags = names[each]
            shares = np.frombuffer(blob, dtype="<f4")
            best = int(shares.argmax())
            found[digest] = Kept(
                tags[best], float(shares[best]), name, dict(zip(tags, shares.tolist(), strict=True))
            )
        return found

    def decisions(self, texts: Sequence[str]) -> dict[int, Kept]:
        """Return, by position, what people decided about texts, whatever the blanks between the words."""
        if self._connection.execute("SELECT 1 FROM decisions LIMIT 1").fetchone() is None:
            return {}
        digests = [_words_of(text) for text in texts]
        decided = dict(self._each("SELECT digest, tag FROM decisions WHERE", digests))
        return {
            place: Kept(decided[digest], 1.0, DECISION, None)
            for place, digest in enumerate(digests)
            if digest in decided
        }

    def store(
        self, version: str, tags: Sequence[str], digests: Sequence[bytes], probabilities: FloatArray
    ) -> None:
        """Keep predictions; `probabilities` has a row for each digest and a column for each tag."""
        number = self._number(version, tags)
        content = np.ascontiguousarray(probabilities, dtype="<f4")
        rows = ((digest, number, row.tobytes()) for digest, row in zip(digests, content, strict=True))
        self._write("INSERT OR REPLACE INTO predictions VALUES (?, ?, ?)", rows)

    def set_decisions(self, origin: str, decided: Mapping[str, tuple[str, str]]) -> tuple[int, int]:
        """Put the decisions of `origin` in force in place of its earlier ones; return new and withdrawn.

        `decided` maps a text to its tag and when that was decided (ISO 8601). Where another origin decided
        the same text, the later decision stands.
        """
        wanted = {_words_of(text): each for text, each in decided.items()}
        connection = self._connection
        with self._transaction():
            before = {
                digest: (tag, time, whose)
                for digest, tag, time, whose in connection.execute("SELECT * FROM decisions")
            }
            gone = [key for key, each in before.items() if each[2] == origin and key not in wanted]
            fresh = {
                key: each
                for key, each in wanted.items()
                if key not in before
                or (before[key][0] != each[0] and (before[key][2] == origin or before[key][1] < each[1]))
            }
            connection.executemany("DELETE FROM decisions WHERE digest = ?", ((key,) for key in gone))
            rows = ((key, *each, origin) for key, each in fresh.items())
            connection.executemany("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)", rows)
        return len(fresh), len(gone)

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM predictions").fetchone()[0])

    def _number(self, version: str, tags: Sequence[str] | None = None) -> int | None:
        """Return the version's number, made when its `tags` are given."""
        if version not in self._numbers:
            if tags is not None:
                self._connection.execute(
                    "INSERT OR IGNORE INTO versions (version, tags) VALUES (?, ?)", (version, "\0".join(tags))
                )
            row = self._connection.execute(
                "SELECT number FROM versions WHERE version = ?", (version,)
            ).fetchone()
            if row is None:
                return None
            self._numbers[version] = int(row[0])
        return self._numbers[version]

    def _each(
        self, query: str, digests: Sequence[bytes], *before: int, order: str = ""
    ) -> Iterator[tuple[Any, ...]]:
        """Ask for the digests some at a time; `query` ends where the digests come in."""
        for start in range(0, len(digests), _AT_ONCE):
            some = digests[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            yield from self._connection.execute(f"{query} digest IN ({marks}) {order}", [*before, *some])

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
            if self._connection.in_transaction:  # a full disk has SQLite roll back by itself
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise MltagError(
                    f"The cache {self.path} could not be written: {error}.",
                    "Check that there is free space and that no other program writes to it.",
                ) from error
            raise


def _words_of(text: str) -> bytes:
    return digest_of(" ".join(text.split()))


def _prepare(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Check what the file is, and lay out a new one."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if (tables and application != _APPLICATION) or (not tables and application not in (0, _APPLICATION)):
        raise ValueError("it is another kind of file")
    if tables:
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > _FORMAT:
            raise ValueError(f"it was written by a newer program (format {found})")
        if found == 1 and not read_only:
            connection.executescript(f"BEGIN IMMEDIATE; {_FROM_1}; PRAGMA user_version={_FORMAT}; COMMIT;")
    else:
        connection.executescript(
            f"PRAGMA journal_mode=WAL; BEGIN IMMEDIATE; PRAGMA application_id={_APPLICATION};"
            f" PRAGMA user_version={_FORMAT}; {_SCHEMA} COMMIT;"
        )
    connection.execute("PRAGMA synchronous=NORMAL")
    if read_only:
        connection.execute("PRAGMA query_only=ON")
