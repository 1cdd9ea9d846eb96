"""Texts that are written from right to left.

Qt mirrors layouts, and the alignment of text that a painter draws, by the direction of the widget. It cannot
mirror a place that a paint event works out; that is done here. Texts of records keep their own direction.
"""

import unicodedata
from typing import Final, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

_LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
Place = TypeVar("Place", QRect, QRectF)


def direction_of(
    text: str, otherwise: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> Qt.LayoutDirection:
    """Return in which direction a text is read: that of its first letter with one, else `otherwise`."""
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "L":
                return _LEFT_TO_RIGHT
            case "R" | "AL":
                return _RIGHT_TO_LEFT
    return otherwise


def begins_at(text: str, otherwise: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> Qt.AlignmentFlag:
    """Return the side on which a line of text begins, half way down its room."""
    right = direction_of(text, otherwise) == _RIGHT_TO_LEFT
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter


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
