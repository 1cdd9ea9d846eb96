"""Evaluation reports as terminal tables."""

from collections.abc import Callable, Sequence
from typing import Final

from rich.cells import cell_len

from mltag_desktop.cli.output import Messages, counted
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.model_figures import ModelRole
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy, blocking_regressions, headline
from mltag_desktop.core.evaluation.regressions import regression_words
from mltag_desktop.core.evaluation.report_tables import (
    PRECISION,
    RECALL,
    Cell,
    Estimate,
    Table,
    models_table,
    part_tables,
    several_tables,
    written,
)
from mltag_desktop.core.messages import parts_of

_TERMINAL_WIDTH: Final = 80


def show_models(output: Messages, report: Report) -> None:
    """Print the metrics of all models, then the F1 of each tag, group of tags and slice."""
    is_named = any(model.role is not ModelRole.MODEL for model in report.models)
    hidden = ["ece_by_chance", RECALL.key, *([] if is_named else ["model"])]
    models = models_table(report.listed).without(*hidden)
    _show(output, models, f"{report.rows_in_words}, {counted(report.rows, 'row')}")
    several = [
        table.without(*hidden, "micro_precision", "micro_recall") for table in several_tables(report.models)
    ]
    for table in (*part_tables(report.listed)[1:], *several):
        if table.rows:
            output.result("")
            _show(output, table.without(PRECISION.key, RECALL.key) if table.models else table, table.title)


def _show(output: Messages, table: Table, title: str) -> None:
    """Print a table with the intervals, if these fit in 80 columns."""
    shown = table.without()
    names = [model.label for model in table.models]
    columns = [
        column.heading if column.model < 0 else f"{names[column.model]} {column.heading}"
        for column in shown.columns
    ]
    brief = [each.model >= 0 and table.models[each.model].is_baseline for each in shown.columns]
    texts = [
        [
            [
                _text(cell, column.spec, interval=on and not is_brief)
                for column, cell, is_brief in zip(shown.columns, row, brief, strict=True)
            ]
            for row in shown.rows
        ]
        for on in (True, False)
    ]
    output.table(columns, next((rows for rows in texts if _fits(columns, rows)), texts[-1]), title=title)


def _text(cell: Cell, spec: str, *, interval: bool) -> str:
    text = written(cell, spec)
    if not interval or not isinstance(cell, Estimate) or cell.interval is None:
        return text
    low, high = cell.interval
    return f"{text} ({low:.3f}–{high:.3f})"


def _fits(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a table, with two spaces between columns, fits in a usual terminal."""
    widths = [max(map(cell_len, cells)) for cells in zip(columns, *rows, strict=True)]
    return sum(widths) + 2 * (len(widths) - 1) <= _TERMINAL_WIDTH


def show_headlines(output: Messages, report: Report, policy: PromotionPolicy) -> None:
    """Print the verdict on each set of rows; those of the table come before the base model's holdout."""
    for place in report.reading_order():
        each = report.on_rows(place)
        words = parts_of(headline(each, policy))[0]  # the holdout's also sums up the table
        output.result(f"{each.rows_in_words.capitalize()}, {counted(each.rows, 'row')}: {words}")
        if each.caution:
            output.result(
                f"{each.caution} (mltag search WORKSPACE is:random-check, or in the window"
                " Model › Report › Show random checks)"
            )


def show_report(output: Messages, report: Report, policy: PromotionPolicy | None = None) -> None:
    """Print the verdict, metrics, comparison and behavioural tests of a report, with a workspace's policy.

    Its sets of rows come in the order to read them: those of the table before the base model's holdout.
    """
    sets = [report.on_rows(place) for place in report.reading_order()]
    if policy is None:
        output.result(sets[0].headline)
    else:
        show_headlines(output, report, policy)
    for check in report.checks:
        if check.warns:
            output.result(f"Warning: {check.words}")
    for each in sets:
        output.result("")
        show_models(output, each)
        output.result("")
        names = {model.version: model.label for model in each.listed}
        for pair in each.comparisons:
            a, b = names.get(pair.a, pair.a), names.get(pair.b, pair.b)
            output.result(f"{b} compared with {a}: {pair.words}")
        if each.calibration is not None:
            sure = each.calibration
            output.result(f"{sure.b} compared with {sure.a}, confidence: {sure.words}")
    output.result("")
    for model in report.models:
        if model.behaviour is not None and model.behaviour.total:
            done = model.behaviour
            may_fail = f"; {counted(done.with_reason, 'other')} may fail" if done.with_reason else ""
            output.result(f"{model.label}: {done.passed} of {done.total} behaviour tests pass{may_fail}")


def show_gate(say: Callable[[str], None], report: Report, policy: PromotionPolicy) -> None:
    """Print the regressions that block promotion, with their rows; print nothing if there are none."""
    worse = gate_words(report, policy)
    if worse:
        say(f"Regressions: {worse}.")


def gate_words(report: Report, policy: PromotionPolicy) -> str:
    """Return the regressions that block promotion, with their rows; empty if there are none."""
    return "; ".join(regression_words(loss) for loss in blocking_regressions(report, policy))
