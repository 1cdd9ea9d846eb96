"""How the table's cells are painted: everything at a row's height of 28, nothing computed twice."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mltag_desktop.core.workspace.types import Status
from mltag_desktop.gui.icons import draw as draw_icon
from mltag_desktop.gui.table_model import Index, Part, Standing, TableModel
from mltag_desktop.gui.tags import ChipState, draw_chip
from mltag_desktop.gui.theme import GAP, ROW, UNIT, Theme, tabular

BAR_HEIGHT: Final = 6
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

_STATUS_ICONS: Final = {
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "corrected",
    Status.FLAGGED: "flagged",
    Status.SKIPPED: "skipped",
}


def is_unsure(standing: Standing, review_below: float) -> bool:
    """Whether a person is to be asked about the record."""
    return standing.status is Status.TO_REVIEW and standing.confidence < review_below


class CellDelegate(QStyledItemDelegate):
    """Paints every column of the table straight from the `TableModel`."""

    def __init__(
        self, model: TableModel, theme: Theme, review_below: Callable[[], float], view: QTableView
    ) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self._theme = theme
        self._review_below = review_below

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, column = index.row(), self._model.columns[index.column()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._theme.colours.selection if selected else self._theme.colours.base)
        self._paint_focus(painter, rect, index)
        inner = rect.adjusted(GAP, 0, -GAP, 0)
        standing = self._model.standing(place)
        if column.part is Part.STATUS:
            self._paint_status(painter, rect, standing)
        elif column.part is Part.TAG:
            self._paint_tag(painter, inner, standing)
        elif column.part is Part.CONFIDENCE:
            self._paint_confidence(painter, inner, standing)
        else:
            self._paint_text(painter, inner, index, standing)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(ROW * 4, ROW)

    def _paint_focus(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Frame the current row, in the accent while the table has the focus."""
        if index.row() != self._view.currentIndex().row():
            return
        colours = self._theme.colours
        colour = colours.accent if self._view.hasFocus() else colours.faint
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, colour)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour)
        if index.column() == 0:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), colour)

    def _paint_status(self, painter: QPainter, rect: QRect, standing: Standing) -> None:
        colours = self._theme.colours
        unsure = is_unsure(standing, self._review_below())
        if standing.status is Status.TO_REVIEW:
            known = standing.predicted is not None
            name = "unsure" if unsure else "to_review" if known else "waiting"
            colour = colours.text if unsure else colours.faint
        else:
            name = _STATUS_ICONS[standing.status]
            colour = colours.text if standing.status is Status.FLAGGED else colours.good
            colour = colours.muted if standing.status is Status.SKIPPED else colour
        side = 4 * UNIT
        middle = QRectF(rect).center()
        place = QRectF(round(middle.x() - side / 2), round(middle.y() - side / 2), side, side)
        draw_icon(painter, place, name, colour)

    def _paint_tag(self, painter: QPainter, rect: QRect, standing: Standing) -> None:
        colours = self._theme.colours
        tag = standing.decided or standing.predicted
        if tag is None:
            painter.setPen(colours.muted)
            painter.drawText(rect, _LEFT, "predicting…")
            return
        state = ChipState.DECIDED if standing.decided else ChipState.PREDICTED
        if state is ChipState.PREDICTED and standing.stale:
            state = ChipState.STALE
        draw_chip(painter, QRectF(rect), tag, state, colours)

    def _paint_confidence(self, painter: QPainter, rect: QRect, standing: Standing) -> None:
        if math.isnan(standing.confidence):
            return
        colours = self._theme.colours
        painter.save()
        font = tabular(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        width = QFontMetrics(font).horizontalAdvance("0.00") + UNIT
        unsure = is_unsure(standing, self._review_below())
        if not unsure:
            font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        number = f"{standing.confidence:.2f}"
        if standing.stale:
            painter.setOpacity(0.55)
        painter.setPen(colours.text if unsure else colours.muted)
        painter.drawText(rect, _RIGHT, number)
        bar = rect.adjusted(0, 0, -width - UNIT, 0)
        paint_bar(painter, bar, standing.confidence, colours.text if unsure else colours.muted, colours.line)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, standing: Standing) -> None:
        column = self._model.columns[index.column()]
        text = self._model.text(index.row(), column)
        is_title = index.column() == 1
        colours = self._theme.colours
        painter.setPen(colours.text if is_title else colours.muted)
        metrics = painter.fontMetrics()
        if is_title and is_unsure(standing, self._review_below()):
            font = QFont(painter.font())
            font.setWeight(QFont.Weight.DemiBold)
            metrics = QFontMetrics(font)
            painter.save()
            painter.setFont(font)
            painter.drawText(rect, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
            painter.restore()
            return
        painter.drawText(rect, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))


def paint_bar(painter: QPainter, rect: QRect, share: float, ink: QColor, ground: QColor) -> None:
    """Draw a bar that is `share` (0 to 1) full, half way down `rect`."""
    if rect.width() < 2 * UNIT:
        return
    top = rect.top() + (rect.height() - BAR_HEIGHT) // 2
    painter.fillRect(QRect(rect.left(), top, rect.width(), BAR_HEIGHT), ground)
    painter.fillRect(QRect(rect.left(), top, max(1, round(rect.width() * share)), BAR_HEIGHT), ink)
