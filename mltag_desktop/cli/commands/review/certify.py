"""`mltag certify`: prove by random checks that few of the records above a confidence are wrong."""

import csv
import io
from pathlib import Path
from typing import Annotated, Any

import numpy as np
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
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification.certification import Proposal, propose
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.views.certificates import (
    CertificationState,
    CheckState,
    cancel,
    certification_state,
    cut_words,
    finish,
    start,
)
from mltag_desktop.core.workspace.workspace import Workspace as Document

Allowed = Annotated[
    str | None,
    typer.Option("--allow", metavar="SHARE", help="Start: the error rate to prove, such as 5% or 0.05."),
]
Checks = Annotated[
    int | None,
    typer.Option("--checks", metavar="N", min=1, help="Most records to check. Default: 102 for 5%."),
]
Try = Annotated[bool, typer.Option("--dry-run", help="Show the proposed cut and start nothing.")]
Draw = Annotated[
    Path | None,
    typer.Option("--out", metavar="CSV", help="Write the records to check; - for stdout.", allow_dash=True),
]
Finish = Annotated[bool, typer.Option("--finish", help="Issue the certificate, once it is proven.")]
Cancel = Annotated[bool, typer.Option("--cancel", help="End the certification without a certificate.")]


def certify(
    workspace: Workspace,
    allow: Allowed = None,
    checks: Checks = None,
    dry_run: Try = False,
    out: Draw = None,
    finished: Finish = False,
    cancelled: Cancel = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Certify that few of the records above a confidence are wrong; without options, show the state.

    --allow starts, --out writes the records to check, `mltag decide --from` reads their tags, --finish ends.
    """
    if (allow is not None) + finished + cancelled > 1:
        raise WrongUse("Use one of --allow, --finish and --cancel.")
    if allow is None and (dry_run or checks is not None):
        raise WrongUse("--dry-run and --checks need --allow.")
    allowed = None if allow is None else _share(allow)
    refuse_existing(out, json, force=force)
    printer = Printer(quiet=quiet, json_target=out if json is None else json)
    writes = finished or cancelled or (allowed is not None and not dry_run)
    with open_workspace(workspace, curator, write=writes) as document:
        found: dict[str, Any] = {}
        if allowed is not None:
            with progress("Choosing a cut", quiet=quiet) as bar:
                proposal = propose(bar, document, allowed, checks)
            if not dry_run:
                start(document, proposal.plan)
            found = proposal_json(proposal)
            printer.result(proposal_words(proposal))
        elif finished:
            finish(document)
        elif cancelled:
            cancel(document)
        state = certification_state(document)
        if out is not None:
            write_text(out, _to_check(document, state), force=force)
    if not dry_run:
        printer.result(state_words(state))
    if out not in (None, STDOUT) and state.checks is not None and state.checks.open:
        printer.result(
            f"{counted(len(state.checks.open), 'record')} to check written to {out}."
            f" Fill in the column tag, then: mltag decide {workspace} --from {out}"
        )
    write_json(json, found | state_json(state), force=force)


def proposal_words(found: Proposal) -> str:
    """Return what a certification would do, as a sentence."""
    plan = found.plan
    existing = f", {plan.known:,} more exist already" if plan.known else ""
    cuts, records = str(cut_words(plan.cuts[0].cut)), f"{found.undecided[0]:,}"
    if plan.stricter:
        cuts, records = f"{cuts}, then down to {cut_words(plan.cut)}", f"{records} to {found.undecided[-1]:,}"
    return (
        f"Cut {cuts}: {records} of {counted(found.table, 'record')} would need no review."
        f" {found.fewest:,} to {counted(found.most, 'check')}{existing}."
    )


def proposal_json(found: Proposal) -> dict[str, Any]:
    """Return a proposal as JSON values; those outside `cuts` are about the strictest cut."""
    strictest = found.plan.cuts[0]
    return {
        "undecided": found.undecided[0],
        "table": found.table,
        "chance": found.chance,
        "fewest_checks": found.fewest,
        "most_checks": found.most,
        "needed": list(strictest.needed),
        "cut": strictest.cut,
        "allowed": found.plan.allowed,
        "cuts": [
            {"cut": each.cut, "undecided": undecided, "needed": list(each.needed)}
            for each, undecided in zip(found.plan.cuts, found.undecided, strict=True)
        ],
    }


def state_words(state: CertificationState) -> str:
    """Return the state of the certification as a sentence."""
    if state.running is not None and state.checks is not None:
        return (f"{state.void} The certification is void. " if state.void else "") + checks_words(
            state.running.allowed, state.checks
        )
    if state.certificate is None:
        return "Unverified: there is no certificate."
    if state.void:
        return f"Unverified: {state.void} Void: {state.certificate.sentence}"
    return str(state.certificate.sentence)


def checks_words(allowed: float, checks: CheckState) -> str:
    """Return how far the checks have come."""
    done = f"{checks.checked:,} checked, {checks.wrong:,} wrong"
    if checks.postponed:
        done += f" ({checks.postponed:,} of them skipped or unsure)"
    if checks.missing is None:
        return (
            f"{done}: too many to prove {allowed:.0%}. Use --cancel, then train with the corrected records or"
            " allow a larger error."
        )
    proven, coming = checks.proven_cut, checks.next_cut
    if proven is not None:
        done += (
            f": {allowed:.0%} is proven for {counted(proven.records, 'record')} above {cut_words(proven.cut)}"
        )
        if coming is None:
            return f"{done}. Use --finish."
        return (
            f"{done}; about {checks.missing:,} more may prove it for {counted(coming.records, 'record')}"
            f" above {cut_words(coming.cut)}. Check these, or use --finish."
        )
    return f"{done}; about {checks.missing:,} more to prove at most {allowed:.0%} wrong."


def state_json(state: CertificationState) -> dict[str, Any]:
    """Return the state of the certification as JSON values; record numbers count from 1."""
    checks = state.checks
    cut = state.running or state.certificate
    about = (checks.next_cut or checks.proven_cut if checks else None) or cut
    proven = checks.proven_cut if checks else None
    counted_checks = checks or state.certificate
    return {
        "state": _name(state),
        "void": str(state.void) or None,
        "allowed": cut.allowed if cut else None,
        "cut": about.cut if about else None,
        "records": about.records if about else None,
        "proven_cut": proven.cut if proven else None,
        "proven_records": proven.records if proven else None,
        "checked": counted_checks.checked if counted_checks else None,
        "wrong": counted_checks.wrong if counted_checks else None,
        "missing": checks.missing if checks else None,
        "to_check": [row + 1 for row in checks.open] if checks else [],
        "certificate": str(state.valid.sentence) if state.valid else None,
    }


def _name(state: CertificationState) -> str:
    if state.running is None or state.checks is None:
        return "none" if state.certificate is None else "void" if state.void else "certified"
    if state.void:
        return "void"
    return "failed" if state.checks.failed else "proven" if state.checks.proven else "running"


def _share(text: str) -> float:
    """Return an error rate that is written as 5% or 0.05."""
    word = text.strip()
    try:
        share = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
    except ValueError:
        raise WrongUse(f"{text} is not an error rate. Write 5% or 0.05.") from None
    if not 0 < share <= 0.5:
        raise WrongUse(f"{text} is not between 0% and 50%. Write 5% or 0.05.")
    return share


def _to_check(document: Document, state: CertificationState) -> str:
    """Return the records to check as a table for `mltag decide --from`, once their tags are filled in."""
    if state.checks is None:
        raise MltagError("No certification is running.", "Start one with --allow 5%.")
    rows: tuple[RowId, ...] = state.checks.open
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("record", "tag", "predicted", "text"))
    for record in document.table.records(np.array(rows, np.int64)):
        writer.writerow((record.row + 1, "", record.predicted, record.text))
    return text.getvalue()
