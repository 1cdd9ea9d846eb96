"""The metric that decides a promotion: its value, and its change between two models.

Values come from the confusion matrix, so any metric can be chosen after a report was made. Intervals and
comparisons are bootstraps of its cells (`statistics/bootstrap.py`), where the report has none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.statistics.bootstrap import (
    Codes,
    Floats,
    draw_counts,
    interval_of,
    tally,
)
from mltag_desktop.core.evaluation.statistics.metrics import Interval
from mltag_desktop.core.evaluation.statistics.significance import LIKELY
from mltag_desktop.core.messages import message

KINDS: Final = ("f1", "precision", "recall", "f_beta", "cost")
_OF_TAG: Final = ("precision", "recall", "f1")
"""Metrics of a tag that a report has with an interval."""

_FEWEST_CHANGED: Final = 4
"""Fewest rows with different tags for a verdict: fewer can all be better or worse by chance."""


@dataclass(frozen=True)
class MetricComparison:
    """The metric of two models on the same rows."""

    before: float
    after: float
    rows: int
    better: int
    """Rows that only the second model has right."""
    worse: int
    verdict: str
    """`better`, `worse`, or `same` when noise explains the change."""
    sureness: float


@dataclass(frozen=True)
class DecidingMetric:
    """F1, precision, recall or F-beta over all rows or of a tag, or the mean cost of a row."""

    kind: str = "f1"
    tag: str = ""
    """Empty for all rows; then precision, recall and F-beta are weighted by support."""
    beta: float = 1.0
    """Weight of recall relative to precision in F-beta (van Rijsbergen, 1979)."""
    costs: tuple[tuple[str, str, float], ...] = ()
    """Cost of an error by true and predicted tag; any other error costs 1, and a right answer nothing."""

    @property
    def lower_is_better(self) -> bool:
        """Whether a smaller value is better."""
        return self.kind == "cost"

    @property
    def words(self) -> str:
        """The name of the metric."""
        if self.kind == "cost":
            return message("mean cost of a record")
        if self.kind == "f_beta":
            if self.tag:
                return message("F{beta:g} of {tag}", beta=self.beta, tag=self.tag)
            return message("F{beta:g}", beta=self.beta)
        if self.kind == "f1":
            return message("F1 of {tag}", tag=self.tag) if self.tag else "F1"
        if self.kind == "precision":
            return message("precision of {tag}", tag=self.tag) if self.tag else message("precision")
        return message("recall of {tag}", tag=self.tag) if self.tag else message("recall")

    def value(self, model: ModelFigures) -> tuple[float, Interval] | None:
        """Return the value of the metric and its 95% interval; None when no row has the tag."""
        if not model.rows:
            return None
        if self.tag and self.kind != "cost":
            figures = model.tags.get(self.tag)
            if figures is None or not figures.support:
                return None
            if self.kind in _OF_TAG:
                return getattr(figures, self.kind), figures.intervals[self.kind]
        elif self.kind in _OF_TAG:
            return getattr(model, self.kind), model.intervals[self.kind]
        matrix = np.array(model.confusion, np.int64)
        truth, predicted = np.nonzero(matrix)
        counts = matrix[truth, predicted]
        point = self._of_cells(counts[None, :].astype(np.float64), truth, predicted, model.tag_order)
        drawn = self._of_cells(draw_counts(counts), truth, predicted, model.tag_order)
        return float(point[0]), interval_of(drawn)

    def compare(self, report: Report) -> MetricComparison | None:
        """Compare the last two models of a report; None where the report cannot tell."""
        if len(report.models) < 2:
            return None
        if self.kind == "f1" and not self.tag and report.paired is not None:
            pair = report.paired
            return MetricComparison(
                pair.f1_a, pair.f1_b, pair.rows, pair.better, pair.worse, pair.verdict, pair.sureness
            )
        for change in report.metric_changes:
            if (change.kind, change.tag) == (self.kind, self.tag):
                return MetricComparison(
                    change.before,
                    change.after,
                    change.rows,
                    change.better,
                    change.worse,
                    change.verdict,
                    change.sureness,
                )
        return self._bootstrapped(report)

    def _bootstrapped(self, report: Report) -> MetricComparison | None:
        tags = report.models[-1].tag_order
        if not report.joint or (self.tag and self.tag not in tags):
            return None
        truth, before, after, counts = np.array(report.joint, np.int64).T
        whole, drawn = counts[None, :].astype(np.float64), draw_counts(counts)
        old, new = (float(self._of_cells(whole, truth, codes, tags)[0]) for codes in (before, after))
        change = self._of_cells(drawn, truth, after, tags) - self._of_cells(drawn, truth, before, tags)
        change = -change if self.lower_is_better else change
        chance = float((change > 0).mean() + (change == 0).mean() / 2)
        verdict, sureness = "same", max(chance, 1 - chance)
        changed = int(counts[before != after].sum())
        is_better = (new > old) != self.lower_is_better
        sure = changed >= _FEWEST_CHANGED and sureness >= LIKELY
        if sure and old != new and (chance > 0.5) == is_better:
            verdict = "better" if is_better else "worse"
        was, now = before == truth, after == truth
        rows = int(counts.sum())
        return MetricComparison(
            old, new, rows, int(counts[now & ~was].sum()), int(counts[was & ~now].sum()), verdict, sureness
        )

    def _of_cells(self, weights: Floats, truth: Codes, predicted: Codes, tags: Sequence[str]) -> Floats:
        """Return the metric of each draw, given `weights` of shape (draws, cells)."""
        if self.kind == "cost":
            cost = {(true, given): each for true, given, each in self.costs}
            of_cell = np.array(
                [
                    0.0 if true == given else cost.get((tags[true], tags[given]), 1.0)
                    for true, given in zip(truth.tolist(), predicted.tolist(), strict=True)
                ]
            )
            means: Floats = (weights @ of_cell) / np.maximum(weights.sum(axis=1), 1.0)
            return means
        counts = tally(weights, truth, predicted, len(tags))
        square = self.beta**2 if self.kind == "f_beta" else 1.0
        if self.kind == "precision":
            values = counts.tag_precision
        elif self.kind == "recall":
            values = counts.tag_recall
        else:
            below = square * counts.support + counts.predicted
            values = (1.0 + square) * counts.right / np.where(below > 0, below, 1.0)
        if self.tag:
            return values[:, list(tags).index(self.tag)]
        weighted: Floats = (values * counts.support).sum(axis=1) / np.maximum(counts.support.sum(axis=1), 1.0)
        return weighted


def checked_costs(costs: object) -> tuple[tuple[str, str, float], ...]:
    """Return the valid entries of stored costs."""
    if not isinstance(costs, list):
        return ()
    return tuple(
        (true, given, float(cost))
        for true, given, cost in (each for each in costs if isinstance(each, list) and len(each) == 3)
        if isinstance(true, str)
        and isinstance(given, str)
        and isinstance(cost, int | float)
        and not isinstance(cost, bool)
        and 0 <= cost < float("inf")
    )


@dataclass(frozen=True)
class Floor:
    """A value that a metric must not fall below."""

    kind: str
    """`precision`, `recall` or `f1`."""
    tag: str
    """Empty for all rows."""
    least: float

    @property
    def metric(self) -> DecidingMetric:
        """The metric."""
        return DecidingMetric(self.kind, self.tag)

    def to_json(self) -> dict[str, object]:
        """Return plain values."""
        return {"kind": self.kind, "tag": self.tag, "least": self.least}

    @staticmethod
    def from_json(data: object) -> "Floor | None":
        """Return the floor that `to_json` wrote; None for invalid data."""
        if not isinstance(data, Mapping):
            return None
        kind, tag, least = data.get("kind"), data.get("tag"), data.get("least")
        valid = kind in _OF_TAG and isinstance(tag, str) and isinstance(least, int | float)
        return Floor(str(kind), str(tag), float(least)) if valid and least and 0 < least <= 1 else None
