"""Shows records in the table page for other parts of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.widgets.notifications import NotificationAction


class TableNavigator(QObject):
    """The `RecordNavigator` of the main window."""

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        record_order: RecordOrder,
        filter_controller: FilterController,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._record_order = record_order
        self._filter_controller = filter_controller

    @Slot(int)
    def show_record(self, row: int) -> None:
        """Make a record the current one, without the filter when the filter hides it."""
        if self._page.model.place_of(row) < 0:
            self._filter_controller.clear()
            self._record_order.then_go_to(row)
        self._page.table.go_to(self._page.model.place_of(row))

    @Slot(object, str)
    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show only these records, and say in a notification which records they are."""
        self._filter_controller.show_rows(rows, words)
        self._record_order.start_at_top()
        shown = tr_plural("{n:,} record: {words}.", "{n:,} records: {words}.", len(rows), words=words)
        action = NotificationAction(tr("Show all"), self._filter_controller.clear)
        self._context.notifications.info(shown, action=action)
        self._context.window.activateWindow()

    def record_groups(self) -> dict[str, list[RowId]]:
        """Return the shown records if a filter or order is set, and several selected ones, by name."""
        groups: dict[str, list[RowId]] = {}
        page = self._page
        if not self._record_order.is_plain:
            shown = page.model.order.tolist()
            groups[tr_plural("{n:,} shown record", "{n:,} shown records", len(shown))] = shown
        selected = page.table.selected_rows().tolist()
        if len(selected) > 1:
            groups[tr_plural("{n:,} selected record", "{n:,} selected records", len(selected))] = selected
        return groups

    @Slot()
    def review(self) -> None:
        """Show the records to review, the least certain first."""
        self._filter_controller.review()
        self._page.table.setFocus()
