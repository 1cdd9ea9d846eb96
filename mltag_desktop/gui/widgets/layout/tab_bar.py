"""Tabs with room for accents on capital letters."""

import math
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionFocusRect,
    QStyleOptionTab,
    QStylePainter,
    QTabBar,
    QTabWidget,
)

_SHIFT: Final = 2
"""Pixels by which Fusion moves the text of a tab down that is not selected."""
_LEAST: Final = 3
"""Pixels on both sides of a text that a tab keeps."""


class TabBar(QTabBar):
    """A tab bar that shows whole letters; in Qt's, “Ä” is “A” on a tab that is not selected.

    If room is missing, the tabs give up the space beside their texts before any of them has to be scrolled.
    """

    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index) + QSize(-self._loss(index), _SHIFT)

    def _loss(self, index: int) -> int:
        """Return the width that a tab gives up."""
        missing = (
            sum(super(TabBar, self).tabSizeHint(tab).width() for tab in range(self.count())) - self.width()
        )
        spare = [self._spare(tab) for tab in range(self.count())]
        if not 0 < missing <= sum(spare):
            return 0
        return min(spare[index], math.ceil(spare[index] * missing / sum(spare)))

    def _spare(self, index: int) -> int:
        text = self.fontMetrics().horizontalAdvance(self.tabText(index).replace("&", ""))
        return max(0, super().tabSizeHint(index).width() - text - 2 * _LEAST)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint narrow tabs with their whole texts; Qt would cut them to keep the space beside them."""
        losses = [self._loss(tab) for tab in range(self.count())]
        if not any(losses):
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        for tab in sorted(range(self.count()), key=lambda tab: tab == self.currentIndex()):
            option = QStyleOptionTab()
            self.initStyleOption(option, tab)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabShape, option)
            if option.state & QStyle.StateFlag.State_HasFocus:
                frame = QStyleOptionFocusRect()
                frame.initFrom(self)
                frame.rect = option.rect.adjusted(_LEAST, _LEAST, -_LEAST, -_LEAST)
                painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame)
            option.state &= ~QStyle.StateFlag.State_HasFocus
            option.rect = option.rect.adjusted(-losses[tab], 0, losses[tab], 0)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabLabel, option)
        painter.end()


class TabWidget(QTabWidget):
    """Pages with such a tab bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(TabBar(self))
