"""Checks in the background which files exist, so that a network drive that does not answer blocks nothing."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_CHECK_EVERY: Final = 30
"""Milliseconds between two `found` signals while the files are checked."""


def is_there(path: Path) -> bool:
    """Return whether the file exists; False if its folder cannot be read."""
    try:
        return path.exists()
    except OSError:
        return False


class FileAvailability(QObject):
    """Checks whether files exist, in a daemon thread.

    Signals: `found()` repeatedly while the check runs, and once when it ends.
    """

    found = Signal()

    def __init__(self, parent: QObject, exists: Callable[[Path], bool] = is_there) -> None:
        super().__init__(parent)
        self._exists = exists
        self._known: dict[str, bool] = {}
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, interval=_CHECK_EVERY)
        self._timer.timeout.connect(self._emit_found)

    def check(self, names: Sequence[str]) -> None:
        """Check these files, unless the previous check is still running."""
        if not names:
            return
        if self._thread is None or not self._thread.is_alive():
            arguments = (names, self._exists, self._known)
            self._thread = threading.Thread(target=_check, args=arguments, name="recent files", daemon=True)
            self._thread.start()
        self._timer.start()

    def is_missing(self, name: str) -> bool:
        """Return whether the file is known to be missing."""
        return not self._known.get(name, True)

    @Slot()
    def stop(self) -> None:
        """Emit no more signals until the next check."""
        self._timer.stop()

    @Slot()
    def _emit_found(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._timer.stop()
        self.found.emit()


def _check(names: Sequence[str], exists: Callable[[Path], bool], known: dict[str, bool]) -> None:
    for name in names:
        known[name] = exists(Path(name))
