"""Compute requests that arrive together in one batch; the answers are the same as for single requests."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from mltag_desktop.core.model.types import Classifier

AT_ONCE: Final = 16_000
"""Maximum characters per batch on the event loop: a few milliseconds, less than a thread switch may take."""
TURNS: Final = 8
"""Maximum iterations of the event loop that a batch waits, as long as each adds a request."""
ENOUGH: Final = 64
"""Number of waiting requests from which a batch is computed without waiting."""
LONG: Final = 256
"""Number of texts above which a request is computed in a thread."""

Rows = TypeVar("Rows")
"""An array or a list with a row for each text."""
Compute = Callable[[Any, list[str]], Rows]
"""Returns a row for each text, from a model and the texts."""


@dataclass(frozen=True)
class _PendingRequest:
    model: Classifier
    texts: list[str]
    answer: "asyncio.Future[Any]"


class RequestBatcher(Generic[Rows]):
    """Collects the requests of a few event loop iterations into batches; belongs to one event loop.

    Short requests are computed in batches on the loop, long ones in a thread. A request is computed at once
    if `is_alone` says that no other can join it.
    """

    def __init__(
        self, pool: ThreadPoolExecutor, compute: Compute[Rows], is_alone: Callable[[], bool] = lambda: False
    ) -> None:
        self._pool = pool
        self._compute = compute
        self._is_alone = is_alone
        self._waiting: list[_PendingRequest] = []
        self._turns = 0
        self._before = 0

    async def rows(self, model: Classifier, texts: list[str]) -> Rows:
        """Return the rows that `compute` gives for `texts`."""
        loop = asyncio.get_running_loop()
        if len(texts) > LONG or sum(map(len, texts)) > AT_ONCE:
            return await loop.run_in_executor(self._pool, self._compute, model, texts)
        if not self._waiting and self._is_alone():
            return self._compute(model, texts)
        answer: asyncio.Future[Rows] = loop.create_future()
        if not self._waiting:
            loop.call_soon(self._flush)
        self._waiting.append(_PendingRequest(model, texts, answer))
        return await answer

    def _flush(self) -> None:
        """Compute the waiting requests, or wait another iteration while new requests arrive.

        A request that came alone waits for no others.
        """
        count = len(self._waiting)
        if max(1, self._before) < count < ENOUGH and self._turns < TURNS:
            self._before = count
            self._turns += 1
            asyncio.get_running_loop().call_soon(self._flush)
            return
        self._before = self._turns = 0
        self._compute_waiting()

    def _compute_waiting(self) -> None:
        batches: dict[int, list[_PendingRequest]] = {}
        size = taken = 0
        for request in self._waiting:
            if size > AT_ONCE:
                break
            taken += 1
            if not request.answer.done():  # the client may have disconnected
                size += sum(map(len, request.texts))
                batches.setdefault(id(request.model), []).append(request)
        del self._waiting[:taken]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._flush)
        for batch in batches.values():
            self._answer(batch)

    def _answer(self, batch: list[_PendingRequest]) -> None:
        texts = [text for request in batch for text in request.texts]
        try:
            rows: Any = self._compute(batch[0].model, texts)
        except Exception as error:  # noqa: BLE001 - raised where the answer is awaited
            for request in batch:
                request.answer.set_exception(error)
            return
        start = 0
        for request in batch:
            request.answer.set_result(rows[start : start + len(request.texts)])
            start += len(request.texts)
