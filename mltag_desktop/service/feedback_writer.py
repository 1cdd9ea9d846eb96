"""Write feedback, texts to review and tallies in a thread; feedback is acknowledged once it is on disk."""

import asyncio
import logging
import threading
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.serving.feedback_store import FeedbackStore, Tallies
from mltag_desktop.core.serving.records import (
    CuratorDecision,
    DoubtfulText,
    Feedback,
    FeedbackResult,
    SampledAnswer,
    Trial,
    TrialDifference,
)
from mltag_desktop.service.metrics import Metrics

_MAX_BUFFERED_CHARACTERS: Final = 32_000_000
_MAX_BUFFERED_TEXTS: Final = 50_000
_log: Final = logging.getLogger(__name__)


Kept = DoubtfulText | SampledAnswer | TrialDifference
"""What is stored of an answered text."""


class FeedbackWriter:
    """Writes in a thread.

    Texts to review, samples and differences are buffered up to a limit, and dropped beyond it.
    """

    def __init__(self, feedback_store: FeedbackStore, metrics: Metrics, keep: int) -> None:
        self._feedback_store = feedback_store
        self._metrics = metrics
        self._keep = keep
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeper")
        self._lock = threading.Lock()
        self._texts: list[Kept] = []
        self._tallies = Counter[tuple[Trial, str]]()
        self._buffered_characters = 0
        self._edition = -1
        self._decisions_error = ""
        self.decisions: Mapping[bytes, CuratorDecision] = {}
        """Curators' decisions by `same_text` digest as of the last `flush`; replaced, not changed."""
        self.decided_tags: tuple[str, ...] = ()
        """The tags of these decisions."""
        self._reload_decisions()

    async def feedback(self, given: Feedback) -> FeedbackResult:
        """Store feedback durably, and return what became of it; raises `MltagError` when writing fails."""
        try:
            writing = asyncio.get_running_loop().run_in_executor(
                self._thread, self._feedback_store.add_feedback, given
            )
        except RuntimeError as error:  # the thread has ended
            raise MltagError("The service is stopping.", "Send the request again in a moment.") from error
        result = await writing
        verdict = "right" if given.right else "wrong"
        self._metrics.count("mltag_feedback_total", int(result is FeedbackResult.NEW), verdict=verdict)
        return result

    def add(self, texts: Sequence[Kept], tallies: Tallies) -> None:
        """Queue texts and tallies of a trial for writing; may be called from any thread."""
        with self._lock:
            self._tallies.update(tallies)
            for each in texts:
                if (
                    self._buffered_characters + len(each.text) > _MAX_BUFFERED_CHARACTERS
                    or len(self._texts) >= _MAX_BUFFERED_TEXTS
                ):
                    self._metrics.count("mltag_dropped_total", what="review")
                    continue
                self._buffered_characters += len(each.text)
                self._texts.append(each)

    async def flush(self) -> None:
        """Write what is buffered, and read new decisions."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._flush)

    def close(self) -> None:
        """Write everything, then end the thread."""
        self._thread.shutdown()
        self._flush()

    def _flush(self) -> None:
        with self._lock:
            texts, self._texts = self._texts, []
            tallies, self._tallies = self._tallies, Counter()
            self._buffered_characters = 0
        doubts = [each for each in texts if isinstance(each, DoubtfulText)]
        differences = [each for each in texts if isinstance(each, TrialDifference)]
        samples = [each for each in texts if isinstance(each, SampledAnswer)]
        left_out = 0
        if texts or tallies:
            try:
                left_out = self._feedback_store.add(doubts, differences, tallies, samples, keep=self._keep)
            except Exception as error:  # noqa: BLE001 - answers do not depend on it
                message = error.message if isinstance(error, MltagError) else type(error).__name__
                _log.warning("Texts to review are lost: %s", message)
                left_out = len(doubts) + len(differences)
        if left_out:
            self._metrics.count("mltag_dropped_total", left_out, what="review")
        self._reload_decisions()

    def _reload_decisions(self) -> None:
        try:
            edition = self._feedback_store.edition
            if edition != self._edition:
                self.decisions = self._feedback_store.decisions()
                self.decided_tags = tuple({each.tag: None for each in self.decisions.values()})
                self._edition = edition
            self._decisions_error = ""
        except Exception as error:  # noqa: BLE001 - answers and feedback do not depend on it
            message = error.message if isinstance(error, MltagError) else type(error).__name__
            if message != self._decisions_error:  # log an error once, not once per second
                trace = "".join(traceback.format_tb(error.__traceback__))
                _log.error("Curators' decisions could not be read: %s\n%s", message, trace)
            self._decisions_error = message
