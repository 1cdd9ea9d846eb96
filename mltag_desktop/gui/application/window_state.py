"""Keeps the window in sync with the open workspace: title, panes, empty states, commands, status bar."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.decisions.decision_statistics import preview
from mltag_desktop.core.workspace.decisions.tag_set import are_task_of
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import Change, ChangeKind, LivePredictions, RowArray, Status
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.document.workspace_files import OpenedSource
from mltag_desktop.gui.i18n import escape_mnemonic, format_number, strip_mnemonic, tr, translate_core_message
from mltag_desktop.gui.main_window.bars import StatusBar, Step
from mltag_desktop.gui.state.actions import enable
from mltag_desktop.gui.state.commands import BY_ID, Needs
from mltag_desktop.gui.state.words import answer_words
from mltag_desktop.gui.table.table_model import chosen_columns
from mltag_desktop.gui.training.fallback_controller import fallback_words

_PREVIEWED: Final = ChangeKind.DECISIONS | ChangeKind.PREDICTIONS | ChangeKind.TAGS
"""Changes after which a preview of a decision on several records is computed again."""


class WindowState(QObject):
    """Shows the start page or the table page, fills the panes, and enables, marks and names the commands.

    An empty table says why there is no record. Signals: `repair_requested(path)` for a damaged workspace.
    """

    repair_requested = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench.page)
        self._bench = bench
        self._session, self._page, self._actions = bench.session, bench.page, bench.actions
        self._window, self._notifications = bench.parent_window, bench.notifications
        self._order, self._pane, self._empty = (
            bench.record_order,
            bench.page.filter_panel,
            bench.page.table.empty_state,
        )
        self._met: Needs | None = None
        self._was_several = False
        self._preview_timer = QTimer(self, singleShot=True, interval=0)
        self._preview_timer.timeout.connect(self._show_preview)
        session, opener, table = bench.session, bench.workspace_opener, bench.page.table
        for event in (
            *(session.opened, session.closed, session.changed),
            *(opener.started, opener.found, opener.failed, opener.left),
            *(bench.filter_controller.changed, bench.focus_controller.switched, bench.page.gave_way),
        ):
            event.connect(self._update_commands)
        opener.started.connect(self._show_opening)
        opener.found.connect(self._show_found)
        opener.complete.connect(self._show_emptiness)
        opener.failed.connect(self._show_failed)
        opener.left.connect(self.show_start)
        for event in (opener.found, opener.failed, opener.left, bench.context.theme.changed):
            event.connect(self.show_tags)
        session.changed.connect(self._handle_change)
        session.model_changed.connect(self._say_unpredicted)
        self._order.ordered.connect(self._show_order)
        self._order.counted.connect(lambda _, faceted: self._pane.show_counts(faceted))
        table.record_changed.connect(self.show_current)
        selection = table.selectionModel()
        selection.selectionChanged.connect(self._preview_timer.start)
        selection.currentRowChanged.connect(self._preview_timer.start)
        for event in (bench.question_queue.order_changed, bench.question_queue.forgotten):
            event.connect(self._show_reason)
        self._update_commands()

    @Slot()
    def show_start(self) -> None:
        """Show the start page."""
        start_page = self._bench.start_page
        start_page.show_recent(self._bench.settings_store.settings.recent_files)
        self._window.show_page(start_page)
        self._notifications.leave_table()
        self._notifications.show_in(self._window.pages)
        self._window.show_file("")
        self._page.detail.show_row(None)

    @Slot()
    def show_current(self) -> None:
        """Show the current record in the detail panel."""
        self._page.detail.show_row(self._page.current_row())
        self._show_reason()

    @Slot()
    def show_unpredicted(self) -> None:
        """Say in the table that records have no prediction."""
        self._page.table.say_unpredicted(tr("not predicted"))

    @Slot()
    def show_tags(self) -> None:
        """Show the tags and the keys that set them."""
        workspace = self._session.workspace
        if workspace is None:
            self._pane.clear_tags()
            return
        tags = workspace.tag_set.tags
        self._pane.show_tags(tags, self._session.tag_keys.shown(tags))
        if self._order.faceted is not None:
            self._pane.show_counts(self._order.faceted)

    @Slot(str)
    def _show_opening(self, name: str) -> None:
        self._notifications.clear()
        self._page.detail.show_row(None)
        self._window.show_file(name)
        self._window.show_page(self._page)
        self._notifications.show_in(self._page.middle)
        self._page.mapping_bar.hide()
        self._pane.show_counts(None)
        self._empty.say(tr("Opening {name}", name=name), tr("The first records will appear in a moment."))

    @Slot(object)
    def _show_found(self, source: OpenedSource) -> None:
        """Show the workspace; its records may still be read."""
        workspace = source.workspace
        self._window.show_file((source.path or workspace.path).name)
        has_source = source.path is not None and source.path.exists()
        self._bench.settings_store.add_recent(source.path if has_source and source.path else workspace.path)
        self._page.mapping_bar.show()
        self._page.mapping_bar.show_workspace(workspace, source.evidence)
        self._page.table.show_source_columns(chosen_columns(workspace))
        self._say_unpredicted()

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        if self._session.workspace is not None:
            self._notifications.failure(error)
            return
        self._window.show_file("")
        self._page.detail.show_row(None)
        message, hint = (
            tr("The file could not be opened."),
            tr("An unexpected error occurred. Details are in the crash report."),
        )
        if isinstance(error, MltagError):
            message, hint = translate_core_message(error.message), translate_core_message(error.hint)
        if isinstance(error, DamagedError):
            repair = partial(self.repair_requested.emit, error.path)
            self._empty.say(message, hint, tr("Restore or salvage…"), repair)
        else:
            self._empty.say(message, hint, tr("Open another table…"), self._actions["open"].trigger)

    @Slot(object, bool)
    def _show_order(self, order: RowArray, keep: bool) -> None:
        self._page.table.show_order(order, keep=keep)
        self._show_emptiness()

    @Slot()
    def _show_emptiness(self) -> None:
        """Say why an empty table has no record."""
        if self._session.workspace is None or len(self._page.model.order):
            self._empty.hide()
        elif not self._order.filter.is_open:
            self._empty.say(
                tr("No record matches"), tr("Remove a condition, or show all records."),
                tr("Clear filters"),
                self._actions["clear_filters"].trigger,
            )  # fmt: skip
        elif self._bench.workspace_opener.is_importing:
            self._empty.say(tr("Reading the table"))
        else:
            self._empty.say(
                tr("There are no records"), tr("Paste some text, or open another table."), tr("Paste text…"),
                self._actions["paste_text"].trigger,
            )  # fmt: skip

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.MAPPING | ChangeKind.TAGS):
            self._page.mapping_bar.show_workspace(self._session.open_workspace)
            self.show_tags()
        if ChangeKind.TAGS in change.kinds:
            self._say_unpredicted()
        self._page.detail.refresh(change)
        if self._was_several and change.kinds & _PREVIEWED:
            self._preview_timer.start()

    @Slot()
    def _say_unpredicted(self) -> None:
        """Say in the table what records without a prediction wait for, if anything."""
        workspace, model = self._session.workspace, self._session.model
        if workspace is None:
            return
        tags = workspace.tag_set.tags
        if workspace.read_only and tags:
            self.show_unpredicted()
        elif len(tags) > 1 or (tags and (model is None or are_task_of(tags, model.tags))):
            self._page.table.say_unpredicted(tr("predicting…"), waits=True)
        else:  # a single tag that no model knows has nothing to be told apart from
            self._page.table.say_unpredicted(tr("no tag"))

    @Slot()
    def _show_reason(self) -> None:
        """Show why the current record is asked about."""
        row = self._page.current_row()
        self._page.detail.show_why("" if row is None else self._bench.question_queue.why(row))

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
    def _update_commands(self) -> None:
        is_open = self._session.workspace is not None
        self._bench.filter_bar.setEnabled(is_open)
        self._pane.setEnabled(is_open)
        met = self._needs_met()
        if met != self._met:
            self._met = met
            enable(self._actions, met)
        self._name_edits()
        order, focused = self._order, self._bench.focus_controller.is_on
        for name, on in (
            ("queue_order", order.sort == "confidence" and not order.descending),
            ("show_table", not focused),
            ("show_focus", focused),
            ("show_facets", not self._pane.isHidden()),
            ("show_detail", not self._page.detail.isHidden()),
        ):
            self._actions[name].setChecked(on)

    def _needs_met(self) -> Needs:
        workspace = self._session.workspace
        is_writable = workspace is not None and not workspace.read_only
        met = Needs.ALWAYS
        for need, is_met in (
            (Needs.FILTER, not self._order.filter.is_open),
            (Needs.PANES, not self._bench.focus_controller.is_on),
            (Needs.TABLE, workspace is not None),
            (Needs.WRITABLE, is_writable),
            (Needs.UNDO, is_writable and self._session.open_workspace.history.undo_label),
            (Needs.REDO, is_writable and self._session.open_workspace.history.redo_label),
            (Needs.EARLIER_MODEL, is_writable and self._session.open_workspace.models.can_roll_back),
        ):
            met |= need if is_met else Needs.ALWAYS
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


class StatusController(QObject):
    """Shows the active model, whether all is saved, what is running, and how many records are decided.

    The number of records left is hidden while records are imported or predicted: it would go up and down.
    """

    def __init__(self, bench: Workbench, status_bar: StatusBar) -> None:
        super().__init__(status_bar)
        self._bench, self._session, self._status_bar = bench, bench.session, status_bar
        session, opener, runner = bench.session, bench.workspace_opener, bench.prediction_runner
        queue, embeddings = bench.question_queue, bench.embeddings
        opener.started.connect(status_bar.clear_all)
        opener.left.connect(status_bar.clear_all)
        opener.found.connect(self._show_model)
        opener.found.connect(self._show_saved)
        bench.writer.idle.connect(self._show_saved)
        session.model_changed.connect(self._show_model)
        session.changed.connect(self._handle_change)
        bench.record_order.counted.connect(self.show_counts)
        for event in (opener.complete, opener.failed, runner.ended, runner.held):
            event.connect(self._count_again)
        self.follow(Step.IMPORT, opener.progressed, opener.complete, opener.failed)
        self.follow(Step.PREDICTION, runner.progressed, runner.ended, runner.held, runner.failed)
        self.follow(Step.ESTIMATION, queue.estimating, queue.estimated)
        self.follow(Step.EMBEDDING, embeddings.progressed, embeddings.ended)

    def follow(self, step: Step, progressed: SignalInstance, *ended: SignalInstance) -> None:
        """Show the progress of a step from now on."""
        progressed.connect(partial(self._status_bar.show_progress, step))
        for event in ended:
            event.connect(partial(self._end, step))

    def _end(self, step: Step, *_: object) -> None:
        self._status_bar.end_progress(step)

    @Slot()
    def _show_model(self) -> None:
        model, base, workspace = self._session.model, self._session.base, self._session.workspace
        if workspace is None:
            return
        tags, live = workspace.tag_set.tags, workspace.predictions.live
        if model is None:
            words = tr("loading the model")
        elif not tags:
            words = tr("no tags yet")
        elif live is not None:
            words = live_words(live, model.version)
        elif not are_task_of(tags, model.tags):
            words = tr("no model for these tags")
        elif base is not None and model.version == base.version:
            words = tr("model {version} (bundled)", version=model.version)
        else:
            words = tr("model {version}", version=model.version)
        self._status_bar.show_model(words, _estimate_hint(live, workspace.table.count) if live else "")

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if (ChangeKind.PREDICTIONS | ChangeKind.TAGS) & change.kinds:
            self._show_model()

    @Slot()
    def _show_saved(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._status_bar.show_saved(tr("Read-only") if workspace.read_only else tr("Saved"))

    @Slot()
    def _count_again(self) -> None:
        """Count at the end of an import or a prediction, since the latest count may lack records."""
        if not self._bench.prediction_runner.is_running and not self._bench.workspace_opener.is_importing:
            self._bench.record_order.count_again()

    @Slot()
    def show_counts(self) -> None:
        """Show the counts again, for example when the reason why records stay in review changed."""
        counts = self._bench.record_order.counts
        if counts is None:
            return
        status = counts.by_status
        accepted, corrected = status.get(Status.ACCEPTED, 0), status.get(Status.CORRECTED, 0)
        self._status_bar.show_decisions(accepted, corrected, counts.audited)
        if not counts.is_final:
            self._status_bar.show_left(None, 0.0)
        else:
            why = fallback_words(self._session.fallback)
            self._status_bar.show_left(
                counts.to_review, self._bench.decision_controller.seconds_per_record, why
            )


def _estimate_hint(live: LivePredictions, count: int) -> str:
    """Return how the estimates of `count` records were made, if the English encoder has read only some."""
    if not 0 < live.english < count:
        return ""
    return tr(
        "The English encoder has read {read} records. The estimates of the others are derived from these.",
        read=format_number(live.english),
    )


def live_words(live: LivePredictions, version: str) -> str:
    """Return what live predictions rest on: the active model of a `version` or the names of the tags."""
    answers = answer_words(live.answers - live.known, live.known, are_new=not live.by_names)
    if not live.by_names:
        return tr("model {version} and {answers}", version=version, answers=answers)
    return tr("tag names, {answers}", answers=answers) if live.answers else tr("estimated from tag names")
