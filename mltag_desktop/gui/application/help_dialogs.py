"""Opens the guide, settings, diagnostics, log folder and update dialog; each is imported on first use."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog

import mltag_desktop
from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.window_placement import DialogOwner

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application
    from mltag_desktop.gui.help.help_window import HelpWindow

PAGES: Final = {
    "AsideDialog": "open.md",
    "BackupsDialog": "backup.md",
    "ColleaguesDialog": "colleagues.md",
    "DiagnosticsDialog": "troubleshooting.md",
    "ExportDialog": "export.md",
    "ImportReportDialog": "open.md",
    "InUseDialog": "in-use.md",
    "JournalDialog": "backup.md",
    "KeyMapDialog": "keys.md",
    "MergeDialog": "open.md",
    "PasteDialog": "open.md",
    "PreviewDialog": "open.md",
    "ReportWindow": "report.md",
    "SettingsDialog": "settings.md",
    "SittingDialog": "review.md",
    "TagEditor": "tags.md",
    "TrainingDialog": "train.md",
    "UpdatesDialog": "install.md",
}
"""Guide page by class name of the dialog."""
START: Final = "first-minutes.md"
_OWN_KEY: Final = "mltag_help"


class HelpDialogs(DialogOwner):
    """Opens the help dialogs; F1 opens the guide page for the active window or dialog."""

    def __init__(self, program: "Application") -> None:
        super().__init__(program)
        self._program = program
        self.guide: HelpWindow | None = None
        """The guide window; None until it is opened."""
        program.parent_window.closing.connect(self._close)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusWindowChanged.connect(self._give_key)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the help commands."""
        return {
            "settings": self.open_settings,
            "guide": self.explain,
            "diagnostics": self.open_diagnostics,
            "check_update": self.open_updates,
            "show_log": self.show_log,
        }

    def tell_damaged(self) -> None:
        """Report a damaged settings file, if there is one."""
        kept = self._program.remembered.damaged
        if kept is not None:
            self._program.notices.error(
                tr("Your settings could not be read; defaults are in use."),
                tr("The damaged file was kept as {path}.", path=kept),
            )

    def explain(self) -> None:
        """Open the guide page for the current view."""
        program = self._program
        if program.session.workspace is None:
            self.open_guide(START)
        elif program.filter_line.hasFocus():
            self.open_guide("search.md")
        else:
            self.open_guide("focus.md" if program.curating.focusing.is_on else "review.md")

    def open_guide(self, name: str) -> None:
        """Open a page in the guide window."""
        from mltag_desktop.core.help_pages import HelpPages
        from mltag_desktop.gui.help.help_window import HelpWindow
        from mltag_desktop.gui.widgets.window_placement import bring_up

        if self.guide is None:
            try:
                self.guide = HelpWindow(self._program.parent_window.theme, HelpPages())
            except MltagError as error:
                self._program.notices.failure(error)
                return
            self.guide.setWindowIcon(self._program.parent_window.windowIcon())
        self.guide.show_page(name)
        bring_up(self.guide)

    def open_settings(self) -> None:
        """Open the settings dialog."""
        from mltag_desktop.gui.help.settings_dialog import SettingsDialog
        from mltag_desktop.gui.state.session import user_name

        program = self._program
        window = program.parent_window
        dialog = SettingsDialog(window.theme, program.remembered.settings, user_name(), window)
        dialog.changed.connect(self._apply)
        program.remembered.changed.connect(dialog.show_settings)
        self.show_beside(dialog)

    def open_diagnostics(self) -> None:
        """Open the diagnostics dialog."""
        from mltag_desktop.gui.help.diagnostics_dialog import DiagnosticsDialog, gathered

        program, window = self._program, self._program.parent_window
        text = gathered(program.session, program.logbook.timings, program.remembered.settings)
        self.show_beside(DiagnosticsDialog(window.theme, text, window))

    def open_updates(self) -> None:
        """Open the update dialog."""
        from mltag_desktop.gui.help.update_dialog import UpdateDialog

        window = self._program.parent_window
        self.show_beside(UpdateDialog(window.theme, self._program.jobs, mltag_desktop.__version__, window))

    def show_log(self) -> None:
        """Open the log folder in the file manager, or show its path if that fails."""
        from PySide6.QtGui import QDesktopServices

        folder = self._program.logbook.folder
        shown = folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        if not shown:
            self._program.notices.info(tr("The log is in {folder}.", folder=folder))

    @Slot(object)
    def _apply(self, settings: object) -> None:
        from mltag_desktop.core.settings import Settings
        from mltag_desktop.gui.application.apply_preferences import apply

        if isinstance(settings, Settings):
            apply(self._program, settings)

    @Slot()
    def _give_key(self) -> None:
        """Install F1 in an activated dialog, since a modal dialog blocks the main window's shortcut."""
        window = QApplication.activeWindow()
        if not isinstance(window, QDialog) or window.property(_OWN_KEY):
            return
        name = PAGES.get(type(window).__name__)
        if name is not None:
            window.setProperty(_OWN_KEY, True)
            key = QShortcut(QKeySequence(Qt.Key.Key_F1), window)
            key.activated.connect(lambda: self.open_guide(name))

    @Slot()
    def _close(self) -> None:
        if self.guide is not None:
            self.guide.close()
            self.guide.deleteLater()
            self.guide = None
