"""Render a report as one HTML page without external files, for light and dark screens and for print."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mltag_desktop.core.evaluation.evaluation_report import Report, name_in_sentence, name_in_words
from mltag_desktop.core.evaluation.html.page_language import ENGLISH, PageLanguage
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
from mltag_desktop.core.evaluation.regressions import RegressionKind
from mltag_desktop.core.evaluation.slices import slice_in_words
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.messages import Message, message
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD

SHOWN: Final = 100
"""Prediction changes listed on the page."""
_WORST: Final = 30
"""Confused pairs listed where the matrix would be too large."""
_F1: Final = PromotionPolicy()
_CALLED: Final = {
    ModelRole.MAJORITY: message("Majority"),
    ModelRole.RULES: message("Rules"),
    ModelRole.EARLIER: message("Earlier"),
    ModelRole.BUNDLED: message("Bundled"),
    ModelRole.ACTIVE: message("Active"),
    ModelRole.CANDIDATE: message("Candidate"),
}
_KINDS: Final = {
    RegressionKind.TAG: message("tag"),
    RegressionKind.SLICE: message("slice"),
    RegressionKind.BEHAVIOUR: message("behaviour test"),
    RegressionKind.METRIC: message("metric"),
    RegressionKind.CALIBRATION: message("calibration"),
    RegressionKind.FLOOR: message("floor"),
    RegressionKind.CONFIDENT: message("confident"),
}


def to_html(report: Report, policy: PromotionPolicy = _F1, language: PageLanguage = ENGLISH) -> str:
    """Return the page; `policy` decides headline and promotion checks."""
    return _rendered("report.html.j2", report, policy, language)


def to_summary(report: Report, policy: PromotionPolicy = _F1, language: PageLanguage = ENGLISH) -> str:
    """Return a short page of plain tables for print: headline, models, tags and confusions."""
    return _rendered("summary.html.j2", report, policy, language)


def _rendered(template: str, report: Report, policy: PromotionPolicy, language: PageLanguage) -> str:
    return (
        _environment(language)
        .get_template(template)
        .render(
            report=report,
            policy=policy,
            headline=headline(report, policy),
            blocking=blocking_regressions(report, policy),
            regressions=(*report.regressions, *calibration_regressions(report)),
        )
    )


@cache
def _environment(language: PageLanguage) -> Environment:
    """Return the template environment; names, tags and texts of a report are escaped, messages translated."""
    environment = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        finalize=lambda value: language.say(value) if isinstance(value, Message) else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        most_tags=MOST_TAGS,
        shown_changes=SHOWN,
        language=language,
        t=language.text,
        tn=language.plural,
        num=language.figure,
    )

    def named(model: ModelFigures) -> str:
        return language.say(name_in_words(model))

    filters: dict[str, Callable[..., Any]] = {
        "called": _called,
        "called_by_version": _called_by_version,
        "first_upper": lambda words: words[:1].upper() + words[1:],
        "headline": headline,
        "kind_in_words": _KINDS.__getitem__,
        "regression_name": language.name_regression,
        "regression_words": language.describe_regression,
        "model_heads": lambda report: [
            message("{model} F1", model=_called(model)) for model in report.listed
        ],
        "name_in_sentence": name_in_sentence,
        "say": language.say,
        "slice_in_words": slice_in_words,
        "threshold_models": _threshold_models,
        "worst_confusions": _worst_confusions,
        "confusion_svg": lambda model: confusion_svg(model, named(model), language),
        "interval_svg": _interval_svg,
        "reliability_svg": lambda model: reliability_svg(model.reliability, named(model), language),
        "trade_off_svg": lambda model, report: precision_recall_svg(
            model.curves[""], _review_threshold(report), named(model), language
        ),
        "threshold_svg": lambda model: threshold_svg(model.curves[""], named(model), language),
        "versions_svg": lambda models: versions_svg(
            [(model.version[:6], model.f1, model.intervals["f1"]) for model in models], language
        ),
    }
    environment.filters.update(filters)
    return environment


def _called(model: ModelFigures) -> str:
    return _CALLED.get(model.role, model.version)


def _called_by_version(report: Report, version: str) -> str:
    return next(_called(model) for model in report.listed if model.version == version)


def _review_threshold(report: Report) -> float:
    return DEFAULT_REVIEW_THRESHOLD if report.review_threshold is None else report.review_threshold


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
