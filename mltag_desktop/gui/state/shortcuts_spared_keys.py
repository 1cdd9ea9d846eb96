"""Which keys belong to the widget that has the focus, so that the commands of the page leave them to it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QTextBrowser, QWidget

from mltag_desktop.gui.state.commands import COMMANDS, Handler

RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSING: Final = (*RETURN, Qt.Key.Key_Space)
_OTHER: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def belongs_to(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Tell whether `widget` takes this key: Return presses a button, letters choose in a list.

    Without this, Return on a button that was come to by Tab would accept a record unseen.
    """
    if event.modifiers() & _OTHER:
        return False
    if isinstance(widget, QAbstractButton):
        return event.key() in _PRESSING
    if isinstance(widget, QAbstractSpinBox):
        return event.key() in RETURN
    if isinstance(widget, QTextBrowser):  # Tab comes to its links
        return event.key() in RETURN and widget.textCursor().charFormat().isAnchor()
    if isinstance(widget, QComboBox):
        return event.key() in RETURN or (bool(event.text()) and event.text().isprintable())
    return False


def press(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Do what Return means on a button or a closed list, which leave it to their window; once a press."""
    if event.key() not in RETURN or event.modifiers() & _OTHER or event.isAutoRepeat():
        return False
    if isinstance(widget, QAbstractButton):
        widget.click()
    elif isinstance(widget, QComboBox):
        widget.showPopup()
    else:
        return False
    return True


class Held:
    """Knows a key that is held down, where the window system does not say so.

    X sends a release and a press of the same moment for each repeat. Qt tells them from true ones only while
    both lie in its queue, and a busy program reads the release alone: a held Return accepted a dozen records.
    """

    def __init__(self, *, watches: bool) -> None:
        self._watches = watches
        self._released: tuple[int, int] | None = None
        self.repeats = False
        """Whether the key that was pressed last came of holding it down."""

    def note(self, event: QKeyEvent) -> None:
        """Take in that a key goes down, as `ShortcutOverride`, or up."""
        if not self._watches:
            return
        this = (event.key(), event.timestamp())
        if event.type() == QEvent.Type.KeyRelease:
            self._released, self.repeats = this, False
        elif event.type() == QEvent.Type.ShortcutOverride:
            self.repeats = event.isAutoRepeat() or this == self._released


def once_a_press(handlers: Mapping[str, Handler], held: Held) -> dict[str, Handler]:
    """Let commands be called once while their key is held down, but for those that are meant to repeat."""
    repeating = {command.id for command in COMMANDS if command.holds}

    def once(handler: Handler) -> Handler:
        return lambda: None if held.repeats else handler()

    return {name: each if name in repeating else once(each) for name, each in handlers.items()}
