"""Whether the stream still looks like the training data: drift of what a worker answered, for `/metrics`."""

import contextlib
import queue
import threading
import time
from collections.abc import Mapping, Sequence
from typing import Final

from mltag_desktop.core.evaluation.drift import DriftReport, DriftWatch
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.service.metrics import Labels, Metrics

_HELD: Final = 64
"""Batches that may wait to be looked at; more are left out and counted."""
_RECENT: Final = 4
"""Windows that the figures are about."""
_RENEW_SECONDS: Final = 1.0

Gauges = Mapping[tuple[str, Labels], float]


class StreamWatch:
    """Looks at answered texts in a thread of its own, so that no request waits; keeps no text."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._waiting: queue.Queue[tuple[LinearModel, list[str], FloatArray] | None] = queue.Queue(_HELD)
        self.gauges: Gauges = {}
        """The figures as of a moment ago; replaced as a whole."""
        self._thread = threading.Thread(target=self._work, name="watch")
        self._thread.start()

    def note(self, model: LinearModel, texts: Sequence[str], probabilities: FloatArray) -> None:
        """Take texts that `model` answered with `probabilities`, shape (n, k)."""
        try:
            self._waiting.put_nowait((model, list(texts), probabilities))
        except queue.Full:
            self._metrics.count("mltag_unwatched_total", (), len(texts))

    def close(self) -> None:
        """End the thread; what still waits is left out."""
        with contextlib.suppress(queue.Empty):
            while True:
                self._waiting.get_nowait()
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        watch: DriftWatch | None = None
        version, renewed = "", 0.0
        while (batch := self._waiting.get()) is not None:
            model, texts, probabilities = batch
            if watch is None or model.version != version:
                watch, version = DriftWatch(model, keep_texts=False), model.version
            watch.add(texts, Predictions(model.version, model.tags, probabilities))
            if time.monotonic() - renewed >= _RENEW_SECONDS or self._waiting.empty():
                self.gauges = _gauges(watch.report(_RECENT))
                renewed = time.monotonic()


def _gauges(report: DriftReport) -> Gauges:
    total = report.total
    found: dict[tuple[str, Labels], float] = {
        ("mltag_drift_texts", ()): total.rows,
        ("mltag_drift_tags_psi", ()): total.tags_psi,
        ("mltag_drift_confidence_psi", ()): total.confidence_psi,
        ("mltag_drift_off_topic_share", ()): total.off_topic_share,
        ("mltag_drift_spam_share", ()): total.spam_share,
        ("mltag_drift_foreign_share", ()): total.language_share,
        ("mltag_drift_vocabulary_coverage", ()): total.vocabulary_coverage,
    }
    for check in sorted({alarm.check for alarm in report.alarms}):
        found["mltag_drift_alarm", (("check", check),)] = 1.0
    return found
