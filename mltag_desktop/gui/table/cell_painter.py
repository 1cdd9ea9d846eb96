"""Paints the cells of the record table, with caches for chips, icons and elided texts.

The table paints all rows in one call. A delegate, which Qt calls for each cell, would have to acquire the GIL
from the workers 200 times per paint, which froze the window for up to 200 ms during an import.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.conditions import SearchHits
from mltag_desktop.core.workspace.types import SETTLED, Mark, Origin, Status, TagInfo
from mltag_desktop.gui.i18n import begins_at, confidence_words, direction_of, draw_record_text, mirrored, tr
from mltag_desktop.gui.table.table_model import (
    ColumnContent,
    RowState,
    TableColumn,
    TableModel,
    icons_of,
    is_unsure,
)
from mltag_desktop.gui.widgets.icons import SIZE, pixmap
from mltag_desktop.gui.widgets.tag_chip import ChipState, chip_width, draw_bar, draw_chip
from mltag_desktop.gui.widgets.theme import GAP, Colours, Theme, tabular, widened

_ELIDED_KEPT: Final = 4000
_CHIPS_KEPT: Final = 400
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

_STATUS_ICONS: Final = {
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "corrected",
    Status.KNOWN: "known",
}
_MARK_SIDE: Final = 14
_MARK_GAP: Final = 3
_CHIP_GAP: Final = 4
_READABLE: Final = 100
"""Width of a tag, beside other tags and marks, that is enough to recognise a long name."""
_START: Final = 64
"""Width of a tag that shows the first letters of its name."""


class _Shares(NamedTuple):
    """How the width of a tag's cell is shared."""

    tag: int
    """Pixels of the tag."""
    marks: int
    """Number of marks that are shown."""
    left_out: int
    """Number of marks and additional tags of which only the number is shown; 0 if the chips are shown."""


class CellPainter:
    """Paints the cells of the table directly from the `TableModel`."""

    def __init__(
        self, model: TableModel, theme: Theme, review_below: Callable[[], ReviewThresholds], font: QFont
    ) -> None:
        self._model = model
        self._theme = theme
        self._review_below = review_below
        self.waiting_words = tr("predicting…")
        """Text shown in place of a missing prediction."""
        self.waits = True
        """Whether a missing prediction will come."""
        self.search_hits = SearchHits()
        """The words to mark."""
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._icons: dict[tuple[str, str, float, int], QPixmap] = {}
        self._chips: dict[tuple[TagInfo, ChipState, int, float, bool], QPixmap] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Set the font and clear the caches."""
        self._font = tabular(font)
        self._bold = tabular(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)
        self._bold_metrics = QFontMetrics(self._bold)
        self._number_width = self._bold_metrics.horizontalAdvance("0.00")
        self._side = widened(SIZE, self._metrics)
        self._mark_side = widened(_MARK_SIDE, self._metrics)
        self._readable_width = widened(_READABLE, self._metrics)
        self._start_width = widened(_START, self._metrics)
        self._elided.clear()
        self._chips.clear()
        self._icons.clear()

    def paint(self, painter: QPainter, place: int, cells: Iterable[tuple[TableColumn, QRect]]) -> None:
        """Paint the cells of the record at `place` over the existing background."""
        row_state = self._model.row_state(place)
        unsure = is_unsure(row_state, self._review_below()) or self._stays_unpredicted(row_state)
        for column, rect in cells:
            inner = rect.adjusted(GAP, 0, -GAP, 0)
            if column.part is ColumnContent.STATUS:
                self._paint_status(painter, rect, row_state, unsure=unsure)
            elif column.part is ColumnContent.TAG:
                self._paint_tag(painter, inner, row_state)
            elif column.part is ColumnContent.CONFIDENCE:
                self._paint_confidence(painter, inner, row_state, unsure=unsure)
            else:
                is_title = column.part is ColumnContent.TEXT and column.is_title
                self._paint_text(painter, inner, place, column, bold=is_title and unsure)

    def _stays_unpredicted(self, row_state: RowState) -> bool:
        """Return whether the record waits for a person since no prediction will come."""
        is_open = row_state.status is Status.TO_REVIEW and not row_state.marks & SETTLED
        return is_open and row_state.predicted is None and not self.waits

    def _paint_status(self, painter: QPainter, rect: QRect, row_state: RowState, *, unsure: bool) -> None:
        colours = self._theme.colours
        if Mark.OFF_TOPIC in row_state.marks:
            name, colour = "off_topic", colours.good
        elif row_state.status is Status.TO_REVIEW or row_state.again:
            known = row_state.predicted is not None
            name = "unsure" if unsure else "to_review" if known or not self.waits else "waiting"
            colour = colours.text if unsure else colours.faint
        else:
            name, colour = _STATUS_ICONS[row_state.status], colours.good
        side = self._side
        corner = QPoint(rect.left() + (rect.width() - side) // 2, rect.top() + (rect.height() - side) // 2)
        painter.drawPixmap(corner, self._icon(name, colour, painter.device().devicePixelRatio(), side))

    def _icon(self, name: str, colour: QColor, ratio: float, side: int) -> QPixmap:
        key = (name, colour.name(), ratio, side)
        if key not in self._icons:
            self._icons[key] = pixmap(name, colour, ratio, side)
        return self._icons[key]

    def _paint_tag(self, painter: QPainter, rect: QRect, row_state: RowState) -> None:
        off_topic = Mark.OFF_TOPIC in row_state.marks
        tag = None if off_topic else row_state.decided or row_state.predicted
        words = tr("no tag") if row_state.untagged else self.waiting_words
        if off_topic or row_state.blind:
            words = tr("off topic") if off_topic else tr("random check")
        additional = row_state.additional if tag else ()
        icons = icons_of(row_state.marks & ~Mark.OFF_TOPIC)  # the status says it
        if row_state.suspected:
            icons.insert(0, "off_topic")
        place = rect
        if icons or additional:
            wanted = chip_width(tag, self._metrics) if tag else self._metrics.horizontalAdvance(words) + 1
            shares = self._share_cell(rect.width(), wanted, additional, len(icons))
            place = QRect(rect.left(), rect.top(), shares.tag, rect.height())
            left, right = place.right() + 1 + _CHIP_GAP, rect.right() + 1 - self._width_of_marks(shares.marks)
            rest = QRect(left, rect.top(), right - left, rect.height())
            self._paint_marks(painter, rect, icons[: shares.marks])
            if shares.left_out:
                self._paint_count(painter, rect, rest, shares.left_out)
            elif not rest.isEmpty():
                lighter = ChipState.SUGGESTED if row_state.suggested else ChipState.ADDITIONAL
                self._paint_additional(painter, rect, rest, additional, lighter)
            place = mirrored(painter, rect, place)
        painter.setFont(self._font)
        if tag is None:
            painter.setPen(self._theme.colours.muted)
            painter.drawText(place, _LEFT, self._elide(words, place.width(), bold=False))
        elif not place.isEmpty():
            chip = self._chip(tag, _chip_state(row_state), place, painter.device().devicePixelRatio())
            painter.drawPixmap(place.topLeft(), chip)

    def _share_cell(self, room: int, wanted: int, additional: Sequence[TagInfo], marks: int) -> _Shares:
        """Share the width of a cell so that its tag stays readable.

        Where the room is short, additional tags give way first, then marks; their number is painted instead,
        unless that would hide the start of the tag's name.
        """
        count = self._metrics.horizontalAdvance("+9") + _CHIP_GAP
        chips = sum(chip_width(_without_name(each), self._metrics) + _CHIP_GAP for each in additional[:2])
        ways = [(marks, 0, chips + count * (len(additional) > 2))]
        if additional or marks > 1:  # a number is no shorter than a single mark
            ways += [(shown, marks - shown + len(additional), count) for shown in range(marks, -1, -1)]
        least = min(wanted, self._readable_width)
        sharing = [
            _Shares(max(0, min(wanted, room - others - self._width_of_marks(shown))), shown, left_out)
            for shown, left_out, others in ways
        ]
        shows_start = sharing[-1].tag >= min(wanted, self._start_width)
        shortest = sharing[-1] if shows_start else _Shares(min(wanted, room), 0, 0)
        return next((shares for shares in sharing if shares.tag >= least), shortest)

    def _width_of_marks(self, count: int) -> int:
        """Return the width of `count` marks with the gap before them."""
        return count * (self._mark_side + _MARK_GAP) + _MARK_GAP * bool(count)

    def _paint_marks(self, painter: QPainter, rect: QRect, icons: Sequence[str]) -> None:
        """Paint the marks at the end of the tag's cell."""
        side, ratio = self._mark_side, painter.device().devicePixelRatio()
        right = rect.right() + 1
        for name in reversed(icons):
            right -= side
            place = QRect(right, rect.top() + (rect.height() - side) // 2, side, side)
            is_mark = name != "off_topic"  # it may be off topic, which nobody has confirmed
            colour = self._theme.colours.text if is_mark else self._theme.colours.faint
            icon = self._icon(name, colour, ratio, side)
            painter.drawPixmap(mirrored(painter, rect, place).topLeft(), icon)
            right -= _MARK_GAP

    def _paint_additional(
        self, painter: QPainter, rect: QRect, rest: QRect, additional: Sequence[TagInfo], state: ChipState
    ) -> None:
        """Paint the chips of the additional tags that fit into `rest`, and the number of the others."""
        ratio, left = painter.device().devicePixelRatio(), rest.left()
        count = self._metrics.horizontalAdvance("+9") + _CHIP_GAP
        for number, tag in enumerate(additional):
            others = len(additional) - number - 1
            symbol = _without_name(tag)
            named = chip_width(symbol, self._metrics) + self._metrics.horizontalAdvance("mmmm")
            room = rest.right() + 1 - left - count * bool(others)
            shown = tag if room >= min(named, chip_width(tag, self._metrics)) else symbol
            width = min(room, chip_width(shown, self._metrics))
            if shown is symbol and width < chip_width(symbol, self._metrics):
                self._paint_count(painter, rect, rest.adjusted(left - rest.left(), 0, 0, 0), others + 1)
                return
            place = mirrored(painter, rect, QRect(left, rest.top(), width, rest.height()))
            painter.drawPixmap(place.topLeft(), self._chip(shown, state, place, ratio))
            left += width + _CHIP_GAP

    def _paint_count(self, painter: QPainter, rect: QRect, place: QRect, count: int) -> None:
        """Paint how many tags and marks are left out."""
        painter.setFont(self._font)
        painter.setPen(self._theme.colours.muted)
        painter.drawText(mirrored(painter, rect, place), _LEFT, f"+{count}")

    def _chip(self, tag: TagInfo, state: ChipState, rect: QRect, ratio: float) -> QPixmap:
        colours = self._theme.colours
        key = (tag, state, rect.width(), ratio, colours.dark)
        image = self._chips.get(key)
        if image is None:
            image = QPixmap(math.ceil(rect.width() * ratio), math.ceil(rect.height() * ratio))
            image.setDevicePixelRatio(ratio)
            image.fill(Qt.GlobalColor.transparent)
            painter = QPainter(image)
            painter.setFont(self._font)
            draw_chip(painter, QRectF(0, 0, rect.width(), rect.height()), tag, state, colours)
            painter.end()
            if len(self._chips) >= _CHIPS_KEPT:
                self._chips.clear()
            self._chips[key] = image
        return image

    def _paint_confidence(self, painter: QPainter, rect: QRect, row_state: RowState, *, unsure: bool) -> None:
        if math.isnan(row_state.confidence):
            return
        colours = self._theme.colours
        ink = colours.text if unsure else colours.muted
        painter.setOpacity(0.55 if row_state.stale else 1.0)
        painter.setFont(self._bold if unsure else self._font)
        painter.setPen(ink)
        painter.drawText(rect, _RIGHT, confidence_words(row_state.confidence))
        bar = mirrored(painter, rect, rect.adjusted(0, 0, -self._number_width - GAP, 0))
        draw_bar(painter, bar, row_state.confidence, ink, colours.line)
        painter.setOpacity(1.0)

    def _paint_text(
        self, painter: QPainter, rect: QRect, place: int, column: TableColumn, *, bold: bool
    ) -> None:
        colours = self._theme.colours
        painter.setFont(self._bold if bold else self._font)
        painter.setPen(colours.text if column.is_title else colours.muted)
        shown = self._elide(self._model.text(place, column), rect.width(), bold=bold)
        hits = (
            self.search_hits.in_cell(shown, column.cell, is_text=column.is_read) if self.search_hits else ()
        )
        if hits:
            draw_hits(painter, rect, shown, hits, colours)
        else:
            draw_record_text(painter, rect, _LEFT, shown)

    def _elide(self, text: str, width: int, *, bold: bool) -> str:
        key = (text, width, bold)
        shown = self._elided.get(key)
        if shown is None:
            if len(self._elided) >= _ELIDED_KEPT:
                self._elided.clear()
            metrics = self._bold_metrics if bold else self._metrics
            start = text[: max(8, width // 2)]  # shaping the whole text takes twice as long
            shown = metrics.elidedText(start, Qt.TextElideMode.ElideRight, width)
            if shown == start and len(start) < len(text):
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = shown
        return shown


def _chip_state(row_state: RowState) -> ChipState:
    """Return how the chip of a record's tag is painted."""
    if row_state.status is Status.KNOWN:
        return ChipState.KNOWN
    if row_state.decided:
        return ChipState.DECIDED
    if row_state.stale:
        return ChipState.STALE
    return ChipState.PREDICTED if row_state.origin is Origin.MODEL else ChipState.LIVE


def _without_name(tag: TagInfo) -> TagInfo:
    """Return the tag with a blank name, whose chip shows its symbol alone."""
    return replace(tag, short=" ")


def hit_format(colours: Colours) -> QTextCharFormat:
    """Return the format of a word that was searched for: inverted, unlike a word that explains a tag."""
    words = QTextCharFormat()
    words.setBackground(colours.accent)
    words.setForeground(colours.on_accent)
    return words


def draw_hits(
    painter: QPainter, place: QRect, text: str, hits: Sequence[tuple[int, int]], colours: Colours
) -> None:
    """Draw a line of a record's text with its hits, in the direction of its script."""
    layout = QTextLayout(text, painter.font())
    direction = direction_of(text, painter.layoutDirection())
    option = QTextOption(begins_at(text, painter.layoutDirection()))
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    marked = hit_format(colours)
    formats = []
    for start, end in hits:
        part = QTextLayout.FormatRange()
        before = len(text[:start].encode("utf-16-le")) // 2  # Qt counts UTF-16 units
        part.start, part.length = before, len(text[start:end].encode("utf-16-le")) // 2
        part.format = marked
        formats.append(part)
    top = place.top() + (place.height() - line.height()) / 2
    layout.draw(painter, QPointF(place.left(), top), formats)
