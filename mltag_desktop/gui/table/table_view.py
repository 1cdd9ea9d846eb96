"""The table view: one row per record, or a message when there is no record."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSlider,
    QFrame,
    QHeaderView,
    QScrollBar,
    QTableView,
    QWidget,
)

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.conditions import SearchHits
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.gui.i18n import is_mirrored, mirrored, tr
from mltag_desktop.gui.table.cell_painter import CellPainter
from mltag_desktop.gui.table.table_model import READ_COLUMN, ColumnContent, TableColumn, TableModel
from mltag_desktop.gui.widgets.common import EmptyState
from mltag_desktop.gui.widgets.tag_chip import chip_width
from mltag_desktop.gui.widgets.theme import GAP, UNIT, Theme, row_height, scaled, scaled_width, widened

_WIDTHS: Final = {
    ColumnContent.STATUS: 9 * UNIT,
    ColumnContent.TAG: 34 * UNIT,
    ColumnContent.CONFIDENCE: 28 * UNIT,
    ColumnContent.CELL: 28 * UNIT,
}
_WIDEST_TAG: Final = 52 * UNIT
_DRAWN: Final = (ColumnContent.TAG, ColumnContent.CONFIDENCE)
"""Columns with a short text, or with a bar or chip that need not grow with the font."""
_TEXT_LEAST: Final = 24 * UNIT
_ROOM_FOR_TEXT: Final = 160 * UNIT
"""Source columns are shown unasked while the text columns keep this width."""
_LEAST_ROOM_FOR_TEXT: Final = 80 * UNIT
"""Chosen source columns are squeezed into the window while the text columns keep this width."""
_TITLE_SHARE: Final = 0.44
"""Part of the width for texts that the first of two text columns gets."""
_BELOW: Final = 2
"""Rows that stay visible below the current one."""
_RESTORED_AT_MOST: Final = 2000


@dataclass(frozen=True)
class _Anchor:
    """The view state that is restored after the order changes: current record, its position, selection."""

    row: int
    top: int
    selected: RowArray


class TableView(QTableView):
    """Shows a `TableModel`.

    Signals: `record_changed(place)` when another row became current (-1 for none); `sort_requested(column,
    descending)` from the header, with column -1 for table order.
    """

    record_changed = Signal(int)
    sort_requested = Signal(int, bool)

    def __init__(
        self, model: TableModel, theme: Theme, review_below: Callable[[], ReviewThresholds], parent: QWidget
    ) -> None:
        super().__init__(parent)
        # found by name first: to find the type for `viewport()`, PySide6 would build every class of widgets
        self._found_viewport = self.findChild(QWidget, VIEWPORT)
        self._records = model
        self._before: _Anchor | None = None
        self._to_top = False
        self._chosen: frozenset[int] | None = None
        self._lays_out_below = False
        self.empty_state = EmptyState(theme, self)  # a child of the viewport would scroll with it
        self.empty_state.shown_changed.connect(self._show_bars)
        self.setModel(model)
        self._theme = theme
        self._row = row_height(self.fontMetrics())
        self.cell_painter = CellPainter(model, theme, review_below, self.font())
        self.setAccessibleName(tr("Records"))
        self._set_behaviour()
        self._set_headers(theme)
        self.selectionModel().currentRowChanged.connect(self._emit_current)
        model.tags_read.connect(self.fit_columns)
        theme.changed.connect(self.viewport().update)

    def show_order(self, order: RowArray, *, keep: bool = True) -> None:
        """Show these records.

        With `keep`, the current record stays selected, and in its position on the screen. After a click on
        the header, the first records are shown.
        """
        anchor = self._anchor() if keep else None
        if self._before is not None and anchor is not None and self.current_place() == 0:
            anchor = self._before
        self._before = None
        self._records.set_order(order)
        self._restore(anchor)
        if self._to_top:  # a click on the header
            self.scrollToTop()
            self._to_top = False

    @Slot(object)
    def show_first(self, order: RowArray) -> None:
        """Show the first records of a pending order; the complete order restores the current record."""
        before, to_top = self._before or self._anchor(), self._to_top
        self.show_order(order)
        self._before, self._to_top = before, to_top

    def say_unpredicted(self, words: str, *, waits: bool = False) -> None:
        """Show `words` where a record has no prediction; `waits` says whether one will come."""
        self.cell_painter.waiting_words, self.cell_painter.waits = words, waits
        self.viewport().update()

    def show_hits(self, hits: SearchHits) -> None:
        """Mark the words of a search."""
        self.cell_painter.search_hits = hits
        self.viewport().update()

    def selected_rows(self) -> RowArray:
        """Return the ids of the selected records in displayed order.

        With a single selected record, the current one.

        Ctrl with an arrow key moves the current row without selecting it: the record that is being read is
        meant, not the selected one, which may be out of sight.
        """
        order, place, spans = self._records.order, self.current_place(), self._selected_spans()
        parts, free = [order[:0]], 0
        for top, bottom in sorted(spans):  # ranges may overlap
            parts.append(order[max(top, free) : bottom + 1])
            free = max(free, bottom + 1)
        rows = parts[1] if len(parts) == 2 else np.concatenate(parts)
        return order[place : place + 1] if len(rows) == 1 and 0 <= place < len(order) else rows

    def _selected_spans(self) -> list[tuple[int, int]]:
        """Return the first and last place of each selected range."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return [(each.top(), each.bottom()) for each in ranges]

    def current_place(self) -> int:
        """Return the place of the current row, or -1."""
        return self.currentIndex().row()

    def go_to(self, place: int) -> None:
        """Make the row at `place` the only selected and current one, and scroll as little as possible."""
        if 0 <= place < self._records.rowCount():
            sideways = self.horizontalScrollBar().value()
            index, flag = self._records.index(place, READ_COLUMN), QItemSelectionModel.SelectionFlag
            scrolls_itself = self.isVisible() and place != self.current_place()
            # The view's own setCurrentIndex adds to the selection while Ctrl or Shift is held.
            self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            if not scrolls_itself:
                self.scrollTo(index)
            self.horizontalScrollBar().setValue(sideways)
            self._records.request(*self.on_screen())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as possible, but keep two rows and the space of a notification visible below."""
        super().scrollTo(index, hint)
        if hint is QAbstractItemView.ScrollHint.EnsureVisible:
            self._keep_above(
                self.viewport().height() - min(_BELOW * self._row, self.viewport().height() // 3)
            )

    def on_screen(self) -> tuple[int, int]:
        """Return the first and last place that is at least partly visible.

        In an empty table, the last place is before the first.
        """
        top = self.verticalScrollBar().value()
        last = (top + self.viewport().height() - 1) // self._row
        return top // self._row, min(last, len(self._records.order) - 1)

    @Slot()
    def fit_columns(self) -> None:
        """Distribute the width: fixed columns as they need, the rest to the text columns.

        Source columns that were not chosen are shown as long as they leave room for the texts.
        """
        columns = self._records.columns
        texts = [n for n, column in enumerate(columns) if column.part is ColumnContent.TEXT]
        metrics = self.fontMetrics()
        widths = {
            part: (scaled_width if part in _DRAWN else widened)(width, metrics)
            for part, width in _WIDTHS.items()
        }
        widest = max((chip_width(tag, metrics) for tag in self._records.tags), default=0) + 2 * GAP
        most = scaled_width(_WIDEST_TAG, metrics)  # longer names are elided in the middle
        widths[ColumnContent.TAG] = max(widths[ColumnContent.TAG], min(widest, most))
        least = widened(_TEXT_LEAST * 2 // 3, metrics)
        room = self._room_for_texts(widths)
        if room < least:  # a large font in a narrow window
            widths[ColumnContent.TAG] = min(
                widths[ColumnContent.TAG], max(widest, widths[ColumnContent.STATUS])
            )
            room = self._room_for_texts(widths)
        hides_confidence = room < least
        if hides_confidence:
            room += widths[ColumnContent.CONFIDENCE]
        shown = self._source_columns_to_show(room - _ROOM_FOR_TEXT, widths[ColumnContent.CELL])
        others = len(shown) * widths[ColumnContent.CELL]
        if room - others >= _LEAST_ROOM_FOR_TEXT:
            room -= others
        # in a narrow table, tag and confidence matter more
        texts = texts[: max(1, room // widened(_TEXT_LEAST, metrics))]
        for number, column in enumerate(columns):
            is_hidden = {
                ColumnContent.CONFIDENCE: hides_confidence,
                ColumnContent.CELL: column.cell not in shown,
                ColumnContent.TEXT: number not in texts,
            }
            self.setColumnHidden(number, is_hidden.get(column.part, False))
            if column.part is not ColumnContent.TEXT:
                self.setColumnWidth(number, widths[column.part])
        title = room if len(texts) == 1 else int(room * _TITLE_SHARE)
        for number, width in zip(texts, (title, room - title), strict=False):
            self.setColumnWidth(number, max(_TEXT_LEAST * 2 // 3, width))

    def _room_for_texts(self, widths: Mapping[ColumnContent, int]) -> int:
        """Return the width that columns of these widths leave for texts and columns of the source."""
        parts = (column.part for column in self._records.columns)
        fixed = sum(widths[part] for part in parts if part not in (ColumnContent.TEXT, ColumnContent.CELL))
        return self.viewport().width() - fixed

    def show_source_columns(self, cells: Iterable[int] | None) -> None:
        """Show these source columns beside the texts; None shows as many as fit."""
        self._chosen = None if cells is None else frozenset(cells)
        self.fit_columns()

    def source_columns(self) -> list[TableColumn]:
        """Return the columns of the source that are not shown as text."""
        return [column for column in self._records.columns if column.part is ColumnContent.CELL]

    def shown_source_columns(self) -> frozenset[int]:
        """Return the indices of the source columns that are shown beside the texts."""
        columns = enumerate(self._records.columns)
        return frozenset(
            column.cell
            for number, column in columns
            if column.part is ColumnContent.CELL and not self.isColumnHidden(number)
        )

    @property
    def fits_source_columns(self) -> bool:
        """Whether the table shows as many source columns as fit, because none were chosen."""
        return self._chosen is None

    def _source_columns_to_show(self, room: int, width: int) -> frozenset[int]:
        cells = [column.cell for column in self.source_columns()]
        if self._chosen is None:
            return frozenset(cells[: max(0, room // width)])
        return self._chosen.intersection(cells)

    def show_sort(self, section: int, *, descending: bool) -> None:
        """Show a sort order in the header without emitting `sort_requested`."""
        header = self.horizontalHeader()
        header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, order)
        header.blockSignals(False)
        header.viewport().update()

    def _anchor(self) -> _Anchor | None:
        place = self.current_place()
        if not 0 <= place < self._records.rowCount():
            return None
        rows = self.selected_rows()
        kept = rows if len(rows) <= _RESTORED_AT_MOST else rows[:0]
        return _Anchor(self._records.row_at(place), self.rowViewportPosition(place), kept)

    def _restore(self, anchor: _Anchor | None) -> None:
        place = self._records.place_of(anchor.row) if anchor else -1
        if anchor is None or place < 0:
            if self._records.rowCount():
                self.go_to(0)
                self.scrollToTop()
            else:
                self.record_changed.emit(-1)
            return
        selection = QItemSelection()
        for row in anchor.selected:
            other = self._records.place_of(int(row))
            if other >= 0:
                last = self._records.columnCount() - 1
                selection.select(self._records.index(other, 0), self._records.index(other, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        sideways = self.horizontalScrollBar().value()
        self.selectionModel().setCurrentIndex(
            self._records.index(place, READ_COLUMN), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.horizontalScrollBar().setValue(sideways)
        if 0 <= anchor.top < self.viewport().height():
            self.verticalScrollBar().setValue(place * self._row - anchor.top)

    @Slot(QModelIndex, QModelIndex)
    def _emit_current(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update(self._row_rect(before.row()))
        self.viewport().update(self._row_rect(current.row()))
        self.record_changed.emit(current.row())

    def _keep_above(self, edge: int) -> None:
        """Scroll up until the current row ends above `edge`, in pixels from the top."""
        beyond = self.rowViewportPosition(self.current_place()) + self._row - edge
        if beyond > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + beyond)

    def _row_rect(self, place: int) -> QRect:
        return QRect(0, self.rowViewportPosition(place), self.viewport().width(), self._row)

    @Slot(int, Qt.SortOrder)
    def _ask_sort(self, section: int, order: Qt.SortOrder) -> None:
        self._to_top = True
        self.sort_requested.emit(section, order == Qt.SortOrder.DescendingOrder)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(TableScrollBar(self))
        self._show_bars(empty=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)

    @Slot(bool)
    def _show_bars(self, empty: bool) -> None:
        """Show the scroll bars, or hide them when `empty`.

        The vertical one is permanent, so that columns keep their widths.
        """
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if empty else policy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff if empty else policy.ScrollBarAsNeeded)

    def _set_headers(self, theme: Theme) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._row)
        rows.setDefaultSectionSize(self._row)
        rows.hide()
        header = TableHeader(theme, self)
        self.setHorizontalHeader(header)
        header.sortIndicatorChanged.connect(self._ask_sort)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or last record on Home and End, with or without Ctrl."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._records.rowCount() - 1}
        place = next((ends[key] for key in ends if key == event.key()), -1)
        if place >= 0 and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go_to(place)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a key without a command would go to a record that begins with it."""

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Extend the selection to the first or last record on Shift+Home and Shift+End."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._records.rowCount() - 1,
        }
        if ends.get(action, -1) >= 0:
            return self._records.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Lay out rows below the screen at once: Qt would do so later, and paint all visible rows again."""
        super().rowsInserted(parent, start, end)
        if start > self.on_screen()[1]:
            self._lays_out_below = True
            self.executeDelayedItemsLayout()
            self._lays_out_below = False

    def doItemsLayout(self) -> None:
        """Lay out all rows and paint them again; for rows below the screen, only extend the scroll bar."""
        if self._lays_out_below:
            self.updateGeometries()
            self.verticalHeader().setUpdatesEnabled(True)  # Qt disables them until the layout
        else:
            super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        now, before, top = event.size(), event.oldSize(), self.rowViewportPosition(self.current_place())
        if now.height() < before.height() and now.height() - self._row < top < before.height():
            self._keep_above(now.height())
        self.empty_state.setGeometry(self.viewport().geometry())
        if now.width() != before.width():
            self.fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all rows in one call; see `cell_painter`."""
        painter = QPainter(self.viewport())
        area, region = event.rect(), event.region()
        colours = self._theme.colours
        painter.fillRect(area, colours.base)
        header = self.horizontalHeader()
        sections = [
            (column, left, width)
            for n, column in enumerate(self._records.columns)
            if (width := header.sectionSize(n))  # none where it is hidden
            and (left := header.sectionViewportPosition(n)) <= area.right()
            and left + width >= area.left()
        ]
        top = self.verticalScrollBar().value()
        first = max(0, (top + area.top()) // self._row)
        last = min(len(self._records.order) - 1, (top + area.bottom()) // self._row)
        spans = self._selected_spans()
        current = self.currentIndex().row()
        for place in range(first, last + 1):
            line = QRect(0, place * self._row - top, self.viewport().width(), self._row)
            if not region.intersects(line):
                continue
            if any(low <= place <= high for low, high in spans):
                painter.fillRect(line, colours.selection)
            self.cell_painter.paint(
                painter,
                place,
                [(column, QRect(left, line.top(), width, self._row)) for column, left, width in sections],
            )
            if place == current:
                self._paint_focus(painter, line)
        self._records.note_painted(*self.on_screen())

    def _paint_focus(self, painter: QPainter, line: QRect) -> None:
        """Paint a frame around the current row, in the accent colour while the table has the focus."""
        colour = self._theme.colours.accent if self.hasFocus() else self._theme.colours.faint
        painter.fillRect(line.left(), line.top(), line.width(), 1, colour)
        painter.fillRect(line.left(), line.bottom(), line.width(), 1, colour)
        edge = QRect(line.left(), line.top(), 3, line.height())
        painter.fillRect(mirrored(painter, line, edge), colour)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.cell_painter.set_font(self.font())
            self._row = row_height(self.fontMetrics())
            self.verticalHeader().setMinimumSectionSize(self._row)
            self.verticalHeader().setDefaultSectionSize(self._row)
            self.fit_columns()


VIEWPORT: Final = "qt_scrollarea_viewport"
"""Qt's name for the viewport of a scroll area."""


class TableHeader(QHeaderView):
    """Paints its own sections, with an arrow in the sorted one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._found_viewport = self.findChild(QWidget, VIEWPORT)  # see `TableView`
        self._theme = theme
        self.setFixedHeight(row_height(self.fontMetrics()))
        self.setMinimumSectionSize(9 * UNIT)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setAccessibleName(tr("Columns; click to sort"))
        theme.changed.connect(self._recolour)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        """Use the window's colour where no section is; the palette of an item view has a different one."""
        shades = self.palette()
        shades.setColor(QPalette.ColorRole.Window, self._theme.colours.window)
        self.setPalette(shades)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = self._theme.colours
        painter.save()
        painter.fillRect(rect, colours.window)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours.line)
        inner = rect.adjusted(GAP, 0, -GAP, 0)
        is_sorted = self.sortIndicatorSection() == section
        if is_sorted:
            inner = mirrored(painter, inner, inner.adjusted(0, 0, -3 * UNIT, 0))
        painter.setFont(scaled(self.font(), 1.0, bold=is_sorted))
        painter.setPen(colours.text if is_sorted else colours.muted)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if is_sorted:
            used = metrics.horizontalAdvance(shown) + GAP if title else 0
            at = inner.right() - used - 3 if is_mirrored(painter) else inner.left() + used + 3
            self._paint_arrow(painter, QPointF(at, rect.center().y() + 0.5))
        else:
            edge = QRect(rect.right(), rect.top() + GAP, 1, rect.height() - 2 * GAP)
            painter.fillRect(mirrored(painter, rect, edge), colours.line)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedHeight(row_height(self.fontMetrics()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Do nothing, because Qt would repaint the whole header with each change of the current record."""

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        tip = -2.5 if up else 2.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.text, 1.4))
        corners = [QPointF(-4, -tip), QPointF(0, tip), QPointF(4, -tip)]
        painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))


class TableScrollBar(QScrollBar):
    """A vertical scroll bar that is not painted while its slider stays on the same pixel.

    In a long table, the slider does not move from one row to the next, and Qt would paint the bar with each
    key that scrolls by a row, which takes longer than painting the row.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._pixel = -1

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:
        pixel = self.value() * self.height() // max(1, self.maximum())
        if change != QAbstractSlider.SliderChange.SliderValueChange or pixel != self._pixel:
            self._pixel = pixel
            super().sliderChange(change)
