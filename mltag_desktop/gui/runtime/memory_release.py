"""Returns the memory of a closed table to the operating system."""

import gc
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.jobs import Job, JobRunner

_DELAY: Final = 1_000
"""Milliseconds to wait after a table was closed, until the follow-up work is done."""


def release_memory(_progress: Progress) -> bool:
    """Forget the columns of closed tables, and return all free pages to the system.

    Returns whether there were any (False without glibc).
    """
    from mltag_desktop.core.workspace.search.column_values import forget_columns

    forget_columns()
    return trim_heap()


class MemoryReleaser(QObject):
    """Returns the memory of a closed table, in a job, once no other job runs.

    The worker process, which keeps vectors of the table, ends if no other table is open. Connect the signal
    that a table was closed to `release_when_idle`; `has_table` returns whether a table is open.
    """

    def __init__(self, jobs: JobRunner, has_table: Callable[[], bool]) -> None:
        super().__init__()
        self._has_table = has_table
        self._jobs = jobs
        self._is_due = False
        self._settle = QTimer(self, singleShot=True, interval=_DELAY)
        self._settle.timeout.connect(self._collect)
        jobs.idle.connect(self._release_if_due)

    @Slot()
    def release_when_idle(self) -> None:
        """Release memory once the running jobs have ended."""
        self._is_due = True
        self._settle.start()

    @Slot()
    def stop(self) -> None:
        """Cancel the release, because the program is ending."""
        self._is_due = False
        self._settle.stop()

    @Slot()
    def _collect(self) -> None:
        """Free what used the table, which may be in reference cycles; takes about 15 ms."""
        gc.collect()
        self._release_if_due()

    @Slot()
    def _release_if_due(self) -> None:
        if self._is_due and not self._settle.isActive() and not self._jobs.running:
            self._is_due = False
            if not self._has_table():
                self._jobs.worker.end()
            gc.collect()  # what used the table may be in reference cycles; takes about 15 ms
            self._jobs.run(Job(release_memory))
