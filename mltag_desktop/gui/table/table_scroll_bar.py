"""The table's vertical scroll bar: painted again only if its slider moves on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QScrollBar, QWidget


class TableScrollBar(QScrollBar):
    """A vertical scroll bar that is not painted while its slider stays on the same pixel.

    In a long table, the slider does not move from one row to the next, and Qt would paint the bar with each
    key that scrolls by a row, which takes longer than painting the row.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._pixel = -1

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        pixel = self.value() * self.height() // max(1, self.maximum())
        if change != QAbstractSlider.SliderChange.SliderValueChange or pixel != self._pixel:
            self._pixel = pixel
            super().sliderChange(change)
