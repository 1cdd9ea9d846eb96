"""What screen readers speak besides the names of widgets."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


class SpokenLabel(QLabel):
    """A label with an accessible name, whose text is its accessible description.

    Screen readers speak the name in place of the text: "Save state", but not "Saved".
    """

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.accessibleName():
            self.setAccessibleDescription(text)


def announce(source: QWidget, words: str) -> None:
    """Let a screen reader speak `words`, for what happens away from the focus."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
