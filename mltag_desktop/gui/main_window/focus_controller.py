"""Switches between table and focus view, and keeps the focus view up to date."""

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.workspace.search.filtering import Counts
from mltag_desktop.core.workspace.types import Change, ChangeKind, Status
from mltag_desktop.gui.curation.curation_session import SessionStats
from mltag_desktop.gui.i18n import tr, tr_plural
from mltag_desktop.gui.record.detail_panel import decision_text
from mltag_desktop.gui.record.record_loader import LoadedRecord, title_of
from mltag_desktop.gui.state.words import action_label
from mltag_desktop.gui.widgets.common import announce

if TYPE_CHECKING:
    from mltag_desktop.gui.curation.decision_controller import DecisionController
    from mltag_desktop.gui.curation.focus_view import FocusView
    from mltag_desktop.gui.main_window.table_page import TablePage
    from mltag_desktop.gui.record.detail_panel import DetailPanel
    from mltag_desktop.gui.state.session import Session

_SPOKEN_AT_MOST: Final = 600
"""Number of characters of a text that are announced; the text pane reads the rest."""


class FocusController(QObject):
    """Keeps the same current record in both views.

    Signals: `switched(focused)`.
    """

    switched = Signal(bool)

    def __init__(
        self,
        session: "Session",
        page: "TablePage",
        decision_controller: "DecisionController",
        session_stats: SessionStats,
    ) -> None:
        super().__init__()
        self._session = session
        self._page = page
        self._view = page.focus
        self._decision_controller = decision_controller
        self._session_stats = session_stats
        self._ahead = QTimer(self, singleShot=True, interval=0)  # after the paint of the record
        self._ahead.timeout.connect(self._load_ahead)
        page.record_loader.ready.connect(self._show)
        page.record_loader.came.connect(self._lay_out)
        page.table.record_changed.connect(self._show_place)
        decision_controller.written.connect(self._show_done)
        session_stats.changed.connect(self._show_session)
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.changed.connect(self._handle_change)
        both: tuple[DetailPanel | FocusView, ...] = (page.detail, page.focus)
        for view in both:
            view.tag_chosen.connect(decision_controller.decide)
            view.also_chosen.connect(decision_controller.also)
            view.noted.connect(decision_controller.note)
            view.flagged.connect(decision_controller.flag_with)
        self._view.undo_requested.connect(decision_controller.undo)
        self._view.left.connect(self.show_table)

    @property
    def is_on(self) -> bool:
        """Whether the focus view is shown."""
        return self._page.modes.currentWidget() is self._view

    @Slot()
    def show_focus(self) -> None:
        """Show one record at a time."""
        if self._session.workspace is None or self.is_on:
            return
        table = self._page.table
        if len(table.selected_rows()) > 1:
            table.go_to(table.current_place())  # the focus view decides one record only
        self._page.modes.setCurrentWidget(self._view)
        self._page.record_loader.renew()
        self._show_place(self._page.table.current_place())
        self._show_session()
        self._view.pane.setFocus()
        self.switched.emit(True)

    @Slot()
    def show_table(self) -> None:
        """Go back to the table, at the same record."""
        if not self.is_on:
            self.switched.emit(False)
            return
        self._page.modes.setCurrentIndex(0)
        table = self._page.table
        table.setFocus()
        if table.currentIndex().isValid():
            table.scrollTo(table.currentIndex())
        self.switched.emit(False)

    @Slot(object)
    def _show(self, reading: LoadedRecord) -> None:
        self._ahead.start()
        if not self.is_on:
            return
        had_focus = self._view.pane.hasFocus()
        before = self._view.reading
        self._view.show_reading(reading)
        if before is None or before.record.row != reading.record.row:
            announce(self._view, spoken_record(reading))
        if had_focus:
            self._view.pane.setFocus()

    @Slot()
    def _load_ahead(self) -> None:
        """Load the next record, so that it is shown in the same turn as the key that decides this one."""
        row = self._decision_controller.upcoming()
        held = self._page.record_loader.held(row) if row is not None else None
        if row is not None and held is None:
            self._page.record_loader.preload(row)
        elif self.is_on:
            self._view.lay_out_next(held)

    @Slot(object)
    def _lay_out(self, reading: LoadedRecord) -> None:
        if self.is_on and reading.record.row == self._decision_controller.upcoming():
            self._view.lay_out_next(reading)

    @Slot(int)
    def _show_place(self, place: int) -> None:
        if place < 0:
            self._view.show_reading(None)
        if self.is_on:
            count = self._page.model.rowCount()
            words = tr("Record {place:,} of {count:,}", place=place + 1, count=count) if place >= 0 else ""
            self._view.show_place(words)

    @Slot(object)
    def _show_done(self, change: Change) -> None:
        workspace = self._session.workspace
        words = action_label(
            change, {tag.name: tag.label for tag in workspace.tag_set.tags} if workspace else {}
        )
        if not change.label or change.rows is None or change.is_reversal:
            announce(self._page, words if change.label else "")
            self._view.show_done("")
            return
        if len(change.rows) == 1:
            record = self._page.model.record(max(0, self._page.model.place_of(int(change.rows[0]))))
            title = title_of(workspace, record) if workspace and record else ""
            words = tr("{done}: {title}", done=words, title=title) if title else words
        announce(self._page, words)  # before the next record is shown, see DecisionController
        self._view.show_done(words)

    @Slot()
    def _show_session(self) -> None:
        workspace = self._session.workspace
        if workspace is None or not self.is_on:
            return
        states = workspace.states()
        here = ~states.gone
        done = np.count_nonzero(here & (states.status != Status.TO_REVIEW))
        words = tr_plural(
            "{n:,} decided in this session", "{n:,} decided in this session", self._session_stats.decided
        )
        left = self._session_stats.left
        words += tr("  ·  {left:,} to review", left=left) if left else ""
        self._view.show_session(words, done / max(1, int(np.count_nonzero(here))))

    @Slot(object)
    def _open(self) -> None:
        workspace = self._session.workspace
        self._view.show_tags(workspace.tag_set.tags if workspace else ())
        self._view.show_done("")

    @Slot()
    def _close(self) -> None:
        self._ahead.stop()
        self._view.show_reading(None)
        if self.is_on:
            self.show_table()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if ChangeKind.TAGS in change.kinds:
            self._open()

    def show_counts(self, counts: Counts) -> None:
        """Show how many records are left to review."""
        if counts.is_final:
            self._session_stats.left = counts.to_review
            self._show_session()


def spoken_record(reading: LoadedRecord) -> str:
    """Return what a screen reader speaks for a record that comes up: its text, prediction and decision."""
    text = ". ".join(" ".join(part.split()) for part in reading.parts if part)[:_SPOKEN_AT_MOST]
    return ". ".join([text, *decision_text(reading.record).splitlines()])
