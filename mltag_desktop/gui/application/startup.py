"""Starts the program: paints the empty window first, then imports and builds everything else."""

import gc
import importlib
import os
import signal
import socket
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui.application.open_windows import show_open_window, starting_with
from mltag_desktop.gui.main_window.main_window import MainWindow
from mltag_desktop.gui.widgets.theme import FileOpeningApplication, Theme, new_application

if TYPE_CHECKING:
    from mltag_desktop.gui.application.application import Application
    from mltag_desktop.gui.application.fast_start import FastStart
    from mltag_desktop.gui.state.preferences import SettingsStore

_NAMES: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""SIGHUP exists only on POSIX, SIGBREAK (Ctrl+Break, or closing the console) only on Windows."""


class ExitSignals(QObject):
    """Emits `received` on the GUI thread for the first signal that asks the program to exit.

    CPython runs signal handlers between bytecode instructions, and none are executed while Qt waits for
    events. `signal.set_wakeup_fd` makes the C handler write to a socket, which wakes up Qt. Later signals are
    ignored, so that they do not interrupt saving.

    A signal that was ignored at start, for example by `nohup`, stays ignored.
    """

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._pythons = socket.socketpair()
        self._ours.setblocking(False)
        self._pythons.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._emit_received)
        self._before_fd = signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, _wait)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def restore(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._before.items():
            if handler is not None:  # None: the handler was not set from Python
                signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._pythons.close()

    @Slot()
    def _emit_received(self) -> None:
        self._notifier.setEnabled(False)
        self.received.emit()


def _wait(number: int, frame: FrameType | None) -> None:
    """Do nothing: the wakeup socket has received the signal."""


NAME = "mltag-desktop"
TRACE = "MLTAG_STARTUP_TRACE"
"""Environment variable with the path of the trace file of the start-up benchmark."""
SWITCH_INTERVAL: Final = 0.0001
"""Switch interval in seconds. It is shorter than the time between two calls of a thread that release the GIL:
CPython requests the GIL only after a full interval without a release."""


def run(file: Path | None = None) -> int:
    """Open the window with `file` and return the exit code when it is closed.

    If a window has the file open already, that window comes to the front instead.

    SIGTERM, SIGINT, SIGHUP and the end of the desktop session close the window without a question, with
    exit code 0: nothing failed, and all decisions are saved.
    """
    if file is None:
        return _run(None)
    if show_open_window(file):
        return 0
    with starting_with(file) as is_first:
        return _run(file) if is_first or not show_open_window(file) else 0


def _run(file: Path | None) -> int:
    gc.disable()  # until `Operations` collects on the GUI thread
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = new_application()
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("MLTag Desktop")
    app.setDesktopFileName(NAME)  # the desktop finds the menu entry and icon by this name
    theme = Theme(app)
    window = MainWindow(theme)
    start = Startup(window, file)
    window.painted.connect(start.install_signal_handlers)  # before a table is opened
    window.painted.connect(start.build)
    app.commitDataRequest.connect(window.close_at_once)
    window.fit_screen()
    window.show()
    code = app.exec()
    start.restore_signal_handlers()
    del start
    return code


class Startup(QObject):
    """Builds the program after the first paint; a table's first page is shown while the code is imported.

    Attributes: `fast_start` opens the table until `program` exists; `program` is the running application.
    """

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self.window = window
        self._file = file
        self._is_closed = False
        self._settings_store: SettingsStore | None = None
        self._signals: ExitSignals | None = None
        self.fast_start: FastStart | None = None
        self.program: Application | None = None

    @Slot()
    def install_signal_handlers(self) -> None:
        """Install the signal handlers that close the window."""
        self._signals = ExitSignals(self)
        self._signals.received.connect(self._close_and_exit)

    def restore_signal_handlers(self) -> None:
        """Restore the previous signal handlers."""
        if self._signals is not None:
            self._signals.restore()

    @Slot()
    def _close_and_exit(self) -> None:
        """Close the window and exit, which also ends the event loops of open dialogs."""
        self.window.close_at_once()
        QApplication.exit(0)

    @Slot()
    def build(self) -> None:
        """Start opening the table, or build the program at once if there is no file.

        numpy is imported from here on.
        """
        trace("painted")
        from mltag_desktop.core.filesystem import user_folder
        from mltag_desktop.gui.i18n import choose_language
        from mltag_desktop.gui.state.preferences import SettingsStore

        self.window.theme.follow_system()
        self._settings_store = SettingsStore(user_folder("config") / "settings.json", self.window.theme)
        app = QApplication.instance()
        if app is not None:  # before modules with texts are imported
            choose_language(app, self._settings_store.settings.language)
        self.window.unsetLocale()  # the window was created before the default locale was set
        self.window.closing.connect(self._stop)
        if self._file is None:
            self._build()
            return
        from mltag_desktop.core.settings import user_name
        from mltag_desktop.gui.application.fast_start import FastStart

        settings = self._settings_store.settings
        fast_start = self.fast_start = FastStart(self.window, _load_program)
        fast_start.shown.connect(lambda: trace("tagged"))
        fast_start.ended.connect(self._build)
        fast_start.start(
            self._file, settings.review_below, settings.curator or user_name(), user_folder("data")
        )
        self._settings_store.restore(self.window, fast_start.page.splitter)

    @Slot()
    def _build(self) -> None:
        from mltag_desktop.gui.application.application import Application

        if self._settings_store is None or self._is_closed:
            return
        self.window.closing.disconnect(self._stop)
        self.program = Application(self.window, self._settings_store, self._file, fast_start=self.fast_start)
        gc.freeze()  # full collections skip the modules and widgets that are loaded by now
        self.program.jobs.collect_garbage_here()
        app = QApplication.instance()
        if isinstance(app, FileOpeningApplication):
            app.file_given.connect(self.program.open_path)
            if app.waiting is not None:
                self.program.open_path(app.waiting)

    @Slot()
    def _stop(self) -> None:
        self._is_closed = True
        if self.fast_start is not None:
            self.fast_start.stop()


def _load_program() -> None:
    importlib.import_module("mltag_desktop.gui.application.application")


def trace(event: str) -> None:
    """Append an event with its wall and CPU time to the trace file, if one is set."""
    name = os.environ.get(TRACE)
    if name:
        with Path(name).open("a") as file:
            file.write(f"{event} {time.time():.6f} {time.process_time():.6f}\n")
