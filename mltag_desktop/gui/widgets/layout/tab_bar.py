"""Tabs with room for accents on capital letters."""

import math
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar, QTabWidget

_SHIFT: Final = 2
"""Pixels by which Fusion moves the text of a tab down that is not selected."""
_SPARE: Final = 2
"""Pixels beside the text that a tab can do without before letters are cut off."""


class TabBar(QTabBar):
    """A tab bar that shows whole letters; in Qt's, “Ä” is “A” on a tab that is not selected.

    If some pixels are missing, each tab gives up a few beside its text, and none has to be scrolled.
    """

    def tabSizeHint(self, index: int) -> QSize:
        wide = sum(super(TabBar, self).tabSizeHint(tab).width() for tab in range(self.count()))
        share = max(0, math.ceil((wide - self.width()) / self.count()))
        return super().tabSizeHint(index) + QSize(-share if share <= _SPARE else 0, _SHIFT)


class TabWidget(QTabWidget):
    """Pages with such a tab bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TabBar(self))
