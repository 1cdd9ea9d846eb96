"""The line in which one searches and filters; told of after a short pause in typing."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mltag_desktop.gui.icons import icon
from mltag_desktop.gui.theme import UNIT, Theme

_PAUSE: Final = 200


class FilterLine(QLineEdit):
    """Signals: `wanted(text)` after a pause or Return; `left()` when the table should have the focus."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = ""
        self.setPlaceholderText("Search, or tag:NAME  is:flagged  conf<0.6")
        self.setAccessibleName("Search and filter")
        self.setToolTip("Words to search for, tag:NAME, is:flagged, is:review, conf<0.6")
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._timer.start)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_text(self, text: str) -> None:
        """Show a text that was set elsewhere, without telling of it."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._timer.stop()
        self._told = text

    def focus_all(self) -> None:
        """Take the focus, with the text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    @Slot()
    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.wanted.emit(self._told)

    @Slot()
    def _recolour(self) -> None:
        self._glass.setIcon(icon("search", self._theme.colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self._tell()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(90 * UNIT, 7 * UNIT)
