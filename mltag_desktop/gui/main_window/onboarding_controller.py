"""Runs the tour over the table page."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolButton

from mltag_desktop.gui.curation.onboarding_tour import OnboardingCard, TourContext
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.context import AppContext

_TABLE_ROWS = 6
"""Height in rows of the part of the table that the tour leaves free."""


class OnboardingController(QObject):
    """Signals: `sample_requested()` when the tour starts while no table is open."""

    sample_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        filter_controller: FilterController,
        focus_controller: FocusController,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._filter_controller = filter_controller
        self._focus_controller = focus_controller
        self._actions = actions
        tour_context = TourContext(self._tags, self._key, self._place)
        self.card = OnboardingCard(context.theme, page, tour_context)
        self.card.left.connect(page.table.setFocus)
        self.card.try_requested.connect(page.table.setFocus)
        self.card.put_off.connect(self._report_put_off)
        page.model.modelReset.connect(self.card.renew)  # the tags are known, and rows take their place

    @Slot()
    def start(self) -> None:
        """Show the tour, over the sample when no table is open."""
        if self._context.session.workspace is None:
            self.sample_requested.emit()
        elif not self._page.model.rowCount():
            self._filter_controller.clear()  # the tour explains rows
        self._focus_controller.show_table()
        self.card.start()

    @Slot()
    def focus_table(self) -> None:
        """Give the focus to a table that was just opened, or to the tour that was started before it."""
        if self.card.isHidden():
            self._page.table.setFocus()
        else:
            self.card.take_keys()

    @Slot()
    def _report_put_off(self) -> None:
        self._context.notifications.info(tr("Continue the tour at any time: Help › Take the tour."))

    def _tags(self) -> list[str]:
        workspace = self._context.session.workspace
        return [tag.name for tag in workspace.tag_set.tags] if workspace is not None else []

    def _key(self, command: str) -> str:
        return self._actions[command].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def _place(self, target: str) -> QRect | None:
        """Return where a target of the tour is: a part of the page, a menu or a button of the toolbar."""
        page = self._page
        parts = {
            "table": page.table,
            "tags": page.detail.tags,
            "text": page.detail.reading,
            "filters": page.filter_panel,
        }
        if target in parts:
            part = parts[target]
            height = (
                min(part.height(), _TABLE_ROWS * page.table.verticalHeader().defaultSectionSize())
                if part is page.table
                else part.height()
            )
            place = QRect(part.mapTo(page, QPoint()), QSize(part.width(), height))
            return place if part.isVisible() else None
        action, window = self._actions[target], page.window()
        for button in window.findChildren(QToolButton):
            if button.defaultAction() is action and button.isVisible():
                return QRect(page.mapFromGlobal(button.mapToGlobal(QPoint())), button.size())
        for bar in window.findChildren(QMenuBar):
            for title in bar.actions():
                menu = title.menu()
                if isinstance(menu, QMenu) and action in menu.actions():
                    place = bar.actionGeometry(title)
                    return QRect(page.mapFromGlobal(bar.mapToGlobal(place.topLeft())), place.size())
        return None
