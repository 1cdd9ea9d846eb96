"""Output for screen readers besides the names of widgets."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from mltag_desktop.gui.widgets.theme import widened

_KERNING: Final = 3


class SpokenLabel(QLabel):
    """A label with an accessible name, whose text is its accessible description.

    Screen readers speak the name in place of the text: "Save state", but not "Saved".
    """

    def setText(self, text: str) -> None:
        if text != self.text():  # the same text would be laid out again
            super().setText(text)
        if self.accessibleName():
            self.setAccessibleDescription(text)


class _KeyLabel(QLabel):
    """A label with an underlined letter, which has no kerning; Qt's size hints have."""

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(widened(_KERNING, self.fontMetrics()), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(widened(_KERNING, self.fontMetrics()), 0)


def label_of(part: QWidget, text: str, parent: QWidget | None = None) -> QLabel:
    """Return a label whose mnemonic leads to `part`.

    Screen readers keep the text that a label had before its buddy was set, with the ampersand.
    """
    label = _KeyLabel(parent)
    label.setBuddy(part)
    label.setText(text)
    return label


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader speak `words`, for what happens away from the focus."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
