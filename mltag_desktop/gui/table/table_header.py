"""The table's header: flat, with titles aligned to the cells below."""

from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from mltag_desktop.gui.i18n.text_direction import is_mirrored, mirrored
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, scaled

VIEWPORT: Final = "qt_scrollarea_viewport"
"""Qt's name for the viewport of a scroll area."""


class TableHeader(QHeaderView):
    """Paints its own sections, with an arrow in the sorted one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._found_viewport = self.findChild(QWidget, VIEWPORT)  # see `TableView`
        self._theme = theme
        self.setFixedHeight(row_height(self.fontMetrics()))
        self.setMinimumSectionSize(9 * UNIT)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(tr("Columns; click to sort"))
        theme.changed.connect(self._recolour)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        """Use the window's colour where no section is; the palette of an item view has a different one."""
        shades = self.palette()
        shades.setColor(QPalette.ColorRole.Window, self._theme.colours.window)
        self.setPalette(shades)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = self._theme.colours
        painter.save()
        painter.fillRect(rect, colours.window)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line)
        inner = rect.adjusted(GAP, 0, -GAP, 0)
        is_sorted = self.sortIndicatorSection() == section
        if is_sorted:
            inner = mirrored(painter, inner, inner.adjusted(0, 0, -3 * UNIT, 0))
        painter.setFont(scaled(self.font(), 1.0, bold=is_sorted))
        painter.setPen(colours.text if is_sorted else colours.muted)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if is_sorted:
            used = metrics.horizontalAdvance(shown) + GAP if title else 0
            at = inner.right() - used - 3 if is_mirrored(painter) else inner.left() + used + 3
            self._paint_arrow(painter, QPointF(at, rect.center().y() + 0.5))
        else:
            edge = QRect(rect.right(), rect.top() + GAP, 1, rect.height() - 2 * GAP)
            painter.fillRect(mirrored(painter, rect, edge), colours.line)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(row_height(self.fontMetrics()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Do nothing, because Qt would repaint the whole header with each change of the current record."""

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip = -2.5 if up else 2.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.text, 1.4))
        corners = [QPointF(-4, -tip), QPointF(0, tip), QPointF(4, -tip)]
        painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))
