"""Several workers: each is asked whether it lives without being waited for, and all end within a time.

uvicorn's own supervisor waits up to its time limit for a worker's answer, also for that of one that has died
meanwhile (it holds both ends of the pipe), and without end for one that hangs while it stops; it heeds no
signal then.
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
from mltag_desktop.core.serving.options import ServiceOptions
from mltag_desktop.service.app import Service
from mltag_desktop.service.server import END, Server, config_of, start_process

_ALIVE: Final = "alive?"
_LOOK: Final = "look"
_END: Final = "end"
_TURN: Final = 0.2
"""Seconds between two looks at the workers."""
_SILENT: Final = 60.0
"""Seconds after which a worker that has not answered is replaced; it may have to load a model first."""
_APART: Final = 5.0
"""Seconds between two starts of a worker that does not stay."""
_CANNOT_START: Final = 3
_SPAWN: Final = multiprocessing.get_context("spawn")
_log: Final = logging.getLogger(__name__)


class Workers:
    """Keeps as many workers as the options say; the parent never waits for one of them."""

    def __init__(self, options: ServiceOptions, shared: Path, listener: socket.socket) -> None:
        """Nothing is started before `run`; `shared` is the folder of the workers' counts."""
        self._options = options
        self._start: Callable[[], _Worker] = lambda: _Worker(options, shared, listener)
        self._signals: list[int] = []
        self._workers: list[_Worker] = []

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT; raises `MltagError` when no worker can start or one does not end."""
        heeded = [
            getattr(signal, name)
            for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP")
            if hasattr(signal, name)
        ]
        before = {number: signal.signal(number, self._on_signal) for number in heeded}
        try:
            self._workers = [self._start() for _ in range(self._options.workers)]
            could_start = self._keep()
            hanging = self._end()
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

    def _keep(self) -> bool:
        """Replace workers until a signal says to end; False when not one could start."""
        while True:
            time.sleep(_TURN)
            while self._signals:
                if self._signals.pop(0) != getattr(signal, "SIGHUP", None):
                    return True
                for worker in self._workers:
                    worker.say(_LOOK)
            for place, worker in enumerate(self._workers):
                if worker.answers():
                    continue
                if worker.exit_code == _CANNOT_START and not any(each.served for each in self._workers):
                    return False
                if time.monotonic() >= worker.started + _APART:
                    _log.warning("worker %s %s and is replaced", worker.pid, worker.state)
                    worker.kill()
                    self._workers[place] = self._start()

    def _end(self) -> int:
        """End all workers; returns how many had to be killed."""
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
    """One process, and the pipe to it."""

    def __init__(self, options: ServiceOptions, shared: Path, listener: socket.socket) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(options, shared, listener, theirs))
        self._process.start()
        theirs.close()
        self.started = time.monotonic()
        self._asked: float | None = None
        self.served = False
        """Whether it has ever said that it serves."""

    @property
    def pid(self) -> int | None:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs."""
        return self._process.exitcode

    @property
    def state(self) -> str:
        return "does not answer" if self.exit_code is None else f"ended ({self.exit_code})"

    def answers(self) -> bool:
        """Whether it runs and answers, or has still time to; returns at once."""
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
        return self._asked is None or now < self._asked + _SILENT

    def say(self, what: str) -> None:
        """Tell it something; one that is gone hears nothing."""
        with suppress(OSError):
            self._pipe.send(what)

    def end(self) -> None:
        """Let it end in order, or at once while it has not begun to serve."""
        self.say(_END)
        if os.name == "posix" and self.exit_code is None:  # elsewhere that would be no order
            self._process.terminate()

    def wait(self, seconds: float) -> None:
        self._process.join(seconds)

    def kill(self) -> None:
        self._process.kill()
        self._process.join(END)
        self._pipe.close()


def _work(options: ServiceOptions, shared: Path, listener: socket.socket, pipe: Connection) -> None:
    """Serve, in a process of its own, until told to end or the parent is gone."""
    start_process()
    try:
        service = Service(options, shared)
    except MltagError as error:
        _log.error("%s %s", error.message, error.hint)
        sys.exit(_CANNOT_START)
    server = Server(config_of(options, service.app))
    threading.Thread(target=_heed, args=(pipe, server, service), daemon=True, name="heed").start()
    server.run(sockets=[listener])
    server.ended()


def _heed(pipe: Connection, server: Server, service: Service) -> None:
    while not server.should_exit:
        try:
            said = pipe.recv()
        except (EOFError, OSError):
            said = _END
        if said == _END:
            server.should_exit = True
        elif said == _LOOK:
            service.look_soon()
        else:
            with suppress(OSError):
                pipe.send(server.started)
