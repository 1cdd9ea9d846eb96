"""The way to the disk: feedback is acknowledged once it is there, the rest follows when there is time."""

import asyncio
import logging
import threading
import time
import traceback
from collections import Counter, deque
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.inbox import Inbox
from mltag_desktop.core.serving.items import Decided, Difference, Doubt, Feedback, Trial
from mltag_desktop.service.metrics import Metrics

_EVERY: Final = 0.5
"""Seconds between two writes that nobody waits for."""
_HELD_CHARACTERS: Final = 32_000_000
_HELD: Final = 50_000
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Awaited:
    feedback: Feedback
    kept: "Future[bool]"


class Keeper:
    """Owns the thread that writes; feedback that comes together is written in one transaction.

    What nobody waits for is held within bounds and dropped beyond them.
    """

    def __init__(self, inbox: Inbox, metrics: Metrics, keep: int) -> None:
        self._inbox = inbox
        self._metrics = metrics
        self._keep = keep
        self._wake = threading.Condition()
        self._feedback: deque[_Awaited] = deque()
        self._doubts: list[Doubt] = []
        self._differences: list[Difference] = []
        self._tallies: Counter[tuple[Trial, str]] = Counter()
        self._held = 0
        self._ending = False
        self._edition = -1
        self._unread = ""
        self.decisions: dict[bytes, Decided] = {}
        """What curators decided, as of a moment ago; replaced as a whole."""
        self._look_at_decisions()
        self._thread = threading.Thread(target=self._work, name="keeper")
        self._thread.start()

    async def feedback(self, given: Feedback) -> bool:
        """Return whether the feedback is new, once it is on the disk; raises `MltagError` when it is not."""
        kept: Future[bool] = Future()
        with self._wake:
            if self._ending:
                raise MltagError("The service is stopping.", "Send the request again in a moment.")
            self._feedback.append(_Awaited(given, kept))
            self._wake.notify()
        return await asyncio.wrap_future(kept)

    def doubt(self, doubt: Doubt) -> None:
        """Keep a text to review, some time soon."""
        with self._wake:
            if self._has_room(len(doubt.text)):
                self._doubts.append(doubt)

    def differ(self, difference: Difference) -> None:
        """Keep a text that two models tag differently, some time soon."""
        with self._wake:
            if self._has_room(len(difference.text)):
                self._differences.append(difference)

    def tally(self, trial: Trial, kind: str, by: int) -> None:
        """Add to a trial's tallies, some time soon."""
        with self._wake:
            self._tallies[trial, kind] += by

    def close(self) -> None:
        """Write what is held, then end."""
        with self._wake:
            self._ending = True
            self._wake.notify()
        self._thread.join()

    def _has_room(self, characters: int) -> bool:
        room = (
            self._held + characters <= _HELD_CHARACTERS and len(self._doubts) + len(self._differences) < _HELD
        )
        if room:
            self._held += characters
        else:
            self._metrics.count("mltag_dropped_total", (("what", "review"),))
        return room

    def _work(self) -> None:
        due = time.monotonic() + _EVERY
        ending = False
        while not ending:
            with self._wake:
                self._wake.wait_for(lambda: self._feedback or self._ending, max(0.0, due - time.monotonic()))
                ending = self._ending
                waiting = [*self._feedback]
                self._feedback.clear()
            if waiting:
                self._write_feedback(waiting)
            if ending or time.monotonic() >= due:
                self._write_rest()
                self._look_at_decisions()
                self._metrics.leave()
                due = time.monotonic() + _EVERY

    def _write_feedback(self, waiting: list[_Awaited]) -> None:
        awaited = [each.kept for each in waiting if each.kept.set_running_or_notify_cancel()]
        try:
            fresh = self._inbox.add_feedback([each.feedback for each in waiting])
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            for kept in awaited:
                kept.set_exception(error)
            return
        for each, new in zip(waiting, fresh, strict=True):
            if not each.kept.cancelled():
                each.kept.set_result(new)
            verdict = "right" if each.feedback.right else "wrong"
            self._metrics.count("mltag_feedback_total", (("verdict", verdict),), int(new))

    def _write_rest(self) -> None:
        with self._wake:
            doubts, self._doubts = self._doubts, []
            differences, self._differences = self._differences, []
            tallies, self._tallies = self._tallies, Counter()
            self._held = 0
        if not (doubts or differences or tallies):
            return
        try:
            left_out = self._inbox.add(doubts, differences, tallies, self._keep)
        except Exception as error:  # noqa: BLE001 - feedback is still to be written
            words = error.message if isinstance(error, MltagError) else type(error).__name__
            _log.warning("Texts to review are lost: %s", words)
            left_out = len(doubts) + len(differences)
        if left_out:
            self._metrics.count("mltag_dropped_total", (("what", "review"),), left_out)

    def _look_at_decisions(self) -> None:
        try:
            edition = self._inbox.edition
            if edition != self._edition:
                self.decisions = self._inbox.decisions()
                self._edition = edition
            self._unread = ""
        except Exception as error:  # noqa: BLE001 - the thread ends with it, and feedback would wait for nobody
            words = error.message if isinstance(error, MltagError) else type(error).__name__
            if words != self._unread:  # not twice a second
                trace = "".join(traceback.format_tb(error.__traceback__))
                _log.error("Curators' decisions could not be read: %s\n%s", words, trace)
            self._unread = words
