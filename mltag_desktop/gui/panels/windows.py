"""Windows beside the main one: their size, and how they come to the front."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

_AROUND: Final = QSize(16, 48)
"""What the screen shows around a window, in pixels."""


def bring_up(window: QWidget) -> None:
    """Show `window` in front of the others."""
    window.show()
    window.raise_()
    window.activateWindow()


def fit_screen(window: QWidget, size: QSize) -> None:
    """Give `window` this size, or as much of it as the screen holds; Qt itself stops at two thirds."""
    window.resize(size.boundedTo(window.screen().availableSize() - _AROUND))


def keep_on_screen(dialog: QDialog) -> None:
    """Let a dialog be no larger than its screen; what needs more room, as with a large font, scrolls."""
    room, least, layout = dialog.screen().availableSize() - _AROUND, dialog.minimumSizeHint(), dialog.layout()
    if layout is not None and (least.height() > room.height() or least.width() > room.width()):
        inner = QWidget(dialog)
        inner.setLayout(layout)
        area = QScrollArea(dialog)
        area.setAccessibleName(dialog.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        around = QVBoxLayout(dialog)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
    dialog.resize(dialog.size().boundedTo(room))
