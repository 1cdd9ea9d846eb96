"""Tells once of a table whose texts are unlike the training data in a way that one can look at."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.jobs import Job, Jobs, LongJob
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.drift.monitor import Alarm
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

_FEWEST: Final = 50


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
        job = LongJob(_alarms, workspace, model)
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


def _alarms(progress: Progress, workspace: "Workspace", model: "LinearModel") -> "tuple[Alarm, ...]":
    from mltag_desktop.core.learning.data_checks import alarms_of  # after the first tags, not with the window

    return alarms_of(progress, workspace, model)
