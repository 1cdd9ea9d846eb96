"""The document: one file that holds table, predictions, decisions, models and reports."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.components import Parts
from mltag_desktop.core.workspace.storage.connection_pool import Store, explained
from mltag_desktop.core.workspace.storage.journal import now
from mltag_desktop.core.workspace.storage.lock_file import Holder, is_held, who
from mltag_desktop.core.workspace.storage.metadata import first_values, tag_infos
from mltag_desktop.core.workspace.storage.schema import (
    VERSION,
    DamagedModelError,
    check_mark,
    check_size,
    check_structure,
    check_tables,
    create_file,
    damaged,
    format_of,
    verify,
    version_of,
)
from mltag_desktop.core.workspace.storage.write_ahead_log import (
    Verdict,
    drop_log,
    has_log,
    judge,
    move_logs_away,
    private_copy,
    turn_log_on,
    unsaved,
)
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace_face_history import HistoryFace
from mltag_desktop.core.workspace.workspace_face_models import ModelsFace
from mltag_desktop.core.workspace.workspace_face_table import TableFace

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.recovery.backups import Backup

_TRIES: Final = 3


class Workspace(TableFace, HistoryFace, ModelsFace):
    """A `.mltag` file, safe to use from several threads; methods that write return what they changed.

    All raise `MltagError` for what the disk or the user does wrong. Attributes: `path`, `curator`,
    `read_only`, `read_only_reason` (in words) and `held_by` (who else has it open for writing), both empty
    when it can be written to.
    """

    def __init__(
        self, path: Path, curator: str, store: Store, holder: Holder | None, held_by: str, cache: Path | None
    ) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.curator = curator
        self.read_only_reason = store.read_only
        self.read_only = bool(store.read_only)
        self.held_by = held_by
        self.unsaved = unsaved(path)
        """Logs that were moved away from beside the file, since they belong to another one of that name."""
        self.has_foreign_log = self.read_only and not held_by and judge(path) is Verdict.FOREIGN
        """Whether a log of another file lies beside it, which is left there since nothing may be written."""
        self._holder = holder
        self._folder = contextlib.ExitStack()
        self._parts = Parts(store, curator, cache)
        self._is_verified = self._is_table_verified = False
        self._backed_up = self._parts.journal.last

    @classmethod
    def create(
        cls, path: Path, curator: str, tags: Sequence[str | TagInfo] = (), *, cache: Path | None = None
    ) -> "Workspace":
        """Make a new, empty document; models are unpacked below `cache`, by default a temporary folder."""
        path = path.absolute()
        create_file(path, first_values(tag_infos(tags), now().isoformat(timespec="seconds")))
        return cls.open(path, curator, cache=cache)

    @classmethod
    def open(
        cls,
        path: Path,
        curator: str,
        *,
        cache: Path | None = None,
        backups: Path | None = None,
        write: bool = True,
    ) -> "Workspace":
        """Open a document, read-only when another program has it open or the folder is read-only.

        One of an earlier format is brought up to date; with `backups`, a folder, a copy is kept there first.
        Without `write` nothing is written, neither to the file nor beside it. A log that a killed program
        left is taken in when it belongs to the file, else it is moved away, see `unsaved`.
        """
        path = path.absolute()
        check_mark(path)
        holder, why, held_by = _hold(path, curator) if write else _only_look(path)
        with contextlib.ExitStack() as undo:
            if holder is not None:
                undo.callback(holder.release)
            folder = undo.enter_context(contextlib.ExitStack())
            with _making_sense(path):
                if holder is not None:
                    _take_in_log(path)
                store = _store(path, folder, why, held_by)
                undo.callback(store.close)
                with store.read() as connection:
                    check_structure(connection, path)
                    if not why and version_of(connection) < VERSION:
                        _bring_up_to_date(connection, path, backups)
                    check_tables(connection, path)
                if not why:
                    store.own()
                made = cls(path, curator, store, holder, held_by, cache)
            made._folder = folder
            undo.pop_all()
            return made

    def close(self) -> None:
        """Close every thread's connection and let go of the document; a second call does nothing."""
        self._parts.store.close()
        self._parts.shelf.close()
        self._folder.close()
        if self._holder is not None:
            if self.path.exists() and judge(self.path) is Verdict.FOREIGN:  # the file was replaced
                move_logs_away(self.path)
            self._holder.release()
            self._holder = None

    def save_copy(self, progress: Progress, target: Path, *, replace: bool = False) -> None:
        """Write a copy of the document as it is now, while it stays in use; whole or not at all."""
        if target.exists() and target.samefile(self.path):
            raise MltagError(f"{target} is this workspace.", "Choose another name.")
        from mltag_desktop.core.workspace.recovery.backups import copy_document

        with self._parts.store.read() as connection:
            copy_document(progress, connection, target.absolute(), replace=replace)

    def sign_as(self, curator: str) -> None:
        """Write this name beside the decisions that come from now on."""
        self.curator = self._parts.journal.curator = curator

    def backup(
        self, progress: Progress, folder: Path, why: str = "", kept: int | None = 10
    ) -> "Backup | None":
        """Make a rolling copy in `folder` when one is due, once a day or after many decisions.

        With a reason ("asked") always. Returns None when none was due. Beyond `kept` copies the oldest go.
        The whole file is verified first, and once after opening. Raises `DamagedError` for a damaged one,
        whose copy would push out a good one. When models alone are damaged, the copy is made for the sake of
        the decisions, no older copy is deleted, and `DamagedModelError` is raised.
        """
        from mltag_desktop.core.workspace.recovery.backups import Backups

        backups = Backups(folder, self.path, kept=kept)
        reason = why or backups.is_due(self._parts.journal.last - self._backed_up)
        damage: DamagedModelError | None = None
        if reason or not self._is_verified:
            try:
                self.verify()
            except DamagedModelError as error:
                self._is_verified = True  # it is told once, and again with each copy
                damage = error
                backups = Backups(folder, self.path, kept=None)
        made: Backup | None = None
        if reason:
            last = self._parts.journal.last
            with self._parts.store.read() as connection:
                made = backups.take(progress, connection, reason)
            self._backed_up = last
        if damage is not None:
            raise damage
        return made

    def verify(self) -> None:
        """Read and verify every byte of the file.

        Raises `DamagedError` at a fault, and `DamagedModelError` when models alone are damaged.
        """
        with self._parts.store.read() as connection:
            verify(connection, self.path)
        self._is_verified = self._is_table_verified = True

    def verify_table(self) -> None:
        """Verify all but the models' bytes, unless this was done since opening; raises `DamagedError`."""
        if not self._is_table_verified:
            with self._parts.store.read() as connection:
                verify(connection, self.path, models=False)
            self._is_table_verified = True

    def settle(self) -> None:
        """Bring all that was written into the one file, for whoever copies it while it is open."""
        if not self.read_only:
            self._parts.store.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def preference(self, name: str) -> Any:
        """Return what was chosen or noted for this workspace under a name, as JSON values; else None."""
        return self._parts.meta.get(f"preference_{name}")

    def set_preference(self, name: str, value: Any) -> None:
        """Keep a choice, or an answer that need not be asked for again; no step of the journal."""
        with self._parts.store.write(urgent=True) as transaction:
            self._parts.meta.set(transaction, **{f"preference_{name}": value})


@contextlib.contextmanager
def _making_sense(path: Path) -> Iterator[None]:
    """Turn what content that makes no sense leads to into `MltagError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise damaged(path, "its metadata is invalid") from error
    except OSError as error:
        raise MltagError(
            f"{path} cannot be opened: {error.strerror}.",
            "Free some space, and check who owns the file and its folder.",
        ) from error


def _take_in_log(path: Path) -> None:
    """Make sure that whatever log lies beside the file belongs to it; the lock is held."""
    verdict = judge(path)
    if verdict is not Verdict.OWN:
        check_size(path)
    if verdict is Verdict.FOREIGN:
        move_logs_away(path, ("-wal",))
    elif verdict is Verdict.NONE and has_log(path):
        drop_log(path)
    move_logs_away(path, ("-journal",))  # of a change of the mode alone, which is done past SQLite now
    if format_of(path) < VERSION:
        with path.open("r+b", buffering=0) as file:
            turn_log_on(file.fileno())


def _store(path: Path, folder: contextlib.ExitStack, why: str, held_by: str) -> Store:
    """Open the file itself, or a private copy where it could not be read without a write beside it."""
    if not why:
        return Store(path)
    verdict = judge(path)
    if held_by:
        for _ in range(_TRIES):  # the one who writes may just have begun the log again
            if verdict is Verdict.FOREIGN:
                verdict = judge(path)
        return Store(path, read_only=why, immutable=verdict is Verdict.FOREIGN)
    if verdict is not Verdict.OWN:
        check_size(path)
        if format_of(path) >= VERSION:
            return Store(path, read_only=why, immutable=True)
    from mltag_desktop.core.workspace.storage.migrations import migrate

    copy = folder.enter_context(private_copy(path, with_log=verdict is Verdict.OWN))
    with explained(path), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        check_structure(connection, path)
        migrate(connection)
    return Store(path, read_only=why, immutable=True, place=copy)


def _only_look(path: Path) -> tuple[None, str, str]:
    """Say why a file is not written, and who has it open."""
    held_by = who(path) if is_held(path) else ""
    return None, f"it is in use by {held_by}" if held_by else "it was opened to be read", held_by


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, backups: Path | None) -> None:
    from mltag_desktop.core.workspace.recovery.backups import Backups
    from mltag_desktop.core.workspace.storage.migrations import migrate

    if backups is not None:
        Backups(backups, path, kept=None).take(SILENT, connection, "migration")
    migrate(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _hold(path: Path, curator: str) -> tuple[Holder | None, str, str]:
    """Take the right to write; returns it, or why not in words, and who has it."""
    if not os.access(path, os.W_OK):
        return None, "the file is not writable", ""
    try:
        holder = Holder.take(path, curator)
    except OSError:
        return None, "its folder is not writable", ""
    if holder is None:
        held_by = who(path)
        return None, f"it is in use by {held_by}", held_by
    return holder, "", ""
