"""The engines that predict a file on this computer."""

import contextlib
from collections.abc import Iterator
from functools import partial

from mltag_desktop.core.batch.file_chunks import SIZE
from mltag_desktop.core.batch.task import ChunkResult, Request, Task
from mltag_desktop.core.batch.worker import Worker
from mltag_desktop.core.processes.pool import ProcessPool


class InProcessPool:
    """Processes requests in the current process, without a pool."""

    def __init__(self, worker: Worker, stretch: int = SIZE) -> None:
        self._worker = worker
        self.stretch = stretch

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request."""
        try:
            yield from map(self._worker, requests)
        finally:
            self._worker.close()


class WorkerPool:
    """Processes requests in `count` worker processes."""

    def __init__(self, task: Task, count: int, stretch: int = SIZE) -> None:
        self._task, self._count = task, count
        self.stretch = stretch

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order."""
        with contextlib.closing(ProcessPool(kept=self._count, niceness=0)) as pool:
            yield from pool.map_made(partial(Worker, self._task), requests, self._count)
