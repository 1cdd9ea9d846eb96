"""The journal dialog: all steps with curator, time and model, and the way back to any past state."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import (
    Action,
    Change,
    ChangeKind,
    DecisionKind,
    JournalEntry,
    Mark,
    States,
    Status,
    StepView,
)
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import confidence_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.context_dialog import ContextDialog
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.state.words import action_label, version_words
from mltag_desktop.gui.table.table_model import words_of as marks_in_words
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, local_time
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.inputs import TabWidget
from mltag_desktop.gui.widgets.layout import dialog_column, vbox
from mltag_desktop.gui.widgets.theme import GAP

SIZE: Final = QSize(1200, 680)
PAGE: Final = 200
_LISTED: Final = 300
_TEXT: Final = 300
_STEPS: Final = (
    ColumnHeading(tr("Step"), "000,000", right=True),
    ColumnHeading(tr("When"), "2026-00-00 00:00", keeps=True),
    ColumnHeading(tr("Who"), "a curator's name"),
    ColumnHeading(tr("Action")),
    ColumnHeading(tr("Records"), "000,000", right=True),
    ColumnHeading(tr("Status"), tr("undone")),
)
_ENTRIES: Final = (
    ColumnHeading(tr("Record"), "000,000", right=True),
    ColumnHeading(tr("Text")),
    ColumnHeading(tr("Decision"), "corrected to natural-language-processing"),
    ColumnHeading(tr("Note"), "a note of several words"),
    ColumnHeading(tr("Predicted"), "natural-language-processing"),
    ColumnHeading(tr("Conf."), "0.00", right=True),
    ColumnHeading(tr("Model"), "0123456789"),
)
_DIFFERENCES: Final = (
    ColumnHeading(tr("Record"), "000,000", right=True),
    ColumnHeading(tr("Text")),
    ColumnHeading(tr("After this step"), "computer-vision, accepted"),
    ColumnHeading(tr("Current"), "computer-vision, accepted"),
)
_WORDS: Final = {
    Status.TO_REVIEW: tr("to review"),
    Status.ACCEPTED: tr("accepted"),
    Status.CORRECTED: tr("corrected"),
    Status.KNOWN: tr("from the table"),
}
_KIND_WORDS: Final[dict[str, str]] = {
    DecisionKind.ACCEPT: tr("accepted"),
    DecisionKind.CORRECT: tr("corrected to"),
    DecisionKind.KNOWN: tr("from the table:"),
    DecisionKind.CLEAR: tr("cleared"),
    DecisionKind.FLAG: tr("flagged"),
    DecisionKind.ALSO_TAG: tr("additional tag"),
    DecisionKind.NOT_TAG: tr("additional tag removed:"),
    DecisionKind.UNFLAG: tr("flag removed"),
    DecisionKind.SKIP: tr("skipped"),
    DecisionKind.UNSKIP: tr("skip mark removed"),
    DecisionKind.UNSURE: tr("unsure"),
    DecisionKind.SURE: tr("unsure mark removed"),
    DecisionKind.NOTE: tr("note"),
    DecisionKind.OFF_TOPIC: tr("off topic"),
    DecisionKind.ON_TOPIC: tr("on topic"),
    DecisionKind.RESET: tr("cleared"),
    Action.PROMOTE: tr("promoted"),
    Action.ROLLBACK: tr("rolled back to"),
    Action.MAPPING: tr("columns chosen"),
    Action.TAGS: tr("tag set changed"),
    Action.TAG_MODE: tr("number of tags per record chosen"),
    Action.MERGE: tr("source changes merged"),
    Action.REVIEW: tr("review threshold set"),
}


class StepDetails(NamedTuple):
    """The changes in a step, and the records whose state after it differs from the current one."""

    entries: list[TableLine]
    differences: list[TableLine]
    words: str


class JournalDialog(ContextDialog):
    """Lists the steps, the changes in the selected step, and the records that have changed since.

    The dialog is not modal. Signals: `record_requested(row)`; `past_requested(step)` to show the table's
    state after a step.
    """

    record_requested = Signal(int)
    past_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, tr("Journal"), SIZE)
        self._reading, self._comparing = Lane(self, context.jobs), Lane(self, context.jobs)
        self._count = PAGE
        self.list = LineTable(context.theme, tr("Steps, newest first"), _STEPS)
        self.entries = LineTable(context.theme, tr("Changes in this step"), _ENTRIES)
        self.differences = LineTable(context.theme, tr("Records that have changed since"), _DIFFERENCES)
        self.summary = MutedLabel(context.theme)
        self.back = PrimaryButton(context.theme, tr("&Return to this state"))
        self.show_past = QPushButton(tr("&Show this state in the table"))
        self.show_past.setToolTip(tr("Read-only, until you return to now"))
        self._close = self.close_button()
        self._lay_out()
        self.list.chosen.connect(self._read_details)
        self.list.verticalScrollBar().valueChanged.connect(self._scroll)
        for table in (self.entries, self.differences):
            table.opened.connect(self._ask_for)
        self.back.clicked.connect(self._return)
        self.show_past.clicked.connect(self._ask_for_past)
        context.session.changed.connect(self._handle_change)
        context.session.closed.connect(self.reject)
        self._enable()
        self._read()

    @property
    def _steps(self) -> tuple[TableLine, ...]:
        return self.list.lines.lines

    def load_older(self) -> None:
        """Load another page of older steps; step 0, the state after the import, is the oldest."""
        if self._steps and self._steps[-1].thing and not self._reading.is_running:
            self._count = len(self._steps) + PAGE
            self._read()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.step is not None or ChangeKind.DECISIONS in change.kinds:
            self._count += 1
            self._read()

    def _read(self) -> None:
        Operation(latest_steps, self._workspace, self._count).success(self._show_steps).run(self._reading)

    @Slot(object)
    def _show_steps(self, lines: list[TableLine]) -> None:
        shown = len(self._steps)
        if shown and lines[:shown] == [*self._steps]:
            self.list.lines.append(lines[shown:])  # the list stays where it was scrolled to
        else:
            self.list.show_lines(lines)

    @Slot(int)
    def _scroll(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep():
            self.load_older()

    @Slot(object)
    def _read_details(self, step: int | None) -> None:
        self._enable()
        if step is not None:
            Operation(step_details, self._workspace, step).success(self._show_details).run(self._comparing)

    @Slot()
    def _enable(self) -> None:
        workspace, step = self._session.workspace, self.list.current
        is_past = workspace is not None and step is not None
        self.show_past.setEnabled(is_past)
        can_write = workspace is not None and not workspace.read_only
        self.back.setEnabled(is_past and can_write and step != self._steps[0].thing)

    @Slot(object)
    def _show_details(self, found: StepDetails) -> None:
        self.entries.show_lines(found.entries)
        self.differences.show_lines(found.differences)
        self.summary.setText(found.words)

    @Slot()
    def _return(self) -> None:
        self.back.setEnabled(False)
        return_to(self._context, self._workspace, self.list.current).ended(self._enable).run(self._jobs)

    @Slot()
    def _ask_for_past(self) -> None:
        self.past_requested.emit(self.list.current)

    @Slot(object)
    def _ask_for(self, row: int | None) -> None:
        if row is not None:
            self.record_requested.emit(row)

    def _lay_out(self) -> None:
        state = QWidget()
        vbox(self.summary, (self.differences, 1), parent=state, margins=(0, GAP, 0, 0), spacing=GAP)
        tabs = TabWidget()
        tabs.tabBar().setAccessibleName(tr("Step details"))
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(tr("Selected step"))
        tabs.addTab(self.entries, tr("Changes in this step"))
        tabs.addTab(state, tr("State after this step"))
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(tabs)
        halves.setChildrenCollapsible(False)
        halves.setSizes([330, 250])
        dialog_column(self, (halves, 1), GAP, button_row(self.show_past, self.back, self._close))


def latest_steps(progress: Progress, workspace: Workspace, count: int) -> list[TableLine]:
    """Return the lines of the latest `count` steps, and that of step 0 if there are no more."""
    progress.report(0.0, tr("Reading the journal"))
    lines = [
        TableLine(
            (
                format_number(step.step),
                local_time(step.time),
                step.curator,
                _label_of(step),
                format_number(step.records) if step.records else "",
                tr("undone") if step.undone else "",
            ),
            step.step,
            muted=step.undone,
        )
        for step in workspace.history.steps(None, count)
    ]
    if len(lines) < count:
        lines.append(TableLine(("0", "", "", tr("Start: no decisions"), "", ""), 0))
    return lines


def step_details(progress: Progress, workspace: Workspace, step: int) -> StepDetails:
    """Return the changes in a step and the state after it; step 0 is the state after the import."""
    progress.report(0.0, tr("Loading an earlier state"))
    entries = workspace.journal.entries_of(step, 0, _LISTED) if step else []
    texts = _texts(workspace, [entry.record for entry in entries if entry.record is not None])
    now, then = workspace.states(), workspace.history.states_at(step)
    count = min(now.count, then.count)
    other = (now.status[:count] != then.status[:count]) | (now.decided[:count] != then.decided[:count])
    other |= now.marks[:count] != then.marks[:count]
    differing = np.flatnonzero(other).tolist()
    words = tr("Nothing has changed since this step.")
    if differing:
        words = tr(
            "{records} decided at that time, {decided_now:,} now; {different} changed since.",
            records=tr_plural("{n:,} record", "{n:,} records", int((then.decided >= 0).sum())),
            decided_now=int((now.decided >= 0).sum()),
            different=tr_plural("{n:,} record", "{n:,} records", len(differing)),
        )
    return StepDetails(
        [_entry_line(entry, texts) for entry in entries],
        [
            TableLine(
                (format_number(row + 1), text, _state_in_words(then, row), _state_in_words(now, row)), row
            )
            for row, text in _texts(workspace, differing[:_LISTED]).items()
        ],
        words,
    )


def return_to(context: AppContext, workspace: Workspace, step: int) -> Operation:
    """Return the job that restores the state after a step, as a new step that can be undone."""

    def report(change: Change) -> None:
        if change.step is None:
            context.notifications.info(tr("Nothing has changed since this step."))
            return
        context.session.publish(change, workspace)
        context.notifications.success(f"{action_label(change)}.", tr("This can be undone."))

    return Operation(lambda progress: workspace.history.return_to(step, progress)).success(report)


def words_of(entry: JournalEntry) -> str:
    """Describe an entry: what was done, and the tag."""
    if entry.kind == DecisionKind.NOTE and not entry.note:
        return tr("note removed")
    if entry.kind == DecisionKind.IMPORTED:
        return tr("imported from {curator}", curator=entry.note.rpartition(", ")[0] or entry.note)
    return f"{_KIND_WORDS.get(entry.kind, entry.kind)} {entry.tag or ''}".strip()


def note_of(entry: JournalEntry) -> str:
    """Return the note of an entry; where a decision was imported from is in its words already."""
    return "" if entry.kind == DecisionKind.IMPORTED else entry.note


def _texts(workspace: Workspace, rows: list[int]) -> dict[int, str]:
    texts = workspace.table.texts(rows) if rows else []
    return {row: text[:_TEXT] for row, text in zip(rows, texts, strict=True)}


def _entry_line(entry: JournalEntry, texts: Mapping[int, str]) -> TableLine:
    row = entry.record
    return TableLine(
        (
            "" if row is None else format_number(row + 1),
            "" if row is None else texts[row],
            words_of(entry),
            "" if row is None else " ".join(note_of(entry).split()),
            entry.predicted_tag or "",
            "" if entry.confidence is None else confidence_words(entry.confidence),
            version_words(entry.model_version or ""),
        ),
        row,
    )


def _label_of(step: StepView) -> str:
    """Return a step's label in the window's language."""
    if step.action in (Action.UNDO, Action.REDO):
        verb = tr("Undo") if step.action is Action.UNDO else tr("Redo")
        return (
            tr("{verb} step {target:,}", verb=verb, target=step.target) if step.target is not None else verb
        )
    return translate_core_message(step.label or str(step.action).capitalize())


def _state_in_words(states: States, row: int) -> str:
    decided = int(states.decided[row])
    tag = states.tag_names[decided] if decided >= 0 else ""
    marks = marks_in_words(Mark(int(states.marks[row])))
    return ", ".join(filter(None, (tag, _WORDS[Status(int(states.status[row]))], marks)))
