"""Compare the two models of a trial, after the answer has been sent."""

import asyncio
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.serving.answer_samples import SampledAnswer
from mltag_desktop.core.serving.records import CURRENT, DoubtfulText, Trial, TrialDifference
from mltag_desktop.service.feedback_writer import FeedbackWriter
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics

_MAX_WAITING: Final = 20_000
_BATCH_SIZE: Final = 256


@dataclass(frozen=True)
class AnsweredText:
    """An answer of one model of a trial; `other` is the model to compare it with."""

    text: str
    arm: str
    tag: str
    confidence: float
    trial: Trial
    version: str
    other: LinearModel
    probability: float = 0.0
    """The probability with which the text was drawn at random; 0 if it was not."""


class TrialComparer:
    """Predicts answered texts with the other model in a thread; under load, texts are dropped."""

    def __init__(
        self, feedback_writer: FeedbackWriter, metrics: Metrics, pool: ThreadPoolExecutor, *, keep_texts: bool
    ) -> None:
        self._feedback_writer = feedback_writer
        self._metrics = metrics
        self._pool = pool
        self._keep_texts = keep_texts
        self._waiting: deque[AnsweredText] = deque()
        self._task: asyncio.Task[None] | None = None

    def add(self, answered: Sequence[AnsweredText]) -> None:
        """Queue answers for comparison; answers beyond the limit are dropped and counted."""
        room = max(0, _MAX_WAITING - len(self._waiting))
        self._waiting.extend(answered[:room])
        if len(answered) > room:
            self._metrics.count("mltag_dropped_total", (("what", "comparison"),), len(answered) - room)
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def finish(self, seconds: float) -> None:
        """Wait at most `seconds` for queued comparisons, then drop the rest."""
        if self._task is not None:
            await asyncio.wait([self._task], timeout=seconds)
            self._task.cancel()

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            first = self._waiting[0]
            batch: list[AnsweredText] = []
            while self._waiting and len(batch) < _BATCH_SIZE and self._waiting[0].other is first.other:
                batch.append(self._waiting.popleft())
            await loop.run_in_executor(self._pool, self._compare, first.other, batch)

    def _compare(self, other: LinearModel, batch: list[AnsweredText]) -> None:
        answers = other.predict([item.text for item in batch])
        shares = answers.confidence.tolist()
        for item, best, confidence in zip(batch, answers.best.tolist(), shares, strict=True):
            same = answers.tags[best] == item.tag
            self._metrics.count("mltag_compared_total", (("same", str(same).lower()),))
            self._feedback_writer.tally(item.trial, "compared", 1)
            if item.probability > 0:
                self._feedback_writer.sample(
                    SampledAnswer(
                        item.text,
                        answers.version,
                        answers.tags[best],
                        confidence,
                        item.probability,
                        served=False,
                    )
                )
            if same:
                self._feedback_writer.tally(item.trial, "same", 1)
            elif self._keep_texts:
                own, others = (item.tag, item.confidence), (answers.tags[best], confidence)
                current, candidate = (own, others) if item.arm == CURRENT else (others, own)
                difference = TrialDifference(
                    item.trial, item.text, current[0], candidate[0], current[1], candidate[1]
                )
                self._feedback_writer.differ(difference)
                self._feedback_writer.add_doubtful(
                    DoubtfulText(item.text, item.tag, item.confidence, item.version, "differs")
                )
