"""The second opinion of a trial, asked after the answer has gone out."""

import asyncio
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.serving.items import CURRENT, Difference, Doubt, Trial
from mltag_desktop.service.keeping import Keeper
from mltag_desktop.service.metrics import Metrics

_HELD: Final = 20_000
_AT_ONCE: Final = 256


@dataclass(frozen=True)
class Answered:
    """A text that one model of a trial has answered, and the other one shall."""

    text: str
    arm: str
    tag: str
    confidence: float
    trial: Trial
    version: str
    other: LinearModel


class Comparer:
    """Asks the model that did not answer, in a thread, and drops what comes faster than it can."""

    def __init__(
        self, keeper: Keeper, metrics: Metrics, pool: ThreadPoolExecutor, *, keep_texts: bool
    ) -> None:
        self._keeper = keeper
        self._metrics = metrics
        self._pool = pool
        self._keep_texts = keep_texts
        self._waiting: deque[Answered] = deque()
        self._task: asyncio.Task[None] | None = None

    def add(self, answered: Sequence[Answered]) -> None:
        """Compare these some time soon."""
        room = max(0, _HELD - len(self._waiting))
        self._waiting.extend(answered[:room])
        if len(answered) > room:
            self._metrics.count("mltag_dropped_total", (("what", "comparison"),), len(answered) - room)
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def finish(self, seconds: float) -> None:
        """Compare what waits, for so long at most; what is left then is dropped."""
        if self._task is not None:
            await asyncio.wait([self._task], timeout=seconds)
            self._task.cancel()

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            first = self._waiting[0]
            part: list[Answered] = []
            while self._waiting and len(part) < _AT_ONCE and self._waiting[0].other is first.other:
                part.append(self._waiting.popleft())
            await loop.run_in_executor(self._pool, self._compare, first.other, part)

    def _compare(self, other: LinearModel, part: list[Answered]) -> None:
        answers = other.predict([each.text for each in part])
        shares = answers.confidence.tolist()
        for each, best, confidence in zip(part, answers.best.tolist(), shares, strict=True):
            same = answers.tags[best] == each.tag
            self._metrics.count("mltag_compared_total", (("same", str(same).lower()),))
            self._keeper.tally(each.trial, "compared", 1)
            if same:
                self._keeper.tally(each.trial, "same", 1)
            elif self._keep_texts:
                own, others = (each.tag, each.confidence), (answers.tags[best], confidence)
                current, candidate = (own, others) if each.arm == CURRENT else (others, own)
                difference = Difference(
                    each.trial, each.text, current[0], candidate[0], current[1], candidate[1]
                )
                self._keeper.differ(difference)
                self._keeper.doubt(Doubt(each.text, each.tag, each.confidence, each.version, "differs"))
