"""The charts of a report, made once for the window and the HTML page, and their descriptions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import CurvePoint, Figures, Interval, working_point
from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.messages import (
    NumberText,
    join,
    message,
    message_plural,
    probability_words,
    sentences,
)
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD

_GOOD: Final = 0.95


class Style(StrEnum):
    """How a series is drawn."""

    MAIN = "main"
    """A line in the accent colour, with marks."""
    EARLIER = "earlier"
    """A thin grey line, with open marks."""
    DASHED = "dashed"
    LINE = "line"
    """A line in the accent colour without marks."""
    MARK = "mark"
    """One large open mark."""


@dataclass(frozen=True)
class Point:
    """A point of a series."""

    x: float
    y: float
    words: str = ""
    """Its tooltip."""
    interval: Interval | None = None
    """The 95% interval of `y`."""
    weight: float = 0.2
    """The size of its mark, from 0 to 1."""
    thing: Any = None
    """What a click on it asks for."""


@dataclass(frozen=True)
class Series:
    """Points of one style."""

    style: Style
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Chart:
    """A chart: its name, the names of its axes, its series and a description."""

    name: str
    across: str
    up: str
    series: tuple[Series, ...]
    words: str
    """What the chart shows, for a screen reader and for a line below it."""
    low: float = 0.0
    """The lower end of the vertical axis; the upper end is 1."""
    labels: tuple[str, ...] = ()
    """Labels of the places 0, 1, … of the horizontal axis; empty for shares from 0 to 1."""
    has_diagonal: bool = False


def review_threshold(report: Report) -> float:
    """Return the confidence below which predictions are reviewed."""
    return DEFAULT_REVIEW_THRESHOLD if report.review_threshold is None else report.review_threshold


def reliability_chart(models: Sequence[ModelFigures]) -> Chart:
    """Return the accuracy by confidence of one or two models, the most important one last."""
    series = []
    for model in models:
        filled = [each for each in model.reliability if each.rows]
        most = max((each.rows for each in filled), default=1)
        points = (
            Point(
                each.confidence,
                each.accuracy,
                message_plural(
                    "{n:,} row: {expected} expected, {accuracy:.2f} correct",
                    "{n:,} rows: {expected} expected, {accuracy:.2f} correct",
                    each.rows,
                    expected=NumberText(probability_words(each.confidence)),
                    accuracy=each.accuracy,
                ),
                each.interval,
                (each.rows / most) ** 0.5,
                (each.low, each.high),
            )
            for each in filled
        )
        series.append(Series(Style.MAIN if model is models[-1] else Style.EARLIER, tuple(points)))
    signs = ("○", "◆")[-len(models) :]
    lines = [join(" ", (sign, calibration_line(model))) for sign, model in zip(signs, models, strict=True)]
    return Chart(
        message("Reliability of {models}", models=join(", ", [model.label for model in models])),
        message("confidence"),
        message("share correct"),
        tuple(series),
        join("\n", lines),
        has_diagonal=True,
    )


def threshold_chart(name: str, points: Sequence[CurvePoint]) -> Chart:
    """Return precision and recall by confidence threshold; `name` is a tag, or a name of all tags."""
    precision, recall = [], []
    for point in points:
        words = message_plural(
            "at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} prediction",
            "at {threshold:.2f} or above: precision {precision:.3f}, recall {recall:.3f}, {n:,} predictions",
            point.rows,
            threshold=point.threshold,
            precision=point.precision,
            recall=point.recall,
        )
        precision.append(Point(point.threshold, point.precision, words, thing=point.threshold))
        recall.append(Point(point.threshold, point.recall))
    return Chart(
        message("Precision and recall by threshold of {name}", name=name),
        message("confidence threshold"),
        message("share"),
        (Series(Style.DASHED, tuple(recall)), Series(Style.MAIN, tuple(precision))),
        message("◆ precision, dashed: recall. {words}", words=threshold_words(points)),
    )


def trade_off_chart(name: str, points: Sequence[CurvePoint], threshold: float) -> Chart:
    """Return precision against recall, with a mark at the review threshold."""
    words = working_point_words(points, threshold)
    at = working_point(points, threshold)
    curve = Series(Style.LINE, tuple(Point(point.recall, point.precision) for point in points))
    mark = () if at is None else (Series(Style.MARK, (Point(at.recall, at.precision, words),)),)
    return Chart(
        message("Precision and recall of {name}", name=name),
        message("recall"),
        message("precision"),
        (curve, *mark),
        message("○ {words}", words=words),
    )


def versions_chart(models: Sequence[ModelFigures]) -> Chart:
    """Return the F1 of each model with its interval, oldest first."""
    low = min((model.intervals["f1"][0] for model in models), default=0.0)
    points = [
        Point(
            place,
            model.f1,
            message(
                "{name}: {f1:.3f} ({low:.3f} to {high:.3f})",
                name=model.version,
                f1=model.f1,
                low=model.intervals["f1"][0],
                high=model.intervals["f1"][1],
            ),
            model.intervals["f1"],
            thing=model.version,
        )
        for place, model in enumerate(models)
    ]
    return Chart(
        message("F1 by version"),
        message("version, oldest first"),
        "F1",
        (
            Series(Style.EARLIER, tuple(points)),
            Series(Style.MAIN, tuple(replace(point, weight=0.6) for point in points[-1:])),
        ),
        join(", ", [message("F1 {f1:.3f} of {name}", f1=one.f1, name=one.version) for one in models]),
        low=max(0.0, int(low * 20) / 20 - 0.05),
        labels=tuple(model.version[:6] for model in models),
    )


def calibration_line(model: ModelFigures) -> str:
    """Return calibration error and log loss with intervals, and the error that is expected by chance."""
    figures: Figures = model
    if figures.log_loss is None or "log_loss" not in figures.intervals:  # a report of an earlier version
        return message(
            "{name}: ECE {ece:.3f}; a perfectly calibrated model has about {ece_by_chance:.3f} on so few "
            "rows.",
            name=model.label,
            ece=figures.ece,
            ece_by_chance=figures.ece_by_chance,
        )
    (low, high), (least, most) = figures.intervals["ece"], figures.intervals["log_loss"]
    return message(
        "{name}: ECE {ece:.3f} ({low:.3f} to {high:.3f}), expected by chance {ece_by_chance:.3f}; log "
        "loss {log_loss:.3f} ({least:.3f} to {most:.3f}).",
        name=model.label,
        ece=figures.ece,
        low=low,
        high=high,
        ece_by_chance=figures.ece_by_chance,
        log_loss=figures.log_loss,
        least=least,
        most=most,
    )


def threshold_words(points: Sequence[CurvePoint]) -> str:
    """Return the overall precision, and the lowest threshold with a precision of at least 95%."""
    if not points:
        return message("No row was predicted with this tag.")
    every = points[0]
    summary = message(
        "All {rows:,} answers: {precision:.0%} correct.", rows=every.rows, precision=every.precision
    )
    good = next((point for point in points if point.precision >= _GOOD), None)
    if good is None or good is every:
        return summary
    rest = message(
        "At {threshold:.2f} or above: {precision:.0%} correct, {part:.0%} of all answers.",
        threshold=good.threshold,
        precision=good.precision,
        part=good.rows / every.rows,
    )
    return sentences(summary, rest)


def working_point_words(points: Sequence[CurvePoint], threshold: float) -> str:
    """Return precision and recall at the review threshold."""
    at = working_point(points, threshold)
    if at is None:
        return message("No answer reaches the review threshold of {threshold:.2f}.", threshold=threshold)
    return message(
        "At the review threshold of {threshold:.2f}: precision {precision:.3f}, recall {recall:.3f}.",
        threshold=threshold,
        precision=at.precision,
        recall=at.recall,
    )
