"""Journal pages, and the differences between a past state and the current one; no Qt.

The journal dialog: all steps with curator, time and model, and the way back to any past state.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import (
    Action,
    Change,
    DecisionKind,
    JournalEntry,
    Mark,
    States,
    Status,
    StepView,
)
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import confidence_words, format_number, tr, tr_plural, translate_core_message
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.state.words import action_label, version_words
from mltag_desktop.gui.table.table_model import words_of as marks_in_words
from mltag_desktop.gui.widgets.common import MutedLabel, PrimaryButton, button_row, local_time
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, fit_screen
from mltag_desktop.gui.widgets.layout import TabWidget, dialog_column, vbox
from mltag_desktop.gui.widgets.theme import GAP

PAGE: Final = 200
_LISTED: Final = 300
_TEXT: Final = 300
_WORDS: Final = {
    Status.TO_REVIEW: tr("to review"),
    Status.ACCEPTED: tr("accepted"),
    Status.CORRECTED: tr("corrected"),
    Status.KNOWN: tr("from the table"),
}

KIND_WORDS: Final[dict[str, str]] = {
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


@dataclass(frozen=True)
class JournalPage:
    """A page of steps, newest first, and whether there are older ones."""

    steps: tuple[StepView, ...]
    has_more: bool


@dataclass(frozen=True)
class StepEntry:
    """One entry of a step, with the text of its record."""

    entry: JournalEntry
    text: str


@dataclass(frozen=True)
class RecordDifference:
    """A record whose state after a step differs from its current state; both states as text."""

    row: int
    text: str
    then: str
    now: str


@dataclass(frozen=True)
class StepDetails:
    """The changes in a step, and the state after it compared with the current state."""

    step: int
    did: tuple[StepEntry, ...]
    decided_then: int
    decided_now: int
    different: int
    differences: tuple[RecordDifference, ...]


def words_of(entry: JournalEntry) -> str:
    """Describe an entry: what was done, and the tag."""
    if entry.kind == DecisionKind.NOTE and not entry.note:
        return tr("note removed")
    if entry.kind == DecisionKind.IMPORTED:
        return tr("imported from {curator}", curator=entry.note.rpartition(", ")[0] or entry.note)
    did = KIND_WORDS.get(entry.kind, entry.kind)
    return f"{did} {entry.tag or ''}".strip()


def note_of(entry: JournalEntry) -> str:
    """Return the note of an entry; where a decision was imported from is in its words already."""
    return "" if entry.kind == DecisionKind.IMPORTED else entry.note


def journal_page(
    progress: Progress, workspace: Workspace, before: int | None, count: int = PAGE
) -> JournalPage:
    """Return the `count` steps before the step `before`, or the latest ones if it is None."""
    progress.report(0.0, tr("Reading the journal"))
    found = workspace.history.steps(before, count + 1)
    return JournalPage(tuple(found[:count]), len(found) > count)


def step_details(progress: Progress, workspace: Workspace, step: int) -> StepDetails:
    """Return the changes in a step and the state after it; step 0 is the state after the import."""
    progress.report(0.0, tr("Loading an earlier state"))
    entries = workspace.journal.entries_of(step, 0, _LISTED) if step else []
    rows = [entry.record for entry in entries if entry.record is not None]
    texts = dict(zip(rows, workspace.table.texts(rows), strict=True)) if rows else {}
    now, then = workspace.states(), workspace.history.states_at(step)
    count = min(now.count, then.count)
    other = (now.status[:count] != then.status[:count]) | (now.decided[:count] != then.decided[:count])
    if len(now.marks) and len(then.marks):
        other |= now.marks[:count] != then.marks[:count]
    differing = np.flatnonzero(other)
    listed = differing[:_LISTED].astype(np.int64)
    differences = tuple(
        RecordDifference(
            int(row), text[:_TEXT], _state_in_words(then, int(row)), _state_in_words(now, int(row))
        )
        for row, text in zip(
            listed.tolist(), workspace.table.texts(listed) if len(listed) else [], strict=True
        )
    )
    return StepDetails(
        step,
        tuple(
            StepEntry(entry, texts.get(entry.record, "")[:_TEXT] if entry.record is not None else "")
            for entry in entries
        ),
        int((then.decided >= 0).sum()),
        int((now.decided >= 0).sum()),
        len(differing),
        differences,
    )


def return_to(progress: Progress, workspace: Workspace, step: int) -> Change:
    """Restore the state after a step, as a new step that can be undone."""
    return workspace.history.return_to(step, progress)


def label_of(step: StepView) -> str:
    """Return a step's label in the window's language."""
    if step.action in (Action.UNDO, Action.REDO):
        verb = tr("Undo") if step.action is Action.UNDO else tr("Redo")
        return (
            tr("{verb} step {target:,}", verb=verb, target=step.target) if step.target is not None else verb
        )
    return translate_core_message(step.label or str(step.action).capitalize())


def _state_in_words(states: States, row: int) -> str:
    words = _WORDS[Status(int(states.status[row]))]
    decided = int(states.decided[row])
    words = f"{states.tag_names[decided]}, {words}" if decided >= 0 else words
    marks = marks_in_words(Mark(int(states.marks[row]))) if len(states.marks) > row else ""
    return f"{words}, {marks}" if marks else words


SIZE: Final = QSize(1200, 680)
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


class JournalDialog(Dialog):
    """Lists the steps, the changes in the selected step, and the records that have changed since.

    The dialog is not modal. Signals: `record_requested(row)`; `past_requested(step)` to show the table's
    state after a step.
    """

    record_requested = Signal(int)
    past_requested = Signal(int)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.window)
        self.setWindowTitle(tr("Journal"))
        self._session = context.session
        self._jobs = context.jobs
        self._notifications = context.notifications
        self._page_job: Operation | None = None
        self._details_job: Operation | None = None
        self._has_more = False
        self._oldest: int | None = None
        self.list = LineTable(context.theme, tr("Steps, newest first"), _STEPS)
        self.entries = LineTable(context.theme, tr("Changes in this step"), _ENTRIES)
        self.differences = LineTable(context.theme, tr("Records that have changed since"), _DIFFERENCES)
        self.summary = MutedLabel(context.theme)
        self.back = PrimaryButton(context.theme, tr("&Return to this state"))
        self.show_past = QPushButton(tr("&Show this state in the table"))
        self.show_past.setToolTip(tr("Read-only, until you return to now"))
        self._close = QPushButton(tr("&Close"))
        self._lay_out()
        self.list.chosen.connect(self._read_details)
        self.list.verticalScrollBar().valueChanged.connect(self._scroll)
        self.entries.opened.connect(self._ask_for)
        self.differences.opened.connect(self._ask_for)
        self.back.clicked.connect(self._return)
        self.show_past.clicked.connect(self._ask_for_past)
        self._close.clicked.connect(self.reject)
        context.session.changed.connect(self._handle_change)
        context.session.closed.connect(self.reject)
        fit_screen(self, SIZE)
        self._read(None)

    def load_older(self) -> None:
        """Load the next page of older steps, if there is one."""
        if self._has_more and self._page_job is None:
            self._read(self._oldest)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.step is not None or ChangeKind.DECISIONS in change.kinds:
            self._read(None)

    def _read(self, before: int | None) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if self._page_job is not None:
            self._page_job.cancel()
        shown = 0 if before is not None else len(self.list.lines.lines)
        self._page_job = (
            Operation(journal_page, workspace, before, max(PAGE, shown + 1))
            .success(self._show_first if before is None else self._show_more)
            .failure(self._notifications.failure)
            .run(self._jobs)
        )

    @Slot(object)
    def _show_first(self, page: JournalPage) -> None:
        self._show_page(page)
        self.list.show_lines(self._lines(page))

    @Slot(object)
    def _show_more(self, page: JournalPage) -> None:
        self._show_page(page)
        self.list.lines.append(self._lines(page))

    def _show_page(self, page: JournalPage) -> None:
        self._page_job = None
        self._has_more = page.has_more
        self._oldest = page.steps[-1].step if page.steps else None

    def _lines(self, page: JournalPage) -> list[TableLine]:
        lines = [
            TableLine(
                (
                    format_number(step.step),
                    local_time(step.time),
                    step.curator,
                    label_of(step),
                    format_number(step.records) if step.records else "",
                    tr("undone") if step.undone else "",
                ),
                step.step,
                muted=step.undone,
            )
            for step in page.steps
        ]
        if not page.has_more:
            lines.append(TableLine(("0", "", "", tr("Start: no decisions"), "", ""), 0))
        return lines

    @Slot(int)
    def _scroll(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep():
            self.load_older()

    @Slot(object)
    def _read_details(self, step: int | None) -> None:
        workspace = self._session.workspace
        self.back.setEnabled(False)
        self.show_past.setEnabled(workspace is not None and step is not None)
        if workspace is None or step is None:
            return
        if self._details_job is not None:
            self._details_job.cancel()
        self._details_job = (
            Operation(step_details, workspace, step)
            .success(self._show_details)
            .failure(self._notifications.failure)
            .run(self._jobs)
        )

    @Slot(object)
    def _show_details(self, found: StepDetails) -> None:
        self._details_job = None
        workspace = self._session.workspace
        self.entries.show_lines(
            [
                TableLine(
                    (
                        "" if did.entry.record is None else format_number(did.entry.record + 1),
                        did.text,
                        words_of(did.entry),
                        "" if did.entry.record is None else " ".join(note_of(did.entry).split()),
                        did.entry.predicted_tag or "",
                        "" if did.entry.confidence is None else confidence_words(did.entry.confidence),
                        version_words(did.entry.model_version or ""),
                    ),
                    did.entry.record,
                )
                for did in found.did
            ]
        )
        self.differences.show_lines(
            [
                TableLine((format_number(one.row + 1), one.text, one.then, one.now), one.row)
                for one in found.differences
            ]
        )
        if found.different:
            self.summary.setText(
                tr(
                    "{records} decided at that time, {decided_now:,} now; {different} changed since.",
                    records=tr_plural("{n:,} record", "{n:,} records", found.decided_then),
                    decided_now=found.decided_now,
                    different=tr_plural("{n:,} record", "{n:,} records", found.different),
                )
            )
        else:
            self.summary.setText(tr("Nothing has changed since this step."))
        newest = self.list.lines.lines[0].thing if self.list.lines.lines else None
        is_newest = newest == found.step
        self.back.setEnabled(workspace is not None and not workspace.read_only and not is_newest)

    @Slot()
    def _return(self) -> None:
        workspace, step = self._session.workspace, self.list.current
        if workspace is None or step is None:
            return
        job = (
            Operation(return_to, workspace, step)
            .success(self._session.publish)
            .success(self._report_returned)
            .failure(self._notifications.failure)
        )
        self.back.setEnabled(False)
        job.run(self._jobs)

    @Slot(object)
    def _report_returned(self, change: Change) -> None:
        if change.step is None:
            self._notifications.info(tr("Nothing has changed since this step."))
            return
        self._notifications.success(
            f"{action_label(change)}.",
            tr("This can be undone."),
        )

    @Slot()
    def _ask_for_past(self) -> None:
        if self.list.current is not None:
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

    def done(self, result: int) -> None:
        for job in (self._page_job, self._details_job):
            if job is not None:
                job.cancel()
        super().done(result)
