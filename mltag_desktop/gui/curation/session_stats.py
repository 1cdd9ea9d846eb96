"""Keeps count of what is done from opening a table to closing it."""

import time
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.decisions.session_stats import SessionSummary, session_summary
from mltag_desktop.core.workspace.types import Change, Status
from mltag_desktop.gui.state.session import Session
from mltag_desktop.gui.table.row_search import RowSet

_PAUSE: Final = 60.0
"""Seconds after which a curator counts as away."""


class SessionStats(QObject):
    """Signals: `changed()` after each decision."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = RowSet()
        self._seconds = 0.0
        self._last = 0.0
        self.left = 0
        """Records still to review, as counted last."""
        session.opened.connect(self._start)

    @property
    def decided(self) -> int:
        """How many records of this sitting stand decided."""
        workspace = self._session.workspace
        if workspace is None:
            return 0
        status, rows = workspace.states().status, self._rows.rows
        stand = status[rows[rows < len(status)]]
        return int(np.count_nonzero(stand != Status.TO_REVIEW))

    @Slot(object)
    def note(self, change: Change) -> None:
        """Take in a step of the curator."""
        if ChangeKind.DECISIONS not in change.kinds or change.rows is None:
            return
        now = time.monotonic()
        if self._last and now - self._last < _PAUSE:
            self._seconds += now - self._last
        self._last = now
        self._rows.add(change.rows)
        self.changed.emit()

    def set_left(self, records: int) -> None:
        """Set how many records are left to review."""
        self.left = records

    def summary(self, seconds_each: float) -> SessionSummary | None:
        """Sum this sitting up; None when nothing is open."""
        workspace = self._session.workspace
        if workspace is None:
            return None
        return session_summary(workspace.states(), self._rows.rows, self._seconds, self.left, seconds_each)

    @Slot()
    def _start(self) -> None:
        self._rows.clear()
        self._seconds, self._last, self.left = 0.0, 0.0, 0
