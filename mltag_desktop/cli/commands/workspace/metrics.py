"""`mltag metrics`, `report` and `slices`: how models do in use and in their report, in parts of the table."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import (
    STDOUT,
    Printer,
    counted,
    progress,
    refuse_existing,
    write_json,
    write_text,
)
from mltag_desktop.cli.report_output import show_gate, show_report
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html.html_report import to_html
from mltag_desktop.core.evaluation.promotion_gate import PromotionPolicy
from mltag_desktop.core.learning.production_metrics import Acceptance, AcceptanceRate, production_metrics
from mltag_desktop.core.learning.query_slices import Slice, members, sliced, store_slices, stored_slices
from mltag_desktop.core.learning.workspace_models import find_model
from mltag_desktop.core.workspace.types import ModelInfo


def metrics(
    workspace: Workspace,
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSION", help="A model. Default: the active one.")
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show how often the decisions agree with a model: random checks, queue, by tag and confidence."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    with open_workspace(workspace, write=False) as document, progress("Counting", quiet=quiet) as bar:
        chosen = None if version is None else find_model(document.models.all(), version).version
        found = production_metrics(bar, document, chosen)
    drawn = "random texts" if found.from_service else "random checks"
    printer.result(
        f"{f'Model {found.version}' if found.version else 'No model knows these tags'};"
        f" {counted(found.undecided, 'record')} undecided, {found.as_set.to_review:,} to review."
    )
    printer.result(f"{drawn.capitalize()}: {_rate_text(found.audit.whole)}")
    printer.result(f"Other decisions (not drawn at random): {_rate_text(found.queue.whole)}")
    printer.table(
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
    printer.result("Unverified: there is no certificate." if issued is None else str(issued.sentence))
    write_json(
        json,
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
        },
        force=force,
    )


def report(
    workspace: Workspace,
    version: Annotated[
        str,
        typer.Argument(
            metavar="VERSION",
            help="A model that was trained here, or its first characters. Default: the newest.",
            show_default=False,
        ),
    ] = "",
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write the report as an HTML page; - for stdout."),
    ] = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the report of a model of a workspace, with the slices that the workspace has now."""
    if json == html == STDOUT:
        raise WrongUse("Use - for --json or --html, not for both.")
    refuse_existing(json, html, force=force)
    printer = Printer(quiet=quiet, json_target=html if html == STDOUT else json)
    with open_workspace(workspace, write=False) as document, progress("Evaluating", quiet=quiet) as bar:
        models = document.models.all()
        info = find_model(models, version) if version else _newest_reported(models, workspace)
        if info.report is None:
            raise MltagError(f"Model {info.version} has no report.", "Choose a model that was trained here.")
        found = sliced(bar, document, Report.from_json(info.report).now(models))
        policy = PromotionPolicy.from_json(document.preference("priority"))
    show_report(printer, found, policy)
    show_gate(printer.result, found, policy)
    if html is not None:
        write_text(html, to_html(found, policy), force=force)
        printer.result(f"Written to {html}")
    write_json(json, found.to_json(), force=force)


def _newest_reported(models: Sequence[ModelInfo], workspace: Path) -> ModelInfo:
    """Return the newest model with a report."""
    found = [info for info in models if info.report is not None]
    if not found:
        raise MltagError("No model of this workspace has a report.", f"Train one: mltag retrain {workspace}")
    return found[-1]


def slices(
    workspace: Workspace,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="NAME=QUERY", help="Add or replace a slice; repeatable."),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Remove a slice; repeatable.")
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the slices that reports evaluate separately, with their numbers of records, or change them."""
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    with (
        open_workspace(workspace, curator, write=bool(add or remove)) as document,
        progress("Counting", quiet=quiet) as bar,
    ):
        kept = {each.name: each for each in stored_slices(document)}
        for name in remove or ():
            if kept.pop(name, None) is None:
                raise MltagError(
                    f"There is no slice {name}.", f"The slices are: {', '.join(kept) or 'none'}."
                )
        for words in add or ():
            name, sign, line = words.partition("=")
            if not sign:
                raise MltagError(f"{words} is not a slice.", "Write it as NAME=QUERY.")
            kept[name.strip()] = Slice(name.strip(), line.strip())
        if add or remove:
            store_slices(document, [*kept.values()])
        inside = members(bar, document, [*kept.values()])
        found = _counted(kept.values(), {name: int(mask.sum()) for name, mask in inside.items()})
    printer.table(("slice", "records", "query"), [[name, f"{count:,}", line] for name, line, count in found])
    printer.note(counted(len(found), "slice"))
    write_json(
        json, [{"name": name, "query": line, "records": count} for name, line, count in found], force=force
    )


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
