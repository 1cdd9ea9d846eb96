"""`mltag export-decisions`, `import-decisions` and the same for misclassifications: exchange with others."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.misclassifications import import_misclassifications, write_misclassifications
from mltag_desktop.core.workspace.export.shared_decisions import (
    ConflictRule,
    SharedPlan,
    apply_shared,
    export_decisions,
    plan_shared,
    read_decisions,
)

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The output file.")]
Conflicts = Annotated[
    ConflictRule, typer.Option("--conflicts", help="Which decision counts where both decided differently.")
]
NewTags = Annotated[
    bool, typer.Option("--add-tags", help="Add tags of the file that the workspace does not have.")
]
Plan = Annotated[bool, typer.Option("--dry-run", help="Compare, and change nothing.")]


def share_decisions(
    workspace: Workspace, out: Out, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Write your decisions for a colleague: digests of the texts, tags and notes, not the texts."""
    refuse_existing(out, json, force=force)
    with (
        open_workspace(workspace, write=False) as document,
        progress("Writing", quiet=quiet) as bar,
    ):
        count = export_decisions(bar, document, out, replace=force)
    Printer(quiet=quiet, json_target=json).result(f"{counted(count, 'decision')} written to {out}")
    write_json(json, {"decisions": count}, force=force)


def take_decisions(
    workspace: Workspace,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of mltag export-decisions.")],
    conflicts: Conflicts = ConflictRule.OURS,
    add_tags: NewTags = False,
    dry_run: Plan = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Import a colleague's decisions, with agreement and conflicts, as one step of the journal."""
    refuse_existing(json, force=force)
    shared = read_decisions(file)
    with (
        open_workspace(workspace, curator, write=not dry_run) as document,
        progress("Comparing", quiet=quiet) as bar,
    ):
        plan = plan_shared(bar, document, shared)
        if plan.new_tags and not dry_run:
            if not add_tags:
                raise MltagError(
                    f"The workspace has no tag {', '.join(plan.new_tags)}.",
                    "Add --add-tags, or add the tags with mltag tags.",
                )
            document.tag_set.set([*document.tag_set.tags, *plan.new_tags])
        taken = 0
        if not dry_run:
            change = apply_shared(bar, document, plan, conflicts)
            taken = 0 if change.rows is None else len(change.rows)
    printer = Printer(quiet=quiet, json_target=json)
    kappa = "" if plan.kappa is None else f", kappa {plan.kappa:.2f}"
    printer.result(
        f"{plan.agreed:,} agree{kappa}; {len(plan.new):,} new, {counted(len(plan.conflicts), 'conflict')},"
        f" {counted(plan.unknown, 'text')} not in this table."
    )
    for conflict in plan.conflicts[:20]:
        printer.result(f"  record {conflict.row + 1}: {conflict.ours}, theirs {conflict.theirs.tag}")
    if len(plan.conflicts) > 20:
        printer.result(f"  and {len(plan.conflicts) - 20:,} more")
    if not dry_run:
        printer.result(f"{counted(taken, 'record')} changed.")
    write_json(json, _plan_json(plan) | {"changed": taken}, force=force)


def export_misses(
    workspace: Workspace, out: Out, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Write the corrected and flagged records, with their texts, for the owner of the model."""
    refuse_existing(out, json, force=force)
    with (
        open_workspace(workspace, write=False) as document,
        progress("Writing", quiet=quiet) as bar,
    ):
        count = write_misclassifications(bar, document, out)
    Printer(quiet=quiet, json_target=json).result(f"{counted(count, 'misclassification')} written to {out}")
    write_json(json, {"misclassifications": count}, force=force)


def import_misses(
    workspace: Workspace,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of mltag export-misclassified.")],
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Flag the records of a file of misclassifications, and add texts that are not in the table."""
    refuse_existing(json, force=force)
    with (
        open_workspace(workspace, curator, write=True) as document,
        progress("Importing", quiet=quiet) as bar,
    ):
        done = import_misclassifications(bar, document, file)
    flagged = 0 if done.change.rows is None else len(done.change.rows)
    Printer(quiet=quiet, json_target=json).result(
        f"{counted(flagged, 'record')} flagged, {counted(done.added, 'text')} added."
    )
    write_json(json, {"known": done.known, "added": done.added, "flagged": flagged}, force=force)


def _plan_json(plan: SharedPlan) -> dict[str, Any]:
    """Return what an import would do as JSON values; record numbers count from 1."""
    return {
        "agreed": plan.agreed,
        "new": [row + 1 for row in plan.new],
        "conflicts": [
            {
                "record": each.row + 1,
                "text": each.text,
                "ours": each.ours,
                "theirs": each.theirs.tag,
                "curator": each.theirs.curator,
            }
            for each in plan.conflicts
        ],
        "unknown": plan.unknown,
        "new_tags": list(plan.new_tags),
        "kappa": plan.kappa,
        "tags": [
            {"tag": each.tag, "both": each.both, "either": each.either, "kappa": each.kappa}
            for each in plan.agreement
        ],
    }
