"""Composition root: builds all parts of the window and connects them.

Imported after the first paint, because it imports numpy, the tables and the workspace.
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
    """Ask for a file to open; return an empty string if the dialog was cancelled."""
    kinds = tr("Tables and workspaces (*.csv *.tsv *.txt *.jsonl *.xlsx *.parquet *.mltag);;All files (*)")
    folder = folder or str(Path.home())
    return QFileDialog.getOpenFileName(parent, tr("Open a table or a workspace"), folder, kinds)[0]


class Application(QObject):
    """All parts of the running program, from the first paint to the close of the window."""

    def __init__(
        self,
        window: MainWindow,
        remembered: SettingsStore,
        file: Path | None = None,
        ask: AskPath = ask_path,
        look: "FastStart | None" = None,
    ) -> None:
        """Open `file`, or continue with the table that `look` has already opened."""
        super().__init__(window)
        theme = window.theme
        self._window = window
        self._ask = ask
        self.remembered = remembered
        self.session = Session(remembered.settings.curator or None)
        self.session.set_review_default(remembered.settings.review_below)
        self.jobs = JobRunner(self)
        self.writer = DecisionWriter()
        remembered.store_with(self.writer.write)
        data = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
        self._data = data
        self.crash = CrashBoundary(data / "crashes", self.session.facts, lambda: window, self)
        self.page = look.page if look else TablePage(theme, lambda: self.session.review_below, window)
        self.page.table.record_changed.connect(self.jobs.yield_to_paint)  # before the slots that start jobs
        self.page.furnish(self.session, self.jobs)
        self.start_page = StartPage(theme, remembered.settings.recent_files, window)
        self.notices = Notifications(theme, window.pages)
        self.listing = RecordOrder(self.session, self.jobs, self.page.model, self.page.table.on_screen)
        self.opening = WorkspaceOpener(self.session, self.jobs, self.writer, data)
        self.giving_back = MemoryReleaser(self.session, self.jobs, self.opening)
        self.loader = PageLoader(self.session, self.jobs, self.page.model)
        self.copying = ClipboardCopier(self.session, self.jobs)
        self.models = ActiveModel(self.session, self.jobs)
        self.predicting = PredictionRunner(self.session, self.jobs, self.page.on_screen)
        self.first_tags = IdleWork(self.jobs, self.opening, self.predicting)
        self.questions = QuestionQueueController(
            self.session, self.jobs, self.page.model, remembered.settings.queue_order
        )
        self.deciding = DecisionController(
            self.session,
            self.writer,
            self.page.table,
            self.page.model,
            self.questions,
            advance=remembered.settings.advance,
        )
        self.filter_line = FilterBar(theme)
        self.filtering = FilterController(self.session, self.listing, self.filter_line, self.page)
        self.panels = ModelDialogs(
            theme,
            self.session,
            self.jobs,
            self.notices,
            self.opening.add_texts,
            self.show_record,
            self.show_records,
            window,
        )
        self.beside = ShadowModelController(self.session, self.jobs, self.page.model, self.questions)
        self.panels.beside = self.beside
        self.panels.review_below = self.review_below
        self.panels.present_filter = self.filtering.present
        self.suggesting = ModelSuggestion(self.session, self.notices, self.panels.suggest, self.show_records)
        self.drifting = DriftNotice(self.session, self.jobs)
        self.panels.open_pasted = self.opening.open_pasted
        self.document = WorkspaceDialogs(
            DialogContext(
                theme,
                self.session,
                self.jobs,
                self.notices,
                self.opening,
                data / "backups",
                self.show_record,
                self.show_records,
                self.review,
                window,
            )
        )
        self.curating = CurationController(self)
        self.logbook = ActivityLog(self)
        self.help = HelpDialogs(self)
        self.panels.show_diagnostics = self.help.open_diagnostics
        handlers = in_present(self._handlers(), self.session.leave_past)
        self.actions = build_actions(window, self.page.key_repeat_filter(handlers))
        self.status = StatusBar(theme, window)
        self.outlook = WindowStateUpdater(self)
        self._furnish()
        self._wire()
        self.curating.wire()
        found = look.found if look else None
        if found is not None:
            self.models.take_base(found.model)
            self.opening.take(found.source)
            self.outlook.show_current()
        else:
            self.models.load_base()
            self.outlook.show_start()
            if file is not None:
                self.opening.open_path(file)
        self.help.tell_damaged()
        self._prefer()
        self.logbook.begin()

    @property
    def parent_window(self) -> MainWindow:
        """The main window."""
        return self._window

    def show_record(self, row: int) -> None:
        """Go to a record; clear the filter if it hides the record."""
        if self.page.model.place_of(row) < 0:
            self.filtering.clear()
            self.listing.then_go_to(row)
        self.page.table.go_to(self.page.model.place_of(row))

    def review_below(self, default: float | None, tags: Mapping[str, float | None]) -> None:
        """Set the review threshold and the thresholds of single tags, as one undo step."""
        workspace = self.session.workspace
        if workspace is not None and workspace.read_only:
            self.notices.info(tr("This workspace is read-only."), tr("Open the workspace for writing first."))
        elif workspace is not None:
            self.writer.write(partial(workspace.set_review, default, tags))

    def show_records(self, rows: Sequence[int], words: str) -> None:
        """Show only these records, with a notification that describes them."""
        self.filtering.show_rows(rows)
        self.listing.start_at_top()
        shown = tr_plural("{n:,} record: {words}.", "{n:,} records: {words}.", len(rows), words=words)
        self.notices.info(shown, action=NotificationAction(tr("Show all"), self.filtering.clear))
        self._window.activateWindow()

    def review(self) -> None:
        """Show the records to review, least confident first."""
        self.filtering.review()
        self.page.table.setFocus()

    def open_file(self) -> None:
        """Ask for a file and open it."""
        name = self._ask(self._window, self.remembered.settings.last_folder)
        if name:
            self.opening.open_path(Path(name))

    def open_sample(self) -> None:
        """Open a copy of the sample table in the user's data folder."""
        try:
            self.opening.open_path(own_copy(resource("sample.csv"), self._data))
        except MltagError as error:
            self.notices.failure(error)

    def _handlers(self) -> dict[str, Handler]:
        deciding, panels, page = self.deciding, self.panels, self.page
        schemes = ("system", "light", "dark")
        return {
            "open": self.open_file,
            "paste_text": panels.paste,
            "open_sample": self.open_sample,
            **self.document.handlers(),
            "close_table": self.opening.close,
            "quit": self._window.close,
            "undo": deciding.undo,
            "redo": deciding.redo,
            "copy": lambda: self.copying.copy(page.table.selected_rows()),
            "find": self.filter_line.focus_all,
            "accept": deciding.accept,
            **{f"tag_{n}": self._tag_setter(n) for n in range(1, 10)},
            "skip": deciding.skip,
            **self.curating.handlers(),
            "flag": deciding.flag,
            "clear": deciding.clear,
            "next_in_queue": deciding.next,
            "previous_in_queue": deciding.previous,
            "queue_order": self._toggle_queue,
            **{f"order_{name}": self._order_setter(name) for name in ORDERS},
            "train": panels.open_training,
            "show_report": panels.open_report,
            "rollback": panels.roll_back,
            "in_use": panels.open_in_use,
            "slices": panels.open_slices,
            "clear_filters": self.filtering.clear,
            "renew": self.listing.renew,
            "show_facets": page.toggle_facets,
            "show_detail": lambda: page.detail.setVisible(page.detail.isHidden()),
            **{f"scheme_{name}": self._scheme_setter(name) for name in schemes},
            **{f"language_{code}": self._language_setter(code) for code in LANGUAGES},
            "about": panels.show_about,
            **self.help.handlers(),
        }

    def _prefer(self) -> None:
        """Apply the remaining settings; import the code for them only if one differs from its default."""
        settings = self.remembered.settings
        usual = Settings()
        names = ("font_scale", "reduced_motion", "backups_kept")
        if any(getattr(settings, name) != getattr(usual, name) for name in names):
            from mltag_desktop.gui.application.apply_preferences import apply_quietly

            apply_quietly(self, settings)

    def _tag_setter(self, key: int) -> Handler:
        def set_tag() -> None:
            tag = self.curating.tag_at(key)
            if tag is not None:
                self.deciding.decide(tag)

        return set_tag

    def _scheme_setter(self, name: str) -> Handler:
        def set_scheme() -> None:
            self.remembered.choose_scheme(name)
            self.outlook.show_scheme()

        return set_scheme

    def _language_setter(self, code: str) -> Handler:
        def set_language() -> None:
            self.remembered.choose_language(code)
            self.outlook.show_language()
            self.notices.info(tr("The language changes after a restart."))

        return set_language

    def _order_setter(self, name: str) -> Handler:
        def set_order() -> None:
            self.remembered.choose_order(name)
            self.questions.choose(name)
            self.outlook.show_asking(told=True)

        return set_order

    def _toggle_queue(self) -> None:
        on = self.actions["queue_order"].isChecked()
        self.filtering.sort_by("confidence" if on else None, descending=False)
        self.listing.start_at_top()

    def _furnish(self) -> None:
        window = self._window
        window.keep_room(for_bars=False)
        window.setWindowIcon(program_icon())
        fill_menus(window.menuBar(), self.actions)
        recent = RecentMenu(self.remembered, window)
        recent.asked.connect(self.opening.open_path)
        recent.put_before(window.menuBar(), self.actions["paste_text"])
        window.addToolBar(ToolBar(self.actions, self.filter_line, window.theme, window))
        window.setStatusBar(self.status)
        for action in self.actions.values():
            self._place_action(action)
        self.remembered.restore(window, self.page.splitter)

    def _place_action(self, action: QAction) -> None:
        """Add an action to the window, or to the page if its key must not act in the search field."""
        owner = self.page if action.shortcutContext().name.startswith("Widget") else self._window
        owner.addAction(action)

    def _wire(self) -> None:
        self._done: Notification | None = None
        page, start, opening = self.page, self.start_page, self.opening
        page.mapping.mapping_wanted.connect(opening.set_mapping)
        page.mapping.dialect_wanted.connect(opening.read_again)
        page.mapping.more_asked.connect(self.document.read_as)
        page.facets.aside_asked.connect(self.document.show_aside)
        page.facets.report_asked.connect(self.document.watching.show_report)
        self.document.watching.set_aside.connect(page.facets.show_aside)
        self.document.watching.remarked.connect(page.facets.show_remarks)
        self.filter_line.left.connect(page.table.setFocus)
        start.open_asked.connect(self.open_file)
        start.paste_asked.connect(self.panels.paste)
        start.sample_asked.connect(self.open_sample)
        start.recent_asked.connect(opening.open_path)
        self._window.dropped.connect(opening.open_path)
        self._window.closing.connect(self.shut_down)
        self.models.base_settled.connect(opening.set_ready)
        self.listing.sought.connect(lambda row: page.table.go_to(page.model.place_of(row)))
        self.questions.learnt.connect(self.suggesting.consider)
        self.questions.learnt.connect(self.panels.warm)
        self.predicting.ended.connect(self.drifting.look)
        self.drifting.noticed.connect(self.suggesting.tell_drift)
        self.beside.scored.connect(self.status.show_beside)
        self.beside.changed.connect(lambda _shadow: page.table.fit_columns())
        for part in (
            self.models,
            self.predicting,
            self.questions,
            self.listing,
            self.writer,
            self.loader,
            self.copying,
            page.detail,
        ):
            part.failed.connect(self.notices.failure)
        self.jobs.crashed.connect(self._report_job)
        self.writer.crashed.connect(self._report_job)
        self.crash.quit_requested.connect(self._window.close)
        self.deciding.written.connect(self._offer_undo)
        self.crash.install()

    @Slot(object)
    def _report_job(self, error: Exception) -> None:
        self.crash.report(error, "a job")

    @Slot(object)
    def _offer_undo(self, change: Change) -> None:
        """Show a notification with Undo after a step on several records; a single record shows the change."""
        if change.step is not None and self._done is not None:
            self.notices.withdraw(self._done)  # its Undo button would now undo this step
            self._done = None
        if change.step is None or not change.label or change.rows is None or len(change.rows) < 2:
            return
        undone = change.label.startswith(("Undone", "Redone"))
        action = None if undone else NotificationAction(tr("Undo"), self.deciding.undo)
        self._done = Notification(f"{action_label(change.label)}.", action=action)
        self.notices.show_notice(self._done)

    @Slot()
    def shut_down(self) -> None:
        """Write pending decisions, stop all jobs and close the workspace."""
        self.remembered.store_with(None)
        self.page.facets.setVisible(self.page.has_given_way or not self.page.facets.isHidden())
        self.remembered.keep(self._window, self.page.splitter)
        self.opening.leaving.emit()
        self.writer.close()
        self.first_tags.stop()
        self.giving_back.stop()
        self.jobs.shut_down()
        self.opening.close_now()
        self.crash.uninstall()
        self.logbook.stop()
