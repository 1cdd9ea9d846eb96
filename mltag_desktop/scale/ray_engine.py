"""The engine that processes the requests of a task on a Ray cluster, through Ray Data.

The workers are actors in a pool. When one dies, Ray starts another and repeats its request. The model is put
into the object store once, so all workers of a node share its arrays in memory.
"""

import contextlib
import itertools
import logging
import os
import pickle
import socket
from collections.abc import Iterator
from typing import Any, Final

from mltag_desktop.core.batch.task import ChunkResult, Request, Task, TextBatch
from mltag_desktop.core.batch.worker import Worker
from mltag_desktop.core.batch.worker_pool import cores
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import how_to_get
from mltag_desktop.core.model.types import Classifier

MAX_REQUESTS: Final = 5_000
"""Maximum number of requests per data set."""
_CONNECT_TIMEOUT: Final = 10.0
"""Seconds to wait for a connection to the cluster."""
_STARTS: Final = 3
"""Attempts to start a cluster on this computer."""
MAX_CHARACTERS: Final = 32_000_000
"""Maximum size of pickled texts per data set, so that memory does not grow with the number of rows."""


class RayEngine:
    """Processes requests on the cluster at `address`, or on a temporary local cluster if it is None."""

    stretch: Final = 4 << 20

    def __init__(self, task: Task, classifier: Classifier, address: str | None, workers: int | None) -> None:
        """Store the task; raises `MltagError` for options that a cluster does not support."""
        if task.cache is not None:
            raise MltagError(
                "A prediction cache works on one computer only.", "Omit --cache with --engine ray."
            )
        self._task, self._classifier = task, classifier
        self._address, self._workers = address, workers

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order."""
        ray = _load_ray()
        with _connected(ray, self._address, self._workers):
            model = ray.put(self._classifier)
            count = self._workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
            for window in windows(requests):
                yield from self._window(ray, window, model, count)

    def _window(self, ray: Any, window: list[bytes], model: Any, count: int) -> Iterator[ChunkResult]:
        items = [{"number": number, "request": request} for number, request in enumerate(window)]
        rows = ray.data.from_items(items, override_num_blocks=len(items)).map(
            RayWorker,
            fn_constructor_args=(self._task, model),
            compute=ray.data.ActorPoolStrategy(size=min(count, len(items))),
        )
        early: dict[int, ChunkResult] = {}
        upcoming = 0
        try:
            for row in rows.iter_rows():
                early[int(row["number"])] = pickle.loads(row["done"])  # noqa: S301 - from our own worker
                while upcoming in early:
                    yield early.pop(upcoming)
                    upcoming += 1
        except ray.exceptions.RayError as error:
            raise _user_error(error) from error


class RayWorker:
    """A Ray actor that holds a `Worker`."""

    def __init__(self, task: Task, model: Any) -> None:
        ray = _load_ray()
        self._worker = Worker(task, ray.get(model))

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Process one pickled request."""
        request: Request = pickle.loads(row["request"])  # noqa: S301 - from the program that asks
        return {"number": row["number"], "done": pickle.dumps(self._worker(request))}


def windows(requests: Iterator[Request]) -> Iterator[list[bytes]]:
    """Yield lists of pickled requests, each small enough for one data set."""
    while True:
        window: list[bytes] = []
        characters = 0
        for request in itertools.islice(requests, MAX_REQUESTS):
            window.append(pickle.dumps(request))
            if isinstance(request, TextBatch):
                characters += len(window[-1])
                if characters > MAX_CHARACTERS:
                    break
        if not window:
            return
        yield window


@contextlib.contextmanager
def _connected(ray: Any, address: str | None, workers: int | None) -> Iterator[None]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    options: dict[str, Any] = {"address": address}
    if address is None:
        options = {"num_cpus": max(workers or 1, cores()), "include_dashboard": False}
    for name in ("ray", "ray.data"):
        logging.getLogger(name).setLevel(logging.ERROR)
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
        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = False
        context.print_on_execution_start = False
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
        import ray.data
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
    lines = str(error).strip().splitlines()
    return MltagError(
        f"The cluster could not finish the job: {lines[-1] if lines else error!r}.", "Try again."
    )
