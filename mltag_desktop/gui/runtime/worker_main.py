"""The worker process: runs the calls that the window sends, each in a thread; knows no Qt.

It ends when the window ends, for whatever reason, and when there was nothing to do for a while.
"""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import Cancelled, OutOfMemoryError
from mltag_desktop.core.processes.heap import trim_heap
from mltag_desktop.gui.runtime.worker_messages import (
    ITEMS_AHEAD,
    Order,
    ReplyKind,
    packed,
    sendable,
    unpacked_call,
)

_SETTLE: Final = 1.0
"""Seconds without a call after which free memory goes back to the system."""
_REPORT_EVERY: Final = 0.05
"""Seconds between two progress messages of a call."""


def run_worker(connection: "Connection[Any, Any]", folder: Path, idle_seconds: float) -> None:
    """Serve the window at the other end of `connection`; `folder` is for temporary files.

    The process leads a process group, so that its own children end with it.
    """
    if sys.platform != "win32":
        os.setpgid(0, 0)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window
    tempfile.tempdir = str(folder)
    os.environ.update(TMPDIR=str(folder), JOBLIB_TEMP_FOLDER=str(folder))
    worker = _Worker(connection)
    try:
        worker.serve(idle_seconds)
    except (EOFError, OSError):  # the window has ended
        shutil.rmtree(folder, ignore_errors=True)
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)


_UNMAPPED: Final = ("failed to map segment", "annot allocate memory")
"""Words of glibc about a library that did not fit into memory."""


class _Worker:
    """Receives orders in the main thread and runs each call in another one."""

    def __init__(self, connection: "Connection[Any, Any]") -> None:
        self._connection = connection
        self._sending = threading.Lock()
        self._calls: dict[int, _CallProgress] = {}
        self._is_trimmed = True

    def serve(self, idle_seconds: float) -> None:
        """Run calls until there was none for `idle_seconds`; raises `EOFError` when the window has ended."""
        while True:
            if not self._connection.poll(idle_seconds if self._is_trimmed else min(_SETTLE, idle_seconds)):
                if self._calls:
                    continue
                if self._is_trimmed:
                    return
                trim_heap()
                self._is_trimmed = True
                continue
            order, number, data = self._connection.recv()
            if order == Order.RUN:
                self._is_trimmed = False
                self._calls[number] = _CallProgress(self, number)
                threading.Thread(target=self._run, args=(number, data), daemon=True).start()
            elif (call := self._calls.get(number)) is None:
                continue  # it has ended
            elif order == Order.CANCEL:
                call.cancel()
            else:
                call.allow_item()

    def send(self, kind: ReplyKind, number: int, value: object) -> None:
        """Send an answer; does nothing if the window has ended."""
        data = packed(value)
        with self._sending, contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._connection.send((kind, number, data))

    def _run(self, number: int, data: bytes) -> None:
        try:
            self.send(*self._answer(number, data))
        except Exception as error:  # noqa: BLE001 - the result cannot be pickled
            self.send(ReplyKind.ERROR, number, sendable(error))
        finally:
            del self._calls[number]

    def _answer(self, number: int, data: bytes) -> tuple[ReplyKind, int, object]:
        try:
            with contextlib.ExitStack() as stack:
                call = unpacked_call(data, stack)
                progress = self._calls[number]
                result = call.function(progress, *call.arguments, **call.keywords)
                if call.is_stream:
                    for item in stack.enter_context(contextlib.closing(result)):
                        progress.send_item(item)
                    result = None
        except Cancelled:
            return ReplyKind.CANCELLED, number, None
        except BaseException as error:  # noqa: BLE001 - raised in the window
            return ReplyKind.ERROR, number, _lack_of_memory(error) or sendable(error)
        return ReplyKind.RESULT, number, result


def _lack_of_memory(error: BaseException) -> OutOfMemoryError | None:
    """Return the error to show if memory was missing, also for a library that is loaded during the call."""
    is_library = isinstance(error, ImportError) and any(words in str(error) for words in _UNMAPPED)
    return OutOfMemoryError() if isinstance(error, MemoryError) or is_library else None


class _CallProgress:
    """The progress of one call: sends reports and items to the window, and stops the call on request."""

    def __init__(self, worker: _Worker, number: int) -> None:
        self._worker, self._number = worker, number
        self._reported_at = 0.0
        self._is_cancelled = False
        self._room = threading.Semaphore(ITEMS_AHEAD)

    def cancel(self) -> None:
        """Stop the call at its next report or item."""
        self._is_cancelled = True
        self._room.release()

    def allow_item(self) -> None:
        """Let the call send another item."""
        self._room.release()

    def send_item(self, item: object) -> None:
        """Send an item as soon as the window has used enough of the earlier ones; raises `Cancelled`."""
        self._room.acquire()
        if self._is_cancelled:
            raise Cancelled
        self._worker.send(ReplyKind.ITEM, self._number, item)

    def report(self, fraction: float, step: str = "") -> None:
        """Send the progress, at most every `_REPORT_EVERY` seconds; raises `Cancelled`."""
        if self._is_cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._reported_at >= _REPORT_EVERY:
            self._reported_at = now
            self._worker.send(ReplyKind.PROGRESS, self._number, (fraction, step))
