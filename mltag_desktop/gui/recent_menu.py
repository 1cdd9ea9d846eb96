"""The files that were open last, as a menu."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mltag_desktop.gui.remembered import Remembered
from mltag_desktop.gui.words import literal, tr


class RecentMenu(QMenu):
    """Filled whenever it is about to be shown. Signals: `asked(path)`."""

    asked = Signal(object)

    def __init__(self, remembered: Remembered, parent: QWidget) -> None:
        super().__init__(tr("Open recen&t"), parent)
        self._remembered = remembered
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def put_before(self, bar: QMenuBar, action: QAction) -> None:
        """Stand before `action` in the menu that has it."""
        for title in bar.actions():
            menu = title.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                menu.insertMenu(action, self)

    @Slot()
    def fill(self) -> None:
        """List the files, those that are gone too, which cannot be chosen."""
        self.clear()
        for number, name in enumerate(self._remembered.settings.recent_files, 1):
            path = Path(name)
            action = self.addAction(f"&{number} {literal(path.name)}")
            action.setToolTip(name)
            action.setEnabled(_is_there(path))
            action.triggered.connect(partial(self.asked.emit, path))
        if not self.actions():
            self.addAction(tr("No file was open yet")).setEnabled(False)


def _is_there(path: Path) -> bool:
    """Whether there is such a file; in a folder that may not be looked into there is none."""
    try:
        return path.exists()
    except OSError:
        return False
