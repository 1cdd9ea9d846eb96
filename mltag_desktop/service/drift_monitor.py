"""Drift metrics: compare the texts that a worker answered with the training data, for `/metrics`."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import numpy as np

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.learning.drift_monitor import Alarm, DriftMonitor
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.serving.records import DoubtfulText
from mltag_desktop.service.metrics import Metrics

ROOM: Final = 2_000
"""Maximum number of texts that can be queued without a rate limit."""
A_SECOND: Final = 10
"""Maximum texts per second once `ROOM` is used up: a thousandth of a core, a window of 500 in 50 s.

A sample represents the stream as well as all texts do. Checking texts holds up the requests of that moment.
"""
_BATCH_SIZE: Final = 64
_INTERVAL: Final = 5.0
"""Seconds between two checks of the queue: a check of ten texts takes as long as one of fifty."""
_MAX_AGE: Final = 15.0
"""Maximum age of the metrics in seconds: Prometheus reads them as often by default."""
_RENEWAL_GROWTH: Final = 1.1
"""Growth of the number of texts after which the metrics are renewed earlier."""
_MAX_EXAMPLE_LENGTH: Final = 10_000
"""Length in characters from which a text is not used as an example, since it would have to be cut."""
_RECENT_WINDOWS: Final = 4
"""Number of most recent windows that the metrics cover."""
_CHECKS_WITH_EXAMPLES: Final = frozenset({"off_topic", "language", "spam"})
"""Checks with example texts; the checks of tags and confidence are about the distribution of all texts."""
_GAUGES: Final = {
    "texts": "rows",
    "tags_psi": "tags_psi",
    "confidence_psi": "confidence_psi",
    "off_topic_share": "off_topic_share",
    "spam_share": "spam_share",
    "foreign_share": "language_share",
    "vocabulary_coverage": "vocabulary_coverage",
}
"""The figure of the drift report behind each gauge."""
_log: Final = logging.getLogger(__name__)


class StreamMonitor:
    """Computes the drift of the answered texts in its own thread, so that no request waits.

    `keep` is called with the examples of an alarm when the alarm starts; without it no text is stored.
    """

    def __init__(
        self,
        metrics: Metrics,
        keep: Callable[[DoubtfulText], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        interval: float = _INTERVAL,
    ) -> None:
        self._metrics = metrics
        self._keep = keep
        self._clock = clock
        self._interval = interval
        self._waiting: deque[tuple[LinearModel, str, FloatArray]] = deque()
        self._room = float(ROOM)
        self._refilled_at = clock()
        self._ending = threading.Event()
        self._watch: DriftMonitor | None = None
        self._active_alarms: frozenset[str] = frozenset()
        self._reported_rows, self._reported_at = 0, 0.0
        self._thread: threading.Thread | None = None

    def start(self, model: LinearModel, prepared: Callable[[], object]) -> None:
        """Load what `model` needs, which takes one or two seconds, call `prepared`, then watch the queue."""
        self._thread = threading.Thread(target=self._work, args=(model, prepared), name="watch")
        self._thread.start()

    def observe(self, model: LinearModel, texts: Sequence[str], probabilities: Sequence[FloatArray]) -> None:
        """Queue texts that `model` answered with these probabilities; call from one thread only."""
        now = self._clock()
        self._room = min(float(ROOM), self._room + A_SECOND * (now - self._refilled_at))
        self._refilled_at = now
        taken = min(len(texts), int(self._room))
        self._room -= taken
        self._waiting.extend((model, texts[place], probabilities[place]) for place in range(taken))
        if taken < len(texts):
            self._metrics.count("mltag_unwatched_total", len(texts) - taken)

    def close(self) -> None:
        """End the thread; queued texts are dropped."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join()

    def report(self, fraction: float, step: str = "") -> None:
        """Cancel a long computation when the service stops; this object is its `Progress`."""
        if self._ending.is_set():
            raise Cancelled

    def check(self) -> None:
        """Check the queued texts, and renew the metrics."""
        while self._waiting:
            model = self._waiting[0][0]
            texts, rows = list[str](), list[FloatArray]()
            while self._waiting and self._waiting[0][0] is model and len(texts) < _BATCH_SIZE:
                _, text, row = self._waiting.popleft()
                texts.append(text)
                rows.append(row)
            watch = self._watch_for(model)
            watch.add(texts, Predictions(model.version, model.tags, np.array(rows, np.float32)))
            self.report(0.0)
            if not self._waiting:
                self._renew(model, watch)

    def _work(self, model: LinearModel, prepared: Callable[[], object]) -> None:
        with suppress(Cancelled):
            self._watch_for(model)
            prepared()
            while not self._ending.wait(self._interval):
                self.check()

    def _watch_for(self, model: LinearModel) -> DriftMonitor:
        if self._watch is None or self._watch.version != model.version:
            self._watch = DriftMonitor(
                model, keep=_MAX_EXAMPLE_LENGTH if self._keep else 0, apart=_RECENT_WINDOWS, progress=self
            )
            self._active_alarms, self._reported_rows = frozenset(), 0
        return self._watch

    def _renew(self, model: LinearModel, watch: DriftMonitor) -> None:
        """Renew the metrics if they are old or 10% more texts came; computing the alarm limits is costly."""
        now = time.monotonic()
        if watch.rows < _RENEWAL_GROWTH * self._reported_rows and now - self._reported_at < _MAX_AGE:
            return
        self._reported_rows, self._reported_at = watch.rows, now
        report = watch.report(_RECENT_WINDOWS)
        for name, figure in _GAUGES.items():
            self._metrics.set(f"mltag_drift_{name}", getattr(report.total, figure))
        alarms = {alarm.check: alarm for alarm in reversed(report.alarms)}  # that of all recent texts counts
        for check in self._active_alarms | alarms.keys():
            self._metrics.set("mltag_drift_alarm", float(check in alarms), check=check)
        for check in sorted(alarms.keys() - self._active_alarms):
            self._start_alarm(model, alarms[check])
        self._active_alarms = frozenset(alarms)

    def _start_alarm(self, model: LinearModel, alarm: Alarm) -> None:
        """Log an alarm without its texts, and pass its examples to `keep`."""
        _log.warning("drift, %s: %s", alarm.check, alarm.words)
        texts = [each.text for each in alarm.examples if each.text.strip()]
        texts = [text for text in texts if len(text) < _MAX_EXAMPLE_LENGTH]
        if self._keep is not None and texts and alarm.check in _CHECKS_WITH_EXAMPLES:
            answers = model.predict(texts)
            for text, best, confidence in zip(texts, answers.best, answers.confidence, strict=True):
                tag = answers.tags[int(best)]
                self._keep(DoubtfulText(text, tag, float(confidence), answers.version, alarm.check))
