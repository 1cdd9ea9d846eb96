"""Metrics for Prometheus, of all workers of a service.

Workers share their values through `prometheus_client`'s multiprocess mode: the launcher sets the variable
`FOLDER` before the library is imported. A gauge says how the values of several workers become one.
"""

import contextlib
import os
import struct
import threading
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client import disable_created_metrics as disable_times
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from mltag_desktop.core.serving.service_accuracy import Accuracy, Rate, ServiceAccuracy

FOLDER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""The environment variable with the folder of the workers' values; empty for a single worker."""
_ATTEMPTS: Final = 100
ALL: Final = "all"
"""The label of all answers, whichever model gave them."""
_COUNTERS: Final = {
    "mltag_requests_total": "Requests answered, by address and status.",
    "mltag_texts_total": "Texts answered, by source: model, candidate or curator.",
    "mltag_predictions_total": "Predictions by tag.",
    "mltag_needs_review_total": "Predictions below the review threshold.",
    "mltag_feedback_total": "Feedback stored, by verdict.",
    "mltag_compared_total": "Texts predicted by both models of a trial, by agreement.",
    "mltag_cache_total": "Texts looked up in the prediction cache (--cache), by result: hit, miss, failure.",
    "mltag_dropped_total": "Texts to review or compare that were dropped because of load or missing space.",
    "mltag_model_swaps_total": "Number of times the active model changed.",
    "mltag_model_refusals_total": "Number of times a model bundle could not be loaded.",
    "mltag_unwatched_total": "Texts excluded from the drift metrics because of load.",
}
_HISTOGRAMS: Final = {
    "mltag_request_seconds": (
        "Seconds from receiving a request to answering it.",
        (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
    ),
    "mltag_confidence": (
        "Confidence of the predictions.",
        (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0),
    ),
    "mltag_batch_texts": (
        "Texts per prediction batch.",
        (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 1024.0),
    ),
}
_GAUGES: Final[Mapping[str, tuple[str, Literal["livesum", "livemax", "livemin"]]]] = {
    "mltag_in_flight": ("Requests in progress.", "livesum"),
    "mltag_drift_texts": ("Texts in the drift metrics.", "livesum"),
    "mltag_drift_tags_psi": (
        "Population stability index of the tags against the training data.", "livemax"
    ),
    "mltag_drift_confidence_psi": (
        "Population stability index of the confidence against the training data.", "livemax"
    ),
    "mltag_drift_off_topic_share": ("Share of texts that are off topic.", "livemax"),
    "mltag_drift_spam_share": ("Share of texts that look like spam.", "livemax"),
    "mltag_drift_foreign_share": ("Share of texts in another script or language.", "livemax"),
    "mltag_drift_vocabulary_coverage": ("Share of words in the vocabulary.", "livemin"),
    "mltag_drift_alarm": ("1 for each drift check with an alarm, 0 after it.", "livemax"),
}  # fmt: skip
_COMPUTED: Final = {
    "mltag_model_info": "Active model and candidate.",
    "mltag_service_texts": "Texts drawn at random (--sample), by state: drawn, reviewed or trained_on.",
    "mltag_service_accuracy": "Share of right answers among the reviewed texts drawn at random, 95% bounds.",
    "mltag_service_precision": "Precision of a tag among the reviewed texts drawn at random, 95% bounds.",
    "mltag_service_recall": "Recall of a tag among the reviewed texts drawn at random, 95% bounds.",
}
disable_times()  # type: ignore[no-untyped-call]


class Metrics:
    """The metrics of one worker; threads may share it. A metric appears once it has a value."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._lock = threading.Lock()
        self._metrics: dict[str, Any] = {}

    def count(self, name: str, by: float = 1, **labels: str) -> None:
        """Add to a counter."""
        self._metric(name, labels).inc(by)

    def observe(self, name: str, values: Iterable[float], **labels: str) -> None:
        """Add values to a histogram."""
        metric = self._metric(name, labels)
        for value in values:
            metric.observe(value)

    def set(self, name: str, value: float, **labels: str) -> None:
        """Set a gauge."""
        self._metric(name, labels).set(value)

    def text(self, versions: Mapping[str, str], accuracy: ServiceAccuracy) -> str:
        """Return the metrics of all workers in Prometheus format; `versions` has the models by role."""
        measured = _of_all_workers() if os.environ.get(FOLDER) else generate_latest(self._registry)
        computed = _Computed()
        for role, version in versions.items():
            computed.add("mltag_model_info", 1, role=role, version=version)
        computed.add_accuracy(ALL, accuracy.answers)
        for model in accuracy.models:
            computed.add_accuracy(model.version, model.figures)
        registry = CollectorRegistry()
        registry.register(computed)
        return (measured + generate_latest(registry)).decode()

    def _metric(self, name: str, labels: Mapping[str, str]) -> Any:
        metric = self._metrics.get(name)
        if metric is None:
            with self._lock:
                metric = self._metrics.get(name) or self._made(name, [*labels])
                self._metrics[name] = metric
        return metric.labels(**labels) if labels else metric

    def _made(self, name: str, labels: list[str]) -> Any:
        if name in _COUNTERS:
            return Counter(name, _COUNTERS[name], labels, registry=self._registry)
        if name in _HISTOGRAMS:
            words, bounds = _HISTOGRAMS[name]
            return Histogram(name, words, labels, registry=self._registry, buckets=bounds)
        words, mode = _GAUGES[name]
        return Gauge(name, words, labels, registry=self._registry, multiprocess_mode=mode)


def _of_all_workers() -> bytes:
    """Return the values of all workers; a file that a worker is just making is read again."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    for _ in range(_ATTEMPTS):
        with contextlib.suppress(struct.error):  # the file is still empty
            return generate_latest(registry)
    return generate_latest(registry)


class _Computed(Collector):
    """Gauges that every worker computes alike when it is asked, so that they are not shared."""

    def __init__(self) -> None:
        self._families: dict[str, GaugeMetricFamily] = {}

    def collect(self) -> Iterable[Metric]:
        """Return the gauges, for the registry."""
        return self._families.values()

    def add(self, name: str, value: float, **labels: str) -> None:
        """Add a value."""
        if name not in self._families:
            self._families[name] = GaugeMetricFamily(name, _COMPUTED[name], labels=[*labels])
        self._families[name].add_metric([*labels.values()], value)

    def add_accuracy(self, model: str, figures: Accuracy) -> None:
        """Add the accuracy of a model, or of all."""
        for state in ("drawn", "reviewed", "trained_on"):
            self.add("mltag_service_texts", getattr(figures, state), model=model, state=state)
        self._add_rate("mltag_service_accuracy", figures.accuracy, model=model)
        for each in figures.tags:
            self._add_rate("mltag_service_precision", each.precision, model=model, tag=each.tag)
            self._add_rate("mltag_service_recall", each.recall, model=model, tag=each.tag)

    def _add_rate(self, name: str, rate: Rate, **labels: str) -> None:
        if rate.share is not None:
            for bound, value in (("estimate", rate.share), ("low", rate.low), ("high", rate.high)):
                self.add(name, value, **labels, bound=bound)
