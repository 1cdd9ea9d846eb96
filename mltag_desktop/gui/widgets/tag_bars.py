"""A bar chart of tags: the probabilities of a record, or the number of decisions per tag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.i18n import confidence_words, mirrored
from mltag_desktop.gui.widgets.common import infos_of
from mltag_desktop.gui.widgets.tag_chip import draw_bar, draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, scaled, tabular, widened

MOST: Final = 9
_LINE: Final = 6 * UNIT
_SIGN: Final = 10
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TagBar:
    """One line: a tag, its bar (0 to 1) and the number as text."""

    tag: TagInfo
    share: float
    figure: str


def probability_bars(probabilities: Mapping[str, float], tags: Sequence[TagInfo]) -> list[TagBar]:
    """Return a bar for each tag in the tag set's order; of more than nine tags, the most probable nine."""
    drawn = infos_of(list(probabilities), tags)
    names = [name for name in drawn if name in probabilities]
    if len(names) > MOST:
        names = sorted(names, key=lambda name: -probabilities[name])[:MOST]
    return [TagBar(drawn[name], probabilities[name], confidence_words(probabilities[name])) for name in names]


class TagBars(QWidget):
    """Draws bars below each other, and emphasises the longest."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[TagBar, ...] = ()
        self.setAccessibleName(name)
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[TagBar]) -> None:
        """Draw `bars`."""
        self._bars = tuple(bars)
        self.setAccessibleDescription(", ".join(f"{bar.tag.name} {bar.figure}" for bar in bars))
        self.setFixedHeight(self._line * len(self._bars))
        self.update()

    @property
    def _line(self) -> int:
        return max(_LINE, self.fontMetrics().height() + UNIT)

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, self._line * len(self._bars))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        longest = max(bar.share for bar in self._bars)
        measure = QFontMetrics(scaled(self.font(), 1.0, bold=True))
        names = max(measure.horizontalAdvance(bar.tag.name) for bar in self._bars) + GAP
        figures = max(measure.horizontalAdvance(bar.figure) for bar in self._bars)
        for row, bar in enumerate(self._bars):
            line = QRect(0, row * self._line, self.width(), self._line)
            self._paint(painter, line, bar, bar.share == longest, min(names, self.width() // 2), figures)
        painter.end()

    def _paint(
        self, painter: QPainter, line: QRect, bar: TagBar, leads: bool, name_room: int, figure_room: int
    ) -> None:
        colours = self._theme.colours
        side = widened(_SIGN, self.fontMetrics())
        sign = QRectF(line.left(), line.center().y() - side / 2 + 0.5, side, side)
        draw_sign(painter, mirrored(painter, line, sign), bar.tag.sign, colours.tag(bar.tag.colour))
        painter.setFont(scaled(self.font(), 1.0, bold=leads))
        ink = colours.text if leads else colours.muted
        painter.setPen(ink)
        left = line.left() + side + GAP
        name = elided_name(bar.tag.name, painter.fontMetrics(), name_room)
        room = QRect(left, line.top(), name_room, line.height())
        painter.drawText(mirrored(painter, line, room), _LEFT, name)
        painter.drawText(line, _RIGHT, bar.figure)
        start = left + name_room + GAP
        place = QRect(start, line.top(), line.right() - figure_room - GAP - start, line.height())
        draw_bar(painter, mirrored(painter, line, place), bar.share, ink, colours.line)
