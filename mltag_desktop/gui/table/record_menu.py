"""The context menu of the record table."""

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.state.actions import Actions, add_groups
from mltag_desktop.gui.table.table_view import TableView


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
