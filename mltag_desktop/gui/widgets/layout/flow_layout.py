"""A layout that wraps widgets like words."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QStyle, QWidget

from mltag_desktop.gui.widgets.theme import GAP, UNIT

_LINE: Final = 6 * UNIT


def flowing(*parts: QWidget) -> QWidget:
    """Return a widget that shows `parts` in a line, and in several lines if it is narrow."""
    lines = QWidget()
    flow = FlowLayout(lines)
    flow.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        flow.addWidget(part)
    return lines


class FlowLayout(QLayout):
    """Layout that places widgets in lines and wraps like text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(GAP, UNIT, GAP, UNIT)

    def empty(self) -> None:
        """Remove all widgets from the layout."""
        while self.takeAt(0) is not None:
            pass

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        return QSize(40 * UNIT, _LINE + 2 * UNIT)

    def _lay(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        left, top = rect.left() + margins.left(), rect.top() + margins.top()
        x, y, line = left, top, 0
        right = rect.left() + rect.width() - margins.right()
        for item in self._items:
            widget = item.widget()
            if widget is None or widget.isHidden():
                continue
            room = max(40, right - left)
            size = item.sizeHint().boundedTo(QSize(room, 1000))
            if isinstance(widget, QLabel) and widget.wordWrap():  # wraps only if it does not fit in a line
                width = min(room, widget.fontMetrics().horizontalAdvance(widget.text()) + UNIT)
                size = QSize(width, item.heightForWidth(width))
            if x > left and x + size.width() > right:
                x, y, line = left, y + line + UNIT, 0
            if move:
                place = QRect(QPoint(x, y), size)
                item.setGeometry(QStyle.visualRect(widget.layoutDirection(), rect, place))
            x += size.width() + UNIT
            line = max(line, size.height())
        return y + line + margins.bottom() - rect.top()
