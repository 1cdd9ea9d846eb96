"""Finds similar decided records, and records that are unlike the training data."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.similarity import SimilarTexts
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import DECIDED, Change, RecordView, RowId
from mltag_desktop.gui.record.record_loader import title_of
from mltag_desktop.gui.runtime.jobs import BackgroundJob, Job, JobRunner
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

_REST: Final = 180
"""Milliseconds that a record must stay current before its context is computed."""
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


class RecordContextLoader(QObject):
    """Computes the context of the current record in a job, after a short delay.

    Signals: `found(context)`; `failed(error)`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._similar: SimilarTexts | None = None
        self._row: RowId | None = None
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        for signal in (session.opened, session.closed, session.model_changed):
            signal.connect(self._start_over)
        session.changed.connect(self._note)

    def want(self, row: RowId | None) -> None:
        """Compute the context of this record; None cancels."""
        self._row = row
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if row is None:
            self._rest.stop()
        else:
            self._rest.start()

    @Slot()
    def _look(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or self._row is None:
            return
        if self._similar is None:
            self._similar = SimilarTexts(model.vectors)
        job = BackgroundJob(_surroundings, workspace, model, self._similar, self._row)
        job.succeeded.connect(self.found)
        job.failed.connect(self.failed)
        self._job = job
        self._jobs.run_deferred_job(job)

    @Slot()
    def _start_over(self) -> None:
        self._similar = None
        self.want(self._row if self._session.workspace is not None else None)

    @Slot(object)
    def _note(self, change: Change) -> None:
        if change.what & {"mapping", "records"}:
            self._similar = None


def _surroundings(
    progress: Progress,
    workspace: "Workspace",
    model: "LinearModel",
    similar: SimilarTexts,
    row: RowId,
) -> RecordContext:
    from mltag_desktop.core.drift.reference import reference_of  # brings training along

    states = workspace.states()
    decided = np.flatnonzero(np.isin(states.status, [int(status) for status in DECIDED]))
    decided = decided[decided != row][:_AMONG_AT_MOST].astype(np.int64)
    text = workspace.texts([row])[0]
    best = similar.nearest(progress, text, decided, workspace.texts, _SHOWN)
    best = tuple(neighbour for neighbour in best if neighbour.likeness >= _ALIKE)
    records = workspace.records([neighbour.key for neighbour in best])
    progress.report(0.8)
    reference = reference_of(model)
    likeness, _ = reference.likeness(extract(model.vectors, [text]))
    return RecordContext(
        row,
        tuple(
            SimilarRecord(record, neighbour.likeness, title_of(workspace, record))
            for record, neighbour in zip(records, best, strict=True)
        ),
        bool(text) and float(likeness[0]) < reference.limit,
    )
