"""Painting from the right where the language reads from the right: places that are mirrored by hand.

Qt mirrors layouts, and the alignment of text that a painter draws, by the direction of the widget. It cannot
mirror a place that a paint event works out; that is done here. Texts of records keep their own direction.
"""

from typing import Final, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from mltag_desktop.gui.i18n.text_direction import begins_at

Place = TypeVar("Place", QRect, QRectF)
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft


def is_mirrored(painter: QPainter) -> bool:
    """Whether the painter draws for a language that is read from the right."""
    return painter.layoutDirection() == _RIGHT_TO_LEFT


def mirrored(painter: QPainter, within: QRect | QRectF, place: Place) -> Place:
    """Return where `place` in `within` lies for the painter's direction."""
    if painter.layoutDirection() != _RIGHT_TO_LEFT:
        return place
    if isinstance(place, QRect):
        return place.translated(round(within.left() + within.right()) - place.left() - place.right(), 0)
    left, right = QRectF(within).left(), QRectF(within).right()
    return place.translated(left + right - place.left() - place.right(), 0)


def draw_record_text(painter: QPainter, place: QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    """Draw a text of a record in the direction of its own letters, from the side where it begins.

    What is not aligned to the left, such as figures, stays at its side of the window.
    """
    direction = painter.layoutDirection()
    if text.isascii() and direction != _RIGHT_TO_LEFT:
        painter.drawText(place, alignment, text)
        return
    side = QStyle.visualAlignment(direction, alignment)
    if alignment & Qt.AlignmentFlag.AlignLeft:
        side = begins_at(text, direction)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, side, text)
    painter.setLayoutDirection(direction)
