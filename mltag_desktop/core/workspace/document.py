"""The document: one file that holds table, predictions, decisions, models and reports."""

import dataclasses
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Part, Progress
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping as ColumnMapping
from mltag_desktop.core.tables.reader import Quarantined, TableFile
from mltag_desktop.core.workspace.answers import AnswerDesk
from mltag_desktop.core.workspace.backups import Backup, Backups, copy_document
from mltag_desktop.core.workspace.decisions import Decisions
from mltag_desktop.core.workspace.editions import Editions
from mltag_desktop.core.workspace.history import History, Turnable
from mltag_desktop.core.workspace.holder import Holder, who
from mltag_desktop.core.workspace.journal import Journal, now
from mltag_desktop.core.workspace.mending import Mending
from mltag_desktop.core.workspace.merging import MergePlan, Merging
from mltag_desktop.core.workspace.meta import Meta, first_values, tag_infos, tags_of
from mltag_desktop.core.workspace.migrations import MIGRATIONS
from mltag_desktop.core.workspace.originals import Originals
from mltag_desktop.core.workspace.pages import Pages
from mltag_desktop.core.workspace.past import Past
from mltag_desktop.core.workspace.predictions import PredictionStore
from mltag_desktop.core.workspace.records import Piece, RecordStore
from mltag_desktop.core.workspace.review import DEFAULT, ReviewBelow, ReviewChoice
from mltag_desktop.core.workspace.schema import (
    VERSION,
    check_content,
    check_file,
    check_tables,
    create_file,
    damaged,
    has_unsettled,
    migrate,
    verify,
    version_of,
)
from mltag_desktop.core.workspace.shelf import Shelf
from mltag_desktop.core.workspace.states import LiveStates
from mltag_desktop.core.workspace.store import Store
from mltag_desktop.core.workspace.table import Table, source_of
from mltag_desktop.core.workspace.tagset import TagSet, aliases_of
from mltag_desktop.core.workspace.texts import TextStore
from mltag_desktop.core.workspace.types import (
    Action,
    Change,
    DecidedExamples,
    Entry,
    Kind,
    ModelInfo,
    RecordView,
    RowArray,
    RowId,
    States,
    StepView,
    TagInfo,
    Taken,
)


class Workspace:
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
        self._store = store
        self._holder = holder
        self._meta = Meta(store)
        self._live = LiveStates(tag["name"] for tag in self._meta["tags"])
        self._live.rename(aliases_of(tags_of(self._meta["tags"])))
        self._texts = TextStore(store)
        self._records = RecordStore(store)
        self._editions = Editions(store, self._meta, self._records, self._live)
        slots = self._editions.slots(self._editions.rows())
        self._live.append(self._texts.digests(self._meta["generation"])[slots], slots)
        self._predictions = PredictionStore(store, self._live)
        self._journal = Journal(store, curator)
        self._tag_set = TagSet(store, self._meta, self._journal, self._live.code, self._rename)
        self._review = ReviewChoice(store, self._meta, self._journal, self._live.canonical)
        self._shelf = Shelf(store, self._meta, self._journal, cache, self._show_predictions)
        self._show_predictions()
        self._decisions = Decisions(store, self._journal, self._live, self._predictions)
        self._table = Table(
            store,
            self._meta,
            self._records,
            self._texts,
            self._editions,
            self._live,
            self._journal,
            self._show_predictions,
            threading.Lock(),
        )
        self._merging = Merging(self._table)
        if self._editions.current or self._editions.next() > 1:
            self._merging.show()
        self._desk = AnswerDesk(store, self._table, self._live, self._predictions, self._shelf)
        self._pages = Pages(self._table, self._live, self._predictions, self._decisions)
        rooms: dict[Action, Turnable] = {
            Action.DECISIONS: self._decisions,
            Action.MAPPING: self._table,
            Action.MERGE: self._merging,
            Action.TAGS: self._tag_set,
            Action.REVIEW: self._review,
            Action.PROMOTE: self._shelf,
            Action.ROLLBACK: self._shelf,
        }
        others: dict[Action, Turnable] = {
            action: room for action, room in rooms.items() if action is not Action.DECISIONS
        }
        self._past = Past(store, self._journal, self._live, self._decisions, others, self._merging.look)
        self._backed_up = self._journal.last
        self._history = History(store, self._journal, rooms | {Action.RETURN: self._past}, self._merging.look)

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
        cls, path: Path, curator: str, *, cache: Path | None = None, backups: Path | None = None
    ) -> "Workspace":
        """Open a document, read-only when another program has it open or the folder is read-only.

        One of an earlier format is brought up to date; with `backups`, a folder, a copy is kept there first.
        """
        path = path.absolute()
        check_file(path)
        holder, why, held_by = _hold(path, curator)
        store = Store(path, read_only=why, immutable=bool(why) and not held_by and not has_unsettled(path))
        try:
            with store.read() as connection:
                check_content(connection, path)
                if not why:
                    if backups is not None and version_of(connection) < VERSION:
                        Backups(backups, path).take(SILENT, connection, "migration")
                    migrate(connection, MIGRATIONS)
                check_tables(connection, path)
            return cls(path, curator, store, holder, held_by, cache)
        except (ValueError, KeyError, IndexError, TypeError, OverflowError) as error:
            _let_go(store, holder)
            raise damaged(path, "what it says of itself makes no sense") from error
        except BaseException:
            _let_go(store, holder)
            raise

    def close(self) -> None:
        """Close every thread's connection and let go of the document; a second call does nothing."""
        self._store.close()
        self._shelf.close()
        if self._holder is not None:
            self._holder.release()
            self._holder = None

    def save_copy(self, progress: Progress, target: Path, *, replace: bool = False) -> None:
        """Write a copy of the document as it is now, while it stays in use; whole or not at all."""
        if target.exists() and target.samefile(self.path):
            raise MltagError(f"{target} is this workspace.", "Choose another name.")
        with self._store.read() as connection:
            copy_document(progress, connection, target.absolute(), replace=replace)

    def backup(self, progress: Progress, folder: Path, why: str = "") -> Backup | None:
        """Make a rolling copy in `folder` when one is due, once a day or after many decisions.

        With a reason ("asked") always. Returns None when none was due.
        """
        backups = Backups(folder, self.path)
        reason = why or backups.is_due(self._journal.last - self._backed_up)
        if not reason:
            return None
        last = self._journal.last
        with self._store.read() as connection:
            made = backups.take(progress, connection, reason)
        self._backed_up = last
        return made

    def verify(self) -> None:
        """Go through the whole file; opening does so for small files only. Raises `MltagError` at a fault."""
        with self._store.read() as connection:
            verify(connection, self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- the table

    def preference(self, name: str) -> Any:
        """Return what was chosen or noted for this workspace under a name, as JSON values; else None."""
        return self._meta.get(f"preference_{name}")

    def set_preference(self, name: str, value: Any) -> None:
        """Keep a choice, or an answer that need not be asked for again; no step of the journal."""
        with self._store.write(urgent=True) as transaction:
            self._meta.set(transaction, **{f"preference_{name}": value})

    @property
    def source_path(self) -> Path | None:
        """Where the imported file was, None when the records were pasted."""
        return source_of(self._meta)

    @property
    def source_name(self) -> str:
        """Name of the imported file, empty when the records were pasted."""
        return self.source_path.name if self.source_path else ""

    @property
    def dialect(self) -> Dialect:
        """How the source is written."""
        return self._table.dialect

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the source's columns."""
        return tuple(self._meta["columns"])

    @property
    def head(self) -> bytes:
        """What stands before the first record in the source, byte for byte."""
        head: bytes = self._meta["head"]
        return head

    @property
    def mapping(self) -> ColumnMapping:
        """Which columns are text, id, date and known tag."""
        return self._table.mapping

    @property
    def count(self) -> int:
        """Number of records that can be read."""
        return self._live.count

    @property
    def complete(self) -> bool:
        """Whether the import reached the end of the source; importing the same source again goes on."""
        return bool(self._meta["complete"])

    @property
    def quarantined(self) -> tuple[Quarantined, ...]:
        """The source's lines that are no good records."""
        return tuple(self._records.quarantined(self._editions.current))

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
        return self._table.import_table(progress, table, mapping, on_chunk)

    def plan_merge(self, progress: Progress, table: TableFile) -> MergePlan:
        """Compare a table with the source as it was read: what is new, changed and gone. Stores nothing.

        Records are told apart by the mapped id column where that is filled and different everywhere, else by
        their content. Raises `MltagError` when its columns are others.
        """
        return self._merging.plan(progress, table)

    def apply_merge(self, progress: Progress, plan: MergePlan) -> Change:
        """Take a changed source over; one undo step. Decisions stay with their records."""
        return self._merging.apply(progress, plan)

    def take_in(self, progress: Progress, table: TableFile, mapping: ColumnMapping) -> Taken:
        """Import a table, go on with its import, or take over what changed in it since; for scripts."""
        before = self.count
        if not self.complete or self.source_path is None:
            self.import_table(progress, table, mapping)
            return Taken(self.count - before, 0, 0)
        plan = self.plan_merge(Part(progress, 0.0, 0.5), table)
        if not plan.is_empty:
            self.apply_merge(Part(progress, 0.5, 1.0), plan)
        return Taken(plan.added, plan.changed + plan.revised, plan.gone)

    def add_texts(self, texts: Sequence[str]) -> Change:
        """Append pasted records, written in the table's dialect."""
        return self._table.add_texts(texts)

    def set_mapping(self, mapping: ColumnMapping, progress: Progress = SILENT) -> Change:
        """Let the model read other columns; one undo step."""
        return self._table.set_mapping(progress, mapping)

    def records(self, rows: Sequence[RowId] | RowArray) -> list[RecordView]:
        """Return what is shown of `rows`, in their order; raises `IndexError` for one that is not there."""
        return self._pages.records(rows)

    def texts(self, rows: Sequence[RowId] | RowArray) -> list[str]:
        """Return what the model reads of `rows`, in their order."""
        return self._table.texts_of(np.asarray(rows, np.int64))

    def digests(self, rows: Sequence[RowId] | RowArray) -> list[bytes]:
        """Return the blake2b digests, 16 bytes, of what the model reads of `rows`, in their order."""
        taken = self._live.take("digest", np.asarray(rows, np.int64)).tobytes()
        return [taken[at : at + 16] for at in range(0, len(taken), 16)]

    def all_texts(self, progress: Progress) -> list[str]:
        """Return what the model reads of every record."""
        return self._pages.all_texts(progress)

    def column(self, progress: Progress, column: int) -> list[str]:
        """Return one source column's cell of every record; goes through the whole table."""
        return self._pages.column(progress, column)

    def ranks(self, progress: Progress, column: int | None) -> NDArray[np.float64]:
        """Return numbers that sort like a source column's cells, or (None) like the texts; nan for none."""
        return self._pages.ranks(progress, column)

    def search(self, progress: Progress, needle: str) -> RowArray:
        """Return the rows whose text holds `needle`, whatever the case."""
        found = list(self._pages.hits(progress, needle))
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

    def hits(self, progress: Progress, needle: str) -> Iterator[RowArray]:
        """Yield the rows that `search` returns, some at once, as they are found."""
        return self._pages.hits(progress, needle)

    def walk(self, *, pasted: bool) -> Iterator[Piece]:
        """Yield the source in its order, byte for byte, and then, or not, what was pasted."""
        return self._table.walk(pasted=pasted)

    def mend(self, aside: Quarantined, text: str, progress: Progress = SILENT) -> Change:
        """Let `text` be the record in place of what was set aside; one undo step.

        Raises `MltagError` with the reason when it is no good record.
        """
        return Mending(self._table, self._merging).apply(progress, aside, text)

    def walk_source(self) -> Iterator[Piece]:
        """Yield the source as its file was, without what was mended or pasted, byte for byte."""
        return self._editions.walk(Mending(self._table, self._merging).source_edition())

    def original_pieces(self) -> Iterator[bytes]:
        """Yield the source's bytes, where it is no text and so kept whole; else none."""
        return Originals(self._store).pieces(self._editions.current)

    def opened_original(self) -> AbstractContextManager[BinaryIO]:
        """Open the source that was kept whole; empty where it is text."""
        return Originals(self._store).opened(self._editions.current)

    # --- tags, predictions, states

    @property
    def tags(self) -> tuple[TagInfo, ...]:
        """The tags that can be decided, in the order of the keys 1 to 9."""
        return self._tag_set.tags

    def set_tags(self, tags: Sequence[str | TagInfo]) -> Change:
        """Use another tag set; one undo step. Decisions for a tag that is gone stay as they are."""
        return self._tag_set.set(tags)

    def review_below(self, otherwise: float = DEFAULT) -> ReviewBelow:
        """Return below which confidence a person is asked; `otherwise` where nothing is set for all tags."""
        return self._review.below(otherwise)

    def set_review(self, default: float | None = None, tags: Mapping[str, float | None] = {}) -> Change:
        """Ask a person below `default`, for some tags below another confidence (None: the common one).

        One undo step; what is not named stays.
        """
        for tag in tags:
            self._tag_set.check(tag)
        return self._review.set(default, tags)

    def states(self) -> States:
        """Return one consistent picture of all records; cheap, nothing is copied until a write comes."""
        return self._live.picture()

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records that have no prediction by `version`, those of `first` first.

        Records that are imported meanwhile come too; each comes once, unless its text changes.
        """
        return self._desk.pending(version, size, first)

    def put_predictions(self, rows: RowArray, predictions: Predictions) -> Change:
        """Store the answers for the chunk that `pending` gave this thread last.

        They show at once when they are by the model in force. A version that is not on the shelf counts as
        the bundled model's.
        """
        return self._desk.put(rows, predictions)

    def answered_by(self, row: RowId) -> str | None:
        """Return the version of the model whose prediction is shown for `row`."""
        return self._predictions.version(int(self._live.take("chunk", np.array([row]))[0]))

    # --- decisions

    def decide(self, rows: Sequence[RowId] | RowArray, tag: str, note: str = "") -> Change:
        """Record that `rows` carry `tag`; one undo step."""
        self._tag_set.check(tag)
        return self._decisions.decide(rows, tag, note)

    def mark(self, rows: Sequence[RowId] | RowArray, kind: Kind, note: str = "") -> Change:
        """Clear, flag or skip `rows`; one undo step."""
        return self._decisions.mark(rows, kind, note)

    def also_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Record that `rows` carry `tag` beside their main one; one undo step."""
        self._tag_set.check(tag)
        return self._decisions.also_tag(rows, tag)

    def not_tag(self, rows: Sequence[RowId] | RowArray, tag: str) -> Change:
        """Take `tag` off those of `rows` that carry it beside their main one; one undo step."""
        return self._decisions.not_tag(rows, tag)

    def further_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the tags that a record carries beside its main one."""
        return self._decisions.beside(row)[0]

    def decide_each(
        self,
        tags: Mapping[RowId, tuple[str, str]],
        flags: Sequence[RowId] | Mapping[RowId, str],
        label: str,
    ) -> Change:
        """Give each record its own tag and note, and flag some, with or without notes; one undo step."""
        for tag in dict.fromkeys(tag for tag, _ in tags.values()):
            self._tag_set.check(tag)
        return self._decisions.decide_each(tags, flags, label)

    def undo(self, progress: Progress = SILENT) -> Change | None:
        """Take the last step in force back; None when there is none."""
        return self._history.undo(progress)

    def redo(self, progress: Progress = SILENT) -> Change | None:
        """Put the step that was undone last in force again; None when there is none."""
        return self._history.redo(progress)

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words; empty when nothing."""
        step = self._journal.last_in_force()
        return step.label if step else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would put in force again, in words; empty when nothing."""
        step = self._journal.last_undone()
        return step.label if step else ""

    def journal(self, record: RowId | None = None) -> list[Entry]:
        """Return the history, oldest first, of everything or of one record."""
        return [self._in_present_words(entry) for entry in self._journal.entries(record)]

    def steps(self, before: int | None = None, limit: int = 200) -> list[StepView]:
        """Return a page of the journal's steps, the newest first: those before one, or the last ones."""
        return self._journal.steps(before, limit)

    def entries_of(self, step: int, start: int = 0, limit: int = 200) -> list[Entry]:
        """Return some of a step's entries; a bulk action has many."""
        return [self._in_present_words(entry) for entry in self._journal.page(step, start, limit)]

    def states_at(self, step: int) -> States:
        """Return today's records and predictions with the decisions that were in force after a step."""
        return self._past.states_at(step)

    def return_to(self, step: int, progress: Progress = SILENT) -> Change:
        """Let everything be as it was after a step (0: before the first); one undo step."""
        return self._past.return_to(progress, step)

    def examples(self, *, audit: bool = False) -> DecidedExamples:
        """Return the decided records as examples to train with, or those of the audit set to judge on."""
        return self._pages.examples(audit=audit)

    # --- models

    @property
    def base_version(self) -> str | None:
        """Version of the bundled model; None until someone told or predicted with it."""
        return self._shelf.base

    def set_base(self, version: str) -> Change:
        """Tell which version the bundled model has; predictions of an earlier one become stale."""
        return self._shelf.set_base(version)

    @property
    def current_version(self) -> str | None:
        """Version of the model in force: the promoted one, else the bundled one."""
        return self._shelf.current

    def models(self) -> list[ModelInfo]:
        """Return the shelf: the bundled model, then the others, oldest first."""
        return self._shelf.models()

    def add_candidate(self, bundle: Path, report: Mapping[str, Any] | None, trained_on: str) -> ModelInfo:
        """Keep a trained model (a bundle folder) inside the document; nothing is promoted."""
        return self._shelf.add(bundle, report, trained_on)

    def promote(self, version: str) -> Change:
        """Put a model in force; one undo step. Its cached predictions show at once, others are stale."""
        return self._shelf.promote(version)

    def rollback(self) -> Change:
        """Put the model that was in force before in force again; one undo step."""
        return self._shelf.rollback()

    def discard(self, version: str) -> Change:
        """Delete a candidate that was never promoted."""
        change = self._shelf.discard(version, self._predictions.forget)
        self._show_predictions()
        return change

    def bundle_path(self, version: str) -> Path:
        """Return the folder of a model of this document, unpacked and checked; not for the bundled model."""
        return self._shelf.bundle_path(version)

    def _rename(self, aliases: Mapping[str, str]) -> None:
        """Show everything by the present names of the tags."""
        if self._live.rename(aliases):
            with self._live.lock:
                self._predictions.recode()
                self._decisions.refold()
            self._merging.look()

    def _in_present_words(self, entry: Entry) -> Entry:
        tag, predicted = entry.tag, entry.predicted_tag
        return dataclasses.replace(
            entry,
            tag=None if tag is None else self._live.canonical(tag),
            predicted_tag=None if predicted is None else self._live.canonical(predicted),
        )

    def _show_predictions(self) -> None:
        self._predictions.show(self._shelf.current, hidden=self._shelf.candidates)


def _let_go(store: Store, holder: Holder | None) -> None:
    store.close()
    if holder is not None:
        holder.release()


def _hold(path: Path, curator: str) -> tuple[Holder | None, str, str]:
    """Take the right to write; returns it, or why not in words, and who has it."""
    if not os.access(path, os.W_OK):
        return None, "the file cannot be written to", ""
    try:
        holder = Holder.take(path, curator)
    except OSError:
        return None, "its folder cannot be written to", ""
    if holder is None:
        held_by = who(path)
        return None, f"it is open for {held_by}", held_by
    return holder, "", ""
