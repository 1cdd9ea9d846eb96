"""Counts the decisions and the working time of a session."""

import time
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.session_summary import SessionSummary, session_summary
from mltag_desktop.core.workspace.types import Change, Status
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.row_search import RowSet

BREAK: Final = 60.0
"""Seconds between two decisions above which the interval counts as a break."""


class SessionStats(QObject):
    """Statistics from opening a workspace to closing it.

    Signals: `changed()` after each decision.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = RowSet()
        self._predicted = RowSet()
        """Records that had a prediction when they were decided."""
        self._seconds = 0.0
        self._last = 0.0
        self.left = 0
        """Number of records to review, as last counted."""
        session.opened.connect(self._start)

    @property
    def decided(self) -> int:
        """Number of records touched in this session that are decided now."""
        workspace = self._session.workspace
        if workspace is None:
            return 0
        status, rows = workspace.states().status, self._rows.rows
        current = status[rows[rows < len(status)]]
        return int(np.count_nonzero(current != Status.TO_REVIEW))

    @Slot(object)
    def count(self, change: Change) -> None:
        """Count a step of the curator."""
        workspace = self._session.workspace
        if ChangeKind.DECISIONS not in change.kinds or change.rows is None or workspace is None:
            return
        now = time.monotonic()
        if self._last and now - self._last < BREAK:
            self._seconds += now - self._last
        self._last = now
        self._rows.add(change.rows)
        self._predicted.add(change.rows[workspace.states().predicted[change.rows] >= 0])
        self.changed.emit()

    def set_left(self, records: int) -> None:
        """Set how many records are left to review."""
        self.left = records

    def summary(self, seconds_each: float) -> SessionSummary | None:
        """Return the session's summary; None when no workspace is open."""
        workspace = self._session.workspace
        if workspace is None:
            return None
        return session_summary(
            workspace.states(), self._rows.rows, self._predicted.rows, self._seconds, self.left, seconds_each
        )

    @Slot()
    def _start(self) -> None:
        self._rows.clear()
        self._predicted.clear()
        self._seconds, self._last, self.left = 0.0, 0.0, 0
