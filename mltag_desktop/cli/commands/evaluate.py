"""`mltag evaluate`: evaluate models on labelled rows."""

from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.options import (
    Delimiter,
    Encoding,
    Force,
    GuidelineFile,
    Header,
    Json,
    Label,
    Models,
    Quiet,
    Separator,
    Sheet,
    TextColumns,
    WrongUse,
)
from mltag_desktop.cli.output import (
    STDOUT,
    Printer,
    counted,
    progress,
    refuse_existing,
    write_json,
    write_text,
)
from mltag_desktop.cli.report_output import show_report
from mltag_desktop.cli.table_inputs import read_labelled, reading
from mltag_desktop.core.evaluation.baselines import named, rules_for
from mltag_desktop.core.evaluation.html.html_report import to_html
from mltag_desktop.core.evaluation.model_evaluation import EvaluationRows, evaluate_classifiers
from mltag_desktop.core.learning.guideline.guideline_file import Guideline, read_guideline
from mltag_desktop.core.model.library.model_names import BUNDLED, is_rules, load_model


def evaluate(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="A labelled table; - for stdin.")],
    label: Label,
    text: TextColumns = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    sheet: Sheet = "",
    header: Header = None,
    separator: Separator = None,
    model: Models = None,
    tags: GuidelineFile = None,
    slice_columns: Annotated[
        list[str] | None,
        typer.Option(
            "--slice", metavar="COL", help="Evaluate each value of this column as a slice; repeatable."
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write the report as an HTML page; - for stdout."),
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Evaluate models on labelled rows: metrics with 95% intervals, by tag and slice, and confusion.

    The keyword rules and the most frequent tag are evaluated too.
    """
    if json == html == STDOUT:
        raise WrongUse("Use - for --json or --html, not for both.")
    refuse_existing(json, html, force=force)
    printer = Printer(quiet=quiet, json_target=html if html == STDOUT else json)
    names = model or [BUNDLED]
    loaded = {name: load_model(name) for name in names if not is_rules(name)}
    guideline = Guideline(()) if tags is None else read_guideline(tags)
    options = reading(encoding, delimiter, sheet, header)
    rows = read_labelled(dataset, label, text, slice_columns or (), separator=separator, options=options)
    for note in rows.notes():
        printer.note(note)
    rules = rules_for(guideline.tags or named(rows.tags), rows.tags)
    classifiers = [loaded.get(name, rules) for name in names]
    with progress("Evaluating", quiet=quiet) as bar:
        report = evaluate_classifiers(
            bar,
            classifiers,
            EvaluationRows(rows.texts, rows.tags, rows.columns, rows.additional_tags),
            name=rows.name,
            notes=[f"Excluded, no tag or text: {counted(rows.left_out, 'row')}."] if rows.left_out else [],
            own_cases=[test.case for test in guideline.tests],
            rules=None if rules in classifiers else rules,
        )
    show_report(printer, report)
    if html is not None:
        write_text(html, to_html(report), force=force)
        printer.result(f"Written to {html}")
    write_json(json, report.to_json(), force=force)
