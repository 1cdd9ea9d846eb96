"""Windows beside the main one: their size, and how they come to the front."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def bring_up(window: QWidget) -> None:
    """Show `window` in front of the others."""
    window.show()
    window.raise_()
    window.activateWindow()


def fit_screen(window: QWidget, size: QSize) -> None:
    """Give `window` this size, or as much of it as the screen holds; Qt itself stops at two thirds."""
    room = window.screen().availableSize()
    window.resize(size.boundedTo(QSize(room.width() - 16, room.height() - 48)))
