"""Opens the map of the texts; it is imported on first use."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.commands import Handler
from mltag_desktop.gui.state.context import AppContext, RecordNavigator
from mltag_desktop.gui.table.record_order import RecordOrder

if TYPE_CHECKING:
    from mltag_desktop.gui.table.text_map.map_controller import MapController


class TextViews(QObject):
    """Opens the views of all texts.

    Signals: `meaning_requested()` when the texts are to be compared by their meaning.
    """

    meaning_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        record_order: RecordOrder,
        filter_controller: FilterController,
        navigator: RecordNavigator,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(context.window)
        self._context, self._page, self._order = context, page, record_order
        self._filters, self._navigator, self._actions = filter_controller, navigator, actions
        self.map: MapController | None = None
        """The map, once it was shown."""
        context.session.closed.connect(self._hide_map)

    def handlers(self) -> dict[str, Handler]:
        """Return the handlers of the commands."""
        return {"show_map": self.toggle_map}

    def toggle_map(self) -> None:
        """Show or hide the map above the table."""
        if self.map is None:
            self.map = self._made_map()
        is_shown = self.map.panel.isHidden()
        if is_shown:
            self._actions["show_table"].trigger()
        self.map.set_visible(is_shown)
        self._actions["show_map"].setChecked(is_shown)
        if is_shown:
            self.map.panel.view.setFocus()
        else:
            self._page.table.setFocus()

    @Slot()
    def renew(self) -> None:
        """Compare the texts by their meaning, now that the sentence encoder has read them."""
        if self.map is not None:
            self.map.renew()

    def _made_map(self) -> "MapController":
        from mltag_desktop.gui.table.text_map.map_controller import MapController

        made = MapController(self._context, self._page.table, self._page.model, self._order)
        self._page.put_above_table(made.panel)
        made.meaning_requested.connect(self.meaning_requested)
        made.record_chosen.connect(self._navigator.show_record)
        made.records_chosen.connect(self._show_rows)
        made.facet_chosen.connect(self._filters.toggle_facets)
        made.failed.connect(self._context.notifications.failure)
        made.left.connect(self._page.table.setFocus)
        return made

    @Slot(object)
    def _show_rows(self, rows: Sequence[int]) -> None:
        self._filters.show_rows(rows)

    @Slot()
    def _hide_map(self) -> None:
        if self.map is not None:
            self.map.set_visible(visible=False)
        self._actions["show_map"].setChecked(False)
