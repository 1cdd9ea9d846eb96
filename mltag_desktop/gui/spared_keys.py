"""Which keys belong to the widget that has the focus, so that the commands of the page leave them to it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QWidget

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSING: Final = (*_RETURN, Qt.Key.Key_Space)
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
        return event.key() in _RETURN
    if isinstance(widget, QComboBox):
        return event.key() in _RETURN or event.text().isprintable()
    return False


def press(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Do what Return means on a button or a closed list, which leave it to their window; once a press."""
    if event.key() not in _RETURN or event.modifiers() & _OTHER or event.isAutoRepeat():
        return False
    if isinstance(widget, QAbstractButton):
        widget.click()
    elif isinstance(widget, QComboBox):
        widget.showPopup()
    else:
        return False
    return True
