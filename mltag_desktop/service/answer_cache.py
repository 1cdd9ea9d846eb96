"""Answer from a prediction cache, the file of `mltag predict --cache`, and add what is not in it."""

import logging
import sqlite3
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.prediction_cache import CachedPrediction, PredictionCache, digest_of
from mltag_desktop.core.model.types import Classifier, FloatArray
from mltag_desktop.service.monitoring.prometheus_metrics import Metrics
from mltag_desktop.service.request_batching import RequestBatcher

_MOST_WAITING: Final = 20_000
"""Predictions that wait to be written; further ones are not cached."""
_log: Final = logging.getLogger(__name__)


class AnswerCache:
    """Reads on the event loop and writes in a thread; a cache that fails costs no answer."""

    def __init__(self, path: Path, metrics: Metrics) -> None:
        """Open or create the cache; raises `MltagError` for a file of another kind."""
        self._reader = PredictionCache.open(path)
        self._writer = PredictionCache.open(path)
        self._metrics = metrics
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="cache")
        self._lock = threading.Lock()
        self._waiting = 0
        self._has_failed = False

    def close(self) -> None:
        """Write what is waiting, and close the file."""
        self._pool.shutdown()
        self._reader.close()
        self._writer.close()

    def decisions(self, texts: Sequence[str]) -> dict[int, CachedPrediction]:
        """Return people's decisions in the cache by index into `texts`."""
        try:
            return self._reader.decisions(texts)
        except sqlite3.Error as error:
            self._log_failure(error)
            return {}

    async def predict(
        self, batcher: RequestBatcher[FloatArray], model: Classifier, texts: list[str]
    ) -> FloatArray:
        """Return the probabilities of `texts`, shape (n, k); only unknown texts are predicted."""
        digests = list(map(digest_of, texts))
        try:
            places, known = self._reader.matrix(model.version, digests)
        except sqlite3.Error as error:
            self._log_failure(error)
            return await batcher.rows(model, texts)
        self._metrics.count("mltag_cache_total", (("result", "hit"),), len(places))
        if len(places) == len(texts):
            return known
        is_missing = np.ones(len(texts), np.bool_)
        is_missing[places] = False
        missing = np.flatnonzero(is_missing).tolist()
        self._metrics.count("mltag_cache_total", (("result", "miss"),), len(missing))
        fresh = await batcher.rows(model, [texts[place] for place in missing])
        self._store(model, [digests[place] for place in missing], fresh)
        if len(missing) == len(texts):
            return fresh
        probabilities = np.empty((len(texts), fresh.shape[1]), np.float32)
        probabilities[places] = known
        probabilities[missing] = fresh
        return probabilities

    def _store(self, model: Classifier, digests: list[bytes], fresh: FloatArray) -> None:
        with self._lock:
            if self._waiting >= _MOST_WAITING:
                return
            self._waiting += len(digests)
        self._pool.submit(self._write, model, digests, fresh)

    def _write(self, model: Classifier, digests: list[bytes], fresh: FloatArray) -> None:
        try:
            self._writer.store(model.version, model.tags, digests, fresh)
        except (MltagError, sqlite3.Error) as error:
            self._log_failure(error)
        finally:
            with self._lock:
                self._waiting -= len(digests)

    def _log_failure(self, error: Exception) -> None:
        """Log the first failure, and count all of them."""
        self._metrics.count("mltag_cache_total", (("result", "failure"),))
        if not self._has_failed:
            _log.warning("the prediction cache failed, texts are predicted: %s", error)
        self._has_failed = True
