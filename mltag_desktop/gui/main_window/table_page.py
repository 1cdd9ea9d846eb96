"""The table page: filter pane, mapping bar and table, detail panel, or the focus view."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.conditions import SearchHits
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.gui.table.table_model import TableModel
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.layout import PageStack, vbox
from mltag_desktop.gui.widgets.theme import UNIT, Theme, widened

if TYPE_CHECKING:
    from mltag_desktop.gui.curation.focus_view import FocusView
    from mltag_desktop.gui.filters.filter_chips import FilterChipBar
    from mltag_desktop.gui.filters.filter_panel import FilterPanel
    from mltag_desktop.gui.import_export.source_controls import MappingBar
    from mltag_desktop.gui.operations import Operations
    from mltag_desktop.gui.record.detail_panel import DetailPanel
    from mltag_desktop.gui.record.record_loader import RecordContextLoader, RecordLoader
    from mltag_desktop.gui.state.session import Session
    from mltag_desktop.gui.state.shortcuts import DigitKeys, KeyRepeatFilter

_FACETS_WIDTH = 57 * UNIT
_FACETS_LEAST = 51 * UNIT
_TABLE_WIDTH = 177 * UNIT
_DETAIL_WIDTH = 86 * UNIT
_DETAIL_LEAST = 64 * UNIT
_MAPPING_HEIGHT = 10 * UNIT
_TABLE_LEAST = 90 * UNIT
"""Minimum table width; the filter pane is hidden if less would be left."""
_DETAIL_SHARE = 0.45
"""The detail pane's minimum width is at most this part of the page, however large the font."""


class TablePage(QWidget):
    """Lays out the panes; controllers connect them.

    The table exists from the start. `add_panes` adds the other panes; their space is reserved until then.
    """

    filter_panel: "FilterPanel"
    mapping_bar: "MappingBar"
    filter_chips: "FilterChipBar"
    record_loader: "RecordLoader"
    record_context: "RecordContextLoader"
    detail: "DetailPanel"
    focus: "FocusView"
    key_repeat: "KeyRepeatFilter"
    digit_keys: "DigitKeys"

    gave_way = Signal()
    """Emitted when the filter pane is hidden to make room for the table, or shown again."""

    def __init__(self, theme: Theme, review_below: Callable[[], ReviewThresholds], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session: Session | None = None
        self._review_below = review_below
        self.model = TableModel(self, lambda: self._review_below(), self._is_blind)
        self.table = TableView(self.model, theme, lambda: self._review_below(), self)
        self.splitter = Splitter(theme, self)
        self.has_given_way = False
        """Whether the filter pane is hidden for lack of space, not by the user."""
        self.middle = QWidget(self)
        self._column = vbox(parent=self.middle, margins=0, spacing=0)
        self._bar_room = QWidget(self.middle)
        self._bar_room.setFixedHeight(_MAPPING_HEIGHT)
        self._column.addWidget(self._bar_room)
        self._column.addWidget(self.table, 1)
        facets_room, detail_room = QWidget(self), QWidget(self)
        for number, pane in enumerate((facets_room, self.middle, detail_room)):
            self.splitter.addWidget(pane)
            self._prepare(number, pane)
        self.splitter.setSizes([_FACETS_WIDTH, _TABLE_WIDTH, _DETAIL_WIDTH])
        page = vbox(parent=self, margins=0)
        self.modes = PageStack(self)
        self.modes.addWidget(self.splitter)
        page.addWidget(self.modes)

    def add_panes(self, session: "Session", jobs: "Operations") -> None:
        """Add the panes around the table; called once."""
        from mltag_desktop.gui.curation.focus_view import FocusView
        from mltag_desktop.gui.filters.filter_chips import FilterChipBar
        from mltag_desktop.gui.filters.filter_panel import FilterPanel
        from mltag_desktop.gui.import_export.source_controls import MappingBar
        from mltag_desktop.gui.record.detail_panel import DetailPanel
        from mltag_desktop.gui.record.record_loader import RecordContextLoader, RecordLoader
        from mltag_desktop.gui.state.shortcuts import DigitKeys, KeyRepeatFilter

        self.key_repeat = KeyRepeatFilter(watches=QGuiApplication.platformName() == "xcb")
        self.digit_keys = DigitKeys(self)
        theme = self._theme
        self._session = session
        self._review_below = lambda: session.review_below
        session.blind_changed.connect(self.table.viewport().update)
        self.filter_panel = FilterPanel(theme, self)
        self.mapping_bar = MappingBar()
        self.mapping_bar.setMinimumHeight(_MAPPING_HEIGHT)
        self.mapping_bar.setMinimumWidth(_FACETS_LEAST)  # with a large font the boxes shrink, not the page
        self.filter_chips = FilterChipBar(theme, self)
        self.record_loader = RecordLoader(session, jobs, self)
        self.record_context = RecordContextLoader(session, jobs, self)
        self.detail = DetailPanel(session, self.record_loader, self.record_context, theme, self)
        self.focus = FocusView(self.record_loader, theme, self, session.tag_keys)
        self._column.replaceWidget(self._bar_room, self.mapping_bar)
        self._bar_room.deleteLater()
        self._column.insertWidget(1, self.filter_chips)
        for number, pane in ((0, self.filter_panel), (2, self.detail)):
            room = self.splitter.replaceWidget(number, pane)
            if room is not None:
                room.deleteLater()
            self._prepare(number, pane)
            pane.show()
        self._limit_detail()
        self.modes.addWidget(self.focus)
        self.has_given_way = False
        self._make_way()

    def _is_blind(self, row: int) -> bool:
        return self._session is not None and self._session.is_blind(row)

    @property
    def panes(self) -> list[QWidget]:
        """The visible panes in focus order."""
        if self.modes.currentWidget() is not self.splitter:
            return [self.focus]
        panes = (self.splitter.widget(number) for number in range(self.splitter.count()))
        return [pane for pane in panes if pane is not None]

    def enlarge_text(self, scale: float) -> None:
        """Show the texts of records in this multiple of the usual size."""
        self.detail.reading.enlarge(scale)
        self.focus.enlarge(scale)

    def show_hits(self, hits: SearchHits) -> None:
        """Mark the words of a search in the table and in the texts."""
        self.table.show_hits(hits)
        self.detail.reading.show_hits(hits)
        self.focus.show_hits(hits)

    def put_above_table(self, widget: QWidget) -> None:
        """Put a widget above the table, with a handle between them."""
        stack = QSplitter(Qt.Orientation.Vertical, self.middle, childrenCollapsible=False)
        self._column.replaceWidget(self.table, stack)
        stack.addWidget(widget)
        stack.addWidget(self.table)
        stack.setSizes([3_000, 2_000])  # in this ratio
        self._column.setStretchFactor(stack, 1)
        self.table.show()

    def toggle_facets(self) -> None:
        """Show or hide the filter pane, whatever space there is."""
        self.has_given_way = False
        self.filter_panel.setVisible(self.filter_panel.isHidden())

    def current_row(self) -> RowId | None:
        """Return the row of the current record."""
        place = self.table.current_place()
        return self.model.row_at(place) if 0 <= place < self.model.rowCount() else None

    def on_screen(self) -> list[int]:
        """Return the rows of the visible records and a few more."""
        first, _ = self.table.on_screen()
        return [int(row) for row in self.model.order[first : first + 60]]

    def _make_way(self) -> None:
        """Hide the filter pane while it would leave too little space for the table."""
        pane, narrow = self.splitter.widget(0), self._is_narrow
        if pane is None or narrow == self.has_given_way or (narrow and pane.isHidden()):
            return
        self.has_given_way = narrow
        pane.setVisible(not narrow)
        self.gave_way.emit()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < widened(_FACETS_LEAST + _TABLE_LEAST + _DETAIL_LEAST, self.fontMetrics())

    def minimumSizeHint(self) -> QSize:
        """Return the size without the filter pane, which gives way to the table."""
        hint, pane = super().minimumSizeHint(), self.splitter.widget(0)
        if pane is None or pane.isHidden() or self._is_narrow:
            return hint
        return hint - QSize(pane.minimumWidth(), 0)

    def _prepare(self, number: int, pane: QWidget) -> None:
        pane.setAutoFillBackground(True)
        pane.setMinimumWidth(widened((_FACETS_LEAST, 0, _DETAIL_LEAST)[number], self.fontMetrics()))
        self.splitter.setCollapsible(number, number != 1)
        self.splitter.setStretchFactor(number, (0, 3, 1)[number])

    def event(self, event: QEvent) -> bool:
        if self._session is None:
            return super().event(event)
        if isinstance(event, QKeyEvent):
            self.key_repeat.observe(event)
            if event.type() == QEvent.Type.ShortcutOverride and self.digit_keys.overrides(event):
                event.accept()
                return True
        elif event.type() == QEvent.Type.WindowDeactivate:
            self.key_repeat.reset()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from mltag_desktop.gui.state.shortcuts import RETURN, press

        if self._session is not None and self.key_repeat.repeats and event.key() in RETURN:
            return
        if not press(QApplication.focusWidget(), event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_way()
            self._limit_detail()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_detail()

    def _limit_detail(self) -> None:
        """Let the detail pane give way to the table when a large font leaves little space for both."""
        pane = self.splitter.widget(2)
        if pane is not None:
            least = widened(_DETAIL_LEAST, self.fontMetrics())
            pane.setMinimumWidth(min(least, max(_DETAIL_LEAST, int(_DETAIL_SHARE * self.width()))))


class Splitter(QSplitter):
    """A splitter with thin lines as handles."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colours.line)
