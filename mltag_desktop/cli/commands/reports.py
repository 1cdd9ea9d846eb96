"""`mltag metrics`, `report`, `slices` and `drift`: how models do in use, in reports and on other texts."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import typer

from mltag_desktop.cli.command_inputs import At, Curated, active_model, open_workspace
from mltag_desktop.cli.options import argument, flag, option
from mltag_desktop.cli.output import HtmlOutput, Messages, Output, counted, start_of
from mltag_desktop.cli.report_output import show_gate, show_report
from mltag_desktop.cli.table_inputs import TableInput, text_mapping
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.filesystem import WORKSPACE_SUFFIX
from mltag_desktop.core.learning.drift_monitor import (
    ANOTHER_STYLE,
    CHECKS,
    WINDOW,
    DriftMonitor,
    DriftReport,
    limits_for,
    reference_of,
)
from mltag_desktop.core.learning.production_metrics import Acceptance, AcceptanceRate, production_metrics
from mltag_desktop.core.learning.query_slices import Slice, members, sliced, store_slices, stored_slices
from mltag_desktop.core.learning.workspace_models import find_model
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import load_trained
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.formats import open_rows
from mltag_desktop.core.tables.table_source import TableSource
from mltag_desktop.core.workspace.types import ModelInfo


def metrics(
    *,
    at: At,
    version: str | None = option("A model. Default: the active one.", "VERSION"),
    output: Output,
) -> None:
    """Show how often the decisions agree with a model: random checks, queue, by tag and confidence."""
    with at.open() as document, output.progress("Counting") as bar:
        chosen = None if version is None else find_model(document.models.all(), version).version
        found = production_metrics(bar, document, chosen)
    drawn = "random texts" if found.from_service else "random checks"
    output.result(
        f"{f'Model {found.version}' if found.version else 'No model knows these tags'};"
        f" {counted(found.undecided, 'record')} undecided, {found.as_set.to_review:,} to review."
    )
    output.result(f"{drawn.capitalize()}: {_rate_text(found.audit.whole)}")
    output.result(f"Other decisions (not drawn at random): {_rate_text(found.queue.whole)}")
    output.table(
        ("tag", "review below", "to review", drawn, "other decisions"),
        [
            [
                limit.tag,
                "" if limit.confidence is None else f"{limit.confidence:.2f}",
                f"{limit.to_review:,}",
                _rate_text(audit),
                _rate_text(queue),
            ]
            for limit, audit, queue in zip(found.limits, found.audit.tags, found.queue.tags, strict=True)
        ],
    )
    issued = found.certificate
    output.result("Unverified: there is no certificate." if issued is None else str(issued.sentence))
    output.write(
        {
            "version": found.version,
            "versions": list(found.versions),
            "undecided": found.undecided,
            "to_review": found.as_set.to_review,
            "from_service": found.from_service,
            "random": _acceptance_json(found.audit),
            "queue": _acceptance_json(found.queue),
            "thresholds": [
                {
                    **asdict(limit),
                    "confidence": None if limit.confidence is None else round(limit.confidence, 6),
                }
                for limit in found.limits
            ],
            "certificate": None if issued is None else str(issued.sentence),
        }
    )


def report(
    *,
    at: At,
    version: str = argument(
        "VERSION", "A model that was trained here, or its first characters. Default: the newest.", default=""
    ),
    output: HtmlOutput,
) -> None:
    """Show the report of a model of a workspace, with the slices that the workspace has now."""
    with at.open() as document, output.progress("Evaluating") as bar:
        models = document.models.all()
        info = find_model(models, version) if version else _newest_reported(models, at.workspace)
        if info.report is None:
            raise MltagError(f"Model {info.version} has no report.", "Choose a model that was trained here.")
        found = sliced(bar, document, Report.from_json(info.report).now(models))
        policy = PromotionPolicy.from_json(document.preference("priority"))
    show_report(output, found, policy)
    show_gate(output.result, found, policy)
    output.write_page(lambda: to_html(found, policy))
    output.write(found.to_json())


def _newest_reported(models: Sequence[ModelInfo], workspace: Path) -> ModelInfo:
    """Return the newest model with a report."""
    found = [info for info in models if info.report is not None]
    if not found:
        raise MltagError("No model of this workspace has a report.", f"Train one: mltag retrain {workspace}")
    return found[-1]


def slices(
    *,
    at: Curated,
    add: list[str] = option("Add or replace a slice; repeatable.", "NAME=QUERY"),
    remove: list[str] = option("Remove a slice; repeatable.", "NAME"),
    output: Output,
) -> None:
    """Show the slices that reports evaluate separately, with their numbers of records, or change them."""
    with (
        at.open(write=bool(add or remove)) as document,
        output.progress("Counting") as bar,
    ):
        kept = {each.name: each for each in stored_slices(document)}
        for name in remove:
            if kept.pop(name, None) is None:
                raise MltagError(
                    f"There is no slice {name}.", f"The slices are: {', '.join(kept) or 'none'}."
                )
        for words in add:
            name, sign, line = words.partition("=")
            if not sign:
                raise MltagError(f"{words} is not a slice.", "Write it as NAME=QUERY.")
            kept[name.strip()] = Slice(name.strip(), line.strip())
        if add or remove:
            store_slices(document, [*kept.values()])
        inside = members(bar, document, [*kept.values()])
        found = _counted(kept.values(), {name: int(mask.sum()) for name, mask in inside.items()})
    output.table(("slice", "records", "query"), [[name, f"{count:,}", line] for name, line, count in found])
    output.note(counted(len(found), "slice"))
    output.write([{"name": name, "query": line, "records": count} for name, line, count in found])


def _counted(slices: Iterable[Slice], counts: dict[str, int]) -> list[tuple[str, str, int]]:
    return [
        (each.name, each.line or f"{counted(len(each.rows or ()), 'chosen record')}", counts[each.name])
        for each in slices
    ]


def _rate_text(rate: AcceptanceRate) -> str:
    if not rate.rows:
        return "none"
    low, high = rate.interval
    return f"{rate.share:.1%} of {rate.rows:,} right ({low:.1%} to {high:.1%})"


def _acceptance_json(found: Acceptance) -> dict[str, Any]:
    return {
        "all": _rate_json(found.whole),
        "tags": [_rate_json(each) for each in found.tags],
        "confidence": [_rate_json(each) for each in found.bands],
        "days": [_rate_json(each) for each in found.days],
    }


def _rate_json(rate: AcceptanceRate) -> dict[str, Any]:
    return {
        "name": rate.name,
        "rows": rate.rows,
        "right": rate.right,
        "share": rate.share if rate.rows else None,
        "interval": list(rate.interval) if rate.rows else None,
    }


ALARM = 3
"""Exit code of `--fail-on-alarm`."""
_PAGE = 2_000
_READ_SIZE = 1 << 20
"""Number of bytes of a table that are predicted at once."""
_NAMES = {
    "tags": "tags",
    "confidence": "confidence",
    "off_topic": "off topic",
    "language": "other language",
    "spam": "spam",
}


def drift(
    *,
    source: str = argument("WORKSPACE|TABLE", "A workspace or a table; - for stdin."),
    table: TableInput,
    model: str | None = option(
        "The model. Default: the workspace's active model, or the bundled one.", "MODEL"
    ),
    window: int = option("Rows per window.", "N", default=WINDOW, min=50),
    fail_on_alarm: bool = flag("Exit with 3 when there is an alarm, for scripts."),
    output: Output,
) -> None:
    """Compare a stream of texts with the training data: other topics, or another style."""
    with output.progress("Monitoring") as bar:
        if source.lower().endswith(WORKSPACE_SUFFIX):
            table.refuse(Path(source))
            watcher, report = _workspace(bar, Path(source), model, window)
        else:
            watcher, report = _table(bar, open_rows(source, table.reading), table.text, model, window)
    _show_drift(output, report, watcher, window)
    output.write(report.to_json())
    if fail_on_alarm and report.alarms:
        raise typer.Exit(ALARM)


def _table(
    bar: Progress, rows: TableSource, text: Sequence[str] | None, model: str | None, window: int
) -> tuple[LinearModel, DriftReport]:
    classifier = bundled() if model is None else load_trained(model)
    mapping = text_mapping(rows.columns, [*islice(rows.rows(), _PAGE)], text, classifier.tags)
    watch = DriftMonitor(classifier, window=window)
    for block in rows.readable(_READ_SIZE):
        texts = block.texts(mapping.text)
        watch.add(texts, classifier.predict(texts))
        bar.report(rows.fraction)
    return classifier, watch.report()


def _workspace(bar: Progress, path: Path, model: str | None, window: int) -> tuple[LinearModel, DriftReport]:
    with open_workspace(path, write=False) as document:
        classifier = active_model(document).own if model is None else load_trained(model)
        watch = DriftMonitor(classifier, window=window)
        for start in range(0, document.table.count, _PAGE):
            page = np.arange(start, min(start + _PAGE, document.table.count))
            texts = [record.text for record in document.table.records(page)]
            watch.add(texts, classifier.predict(texts))
            bar.report(start / document.table.count)
        return classifier, watch.report()


def _show_drift(output: Messages, report: DriftReport, model: LinearModel, window: int) -> None:
    total, rows = report.total, report.total.rows
    limits = limits_for(reference_of(model), max(rows, 1))
    output.result(
        f"{counted(rows, 'row')} compared with the training data of model {report.version}: {report.verdict}"
    )
    examples = [alarm.examples for alarm in report.alarms if alarm.check == "off_topic"]
    shown = "".join(f"; row {each.row + 1:,}: {start_of(each.text)}" for each in sum(examples, ())[:2])
    output.result(
        f"Off topic: {total.off_topic:,} of {rows:,} ({total.off_topic_share:.1%}, alarm above "
        f"{limits['off_topic']:.1%}){shown}"
    )
    output.result(
        f"Style: {report.style:.2f} standard deviations from the training texts (another style from "
        f"{ANOTHER_STYLE:.1f})"
    )
    output.result(
        f"PSI of tags {total.tags_psi:.3f} (alarm above {limits['tags']:.3f}), of confidence "
        f"{total.confidence_psi:.3f} ({limits['confidence']:.3f}); other language "
        f"{total.language_share:.1%} ({limits['language']:.1%}), spam {total.spam_share:.1%} "
        f"({limits['spam']:.1%})"
    )
    alarms = [_NAMES[check] for check in CHECKS if any(alarm.check == check for alarm in report.alarms)]
    windows = {(alarm.first, alarm.stop) for alarm in report.alarms}
    if not alarms:
        output.result("No alarm.")
        return
    where = f" in {counted(len(windows), 'range')} of {window:,} rows or all" if len(windows) > 1 else ""
    output.result(f"Alarms: {', '.join(alarms)}{where}; --json has their rows and texts")
