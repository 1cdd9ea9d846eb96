"""The map with its legend, and what the points are coloured by."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from mltag_desktop.core.workspace.search.conditions import ConfidenceTerm, IsTerm, QueryTerm, TagTerm
from mltag_desktop.core.workspace.search.filtering import present, shown_tags
from mltag_desktop.core.workspace.types import States, Status, TagInfo
from mltag_desktop.gui.i18n.translation import escape_mnemonic, format_number, tr, tr_plural
from mltag_desktop.gui.table.map_view import MapView
from mltag_desktop.gui.widgets.common import FlatButton, MutedLabel
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.layout.flow_layout import FlowLayout, flowing
from mltag_desktop.gui.widgets.tag_chip import draw_sign
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Colours, Theme, widened

_MOST_ENTRIES: Final = 12
"""Tags in the legend, the most frequent ones; the filter pane has all."""
_CUTS: Final = (0.0, 0.5, 0.7, 0.8, 0.9, 1.0)
_DOT: Final = "●"
_ICON: Final = 14


class ColourBy(StrEnum):
    """The colouring of the points."""

    TAG = "tag"
    STATUS = "status"
    CONFIDENCE = "confidence"


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
        for kind, name in (
            (ColourBy.TAG, tr("By tag")),
            (ColourBy.STATUS, tr("By status")),
            (ColourBy.CONFIDENCE, tr("By confidence")),
        ):
            self.colouring.addItem(name, kind)
        self.colouring.activated.connect(self.colouring_chosen)
        self.whole = FlatButton(theme, tr("Show all points"), self)
        self.whole.clicked.connect(self.view.show_all)
        self.state = MutedLabel(theme, "", self)
        self.state.setAccessibleName(tr("State of the map"))
        self.state.setMinimumHeight(self.colouring.sizeHint().height())  # in line with it
        self._legend = QWidget(self)
        self._legend.setAccessibleName(tr("Legend"))
        self._flow = FlowLayout(self._legend)
        self._entries: list[QWidget] = []
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
        kind = ColourBy(self.colouring.currentData())
        colours = self._theme.colours
        if kind is ColourBy.TAG:
            entries, codes = by_tag(states, tags, colours)
        elif kind is ColourBy.STATUS:
            entries, codes = by_status(states, colours)
        else:
            entries, codes = by_confidence(states, colours)
        if len(states.gone):
            codes = np.where(present(states), codes, -1)
        if is_known:
            self.view.show_codes(codes, [(entry.sign, entry.colour) for entry in entries])
        counts = np.bincount(codes[codes >= 0], minlength=len(entries))
        self._show_legend(entries, counts)

    def _show_legend(self, entries: Sequence[LegendEntry], counts: NDArray[np.int64]) -> None:
        for widget in self._entries:
            widget.hide()
            widget.deleteLater()
        self._entries = []
        self._flow.empty()
        filled = [place for place in np.argsort(-counts, kind="stable").tolist() if counts[place]]
        for place in sorted(filled[:_MOST_ENTRIES]):
            self._add_entry(entries[place], int(counts[place]))
        if len(filled) > _MOST_ENTRIES:
            rest = QLabel(tr("and {n:,} more", n=len(filled) - _MOST_ENTRIES), self._legend)
            rest.setFixedHeight(self._entries[0].sizeHint().height())  # in line with the buttons next to it
            self._entries.append(rest)
            self._flow.addWidget(rest)
            rest.show()
        self._flow.invalidate()
        self._legend.updateGeometry()

    def _add_entry(self, entry: LegendEntry, count: int) -> None:
        name = tr("{name} ({n})", name=entry.name, n=format_number(count))
        button: QPushButton = FlatButton(self._theme, escape_mnemonic(name), self._legend)
        button.setIcon(_icon(entry, widened(_ICON, self.fontMetrics())))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the map
        button.setToolTip(tr("Show only these records, or all again"))
        button.setAccessibleName(
            tr_plural("{name}, {n:,} record", "{name}, {n:,} records", count, name=entry.name)
        )
        button.setProperty("facets", entry.facets)
        button.clicked.connect(self._choose)
        self._entries.append(button)
        self._flow.addWidget(button)
        button.show()

    @Slot()
    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.facet_chosen.emit(sender.property("facets"))


def by_tag(
    states: States, tags: Sequence[TagInfo], colours: Colours
) -> tuple[list[LegendEntry], NDArray[np.int64]]:
    """Return an entry for each tag, and the entry of each record; -1 without a tag."""
    known = {tag.name: tag for tag in tags}
    entries = [
        LegendEntry(
            known[name].label if name in known else name,
            known[name].sign if name in known else _DOT,
            colours.tag(known[name].colour) if name in known else colours.faint,
            (TagTerm(value=name, tags=frozenset({name})),),
        )
        for name in states.tag_names
    ]
    return entries, shown_tags(states).astype(np.int64)


def by_status(states: States, colours: Colours) -> tuple[list[LegendEntry], NDArray[np.int64]]:
    """Return an entry for each status, and the entry of each record."""
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


def by_confidence(states: States, colours: Colours) -> tuple[list[LegendEntry], NDArray[np.int64]]:
    """Return an entry for each range of confidence, and the entry of each record; -1 without a prediction."""
    entries = []
    for number, (low, high) in enumerate(itertools.pairwise(_CUTS)):
        name = tr("{low:.2f} to {high:.2f}", low=low, high=high)
        colour = _mixed(colours.warning, colours.accent, number / (len(_CUTS) - 2))
        bounds = (("<=", high),) if low == 0 else ((">=", low), ("<=", high)) if high < 1 else ((">=", low),)
        terms = tuple(ConfidenceTerm.bound(sign, number) for sign, number in bounds)
        entries.append(LegendEntry(name, _DOT, colour, terms))
    known = (states.predicted >= 0) & ~np.isnan(states.confidence)
    codes = np.searchsorted(np.array(_CUTS[1:-1], np.float32), np.nan_to_num(states.confidence), side="right")
    return entries, np.where(known, codes, -1).astype(np.int64)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def _icon(entry: LegendEntry, side: int) -> QPixmap:
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sign(painter, picture.rect().toRectF().adjusted(1, 1, -1, -1), entry.sign, entry.colour)
    painter.end()
    return picture
