"""Access to the workspace file from several threads: one connection each, one writer at a time."""

import contextlib
import errno
import itertools
import shutil
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.messages import Message, message, sentences, template
from mltag_desktop.core.workspace.storage.decision_log import DecisionLog, DecisionLogContent
from mltag_desktop.core.workspace.storage.schema import DamagedError, check_size, damaged
from mltag_desktop.core.workspace.storage.side_files import (
    Ownership,
    Verdict,
    is_held,
    log_ownership,
    private_copy,
    real_path,
)

_BUSY_MILLISECONDS: Final = 10_000
_CACHE_KIB: Final = 512
"""Pages that each connection keeps, instead of SQLite's 2,000 KiB: nearly all pages hold parts of blobs,
which are read once, and there is a connection for each thread."""
_ROWS_A_STATEMENT: Final = 200
_LEAST_ROOM: Final = 64 << 10
"""Free space in bytes below which SQLite cannot create or extend a log; it then reports another error."""


class WriteQueue:
    """Admits one writer at a time, in the order in which they came."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._threads: deque[int] = deque()
        """The thread that writes, then those that wait."""

    @property
    def waiting(self) -> int:
        """Number of waiting writers."""
        return max(0, len(self._threads) - 1)

    @contextlib.contextmanager
    def enter(self) -> Iterator[None]:
        """Wait until all earlier writers have finished, and be the writer in the block."""
        me = threading.get_ident()
        with self._condition:
            if me in self._threads:
                raise RuntimeError("a writer waits for itself")
            self._threads.append(me)
            try:
                self._condition.wait_for(lambda: self._threads[0] == me)
            except BaseException:  # interrupted
                self._leave(me)
                raise
        try:
            yield
        finally:
            with self._condition:
                self._leave(me)

    def _leave(self, me: int) -> None:
        self._threads.remove(me)
        self._condition.notify_all()


class Transaction:
    """An open write transaction; actions passed to `then` run after the commit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._then: list[Callable[[], object]] = []
        self.logged: list[bytes] = []
        """Lines for the decision log, which are on the disk before the transaction is acknowledged."""

    def execute(self, sql: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self._connection.execute(sql, tuple(values))

    def executemany(self, sql: str, values: Iterable[Iterable[Any]]) -> None:
        """Run one statement for many rows of values."""
        self._connection.executemany(sql, values)  # type: ignore[arg-type]

    def insert(self, head: str, rows: Iterable[tuple[Any, ...]], tail: str = "") -> None:
        """Insert many rows per statement, because the thread waits for the GIL after each statement.

        `head` is the statement up to and including VALUES, `tail` the rest after the values.
        """
        remaining = iter(rows)
        while part := list(itertools.islice(remaining, _ROWS_A_STATEMENT)):
            places = ", ".join([f"({', '.join('?' * len(part[0]))})"] * len(part))
            self._connection.execute(f"{head} {places} {tail}", [*itertools.chain(*part)])

    def then(self, action: Callable[[], object]) -> None:
        """Run an action after the commit and before the next writer; never after a failure."""
        self._then.append(action)

    def finish(self) -> None:
        """Run the actions passed to `then`."""
        for action in self._then:
            action()


class ConnectionPool:
    """Connections to one file; raises `MltagError` for errors of the disk."""

    def __init__(
        self, path: Path, *, read_only: str = "", immutable: bool = False, place: Path | None = None
    ) -> None:
        """Open `path`, or its private copy `place`."""
        self.path = path
        self.read_only = read_only
        """The reason why the file is read-only; empty if it is writable."""
        self.place = place
        """The private copy that is open instead of the file, if any."""
        mode = "?mode=ro&immutable=1" if immutable else "?mode=ro" if read_only else "?mode=rw"
        self._uri = (place or path).resolve().as_uri() + mode
        self._ownership: Ownership | None = None
        self._decisions = DecisionLog(path)
        self._guard: sqlite3.Connection | None = None
        self._gate = WriteQueue()
        self._lock = threading.Condition()
        self._connections: dict[threading.Thread, sqlite3.Connection] = {}
        self._users: list[threading.Thread] = []
        self._closed = False

    @contextlib.contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Provide this thread's connection for a short read."""
        with self._using() as connection:
            try:
                with explained(self.path):
                    yield connection
            except DamagedError:
                self._check_place()  # a file overwritten by another one looks damaged
                raise

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Return the rows that a query finds."""
        with self.read() as connection:
            return connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reads of this thread in the block see the file as it is now, whatever others write."""
        with self._using() as connection:
            with explained(self.path):
                connection.execute("BEGIN")
            try:
                yield
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def own(self, noted: DecisionLogContent | None) -> None:
        """Tie the log to the file, from the first transaction on; `LookupError` if its token is missing.

        `noted` is what the decision log says; None if it has to be written from the file.
        """
        with self.read() as connection:
            self._ownership = Ownership(self.path, connection, self._decisions)
            self._decisions.begin(connection, noted, self._ownership.token)
        # Closing the last connection writes the log into the file, which is wrong if the file was replaced.
        uri = f"{self.path.resolve().as_uri()}?mode=ro"
        self._guard = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._guard.execute("SELECT 1 FROM sqlite_master").fetchone()

    @contextlib.contextmanager
    def write(self, *, durable: bool = True) -> Iterator[Transaction]:
        """Open a transaction that is committed at the end of the block; keep it short if others may wait.

        A transaction that is not `durable` may be lost in a power failure, but not in a crash of the program;
        the next durable transaction syncs it. Use it for data that can be created again.
        """
        if self.read_only:
            raise MltagError(
                message(
                    "{name} is open read-only: {read_only}.", name=self.path.name, read_only=self.read_only
                ),
                hint_for(self.read_only, "Close it there or make the folder writable, then open it again."),
            )
        with self._gate.enter(), self._using() as connection:
            self._check_place()
            transaction = Transaction(connection)
            with explained(self.path):
                connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                connection.execute("BEGIN IMMEDIATE")
                try:
                    if self._ownership is not None:
                        with self._disk_explained():
                            self._ownership.begin(connection)
                    yield transaction
                    self._check_place()  # a commit may write the log into the file
                    connection.execute("COMMIT")
                    if self._ownership is not None:
                        with contextlib.suppress(OSError):  # the transaction is saved
                            self._ownership.finish()
                        self._decisions.append(transaction.logged)
                finally:
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
            transaction.finish()

    def settle(self) -> None:
        """Write the log into the file and empty it, as far as no reader needs older pages."""
        with self._using() as connection, explained(self.path):
            self._check_place()
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of it, while others can write
        with self._gate.enter(), self._using() as connection, explained(self.path):
            self._check_place()
            connection.execute("PRAGMA busy_timeout = 0")
            try:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")

    def close(self) -> None:
        """Wait for running operations, then close all connections; a second call does nothing."""
        me = threading.current_thread()
        with self._lock:
            self._closed = True
            # reads of this thread were interrupted by an error, so nothing else would end them
            self._lock.wait_for(lambda: all(user is me for user in self._users))
            is_held = self._ownership is not None and self._ownership.is_held()
            if self._guard is not None and is_held:
                self._guard.close()
            for connection in self._connections.values():
                connection.close()
            self._connections.clear()
            if self._guard is not None:
                self._guard.close()
            if self._ownership is not None:
                self._ownership.close()
            self._guard = self._ownership = None

    def _check_place(self) -> None:
        """Raise `MltagError` if the file was moved or replaced, because later writes would be lost."""
        with self._disk_explained():
            if self._ownership is None or self._ownership.is_held():
                return
        hint = message("Move it back, or save a copy: everything saved so far is still available.")
        if self._ownership.is_there():
            hint = message("Close it: what was not in the file yet is kept beside it.")
        raise MltagError(
            message("{path} no longer exists: it was moved, deleted or replaced.", path=self.path), hint
        )

    @contextlib.contextmanager
    def _disk_explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            code = sqlite3.SQLITE_READONLY if isinstance(error, PermissionError) else sqlite3.SQLITE_IOERR
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                code = sqlite3.SQLITE_FULL
            message, hint = _EXPLANATIONS[code]
            raise StorageError(message.format(path=self.path, error=error.strerror), hint) from error

    @contextlib.contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._closed:
                raise MltagError(message("{name} is closed.", name=self.path.name), "Open it again.")
            connection = self._connections.get(threading.current_thread()) or self._connect()
            self._users.append(threading.current_thread())
        try:
            yield connection
        finally:
            with self._lock:
                self._users.remove(threading.current_thread())
                self._lock.notify_all()

    def _connect(self) -> sqlite3.Connection:
        for thread in [each for each in self._connections if not each.is_alive()]:
            self._connections.pop(thread).close()
        with explained(self.path):
            connection = sqlite3.connect(
                self._uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=64
            )
            try:
                self._prepare(connection)
            except BaseException:
                connection.close()
                raise
        self._connections[threading.current_thread()] = connection
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        # This reads the schema. SQLite may quote bytes of a damaged one that are no UTF-8; whoever uses the
        # schema raises the error.
        with contextlib.suppress(sqlite3.DatabaseError, UnicodeDecodeError):
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if self.read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")


def store_to_read(path: Path, stack: contextlib.ExitStack, why: str) -> ConnectionPool:
    """Open a file for reading until the stack closes; nothing is written, neither to it nor next to it.

    Its log is read if it belongs to the file. Raises `MltagError` for a truncated file without a log.
    """
    path = real_path(path)
    verdict, in_use = log_ownership(path), is_held(path)
    place = None
    if verdict is not Verdict.OWN:
        check_size(path)
    elif not in_use:
        place = stack.enter_context(private_copy(path))
    is_alone = verdict is Verdict.NONE and not in_use
    store = ConnectionPool(path, read_only=why, immutable=is_alone or verdict is Verdict.FOREIGN, place=place)
    stack.callback(store.close)
    return store


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Convert SQLite errors caused by the disk or the file to `MltagError`; bugs pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise damaged(path, str(error)) from error
        if str(error).startswith("Could not decode"):  # raised by Python; quotes the whole cell
            raise damaged(path, message("it contains a text that is not UTF-8")) from error
        if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and is_full(path.parent):
            code = sqlite3.SQLITE_FULL
        if code not in _EXPLANATIONS:
            raise
        words, hint = _EXPLANATIONS[code]
        raise StorageError(Message(words, {"path": path, "error": error}), hint) from error


def is_full(folder: Path, needed: int = _LEAST_ROOM) -> bool:
    """Return whether the disk of a folder has less than `needed` bytes of free space."""
    try:
        return shutil.disk_usage(folder).free < needed
    except OSError:
        return False


DISK_FULL: Final = message("its disk is full")
"""Why a workspace is read-only on a disk that has no room for its lock."""


def hint_for(why: str, usual: str) -> str:
    """Return what to do when a workspace is read-only for a reason: free some space, or the usual hint."""
    return message("Free some space, then open it again.") if why == DISK_FULL else usual


_SAFE: Final = message("Everything saved before is kept.")
_EXPLANATIONS: Final = {
    sqlite3.SQLITE_FULL: (
        template("{path} could not be saved: the disk is full."),
        sentences(message("Free some space, then try again."), _SAFE),
    ),
    sqlite3.SQLITE_IOERR: (
        template("{path} could not be read or saved: {error}."),
        sentences(message("Check the disk, then try again."), _SAFE),
    ),
    sqlite3.SQLITE_READONLY: (
        template("{path} could not be saved: the file is not writable."),
        sentences(message("Make the file and its folder writable."), _SAFE),
    ),
    sqlite3.SQLITE_PERM: (template("{path} cannot be opened: {error}."), message("Check who owns the file.")),
    sqlite3.SQLITE_CANTOPEN: (
        template("{path} cannot be opened: {error}."),
        message("Check that the file and its folder exist and are writable."),
    ),
    sqlite3.SQLITE_PROTOCOL: (
        template("{path} cannot be locked on this disk: {error}."),
        message("Move the workspace to a local disk, then open it again."),
    ),
    sqlite3.SQLITE_BUSY: (
        template("{path} is in use by another program."),
        message("Close it there, then try again."),
    ),
}
