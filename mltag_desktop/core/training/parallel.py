"""Run independent parts of a training or an evaluation on several cores, in worker processes.

joblib runs the parts and keeps the workers for the next call. In the frozen program the standard library
runs them, and this module keeps its workers: joblib starts a worker with options of the Python interpreter,
for which the program would open a second window. Threads would wait for each other, because liblinear fits
one model at a time in a process (docs/decisions/0026-parallel-training.md).
"""

import atexit
import contextlib
import errno
import gc
import os
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.processes.start import signals_blocked
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.fitting import import_estimators

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Result = TypeVar("Result")
Backend = Literal["joblib", "spawn"]

WORTHWHILE: Final = 3.0
"""Estimated seconds on one core from which workers save time; their start takes about 1 second."""
_POLL: Final = 1.0
_SHARED_BYTES: Final = "64K"
"""Size from which joblib writes an array of several parts once; by default 1M, so small rows go to each."""
_NO_SEMAPHORES: Final = (errno.EACCES, errno.ENOENT, errno.ENOSYS, errno.EPERM, errno.EROFS)
"""Errors of systems without semaphores; with other errors, the start of a worker fails and says why."""


class WorkerEndedError(MltagError):
    """A worker process has ended during its work."""


@dataclass(frozen=True)
class Part:
    """One call: its arguments after the progress, and its name for the progress display."""

    name: str
    arguments: tuple[Any, ...]


def run_parts(
    progress: Progress,
    function: Callable[..., Result],
    parts: Sequence[Part],
    *,
    jobs: int | None = None,
    seconds: float = WORTHWHILE,
    apart: bool = False,
    backend: Backend | None = None,
) -> list[Result]:
    """Return `function(progress, *part.arguments)` for each of `parts`, in their order.

    `jobs` is the largest number of workers, by default one for each core. Work that takes less than
    `WORTHWHILE`, by the estimate `seconds`, is done without workers, and all work where the system has no
    semaphores. Work that may end its process is done `apart`: always in workers where that is possible.
    `function` must be a function of a module whose result depends on its arguments only, so that the number
    of workers makes no difference. Raises `WorkerEndedError` when a worker ends.
    `progress` reports and cancels inside a part without workers, and between the parts with workers.
    """
    workers = _workers(len(parts), jobs, seconds, apart=apart)
    if not workers:
        return [function(own, *part.arguments) for own, part in _reported(progress, parts)]
    start = _spawned if (backend or default_backend()) == "spawn" else _by_joblib
    results: list[Result] = []
    try:
        with start(function, parts, workers) as found:
            for own, _ in _reported(progress, parts):
                results.append(next(found))
                own.report(1.0)
    except BrokenProcessPool as error:
        raise WorkerEndedError(
            "A worker process ended unexpectedly.",
            "The computer may be short of memory. Close other programs, then try again.",
        ) from error
    return results


def default_backend() -> Backend:
    """Return how workers are started in this installation."""
    return "spawn" if getattr(sys, "frozen", False) else "joblib"


def _workers(parts: int, jobs: int | None, seconds: float, *, apart: bool) -> int:
    """Return the number of workers; 0 to work in this process."""
    if (parts < 2 or jobs == 1 or seconds < WORTHWHILE) and not apart:
        return 0
    if not _has_semaphores():
        return 0
    import joblib

    workers = min(int(joblib.cpu_count()) if jobs is None else jobs, parts)
    return workers if workers > 1 or apart else 0


def _has_semaphores() -> bool:
    """Return whether workers could wait for each other; on Linux, they need a writable /dev/shm for that."""
    import multiprocessing

    try:
        multiprocessing.Lock()
    except ImportError:
        return False
    except OSError as error:
        return error.errno not in _NO_SEMAPHORES
    return True


def _reported(progress: Progress, parts: Sequence[Part]) -> Iterator[tuple[Progress, Part]]:
    """Report the start of each part; yield its progress and the part."""
    for number, part in enumerate(parts):
        own = SubProgress(progress, number / len(parts), (number + 1) / len(parts))
        own.report(0.0, part.name)
        yield own, part


@contextlib.contextmanager
def _by_joblib(
    function: Callable[..., Result], parts: Sequence[Part], workers: int
) -> Iterator[Iterator[Result]]:
    """Provide the results in order; workers end when the block is left early."""
    import joblib

    with joblib.parallel_config(
        "loky", inner_max_num_threads=1, initializer=_start_worker, initargs=(os.getpid(),)
    ):
        run = joblib.Parallel(
            n_jobs=max(2, workers),  # joblib uses no worker instead of one, so two take turns
            pre_dispatch=1 if workers == 1 else "2 * n_jobs",
            return_as="generator",
            max_nbytes=_SHARED_BYTES,
        )
        with _starting():
            found = run(joblib.delayed(function)(SILENT, *part.arguments) for part in parts)
    try:
        yield found
    finally:
        with warnings.catch_warnings():  # joblib warns about results that nobody waits for any more
            warnings.simplefilter("ignore", UserWarning)
            found.close()


@dataclass
class _KeptWorkers:
    """Idle workers of the standard library, with their number, for the next call."""

    pools: "list[tuple[int, ProcessPoolExecutor]]" = field(default_factory=list)

    def take(self, workers: int) -> "ProcessPoolExecutor":
        """Return the kept workers if there are as many, or start new ones; no other call gets them."""
        while self.pools:
            number, pool = self.pools.pop()
            if number == workers:
                with contextlib.suppress(BrokenProcessPool):  # one of them was killed in the meantime
                    pool.submit(os.getpid)
                    return pool
            pool.shutdown(wait=False)
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, context, initializer=_start_worker, initargs=(os.getpid(),))

    def put_back(self, workers: int, pool: "ProcessPoolExecutor") -> None:
        """Keep these workers instead of earlier ones."""
        self.end()
        self.pools.append((workers, pool))

    def end(self) -> None:
        """Let the workers end."""
        while self.pools:
            self.pools.pop()[1].shutdown(wait=False)


KEPT_WORKERS: Final = _KeptWorkers()


@contextlib.contextmanager
def _spawned(
    function: Callable[..., Result], parts: Sequence[Part], workers: int
) -> Iterator[Iterator[Result]]:
    """Provide the results in order; when the block is left early, workers end after their current part."""
    with _starting():
        pool = KEPT_WORKERS.take(workers)
    try:
        with _starting():
            waiting = [pool.submit(function, SILENT, *part.arguments) for part in parts]
        yield (future.result() for future in waiting)
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    KEPT_WORKERS.put_back(workers, pool)


@contextlib.contextmanager
def _starting() -> Iterator[None]:
    """Hold Ctrl+C back from starting workers; raise `MltagError` when the system refuses to start one."""
    try:
        with signals_blocked(signal.SIGINT):
            yield
    except (OSError, MemoryError) as error:
        raise MltagError(
            message("A worker process could not be started: {error}.", error=error),
            "The computer may be short of memory. Close other programs, then try again.",
        ) from error


def _start_worker(parent: int) -> None:
    """Prepare this worker process, which ends soon after `parent`; it would wait for more work."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends it at once, without a traceback
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # runs after all that is registered later; freeing all modules would take 0.2 s, and the program waits
    atexit.register(os._exit, 0)
    import_estimators()
    gc.freeze()  # loky collects garbage every second, or after the first part; now it skips what was imported

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_POLL)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
