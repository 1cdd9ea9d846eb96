"""Tabs with room for accents on capital letters."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

_SHIFT: Final = 2
"""Pixels by which Fusion moves the text of a tab down that is not selected."""


class TabBar(QTabBar):
    """A tab bar that shows whole letters; in Qt's, “Ä” is “A” on a tab that is not selected."""

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(0, _SHIFT)


class TabWidget(QTabWidget):
    """Pages with such a tab bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar(self))
