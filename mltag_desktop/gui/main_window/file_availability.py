"""Which files are there, found out without waiting for a drive of the network that does not answer."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_LOOK_EVERY: Final = 30
"""Milliseconds between two looks at what was found."""


def is_there(path: Path) -> bool:
    """Whether there is such a file; in a folder that may not be looked into there is none."""
    try:
        return path.exists()
    except OSError:
        return False


class FileAvailability(QObject):
    """Looks for files in a thread of its own, which ends with the program.

    Signals: `found()` now and then while it looks, and once at the end.
    """

    found = Signal()

    def __init__(self, parent: QObject, exists: Callable[[Path], bool] = is_there) -> None:
        super().__init__(parent)
        self._exists = exists
        self._known: dict[str, bool] = {}
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self._tell)

    def look(self, names: Sequence[str]) -> None:
        """Look for these files, unless the last look is still on its way."""
        if not names:
            return
        if self._thread is None or not self._thread.is_alive():
            looking = (names, self._exists, self._known)
            self._thread = threading.Thread(target=_look, args=looking, name="recent files", daemon=True)
            self._thread.start()
        self._timer.start()

    def is_missing(self, name: str) -> bool:
        """Whether the file is known not to be there."""
        return not self._known.get(name, True)

    @Slot()
    def rest(self) -> None:
        """Tell no more until the next look."""
        self._timer.stop()

    @Slot()
    def _tell(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._timer.stop()
        self.found.emit()


def _look(names: Sequence[str], exists: Callable[[Path], bool], known: dict[str, bool]) -> None:
    for name in names:
        known[name] = exists(Path(name))
