"""`mltag salvage`: what can still be read of a damaged workspace."""

from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.bar import progress
from mltag_desktop.cli.options import Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, refuse_existing, write_json
from mltag_desktop.cli.workspaces import opened, tell_kept
from mltag_desktop.core.workspace.salvage import salvage as save
from mltag_desktop.core.workspace.write_ahead_log import unsaved

SUFFIX = ".mltag"
_ALL = 10**12


def salvage(
    workspace: Workspace,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new workspace, NAME.mltag.")],
    json: Json = None,
    quiet: Quiet = False,
) -> None:
    """Save what can still be read of a damaged workspace as a new one, and say what is missing.

    `mltag check WORKSPACE` goes through one and tells whether it is damaged.
    """
    refuse_existing(out, json, force=False)
    with progress("Saving", quiet=quiet) as bar:
        saved = save(bar, workspace, out)
    Printer(quiet=quiet, json_target=json).result(f"{out}: {saved.words}")
    tell_kept(unsaved(out))
    found = {"rows": saved.rows, "damaged": list(saved.damaged), "lost": saved.lost}
    write_json(json, found, force=False)


def go_through(workspace: Path, json: Path | None, *, force: bool, quiet: bool) -> None:
    """Read the whole of a workspace and tell what it holds; raises `MltagError` when it is damaged."""
    with opened(workspace, write=False) as document:
        document.verify()
        records, steps = document.count, len(document.steps(limit=_ALL))
    held = f"{counted(records, 'record')}, {counted(steps, 'step')} in the journal"
    Printer(quiet=quiet, json_target=json).result(f"{workspace}: {held}; all is as it was written")
    write_json(json, {"file": str(workspace), "records": records, "steps": steps}, force=force)
