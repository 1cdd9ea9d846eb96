"""A thin progress bar.

Qt's own repaints itself immediately with every value, in the middle of other work.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mltag_desktop.gui.i18n.text_direction import mirrored
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.theme import UNIT, Theme

_HEIGHT = 6


class ThinProgressBar(QWidget):
    """Shows progress from 0 to 1."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(tr("Progress"))
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Set the progress, from 0 to 1."""
        if round(share * self.width()) != round(self._share * self.width()):
            self.update()
        self._share = min(1.0, max(0.0, share))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colours.line)
        full = QRect(0, 0, round(self.width() * self._share), self.height())
        painter.fillRect(mirrored(painter, self.rect(), full), self._theme.colours.accent)

    def sizeHint(self) -> QSize:
        return QSize(24 * UNIT, _HEIGHT)
