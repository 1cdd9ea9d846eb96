"""Builds the parts that open a table, show it, and ask about and decide its records."""

from PySide6.QtCore import QObject

from mltag_desktop.core.filesystem import user_folder
from mltag_desktop.gui.curation.curation_session import ResumePosition, SessionStats
from mltag_desktop.gui.curation.decision_controller import DecisionController, IdenticalTextsOffer, NoteDrafts
from mltag_desktop.gui.curation.question_queue_controller import OffTopicController, QuestionQueueController
from mltag_desktop.gui.document.source_watcher import SourceWatcher
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.filters.filter_bar import FilterBar, SavedFilters
from mltag_desktop.gui.main_window.filter_controller import FilterController, TableNavigator
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.main_window.guideline_controller import GuidelineController
from mltag_desktop.gui.main_window.history_preview import HistoryPreview
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.main_window.onboarding import OnboardingController
from mltag_desktop.gui.main_window.start_page import StartPage
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.operations import Operations
from mltag_desktop.gui.state.actions import Handler, build_actions
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.state.session import AppContext, Session
from mltag_desktop.gui.table.record_order import PageLoader, RecordOrder
from mltag_desktop.gui.table.table_commands import ClipboardCopier, ColumnChoice
from mltag_desktop.gui.training.active_model import ActiveModel
from mltag_desktop.gui.training.certification import CertificationController
from mltag_desktop.gui.training.embedding_controller import EmbeddingController
from mltag_desktop.gui.training.fallback_controller import FallbackController
from mltag_desktop.gui.training.model_suggestion import DriftNotice
from mltag_desktop.gui.training.prediction_runner import PredictionRunner
from mltag_desktop.gui.widgets.notifications import Notifications


class Workbench(QObject):
    """The parts of the window that work on the open table, connected with each other.

    The controllers of this folder get all of them, and take those that they need.
    """

    def __init__(
        self, window: MainWindow, settings_store: SettingsStore, page: TablePage | None = None
    ) -> None:
        """Build the parts around `page`, which may show a table already."""
        super().__init__(window)
        theme = window.theme
        self.parent_window = window
        self.settings_store = settings_store
        self.session = Session(settings_store.settings.curator or None)
        self.session.set_review_default(settings_store.settings.review_below)
        self.jobs = Operations(self)
        self.writer = self.jobs.writer
        settings_store.store_with(self.writer.write)
        self.data = user_folder("data")
        self.backups = self.data / "backups"
        """Folder of the rolling backups."""
        self.page = page or TablePage(theme, lambda: self.session.review_below, window)
        self.page.table.record_changed.connect(self.jobs.yield_to_paint)  # before the slots that start jobs
        self.page.add_panes(self.session, self.jobs)
        self.start_page = StartPage(theme, settings_store.settings.recent_files, window)
        self.notifications = Notifications(theme, window.pages)
        self.context = AppContext(theme, self.session, self.jobs, self.writer, self.notifications, window)
        self.actions = build_actions(window)
        self._build_table()
        self._build_curation()

    def confirm_leaving(self, leave: Handler) -> None:
        """Call `leave` when the open workspace may be left, perhaps after a question."""
        leave()

    def _build_table(self) -> None:
        """Build what opens a table, orders and filters its records, and predicts them."""
        session, jobs, page = self.session, self.jobs, self.page
        self.record_order = RecordOrder(session, jobs, page.model, page.table.on_screen, self._is_settled)
        self.workspace_opener = WorkspaceOpener(session, jobs, self.writer, self.data, self.confirm_leaving)
        self.source_watcher = SourceWatcher(
            self.context, self.workspace_opener, self.backups, self.settings_store
        )
        session.closed.connect(self.source_watcher.stop)
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

    def _is_settled(self) -> bool:
        """Return whether no running work changes the number of records to review."""
        if self.workspace_opener.is_importing or self.prediction_runner.is_running:
            return False  # the comparison with the training data follows the last prediction
        return self.off_topic.is_complete and self.question_queue.has_learned

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
        self.question_queue.estimated.connect(self.record_order.count_unless_final)
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
