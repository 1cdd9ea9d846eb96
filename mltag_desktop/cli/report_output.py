"""Evaluation reports as JSON and as terminal tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from rich.cells import cell_len

from mltag_desktop.cli.output import Printer, counted
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html.page_language import regression_words
from mltag_desktop.core.evaluation.model_figures import ModelFigures
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy, blocking_regressions, headline
from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.evaluation.statistics.metrics import Interval, SliceFigures, TagFigures
from mltag_desktop.core.messages import parts_of

_TERMINAL_WIDTH: Final = 80


def model_json(model: ModelFigures) -> dict[str, Any]:
    """Return the metrics of one model as JSON values."""
    values: dict[str, Any] = to_plain(model)
    return values


def show_models(printer: Printer, report: Report) -> None:
    """Print the metrics of all models side by side, then the tags and slices of each."""
    rows = [
        [
            _name(model),
            _with_interval(model.f1, model.intervals.get("f1")),
            _with_interval(model.accuracy, model.intervals.get("accuracy")),
            f"{model.precision:.3f}",
            f"{model.recall:.3f}",
            f"{model.macro_f1:.3f}",
            _with_interval(model.ece, model.intervals.get("ece")),
            "" if model.log_loss is None else _with_interval(model.log_loss, model.intervals.get("log_loss")),
        ]
        for model in report.listed
    ]
    columns = ("model", "F1", "accuracy", "precision", "recall", "macro F1", "ECE", "log loss")
    printer.table(columns, rows, title=f"{report.rows_in_words}, {counted(report.rows, 'row')}")
    _show_several(printer, report)
    last = report.models[-1]
    _show_f1(printer, report, "F1 by tag", last.tag_order, lambda model: model.tags)
    _show_f1(printer, report, "F1 by group", last.groups, lambda model: model.groups)
    _show_f1(printer, report, "F1 by slice", last.slices, lambda model: model.slices)


def _show_f1(
    printer: Printer,
    report: Report,
    title: str,
    parts: Iterable[str],
    figures_of: Callable[[ModelFigures], Mapping[str, TagFigures | SliceFigures]],
) -> None:
    """Print F1 of each part of the rows, with the intervals of the models if these fit in 80 columns."""
    columns = (title, "rows", *(_name(model) for model in report.listed))
    tables = []
    for with_intervals in (True, False):
        rows = []
        for part in parts:
            figures = [figures_of(model)[part] for model in report.listed]
            last = figures[-1]
            count = last.support if isinstance(last, TagFigures) else last.rows
            has_interval = [with_intervals and count > 0 and not model.is_baseline for model in report.listed]
            f1 = [
                _with_interval(one.f1, one.intervals.get("f1") if has else None) if count else "–"
                for one, has in zip(figures, has_interval, strict=True)
            ]
            rows.append([part, f"{count:,}", *f1])
        tables.append(rows)
    if tables[0]:
        printer.result("")
        printer.table(columns, next((rows for rows in tables if _fits(columns, rows)), tables[-1]))


def _fits(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table, with two spaces between columns, fits in a usual terminal."""
    widths = [max(map(cell_len, cells)) for cells in zip(columns, *rows, strict=True)]
    return sum(widths) + 2 * (len(widths) - 1) <= _TERMINAL_WIDTH


def _show_several(printer: Printer, report: Report) -> None:
    """Print the metrics over all tags of the rows, where rows have several."""
    found = [(model.version, model.several) for model in report.models if model.several is not None]
    if not found:
        return
    ranks = range(1, len(found[0][1].precision_at) + 1)
    columns = ("all tags", "micro F1", "macro F1", "exact match", *(f"precision at {k}" for k in ranks))
    rows = [
        [
            version,
            _with_interval(several.micro_f1, several.intervals.get("micro_f1")),
            f"{several.macro_f1:.3f}",
            _with_interval(several.exact_match, several.intervals.get("exact_match")),
            *(f"{share:.3f}" for share in several.precision_at),
        ]
        for version, several in found
    ]
    printer.result("")
    printer.table(columns, rows)
    printer.result("")
    tags = [
        [tag, f"{figures.support:,}", *(f"{several.tags[tag].f1:.3f}" for _, several in found)]
        for tag, figures in found[-1][1].tags.items()
    ]
    printer.table(("F1 by tag, all tags", "rows", *(version for version, _ in found)), tags)


def show_headlines(printer: Printer, report: Report, policy: PromotionPolicy) -> None:
    """Print the verdict on each set of rows; those of the table come before the base model's holdout."""
    for place in report.reading_order():
        each = report.on_rows(place)
        words = parts_of(headline(each, policy))[0]  # the holdout's also sums up the table
        printer.result(f"{each.rows_in_words.capitalize()}, {counted(each.rows, 'row')}: {words}")
        if each.caution:
            printer.result(
                f"{each.caution} (mltag search WORKSPACE is:random-check, or in the window"
                " Model › Report › Show random checks)"
            )


def show_report(printer: Printer, report: Report, policy: PromotionPolicy | None = None) -> None:
    """Print the verdict, metrics, comparison and behavioural tests of a report, with a workspace's policy.

    Its sets of rows come in the order to read them: those of the table before the base model's holdout.
    """
    sets = [report.on_rows(place) for place in report.reading_order()]
    if policy is None:
        printer.result(sets[0].headline)
    else:
        show_headlines(printer, report, policy)
    for check in report.checks:
        if check.warns:
            printer.result(f"Warning: {check.words}")
    for each in sets:
        printer.result("")
        show_models(printer, each)
        printer.result("")
        names = {model.version: _name(model) for model in each.listed}
        for pair in each.comparisons:
            a, b = names.get(pair.a, pair.a), names.get(pair.b, pair.b)
            printer.result(f"{b} compared with {a}: {pair.words}")
        if each.calibration is not None:
            sure = each.calibration
            printer.result(f"{sure.b} compared with {sure.a}, confidence: {sure.words}")
    printer.result("")
    for model in report.models:
        if model.behaviour is not None and model.behaviour.total:
            done = model.behaviour
            may_fail = f"; {counted(done.with_reason, 'other')} may fail" if done.with_reason else ""
            printer.result(f"{_name(model)}: {done.passed} of {done.total} behaviour tests pass{may_fail}")


def show_gate(say: Callable[[str], None], report: Report, policy: PromotionPolicy) -> None:
    """Print the regressions that block promotion, with their rows; print nothing if there are none."""
    worse = gate_words(report, policy)
    if worse:
        say(f"Regressions: {worse}.")


def gate_words(report: Report, policy: PromotionPolicy) -> str:
    """Return the regressions that block promotion, with their rows; empty if there are none."""
    return "; ".join(regression_words(loss) for loss in blocking_regressions(report, policy))


def _name(model: ModelFigures) -> str:
    """Return the short name of a model: its version, without the digest of keyword rules."""
    return "rules" if model.version.startswith("rules-") else model.version


def _with_interval(value: float, interval: Interval | None) -> str:
    return f"{value:.3f}" if interval is None else f"{value:.3f} ({interval[0]:.3f}–{interval[1]:.3f})"
