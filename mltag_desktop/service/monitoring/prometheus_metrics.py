"""Metrics in the Prometheus text format, summed over the workers of a service."""

import contextlib
import json
import os
import threading
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any, Final

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

Labels = tuple[tuple[str, str], ...]

HELP: Final = {
    "mltag_requests_total": "Requests answered, by address and status.",
    "mltag_request_seconds": "Seconds from receiving a request to answering it.",
    "mltag_texts_total": "Texts answered, by source: model, candidate or curator.",
    "mltag_predictions_total": "Predictions by tag.",
    "mltag_confidence": "Confidence of the predictions.",
    "mltag_needs_review_total": "Predictions below the review threshold.",
    "mltag_batch_texts": "Texts per prediction batch.",
    "mltag_feedback_total": "Feedback stored, by verdict.",
    "mltag_compared_total": "Texts predicted by both models of a trial, by agreement.",
    "mltag_cache_total": "Texts looked up in the prediction cache (--cache), by result: hit, miss, failure.",
    "mltag_dropped_total": "Texts to review or compare that were dropped because of load or missing space.",
    "mltag_model_swaps_total": "Number of times the active model changed.",
    "mltag_model_refusals_total": "Number of times a model bundle could not be loaded.",
    "mltag_unwatched_total": "Texts excluded from the drift metrics because of load.",
    "mltag_drift_texts": "Texts in the drift metrics of this worker.",
    "mltag_drift_tags_psi": "Population stability index of the tags against the training data.",
    "mltag_drift_confidence_psi": "Population stability index of the confidence against the training data.",
    "mltag_drift_off_topic_share": "Share of texts with no similar text in the training data.",
    "mltag_drift_spam_share": "Share of texts that look like spam.",
    "mltag_drift_foreign_share": "Share of texts in another script or language.",
    "mltag_drift_vocabulary_coverage": "Share of words in the vocabulary.",
    "mltag_drift_alarm": "1 for each drift check with an alarm.",
    "mltag_service_texts": "Texts drawn at random (--sample), by state: drawn, reviewed or trained_on.",
    "mltag_service_accuracy": "Share of right answers among the reviewed texts drawn at random, 95% bounds.",
    "mltag_service_precision": "Precision of a tag among the reviewed texts drawn at random, 95% bounds.",
    "mltag_service_recall": "Recall of a tag among the reviewed texts drawn at random, 95% bounds.",
    "mltag_in_flight": "Requests in progress in this worker.",
    "mltag_model_info": "Active models of this worker.",
}
BOUNDS: Final = {
    "mltag_request_seconds": (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
    "mltag_confidence": (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0),
    "mltag_batch_texts": (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 1024.0),
}
GAUGES: Final = frozenset(
    name
    for name in HELP
    if name.startswith(("mltag_drift_", "mltag_service_")) or name in {"mltag_in_flight", "mltag_model_info"}
)


class Metrics:
    """The metrics of one worker; threads may share it.

    `folder` is where the workers of a service publish their metrics for each other.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, Labels], float] = {}
        self._seen: dict[tuple[str, Labels], list[float]] = {}

    def count(self, name: str, labels: Labels = (), by: float = 1) -> None:
        """Add to a counter."""
        with self._lock:
            self._counts[name, labels] = self._counts.get((name, labels), 0) + by

    def observe(self, name: str, values: Iterable[float], labels: Labels = ()) -> None:
        """Add values to a histogram; its last two cells are the number and the sum of all values."""
        bounds = BOUNDS[name]
        with self._lock:
            cells = self._seen.setdefault((name, labels), [0.0] * (len(bounds) + 2))
            for value in values:
                place = bisect_left(bounds, value)
                if place < len(bounds):
                    cells[place] += 1
                cells[-2] += 1
                cells[-1] += value

    def value(self, name: str) -> float:
        """Return the value of a counter without labels of this worker."""
        with self._lock:
            return self._counts.get((name, ()), 0)

    def publish(self) -> None:
        """Write the metrics of this worker to `folder`."""
        if self._folder is None:
            return
        target = self._folder / f"{os.getpid()}.json"
        part = target.with_suffix(".part")
        with contextlib.suppress(OSError):  # the next call tries again
            part.write_text(json.dumps(self._snapshot()), encoding="utf-8")
            part.replace(target)

    def text(self, gauges: Mapping[tuple[str, Labels], float]) -> str:
        """Return the summed metrics of all workers and the gauges of this worker in Prometheus format."""
        counts: dict[tuple[str, Labels], float] = dict(gauges)
        seen: dict[tuple[str, Labels], list[float]] = {}
        for kind, name, labels, values in [*self._snapshot(), *self._others()]:
            key = (name, tuple((label, value) for label, value in labels))
            if kind == "count":
                counts[key] = counts.get(key, 0) + values[0]
            else:
                seen[key] = [a + b for a, b in zip(seen.get(key, [0.0] * len(values)), values, strict=True)]
        families: dict[str, Any] = {}
        for (name, labels), value in counts.items():
            family = families.get(name) or families.setdefault(name, _family(name, labels))
            family.add_metric([label for _, label in labels], value)
        for (name, labels), cells in seen.items():
            histogram = families.get(name) or families.setdefault(name, _family(name, labels))
            histogram.add_metric([label for _, label in labels], _buckets(name, cells), cells[-1])
        registry = CollectorRegistry()
        registry.register(_SummedCollector(families.values()))
        return generate_latest(registry).decode()

    def _snapshot(self) -> list[list[Any]]:
        with self._lock:
            counts = [["count", name, labels, [value]] for (name, labels), value in self._counts.items()]
            return counts + [["seen", name, labels, [*cells]] for (name, labels), cells in self._seen.items()]

    def _others(self) -> Iterable[list[Any]]:
        if self._folder is None:
            return
        for path in self._folder.glob("*.json"):
            if path.stem != str(os.getpid()):
                with contextlib.suppress(OSError, ValueError):
                    yield from json.loads(path.read_text(encoding="utf-8"))


class _SummedCollector(Collector):
    """A collector of metric families that are already summed."""

    def __init__(self, families: Iterable[Metric]) -> None:
        self._families = families

    def collect(self) -> Iterable[Metric]:
        return self._families


def _family(name: str, labels: Labels) -> Any:
    if name in GAUGES:
        kind: Any = GaugeMetricFamily
    else:
        kind = HistogramMetricFamily if name in BOUNDS else CounterMetricFamily
    return kind(name, HELP[name], labels=[label for label, _ in labels])


def _buckets(name: str, cells: list[float]) -> list[tuple[str, float]]:
    """Return the cumulative count for each bucket bound, and the total for "+Inf"."""
    bounds = [f"{bound:g}" for bound in BOUNDS[name]]
    return [*zip(bounds, accumulate(cells[:-2]), strict=True), ("+Inf", cells[-2])]
