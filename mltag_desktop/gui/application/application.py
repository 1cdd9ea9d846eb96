"""Builds the parts of the window and connects them; the only place where all parts meet.

Imported after the first paint, because it imports numpy, the tables and the workspace.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import resource, user_folder
from mltag_desktop.core.model.model_file import is_model
from mltag_desktop.core.model.model_library import default_library
from mltag_desktop.core.workspace.file_import import SAMPLE
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.gui.application.activity_log import ActivityLog
from mltag_desktop.gui.application.curation_controller import CurationController
from mltag_desktop.gui.application.dialogs import CurationDialogs, HelpDialogs, WorkspaceDialogs
from mltag_desktop.gui.application.model_dialogs import ModelDialogs, TextViews, UnfinishedTraining
from mltag_desktop.gui.application.open_windows import WindowServer
from mltag_desktop.gui.application.page_controller import CommandStates, PageController, TableController
from mltag_desktop.gui.application.preferences_controller import PreferencesController
from mltag_desktop.gui.application.result_notifications import (
    ReadOnlyNotification,
    ResultNotifications,
    TrainingOffer,
)
from mltag_desktop.gui.application.status_controller import StatusController
from mltag_desktop.gui.application.tag_sources_controller import TagSourcesController
from mltag_desktop.gui.curation.command_palette import tag_entries
from mltag_desktop.gui.curation.curation_session import ResumePosition, SessionStats
from mltag_desktop.gui.curation.decision_controller import DecisionController, IdenticalTextsOffer, NoteDrafts
from mltag_desktop.gui.curation.question_queue_controller import OffTopicController, QuestionQueueController
from mltag_desktop.gui.document.workspace_files import OpenedSource, own_copy
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.filters.filter_bar import FilterBar, SavedFilters
from mltag_desktop.gui.help.crash_dialog import CrashBoundary
from mltag_desktop.gui.i18n import tr
from mltag_desktop.gui.main_window.bars import StatusBar, Step, ToolBar
from mltag_desktop.gui.main_window.filter_controller import FilterController, TableNavigator
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.guideline_controller import GuidelineController
from mltag_desktop.gui.main_window.history_preview import HistoryPreview
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.onboarding import OnboardingController
from mltag_desktop.gui.main_window.start_page import RecentMenu, StartPage
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.operations import Operations
from mltag_desktop.gui.state.actions import Handler, build_actions, connect_actions, fill_menus
from mltag_desktop.gui.state.commands import LANGUAGES, MOST_TAG_KEYS
from mltag_desktop.gui.state.preferences import SCHEMES, SettingsStore
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.record_order import PageLoader, RecordOrder
from mltag_desktop.gui.table.table_commands import ClipboardCopier, ColumnChoice, RecordMenu
from mltag_desktop.gui.training.active_model import ActiveModel
from mltag_desktop.gui.training.certification import CertificationController
from mltag_desktop.gui.training.embedding_controller import EmbeddingController
from mltag_desktop.gui.training.fallback_controller import FallbackController
from mltag_desktop.gui.training.model_suggestion import DriftNotice, ModelSuggestion
from mltag_desktop.gui.training.prediction_runner import PredictionRunner
from mltag_desktop.gui.widgets.notifications import Notifications
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


class Application(QObject):
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
        super().__init__(window)
        theme = window.theme
        self._window = window
        self._ask = ask
        self.settings_store = settings_store
        self.session = Session(settings_store.settings.curator or None)
        self.session.set_review_default(settings_store.settings.review_below)
        self.jobs = Operations(self)
        self.writer = self.jobs.writer
        settings_store.store_with(self.writer.write)
        data = self._data = user_folder("data")
        self.crash_boundary = CrashBoundary(data / "crashes", self.session.facts, lambda: window, self)
        self.page = (
            fast_start.page if fast_start else TablePage(theme, lambda: self.session.review_below, window)
        )
        self.page.table.record_changed.connect(self.jobs.yield_to_paint)  # before the slots that start jobs
        self.page.add_panes(self.session, self.jobs)
        self.start_page = StartPage(theme, settings_store.settings.recent_files, window)
        self.notifications = Notifications(theme, window.pages)
        self.context = AppContext(theme, self.session, self.jobs, self.writer, self.notifications, window)
        self.actions = build_actions(window)
        self._build_table()
        self._build_curation()
        self._build_dialogs()
        held = self.page.key_repeat
        connect_actions(self.actions, self._handlers(), self.session.leave_past, lambda: held.repeats)
        self.status_bar = StatusBar(theme, window)
        self._build_states()
        self._arrange_window()
        self._wire_page()
        self._wire_workspace()
        self._wire_errors()
        found = fast_start.hand_over_table() if fast_start else None
        if found is not None:
            self.active_model.take_base(found.model)
            self.workspace_opener.take(found.source)
            self._table_controller.show_current()
        else:
            self.active_model.load_base()
            self._page_controller.show_start()
            if file is not None:
                self.open_path(file)
        self.help_dialogs.report_damaged_settings()
        self.activity_log.begin()
        self._window_server = WindowServer(window, self.workspace_opener.has_open)
        self._window_server.begin()

    @property
    def parent_window(self) -> MainWindow:
        """The main window."""
        return self._window

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name = self._ask(self._window, self.settings_store.settings.last_folder)
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

    def _is_final(self, counts: Counts) -> bool:
        """Return whether the number of records to review is known."""
        if self.workspace_opener.is_importing or self.prediction_runner.is_running:
            return False  # the comparison with the training data follows the last prediction
        is_predicted = self.session.model is not None or counts.predicted == counts.total
        return is_predicted and self.off_topic.is_complete

    @Slot(object)
    def _consider_library(self, source: OpenedSource) -> None:
        """Suggest a model of the library for a table that was opened for the first time."""
        self.model_dialogs.library.consider(source.workspace, is_new=not source.resumed)

    @Slot()
    def open_sample(self) -> None:
        """Open a copy of the sample table in the user's data folder."""
        try:
            self.workspace_opener.open_path(own_copy(resource(SAMPLE), self._data))
        except MltagError as error:
            self.notifications.failure(error)

    def _build_table(self) -> None:
        """Build what opens a table, orders and filters its records, and predicts them."""
        session, jobs, page = self.session, self.jobs, self.page
        self.record_order = RecordOrder(session, jobs, page.model, page.table.on_screen, self._is_final)
        self.workspace_opener = WorkspaceOpener(
            session, jobs, self.writer, self._data, lambda leave: self.unfinished_training.confirm(leave)
        )
        self.fallback = FallbackController(session, jobs)
        self.page_loader = PageLoader(session, jobs, page.model)
        self.clipboard_copier = ClipboardCopier(session, jobs)
        self.column_choice = ColumnChoice(self.context, page.table)
        self.active_model = ActiveModel(session, jobs)
        self.prediction_runner = PredictionRunner(session, jobs, page.on_screen)
        self.off_topic = OffTopicController(session, jobs)
        self.prediction_runner.ended.connect(self.off_topic.refresh)
        self.off_topic.ended.connect(self.record_order.count_again)
        self.embeddings = EmbeddingController(session, jobs, self.notifications, page.on_screen)
        self.saved_filters = SavedFilters(session, jobs, self.writer)
        self.filter_bar = FilterBar(self.context.theme, self.saved_filters.offer)
        self.filter_controller = FilterController(session, self.record_order, self.filter_bar, page)
        self.record_order.text_analysis.uses_encoder = self.embeddings.uses_encoder
        self.filter_controller.meaning_requested.connect(self.embeddings.request)
        self.embeddings.ended.connect(self.filter_controller.renew_meaning)
        self.navigator = TableNavigator(self.context, page, self.record_order, self.filter_controller)

    def _build_curation(self) -> None:
        """Build what asks about records, decides and shows them."""
        session, jobs, page, context = self.session, self.jobs, self.page, self.context
        settings_store = self.settings_store
        self.question_queue = QuestionQueueController(
            session,
            jobs,
            page.model,
            settings_store.settings.queue_order,
            uses_encoder=self.embeddings.uses_encoder,
        )
        self.embeddings.stored.connect(self.question_queue.renew)
        self.question_queue.trained.connect(self.embeddings.start_if_due)
        self.decision_controller = DecisionController(
            session,
            self.writer,
            page.table,
            page.model,
            self.question_queue,
            advances=lambda: settings_store.settings.advance,
        )
        self.certification = CertificationController(context, self.navigator, self.question_queue)
        self.drift_notice = DriftNotice(session, jobs)
        self.session_stats = SessionStats(session)
        self.identical_texts = IdenticalTextsOffer(session, jobs, self.writer, self.notifications)
        self.focus_controller = FocusController(session, page, self.decision_controller, self.session_stats)
        self.onboarding = OnboardingController(
            context, page, self.filter_controller, self.focus_controller, self.actions
        )
        self.guideline = GuidelineController(context, page, self.focus_controller, self.navigator)
        self.history_preview = HistoryPreview(context, page, self.focus_controller)
        self.resume_position = ResumePosition(context, page.table, page.model, self.record_order)
        self.note_drafts = NoteDrafts(session, self.writer, (page.detail.tabs.note, page.focus.note))
        self.curation_controller = CurationController(
            context,
            page,
            self.actions,
            self.decision_controller,
            self.focus_controller,
            self.identical_texts,
        )

    def _build_dialogs(self) -> None:
        """Build what opens dialogs and other windows."""
        context = self.context
        self.model_dialogs = ModelDialogs(
            context,
            self.navigator,
            self.filter_controller,
            default_library(),
            self.certification.open,
        )
        self.unfinished_training = UnfinishedTraining(self._window, self.model_dialogs)
        self.model_suggestion = ModelSuggestion(context, self.navigator.show_records)
        self.tag_sources = TagSourcesController(context, self.actions)
        self.workspace_dialogs = WorkspaceDialogs(
            context, self.navigator, self.workspace_opener, self.settings_store, self._data / "backups"
        )
        entries = partial(
            tag_entries,
            self.session,
            self.page.table,
            self.decision_controller,
            self.curation_controller.tag_at,
            self.actions,
        )
        self.curation_dialogs = CurationDialogs(
            context,
            self.settings_store,
            self.actions,
            entries,
            self.session_stats,
            self.decision_controller,
        )
        self.activity_log = ActivityLog(
            context, self.settings_store, self.workspace_opener, self.prediction_runner
        )
        self.help_dialogs = HelpDialogs(
            context, self.settings_store, self.activity_log, self.filter_bar, self.focus_controller
        )
        self.text_views = TextViews(
            context, self.page, self.record_order, self.filter_controller, self.navigator, self.actions
        )
        self.text_views.meaning_requested.connect(self.embeddings.request)
        self.embeddings.ended.connect(self.text_views.renew)
        self.model_dialogs.meaning_requested.connect(self.text_views.open_meaning)
        self.page.filter_panel.meaning_requested.connect(self.text_views.open_meaning)
        self.preferences_controller = PreferencesController(
            context,
            self.settings_store,
            self.actions,
            self.page,
            self.question_queue,
            self.filter_controller,
        )

    def _build_states(self) -> None:
        """Build what keeps the window in sync with the session."""
        context, session, page, actions = self.context, self.session, self.page, self.actions
        opener, order, decisions = self.workspace_opener, self.record_order, self.decision_controller
        self._command_states = CommandStates(
            session, actions, page, opener, order, self.filter_controller, self.focus_controller
        )
        self._page_controller = PageController(
            context, self._window, self.start_page, page, opener, self.settings_store
        )
        self._table_controller = TableController(
            context, page, self.filter_bar, opener, order, self.question_queue, actions
        )
        self._table_controller.repair_requested.connect(self.workspace_dialogs.show_damaged)
        self.preferences_controller.tag_keys_changed.connect(self._table_controller.show_tags)
        self.preferences_controller.tag_keys_changed.connect(self.curation_controller.name_tag_keys)
        self._status_controller = StatusController(
            self.status_bar, session, self.writer, opener, self.prediction_runner, order, decisions
        )
        models, queue, embeddings = self.model_dialogs, self.question_queue, self.embeddings
        for step, progressed, ended in (
            (Step.TRAINING, models.training_progressed, models.training_ended),
            (Step.ESTIMATION, queue.estimating, queue.estimated),
            (Step.EMBEDDING, embeddings.progressed, embeddings.ended),
        ):
            self._status_controller.follow(step, progressed, ended)
        self.result_notifications = ResultNotifications(
            context,
            self.settings_store,
            actions,
            decisions,
            order,
            self.filter_controller,
            self.clipboard_copier,
        )
        self._offers = (
            TrainingOffer(context, actions, self.question_queue),
            ReadOnlyNotification(context, actions, opener, decisions, self.history_preview),
        )

    def _handlers(self) -> dict[str, Handler]:
        """Return the handler of each command."""
        page, decisions, curation = self.page, self.decision_controller, self.curation_controller
        preferences, focus = self.preferences_controller, self.focus_controller
        workspace, models = self.workspace_dialogs, self.model_dialogs
        digits = range(1, MOST_TAG_KEYS + 1)
        return {
            "open": self.open_file,
            "paste_text": workspace.paste,
            "open_sample": self.open_sample,
            "export": workspace.export,
            "save_copy": workspace.save_copy,
            "export_decisions": workspace.export_decisions,
            "import_decisions": workspace.import_decisions,
            "import_settings": workspace.read_as,
            "compare_source": workspace.source_watcher.compare,
            "import_report": workspace.source_watcher.inspect,
            "unreadable_rows": workspace.show_quarantined,
            "backups": workspace.show_backups,
            "close_table": self.workspace_opener.close,
            "quit": self._window.close,
            "undo": decisions.undo,
            "redo": decisions.redo,
            "copy": lambda: self.clipboard_copier.copy(page.table.selected_rows()),
            "find": self.filter_bar.focus_all,
            "more_like_this": self._show_like,
            "journal": workspace.show_journal,
            "settings": self.help_dialogs.open_settings,
            "accept": decisions.accept,
            **{f"tag_{n}": partial(curation.set_tag_at, n) for n in digits},
            **{f"also_{n}": partial(curation.also_tag_at, n) for n in digits},
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
            "edit_tags": self.curation_dialogs.open_tags,
            "tag_sources": self.tag_sources.open,
            "guideline": self.guideline.toggle,
            "guideline_page": self.guideline.save_page,
            "next_in_queue": decisions.next,
            "previous_in_queue": decisions.previous,
            "queue_order": self._toggle_queue,
            "order_automatic": partial(preferences.choose_order, "automatic"),
            "order_table": partial(preferences.choose_order, "table"),
            "order_checks": self.certification.ask_checks,
            "train": models.open_training,
            "show_report": models.open_report,
            "production_metrics": models.open_production,
            "certify": self.certification.open,
            "slices": models.open_slices,
            "tag_meaning": self.text_views.open_meaning,
            "library": models.library.open,
            "export_model": models.export_notebook,
            "rollback": models.roll_back,
            "clear_filters": self.filter_controller.clear,
            "refresh": self.record_order.renew,
            "show_table": focus.show_table,
            "show_focus": focus.show_focus,
            "show_map": self.text_views.toggle_map,
            "show_facets": page.toggle_facets,
            "show_detail": lambda: page.detail.setVisible(page.detail.isHidden()),
            "columns": self.column_choice.open,
            **{f"scheme_{name}": partial(preferences.choose_scheme, name) for name in SCHEMES},
            **{f"language_{code}": partial(preferences.choose_language, code) for code in LANGUAGES},
            "palette": self.curation_dialogs.open_palette,
            "guide": self.help_dialogs.explain,
            "show_keys": self.curation_dialogs.open_keymap,
            "start_tour": self.onboarding.start,
            "session": self.curation_dialogs.open_summary,
            "show_hints": preferences.toggle_hints,
            "check_update": self.help_dialogs.open_updates,
            "diagnostics": self.help_dialogs.open_diagnostics,
            "show_log": self.help_dialogs.show_log,
            "about": self.help_dialogs.show_about,
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
        window = self._window
        window.keep_room(for_bars=False)
        window.setWindowIcon(program_icon())
        fill_menus(window.menuBar(), self.actions)
        recent = RecentMenu(self.settings_store, window)
        recent.requested.connect(self.workspace_opener.open_path)
        recent.put_before(window.menuBar(), self.actions["paste_text"])
        window.addToolBar(ToolBar(self.actions, self.filter_bar, window.theme, window))
        window.setStatusBar(self.status_bar)
        for action in self.actions.values():
            self._place_action(action)
        self.settings_store.restore(window, self.page.splitter)

    def _place_action(self, action: QAction) -> None:
        """Add an action to the window, or to the page if its key must not act in the search field."""
        owner = self.page if action.shortcutContext().name.startswith("Widget") else self._window
        owner.addAction(action)

    def _wire_page(self) -> None:
        """Connect the requests of the pages and the window."""
        page, start, opener, dialogs = (
            self.page,
            self.start_page,
            self.workspace_opener,
            self.workspace_dialogs,
        )
        page.mapping_bar.mapping_requested.connect(opener.set_mapping)
        page.mapping_bar.dialect_requested.connect(opener.read_again)
        page.mapping_bar.more_requested.connect(dialogs.read_as)
        page.filter_panel.quarantine_requested.connect(dialogs.show_quarantined)
        page.filter_panel.report_requested.connect(dialogs.show_import_report)
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
        self._window.dropped.connect(self.open_path)
        self._window.closing.connect(self.help_dialogs.close_guide)
        self._window.closing.connect(self.shut_down)

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
        self.workspace_dialogs.past_requested.connect(self.history_preview.show_step)
        self.workspace_dialogs.quarantine_changed.connect(page.filter_panel.show_quarantined)
        self.workspace_dialogs.findings_changed.connect(page.filter_panel.show_findings)
        self.record_order.sought.connect(lambda row: page.table.go_to(page.model.place_of(row)))
        self.record_order.first_found.connect(page.table.show_first)
        self.record_order.counted.connect(self.focus_controller.show_counts)
        self.question_queue.trained.connect(self.model_dialogs.warm)
        runner.ended.connect(self._renew_late_order)
        runner.ended.connect(self.drift_notice.check)
        opener.complete.connect(self._check_imported)
        runner.failed.connect(self._page_controller.show_unpredicted)
        self.active_model.failed.connect(self._page_controller.show_unpredicted)
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
        self.crash_boundary.quit_requested.connect(self._window.close_at_once)
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
        self.settings_store.keep(self._window, self.page.splitter)
        self.workspace_opener.leaving.emit()
        self.jobs.end()
        self.workspace_opener.close_now()
        self.crash_boundary.uninstall()
        self.activity_log.stop()
