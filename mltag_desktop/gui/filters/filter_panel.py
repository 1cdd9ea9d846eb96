"""The filter panel: record counts by status, mark, tag, confidence and column; a click filters the table."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

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

from mltag_desktop.core.workspace.decisions.tag_groups import groups_of, name_in_group
from mltag_desktop.core.workspace.search.query import NEAR_DUPLICATE, QueryField, QueryTerm
from mltag_desktop.core.workspace.types import Mark, Status, TagInfo
from mltag_desktop.core.workspace.views.column_values import ColumnValues
from mltag_desktop.core.workspace.views.filtering import Counts, Filter
from mltag_desktop.gui.filters.confidence_histogram import ConfidenceHistogram
from mltag_desktop.gui.i18n.text_direction import mirrored
from mltag_desktop.gui.i18n.translation import escape_mnemonic, format_number, tr, tr_plural
from mltag_desktop.gui.table.record_marks import MARK_ICONS
from mltag_desktop.gui.widgets.common import draw_button
from mltag_desktop.gui.widgets.icons import SIZE
from mltag_desktop.gui.widgets.icons import draw as draw_icon
from mltag_desktop.gui.widgets.layout.boxes import vbox
from mltag_desktop.gui.widgets.tag_chip import draw_sign, elided_name
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme, row_height, tabular, widened

T = TypeVar("T")

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight

_STATUS_LINES: Final = (
    (Status.ACCEPTED, tr("Accepted"), "accepted"),
    (Status.CORRECTED, tr("Corrected"), "corrected"),
    (Status.KNOWN, tr("From the table"), "known"),
)
_FILTERED_FROM: Final = 13
"""Number of tags from which they can be filtered by their names."""
_NEAR_DUPLICATES: Final = QueryTerm(QueryField.NEAR_DUPLICATE, NEAR_DUPLICATE)
_MARK_LINES: Final = (
    (Mark.FLAGGED, tr("Flagged")),
    (Mark.SKIPPED, tr("Skipped")),
    (Mark.UNSURE, tr("Unsure")),
    (Mark.NOTED, tr("With a note")),
    (Mark.OFF_TOPIC, tr("Off topic")),
)


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
        self.filter = Filter()
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
        self._review = self._line("review", tr("To review"), "unsure", self._choose_review)
        self._status_buttons = {
            status: self._line(f"status:{status.name}", name, icon, self._status_chooser(status))
            for status, name, icon in _STATUS_LINES
        }
        self._mark_buttons = {
            mark: self._line(f"mark:{mark.name}", name, MARK_ICONS[mark], self._mark_chooser(mark))
            for mark, name in _MARK_LINES
        }
        self._mark_buttons[Mark.OFF_TOPIC].setToolTip(
            tr("Marked as off topic, or unlike the training data and undecided")
        )
        self._near_duplicates = self._line(
            "near-duplicates", tr("Near-duplicates"), "copies", self._choose_near_duplicates
        )
        self._near_duplicates.setToolTip(tr("Records with nearly the same words as another one"))
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
        button.clicked.connect(self._tag_chooser(tag.name))
        meaning = QAction(tr("What the tag means…"), button)
        meaning.triggered.connect(partial(self.meaning_requested.emit, tag.name))
        button.addAction(meaning)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._tag_buttons[tag.name] = button
        return button

    def _group_line(self, group: str) -> GroupButton:
        button = GroupButton(self._theme, group, self._body, is_open=group not in self._closed)
        button.setToolTip(tr("All tags of {group}; the arrow hides or shows them", group=group))
        button.clicked.connect(self._group_chooser(group))
        button.toggled_open.connect(self._opener(group))
        self._group_buttons[group] = button
        return button

    def _opener(self, group: str) -> Callable[[bool], None]:
        def set_open(is_open: bool) -> None:
            self._closed = self._closed - {group} if is_open else self._closed | {group}
            self._show_matching()

        return set_open

    def _group_chooser(self, group: str) -> Callable[[], None]:
        def choose() -> None:
            term = QueryTerm(QueryField.TAG, group, tags=frozenset(self._groups[group]))
            others = tuple(other for other in self.filter.terms if other.field is not QueryField.TAG)
            is_on = term in self.filter.terms
            self._request_filter(
                replace(self.filter, tags=frozenset(), terms=others if is_on else (*others, term))
            )

        return choose

    @Slot(object)
    def show_counts(self, counts: Counts | None) -> None:
        """Show how many records each line matches together with the other active conditions."""
        self._all.show_count(counts.total if counts else None)
        self._review.show_count(counts.to_review if counts else None)
        for status, button in self._status_buttons.items():
            button.show_count(counts.by_status.get(status, 0) if counts else None)
        known = self._status_buttons[Status.KNOWN]
        has_known = bool(counts and counts.by_status.get(Status.KNOWN, 0))
        known.setVisible(has_known or Status.KNOWN in self.filter.statuses)
        for mark, button in self._mark_buttons.items():
            button.show_count(counts.by_mark.get(mark, 0) if counts else None)
        has_off_topic = bool(counts and counts.by_mark.get(Mark.OFF_TOPIC, 0))
        self._mark_buttons[Mark.OFF_TOPIC].setVisible(has_off_topic or Mark.OFF_TOPIC in self.filter.marks)
        self._near_duplicates.show_count(counts.near_duplicates if counts else None)
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

    def show_filter(self, wanted: Filter, *, narrowed: bool = False) -> None:
        """Check the lines of a filter; `narrowed` means that something else hides records, too."""
        self.filter = replace(wanted, search="")
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
            self._add(FacetButton(self._theme, line, "search", None, self._body), self._saved_chooser(line))
        for column in self._columns:
            self._heading(column.name[:1].upper() + column.name[1:], self._more)
            for value, count in column.values:
                button = FacetButton(self._theme, value, "", None, self._body)
                button.setObjectName(f"value:{column.name}={value}")
                button.show_count(count)
                self._value_buttons[column.column, value] = button
                self._add(button, self._value_chooser(column, value))
        self._render()

    def _add(self, button: FacetButton, run: Callable[[], None]) -> None:
        button.setToolTip(button.name)
        button.clicked.connect(run)
        self._more.addWidget(button)
        button.show()

    def _saved_chooser(self, line: str) -> Callable[[], None]:
        def choose() -> None:
            self.line_requested.emit(line)

        return choose

    def _value_chooser(self, column: ColumnValues, value: str) -> Callable[[], None]:
        condition = QueryTerm(QueryField.COLUMN, value, "=", column=column.column, column_name=column.name)

        def choose() -> None:
            of_column = frozenset(term for term in self.filter.terms if term.column == column.column)
            others = tuple(term for term in self.filter.terms if term.column != column.column)
            chosen = sorted(_toggled(of_column, condition), key=lambda term: term.value)
            self._request_filter(replace(self.filter, terms=(*others, *chosen)))

        return choose

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
        self._request_filter(Filter())

    def _choose_review(self) -> None:
        on = not self.filter.review_only
        self._request_filter(replace(self.filter, review_only=on, statuses=frozenset(), marks=frozenset()))

    def _status_chooser(self, status: Status) -> Callable[[], None]:
        def choose() -> None:
            chosen = _toggled(self.filter.statuses, status)
            self._request_filter(replace(self.filter, statuses=chosen, review_only=False))

        return choose

    def _mark_chooser(self, mark: Mark) -> Callable[[], None]:
        def choose() -> None:
            chosen = _toggled(self.filter.marks, mark)
            self._request_filter(replace(self.filter, marks=chosen, review_only=False))

        return choose

    def _choose_near_duplicates(self) -> None:
        others = tuple(term for term in self.filter.terms if term != _NEAR_DUPLICATES)
        is_on = len(others) < len(self.filter.terms)
        self._request_filter(replace(self.filter, terms=others if is_on else (*others, _NEAR_DUPLICATES)))

    def _tag_chooser(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self._request_filter(replace(self.filter, tags=_toggled(self.filter.tags, name)))

        return choose

    @Slot(float, float)
    def _choose_confidence(self, low: float, high: float) -> None:
        self._request_filter(replace(self.filter, min_confidence=low, max_confidence=high))

    def _request_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self._render()
        self.wanted.emit(wanted)

    def _render(self) -> None:
        self._all.setChecked(self.filter == Filter())
        self._review.setChecked(self.filter.review_only)
        for status, button in self._status_buttons.items():
            button.setChecked(status in self.filter.statuses)
        for mark, button in self._mark_buttons.items():
            button.setChecked(mark in self.filter.marks)
        self._near_duplicates.setChecked(_NEAR_DUPLICATES in self.filter.terms)
        for name, button in self._tag_buttons.items():
            button.setChecked(name in self.filter.tags)
        groups = {term.value for term in self.filter.terms if term.field is QueryField.TAG}
        for group, line in self._group_buttons.items():
            line.setChecked(group in groups)
        chosen = {(term.column, term.value) for term in self.filter.terms}
        for key, button in self._value_buttons.items():
            button.setChecked(key in chosen)
        self.histogram.show_range(self.filter.min_confidence, self.filter.max_confidence)

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


def _toggled(chosen: frozenset[T], value: T) -> frozenset[T]:
    """Return the selection after a click on `value`.

    A click selects only `value`, or nothing if it was the only selected value; Ctrl+click adds or removes it.
    """
    if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
        return chosen ^ {value}
    return frozenset() if chosen == {value} else frozenset({value})
