"""A session of a curator: its counts and summary, and the record at which it ends and begins again."""

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtWidgets import QWidget

from mltag_desktop.core.workspace.decisions.decision_statistics import (
    DayProgress,
    SessionSummary,
    TagStats,
    session_summary,
)
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowArray, Status, TagInfo
from mltag_desktop.gui.i18n import duration_words, format_number, tr, tr_plural
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.common import (
    MutedLabel,
    PrimaryButton,
    button_row,
    heading,
    infos_of,
    text_button,
)
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable, TableLine
from mltag_desktop.gui.widgets.dialogs import Dialog, keep_on_screen
from mltag_desktop.gui.widgets.layout import dialog_column
from mltag_desktop.gui.widgets.theme import EDGE, GROUP, ROW, UNIT, Theme, widened

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

_NO_ROWS: Final[RowArray] = np.zeros(0, np.int64)
BREAK: Final = 60.0
"""Seconds between two decisions above which the interval counts as a break."""


class SessionStats(QObject):
    """Statistics from opening a workspace to closing it.

    Signals: `changed()` after each decision.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = _NO_ROWS
        self._predicted = _NO_ROWS
        """Records that had a prediction when they were decided."""
        self._seconds = self._last = 0.0
        self.left = 0
        """Number of records to review, as last counted."""
        session.opened.connect(self._start)

    @property
    def decided(self) -> int:
        """Number of records touched in this session that are decided now."""
        workspace = self._session.workspace
        if workspace is None:
            return 0
        status, rows = workspace.states().status, self._rows
        current = status[rows[rows < len(status)]]
        return int(np.count_nonzero(current != Status.TO_REVIEW))

    @Slot(object)
    def count(self, change: Change) -> None:
        """Count a step of the curator."""
        workspace = self._session.workspace
        if ChangeKind.DECISIONS not in change.kinds or change.rows is None or workspace is None:
            return
        now = time.monotonic()
        if self._last and now - self._last < BREAK:
            self._seconds += now - self._last
        self._last = now
        had_prediction = workspace.states().predicted[change.rows] >= 0
        self._rows = np.union1d(self._rows, change.rows)
        self._predicted = np.union1d(self._predicted, change.rows[had_prediction])
        self.changed.emit()

    def summary(self, seconds_each: float) -> SessionSummary | None:
        """Return the session's summary; None when no workspace is open."""
        workspace = self._session.workspace
        if workspace is None:
            return None
        return session_summary(
            workspace.states(), self._rows, self._predicted, self._seconds, self.left, seconds_each
        )

    @Slot()
    def _start(self) -> None:
        self._rows = self._predicted = _NO_ROWS
        self._seconds, self._last, self.left = 0.0, 0.0, 0


_SIZE: Final = QSize(160 * UNIT, 80 * UNIT)
_TAGS: Final = (
    ColumnHeading(tr("Tag")),
    ColumnHeading(tr("Decided"), "000,000", right=True),
    ColumnHeading(tr("Model right"), "000,000", right=True),
)
_DAYS: Final = (
    ColumnHeading(tr("Day"), "2026-00-00", keeps=True),
    ColumnHeading(tr("Decided"), "000,000", right=True),
    ColumnHeading(tr("Accepted"), "000,000", right=True),
    ColumnHeading(tr("Corrected"), "000,000", right=True),
    ColumnHeading(tr("Model right"), "100%", right=True),
    ColumnHeading(tr("Per hour"), "0,000", right=True, optional=True),
)


class SessionSummaryDialog(Dialog):
    """Shows the session and the progress by day: decisions, pace, the model's accuracy, what is left.

    Signals: `go_on_requested()` when the curator wants the next question; `gain_requested()` to estimate the
    gain from further answers, which takes a while.
    """

    go_on_requested = Signal()
    gain_requested = Signal()

    def __init__(
        self, theme: Theme, made: SessionSummary, parent: QWidget, tags: Sequence[TagInfo] = ()
    ) -> None:
        """Show the summary `made`; `tags` provide the symbols and colours."""
        super().__init__(parent)
        self.setWindowTitle(tr("Session"))
        self.lines = summary_lines(made)
        headline = heading(self.lines[0], 1.3)
        headline.setWordWrap(True)
        self.tags = LineTable(theme, tr("Decisions by tag"), _TAGS)
        self.days = LineTable(theme, tr("Progress by day"), _DAYS)
        infos = infos_of([counts.tag for counts in made.tags], tags)
        self.tags.show_lines(
            [TableLine(_tag_cells(made, each), each, tags=(infos[each.tag],)) for each in made.tags]
        )
        for table in (self.tags, self.days):
            table.setMinimumHeight(4 * ROW)
        self.tags.setVisible(bool(made.tags))
        self.days.hide()
        self.gain_words = MutedLabel(theme, "")
        self.gain_words.setAccessibleName(tr("Gain from further answers"))
        self.gain_words.hide()
        close = text_button(tr("Close"), self.accept)
        self.gain = text_button(
            tr("&Estimate gain"),
            self._ask_for_gain,
            tr("Estimate what 50 more answers would add to the accuracy"),
        )
        self.go_on = PrimaryButton(
            theme, tr("Continue reviewing") if made.decided else tr("Start reviewing"), self
        )
        self.go_on.setVisible(made.left > 0)
        self.go_on.clicked.connect(self.accept)
        self.go_on.clicked.connect(self.go_on_requested)
        dialog_column(
            self,
            headline,
            *(MutedLabel(theme, line) for line in self.lines[1:]),
            GROUP,
            (self.tags, 1),
            (self.days, 1),
            self.gain_words,
            (None, 0),
            button_row(self.go_on, close, left=(self.gain,)),
        )
        first = self.go_on if made.left else close
        first.setDefault(True)
        first.setFocus()
        room = self.screen().availableSize().width() - 2 * EDGE
        self.resize(min(widened(_SIZE.width(), self.fontMetrics()), room), _SIZE.height() if made.tags else 0)

    @Slot(object)
    def show_days(self, days: Sequence[DayProgress]) -> None:
        """Show the progress by day, newest first; hidden without decisions."""
        self.days.show_lines([TableLine(_day_cells(day)) for day in reversed(days)])
        self.days.setVisible(bool(days))
        if days:
            self.resize(self.size().expandedTo(self.sizeHint()))
            keep_on_screen(self)

    @Slot(str)
    def show_gain(self, words: str) -> None:
        """Show the estimated gain, or why it cannot be estimated."""
        self.gain_words.setText(words)
        self.gain_words.show()
        self.gain.setEnabled(True)
        self.resize(self.size().expandedTo(self.sizeHint()))
        keep_on_screen(self)

    @Slot(float, str)
    def show_simulating(self, share: float, step: str) -> None:
        """Show how much of the simulation is done, unless its result is shown."""
        if not self.gain.isEnabled():
            self.gain_words.setText(tr("Simulating answers… {share}", share=format_number(share, ".0%")))

    @Slot()
    def _ask_for_gain(self) -> None:
        self.show_gain(tr("Simulating answers… {share}", share=format_number(0, ".0%")))
        self.gain.setEnabled(False)
        self.gain_requested.emit()


def summary_lines(made: SessionSummary) -> list[str]:
    """Return a headline and a few sentences about a session."""
    if made.decided or made.flagged or made.skipped:
        parts = [
            tr_plural("{n:,} accepted", "{n:,} accepted", made.accepted),
            tr_plural("{n:,} corrected", "{n:,} corrected", made.corrected),
            tr_plural("{n:,} flagged", "{n:,} flagged", made.flagged) if made.flagged else "",
            tr_plural("{n:,} skipped", "{n:,} skipped", made.skipped) if made.skipped else "",
        ]
        lines = [
            tr_plural("{n:,} record decided", "{n:,} records decided", made.decided),
            ", ".join(part for part in parts if part) + ".",
        ]
    else:
        lines = [tr("No decisions in this session yet")]
    if made.right is not None:
        lines.append(tr("The model was right {right:.0%} of the time.", right=made.right))
    if made.minutes >= 1:
        words = tr(
            "{minutes:.0f} minutes of reading, {per_hour:,.0f} decisions per hour.",
            minutes=made.minutes,
            per_hour=made.per_hour,
        )
        lines.append(words)
    about = duration_words(made.minutes_left)
    if not made.left:
        lines.append(tr("Nothing left to review."))
    elif made.decided:
        words = tr_plural(
            "{n:,} record left to review, about {about} at this pace.",
            "{n:,} records left to review, about {about} at this pace.",
            made.left,
            about=about,
        )
        lines.append(words)
    else:
        words = tr_plural(
            "{n:,} record left to review, about {about} at the average pace.",
            "{n:,} records left to review, about {about} at the average pace.",
            made.left,
            about=about,
        )
        lines.append(words)
    return lines


def gain_sentence(more: int, gain: float, low: float, high: float, decisions: int) -> str:
    """Return the estimated gain in accuracy (shares) from `more` answers as text."""
    basis = tr_plural(
        "This is an estimate from your {n:,} decision: half were answered in simulation, half measured.",
        "This is an estimate from your {n:,} decisions: half were answered in simulation, half measured.",
        decisions,
    )
    points = {"low": 100 * low, "high": 100 * high}
    if low > 0:
        words = tr(
            "{more} more answers would add about {gain:.1f} percentage points of accuracy ({low:.1f} to "
            "{high:.1f}).",
            more=more,
            gain=100 * gain,
            **points,
        )
    else:
        words = tr(
            "It is not clear that {more} more answers would add accuracy ({low:.1f} to {high:.1f} percentage "
            "points).",
            more=more,
            **points,
        )
    return f"{words} {basis}"


def _tag_cells(made: SessionSummary, counts: TagStats) -> tuple[str, ...]:
    right = "–" if made.right is None else format_number(counts.right)
    return counts.tag, format_number(counts.records), right


def _day_cells(day: DayProgress) -> tuple[str, ...]:
    return (
        day.day,
        format_number(day.decided),
        format_number(day.accepted),
        format_number(day.corrected),
        "–" if day.right is None else format_number(day.right, ".0%"),
        "–" if day.per_hour is None else format_number(round(day.per_hour)),
    )


_KEY: Final = "place"
"""Preference with the record displayed on closing and the number of the last journal step then.

A third value is present from the first decision in a window until it closes.
"""


class ResumePosition(QObject):
    """Saves the current record as a workspace preference on closing and returns to it after opening.

    After a crash the record that a window decided last counts. Decisions of other programs, such as those of
    the command line, do not move the place.
    """

    def __init__(
        self, context: AppContext, table: TableView, model: TableModel, record_order: RecordOrder
    ) -> None:
        super().__init__(table)
        self._session = context.session
        self._writer = context.writer
        self._table = table
        self._model = model
        self._record_order = record_order
        self._is_marked = False
        context.session.changed.connect(self._mark_open)

    @Slot()
    def keep(self) -> None:
        """Save the current record if it or the journal changed, after all decisions before.

        If a filter shows no record, the one decided last is saved.
        """
        workspace, model = self._session.workspace, self._model
        place = self._table.current_place()
        row = int(model.row_at(place)) if 0 <= place < model.rowCount() else None
        if workspace is None or workspace.read_only or (row is None and not self._is_marked):
            return
        self._writer.write(partial(_save, workspace, row))

    @Slot()
    def go(self) -> None:
        """Go to the record that was read last, unless the curator has moved meanwhile."""
        workspace, model = self._session.workspace, self._model
        self._is_marked = False
        if workspace is None or self._table.current_place() > 0:
            return
        row = _last(workspace)
        place = model.place_of(row) if model.rowCount() else -1
        if place >= 0:
            self._table.go_to(place)
        elif not model.rowCount():
            self._record_order.then_go_to(row)

    @Slot(object)
    def _mark_open(self, change: "Change") -> None:
        workspace = self._session.workspace
        if workspace is None or workspace.read_only or self._is_marked:
            return
        if change.kinds & ChangeKind.DECISIONS:
            self._is_marked = True
            self._writer.write(partial(_mark, workspace))


def _mark(workspace: "Workspace") -> None:
    row, step, *_ = _saved(workspace)
    workspace.set_preference(_KEY, [row, step, True])


def _save(workspace: "Workspace", row: int | None) -> None:
    found = [_last(workspace) if row is None else row, workspace.journal.last]
    if found != _saved(workspace):
        workspace.set_preference(_KEY, found)


def _last(workspace: "Workspace") -> int:
    """Return the record decided last if a window did not close, else the saved one."""
    row, step, *was_open = _saved(workspace)
    decided = workspace.journal.last_single_record(step) if was_open else None
    return row if decided is None else decided


def _saved(workspace: "Workspace") -> list[int]:
    """Return the saved record and journal step, both 0 if none are saved, then True if a window was open."""
    match workspace.preference(_KEY):
        case [int(row), int(step), *was_open]:
            return [row, step, *was_open]
        case int(row):  # of an earlier version
            return [row, workspace.journal.last]
        case _:
            return [0, 0]
