"""The window's side of the worker process: starts it, sends it calls, and ends it to cancel one.

    candidate = worker.call(progress, retrain, workspace, current, base)

A call blocks its thread until the worker answers, so it is made in an `Operation`.
"""

import atexit
import contextlib
import itertools
import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar, cast

from mltag_desktop.core.errors import Cancelled, MltagError, OutOfMemoryError
from mltag_desktop.core.filesystem.scratch_folder import scratch_folder
from mltag_desktop.core.processes.start import signals_blocked
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.i18n.translation import tr

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from mltag_desktop.gui.runtime.worker_messages import ReplyKind

P = ParamSpec("P")
T = TypeVar("T")

_log: Final = logging.getLogger(__name__)
IDLE_SECONDS: Final = 300.0
"""Seconds without a call after which the worker ends and returns its memory."""
NICENESS: Final = 10
"""By how much its priority is lower than that of the window; Windows has a lower class for any number."""
GRACE: Final = 0.05
"""Seconds that a cancelled call has to stop at a report before the process is ended."""
_LONG_GRACE: Final = 1.0
"""The same for a short call, which is shorter than a new process takes to start."""
_LOOK_EVERY: Final = 0.02
"""Seconds between two looks whether a call was cancelled."""


class WorkerStartError(MltagError):
    """The process could not be started."""


class WorkerEndedError(MltagError):
    """The process has ended during a call."""


class WorkerProcess:
    """Runs calls in one process that is started when it is needed; used from any thread but the GUI thread.

    Several calls may run at once. If the process is ended to cancel one, the others are repeated in a new
    process. If it dies, all running calls fail, and the next call starts a new one.
    """

    def __init__(self, idle_seconds: float = IDLE_SECONDS, niceness: int = NICENESS) -> None:
        self._options = idle_seconds, niceness
        self._lock = threading.Lock()
        self._running: _RunningProcess | None = None
        self._closed = False

    @property
    def process_id(self) -> int | None:
        """The id of the running process; None if none is running."""
        running = self._running
        return running.process_id if running is not None and running.is_alive else None

    def start(self) -> None:
        """Start the process unless it is running; raises `MltagError` if that is not possible."""
        self._started()

    def call(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Return what `function` returns in the worker; it is a function of a module of `core`.

        Raises what `function` raises, `Cancelled` as soon as `progress` does, `WorkerStartError` if the
        process cannot be started, and `WorkerEndedError` if it dies. Workspaces and models are sent as their
        places on the disk, other arguments and the result are pickled.
        """
        return self._call(progress, GRACE, 1, function, *args, **kwargs)

    def short_call(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Do the same as `call` for a short function that is called often.

        A cancelled function has a second to stop at a report before the process is ended, or longer while
        another call runs. The call is repeated once if the process dies.
        """
        return self._call(progress, _LONG_GRACE, 2, function, *args, **kwargs)

    def _call(
        self,
        progress: Progress,
        grace: float,
        attempts: int,
        function: Callable[Concatenate[Progress, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        from mltag_desktop.gui.runtime.worker_messages import Call, packed_call

        progress.report(0.0)
        data = packed_call(Call(function, args, kwargs))
        while True:
            running = self._started()
            outcome = running.outcome(progress, data, grace)
            if outcome is not None:
                return cast("T", outcome[0])
            attempts -= not running.was_ended_on_purpose
            if attempts < 1:
                raise running.ended_error()

    def stream(
        self,
        progress: Progress,
        function: Callable[Concatenate[Progress, P], Generator[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Generator[T]:
        """Yield the items that `function` yields in the worker, which is only a few items ahead.

        It raises the same errors as `call`, and `WorkerEndedError` also if another call ended the process.
        Closing the generator cancels the function.
        """
        from mltag_desktop.gui.runtime.worker_messages import Call, ReplyKind, packed_call

        progress.report(0.0)
        running = self._started()
        data = packed_call(Call(function, args, kwargs, is_stream=True))
        with contextlib.closing(running.answers(progress, data, GRACE)) as answers:
            for kind, content in answers:
                if kind is ReplyKind.RESULT:
                    return
                yield cast("T", content)
        raise running.ended_error()

    def end(self) -> None:
        """End the process; running calls are repeated in a new one."""
        running = self._running
        if running is not None:
            running.end()

    def close(self) -> None:
        """End the process for good; running calls raise `Cancelled`."""
        with self._lock:
            self._closed = True
            running = self._running
        if running is not None:
            running.end()
            running.wait()

    def _started(self) -> "_RunningProcess":
        with self._lock:
            if self._closed:
                raise Cancelled
            if self._running is None or not self._running.is_alive:
                try:
                    self._running = _RunningProcess(*self._options)
                except (OSError, MemoryError, RuntimeError) as error:  # RuntimeError: no new thread
                    _log.warning("background process not started: %r", error)
                    reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
                    raise WorkerStartError(
                        tr(
                            "The background process could not be started: {reason}.",
                            reason=reason or type(error).__name__,
                        ),
                        tr("Nothing was lost. Close other programs and try again."),
                    ) from error
            return self._running


class _RunningProcess:
    """A started process, and a thread that passes its answers on to the waiting calls."""

    def __init__(self, idle_seconds: float, niceness: int) -> None:
        self._cleanup = contextlib.ExitStack()
        folder = self._cleanup.enter_context(scratch_folder())
        self._numbers = itertools.count()
        self._sending, self._lock = threading.Lock(), threading.Lock()
        self._waiting: dict[int, queue.SimpleQueue[tuple[ReplyKind | None, bytes]]] = {}
        self._cancelled: set[int] = set()
        self.is_alive = True
        self.was_ended_on_purpose = False
        self.exit_code: int | None = None
        try:
            self._process, self._connection = _start(folder, idle_seconds, niceness)
        except BaseException:
            self._cleanup.close()
            raise
        self.process_id = self._process.pid or 0
        atexit.register(self.end)  # otherwise multiprocessing waits for the process when the program exits
        self._reader = threading.Thread(target=self._read, name="mltag worker", daemon=True)
        self._reader.start()

    def outcome(self, progress: Progress, data: bytes, grace: float) -> tuple[object] | None:
        """Run a packed call; return its result in a tuple, or None if the process has ended."""
        for _, content in self.answers(progress, data, grace):
            return (content,)
        return None

    def answers(self, progress: Progress, data: bytes, grace: float) -> "Generator[tuple[ReplyKind, object]]":
        """Run a packed call; yield its items and its result, or stop without one if the process has ended.

        The call is cancelled if `progress` says so, or if the generator is closed before the result.
        """
        from mltag_desktop.gui.runtime.worker_messages import Order, ReplyKind, unpacked

        number = next(self._numbers)
        answers: queue.SimpleQueue[tuple[ReplyKind | None, bytes]] = queue.SimpleQueue()
        with self._lock:
            if not self.is_alive:
                return
            self._waiting[number] = answers
        self._send(Order.RUN, number, data)
        reached: tuple[float, str] = (0.0, "")
        while True:
            try:
                progress.report(*reached)
            except Cancelled:
                self._cancel(number, answers, grace)
                raise
            try:
                kind, value = answers.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                continue
            if kind is None:
                return
            content = unpacked(value)
            if kind is ReplyKind.ERROR:
                if isinstance(content, OutOfMemoryError):
                    self.end()  # the next call gets a new process
                    self.wait()
                raise content
            if kind is ReplyKind.PROGRESS:
                reached = content
                continue
            if kind is ReplyKind.RESULT:
                yield kind, content
                return
            try:
                yield kind, content
            except GeneratorExit:
                self._cancel(number, answers, grace)
                raise
            del content, value
            self._send(Order.MORE, number, b"")

    def ended_error(self) -> WorkerEndedError:
        """Return the error for a call during which the process has ended."""
        return WorkerEndedError(
            tr("The background process ended unexpectedly (exit code {code}).", code=self.exit_code),
            tr("The computer may be short of memory. Close other programs and try again."),
        )

    def end(self) -> None:
        """Kill the process and its children."""
        with self._lock:
            if self.is_alive:
                self.was_ended_on_purpose = True
                self._kill()

    def wait(self) -> None:
        """Wait until the process has ended."""
        self._reader.join()

    def _cancel(
        self, number: int, answers: "queue.SimpleQueue[tuple[ReplyKind | None, bytes]]", grace: float
    ) -> None:
        """Ask the call to stop; end the process if it does not stop within `grace` seconds.

        A short call never ends the process while another call runs. On a slow computer, moving on to the next
        record would otherwise start a training all over again.
        """
        from mltag_desktop.gui.runtime.worker_messages import Order, ReplyKind

        self._cancelled.add(number)
        self._send(Order.CANCEL, number, b"")
        while True:
            try:
                if answers.get(timeout=grace)[0] not in (ReplyKind.PROGRESS, ReplyKind.ITEM):
                    return
            except queue.Empty:
                if grace > GRACE and self._has_other_calls():
                    continue
                self.end()
                self.wait()  # by then it has no workspace open
                return

    def _has_other_calls(self) -> bool:
        """Return whether a call runs that was not cancelled."""
        with self._lock:
            return not self._waiting.keys() <= self._cancelled

    def _send(self, *order: object) -> None:
        with self._sending, contextlib.suppress(OSError):  # the reader notices that the process has ended
            self._connection.send(order)

    def _kill(self) -> None:
        """Kill the process group; the lock is held."""
        self._process.kill()
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):  # it does not lead a group yet
                os.killpg(self.process_id, signal.SIGKILL)

    def _read(self) -> None:
        """Pass answers on until the process has ended, then tell the calls that still wait."""
        from mltag_desktop.gui.runtime.worker_messages import ReplyKind

        with contextlib.suppress(EOFError, OSError):
            while True:
                kind, number, value = self._connection.recv()
                answers = self._waiting.get(number)
                if kind not in (ReplyKind.PROGRESS, ReplyKind.ITEM):
                    self._waiting.pop(number, None)
                if answers is not None:
                    answers.put((kind, value))
        with self._lock:
            self._kill()  # the children of a process that died; its id is still taken
            self._process.join()
            self.exit_code = self._process.exitcode
            self.was_ended_on_purpose |= self.exit_code == 0  # it was idle for too long
            self.is_alive = False
            waiting = [*self._waiting.values()]
            self._waiting.clear()
        with self._sending:
            self._connection.close()
        atexit.unregister(self.end)
        self._cleanup.close()
        for answers in waiting:
            answers.put((None, b""))


def _start(folder: Path, idle_seconds: float, niceness: int) -> "tuple[SpawnProcess, Connection[Any, Any]]":
    """Start the process; return it with our end of the pipe."""
    import multiprocessing

    from mltag_desktop.gui.runtime.worker_start import start_worker

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    try:
        # not a daemon, because a daemon cannot have children, such as those of joblib
        process = context.Process(
            target=start_worker, args=(theirs, folder, idle_seconds, niceness), daemon=False
        )
        with signals_blocked():
            process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours
