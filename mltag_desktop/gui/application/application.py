"""Builds what stands in the window and wires it; the only place where all parts meet.

Loaded after the first paint, since numpy, the tables and the workspace come with it.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import resource
from mltag_desktop.core.learning.query_strategies import ORDERS
from mltag_desktop.core.settings import Settings
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.application.activity_log import ActivityLog
from mltag_desktop.gui.application.curation_controller import CurationController
from mltag_desktop.gui.application.help_dialogs import HelpDialogs
from mltag_desktop.gui.application.idle_work import IdleWork
from mltag_desktop.gui.application.model_dialogs import ModelDialogs
from mltag_desktop.gui.application.window_state import WindowStateUpdater
from mltag_desktop.gui.application.workspace_dialogs import DialogContext, WorkspaceDialogs
from mltag_desktop.gui.curation.action_labels import action_label
from mltag_desktop.gui.curation.decision_controller import DecisionController
from mltag_desktop.gui.curation.question_queue import QuestionQueueController
from mltag_desktop.gui.document.workspace_files import own_copy
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.filters.filter_bar import FilterBar
from mltag_desktop.gui.help.crash_dialog import CrashBoundary
from mltag_desktop.gui.i18n.translation import tr, tr_plural
from mltag_desktop.gui.main_window.filter_controller import FilterController
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.recent_menu import RecentMenu
from mltag_desktop.gui.main_window.start_page import StartPage
from mltag_desktop.gui.main_window.status_bar import StatusBar
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.main_window.toolbar import ToolBar
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from mltag_desktop.gui.runtime.jobs import JobRunner
from mltag_desktop.gui.runtime.memory_release import MemoryReleaser
from mltag_desktop.gui.state.commands import LANGUAGES, Handler, build_actions, fill_menus, in_present
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.clipboard import ClipboardCopier
from mltag_desktop.gui.table.page_loader import PageLoader
from mltag_desktop.gui.table.record_order import RecordOrder
from mltag_desktop.gui.training.active_model import ActiveModel
from mltag_desktop.gui.training.model_suggestion import DriftNotice, ModelSuggestion
from mltag_desktop.gui.training.prediction_runner import PredictionRunner
from mltag_desktop.gui.training.shadow_model import ShadowModelController
from mltag_desktop.gui.widgets.notifications import Notification, NotificationAction, Notifications
from mltag_desktop.gui.widgets.tag_chip import program_icon

if TYPE_CHECKING:
    from mltag_desktop.gui.application.fast_start import FastStart

AskPath = Callable[[QWidget, str], str]


def ask_path(parent: QWidget, folder: str) -> str:
    """Ask for a file to open; empty when none was chosen."""
    kinds = tr("Tables and workspaces (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;All files (*)")
    folder = folder or str(Path.home())
    return QFileDialog.getOpenFileName(parent, tr("Open a table or a workspace"), folder, kinds)[0]


class Application(QObject):
    """Everything behind the window, from the shown window to its close."""

    def __init__(
        self,
        window: MainWindow,
        settings_store: SettingsStore,
        file: Path | None = None,
        ask: AskPath = ask_path,
        look: "FastStart | None" = None,
    ) -> None:
        """Open `file`, or go on with what a first `look` found in it."""
        super().__init__(window)
        theme = window.theme
        self._window = window
        self._ask = ask
        self.settings_store = settings_store
        self.session = Session(settings_store.settings.curator or None)
        self.session.set_review_default(settings_store.settings.review_below)
        self.jobs = JobRunner(self)
        self.writer = DecisionWriter()
        settings_store.store_with(self.writer.write)
        data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
        self._data = data
        self.crash_boundary = CrashBoundary(data / "crashes", self.session.facts, lambda: window, self)
        self.page = look.page if look else TablePage(theme, lambda: self.session.review_below, window)
        self.page.table.record_changed.connect(self.jobs.yield_to_paint)  # before all that it makes start
        self.page.furnish(self.session, self.jobs)
        self.start_page = StartPage(theme, settings_store.settings.recent_files, window)
        self.notifications = Notifications(theme, window.pages)
        self.record_order = RecordOrder(self.session, self.jobs, self.page.model, self.page.table.on_screen)
        self.workspace_opener = WorkspaceOpener(self.session, self.jobs, self.writer, data)
        self.memory_releaser = MemoryReleaser(self.jobs, lambda: self.session.base)
        self.workspace_opener.let_go.connect(self.memory_releaser.release_when_idle)
        self.page_loader = PageLoader(self.session, self.jobs, self.page.model)
        self.clipboard_copier = ClipboardCopier(self.session, self.jobs)
        self.active_model = ActiveModel(self.session, self.jobs)
        self.prediction_runner = PredictionRunner(self.session, self.jobs, self.page.on_screen)
        self.idle_work = IdleWork(self.jobs, self.workspace_opener, self.prediction_runner)
        self.question_queue = QuestionQueueController(
            self.session, self.jobs, self.page.model, settings_store.settings.queue_order
        )
        self.decision_controller = DecisionController(
            self.session,
            self.writer,
            self.page.table,
            self.page.model,
            self.question_queue,
            advance=settings_store.settings.advance,
        )
        self.filter_bar = FilterBar(theme)
        self.filter_controller = FilterController(self.session, self.record_order, self.filter_bar, self.page)
        self.model_dialogs = ModelDialogs(
            theme,
            self.session,
            self.jobs,
            self.notifications,
            self.workspace_opener.add_texts,
            self.show_record,
            self.show_records,
            window,
        )
        self.shadow_model = ShadowModelController(
            self.session, self.jobs, self.page.model, self.question_queue
        )
        self.model_dialogs.beside = self.shadow_model
        self.model_dialogs.review_below = self.review_below
        self.model_dialogs.present_filter = self.filter_controller.present
        self.model_suggestion = ModelSuggestion(
            self.session, self.notifications, self.model_dialogs.suggest, self.show_records
        )
        self.drift_notice = DriftNotice(self.session, self.jobs)
        self.model_dialogs.open_pasted = self.workspace_opener.open_pasted
        self.workspace_dialogs = WorkspaceDialogs(
            DialogContext(
                theme,
                self.session,
                self.jobs,
                self.notifications,
                self.workspace_opener,
                data / "backups",
                self.show_record,
                self.show_records,
                self.review,
                window,
            )
        )
        self.curation_controller = CurationController(self)
        self.activity_log = ActivityLog(self)
        self.help_dialogs = HelpDialogs(self)
        self.model_dialogs.show_diagnostics = self.help_dialogs.open_diagnostics
        handlers = in_present(self._handlers(), self.session.leave_past)
        self.actions = build_actions(window, self.page.key_repeat_filter(handlers))
        self.status_bar = StatusBar(theme, window)
        self.outlook = WindowStateUpdater(self)
        self._furnish()
        self._wire()
        self.curation_controller.wire()
        found = look.found if look else None
        if found is not None:
            self.active_model.take_base(found.model)
            self.workspace_opener.take(found.source)
            self.outlook.show_current()
        else:
            self.active_model.load_base()
            self.outlook.show_start()
            if file is not None:
                self.workspace_opener.open_path(file)
        self.help_dialogs.tell_damaged()
        self._prefer()
        self.activity_log.begin()

    @property
    def parent_window(self) -> MainWindow:
        """The window."""
        return self._window

    def show_record(self, row: int) -> None:
        """Make a record the current one, without the filter when that hides it."""
        if self.page.model.place_of(row) < 0:
            self.filter_controller.clear()
            self.record_order.then_go_to(row)
        self.page.table.go_to(self.page.model.place_of(row))

    def review_below(self, default: float | None, tags: Mapping[str, float | None]) -> None:
        """Ask a person below `default`, and for some tags below another confidence; one undo step."""
        workspace = self.session.workspace
        if workspace is not None and workspace.read_only:
            self.notifications.info(
                tr("This workspace is read-only."), tr("Open the workspace for writing first.")
            )
        elif workspace is not None:
            self.writer.write(partial(workspace.set_review, default, tags))

    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show these records alone, and say in a notice which they are."""
        self.filter_controller.show_rows(rows)
        self.record_order.start_at_top()
        shown = tr_plural("{n:,} record: {words}.", "{n:,} records: {words}.", len(rows), words=words)
        self.notifications.info(
            shown, action=NotificationAction(tr("Show all"), self.filter_controller.clear)
        )
        self._window.activateWindow()

    def review(self) -> None:
        """Show what a person is to be asked about, the least certain first."""
        self.filter_controller.review()
        self.page.table.setFocus()

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name = self._ask(self._window, self.settings_store.settings.last_folder)
        if name:
            self.workspace_opener.open_path(Path(name))

    def open_sample(self) -> None:
        """Open the sample table, in a copy in the user's own folder."""
        try:
            self.workspace_opener.open_path(own_copy(resource("sample.csv"), self._data))
        except MltagError as error:
            self.notifications.failure(error)

    def _handlers(self) -> dict[str, Handler]:
        decision_controller, model_dialogs, page = self.decision_controller, self.model_dialogs, self.page
        schemes = ("system", "light", "dark")
        return {
            "open": self.open_file,
            "paste_text": model_dialogs.paste,
            "open_sample": self.open_sample,
            **self.workspace_dialogs.handlers(),
            "close_table": self.workspace_opener.close,
            "quit": self._window.close,
            "undo": decision_controller.undo,
            "redo": decision_controller.redo,
            "copy": lambda: self.clipboard_copier.copy(page.table.selected_rows()),
            "find": self.filter_bar.focus_all,
            "accept": decision_controller.accept,
            **{f"tag_{n}": self._tag_setter(n) for n in range(1, 10)},
            "skip": decision_controller.skip,
            **self.curation_controller.handlers(),
            "flag": decision_controller.flag,
            "clear": decision_controller.clear,
            "next_in_queue": decision_controller.next,
            "previous_in_queue": decision_controller.previous,
            "queue_order": self._toggle_queue,
            **{f"order_{name}": self._order_setter(name) for name in ORDERS},
            "train": model_dialogs.open_training,
            "show_report": model_dialogs.open_report,
            "rollback": model_dialogs.roll_back,
            "in_use": model_dialogs.open_in_use,
            "slices": model_dialogs.open_slices,
            "clear_filters": self.filter_controller.clear,
            "renew": self.record_order.renew,
            "show_facets": page.toggle_facets,
            "show_detail": lambda: page.detail.setVisible(page.detail.isHidden()),
            **{f"scheme_{name}": self._scheme_setter(name) for name in schemes},
            **{f"language_{code}": self._language_setter(code) for code in LANGUAGES},
            "about": model_dialogs.show_about,
            **self.help_dialogs.handlers(),
        }

    def _prefer(self) -> None:
        """Apply what nothing else reads at the start; mostly all is as it came and nothing is loaded."""
        settings = self.settings_store.settings
        usual = Settings()
        names = ("font_scale", "reduced_motion", "backups_kept")
        if any(getattr(settings, name) != getattr(usual, name) for name in names):
            from mltag_desktop.gui.application.apply_preferences import apply_quietly

            apply_quietly(self, settings)

    def _tag_setter(self, key: int) -> Handler:
        def set_tag() -> None:
            tag = self.curation_controller.tag_at(key)
            if tag is not None:
                self.decision_controller.decide(tag)

        return set_tag

    def _scheme_setter(self, name: str) -> Handler:
        def set_scheme() -> None:
            self.settings_store.choose_scheme(name)
            self.outlook.show_scheme()

        return set_scheme

    def _language_setter(self, code: str) -> Handler:
        def set_language() -> None:
            self.settings_store.choose_language(code)
            self.outlook.show_language()
            self.notifications.info(tr("The language changes after a restart."))

        return set_language

    def _order_setter(self, name: str) -> Handler:
        def set_order() -> None:
            self.settings_store.choose_order(name)
            self.question_queue.choose(name)
            self.outlook.show_asking(told=True)

        return set_order

    def _toggle_queue(self) -> None:
        on = self.actions["queue_order"].isChecked()
        self.filter_controller.sort_by("confidence" if on else None, descending=False)
        self.record_order.start_at_top()

    def _furnish(self) -> None:
        window = self._window
        window.keep_room(for_bars=False)
        window.setWindowIcon(program_icon())
        fill_menus(window.menuBar(), self.actions)
        recent = RecentMenu(self.settings_store, window)
        recent.asked.connect(self.workspace_opener.open_path)
        recent.put_before(window.menuBar(), self.actions["paste_text"])
        window.addToolBar(ToolBar(self.actions, self.filter_bar, window.theme, window))
        window.setStatusBar(self.status_bar)
        for action in self.actions.values():
            self._place_action(action)
        self.settings_store.restore(window, self.page.splitter)

    def _place_action(self, action: QAction) -> None:
        """A plain command's keys act in the panes only, so that they spare the filter line."""
        owner = self.page if action.shortcutContext().name.startswith("Widget") else self._window
        owner.addAction(action)

    def _wire(self) -> None:
        self._done: Notification | None = None
        page, start, workspace_opener = self.page, self.start_page, self.workspace_opener
        page.mapping.mapping_wanted.connect(workspace_opener.set_mapping)
        page.mapping.dialect_wanted.connect(workspace_opener.read_again)
        page.mapping.more_asked.connect(self.workspace_dialogs.read_as)
        page.facets.aside_asked.connect(self.workspace_dialogs.show_aside)
        page.facets.report_asked.connect(self.workspace_dialogs.source_watcher.show_report)
        self.workspace_dialogs.source_watcher.set_aside.connect(page.facets.show_aside)
        self.workspace_dialogs.source_watcher.remarked.connect(page.facets.show_remarks)
        self.filter_bar.left.connect(page.table.setFocus)
        start.open_asked.connect(self.open_file)
        start.paste_asked.connect(self.model_dialogs.paste)
        start.sample_asked.connect(self.open_sample)
        start.recent_asked.connect(workspace_opener.open_path)
        self._window.dropped.connect(workspace_opener.open_path)
        self._window.closing.connect(self.shut_down)
        self.active_model.base_settled.connect(workspace_opener.set_ready)
        self.record_order.sought.connect(lambda row: page.table.go_to(page.model.place_of(row)))
        self.question_queue.learnt.connect(self.model_suggestion.consider)
        self.question_queue.learnt.connect(self.model_dialogs.warm)
        self.prediction_runner.ended.connect(self.drift_notice.look)
        self.drift_notice.noticed.connect(self.model_suggestion.tell_drift)
        self.shadow_model.scored.connect(self.status_bar.show_beside)
        self.shadow_model.changed.connect(lambda _shadow: page.table.fit_columns())
        for part in (
            self.active_model,
            self.prediction_runner,
            self.question_queue,
            self.record_order,
            self.writer,
            self.page_loader,
            self.clipboard_copier,
            page.detail,
        ):
            part.failed.connect(self.notifications.failure)
        self.jobs.crashed.connect(self._report_job)
        self.writer.crashed.connect(self._report_job)
        self.crash_boundary.quit_requested.connect(self._window.close)
        self.decision_controller.written.connect(self._offer_undo)
        self.crash_boundary.install()

    @Slot(object)
    def _report_job(self, error: Exception) -> None:
        self.crash_boundary.report(error, "a job")

    @Slot(object)
    def _offer_undo(self, change: Change) -> None:
        """Say what a step did to several records; one record shows it by itself."""
        if change.step is not None and self._done is not None:
            self.notifications.withdraw(self._done)  # its Undo would take this step back instead
            self._done = None
        if change.step is None or not change.label or change.rows is None or len(change.rows) < 2:
            return
        undone = change.label.startswith(("Undone", "Redone"))
        action = None if undone else NotificationAction(tr("Undo"), self.decision_controller.undo)
        self._done = Notification(f"{action_label(change.label)}.", action=action)
        self.notifications.show_notice(self._done)

    @Slot()
    def shut_down(self) -> None:
        """Write what is on its way, stop all jobs and let go of the workspace."""
        self.settings_store.store_with(None)
        self.page.facets.setVisible(self.page.has_given_way or not self.page.facets.isHidden())
        self.settings_store.keep(self._window, self.page.splitter)
        self.workspace_opener.leaving.emit()
        self.writer.close()
        self.idle_work.stop()
        self.memory_releaser.stop()
        self.jobs.shut_down()
        self.workspace_opener.close_now()
        self.crash_boundary.uninstall()
        self.activity_log.stop()
