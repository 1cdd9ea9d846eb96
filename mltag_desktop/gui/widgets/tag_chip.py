"""Draws tags as chips with symbol, short name and colour.

A prediction is outlined, a decision is filled, a tag from the table is outlined and filled lightly, an
additional tag is filled lightly without an outline, a stale prediction is dimmed, a live prediction has a
dashed outline, and a suggested additional tag a dotted one.
"""

import math
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from mltag_desktop.gui.i18n import mirrored
from mltag_desktop.gui.widgets.theme import LIGHT, UNIT, Colours, widened

if TYPE_CHECKING:
    from mltag_desktop.core.workspace.types import TagInfo

SIGNS: Final = "◆■▲●★✚▼⬟"
"""Symbols that are drawn as shapes, so that they do not depend on fonts."""
_RING: Final = "○"
"""Symbol of a tag that is not in the tag set, as `UNKNOWN_SIGN` in core, which would load too early here."""
CHIP_HEIGHT: Final = 5 * UNIT
_PAD: Final = 2 * UNIT
_BAR_HEIGHT: Final = 6
_SIGN: Final = 9
_TINT: Final = 40
"""Opacity of the fill of a tag from the table, of 255."""
_DASHES: Final = (3.0, 2.0)
"""Lengths of dashes and gaps in the outline of a live prediction."""
_WRITTEN: Final = 1.3
"""Font size of a written symbol relative to a drawn one, for the same apparent size."""


class ChipState(Enum):
    """Whether a chip shows a prediction or a decision."""

    PREDICTED = "predicted"
    STALE = "predicted by an earlier model"
    LIVE = "live"
    DECIDED = "decided"
    KNOWN = "known"
    ADDITIONAL = "additional"
    SUGGESTED = "suggested"


def chip_width(tag: "TagInfo", metrics: QFontMetrics) -> int:
    """Return the width of the chip of `tag` in pixels."""
    return math.ceil(_PAD + sign_side(metrics) + UNIT + metrics.horizontalAdvance(tag.label) + _PAD)


def chip_height(metrics: QFontMetrics) -> int:
    """Return the height of a chip in pixels."""
    return max(CHIP_HEIGHT, metrics.height() + UNIT)


def sign_side(metrics: QFontMetrics) -> int:
    """Return width and height in pixels of a symbol next to text."""
    return widened(_SIGN, metrics)


def elided_name(name: str, metrics: QFontMetrics, room: int) -> str:
    """Return the name of a tag elided to `room` pixels; of a tag in a group, the last part stays longest."""
    group, slash, last = name.rpartition("/")
    if metrics.horizontalAdvance(name) <= room:
        return name
    ending = (" " if group.endswith(" ") else "") + slash + last
    ending_room = room - metrics.horizontalAdvance(ending)
    start = metrics.elidedText(group.rstrip(), Qt.TextElideMode.ElideRight, ending_room)
    if start:
        return start + ending
    last = last.strip()
    if metrics.horizontalAdvance(last) <= room:
        return last
    return metrics.elidedText(last, Qt.TextElideMode.ElideMiddle, room)


def draw_chip(painter: QPainter, place: QRectF, tag: "TagInfo", state: ChipState, colours: Colours) -> QRectF:
    """Draw a chip at the start of `place`, vertically centred and elided to fit; return its rectangle."""
    metrics = painter.fontMetrics()
    width = min(float(chip_width(tag, metrics)), place.width())
    height, side = chip_height(metrics), sign_side(metrics)
    top = place.top() + (place.height() - height) / 2
    chip = QRectF(round(place.left()) + 0.5, round(top) + 0.5, width - 1, height - 1)
    chip = mirrored(painter, place, chip)
    colour = colours.tag(tag.colour)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state in (ChipState.STALE, ChipState.SUGGESTED):
        painter.setOpacity(0.55)
    filled = state is ChipState.DECIDED
    painter.setPen(outline(colour, state))
    tint = QColor(colour)
    tint.setAlpha(_TINT)
    known = tint if state in (ChipState.KNOWN, ChipState.ADDITIONAL) else Qt.BrushStyle.NoBrush
    painter.setBrush(colour if filled else known)
    painter.drawRoundedRect(chip, height / 2, height / 2)
    ink = colours.on_tag(tag.colour) if filled else colour
    sign = QRectF(chip.left() + _PAD - 1, chip.center().y() - side / 2, side, side)
    draw_sign(painter, mirrored(painter, chip, sign), tag.sign, ink)
    text = QRectF(
        sign.right() + UNIT, chip.top(), chip.right() - sign.right() - UNIT - _PAD + 2, chip.height()
    )
    painter.setPen(ink if filled else colours.text)
    name = elided_name(tag.label, metrics, math.ceil(text.width()))
    painter.drawText(
        mirrored(painter, chip, text), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name
    )
    painter.restore()
    return chip


def outline(colour: QColor, state: ChipState) -> QPen:
    """Return the pen for the outline of a chip."""
    if state is ChipState.ADDITIONAL:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colour, 1)
    if state is ChipState.LIVE:
        pen.setDashPattern(_DASHES)
    elif state is ChipState.SUGGESTED:
        pen.setStyle(Qt.PenStyle.DotLine)
    return pen


def draw_sign(painter: QPainter, place: QRectF, sign: str, colour: QColor) -> None:
    """Draw a tag's symbol into `place`; a symbol without a shape is written as text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = sign_path(sign[:1], place)
    if path is None:
        font = QFont(painter.font())
        font.setPixelSize(max(1, round(place.height() * _WRITTEN)))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, sign)
    else:
        painter.fillPath(path, colour)
    painter.restore()


def sign_icon(tag: "TagInfo", colours: Colours, size: int = 16) -> QIcon:
    """Return the tag's symbol as an icon, for menus and lists."""
    icon = QIcon()
    for ratio in (1, 2):
        image = QPixmap(size * ratio, size * ratio)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        side = size * (_SIGN + 1) / 16
        inset = (size - side) / 2
        draw_sign(painter, QRectF(inset, inset, side, side), tag.sign, colours.tag(tag.colour))
        painter.end()
        icon.addPixmap(image)
    return icon


def program_icon() -> QIcon:
    """Return the program's icon: four tags on a tile."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        icon.addPixmap(program_picture(size))
    return icon


def program_picture(size: int) -> QPixmap:
    """Return the program's icon, `size` pixels wide and high."""
    image = QPixmap(size, size)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.accent)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.2, size * 0.2)
    for number, sign in enumerate("◆■▲●"):
        corner = QPointF(0.17 + 0.36 * (number % 2), 0.17 + 0.36 * (number // 2)) * size
        draw_sign(painter, QRectF(corner, QSizeF(0.3, 0.3) * size), sign, LIGHT.on_accent)
    painter.end()
    return image


def sign_path(sign: str, place: QRectF) -> QPainterPath | None:
    """Return the outline of one of `SIGNS` in `place`, or None for another character."""
    path = _outline(sign, place.width())
    return path.translated(place.topLeft()) if path is not None else None


@lru_cache(maxsize=100)
def _outline(sign: str, side: float) -> QPainterPath | None:
    """Return the outline of a symbol in a square at the origin; painting it takes less time."""
    place = QRectF(0, 0, side, side)
    middle, half = place.center(), side / 2
    path = QPainterPath()
    if sign == "■":
        path.addRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    elif sign == "●":
        path.addEllipse(middle, half * 0.95, half * 0.95)
    elif sign == _RING:
        path.addEllipse(middle, half * 0.95, half * 0.95)
        path.addEllipse(middle, half * 0.6, half * 0.6)  # the rule of odd and even leaves it empty
    elif sign == "✚":
        arm = half * 0.38
        path.addRect(QRectF(place.left(), middle.y() - arm, 2 * half, 2 * arm))
        path.addRect(QRectF(middle.x() - arm, place.top(), 2 * arm, 2 * half))
        path.setFillRule(Qt.FillRule.WindingFill)
    elif sign in _CORNERS:
        corners, turn, inner = _CORNERS[sign]
        path.addPolygon(_star(middle, half * 1.08, corners, turn, inner))
        path.closeSubpath()
    else:
        return None
    return path


_CORNERS: Final = {
    "◆": (4, 0.0, 1.0),
    "▲": (3, 0.0, 1.0),
    "▼": (3, math.pi, 1.0),
    "⬟": (5, 0.0, 1.0),
    "★": (5, 0.0, 0.45),
}


def _star(middle: QPointF, radius: float, corners: int, turn: float, inner: float) -> QPolygonF:
    """Return a polygon with a corner up, turned by `turn` radians; `inner` below 1 makes it a star."""
    points = []
    steps = corners if inner == 1.0 else 2 * corners
    for step in range(steps):
        angle = turn - math.pi / 2 + step * 2 * math.pi / steps
        reach = radius * (inner if inner != 1.0 and step % 2 else 1.0)
        points.append(QPointF(middle.x() + reach * math.cos(angle), middle.y() + reach * math.sin(angle)))
    if corners == 3:  # the centre of a triangle is not at half its height
        points = [point + QPointF(0, radius * 0.2 * (1 if turn == 0.0 else -1)) for point in points]
    return QPolygonF(points)


def draw_bar(painter: QPainter, rect: QRect, share: float, ink: QColor, ground: QColor) -> None:
    """Draw a bar that is `share` (0 to 1) full, half way down `rect`."""
    if rect.width() < 2 * UNIT:
        return
    top = rect.top() + (rect.height() - _BAR_HEIGHT) // 2
    painter.fillRect(QRect(rect.left(), top, rect.width(), _BAR_HEIGHT), ground)
    full = QRect(rect.left(), top, max(1, round(rect.width() * share)), _BAR_HEIGHT)
    painter.fillRect(mirrored(painter, rect, full), ink)
