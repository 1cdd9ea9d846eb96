"""The filter panel: record counts by status, mark, tag, confidence and column; a click filters the table."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)

from mltag_desktop.core.workspace.decisions.tag_lists import groups_of, name_in_group
from mltag_desktop.core.workspace.search.column_values import ColumnValues
from mltag_desktop.core.workspace.search.conditions import (
    NEAR_DUPLICATE,
    POSSIBLY_WRONG,
    REVIEW,
    ColumnTerm,
    ConfidenceTerm,
    IsTerm,
    QueryTerm,
    TagTerm,
)
from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.types import Mark, Status, TagInfo
from mltag_desktop.gui.filters.confidence_histogram import ConfidenceHistogram
from mltag_desktop.gui.i18n import escape_mnemonic, format_number, mirrored, tr, tr_plural
from mltag_desktop.gui.table.table_model import MARK_ICONS
from mltag_desktop.gui.widgets.common import draw_button
from mltag_desktop.gui.widgets.icons import SIZE
from mltag_desktop.gui.widgets.icons import draw as draw_icon
from mltag_desktop.gui.widgets.layout import vbox
from mltag_desktop.gui.widgets.tag_chip import draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, row_height, tabular, widened

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

_FILTERED_FROM: Final = 13
"""Number of tags from which they can be filtered by their names."""
_IS_LINES: Final = (
    ("review", REVIEW, tr("To review"), "unsure", None),
    ("status:ACCEPTED", "accepted", tr("Accepted"), "accepted", Status.ACCEPTED),
    ("status:CORRECTED", "corrected", tr("Corrected"), "corrected", Status.CORRECTED),
    ("status:KNOWN", "known", tr("From the table"), "known", Status.KNOWN),
    ("mark:FLAGGED", "flagged", tr("Flagged"), MARK_ICONS[Mark.FLAGGED], Mark.FLAGGED),
    ("mark:SKIPPED", "skipped", tr("Skipped"), MARK_ICONS[Mark.SKIPPED], Mark.SKIPPED),
    ("mark:UNSURE", "unsure", tr("Unsure"), MARK_ICONS[Mark.UNSURE], Mark.UNSURE),
    ("mark:NOTED", "noted", tr("With a note"), MARK_ICONS[Mark.NOTED], Mark.NOTED),
    ("mark:OFF_TOPIC", "off-topic", tr("Off topic"), MARK_ICONS[Mark.OFF_TOPIC], Mark.OFF_TOPIC),
    ("near-duplicates", NEAR_DUPLICATE, tr("Near-duplicates"), "copies", None),
    ("possibly-wrong", POSSIBLY_WRONG, tr("Possibly wrong tags"), "error", None),
)
"""Object name, word of the query language, name, icon, and the status or mark that is counted."""
_TIPS: Final = {
    "off-topic": tr("Marked as off topic, or unlike the training data and undecided"),
    NEAR_DUPLICATE: tr("Records with nearly the same words as another one"),
    POSSIBLY_WRONG: tr("A model that was trained on other records expects another tag"),
}
_COUNTED: Final = {word: counted for _, word, _, _, counted in _IS_LINES}
_SELDOM: Final = ("known", "off-topic", POSSIBLY_WRONG)
"""Words whose lines are hidden while they match no record."""
_REVIEW: Final = IsTerm(value=REVIEW)
_MARK: Final = IsTerm(value="flagged").facet


class FacetButton(QAbstractButton):
    """A line of the panel: icon or tag symbol, name, record count, and the condition that it chooses."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None,
        icon: str = "",
        tag: TagInfo | None = None,
        *,
        indented: bool = False,
    ) -> None:
        """Show `name` with an icon or the symbol of `tag`; `indented` for a line of a group."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._indented = indented
        self.tag = tag
        self.term: QueryTerm | None = None
        """The condition that the line chooses."""
        self.count: int | None = None
        """The shown number of records."""
        self._key = ""
        self.name = name
        self._whole_name = tag.name if tag else name
        self.setText(escape_mnemonic(name))
        self.setToolTip(tag.name if tag else "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self._whole_name)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """Show the key that sets the tag, as text; empty for none."""
        self._key = key
        name = self._whole_name
        self.setToolTip(tr("{name} (key {key})", name=name, key=key) if key else name)
        self.update()

    def show_count(self, count: int | None) -> None:
        """Show the number of records; None hides it."""
        if count == self.count:
            return
        self.count = count
        name = self._whole_name
        if count is not None:
            name = tr_plural("{name}, {n:,} record", "{name}, {n:,} records", count, name=name)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        filled = self.isEnabled() and (self.isChecked() or self.underMouse())
        fill = (colours.selection if self.isChecked() else colours.hover) if filled else None
        draw_button(painter, body, fill, colours, focused=self.hasFocus())
        side = widened(SIZE, self.fontMetrics())
        whole = self.rect().adjusted(GAP, 0, -GAP, 0)
        line = mirrored(painter, whole, whole.adjusted(side * self._indented, 0, 0, 0))
        place = self._sign_place(line)
        if self.tag is not None:
            inset = side * 3 / SIZE
            place = mirrored(painter, line, place.adjusted(inset, inset, -inset, -inset))
            draw_sign(painter, place, self.tag.sign, colours.tag(self.tag.colour))
        elif self._icon:
            draw_icon(painter, mirrored(painter, line, place), self._icon, colours.muted)
        font = tabular(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        ink = colours.text if self.isEnabled() else colours.faint
        used = 0
        for text, is_strong in (
            ("" if self.count is None else format_number(self.count), self.isChecked()),
            (f"[{self._key}]" if self._key else "", False),
        ):
            painter.setPen(ink if is_strong else colours.muted)
            painter.drawText(mirrored(painter, line, line.adjusted(0, 0, -used, 0)), _RIGHT, text)
            used += metrics.horizontalAdvance(text) + GAP if text else 0
        room = line.adjusted(side + GAP, 0, -used, 0)
        painter.setPen(ink)
        if self.tag is not None:
            text = elided_name(self.name, metrics, room.width())
        else:
            text = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(painter, line, room), _LEFT, text)

    def _sign_place(self, line: QRect) -> QRectF:
        """Return where the icon of a line is, from left to right."""
        side = widened(SIZE, self.fontMetrics())
        return QRectF(line.left() - 1, line.center().y() - (side - 1) / 2, side, side)

    def sizeHint(self) -> QSize:
        return QSize(44 * UNIT, row_height(self.fontMetrics()))


class GroupButton(FacetButton):
    """A line of a group of tags; its arrow hides or shows the lines of its tags, as do Left and Right.

    Signals: `toggled_open()`.
    """

    toggled_open = Signal()

    def __init__(self, theme: Theme, term: TagTerm, parent: QWidget, *, is_open: bool) -> None:
        super().__init__(theme, term.value, parent)
        self.is_open = is_open
        self.tags = term.tags
        self.setToolTip(tr("All tags of {group}; the arrow hides or shows them", group=term.value))

    def set_open(self, is_open: bool) -> None:
        """Show or hide the lines of the tags."""
        self.is_open = is_open
        self.toggled_open.emit()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close the group by a click on its arrow."""
        side = widened(SIZE, self.fontMetrics()) + 2 * GAP
        start = event.position().x()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start = self.width() - start
        if start < side:
            self.set_open(not self.is_open)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.set_open(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        line = self.rect().adjusted(GAP, 0, -GAP, 0)
        option = QStyleOption()
        option.initFrom(self)
        option.rect = mirrored(painter, line, self._sign_place(line)).toRect()
        arrow = QStyle.PrimitiveElement.PE_IndicatorArrowDown
        if not self.is_open:
            arrow = QStyle.PrimitiveElement.PE_IndicatorArrowRight
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                arrow = QStyle.PrimitiveElement.PE_IndicatorArrowLeft
        self.style().drawPrimitive(arrow, option, painter, self)


class FilterPanel(QScrollArea):
    """Lets the curator choose which records the table shows.

    Signals: `wanted(filter)` after each change; `quarantine_requested()` for the quarantined records;
    `line_requested(text)` for a saved filter; `report_requested()` for the import report;
    `meaning_requested(tag)` from the menu of a tag; `tags_requested()` where there are no tags.
    """

    wanted = Signal(object)
    quarantine_requested = Signal()
    line_requested = Signal(str)
    report_requested = Signal()
    meaning_requested = Signal(str)
    tags_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.terms: tuple[QueryTerm, ...] = ()
        """The conditions that are chosen here."""
        self._is_narrowed = False
        self._lines: list[FacetButton] = []
        """The lines that choose a condition."""
        self._saved: tuple[str, ...] = ()
        self._columns: tuple[ColumnValues, ...] = ()
        self._body = QWidget(self)
        self._column = vbox(parent=self._body, margins=GAP, spacing=0)
        self._tag_column, self._more = vbox(spacing=0), vbox(spacing=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Filter"))
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heading(tr("Records"), self._column)
        self._all = self._line("all", FacetButton(theme, tr("All"), self._body), self._choose)
        for name, word, text, icon, _ in _IS_LINES:
            line = FacetButton(theme, text, self._body, icon)
            line.setToolTip(_TIPS.get(word, ""))
            self._term_line(name, line, IsTerm(value=word), self._column)
        self._quarantined = self._command_line(
            "quarantined",
            FacetButton(theme, tr("Unreadable rows…"), self._body, "error"),
            tr("Source lines that could not be read"),
            self.quarantine_requested,
        )
        self._findings = self._command_line(
            "findings",
            FacetButton(theme, tr("Findings…"), self._body, "info"),
            tr("Unusual records: the import report"),
            self.report_requested,
        )
        self._heading(tr("Tags"), self._column)
        self.tag_filter = QLineEdit(self._body)
        self.tag_filter.setPlaceholderText(tr("Find a tag"))
        self.tag_filter.setAccessibleName(tr("Find a tag"))
        self.tag_filter.setClearButtonEnabled(True)
        self.tag_filter.textChanged.connect(self._show_matching)
        self.tag_filter.hide()
        self._column.addWidget(self.tag_filter)
        self._no_tags = self._command_line(
            "choose-tags",
            FacetButton(theme, tr("Choose tags…"), self._body, "question"),
            tr("This table has no tags yet."),
            self.tags_requested,
        )
        self._column.addLayout(self._tag_column)
        self._heading(tr("Confidence"), self._column)
        self.histogram = ConfidenceHistogram(theme, self._body)
        self.histogram.chosen.connect(self._choose_confidence)
        self._column.addWidget(self.histogram)
        self._column.addLayout(self._more)
        self._column.addStretch(1)
        self.setWidget(self._body)
        self._render()

    def show_tags(self, tags: tuple[TagInfo, ...], keys: Mapping[str, str] | None = None) -> None:
        """Show a line for each tag, with its key in `keys`; the tags of a group follow its line."""
        closed = {group.name for group in self._groups() if not group.is_open}
        self._empty(self._tag_column)
        infos = {tag.name: tag for tag in tags}
        groups = {name: tags for name, tags in groups_of(infos).items() if name.count("/") == 1}
        of = {name: group for group, names in groups.items() for name in names}
        for name in infos:
            group = of.get(name, "")
            if not group:
                self._add_tag(infos[name], "", keys)
            elif name == groups[group][0]:
                term = TagTerm(value=group, tags=frozenset(groups[group]))
                line = GroupButton(self._theme, term, self._body, is_open=group not in closed)
                line.toggled_open.connect(self._show_matching)
                self._term_line(f"group:{group}", line, term, self._tag_column)
                for member in groups[group]:
                    self._add_tag(infos[member], group, keys)
        self._no_tags.setVisible(not infos)
        self.tag_filter.setVisible(len(infos) >= _FILTERED_FROM)
        if len(infos) < _FILTERED_FROM:
            self.tag_filter.clear()
        self._show_matching()
        self._render()

    def clear_tags(self) -> None:
        """Show no tags, for when no table is open."""
        self.show_tags(())
        self._no_tags.hide()

    def _add_tag(self, tag: TagInfo, group: str, keys: Mapping[str, str] | None) -> None:
        term = TagTerm(value=tag.name, tags=frozenset({tag.name}))
        label = tag.short or name_in_group(tag.name, group)
        line = FacetButton(self._theme, label, self._body, "", tag, indented=bool(group))
        line.show_key((keys or {}).get(tag.name, ""))
        meaning = QAction(tr("What the tag means…"), line)
        meaning.triggered.connect(partial(self.meaning_requested.emit, tag.name))
        line.addAction(meaning)
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._term_line(f"tag:{tag.name}", line, term, self._tag_column)

    @Slot()
    def _show_matching(self) -> None:
        """Show the tags that match the typed text, also in closed groups, or all tags of open groups."""
        words = self.tag_filter.text().casefold().split()
        names = [line.tag.name for line in self._lines if line.tag is not None]
        shown = {name for name in names if all(word in name.casefold() for word in words)}
        closed = set[str]()
        for group in self._groups():
            group.setVisible(not shown.isdisjoint(group.tags))
            if not (group.is_open or words):
                closed |= group.tags
        for line in self._lines:
            if line.tag is not None:
                line.setVisible(line.tag.name in shown - closed)

    def _groups(self) -> list[GroupButton]:
        return [line for line in self._lines if isinstance(line, GroupButton)]

    @Slot(object)
    def show_counts(self, counts: Counts | None) -> None:
        """Show how many records each line matches together with the other active conditions."""
        self._all.show_count(counts.total if counts else None)
        for line in self._lines:
            line.show_count(self._count(line.term, counts) if counts else None)
            if isinstance(line.term, IsTerm) and line.term.value in _SELDOM:
                line.setVisible(bool(line.count) or line.term in self.terms)
        self.histogram.bars.show_counts(counts.histogram if counts else ())

    def _count(self, term: QueryTerm | None, counts: Counts) -> int | None:
        if isinstance(term, TagTerm):
            return sum(counts.by_tag.get(name, 0) for name in term.tags)
        if isinstance(term, ColumnTerm):
            column = next(column for column in self._columns if column.column == term.column)
            by_value = zip(column.values, counts.by_value.get(column.column, ()), strict=False)
            return next((count for (value, _), count in by_value if value == term.value), None)
        if term == _REVIEW:
            return counts.to_review if counts.is_final else None
        counted = _COUNTED.get(term.value) if term else None
        if isinstance(counted, Status):
            return counts.by_status.get(counted, 0)
        if counted is not None:
            return counts.by_mark.get(counted, 0)
        is_near = term is not None and term.value == NEAR_DUPLICATE
        return counts.near_duplicates if is_near else counts.possibly_wrong

    @Slot(object)
    def show_findings(self, count: int) -> None:
        """Show the number of import findings; hide the line if it is 0."""
        self._findings.show_count(count)
        self._findings.setVisible(count > 0)

    @Slot(object)
    def show_quarantined(self, count: int) -> None:
        """Show the number of quarantined records; hide the line if it is 0."""
        self._quarantined.show_count(count)
        self._quarantined.setVisible(count > 0)

    def show_terms(self, terms: Sequence[QueryTerm], *, narrowed: bool = False) -> None:
        """Check the lines of some conditions; `narrowed` means that something else hides records, too."""
        self.terms, self._is_narrowed = tuple(terms), narrowed
        self._render()

    @Slot(object)
    def show_columns(self, columns: tuple[ColumnValues, ...]) -> None:
        """Show a group for each column with few values; later counts refer to these columns."""
        if columns != self._columns:
            self._columns = columns
            self._fill_more()

    @Slot(object)
    def show_saved(self, lines: tuple[str, ...]) -> None:
        """Show a line for each saved filter."""
        self._saved = lines
        self._fill_more()

    def _fill_more(self) -> None:
        self._empty(self._more)
        if self._saved:
            self._heading(tr("Saved filters"), self._more)
        for text in self._saved:
            line = FacetButton(self._theme, text, self._body, "search")
            line.setToolTip(text)
            self._line("", line, partial(self.line_requested.emit, text), self._more)
        for column in self._columns:
            self._heading(column.name[:1].upper() + column.name[1:], self._more)
            for value, count in column.values:
                line = FacetButton(self._theme, value, self._body)
                line.setToolTip(value)
                line.show_count(count)
                self._term_line(f"value:{column.name}={value}", line, _value_term(column, value), self._more)
        self._render()

    def _empty(self, column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is None:
                continue
            widget.hide()
            widget.deleteLater()
            if isinstance(widget, FacetButton) and widget in self._lines:
                self._lines.remove(widget)

    def _heading(self, text: str, column: QVBoxLayout) -> None:
        label = QLabel(text, self._body)
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        label.setContentsMargins(GAP, GROUP if self._column.count() else UNIT, GAP, UNIT)
        column.addWidget(label)
        label.show()

    def _line(
        self, name: str, line: FacetButton, run: Callable[[], object], column: QVBoxLayout | None = None
    ) -> FacetButton:
        line.setObjectName(name)
        line.clicked.connect(lambda: run())
        (column or self._column).addWidget(line)
        line.show()
        return line

    def _command_line(self, name: str, line: FacetButton, tip: str, wanted: SignalInstance) -> FacetButton:
        """Add a hidden line that opens something."""
        line.setToolTip(tip)
        line.setCheckable(False)
        self._line(name, line, wanted.emit).hide()
        return line

    def _term_line(self, name: str, line: FacetButton, term: QueryTerm, column: QVBoxLayout) -> None:
        line.term = term
        self._lines.append(line)
        self._line(name, line, partial(self._toggle, term), column)

    def _toggle(self, term: QueryTerm) -> None:
        """Choose only this condition of its facet, or none if only it was chosen; Ctrl adds or removes it."""
        same = tuple(each for each in self.terms if _is_replaced(each, term))
        others = tuple(each for each in self.terms if each not in same)
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            kept = [each for each in same if each.facet == term.facet and _REVIEW not in (each, term)]
            chosen = [each for each in kept if each != term] if term in same else [*kept, term]
        else:
            chosen = [] if same == (term,) else [term]
        self._choose((*others, *sorted(chosen, key=lambda each: each.value)))

    @Slot(float, float)
    def _choose_confidence(self, low: float, high: float) -> None:
        bounds = [ConfidenceTerm.bound(">=", low)] if low > 0 else []
        bounds += [ConfidenceTerm.bound("<=", high)] if high < 1 else []
        self._choose((*(each for each in self.terms if not isinstance(each, ConfidenceTerm)), *bounds))

    def _choose(self, terms: tuple[QueryTerm, ...] = ()) -> None:
        self.terms = terms
        self._render()
        self.wanted.emit(terms)

    def _render(self) -> None:
        self._all.setChecked(not (self.terms or self._is_narrowed))
        chosen = {_key(term) for term in self.terms}
        for line in self._lines:
            line.setChecked(_key(line.term) in chosen)
        bounds = {term.sign: term.number for term in self.terms if isinstance(term, ConfidenceTerm)}
        self.histogram.show_range(bounds.get(">=", 0.0), bounds.get("<=", 1.0))

    def sizeHint(self) -> QSize:
        return QSize(48 * UNIT, 120 * UNIT)


def _key(term: QueryTerm | None) -> object:
    """Return what two conditions of the same line have in common; the tags of a group may change."""
    return term and (term.facet, term.value)


def _is_replaced(chosen: QueryTerm, by: QueryTerm) -> bool:
    """Return whether a choice ends another one: of the same facet, or “To review” and a status or mark."""
    states = (_REVIEW.facet, _MARK)
    is_review = _REVIEW in (chosen, by) and chosen.facet in states and by.facet in states
    return chosen.facet == by.facet or is_review


def _value_term(column: ColumnValues, value: str) -> QueryTerm:
    return ColumnTerm(value=value, sign="=", column=column.column, column_name=column.name)
