"""Layouts, stacks and tabs with the program's spacing, and the order of Tab.

Box layouts with their parts, margins and spacing in one call.

A layout that wraps widgets like words.

A stack of pages of which one is shown.

Tabs with room for accents on capital letters.

Tab order of the window, in reading order.

Qt uses the order of creation, and tags, chips and counts are created late.
"""

from collections.abc import Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP, UNIT

Item = QWidget | QLayout | int | None
"""A widget, a layout, space of so many pixels, or None for space that stretches."""
Part = Item | tuple[Item, int]
"""An item, or an item and its stretch factor."""
Margins = int | tuple[int, int, int, int]
"""One number for every side, or left, top, right and bottom."""

STRETCH: Final = (None, 1)

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def hbox(
    *parts: Part, parent: QWidget | None = None, margins: Margins | None = None, spacing: int | None = None
) -> QHBoxLayout:
    """Return a horizontal layout of `parts`, in `parent` if there is one.

    Margins and spacing are those of the style if they are None.
    """
    return _fill(QHBoxLayout(), parts, parent, margins, spacing)


def vbox(
    *parts: Part, parent: QWidget | None = None, margins: Margins | None = None, spacing: int | None = None
) -> QVBoxLayout:
    """Return a vertical layout; see `hbox`."""
    return _fill(QVBoxLayout(), parts, parent, margins, spacing)


def dialog_column(dialog: QWidget, *parts: Part, spacing: int = GAP) -> QVBoxLayout:
    """Lay out `parts` below each other in a dialog, with the margins of all dialogs."""
    return vbox(*parts, parent=dialog, margins=(EDGE, EDGE, EDGE, GROUP), spacing=spacing)


def _fill(
    box: _Box,
    parts: tuple[Part, ...],
    parent: QWidget | None,
    margins: Margins | None,
    spacing: int | None,
) -> _Box:
    if parent is not None:
        parent.setLayout(box)
    if margins is not None:
        box.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        if item is None:
            box.addStretch(stretch)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item, stretch)
        else:
            box.addWidget(item, stretch)
    return box


_LINE: Final = 6 * UNIT


def flowing(*parts: QWidget, into: QWidget | None = None) -> QWidget:
    """Return a widget, by default a new one, with `parts` in a line, or in several if it is narrow."""
    lines = into or QWidget()
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

    def delete_all(self) -> None:
        """Hide and delete all widgets of the layout."""
        while (item := self.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

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
        from PySide6.QtWidgets import QStyle  # not before the first page: it has 600 enum values

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


class PageStack(QWidget):
    """Shows one of its pages.

    Screen readers announce a QStackedWidget as "layered pane, 0 items" each time the focus enters it; a plain
    widget is not announced.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QStackedLayout(self)

    def addWidget(self, page: QWidget) -> int:
        """Add a page and return its number."""
        return self._layout.addWidget(page)

    def indexOf(self, page: QWidget) -> int:
        """Return the number of a page, or -1."""
        return self._layout.indexOf(page)

    def currentIndex(self) -> int:
        """Return the number of the shown page, or -1."""
        return self._layout.currentIndex()

    def currentWidget(self) -> QWidget | None:
        """Return the shown page."""
        return self._layout.currentWidget()

    def setCurrentIndex(self, number: int) -> None:
        """Show the page with this number."""
        self._layout.setCurrentIndex(number)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show this page."""
        self._layout.setCurrentWidget(page)


_SAME_LINE: Final = 12
"""Widgets whose vertical positions differ by fewer pixels are on one line."""


def step_focus(window: QWidget, panes: Sequence[QWidget], *, forward: bool) -> bool:
    """Focus the next or previous widget in reading order; return whether there is one.

    `panes` are read one after another, each from its top; widgets outside of them come last.
    """
    stops = stops_in(window, panes)
    if not stops:
        return False
    now = window.focusWidget()
    at = stops.index(now) if now in stops else -1
    from PySide6.QtCore import Qt  # not before the first paint: it has hundreds of enum values

    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    step = 1 if forward else -1
    stops[(at + step) % len(stops) if at >= 0 or forward else -1].setFocus(reason)
    return True


def stops_in(window: QWidget, panes: Sequence[QWidget]) -> list[QWidget]:
    """Return the focusable widgets of `window`, in reading order."""
    found = [widget for widget in window.findChildren(QWidget) if _stops(widget, window)]
    right_to_left = window.isRightToLeft()

    def place(part: QWidget) -> tuple[int, int, int]:
        pane = next((n for n, one in enumerate(panes) if one.isAncestorOf(part)), len(panes))
        corner = part.mapTo(window, QPoint(part.width() if right_to_left else 0, 0))
        return pane, corner.y() // _SAME_LINE, -corner.x() if right_to_left else corner.x()

    return sorted(found, key=place)


def _stops(part: QWidget, window: QWidget) -> bool:
    from PySide6.QtCore import Qt  # not before the first paint: it has hundreds of enum values

    takes = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and part.focusProxy() is None
    return bool(takes) and part.isEnabled() and part.isVisible() and part.window() is window
