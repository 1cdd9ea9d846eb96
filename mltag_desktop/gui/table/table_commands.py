"""The menus of the table, and copying of its records.

Commands of the table: copy records, choose the source columns to show, and the menu of a record.
"""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import RecordView, RowArray
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.i18n import escape_mnemonic, tr
from mltag_desktop.gui.operations import Lane, Operation, Operations, without_progress
from mltag_desktop.gui.state.actions import Actions, add_groups
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.table_model import COLUMNS_PREFERENCE
from mltag_desktop.gui.table.table_view import TableView

MOST: Final = 50_000
"""Maximum number of records on the clipboard, which keeps them in memory; an export has no limit."""
_PIECE: Final = 2_000


class ClipboardCopier(QObject):
    """Copies records in a job.

    Signals: `copied(records, selected)` with the number of copied and of selected records.
    """

    copied = Signal(int, int)

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__()
        self._session = session
        self._job = Lane(self, jobs)

    def copy(self, rows: RowArray) -> None:
        """Copy these records with their tags, tab-separated."""
        workspace = self._session.workspace
        if workspace is None or not len(rows):
            return
        Operation(_as_lines, workspace, rows[:MOST], self._session.as_shown).success(
            partial(self._set_clipboard, len(rows))
        ).run(self._job)

    def _set_clipboard(self, selected: int, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(min(selected, MOST), selected)


def _as_lines(
    progress: Progress, workspace: "Workspace", rows: RowArray, as_shown: Callable[[RecordView], RecordView]
) -> str:
    lines = ["\t".join((*workspace.table.columns, "tag", "confidence"))]
    for start in range(0, len(rows), _PIECE):
        progress.report(start / len(rows), tr("copying"))
        for record in map(as_shown, workspace.table.records(rows[start : start + _PIECE])):
            tag = record.decided or record.predicted or ""
            confidence = "" if record.confidence is None else f"{record.confidence:.4f}"
            cells = (" ".join(cell.split()) for cell in (*record.cells, tag, confidence))
            lines.append("\t".join(cells))
    return "\n".join(lines)


class ColumnChoice(QObject):
    """Offers the source columns in a menu, on the table's header and by command.

    Until a curator chooses, the table shows as many columns as fit.
    """

    def __init__(self, context: AppContext, table: TableView) -> None:
        super().__init__(table)
        self._context = context
        self._table = table
        self._menu = QMenu(table)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_at)

    @Slot()
    def open(self) -> None:
        """Show the menu below the header."""
        self._show_at(QPoint(0, self._table.horizontalHeader().height()))

    def menu(self) -> QMenu:
        """Return the menu with the columns as they are shown now."""
        self._menu.clear()
        shown = self._table.shown_source_columns()
        for column in self._table.source_columns():
            action = self._menu.addAction(escape_mnemonic(column.title))
            action.setCheckable(True)
            action.setChecked(column.cell in shown)
            action.setData(column.cell)
            action.toggled.connect(self._choose)
        if not self._menu.isEmpty():
            self._menu.addSeparator()
        fit = self._menu.addAction(tr("Columns that &fit"))
        fit.setCheckable(True)
        fit.setChecked(self._table.fits_source_columns)
        fit.triggered.connect(self._choose_fitting)
        return self._menu

    @Slot(QPoint)
    def _show_at(self, place: QPoint) -> None:
        self.menu().popup(self._table.horizontalHeader().mapToGlobal(place))

    @Slot()
    def _choose(self) -> None:
        chosen = [action.data() for action in self._menu.actions() if action.isChecked()]
        self._table.show_source_columns(cell for cell in chosen if cell is not None)
        workspace = self._context.session.workspace
        if workspace is not None:
            columns = workspace.table.columns
            self._save_choice(workspace, [columns[cell] for cell in chosen if cell is not None])

    @Slot()
    def _choose_fitting(self) -> None:
        self._table.show_source_columns(None)
        workspace = self._context.session.workspace
        if workspace is not None:
            self._save_choice(workspace, None)

    def _save_choice(self, workspace: Workspace, names: list[str] | None) -> None:
        if workspace.read_only:
            return
        Operation(without_progress(workspace.set_preference), COLUMNS_PREFERENCE, names).run(
            self._context.writer
        )


class RecordMenu(QObject):
    """Offers what can be done with the selected records."""

    def __init__(self, table: TableView, actions: Actions) -> None:
        super().__init__(table)
        self._table, self._actions = table, actions
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_at)

    @Slot(QPoint)
    def _show_at(self, place: QPoint) -> None:
        if not self._table.currentIndex().isValid():
            return
        menu = QMenu(self._table)
        menu.setAccessibleName(tr("Record"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_groups(menu, self._actions, lambda command: command.context)
        viewport = self._table.viewport()
        if not viewport.rect().contains(place):  # by the menu key, with the current record scrolled away
            place = viewport.rect().topLeft()
        menu.popup(viewport.mapToGlobal(place))
