"""`mltag mark` and `note`: marks and notes of records."""

from enum import StrEnum
from typing import Annotated, Final

import typer

from mltag_desktop.cli.command_inputs import load_active_model, open_workspace
from mltag_desktop.cli.commands.workspace.record_choice import Records, Search, chosen_records
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, write_json
from mltag_desktop.core.learning.records.off_topic_records import refresh_off_topic
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT, SubProgress
from mltag_desktop.core.workspace.types import DecisionKind


class MarkName(StrEnum):
    """A mark of a record."""

    FLAG = "flag"
    SKIP = "skip"
    UNSURE = "unsure"
    OFF_TOPIC = "off-topic"
    ON_TOPIC = "on-topic"


_KINDS: Final = {
    MarkName.FLAG: (DecisionKind.FLAG, DecisionKind.UNFLAG),
    MarkName.SKIP: (DecisionKind.SKIP, DecisionKind.UNSKIP),
    MarkName.UNSURE: (DecisionKind.UNSURE, DecisionKind.SURE),
    MarkName.OFF_TOPIC: (DecisionKind.OFF_TOPIC, DecisionKind.CLEAR),
    MarkName.ON_TOPIC: (DecisionKind.ON_TOPIC, DecisionKind.CLEAR),
}
"""The kinds that add and remove each mark."""
_OF_TOPIC: Final = (MarkName.OFF_TOPIC, MarkName.ON_TOPIC)


def mark(
    workspace: Workspace,
    name: Annotated[MarkName, typer.Argument(metavar="MARK", help=f"One of {', '.join(MarkName)}.")],
    record: Records = None,
    search: Search = "",
    remove: Annotated[bool, typer.Option("--remove", help="Remove the mark.")] = False,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="A note with the mark.")] = "",
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Mark records, as one step of the journal.

    off-topic also removes their tag; the off-topic filter of the table learns from off-topic and on-topic.
    """
    refuse_existing(json, force=force)
    with (
        open_workspace(workspace, curator, write=True) as document,
        progress("Marking", quiet=quiet) as bar,
    ):
        rows = chosen_records(SubProgress(bar, 0.0, 0.5), document, record, search)
        document.decisions.mark(rows, _KINDS[name][remove], note)
        if name in _OF_TOPIC:
            refresh_off_topic(
                SubProgress(bar, 0.5, 1.0), document, load_active_model(document, bundled()).own
            )
    done = f"{name} removed from" if remove else f"{name} set on"
    Printer(quiet=quiet, json_target=json).result(f"{done} {counted(len(rows), 'record')}.")
    write_json(json, {"records": (rows + 1).tolist(), "mark": str(name), "removed": remove}, force=force)


def note(
    workspace: Workspace,
    first: Annotated[
        str | None, typer.Argument(metavar="RECORD", help="The record number, unless --record has it.")
    ] = None,
    second: Annotated[str | None, typer.Argument(metavar="TEXT", help='The note; "" removes it.')] = None,
    record: Annotated[
        int | None, typer.Option("--record", min=1, metavar="N", help="The record number, starting at 1.")
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the note of a record; without a text, show it."""
    number, text = _noted(first, second, record)
    refuse_existing(json, force=force)
    with open_workspace(workspace, curator, write=text is not None) as document:
        [row] = chosen_records(SILENT, document, [number], "").tolist()
        if text is not None:
            document.decisions.note(row, text)
        shown = document.decisions.note_on(row)
    Printer(quiet=quiet, json_target=json).result(shown or "There is no note.")
    write_json(json, {"record": number, "note": shown}, force=force)


def _noted(first: str | None, second: str | None, record: int | None) -> tuple[int, str | None]:
    """Return the record number and the text; without `record`, the first argument is the number."""
    if record is not None:
        if second is not None:
            raise WrongUse("Put a note of several words in quotation marks.")
        return record, first
    if first is None:
        raise WrongUse("Name the record with --record.")
    if not (first.isdecimal() and int(first) > 0):
        raise WrongUse(f"“{first}” is not a record number.")
    return int(first), second
