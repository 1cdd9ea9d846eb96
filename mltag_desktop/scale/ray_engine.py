"""The engine that processes the requests of a task on a Ray cluster.

Each worker is an actor, which joins as soon as the cluster has a free core for it: there may be fewer cores
than workers. An actor processes the requests in batches. When it dies, its batches go to the others, and
another actor is started in its place. Ray could restart it and repeat them, but they would wait until a core
is free for that actor. The model is put into the object store once, so all workers of a node share its arrays
in memory.
"""

import contextlib
import itertools
import logging
import os
import socket
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pickle import PickleBuffer
from typing import Any, Final

from mltag_desktop.core.batch.task import ChunkResult, Request, Task
from mltag_desktop.core.batch.worker import Worker
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import how_to_get
from mltag_desktop.core.model.types import Classifier
from mltag_desktop.core.processes.pool import cores

_PER_BATCH: Final = 4
"""Requests in a batch. A batch costs Ray the same whatever its size; large requests slow a worker down."""
_AHEAD_PER_WORKER: Final = 4
"""Unfinished or undelivered batches per worker; it bounds memory when one worker is slow."""
_ASSIGNED_PER_WORKER: Final = 2
"""Batches assigned to a worker at a time: the current one and the next one."""
_MAX_ATTEMPTS: Final = 3
"""Attempts to process a batch, and to start a worker, if workers die of it."""
_PATIENCE: Final = 10.0
"""Seconds without any worker after which the engine says what it waits for."""
_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to wait for a connection to the cluster."""
_STARTS: Final = 3
"""Attempts to start a cluster on this computer."""

Batch = tuple[Request, ...]


class RayEngine:
    """Processes requests on the cluster at `address`, or on a temporary local cluster if it is None."""

    stretch: Final = 2 << 20

    def __init__(
        self,
        task: Task,
        classifier: Classifier,
        address: str | None,
        workers: int | None,
        note: Callable[[str], None],
    ) -> None:
        """Store the task; raises `MltagError` for options that a cluster does not support.

        `note` gets a message when a run waits for the cluster.
        """
        if task.cache is not None:
            raise MltagError(
                "A prediction cache works on one computer only.", "Omit --cache with --engine ray."
            )
        self._task, self._classifier = task, classifier
        self._address, self._workers, self._note = address, workers, note

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order.

        Raises `MltagError` if a worker does, or if workers die of a batch.
        """
        ray = _load_ray()
        with _connected(ray, self._address, self._workers):
            count = self._workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
            try:
                yield from _Actors(ray, self._task, self._classifier, count, self._note).run(requests)
            except ray.exceptions.RayError as error:
                raise _user_error(error) from error


def batches(requests: Iterator[Request]) -> Iterator[Batch]:
    """Yield the requests in batches, in order."""
    while batch := tuple(itertools.islice(requests, _PER_BATCH)):
        yield batch


class WorkerActor:
    """A worker of a cluster, which processes batches."""

    def __init__(self, task: Task, classifier: Classifier) -> None:
        self._worker = Worker(task, classifier)

    def process(self, batch: Batch) -> list[ChunkResult]:
        """Return the results of a batch; Ray copies their data once, into the memory that a node shares."""
        return [replace(done, data=PickleBuffer(done.data)) for done in map(self._worker, batch)]


class _Actors:
    """The actors of a task, and the batches they process."""

    def __init__(
        self, ray: Any, task: Task, classifier: Classifier, count: int, note: Callable[[str], None]
    ) -> None:
        self._ray, self._count, self._note = ray, count, note
        self._class = ray.remote(num_cpus=1, max_restarts=0)(WorkerActor)
        self._arguments = task, ray.put(classifier)
        self._assigned: dict[Any, int] = {}
        """Number of batches of each actor that has started."""
        self._calls: dict[Any, tuple[Any, int]] = {}
        """For the reference to each result: the actor, and the number of the batch.

        A negative number stands for the start of the actor: -1 is the first attempt.
        """
        self._unfinished: dict[int, Batch] = {}
        self._waiting: deque[int] = deque()
        """Unfinished batches that no actor has."""
        self._deaths: Counter[int] = Counter()
        """Number of actors that died with a batch."""
        self._done: dict[int, list[ChunkResult]] = {}

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order."""
        for _ in range(self._count):
            self._start(1)
        if not self._ray.wait([*self._calls], timeout=_PATIENCE)[0]:
            self._note(
                "No worker has started yet: the cluster may have no free core."
                " Prediction starts as soon as one is free."
            )
        numbered = enumerate(batches(requests))
        upcoming = 0
        while True:
            while upcoming in self._done:
                yield from self._done.pop(upcoming)
                upcoming += 1
            room = _AHEAD_PER_WORKER * self._count - len(self._unfinished) - len(self._done)
            for number, batch in itertools.islice(numbered, room):
                self._unfinished[number] = batch
                self._waiting.append(number)
            if not self._unfinished:
                return
            self._assign()
            self._collect()

    def _start(self, attempt: int) -> None:
        actor = self._class.remote(*self._arguments)
        self._calls[actor.__ray_ready__.remote()] = actor, -attempt

    def _assign(self) -> None:
        """Assign waiting batches to the actors with the fewest, up to the limit."""
        while self._waiting and self._assigned:
            actor = min(self._assigned, key=self._assigned.__getitem__)
            if self._assigned[actor] == _ASSIGNED_PER_WORKER:
                return
            number = self._waiting.popleft()
            self._calls[actor.process.remote(self._unfinished[number])] = actor, number
            self._assigned[actor] += 1

    def _collect(self) -> None:
        """Wait until an actor has started, has a result, or dies."""
        errors = self._ray.exceptions
        (reference,), _ = self._ray.wait([*self._calls])
        actor, number = self._calls.pop(reference)
        try:
            results = self._ray.get(reference)
        except errors.RayError as error:
            if isinstance(error, errors.RayTaskError) or getattr(error, "actor_init_failed", False):
                raise
            self._replace(actor, number)
            return
        if number < 0:
            self._assigned[actor] = 0
            return
        if actor in self._assigned:
            self._assigned[actor] -= 1
        del self._unfinished[number]
        self._done[number] = results

    def _replace(self, actor: Any, number: int) -> None:
        """Give the batch of an actor that died to others, and start another actor unless that was done."""
        if number < 0:
            _check_attempts(-number, "started")
            self._start(1 - number)
            return
        self._deaths[number] += 1
        _check_attempts(self._deaths[number], "processed the same rows")
        self._waiting.appendleft(number)
        if self._assigned.pop(actor, None) is not None:
            self._ray.kill(actor)  # it may only have lost its connection
            self._start(1)


def _check_attempts(deaths: int, activity: str) -> None:
    """Raise `MltagError` after the last attempt."""
    if deaths == _MAX_ATTEMPTS:
        raise MltagError(
            f"{deaths} workers of the cluster ended while they {activity}.",
            "Its computers may be short of memory. Use fewer workers, or omit --engine.",
        )


@contextlib.contextmanager
def _connected(ray: Any, address: str | None, workers: int | None) -> Iterator[None]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    options: dict[str, Any] = {"address": address}
    if address is None:
        options = {"address": "local", "num_cpus": max(workers or 1, cores()), "include_dashboard": False}
    logging.getLogger("ray").setLevel(logging.ERROR)
    _check_reachable(address)
    options |= {"log_to_driver": False, "logging_level": "ERROR"}
    if address is None:
        _start_local_cluster(ray, options)
    else:
        try:
            ray.init(**options)
        except (ConnectionError, RuntimeError, ValueError, TimeoutError) as error:
            raise _unreachable(address, _first_line(error)) from error
    try:
        yield
    finally:
        ray.shutdown()


def _check_reachable(address: str | None) -> None:
    """Raise `MltagError` when nothing listens at HOST:PORT; Ray would take minutes to notice."""
    host, _, port = (address or "").rpartition(":")
    if not host or not port.isdigit() or "/" in host:
        return
    try:
        socket.create_connection((host, int(port)), timeout=_CONNECT_TIMEOUT).close()
    except (OSError, OverflowError) as error:
        raise _unreachable(address, str(error)) from error


def _start_local_cluster(ray: Any, options: dict[str, Any]) -> None:
    """Start a cluster on this computer; raises `MltagError` after several attempts.

    Ray gives its processes 30 s to start, which no setting changes; a busy computer may need longer. The next
    attempt finds their files in memory.
    """
    for attempt in range(_STARTS):
        try:
            ray.init(**options)
        except Exception as error:  # Ray raises a plain one when a process does not start
            ray.shutdown()
            if attempt == _STARTS - 1:
                raise MltagError(
                    f"Ray did not start on this computer: {_first_line(error)}",
                    "Close other programs and try again, or omit --engine.",
                ) from error
        else:
            return


def _unreachable(address: str | None, why: str) -> MltagError:
    return MltagError(
        f"The Ray cluster at {address} could not be reached: {why}",
        "Check the address, and that Ray runs there with the same versions of Ray and Python.",
    )


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)


def _load_ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise MltagError(
            "The engine ray needs Ray, which is not installed.",
            f"Omit --engine. {how_to_get('ray')}",
        ) from error
    return ray


def _user_error(error: BaseException) -> MltagError:
    """Return the `MltagError` that a worker raised, or one with the last message of the cluster."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, MltagError):
            return MltagError(cause.message, f"{cause.hint} All nodes need access to the same files.")
        cause = getattr(cause, "cause", None) or cause.__cause__
    lines = str(error).strip().splitlines() or [repr(error)]
    # of an error in a worker's constructor, Ray keeps only the text, in quotes
    why = lines[-1].rpartition("MltagError: ")[2].strip("'.")
    return MltagError(
        f"The cluster could not finish the job: {why}.",
        "Check that all nodes have the same versions of this program, of Ray and of Python, then try again.",
    )
