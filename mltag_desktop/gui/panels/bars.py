"""The probabilities of one record as bars with signs, names and figures."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.gui.delegates import paint_bar
from mltag_desktop.gui.panels.parts import infos_of
from mltag_desktop.gui.tags import draw_sign
from mltag_desktop.gui.theme import GAP, ROW, UNIT, Theme, scaled, tabular

_MOST: Final = 9
_SIGN: Final = 10.0
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProbabilityBars(QWidget):
    """Shows up to nine tags in the tag set's order; of more tags the most probable ones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: list[tuple[TagInfo, float]] = []
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_probabilities(self, probabilities: Mapping[str, float], tags: Sequence[TagInfo]) -> None:
        """Draw `probabilities` of each tag, as `tags` are drawn elsewhere."""
        drawn = infos_of(list(probabilities), tags)
        names = [name for name in drawn if name in probabilities]
        if len(names) > _MOST:
            names = sorted(names, key=lambda name: -probabilities[name])[:_MOST]
        self._shown = [(drawn[name], probabilities[name]) for name in names]
        words = ", ".join(f"{tag.name} {share:.2f}" for tag, share in self._shown)
        self.setAccessibleName("Probabilities")
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * UNIT, ROW * max(1, len(self._shown)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._shown:
            return
        painter = QPainter(self)
        best = max(share for _, share in self._shown)
        bold = scaled(self.font(), 1.0, bold=True)
        name_room = max(QFontMetrics(bold).horizontalAdvance(tag.name) for tag, _ in self._shown) + GAP
        name_room = min(name_room, self.width() // 2)
        number_room = QFontMetrics(bold).horizontalAdvance("0.00")
        for row, (tag, share) in enumerate(self._shown):
            line = QRect(0, row * ROW, self.width(), ROW)
            leads = share == best
            self._paint_line(painter, line, tag, share, leads, name_room, number_room)
        painter.end()

    def _paint_line(
        self,
        painter: QPainter,
        line: QRect,
        tag: TagInfo,
        share: float,
        leads: bool,
        name_room: int,
        number_room: int,
    ) -> None:
        colours = self._theme.colours
        sign = QRectF(line.left(), line.center().y() - _SIGN / 2 + 0.5, _SIGN, _SIGN)
        draw_sign(painter, sign, tag.sign, colours.tag(tag.colour))
        painter.setFont(scaled(self.font(), 1.0, bold=leads))
        ink = colours.text if leads else colours.muted
        painter.setPen(ink)
        left = line.left() + int(_SIGN) + GAP
        name = painter.fontMetrics().elidedText(tag.name, Qt.TextElideMode.ElideRight, name_room)
        painter.drawText(QRect(left, line.top(), name_room, line.height()), _LEFT, name)
        painter.drawText(line, _RIGHT, f"{share:.2f}")
        start = left + name_room + GAP
        bar = QRect(start, line.top(), line.right() - number_room - GAP - start, line.height())
        paint_bar(painter, bar, share, ink, colours.line)
