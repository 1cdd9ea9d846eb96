"""Delays deferred jobs until the first predictions of an opened table are shown."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.operations import Operations
from mltag_desktop.gui.training.prediction_runner import PredictionRunner

_AT_MOST: Final = 1_000
"""Maximum delay in milliseconds; predicting a large table takes longer."""
_DRAWN_WITHIN: Final = 100
"""Milliseconds from the end of prediction to the paint."""


class IdleWork(QObject):
    """Defers `Priority.IDLE` from opening a table until its first predictions are painted."""

    def __init__(
        self, jobs: Operations, workspace_opener: WorkspaceOpener, prediction_runner: PredictionRunner
    ) -> None:
        super().__init__()
        self._jobs = jobs
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(jobs.run_deferred)
        workspace_opener.started.connect(self._defer_jobs)
        workspace_opener.failed.connect(self._release)
        workspace_opener.left.connect(self._release)
        prediction_runner.ended.connect(self._draw)

    def stop(self) -> None:
        """Stop waiting because the window closes."""
        self._timer.stop()

    @Slot()
    def _defer_jobs(self) -> None:
        self._jobs.defer()
        self._timer.start(_AT_MOST)

    @Slot()
    def _draw(self) -> None:
        if self._timer.isActive():
            self._timer.start(min(_DRAWN_WITHIN, self._timer.remainingTime()))

    @Slot()
    def _release(self) -> None:
        self._timer.stop()
        self._jobs.run_deferred()
