"""The menu of recently opened files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mltag_desktop.gui.i18n.translation import escape_mnemonic, tr
from mltag_desktop.gui.main_window.file_availability import FileAvailability, is_there
from mltag_desktop.gui.state.preferences import SettingsStore


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
