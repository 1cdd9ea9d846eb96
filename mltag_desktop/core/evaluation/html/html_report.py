"""Render a report as one HTML page without external files, for light and dark screens and for print."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mltag_desktop.core.evaluation.evaluation_report import Report, name_in_words
from mltag_desktop.core.evaluation.html.svg_charts import (
    MOST_TAGS,
    confusion_svg,
    interval_svg,
    precision_recall_svg,
    reliability_svg,
    threshold_svg,
    versions_svg,
)
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.promotion_gate import (
    PromotionPolicy,
    blocking_regressions,
    calibration_regressions,
    headline,
)
from mltag_desktop.core.evaluation.regressions import Regression, RegressionKind
from mltag_desktop.core.evaluation.slices import slice_in_words
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD

SHOWN: Final = 100
"""Prediction changes listed on the page."""
_WORST: Final = 30
"""Confused pairs listed where the matrix would be too large."""
_F1: Final = PromotionPolicy()


def to_html(report: Report, policy: PromotionPolicy = _F1) -> str:
    """Return the page; `policy` decides headline and promotion checks."""
    return _rendered("report.html.j2", report, policy)


def to_summary(report: Report, policy: PromotionPolicy = _F1) -> str:
    """Return a short page of plain tables for print: headline, models, tags and confusions."""
    return _rendered("summary.html.j2", report, policy)


def _rendered(template: str, report: Report, policy: PromotionPolicy) -> str:
    return (
        _environment()
        .get_template(template)
        .render(
            report=report,
            policy=policy,
            headline=headline(report, policy),
            blocking=blocking_regressions(report, policy),
            regressions=(*report.regressions, *calibration_regressions(report)),
        )
    )


def regression_name(regression: Regression) -> str:
    """Return the name of a regression, with the rows it was measured on where they are not the report's."""
    return f"{regression.name} on {regression.where}" if regression.where else regression.name


def regression_words(regression: Regression) -> str:
    """Return a description of one regression, and whether noise may explain it."""
    if regression.kind == RegressionKind.BEHAVIOUR:
        return f"the behaviour test {regression.name} now fails"
    if regression.kind == RegressionKind.FLOOR and not regression.rows:
        return f"the {regression.name} has a floor of {regression.before:.3f} and cannot be measured"
    doubt = "" if regression.likely else " (perhaps by chance)"
    if regression.kind == RegressionKind.FLOOR:
        reached = f"is {regression.after:.3f}, below its floor of {regression.before:.3f}"
        return f"{regression_name(regression)} {reached}{doubt}"
    return f"{regression_name(regression)} from {regression.before:.3f} to {regression.after:.3f}{doubt}"


@cache
def _environment() -> Environment:
    """Return the template environment; names, tags and texts of a report are escaped."""
    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(most_tags=MOST_TAGS, shown_changes=SHOWN)
    filters: dict[str, Callable[..., Any]] = {
        "called": _called,
        "called_by_version": _called_by_version,
        "headline": headline,
        "regression_name": regression_name,
        "regression_words": regression_words,
        "model_heads": lambda report: [f"{_called(model)} F1" for model in report.listed],
        "name_in_words": name_in_words,
        "slice_in_words": slice_in_words,
        "threshold_models": _threshold_models,
        "worst_confusions": _worst_confusions,
        "confusion_svg": lambda model: confusion_svg(model, name_in_words(model)),
        "interval_svg": _interval_svg,
        "reliability_svg": lambda model: reliability_svg(model.reliability, name_in_words(model)),
        "trade_off_svg": _trade_off_svg,
        "threshold_svg": lambda model: threshold_svg(model.curves[""], name_in_words(model)),
        "versions_svg": _versions_svg,
    }
    environment.filters.update(filters)
    return environment


def _called(model: ModelFigures) -> str:
    if model.role == ModelRole.ACTIVE:
        return "Active"
    return model.version if model.role == ModelRole.MODEL else model.role.capitalize()


def _called_by_version(report: Report, version: str) -> str:
    return next(_called(model) for model in report.listed if model.version == version)


def _trade_off_svg(model: ModelFigures, report: Report) -> str:
    below = DEFAULT_REVIEW_THRESHOLD if report.review_threshold is None else report.review_threshold
    return precision_recall_svg(model.curves[""], below, name_in_words(model))


def _threshold_models(report: Report) -> list[ModelFigures]:
    """Return the last two models with curves, the active one and the candidate."""
    return [model for model in report.models if model.curves.get("") and not model.is_baseline][-2:]


def _worst_confusions(model: ModelFigures) -> list[tuple[int, str, str]]:
    """Return the most frequent confusions as (rows, true tag, predicted tag)."""
    cells = [
        (count, true, predicted)
        for true, counts in zip(model.tag_order, model.confusion, strict=True)
        for predicted, count in zip(model.tag_order, counts, strict=True)
        if count and true != predicted
    ]
    return sorted(cells, key=lambda cell: (-cell[0], cell[1], cell[2]))[:_WORST]


def _interval_svg(model: ModelFigures, report: Report) -> str:
    low = min(other.intervals["f1"][0] for other in report.listed)
    return interval_svg(model.f1, model.intervals["f1"], (low, 1.0))


def _versions_svg(models: Sequence[ModelFigures]) -> str:
    return versions_svg([(model.version[:6], model.f1, model.intervals["f1"]) for model in models])
