"""Box layouts with margins and spacing in one call."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mltag_desktop.gui.widgets.theme import EDGE, GROUP

Margins = int | tuple[int, int, int, int]
"""One number for every side, or left, top, right and bottom."""
DIALOG_MARGINS: Final = (EDGE, EDGE, EDGE, GROUP)

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def hbox(
    parent: QWidget | None = None, *, margins: Margins | None = None, spacing: int | None = None
) -> QHBoxLayout:
    """Return a horizontal layout, in `parent` if there is one; None takes the values of the style."""
    return _set_up(QHBoxLayout(), parent, margins, spacing)


def vbox(
    parent: QWidget | None = None, *, margins: Margins | None = None, spacing: int | None = None
) -> QVBoxLayout:
    """Return a vertical layout, in `parent` if there is one; None takes the values of the style."""
    return _set_up(QVBoxLayout(), parent, margins, spacing)


def _set_up(box: _Box, parent: QWidget | None, margins: Margins | None, spacing: int | None) -> _Box:
    if parent is not None:
        parent.setLayout(box)
    if margins is not None:
        box.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        box.setSpacing(spacing)
    return box
