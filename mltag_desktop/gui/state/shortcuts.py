"""Figures by their place on the keyboard, for layouts that write them with Shift: French, Belgian, Czech."""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_HELD: Final = {Qt.KeyboardModifier.NoModifier: "", _SHIFT: "Shift+", _CONTROL: "Ctrl+"}
SYSTEM: Final[str] = sys.platform
_FIGURES: Final = "1234567890"
_MAC: Final = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)
_THIRD_LEVEL: Final = 0x80
"""X11's Mod5, the key AltGr, for which Qt has no modifier."""


def figure_at(event: QKeyEvent, system: str) -> str:
    """Return the figure of the key in the upper row of an American keyboard; empty for any other key."""
    if system == "darwin":
        code = event.nativeVirtualKey()
        return _FIGURES[_MAC.index(code)] if code in _MAC else ""
    place = event.nativeScanCode() - (0x02 if system == "win32" else 10)
    return _FIGURES[place] if 0 <= place < len(_FIGURES) else ""


class FigureKeys(QObject):
    """Lets the key in the place of a figure call what the figure is bound to; with Shift or Control too.

    Qt compares what a key writes. Where that is `&` and, with Shift, `1`, the first is bound to nothing, and
    the second means `1`, never `Shift+1`.
    """

    def __init__(self, page: QWidget) -> None:
        """Look among the actions of `page`, which act while the focus is in it, and of its window."""
        super().__init__(page)
        self._page = page
        self._due: QAction | None = None
        self._key = 0
        self._watched: QWidget | None = None

    def take(self, event: QKeyEvent) -> bool:
        """Tell whether this `ShortcutOverride` is such a key; its press then calls the command."""
        action, widget = self._meant(event), QApplication.focusWidget()
        if action is None or widget is None:
            return False
        self._let_go()
        self._due, self._key, self._watched = action, event.key(), widget
        widget.installEventFilter(self)
        return True

    def _meant(self, event: QKeyEvent) -> QAction | None:
        held, figure = event.modifiers(), figure_at(event, SYSTEM)
        if not figure or held not in _HELD or _is_third_level(event):
            return None
        needs_shift = held == _SHIFT and event.text() == figure
        if not needs_shift and self._is_bound(event):
            return None
        return self._bound_to(QKeySequence(_HELD[held] + figure))

    def _is_bound(self, event: QKeyEvent) -> bool:
        """Whether what the key writes is itself a shortcut, which keeps its meaning."""
        own = [QKeySequence(event.keyCombination())]
        if event.modifiers() != _CONTROL:
            own.append(QKeySequence(event.text()))
        return any(keys in own for action in self._actions() for keys in action.shortcuts())

    def _bound_to(self, keys: QKeySequence) -> QAction | None:
        return next((each for each in self._actions() if keys in each.shortcuts()), None)

    def _actions(self) -> list[QAction]:
        return [*self._page.actions(), *self._page.window().actions()]

    def _let_go(self) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._due = self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        action = self._due
        if event.type() != QEvent.Type.KeyPress or action is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        self._let_go()
        if event.key() != self._key:
            return False
        if not event.isAutoRepeat() or action.autoRepeat():
            action.trigger()
        return True


def _is_third_level(event: QKeyEvent) -> bool:
    return SYSTEM not in ("darwin", "win32") and bool(event.nativeModifiers() & _THIRD_LEVEL)
