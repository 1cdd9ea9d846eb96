"""Promotion policy: the metric that decides the headline, and what must not get worse."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from mltag_desktop.core.evaluation.deciding_metric import KINDS, DecidingMetric, Floor, checked_costs
from mltag_desktop.core.evaluation.evaluation_report import Report, undecided_words
from mltag_desktop.core.evaluation.model_figures import (
    ModelFigures,
    ModelRole,
    name_at_start,
    name_in_sentence,
)
from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind
from mltag_desktop.core.evaluation.statistics.metrics import Interval
from mltag_desktop.core.evaluation.statistics.significance import counts_in_words, likely_verdict, percent
from mltag_desktop.core.messages import message, parts_of, sentences

_MOST_BETA: Final = 100.0
_CALIBRATION_KINDS: Final = frozenset({RegressionKind.CALIBRATION, RegressionKind.CONFIDENT})


@dataclass(frozen=True)
class PromotionPolicy:
    """The requirements on a promotion: deciding metric, floors, protected tags and slices."""

    kind: str = "f1"
    tag: str = ""
    """The tag of the deciding metric; empty for all rows."""
    protected: tuple[str, ...] = ()
    """Tags whose F1 must not get worse."""
    beta: float = 1.0
    """For F-beta: how much more recall counts than precision."""
    costs: tuple[tuple[str, str, float], ...] = ()
    """For the cost: true tag, predicted tag and cost of errors that do not cost 1."""
    floors: tuple[Floor, ...] = ()
    protected_slices: tuple[str, ...] = ()
    """Slices whose F1 must not get worse."""

    @property
    def metric(self) -> DecidingMetric:
        """The deciding metric."""
        return DecidingMetric(self.kind, self.tag, self.beta, self.costs)

    @property
    def words(self) -> str:
        """The name of the metric."""
        return self.metric.words

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        values: dict[str, Any] = {"kind": self.kind, "tag": self.tag, "protected": list(self.protected)}
        if self.kind == "f_beta":
            values["beta"] = self.beta
        if self.costs:
            values["costs"] = [list(cost) for cost in self.costs]
        if self.floors:
            values["floors"] = [floor.to_json() for floor in self.floors]
        if self.protected_slices:
            values["slices"] = list(self.protected_slices)
        return values

    @staticmethod
    def from_json(data: Mapping[str, Any] | None) -> "PromotionPolicy":
        """Return the policy that `to_json` wrote; defaults in place of invalid values."""
        if not data or data.get("kind") not in KINDS:
            return PromotionPolicy()
        kind, tag, beta, floors = (data.get(key) for key in ("kind", "tag", "beta", "floors"))
        kept = PromotionPolicy(
            protected=_names(data.get("protected")),
            costs=checked_costs(data.get("costs")),
            floors=tuple(
                floor
                for floor in map(Floor.from_json, floors if isinstance(floors, list) else [])
                if floor is not None
            ),
            protected_slices=_names(data.get("slices")),
        )
        valid_beta = isinstance(beta, int | float) and 0 < beta <= _MOST_BETA
        if not isinstance(tag, str) or (kind == "f_beta" and not valid_beta):
            return kept
        return replace(
            kept,
            kind=str(kind),
            tag="" if kind == "cost" else tag,
            beta=float(beta) if kind == "f_beta" and isinstance(beta, int | float) else 1.0,
        )

    def value(self, model: ModelFigures) -> tuple[float, Interval] | None:
        """Return the value of the metric and its 95% interval; None when no row has the tag."""
        return self.metric.value(model)


def _names(values: object) -> tuple[str, ...]:
    return tuple(name for name in values if isinstance(name, str)) if isinstance(values, list) else ()


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
    change = policy.metric.compare(report)
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
    compared = policy.metric.compare(report)
    if len(report.models) > 1:
        old, new = (policy.value(model) for model in report.models[-2:])
        if old is not None and new is not None:
            loss = new[0] - old[0] if policy.metric.lower_is_better else old[0] - new[0]
            if loss > 1e-9:
                likely = compared.verdict == "worse" if compared else _is_worse(report)
                rows = compared.rows if compared else report.rows
                blocking.append(Regression(RegressionKind.METRIC, policy.words, old[0], new[0], rows, likely))
    return [
        *blocking,
        *(
            regression
            for regression in report.regressions
            if regression.kind == RegressionKind.TAG and regression.name in policy.protected
        ),
    ]


def _is_worse(report: Report) -> bool:
    return report.paired is not None and report.paired.verdict == "worse"


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
