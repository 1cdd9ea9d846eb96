"""The files beside a workspace: SQLite's log and the lock of its writer.

Determine whether SQLite's write-ahead log belongs to a workspace file, and whether it is damaged.

SQLite matches a log to a file by name only, and would replay a log that another file of that name left
behind. Therefore each file has a token, alone on a page that SQLite never writes: a random number that is
renewed, past SQLite, when a log is started. The decision log beside the file notes the token, and the salts
of SQLite's log. A log belongs to the file if both are as noted. See docs/decisions/0045-decision-log.md.

Lock file next to a workspace that is open for writing; the system releases the lock after a crash.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import struct
import sys
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    create_empty,
    delete_abandoned_parts,
    delete_part,
    move,
    part_of,
    permissions_of,
    read_bounded,
    refuse_links,
    scratch_folder,
    sync_folder,
    try_lock,
)
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.storage.decision_log import (
    ENDING,
    DecisionLog,
    decisions_path,
    read_decisions,
)
from mltag_desktop.core.workspace.storage.row_checksums import ROWS, faults

LOG_TABLE: Final = "CREATE TABLE log_token (token BLOB NOT NULL)"
"""A table with one row: the token. Nothing else is on its page."""
FIRST_VERSION: Final = 5
"""The first format whose files have a token."""
_MARK: Final = b"MLTagLog"
_NONCE: Final = slice(8, 24)
_TOKEN: Final = struct.Struct(">8s16sQ")
"""The mark, the random number, and a count of earlier versions of the program."""
_HEADER: Final = 32
_FRAME: Final = 24
_SALTS: Final = slice(16, 24)
_TRIES: Final = 3
"""How often a log is compared with its file; a writer may change both between two reads."""
NO_TOKEN: Final = _TOKEN.pack(_MARK, bytes(16), 0)


class Verdict(StrEnum):
    """The relation of a log to the file of that name."""

    NONE = "none"
    """There is no log, or it is empty."""
    OWN = "own"
    FOREIGN = "foreign"


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

    Without a decision log, as of earlier versions, it belongs to the file if its replay into a private copy
    leaves the copy intact.
    """
    if not has_log(document):
        return Verdict.NONE
    for _ in range(_TRIES):
        noted, token = read_decisions(decisions_path(document)), token_of(document)
        if noted is None or not noted.file or not token:
            return Verdict.OWN if _replays_intact(document) else Verdict.FOREIGN
        if noted.belongs_to(token) and noted.has_salts(_salts(document)):
            return Verdict.OWN
    return Verdict.FOREIGN


def token_of(document: Path) -> bytes:
    """Return the token in a file, without its log; empty if it has none or it is damaged."""
    uri = f"{document.resolve().as_uri()}?immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            return _token_in(connection)[_NONCE]
    except sqlite3.DatabaseError:
        return b""


def loses_changes(document: Path, connection: sqlite3.Connection) -> bool:
    """Return whether SQLite ignores the end of the log of an open file, because a part before it is damaged.

    SQLite replays a log up to the first frame with a wrong checksum. Frames of finished transactions after
    that one are lost; those of an earlier use of the log have other salts.
    """
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    _, replayed, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if not has_log(document):
        return False
    number = last = 0
    with log_path(document).open("rb") as file:
        length = os.fstat(file.fileno()).st_size
        salts = file.read(_HEADER)[_SALTS]
        while file.tell() + _FRAME + size <= length:
            head = file.read(_FRAME)
            number += 1
            if any(head[4:8]) and (head[8:12] == salts[:4] or head[12:16] == salts[4:]):
                last = number
            file.seek(size, os.SEEK_CUR)
    return last > int(replayed)


def renew_token(document: Path) -> None:
    """Give a closed file a new token that no log has, and switch it to write-ahead logging.

    Every copy needs this before it gets its final name. Otherwise SQLite would switch the mode with a
    rollback journal, which is matched to a file by name as well.
    """
    with contextlib.closing(
        sqlite3.connect(f"{document.resolve().as_uri()}?immutable=1", uri=True)
    ) as reader:
        page, (size,) = _root_page(reader), reader.execute("PRAGMA page_size").fetchone()
        is_damaged = bool(page) and not _token_in(reader)
    if is_damaged:
        with contextlib.closing(sqlite3.connect(document, isolation_level=None)) as connection:
            repair_token(connection)
    with document.open("r+b", buffering=0) as file:
        if page:
            _TokenPlace(file.fileno(), size, page).write(os.urandom(16))
        turn_log_on(file.fileno())


def repair_token(connection: sqlite3.Connection) -> None:
    """Store a new token if the one in the file is damaged; there is no log, so that nothing depends on it."""
    if not _token_in(connection):
        connection.execute("DELETE FROM log_token")
        connection.execute("INSERT INTO log_token (rowid, token) VALUES (1, ?)", (NO_TOKEN,))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _token_in(connection: sqlite3.Connection) -> bytes:
    """Return the row of the token in a file; empty if it is not as the program writes it."""
    row, blob = connection.execute("SELECT rowid, token FROM log_token").fetchone() or (0, b"")
    is_sound = row == 1 and isinstance(blob, bytes) and len(blob) == _TOKEN.size and blob.startswith(_MARK)
    return blob if is_sound else b""


def turn_log_on(descriptor: int) -> None:
    """Mark a file as using write-ahead logging."""
    os.lseek(descriptor, 18, os.SEEK_SET)
    if os.read(descriptor, 2) != b"\x02\x02":
        os.lseek(descriptor, 18, os.SEEK_SET)
        os.write(descriptor, b"\x02\x02")


def move_logs_away(document: Path, endings: Sequence[str] = ("-wal", "-journal", ENDING)) -> list[Path]:
    """Rename log files next to a workspace, so that no other file of that name uses them.

    Only for the holder of the file's lock. Returns the new paths.
    """
    moved = []
    start = _unused_path(document)
    for ending in endings:
        left = document.with_name(document.name + ending)
        if left.exists() and left.stat().st_size == 0:
            left.unlink()
        elif left.exists():
            kept = start.with_name(f"{start.name}{_KEPT_AS[ending]}")
            move(left, kept)
            moved.append(kept)
    if "-wal" in endings:
        document.with_name(document.name + "-shm").unlink(missing_ok=True)
    if moved:
        sync_folder(document.parent)
    return moved


_KEPT_AS: Final = {"-wal": "", "-journal": ".journal", ENDING: ".decisions"}


def copy_log(document: Path) -> None:
    """Keep a copy of a damaged log, which SQLite overwrites; only for the holder of the lock."""
    kept = _unused_path(document, "damaged")
    try:
        create_empty(kept, permissions_of(log_path(document), 0o600))
        shutil.copyfile(log_path(document), kept)
    except OSError:
        kept.unlink(missing_ok=True)
        raise
    sync_folder(document.parent)


def _unused_path(document: Path, word: str = "unsaved") -> Path:
    """Return a path for a log that is kept, see `unsaved`."""
    start = f"{document.name}-{word}-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    kept, number = document.with_name(start), 1
    while any(kept.with_name(f"{kept.name}{ending}").exists() for ending in _KEPT_AS.values()):
        number += 1
        kept = document.with_name(f"{start}-{number}")
    return kept


def drop_log(document: Path) -> None:
    """Remove an empty log; only for the holder of the lock."""
    for ending in ("-wal", "-shm"):
        document.with_name(document.name + ending).unlink(missing_ok=True)


def unsaved(document: Path) -> tuple[Path, ...]:
    """Return the logs that were kept because they belong to another file of this name, or version of it."""
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

    def __init__(self, document: Path, connection: sqlite3.Connection, decisions: DecisionLog) -> None:
        """Read the token; raises `LookupError` if it is missing."""
        self._path = document
        self._decisions = decisions
        self._lock = threading.Lock()
        self._inode = _inode(document)
        self._salts = _salts(document)
        self._file = document.open("r+b", buffering=0)  # closed last, because closing drops SQLite's locks
        try:
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            self._place = _TokenPlace(self._file.fileno(), size, _root_page(connection))
        except BaseException:
            self._file.close()
            raise
        self.token = self._place.token()

    def is_held(self) -> bool:
        """Return whether the file was not moved, deleted, replaced or overwritten since it was opened."""
        with self._lock:
            return self.is_there() and self._place.token() == self.token

    def is_there(self) -> bool:
        """Return whether the opened file still has its path."""
        return _inode(self._path) == self._inode

    def begin(self, connection: sqlite3.Connection) -> None:
        """Prepare for a transaction: an empty log gets a token that no earlier copy of the file has."""
        if not self._decisions.is_current:
            self._decisions.rewrite(connection, self.token, self._salts)
            self._decisions.require_not_stale()
        if not has_log(self._path):
            self._renew()
            self._salts = b""

    def finish(self) -> None:
        """Note the salts after a transaction; others than before mean that SQLite started the log again.

        Such a log lacks what was written into the file before, and must not be replayed into earlier copies.
        """
        salts = _salts(self._path)
        if salts == self._salts:
            return
        if self._salts:
            self._renew()
        self._decisions.mark(log=salts)
        self._salts = salts

    def close(self) -> None:
        """Close the file, after all connections to it are closed."""
        self._file.close()

    def _renew(self) -> None:
        token = os.urandom(16)
        self._decisions.mark(next=token)
        self._decisions.require_not_stale()
        with self._lock:
            if self._place.token() == self.token:  # else the file was overwritten, and the commit is refused
                self._place.write(token)
            self.token = token
        os.fsync(self._file.fileno())
        self._decisions.mark(file=token)


class _TokenPlace:
    """The position of the token in a file; raises `LookupError` if it is not on that page.

    Only for one thread at a time.
    """

    def __init__(self, descriptor: int, size: int, page: int) -> None:
        self._descriptor = descriptor
        self._at = (page - 1) * size
        content = self._read(size) if page > 1 else b""
        found = content.find(_MARK, int.from_bytes(content[8:10], "big"))  # in the first row of the page
        if found < 0:
            raise LookupError("the token of its log is missing")
        self._at += found

    def token(self) -> bytes:
        """Return the token in the file, or the bytes in its place."""
        return self._read(_TOKEN.size)[_NONCE]

    def write(self, token: bytes) -> None:
        """Write a token into the file itself; it fits into one sector, and SQLite never writes that page."""
        os.lseek(self._descriptor, self._at, os.SEEK_SET)
        os.write(self._descriptor, _TOKEN.pack(_MARK, token, 0))

    def _read(self, size: int) -> bytes:
        os.lseek(self._descriptor, self._at, os.SEEK_SET)
        return os.read(self._descriptor, size)


def _salts(document: Path) -> bytes:
    """Return the salts of SQLite's log; empty without a log."""
    try:
        with log_path(document).open("rb") as file:
            return file.read(_HEADER)[_SALTS]
    except OSError:
        return b""


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
            tables = [table for table in ROWS if table not in ("model_files", "model_contents")]
            whole = version < 3 or not any(not fault.model for fault in faults(connection, tables))
            return found == "ok" and whole
    except (sqlite3.DatabaseError, ValueError, TypeError, OverflowError):
        return False


def _inode(path: Path) -> tuple[int, int] | None:
    """Return the identity of the file at a path; None if it is missing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


_LONGEST: Final = 10_000
"""Number of bytes from which a lock file is not read."""


class WriteLock:
    """The exclusive right to write to a workspace, until `release`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor
        self.taken_over = ""
        """The holder on another computer whose lock was found, and may still be held there; or empty."""

    @classmethod
    def take(cls, document: Path, curator: str) -> "WriteLock | None":
        """Take the lock; None if another program holds it.

        Raises `OSError` in a read-only folder, and `MltagError` if the lock is a symbolic link.
        """
        path = lock_path(document)
        refuse_links(document)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        while True:
            descriptor = os.open(path, flags, permissions_of(document, 0o644))
            try:
                if not try_lock(descriptor):
                    os.close(descriptor)
                    return None
                is_ours = _is_still(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            if not is_ours:
                os.close(descriptor)
                continue
            lock = cls(path, descriptor)
            content = _content(document)
            if content and content.get("host") != _host():
                lock.taken_over = holder_of(document)
            try:
                _write(descriptor, curator)
            except BaseException:  # the disk is full
                lock.release()
                raise
            return lock

    def release(self) -> None:
        """Release the lock."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            with contextlib.suppress(OSError):
                self._path.unlink()
            return
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)


@contextlib.contextmanager
def placing(document: Path) -> Iterator[None]:
    """Hold the lock of a file name while a new file is moved there; a leftover log is moved away.

    Raises `MltagError` if another program has a file of that name open.
    """
    holder = WriteLock.take(document, "")
    if holder is None:
        raise MltagError(
            message("{document} is open for {who}.", document=document, who=holder_of(document)),
            "Close it there, or choose another name.",
        )
    try:
        is_replaced = document.exists()
        move_logs_away(document, ("-wal", "-journal") if is_replaced else ("-wal", "-journal", ENDING))
        yield
        if is_replaced:  # its decisions are replaced with it, but not before it, for the case of a kill
            decisions_path(document).unlink(missing_ok=True)
    finally:
        holder.release()


@contextlib.contextmanager
def new_file(target: Path, permissions: int, kept: Path | None = None) -> Iterator[Path]:
    """Provide an empty file that takes the place of `target` at the end of the block, or is deleted.

    With `kept`, `target` is renamed to that, and the new file is a copy of another one, with its token.
    """
    delete_abandoned_parts(target.parent)
    part = part_of(target)
    try:
        create_empty(part, permissions)
        yield part
        if kept is None:
            renew_token(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        with placing(target):
            if kept is not None and target.exists():
                move(target, kept)
            move(part, target)
        sync_folder(target.parent)
    finally:
        delete_part(part)


def is_held(document: Path) -> bool:
    """Return whether a program holds the lock; nothing is written."""
    try:
        descriptor = os.open(lock_path(document), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return not try_lock(descriptor, shared=True)
    finally:
        os.close(descriptor)


def is_held_here(document: Path) -> bool:
    """Return whether the lock's holder is this process."""
    content = _content(document)
    return (content.get("host"), content.get("pid")) == (_host(), os.getpid())


def lock_path(document: Path) -> Path:
    """Return the path of the lock file."""
    return document.with_name(document.name + "-lock")


def holder_of(document: Path) -> str:
    """Return a description of the lock's holder."""
    try:
        content = _content(document)
        name, host, pid, since = (content[key] for key in ("curator", "host", "pid", "since"))
        start = datetime.fromisoformat(since).astimezone()
    except (ValueError, KeyError, TypeError):
        return message("another program")
    place = message("this computer") if host == _host() else host
    return message(
        "{value} on {place} (process {pid}, since {since})",
        value=name or message("someone"),
        place=place,
        pid=pid,
        since=start.strftime("%Y-%m-%d %H:%M"),
    )


def _content(document: Path) -> dict[str, Any]:
    """Return what the lock file says of its holder; empty if it is missing or says nothing."""
    try:
        content = json.loads(read_bounded(lock_path(document), _LONGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _host() -> str:
    """Return the name of this computer, without importing `socket` just for that."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _write(descriptor: int, curator: str) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    content = {"curator": curator, "host": _host(), "pid": os.getpid(), "since": since}
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(content).encode())


def _is_still(path: Path, descriptor: int) -> bool:
    """Return whether the locked file still has that name; its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
