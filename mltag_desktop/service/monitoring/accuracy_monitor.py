"""The service's own accuracy, computed again when a text was drawn or a decision changed."""

import threading
import time
from collections.abc import Mapping
from typing import Final

from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.service_accuracy import Accuracy, Rate, ServiceAccuracy, service_accuracy
from mltag_desktop.service.active_models import ModelReloader
from mltag_desktop.service.monitoring.prometheus_metrics import Labels

ALL: Final = "all"
"""The label of all answers, whichever model gave them."""
_MOST_OFTEN: Final = 5.0
"""Seconds after which the figures are computed again while many texts are drawn."""


class AccuracyMonitor:
    """Keeps the latest figures; its methods block for a short time and may run in any thread."""

    def __init__(self, feedback_store: FeedbackStore, models: ModelReloader) -> None:
        self._feedback_store = feedback_store
        self._models = models
        self._lock = threading.Lock()
        self._state: tuple[object, ...] = ()
        self._edition = -1
        self._computed_at = 0.0
        self._found: ServiceAccuracy | None = None

    def current(self) -> ServiceAccuracy:
        """Return the figures; new decisions count at once, new texts within seconds."""
        models = self._models.active.all
        with self._lock:
            state = (*self._feedback_store.sample_state(), *(model.version for model in models))
            edition = self._feedback_store.edition
            is_due = edition != self._edition or time.monotonic() - self._computed_at >= _MOST_OFTEN
            if self._found is None or (state != self._state and is_due):
                self._found = service_accuracy(self._feedback_store, models)
                self._state, self._edition, self._computed_at = state, edition, time.monotonic()
            return self._found

    def gauges(self) -> Mapping[tuple[str, Labels], float]:
        """Return the figures for `/metrics`."""
        found = self.current()
        gauges: dict[tuple[str, Labels], float] = {}
        _add(gauges, ALL, found.answers)
        for model in found.models:
            _add(gauges, model.version, model.figures)
        return gauges


def _add(gauges: dict[tuple[str, Labels], float], model: str, figures: Accuracy) -> None:
    for state, count in (
        ("drawn", figures.drawn),
        ("reviewed", figures.reviewed),
        ("trained_on", figures.trained_on),
    ):
        gauges["mltag_service_texts", (("model", model), ("state", state))] = float(count)
    _add_rate(gauges, "mltag_service_accuracy", (("model", model),), figures.accuracy)
    for each in figures.tags:
        labels = ("model", model), ("tag", each.tag)
        _add_rate(gauges, "mltag_service_precision", labels, each.precision)
        _add_rate(gauges, "mltag_service_recall", labels, each.recall)


def _add_rate(gauges: dict[tuple[str, Labels], float], name: str, labels: Labels, rate: Rate) -> None:
    if rate.share is not None:
        for bound, value in (("estimate", rate.share), ("low", rate.low), ("high", rate.high)):
            gauges[name, (*labels, ("bound", bound))] = value
