"""The base of all dialogs."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton


class Dialog(QDialog):
    """A dialog in which Return presses the focused button, default or not.

    QDialog presses the default button instead if the focused one is not auto-default: Return on Cancel would
    export. Auto-default buttons are no way out, since one of them would react to Return in every text field.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        keypad = Qt.KeyboardModifier.KeypadModifier
        if is_return and not event.modifiers() & ~keypad and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)
