"""Histogram of prediction confidence with a range selection."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mltag_desktop.gui.i18n import confidence_words, format_number, mirrored, tr
from mltag_desktop.gui.widgets.inputs import DecimalSpinBox
from mltag_desktop.gui.widgets.layout import hbox, vbox
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, tabular

_HEIGHT = 14 * UNIT
_TICKS = {
    0.0: Qt.AlignmentFlag.AlignLeft,
    0.5: Qt.AlignmentFlag.AlignHCenter,
    1.0: Qt.AlignmentFlag.AlignRight,
}
"""Confidences below the bars, and where they are written."""


class ConfidenceHistogram(QWidget):
    """Confidence histogram with number fields for the range.

    Signals: `chosen(low, high)`, each from 0 to 1.
    """

    chosen = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.bars = HistogramBars(theme, self)
        self.low = self._bound(tr("Minimum confidence"))
        self.high = self._bound(tr("Maximum confidence"))
        self.high.setValue(1.0)
        column = vbox(self.bars, parent=self, margins=(GAP, UNIT, GAP, UNIT), spacing=GAP)
        row = hbox((self.low, 1), QLabel(tr("to"), self), (self.high, 1), spacing=UNIT)
        column.addLayout(row)
        self.bars.dragged.connect(self.show_range)
        self.bars.chosen.connect(self._choose)
        self.low.valueChanged.connect(self._emit_chosen)
        self.high.valueChanged.connect(self._emit_chosen)

    def show_range(self, low: float, high: float) -> None:
        """Show a range without emitting `chosen`."""
        for box, value in ((self.low, low), (self.high, high)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.bars.show_range(low, high)

    def _bound(self, name: str) -> DecimalSpinBox:
        box = DecimalSpinBox(self)
        box.setRange(0.0, 1.0)
        box.setSingleStep(0.05)
        box.setDecimals(2)
        box.setKeyboardTracking(False)
        box.setFont(tabular(box.font()))
        box.setAccessibleName(name)
        box.setToolTip(name)
        return box

    @Slot(float, float)
    def _choose(self, low: float, high: float) -> None:
        self.show_range(low, high)
        self.chosen.emit(low, high)

    @Slot()
    def _emit_chosen(self) -> None:
        self._choose(self.low.value(), self.high.value())


class HistogramBars(QWidget):
    """The histogram's bars; dragging selects a range, a click clears it.

    Signals: `dragged(low, high)` while dragging, `chosen(low, high)` on release.
    """

    dragged = Signal(float, float)
    chosen = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.counts: tuple[int, ...] = ()
        self._low, self._high = 0.0, 1.0
        self._from: float | None = None
        self.setFixedHeight(_HEIGHT + 2 * self._room())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(tr("Confidence of the records"))
        self.setToolTip(tr("Drag to select a confidence range; click to clear it"))
        theme.changed.connect(self.update)

    def show_counts(self, counts: Sequence[int]) -> None:
        """Draw the record counts of equally wide bins from 0 to 1."""
        before, self.counts = self.counts, tuple(int(count) for count in counts)
        if self.counts != before:
            self.update()

    def show_range(self, low: float, high: float) -> None:
        """Highlight the bars in the range."""
        self._low, self._high = low, high
        self.update()

    def _room(self) -> int:
        """Return the height of the line of numbers above and below the bars."""
        return self.fontMetrics().height()

    def _share(self, x: float) -> float:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        return min(1.0, max(0.0, round(x / max(1, self.width()) * 20) / 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        bins, most, room = len(self.counts), max(self.counts, default=0), self._room()
        base, top = self.height() - room, room if most else 0
        painter.fillRect(0, base, self.width(), 1, colours.line)
        painter.setPen(colours.muted)
        painter.setFont(tabular(self.font()))
        below = QRect(0, base, self.width(), room)
        for share, side in _TICKS.items():
            painter.drawText(below, side, confidence_words(share))
        if most:  # the scale, from the base to the largest bin
            painter.fillRect(0, top, self.width(), 1, colours.line)
            painter.drawText(QRect(0, 0, self.width(), room), Qt.AlignmentFlag.AlignLeft, format_number(most))
        for number, count in enumerate(self.counts):
            left, right = (round(self.width() * n / bins) for n in (number, number + 1))
            inside = self._low - 1e-6 <= (number + 0.5) / bins <= self._high + 1e-6
            height = max(2.0, (base - top) * count / most) if count else 0.0  # small bins stay visible
            colour = colours.accent if inside else colours.line
            bar = QRectF(left + 1, base - height, right - left - 1, height)
            painter.fillRect(mirrored(painter, QRectF(self.rect()), bar), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.dragged.emit(*sorted((self._share(self._from), self._share(event.position().x()))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is None or event.button() != Qt.MouseButton.LeftButton:
            return
        low, high = sorted((self._share(self._from), self._share(event.position().x())))
        self._from = None
        if high - low < 0.05:
            low, high = 0.0, 1.0
        self.chosen.emit(low, high)

    def sizeHint(self) -> QSize:
        return QSize(40 * UNIT, self.height())
