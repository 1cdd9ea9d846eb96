"""Starts the window: first the window alone is painted, then everything else is loaded into it."""

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.runtime.interpreter import settle_interpreter, use_pythons_import
from mltag_desktop.gui.widgets.theme import Theme

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application
    from mltag_desktop.gui.application.exit_signals import ExitSignals
    from mltag_desktop.gui.application.fast_start import FastStart
    from mltag_desktop.gui.state.preferences import SettingsStore

NAME = "mltag-desktop"
TRACE = "MLTAG_STARTUP_TRACE"
"""Names the file in which the benchmark of the start wants to read when what happened."""


def run(file: Path | None = None) -> int:
    """Open the window, with `file` in it; returns the exit code when it is closed.

    A signal to end (SIGTERM, SIGINT, SIGHUP) and the end of the desktop session close the window as Ctrl+Q
    does. The exit code is 0 then too: nothing failed, and all is saved.
    """
    use_pythons_import()
    gc.disable()  # until the GUI thread collects: a worker that collects could destroy widgets
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("MLTag Desktop")
    app.setDesktopFileName(NAME)  # by which a desktop finds the menu entry and its icon
    theme = Theme(app)
    window = MainWindow(theme)
    start = Startup(window, file)
    window.painted.connect(start.heed_signals)  # before a table is opened
    window.painted.connect(start.furnish)
    app.commitDataRequest.connect(window.close)
    window.fit_screen()
    window.show()
    code = app.exec()
    start.forget_signals()
    del start
    return code


class Startup(QObject):
    """Waits for the first paint, shows the table's first tags, then loads the program behind the window.

    Attributes: `look`, while there is no `program`, and `program` as soon as it is there.
    """

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self.window = window
        self._file = file
        self._is_closed = False
        self._remembered: SettingsStore | None = None
        self._signals: ExitSignals | None = None
        self.look: FastStart | None = None
        self.program: Application | None = None

    @Slot()
    def heed_signals(self) -> None:
        """Close the window in order when a signal asks the program to end."""
        from mltag_desktop.gui.application.exit_signals import ExitSignals

        self._signals = ExitSignals(self)
        self._signals.received.connect(self._leave)

    def forget_signals(self) -> None:
        """Let signals end the process again."""
        if self._signals is not None:
            self._signals.restore()

    @Slot()
    def _leave(self) -> None:
        """Close the window, and leave the event loops of open dialogs and other windows too."""
        self.window.close()
        QApplication.exit(0)

    @Slot()
    def furnish(self) -> None:
        """Take the first look at the table, or build the program at once where there is none.

        numpy and all that needs it come from here on.
        """
        trace("painted")
        from mltag_desktop.gui.i18n.translation import choose_language
        from mltag_desktop.gui.state.preferences import SettingsStore

        self.window.theme.follow_system()
        config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self._remembered = SettingsStore(Path(config) / "settings.json", self.window.theme)
        app = QApplication.instance()
        if app is not None:  # before the modules that have texts are loaded
            choose_language(app, self._remembered.settings.language)
        self.window.unsetLocale()  # it was made before, and gives its numbers' signs to what stands in it
        self.window.closing.connect(self._stop)
        if self._file is None:
            self._build()
            return
        from mltag_desktop.gui.application.fast_start import FastStart
        from mltag_desktop.gui.state.session import user_name

        settings = self._remembered.settings
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
        look = self.look = FastStart(self.window)
        look.shown.connect(self._tell_tagged)
        look.ended.connect(self._build)
        look.start(self._file, settings.review_below, settings.curator or user_name(), Path(data))
        self._remembered.restore(self.window, look.page.splitter)

    @Slot()
    def _build(self) -> None:
        from mltag_desktop.gui.application.application import Application

        if self._remembered is None or self._is_closed:
            return
        self.window.closing.disconnect(self._stop)
        self.program = Application(self.window, self._remembered, self._file, look=self.look)
        if self.look is not None:
            self.look.found = None  # the program has it, and lets go of it when another table is opened
        settle_interpreter()
        self.program.jobs.garbage.begin()

    @Slot()
    def _stop(self) -> None:
        self._is_closed = True
        if self.look is not None:
            self.look.stop()

    @Slot()
    def _tell_tagged(self) -> None:
        """Tell when the first tags stand on the screen."""
        trace("tagged")


def trace(event: str) -> None:
    """Tell the benchmark of the start when something happened, if it asked to be told."""
    name = os.environ.get(TRACE)
    if name:
        with Path(name).open("a") as file:
            file.write(f"{event} {time.time():.6f} {time.process_time():.6f}\n")
