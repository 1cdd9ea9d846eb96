"""`mltag drift`: check whether a table or a workspace still looks like the training data."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from mltag_desktop.cli.command_inputs import load_active_model, open_workspace
from mltag_desktop.cli.options import Delimiter, Encoding, Force, Header, Json, Quiet, Sheet, TextColumns
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, start_of, write_json
from mltag_desktop.cli.table_inputs import reading, refuse_reading, text_mapping
from mltag_desktop.core.drift.monitor import (
    CHECKS,
    WINDOW,
    DriftMetrics,
    DriftMonitor,
    DriftReport,
    limits_for,
)
from mltag_desktop.core.drift.reference import reference_of
from mltag_desktop.core.filesystem.files import WORKSPACE_SUFFIX
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.library.model_names import load_trained
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.column_mapping import record_text
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource
from mltag_desktop.core.tables.row_streams import open_rows

ALARM = 3
"""Exit code of `--fail-on-alarm`."""
_PAGE = 2_000
_NAMES = {
    "tags": "tags (PSI)",
    "confidence": "confidence (PSI)",
    "off_topic": "no similar text",
    "coverage": "vocabulary coverage",
    "language": "other language",
    "spam": "spam",
}


def drift(
    source: Annotated[
        str, typer.Argument(metavar="WORKSPACE|TABLE", help="A workspace or a table; - for stdin.")
    ],
    text: TextColumns = None,
    encoding: Encoding = "",
    delimiter: Delimiter = "",
    sheet: Sheet = "",
    header: Header = None,
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            metavar="MODEL",
            help="The model. Default: the workspace's active model, or the bundled one.",
        ),
    ] = None,
    window: Annotated[int, typer.Option("--window", min=50, metavar="N", help="Rows per window.")] = WINDOW,
    fail_on_alarm: Annotated[
        bool, typer.Option("--fail-on-alarm", help="Exit with 3 when there is an alarm, for scripts.")
    ] = False,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Compare a stream of texts with the training data; alarms list example rows."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    options = reading(encoding, delimiter, sheet, header)
    with progress("Monitoring", quiet=quiet) as bar:
        if source.lower().endswith(WORKSPACE_SUFFIX):
            refuse_reading(source, options, text)
            watcher, report = _workspace(bar, Path(source), model, window)
        else:
            watcher, report = _table(bar, open_rows(source, options), text, model, window)
    _show(printer, report, watcher)
    write_json(json, report.to_json(), force=force)
    if fail_on_alarm and report.alarms:
        raise typer.Exit(ALARM)


def _table(
    bar: Progress, rows: RowSource, text: Sequence[str] | None, model: str | None, window: int
) -> tuple[LinearModel, DriftReport]:
    classifier = bundled() if model is None else load_trained(model)
    first = next(rows.chunks(_PAGE), RowChunk([], []))
    mapping = text_mapping(rows.columns, first, text, classifier.tags)
    watch = DriftMonitor(classifier, window=window)
    for chunk in rows.chunks(_PAGE):
        texts = [record_text(cells, mapping) for cells in chunk]
        watch.add(texts, classifier.predict(texts))
        bar.report(rows.fraction())
    return classifier, watch.report()


def _workspace(bar: Progress, path: Path, model: str | None, window: int) -> tuple[LinearModel, DriftReport]:
    with open_workspace(path, write=False) as document:
        classifier = load_active_model(document, bundled()).own if model is None else load_trained(model)
        watch = DriftMonitor(classifier, window=window)
        for start in range(0, document.table.count, _PAGE):
            page = np.arange(start, min(start + _PAGE, document.table.count))
            texts = [record.text for record in document.table.records(page)]
            watch.add(texts, classifier.predict(texts))
            bar.report(start / document.table.count)
        return classifier, watch.report()


def _show(printer: Printer, report: DriftReport, model: LinearModel) -> None:
    total = report.total
    limits = limits_for(reference_of(model), max(total.rows, 1))
    sounded = {alarm.check for alarm in report.alarms}
    lines = [
        [_NAMES[check], _written(check, value), _written(check, limits[check]), "alarm" * (check in sounded)]
        for check, value in _values(total)
    ]
    title = f"{counted(total.rows, 'row')} compared with the training data of model {report.version}"
    printer.table(("check", "found", "limit", ""), lines, title=title)
    for alarm in report.alarms:
        printer.result(f"- rows {alarm.first + 1:,} to {alarm.stop:,}: {alarm.words}")
        for example in alarm.examples[:3]:
            printer.result(f"    row {example.row + 1:,}: {start_of(example.text)}")
    if not report.alarms:
        printer.result("No alarm.")


def _values(total: DriftMetrics) -> Iterator[tuple[str, float]]:
    found = (
        total.tags_psi,
        total.confidence_psi,
        total.off_topic_share,
        total.coverage,
        total.language_share,
        total.spam_share,
    )
    yield from zip(CHECKS, found, strict=True)


def _written(check: str, value: float) -> str:
    return f"{value:.3f}" if check in ("tags", "confidence") else f"{value:.1%}"
