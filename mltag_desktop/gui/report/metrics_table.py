"""The table of figures: models in groups of columns, F1 with its interval drawn, the change in words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mltag_desktop.gui.i18n.translation import figure, tr
from mltag_desktop.gui.report.metrics_table_figures_model import ROW_ROLE, FiguresModel, Index
from mltag_desktop.gui.report.metrics_table_figures_rows import HEADING, OVERALL, Cell, Row
from mltag_desktop.gui.widgets.tables_calm import calm, fit_height
from mltag_desktop.gui.widgets.tag_chip import sign_icon
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, tabular

_LEAST_NAME: Final = 128
_MOST_NAME: Final = 300
_LEAST_WHISKERS: Final = 124
_PAD: Final = 3
"""Where Fusion starts to write in a cell."""


class FiguresTable(QTableView):
    """Shows rows of figures at their whole height; the page around it scrolls."""

    def __init__(
        self, theme: Theme, rows: Sequence[Row], models: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Show `rows` for `models`, oldest first, under these names."""
        super().__init__(parent)
        self._figures = FiguresModel(rows, models, self.font())
        self._figures.setParent(self)
        self.setModel(self._figures)
        self.setAccessibleName(tr("Metrics of {models}", models=", ".join(models)))
        scale = (self._figures.whisker_column, self._figures.scale_start)
        self.setHorizontalHeader(GroupHeader(theme, self._figures.groups(), scale, self))
        self._delegate = FiguresDelegate(theme, self._figures.scale_start, self)
        self.setItemDelegate(self._delegate)
        calm(self, theme, stretched=self._figures.whisker_column)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_widths()
        fit_height(self, len(rows))
        self._high = self.height()

    def _set_widths(self) -> None:
        bold = tabular(self.font())
        bold.setBold(True)
        measure = QFontMetrics(bold)
        figure = measure.horizontalAdvance("0.000") + GAP + UNIT
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        self.setColumnWidth(1, measure.horizontalAdvance("0,000") + GAP + UNIT)
        for first, last, _ in self._figures.groups():
            for column in range(first, last):
                self.setColumnWidth(column, figure)
            self.setColumnWidth(last, measure.horizontalAdvance("0.00–0.00") + GAP + UNIT)
        if self._figures.change_column is not None:
            self.setColumnWidth(self._figures.change_column, measure.horizontalAdvance("▼ −0.000") + 2 * GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names their room, what is left to the intervals; hide these where there is too little."""
        drawn = self._figures.whisker_column
        others = (column for column in range(1, self._figures.columnCount()) if column != drawn)
        room = self.viewport().width() - sum(self.columnWidth(column) for column in others)
        self.setColumnHidden(drawn, room < _LEAST_NAME + _LEAST_WHISKERS)
        if self.isColumnHidden(drawn):
            self.setColumnWidth(0, max(_LEAST_NAME, room))
        else:
            self.setColumnWidth(0, min(_MOST_NAME, room - _LEAST_WHISKERS))
        self._scroll_sideways(on=self.isColumnHidden(drawn) and room < _LEAST_NAME)
        super().resizeEvent(event)

    def _scroll_sideways(self, *, on: bool) -> None:
        """In a large font the figures are wider than a small window: no one of them is out of reach."""
        bar = self.horizontalScrollBar().sizeHint().height() if on else 0
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOn if on else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(self._high + bar)


class GroupHeader(QHeaderView):
    """A flat header of two lines: the models above, their figures below."""

    def __init__(
        self,
        theme: Theme,
        groups: Sequence[tuple[int, int, str]],
        scale: tuple[int, float],
        parent: QWidget | None = None,
    ) -> None:
        """Draw `groups` as first column, last column and name; `scale` is the column of F1, and its start."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._groups = tuple(groups)
        self._drawn, self._low = scale
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * (self.fontMetrics().height() + 6))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = self._theme.colours
        painter.fillRect(rect, colours.base)
        lower = rect.adjusted(_PAD, rect.height() // 2, -_PAD, 0)
        model = self.model()
        alignment = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        painter.setPen(colours.muted)
        if section == self._drawn:
            self._paint_scale(painter, rect, lower)
        else:
            painter.drawText(lower, int(alignment), str(model.headerData(section, self.orientation())))
        painter.setPen(colours.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_scale(self, painter: QPainter, rect: QRect, lower: QRect) -> None:
        """Name what is drawn, and write each tenth above its line; the ends alone where there is no room."""
        upper = QRect(lower.left(), rect.top(), lower.width(), rect.height() // 2)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, "F1")
        area = QRectF(lower).adjusted(GAP - _PAD, 0, _PAD - GAP, 0)
        wide = painter.fontMetrics().horizontalAdvance("0.0") + UNIT
        first = round(self._low * 10)
        fits = area.width() / max(1, 10 - first) >= wide
        for tenth in range(first, 11) if fits else (first, 10):
            at = scale_x(area, tenth / 10, self._low)
            left = min(max(at - wide / 2, lower.left()), lower.right() - wide)
            where = QRectF(left, lower.top(), wide, lower.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, figure(tenth / 10, ".1f"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        colours = self._theme.colours
        for place, (first, last, name) in enumerate(self._groups):
            ends = [(self.sectionViewportPosition(n), self.sectionSize(n)) for n in (first, last)]
            left, right = min(at for at, _ in ends), max(at + size for at, size in ends)
            area = QRect(left + GAP, 0, right - left - GAP - _PAD, self.height() // 2)
            painter.setPen(colours.text)
            text = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, area.width() - 2 * GAP)
            width = QFontMetrics(font).horizontalAdvance(text)
            mark = QPointF(area.right() - width - GAP, area.center().y() + 1)
            draw_mark(painter, mark, place - len(self._groups), colours)
            painter.setPen(colours.text)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            painter.setPen(colours.line)
            painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        painter.end()


class FiguresDelegate(QStyledItemDelegate):
    """Draws intervals as whiskers on one scale, and lines between the groups of rows."""

    def __init__(self, theme: Theme, low: float, parent: QWidget) -> None:
        """Draw F1 from `low` to 1."""
        super().__init__(parent)
        self._theme = theme
        self._low = low

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        colours = self._theme.colours
        painter.save()
        if row.kind in (OVERALL, HEADING):
            painter.setPen(colours.line)
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        model = index.model()
        if isinstance(model, FiguresModel) and index.column() == model.whisker_column and row.kind != HEADING:
            self._draw_whiskers(painter, QRectF(rect).adjusted(GAP, 3, -GAP, -3), row)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        row: Row = index.data(ROW_ROLE)
        if index.column() == 0 and row.tag is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = sign_icon(row.tag, self._theme.colours)
            option.decorationSize = QSize(16, 16)

    def _x(self, area: QRectF, value: float) -> float:
        return scale_x(area, value, self._low)

    def _draw_whiskers(self, painter: QPainter, area: QRectF, row: Row) -> None:
        painter.setPen(self._theme.colours.line)
        for tenth in range(round(self._low * 10), 11):
            x = round(self._x(area, tenth / 10)) + 0.5
            painter.drawLine(QPointF(x, area.top() - 3), QPointF(x, area.bottom() + 3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = area.height() / max(1, len(row.cells))
        for place, cell in enumerate(row.cells):
            if cell is not None:
                middle = area.top() + step * (place + 0.5)
                self._draw_whisker(painter, area, middle, cell, place - len(row.cells))

    def _draw_whisker(self, painter: QPainter, area: QRectF, y: float, cell: Cell, from_end: int) -> None:
        colours = self._theme.colours
        newest = from_end == -1
        painter.setPen(QPen(colours.accent if newest else colours.muted, 1.5 if newest else 1.0))
        painter.drawLine(QPointF(self._x(area, cell.low), y), QPointF(self._x(area, cell.high), y))
        draw_mark(painter, QPointF(self._x(area, cell.f1), y), from_end, colours)


def scale_x(area: QRectF, value: float, low: float) -> float:
    """Return where a value from `low` to 1 lies across an area, in pixels."""
    return area.left() + (max(value, low) - low) / (1 - low) * area.width()


def draw_mark(painter: QPainter, at: QPointF, from_end: int, colours: Colours) -> None:
    """Draw the mark of a model: a diamond for the last (-1), a dot for the one before, else a stroke."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = colours.accent if from_end == -1 else colours.muted
    painter.setPen(QPen(colour, 1.0))
    painter.setBrush(colour)
    if from_end == -1:
        offsets = ((0.0, -3.5), (3.5, 0.0), (0.0, 3.5), (-3.5, 0.0))
        painter.drawPolygon(QPolygonF([at + QPointF(dx, dy) for dx, dy in offsets]))
    elif from_end == -2:
        painter.drawEllipse(at, 2.0, 2.0)
    else:
        painter.drawLine(at - QPointF(0, 2.5), at + QPointF(0, 2.5))
    painter.restore()
