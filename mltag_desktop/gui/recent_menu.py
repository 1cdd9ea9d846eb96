"""The files that were open last, as a menu."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mltag_desktop.gui.remembered import Remembered
from mltag_desktop.gui.words import literal, tr

_LOOK_EVERY: Final = 30
"""Milliseconds between two looks at what was found."""


def is_there(path: Path) -> bool:
    """Whether there is such a file; in a folder that may not be looked into there is none."""
    try:
        return path.exists()
    except OSError:
        return False


class RecentMenu(QMenu):
    """Filled whenever it is about to be shown, with all files at once; those that are gone turn grey.

    Whether they are there is found out in a thread of its own, which ends with the program: a drive of the
    network that does not answer takes its time. Signals: `asked(path)`.
    """

    asked = Signal(object)

    def __init__(
        self, remembered: Remembered, parent: QWidget, exists: Callable[[Path], bool] = is_there
    ) -> None:
        super().__init__(tr("Open recen&t"), parent)
        self._remembered = remembered
        self._exists = exists
        self._found: dict[str, bool] = {}
        self._looking: threading.Thread | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self._show_found)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.aboutToHide.connect(self._timer.stop)

    def put_before(self, bar: QMenuBar, action: QAction) -> None:
        """Stand before `action` in the menu that has it."""
        for title in bar.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                menu.insertMenu(action, self)

    @Slot()
    def fill(self) -> None:
        """List the files; one that is known to be gone cannot be chosen."""
        self.clear()
        names = self._remembered.settings.recent_files
        for number, name in enumerate(names, 1):
            path = Path(name)
            action = self.addAction(f"&{number} {literal(path.name)}")
            action.setToolTip(name)
            action.setData(name)
            action.triggered.connect(partial(self.asked.emit, path))
        if not names:
            self.addAction(tr("No file was open yet")).setEnabled(False)
            return
        if self._looking is None or not self._looking.is_alive():
            looking = (names, self._exists, self._found)
            self._looking = threading.Thread(target=_look, args=looking, name="recent files", daemon=True)
            self._looking.start()
        self._show_found()
        self._timer.start()

    @Slot()
    def _show_found(self) -> None:
        if self._looking is None or not self._looking.is_alive():
            self._timer.stop()
        for action in self.actions():
            action.setEnabled(self._found.get(action.data(), True))


def _look(names: Sequence[str], exists: Callable[[Path], bool], found: dict[str, bool]) -> None:
    for name in names:
        found[name] = exists(Path(name))
