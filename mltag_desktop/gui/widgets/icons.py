"""Icons drawn as lines in the text colour, so that they fit each scheme and size."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mltag_desktop.gui.widgets.theme import Colours

SIZE: Final = 16
_INFO: Final = '<circle cx="8" cy="8" r="6"/><path d="M8 7.4V11M8 5v.1"/>'
_ACCEPTED: Final = '<path d="M3.5 8.5l3.3 3.3 6-7.3"/>'
_TABLE: Final = '<rect x="2" y="3" width="12" height="10" rx="1"/><path d="M2 6.3h12M2 9.6h12M6 6.3V13"/>'
_SHAPES: Final = {
    "open": '<path d="M2 12.5v-9h4l1.5 2h6v2M2 12.5l2.2-5H15l-2.2 5z"/>',
    "undo": '<path d="M5.5 3l-3 3 3 3M2.5 6h7.25a3.75 3.5 0 0 1 0 7H7"/>',
    "redo": '<path d="M10.5 3l3 3-3 3M13.5 6H6.25a3.75 3.5 0 0 0 0 7H9"/>',
    "train": '<path d="M2 2.5v11h12M4.5 10.5l3-3 2 1.5 4-5M10.5 4h3v3"/>',
    "export": '<path d="M2.5 10v3.5h11V10M8 10V2.5M5 5.5l3-3 3 3"/>',
    "paste_text": '<rect x="3" y="3" width="10" height="11" rx="1"/>'
    '<path d="M6 1.8h4v2.4H6zM5.5 7.5h5M5.5 10.5H9"/>',
    "open_sample": _TABLE,
    "start_tour": _INFO,
    "show_report": '<rect x="3" y="2" width="10" height="12" rx="1"/>'
    '<path d="M5.8 11V8.5M8 11V5.5M10.2 11V7"/>',
    "search": '<circle cx="6.8" cy="6.8" r="4.3"/><path d="M10 10l3.8 3.8"/>',
    "also": '<path d="M8 3.5v9M3.5 8h9"/>',
    "show_table": _TABLE,
    "show_focus": '<rect x="2" y="3" width="12" height="10" rx="1"/><path d="M4.8 6.4h6.4M4.8 9.4H9"/>',
    "info": _INFO,
    "success": _ACCEPTED,
    "error": '<path d="M8 2l6.5 11.5h-13zM8 6.2v3.4M8 11.6v.1"/>',
    "close": '<path d="M4.5 4.5l7 7M11.5 4.5l-7 7"/>',
    "to_review": '<circle cx="8" cy="8" r="4.6"/>',
    "unsure": '<circle cx="8" cy="8" r="4.6"/>'  # half of it is hatched, so that it does not depend on colour
    '<path d="M4.2 5.4v5.2M5.2 4.4v7.2M6.2 3.8v8.4M7.2 3.5v9M8.2 3.4v9.2"/>',
    "accepted": _ACCEPTED,
    "corrected": '<path d="M3 13l.8-3.2L10.6 3 13 5.4l-6.8 6.8zM8.9 4.7l2.4 2.4"/>',
    "known": _TABLE,
    "flagged": '<path d="M4 14V2.8h8.5l-2.2 3 2.2 3H4"/>',
    "skipped": '<path d="M4 4l4 4-4 4M8.5 4l4 4-4 4"/>',
    "question": '<path d="M5 5.6c0-4 6.2-3.8 6.2-.2 0 2.2-3.1 2.2-3.1 4.8M8.1 13v.1"/>',
    "off_topic": '<circle cx="8" cy="8" r="5.2"/><path d="M4.4 11.6l7.2-7.2"/>',
    "on_topic": '<circle cx="8" cy="8" r="5.2"/><circle cx="8" cy="8" r="1.6"/>',
    "note": '<path d="M2.5 3h11v8h-6l-3 3v-3h-2zM5 5.8h6M5 8.4h4"/>',
    "waiting": '<circle cx="4.5" cy="8" r=".5"/><circle cx="8" cy="8" r=".5"/>'
    '<circle cx="11.5" cy="8" r=".5"/>',
    "copies": '<path d="M2.5 2.5h8v8h-8zM5.5 13.5h8v-8"/>',
}
"""The shapes of each icon in SVG, in a square of `SIZE` units."""
_SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><g fill="none" stroke="{colour}" '
    'stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">{shapes}</g></svg>'
)


def icon(name: str, colours: Colours, ink: QColor | None = None, size: int = SIZE) -> QIcon:
    """Return an icon in the text colour or `ink`, with a faint version for disabled actions."""
    result = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, ink or colours.text), (QIcon.Mode.Disabled, colours.faint)):
        for ratio in (1, 2):
            result.addPixmap(pixmap(name, colour, ratio, size), mode)
    return result


def pixmap(name: str, colour: QColor, ratio: float = 1.0, size: int = SIZE) -> QPixmap:
    """Return an icon as a pixmap for a pixel ratio."""
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return image


def draw(painter: QPainter, place: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into `place`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(_SVG.format(colour=colour.name(), shapes=_SHAPES[name]).encode()).render(painter, place)
    painter.restore()
