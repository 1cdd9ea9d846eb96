"""Supervise several worker processes: health checks never block, and the shutdown has a time limit.

uvicorn's own supervisor blocks up to its time limit for the answer of a worker, even of a dead one (it holds
both ends of the pipe), and forever for a worker that hangs during shutdown. It ignores signals meanwhile.
"""

import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.service_options import ServiceOptions
from mltag_desktop.service.app import Service
from mltag_desktop.service.server import END, Server, config_of, start_process

_ALIVE: Final = "alive?"
_RELOAD: Final = "reload"
_END: Final = "end"
_CHECK_INTERVAL: Final = 0.2
"""Seconds between two checks of the workers."""
_ANSWER_TIMEOUT: Final = 60.0
"""Seconds after which a worker without an answer is replaced; it may have to load a model first."""
_RESTART_INTERVAL: Final = 5.0
"""Minimum seconds between two starts of a worker that keeps ending."""
_CANNOT_START: Final = 3
_SPAWN: Final = multiprocessing.get_context("spawn")
_log: Final = logging.getLogger(__name__)


class Workers:
    """Keeps the configured number of workers running; the parent never blocks on one of them."""

    def __init__(self, options: ServiceOptions, shared: Path, listener: socket.socket) -> None:
        """Prepare the workers; none starts before `run`. `shared` is the folder for their metrics."""
        self._options = options
        self._listener = listener
        self._start: Callable[[], _Worker] = lambda: _Worker(options, shared, listener)
        self._signals: list[int] = []
        self._workers: list[_Worker] = []

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT.

        Raises `MltagError` when no worker can start, or when one does not end in time.
        """
        handled = [
            getattr(signal, name)
            for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP")
            if hasattr(signal, name)
        ]
        before = {number: signal.signal(number, self._on_signal) for number in handled}
        try:
            self._workers = [self._start() for _ in range(self._options.workers)]
            could_start = self._supervise()
            hanging = self._end_all()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        if not could_start:
            raise MltagError("A worker could not start.", "See the lines above for the reason.")
        if hanging:
            raise MltagError(
                f"{hanging} worker(s) did not stop in time and were killed.",
                "Acknowledged feedback is stored; open requests are lost.",
            )

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._signals.append(number)

    def _supervise(self) -> bool:
        """Replace dead workers until a signal ends the service; return False when no worker could start."""
        while True:
            time.sleep(_CHECK_INTERVAL)
            while self._signals:
                if self._signals.pop(0) != getattr(signal, "SIGHUP", None):
                    return True
                for worker in self._workers:
                    worker.say(_RELOAD)
            for place, worker in enumerate(self._workers):
                if worker.answers():
                    continue
                if worker.exit_code == _CANNOT_START and not any(other.served for other in self._workers):
                    return False
                if time.monotonic() >= worker.started + _RESTART_INTERVAL:
                    _log.warning("worker %s %s and is replaced", worker.pid, worker.state)
                    worker.kill()
                    self._workers[place] = self._start()

    def _end_all(self) -> int:
        """End all workers; return the number of workers that had to be killed."""
        self._listener.close()  # otherwise clients could still connect, and nobody would answer
        for worker in self._workers:
            worker.end()
        deadline = time.monotonic() + self._options.grace_seconds + END
        for worker in self._workers:
            worker.wait(max(0.0, deadline - time.monotonic()))
        hanging = [worker for worker in self._workers if worker.exit_code is None]
        for worker in hanging:
            worker.kill()
        return len(hanging)


class _Worker:
    """A worker process and the pipe to it."""

    def __init__(self, options: ServiceOptions, shared: Path, listener: socket.socket) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_run_worker, args=(options, shared, listener, theirs))
        self._process.start()
        theirs.close()
        self.started = time.monotonic()
        self._asked: float | None = None
        self.served = False
        """Whether the worker has ever reported that it serves."""

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """The exit code; None while the process runs."""
        return self._process.exitcode

    @property
    def state(self) -> str:
        return "does not answer" if self.exit_code is None else f"ended ({self.exit_code})"

    def answers(self) -> bool:
        """Return whether the worker runs and answers, or still has time to answer; never blocks."""
        if self.exit_code is not None:
            return False
        now = time.monotonic()
        with suppress(OSError, EOFError):
            if self._asked is None:
                self._pipe.send(_ALIVE)
                self._asked = now
            elif self._pipe.poll(0):
                self.served |= bool(self._pipe.recv())
                self._asked = None
        return self._asked is None or now < self._asked + _ANSWER_TIMEOUT

    def say(self, message: str) -> None:
        """Send a message to the worker; ignored if it has ended."""
        with suppress(OSError):
            self._pipe.send(message)

    def end(self) -> None:
        """Ask the worker to shut down; one that does not serve yet ends at once."""
        self.say(_END)
        if os.name == "posix" and self.exit_code is None:  # elsewhere `terminate` would kill the process
            self._process.terminate()

    def wait(self, seconds: float) -> None:
        self._process.join(seconds)

    def kill(self) -> None:
        self._process.kill()
        self._process.join(END)
        self._pipe.close()


def _run_worker(options: ServiceOptions, shared: Path, listener: socket.socket, pipe: Connection) -> None:
    """Run a worker process until it is asked to end or the parent has ended."""
    start_process()
    try:
        service = Service(options, shared)
    except MltagError as error:
        _log.error("%s %s", error.message, error.hint)
        sys.exit(_CANNOT_START)
    server = Server(config_of(options, service.app))
    threading.Thread(target=_listen, args=(pipe, server, service), daemon=True, name="supervisor").start()
    server.run(sockets=[listener])
    server.ended()


def _listen(pipe: Connection, server: Server, service: Service) -> None:
    while not server.should_exit:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            message = _END
        if message == _END:
            server.should_exit = True
        elif message == _RELOAD:
            service.schedule_reload()
        else:
            with suppress(OSError):
                pipe.send(server.started)
