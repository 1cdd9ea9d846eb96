"""Starts the window: first the window alone is painted, then everything else is loaded into it."""

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
    from mltag_desktop.gui.application.fast_start import FastStart
    from mltag_desktop.gui.runtime.exit_signals import ExitSignals
    from mltag_desktop.gui.state.preferences import SettingsStore

NAME = "mltag-desktop"
SWITCH_INTERVAL = 0.0001
"""Seconds after which a worker has to let the window have its turn: less than passes between two system calls
or products of matrices of a worker, since a thread that is woken by each of them in vain never asks."""
TRACE = "MLTAG_STARTUP_TRACE"
"""Names the file in which the benchmark of the start wants to read when what happened."""


def run(file: Path | None = None) -> int:
    """Open the window, with `file` in it; returns the exit code when it is closed.

    A signal to end (SIGTERM, SIGINT, SIGHUP) and the end of the desktop session close the window as Ctrl+Q
    does. The exit code is 0 then too: nothing failed, and all is saved.
    """
    use_pythons_import()
    gc.disable()  # until all is loaded: there is no rubbish in modules and widgets
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
        self._settings_store: SettingsStore | None = None
        self._signals: ExitSignals | None = None
        self.look: FastStart | None = None
        self.program: Application | None = None

    @Slot()
    def heed_signals(self) -> None:
        """Close the window in order when a signal asks the program to end."""
        from mltag_desktop.gui.runtime.exit_signals import ExitSignals

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
        rest_blas()
        sys.setswitchinterval(SWITCH_INTERVAL)
        from mltag_desktop.gui.state.preferences import SettingsStore

        self.window.theme.follow_system()
        config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self._settings_store = SettingsStore(Path(config) / "settings.json", self.window.theme)
        speak_language(
            self._settings_store.settings.language
        )  # before the modules that have texts are loaded
        self.window.unsetLocale()  # it was made before, and gives its numbers' signs to what stands in it
        self.window.closing.connect(self._stop)
        if self._file is None:
            self._build()
            return
        from mltag_desktop.gui.application.fast_start import FastStart
        from mltag_desktop.gui.state.session import user_name

        settings = self._settings_store.settings
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
        look = self.look = FastStart(self.window)
        look.shown.connect(self._tell_tagged)
        look.ended.connect(self._build)
        look.start(self._file, settings.review_below, settings.curator or user_name(), Path(data))
        self._settings_store.restore(self.window, look.page.splitter)

    @Slot()
    def _build(self) -> None:
        from mltag_desktop.gui.application.application import Application

        if self._settings_store is None or self._is_closed:
            return
        self.window.closing.disconnect(self._stop)
        self.program = Application(self.window, self._settings_store, self._file, look=self.look)
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


def speak_language(chosen: str) -> None:
    """Put the language in force; English, which needs no catalogue, loads nothing for it."""
    app = QApplication.instance()
    if app is None or chosen == "en" or (chosen == "system" and system_is_english()):
        return
    from mltag_desktop.gui.i18n.translation import choose_language

    choose_language(app, chosen)


def system_is_english() -> bool:
    """Whether the environment names English or nothing; False where the system keeps it elsewhere.

    Qt knows better, but builds the names of 700 languages and countries when it is asked.
    """
    if sys.platform != "linux" or os.environ.get("LANGUAGE"):
        return False
    named = next((name for name in map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG")) if name), "C")
    return named.partition(".")[0].partition("_")[0] in {"C", "POSIX", "en"}


def use_pythons_import() -> None:
    """Load modules with Python's own import from now on.

    PySide6's reads the source of each module that is loaded, to see whether it wants snake_case names. None
    here does, and it made a sixth of the time to the first tagged rows.
    """
    builtins.__import__ = PYTHONS_IMPORT


def rest_blas() -> None:
    """Keep numpy's OpenBLAS on the thread that calls it; called before numpy is loaded.

    On a busy machine the threads of one product wait for each other: a training took 5 to 8 seconds of CPU
    instead of 2, and the window's core with it. Where more threads are asked for, they shall sleep while they
    have nothing to do: by itself each of them spins for 2^26 cycles after it was started and after each
    product of matrices, which took 30 ms of a core away from the start.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")


def settle_interpreter() -> None:
    """Keep what runs in the background, and the collection of garbage, from stopping the window for long.

    And have what is freed from here on given back to the system.
    """
    from mltag_desktop.gui.runtime.memory_release import limit_heap

    limit_heap()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.freeze()  # what is loaded by now stays; a full collection need not look at it


def trace(event: str) -> None:
    """Tell the benchmark of the start when something happened, if it asked to be told."""
    name = os.environ.get(TRACE)
    if name:
        with Path(name).open("a") as file:
            file.write(f"{event} {time.time():.6f} {time.process_time():.6f}\n")
