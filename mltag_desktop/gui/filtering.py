"""Filter pane, filter line and header, kept at one: what they ask for is what the listing shows."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.workspace.view import Filter
from mltag_desktop.gui.filter_line import FilterLine
from mltag_desktop.gui.listing import Listing
from mltag_desktop.gui.query import both, is_open, parse
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.work_page import WorkPage


class Filtering(QObject):
    """Signals: `changed()` when another filter or sort is asked for; `unknown(words)` for names unknown."""

    changed = Signal()
    unknown = Signal(object)

    def __init__(self, session: Session, listing: Listing, line: FilterLine, page: WorkPage) -> None:
        super().__init__()
        self._session = session
        self._listing = listing
        self._line = line
        self._page = page
        self._facets = Filter()
        self._rows: tuple[int, ...] | None = None
        page.facets.wanted.connect(self._take_facets)
        line.wanted.connect(self._take_line)
        page.table.sort_asked.connect(self._take_sort)
        session.opened.connect(self._start_over)
        session.closed.connect(self._start_over)

    @Slot()
    def clear(self) -> None:
        """Show all records."""
        self._rows = None
        self._facets = Filter()
        self._page.facets.show_filter(self._facets)
        self._line.show_text("")
        self._apply()

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show these records alone, whatever was filtered before, until the filters are cleared."""
        self._facets = Filter()
        self._page.facets.show_filter(self._facets)
        self._line.show_text("")
        self._rows = tuple(rows)
        self._apply()

    def review(self) -> None:
        """Show what a person is to be asked about, the least certain first."""
        self.clear()
        self._facets = Filter(review_only=True)
        self._apply()
        self.sort_by("margin", descending=False)
        self._listing.start_at_top()

    def sort_by(self, column: str | int | None, *, descending: bool) -> None:
        """Sort by what `view.order` sorts by, and let the header show it."""
        as_shown = "confidence" if column == "margin" else column
        sections = [n for n, shown in enumerate(self._page.model.columns) if shown.sort == as_shown]
        self._page.table.show_sort(sections[0] if sections else -1, descending=descending)
        self._listing.set_sort(column, descending=descending)
        self.changed.emit()

    @Slot(object)
    def _take_facets(self, wanted: Filter) -> None:
        self._facets = wanted
        if wanted == Filter():
            self._rows = None
            self._line.show_text("")
        self._apply()

    @Slot(str)
    def _take_line(self, _text: str) -> None:
        self._apply()

    @Slot(int, bool)
    def _take_sort(self, section: int, descending: bool) -> None:
        columns = self._page.model.columns
        column = columns[section].sort if 0 <= section < len(columns) else None
        self._listing.set_sort(column, descending=descending and column is not None)
        self.changed.emit()

    @Slot()
    def _start_over(self) -> None:
        self._rows = None
        self._facets = Filter()
        self._page.facets.show_filter(self._facets)
        self._line.show_text("")
        self._page.table.show_sort(-1, descending=False)

    def _apply(self) -> None:
        workspace = self._session.workspace
        query = parse(self._line.text(), workspace.tags if workspace else ())
        if query.unknown:
            self.unknown.emit(query.unknown)
        wanted = replace(
            both(self._facets, query.filter), threshold=self._session.review_below, rows=self._rows
        )
        narrowed = not is_open(query.filter) or self._rows is not None
        self._page.facets.show_filter(self._facets, narrowed=narrowed)
        self._listing.set_filter(wanted)
        self.changed.emit()
