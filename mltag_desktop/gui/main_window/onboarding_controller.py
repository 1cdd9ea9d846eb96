"""Runs the tour over the table page."""

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.gui.curation.onboarding_tour import OnboardingCard
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.context import AppContext


class OnboardingController(QObject):
    """Signals: `sample_requested()` when the tour starts while no table is open."""

    sample_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        filter_controller: FilterController,
        focus_controller: FocusController,
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._filter_controller = filter_controller
        self._focus_controller = focus_controller
        self.card = OnboardingCard(context.theme, page)
        self.card.left.connect(page.table.setFocus)
        self.card.try_requested.connect(page.table.setFocus)
        self.card.put_off.connect(self._tell_put_off)

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
    def _tell_put_off(self) -> None:
        self._context.notifications.info(tr("Continue the tour at any time: Help › Take the tour."))
