"""Loads records and their surroundings, the next one in advance.

Loads records for display, the next one ahead of a key press, and similar decided records after it.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.model.language import language_of
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.types import (
    DECIDED,
    Change,
    ChangeKind,
    JournalEntry,
    RecordView,
    RowId,
    Status,
)
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, Operations, classifier_for
from mltag_desktop.gui.record.text_view import MarkedWord, marked_words
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.state.words import LANGUAGES

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

_HELD: Final = 24
_BUNDLED_LANGUAGES: Final = ("en",)


@dataclass(frozen=True)
class LoadedRecord:
    """A record with its text cells, explaining words, history and keyword-rules result."""

    record: RecordView
    parts: tuple[str, ...]
    marks: tuple[MarkedWord, ...]
    history: tuple[JournalEntry, ...]
    """Newest first."""
    rules: str
    """The result of the keyword rules, and what the explanation lacks."""
    language: str = ""
    """The name of the text's language; empty if it is unknown, or the model has training texts in it."""
    is_explained: bool = True
    """Whether `marks` are known; a model that answers in the worker process gives them later."""


class _Words(NamedTuple):
    """The words that explain a tag of a record, and what the explanation lacks."""

    row: RowId
    marks: tuple[MarkedWord, ...]
    note: str


class RecordLoader(QObject):
    """Loads records off the GUI thread and caches the last ones.

    Signals: `ready(reading)` for the wanted record, at once if it is cached; `came(reading)` for every loaded
    record; `marks_changed(row, marks)` with the words that explain another tag.
    """

    ready = Signal(object)
    came = Signal(object)
    marks_changed = Signal(int, object)

    def __init__(self, session: Session, jobs: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._held: OrderedDict[RowId, LoadedRecord] = OrderedDict()
        self._wanted: RowId | None = None
        self._under_way: dict[RowId, Operation] = {}
        self._look = Lane(self, jobs)
        session.model_changed.connect(self.renew)
        session.blind_changed.connect(self._show_again)
        session.closed.connect(self._forget)

    def request(self, row: RowId | None) -> None:
        """Emit `ready` for this record once it is loaded, and for no other record."""
        self._wanted = row
        for other, job in list(self._under_way.items()):
            if other != row:
                job.cancel()
                self._under_way.pop(other)
        if row is None:
            return
        held = self.held(row)
        if held is not None:
            self.ready.emit(held)
        else:
            self._read(row)

    def preload(self, row: RowId) -> None:
        """Preload a record that will be wanted soon."""
        if row not in self._held:
            self._read(row)

    def held(self, row: RowId) -> LoadedRecord | None:
        """Return a record from the cache as it is shown, or None."""
        reading = self._held.get(row)
        return self._as_shown(reading) if reading is not None else None

    def _as_shown(self, reading: LoadedRecord) -> LoadedRecord:
        """Return a record without what tells its prediction, if that is hidden."""
        record = self._session.as_shown(reading.record)
        return replace(reading, record=record, marks=(), rules="") if record.blind else reading

    @Slot()
    def _show_again(self) -> None:
        if self._wanted is not None:
            self.request(self._wanted)

    def explain_tag(self, reading: LoadedRecord, tag: str) -> None:
        """Find the words that explain another tag; an empty tag restores the words of its prediction."""
        self._look.cancel()
        model = self._model
        if not tag or model is None or tag not in model.tags:
            self.marks_changed.emit(reading.record.row, reading.marks)
            return
        Operation(_words_for, self._jobs.worker, model, reading.record, tag).success(self._show_words).run(
            self._look
        )

    @Slot()
    def renew(self) -> None:
        """Clear the cache and load the wanted record again."""
        self._forget()
        if self._wanted is not None:
            self._read(self._wanted)

    def refresh(self, change: Change) -> None:
        """Load the records again that `change` affects."""
        if not change.kinds & ~ChangeKind.RECORDS:
            return
        if change.rows is None:
            self.renew()
            return
        known = self._held.keys() | self._under_way.keys() | {self._wanted}
        for row in [row for row in known if row is not None and change.is_about(row)]:
            self._held.pop(row, None)
            job = self._under_way.pop(row, None)
            if job is not None:
                job.cancel()
            if row == self._wanted or job is not None:
                self._read(row)

    @property
    def _model(self) -> "LinearModel | None":
        """The active model if it was made for the tags; another one explains none of them."""
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or not are_task_of(workspace.tag_set.tags, model.tags):
            return None
        return model

    def _read(self, row: RowId) -> None:
        workspace = self._session.workspace
        if workspace is None or row in self._under_way:
            return
        job = Operation(look_up, workspace, self._model, row).success(self._cache_record)
        self._under_way[row] = job
        job.ended(self._drop_ended).run(self._jobs)

    @Slot()
    def _drop_ended(self) -> None:
        self._under_way = {row: job for row, job in self._under_way.items() if not job.is_over}

    @Slot(object)
    def _cache_record(self, reading: LoadedRecord) -> None:
        row = reading.record.row
        self._held[row] = reading
        if len(self._held) > _HELD:
            self._held.popitem(last=False)
        shown = self._as_shown(reading)
        if row == self._wanted:
            self.ready.emit(shown)
            self._explain_late(reading)
        self.came.emit(shown)

    def _explain_late(self, reading: LoadedRecord) -> None:
        """Explain the tag of a record by a model that answers in the worker process, after it is shown."""
        model, record = self._model, reading.record
        if reading.is_explained or model is None or not record.text:
            return
        tag = record.decided or record.predicted
        if tag not in model.tags:
            return
        Operation(_words_for, self._jobs.worker, model, record, tag).success(self._apply_words).run(
            self._jobs
        )

    @Slot(object)
    def _apply_words(self, found: "_Words") -> None:
        held = self._held.get(found.row)
        if held is None or held.is_explained:
            return
        lines = "\n".join(line for line in (held.rules, found.note) if line)
        reading = replace(held, marks=found.marks, rules=lines, is_explained=True)
        self._held[found.row] = reading
        if found.row == self._wanted:
            self.ready.emit(self._as_shown(reading))

    @Slot(object)
    def _show_words(self, found: "_Words") -> None:
        self.marks_changed.emit(found.row, found.marks)

    @Slot()
    def _forget(self) -> None:
        for job in self._under_way.values():
            job.cancel()
        self._under_way.clear()
        self._held.clear()


def parts_of(workspace: "Workspace", record: RecordView) -> tuple[str, ...]:
    """Return the non-empty text cells, stripped as the model reads them."""
    cells = [record.cells[i].strip() for i in workspace.table.mapping.text if i < len(record.cells)]
    parts = tuple(cell for cell in cells if cell)
    return parts if parts and " ".join(parts) == record.text else (record.text,)


def title_of(workspace: "Workspace", record: RecordView) -> str:
    """Return the first text cell as one line, which serves as the title of the record."""
    return " ".join(" ".join(parts_of(workspace, record)[:1]).split())


def look_up(
    progress: Progress,
    workspace: "Workspace",
    model: "LinearModel | None",
    row: RowId,
) -> LoadedRecord:
    """Return a record with the words, history and rules that the detail panel shows."""
    record = workspace.table.records([row])[0]
    marks: tuple[MarkedWord, ...] = ()
    progress.report(0.3)
    if model is not None and record.text:
        shown = record.decided or record.predicted
        if shown in model.tags and not model.is_heavy:  # the words of another tag would explain nothing
            marks = marked_words(record.text, model.explain(record.text, shown).pieces)
    progress.report(0.6)
    history = tuple(reversed(workspace.journal.entries(row)))
    rules_text = _rules_say(workspace, record.text) if record.text else ""
    is_explained = model is None or not model.is_heavy
    return LoadedRecord(
        record,
        parts_of(workspace, record),
        marks,
        history,
        rules_text,
        _foreign_language(workspace, model, record.text),
        is_explained,
    )


def _foreign_language(workspace: "Workspace", model: "LinearModel | None", text: str) -> str:
    """Return the name of the text's language; empty if it is unknown or among those of the training texts.

    It is also empty if the model does not predict the tags of the workspace.
    """
    if model is None or not are_task_of(workspace.tag_set.tags, model.tags):
        return ""
    code, foreign = language_of(text), model.head.foreign
    usual = code in (_BUNDLED_LANGUAGES if foreign is None else foreign.languages)
    return "" if usual else str(LANGUAGES.get(code, code))


def _rules_say(workspace: "Workspace", text: str) -> str:
    """Return the tag that the rules of the tag set find and the matched words; empty without a match.

    Next to tags with keywords, a tag without any is found by its name, as by `rule:` in a search. The rules'
    confidence is left out, because the displayed confidence is the model's.
    """
    from mltag_desktop.core.model.keyword_rules import bundled_rules, phrase_weights, rules_of

    weights = {tag.name: phrase_weights(tag) for tag in workspace.tag_set.tags}
    if any(weights.values()):
        rules = rules_of(workspace.tag_set.tags)
    elif weights.keys() >= set(bundled_rules().tags):
        rules = bundled_rules()
    else:
        return ""
    explanation = rules.explain(text)
    words = list(dict.fromkeys(piece.text for piece in explanation.pieces if piece.weight > 0))[:3]
    if not words:
        return ""
    if any(weights.values()) and max(weights[explanation.tag].values(), default=0.0) <= 0:
        return tr("Tag name: {tag} for {words}", tag=explanation.tag, words=", ".join(words))
    return tr("Keyword rules: {tag} for {words}", tag=explanation.tag, words=", ".join(words))


def _words_for(
    progress: Progress, worker: ProcessPool, model: "LinearModel", record: RecordView, tag: str
) -> _Words:
    progress.report(0.0)
    why = classifier_for(progress, worker, model).explain(record.text, tag)
    return _Words(record.row, marked_words(record.text, why.pieces), translate_core_message(why.note))


_REST: Final = 300
"""Milliseconds that a record must stay current before its context is computed: fast decisions need none."""
_SHOWN: Final = 4
_ALIKE: Final = 0.15
"""Cosine similarity below which records are not shown as similar."""
_AMONG_AT_MOST: Final = 20_000


@dataclass(frozen=True)
class SimilarRecord:
    """A decided record, its cosine similarity to the current one, and its title."""

    record: RecordView
    likeness: float
    title: str


@dataclass(frozen=True)
class RecordContext:
    """The context of a record."""

    row: RowId
    neighbours: tuple[SimilarRecord, ...]
    compared: int = 0
    """Number of decided records that it was compared with."""


class RecordContextLoader(QObject):
    """Computes the context of the current record in a job, after a short delay.

    Signals: `found(context)`.
    """

    found = Signal(object)

    def __init__(self, session: Session, jobs: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._row: RowId | None = None
        self._job = Lane(self, jobs)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._compute)
        for signal in (session.opened, session.closed, session.model_changed):
            signal.connect(self._start_over)

    def request(self, row: RowId | None) -> None:
        """Compute the context of this record; None cancels."""
        self._row = row
        self._job.cancel()
        if row is None:
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def _compute(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or self._row is None:
            return
        Operation(_context_of, self._jobs.worker, workspace, model, self._row).success(self.found).run(
            self._job
        )

    @Slot()
    def _start_over(self) -> None:
        self.request(self._row if self._session.workspace is not None else None)


def _context_of(
    progress: Progress, worker: ProcessPool, workspace: "Workspace", model: "LinearModel", row: RowId
) -> RecordContext:
    from mltag_desktop.core.learning.similar_records import surroundings

    states = workspace.states()
    decided = np.flatnonzero(states.has_status((*DECIDED, Status.KNOWN)))
    decided = decided[decided != row][:_AMONG_AT_MOST].astype(np.int64)
    place, slots = workspace.table.places([row]), workspace.table.places(decided).slots
    found = worker.short_call(progress, surroundings, model, place, np.unique(slots), _SHOWN)
    row_of = dict(zip(slots.tolist(), decided.tolist(), strict=True))
    best = [neighbour for neighbour in found if neighbour.likeness >= _ALIKE]
    records = workspace.table.records([row_of[neighbour.key] for neighbour in best])
    neighbours = tuple(
        SimilarRecord(record, neighbour.likeness, title_of(workspace, record))
        for record, neighbour in zip(records, best, strict=True)
    )
    return RecordContext(row, neighbours, len(decided))
