"""Finds similar decided records, and records that are unlike the training data."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import DECIDED, RecordView, RowId, Status
from mltag_desktop.gui.record.record_loader import title_of
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations, Priority
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

_REST: Final = 300
"""Milliseconds that a record must stay current before its context is computed: fast decisions need none."""
_SHOWN: Final = 4
_ALIKE: Final = 0.15
"""Cosine similarity below which records are not shown as similar."""
_AMONG_AT_MOST: Final = 20_000


@dataclass(frozen=True)
class SimilarRecord:
    """A decided record, its cosine similarity to the current one, and its title."""

    record: RecordView
    likeness: float
    title: str


@dataclass(frozen=True)
class RecordContext:
    """The context of a record."""

    row: RowId
    neighbours: tuple[SimilarRecord, ...]
    unlike: bool
    """Whether its text is unlike the training data."""
    compared: int = 0
    """Number of decided records that it was compared with."""


class RecordContextLoader(QObject):
    """Computes the context of the current record in a job, after a short delay.

    Signals: `found(context)`; `failed(error)`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._row: RowId | None = None
        self._job = Lane(self, jobs)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._compute)
        for signal in (session.opened, session.closed, session.model_changed):
            signal.connect(self._start_over)

    def request(self, row: RowId | None) -> None:
        """Compute the context of this record; None cancels."""
        self._row = row
        self._job.cancel()
        if row is None:
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def _compute(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or self._row is None:
            return
        Operation(_context_of, self._jobs.worker, workspace, model, self._row).success(self.found).failure(
            self.failed
        ).run(self._job, Priority.IDLE)

    @Slot()
    def _start_over(self) -> None:
        self.request(self._row if self._session.workspace is not None else None)


def _context_of(
    progress: Progress, worker: ProcessPool, workspace: "Workspace", model: "LinearModel", row: RowId
) -> RecordContext:
    from mltag_desktop.core.learning.records.record_surroundings import (
        surroundings,  # not for the first window
    )

    states = workspace.states()
    decided = np.flatnonzero(states.has_status((*DECIDED, Status.KNOWN)))
    decided = decided[decided != row][:_AMONG_AT_MOST].astype(np.int64)
    place, slots = workspace.table.places([row]), workspace.table.places(decided).slots
    found = worker.short_call(progress, surroundings, model, place, np.unique(slots), _SHOWN)
    row_of = dict(zip(slots.tolist(), decided.tolist(), strict=True))
    best = [neighbour for neighbour in found if neighbour.likeness >= _ALIKE]
    records = workspace.table.records([row_of[neighbour.key] for neighbour in best])
    neighbours = tuple(
        SimilarRecord(record, neighbour.likeness, title_of(workspace, record))
        for record, neighbour in zip(records, best, strict=True)
    )
    return RecordContext(row, neighbours, False, len(decided))
