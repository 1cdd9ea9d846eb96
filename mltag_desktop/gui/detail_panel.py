"""The current record: its whole text, its tags, what was predicted and decided, its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mltag_desktop.core.figures import probability_words
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import Change, Entry, Kind, RecordView, RowId
from mltag_desktop.gui.jobs import Job, Jobs
from mltag_desktop.gui.marks import Mark, marked_words
from mltag_desktop.gui.reading import ReadingPane
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.table_model import STATUS_WORDS
from mltag_desktop.gui.tag_list import TagList, choices
from mltag_desktop.gui.theme import GAP, GROUP, UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear import LinearModel
    from mltag_desktop.core.workspace.document import Workspace

_HISTORY_LINES: Final = 3
_STANDING_LINES: Final = 3
_WHY_LINES: Final = 2
_KIND_WORDS: Final[dict[str, str]] = {
    Kind.ACCEPT: "accepted",
    Kind.CORRECT: "corrected to",
    Kind.CLEAR: "cleared",
    Kind.FLAG: "flagged",
    Kind.ALSO_TAG: "also tagged",
    Kind.SKIP: "skipped",
}


@dataclass(frozen=True)
class _Reading:
    """What is worked out for a record off the GUI thread."""

    record: RecordView
    marks: tuple[Mark, ...]
    history: tuple[Entry, ...]


class DetailPanel(QWidget):
    """Signals: `tag_chosen(name)` when a tag was clicked; `failed(error)`."""

    tag_chosen = Signal(str)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._theme = theme
        self._record: RecordView | None = None
        self._row: RowId | None = None
        self._job: Job | None = None
        self.reading = ReadingPane(theme, self)
        self.reading.setPlaceholderText("No record is chosen.")
        self.tags = TagList(theme, self)
        self._standing = self._label("Prediction and decision", _STANDING_LINES)
        self._why = self._label("Why this record is asked about", _WHY_LINES)
        self._history = self._label("History of the record", _HISTORY_LINES)
        self.tags.chosen.connect(self.tag_chosen)
        self._lay_out()
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show(None)

    @property
    def record(self) -> RecordView | None:
        """The record that is shown."""
        return self._record

    def show_row(self, row: RowId | None) -> None:
        """Show a record, or that there is none; what is shown stays until the other one is read."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._row = row
        workspace = self._session.workspace
        if row is None or workspace is None:
            self._show(None)
            return
        job = Job(_look_up, workspace, self._session.model, row)
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        self._job = job
        self._jobs.run(job)

    def show_why(self, words: str) -> None:
        """Say why the queue asks about the record; empty when it does not."""
        self._why.setText(words)

    @Slot()
    def renew(self) -> None:
        """Read the record anew."""
        self.show_row(self._row)

    def refresh(self, change: Change) -> None:
        """Read the record anew when `change` is about it."""
        if self._row is not None and (change.rows is None or bool(np.isin(self._row, change.rows))):
            self.renew()

    @Slot(object)
    def _take(self, found: "_Reading") -> None:
        self._show(found.record)
        self.reading.show_marks(found.marks)
        self._history.setText("\n".join(_entry_words(entry) for entry in found.history))

    def _show(self, record: RecordView | None) -> None:
        before, self._record = self._record, record
        workspace = self._session.workspace
        self.tags.setVisible(record is not None)
        self.tags.show_choices(choices(workspace.tags if workspace else (), record))
        if before is None or record is None or before.text != record.text or before.row != record.row:
            self.reading.show_parts(self._parts(record))
        self._standing.setText(_standing_words(record))
        if record is None:
            self._history.setText("")

    def _parts(self, record: RecordView | None) -> Sequence[str]:
        """The text cells as the model read them: stripped, empty ones left out."""
        workspace = self._session.workspace
        if record is None or workspace is None:
            return ()
        cells = [record.cells[i].strip() for i in workspace.mapping.text if i < len(record.cells)]
        parts = [cell for cell in cells if cell]
        return parts if " ".join(parts) == record.text else (record.text,)

    def _label(self, name: str, lines: int) -> QLabel:
        """A label that always takes `lines` lines, so that the tags above it stay where they are."""
        label = QLabel(self)
        label.setMinimumHeight(lines * label.fontMetrics().lineSpacing())
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setAccessibleName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP, GROUP, GROUP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.reading, 1)
        column.addWidget(self.tags)
        column.addSpacing(UNIT)
        column.addWidget(self._why)
        column.addWidget(self._standing)
        column.addWidget(self._history)

    @Slot()
    def _recolour(self) -> None:
        for label in (self._history, self._why):
            shade = label.palette()
            shade.setColor(label.foregroundRole(), self._theme.colours.muted)
            label.setPalette(shade)


def _look_up(progress: Progress, workspace: "Workspace", model: "LinearModel | None", row: RowId) -> _Reading:
    record = workspace.records([row])[0]
    marks: tuple[Mark, ...] = ()
    progress.report(0.3)
    if model is not None and record.text:
        shown = record.decided or record.predicted
        tag = shown if shown in model.tags else None
        marks = marked_words(record.text, model.explain(record.text, tag).pieces)
    progress.report(0.6)
    history = tuple(reversed(workspace.journal(row)))[:_HISTORY_LINES]
    return _Reading(record, marks, history)


def _standing_words(record: RecordView | None) -> str:
    if record is None:
        return ""
    if record.predicted is None or record.confidence is None:
        predicted = "Not predicted yet"
    else:
        by = " by an earlier model" if record.stale else ""
        predicted = f"Predicted {record.predicted}, {probability_words(record.confidence)}{by}"
    decided = STATUS_WORDS[record.status]
    if record.decided is not None:
        decided = f"{decided} as {record.decided}"
    also = f", also {', '.join(record.also)}" if record.also else ""
    known = f"\nThe table says {record.known_tag}" if record.known_tag else ""
    return f"{predicted}\n{decided}{also}{known}"


def _entry_words(entry: Entry) -> str:
    try:
        at = datetime.fromisoformat(entry.time).astimezone().strftime("%d %b %H:%M")
    except ValueError:
        at = entry.time
    what = f"{_KIND_WORDS.get(entry.kind, entry.kind)} {entry.tag or ''}".strip()
    undone = " (undone)" if entry.undone else ""
    note = f" – {entry.note}" if entry.note else ""
    return f"{at}  {entry.curator}  {what}{undone}{note}"
