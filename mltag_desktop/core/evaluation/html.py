"""The report as one page that needs nothing else: it reads in light and dark, and prints."""

from collections.abc import Iterable, Sequence
from html import escape
from string import Template
from typing import Final

from mltag_desktop.core.evaluation.drawings import (
    MOST_TAGS,
    confusion_svg,
    interval_svg,
    reliability_svg,
    threshold_svg,
    versions_svg,
)
from mltag_desktop.core.evaluation.metrics import Interval, SliceFigures
from mltag_desktop.core.evaluation.priority import Priority, elsewhere, gate, headline
from mltag_desktop.core.evaluation.report import Flips, Loss, ModelFigures, Report, name_in_words
from mltag_desktop.core.evaluation.slices import slice_in_words

SHOWN: Final = 100
_F1: Final = Priority()
_PAGE: Final = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>$title</title><style>
:root { --paper:#fff; --ink:#1c1c1e; --quiet:#5f6368; --line:#d8dadd; --hit:#0072b2; --miss:#b8500a }
@media (prefers-color-scheme: dark) {
  :root { --paper:#1b1c1e; --ink:#e6e6e6; --quiet:#a3a7ad; --line:#3c3f43; --hit:#56b4e9; --miss:#e69f00 }
}
@media print {
  :root { --paper:#fff; --ink:#000; --quiet:#444; --line:#bbb; --hit:#0072b2; --miss:#b8500a }
  figure, tr { break-inside: avoid } h2 { break-after: avoid } body { max-width: none; padding: 0 }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 24px; max-width: 1180px; background: var(--paper); color: var(--ink);
  font: 15px/1.45 system-ui, sans-serif }
h1 { font-size: 1.35em; line-height: 1.3; margin: 4px 0 12px; max-width: 75ch; font-weight: 600 }
h2 { font-size: 1.05em; margin: 32px 0 8px } h3 { font-size: .95em; margin: 0 0 8px; font-weight: 600 }
p, li { max-width: 75ch; margin: 4px 0 } .quiet, small, figcaption { color: var(--quiet) }
small { font-size: .82em; white-space: nowrap } .wide { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: 5px 14px 5px 0; text-align: left; vertical-align: top }
th, td { border-bottom: 1px solid var(--line) } th { font-weight: 600 } tbody th { font-weight: 400 }
td.n, th.n { text-align: right } .side { display: flex; flex-wrap: wrap; gap: 24px } figure { margin: 0 }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif; fill: var(--ink) }
svg.line { height: 14px } .hit, .dot { fill: var(--hit) } .miss { fill: var(--miss) }
.frame { fill: none; stroke: var(--line) } .even { stroke: var(--line) }
.curve { fill: none; stroke: var(--hit); stroke-width: 2 }
.second { stroke: var(--miss); stroke-dasharray: 5 3 }
.whisker, .span { stroke: var(--hit); stroke-width: 2; stroke-opacity: .5 }
</style></head><body>
<p class="quiet">$where</p><h1>$headline</h1>
$body
</body></html>
""")


def to_html(report: Report, priority: Priority = _F1) -> str:
    """Return the page; texts and tags of the report are escaped, `priority` decides headline and gate."""
    sections = [
        _section("Models", _overall(report)),
        _section("Before promotion", _gate(report, priority)),
        _section("What got worse", _losses(report)),
        _section("Tags", _tags(report)),
        _section("Slices", _slices(report)),
        _section("Confusion", _confusion(report.models)),
        _section("Reliability", _reliability(report.models)),
        _section("Precision and recall by threshold", _thresholds(report.models)),
        _section("From version to version", _versions(report.models)),
        _section("Rows that flip", _flips(report.flips)),
        _section("Rows of the table that flip", _flips(report.table_flips)),
        _section("Behaviour cases", _behaviour(report.models)),
        _section("Data checks", _checks(report)),
        *(_section(f"The same on the {other.name}", _other(other, priority)) for other in report.others),
        _section("Notes", "<ul>" + "".join(f"<li>{escape(note)}</li>" for note in report.notes) + "</ul>"),
    ]
    return _PAGE.substitute(
        title=escape(f"Model report: {report.name}"),
        where=f"Model report on {escape(report.name)}, {report.rows:,} rows",
        headline=escape(headline(report, priority)),
        body="\n".join(part for part in sections if part),
    )


def _other(report: Report, priority: Priority) -> str:
    """Show the figures on other rows, which are never added up with the first."""
    notes = "".join(f"<p class='quiet'>{escape(note)}</p>" for note in report.notes)
    head = f"<p>{escape(headline(report, priority))}</p><p class='quiet'>{report.rows:,} rows</p>"
    drawn = _confusion(report.models) + _reliability(report.models) + _thresholds(report.models)
    return head + _overall(report) + _tags(report) + _slices(report) + drawn + notes


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{content}</section>" if content else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers_from: int = 1) -> str:
    """Lay out cells that are HTML already; columns from `numbers_from` on are figures."""

    def mark(column: int) -> str:
        return ' class="n"' if column >= numbers_from else ""

    top = "".join(f'<th scope="col"{mark(i)}>{cell}</th>' for i, cell in enumerate(head))
    lines = [
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f"<td{mark(i)}>{cell}</td>" for i, cell in enumerate(row[1:], start=1))
        + "</tr>"
        for row in rows
    ]
    if not lines:
        return ""
    body = "".join(lines)
    return f'<div class="wide"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _figure(value: float, interval: Interval) -> str:
    return f"{value:.3f} <small>{interval[0]:.3f}–{interval[1]:.3f}</small>"


def _sure(value: float, interval: Interval | None) -> str:
    """Write a figure with its interval, which reports of earlier versions lack."""
    return f"{value:.3f}" if interval is None else _figure(value, interval)


def _calibration(model: ModelFigures) -> str:
    error = _sure(model.ece, model.intervals.get("ece"))
    return f"{error}<br><small>by chance {model.ece_by_chance:.3f}</small>"


def _overall(report: Report) -> str:
    scale = (min((model.intervals["f1"][0] for model in report.models), default=0.0), 1.0)
    rows = [
        [
            f"{escape(_called(model))}<br><small>{escape(model.version)}</small>",
            _figure(model.f1, model.intervals["f1"])
            + "<br>"
            + interval_svg(model.f1, model.intervals["f1"], scale),
            _figure(model.precision, model.intervals["precision"]),
            _figure(model.recall, model.intervals["recall"]),
            _figure(model.macro_f1, model.intervals["macro_f1"]),
            _calibration(model),
            "–" if model.log_loss is None else _sure(model.log_loss, model.intervals.get("log_loss")),
            f"{model.rows:,}",
        ]
        for model in report.models
    ]
    head = [
        "Model",
        "F1",
        "Precision",
        "Recall, accuracy",
        "Macro F1",
        "Calibration error",
        "Log loss",
        "Rows",
    ]
    pairs = "".join(
        f"<p>{_called_by_version(report, pair.b)} against {_called_by_version(report, pair.a)}: "
        f"{escape(pair.words)}. F1 {pair.difference:+.3f} "
        f"({pair.interval[0]:+.3f} to {pair.interval[1]:+.3f}), McNemar p {pair.p_value:.2g}.</p>"
        for pair in reversed(report.comparisons)
    )
    sure = report.calibration
    if sure is not None:
        pairs += (
            f"<p>Confidence of {_called_by_version(report, sure.b)} against "
            f"{_called_by_version(report, sure.a)}, paired bootstrap: {escape(sure.words)}.</p>"
        )
    own = report.table_paired
    if own is not None:
        pairs += (
            f"<p>On the table’s {own.rows:,} decisions, each answered by a model that had not seen it, "
            f"against {escape(own.a)}: {escape(own.words)}. F1 {own.difference:+.3f} "
            f"({own.interval[0]:+.3f} to {own.interval[1]:+.3f}), McNemar p {own.p_value:.2g}.</p>"
        )
    beside = f"<p class='quiet'>{escape(report.beside)}</p>" if report.beside else ""
    return beside + _table(head, rows) + pairs


def _tags(report: Report) -> str:
    if not report.models:
        return ""
    head = [
        "Tag",
        "Support",
        *(escape(_called(model)) + " F1" for model in report.models),
        "Precision",
        "Recall",
    ]
    last = report.models[-1]
    rows = [
        [
            escape(tag),
            f"{last.tags[tag].support:,}",
            *(_of_tag(model, tag, "f1") for model in report.models),
            _of_tag(last, tag, "precision"),
            _of_tag(last, tag, "recall"),
        ]
        for tag in last.tag_order
    ]
    return (
        _table(head, rows)
        + f'<p class="quiet">Precision and recall are those of {escape(name_in_words(last))}.</p>'
    )


def _of_tag(model: ModelFigures, tag: str, figure: str) -> str:
    """Write a figure of a tag; one without rows has none."""
    found = model.tags[tag]
    return _figure(getattr(found, figure), found.intervals[figure]) if found.support else "–"


def _slices(report: Report) -> str:
    if not report.models:
        return ""

    def cell(part: SliceFigures) -> str:
        return _figure(part.f1, part.intervals["f1"]) if part.rows else '<span class="quiet">no rows</span>'

    head = ["Slice", "Rows", *(escape(_called(model)) + " F1" for model in report.models)]
    last = report.models[-1]
    return _table(
        head,
        (
            [
                escape(slice_in_words(name)),
                f"{part.rows:,}",
                *(cell(model.slices[name]) for model in report.models),
            ]
            for name, part in last.slices.items()
        ),
    )


def _losses(report: Report) -> str:
    if report.paired is None:
        return ""
    losses = (*report.losses, *elsewhere(report))
    if not losses:
        return "<p>Nothing: no tag, slice, behaviour case or confidence.</p>"
    return _table(
        ["What", "", "Before", "After", "Rows"],
        (
            [
                escape(slice_in_words(loss.name) if loss.kind == "slice" else loss_name(loss)),
                escape(loss.kind) + ("" if loss.likely else " <small>noise may explain it</small>"),
                "passed" if loss.kind == "behaviour" else f"{loss.before:.3f}",
                "fails" if loss.kind == "behaviour" else f"{loss.after:.3f}",
                "" if loss.kind == "behaviour" else f"{loss.rows:,}",
            ]
            for loss in losses
        ),
        numbers_from=2,
    )


def _gate(report: Report, priority: Priority) -> str:
    """Name the metric that the workspace puts first, for every model, and what promotion asks about."""
    rows = [
        [escape(_called(model)), _figure(*found)]
        for model in report.models
        if (found := priority.value(model)) is not None
    ]
    asked = gate(report, priority)
    words = (
        "Promotion asks first: " + "; ".join(escape(loss_words(loss)) for loss in asked) + "."
        if asked
        else "Nothing that promotion asks about got worse."
    )
    protected = ", ".join(escape(tag) for tag in priority.protected)
    more = f"<p class='quiet'>Protected tags: {protected}.</p>" if protected else ""
    first = f"<p>This workspace puts the {escape(priority.words)} first. {words}</p>"
    return first + _table(["Model", escape(priority.words)], rows) + more if len(report.models) > 1 else ""


def loss_name(loss: Loss) -> str:
    """Name what got worse, and the rows that it was seen on where that has to be said."""
    return f"{loss.name} on the {loss.where}" if loss.where else loss.name


def loss_words(loss: Loss) -> str:
    """Say one loss, and whether noise may explain it."""
    if loss.kind == "behaviour":
        return f"the behaviour case {loss.name} fails now"
    doubt = "" if loss.likely else " (noise may explain it)"
    return f"{loss_name(loss)} from {loss.before:.3f} to {loss.after:.3f}{doubt}"


def _thresholds(models: Sequence[ModelFigures]) -> str:
    shown = [model for model in models if model.curves.get("") and model.role != "rules"][-2:]
    drawn = "".join(
        f"<figure><h3>{escape(_called(model))}</h3>{threshold_svg(model.curves[''], name_in_words(model))}"
        "</figure>"
        for model in shown
    )
    return f'<div class="side">{drawn}</div>' if drawn else ""


def _versions(models: Sequence[ModelFigures]) -> str:
    judged = [model for model in models if model.role != "rules" and model.rows]
    if len(judged) < 2:
        return ""
    points = [(model.version[:6], model.f1, model.intervals["f1"]) for model in judged]
    return (
        f"<figure>{versions_svg(points)}<figcaption>F1 on the same rows, 95% intervals.</figcaption></figure>"
    )


def _confusion(models: Sequence[ModelFigures]) -> str:
    if not models or not models[-1].rows:
        return ""
    if len(models[-1].tag_order) > MOST_TAGS:
        return _worst_confusions(models[-1])
    drawn = "".join(
        f"<figure><h3>{escape(_called(model))}</h3>{confusion_svg(model, name_in_words(model))}</figure>"
        for model in models
    )
    return f'<p class="quiet">Rows are true tags, columns predicted ones.</p><div class="side">{drawn}</div>'


def _worst_confusions(model: ModelFigures) -> str:
    cells = [
        (count, true, said)
        for true, counts in zip(model.tag_order, model.confusion, strict=True)
        for said, count in zip(model.tag_order, counts, strict=True)
        if count and true != said
    ]
    cells.sort(key=lambda cell: (-cell[0], cell[1], cell[2]))
    rows = ([escape(true), escape(said), f"{count:,}"] for count, true, said in cells[:30])
    return f"<h3>{escape(_called(model))}</h3>" + _table(
        ["True tag", "Predicted", "Rows"], rows, numbers_from=2
    )


def _reliability(models: Sequence[ModelFigures]) -> str:
    drawn = "".join(
        f"<figure><h3>{escape(_called(model))}</h3>{reliability_svg(model.reliability, name_in_words(model))}"
        f"<figcaption>Error {model.ece:.3f}; {model.ece_by_chance:.3f} by chance alone.</figcaption></figure>"
        for model in models
        if model.rows
    )
    return f'<div class="side">{drawn}</div>' if drawn else ""


def _flips(flips: Flips | None) -> str:
    if flips is None:
        return ""
    if not flips.total:
        return f"<p>None of {flips.rows:,} rows.</p>"
    counted = "; ".join(f"{escape(c.before)} → {escape(c.after)} {c.rows:,}" for c in flips.counts[:12])
    known = any(flip.truth is not None for flip in flips.shown)
    rows = (
        [
            escape(flip.reference),
            escape(flip.before),
            escape(flip.after),
            *([escape(flip.truth or "")] if known else []),
            f"{flip.confidence_before:.2f}",
            f"{flip.confidence_after:.2f}",
        ]
        for flip in flips.shown[:SHOWN]
    )
    head = ["Row", "From", "To", *(["True tag"] if known else []), "Confidence before", "after"]
    rest = "" if flips.total <= SHOWN else f'<p class="quiet">The {SHOWN} most confident are shown.</p>'
    words = f"<p>{flips.total:,} of {flips.rows:,} rows: {counted}.</p>"
    return words + _table(head, rows, numbers_from=4 if known else 3) + rest


def _behaviour(models: Sequence[ModelFigures]) -> str:
    parts = []
    for model in models:
        result = model.behaviour
        if result is None or not result.total:
            continue
        parts.append(f"<p>{escape(_called(model))}: {result.passed:,} of {result.total:,} cases pass.</p>")
        parts.append(
            _table(
                ["Case", "Kind", "Text", "Expected", "Answered", "Confidence"],
                (
                    [*map(escape, (f.case, f.kind, f.text, f.expected, f.answered)), f"{f.confidence:.2f}"]
                    for f in result.failed
                ),
                numbers_from=5,
            )
        )
    return "".join(parts)


def _checks(report: Report) -> str:
    lines = (f"<li>{'▲ ' if check.warns else ''}{escape(check.words)}</li>" for check in report.checks)
    return f"<ul>{''.join(lines)}</ul>" if report.checks else ""


def _called(model: ModelFigures) -> str:
    return model.version if model.role == "model" else model.role.capitalize()


def _called_by_version(report: Report, version: str) -> str:
    return escape(next(_called(model) for model in report.models if model.version == version))
