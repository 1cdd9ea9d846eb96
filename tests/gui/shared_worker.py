"""One worker process for the windows of many tests, since each start takes a second of processor time."""

import os
from collections.abc import Generator
from typing import Any

from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import SILENT, Progress


class SharedWorker(ProcessPool):
    """A worker process that is not ended with its window."""

    def close(self) -> None:
        """Keep the process for the next test."""

    def _answers(
        self, progress: Progress, grace: float, call: tuple[Any, ...]
    ) -> Generator[tuple[bool, object]]:
        """Wait for a cancelled call: to end the process would cost the next test its start."""
        return super()._answers(progress, max(grace, 60.0), call)

    def prepare(self) -> None:
        """Give a process that is running the folders of the present test."""
        if self.process_id is not None:
            self.call(SILENT, use_environment, dict(os.environ))


def use_environment(progress: Progress, values: dict[str, str]) -> None:
    """Set environment variables, except those of the worker's own temporary folder."""
    own = ("TMPDIR", "JOBLIB_TEMP_FOLDER")
    os.environ.update({name: value for name, value in values.items() if name not in own})
