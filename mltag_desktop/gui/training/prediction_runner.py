"""Predicts records that have no prediction by the active model, visible rows first."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.runtime.jobs import BackgroundJob, Job, JobRunner
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

CHUNK: Final = 2000
_TRIGGERS: Final = frozenset({"records", "mapping", "models"})


class PredictionRunner(QObject):
    """Runs one prediction job at a time, and starts again when more records need predictions.

    Signals: `progressed(share)`; `ended()` when no record is left to predict, or after a failure;
    `failed(error)`.
    """

    progressed = Signal(float)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, jobs: JobRunner, on_screen: Callable[[], Sequence[int]]) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._on_screen = on_screen
        self._job: Job | None = None
        self._more = False
        session.opened.connect(self._restart)
        session.model_changed.connect(self._restart)
        session.closed.connect(self.stop)
        session.changed.connect(self._note)

    @property
    def is_running(self) -> bool:
        """Whether records are being predicted."""
        return self._job is not None

    @Slot()
    def stop(self) -> None:
        """Stop predicting; existing predictions stay."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._more = False

    @Slot()
    def _restart(self) -> None:
        self.stop()
        self._start()

    def _start(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.read_only:
            return
        publish = self._session.publish
        job = BackgroundJob(predict_pending, workspace, model, publish, list(self._on_screen()))
        job.progressed.connect(self._pass_progress)
        job.failed.connect(self.failed)
        job.ended.connect(self._end)
        self._job = job
        self._jobs.run(job)

    @Slot(object)
    def _note(self, change: Change) -> None:
        if not change.what & _TRIGGERS:
            return
        if self._job is None:
            self._start()
        else:
            self._more = True

    @Slot(float, str)
    def _pass_progress(self, share: float, _step: str) -> None:
        self.progressed.emit(share)

    @Slot()
    def _end(self) -> None:
        job = self._job
        if job is None or not job.is_over:
            return
        self._job = None
        if self._more:
            self._more = False
            self._start()
        else:
            self.ended.emit()


def predict_pending(
    progress: Progress,
    workspace: "Workspace",
    model: "LinearModel",
    publish: Callable[[Change, "Workspace"], None],
    first: Sequence[int],
) -> None:
    """Predict all records that `model` has not predicted, rows in `first` first."""
    done = 0
    for rows, texts in workspace.pending(model.version, size=CHUNK, first=first):
        publish(workspace.put_predictions(rows, model.predict(texts)), workspace)
        done += len(rows)
        progress.report(done / max(1, workspace.count), tr("predicting"))
