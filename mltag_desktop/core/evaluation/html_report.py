"""Render a report as one HTML page without external files, for light and dark screens and for print."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mltag_desktop.core.evaluation import report_charts, report_tables
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.metrics import Interval
from mltag_desktop.core.evaluation.model_figures import ModelFigures, name_in_sentence
from mltag_desktop.core.evaluation.promotion_gate import (
    PromotionPolicy,
    blocking_regressions,
    calibration_regressions,
    headline,
)
from mltag_desktop.core.evaluation.regressions import regression_words
from mltag_desktop.core.evaluation.report_charts import Chart, Series, Style
from mltag_desktop.core.evaluation.report_tables import Cell, Estimate, Table, written
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.messages import Message, join, message

SHOWN: Final = 100
"""Prediction changes listed on the page."""
_MOST_TAGS: Final = 12
"""Number of tags up to which the page has the whole confusion matrix."""
_WORST: Final = 30
"""Confused pairs listed where the matrix would be too large."""
_F1: Final = PromotionPolicy()
_HEIGHT: Final = 260.0
_FONT: Final = 12.0
_LABEL: Final = 6.0
"""Width of a label on the horizontal axis, in font sizes."""


@dataclass(frozen=True)
class PageLanguage:
    """The language of a page: English, or one that a front end has a catalogue for."""

    code: str = "en"
    """ISO 639 code."""
    say: Callable[[str], str] = str
    """Translates a message or a sentence of core."""
    number: Callable[[str], str] = str
    """Gives a number that was formatted in English the separators of the language."""

    def text(self, template: str, /, **values: object) -> str:
        """Return a sentence with `values` in the places of `template`."""
        return self.say(Message(template, values))

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return one of two sentences by the number `n`."""
        return self.say(Message(many, {**values, "n": n}, one))

    def figure(self, value: float, spec: str = ",") -> str:
        """Format a number as `format` does."""
        return self.number(format(value, spec))

    def cell(self, cell: Cell, spec: str) -> str:
        """Return the text of a cell without its interval."""
        return self.say(cell) if isinstance(cell, Message) else written(cell, spec, self.figure)


ENGLISH: Final = PageLanguage()


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
        shown_changes=SHOWN,
        language=language,
        t=language.text,
        tn=language.plural,
        num=language.figure,
        cell=language.cell,
        interval_of=lambda cell: cell.interval if isinstance(cell, Estimate) else None,
        tables=report_tables,
        policy_table=_policy_table,
    )
    filters: dict[str, Callable[..., Any]] = {
        "called_by_version": _called_by_version,
        "charts": _charts,
        "chart_svg": lambda chart: draw_chart(chart, language)[0],
        "confused": lambda model: None if len(model.tag_order) <= _MOST_TAGS else _confused(model, _WORST),
        "first_upper": lambda words: words[:1].upper() + words[1:],
        "headline": headline,
        "interval_svg": _interval_svg,
        "name_in_sentence": name_in_sentence,
        "regression_words": lambda regression: language.say(regression_words(regression)),
        "say": language.say,
        "worst": lambda model: _confused(model, 8),
        "zip": lambda row, columns: zip(row, columns, strict=True),
    }
    environment.filters.update(filters)
    return environment


def _called_by_version(report: Report, version: str) -> str:
    return next(model.label for model in report.listed if model.version == version)


def _confused(model: ModelFigures, most: int) -> Table:
    return report_tables.confused_pairs(model).first(most).without()


def _policy_table(report: Report, policy: PromotionPolicy) -> Table:
    """Return the value of the deciding metric of each model."""
    values = [(model.label, policy.value(model)) for model in report.models]
    rows = tuple((label, Estimate(*found)) for label, found in values if found is not None)
    columns = (
        report_tables.Column("", message("Model")),
        report_tables.Column("", policy.words, report_tables.SHARE),
    )
    return Table("", "", columns, rows)


def _charts(report: Report) -> list[tuple[str, list[Chart]]]:
    """Return the charts of a report by the titles of their sections."""
    evaluated = [model for model in report.models if model.rows and not model.is_baseline]
    limit = report_charts.review_threshold(report)
    curves = [
        chart
        for model in evaluated[-2:]
        if model.curves.get("")
        for chart in (
            report_charts.threshold_chart(model.label, model.curves[""]),
            report_charts.trade_off_chart(model.label, model.curves[""], limit),
        )
    ]
    return [
        (message("Reliability"), [report_charts.reliability_chart(evaluated[-2:])] if evaluated else []),
        (message("Precision and recall by threshold"), curves),
        (message("F1 by version"), [report_charts.versions_chart(evaluated)] if len(evaluated) > 1 else []),
    ]


def draw_chart(
    chart: Chart, language: PageLanguage, width: float = 0.0, height: float = _HEIGHT, font: float = _FONT
) -> tuple[str, list[tuple[float, float, Any]]]:
    """Return a chart as SVG, and the places of the points that a click can ask for.

    `width`, `height` and `font` are in pixels; without a width, the chart is as wide as its labels need. The
    stylesheet of its classes is `chart.css`.
    """
    left, foot, top = 3.4 * font, 2.9 * font, 0.7 * font
    count = len(chart.labels)
    wide = (width or (_LABEL * font * max(3, count) if count else height) + 1.2 * left) - 1.2 * left
    high = height - top - foot
    step = wide / max(1, count)

    def across(x: float) -> float:
        return left + (step * (x + 0.5) if count else wide * x)

    def up(y: float) -> float:
        return top + high * (1 - (max(y, chart.low) - chart.low) / (1 - chart.low))

    parts = [_open(round(wide + 1.2 * left), round(height), language.say(chart.name))]
    tick = 0.2 if chart.low < 0.2 else 0.1 if chart.low < 0.6 else 0.05
    for level in (1 - n * tick for n in range(int((1 - chart.low) / tick + 1.001))):
        y = up(level)
        parts.append(_line(left, y, left + wide, y, "grid"))
        label = language.figure(level, ".2f" if chart.low else ".1f")
        parts.append(_text(left - font / 2, y + font / 3, label, "end", font))
    if chart.has_diagonal:
        parts.append(_line(left, up(0), across(1), top, "even"))
    shares = [(n / 5, language.figure(n / 5, ".1f")) for n in range(6)]
    labels: list[tuple[float, str]] = [*enumerate(chart.labels)] or shares
    every = math.ceil(_LABEL * font / step) if count else 1
    for place, label in labels[::every]:
        parts.append(_text(across(place), top + high + 1.2 * font, label, "middle", font))
    axes = language.say(join("", (chart.across, " → ", chart.up, " ↑")))
    parts.append(_text(left + wide / 2, height - font / 3, axes, "middle", font))
    clickable = []
    for series in chart.series:
        places = [(across(point.x), up(point.y)) for point in series.points]
        parts += _draw_series(series, places, up, language)
        for point, (x, y) in zip(series.points, places, strict=True):
            if point.thing is not None:
                clickable.append((x, y, point.thing))
    return "".join([*parts, "</svg>"]), clickable


def _draw_series(
    series: Series, places: list[tuple[float, float]], up: Callable[[float], float], language: PageLanguage
) -> Iterator[str]:
    style = series.style
    if style is not Style.MARK:
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{line}" class="curve-{style}"/>'
    for point, (x, y) in zip(series.points, places, strict=True):
        if point.interval is not None:
            low, high = map(up, point.interval)
            yield _line(x, low, x, high, f"span-{style}")
        if style not in (Style.DASHED, Style.LINE):
            yield _mark(style, x, y, point.weight, escape(language.say(point.words)))


def _mark(style: Style, x: float, y: float, weight: float, tooltip: str) -> str:
    """Draw a diamond for the main series, and a circle for the others; the size grows with the weight."""
    radius = 6.0 if style is Style.MARK else 3 + 4 * weight
    shape = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="mark-{style}"'
    if style is Style.MAIN:
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
        shape = f'<polygon points="{points}" class="mark-main"'
    return f"{shape}><title>{tooltip}</title>{'</polygon>' if style is Style.MAIN else '</circle>'}"


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def _interval_svg(interval: Interval, value: float, lowest: float) -> str:
    """Draw a value and its interval on a small horizontal line from `lowest` to 1."""
    ends = [4 + 112 * (at - lowest) / max(1 - lowest, 1e-9) for at in (*interval, value)]
    low, high, middle = ends
    return (
        '<br><svg class="line" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">'
        f'<line x1="4" y1="7" x2="116" y2="7" class="scale"/>'
        f'<line x1="{low:.1f}" y1="7" x2="{high:.1f}" y2="7" class="span"/>'
        f'<circle cx="{middle:.1f}" cy="7" r="3.5" class="dot"/></svg>'
    )


def _open(width: int, height: int, label: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(label)}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    )


def _text(x: float, y: float, text: str, anchor: str, size: float) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size:g}"'
    return f"<text {place}>{escape(text)}</text>"
