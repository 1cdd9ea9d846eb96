"""Windows beside the main one: their size, and how they come to the front."""

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from mltag_desktop.gui.widgets.theme import widened

_AROUND: Final = QSize(16, 48)
"""What the screen shows around a window, in pixels."""
_SCROLLS: Final = "mltag_scrolls"
"""A dialog remembers under this name that its content scrolls."""


def bring_up(window: QWidget) -> None:
    """Show `window` in front of the others, no larger than its screen."""
    if isinstance(window, QDialog):
        keep_on_screen(window)
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


def keep_on_screen(dialog: QDialog) -> bool:
    """Let a dialog be no larger than its screen; what needs more room, as with a large font, scrolls.

    Returns whether it scrolls. Call it again when more is shown in it.
    """
    dialog.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # what has the focus first shows it, too
    room, layout = dialog.screen().availableSize() - _AROUND, dialog.layout()
    if layout is not None and not dialog.property(_SCROLLS):
        layout.activate()
        least = dialog.minimumSizeHint()
        width, height = min(max(least.width(), dialog.width()), room.width()), least.height()
        if layout.hasHeightForWidth():  # texts in several lines, which the least size knows nothing of
            height = max(height, layout.totalMinimumHeightForWidth(width))
        if height > room.height() or least.width() > room.width():
            _let_scroll(dialog, layout)
            bar = dialog.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            dialog.resize(width + bar, room.height())
        else:
            dialog.resize(dialog.size().expandedTo(QSize(width, height)))
    dialog.resize(dialog.size().boundedTo(room))
    return bool(dialog.property(_SCROLLS))


def _let_scroll(dialog: QDialog, layout: QLayout) -> None:
    dialog.setProperty(_SCROLLS, True)
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
    around.activate()  # which takes back the least size that all of the content asked for


class DialogOwner(QObject):
    """Opens dialogs over the main window, and deletes each when it is closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: QDialog | None = None
        """The dialog that was opened last."""

    def show_modal(self, dialog: QDialog) -> None:
        """Show a dialog that has to be answered first."""
        self._remember(dialog)
        dialog.open()

    def show_modeless(self, dialog: QDialog) -> None:
        """Show a dialog that leaves the main window usable."""
        self._remember(dialog)
        dialog.show()

    def _remember(self, dialog: QDialog) -> None:
        self.shown = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget)
        keep_on_screen(dialog)

    @Slot()
    def _forget(self) -> None:
        if self.sender() is self.shown:
            self.shown = None
