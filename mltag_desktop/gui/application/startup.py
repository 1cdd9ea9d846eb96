"""Starts the program: paints the empty window first, then imports and builds everything else."""

import builtins
import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui import PYTHONS_IMPORT
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.widgets.theme import Theme

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application
    from mltag_desktop.gui.application.exit_signals import ExitSignals
    from mltag_desktop.gui.application.fast_start import FastStart
    from mltag_desktop.gui.state.preferences import SettingsStore

NAME = "mltag-desktop"
SWITCH_INTERVAL = 0.0001
"""GIL switch interval in seconds.

CPython requests the GIL only after a full switch interval without a release, so a worker that releases it
briefly and often starves the GUI thread. The interval is therefore shorter than the time between two system
calls or matrix products of a worker.
"""
TRACE = "MLTAG_STARTUP_TRACE"
"""Environment variable with the path of the trace file of the start-up benchmark."""


def run(file: Path | None = None) -> int:
    """Open the window with `file` and return the exit code when it is closed.

    SIGTERM, SIGINT, SIGHUP and the end of the desktop session close the window as Ctrl+Q does, with exit code
    0: nothing failed, and all decisions are saved.
    """
    use_pythons_import()
    gc.disable()  # until everything is loaded: imports and widgets create no garbage
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("MLTag Desktop")
    app.setDesktopFileName(NAME)  # the desktop finds the menu entry and icon by this name
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
    """Builds the program after the first paint; a table's first page is shown while the code is imported.

    Attributes: `look` opens the table until `program` exists; `program` is the running application.
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
        """Install the signal handlers that close the window."""
        from mltag_desktop.gui.application.exit_signals import ExitSignals

        self._signals = ExitSignals(self)
        self._signals.received.connect(self._leave)

    def forget_signals(self) -> None:
        """Restore the previous signal handlers."""
        if self._signals is not None:
            self._signals.restore()

    @Slot()
    def _leave(self) -> None:
        """Close the window and exit, which also ends the event loops of open dialogs."""
        self.window.close()
        QApplication.exit(0)

    @Slot()
    def furnish(self) -> None:
        """Start opening the table, or build the program at once if there is no file.

        numpy is imported from here on.
        """
        trace("painted")
        rest_blas()
        sys.setswitchinterval(SWITCH_INTERVAL)
        from mltag_desktop.gui.state.preferences import SettingsStore

        self.window.theme.follow_system()
        config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self._remembered = SettingsStore(Path(config) / "settings.json", self.window.theme)
        speak_language(self._remembered.settings.language)  # before modules with texts are imported
        self.window.unsetLocale()  # the window was created before the default locale was set
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
            self.look.found = None  # owned by the program, which frees it when another table is opened
        settle_interpreter()
        self.program.jobs.garbage.begin()

    @Slot()
    def _stop(self) -> None:
        self._is_closed = True
        if self.look is not None:
            self.look.stop()

    @Slot()
    def _tell_tagged(self) -> None:
        """Trace the time at which the first predictions are shown."""
        trace("tagged")


def speak_language(chosen: str) -> None:
    """Set the language; English needs no catalogue and imports no translation code."""
    app = QApplication.instance()
    if app is None or chosen == "en" or (chosen == "system" and system_is_english()):
        return
    from mltag_desktop.gui.i18n.translation import choose_language

    choose_language(app, chosen)


def system_is_english() -> bool:
    """Return whether the environment variables select English or no language; False except on Linux.

    `QLocale.system()` would be exact but builds the names of 700 languages and countries.
    """
    if sys.platform != "linux" or os.environ.get("LANGUAGE"):
        return False
    named = next((name for name in map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")) if name), "C")
    return named.partition(".")[0].partition("_")[0] in {"C", "POSIX", "en"}


def use_pythons_import() -> None:
    """Restore Python's built-in import.

    PySide6 replaces it to search each module's source for `snake_case` feature switches, which this program
    does not use. That search was a sixth of the time to the first predicted rows.
    """
    builtins.__import__ = PYTHONS_IMPORT


def rest_blas() -> None:
    """Limit OpenBLAS to one thread; must be called before numpy is imported.

    On a busy machine the threads of one matrix product wait for each other: a training took 5 to 8 s of CPU
    time instead of 2 s and occupied the window's core. If the user sets more threads, idle ones sleep at
    once; by default each spins for 2^26 cycles after its start and after each product, which cost 30 ms at
    start-up.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")


def settle_interpreter() -> None:
    """Set the switch interval, exclude the loaded objects from garbage collection, and limit the heap.

    Background threads and full collections then do not block the window for long, and freed memory is
    returned to the operating system.
    """
    from mltag_desktop.gui.runtime.memory_release import limit_heap

    limit_heap()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.freeze()  # loaded modules stay alive; a full collection can skip them


def trace(event: str) -> None:
    """Append an event with its wall and CPU time to the trace file, if one is set."""
    name = os.environ.get(TRACE)
    if name:
        with Path(name).open("a") as file:
            file.write(f"{event} {time.time():.6f} {time.process_time():.6f}\n")
