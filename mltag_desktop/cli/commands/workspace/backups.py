"""`mltag backups`: list, make and restore the backups of a workspace."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final

import platformdirs
import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import Printer, progress, refuse_existing, refuse_stdout, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.workspace.recovery.backups import Backup, Backups, restore
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.lock_file import holder_of, is_held

Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder", metavar="FOLDER", help="The folder of the backups. Default: the one that the window uses."
    ),
]
Take = Annotated[bool, typer.Option("--take", help="Make a backup now; no older one is deleted.")]
Restore = Annotated[
    int | None,
    typer.Option(
        "--restore",
        min=1,
        metavar="N",
        help="Restore the backup with this number; the current file is kept under another name.",
    ),
]

_REASONS: Final = {
    "day": "daily",
    "decisions": "many decisions",
    "migration": "format upgrade",
    "asked": "manual",
}


def backups(
    workspace: Workspace,
    take: Take = False,
    copy: Annotated[
        Path | None,
        typer.Option("--copy", metavar="OUT", help="Write a complete copy of the workspace to this file."),
    ] = None,
    number: Restore = None,
    folder: Folder = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the backups of a workspace, newest first; make one, restore one, or copy the workspace."""
    if take and number is not None:
        raise WrongUse("Use one of --take and --restore.")
    refuse_stdout(copy)
    refuse_existing(copy, json, force=force)
    place = folder or platformdirs.user_data_path("mltag-desktop", appauthor=False) / "backups"
    kept = Backups(place, workspace)
    printer = Printer(quiet=quiet, json_target=json)
    if copy is not None:
        with open_workspace(workspace, write=False) as document, progress("Copying", quiet=quiet) as bar:
            document.save_copy(bar, copy, replace=force)
        printer.result(f"Copied to {copy}")
    if take:
        with open_workspace(workspace, write=False) as document, progress("Copying", quiet=quiet) as bar:
            document.backup(bar, place, "asked", kept=None)
    found = kept.all()
    if number is not None:
        if number > len(found):
            last = f"The last one is {len(found)}." if found else "Make one with --take."
            raise MltagError(f"There is no backup {number}.", last)
        if is_held(workspace):
            raise MltagError(
                f"{workspace} is open for {holder_of(workspace)}.", "Close it there, then try again."
            )
        if verify_file(found[number - 1].path).damage:
            raise MltagError(f"Backup {number} is damaged.", "Restore another one, or salvage the data.")
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        before = restore(found[number - 1].path, workspace, stamp)
        printer.result(f"Restored; the previous file was kept as {before.name}")
    elif not found and copy is None:  # a lost or damaged workspace with backups is listed, to restore it
        open_workspace(workspace, write=False).close()
        printer.result(f"No backups of {workspace} yet; make one with --take.")
    if found:
        _show(printer, found)
    write_json(json, [_as_json(each) for each in found], force=force)


def _show(printer: Printer, found: Sequence[Backup]) -> None:
    printer.table(
        ("number", "time", "reason", "MB"),
        [
            [
                str(at),
                f"{each.time.astimezone():%Y-%m-%d %H:%M:%S}",
                _REASONS.get(each.why, each.why),
                f"{each.size / 1e6:.1f}",
            ]
            for at, each in enumerate(found, 1)
        ],
    )


def _as_json(backup: Backup) -> dict[str, Any]:
    return {
        "path": str(backup.path),
        "time": backup.time.isoformat(timespec="seconds"),
        "reason": backup.why,
        "bytes": backup.size,
    }
