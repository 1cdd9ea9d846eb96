"""A pool of worker processes that returns results in order; the workers end with the program.

Processes are used because numeric code releases the GIL, but everything else, such as reading and writing,
does not (figures in docs/decisions/0013-batches.md). They are started with `spawn`: `fork` could copy a lock
that is held.
"""

import multiprocessing
import os
import queue
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final, Generic, TypeVar

from mltag_desktop.core.batch.file_chunks import SIZE
from mltag_desktop.core.batch.task import ChunkResult, Request, Task
from mltag_desktop.core.batch.worker import Worker
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.processes.start import signals_blocked

_ASSIGNED_PER_WORKER: Final = 2
"""Requests assigned to a worker at a time: the current one and the next one."""
_AHEAD_PER_WORKER: Final = 4
"""Unfinished or undelivered requests per worker; it bounds memory when one worker is slow."""
_MAX_DEATHS: Final = 3

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")


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


@dataclass
class WorkerHandle:
    """The handle of a worker process, with the numbers of its assigned requests."""

    process: SpawnProcess
    connection: "Connection[Any, Any]"
    assigned: deque[int] = field(default_factory=deque)


class _PendingRequests(Generic[Asked]):
    """The requests that are not assigned yet, with their numbers."""

    def __init__(self, requests: Iterator[Asked]) -> None:
        self._numbered = enumerate(requests)
        self.ended = False

    def take(self) -> tuple[int, Asked] | None:
        """Return the next number and request, or None at the end."""
        pair = next(self._numbered, None)
        self.ended = pair is None
        return pair


class ProcessPool(Generic[Asked, Answered]):
    """A pool of `count` worker processes; each makes a function with `make_worker` and calls it."""

    def __init__(self, make_worker: Callable[[], Callable[[Asked], Answered]], count: int) -> None:
        self._make_worker = make_worker
        self._count = count
        self._context = multiprocessing.get_context("spawn")
        self._deaths = 0

    def run(self, requests: Iterator[Asked]) -> Iterator[Answered]:
        """Yield the result of each request, in request order.

        A worker that dies is replaced and its requests are repeated. Raises `MltagError` after the third
        death.
        """
        handles = [self._start() for _ in range(self._count)]
        try:
            yield from self.drive(handles, requests)
        finally:
            for handle in handles:
                handle.connection.close()
                handle.process.kill()
            for handle in handles:
                handle.process.join()
                handle.process.close()

    def drive(self, handles: list[WorkerHandle], requests: Iterator[Asked]) -> Iterator[Answered]:
        """Hand the requests to the workers, and yield the results in the order of the requests."""
        assigned: dict[int, Asked] = {}  # assigned requests, repeated if their worker dies
        done: dict[int, Answered] = {}
        retries: deque[int] = deque()
        remaining = _PendingRequests(requests)
        upcoming = 0
        while True:
            for handle in sorted(handles, key=lambda handle: len(handle.assigned)):
                self._assign(handle, assigned, len(done), retries, remaining)
            while upcoming in done:
                yield done.pop(upcoming)
                upcoming += 1
            if assigned:
                self._collect(handles, assigned, done, retries)
            elif remaining.ended:  # otherwise the results just yielded have made room for more requests
                return

    def _assign(
        self,
        handle: WorkerHandle,
        assigned: dict[int, Asked],
        done: int,
        retries: deque[int],
        remaining: "_PendingRequests[Asked]",
    ) -> None:
        """Assign requests to a worker up to its limit."""
        while len(handle.assigned) < _ASSIGNED_PER_WORKER:
            if retries:
                number = retries.popleft()
            elif len(assigned) + done < _AHEAD_PER_WORKER * self._count:
                pair = remaining.take()
                if pair is None:
                    return
                number, assigned[pair[0]] = pair
            else:
                return
            handle.assigned.append(number)
            if not _send(handle, assigned[number]):
                return

    def _collect(
        self,
        handles: list[WorkerHandle],
        assigned: dict[int, Asked],
        done: dict[int, Answered],
        retries: deque[int],
    ) -> None:
        """Wait until a worker sends a result or dies."""
        ready = wait([handle.connection for handle in handles if handle.assigned])
        for place, handle in enumerate(handles):
            if handle.connection not in ready:
                continue
            try:
                answer = handle.connection.recv()
            except (EOFError, OSError):
                retries.extendleft(reversed(handle.assigned))
                handles[place] = self._replaced(handle)
                continue
            if isinstance(answer, BaseException):
                raise answer
            number = handle.assigned.popleft()
            del assigned[number]
            done[number] = answer

    def _replaced(self, handle: WorkerHandle) -> WorkerHandle:
        handle.connection.close()
        handle.process.join()
        code = handle.process.exitcode
        self._deaths += 1
        if self._deaths >= _MAX_DEATHS:
            raise MltagError(
                f"Worker processes keep ending (last exit code {code}).",
                "The computer may be short of memory. Close other programs, or use fewer workers.",
            )
        return self._start()

    def _start(self) -> WorkerHandle:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._make_worker), daemon=True)
        with signals_blocked():
            process.start()
        theirs.close()
        return WorkerHandle(process, ours)


class WorkerPool(ProcessPool[Request, ChunkResult]):
    """A pool of worker processes that predict a file."""

    def __init__(self, task: Task, count: int, stretch: int = SIZE) -> None:
        super().__init__(partial(Worker, task), count)
        self.stretch = stretch


def cores() -> int:
    """Return the number of CPU cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _send(handle: WorkerHandle, request: object) -> bool:
    """Send a request; return False when the worker is dead, which `_collect` will notice."""
    try:
        handle.connection.send(request)
    except OSError:
        return False
    return True


def _serve(connection: "Connection[Any, Any]", make_worker: Callable[[], Callable[[Any], Any]]) -> None:
    """Process requests in a worker until the parent process ends, for whatever reason."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent handles it
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def listen() -> None:
        try:
            while True:
                inbox.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    try:
        worker = make_worker()
        while True:
            connection.send(worker(inbox.get()))
    except OSError as error:
        if not isinstance(error, BrokenPipeError | ConnectionResetError):
            connection.send(error)
    except Exception as error:  # noqa: BLE001 - raised in the parent process
        error.add_note(traceback.format_exc())
        connection.send(error)
