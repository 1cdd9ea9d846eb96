"""The map of the records as points, to zoom, pan, point at and select, and its legend."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QToolTip, QWidget

from mltag_desktop.core.workspace.search.conditions import ConfidenceTerm, IsTerm, QueryTerm, TagTerm
from mltag_desktop.core.workspace.search.filtering import shown_tags
from mltag_desktop.core.workspace.types import States, Status, TagInfo, unknown_tag
from mltag_desktop.gui.i18n import escape_mnemonic, format_number, tr, tr_plural
from mltag_desktop.gui.widgets.common import FlatButton, MutedLabel
from mltag_desktop.gui.widgets.layout import FlowLayout, flowing, vbox
from mltag_desktop.gui.widgets.tag_chip import draw_sign
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, blend, widened

_EDGE: Final = 24
"""Pixels around the map that is shown completely."""
_STEP: Final = 1.25
_MOST_ZOOM: Final = 400.0
_REACH: Final = 12
"""Pixels in which a point is hit."""
_MOST_SIGNS: Final = 1_500
"""With more points on the screen, squares are drawn instead of symbols."""
_MOST_RINGS: Final = 200
_STRETCH: Final = 2.5
"""Largest ratio of width to height of the map."""
_SIGN: Final = 11
_HOVER: Final = 150
"""Milliseconds of rest before the text of a point is shown."""
_DRAG: Final = 6
_PAN: Final = 60
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class MapView(QWidget):
    """Draws the points; all places are given from -1 to 1.

    Signals: `pointed(row)` when the pointer rests on a point; `chosen(row)` when one is clicked, or reached
    by an arrow key; `lassoed(rows)` with the records that were encircled; `left()` on Escape.
    """

    pointed = Signal(int)
    chosen = Signal(int)
    lassoed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points = np.zeros((0, 2), np.float32)
        self._codes = np.zeros(0, np.int64)
        self._entries: Sequence[tuple[str, QColor]] = ()
        self._shown = np.zeros(0, np.bool_)
        self._current = -1
        self._selected = np.zeros(0, np.int64)
        self._zoom, self._middle = 1.0, QPointF(0, 0)
        self._grabbed: QPointF | None = None
        self._lasso: list[QPointF] = []
        self._hovered = QPointF()
        self._rest = QTimer(self, interval=_HOVER, singleShot=True)
        self._rest.timeout.connect(self._point)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setAccessibleName(tr("Map of the texts"))
        self.setAccessibleDescription(
            tr("Arrow keys go to the next point, plus and minus zoom, Home shows all, Escape leaves.")
        )
        theme.changed.connect(self.update)

    def show_points(self, points: NDArray[np.float32]) -> None:
        """Show a point for each record; NaN for none. Zoom and middle stay."""
        self._points = points
        self._codes = np.zeros(len(points), np.int64)
        self._shown = np.ones(len(points), np.bool_)
        self._selected = self._selected[self._selected < len(points)]
        self.update()

    def show_codes(self, codes: NDArray[np.int64], entries: Sequence[tuple[str, QColor]]) -> None:
        """Draw each point with the symbol and the colour of its entry; -1 draws it faint."""
        self._codes, self._entries = codes, entries
        self.update()

    def show_matching(self, rows: NDArray[np.int64]) -> None:
        """Draw only these records strongly: those that the table shows."""
        self._shown = np.zeros(len(self._points), np.bool_)
        self._shown[rows[rows < len(self._shown)]] = True
        self.update()

    def show_selection(self, current: int, selected: NDArray[np.int64]) -> None:
        """Mark the current record of the table and the selected ones."""
        self._current, self._selected = current, selected[selected < len(self._points)]
        self.update()

    @Slot()
    def show_all(self) -> None:
        """Show the whole map."""
        self._zoom, self._middle = 1.0, QPointF(0, 0)
        self.update()

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom around a place of the widget, or its middle."""
        around = around or QPointF(self.width() / 2, self.height() / 2)
        before = self._at(around)
        self._zoom = min(_MOST_ZOOM, max(0.5, self._zoom * factor))
        self._middle += before - self._at(around)
        self.update()

    def _pan(self, by: QPointF) -> None:
        """Move the points by some pixels."""
        across, down = self._scales()
        self._middle -= QPointF(by.x() / across, by.y() / down)
        self.update()

    def place_of(self, row: int) -> QPointF:
        """Return where the point of a record is in the widget."""
        x, y = self._places()[row]
        return QPointF(float(x), float(y))

    def _scales(self) -> tuple[float, float]:
        """Return the pixels per unit; the map is stretched, since its directions mean nothing."""
        down = max(1.0, self.height() / 2 - _EDGE)
        return min(max(1.0, self.width() / 2 - _EDGE), _STRETCH * down) * self._zoom, down * self._zoom

    def _at(self, place: QPointF) -> QPointF:
        """Return the place of the map at a place of the widget."""
        across, down = self._scales()
        return QPointF(
            (place.x() - self.width() / 2) / across + self._middle.x(),
            (place.y() - self.height() / 2) / down + self._middle.y(),
        )

    def _places(self) -> NDArray[np.float32]:
        """Return the points in pixels of the widget."""
        middle = np.array([self._middle.x(), self._middle.y()], np.float32)
        half = np.array([self.width() / 2, self.height() / 2], np.float32)
        places: NDArray[np.float32] = (self._points - middle) * np.array(self._scales(), np.float32) + half
        return places

    def _nearest(self, place: QPointF, places: NDArray[np.float32]) -> int:
        """Return the record at a place, a shown one if there is one; -1 for none."""
        if not len(places):
            return -1
        distance = np.hypot(places[:, 0] - place.x(), places[:, 1] - place.y())
        distance = np.nan_to_num(distance, nan=np.inf)
        for among in (np.where(self._shown, distance, np.inf), distance):
            row = int(among.argmin())
            if among[row] <= _REACH:
                return row
        return -1

    @Slot()
    def _point(self) -> None:
        row = self._nearest(self._hovered, self._places())
        if row >= 0:
            self.pointed.emit(row)

    def show_text(self, row: int, text: str) -> None:
        """Show the text of a record next to its point while the pointer is there."""
        if self._nearest(self._hovered, self._places()) == row:
            QToolTip.showText(self.mapToGlobal(self._hovered.toPoint() + QPoint(12, 12)), text, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = self._theme.colours, QPainter(self)
        places = self._places()
        order = np.flatnonzero(self._shown & (self._codes >= 0))
        on_screen = order[self._is_on_screen(places[order])]
        with_signs = len(on_screen) <= _MOST_SIGNS
        self._paint_points(painter, places, order, with_signs=with_signs)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if with_signs:
            side = widened(_SIGN, self.fontMetrics())
            for row in on_screen.tolist():
                sign, colour = self._entries[self._codes[row]]
                x, y = places[row]
                draw_sign(painter, QRectF(x - side / 2, y - side / 2, side, side), sign, colour)
        self._paint_marks(painter, places)
        if len(self._lasso) > 1:
            painter.setPen(QPen(colours.accent, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(QPolygonF(self._lasso))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 2) if self.hasFocus() else QPen(colours.line, 1))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_points(
        self, painter: QPainter, places: NDArray[np.float32], order: NDArray[np.intp], *, with_signs: bool
    ) -> None:
        """Paint the faint points, and the others as squares unless they are drawn as symbols."""
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        width, height = max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio))
        image = np.full((height, width), colours.base.rgba(), np.uint32)
        size = max(2, round((3 if len(self._points) > 20_000 else 4) * ratio * min(2.0, self._zoom**0.25)))
        pixels = places * np.float32(ratio)
        hidden = np.flatnonzero(~(self._shown & (self._codes >= 0)))
        faint = np.full(len(hidden), colours.line.rgba(), np.uint32)
        draw_points(image, pixels[hidden], faint, max(2, size - 1))
        if not with_signs:
            table = np.array([colour.rgba() for _, colour in self._entries] or [0], np.uint32)
            draw_points(image, pixels[order], table[self._codes[order]], size)
        made = QImage(image.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, made)

    def _paint_marks(self, painter: QPainter, places: NDArray[np.float32]) -> None:
        """Paint a ring around the current record, and around the selected ones if they are few."""
        colours = self._theme.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = widened(_SIGN, self.fontMetrics())
        several = self._selected if 1 < len(self._selected) <= _MOST_RINGS else self._selected[:0]
        for row, radius, width in (
            *((row, side * 0.75, 1.5) for row in several.tolist()),
            (self._current, side, 2.5),
        ):
            if 0 <= row < len(places) and not np.isnan(places[row, 0]):
                painter.setPen(QPen(colours.text, width))
                painter.drawEllipse(QPointF(*places[row].tolist()), radius, radius)

    def _is_on_screen(self, places: NDArray[np.float32]) -> NDArray[np.bool_]:
        x, y = places[:, 0], places[:, 1]
        inside: NDArray[np.bool_] = (x >= -_SIGN) & (x < self.width() + _SIGN)
        return inside & (y >= -_SIGN) & (y < self.height() + _SIGN)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        QToolTip.hideText()
        self._rest.stop()
        pans = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not pans:
            self._lasso = [event.position()]
        else:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._grabbed is not None:
            self._pan(place - self._grabbed)
            self._grabbed = place
        elif self._lasso:
            if len(self._lasso) > 1 or (place - self._lasso[0]).manhattanLength() >= _DRAG:
                self._lasso.append(place)
                self.update()
        else:
            self._hovered = place
            QToolTip.hideText()
            self._rest.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._grabbed = None
        lasso, self._lasso = self._lasso, []
        self.update()
        places = self._places()
        if len(lasso) > 1:
            outline = np.array([(each.x(), each.y()) for each in lasso], np.float32)
            rows = np.flatnonzero(inside_polygon(places, outline) & self._shown)
            if len(rows):
                self.lassoed.emit(rows.astype(np.int64))
        elif lasso and (row := self._nearest(lasso[0], places)) >= 0:
            self.chosen.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.zoom_by(_STEP**3, event.position())

    def leaveEvent(self, event: object) -> None:
        self._rest.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / 120
        if turns:
            self.zoom_by(_STEP**turns, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, way = event.key(), _WAYS.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._pan(QPointF(way[0], way[1]) * -_PAN)
        elif way is not None:
            self._choose_towards(np.array(way, np.float32))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_Home:
            self.show_all()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _choose_towards(self, way: NDArray[np.float32]) -> None:
        """Choose the nearest shown point in a direction, or any one if none is current."""
        places = self._places()
        among = (
            np.flatnonzero(self._shown & ~np.isnan(places[:, 0])) if len(places) else np.zeros(0, np.int64)
        )
        if not len(among):
            return
        if not 0 <= self._current < len(places) or np.isnan(places[self._current, 0]):
            self.chosen.emit(int(among[0]))
            return
        offset = places[among] - places[self._current]
        ahead = offset @ way
        aside = np.abs(offset @ way[::-1])
        reachable = (ahead > 0.5) & (aside <= 2 * ahead)
        if reachable.any():
            cost = np.where(reachable, ahead + 2 * aside, np.inf)
            self.chosen.emit(int(among[int(cost.argmin())]))

    def sizeHint(self) -> QSize:
        return QSize(480, 320)


Pixels = NDArray[np.uint32]
"""An image as 0xAARRGGBB, shape (height, width)."""
Places = NDArray[np.float32]
"""Points in pixels, shape (n, 2)."""
_FAR: Final = 1e6


def draw_points(image: Pixels, places: Places, colours: NDArray[np.uint32], size: int) -> None:
    """Draw a square of `size` pixels around each place inside the image."""
    height, width = image.shape
    if size > min(height, width):
        return
    rounded = np.clip(np.nan_to_num(places, nan=-_FAR), -_FAR, _FAR).astype(np.int64)
    inside = ((rounded >= 0) & (rounded < (width, height))).all(axis=1)
    left, top = np.clip(rounded[inside] - size // 2, 0, (width - size, height - size)).T
    flat, start, ink = image.reshape(-1), top * width + left, colours[inside]
    for down, right in itertools.product(range(size), repeat=2):
        flat[start + down * width + right] = ink


def inside_polygon(places: Places, polygon: Places) -> NDArray[np.bool_]:
    """Return which places are inside a closed polygon, by the even-odd rule; False for NaN."""
    found = np.zeros(len(places), np.bool_)
    if len(polygon) < 3:
        return found
    low, high = polygon.min(axis=0), polygon.max(axis=0)
    near = np.flatnonzero(((places >= low) & (places <= high)).all(axis=1))
    x, y = places[near, 0], places[near, 1]
    odd = np.zeros(len(near), np.bool_)
    for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
        if y0 != y1:
            crosses = (y0 > y) != (y1 > y)
            odd ^= crosses & (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0)
    found[near] = odd
    return found


_MOST_ENTRIES: Final = 12
"""Tags in the legend, the most frequent ones; the filter pane has all."""
_CUTS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
_DOT: Final = "●"
_ICON: Final = 14


@dataclass(frozen=True)
class LegendEntry:
    """A line of the legend: its name, symbol and colour, and the conditions that show only its records."""

    name: str
    sign: str
    colour: QColor
    facets: tuple[QueryTerm, ...]


class MapPanel(QWidget):
    """Shows the map.

    Signals: `colouring_chosen()`; `facet_chosen(facets)` for a click on the legend, with their
    conditions.
    """

    colouring_chosen = Signal()
    facet_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoFillBackground(True)
        self.view = MapView(theme, self)
        self.colouring = QComboBox(self)
        self.colouring.setAccessibleName(tr("Colour of the points"))
        for name, colouring in (
            (tr("By tag"), by_tag),
            (tr("By status"), by_status),
            (tr("By confidence"), by_confidence),
        ):
            self.colouring.addItem(name, colouring)
        self.colouring.activated.connect(self.colouring_chosen)
        self.whole = FlatButton(theme, tr("Show all points"), self)
        self.whole.clicked.connect(self.view.show_all)
        self.state = MutedLabel(theme, "", self)
        self.state.setAccessibleName(tr("State of the map"))
        self.state.setMinimumHeight(self.colouring.sizeHint().height())  # in line with it
        self._legend = QWidget(self, accessibleName=tr("Legend"))
        self._flow = FlowLayout(self._legend)
        vbox(
            flowing(self.colouring, self.whole, self.state),
            self._legend,
            (self.view, 1),
            parent=self,
            margins=(GAP, UNIT, GAP, GAP),
            spacing=UNIT,
        )

    def show_states(self, states: States, tags: Sequence[TagInfo], *, is_known: bool) -> None:
        """Colour the points by the states of the records; `is_known` says whether there are places."""
        entries, codes = self.colouring.currentData()(states, tags, self._theme.colours)
        codes = np.where(states.gone, -1, codes)
        if is_known:
            self.view.show_codes(codes, [(entry.sign, entry.colour) for entry in entries])
        counts = np.bincount(codes[codes >= 0], minlength=len(entries))
        self._show_legend(entries, counts)

    def _show_legend(self, entries: Sequence[LegendEntry], counts: NDArray[np.int64]) -> None:
        self._flow.delete_all()
        filled = [place for place in np.argsort(-counts, kind="stable").tolist() if counts[place]]
        buttons = [self._button(entries[n], int(counts[n])) for n in sorted(filled[:_MOST_ENTRIES])]
        for button in buttons:
            self._flow.addWidget(button)
            button.show()
        if len(filled) > _MOST_ENTRIES:
            rest = QLabel(tr("and {n:,} more", n=len(filled) - _MOST_ENTRIES), self._legend)
            rest.setFixedHeight(buttons[0].sizeHint().height())  # in line with the buttons next to it
            self._flow.addWidget(rest)
            rest.show()
        self._flow.invalidate()
        self._legend.updateGeometry()

    def _button(self, entry: LegendEntry, count: int) -> QPushButton:
        name = tr("{name} ({n})", name=entry.name, n=format_number(count))
        button: QPushButton = FlatButton(self._theme, escape_mnemonic(name), self._legend)
        button.setIcon(_icon(entry, widened(_ICON, self.fontMetrics())))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the map
        button.setToolTip(tr("Show only these records, or all again"))
        button.setAccessibleName(
            tr_plural("{name}, {n:,} record", "{name}, {n:,} records", count, name=entry.name)
        )
        button.clicked.connect(partial(self.facet_chosen.emit, entry.facets))
        return button


Colouring = tuple[list[LegendEntry], NDArray[np.int64]]
"""The entries of the legend, and the entry of each record; -1 for none."""


def by_tag(states: States, tags: Sequence[TagInfo], colours: Colours) -> Colouring:
    """Return an entry for each tag."""
    known = {tag.name: tag for tag in tags}
    shown = [known.get(name) or unknown_tag(name) for name in states.tag_names]
    entries = [
        LegendEntry(
            tag.label,
            tag.sign,
            colours.tag(tag.colour),
            (TagTerm(value=tag.name, tags=frozenset({tag.name})),),
        )
        for tag in shown
    ]
    return entries, shown_tags(states).astype(np.int64)


def by_status(states: States, _tags: Sequence[TagInfo], colours: Colours) -> Colouring:
    """Return an entry for each status."""
    lines = (
        (Status.TO_REVIEW, "undecided", tr("Undecided"), "○", colours.faint),
        (Status.ACCEPTED, "accepted", tr("Accepted"), _DOT, colours.good),
        (Status.CORRECTED, "corrected", tr("Corrected"), "■", colours.warning),
        (Status.KNOWN, "known", tr("From the table"), "◆", colours.accent),
    )
    entries = [
        LegendEntry(name, sign, colour, (IsTerm(value=word),)) for _, word, name, sign, colour in lines
    ]
    place = np.full(max(Status) + 1, -1, np.int64)
    place[[int(status) for status, *_ in lines]] = np.arange(len(lines))
    return entries, place[states.status]


def by_confidence(states: States, _tags: Sequence[TagInfo], colours: Colours) -> Colouring:
    """Return an entry for each range of confidence."""
    entries = []
    for number, (low, high) in enumerate(itertools.pairwise(_CUTS)):
        name = tr("{low:.2f} to {high:.2f}", low=low, high=high)
        colour = blend(colours.warning, colours.accent, number / (len(_CUTS) - 2))
        bounds = (("<=", high),) if low == 0 else ((">=", low), ("<=", high)) if high < 1 else ((">=", low),)
        terms = tuple(ConfidenceTerm.bound(sign, number) for sign, number in bounds)
        entries.append(LegendEntry(name, _DOT, colour, terms))
    known = (states.predicted >= 0) & ~np.isnan(states.confidence)
    codes = np.searchsorted(np.array(_CUTS[1:-1], np.float32), np.nan_to_num(states.confidence), side="right")
    return entries, np.where(known, codes, -1).astype(np.int64)


def _icon(entry: LegendEntry, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sign(painter, picture.rect().toRectF().adjusted(1, 1, -1, -1), entry.sign, entry.colour)
    painter.end()
    return picture
