"""Render a report as one HTML page without external files, for light and dark screens and for print."""

import unicodedata
from collections.abc import Callable
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
_CELL: Final = 42
_LETTER: Final = 7.2
"""Width of a letter in a wide font of 12 pixels, such as DejaVu Sans."""
_WIDE_LETTER: Final = 12.0
"""Width of a Chinese character, of kana or Hangul."""
_SIDE: Final = 220.0
_STEP: Final = 72.0
"""Width of a place of an axis with labels."""
_LEFT: Final = 40.0
_TOP: Final = 8.0
_CLASSES: Final = {Style.DASHED: "curve second", Style.EARLIER: "curve earlier"}


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
        "chart_svg": lambda chart: _chart_svg(chart, language),
        "confusion_svg": lambda model: _confusion_svg(model, language),
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


def _chart_svg(chart: Chart, language: PageLanguage) -> str:
    """Draw a chart; the size of a mark grows with its weight."""
    width = _STEP * len(chart.labels) if chart.labels else _SIDE

    def across(x: float) -> float:
        return _LEFT + (_STEP * (x + 0.5) if chart.labels else width * x)

    def up(y: float) -> float:
        return _TOP + _SIDE * (1 - (max(y, chart.low) - chart.low) / (1 - chart.low))

    parts = [
        _open(int(width + _LEFT + 12), int(_SIDE + _TOP + 34), language.say(chart.name)),
        f'<rect x="{_LEFT}" y="{_TOP}" width="{width}" height="{_SIDE}" class="frame"/>',
    ]
    if chart.has_diagonal:
        parts.append(f'<line x1="{_LEFT}" y1="{up(0)}" x2="{across(1)}" y2="{_TOP}" class="even"/>')
    for share in (chart.low, (1 + chart.low) / 2, 1.0):
        parts.append(_text(_LEFT - 6, up(share), language.figure(share, ".2f"), "end"))
    shares = {share: language.figure(share, ".1f") for share in (0.0, 0.5, 1.0)}
    for place, label in (dict(enumerate(chart.labels)) or shares).items():
        parts.append(_text(across(place), _TOP + _SIDE + 12, label, "middle"))
    axes = join("", (chart.across, " → ", chart.up, " ↑"))
    parts.append(_text(_LEFT + width / 2, _TOP + _SIDE + 27, language.say(axes), "middle"))
    for series in chart.series:
        places = [(across(point.x), up(point.y)) for point in series.points]
        parts += _series_svg(series, places, up, language)
    return "".join([*parts, "</svg>"])


def _series_svg(
    series: Series,
    places: list[tuple[float, float]],
    up: Callable[[float], float],
    language: PageLanguage,
) -> list[str]:
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts = [f'<polyline points="{line}" class="{_CLASSES.get(series.style, "curve")}"/>']
    has_marks = series.style in (Style.MAIN, Style.EARLIER, Style.MARK)
    kind = "open" if series.style is Style.EARLIER else "dot"
    for point, (x, y) in zip(series.points if has_marks else (), places, strict=has_marks):
        if point.interval is not None:
            low, high = map(up, point.interval)
            parts.append(f'<line x1="{x:.1f}" y1="{low:.1f}" x2="{x:.1f}" y2="{high:.1f}" class="whisker"/>')
        tooltip = escape(language.say(point.words))
        radius = 5 if series.style is Style.MARK else 2 + 6 * point.weight
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" class="{kind}">'
            f"<title>{tooltip}</title></circle>"
        )
    return parts


def _confusion_svg(model: ModelFigures, language: PageLanguage) -> str:
    """Draw the confusion matrix: rows are true tags, columns predicted tags, shaded by share of the row."""
    tags = model.tag_order
    label = 16 + int(max((_width(_short(tag)) for tag in tags), default=0))
    width, height = label + _CELL * len(tags) + 8, _CELL * len(tags) + int(0.7 * label) + 16
    title = message(
        "Confusion of {title}: rows are true tags, columns are predicted tags", title=name_in_sentence(model)
    )
    parts = [_open(width, height, language.say(title))]
    for row, counts in enumerate(model.confusion):
        total = sum(counts)
        middle = row * _CELL + _CELL / 2
        parts.append(_text(label - 8, middle, _short(tags[row]), "end"))
        for column, count in enumerate(counts):
            x, kind = label + column * _CELL, "hit" if row == column else "miss"
            tooltip = message(
                "{count:,} of {total:,} with true tag {true} predicted as {predicted}",
                count=count,
                total=total,
                true=tags[row],
                predicted=tags[column],
            )
            shade = 0.06 + 0.64 * count / total if count else 0.0
            parts.append(
                f'<rect x="{x + 1}" y="{row * _CELL + 1}" width="{_CELL - 2}" height="{_CELL - 2}" rx="3" '
                f'class="{kind}" fill-opacity="{shade:.2f}">'
                f"<title>{escape(language.say(tooltip))}</title></rect>"
            )
            if count:
                parts.append(_text(x + _CELL / 2, middle, language.figure(count), "middle"))
    foot = _CELL * len(tags) + 10
    for column, tag in enumerate(tags):
        at = label + column * _CELL + _CELL / 2
        parts.append(
            f'<text x="{at}" y="{foot}" text-anchor="end" transform="rotate(-40 {at} {foot})" '
            f'dominant-baseline="middle">{escape(_short(tag))}</text>'
        )
    return "".join([*parts, "</svg>"])


def _interval_svg(interval: Interval, value: float, lowest: float) -> str:
    """Draw a value and its interval on a small horizontal line from `lowest` to 1."""
    ends = [4 + 112 * (at - lowest) / max(1 - lowest, 1e-9) for at in (*interval, value)]
    low, high, middle = ends
    return (
        '<br><svg class="line" viewBox="0 0 120 14" width="120" height="14" aria-hidden="true">'
        f'<line x1="4" y1="7" x2="116" y2="7" class="even"/>'
        f'<line x1="{low:.1f}" y1="7" x2="{high:.1f}" y2="7" class="span"/>'
        f'<circle cx="{middle:.1f}" cy="7" r="3.5" class="dot"/></svg>'
    )


def _open(width: int, height: int, label: str) -> str:
    return (
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">'
    )


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" dominant-baseline="middle">'
        f"{escape(text)}</text>"
    )


def _width(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return _LETTER * (len(text) - wide) + _WIDE_LETTER * wide


def _short(tag: str) -> str:
    return tag if len(tag) <= 24 else f"{tag[:23]}…"
