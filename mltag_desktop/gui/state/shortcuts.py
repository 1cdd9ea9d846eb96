"""Handling of digit keys, Return and key repeat.

Some layouts (French, Belgian, Czech) type digits with Shift.
"""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QTextBrowser,
    QWidget,
)
from shiboken6 import isValid

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_HELD: Final = {Qt.KeyboardModifier.NoModifier: "", _SHIFT: "Shift+", _CONTROL: "Ctrl+"}
SYSTEM: Final[str] = sys.platform
_FIGURES: Final = "1234567890"
_MAC: Final = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)
_THIRD_LEVEL: Final = 0x80
"""X11's Mod5 (AltGr), for which Qt has no modifier."""
RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSING: Final = (*RETURN, Qt.Key.Key_Space)
_OTHER: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def digit_at(event: QKeyEvent, system: str) -> str:
    """Return the digit of the key's position in the digit row of a US keyboard; empty for any other key."""
    if system == "darwin":
        code = event.nativeVirtualKey()
        return _FIGURES[_MAC.index(code)] if code in _MAC else ""
    place = event.nativeScanCode() - (0x02 if system == "win32" else 10)
    return _FIGURES[place] if 0 <= place < len(_FIGURES) else ""


class DigitKeys(QObject):
    """Lets a key in the digit row trigger the shortcut of its digit, also with Shift or Control.

    Qt compares the typed characters. Where a key types `&`, and `1` with Shift, the first has no shortcut,
    and the second matches `1` but never `Shift+1`.
    """

    def __init__(self, page: QWidget) -> None:
        """Use the actions of `page`, which act while the focus is in it, and of its window."""
        super().__init__(page)
        self._page = page
        self._due: QAction | None = None
        self._key = 0
        self._watched: QWidget | None = None

    def overrides(self, event: QKeyEvent) -> bool:
        """Return whether this `ShortcutOverride` is such a key, or one that the focused widget handles."""
        return belongs_to(QApplication.focusWidget(), event) or self.take(event)

    def take(self, event: QKeyEvent) -> bool:
        """Return whether this `ShortcutOverride` is such a key.

        The following key press then triggers the action.
        """
        action, widget = self._action_for(event), QApplication.focusWidget()
        if action is None or widget is None:
            return False
        self._stop_watching()
        self._due, self._key, self._watched = action, event.key(), widget
        widget.installEventFilter(self)
        return True

    def _action_for(self, event: QKeyEvent) -> QAction | None:
        held, figure = event.modifiers(), digit_at(event, SYSTEM)
        if not figure or held not in _HELD or _is_third_level(event):
            return None
        needs_shift = held == _SHIFT and event.text() == figure
        if not needs_shift and self._is_bound(event):
            return None
        return self._bound_to(QKeySequence(_HELD[held] + figure))

    def _is_bound(self, event: QKeyEvent) -> bool:
        """Return whether the typed character is itself a shortcut, which takes precedence."""
        typed_keys = [QKeySequence(event.keyCombination())]
        if event.modifiers() != _CONTROL:
            typed_keys.append(QKeySequence(event.text()))
        return any(keys in typed_keys for action in self._actions() for keys in action.shortcuts())

    def _bound_to(self, keys: QKeySequence) -> QAction | None:
        return next((action for action in self._actions() if keys in action.shortcuts()), None)

    def _actions(self) -> list[QAction]:
        return [*self._page.actions(), *self._page.window().actions()]

    def _stop_watching(self) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._due = self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        action = self._due
        if event.type() != QEvent.Type.KeyPress or action is None or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        self._stop_watching()
        if event.key() != self._key:
            return False
        if not event.isAutoRepeat() or action.autoRepeat():
            action.trigger()
        return True


def _is_third_level(event: QKeyEvent) -> bool:
    return SYSTEM not in ("darwin", "win32") and bool(event.nativeModifiers() & _THIRD_LEVEL)


def belongs_to(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Return whether `widget` handles this key: Return presses a button, letters select in a list.

    Without this check, Return on a button that was focused with Tab would accept a record unseen.
    """
    if event.modifiers() & _OTHER:
        return False
    if isinstance(widget, QAbstractButton):
        return event.key() in _PRESSING
    if isinstance(widget, QAbstractSpinBox):
        return event.key() in RETURN
    if isinstance(widget, QTextBrowser):  # Tab focuses its links
        return event.key() in RETURN and widget.textCursor().charFormat().isAnchor()
    if isinstance(widget, QComboBox):
        return event.key() in RETURN or (bool(event.text()) and event.text().isprintable())
    return False


def press(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Press the button or open the list on Return, which Qt leaves to the window; key repeats are ignored."""
    if event.key() not in RETURN or event.modifiers() & _OTHER or event.isAutoRepeat():
        return False
    if isinstance(widget, QAbstractButton):
        widget.click()
    elif isinstance(widget, QComboBox):
        widget.showPopup()
    else:
        return False
    return True


class KeyRepeatFilter:
    """Detects that a key is held down where the window system does not report it.

    X sends a release and a press with the same timestamp for each repeat. Qt recognises the pair only while
    both are in its queue, and a busy program reads the release alone: a held Return accepted a dozen records.
    """

    def __init__(self, *, watches: bool) -> None:
        self.watches = watches
        self._released: tuple[int, int] | None = None
        self.repeats = False
        """Whether the last key press is a repeat."""

    def reset(self) -> None:
        """Forget a held key, for example when the window loses the focus."""
        self.repeats = False

    def observe(self, event: QKeyEvent) -> None:
        """Record that a key was pressed, as `ShortcutOverride`, or released."""
        if not self.watches:
            return
        this = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._released, self.repeats = this, False
        elif event.type() == QEvent.Type.ShortcutOverride:
            self.repeats = event.isAutoRepeat() or this == self._released
