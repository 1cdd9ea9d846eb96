"""Worker processes for the window, batches and trainings: each runs one call at a time.

    candidate = pool.call(progress, retrain, workspace, current, base)

A call blocks its thread until the process answers. A process that is free is used again, otherwise one is
started, with `spawn`: `fork` could copy a lock that is held. A cancel ends the process of the call unless the
function stops at its next report. Threads would wait for each other (docs/decisions/0058-process-pool.md).
"""

import atexit
import contextlib
import io
import os
import pickle
import queue
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar, cast

from mltag_desktop.core.errors import Cancelled, MltagError, OutOfMemoryError
from mltag_desktop.core.filesystem import scratch_folder
from mltag_desktop.core.messages import message
from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.core.processes.start import enter_job, signals_blocked
from mltag_desktop.core.progress import Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

P = ParamSpec("P")
T = TypeVar("T")
Asked = TypeVar("Asked")

IDLE_SECONDS: Final = 300.0
"""Seconds without a call after which a process ends and returns its memory."""
NICENESS: Final = 10
"""By how much the priority of the window's processes is lower than its own."""
GRACE: Final = 0.05
"""Seconds that a cancelled call has to stop at a report before its process is ended."""
_LONG_GRACE: Final = 1.0
"""The same for a short call, which is shorter than a new process takes to start."""
_LOOK_EVERY: Final = 0.02
"""Seconds between two looks whether a call was cancelled."""
_SETTLE: Final = 1.0
"""Seconds without a call after which free memory goes back to the system."""
_REPORT_EVERY: Final = 0.05
"""Seconds between two progress messages of a call."""
_AHEAD: Final = 4
"""Unfinished or undelivered calls of `map` per process; it bounds memory when one is slow."""
_ATTEMPTS: Final = 3
"""How often a call of `map` is tried when its process dies."""
_UNMAPPED: Final = ("failed to map segment", "annot allocate memory")
"""Words of glibc about a library that did not fit into memory."""

_IDLE: Final = 75
"""Exit code of a process that was idle for too long; a call that it did not begin is repeated."""

_PROGRESS, _ITEM, _RESULT, _ERROR = range(4)
"""Kinds of answers."""
_ONE_OF_MANY: Final = "MLTAG_ONE_OF_MANY"
"""Environment variable of a process whose neighbours use the other cores."""
_ONE_THREAD: Final = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_start_lock: Final = threading.Lock()


class WorkerStartError(MltagError):
    """A process could not be started."""


class WorkerEndedError(MltagError):
    """A process has ended during a call."""


class _IdleEndError(WorkerEndedError):
    """A process has ended before a call, since it was idle for too long."""


class ProcessPool:
    """Processes that are started when they are needed; used from any thread but the GUI thread."""

    def __init__(
        self, *, kept: int = 1, niceness: int = NICENESS, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        """Keep at most `kept` free processes."""
        self._kept, self._niceness, self._idle_seconds = kept, niceness, idle_seconds
        self._lock = threading.Lock()
        self._workers: list[_Worker] = []
        self._closed = False

    @property
    def process_id(self) -> int | None:
        """The id of the process that was started first; None if none is running."""
        with self._lock:
            return next((worker.process_id for worker in self._workers if worker.is_alive), None)

    def start(self) -> None:
        """Start a process unless one is free; raises `MltagError` if that is not possible."""
        self._give_back(self._take())

    def call(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` returns in a process; it is a function of a module of `core`.

        Raises what `function` raises, `Cancelled` as soon as `progress` does, `WorkerStartError` if no
        process can be started, and `WorkerEndedError` if it dies. Arguments and the result are pickled; a
        workspace or model is sent as its place on the disk.
        """
        return cast("T", self._result(progress, GRACE, 1, (function, args, kwargs)))

    def short_call(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do the same as `call` for a short function that is called often.

        A cancelled function has a second to stop at a report. The call is repeated once if the process dies.
        """
        return cast("T", self._result(progress, _LONG_GRACE, 2, (function, args, kwargs)))

    def stream(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], Generator[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Generator[T]:
        """Yield the items that `function` yields in a process, which waits while the pipe is full.

        It raises the same errors as `call`. Closing the generator cancels the function.
        """
        with contextlib.closing(self._answers(progress, GRACE, (function, args, kwargs))) as answers:
            for is_result, item in answers:
                if not is_result:
                    yield cast("T", item)

    def map(
        self,
        function: Callable[Concatenate[Progress, ...], T],
        calls: Iterable[tuple[Any, ...]],
        count: int,
        attempts: int = _ATTEMPTS,
    ) -> Generator[T]:
        """Yield `function(progress, *arguments)` for each of `calls`, in order, from `count` processes.

        A call is repeated if its process dies, until it was tried `attempts` times. When the generator is
        closed early, the processes that compute are ended.
        """
        stop = _Stop()
        pending: deque[Future[T]] = deque()

        def one(arguments: tuple[Any, ...]) -> T:
            return cast("T", self._result(stop, GRACE, attempts, (function, arguments, {})))

        with ThreadPoolExecutor(count, "mltag call") as threads:
            try:
                for arguments in calls:
                    pending.append(threads.submit(one, arguments))
                    while pending and (len(pending) >= _AHEAD * count or pending[0].done()):
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                stop.set()
                threads.shutdown(cancel_futures=True)

    def map_made(
        self, make: Callable[[], Callable[[Asked], T]], requests: Iterator[Asked], count: int
    ) -> Generator[T]:
        """Yield the result of each request by the function that `make` makes once in each process."""
        made = pickle.dumps(make)
        return self.map(_call_made, ((made, request) for request in requests), count)

    def end(self) -> None:
        """End the free processes."""
        with self._lock:
            free = [worker for worker in self._workers if not worker.is_busy]
            self._workers = [worker for worker in self._workers if worker.is_busy]
        for worker in free:
            worker.end()

    def close(self) -> None:
        """End the processes for good; running calls raise `Cancelled`."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, []
        for worker in workers:
            worker.end()

    def _result(self, progress: Progress, grace: float, attempts: int, call: tuple[Any, ...]) -> object:
        while True:
            try:
                with contextlib.closing(self._answers(progress, grace, call)) as answers:
                    return next(item for is_result, item in answers if is_result)
            except _IdleEndError:
                continue
            except WorkerEndedError:
                attempts -= 1
                if not attempts:
                    raise

    def _answers(
        self, progress: Progress, grace: float, call: tuple[Any, ...]
    ) -> Generator[tuple[bool, object]]:
        """Run a call; yield its items, and its result with True."""
        progress.report(0.0)
        buffer = io.BytesIO()
        _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(call)
        worker = self._take()
        try:
            yield from worker.answers(progress, grace, buffer.getvalue())
        except WorkerEndedError:
            if self._closed:
                raise Cancelled from None
            raise
        finally:
            self._give_back(worker)

    def _take(self) -> "_Worker":
        """Return a free process, the one that was started first, or start one."""
        with self._lock:
            if self._closed:
                raise Cancelled
            for worker in [each for each in self._workers if not (each.is_busy or each.is_alive)]:
                worker.end()  # it was idle for too long, or killed
                self._workers.remove(worker)
            free = next((worker for worker in self._workers if not worker.is_busy), None)
            if free is None:
                free = _Worker(self._niceness, self._idle_seconds, is_one_of_many=self._kept > 1)
                self._workers.append(free)
            free.is_busy = True
            return free

    def _give_back(self, worker: "_Worker") -> None:
        """Keep a process for the next call if it is alive and there are not enough free ones."""
        with self._lock:
            worker.is_busy = False
            free = [each for each in self._workers if not each.is_busy and each.is_alive]
            surplus = [] if worker not in self._workers else free[self._kept :]
            self._workers = [each for each in self._workers if each not in surplus]
        for each in surplus:
            each.end()


class _Stop:
    """Progress that cancels once it is set."""

    def __init__(self) -> None:
        self._is_set = False

    def set(self) -> None:
        """Cancel at the next report."""
        self._is_set = True

    def report(self, fraction: float, step: str = "") -> None:
        """Raise `Cancelled` if it is set."""
        if self._is_set:
            raise Cancelled


class _Worker:
    """A started process, used by one thread at a time."""

    def __init__(self, niceness: int, idle_seconds: float, *, is_one_of_many: bool) -> None:
        import multiprocessing

        self.is_busy = self._has_started = self._has_ended = False
        self._exit_code: int | None = None
        self._ending = threading.Lock()
        self._cleanup = contextlib.ExitStack()
        context = multiprocessing.get_context("spawn")
        try:
            folder = self._cleanup.enter_context(scratch_folder())
            self._connection, theirs = context.Pipe()
            self._cleanup.callback(self._connection.close)
            # not a daemon, because a daemon cannot have children
            self._process = context.Process(
                target=_serve, args=(theirs, folder, idle_seconds, niceness, is_one_of_many)
            )
            with theirs, signals_blocked(), _without_main():
                self._process.start()
        except (OSError, MemoryError) as error:
            self._cleanup.close()
            reason = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
            raise WorkerStartError(
                message("A worker process could not be started: {reason}.", reason=reason),
                "Nothing was lost. Close other programs and try again.",
            ) from error
        self.process_id = self._process.pid or 0
        atexit.register(self.end)  # otherwise multiprocessing waits for the process when the program exits

    @property
    def is_alive(self) -> bool:
        """Whether the process has not ended."""
        return self._process.is_alive()

    def answers(self, progress: Progress, grace: float, data: bytes) -> Generator[tuple[bool, object]]:
        """Run a packed call; yield its items, and its result with True."""
        from multiprocessing.connection import wait

        reached: tuple[float, str] = (0.0, "")
        is_done = False
        try:
            while True:
                progress.report(*reached)
                if data and self._has_started:  # Windows would wait for a process that died while it started
                    self._connection.send_bytes(data)
                    data = b""
                ready = wait([self._connection, self._process.sentinel], _LOOK_EVERY)
                if self._connection in ready:
                    kind, content = self._connection.recv()
                    self._has_started = True
                    if kind == _PROGRESS:
                        reached = content
                        continue
                    is_done = kind != _ITEM
                    if kind == _ERROR:
                        if isinstance(content, OutOfMemoryError):
                            self.end()  # the next call gets a new process
                        raise content
                    yield is_done, content
                    if is_done:
                        return
                elif ready:
                    raise EOFError
        except (EOFError, OSError) as error:
            if is_done:
                raise
            is_done = True
            self.end()
            kind_of_error = _IdleEndError if self._exit_code == _IDLE else WorkerEndedError
            raise kind_of_error(
                message("A worker process ended unexpectedly (exit code {code}).", code=self._exit_code),
                message("The computer may be short of memory. Close other programs, then try again."),
            ) from error
        finally:
            if not is_done and not data:  # a call that was not sent is not answered
                self._cancel(grace)

    def end(self) -> None:
        """Kill the process and its children, and wait until it has no file open."""
        with self._ending:
            if self._has_ended:
                return
            self._has_ended = True
            atexit.unregister(self.end)
            self._process.kill()
            if sys.platform != "win32":
                with contextlib.suppress(ProcessLookupError, PermissionError):  # it leads no group yet
                    os.killpg(self.process_id, signal.SIGKILL)
            self._process.join()
            self._exit_code = self._process.exitcode
            self._cleanup.close()

    def _cancel(self, grace: float) -> None:
        """Ask the call to stop; end the process if it does not stop within `grace` seconds."""
        until = time.monotonic() + grace
        with contextlib.suppress(EOFError, OSError):
            self._connection.send_bytes(b"")
            while self._connection.poll(max(0.0, until - time.monotonic())):
                if self._connection.recv()[0] in (_RESULT, _ERROR):
                    return
        self.end()


_PLACES: dict[type, Callable[[Any], tuple[object, ...] | None]] = {}


def send_as_place(kind: type[T], place: Callable[[T], tuple[object, ...] | None]) -> None:
    """Send objects of a class as their places on the disk.

    `place` returns a function that makes such an object in the process and its arguments, or None for an
    object that is not on the disk.
    """
    _PLACES[kind] = place


class _Pickler(pickle.Pickler):
    """Sends workspaces and models as their places on the disk (`send_as_place`)."""

    def reducer_override(self, obj: object) -> Any:
        """Return how `obj` is made in the process."""
        place = _PLACES.get(type(obj))
        return NotImplemented if place is None else place(obj) or NotImplemented


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Hide the main module while a process starts: multiprocessing would run a user's script in it again."""
    with _start_lock:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


class _CallProgress:
    """The progress of a call in its process: sends reports and items, and stops the call on request."""

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection
        self._reported_at = 0.0
        self.is_cancelled = False

    def report(self, fraction: float, step: str = "") -> None:
        """Send the progress, at most every `_REPORT_EVERY` seconds; raises `Cancelled`."""
        if self.is_cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._reported_at >= _REPORT_EVERY:
            self._reported_at = now
            self._connection.send((_PROGRESS, (fraction, step)))


def _serve(
    connection: "Connection[Any, Any]",
    folder: Path,
    idle_seconds: float,
    niceness: int,
    is_one_of_many: bool,
) -> None:
    """Run calls until there was none for `idle_seconds`, or until the program that started it ends.

    The priority is lowered before the program is loaded. The process leads a process group or a job of
    Windows, so that its children end with it; `folder` is for temporary files.
    """
    if niceness:
        _give_way(niceness)
    if is_one_of_many:  # two that share cores would wait for each other
        os.environ.update(dict.fromkeys(_ONE_THREAD, "1"), **{_ONE_OF_MANY: "1"})
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole terminal; the program handles it
    enter_job()
    if sys.platform != "win32":
        os.setpgid(0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    tempfile.tempdir = str(folder)
    os.environ.update(TMPDIR=str(folder), JOBLIB_TEMP_FOLDER=str(folder))
    progress = _CallProgress(connection)
    inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        try:
            while True:
                if data := connection.recv_bytes():
                    progress.is_cancelled = False
                    inbox.put(data)
                else:
                    progress.is_cancelled = True
        except (EOFError, OSError, MemoryError):
            shutil.rmtree(folder, ignore_errors=True)
            if sys.platform != "win32":
                os.killpg(0, signal.SIGKILL)
            os._exit(1)

    threading.Thread(target=listen, daemon=True).start()
    connection.send((_PROGRESS, (0.0, "")))
    with contextlib.suppress(queue.Empty, BrokenPipeError, ConnectionResetError):
        while True:
            try:
                data = inbox.get(timeout=min(_SETTLE, idle_seconds))
            except queue.Empty:
                trim_heap()
                data = inbox.get(timeout=idle_seconds)
            _answer(connection, progress, data)
            del data
    sys.exit(_IDLE)


def _answer(connection: "Connection[Any, Any]", progress: _CallProgress, data: bytes) -> None:
    """Run a packed call, and send its result or error; its workspaces are open until then."""
    try:
        with contextlib.ExitStack() as stack:
            function, args, kwargs = pickle.loads(data)  # noqa: S301 - written by our own program
            for argument in (*args, *kwargs.values()):
                if isinstance(argument, contextlib.AbstractContextManager):
                    stack.enter_context(argument)
            result = function(progress, *args, **kwargs)
            if isinstance(result, Generator):
                for item in stack.enter_context(contextlib.closing(result)):
                    if progress.is_cancelled:
                        raise Cancelled
                    connection.send((_ITEM, item))
                result = None
        connection.send((_RESULT, result))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except BaseException as error:  # noqa: BLE001 - raised by the caller
        is_library = isinstance(error, ImportError) and any(words in str(error) for words in _UNMAPPED)
        lack = isinstance(error, MemoryError) or is_library
        connection.send((_ERROR, OutOfMemoryError() if lack else _sendable(error)))


def _sendable(error: BaseException) -> BaseException:
    """Return the error with its traceback as a note, or a copy if it cannot be pickled."""
    error.add_note(traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - written by our own program
    except Exception:  # noqa: BLE001 - foreign exception classes raise anything
        copy = RuntimeError(f"{type(error).__name__}: {error}")
        copy.add_note(traceback.format_exc())
        return copy
    return error


def _give_way(niceness: int) -> None:
    """Let the window have a core before this process and its children."""
    if sys.platform == "win32":
        from ctypes import WinDLL, wintypes
        from subprocess import BELOW_NORMAL_PRIORITY_CLASS

        kernel = WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(niceness)


@lru_cache(maxsize=1)
def _made(make: bytes) -> Callable[[Any], Any]:
    function: Callable[[Any], Any] = pickle.loads(make)()  # noqa: S301 - written by our own program
    return function


def _call_made(_progress: Progress, make: bytes, request: Any) -> Any:
    return _made(make)(request)


@lru_cache(maxsize=1)
def shared_pool() -> ProcessPool:
    """Return the pool of batches and trainings of this process; it keeps a process for each core."""
    return ProcessPool(kept=cores(), niceness=0)


def cores() -> int:
    """Return the number of CPU cores this process may use; 1 in a process whose neighbours use the others."""
    import multiprocessing

    in_joblib = multiprocessing.get_start_method(allow_none=True) == "loky"
    if in_joblib or _ONE_OF_MANY in os.environ:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
