"""Tab order of the window, in reading order.

Qt uses the order of creation, and tags, chips and counts are created late.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_LINE: Final = 12
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
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    step = 1 if forward else -1
    stops[(at + step) % len(stops) if at >= 0 or forward else -1].setFocus(reason)
    return True


def stops_in(window: QWidget, panes: Sequence[QWidget]) -> list[QWidget]:
    """Return the focusable widgets of `window`, in reading order."""
    found = [widget for widget in window.findChildren(QWidget) if _stops(widget, window)]
    right_to_left = window.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def place(part: QWidget) -> tuple[int, int, int]:
        pane = next((n for n, one in enumerate(panes) if one.isAncestorOf(part)), len(panes))
        corner = part.mapTo(window, QPoint(part.width() if right_to_left else 0, 0))
        return pane, corner.y() // _LINE, -corner.x() if right_to_left else corner.x()

    return sorted(found, key=place)


def _stops(part: QWidget, window: QWidget) -> bool:
    takes = part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and part.focusProxy() is None
    return bool(takes) and part.isEnabled() and part.isVisible() and part.window() is window
