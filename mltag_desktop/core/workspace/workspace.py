"""The workspace: one file with table, predictions, decisions, models and reports."""

import contextlib
import errno
import os
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.processes.pool import send_as_place
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.decisions.decisions import Decisions
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholdStore
from mltag_desktop.core.workspace.decisions.tag_set import TagSet
from mltag_desktop.core.workspace.models.caches import EmbeddingStore, OffTopicStore, TextMapStore
from mltag_desktop.core.workspace.models.model_store import ModelStore
from mltag_desktop.core.workspace.models.prediction_store import PredictionStore
from mltag_desktop.core.workspace.pending_predictions import PendingPredictions
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.records.record_store import RecordStore, SourceRevisions
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import TextStore
from mltag_desktop.core.workspace.recovery.rebuilding import bring_back, lost_steps
from mltag_desktop.core.workspace.storage.connection_pool import (
    DISK_FULL,
    ConnectionPool,
    explained,
    hint_for,
    store_to_read,
)
from mltag_desktop.core.workspace.storage.decision_log import (
    ENDING,
    DecisionLogContent,
    decisions_path,
    read_decisions,
)
from mltag_desktop.core.workspace.storage.journal import Journal, now
from mltag_desktop.core.workspace.storage.metadata import (
    WorkspaceMetadata,
    aliases_of,
    first_values,
    tag_infos,
    tags_of,
)
from mltag_desktop.core.workspace.storage.schema import (
    VERSION,
    DamagedModelError,
    check_kinds,
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
from mltag_desktop.core.workspace.storage.side_files import (
    Verdict,
    WriteLock,
    copy_log,
    drop_log,
    holder_of,
    is_held,
    log_ownership,
    loses_changes,
    move_logs_away,
    private_copy,
    real_path,
    repair_token,
    token_of,
    turn_log_on,
    unsaved,
)
from mltag_desktop.core.workspace.types import States, TagInfo

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.decisions.history import History
    from mltag_desktop.core.workspace.records.source_merge import RecordRepair, SourceMerge
    from mltag_desktop.core.workspace.recovery.backups import Backup
    from mltag_desktop.core.workspace.search.table_scan import TableScan

P = ParamSpec("P")


class Workspace:
    """A `.mltag` file and its parts, safe to use from several threads.

    The parts are attributes: `table` (records and their import), `source_merge`, `record_repair`, `scan`
    (searches and whole columns), `tag_set`, `thresholds`, `decisions`, `journal`, `history`
    (undo, redo and earlier states), `models`, `predictions`, `pending_predictions`, `off_topic`, `embeddings`
    and `text_maps`. Their methods that write return what they changed. All raise `MltagError` for what the
    disk or the user does wrong.

    What the first page of a table needs is made at once. The other parts are imported and made when they are
    first asked for, since their import would be felt at the start.

    Other attributes: `path`, `curator`, `read_only`, `read_only_reason` (in words) and `held_by` (who else
    has it open for writing), both empty when it can be written to.
    """

    def __init__(
        self,
        path: Path,
        curator: str,
        store: ConnectionPool,
        holder: WriteLock | None,
        held_by: str,
        cache: Path | None,
    ) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.curator = curator
        self.read_only_reason = store.read_only
        self.read_only = bool(store.read_only)
        self.held_by = held_by
        self.unsaved = unsaved(path)
        """Logs that were kept, because they belong to another file of this name, or version of it."""
        self.taken_over = holder.taken_over if holder is not None else ""
        """Who left a lock on another computer, where it may still be open; empty for nobody."""
        self.recovery_note = ""
        """What was lost with a damaged log and came back from the decision log; empty if nothing was."""
        self._holder = holder
        self._folder = contextlib.ExitStack()
        self._store = store
        self._meta = WorkspaceMetadata(store)
        self._states = _states_of(self._meta)
        texts, records = TextStore(store), RecordStore(store)
        self._revisions = SourceRevisions(store, self._meta, records, self._states)
        slots = self._revisions.slots(self._revisions.rows())
        self._states.append(texts.digests(self._meta["generation"])[slots], slots)
        show_predictions = _weakly(self._show_predictions)
        self.predictions = PredictionStore(store, self._meta, self._states)
        self.journal = Journal(store, curator, self._states.canonical)
        used = _weakly(self._use_tags), _weakly(self._use_mode)
        self.tag_set = TagSet(store, self._meta, self.journal, self._states.code, *used)
        self._states.allow_several(self.tag_set.several)
        self.thresholds = ReviewThresholdStore(
            store, self._meta, self.journal, self._states.canonical, self.tag_set
        )
        self.models = ModelStore(
            store, self._meta, self.journal, cache, show_predictions, self.predictions.forget
        )
        self._show_predictions()
        self.decisions = Decisions(store, self.journal, self._states, self.predictions, self.tag_set)
        self.table = WorkspaceTable(
            store,
            self._meta,
            texts,
            self._revisions,
            self._states,
            self.journal,
            self.predictions,
            show_predictions,
        )
        self.pending_predictions = PendingPredictions(
            store, self.table, self._states, self.predictions, self.models
        )
        if self._revisions.current or self._revisions.next() > 1:
            self.source_merge.show()
        self.embeddings = EmbeddingStore(store)
        self.text_maps = TextMapStore(store)
        self.off_topic = OffTopicStore(store, self._meta, self._states)
        self.off_topic.show(self.models.active, self.table.stamp)
        self._is_verified = self._is_table_verified = False
        self._backed_up = self.journal.last

    @classmethod
    def create(cls, path: Path, curator: str, tags: Sequence[str | TagInfo] = ()) -> "Workspace":
        """Create an empty workspace."""
        path = path.absolute()
        create_file(path, first_values(tag_infos(tags), now().isoformat(timespec="seconds")))
        return cls.open(path, curator)

    @classmethod
    def open(
        cls,
        path: Path,
        curator: str,
        *,
        cache: Path | None = None,
        backups: Path | None = None,
        write: bool = True,
        held: bool = False,
    ) -> "Workspace":
        """Open a workspace; read-only if another program has it open or the folder is read-only.

        Models are unpacked below `cache`, by default a temporary folder. A file of an earlier format is
        migrated; with `backups`, a folder, it is copied there first. Without `write` nothing is written,
        neither to the file nor next to it. The log of a killed program is replayed if it belongs to the file,
        else it is moved away, see `unsaved`.

        With `held`, another process of this program has it open for writing, so its log is known to be its
        own; only a reader asks for this.
        """
        path = real_path(path.absolute())
        check_mark(path)
        holder, why, held_by = _take_lock(path, curator, write=write)
        with contextlib.ExitStack() as undo:
            if holder is not None:
                undo.callback(holder.release)
            folder = undo.enter_context(contextlib.ExitStack())
            note = ""
            with _making_sense(path):
                noted = read_decisions(decisions_path(path))  # before the file, which others may write
                if holder is not None:
                    _take_in_log(path)
                if held:
                    store = ConnectionPool(path, read_only=why)
                else:
                    store, note = _store(path, folder, why, held_by, noted)
                undo.callback(store.close)
                with store.read() as connection:
                    check_structure(connection, path)
                    if not why and version_of(connection) < VERSION:
                        _bring_up_to_date(connection, path, backups)
                    check_tables(connection, path)
                    if not why:
                        noted, note = _complete(connection, path, noted)
                if not why:
                    store.own(noted)
                with store.snapshot() if why else contextlib.nullcontext():  # others may write meanwhile
                    made = cls(path, curator, store, holder, held_by, cache)
            made._folder = folder
            made.recovery_note = note
            undo.pop_all()
            return made

    def close(self) -> None:
        """Close all connections and release the lock; a second call does nothing."""
        self._store.close()
        self.models.close()
        self._folder.close()
        holder, self._holder = self._holder, None
        if holder is not None:
            try:
                if (
                    self.path.is_file() and log_ownership(self.path) is Verdict.FOREIGN
                ):  # the file was replaced
                    move_logs_away(self.path, ("-wal", "-journal"))
            finally:
                holder.release()

    def save_copy(self, progress: Progress, target: Path, *, replace: bool = False) -> None:
        """Write a copy of the workspace atomically, while it stays in use."""
        if target.exists() and self.path.exists() and target.samefile(self.path):
            raise MltagError(message("{target} is this workspace.", target=target), "Choose another name.")
        from mltag_desktop.core.workspace.recovery.backups import copy_document

        with self._store.read() as connection:
            copy_document(progress, connection, self.path, target.absolute(), replace=replace)

    def require_writable(self) -> None:
        """Raise `MltagError` if it is read-only, with who has it open."""
        if self.held_by:
            raise MltagError(
                message(
                    "{path} is open in another program ({held_by}).", path=self.path, held_by=self.held_by
                ),
                "Close it there, then try again.",
            )
        if self.read_only:
            raise MltagError(
                message("{path} is read-only: {reason}.", path=self.path, reason=self.read_only_reason),
                hint_for(
                    self.read_only_reason, "Change the permissions of the file and its folder, or copy it."
                ),
            )

    def sign_as(self, curator: str) -> None:
        """Set the curator of later decisions."""
        self.curator = self.journal.curator = curator

    def backup(
        self, progress: Progress, folder: Path, why: str = "", kept: int | None = 10
    ) -> "Backup | None":
        """Make a rolling copy in `folder` if one is due: once a day or after many decisions.

        With a reason ("asked") always make one. Returns None if none was due. The oldest copies beyond `kept`
        are deleted. The file is verified once after opening and before the first copy. Raises `DamagedError`
        for a damaged file, whose copy would replace a good one. If only models are damaged, the copy is made
        to save the decisions, no older copy is deleted, and `DamagedModelError` is raised.
        """
        from mltag_desktop.core.workspace.recovery.backups import Backups

        backups = Backups(folder, self.path, kept=kept)
        reason = why or backups.is_due(self.journal.last - self._backed_up)
        damage: DamagedModelError | None = None
        if reason or not self._is_verified:
            try:
                self.verify()
            except DamagedModelError as error:
                self._is_verified = True  # it is reported once, and again with each copy
                damage = error
                backups = Backups(folder, self.path, kept=None)
        made: Backup | None = None
        if reason:
            last = self.journal.last
            with self._store.read() as connection:
                made = backups.take(progress, connection, reason)
            self._backed_up = last
        if damage is not None:
            raise damage
        return made

    def verify(self) -> None:
        """Read and verify every byte of the file.

        Raises `DamagedError` at the first fault, and `DamagedModelError` if only models are damaged.
        """
        with self._store.read() as connection:
            verify(connection, self.path)
        self._is_verified = self._is_table_verified = True

    def verify_table(self) -> None:
        """Verify everything except the models' files, once after opening; raises `DamagedError`."""
        if not self._is_table_verified:
            with self._store.read() as connection:
                verify(connection, self.path, models=False)
            self._is_table_verified = True

    def settle(self) -> None:
        """Write the log into the file, for programs that copy the file while it is open."""
        if not self.read_only:
            self._store.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def preference(self, name: str) -> Any:
        """Return a stored preference of this workspace as JSON values; None if it is not set."""
        return self._meta.get(f"preference_{name}")

    def preferences(self) -> dict[str, Any]:
        """Return all stored preferences of this workspace by name."""
        return self._meta.with_prefix("preference_")

    def set_preference(self, name: str, value: Any) -> None:
        """Store a preference or a remembered answer; this is not a journal step."""
        with self._store.write() as transaction:
            self._meta.set(transaction, **{f"preference_{name}": value})

    @property
    def has_several_tags(self) -> bool:
        """Whether records have several tags: as chosen, or else whether any record has an additional tag."""
        return self._states.several

    def states(self) -> States:
        """Return a consistent snapshot of all records; cheap, arrays are copied only on the next write."""
        return self._states.picture()

    @cached_property
    def source_merge(self) -> "SourceMerge":
        """Planning and applying changes of the source."""
        from mltag_desktop.core.workspace.records.source_merge import SourceMerge

        return SourceMerge(self.table)

    @cached_property
    def record_repair(self) -> "RecordRepair":
        """Repairs quarantined records."""
        from mltag_desktop.core.workspace.records.source_merge import RecordRepair

        return RecordRepair(self.table, self.source_merge)

    @cached_property
    def scan(self) -> "TableScan":
        """Operations that read all records: texts, columns, sort orders, searches, training examples."""
        from mltag_desktop.core.workspace.search.table_scan import TableScan

        return TableScan(self.table, self._states)

    @cached_property
    def history(self) -> "History":
        """Undo and redo, earlier states and the return to them."""
        from mltag_desktop.core.workspace.decisions.history import History

        workspace = weakref.proxy(self)  # see `_weakly`
        return History(
            self._store,
            self.journal,
            self._states,
            self.decisions,
            lambda: (
                workspace.table,
                workspace.source_merge,
                workspace.tag_set,
                workspace.thresholds,
                workspace.models,
            ),
            _weakly(self._mark_changed_texts),
        )

    def _mark_changed_texts(self) -> None:
        """Show which records need another look, now that other steps count."""
        if self._revisions.next() > 1:
            self.source_merge.update_outdated()

    def _show_predictions(self) -> None:
        """Show the predictions of the active model."""
        self.predictions.show(self.models.active, hidden=self.models.candidates)

    def _use_mode(self, several: bool | None) -> None:
        """Apply the choice of one tag or several tags per record."""
        self._states.allow_several(several)
        self.predictions.recode()

    def _use_tags(self, tags: Sequence[TagInfo]) -> None:
        """Apply the current tags and their names everywhere."""
        is_renamed = self._states.rename(aliases_of(tags))
        changed = self._states.offer(tag.name for tag in tags)
        if not is_renamed and not self.predictions.has_any(changed):
            return
        with self._states.changing():
            self.predictions.recode()
            if is_renamed:
                self.decisions.recompute()
        if is_renamed:
            self._mark_changed_texts()


def _states_of(meta: WorkspaceMetadata) -> RecordStates:
    """Return the states of no records yet, with the tags of the workspace and their earlier names."""
    states = RecordStates(tag["name"] for tag in meta["tags"])
    states.rename(aliases_of(tags_of(meta["tags"])))
    return states


@contextlib.contextmanager
def _making_sense(path: Path) -> Iterator[None]:
    """Convert errors caused by invalid content to `MltagError`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as error:
        raise damaged(path, message("its metadata is invalid")) from error
    except OSError as error:
        raise MltagError(
            message("{path} cannot be opened: {strerror}.", path=path, strerror=error.strerror),
            "Free some space, and check who owns the file and its folder.",
        ) from error


def _take_in_log(path: Path) -> None:
    """Ensure that any log next to the file belongs to it; the lock is held."""
    verdict = log_ownership(path)
    if verdict is not Verdict.OWN:
        check_size(path)
    if verdict is Verdict.FOREIGN:
        move_logs_away(path, ("-wal",))
    elif verdict is Verdict.NONE:
        drop_log(path)
    # from a change of the journal mode, which the program does without SQLite now
    move_logs_away(path, ("-journal",))
    if format_of(path) < VERSION:
        with path.open("r+b", buffering=0) as file:
            turn_log_on(file.fileno())


def _complete(
    connection: sqlite3.Connection, path: Path, noted: DecisionLogContent | None
) -> tuple[DecisionLogContent | None, str]:
    """Bring back the decisions that a file lacks, and write its log into it; the lock is held.

    Return what the decision log says, None if it has to be written from the file, and a note on what was
    lost. The decision log of another file of that name, or of another version of this one, is moved away.
    """
    is_damaged = loses_changes(path, connection)
    if is_damaged:
        copy_log(path)
    repair_token(connection)
    note = ""
    token = token_of(path)
    lost = lost_steps(connection, noted, token)
    if lost or is_damaged:
        connection.execute("BEGIN IMMEDIATE")
        back = bring_back(connection, lost)
        connection.execute("COMMIT")
        has_copy = noted is not None and noted.belongs_to(token)
        note = back.words(path, is_log_damaged=is_damaged, has_copy=has_copy)
    elif noted is not None and noted.holds_more_than(connection):
        move_logs_away(path, (ENDING,))
        noted = None
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return None if lost else noted, note


def _store(
    path: Path, folder: contextlib.ExitStack, why: str, held_by: str, noted: DecisionLogContent | None
) -> tuple[ConnectionPool, str]:
    """Open the file, or a private copy if reading it would write next to it or needs the decision log.

    Return a note on what was lost, too.
    """
    if not why:
        return ConnectionPool(path), ""
    token, store = token_of(path), store_to_read(path, folder, why)
    if held_by:
        return store, ""
    if store.place is None and format_of(path) >= VERSION:
        with store.read() as connection:
            check_kinds(connection, path)
            if not lost_steps(connection, noted, token):
                return store, ""
    from mltag_desktop.core.workspace.storage.migrations import migrate

    store.close()
    copy = store.place or folder.enter_context(private_copy(path, with_log=False))
    with explained(path), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        is_damaged = loses_changes(copy, connection)
        check_structure(connection, path)
        migrate(connection, path)
        lost = lost_steps(connection, noted, token)
        note = ""
        if lost or is_damaged:
            has_copy = noted is not None and noted.belongs_to(token)
            note = bring_back(connection, lost).words(path, is_log_damaged=is_damaged, has_copy=has_copy)
    return ConnectionPool(path, read_only=why, immutable=True, place=copy), note


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, backups: Path | None) -> None:
    from mltag_desktop.core.workspace.recovery.backups import Backups
    from mltag_desktop.core.workspace.storage.migrations import migrate

    if backups is not None:
        Backups(backups, path, kept=None).take(SILENT, connection, "migration")
    migrate(connection, path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _take_lock(path: Path, curator: str, *, write: bool) -> tuple[WriteLock | None, str, str]:
    """Take the lock to `write`; return it, or the reason why not and its holder."""
    if write and not os.access(path, os.W_OK):
        return None, message("the file is not writable"), ""
    try:
        holder = WriteLock.take(path, curator) if write else None
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return None, DISK_FULL if is_full else message("its folder is not writable"), ""
    if holder is not None:
        return holder, "", ""
    held_by = holder_of(path) if write or is_held(path) else ""
    in_use = message("it is in use by {held_by}", held_by=held_by)
    return None, in_use if held_by else message("it was opened to be read"), held_by


def _weakly(method: Callable[P, None]) -> Callable[P, None]:
    """Return a function that calls a bound method, and nothing once its object is gone.

    Parts that hold methods of their workspace would form a reference cycle with it: a closed workspace of a
    million records would keep 60 MiB until the next complete garbage collection.
    """
    reference = weakref.WeakMethod(method)

    def call(*args: P.args, **keywords: P.kwargs) -> None:
        found = reference()
        if found is not None:
            found(*args, **keywords)

    return call


def _opened_beside(path: Path, curator: str, cache: Path, held: bool) -> Workspace:
    return Workspace.open(path, curator, cache=cache, write=False, held=held)


def _place_of(workspace: Workspace) -> tuple[object, ...]:
    """Return how a worker process opens the workspace, for reading, beside this one."""
    return _opened_beside, (
        workspace.path,
        workspace.curator,
        workspace.models.folder,
        not workspace.read_only,
    )


send_as_place(Workspace, _place_of)
