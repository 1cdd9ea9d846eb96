"""`mltag salvage`: recover the readable records of a damaged workspace."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from mltag_desktop.cli.command_inputs import (
    report_foreign_log,
    report_moved_logs,
    report_unfinished,
    with_command,
)
from mltag_desktop.cli.options import Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, refuse_stdout, write_json
from mltag_desktop.core.workspace.recovery.salvage import salvage as save
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.schema import damaged, damaged_model
from mltag_desktop.core.workspace.storage.write_ahead_log import unsaved


def salvage(
    workspace: Workspace,
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new workspace, NAME.mltag.")],
    json: Json = None,
    quiet: Quiet = False,
) -> None:
    """Recover the readable records of a damaged workspace into a new one, and report what is missing.

    Each record is intact, doubtful (recovered, but not confirmed by a checksum) or lost (empty in the new
    workspace).

    To check a workspace for damage, use `mltag check WORKSPACE`.
    """
    refuse_stdout(out)
    refuse_existing(out, json, force=None)
    with progress("Salvaging", quiet=quiet) as bar:
        saved = save(bar, workspace, out)
    Printer(quiet=quiet, json_target=json).result(f"{out}: {saved.words}")
    if saved.unused_log is not None:
        Printer(quiet=quiet).note(f"List the decisions in it with “mltag journal {saved.unused_log}”.")
    report_moved_logs(unsaved(out))
    found = {
        "rows": saved.rows,
        "damaged": list(saved.damaged),
        "records": saved.records,
        "whole": saved.whole,
        "doubtful": saved.records - saved.whole - saved.lost,
        "lost": saved.lost,
        "unplaced": saved.unplaced,
        "doubtful_records": _record_numbers(saved.doubtful),
        "lost_records": _record_numbers(saved.empty),
        "missing": saved.missing,
        "missing_bytes": saved.missing_bytes,
        "unreadable_pages": saved.unreadable_pages,
    }
    write_json(json, found, force=False)


def _record_numbers(ranges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Convert ranges of rows to ranges of record numbers, which count from 1."""
    return [[first + 1, last + 1] for first, last in ranges]


def verify_workspace(workspace: Path, json: Path | None, *, force: bool, quiet: bool) -> None:
    """Verify every byte of a workspace: print a summary, or list the damage and raise `MltagError`."""
    found = verify_file(workspace)
    report_foreign_log(workspace)
    if found.unfinished is not None:
        report_unfinished(workspace, found.records or 0, found.unfinished)
    printer = Printer(quiet=quiet, json_target=json)
    for damage in found.damage:
        printer.result(f"- {damage}")
    values = {
        "file": str(workspace),
        "records": found.records,
        "steps": found.steps,
        "lost": found.lost,
        "damage": [
            {"part": each.part, "model": each.model or None, "count": len(each.faults), "items": each.faults}
            for each in found.damage
        ],
    }
    write_json(json, values, force=force)
    if found.only_models:
        raise with_command(damaged_model(workspace, found.faults))
    if found.faults:
        raise with_command(damaged(workspace, found.faults[0].words))
    held = f"{counted(found.records or 0, 'record')}, {counted(found.steps or 0, 'step')} in the journal"
    if found.lost:
        printer.result(f"{workspace}: {held}; {counted(found.lost, 'record')} lost before, the rest intact")
    else:
        printer.result(f"{workspace}: {held}; intact")
