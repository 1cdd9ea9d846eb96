"""Keeps the commands in sync with the window: which are enabled, which are marked, what undo would undo."""

from PySide6.QtCore import QObject, Slot

from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.i18n.translation import escape_mnemonic, strip_mnemonic, tr, translate_core_message
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.actions import Actions, enable
from mltag_desktop.gui.state.commands import BY_ID, Needs
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.record_order import RecordOrder


class CommandStates(QObject):
    """Enables the commands whose needs are met, and marks and names them as the window is."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        page: TablePage,
        workspace_opener: WorkspaceOpener,
        record_order: RecordOrder,
        filter_controller: FilterController,
        focus_controller: FocusController,
    ) -> None:
        super().__init__(page)
        self._session = session
        self._actions = actions
        self._page = page
        self._record_order = record_order
        self._focus_controller = focus_controller
        self._met: Needs | None = None
        opener = workspace_opener
        for event in (
            *(session.opened, session.closed, session.changed),
            *(opener.started, opener.found, opener.failed, opener.left),
            *(filter_controller.changed, focus_controller.switched, page.gave_way),
        ):
            event.connect(self._update)
        self._update()

    @Slot()
    def _update(self) -> None:
        met = self._needs_met()
        if met != self._met:
            self._met = met
            enable(self._actions, met)
        self._name_edits()
        order, focused = self._record_order, self._focus_controller.is_on
        for name, on in (
            ("queue_order", order.sort == "confidence" and not order.descending),
            ("show_table", not focused),
            ("show_focus", focused),
            ("show_facets", not self._page.filter_panel.isHidden()),
            ("show_detail", not self._page.detail.isHidden()),
        ):
            self._actions[name].setChecked(on)

    def _needs_met(self) -> Needs:
        workspace = self._session.workspace
        met = Needs.ALWAYS
        if not self._record_order.filter.is_open:
            met |= Needs.FILTER
        if not self._focus_controller.is_on:
            met |= Needs.PANES
        if workspace is None:
            return met
        met |= Needs.TABLE
        if not workspace.read_only:
            history = workspace.history
            met |= Needs.WRITABLE
            met |= Needs.UNDO if history.undo_label else Needs.ALWAYS
            met |= Needs.REDO if history.redo_label else Needs.ALWAYS
            met |= Needs.EARLIER_MODEL if workspace.models.can_roll_back else Needs.ALWAYS
        return met

    def _name_edits(self) -> None:
        """Name the steps that undo and redo are about."""
        workspace = self._session.workspace
        for name, label in (
            ("undo", workspace.history.undo_label if workspace else ""),
            ("redo", workspace.history.redo_label if workspace else ""),
        ):
            verb, action = BY_ID[name].text, self._actions[name]
            step = escape_mnemonic(translate_core_message(label))
            action.setText(tr("{verb}: {step}", verb=verb, step=step) if label else verb)
            action.setIconText(f" {strip_mnemonic(verb)}")
