"""The document: one file that holds table, predictions, decisions, models and reports."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Self

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.tables.column_mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.tables.text.dialect import Dialect
from mltag_desktop.core.tables.text.record_parser import QuarantinedRecord
from mltag_desktop.core.workspace.components import WorkspaceComponents
from mltag_desktop.core.workspace.decisions.review_thresholds import (
    DEFAULT_REVIEW_THRESHOLD,
    ReviewThresholds,
)
from mltag_desktop.core.workspace.decisions.step_labels import step_label
from mltag_desktop.core.workspace.records.record_store import ByteRange
from mltag_desktop.core.workspace.records.table import source_of
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, explained
from mltag_desktop.core.workspace.storage.journal import now
from mltag_desktop.core.workspace.storage.lock_file import WriteLock, is_held, who
from mltag_desktop.core.workspace.storage.metadata import first_values, tag_infos, tags_of
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
from mltag_desktop.core.workspace.types import (
    Change,
    DecidedExamples,
    DecisionKind,
    ImportSummary,
    JournalEntry,
    Mark,
    ModelInfo,
    RecordView,
    RowArray,
    RowId,
    States,
    StepView,
    TagInfo,
)

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.records.source_merge import MergePlan
    from mltag_desktop.core.workspace.recovery.backups import Backup

_TRIES: Final = 3


class Workspace:
    """A `.mltag` file, safe to use from several threads; methods that write return what they changed.

    All raise `MltagError` for what the disk or the user does wrong. Attributes: `path`, `curator`,
    `read_only`, `read_only_reason` (in words) and `held_by` (who else has it open for writing), both empty
    when it can be written to.
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
        """Logs that were moved away from beside the file, since they belong to another one of that name."""
        self._holder = holder
        self._folder = contextlib.ExitStack()
        self._parts = WorkspaceComponents(store, curator, cache)
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

    @property
    def model_damage(self) -> DamagedModelError | None:
        """What opening found damaged in the list of models; it costs these models alone. None for nothing."""
        return self._parts.model_store.damage

    def close(self) -> None:
        """Close every thread's connection and let go of the document; a second call does nothing."""
        self._parts.store.close()
        self._parts.model_store.close()
        self._folder.close()
        if self._holder is not None:
            if self.path.exists() and judge(self.path) is Verdict.FOREIGN:  # the file was replaced
                move_logs_away(self.path)
            self._holder.release()
            self._holder = None

    def save_copy(self, progress: Progress, target: Path, *, replace: bool = False) -> None:
        """Write a copy of the document as it is now, while it stays in use; whole or not at all."""
        if target.exists() and target.samefile(self.path):
            raise MltagError(message("{target} is this workspace.", target=target), "Choose another name.")
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

    @property
    def source_path(self) -> Path | None:
        """Where the imported file was, None when the records were pasted."""
        return source_of(self._parts.meta)

    @property
    def source_name(self) -> str:
        """Name of the imported file, empty when the records were pasted."""
        return self.source_path.name if self.source_path else ""

    @property
    def dialect(self) -> Dialect:
        """How the source is written."""
        return self._parts.table.dialect

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the source's columns."""
        return tuple(self._parts.meta["columns"])

    @property
    def head(self) -> bytes:
        """What stands before the first record in the source, byte for byte."""
        head: bytes = self._parts.meta["head"]
        return head

    @property
    def mapping(self) -> ColumnMapping:
        """Which columns are text, id, date and known tag."""
        return self._parts.table.mapping

    @property
    def count(self) -> int:
        """Number of records that can be read."""
        return self._parts.record_states.count

    @property
    def complete(self) -> bool:
        """Whether the import reached the end of the source; importing the same source again goes on."""
        return bool(self._parts.meta["complete"])

    @property
    def quarantined(self) -> tuple[QuarantinedRecord, ...]:
        """The source's lines that are no good records."""
        return tuple(self._parts.records.quarantined(self._parts.source_revisions.current))

    def import_table(
        self,
        progress: Progress,
        table: TableFile,
        mapping: ColumnMapping,
        on_chunk: Callable[[Change], None] | None = None,
    ) -> Change:
        """Read all records of `table` in short transactions; `on_chunk` hears of each one.

        When it is cancelled, what was read stays, and importing the same source again goes on from there.
        """
        return self._parts.table.import_table(progress, table, mapping, on_chunk)

    def import_start(self, table: TableFile, mapping: ColumnMapping, size: int = 1 << 15) -> Change:
        """Read the first records of `table`, about `size` bytes; `import_table` goes on from there."""
        return self._parts.table.import_start(table, mapping, size)

    def plan_merge(self, progress: Progress, table: TableFile) -> "MergePlan":
        """Compare a table with the source as it was read: what is new, changed and gone. Stores nothing.

        Records are told apart by the mapped id column where that is filled and different everywhere, else by
        their content. Raises `MltagError` when its columns are others.
        """
        return self._parts.source_merge.plan(progress, table)

    def apply_merge(self, progress: Progress, plan: "MergePlan") -> Change:
        """Take a changed source over; one undo step. Decisions stay with their records."""
        return self._parts.source_merge.merge(progress, plan)

    def import_or_merge(self, progress: Progress, table: TableFile, mapping: ColumnMapping) -> ImportSummary:
        """Import a table, go on with its import, or take over what changed in it since; for scripts."""
        before = self.count
        if not self.complete or self.source_path is None:
            self.import_table(progress, table, mapping)
            return ImportSummary(self.count - before, 0, 0)
        plan = self.plan_merge(SubProgress(progress, 0.0, 0.5), table)
        if not plan.is_empty:
            self.apply_merge(SubProgress(progress, 0.5, 1.0), plan)
        return ImportSummary(plan.added, plan.changed + plan.revised, plan.gone)

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append pasted records, written in the table's dialect."""
        return self._parts.table.add_texts(texts)

    def set_mapping(self, mapping: ColumnMapping, progress: Progress = SILENT) -> Change:
        """Let the model read other columns; one undo step."""
        return self._parts.table.set_mapping(progress, mapping)

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order; raises `IndexError` for one that is not there."""
        return self._parts.pages.records(rows)

    def texts(self, rows: Sequence[RowId] | RowArray) -> list[str]:
        """Return what the model reads of `rows`, in their order."""
        return self._parts.table.texts_of(np.asarray(rows, np.int64))

    def digests(self, rows: Sequence[RowId] | RowArray) -> list[bytes]:
        """Return the blake2b digests, 16 bytes, of what the model reads of `rows`, in their order."""
        taken = self._parts.record_states.take("digest", np.asarray(rows, np.int64)).tobytes()
        return [taken[at : at + 16] for at in range(0, len(taken), 16)]

    def all_digests(self) -> NDArray[np.void]:
        """Return the digests of all records; not to be written to. A list of a million would hold all up."""
        return self._parts.record_states.all("digest")

    def repeats(self) -> tuple[tuple[RowId, ...], ...]:
        """Return the groups of records with the same text, which is not empty, by their first; quick."""
        return self._parts.table_scan.repeats()

    def empty(self) -> RowArray:
        """Return the records without a text."""
        return self._parts.table_scan.empty()

    def all_texts(self, progress: Progress) -> list[str]:
        """Return what the model reads of every record."""
        return self._parts.table_scan.all_texts(progress)

    def column(self, progress: Progress, column: int) -> list[str]:
        """Return one source column's cell of every record; goes through the whole table."""
        return self._parts.table_scan.column(progress, column)

    def ranks(self, progress: Progress, column: int | None) -> NDArray[np.float64]:
        """Return numbers that sort like a source column's cells, or (None) like the texts; nan for none."""
        return self._parts.table_scan.ranks(progress, column)

    def search(self, progress: Progress, needle: str) -> RowArray:
        """Return the rows whose text holds `needle`, whatever the case."""
        found = list(self.hits(progress, needle))
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

    def hits(self, progress: Progress, needle: str) -> Iterator[RowArray]:
        """Yield the rows that `search` returns, some at once, as they are found."""
        return (found for (found,) in self._parts.table_scan.hits(progress, (needle,)))

    def hits_of_all(self, progress: Progress, needles: Sequence[str]) -> Iterator[list[RowArray]]:
        """Yield the rows that hold each of `needles`, some at once; the texts are read once for all."""
        return self._parts.table_scan.hits(progress, needles)

    def walk(self, *, pasted: bool) -> Iterator[ByteRange]:
        """Yield the source in its order, byte for byte, and then, or not, what was pasted."""
        return self._parts.table.walk(pasted=pasted)

    def repair(self, aside: QuarantinedRecord, text: str, progress: Progress = SILENT) -> Change:
        """Let `text` be the record in place of what was set aside; one undo step.

        Raises `MltagError` with the reason when it is no good record.
        """
        return self._parts.record_repair.apply(progress, aside, text)

    def walk_source(self) -> Iterator[ByteRange]:
        """Yield the source as its file was, without what was mended or pasted, byte for byte."""
        return self._parts.source_revisions.walk(self._parts.record_repair.source_edition())

    def original_pieces(self) -> Iterator[bytes]:
        """Yield the source's bytes, where it is no text and so kept whole; else none."""
        from mltag_desktop.core.workspace.records.record_store import OriginalFiles

        return OriginalFiles(self._parts.store).pieces(self._parts.source_revisions.current)

    def opened_original(self) -> AbstractContextManager[BinaryIO]:
        """Open the source that was kept whole; empty where it is text."""
        from mltag_desktop.core.workspace.records.record_store import OriginalFiles

        return OriginalFiles(self._parts.store).opened(self._parts.source_revisions.current)

    def states(self) -> States:
        """Return one consistent picture of all records; cheap, nothing is copied until a write comes."""
        return self._parts.record_states.picture()

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags that can be decided, in the order of the keys 1 to 9."""
        return tags_of(self._parts.meta["tags"])

    def set_tags(self, tags: Sequence[str | TagInfo]) -> Change:
        """Use another tag set; one undo step. Decisions for a tag that is gone stay as they are."""
        return self._parts.tag_set.set(tags)

    def review_below(self, otherwise: float = DEFAULT_REVIEW_THRESHOLD) -> ReviewThresholds:
        """Return below which confidence a person is asked; `otherwise` where nothing is set for all tags."""
        return self._parts.review.below(otherwise)

    def set_review(self, default: float | None = None, tags: Mapping[str, float | None] = {}) -> Change:
        """Ask a person below `default`, for some tags below another confidence (None: the common one).

        One undo step; what is not named stays.
        """
        for tag in tags:
            self._parts.tag_set.check(tag)
        return self._parts.review.set(default, tags)

    def decide(self, rows: Sequence[RowId] | RowArray, tag: str, note: str = "") -> Change:
        """Record that `rows` carry `tag`; one undo step."""
        self._parts.tag_set.check(tag)
        return self._parts.decisions.decide(rows, tag, note)

    def mark(self, rows: Sequence[RowId] | RowArray, kind: DecisionKind, note: str = "") -> Change:
        """Clear the decisions on `rows`, or add or remove a mark: flag, skip, unsure; one undo step."""
        return self._parts.decisions.mark(rows, kind, note)

    def toggle(self, rows: Sequence[RowId] | RowArray, mark: Mark) -> Change:
        """Add a mark to those of `rows` without it, or remove it where all carry it; one undo step."""
        return self._parts.decisions.toggle(rows, mark)

    def note(self, row: RowId, note: str) -> Change:
        """Write the note on a record and change nothing else; one undo step. An empty one removes it."""
        return self._parts.decisions.note(row, note)

    def also_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Record that `rows` carry `tag` beside their main one, if that is another; one undo step."""
        self._parts.tag_set.check(tag)
        return self._parts.decisions.also_tag(rows, tag)

    def not_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Take `tag` off those of `rows` that carry it beside their main one; one undo step."""
        return self._parts.decisions.not_tag(rows, tag)

    def has_further_tags(self) -> bool:
        """Tell whether any record has a further tag."""
        return self._parts.decisions.has_further()

    def further_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the tags that a record carries beside its main one."""
        return self._parts.decisions.beside(row)[0]

    def note_on(self, row: RowId) -> str:
        """Return the note on a record, empty for none."""
        return self._parts.decisions.beside(row)[1]

    def decide_each(
        self,
        tags: Mapping[RowId, tuple[str, str]],
        flags: Sequence[RowId] | Mapping[RowId, str],
        label: str,
    ) -> Change:
        """Give each record its own tag and note, and flag some, with or without notes; one undo step."""
        for tag in dict.fromkeys(tag for tag, _ in tags.values()):
            self._parts.tag_set.check(tag)
        return self._parts.decisions.decide_each(tags, flags, label)

    def undo(self, progress: Progress = SILENT) -> Change | None:
        """Take the last step in force back; None when there is none."""
        return self._parts.history.undo(progress)

    def redo(self, progress: Progress = SILENT) -> Change | None:
        """Put the step that was undone last in force again; None when there is none."""
        return self._parts.history.redo(progress)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words; empty when nothing."""
        step = self._parts.journal.last_in_force()
        return step_label(step) if step else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would put in force again, in words; empty when nothing."""
        step = self._parts.journal.last_undone()
        return step_label(step) if step else ""

    def journal(self, record: RowId | None = None) -> list[JournalEntry]:
        """Return the history, oldest first, of everything or of one record."""
        return [self._in_present_words(entry) for entry in self._parts.journal.entries(record)]

    def curators(self) -> dict[RowId, str]:
        """Return who gave each record its last tag, be it taken away since or not."""
        return self._parts.journal.curators()

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return a page of the journal's steps, the newest first: those before one, or the last ones."""
        journal = self._parts.journal
        found = journal.steps(before, limit)
        return [view._replace(label=step_label(journal.step(view.target or view.step))) for view in found]

    def entries_of(self, step: int, start: int = 0, limit: int = 200) -> list[JournalEntry]:
        """Return some of a step's entries; a bulk action has many."""
        return [self._in_present_words(entry) for entry in self._parts.journal.page(step, start, limit)]

    def states_at(self, step: int) -> States:
        """Return today's records and predictions with the decisions that were in force after a step."""
        return self._parts.time_travel.states_at(step)

    def return_to(self, step: int, progress: Progress = SILENT) -> Change:
        """Let everything be as it was after a step (0: before the first); one undo step."""
        return self._parts.time_travel.return_to(progress, step)

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records that have no prediction by `version`, those of `first` first.

        Records that are imported meanwhile come too; each comes once, unless its text changes.
        """
        return self._parts.pending_predictions.pending(version, size, first)

    def put_predictions(self, rows: RowArray, predictions: Predictions) -> Change:
        """Store the answers for the chunk that `pending` gave this thread last.

        They show at once when they are by the model in force. A version that is not on the shelf counts as
        the bundled model's.
        """
        return self._parts.pending_predictions.put(rows, predictions)

    def answered_by(self, row: RowId) -> str | None:
        """Return the version of the model whose prediction is shown for `row`."""
        return self._parts.predictions.version(
            int(self._parts.record_states.take("chunk", np.array([row]))[0])
        )

    def answers_of(self, version: str) -> tuple[NDArray[np.int16], NDArray[np.float32]]:
        """Return what `version` said of the text of every record: tag and confidence, -1 and nan for none.

        The tags are indices into the `tag_names` of `states`.
        """
        return self._parts.predictions.of_version(version, self._parts.record_states.all("digest"))

    @property
    def promoted_versions(self) -> tuple[str, ...]:
        """Versions in the order in which they became active, from the bundled model to the active one."""
        return self._parts.model_store.promoted

    def examples(self, progress: Progress = SILENT, *, audit: bool = False) -> DecidedExamples:
        """Return the decided records as examples to train with, or those of the audit set to judge on."""
        return self._parts.decisions.with_further(self._parts.table_scan.examples(progress, audit=audit))

    @property
    def base_version(self) -> str | None:
        """Version of the bundled model; None until someone told or predicted with it."""
        return self._parts.model_store.base

    def set_base(self, version: str) -> Change:
        """Tell which version the bundled model has; predictions of an earlier one become stale."""
        return self._parts.model_store.set_base(version)

    @property
    def current_version(self) -> str | None:
        """Version of the model in force: the promoted one, else the bundled one."""
        return self._parts.model_store.current

    def models(self) -> list[ModelInfo]:
        """Return the shelf: the bundled model, then the others, oldest first."""
        return self._parts.model_store.models()

    def add_candidate(
        self,
        bundle: Path,
        report: Mapping[str, Any] | None,
        trained_on: str,
        progress: Progress = SILENT,
    ) -> ModelInfo:
        """Keep a trained model (a bundle folder) inside the document; nothing is promoted.

        When it is cancelled, nothing of the model stays.
        """
        return self._parts.model_store.add(progress, bundle, report, trained_on)

    def promote(self, version: str) -> Change:
        """Put a model in force; one undo step. Its cached predictions show at once, others are stale."""
        return self._parts.model_store.promote(version)

    def rollback(self) -> Change:
        """Put the model that was in force before in force again; one undo step."""
        return self._parts.model_store.rollback()

    def discard(self, version: str, *, promoted: bool = False) -> Change:
        """Delete a candidate for good; with `promoted` also one that was in force once, but not now."""
        change = self._parts.model_store.discard(version, self._parts.predictions.forget, promoted=promoted)
        self._parts.show_predictions()
        return change

    def model_sizes(self) -> dict[str, int]:
        """Return how many bytes of the document each of its models takes."""
        return self._parts.model_store.sizes()

    def bundle_path(self, version: str) -> Path:
        """Return the folder of a model of this document, unpacked and checked; not for the bundled model."""
        return self._parts.model_store.bundle_path(version)

    def _in_present_words(self, entry: JournalEntry) -> JournalEntry:
        tag, predicted = entry.tag, entry.predicted_tag
        return entry._replace(
            tag=None if tag is None else self._parts.record_states.canonical(tag),
            predicted_tag=None if predicted is None else self._parts.record_states.canonical(predicted),
        )


@contextlib.contextmanager
def _making_sense(path: Path) -> Iterator[None]:
    """Turn what content that makes no sense leads to into `MltagError`."""
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


def _store(path: Path, folder: contextlib.ExitStack, why: str, held_by: str) -> ConnectionPool:
    """Open the file itself, or a private copy where it could not be read without a write beside it."""
    if not why:
        return ConnectionPool(path)
    verdict = judge(path)
    if held_by:
        for _ in range(_TRIES):  # the one who writes may just have begun the log again
            if verdict is Verdict.FOREIGN:
                verdict = judge(path)
        return ConnectionPool(path, read_only=why, immutable=verdict is Verdict.FOREIGN)
    if verdict is not Verdict.OWN:
        check_size(path)
        if format_of(path) >= VERSION:
            return ConnectionPool(path, read_only=why, immutable=True)
    from mltag_desktop.core.workspace.storage.migrations import migrate

    copy = folder.enter_context(private_copy(path, with_log=verdict is Verdict.OWN))
    with explained(path), contextlib.closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        check_structure(connection, path)
        migrate(connection)
    return ConnectionPool(path, read_only=why, immutable=True, place=copy)


def _only_look(path: Path) -> tuple[None, str, str]:
    """Say why a file is not written, and who has it open."""
    held_by = who(path) if is_held(path) else ""
    return (
        None,
        message("it is in use by {held_by}", held_by=held_by)
        if held_by
        else message("it was opened to be read"),
        held_by,
    )


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, backups: Path | None) -> None:
    from mltag_desktop.core.workspace.recovery.backups import Backups
    from mltag_desktop.core.workspace.storage.migrations import migrate

    if backups is not None:
        Backups(backups, path, kept=None).take(SILENT, connection, "migration")
    migrate(connection)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _hold(path: Path, curator: str) -> tuple[WriteLock | None, str, str]:
    """Take the right to write; returns it, or why not in words, and who has it."""
    if not os.access(path, os.W_OK):
        return None, message("the file is not writable"), ""
    try:
        holder = WriteLock.take(path, curator)
    except OSError:
        return None, message("its folder is not writable"), ""
    if holder is None:
        held_by = who(path)
        return None, message("it is in use by {held_by}", held_by=held_by), held_by
    return holder, "", ""
