"""Shows an earlier state of the table, read-only, with a bar that leads back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.decisions import RecordDecision
from mltag_desktop.core.workspace.types import Change, RowId, States
from mltag_desktop.gui.document.journal import return_to
from mltag_desktop.gui.i18n import format_number, tr, translate_core_message
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.operations import Lane, Operation
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.layout import FlowLayout
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace
    from mltag_desktop.gui.main_window.table_page import TablePage


class HistoryBar(QWidget):
    """The bar above the table that names the earlier state.

    Signals: `left()` and `restore_requested()`.
    """

    left = Signal()
    restore_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.back = QPushButton(tr("Return to &now"), self)
        self.restore = QPushButton(tr("&Restore this state"), self)
        self.restore.setToolTip(tr("One step; can be undone"))
        self.back.clicked.connect(self.left)
        self.restore.clicked.connect(self.restore_requested)
        self.words.setMinimumHeight(self.back.sizeHint().height())  # in line with the buttons next to it
        row = FlowLayout(self)  # in a narrow window, the buttons are below the words
        row.setContentsMargins(2 * GAP, UNIT, GAP, UNIT)
        for part in (self.words, self.back, self.restore):
            row.addWidget(part)
        self.setAccessibleName(tr("Past state"))
        theme.changed.connect(self.update)

    def say(self, words: str, *, bold: bool = False) -> None:
        """Show which state is displayed or, in bold, the answer to a refused action."""
        font = self.words.font()
        font.setBold(bold)
        self.words.setFont(font)
        self.words.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        painter.fillRect(self.rect(), colours.selection)
        painter.setPen(QPen(colours.accent, 2))
        painter.drawLine(0, 1, self.width(), 1)


class HistoryPreview(QObject):
    """Loads an earlier state, lets the session show it, and leaves it again.

    It leaves the state by itself when the journal grows, when the state is restored, or when the workspace is
    closed.
    """

    def __init__(self, context: AppContext, page: "TablePage", focus_controller: FocusController) -> None:
        super().__init__(page)
        self._context, self._session = context, context.session
        self._page = page
        self._focus_controller = focus_controller
        self._step = 0
        self._job = Lane(self, context.jobs)
        self.bar = HistoryBar(context.theme, page.middle)
        """The bar above the table."""
        self.bar.hide()
        layout = page.middle.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self.bar)  # below the area that notifications cover
        self.bar.left.connect(self.leave)
        self.bar.restore_requested.connect(self._restore)
        context.session.past_changed.connect(self._show_bar)
        context.session.changed.connect(self._handle_change)

    @Slot(int)
    def show_step(self, step: int) -> None:
        """Show the table as it was after a step; 0 is the beginning."""
        workspace = self._session.workspace
        if workspace is None:
            return
        self._focus_controller.show_table()  # the bar is above it
        self._step = step
        Operation(_state_at, workspace, step).success(self._show).run(self._job)

    def refuse_decision(self) -> None:
        """Say that nothing can be decided in a past state."""
        words = tr("You cannot decide in a past state. Return to now, or restore this state.")
        self.bar.say(words, bold=True)

    @Slot()
    def leave(self) -> None:
        """Show the table as it is."""
        self._session.show_past(None)
        self._page.table.setFocus()

    @Slot(object)
    def _show(self, found: tuple[States, dict[RowId, RecordDecision]]) -> None:
        self._session.show_past(*found)

    @Slot()
    def _show_bar(self) -> None:
        workspace = self._session.workspace
        shows_past = self._session.past is not None
        if workspace is not None and shows_past:
            self.bar.say(_state_text(workspace, self._step))
            self.bar.restore.setEnabled(not workspace.read_only)
        self.bar.setVisible(shows_past)

    @Slot()
    def _restore(self) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        self.bar.restore.setEnabled(False)
        job = return_to(self._context, workspace, self._step).success(self.leave)
        job.ended(self._show_bar).run(self._context.jobs)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.step is not None and self._session.past is not None:
            self.leave()


def _state_at(
    progress: Progress, workspace: "Workspace", step: int
) -> tuple[States, dict[RowId, RecordDecision]]:
    progress.report(0.0, tr("Loading an earlier state"))
    decisions = workspace.history.decisions_at(step)
    return workspace.history.states_at(step, decisions), decisions


def _state_text(workspace: "Workspace", step: int) -> str:
    if not step:
        return tr("State before the first decision, read-only.")
    found = workspace.history.steps(step + 1, 1)
    label = translate_core_message(found[0].label) if found and found[0].label else ""
    return tr(
        "State after step {step}{label}, read-only.",
        step=format_number(step),
        label=f" ({label})" if label else "",
    )
