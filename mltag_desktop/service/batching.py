"""Requests that come together are predicted in one call; the answers are those of predicting each alone."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

from mltag_desktop.core.model.types import Classifier, FloatArray
from mltag_desktop.service.metrics import Metrics

AT_ONCE: Final = 16_000
"""Characters that are predicted on the event loop: a few milliseconds, less than a thread's turn may take."""
TURNS: Final = 8
"""Turns of the event loop that a batch waits for more, as long as each brings some."""
ENOUGH: Final = 64
"""Requests that wait no longer."""
LONG: Final = 256
"""Texts of a request that goes to a thread."""


@dataclass(frozen=True)
class _Asked:
    model: Classifier
    texts: list[str]
    answer: "asyncio.Future[FloatArray]"


class Batcher:
    """Gathers what is asked within a few turns of the event loop; belongs to that loop.

    Short requests are predicted on the loop, in batches; long ones go to a thread.
    """

    def __init__(self, metrics: Metrics, pool: ThreadPoolExecutor) -> None:
        self._metrics = metrics
        self._pool = pool
        self._waiting: list[_Asked] = []
        self._turns = 0
        self._before = 0

    async def predict(self, model: Classifier, texts: list[str]) -> FloatArray:
        """Return the probabilities of `texts`, shape (n, k)."""
        loop = asyncio.get_running_loop()
        if len(texts) > LONG or sum(map(len, texts)) > AT_ONCE:
            return await loop.run_in_executor(self._pool, self._long, model, texts)
        answer: asyncio.Future[FloatArray] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._flush)
        self._waiting.append(_Asked(model, texts, answer))
        return await answer

    def _flush(self) -> None:
        """Predict, unless others came in this turn: then some more may come in the next."""
        count = len(self._waiting)
        if self._before < count < ENOUGH and self._turns < TURNS:
            self._before = count
            self._turns += 1
            asyncio.get_running_loop().call_soon(self._flush)
            return
        self._before = self._turns = 0
        self._predict_waiting()

    def _predict_waiting(self) -> None:
        batches: dict[int, list[_Asked]] = {}
        size = taken = 0
        for asked in self._waiting:
            if size > AT_ONCE:
                break
            taken += 1
            if not asked.answer.done():  # who asked may have gone
                size += sum(map(len, asked.texts))
                batches.setdefault(id(asked.model), []).append(asked)
        del self._waiting[:taken]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._flush)
        for together in batches.values():
            self._answer(together)

    def _answer(self, together: list[_Asked]) -> None:
        texts = [text for asked in together for text in asked.texts]
        try:
            probabilities = together[0].model.predict(texts).probabilities
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked
            for asked in together:
                asked.answer.set_exception(error)
            return
        self._metrics.see("mltag_batch_texts", (len(texts),))
        start = 0
        for asked in together:
            asked.answer.set_result(probabilities[start : start + len(asked.texts)])
            start += len(asked.texts)

    def _long(self, model: Classifier, texts: list[str]) -> FloatArray:
        self._metrics.see("mltag_batch_texts", (len(texts),))
        return model.predict(texts).probabilities
