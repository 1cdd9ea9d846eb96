"""The current job of a controller that runs one at a time."""

from PySide6.QtCore import QObject, Signal, Slot

from mltag_desktop.gui.runtime.jobs import Job


class CurrentJob(QObject):
    """The job of a controller, if one runs; another one replaces it, and its result is dropped.

    Signals: `ended` when the job has ended, or `repeat_due` instead if it has to run again; neither for a job
    that was replaced or cancelled.
    """

    ended = Signal()
    repeat_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._is_repeated = False

    @property
    def is_running(self) -> bool:
        """Whether a job runs."""
        return self._job is not None

    def replace(self, job: Job) -> Job:
        """Cancel the job that runs, if any, and return `job`, which takes its place."""
        self.cancel()
        self._job = job
        job.ended.connect(self._handle_end)
        return job

    def repeat(self) -> bool:
        """Return whether a job runs; it then has to run again, since what it reads has changed."""
        self._is_repeated = self.is_running
        return self.is_running

    @Slot()
    def cancel(self) -> None:
        """Cancel the job, if one runs."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._is_repeated = None, False

    @Slot()
    def _handle_end(self) -> None:
        if self._job is None or not self._job.is_over:
            return  # this job was replaced
        is_repeated = self._is_repeated
        self._job, self._is_repeated = None, False
        (self.repeat_due if is_repeated else self.ended).emit()
