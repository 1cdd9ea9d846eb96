"""Worker processes that answer in order, and die with the program that started them.

Processes rather than threads: the passes over numbers let go of the interpreter, but what lies between them,
reading and writing included, does not (see docs/decisions/0013-batches.md for figures). They are started
afresh (`spawn`), so that no lock of this process is copied in the middle of its use.
"""

import contextlib
import multiprocessing
import os
import queue
import signal
import sys
import threading
import traceback
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Final

from mltag_desktop.core.batch.stretches import SIZE
from mltag_desktop.core.batch.task import Done, Request, Task
from mltag_desktop.core.batch.worker import Worker
from mltag_desktop.core.errors import MltagError

_WAITING: Final = 2
"""Requests that a worker has been given: the one it works on and the next."""
_AHEAD: Final = 4
"""Pieces a worker that may be out at once, so that a slow one does not let memory grow."""
_DEATHS: Final = 3


class Alone:
    """No pool: the work is done here."""

    def __init__(self, worker: Worker, stretch: int = SIZE) -> None:
        self._worker = worker
        self.stretch = stretch

    def run(self, requests: Iterator[Request]) -> Iterator[Done]:
        """Yield what became of each request."""
        try:
            yield from map(self._worker, requests)
        finally:
            self._worker.close()


@dataclass
class _Hand:
    """One worker process, and the numbers of the requests that it has."""

    process: SpawnProcess
    connection: "Connection[Any, Any]"
    given: deque[int] = field(default_factory=deque)


class _Rest:
    """The requests that nobody has been given yet, with their numbers."""

    def __init__(self, requests: Iterator[Request]) -> None:
        self._numbered = enumerate(requests)
        self.ended = False

    def take(self) -> tuple[int, Request] | None:
        """Return the next one; None once there is none."""
        pair = next(self._numbered, None)
        self.ended = pair is None
        return pair


class Pool:
    """`count` worker processes for one task."""

    def __init__(self, task: Task, count: int, stretch: int = SIZE) -> None:
        self.stretch = stretch
        self._task = task
        self._count = count
        self._context = multiprocessing.get_context("spawn")
        self._deaths = 0

    def run(self, requests: Iterator[Request]) -> Iterator[Done]:
        """Yield what became of each request, in their order.

        A worker that dies is replaced and its requests are done again; `MltagError` after the third.
        """
        hands = [self._start() for _ in range(self._count)]
        try:
            yield from self._drive(hands, requests)
        finally:
            for hand in hands:
                hand.connection.close()
                hand.process.kill()
            for hand in hands:
                hand.process.join()
                hand.process.close()

    def _drive(self, hands: list[_Hand], requests: Iterator[Request]) -> Iterator[Done]:
        out: dict[int, Request] = {}  # what is being done, to be done again if its worker dies
        done: dict[int, Done] = {}
        again: deque[int] = deque()
        rest = _Rest(requests)
        upcoming = 0
        while True:
            for hand in sorted(hands, key=lambda hand: len(hand.given)):
                self._give(hand, out, len(done), again, rest)
            while upcoming in done:
                yield done.pop(upcoming)
                upcoming += 1
            if out:
                self._collect(hands, out, done, again)
            elif rest.ended:  # with nothing out there may be more to give: room has come by what was yielded
                return

    def _give(
        self, hand: _Hand, out: dict[int, Request], done: int, again: deque[int], rest: "_Rest"
    ) -> None:
        """Give a worker what it may have."""
        while len(hand.given) < _WAITING:
            if again:
                number = again.popleft()
            elif len(out) + done < _AHEAD * self._count:
                pair = rest.take()
                if pair is None:
                    return
                number, out[pair[0]] = pair
            else:
                return
            hand.given.append(number)
            if not _send(hand, out[number]):
                return

    def _collect(
        self, hands: list[_Hand], out: dict[int, Request], done: dict[int, Done], again: deque[int]
    ) -> None:
        """Wait for an answer or a death."""
        ready = wait([hand.connection for hand in hands if hand.given])
        for place, hand in enumerate(hands):
            if hand.connection not in ready:
                continue
            try:
                answer = hand.connection.recv()
            except (EOFError, OSError):
                again.extendleft(reversed(hand.given))
                hands[place] = self._replaced(hand)
                continue
            if isinstance(answer, BaseException):
                raise answer
            number = hand.given.popleft()
            del out[number]
            done[number] = answer

    def _replaced(self, hand: _Hand) -> _Hand:
        hand.connection.close()
        hand.process.join()
        code = hand.process.exitcode
        self._deaths += 1
        if self._deaths >= _DEATHS:
            raise MltagError(
                f"Worker processes keep ending (last exit code {code}).",
                "The computer may be short of memory: try --workers 1.",
            )
        return self._start()

    def _start(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._task), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        return _Hand(process, ours)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold back Ctrl+C and the like while a process is started: half a start is no start."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # it would end the holding back
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(hand: _Hand, request: Request) -> bool:
    """Give a request; False when the worker is dead, which reading from it will show."""
    try:
        hand.connection.send(request)
    except OSError:
        return False
    return True


def _serve(connection: "Connection[Any, Any]", task: Task) -> None:
    """Answer requests until the program that asks is gone, however it went."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the program decides
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    inbox: queue.SimpleQueue[Request] = queue.SimpleQueue()

    def listen() -> None:
        try:
            while True:
                inbox.put(connection.recv())
        except (EOFError, OSError):
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    try:
        worker = Worker(task)
        while True:
            connection.send(worker(inbox.get()))
    except OSError as error:
        if not isinstance(error, BrokenPipeError | ConnectionResetError):
            connection.send(error)
    except Exception as error:  # noqa: BLE001 - handed to the program that asked
        error.add_note(traceback.format_exc())
        connection.send(error)
