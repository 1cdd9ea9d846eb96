"""Tells once of a table whose texts are unlike the training data in a way that one can look at."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.jobs import Job, Jobs, LongJob
from mltag_desktop.gui.session import Session
from mltag_desktop.gui.words import tr

if TYPE_CHECKING:
    from mltag_desktop.core.evaluation.drift import Alarm
    from mltag_desktop.core.model.linear import LinearModel
    from mltag_desktop.core.workspace.document import Workspace

_SAMPLE: Final = 2_000
_FEWEST: Final = 50
_BATCH: Final = 200


class Drifting(QObject):
    """Looks at a sample of the table once it is tagged.

    Signals: `noticed(alarms)` with what is past its limit, the rows being the table's; `failed(error)`.
    """

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._seen: tuple[int, str] | None = None
        session.closed.connect(self._stop)

    @Slot()
    def look(self) -> None:
        """Look at the open table, unless this many records of it were looked at with this model."""
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.count < _FEWEST or not workspace.complete:
            return
        seen = (workspace.count, model.version)
        if self._seen == seen or self._job is not None:
            return
        self._seen = seen
        job = LongJob(alarms_of, workspace, model)
        job.succeeded.connect(self._tell)
        job.failed.connect(self.failed)
        job.ended.connect(self._end)
        self._job = job
        self._jobs.run(job)

    @Slot(object)
    def _tell(self, alarms: "tuple[Alarm, ...]") -> None:
        if alarms:
            self.noticed.emit(alarms)

    @Slot()
    def _end(self) -> None:
        self._job = None

    @Slot()
    def _stop(self) -> None:
        self._seen = None
        if self._job is not None:
            self._job.cancel()
            self._job = None


def alarms_of(progress: Progress, workspace: "Workspace", model: "LinearModel") -> "tuple[Alarm, ...]":
    """Watch a sample of the records drift; the alarms on all of it, with rows of the table as examples."""
    from mltag_desktop.core.evaluation.drift import DriftWatch  # after the first tags, not with the window

    rows = np.arange(workspace.count)
    if len(rows) > _SAMPLE:
        # a permutation of a million would hold up all other threads for a tenth of a second
        rows = np.sort(np.random.default_rng(0).choice(len(rows), _SAMPLE, replace=False))
    watch = DriftWatch(model, window=len(rows), keep=0)
    for start in range(0, len(rows), _BATCH):
        progress.report(start / len(rows), tr("comparing the table with the training data"))
        texts = workspace.texts(rows[start : start + _BATCH])
        watch.add(texts, model.predict(texts))
    return tuple(_placed(alarm, rows) for alarm in watch.report().alarms)


def _placed(alarm: "Alarm", rows: NDArray[np.int64]) -> "Alarm":
    """Name the table's rows in place of the sample's."""
    examples = tuple(replace(one, row=int(rows[one.row])) for one in alarm.examples)
    return replace(alarm, examples=examples)
