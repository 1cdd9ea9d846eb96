"""Whether the stream still looks like the training data: drift of what a worker answered, for `/metrics`."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

import numpy as np

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.evaluation.drift import Alarm, DriftReport, DriftWatch
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.serving.items import Doubt
from mltag_desktop.service.metrics import Labels, Metrics

ROOM: Final = 2_000
"""Texts that may wait to be looked at."""
A_SECOND: Final = 200
"""Texts that are looked at in a second at most, once the room is full: a hundredth of a core or two.

A sample shows what the stream looks like as well as all of it, and a text costs ten times its prediction.
"""
_TOGETHER: Final = 64
_EVERY: Final = 0.5
"""Seconds between two looks."""
_RENEW: Final = 5.0
"""Seconds that the figures stand,"""
_MORE: Final = 1.1
"""unless they are about fewer texts by a tenth."""
_KEPT: Final = 10_000
"""Characters from which on a text is no example: a text to review is known by all of it."""
_RECENT: Final = 4
"""Windows that the figures are about."""
_ABOUT_TEXTS: Final = frozenset({"off_topic", "coverage", "language", "spam"})
"""Checks that some texts speak for; tags and confidence are about all of them."""
_log: Final = logging.getLogger(__name__)

Gauges = Mapping[tuple[str, Labels], float]
_Batch = tuple[LinearModel, Sequence[str], FloatArray]


class StreamWatch:
    """Looks at answered texts in a thread of its own, so that no request waits.

    `keep` is handed the examples of an alarm when it begins; without it no text is kept.
    """

    def __init__(
        self,
        metrics: Metrics,
        model: LinearModel,
        keep: Callable[[Doubt], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._metrics = metrics
        self._keep = keep
        self._clock = clock
        self._waiting: deque[_Batch] = deque()
        self._room = float(ROOM)
        self._filled = clock()
        self._ending = threading.Event()
        self._first = model
        self._watch: DriftWatch | None = None
        self._sounding: frozenset[str] = frozenset()
        self._told, self._renewed = 0, 0.0
        self.gauges: Gauges = {}
        """The figures as of a moment ago; replaced as a whole."""
        self._thread = threading.Thread(target=self._work, name="watch")
        self._thread.start()

    def note(self, model: LinearModel, texts: Sequence[str], probabilities: FloatArray) -> None:
        """Take texts that `model` answered with `probabilities`, shape (n, k); from one thread."""
        now = self._clock()
        self._room = min(float(ROOM), self._room + A_SECOND * (now - self._filled))
        self._filled = now
        taken = min(len(texts), int(self._room))
        if taken:
            self._room -= taken
            self._waiting.append((model, texts[:taken], probabilities[:taken]))
        if taken < len(texts):
            self._metrics.count("mltag_unwatched_total", (), len(texts) - taken)

    def close(self) -> None:
        """End the thread; what still waits is left out."""
        self._ending.set()
        self._thread.join()

    def report(self, fraction: float, step: str = "") -> None:
        """Let no second's work hold up the end: this is the progress of what takes one."""
        if self._ending.is_set():
            raise Cancelled

    def _work(self) -> None:
        with suppress(Cancelled):
            self._watch_for(self._first)  # takes a second or two, so rather now than in the first rush
            self._go_on()

    def _go_on(self) -> None:
        while not self._ending.wait(_EVERY):
            model: LinearModel | None = None
            while self._waiting and not self._ending.is_set():
                model, texts, probabilities = self._gathered()
                self._look(model, texts, probabilities)
            if model is not None and not self._ending.is_set():
                self._report(model)

    def _gathered(self) -> _Batch:
        """Return some of what waits for one model, put together."""
        model, texts, probabilities = self._waiting.popleft()
        gathered, shares = list(texts), [probabilities]
        while self._waiting and self._waiting[0][0] is model and len(gathered) < _TOGETHER:
            _, texts, probabilities = self._waiting.popleft()
            gathered += texts
            shares.append(probabilities)
        return model, gathered, np.concatenate(shares)

    def _look(self, model: LinearModel, texts: Sequence[str], probabilities: FloatArray) -> None:
        watch = self._watch_for(model)
        for start in range(0, len(texts), _TOGETHER):  # in parts, between which requests get their turn
            part = slice(start, start + _TOGETHER)
            watch.add(texts[part], Predictions(model.version, model.tags, probabilities[part]))

    def _watch_for(self, model: LinearModel) -> DriftWatch:
        if self._watch is None or self._watch.version != model.version:
            self._watch = DriftWatch(model, keep=_KEPT if self._keep else 0, apart=_RECENT, progress=self)
            self._sounding, self._told = frozenset(), 0
        return self._watch

    def _report(self, model: LinearModel) -> None:
        """Renew the figures, unless they are new or about nearly as many texts: limits are costly to draw."""
        watch, now = self._watch_for(model), time.monotonic()
        if watch.rows < _MORE * self._told and now - self._renewed < _RENEW:
            return
        self._told, self._renewed = watch.rows, now
        report = watch.report(_RECENT)
        self._tell(model, report.alarms)
        self.gauges = _gauges(report)

    def _tell(self, model: LinearModel, alarms: Sequence[Alarm]) -> None:
        """Log the alarms that begin, without a text, and hand on what speaks for them."""
        for alarm in alarms:
            if alarm.check not in self._sounding:
                _log.warning("drift, %s: %s", alarm.check, alarm.words)
                texts = [
                    example.text
                    for example in alarm.examples
                    if example.text.strip() and len(example.text) < _KEPT
                ]
                if self._keep is not None and texts and alarm.check in _ABOUT_TEXTS:
                    answers = model.predict(texts)
                    for text, best, confidence in zip(texts, answers.best, answers.confidence, strict=True):
                        tag = answers.tags[int(best)]
                        self._keep(Doubt(text, tag, float(confidence), answers.version, alarm.check))
        self._sounding = frozenset(alarm.check for alarm in alarms)


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
