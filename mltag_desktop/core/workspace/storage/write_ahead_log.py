"""Determine whether a write-ahead log belongs to a workspace file.

SQLite matches a log to a file by name only, and would replay a log that another file of that name left
behind. Therefore each workspace has a token, alone on a page: a random nonce and a transaction count. Each
transaction increments the count, and so writes that page to the log. Before the first transaction in an empty
log, the file itself gets a new nonce, bypassing SQLite. A log belongs to a file with the same nonce whose
count is in the log, or is the one before: then the log has everything written since, even after a crash in
the middle of a checkpoint. See docs/decisions/0021-logs-belong-to-files.md; the format is described at
https://sqlite.org/fileformat2.html.
"""

import contextlib
import os
import shutil
import sqlite3
import struct
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from mltag_desktop.core.filesystem.files import create_empty, permissions_of, sync_folder
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.workspace.storage.row_checksums import COLUMNS, faults

LOG_TABLE: Final = "CREATE TABLE log_token (token BLOB NOT NULL)"
"""A table with one row: the token. Nothing else is on its page."""
FIRST_VERSION: Final = 5
"""The first format whose files have a token."""
_MARK: Final = b"MLTagLog"
_TOKEN: Final = struct.Struct(">8s16sQ")
_CELL: Final = bytes([_TOKEN.size + 2, 1, 2, 12 + 2 * _TOKEN.size])
"""The start of the row: size of the record, row 1, size of the header, type of the blob."""
_LEAF: Final = 0x0D
_HEADER: Final = struct.Struct(">8I")
_FRAME: Final = struct.Struct(">6I")
_MAGIC: Final = 0x377F0682
"""The last bit is the byte order of the checksums."""
_WORD: Final = 0xFFFFFFFF
_IMPOSSIBLE: Final = 1 << 32
"""A number of transactions that no log reaches."""
_MOST_FLIPPED: Final = 16
"""Maximum number of bits, of 128, in which a damaged nonce may differ from that of its log."""


class Token(NamedTuple):
    """The token that ties a log to a file: a random nonce, and the number of transactions since."""

    nonce: bytes
    number: int

    @property
    def blob(self) -> bytes:
        """The token as stored in the table."""
        return _TOKEN.pack(_MARK, self.nonce, self.number)

    @property
    def is_proof(self) -> bool:
        """Whether a session set it; the token of a file that was just migrated proves nothing."""
        return any(self.nonce)


NO_TOKEN: Final = Token(bytes(16), 0)


class Verdict(StrEnum):
    """The relation of a log to the file of that name."""

    NONE = "none"
    """There is no log, or it is empty."""
    OWN = "own"
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Log:
    """The part of a log that SQLite would replay: its complete, committed transactions."""

    page: int = 0
    """The page of the token."""
    first: Token | None = None
    """The token of the first transaction."""
    last: Token | None = None
    is_empty: bool = True
    is_broken: bool = False
    """Whether committed transactions follow a damaged frame; SQLite does not replay them."""


def real_path(document: Path) -> Path:
    """Return the file that a symbolic link names, else the path.

    SQLite puts the log next to that file; two names would have two locks, and two programs would write.
    """
    return document.resolve() if document.is_symlink() and document.exists() else document


def log_path(document: Path) -> Path:
    """Return the path of SQLite's log for a file."""
    return document.with_name(document.name + "-wal")


def has_log(document: Path) -> bool:
    """Return whether the log of a file exists and is not empty."""
    try:
        return log_path(document).stat().st_size > 0
    except OSError:
        return False


def log_ownership(document: Path) -> Verdict:
    """Return whether the log next to a file belongs to it; nothing is written.

    Files of earlier formats have no token: their log is applied to a private copy, and belongs to the file if
    the result is intact.
    """
    if not has_log(document):
        return Verdict.NONE
    log = read_log(log_path(document))
    if log.is_empty:
        return Verdict.FOREIGN if log.is_broken else Verdict.NONE
    header = _first_bytes(document)
    version = int.from_bytes(header[60:64], "big")
    if log.last is None or not log.last.is_proof:
        found = None if log.last is None else _token_of(document, _page_size(header), log.page)
        is_old = version < FIRST_VERSION or (log.last is not None and (found is None or not found.is_proof))
        return Verdict.OWN if is_old and _replays_intact(document) else Verdict.FOREIGN
    if version < FIRST_VERSION or log.first is None:
        return Verdict.FOREIGN
    token = _token_of(document, _page_size(header), log.page)
    if token is None or not token.nonce == log.first.nonce == log.last.nonce:
        return Verdict.FOREIGN
    return Verdict.OWN if log.first.number - 1 <= token.number <= log.last.number else Verdict.FOREIGN


def is_likely_own(document: Path) -> bool:
    """Return whether a log belongs to a file whose token is damaged, for salvage.

    The page of the token has the nonce of the log but for some flipped bits; two random nonces differ in half
    of them. With the same nonce, a number that no log reaches is damaged; a smaller one may be right.
    """
    log = read_log(log_path(document))
    if log.first is None or log.last is None or not log.last.is_proof or log.first.nonce != log.last.nonce:
        return False
    size = _page_size(_first_bytes(document))
    with document.open("rb") as file:
        file.seek((log.page - 1) * size)
        page = file.read(size)
    found = _token_on(page)
    if found is not None and found[1].nonce == log.first.nonce:
        return found[1].number > log.last.number + _IMPOSSIBLE
    wanted, length = int.from_bytes(log.first.nonce, "big"), len(log.first.nonce)
    return any(
        (int.from_bytes(page[place : place + length], "big") ^ wanted).bit_count() <= _MOST_FLIPPED
        for place in range(len(page) - length + 1)
    )


def read_log(path: Path) -> Log:
    """Read a log as SQLite's recovery does: up to the last commit before an incomplete frame."""
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return Log(is_broken=any(header))
        magic, _, size, _, salt1, salt2, *given = _HEADER.unpack(header)
        order = ">" if magic & 1 else "<"
        sums = _checked(header[:24], order, (0, 0))
        if magic & ~1 != _MAGIC or list(sums) != given or not 512 <= size <= 65536 or size & (size - 1):
            return Log(is_broken=any(header) or any(iter(lambda: any(file.read(1 << 20)), False)))
        log, whole = Log(), True
        token: Token | None = None
        page = 0
        while len(head := file.read(_FRAME.size)) == _FRAME.size and len(data := file.read(size)) == size:
            number, commit, *salts, sum1, sum2 = _FRAME.unpack(head)
            if salt1 != salts[0] and salt2 != salts[1]:
                whole = False  # a frame from before the log was restarted, or damaged if others follow
                continue
            if whole:
                sums = _checked(head[:8] + data, order, sums)
                whole = salts == [salt1, salt2] and sums == (sum1, sum2)
            if not whole:
                if commit:
                    return replace(log, is_broken=True)
                continue
            if (found := _token_on(data)) is not None:
                token, page = found[1], number
            if commit:
                first = token if log.is_empty else log.first
                log = Log(page, first, token, is_empty=False)
        return log


def renew_token(document: Path) -> None:
    """Give a closed file a new token that no log has, and switch it to write-ahead logging.

    Every copy needs this before it gets its final name. Otherwise SQLite would switch the mode with a
    rollback journal, which is matched to a file by name as well.
    """
    with contextlib.closing(
        sqlite3.connect(f"{document.resolve().as_uri()}?immutable=1", uri=True)
    ) as reader:
        page = _root_page(reader)
        is_damaged = bool(page) and not _has_token(reader)
    if is_damaged:
        with contextlib.closing(sqlite3.connect(document, isolation_level=None)) as connection:
            repair_token(connection)
    with document.open("r+b", buffering=0) as file:
        if page:
            place = _TokenPlace(file.fileno(), _page_size(_first_bytes(document)), page)
            place.write(Token(os.urandom(16), 0))
        turn_log_on(file.fileno())
        os.fsync(file.fileno())


def repair_token(connection: sqlite3.Connection) -> None:
    """Store a new token if the one in the file is damaged; there is no log, so that nothing depends on it."""
    if not _has_token(connection):
        connection.execute("DELETE FROM log_token")
        connection.execute("INSERT INTO log_token (rowid, token) VALUES (1, ?)", (NO_TOKEN.blob,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _has_token(connection: sqlite3.Connection) -> bool:
    """Return whether the token in a file is as the program writes it."""
    row, blob = connection.execute("SELECT rowid, token FROM log_token").fetchone() or (0, b"")
    return row == 1 and isinstance(blob, bytes) and len(blob) == _TOKEN.size and blob.startswith(_MARK)


def turn_log_on(descriptor: int) -> None:
    """Mark a file as using write-ahead logging."""
    os.lseek(descriptor, 18, os.SEEK_SET)
    if os.read(descriptor, 2) != b"\x02\x02":
        os.lseek(descriptor, 18, os.SEEK_SET)
        os.write(descriptor, b"\x02\x02")


def move_logs_away(document: Path, endings: Sequence[str] = ("-wal", "-journal")) -> list[Path]:
    """Rename log files next to a workspace, so that no other file of that name uses them.

    Only for the holder of the file's lock. Returns the new paths.
    """
    moved = []
    for ending in endings:
        left = document.with_name(document.name + ending)
        if left.exists() and left.stat().st_size == 0:
            left.unlink()
        elif left.exists():
            kept = _unused_path(document, "" if ending == "-wal" else ".journal")
            left.rename(kept)
            moved.append(kept)
    if "-wal" in endings:
        document.with_name(document.name + "-shm").unlink(missing_ok=True)
    if moved:
        sync_folder(document.parent)
    return moved


def copy_broken_log(document: Path) -> None:
    """Copy a log that SQLite replays only up to a damaged frame; only for the holder of the lock."""
    if not read_log(log_path(document)).is_broken:
        return
    kept = _unused_path(document, "")
    try:
        create_empty(kept, permissions_of(log_path(document), 0o600))
        shutil.copyfile(log_path(document), kept)
    except OSError:
        kept.unlink(missing_ok=True)
        raise
    sync_folder(document.parent)


def _unused_path(document: Path, ending: str) -> Path:
    """Return a path for a log that is kept, see `unsaved`."""
    start = f"{document.name}-unsaved-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    kept, number = document.with_name(f"{start}{ending}"), 1
    while kept.exists():
        number += 1
        kept = document.with_name(f"{start}-{number}{ending}")
    return kept


def drop_log(document: Path) -> None:
    """Remove an empty log; only for the holder of the lock."""
    for ending in ("-wal", "-shm"):
        document.with_name(document.name + ending).unlink(missing_ok=True)


def unsaved(document: Path) -> tuple[Path, ...]:
    """Return the logs of this file name that were kept, because they were not replayed completely."""
    start = f"{document.name}-unsaved-"
    try:
        return tuple(sorted(each for each in document.parent.iterdir() if each.name.startswith(start)))
    except OSError:
        return ()


@contextlib.contextmanager
def private_copy(document: Path, *, with_log: bool = True) -> Iterator[Path]:
    """Provide a copy of a file in a temporary folder, for readers that must not write next to the file."""
    with scratch_folder() as folder:
        copy = folder / document.name
        shutil.copyfile(document, copy)
        if with_log and has_log(document):
            shutil.copyfile(log_path(document), log_path(copy))
        yield copy


class Ownership:
    """Ties the log of an open workspace to its file; there is one writer at a time."""

    def __init__(self, document: Path, connection: sqlite3.Connection) -> None:
        """Read the token; raises `LookupError` if it is missing."""
        self._path = document
        self._lock = threading.Lock()
        self._inode = _inode(document)
        self._file = document.open("r+b", buffering=0)  # closed last, because closing drops SQLite's locks
        try:
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            self._place = _TokenPlace(self._file.fileno(), size, _root_page(connection))
            (blob,) = connection.execute("SELECT token FROM log_token").fetchone()
            if not isinstance(blob, bytes) or len(blob) != _TOKEN.size:
                raise LookupError("the token of its log is missing")
            self._token = Token(*_TOKEN.unpack(blob)[1:])
        except BaseException:
            self._file.close()
            raise

    def is_held(self) -> bool:
        """Return whether the file was not moved, deleted, replaced or overwritten since it was opened."""
        with self._lock:
            return self.is_there() and self._place.nonce() == self._token.nonce

    def is_there(self) -> bool:
        """Return whether the opened file still has its path."""
        return _inode(self._path) == self._inode

    def begin(self, connection: sqlite3.Connection) -> None:
        """Count a new transaction."""
        if not has_log(self._path):  # it is empty, and nothing reads it
            fresh = Token(os.urandom(16), 0)
            with self._lock:
                self._place.write(fresh)
                self._token = fresh
            os.fsync(self._file.fileno())
        token = self._token._replace(number=self._token.number + 1)
        connection.execute("UPDATE log_token SET token = ?", (token.blob,))

    def finish(self) -> None:
        """Record that the transaction was committed."""
        self._token = self._token._replace(number=self._token.number + 1)

    def close(self) -> None:
        """Close the file, after all connections to it are closed."""
        self._file.close()


class _TokenPlace:
    """The position of the token in a file; raises `LookupError` if it is not on that page.

    Only for one thread at a time.
    """

    def __init__(self, descriptor: int, size: int, page: int) -> None:
        self._descriptor = descriptor
        self._at = (page - 1) * size
        found = _token_on(self._read(size)) if page > 1 else None
        if found is None:
            raise LookupError("the token of its log is missing")
        self._at += found[0]

    def nonce(self) -> bytes:
        """Return the nonce in the file, or the bytes in its place."""
        return self._read(_TOKEN.size)[8:24]

    def write(self, token: Token) -> None:
        """Write a token into the file itself; it fits into one sector, and no log depends on it yet."""
        os.lseek(self._descriptor, self._at, os.SEEK_SET)
        os.write(self._descriptor, token.blob)

    def _read(self, size: int) -> bytes:
        os.lseek(self._descriptor, self._at, os.SEEK_SET)
        return os.read(self._descriptor, size)


def holds_token(page: bytes) -> bool:
    """Return whether a page is the one that contains only the token."""
    return _token_on(page) is not None


def _token_on(page: bytes) -> tuple[int, Token] | None:
    """Return the position of the token on a page, and the token; None for any other page."""
    if page[:1] != bytes([_LEAF]) or page[3:5] != b"\x00\x01":
        return None
    at = int.from_bytes(page[8:10], "big")
    blob = page[at + len(_CELL) : at + len(_CELL) + _TOKEN.size]
    if page[at : at + len(_CELL)] != _CELL or len(blob) < _TOKEN.size or not blob.startswith(_MARK):
        return None
    return at + len(_CELL), Token(*_TOKEN.unpack(blob)[1:])


def _token_of(document: Path, size: int, page: int) -> Token | None:
    with document.open("rb") as file:
        file.seek((page - 1) * size)
        found = _token_on(file.read(size))
    return None if found is None else found[1]


def _root_page(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'log_token'").fetchone()
    return 0 if row is None else int(row[0])


def _replays_intact(document: Path) -> bool:
    try:
        with private_copy(document) as copy, contextlib.closing(sqlite3.connect(copy)) as connection:
            kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
            if not kinds <= {"table", "index"}:  # a view could run forever
                return False
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            # earlier formats keep the files of models in other tables, and damaged models are no obstacle
            tables = [table for table in COLUMNS if table not in ("model_files", "model_contents")]
            whole = version < 3 or not any(not fault.model for fault in faults(connection, tables))
            return found == "ok" and whole
    except (sqlite3.DatabaseError, ValueError, TypeError, OverflowError):
        return False


def _first_bytes(document: Path) -> bytes:
    with document.open("rb") as file:
        return file.read(100)


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def _inode(path: Path) -> tuple[int, int] | None:
    """Return the identity of the file at a path; None if it is missing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _checked(data: bytes, order: str, before: tuple[int, int]) -> tuple[int, int]:
    """Continue the log's checksum: for each pair of words, s0 += x0 + s1, then s1 += x1 + s0."""
    words = np.frombuffer(data, dtype=f"{order}u4").astype(np.uint32)
    first, second = (weights * words for weights in _weights(len(words)))
    power = _power(len(words) // 2)
    s0, s1 = before
    return (
        (int(first.sum(dtype=np.uint32)) + power[0] * s0 + power[1] * s1) & _WORD,
        (int(second.sum(dtype=np.uint32)) + power[2] * s0 + power[3] * s1) & _WORD,
    )


@cache
def _weights(count: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """Return the weights of each word in both sums; the checksum is linear."""
    first, second = [], []
    a, b, c, d = 1, 0, 0, 1
    for _ in range(count // 2):  # from the last pair to the first
        first += [b, a + b]
        second += [d, c + d]
        a, b, c, d = (a + b) & _WORD, (a + 2 * b) & _WORD, (c + d) & _WORD, (c + 2 * d) & _WORD
    return np.array(first[::-1], np.uint64).astype(np.uint32), np.array(second[::-1], np.uint64).astype(
        np.uint32
    )


@cache
def _power(pairs: int) -> tuple[int, int, int, int]:
    """Return the matrix ((1, 1), (1, 2)) to a power, modulo 2^32."""
    a, b, c, d = 1, 0, 0, 1
    for _ in range(pairs):
        a, b, c, d = (a + b) & _WORD, (a + 2 * b) & _WORD, (c + d) & _WORD, (c + 2 * d) & _WORD
    return a, b, c, d
