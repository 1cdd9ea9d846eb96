"""Opens the guide, settings, diagnostics, log folder and update dialog; each is imported on first use."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox

import mltag_desktop
from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.application.activity_log import ActivityLog
from mltag_desktop.gui.filters.filter_bar import FilterBar
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.main_window.focus_controller import FocusController
from mltag_desktop.gui.state.context import AppContext
from mltag_desktop.gui.state.preferences import SettingsStore
from mltag_desktop.gui.widgets.layout.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.gui.help.help_window import HelpWindow

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


class HelpDialogs(DialogOwner):
    """Opens the help dialogs; F1 opens the guide page for the active window or dialog."""

    def __init__(
        self,
        context: AppContext,
        settings_store: SettingsStore,
        activity_log: ActivityLog,
        filter_bar: FilterBar,
        focus_controller: FocusController,
    ) -> None:
        super().__init__(context.window)
        self._context = context
        self._settings_store = settings_store
        self._activity_log = activity_log
        self._filter_bar = filter_bar
        self._focus_controller = focus_controller
        self.guide: HelpWindow | None = None
        """The guide window; None until it is opened."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._give_key)

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
        elif self._filter_bar.hasFocus():
            self.open_guide("search.md")
        else:
            self.open_guide("focus.md" if self._focus_controller.is_on else "review.md")

    def open_guide(self, name: str) -> None:
        """Open a page in the guide window."""
        from mltag_desktop.gui.help.help_pages import HelpPages
        from mltag_desktop.gui.help.help_window import HelpWindow
        from mltag_desktop.gui.widgets.layout.window_placement import bring_up

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
        from mltag_desktop.core.settings import user_name
        from mltag_desktop.gui.help.settings_dialog import SettingsDialog

        context, store = self._context, self._settings_store
        if self.bring_up_open(SettingsDialog):
            return
        dialog = SettingsDialog(context.theme, store.settings, user_name(), context.window)
        dialog.changed.connect(store.choose)
        store.changed.connect(dialog.show_settings)
        self.show_modeless(dialog)

    def open_diagnostics(self) -> None:
        """Open the diagnostics dialog."""
        from mltag_desktop.gui.help.diagnostics_dialog import DiagnosticsDialog, facts_text

        context = self._context
        self.close_open(DiagnosticsDialog)
        text = facts_text(context.session, self._activity_log.timings, self._settings_store.settings)
        self.show_modeless(DiagnosticsDialog(context.theme, text, context.window))

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
        from PySide6.QtGui import QDesktopServices

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
        buttons = dialog.findChild(QDialogButtonBox)
        if buttons is not None:
            way = buttons.addButton(tr("Copy &diagnostics…"), QDialogButtonBox.ButtonRole.ActionRole)
            way.setAutoDefault(False)
            way.clicked.connect(self.open_diagnostics)
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
