"""Finds the records that may be off topic: after predictions, and after marks that teach the filter."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.types import Change
from mltag_desktop.gui.runtime.operations import Lane, Operation, Operations, Priority
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.workspace import Workspace

_SETTLE: Final = 300
"""Milliseconds in which decisions are collected."""


class OffTopicController(QObject):
    """Finds the records that may be off topic in the worker process, one call at a time.

    Signals: `ended()` when they are up to date, or after a failure.
    """

    ended = Signal()

    def __init__(self, session: Session, jobs: Operations) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._job = Lane(self, jobs)
        self._job.ended.connect(self._handle_end)
        self._is_complete = True
        self._job.repeat_due.connect(self._refresh)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE)
        self._timer.timeout.connect(self._refresh)
        session.changed.connect(self._handle_change)
        session.closed.connect(self._stop)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being computed, and nothing waits."""
        return not self._job.is_running and not self._timer.isActive()

    @property
    def is_complete(self) -> bool:
        """Whether all records were compared since the last predictions; decisions move few of them."""
        return self._is_complete

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & (ChangeKind.DECISIONS | ChangeKind.TAGS):
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Find the records again if the model or the table changed, for example once predicted."""
        self._refresh()
        self._is_complete = not self._job.is_running

    @Slot()
    def _handle_end(self) -> None:
        self._is_complete = True
        self.ended.emit()

    @Slot()
    def _refresh(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.read_only or not workspace.table.complete:
            return
        if self._job.repeat():
            return
        Operation(find_and_show, self._jobs.worker, workspace, model, self._session.publish).run(
            self._job, Priority.ANALYSIS
        )

    @Slot()
    def _stop(self) -> None:
        self._timer.stop()
        self._job.cancel()
        self._is_complete = True


def find_and_show(
    progress: Progress,
    worker: ProcessPool,
    workspace: "Workspace",
    model: "LinearModel",
    publish: Callable[[Change, "Workspace"], None],
) -> None:
    """Find the records that may be off topic in the worker process, unless they are known."""
    from mltag_desktop.core.learning.records.off_topic_records import find_off_topic, is_due

    if not is_due(workspace, model):
        return
    found = worker.short_call(progress, find_off_topic, workspace, model)
    progress.report(1.0)  # the table may be closed by now
    change = workspace.off_topic.put(*found)
    if change.kinds:
        publish(change, workspace)
