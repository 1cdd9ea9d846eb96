"""`mltag evaluate`: evaluate models on labelled rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import numpy as np
import typer

from mltag_desktop.cli.inputs import LabelledTexts, read_labelled
from mltag_desktop.cli.options import Force, Json, Label, Models, Quiet, TextColumns
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
from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.calibration import answers_alike
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.report import Report, evaluate_models
from mltag_desktop.core.evaluation.slices import column_slices, text_slices
from mltag_desktop.core.files import resource
from mltag_desktop.core.model.model_names import load_model
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import Progress, SubProgress

_PAGE: Final = 2_000


def evaluate(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="A labelled table; - for stdin.")],
    label: Label,
    text: TextColumns = None,
    model: Models = None,
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
    """Evaluate models on labelled rows: metrics with 95% intervals, by tag and slice, and confusion."""
    if json == html == STDOUT:
        raise typer.BadParameter("Use - for --json or --html, not for both.")
    refuse_existing(json, html, force=force)
    printer = Printer(quiet=quiet, json_target=html if html == STDOUT else json)
    classifiers = [load_model(name) for name in model] if model else [load_model(None)]
    rows = read_labelled(dataset, label, text, slice_columns or ())
    for said in rows.remarks():
        printer.remark(said)
    with progress("Evaluating", quiet=quiet) as bar:
        report = report_on(bar, rows, classifiers)
    show_report(printer, report)
    if html is not None:
        write_text(html, to_html(report), force=force)
        printer.result(f"Written to {html}")
    write_json(json, report.to_json(), force=force)


def report_on(bar: Progress, rows: LabelledTexts, classifiers: Sequence[Classifier]) -> Report:
    """Evaluate `classifiers` on the same rows."""
    share = 0.6 / len(classifiers)
    answers = [
        _predict(SubProgress(bar, share * number, share * (number + 1)), classifier, rows.texts)
        for number, classifier in enumerate(classifiers)
    ]
    cases = behavioural_tests.load_cases(resource("behaviour.toml"))
    bar.report(0.6, "behaviour tests")
    slices = dict(text_slices(rows.texts, rows.tags))
    for name, values in rows.columns.items():
        slices |= column_slices(name, values)
    return evaluate_models(
        SubProgress(bar, 0.7, 1.0),
        rows.tags,
        classifiers[0].tags,
        answers,
        name=rows.name,
        slices=slices,
        behaviour=[behavioural_tests.run(classifier, cases) for classifier in classifiers],
        by_confidence=answers_alike([each.probabilities for each in answers])
        and len({each.tags for each in answers[-2:]}) == 1,
        notes=[f"Excluded, no tag or text: {counted(rows.left_out, 'row')}."] if rows.left_out else [],
    )


def _predict(bar: Progress, classifier: Classifier, texts: Sequence[str]) -> Predictions:
    """Predict in pages, to update the progress bar and to react to Ctrl+C."""
    parts = []
    for start in range(0, len(texts), _PAGE):
        bar.report(start / len(texts), f"predicting with {classifier.version}")
        parts.append(classifier.predict(texts[start : start + _PAGE]))
    return Predictions(
        classifier.version, classifier.tags, np.concatenate([part.probabilities for part in parts])
    )
