"""What decides a promotion: the policy, its metric, and the change between two models.

Decide a promotion: the metric that comes first, and what must not get worse.

Values come from the confusion matrix, so any metric can be chosen after a report was made. Intervals and
comparisons are bootstraps of its cells (`significance.draw_counts`), where the report has none.
"""

import contextlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report, undecided_words
from mltag_desktop.core.evaluation.metrics import Interval
from mltag_desktop.core.evaluation.model_figures import (
    ModelFigures,
    ModelRole,
    name_at_start,
    name_in_sentence,
)
from mltag_desktop.core.evaluation.regressions import MetricComparison, Regression, RegressionKind
from mltag_desktop.core.evaluation.significance import (
    LIKELY,
    Codes,
    Floats,
    counts_in_words,
    draw_counts,
    interval_of,
    likely_verdict,
    percent,
    tally,
)
from mltag_desktop.core.messages import message, parts_of, sentences
from mltag_desktop.core.serialization import from_plain, stored_as, to_plain

KINDS: Final = ("f1", "precision", "recall", "f_beta", "cost")
_OF_TAG: Final = ("precision", "recall", "f1")
"""Metrics of a tag that a report has with an interval."""

_FEWEST_CHANGED: Final = 4
"""Fewest rows with different tags for a verdict: fewer can all be better or worse by chance."""


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
                return change
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


_MOST_BETA: Final = 100.0
_CALIBRATION_KINDS: Final = frozenset({RegressionKind.CALIBRATION, RegressionKind.CONFIDENT})


@dataclass(frozen=True)
class PromotionPolicy(DecidingMetric):
    """The requirements on a promotion: deciding metric, floors, protected tags and slices."""

    protected: tuple[str, ...] = ()
    """Tags whose F1 must not get worse."""
    floors: tuple[Floor, ...] = ()
    protected_slices: tuple[str, ...] = field(default=(), metadata=stored_as("slices"))
    """Slices whose F1 must not get worse."""

    @property
    def metric(self) -> DecidingMetric:
        """The deciding metric."""
        return DecidingMetric(self.kind, self.tag, self.beta, self.costs)

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        default = to_plain(PromotionPolicy())
        always = {"kind", "tag", "protected", *(["beta"] if self.kind == "f_beta" else [])}
        return {key: value for key, value in to_plain(self).items() if key in always or value != default[key]}

    @staticmethod
    def from_json(data: Mapping[str, Any] | None) -> "PromotionPolicy":
        """Return the policy that `to_json` wrote; the default for invalid data."""
        with contextlib.suppress(MltagError):
            found = from_plain(PromotionPolicy, data or {})
            floors = [floor.kind in _OF_TAG and 0 <= floor.least <= 1 for floor in found.floors]
            costs = [0 <= cost < math.inf for _, _, cost in found.costs]
            if found.kind in KINDS and 0 < found.beta <= _MOST_BETA and all(floors) and all(costs):
                return found
        return PromotionPolicy()


def headline(report: Report, policy: PromotionPolicy) -> str:
    """Return a sentence with the verdict on the deciding metric and its certainty."""
    if policy.metric == DecidingMetric() or not report.models or report.by_confidence:
        return report.headline
    model = report.models[-1]
    new = policy.value(model)
    if new is None:
        lacks = message("No row here has the tag {tag}.", tag=policy.tag)
        first, *others = parts_of(report.headline)
        return sentences(sentences(lacks, first), *others)
    change = policy.compare(report)
    figure, (low, high) = new
    if change is None:
        return message(
            "The {words} is {figure:.3f} ({low:.3f} to {high:.3f}) for {named}.",
            words=policy.words,
            figure=figure,
            low=low,
            high=high,
            named=name_in_sentence(model),
        )
    old = name_in_sentence(report.models[-2])
    against = message(
        "{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}",
        words=policy.words,
        after=change.after,
        before=change.before,
        rows=change.rows,
        counts_in_words=counts_in_words(change.better, change.worse),
    )
    if change.verdict == "same":
        return undecided_words(name_in_sentence(model), old, against, change.after - change.before)
    return message(
        "{new} is {verdict} than {old}: {against} ({sure}).",
        new=name_at_start(model),
        verdict=likely_verdict(change.verdict, change.sureness),
        old=old,
        against=against,
        sure=percent(change.sureness),
    )


def blocking_regressions(report: Report, policy: PromotionPolicy) -> tuple[Regression, ...]:
    """Return the regressions that must be confirmed before promotion.

    These are regressions of the deciding metric, of protected tags and slices, of behavioural tests and of
    the calibration, and metrics below their floors. What noise may explain does not count.
    """
    reports: tuple[Report, ...] = (report, *report.others)
    blocking = [regression for regression in _on_rows(report, policy) if regression.likely]
    first = report.on_rows(report.reading_order()[0])
    if first is not report:
        blocking += [
            replace(regression, where=first.rows_in_words)
            for regression in _on_rows(first, policy)
            if regression.likely and regression.kind != RegressionKind.BEHAVIOUR
        ]
    blocking += [
        regression for regression in report.regressions if regression.kind == RegressionKind.BEHAVIOUR
    ]
    blocking += [
        replace(regression, where="" if each is report else each.rows_in_words)
        for each in reports
        for regression in each.regressions
        if regression.kind == RegressionKind.SLICE
        and regression.name in policy.protected_slices
        and regression.likely
    ]
    blocking += _below_floors(report, policy)
    return (*blocking, *_calibration_regressions(report, report), *calibration_regressions(report))


def _on_rows(report: Report, policy: PromotionPolicy) -> list[Regression]:
    """Return the regressions of the deciding metric and of protected tags on the rows of one report."""
    blocking: list[Regression] = []
    compared = policy.compare(report)
    if len(report.models) > 1:
        old, new = (policy.value(model) for model in report.models[-2:])
        if old is not None and new is not None:
            loss = new[0] - old[0] if policy.lower_is_better else old[0] - new[0]
            if loss > 1e-9:
                against = compared or report.paired
                likely, rows = against is not None and against.verdict == "worse", report.rows
                rows = compared.rows if compared else rows
                blocking.append(Regression(RegressionKind.METRIC, policy.words, old[0], new[0], rows, likely))
    return [
        *blocking,
        *(
            regression
            for regression in report.regressions
            if regression.kind == RegressionKind.TAG and regression.name in policy.protected
        ),
    ]


def _below_floors(report: Report, policy: PromotionPolicy) -> list[Regression]:
    """Return the floors that the last model does not reach.

    They are checked on the rows of the report and on those that it opens on; where neither can tell, on the
    first other rows that can.
    """
    broken = []
    order = report.reading_order()
    for floor in policy.floors:
        measured = [_measured(report, place, floor) for place in dict.fromkeys((order[0], 0, *order))]
        known = [each for each in measured[: 2 if order[0] else 1] if each is not None]
        known = known or [each for each in measured if each is not None][:1]
        broken += [each for each in known if each.after < floor.least - 1e-9]
        if not known:
            broken.append(
                Regression(RegressionKind.FLOOR, floor.metric.words, floor.least, 0.0, 0, likely=True)
            )
    return broken


def _measured(report: Report, place: int, floor: Floor) -> Regression | None:
    """Return a floor and the value of the last model on an evaluation set; None if its rows cannot tell."""
    each = report.on_rows(place)
    found = floor.metric.value(each.models[-1]) if each.models else None
    if found is None:
        return None
    value, (_, high) = found
    rows = each.models[-1].tags[floor.tag].support if floor.tag else each.rows
    where = "" if place == 0 else each.rows_in_words
    likely = high < floor.least
    return Regression(RegressionKind.FLOOR, floor.metric.words, floor.least, value, rows, likely, where)


def calibration_regressions(report: Report) -> tuple[Regression, ...]:
    """Return the calibration regressions on the other rows of the report."""
    return tuple(
        regression for other in report.others for regression in _calibration_regressions(other, report)
    )


def _calibration_regressions(report: Report, whole: Report) -> list[Regression]:
    """Return the calibration regressions of `report`, if it compares the same two models as `whole`."""
    before = report.models[-2] if len(report.models) > 1 else None
    compared = whole.models[-2].version if len(whole.models) > 1 else ""
    if before is None or (before.role != ModelRole.ACTIVE and before.version != compared):
        return []
    return [
        replace(regression, where=report.rows_in_words)
        for regression in report.regressions
        if regression.kind in _CALIBRATION_KINDS
    ]


def to_json(report: Report, policy: PromotionPolicy) -> dict[str, Any]:
    """Return a report as JSON values, with the metric, headline and blocking regressions under `policy`."""
    decided = {
        "metric": policy.words,
        "protected": list(policy.protected),
        "policy": policy.to_json(),
        "headline": headline(report, policy),
        "caution": report.caution,
        "gate": [vars(regression) for regression in blocking_regressions(report, policy)],
    }
    return {**report.to_json(), "first": decided}
