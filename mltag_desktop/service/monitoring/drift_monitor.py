"""Drift metrics: compare the texts that a worker answered with the training data, for `/metrics`."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

import numpy as np

from mltag_desktop.core.drift.monitor import Alarm, DriftMonitor, DriftReport
from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.serving.records import DoubtfulText
from mltag_desktop.service.monitoring.prometheus_metrics import Labels, Metrics

ROOM: Final = 2_000
"""Maximum number of texts that can be queued without a rate limit."""
A_SECOND: Final = 10
"""Maximum texts per second once `ROOM` is used up: a thousandth of a core, a window of 500 in 50 s.

A sample represents the stream as well as all texts do. Checking texts holds up the requests of that moment:
with 50 texts per second, one in thirty requests.
"""
_BATCH_SIZE: Final = 64
_INTERVAL: Final = 1.0
"""Seconds between two looks at the queue."""
_ENOUGH: Final = 50
"""Number of queued texts that are checked at once: a check of ten takes as long as one of fifty."""
_LONGEST_WAIT: Final = 5
"""Number of intervals after which fewer texts are checked, too."""
_MAX_AGE: Final = 15.0
"""Maximum age of the metrics in seconds: Prometheus reads them as often by default."""
_RENEWAL_GROWTH: Final = 1.1
"""Growth of the number of texts after which the metrics are renewed earlier."""
_MAX_EXAMPLE_LENGTH: Final = 10_000
"""Length in characters from which a text is not used as an example, since it would have to be cut."""
_RECENT_WINDOWS: Final = 4
"""Number of most recent windows that the metrics cover."""
_CHECKS_WITH_EXAMPLES: Final = frozenset({"off_topic", "coverage", "language", "spam"})
"""Checks with example texts; the checks of tags and confidence are about the distribution of all texts."""
_log: Final = logging.getLogger(__name__)

Gauges = Mapping[tuple[str, Labels], float]
_Batch = tuple[LinearModel, Sequence[str], Sequence[FloatArray]]
"""A model, the texts, and the probabilities of each text, shape (k,)."""


class StreamMonitor:
    """Computes drift of the answered texts in a separate thread, so that no request waits.

    `keep` is called with the examples of an alarm when the alarm starts; without it no text is stored.
    """

    def __init__(
        self,
        metrics: Metrics,
        model: LinearModel,
        keep: Callable[[DoubtfulText], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._metrics = metrics
        self._keep = keep
        self._clock = clock
        self._waiting: deque[_Batch] = deque()
        self._room = float(ROOM)
        self._refilled_at = clock()
        self._ending = threading.Event()
        self._first = model
        self._watch: DriftMonitor | None = None
        self._active_alarms: frozenset[str] = frozenset()
        self._reported_rows, self._reported_at = 0, 0.0
        self.gauges: Gauges = {}
        """The latest metrics; the mapping is replaced, not changed."""
        self.is_prepared = False
        """Whether modules and reference for the first model are loaded."""
        self._thread = threading.Thread(target=self._work, name="watch")
        self._thread.start()

    def observe(self, model: LinearModel, texts: Sequence[str], probabilities: Sequence[FloatArray]) -> None:
        """Queue texts that `model` answered with these probabilities; call from one thread only."""
        now = self._clock()
        self._room = min(float(ROOM), self._room + A_SECOND * (now - self._refilled_at))
        self._refilled_at = now
        taken = min(len(texts), int(self._room))
        if taken:
            self._room -= taken
            self._waiting.append((model, texts[:taken], probabilities[:taken]))
        if taken < len(texts):
            self._metrics.count("mltag_unwatched_total", (), len(texts) - taken)

    def close(self) -> None:
        """End the thread; queued texts are dropped."""
        self._ending.set()
        self._thread.join()

    def report(self, fraction: float, step: str = "") -> None:
        """Cancel a long computation when the service stops; this object is its `Progress`."""
        if self._ending.is_set():
            raise Cancelled

    def _work(self) -> None:
        with suppress(Cancelled):
            self._watch_for(self._first)  # takes one or two seconds, so do it before the first requests
            self.is_prepared = True
            self._run()

    def _run(self) -> None:
        intervals = 0
        while not self._ending.wait(_INTERVAL):
            intervals += 1
            queued = sum(len(texts) for _, texts, _ in tuple(self._waiting))
            if queued < _ENOUGH and intervals < _LONGEST_WAIT:
                continue
            intervals = 0
            model: LinearModel | None = None
            while self._waiting and not self._ending.is_set():
                model, texts, probabilities = self._next_batch()
                self._check(model, texts, probabilities)
            if model is not None and not self._ending.is_set():
                self._report(model)

    def _next_batch(self) -> tuple[LinearModel, Sequence[str], FloatArray]:
        """Return queued texts of one model as a single batch, with their probabilities, shape (n, k)."""
        model, texts, probabilities = self._waiting.popleft()
        gathered, shares = list(texts), list(probabilities)
        while self._waiting and self._waiting[0][0] is model and len(gathered) < _BATCH_SIZE:
            _, texts, probabilities = self._waiting.popleft()
            gathered += texts
            shares.extend(probabilities)  # += would add arrays
        return model, gathered, np.array(shares, np.float32)

    def _check(self, model: LinearModel, texts: Sequence[str], probabilities: FloatArray) -> None:
        watch = self._watch_for(model)
        for start in range(0, len(texts), _BATCH_SIZE):  # in parts, so that requests can run in between
            part = slice(start, start + _BATCH_SIZE)
            watch.add(texts[part], Predictions(model.version, model.tags, probabilities[part]))

    def _watch_for(self, model: LinearModel) -> DriftMonitor:
        if self._watch is None or self._watch.version != model.version:
            self._watch = DriftMonitor(
                model, keep=_MAX_EXAMPLE_LENGTH if self._keep else 0, apart=_RECENT_WINDOWS, progress=self
            )
            self._active_alarms, self._reported_rows = frozenset(), 0
        return self._watch

    def _report(self, model: LinearModel) -> None:
        """Renew the metrics if they are old or 10% more texts came; computing the alarm limits is costly."""
        watch, now = self._watch_for(model), time.monotonic()
        if watch.rows < _RENEWAL_GROWTH * self._reported_rows and now - self._reported_at < _MAX_AGE:
            return
        self._reported_rows, self._reported_at = watch.rows, now
        report = watch.report(_RECENT_WINDOWS)
        self._log_alarms(model, report.alarms)
        self.gauges = _gauges(report)

    def _log_alarms(self, model: LinearModel, alarms: Sequence[Alarm]) -> None:
        """Log alarms that start, without their texts, and pass their examples to `keep`."""
        known = set(self._active_alarms)
        for alarm in alarms:  # of all recent texts, then of each window: a check is named once
            if alarm.check not in known:
                known.add(alarm.check)
                _log.warning("drift, %s: %s", alarm.check, alarm.words)
                texts = [
                    example.text
                    for example in alarm.examples
                    if example.text.strip() and len(example.text) < _MAX_EXAMPLE_LENGTH
                ]
                if self._keep is not None and texts and alarm.check in _CHECKS_WITH_EXAMPLES:
                    answers = model.predict(texts)
                    for text, best, confidence in zip(texts, answers.best, answers.confidence, strict=True):
                        tag = answers.tags[int(best)]
                        self._keep(DoubtfulText(text, tag, float(confidence), answers.version, alarm.check))
        self._active_alarms = frozenset(alarm.check for alarm in alarms)


def _gauges(report: DriftReport) -> Gauges:
    total = report.total
    gauges: dict[tuple[str, Labels], float] = {
        ("mltag_drift_texts", ()): total.rows,
        ("mltag_drift_tags_psi", ()): total.tags_psi,
        ("mltag_drift_confidence_psi", ()): total.confidence_psi,
        ("mltag_drift_off_topic_share", ()): total.off_topic_share,
        ("mltag_drift_spam_share", ()): total.spam_share,
        ("mltag_drift_foreign_share", ()): total.language_share,
        ("mltag_drift_vocabulary_coverage", ()): total.vocabulary_coverage,
    }
    for check in sorted({alarm.check for alarm in report.alarms}):
        gauges["mltag_drift_alarm", (("check", check),)] = 1.0
    return gauges
