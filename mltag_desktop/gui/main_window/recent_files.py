"""Recently opened files: their menu, and which of them exist.

Files are looked for in the background, so that a network drive that does not answer blocks nothing.
"""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mltag_desktop.gui.i18n.translation import escape_mnemonic, tr
from mltag_desktop.gui.state.preferences import SettingsStore

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


class RecentMenu(QMenu):
    """Lists the recent files each time it is shown, and disables missing ones as they are found.

    Signals: `requested(path)`.
    """

    requested = Signal(object)

    def __init__(
        self, settings_store: SettingsStore, parent: QWidget, exists: Callable[[Path], bool] = is_there
    ) -> None:
        super().__init__(tr("Open recen&t"), parent)
        self._settings_store = settings_store
        self._file_availability = FileAvailability(self, exists)
        self._file_availability.found.connect(self._show_missing)
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.aboutToHide.connect(self._file_availability.stop)

    def put_before(self, bar: QMenuBar, action: QAction) -> None:
        """Insert this menu before `action`, in the menu that contains it."""
        for title in bar.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                menu.insertMenu(action, self)

    @Slot()
    def fill(self) -> None:
        """List the recent files; files that are known to be missing are disabled."""
        self.clear()
        names = self._settings_store.settings.recent_files
        for number, name in enumerate(names, 1):
            path = Path(name)
            action = self.addAction(f"&{number} {escape_mnemonic(path.name)}")
            action.setToolTip(name)
            action.setData(name)
            action.triggered.connect(partial(self.requested.emit, path))
        if not names:
            self.addAction(tr("No recent files")).setEnabled(False)
            return
        self._file_availability.check(names)
        self._show_missing()

    @Slot()
    def _show_missing(self) -> None:
        for action in self.actions():
            action.setEnabled(not self._file_availability.is_missing(action.data()))
