"""Marks the words of a search in the texts of records."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from mltag_desktop.gui.i18n.text_direction import begins_at, direction_of
from mltag_desktop.gui.widgets.theme import Colours


def hit_format(colours: Colours) -> QTextCharFormat:
    """Return the format of a word that was searched for: inverted, unlike a word that explains a tag."""
    words = QTextCharFormat()
    words.setBackground(colours.accent)
    words.setForeground(colours.on_accent)
    return words


def draw_hits(
    painter: QPainter, place: QRect, text: str, hits: Sequence[tuple[int, int]], colours: Colours
) -> None:
    """Draw a line of a record's text with its hits, in the direction of its script."""
    layout = QTextLayout(text, painter.font())
    direction = direction_of(text, painter.layoutDirection())
    option = QTextOption(begins_at(text, painter.layoutDirection()))
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    marked = hit_format(colours)
    formats = []
    for start, end in hits:
        part = QTextLayout.FormatRange()
        before = len(text[:start].encode("utf-16-le")) // 2  # Qt counts UTF-16 units
        part.start, part.length = before, len(text[start:end].encode("utf-16-le")) // 2
        part.format = marked
        formats.append(part)
    top = place.top() + (place.height() - line.height()) / 2
    layout.draw(painter, QPointF(place.left(), top), formats)
