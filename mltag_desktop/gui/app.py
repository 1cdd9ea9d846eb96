"""Starts the window: first the window alone is painted, then everything else is loaded into it."""

import builtins
import contextlib
import gc
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QApplication

from mltag_desktop.gui import PYTHONS_IMPORT
from mltag_desktop.gui.main_window import MainWindow
from mltag_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from mltag_desktop.gui.program import Program

NAME = "mltag-desktop"
_UNTRANSLATED = (QLocale.Language.English, QLocale.Language.C)
TRACE = "MLTAG_STARTUP_TRACE"
"""Names the file in which the benchmark of the start wants to read when what happened."""


def run(file: Path | None = None) -> int:
    """Open the window, with `file` in it; returns the exit code when it is closed."""
    gc.disable()  # until all is loaded: there is no rubbish in modules and widgets
    app = QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("MLTag Desktop")
    theme = Theme(app)
    window = MainWindow(theme)
    start = Start(window, file)
    window.painted.connect(start.furnish)
    window.show()
    code = app.exec()
    del start
    return code


class Start(QObject):
    """Waits for the first paint, then loads the program behind the window."""

    def __init__(self, window: MainWindow, file: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._program: Program | None = None

    @Slot()
    def furnish(self) -> None:
        """Load and build the program; numpy and all that needs it come from here on."""
        trace("painted")
        rest_blas()
        with plain_imports():
            from mltag_desktop.gui.remembered import Remembered

        self._window.theme.follow_system()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        remembered = Remembered(Path(folder) / "settings.json", self._window.theme)
        speak_language(remembered.settings.language)  # before the modules that have texts are loaded
        with plain_imports():
            from mltag_desktop.gui.program import Program

        self._program = Program(self._window, remembered, self._file)
        self._program.predicting.ended.connect(self._tell_tagged)
        settle_interpreter()

    @Slot()
    def _tell_tagged(self) -> None:
        """Tell when the tags stand on the screen."""
        if self._program is not None and os.environ.get(TRACE):
            self._program.listing.take_in()
            self._program.page.table.viewport().repaint()
            trace("tagged")


def speak_language(chosen: str) -> None:
    """Put the language in force; English, which needs no catalogue, loads nothing for it."""
    app = QApplication.instance()
    if app is None or chosen == "en" or (chosen == "system" and QLocale.system().language() in _UNTRANSLATED):
        return
    with plain_imports():
        from mltag_desktop.gui.languages import choose_language

    choose_language(app, chosen)


@contextlib.contextmanager
def plain_imports() -> Iterator[None]:
    """Load modules with Python's own import.

    PySide6's reads the source of each module that is loaded, to see whether it wants snake_case names. None
    here does, and it made a sixth of the time to the first tagged rows.
    """
    qts = builtins.__import__
    builtins.__import__ = PYTHONS_IMPORT
    try:
        yield
    finally:
        builtins.__import__ = qts


def rest_blas() -> None:
    """Let the threads of numpy's OpenBLAS sleep while they have nothing to do; called before numpy is loaded.

    By itself each of them spins for 2^26 cycles after it was started and after each product of matrices. That
    took 30 ms of a core away from the start, and takes it from the window while a model is trained.
    """
    os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")


def settle_interpreter() -> None:
    """Keep what runs in the background from stopping the window for long."""
    sys.setswitchinterval(0.0005)  # seconds after which a worker has to let the window have its turn
    gc.freeze()  # what is loaded by now stays; a full collection need not look at it
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def trace(event: str) -> None:
    """Tell the benchmark of the start when something happened, if it asked to be told."""
    name = os.environ.get(TRACE)
    if name:
        with Path(name).open("a") as file:
            file.write(f"{event} {time.time():.6f} {time.process_time():.6f}\n")
