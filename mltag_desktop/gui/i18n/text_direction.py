"""Texts that are written from right to left."""

import unicodedata
from typing import Final

from PySide6.QtCore import Qt

_LEFT_TO_RIGHT: Final = Qt.LayoutDirection.LeftToRight
_RIGHT_TO_LEFT: Final = Qt.LayoutDirection.RightToLeft


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
