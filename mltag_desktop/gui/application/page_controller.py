"""Keeps the pages of the window in sync with the open workspace: title, panes, empty states.

Keeps the commands in sync with the window: which are enabled, which are marked, what undo would undo.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.decision_statistics import preview
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import Change, RowArray
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.curation.question_queue_controller import QuestionQueueController
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.filters.filter_bar import FilterBar
from mltag_desktop.gui.i18n import escape_mnemonic, strip_mnemonic, tr, translate_core_message
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.start_page import StartPage
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.state.actions import Actions, enable
from mltag_desktop.gui.state.commands import BY_ID, Needs
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.table.table_model import chosen_columns

_PREVIEWED: Final = ChangeKind.DECISIONS | ChangeKind.PREDICTIONS | ChangeKind.TAGS
"""Changes after which a preview of a decision on several records is computed again."""


class PageController(QObject):
    """Shows the start page or the table page, and names the open file in the title."""

    def __init__(
        self,
        context: AppContext,
        window: MainWindow,
        start_page: StartPage,
        page: TablePage,
        workspace_opener: WorkspaceOpener,
        settings_store: SettingsStore,
    ) -> None:
        super().__init__(page)
        self._session = context.session
        self._notifications = context.notifications
        self._window = window
        self._start_page = start_page
        self._page = page
        self._settings_store = settings_store
        workspace_opener.started.connect(self._show_opening)
        workspace_opener.found.connect(self._show_found)
        workspace_opener.failed.connect(self._show_failed)
        workspace_opener.left.connect(self.show_start)
        context.session.changed.connect(self._handle_change)
        context.session.model_changed.connect(self._say_for_model)

    @Slot()
    def show_start(self) -> None:
        """Show the start page."""
        self._start_page.show_recent(self._settings_store.settings.recent_files)
        self._window.show_page(self._start_page)
        self._notifications.leave_table()
        self._notifications.show_in(self._window.pages)
        self._window.show_file("")
        self._page.detail.show_row(None)

    @Slot()
    def show_unpredicted(self) -> None:
        """Say in the table that records have no prediction."""
        self._page.table.say_unpredicted(tr("not predicted"))

    @Slot(str)
    def _show_opening(self, name: str) -> None:
        self._notifications.clear()
        self._page.detail.show_row(None)
        self._window.show_file(name)
        self._window.show_page(self._page)
        self._notifications.show_in(self._page.middle)
        self._page.mapping_bar.hide()

    @Slot(object)
    def _show_found(self, source: OpenedSource) -> None:
        """Show the workspace; its records may still be read."""
        workspace = source.workspace
        self._window.show_file((source.path or workspace.path).name)
        has_source = source.path is not None and source.path.exists()
        self._settings_store.add_recent(source.path if has_source and source.path else workspace.path)
        self._page.mapping_bar.show()
        self._page.mapping_bar.show_workspace(workspace)
        self._page.mapping_bar.show_evidence(source.evidence)
        self._page.table.show_source_columns(chosen_columns(workspace))
        self._say_unpredicted(workspace)

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        if self._session.workspace is not None:
            self._notifications.failure(error)
        else:
            self._window.show_file("")
            self._page.detail.show_row(None)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        if change.kinds & (ChangeKind.MAPPING | ChangeKind.TAGS):
            self._page.mapping_bar.show_workspace(workspace)
        if ChangeKind.TAGS in change.kinds:
            self._say_unpredicted(workspace)
        self._page.detail.refresh(change)

    @Slot()
    def _say_for_model(self) -> None:
        if self._session.workspace is not None:
            self._say_unpredicted(self._session.workspace)

    def _say_unpredicted(self, workspace: Workspace) -> None:
        """Say in the table what records without a prediction wait for, if anything."""
        tags, model = workspace.tag_set.tags, self._session.model
        if workspace.read_only and tags:
            self._page.table.say_unpredicted(tr("not predicted"))
        elif len(tags) > 1 or (tags and (model is None or are_task_of(tags, model.tags))):
            self._page.table.say_unpredicted(tr("predicting…"), waits=True)
        else:  # a single tag that no model knows has nothing to be told apart from
            self._page.table.say_unpredicted(tr("no tag"))


class TableController(QObject):
    """Shows the current record, tags and counts, and says in an empty table why there is no record.

    Signals: `repair_requested(path)` for a damaged workspace.
    """

    repair_requested = Signal(object)

    def __init__(
        self,
        context: AppContext,
        page: TablePage,
        filter_bar: FilterBar,
        workspace_opener: WorkspaceOpener,
        record_order: RecordOrder,
        question_queue: QuestionQueueController,
        actions: Actions,
    ) -> None:
        super().__init__(page)
        self._session = context.session
        self._page = page
        self._pane = page.filter_panel
        self._empty = page.table.empty_state
        self._filter_bar = filter_bar
        self._workspace_opener = workspace_opener
        self._record_order = record_order
        self._question_queue = question_queue
        self._actions = actions
        self._counts: Counts | None = None
        opener = workspace_opener
        opener.started.connect(self._show_opening)
        opener.complete.connect(self._show)
        opener.failed.connect(self._show_failed)
        for event in (opener.found, opener.failed, opener.left):
            event.connect(self._enable)
            event.connect(self.show_tags)
        record_order.ordered.connect(self._show_order)
        record_order.counted.connect(self._show_counts)
        context.session.changed.connect(self._handle_change)
        context.theme.changed.connect(self.show_tags)
        page.table.record_changed.connect(self.show_current)
        self._was_several = False
        self._preview_timer = QTimer(self, singleShot=True, interval=0)
        self._preview_timer.timeout.connect(self._show_preview)
        selection = page.table.selectionModel()
        selection.selectionChanged.connect(self._preview_timer.start)
        selection.currentRowChanged.connect(self._preview_timer.start)
        for event in (question_queue.order_changed, question_queue.forgotten):
            event.connect(self._show_reason)
        self._enable()

    @Slot()
    def show_current(self) -> None:
        """Show the current record in the detail panel."""
        self._page.detail.show_row(self._page.current_row())
        self._show_reason()

    @Slot()
    def _show_reason(self) -> None:
        """Show why the current record is asked about."""
        row = self._page.current_row()
        self._page.detail.show_why("" if row is None else self._question_queue.why(row))

    @Slot()
    def _enable(self) -> None:
        is_open = self._session.workspace is not None
        self._filter_bar.setEnabled(is_open)
        self._pane.setEnabled(is_open)

    @Slot(object, object)
    def _show_counts(self, _counts: Counts, faceted: Counts) -> None:
        self._counts = faceted
        self._pane.show_counts(faceted)

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.MAPPING | ChangeKind.TAGS):
            self.show_tags()
        if self._was_several and change.kinds & _PREVIEWED:
            self._preview_timer.start()

    @Slot()
    def _show_preview(self) -> None:
        """Show what a tag would change on several selected records."""
        workspace, rows, current = self._session.workspace, self._page.table.selected_rows(), None
        several = len(rows) > 1 and workspace is not None
        if several and workspace is not None:
            tags = workspace.tag_set.tags
            found = preview(workspace.states(), rows, tuple(tag.name for tag in tags))
            if self._page.current_row() is not None:
                current = self._page.model.record(self._page.table.current_place())
            self._page.detail.show_several(found, tags, current)
        elif self._was_several:
            self._page.detail.show_row(self._page.current_row())
        self._was_several = several

    @Slot()
    def show_tags(self) -> None:
        """Show the tags and the keys that set them."""
        workspace = self._session.workspace
        if workspace is None:
            self._pane.clear_tags()
            return
        tags = workspace.tag_set.tags
        self._pane.show_tags(tags, self._session.tag_keys.shown(tags))
        if self._counts is not None:
            self._pane.show_counts(self._counts)

    @Slot(str)
    def _show_opening(self, name: str) -> None:
        self._counts = None
        self._pane.show_counts(None)
        self._enable()
        self._empty.wait(tr("Opening {name}", name=name), tr("The first records will appear in a moment."))

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        if self._session.workspace is not None:
            return
        message, hint = (
            tr("The file could not be opened."),
            tr("An unexpected error occurred. Details are in the crash report."),
        )
        if isinstance(error, MltagError):
            message, hint = translate_core_message(error.message), translate_core_message(error.hint)
        if isinstance(error, DamagedError):
            path = error.path
            self._empty.say(
                message, hint, tr("Restore or salvage…"), lambda: self.repair_requested.emit(path)
            )
            return
        self._empty.say(message, hint, tr("Open another table…"), self._actions["open"].trigger)

    @Slot(object, bool)
    def _show_order(self, order: RowArray, keep: bool) -> None:
        self._page.table.show_order(order, keep=keep)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._session.workspace is None or len(self._page.model.order):
            self._empty.hide()
        elif not self._record_order.filter.is_open:
            self._empty.say(
                tr("No record matches"), tr("Remove a condition, or show all records."),
                tr("Clear filters"),
                self._actions["clear_filters"].trigger,
            )  # fmt: skip
        elif self._workspace_opener.is_importing:
            self._empty.wait(tr("Reading the table"))
        else:
            self._empty.say(
                tr("There are no records"), tr("Paste some text, or open another table."), tr("Paste text…"),
                self._actions["paste_text"].trigger,
            )  # fmt: skip


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
