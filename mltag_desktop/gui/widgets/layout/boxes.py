"""Box layouts with their parts, margins and spacing in one call."""

from typing import Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from mltag_desktop.gui.widgets.theme import EDGE, GAP, GROUP

Item = QWidget | QLayout | int | None
"""A widget, a layout, space of so many pixels, or None for space that stretches."""
Part = Item | tuple[Item, int]
"""An item, or an item and its stretch factor."""
Margins = int | tuple[int, int, int, int]
"""One number for every side, or left, top, right and bottom."""

STRETCH: Final = (None, 1)

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def hbox(
    *parts: Part, parent: QWidget | None = None, margins: Margins | None = None, spacing: int | None = None
) -> QHBoxLayout:
    """Return a horizontal layout of `parts`, in `parent` if there is one.

    Margins and spacing are those of the style if they are None.
    """
    return _fill(QHBoxLayout(), parts, parent, margins, spacing)


def vbox(
    *parts: Part, parent: QWidget | None = None, margins: Margins | None = None, spacing: int | None = None
) -> QVBoxLayout:
    """Return a vertical layout; see `hbox`."""
    return _fill(QVBoxLayout(), parts, parent, margins, spacing)


def dialog_column(dialog: QWidget, *parts: Part, spacing: int = GAP) -> QVBoxLayout:
    """Lay out `parts` below each other in a dialog, with the margins of all dialogs."""
    return vbox(*parts, parent=dialog, margins=(EDGE, EDGE, EDGE, GROUP), spacing=spacing)


def _fill(
    box: _Box,
    parts: tuple[Part, ...],
    parent: QWidget | None,
    margins: Margins | None,
    spacing: int | None,
) -> _Box:
    if parent is not None:
        parent.setLayout(box)
    if margins is not None:
        box.setContentsMargins(*(margins if isinstance(margins, tuple) else (margins,) * 4))
    if spacing is not None:
        box.setSpacing(spacing)
    for part in parts:
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        if item is None:
            box.addStretch(stretch)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item, stretch)
        else:
            box.addWidget(item, stretch)
    return box
