"""The list next to a guide page: page titles, or search hits with an excerpt."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.widgets.dialog_tables import Index, draw_current
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, scaled

PLACE: Final = Qt.ItemDataRole.UserRole
AROUND: Final = Qt.ItemDataRole.UserRole + 1
_LINES: Final = 3
_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class HelpList(QListWidget):
    """List of pages or search hits.

    An item's role `PLACE` is its page and heading, `AROUND` the excerpt of a search hit.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Contents of the guide"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_HelpListDelegate(theme, self))


class _HelpListDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: HelpList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = self._theme.colours
        place: QRect = option.rect
        if index.row() == self._list.currentRow():
            draw_current(painter, place, colours)
        room = place.adjusted(3 * UNIT, 0, -GAP, 0)
        around = str(index.data(AROUND) or "")
        painter.save()
        painter.setPen(colours.text)
        title = str(index.data())
        if not around:
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, middle, painter.fontMetrics().elidedText(title, _END, room.width()))
        else:
            painter.setFont(_bold(self._list.font()))
            room.adjust(0, UNIT, 0, 0)
            painter.drawText(room, int(_WRAPPED), title)
            room.adjust(0, _height(_bold(self._list.font()), title, room.width()), 0, 0)
            painter.setFont(self._list.font())
            painter.setPen(colours.muted)
            height = _height_of_excerpt(self._list.font(), around, room.width())
            painter.setClipRect(room.x(), room.y(), room.width(), height)
            painter.drawText(room, int(_WRAPPED), around)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        around = str(index.data(AROUND) or "")
        if not around:
            return QSize(0, row_height(self._list.fontMetrics()))
        width = self._list.viewport().width() - 3 * UNIT - GAP
        font = self._list.font()
        above, below = _height(_bold(font), str(index.data()), width), _height_of_excerpt(font, around, width)
        return QSize(0, above + below + 3 * UNIT)


_END: Final = Qt.TextElideMode.ElideRight


def _bold(font: QFont) -> QFont:
    return scaled(font, 1.0, bold=True)


def _height(font: QFont, text: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(1, width), 10_000), int(_WRAPPED), text).height()


def _height_of_excerpt(font: QFont, text: str, width: int) -> int:
    """Return the height of at most three lines, which may be more than three times the line spacing."""
    return min(_height(font, "\n".join("x" * _LINES), width), _height(font, text, width))
