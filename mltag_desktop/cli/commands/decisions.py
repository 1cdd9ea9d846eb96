"""`mltag decide`, `journal`, `undo` and `redo`: decisions from a script, in the same journal."""

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from mltag_desktop.cli.commands.decisions_wishes import Conflict, Wish, single_wish, wishes_in
from mltag_desktop.cli.inputs import opened
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import Printer, refuse_existing, write_json
from mltag_desktop.core.workspace.recovery.log_contents import is_log, logged_decisions
from mltag_desktop.core.workspace.types import Entry
from mltag_desktop.core.workspace.workspace import Workspace as Document

RecordNumber = Annotated[
    int | None, typer.Option("--record", min=1, metavar="N", help="The record number, starting at 1.")
]
Tag = Annotated[str | None, typer.Option("--tag", metavar="TAG", help="The tag to set.")]
Source = Annotated[
    Path | None,
    typer.Option("--from", metavar="CSV", help="A table with a column tag and a column record or id."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A note on the decision.")]


def decide(
    workspace: Workspace,
    record: RecordNumber = None,
    tag: Tag = None,
    source: Source = None,
    note: Note = "",
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Set the tag of one record, or of many from a table; rows that cannot be applied are reported."""
    if source is not None and record is None and tag is None:
        find = partial(wishes_in, source, note=note)
    elif source is None and record is not None and tag is not None:
        find = partial(single_wish, record, tag, note)
    else:
        raise typer.BadParameter("Use either --record and --tag, or --from.")
    refuse_existing(json, force=force)
    with opened(workspace, curator, write=True) as document:
        wishes, conflicts = find(document)
        applied = _apply(document, wishes)
    _tell(Printer(quiet=quiet, json_target=json), applied, conflicts)
    write_json(json, {"applied": applied, "conflicts": [asdict(item) for item in conflicts]}, force=force)


def journal(workspace: Workspace, json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """List all decisions, oldest first; what was undone is listed too.

    Of a file NAME.mltag-unsaved-… it lists the decisions that can be read in it.
    """
    refuse_existing(json, force=force)
    if is_log(workspace):
        entries = [as_json(entry) for entry in logged_decisions(workspace)]
    else:
        with opened(workspace, write=False) as document:
            entries = [as_json(entry) for entry in document.journal()]
    columns = ("step", "record", "kind", "tag", "curator", "time", "note")
    rows = [["" if entry[column] is None else str(entry[column]) for column in columns] for entry in entries]
    Printer(quiet=quiet, json_target=json).table(columns, rows)
    write_json(json, entries, force=force)


def undo(
    workspace: Workspace,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Undo the last step; the journal records the undo as a step."""
    _step(workspace, "undo", curator, json, force, quiet)


def redo(
    workspace: Workspace,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Redo the last undone step."""
    _step(workspace, "redo", curator, json, force, quiet)


def as_json(entry: Entry) -> dict[str, Any]:
    """Return the keys that scripts rely on, and some more; records count from 1."""
    return {
        "step": entry.step,
        "record": None if entry.record is None else entry.record + 1,
        "kind": str(entry.kind),
        "tag": entry.tag,
        "curator": entry.curator,
        "time": entry.time,
        "model_version": entry.model_version,
        "predicted_tag": entry.predicted_tag,
        "confidence": entry.confidence,
        "note": entry.note,
        "undone": entry.undone,
        "target": entry.target,
    }


def _step(path: Path, word: str, curator: str | None, json: Path | None, force: bool, quiet: bool) -> None:
    refuse_existing(json, force=force)
    with opened(path, curator, write=True) as document:
        label = document.undo_label if word == "undo" else document.redo_label
        change = document.undo() if word == "undo" else document.redo()
        entries = [as_json(entry) for entry in document.journal()]
    said = f"{word.capitalize()}: {label}" if change is not None else f"There is nothing to {word}."
    Printer(quiet=quiet, json_target=json).result(said)
    write_json(json, entries, force=force)


def _apply(document: Document, wishes: list[Wish]) -> int:
    """Decide all at once, as one step; return how many records were decided."""
    if len(wishes) == 1:
        document.decide([wishes[0].row], wishes[0].tag, wishes[0].note)
    elif wishes:
        tags = {wish.row: (wish.tag, wish.note) for wish in wishes}
        document.decide_each(tags, (), f"Decide from a table ({len(wishes):,} records)")
    return len(wishes)


def _tell(printer: Printer, applied: int, conflicts: Sequence[Conflict]) -> None:
    printer.result(f"{applied:,} decided." + (f" {len(conflicts):,} not applied:" if conflicts else ""))
    for item in conflicts[:20]:
        printer.result(f"  line {item.line}: {item.reason}")
    if len(conflicts) > 20:
        printer.result(f"  and {len(conflicts) - 20:,} more")
