"""Windows beside the main one: their size, and how they come to the front."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from mltag_desktop.gui.theme import widened

_AROUND: Final = QSize(16, 48)
"""What the screen shows around a window, in pixels."""


def bring_up(window: QWidget) -> None:
    """Show `window` in front of the others."""
    window.show()
    window.raise_()
    window.activateWindow()


def fit_screen(window: QWidget, size: QSize) -> None:
    """Give `window` this size, or as much of it as the screen holds; Qt itself stops at two thirds."""
    window.resize(in_font(window, size).boundedTo(window.screen().availableSize() - _AROUND))


def in_font(window: QWidget, size: QSize) -> QSize:
    """Return a size that is made for the usual font as large as the window's font needs it."""
    metrics = window.fontMetrics()
    return QSize(widened(size.width(), metrics), widened(size.height(), metrics))


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
