"""Gives the commands of the window their handlers, and connects its parts.

Imported after the first paint, because it imports numpy, the tables and the workspace.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.model_file import is_model
from mltag_desktop.core.workspace.file_import import SAMPLE
from mltag_desktop.gui.application.activity_log import ActivityLog
from mltag_desktop.gui.application.curation_controller import CurationController
from mltag_desktop.gui.application.dialogs import Dialogs
from mltag_desktop.gui.application.model_dialogs import ModelDialogs, UnfinishedTraining
from mltag_desktop.gui.application.open_windows import WindowServer
from mltag_desktop.gui.application.preferences_controller import PreferencesController
from mltag_desktop.gui.application.result_notifications import (
    ReadOnlyNotification,
    ResultNotifications,
    TrainingOffer,
)
from mltag_desktop.gui.application.tag_sources_controller import TagSourcesController
from mltag_desktop.gui.application.window_state import StatusController, WindowState
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.document.workspace_files import OpenedSource, own_copy
from mltag_desktop.gui.help.crash_dialog import CrashBoundary
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.bars import StatusBar, Step, ToolBar
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.start_page import RecentMenu
from mltag_desktop.gui.state.actions import Handler, connect_actions, fill_menus
from mltag_desktop.gui.state.commands import LANGUAGES, MOST_TAG_KEYS
from mltag_desktop.gui.state.preferences import SCHEMES, SettingsStore
from mltag_desktop.gui.table.table_commands import RecordMenu
from mltag_desktop.gui.training.library import export_notebook
from mltag_desktop.gui.training.model_suggestion import ModelSuggestion
from mltag_desktop.gui.widgets.tag_chip import program_icon

if TYPE_CHECKING:
    from mltag_desktop.gui.application.fast_start import FastStart

AskPath = Callable[[QWidget, str], str]


def ask_path(parent: QWidget, folder: str) -> str:
    """Ask for a file to open; return an empty string if the dialog was cancelled."""
    kinds = tr(
        "Tables, workspaces and models "
        "(*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag *.mltagmodel);;All files (*)"
    )
    folder = folder or str(Path.home())
    return QFileDialog.getOpenFileName(parent, tr("Open a table or a workspace"), folder, kinds)[0]


class Application(Workbench):
    """All parts of the running program, from the first paint to the close of the window."""

    def __init__(
        self,
        window: MainWindow,
        settings_store: SettingsStore,
        file: Path | None = None,
        ask: AskPath = ask_path,
        fast_start: "FastStart | None" = None,
    ) -> None:
        """Open `file`, or continue with the table that `fast_start` has already opened."""
        super().__init__(window, settings_store, fast_start.page if fast_start else None)
        self._ask = ask
        self.crash_boundary = CrashBoundary(self.data / "crashes", self.session.facts, lambda: window, self)
        self._build_dialogs()
        held = self.page.key_repeat
        connect_actions(self.actions, self._handlers(), self.session.leave_past, lambda: held.repeats)
        self._build_states()
        self._arrange_window()
        self._wire_page()
        self._wire_workspace()
        self._wire_errors()
        found = fast_start.hand_over_table() if fast_start else None
        if found is not None:
            self.active_model.take_base(found.model)
            self.workspace_opener.take(found.source)
            self._state.show_current()
        else:
            self.active_model.load_base()
            self._state.show_start()
            if file is not None:
                self.open_path(file)
        self.dialogs.report_damaged_settings()
        self.activity_log.begin()
        self._window_server = WindowServer(window, self.workspace_opener.has_open)
        self._window_server.begin()

    def confirm_leaving(self, leave: Handler) -> None:
        self.unfinished_training.confirm(leave)

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name = self._ask(self.parent_window, self.settings_store.settings.last_folder)
        if name:
            self.open_path(Path(name))

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Open a table or a workspace, or import a model into the library."""
        if is_model(path):
            self.model_dialogs.library.import_path(path)
        else:
            self.workspace_opener.open_path(path)

    @Slot()
    def _check_imported(self) -> None:
        """Check a table whose records were predicted before the import was complete."""
        if not self.prediction_runner.is_running:
            self.drift_notice.check()
            if not self.prediction_runner.is_held:  # all would be off topic, for tags that nobody chose
                self.off_topic.refresh()

    @Slot(object)
    def _consider_library(self, source: OpenedSource) -> None:
        """Suggest a model of the library for a table that was opened for the first time."""
        self.model_dialogs.library.consider(source.workspace, is_new=not source.resumed)

    @Slot()
    def open_sample(self) -> None:
        """Open a copy of the sample table in the user's data folder."""
        try:
            self.workspace_opener.open_path(own_copy(resource(SAMPLE), self.data))
        except MltagError as error:
            self.notifications.failure(error)

    def _build_dialogs(self) -> None:
        """Build what opens dialogs and other windows."""
        self.curation_controller = CurationController(self)
        self.model_dialogs = ModelDialogs(self)
        self.unfinished_training = UnfinishedTraining(self.parent_window, self.model_dialogs)
        self.model_suggestion = ModelSuggestion(self.context, self.navigator.show_records)
        self.tag_sources = TagSourcesController(self.context, self.actions)
        self.activity_log = ActivityLog(self)
        self.dialogs = Dialogs(self, self.activity_log, self.curation_controller.tag_at)
        self.preferences_controller = PreferencesController(self)

    def _build_states(self) -> None:
        """Build what keeps the window in sync with the session."""
        models = self.model_dialogs
        self.status_bar = StatusBar(self.context.theme, self.parent_window)
        self._state = WindowState(self)
        self._state.repair_requested.connect(self.dialogs.show_damaged)
        self.preferences_controller.tag_keys_changed.connect(self._state.show_tags)
        self.preferences_controller.tag_keys_changed.connect(self.curation_controller.name_tag_keys)
        self._status_controller = StatusController(self, self.status_bar)
        self._status_controller.follow(Step.TRAINING, models.training_progressed, models.training_ended)
        self.result_notifications = ResultNotifications(self)
        self._offers = TrainingOffer(self), ReadOnlyNotification(self)

    def _handlers(self) -> dict[str, Handler]:
        """Return the handler of each command."""
        page, decisions, curation = self.page, self.decision_controller, self.curation_controller
        preferences, focus = self.preferences_controller, self.focus_controller
        dialogs, models, source = self.dialogs, self.model_dialogs, self.source_watcher
        digits = range(1, MOST_TAG_KEYS + 1)
        return {
            "open": self.open_file,
            "paste_text": dialogs.paste,
            "open_sample": self.open_sample,
            "export": dialogs.export,
            "save_copy": dialogs.save_copy,
            "export_decisions": dialogs.export_decisions,
            "import_decisions": dialogs.import_decisions,
            "import_settings": dialogs.read_as,
            "compare_source": source.compare,
            "import_report": source.inspect,
            "unreadable_rows": dialogs.show_quarantined,
            "backups": dialogs.show_backups,
            "close_table": self.workspace_opener.close,
            "quit": self.parent_window.close,
            "undo": decisions.undo,
            "redo": decisions.redo,
            "copy": lambda: self.clipboard_copier.copy(page.table.selected_rows()),
            "find": self.filter_bar.focus_all,
            "more_like_this": self._show_like,
            "journal": dialogs.show_journal,
            "settings": dialogs.open_settings,
            "accept": decisions.accept,
            **{f"tag_{n}": partial(curation.use_tag_at, decisions.decide, n) for n in digits},
            **{f"also_{n}": partial(curation.use_tag_at, decisions.also, n) for n in digits},
            "choose_tag": curation.choose_tag,
            "skip": decisions.skip,
            "unsure": decisions.unsure,
            "flag": decisions.flag,
            "note": curation.write_note,
            "off_topic": decisions.off_topic,
            "on_topic": decisions.on_topic,
            "clear": decisions.clear,
            "same_for_all": self.identical_texts.take,
            "undo_key": decisions.undo,
            "edit_tags": dialogs.open_tags,
            "tag_sources": self.tag_sources.open,
            "guideline": self.guideline.toggle,
            "guideline_page": self.guideline.save_page,
            "next_in_queue": decisions.next,
            "previous_in_queue": decisions.previous,
            "queue_order": self._toggle_queue,
            "order_automatic": partial(preferences.choose_order, "automatic"),
            "order_table": partial(preferences.choose_order, "table"),
            "order_checks": self.certification.ask_checks,
            "train": lambda: models.controller.open_training(),
            "show_report": lambda: models.controller.open_report(),
            "production_metrics": models.open_production,
            "certify": self.certification.open,
            "slices": lambda: models.controller.slices.open(),
            "tag_meaning": models.open_meaning,
            "library": models.library.open,
            "export_model": partial(export_notebook, self.context),
            "rollback": lambda: models.controller.roll_back(),
            "clear_filters": self.filter_controller.clear,
            "refresh": self.record_order.renew,
            "show_table": focus.show_table,
            "show_focus": focus.show_focus,
            "show_map": models.toggle_map,
            "show_facets": page.toggle_facets,
            "show_detail": lambda: page.detail.setVisible(page.detail.isHidden()),
            "columns": self.column_choice.open,
            **{f"scheme_{name}": partial(preferences.choose_scheme, name) for name in SCHEMES},
            **{f"language_{code}": partial(preferences.choose_language, code) for code in LANGUAGES},
            "palette": dialogs.open_palette,
            "guide": dialogs.explain,
            "show_keys": dialogs.open_keymap,
            "start_tour": self.onboarding.start,
            "session": dialogs.open_summary,
            "show_hints": preferences.toggle_hints,
            "check_update": dialogs.open_updates,
            "diagnostics": dialogs.open_diagnostics,
            "show_log": dialogs.show_log,
            "about": dialogs.show_about,
        }

    def _show_like(self) -> None:
        """Sort the records by similarity to the current one."""
        row = self.page.current_row()
        if row is not None:
            self.focus_controller.show_table()
            self.filter_controller.show_like(row)

    def _toggle_queue(self) -> None:
        on = self.actions["queue_order"].isChecked()
        self.filter_controller.sort_by("confidence" if on else None, descending=False)
        self.record_order.start_at_top()

    def _arrange_window(self) -> None:
        window = self.parent_window
        window.keep_room(for_bars=False)
        window.setWindowIcon(program_icon())
        fill_menus(window.menuBar(), self.actions)
        recent = RecentMenu(self.settings_store, window)
        recent.requested.connect(self.workspace_opener.open_path)
        recent.put_before(window.menuBar(), self.actions["paste_text"])
        window.addToolBar(ToolBar(self.actions, self.filter_bar, window.theme, window))
        window.setStatusBar(self.status_bar)
        for action in self.actions.values():  # some keys must not act in the search field
            is_of_page = action.shortcutContext() is Qt.ShortcutContext.WidgetWithChildrenShortcut
            (self.page if is_of_page else window).addAction(action)
        self.settings_store.restore(window, self.page.splitter)

    def _wire_page(self) -> None:
        """Connect the requests of the pages and the window."""
        page, start, opener, dialogs = self.page, self.start_page, self.workspace_opener, self.dialogs
        page.mapping_bar.mapping_requested.connect(opener.set_mapping)
        page.mapping_bar.more_requested.connect(dialogs.read_as)
        page.filter_panel.quarantine_requested.connect(dialogs.show_quarantined)
        page.filter_panel.report_requested.connect(self.source_watcher.show_report)
        page.filter_panel.tags_requested.connect(self.actions["tag_sources"].trigger)
        page.filter_panel.line_requested.connect(self.filter_controller.show_line)
        page.filter_chips.save_requested.connect(
            lambda: self.saved_filters.toggle(self.filter_controller.line)
        )
        page.detail.left.connect(page.table.setFocus)
        page.detail.record_requested.connect(self.navigator.show_record)
        self.filter_bar.left.connect(page.table.setFocus)
        RecordMenu(page.table, self.actions)
        self.guideline.edit_requested.connect(self.actions["edit_tags"].trigger)
        self.onboarding.sample_requested.connect(self.open_sample)
        start.open_requested.connect(self.open_file)
        start.paste_requested.connect(dialogs.paste)
        start.sample_requested.connect(self.open_sample)
        start.tour_requested.connect(self.onboarding.start)
        start.recent_requested.connect(opener.open_path)
        self.parent_window.dropped.connect(self.open_path)
        self.parent_window.closing.connect(dialogs.close_guide)
        self.parent_window.closing.connect(self.shut_down)

    def _wire_workspace(self) -> None:
        """Connect what happens to the open workspace."""
        page, opener, runner = self.page, self.workspace_opener, self.prediction_runner
        opener.found.connect(self.onboarding.focus_table)
        opener.complete.connect(self._renew_late_order)
        opener.complete.connect(self.resume_position.go)
        opener.complete.connect(self._consider_library)
        opener.complete.connect(self.tag_sources.consider)
        opener.leaving.connect(self.note_drafts.finish)
        opener.leaving.connect(self.resume_position.keep)
        opener.complete.connect(self.saved_filters.find)
        self.saved_filters.columns_found.connect(page.filter_panel.show_columns)
        self.saved_filters.columns_found.connect(self.record_order.set_columns)
        self.saved_filters.saved_changed.connect(self.filter_controller.show_saved)
        self.source_watcher.quarantine_counted.connect(page.filter_panel.show_quarantined)
        self.source_watcher.findings_counted.connect(page.filter_panel.show_findings)
        self.record_order.sought.connect(lambda row: page.table.go_to(page.model.place_of(row)))
        self.record_order.first_found.connect(page.table.show_first)
        self.record_order.counted.connect(self.focus_controller.show_counts)
        runner.ended.connect(self._renew_late_order)
        runner.ended.connect(self.drift_notice.check)
        opener.complete.connect(self._check_imported)
        runner.failed.connect(self._state.show_unpredicted)
        self.active_model.failed.connect(self._state.show_unpredicted)
        self.fallback.updated.connect(self._status_controller.show_counts)
        self.preferences_controller.review_changed.connect(self.fallback.renew)
        self.drift_notice.noticed.connect(self.model_suggestion.show_alarms)
        self.drift_notice.noticed.connect(self.tag_sources.ask_for_tags_of_unlike_texts)
        self.certification.state_shown.connect(self.status_bar.show_certificate)
        self.certification.validity_changed.connect(self.fallback.renew)
        self.decision_controller.written.connect(self.session_stats.count)
        self.decision_controller.written.connect(self.identical_texts.after)

    def _wire_errors(self) -> None:
        """Show errors, and report unexpected exceptions."""
        for part in (self.active_model, self.prediction_runner, self.settings_store):
            part.failed.connect(self.notifications.failure)
        self.jobs.crashed.connect(self._report_job)
        self.writer.crashed.connect(self._report_job)
        self.crash_boundary.quit_requested.connect(self.parent_window.close_at_once)
        self.crash_boundary.install()

    @Slot()
    def _renew_late_order(self) -> None:
        if self.record_order.is_late and not self.workspace_opener.is_importing:
            self.record_order.renew()

    @Slot(object)
    def _report_job(self, error: Exception) -> None:
        self.crash_boundary.report(error, "a job")

    @Slot()
    def shut_down(self) -> None:
        """Write pending decisions, stop all jobs and close the workspace."""
        self._window_server.close()
        self.settings_store.store_with(None)
        self.page.filter_panel.setVisible(self.page.has_given_way or not self.page.filter_panel.isHidden())
        self.settings_store.keep(self.parent_window, self.page.splitter)
        self.workspace_opener.leaving.emit()
        self.jobs.end()
        self.workspace_opener.close_now()
        self.crash_boundary.uninstall()
        self.activity_log.stop()
