"""Write feedback, texts to review and tallies in a thread; feedback is acknowledged once it is on disk."""

import asyncio
import logging
import threading
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.answer_samples import SampledAnswer
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import (
    CuratorDecision,
    DoubtfulText,
    Feedback,
    FeedbackResult,
    Trial,
    TrialDifference,
)
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics

_WRITE_INTERVAL: Final = 0.5
"""Seconds between two writes of texts to review, differences and tallies."""
_MAX_BUFFERED_CHARACTERS: Final = 32_000_000
_MAX_BUFFERED_TEXTS: Final = 50_000
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class _PendingFeedback:
    feedback: Feedback
    future: "Future[FeedbackResult]"


class FeedbackWriter:
    """Writes in a thread; feedback that arrives together is written in one transaction.

    Texts to review and differences are buffered up to a limit, and dropped beyond it.
    """

    def __init__(self, feedback_store: FeedbackStore, metrics: Metrics, keep: int) -> None:
        self._feedback_store = feedback_store
        self._metrics = metrics
        self._keep = keep
        self._wake = threading.Condition()
        self._feedback: deque[_PendingFeedback] = deque()
        self._doubts: list[DoubtfulText] = []
        self._differences: list[TrialDifference] = []
        self._tallies: Counter[tuple[Trial, str]] = Counter()
        self._keys: dict[tuple[Trial, str], set[int]] = {}
        self._samples: list[SampledAnswer] = []
        self._buffered_characters = 0
        self._ending = False
        self._edition = -1
        self._decisions_error = ""
        self.decisions: dict[bytes, CuratorDecision] = {}
        """Curators' decisions by `same_text` digest, up to 0.5 s old; the dict is replaced, not changed."""
        self.decided_tags: tuple[str, ...] = ()
        """The tags of these decisions."""
        self._reload_decisions()
        self._thread = threading.Thread(target=self._work, name="keeper")
        self._thread.start()

    async def feedback(self, given: Feedback) -> FeedbackResult:
        """Store feedback durably, and return what became of it; raises `MltagError` when writing fails."""
        future: Future[FeedbackResult] = Future()
        with self._wake:
            if self._ending:
                raise MltagError("The service is stopping.", "Send the request again in a moment.")
            self._feedback.append(_PendingFeedback(given, future))
            self._wake.notify()
        return await asyncio.wrap_future(future)

    def add_doubtful(self, doubt: DoubtfulText) -> None:
        """Queue a text to review for writing."""
        with self._wake:
            if self._has_room(len(doubt.text)):
                self._doubts.append(doubt)

    def sample(self, answer: SampledAnswer) -> None:
        """Queue the answer to a text that was drawn at random for writing."""
        with self._wake:
            if self._has_room(len(answer.text)):
                self._samples.append(answer)

    def differ(self, difference: TrialDifference) -> None:
        """Queue a text with differing predictions for writing."""
        with self._wake:
            if self._has_room(len(difference.text)):
                self._differences.append(difference)

    def tally(self, trial: Trial, kind: str, by: int) -> None:
        """Add to a tally of a trial; it is written later."""
        with self._wake:
            self._tallies[trial, kind] += by

    def answered(self, trial: Trial, arm: str, keys: Iterable[int]) -> None:
        """Count the digests of the keys that a model of a trial answered."""
        with self._wake:
            self._keys.setdefault((trial, arm), set()).update(keys)

    def close(self) -> None:
        """Write everything in the buffers, then end the thread."""
        with self._wake:
            self._ending = True
            self._wake.notify()
        self._thread.join()

    def _has_room(self, characters: int) -> bool:
        room = (
            self._buffered_characters + characters <= _MAX_BUFFERED_CHARACTERS
            and len(self._doubts) + len(self._differences) + len(self._samples) < _MAX_BUFFERED_TEXTS
        )
        if room:
            self._buffered_characters += characters
        else:
            self._metrics.count("mltag_dropped_total", (("what", "review"),))
        return room

    def _work(self) -> None:
        due = time.monotonic() + _WRITE_INTERVAL
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
                self._reload_decisions()
                self._metrics.publish()
                due = time.monotonic() + _WRITE_INTERVAL

    def _write_feedback(self, waiting: list[_PendingFeedback]) -> None:
        futures = [item.future for item in waiting if item.future.set_running_or_notify_cancel()]
        try:
            results = self._feedback_store.add_feedback([item.feedback for item in waiting])
        except Exception as error:  # noqa: BLE001 - raised where the result is awaited
            for future in futures:
                future.set_exception(error)
            return
        for item, result in zip(waiting, results, strict=True):
            if not item.future.cancelled():
                item.future.set_result(result)
            verdict = "right" if item.feedback.right else "wrong"
            self._metrics.count(
                "mltag_feedback_total", (("verdict", verdict),), int(result is FeedbackResult.NEW)
            )

    def _write_rest(self) -> None:
        with self._wake:
            doubts, self._doubts = self._doubts, []
            differences, self._differences = self._differences, []
            tallies, self._tallies = self._tallies, Counter()
            keys, self._keys = self._keys, {}
            samples, self._samples = self._samples, []
            self._buffered_characters = 0
        if not (doubts or differences or tallies or samples):
            return
        try:
            left_out = self._feedback_store.add(doubts, differences, tallies, self._keep, keys, samples)
        except Exception as error:  # noqa: BLE001 - the thread must go on writing feedback
            message = error.message if isinstance(error, MltagError) else type(error).__name__
            _log.warning("Texts to review are lost: %s", message)
            left_out = len(doubts) + len(differences)
        if left_out:
            self._metrics.count("mltag_dropped_total", (("what", "review"),), left_out)

    def _reload_decisions(self) -> None:
        try:
            edition = self._feedback_store.edition
            if edition != self._edition:
                self.decisions = self._feedback_store.decisions()
                self.decided_tags = tuple({each.tag: None for each in self.decisions.values()})
                self._edition = edition
            self._decisions_error = ""
        except Exception as error:  # noqa: BLE001 - without this thread, feedback would wait forever
            message = error.message if isinstance(error, MltagError) else type(error).__name__
            if message != self._decisions_error:  # log an error once, not twice per second
                trace = "".join(traceback.format_tb(error.__traceback__))
                _log.error("Curators' decisions could not be read: %s\n%s", message, trace)
            self._decisions_error = message
