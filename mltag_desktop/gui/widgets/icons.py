"""Icons drawn as lines in the text colour, so that they fit each scheme and size."""

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from mltag_desktop.gui.widgets.theme import Colours

SIZE: Final = 16
_WEIGHT: Final = 1.4
_Draw = Callable[[QPainterPath], None]


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
    path = QPainterPath()
    _DRAWINGS[name](path)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / SIZE, place.height() / SIZE)
    pen = QPen(colour, _WEIGHT)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def _line(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))


def _open(path: QPainterPath) -> None:
    _line(path, (2, 12.5), (2, 3.5), (6, 3.5), (7.5, 5.5), (13.5, 5.5), (13.5, 7.5))
    _line(path, (2, 12.5), (4.2, 7.5), (15, 7.5), (12.8, 12.5), (2, 12.5))


def _undo(path: QPainterPath) -> None:
    _line(path, (5.5, 3), (2.5, 6), (5.5, 9))
    path.moveTo(2.5, 6)
    path.lineTo(9.5, 6)
    path.arcTo(QRectF(6, 6, 7.5, 7), 90, -180)
    path.lineTo(7, 13)


def _redo(path: QPainterPath) -> None:
    _line(path, (10.5, 3), (13.5, 6), (10.5, 9))
    path.moveTo(13.5, 6)
    path.lineTo(6.5, 6)
    path.arcTo(QRectF(2.5, 6, 7.5, 7), 90, 180)
    path.lineTo(9, 13)


def _train(path: QPainterPath) -> None:
    _line(path, (2, 13.5), (2, 2.5))
    _line(path, (2, 13.5), (14, 13.5))
    _line(path, (4.5, 10.5), (7.5, 7.5), (9.5, 9), (13.5, 4))
    _line(path, (10.5, 4), (13.5, 4), (13.5, 7))


def _export(path: QPainterPath) -> None:
    _line(path, (2.5, 10), (2.5, 13.5), (13.5, 13.5), (13.5, 10))
    _line(path, (8, 10), (8, 2.5))
    _line(path, (5, 5.5), (8, 2.5), (11, 5.5))


def _paste(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 3, 10, 11), 1, 1)
    path.addRect(QRectF(6, 1.8, 4, 2.4))
    _line(path, (5.5, 7.5), (10.5, 7.5))
    _line(path, (5.5, 10.5), (9, 10.5))


def _search(path: QPainterPath) -> None:
    path.addEllipse(QPointF(6.8, 6.8), 4.3, 4.3)
    _line(path, (10, 10), (13.8, 13.8))


def _sample(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 3, 12, 10), 1, 1)
    _line(path, (2, 6.3), (14, 6.3))
    _line(path, (2, 9.6), (14, 9.6))
    _line(path, (6, 6.3), (6, 13))


def _report(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3, 2, 10, 12), 1, 1)
    _line(path, (5.8, 11), (5.8, 8.5))
    _line(path, (8, 11), (8, 5.5))
    _line(path, (10.2, 11), (10.2, 7))


def _review(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 4.6, 4.6)


def _unsure(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 4.6, 4.6)
    for step in range(5):  # hatch the left half, so that it does not depend on colour
        x = 4.2 + step
        half = math.sqrt(max(0.0, 4.6**2 - (8 - x) ** 2))
        _line(path, (x, 8 - half), (x, 8 + half))


def _accepted(path: QPainterPath) -> None:
    _line(path, (3.5, 8.5), (6.8, 11.8), (12.8, 4.5))


def _corrected(path: QPainterPath) -> None:
    _line(path, (3, 13), (3.8, 9.8), (10.6, 3), (13, 5.4), (6.2, 12.2), (3, 13))
    _line(path, (8.9, 4.7), (11.3, 7.1))


def _flagged(path: QPainterPath) -> None:
    _line(path, (4, 14), (4, 2.8), (12.5, 2.8), (10.3, 5.8), (12.5, 8.8), (4, 8.8))


def _skipped(path: QPainterPath) -> None:
    _line(path, (4, 4), (8, 8), (4, 12))
    _line(path, (8.5, 4), (12.5, 8), (8.5, 12))


def _question(path: QPainterPath) -> None:
    path.moveTo(5, 5.6)
    path.cubicTo(5, 1.6, 11.2, 1.8, 11.2, 5.4)
    path.cubicTo(11.2, 7.6, 8.1, 7.6, 8.1, 10.2)
    _line(path, (8.1, 13), (8.1, 13.1))


def _off_topic(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 5.2, 5.2)
    _line(path, (4.4, 11.6), (11.6, 4.4))


def _on_topic(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 5.2, 5.2)
    path.addEllipse(QPointF(8, 8), 1.6, 1.6)


def _note(path: QPainterPath) -> None:
    _line(path, (2.5, 3), (13.5, 3), (13.5, 11), (7.5, 11), (4.5, 14), (4.5, 11), (2.5, 11), (2.5, 3))
    _line(path, (5, 5.8), (11, 5.8))
    _line(path, (5, 8.4), (9, 8.4))


def _waiting(path: QPainterPath) -> None:
    for x in (4.5, 8.0, 11.5):
        path.addEllipse(QPointF(x, 8), 0.5, 0.5)


def _info(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 6, 6)
    _line(path, (8, 7.4), (8, 11))
    _line(path, (8, 5), (8, 5.1))


def _error(path: QPainterPath) -> None:
    _line(path, (8, 2), (14.5, 13.5), (1.5, 13.5), (8, 2))
    _line(path, (8, 6.2), (8, 9.6))
    _line(path, (8, 11.6), (8, 11.7))


def _close(path: QPainterPath) -> None:
    _line(path, (4.5, 4.5), (11.5, 11.5))
    _line(path, (11.5, 4.5), (4.5, 11.5))


def _recent(path: QPainterPath) -> None:
    path.addEllipse(QPointF(8, 8), 5.8, 5.8)
    _line(path, (8, 4.5), (8, 8), (10.6, 9.6))


def _also(path: QPainterPath) -> None:
    _line(path, (8, 3.5), (8, 12.5))
    _line(path, (3.5, 8), (12.5, 8))


def _focus(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(2, 3, 12, 10), 1, 1)
    _line(path, (4.8, 6.4), (11.2, 6.4))
    _line(path, (4.8, 9.4), (9, 9.4))


def _copies(path: QPainterPath) -> None:
    path.addRect(QRectF(2.5, 2.5, 8, 8))
    _line(path, (5.5, 13.5), (13.5, 13.5), (13.5, 5.5))


_DRAWINGS: Final[dict[str, _Draw]] = {
    "open": _open,
    "undo": _undo,
    "redo": _redo,
    "train": _train,
    "export": _export,
    "paste_text": _paste,
    "open_sample": _sample,
    "start_tour": _info,
    "show_report": _report,
    "search": _search,
    "also": _also,
    "show_table": _sample,
    "show_focus": _focus,
    "recent": _recent,
    "info": _info,
    "success": _accepted,
    "error": _error,
    "close": _close,
    "to_review": _review,
    "unsure": _unsure,
    "accepted": _accepted,
    "corrected": _corrected,
    "known": _sample,
    "flagged": _flagged,
    "skipped": _skipped,
    "question": _question,
    "off_topic": _off_topic,
    "on_topic": _on_topic,
    "note": _note,
    "waiting": _waiting,
    "copies": _copies,
}
