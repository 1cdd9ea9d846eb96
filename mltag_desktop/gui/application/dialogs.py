"""Opens the dialogs of the window; each is imported on first use."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

import mltag_desktop
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.settings import user_name
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.workspace.decisions.decision_statistics import daily_progress
from mltag_desktop.gui.application.activity_log import ActivityLog
from mltag_desktop.gui.application.workbench import Workbench
from mltag_desktop.gui.curation.command_palette import BY_KEY, CommandPalette, tag_entries
from mltag_desktop.gui.curation.curation_session import SessionSummaryDialog, gain_sentence
from mltag_desktop.gui.document.workspace_files import UncertainTable
from mltag_desktop.gui.i18n import error_words, tr
from mltag_desktop.gui.operations import Operation
from mltag_desktop.gui.state.actions import apply_keys, read_keys, written_keys
from mltag_desktop.gui.widgets.dialogs import DialogOwner, bring_up

if TYPE_CHECKING:
    from mltag_desktop.core.learning.answer_gain import AnswerGain
    from mltag_desktop.core.workspace.records.source_merge import MergePlan
    from mltag_desktop.gui.help.help_window import HelpWindow
    from mltag_desktop.gui.import_export.import_report import GroupedFindings, ImportReportDialog

PAGES: Final = {
    "LibraryDialog": "library.md",
    "BackupsDialog": "backup.md",
    "CertifyDialog": "certify.md",
    "DiagnosticsDialog": "troubleshooting.md",
    "ExportDialog": "export.md",
    "ImportReportDialog": "open.md",
    "JournalDialog": "backup.md",
    "KeyMapDialog": "keys.md",
    "PasteDialog": "open.md",
    "PreviewDialog": "open.md",
    "ProductionDialog": "in-use.md",
    "QuarantineDialog": "open.md",
    "ReportWindow": "report.md",
    "SessionSummaryDialog": "review.md",
    "SettingsDialog": "settings.md",
    "SharedDecisionsDialog": "colleagues.md",
    "SourceMergeDialog": "open.md",
    "TagCandidatesDialog": "tags.md",
    "TagSetEditor": "tags.md",
    "TrainingDialog": "train.md",
    "UpdateDialog": "install.md",
}
"""Guide page by class name of the dialog."""
START: Final = "first-minutes.md"
_OWN_KEY: Final = "mltag_help"


class Dialogs(DialogOwner):
    """Opens the dialogs of the open workspace, of the curator and of the help menu.

    F1 opens the guide page for the active window or dialog. The actions get their stored shortcuts here, and
    new ones from the dialog of shortcuts.
    """

    def __init__(
        self, bench: Workbench, activity_log: ActivityLog, tag_at: Callable[[int], str | None]
    ) -> None:
        """`tag_at` returns the tag that a digit sets on the current record."""
        super().__init__(bench.parent_window)
        self._bench, self._context, self._actions = bench, bench.context, bench.actions
        self._navigator, self._workspace_opener = bench.navigator, bench.workspace_opener
        self._settings_store, self._decision_controller = bench.settings_store, bench.decision_controller
        self._activity_log, self._tag_at = activity_log, tag_at
        self.guide: HelpWindow | None = None
        """The guide window; None until it is opened."""
        watcher = bench.source_watcher
        watcher.merge_requested.connect(self.show_merge)
        watcher.report_requested.connect(self.show_report)
        watcher.inspection_requested.connect(self.show_inspection)
        watcher.quarantine_requested.connect(self.show_quarantined)
        watcher.rescue_requested.connect(self._show_rescue)
        watcher.unsaved_requested.connect(self._show_unsaved)
        bench.workspace_opener.doubtful.connect(self._ask_how)
        apply_keys(bench.actions, read_keys(bench.settings_store.settings.keys))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._give_key)

    def paste(self) -> None:
        """Open the paste dialog."""
        from mltag_desktop.gui.import_export.paste_dialog import PasteDialog

        opener = self._workspace_opener
        self.show_modal(PasteDialog(self._context, opener.add_texts, open_table=opener.open_pasted))

    def export(self) -> None:
        """Open the export dialog."""
        from mltag_desktop.gui.import_export.export_dialog import ExportDialog

        navigator = self._navigator
        self.show_modal(ExportDialog(self._context, navigator.review, navigator.record_groups()))

    def read_as(self) -> None:
        """Open the import settings of the open table."""
        source, workspace = self._workspace_opener.source, self._context.session.workspace
        if workspace is None or source is None or source.path is None or not source.path.exists():
            self._context.notifications.info(
                tr("There is no file to read again."),
                tr("The records were pasted, or the file no longer exists."),
            )
            return
        self._preview(source.path, workspace.table.dialect, unsure=False)

    def show_quarantined(self) -> None:
        """Open the list of quarantined records."""
        from mltag_desktop.gui.document.source_dialogs import QuarantineDialog

        if not self.bring_up_open(QuarantineDialog):
            self.show_modeless(QuarantineDialog(self._context))

    def show_journal(self) -> None:
        """Open the journal."""
        from mltag_desktop.gui.document.journal import JournalDialog

        if self.bring_up_open(JournalDialog):
            return
        dialog = JournalDialog(self._context)
        dialog.record_requested.connect(self._navigator.show_record)
        dialog.past_requested.connect(self._bench.history_preview.show_step)
        self.show_modeless(dialog)

    @Slot(object)
    def show_merge(self, plan: "MergePlan") -> None:
        """Open the preview of the source changes."""
        from mltag_desktop.gui.document.source_dialogs import SourceMergeDialog

        dialog = SourceMergeDialog(self._context, plan)
        dialog.applied.connect(self._bench.source_watcher.note_source)
        self.show_modeless(dialog, replaces=True)

    @Slot(object, object)
    def show_inspection(self, found: "GroupedFindings", job: "Operation") -> None:
        """Open the import report with the findings so far; it shows those of `job` when that has ended."""
        self.show_report(found).follow(job)

    @Slot(object)
    def show_report(self, found: "GroupedFindings") -> "ImportReportDialog":
        """Open the import report."""
        from mltag_desktop.gui.import_export.import_report import ImportReportDialog

        dialog = ImportReportDialog(self._context, found)
        dialog.record_requested.connect(self._navigator.show_record)
        dialog.records_requested.connect(self._navigator.show_records)
        dialog.rescanned.connect(self._bench.source_watcher.keep)
        self.show_modeless(dialog, replaces=True)
        return dialog

    def export_decisions(self) -> None:
        """Export the decisions for a colleague."""
        from mltag_desktop.gui.document.sharing import send_decisions

        send_decisions(self._context)

    def import_decisions(self) -> None:
        """Import the decisions of a colleague."""
        from mltag_desktop.gui.document.sharing import SharedDecisionsDialog, ask_for_decisions

        context = self._context
        chosen = ask_for_decisions(context.window)
        if chosen:
            dialog = SharedDecisionsDialog(context, Path(chosen))
            dialog.record_requested.connect(self._navigator.show_record)
            self.show_modeless(dialog)

    def save_copy(self) -> None:
        """Save a copy of the workspace."""
        from mltag_desktop.gui.document.sharing import save_copy

        save_copy(self._context)

    def show_backups(self) -> None:
        """Open the backups of the open workspace."""
        workspace = self._context.session.workspace
        if workspace is not None:
            self.show_backups_of(workspace.path)

    @Slot(object)
    def show_damaged(self, document: Path) -> None:
        """Show the rolling copies of a document that cannot be opened."""
        self.show_backups_of(document, damaged=True)

    def show_backups_of(self, document: Path, *, damaged: bool = False) -> None:
        """Open the backups of a workspace, which may be damaged."""
        from mltag_desktop.gui.document.recovery_dialogs import BackupsDialog

        dialog = BackupsDialog(
            self._context, self._workspace_opener, self._bench.backups, document, damaged=damaged
        )
        self.show_modeless(dialog, replaces=True)

    @Slot(object)
    def _show_rescue(self, document: Path) -> None:
        from mltag_desktop.gui.document.recovery_dialogs import BackupsDialog

        self.show_backups_of(document)
        if isinstance(self.shown, BackupsDialog):
            self.shown.offer_salvage()

    @Slot(object)
    def _show_unsaved(self, logs: Sequence[Path]) -> None:
        from mltag_desktop.gui.document.recovery_dialogs import UnsavedDialog

        self.show_modeless(UnsavedDialog(self._context, logs), replaces=True)

    @Slot(object)
    def _ask_how(self, doubt: UncertainTable) -> None:
        self._preview(doubt.path, doubt.dialect, unsure=True)

    def _preview(self, path: Path, dialect: Dialect, *, unsure: bool) -> None:
        from mltag_desktop.gui.import_export.preview_dialog import PreviewDialog

        context = self._context
        workspace, base = context.session.workspace, context.session.base
        tags = [tag.name for tag in workspace.tag_set.tags] if workspace else list(base.tags if base else ())
        dialog = PreviewDialog(context, path, tags, dialect=dialect, unsure=unsure)
        dialog.settled.connect(partial(self._workspace_opener.open_path, path))
        if unsure:
            dialog.rejected.connect(self._workspace_opener.cancel_opening)
        self.show_modal(dialog)

    def report_damaged_settings(self) -> None:
        """Report a damaged settings file, if there is one."""
        kept = self._settings_store.damaged
        if kept is not None:
            self._context.notifications.error(
                tr("Your settings could not be read; defaults are in use."),
                tr("The damaged file was kept as {path}.", path=kept),
            )

    def explain(self) -> None:
        """Open the guide page for the current view."""
        if self._context.session.workspace is None:
            self.open_guide(START)
        elif self._bench.filter_bar.hasFocus():
            self.open_guide("search.md")
        else:
            self.open_guide("focus.md" if self._bench.focus_controller.is_on else "review.md")

    def open_guide(self, name: str) -> None:
        """Open a page in the guide window."""
        from mltag_desktop.gui.help.help_pages import HelpPages
        from mltag_desktop.gui.help.help_window import HelpWindow

        if self.guide is None:
            try:
                self.guide = HelpWindow(self._context.theme, HelpPages())
            except MltagError as error:
                self._context.notifications.failure(error)
                return
            self.guide.setWindowIcon(self._context.window.windowIcon())
        self.guide.show_page(name)
        bring_up(self.guide)

    def open_settings(self) -> None:
        """Open the settings dialog."""
        from mltag_desktop.gui.application.preferences_controller import SettingsDialog

        context, store = self._context, self._settings_store
        if self.bring_up_open(SettingsDialog):
            return
        dialog = SettingsDialog(context.theme, store.settings, user_name(), context.window)
        dialog.changed.connect(store.choose)
        store.changed.connect(dialog.show_settings)
        self.show_modeless(dialog)

    def open_diagnostics(self) -> None:
        """Open the diagnostics dialog."""
        from mltag_desktop.gui.help.about_dialog import DiagnosticsDialog, facts_text

        context = self._context
        text = facts_text(context.session, self._activity_log.timings, self._settings_store.settings)
        self.show_modeless(DiagnosticsDialog(context.theme, text, context.window), replaces=True)

    def open_updates(self) -> None:
        """Open the update dialog."""
        from mltag_desktop.gui.help.update_dialog import UpdateDialog

        context = self._context
        if not self.bring_up_open(UpdateDialog):
            self.show_modeless(
                UpdateDialog(context.theme, context.jobs, mltag_desktop.__version__, context.window)
            )

    def show_log(self) -> None:
        """Open the log folder in the file manager, or show its path if that fails."""
        folder = self._activity_log.folder
        shown = folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        if not shown:
            self._context.notifications.info(tr("The log is in {folder}.", folder=folder))

    def show_about(self) -> None:
        """Open the About dialog."""
        from mltag_desktop.gui.help.about_dialog import AboutDialog

        model = self._context.session.model
        version = model.version if model is not None else tr("not loaded")
        licences = tuple(model.manifest.licences) if model is not None else ()
        dialog = AboutDialog(self._context.theme, version, licences, self._context.window)
        dialog.diagnostics_requested.connect(self.open_diagnostics)
        self.show_modal(dialog)

    @Slot()
    def _give_key(self) -> None:
        """Give an activated dialog the keys of the main window that it needs: F1, and undo and redo."""
        window = QApplication.activeWindow()
        if not isinstance(window, QDialog) or window.property(_OWN_KEY):
            return
        window.setProperty(_OWN_KEY, True)
        if not window.isModal():
            window.addActions(
                [way for way in self._context.window.actions() if way.objectName() in ("undo", "redo")]
            )
        name = PAGES.get(type(window).__name__)
        if name is not None:
            key = QShortcut(QKeySequence(Qt.Key.Key_F1), window)
            key.activated.connect(lambda: self.open_guide(name))

    @Slot()
    def close_guide(self) -> None:
        """Close the guide's window with the main window."""
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None

    def open_palette(self) -> None:
        """Open the command palette."""
        bench = self._bench
        offers = tag_entries(
            bench.session, bench.page.table, bench.decision_controller, self._tag_at, self._actions
        )
        without = BY_KEY if offers else ()
        window = self._context.window
        self.show_modal(CommandPalette(self._context.theme, self._actions, window, offers, without))

    def open_keymap(self) -> None:
        """Open the keyboard shortcuts."""
        from mltag_desktop.gui.curation.keymap_dialog import KeyMapDialog

        changed = read_keys(self._settings_store.settings.keys)
        session = self._context.session
        tags = session.workspace.tag_set.tags if session.workspace else ()
        shown: dict[str, str] = {}
        if not session.tag_keys.follows_record(tags):
            for number, tag in enumerate(session.tag_keys.by_digit(tags), start=1):
                shown |= {f"tag_{number}": tag.name, f"also_{number}": tag.name}
        by_digit = set(shown.values())
        letters = {tag.name: tag.key.upper() for tag in tags if tag.key or tag.name not in by_digit}
        dialog = KeyMapDialog(self._context.theme, changed, self._context.window, shown, letters)
        dialog.changed.connect(self._apply_keys)
        self.show_modal(dialog)

    @Slot(object)
    def _apply_keys(self, changed: dict[str, str]) -> None:
        self._settings_store.change(keys=written_keys(changed))
        apply_keys(self._actions, changed)

    def open_tags(self) -> None:
        """Open the tag set."""
        from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor

        context = self._context
        shortcuts = read_keys(self._settings_store.settings.keys)
        editor = TagSetEditor(context, shortcuts)
        editor.records_requested.connect(self._find_records)
        self.show_modal(editor)

    @Slot(str)
    def _find_records(self, tag: str) -> None:
        """Show the decided records that may belong to a tag, after its changes are written."""
        from mltag_desktop.gui.curation.tag_candidates_dialog import TagCandidatesDialog
        from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor

        self.close_open(TagSetEditor)
        self.show_modal(TagCandidatesDialog(self._context, tag))

    def open_summary(self) -> None:
        """Open the summary of the session."""
        summary = self._bench.session_stats.summary(self._decision_controller.seconds_per_record)
        workspace = self._context.session.workspace
        if summary is not None and workspace is not None:
            dialog = SessionSummaryDialog(
                self._context.theme, summary, self._context.window, workspace.tag_set.tags
            )
            dialog.go_on_requested.connect(self._actions["next_in_queue"].trigger)
            dialog.gain_requested.connect(self._estimate_gain)
            self.show_modal(dialog)
            days = Operation(lambda _: daily_progress(workspace.journal.entries())).success(dialog.show_days)
            dialog.finished.connect(days.cancel)
            days.run(self._context.jobs)

    @Slot()
    def _estimate_gain(self) -> None:
        workspace, base, dialog = self._context.session.workspace, self._context.session.base, self.shown
        if workspace is None or base is None or not isinstance(dialog, SessionSummaryDialog):
            return
        from mltag_desktop.core.learning.answer_gain import estimate_gain  # loads the training

        def show(found: "AnswerGain") -> None:
            dialog.show_gain(gain_sentence(found.more, found.gain, found.low, found.high, found.decisions))

        def show_failure(error: Exception) -> None:
            if isinstance(error, MltagError):
                dialog.show_gain(error_words(error))

        job = Operation(estimate_gain, workspace, base).in_worker().progress(dialog.show_simulating)
        dialog.finished.connect(job.cancel)
        job.success(show).failure(show_failure).run(self._context.jobs)
