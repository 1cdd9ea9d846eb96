"""Promotion policy: the metric that decides the headline, and the tags that must not get worse."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from mltag_desktop.core.evaluation.evaluation_report import (
    Report,
    name_at_start,
    name_in_sentence,
    name_in_words,
)
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.regressions import MetricChange, Regression, RegressionKind
from mltag_desktop.core.evaluation.statistics.metrics import Interval
from mltag_desktop.core.evaluation.statistics.significance import counts_in_words, likelihood, percent
from mltag_desktop.core.messages import message, parts_of, sentences

KINDS: Final = ("f1", "precision", "recall")
_CALIBRATION_KINDS: Final = frozenset({RegressionKind.CALIBRATION, RegressionKind.CONFIDENT})


@dataclass(frozen=True)
class PromotionPolicy:
    """A promotion policy: F1 over all rows, or precision or recall of a tag, and the protected tags."""

    kind: str = "f1"
    tag: str = ""
    """The tag of precision or recall; empty for F1."""
    protected: tuple[str, ...] = ()
    """Tags whose F1 must not get worse."""

    @property
    def words(self) -> str:
        """The name of the metric."""
        if self.kind == "f1" or not self.tag:
            return "F1"
        if self.kind == "precision":
            return message("precision of {tag}", tag=self.tag)
        return message("recall of {tag}", tag=self.tag)

    def to_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {"kind": self.kind, "tag": self.tag, "protected": list(self.protected)}

    @staticmethod
    def from_json(data: Mapping[str, Any] | None) -> "PromotionPolicy":
        """Return the policy that `to_json` wrote; the default policy for invalid data."""
        if not data or data.get("kind") not in KINDS:
            return PromotionPolicy()
        tag, protected = data.get("tag"), data.get("protected")
        names = (
            tuple(name for name in protected if isinstance(name, str)) if isinstance(protected, list) else ()
        )
        if data["kind"] == "f1" or not isinstance(tag, str) or not tag:
            return PromotionPolicy(protected=names)
        return PromotionPolicy(data["kind"], tag, names)

    def value(self, model: ModelFigures) -> tuple[float, Interval] | None:
        """Return the value of the metric and its 95% interval; None when no row has the tag."""
        if self.kind == "f1" or not self.tag:
            return model.f1, model.intervals["f1"]
        figures = model.tags.get(self.tag)
        if figures is None or not figures.support:
            return None
        return (
            (figures.precision, figures.intervals["precision"])
            if self.kind == "precision"
            else (figures.recall, figures.intervals["recall"])
        )


def headline(report: Report, policy: PromotionPolicy) -> str:
    """Return a sentence with the verdict on the deciding metric and its certainty."""
    if policy.words == "F1" or not report.models or report.by_confidence:
        return report.headline
    model = report.models[-1]
    new = policy.value(model)
    if new is None:
        lacks = message("No row here has the tag {tag}.", tag=policy.tag)
        first, *others = parts_of(report.headline)
        return sentences(sentences(lacks, first), *others)
    change = _change(report, policy)
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
    old = name_in_words(report.models[-2])
    against = message(
        "{words} {after:.3f} against {before:.3f} on {rows:,} rows; {counts_in_words}",
        words=policy.words,
        after=change.after,
        before=change.before,
        rows=change.rows,
        counts_in_words=counts_in_words(change.better, change.worse),
    )
    if change.verdict == "same":
        return message(
            "No clear difference between {named} and {old}: {against}.",
            named=name_in_sentence(model),
            old=old,
            against=against,
        )
    return message(
        "{new} is {verdict} than {old}: {against} ({sure}).",
        new=name_at_start(model),
        verdict=likelihood(change.verdict, change.sureness),
        old=old,
        against=against,
        sure=percent(change.sureness),
    )


def blocking_regressions(report: Report, policy: PromotionPolicy) -> tuple[Regression, ...]:
    """Return the regressions that must be confirmed before promotion.

    These are regressions of the deciding metric, of protected tags, of behavioural tests and of the
    calibration, on any of the rows. A metric counts as worse when it fell; `likely` says whether the change
    is more than noise.
    """
    blocking: list[Regression] = []
    if len(report.models) > 1:
        old, new = (policy.value(model) for model in report.models[-2:])
        change = _change(report, policy)
        if old is not None and new is not None and new[0] < old[0] - 1e-9:
            if change is not None:
                likely, rows = change.verdict == "worse", change.rows
            else:
                likely = report.paired is not None and report.paired.verdict == "worse"
                rows = report.rows
            blocking.append(Regression(RegressionKind.METRIC, policy.words, old[0], new[0], rows, likely))
    blocking += [
        regression
        for regression in report.regressions
        if regression.kind == RegressionKind.BEHAVIOUR
        or (regression.kind == RegressionKind.TAG and regression.name in policy.protected)
    ]
    return (*blocking, *_calibration_regressions(report, report), *calibration_regressions(report))


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
        replace(regression, where=report.name)
        for regression in report.regressions
        if regression.kind in _CALIBRATION_KINDS
    ]


def to_json(report: Report, policy: PromotionPolicy) -> dict[str, Any]:
    """Return a report as JSON values, with the metric, headline and blocking regressions under `policy`."""
    decided = {
        "metric": policy.words,
        "protected": list(policy.protected),
        "headline": headline(report, policy),
        "gate": [vars(regression) for regression in blocking_regressions(report, policy)],
    }
    return {**report.to_json(), "first": decided}


def _change(report: Report, policy: PromotionPolicy) -> MetricChange | None:
    wanted = (policy.kind, policy.tag)
    return next((change for change in report.metric_changes if (change.kind, change.tag) == wanted), None)
