"""The search field with completions, and the saved filters and columns with few values that it offers."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from mltag_desktop.core.workspace.search.column_values import ColumnValues, few_values
from mltag_desktop.core.workspace.search.query import Completion, completions
from mltag_desktop.core.workspace.search.table_order import saved_filters, store_filters, with_filter
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.operations import Lane, Operation, Operations, Priority, Writer
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.widgets.dialog_tables import APART, TwoSidedDelegate
from mltag_desktop.gui.widgets.icons import icon
from mltag_desktop.gui.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.workspace import Workspace

Offer = Callable[[str, int], list[Completion]]
HELP: Final = tr(
    'Words, "an exact phrase", -without, this OR that, (a group), /expression/, tag:NAME, is:flagged, '
    "is:review, confidence<0.6, note:WORD, COLUMN:part, COLUMN=whole, ~a text to sort by its meaning"
)
_PAUSE: Final = 200


class FilterBar(QLineEdit):
    """Line edit for the search and filter text, with completion.

    Signals: `wanted(text)` after a pause or Return; `left()` when the table should take the focus.
    """

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, offer: Offer = lambda line, cursor: []) -> None:
        """Complete what is typed with what `offer` returns for a line and the place of the cursor."""
        super().__init__()
        self._theme = theme
        self._emitted = ""
        self._is_wrong = False
        self._offer = offer
        self._offered: list[Completion] = []
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self.proposals = QListView(self)
        self._completer.setPopup(self.proposals)
        # after setPopup, which installs a delegate of the completer
        self.proposals.setItemDelegate(TwoSidedDelegate(theme, self.proposals))
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.setPlaceholderText(tr("Search, or tag:NAME  is:flagged  conf<0.6"))
        self.setAccessibleName(tr("Search and filter"))
        self.setToolTip(HELP)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.setObjectName("pause")
        self._timer.timeout.connect(self._emit_wanted)
        self.textChanged.connect(self._timer.start)
        self.textEdited.connect(self._propose)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_text(self, text: str) -> None:
        """Show a filter text without emitting `wanted`."""
        self._emitted = text
        self.setText(text)  # signals stay on: the clear button listens to textChanged
        self._timer.stop()

    def mark_wrong(self, problem: str) -> None:
        """Mark the text as invalid and show the problem; an empty problem marks it as valid."""
        self.setToolTip(problem or HELP)
        self.setAccessibleDescription(problem)
        if bool(problem) != self._is_wrong:
            self._is_wrong = bool(problem)
            self._recolour()

    def focus_all(self) -> None:
        """Take the focus and select the text."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot(str)
    def _propose(self, _text: str) -> None:
        self._offered = self._offer(self.text(), self.cursorPosition())
        if not self._offered or not self.hasFocus():
            self.proposals.hide()
            return
        self._names.setStringList(
            [
                f"{completion.text}{APART}{translate_core_message(completion.words)}"
                for completion in self._offered
            ]
        )
        self._completer.complete()

    @Slot(str)
    def _complete(self, chosen: str) -> None:
        names = self._names.stringList()
        if chosen not in names:
            return
        completion = self._offered[names.index(chosen)]
        text = self.text()
        needs_value = completion.text.endswith((":", "<", "="))
        inserted = completion.text if needs_value else f"{completion.text} "
        self.setText(text[: completion.start] + inserted + text[completion.end :].lstrip())
        self.setCursorPosition(completion.start + len(inserted))
        if needs_value:
            self._propose("")

    @Slot()
    def _emit_wanted(self) -> None:
        self._timer.stop()
        if self.text() != self._emitted:
            self._emitted = self.text()
            self.wanted.emit(self._emitted)

    @Slot()
    def _recolour(self) -> None:
        colours = self._theme.colours
        wrong = self._is_wrong
        self._glass.setIcon(icon("error", colours, colours.warning) if wrong else icon("search", colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for_list = event.key() == Qt.Key.Key_Escape or (
            self.proposals.currentIndex().isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if self.proposals.isVisible() and for_list:
            event.ignore()  # handled by the completion list
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit_wanted()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._emit_wanted()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(90 * UNIT, 7 * UNIT)


_IN_WINDOW_AT_MOST: Final = 20_000
"""Records whose columns are read in a thread of the window; more of them hold the GIL for too long."""


class SavedFilters(QObject):
    """Stores the saved filters in the workspace and finds the columns to filter by.

    Signals: `columns_found(columns)`; `saved_changed(lines)`.
    """

    columns_found = Signal(object)
    saved_changed = Signal(object)

    def __init__(self, session: Session, jobs: Operations, writer: Writer) -> None:
        super().__init__()
        self._session = session
        self._writer = writer
        self._job = Lane(self, jobs)
        self.columns: tuple[ColumnValues, ...] = ()
        self.saved: tuple[str, ...] = ()
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._handle_change)

    def offer(self, line: str, cursor: int) -> list[Completion]:
        """Return the completions at the cursor of the search field."""
        workspace = self._session.workspace
        if workspace is None:
            return []
        values = {each.name: [value for value, _ in each.values] for each in self.columns}
        return completions(line, cursor, workspace.tag_set.tags, workspace.table.columns, values)

    def toggle(self, line: str) -> None:
        """Save a filter as search text, or remove it if it is saved."""
        others = tuple(saved for saved in self.saved if saved != line)
        self.saved = others if line in self.saved else with_filter(others, line)
        self.saved_changed.emit(self.saved)
        workspace = self._session.workspace
        if workspace is not None and not workspace.read_only:
            self._writer.write(partial(store_filters, workspace, self.saved))

    @Slot()
    def find(self) -> None:
        """Start a job that finds the columns with few values."""
        workspace = self._session.workspace
        if workspace is None or not workspace.table.complete:
            return
        is_large = workspace.table.count > _IN_WINDOW_AT_MOST
        Operation(few_values, workspace).in_worker(short=True, needed=is_large).success(
            self._set_columns
        ).run(self._job, Priority.SHORT_ANALYSIS if is_large else Priority.NORMAL)

    @Slot(object)
    def _open(self, workspace: "Workspace") -> None:
        self._job.cancel()  # what it finds is about another table
        self.saved = saved_filters(workspace)
        self.saved_changed.emit(self.saved)

    @Slot()
    def _close(self) -> None:
        self._job.cancel()
        self.columns, self.saved = (), ()
        self.columns_found.emit(())
        self.saved_changed.emit(())

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.MAPPING in change.kinds or (ChangeKind.RECORDS in change.kinds and change.rows is None):
            self.find()

    @Slot(object)
    def _set_columns(self, columns: tuple[ColumnValues, ...]) -> None:
        self.columns = columns
        self.columns_found.emit(columns)
