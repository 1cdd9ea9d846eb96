"""`mltag policy`: what a workspace does with unsure predictions."""

from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, refuse_existing, write_json
from mltag_desktop.core.model.unsure_policy import UnsurePolicy

Unsure = Annotated[
    UnsurePolicy | None,
    typer.Option("--unsure", help="Unsure predictions in exports and in published models."),
]


def policy(
    workspace: Workspace,
    unsure: Unsure = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Show the policy of a workspace, or change it; a change is a step of the journal.

    Exports and batches may be stricter than the policy, never looser.
    """
    refuse_existing(json, force=force)
    changes = unsure is not None
    with open_workspace(workspace, curator, write=changes) as document:
        if unsure is not None:
            document.thresholds.set_unsure(unsure)
        found = document.thresholds.unsure
        below = document.thresholds.below().default
    printer = Printer(quiet=quiet, json_target=json)
    printer.result(f"Unsure predictions (confidence below {below:.2f}): {found}")
    write_json(json, {"unsure": str(found), "review_below": below}, force=force)
