"""The confusion matrix: one row per true tag, one column per predicted tag, shaded by share of the row."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mltag_desktop.core.evaluation.statistics.metrics import Figures
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n.translation import format_number, tr, tr_plural
from mltag_desktop.gui.widgets.tag_chip import draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, tabular, widened

_SIGN: Final = 10
_MOST_SPOKEN: Final = 5
_MOST_CELL: Final = 64.0
_LEAST_CELL: Final = 3
_CELL_HEIGHT: Final = 36
_NUMBERED_CELL: Final = 22.0
"""Minimum width of cells that show their count."""
_LIGHTEST: Final = 0.06
_DEEPEST: Final = {False: (0.45, 0.6), True: (0.3, 0.45)}
"""Ink strength of a cell with the whole row: (wrong, right) in the light and in the dark scheme."""


def confused_pairs(confusion: Sequence[Sequence[int]]) -> list[tuple[int, int, int]]:
    """Return the confusions as (rows, true tag, predicted tag), the most frequent first."""
    found = [
        (count, true, predicted)
        for true, row in enumerate(confusion)
        for predicted, count in enumerate(row)
        if count and true != predicted
    ]
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))


def cell_in_words(tags: Sequence[TagInfo], count: int, true: int, predicted: int) -> str:
    """Return what the `count` of a cell means; `true` and `predicted` are places in `tags`."""
    if true == predicted:
        return tr_plural(
            "{n:,} row of {name} predicted correctly",
            "{n:,} rows of {name} predicted correctly",
            count,
            name=tags[true].name,
        )
    return tr_plural(
        "{n:,} row of {name} predicted as {answer}",
        "{n:,} rows of {name} predicted as {answer}",
        count,
        name=tags[true].name,
        answer=tags[predicted].name,
    )


class ConfusionView(QWidget):
    """Draws the confusion matrix of one model; tooltips describe the cells.

    Signals: `clicked(true, answered)` with the tag indices of a cell, when the matrix is clickable.
    """

    clicked = Signal(int, int)

    def __init__(self, theme: Theme, tags: Sequence[TagInfo]) -> None:
        """Draw for `tags`, in the order of the matrix."""
        super().__init__()
        self._theme = theme
        self._tags = tuple(tags)
        self._counts: tuple[tuple[int, ...], ...] = ()
        self._is_clickable = False
        self.setFont(tabular(self.font()))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # charts are not mirrored
        self._widest = ("", 0)
        """Width of the longest label, and the font it was measured with."""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._redraw)

    def show_model(self, name: str, figures: Figures) -> None:
        """Draw the confusion matrix of `figures`, the metrics of the model `name`."""
        self._counts = figures.confusion
        self.setAccessibleName(tr("Confusion matrix of {name}", name=name))
        self.setAccessibleDescription("; ".join(self._worst()) or tr("No row has a wrong prediction."))
        self.updateGeometry()
        self.update()

    def cell_rect(self, true: int, predicted: int) -> QRectF:
        """Return where the cell of a true and a predicted tag is painted."""
        cell = self._cell()
        corner = QPointF(self._left() + predicted * cell.width(), self._top() + true * cell.height())
        return QRectF(corner, cell.toSizeF())

    def set_clickable(self, on: bool) -> None:
        """Set whether a click on a cell requests its rows."""
        self._is_clickable = on
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event.position())
        if self._is_clickable and cell is not None and self._counts[cell[0]][cell[1]]:
            self.clicked.emit(*cell)

    @Slot()
    def _redraw(self) -> None:
        self.update()

    def _worst(self) -> list[str]:
        """Return the most frequent confusions, as text."""
        pairs = confused_pairs(self._counts)[:_MOST_SPOKEN]
        return [cell_in_words(self._tags, count, true, predicted) for count, true, predicted in pairs]

    def _left(self) -> float:
        metrics = QFontMetrics(self.font())
        font = self.font().key()
        if self._widest[0] != font:  # measured once: it is asked for with each cell
            widths = (metrics.horizontalAdvance(tag.label) for tag in self._tags)
            self._widest = (font, max(widths, default=0))
        return (
            max(min(160.0, self._widest[1]) + self._side, metrics.horizontalAdvance(tr("true tag"))) + 2 * GAP
        )

    def _top(self) -> float:
        return QFontMetrics(self.font()).height() * 2.0 + GAP

    def _cell(self) -> QSize:
        """Return width and height of a cell in pixels."""
        count = max(1, len(self._tags))
        wide = (self.width() - self._left() - 1) / count
        width = max(_LEAST_CELL, int(min(_MOST_CELL * 1.6, wide)))
        return QSize(width, max(_LEAST_CELL, min(width, _CELL_HEIGHT)))

    @property
    def _side(self) -> int:
        return widened(_SIGN, QFontMetrics(self.font()))

    def _named_across(self, width: int) -> bool:
        metrics = QFontMetrics(self.font())
        icon_width = self._side + 2 * UNIT
        return all(metrics.horizontalAdvance(tag.label) + icon_width <= width for tag in self._tags)

    def sizeHint(self) -> QSize:
        return QSize(440, int(self._top()) + _CELL_HEIGHT * len(self._tags) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._counts:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        colours = self._theme.colours
        cell, left, top = self._cell(), self._left(), self._top()
        line = QFontMetrics(self.font()).height()
        painter.setPen(colours.muted)
        painter.drawText(
            QRectF(left, 0, self.width() - left, line), Qt.AlignmentFlag.AlignLeft, tr("predicted tag")
        )
        painter.drawText(QRectF(0, line + UNIT, left, line), Qt.AlignmentFlag.AlignLeft, tr("true tag"))
        named, numbered = self._named_across(cell.width()), cell.width() >= _NUMBERED_CELL
        for code, tag in enumerate(self._tags):
            if cell.height() >= line:
                self._draw_name(
                    painter, QRectF(0, top + code * cell.height(), left - GAP, cell.height()), tag
                )
            across = QRectF(left + code * cell.width(), line + UNIT, cell.width(), line)
            if cell.width() >= self._side:
                self._draw_name(painter, across, tag, centred=True, text=named)
        for true, row in enumerate(self._counts):
            total = sum(row)
            for predicted, count in enumerate(row):
                share = count / total if total else 0.0
                place = self.cell_rect(true, predicted)
                self._draw_cell(painter, place, count, share, true == predicted, numbered)
        painter.end()

    def _draw_name(
        self, painter: QPainter, place: QRectF, tag: TagInfo, *, centred: bool = False, text: bool = True
    ) -> None:
        colours = self._theme.colours
        metrics = painter.fontMetrics()
        room = place.width() - self._side - UNIT
        name = elided_name(tag.label, metrics, int(room)) if text else ""
        used = self._side + (UNIT + metrics.horizontalAdvance(name) if name else 0)
        start = place.center().x() - used / 2 if centred else place.left()
        sign = QRectF(start, place.center().y() - self._side / 2, self._side, self._side)
        draw_sign(painter, sign, tag.sign, colours.tag(tag.colour))
        painter.setPen(colours.text)
        where = QRectF(sign.right() + UNIT, place.top(), room, place.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _draw_cell(
        self, painter: QPainter, place: QRectF, count: int, share: float, right: bool, numbered: bool
    ) -> None:
        """Draw a cell, shaded by share, in the accent colour if correct and in the text colour otherwise."""
        colours = self._theme.colours
        inner = place.adjusted(0, 0, -1, -1) if place.width() > 6 else place
        painter.fillRect(inner, cell_fill(colours, count, share, right=right))
        if not numbered or (not count and not right):
            return
        painter.setPen(colours.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, format_number(count))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            words = cell_in_words(self._tags, self._counts[found[0]][found[1]], *found) if found else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        cell = self._cell()
        predicted = int((point.x() - self._left()) // cell.width())
        true = int((point.y() - self._top()) // cell.height())
        inside = 0 <= predicted < len(self._tags) and 0 <= true < len(self._counts)
        return (true, predicted) if inside else None


def cell_fill(colours: Colours, count: int, share: float, *, right: bool) -> QColor:
    """Return the fill colour of a cell with `count` rows, a share of its line."""
    return cell_shade(colours, share, right=right) if count else blend(colours.base, colours.text, 0.02)


def cell_shade(colours: Colours, share: float, *, right: bool) -> QColor:
    """Return the fill colour for a share of a row; text on it has a contrast of at least 4.5:1."""
    deepest = _DEEPEST[colours.dark][right]
    ink = colours.accent if right else colours.text
    return blend(colours.base, ink, _LIGHTEST + (deepest - _LIGHTEST) * share)


def blend(first: QColor, second: QColor, share: float) -> QColor:
    """Mix two colours: 0 is `first`, 1 is `second`."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )
