"""Support for right-to-left text.

Qt mirrors layouts and text alignment by the widget's direction, but not positions computed in paint events;
`mirrored` does that. Record texts keep the direction of their script.
"""

import unicodedata
from typing import Final, TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

_LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft
Place = TypeVar("Place", QRect, QRectF)


def direction_of(
    text: str, default: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
) -> Qt.LayoutDirection:
    """Return the direction of the first strongly directional character, or `default` without one."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return _LEFT_TO_RIGHT
            case "R" | "AL":
                return _RIGHT_TO_LEFT
    return default


def begins_at(text: str, default: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight) -> Qt.AlignmentFlag:
    """Return the alignment of a line of text: the side where it begins, centred vertically."""
    right = direction_of(text, default) == _RIGHT_TO_LEFT
    return (
        Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter


def is_mirrored(painter: QPainter) -> bool:
    """Return whether the painter's layout direction is right-to-left."""
    return painter.layoutDirection() == _RIGHT_TO_LEFT


def mirrored(painter: QPainter, within: QRect | QRectF, place: Place) -> Place:
    """Return `place`, mirrored horizontally within `within` if the layout direction is right-to-left."""
    if painter.layoutDirection() != _RIGHT_TO_LEFT:
        return place
    if isinstance(place, QRect):
        return place.translated(round(within.left() + within.right()) - place.left() - place.right(), 0)
    left, right = QRectF(within).left(), QRectF(within).right()
    return place.translated(left + right - place.left() - place.right(), 0)


def draw_record_text(painter: QPainter, place: QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    """Draw a record's text in the direction of its script, aligned to the side where it begins.

    Text that is not left-aligned, such as numbers, keeps its alignment.
    """
    direction = painter.layoutDirection()
    if text.removesuffix("…").isascii() and direction != _RIGHT_TO_LEFT:
        painter.drawText(place, alignment, text)
        return
    if alignment & Qt.AlignmentFlag.AlignLeft:
        side = begins_at(text, direction)
    else:
        from PySide6.QtWidgets import QStyle  # not at start-up: it has 600 enum values

        side = QStyle.visualAlignment(direction, alignment)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, side, text)
    painter.setLayoutDirection(direction)
