"""The filter panel: record counts by status, mark, tag, confidence and column; a click filters the table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
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
    ("review", REVIEW, tr("To review"), "unsure"),
    ("status:ACCEPTED", "accepted", tr("Accepted"), "accepted"),
    ("status:CORRECTED", "corrected", tr("Corrected"), "corrected"),
    ("status:KNOWN", "known", tr("From the table"), "known"),
    ("mark:FLAGGED", "flagged", tr("Flagged"), MARK_ICONS[Mark.FLAGGED]),
    ("mark:SKIPPED", "skipped", tr("Skipped"), MARK_ICONS[Mark.SKIPPED]),
    ("mark:UNSURE", "unsure", tr("Unsure"), MARK_ICONS[Mark.UNSURE]),
    ("mark:NOTED", "noted", tr("With a note"), MARK_ICONS[Mark.NOTED]),
    ("mark:OFF_TOPIC", "off-topic", tr("Off topic"), MARK_ICONS[Mark.OFF_TOPIC]),
    ("near-duplicates", NEAR_DUPLICATE, tr("Near-duplicates"), "copies"),
)
"""Object name, word of the query language, name and icon."""
_REVIEW: Final = IsTerm(value=REVIEW)
_STATUS: Final = _REVIEW.facet
_MARK: Final = IsTerm(value="flagged").facet


class FacetButton(QAbstractButton):
    """A line of the panel: icon or tag symbol, name, record count."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        icon: str,
        tag: TagInfo | None,
        parent: QWidget,
        *,
        indented: bool = False,
    ) -> None:
        """Show `name` with an icon or the symbol of `tag`; `indented` for a line of a group."""
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._indented = indented
        self._tag = tag
        self.count: int | None = None
        """The shown number of records."""
        self._key = ""
        self.name = name
        self.setText(escape_mnemonic(name))
        self.setToolTip(tag.name if tag else "")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the table
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(tag.name if tag else name)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """Show the key that sets the tag, as text; empty for none."""
        self._key = key
        name = self._tag.name if self._tag else self.name
        self.setToolTip(tr("{name} (key {key})", name=name, key=key) if key else name)
        self.update()

    def show_count(self, count: int | None) -> None:
        """Show the number of records; None hides it."""
        if count == self.count:
            return
        self.count = count
        name = self._tag.name if self._tag else self.name
        self.setAccessibleName(
            name
            if count is None
            else tr_plural("{name}, {n:,} record", "{name}, {n:,} records", count, name=name)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        body = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        filled = self.isEnabled() and (self.isChecked() or self.underMouse())
        fill = (colours.selection if self.isChecked() else colours.hover) if filled else None
        draw_button(painter, body, fill, colours, focused=self.hasFocus())
        line = self.rect().adjusted(GAP, 0, -GAP, 0)
        side = widened(SIZE, self.fontMetrics())
        if self._indented:
            whole, line = line, line.adjusted(side, 0, 0, 0)
            line = mirrored(painter, whole, line)
        place = QRectF(line.left() - 1, line.center().y() - (side - 1) / 2, side, side)
        if self._tag is not None:
            inset = side * 3 / SIZE
            place = mirrored(painter, line, place.adjusted(inset, inset, -inset, -inset))
            draw_sign(painter, place, self._tag.sign, colours.tag(self._tag.colour))
        elif self._icon:
            draw_icon(painter, mirrored(painter, line, place), self._icon, colours.muted)
        font = tabular(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        count = "" if self.count is None else format_number(self.count)
        ink = colours.text if self.isEnabled() else colours.faint
        painter.setPen(ink if self.isChecked() else colours.muted)
        painter.drawText(line, _RIGHT, count)
        numbers = painter.fontMetrics().horizontalAdvance(count) + GAP
        if self._key:
            painter.setPen(colours.muted)
            key_room = line.adjusted(0, 0, -numbers, 0)
            key = f"[{self._key}]"
            painter.drawText(mirrored(painter, line, key_room), _RIGHT, key)
            numbers += painter.fontMetrics().horizontalAdvance(key) + GAP
        painter.setPen(ink)
        room = line.adjusted(side + GAP, 0, -numbers, 0)
        metrics = painter.fontMetrics()
        if self._tag is not None:
            text = elided_name(self.name, metrics, room.width())
        else:
            text = metrics.elidedText(self.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(mirrored(painter, line, room), _LEFT, text)

    def sizeHint(self) -> QSize:
        return QSize(44 * UNIT, row_height(self.fontMetrics()))


class GroupButton(FacetButton):
    """A line of a group of tags; its arrow hides or shows the lines of its tags, as do Left and Right.

    Signals: `toggled_open(open)`.
    """

    toggled_open = Signal(bool)

    def __init__(self, theme: Theme, group: str, parent: QWidget, *, is_open: bool) -> None:
        super().__init__(theme, group, "", None, parent)
        self.is_open = is_open
        self.setObjectName(f"group:{group}")

    def set_open(self, is_open: bool) -> None:
        """Show or hide the lines of the tags."""
        if is_open != self.is_open:
            self.is_open = is_open
            self.toggled_open.emit(is_open)
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
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = widened(SIZE, self.fontMetrics())
        line = self.rect().adjusted(GAP, 0, -GAP, 0)
        place = QRectF(line.left() - 1, line.center().y() - (side - 1) / 2, side, side)
        option = QStyleOption()
        option.initFrom(self)
        option.rect = mirrored(painter, line, place).toRect()
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
        self._tag_buttons: dict[str, FacetButton] = {}
        self._group_buttons: dict[str, GroupButton] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._closed: set[str] = set()
        """Groups whose tags are hidden."""
        self._body = QWidget(self)
        self._column = vbox(parent=self._body, margins=GAP, spacing=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Filter"))
        self.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heading(tr("Records"))
        self._all = self._line("all", tr("All"), "", self._choose_all)
        self._is_buttons = {
            word: self._line(name, text, icon, partial(self._toggle, IsTerm(value=word)))
            for name, word, text, icon in _IS_LINES
        }
        self._is_buttons["off-topic"].setToolTip(
            tr("Marked as off topic, or unlike the training data and undecided")
        )
        self._is_buttons[NEAR_DUPLICATE].setToolTip(tr("Records with nearly the same words as another one"))
        self._quarantined = self._line(
            "quarantined", tr("Unreadable rows…"), "error", self.quarantine_requested.emit
        )
        self._quarantined.setToolTip(tr("Source lines that could not be read"))
        self._findings = self._line("findings", tr("Findings…"), "info", self.report_requested.emit)
        self._findings.setToolTip(tr("Unusual records: the import report"))
        for line in (self._quarantined, self._findings):
            line.setCheckable(False)
            line.hide()
        self._heading(tr("Tags"))
        self.tag_filter = QLineEdit(self._body)
        self.tag_filter.setPlaceholderText(tr("Find a tag"))
        self.tag_filter.setAccessibleName(tr("Find a tag"))
        self.tag_filter.setClearButtonEnabled(True)
        self.tag_filter.textChanged.connect(self._show_matching)
        self.tag_filter.hide()
        self._column.addWidget(self.tag_filter)
        self._no_tags = self._line("choose-tags", tr("Choose tags…"), "question", self.tags_requested.emit)
        self._no_tags.setToolTip(tr("This table has no tags yet."))
        self._no_tags.setCheckable(False)
        self._tags_at = self._column.count()
        self._heading(tr("Confidence"))
        self.histogram = ConfidenceHistogram(theme, self._body)
        self.histogram.chosen.connect(self._choose_confidence)
        self._column.addWidget(self.histogram)
        self._more = vbox(spacing=0)
        self._column.addLayout(self._more)
        self._value_buttons: dict[tuple[int, str], FacetButton] = {}
        self._saved: tuple[str, ...] = ()
        self._columns: tuple[ColumnValues, ...] = ()
        self._column.addStretch(1)
        self.setWidget(self._body)
        self._render()

    def show_tags(self, tags: tuple[TagInfo, ...], keys: Mapping[str, str] | None = None) -> None:
        """Show a line for each tag, with its key in `keys`."""
        keys = keys or {}
        for button in (*self._tag_buttons.values(), *self._group_buttons.values()):
            self._column.removeWidget(button)
            button.deleteLater()
        self._tag_buttons, self._group_buttons = {}, {}
        infos = {tag.name: tag for tag in tags}
        groups = groups_of(infos)
        self._groups = {group: names for group, names in groups.items() if group.count("/") == 1}
        self._closed &= self._groups.keys()
        place = self._tags_at
        for name, group in _listed(infos, self._groups):
            button = self._group_line(group) if name is None else self._tag_line(infos[name], group)
            if name is not None:
                button.show_key(keys.get(name, ""))
            self._column.insertWidget(place, button)
            place += 1
        self._no_tags.setVisible(not infos)
        is_long = len(infos) >= _FILTERED_FROM
        self.tag_filter.setVisible(is_long)
        if not is_long:
            self.tag_filter.clear()
        self._show_matching()
        self._render()

    def clear_tags(self) -> None:
        """Show no tags, for when no table is open."""
        self.show_tags(())
        self._no_tags.hide()

    @Slot()
    def _show_matching(self) -> None:
        """Show the tags that match the typed text, also in closed groups, or all tags of open groups."""
        words = self.tag_filter.text().casefold().split()
        shown = {name for name in self._tag_buttons if all(word in name.casefold() for word in words)}
        of = {name: group for group, names in self._groups.items() for name in names}
        for name, button in self._tag_buttons.items():
            is_open = bool(words) or of.get(name) not in self._closed
            button.setVisible(name in shown and is_open)
        for group, line in self._group_buttons.items():
            line.setVisible(not shown.isdisjoint(self._groups[group]))

    def _tag_line(self, tag: TagInfo, group: str) -> FacetButton:
        label = tag.short or name_in_group(tag.name, group)
        button = FacetButton(self._theme, label, "", tag, self._body, indented=bool(group))
        button.setObjectName(f"tag:{tag.name}")
        button.clicked.connect(partial(self._toggle, _tag_term(tag.name)))
        meaning = QAction(tr("What the tag means…"), button)
        meaning.triggered.connect(partial(self.meaning_requested.emit, tag.name))
        button.addAction(meaning)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._tag_buttons[tag.name] = button
        return button

    def _group_line(self, group: str) -> GroupButton:
        button = GroupButton(self._theme, group, self._body, is_open=group not in self._closed)
        button.setToolTip(tr("All tags of {group}; the arrow hides or shows them", group=group))
        term = TagTerm(value=group, tags=frozenset(self._groups[group]))
        button.clicked.connect(partial(self._toggle, term))
        button.toggled_open.connect(self._opener(group))
        self._group_buttons[group] = button
        return button

    def _opener(self, group: str) -> Callable[[bool], None]:
        def set_open(is_open: bool) -> None:
            self._closed = self._closed - {group} if is_open else self._closed | {group}
            self._show_matching()

        return set_open

    @Slot(object)
    def show_counts(self, counts: Counts | None) -> None:
        """Show how many records each line matches together with the other active conditions."""
        self._all.show_count(counts.total if counts else None)
        by_word = _counts_by_word(counts) if counts else {}
        for word, button in self._is_buttons.items():
            button.show_count(by_word.get(word))
        for word in ("known", "off-topic"):
            self._is_buttons[word].setVisible(bool(by_word.get(word)) or IsTerm(value=word) in self.terms)
        for name, button in self._tag_buttons.items():
            button.show_count(counts.by_tag.get(name, 0) if counts else None)
        for group, line in self._group_buttons.items():
            names = self._groups[group]
            line.show_count(sum(counts.by_tag.get(name, 0) for name in names) if counts else None)
        by_value = counts.by_value if counts else {}
        for column in self._columns:
            for (value, _), count in zip(column.values, by_value.get(column.column, ()), strict=False):
                self._value_buttons[column.column, value].show_count(count)
        self.histogram.show_counts(counts.histogram if counts else ())

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
        self.terms = tuple(terms)
        self._render()
        if narrowed:
            self._all.setChecked(False)

    @Slot(object)
    def show_columns(self, columns: tuple[ColumnValues, ...]) -> None:
        """Show a group for each column with few values; later counts refer to these columns."""
        changed = columns != self._columns
        self._columns = columns
        if changed:
            self._fill_more()

    @Slot(object)
    def show_saved(self, lines: tuple[str, ...]) -> None:
        """Show a line for each saved filter."""
        self._saved = lines
        self._fill_more()

    def _fill_more(self) -> None:
        while (item := self._more.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._value_buttons = {}
        if self._saved:
            self._heading(tr("Saved filters"), self._more)
        for line in self._saved:
            button = FacetButton(self._theme, line, "search", None, self._body)
            self._add(button, partial(self.line_requested.emit, line))
        for column in self._columns:
            self._heading(column.name[:1].upper() + column.name[1:], self._more)
            for value, count in column.values:
                button = FacetButton(self._theme, value, "", None, self._body)
                button.setObjectName(f"value:{column.name}={value}")
                button.show_count(count)
                self._value_buttons[column.column, value] = button
                self._add(button, partial(self._toggle, _value_term(column, value)))
        self._render()

    def _add(self, button: FacetButton, run: Callable[[], None]) -> None:
        button.setToolTip(button.name)
        button.clicked.connect(run)
        self._more.addWidget(button)
        button.show()

    def _heading(self, text: str, where: QVBoxLayout | None = None) -> None:
        label = QLabel(text, self._body)
        font = label.font()
        font.setWeight(QFont.Weight.DemiBold)
        label.setFont(font)
        label.setContentsMargins(GAP, GROUP if self._column.count() else UNIT, GAP, UNIT)
        (where or self._column).addWidget(label)
        label.show()

    def _line(self, name: str, text: str, icon: str, run: Callable[[], None]) -> FacetButton:
        button = FacetButton(self._theme, text, icon, None, self._body)
        button.setObjectName(name)
        button.clicked.connect(run)
        self._column.addWidget(button)
        return button

    def _choose_all(self) -> None:
        self._choose(())

    def _toggle(self, term: QueryTerm, _checked: bool = False) -> None:
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

    def _choose(self, terms: tuple[QueryTerm, ...]) -> None:
        self.terms = terms
        self._render()
        self.wanted.emit(terms)

    def _render(self) -> None:
        self._all.setChecked(not self.terms)
        for word, button in self._is_buttons.items():
            button.setChecked(IsTerm(value=word) in self.terms)
        tags = {term.value for term in self.terms if isinstance(term, TagTerm)}
        for name, button in (self._tag_buttons | self._group_buttons).items():
            button.setChecked(name in tags)
        chosen = {(term.column, term.value) for term in self.terms if isinstance(term, ColumnTerm)}
        for key, button in self._value_buttons.items():
            button.setChecked(key in chosen)
        bounds = {term.sign: term.number for term in self.terms if isinstance(term, ConfidenceTerm)}
        self.histogram.show_range(bounds.get(">=", 0.0), bounds.get("<=", 1.0))

    def sizeHint(self) -> QSize:
        return QSize(48 * UNIT, 120 * UNIT)


def _listed(tags: Iterable[str], groups: Mapping[str, Sequence[str]]) -> Iterator[tuple[str | None, str]]:
    """Yield the lines: None for a group, then its tags; the group is empty for a tag without one."""
    of = {name: group for group, names in groups.items() for name in names}
    done = set[str]()
    for name in tags:
        group = of.get(name, "")
        if not group:
            yield name, ""
        elif group not in done:
            done.add(group)
            yield None, group
            yield from ((member, group) for member in groups[group])


def _is_replaced(chosen: QueryTerm, by: QueryTerm) -> bool:
    """Return whether a choice ends another one: of the same facet, or “To review” and a status or mark."""
    states = (_STATUS, _MARK)
    is_review = _REVIEW in (chosen, by) and chosen.facet in states and by.facet in states
    return chosen.facet == by.facet or is_review


def _tag_term(name: str) -> QueryTerm:
    return TagTerm(value=name, tags=frozenset({name}))


def _value_term(column: ColumnValues, value: str) -> QueryTerm:
    return ColumnTerm(value=value, sign="=", column=column.column, column_name=column.name)


def _counts_by_word(counts: Counts) -> dict[str, int | None]:
    """Return the number of records of each word after `is:` that has a line."""
    return {
        REVIEW: counts.to_review if counts.is_final else None,
        "accepted": counts.by_status.get(Status.ACCEPTED, 0),
        "corrected": counts.by_status.get(Status.CORRECTED, 0),
        "known": counts.by_status.get(Status.KNOWN, 0),
        "flagged": counts.by_mark.get(Mark.FLAGGED, 0),
        "skipped": counts.by_mark.get(Mark.SKIPPED, 0),
        "unsure": counts.by_mark.get(Mark.UNSURE, 0),
        "noted": counts.by_mark.get(Mark.NOTED, 0),
        "off-topic": counts.by_mark.get(Mark.OFF_TOPIC, 0),
        NEAR_DUPLICATE: counts.near_duplicates,
    }
