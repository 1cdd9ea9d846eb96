"""Output for screen readers besides the names of widgets."""

from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.gui.widgets.theme import widened

_KERNING: Final = 2


class SpokenLabel(QLabel):
    """A label with an accessible name, whose text is its accessible description.

    Screen readers speak the name in place of the text: "Save state", but not "Saved".
    """

    def setText(self, text: str) -> None:
        if text != self.text():  # the same text would be laid out again
            super().setText(text)
        if self.accessibleName():
            self.setAccessibleDescription(text)


def label_of(part: QWidget, text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label whose mnemonic leads to `part`.

    Screen readers keep the text that a label had before its buddy was set, with the ampersand.
    """
    label = QLabel(parent)
    label.setBuddy(part)
    label.setText(text)
    # the underline separates two letters that are kerned in Qt's size hint
    label.setContentsMargins(0, 0, widened(_KERNING, label.fontMetrics()), 0)
    return label


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader speak `words`, for what happens away from the focus."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
