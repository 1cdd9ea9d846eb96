"""`mltag decide`, `journal`, `undo` and `redo`: decisions from the command line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Final

import numpy as np
import typer

from mltag_desktop.cli.command_inputs import open_workspace, predict_again
from mltag_desktop.cli.commands.workspace.record_choice import Records, Search, chosen_records
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import Printer, progress, refuse_existing, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import some_of
from mltag_desktop.core.tables.opening import ReadingOptions
from mltag_desktop.core.tables.result_columns import ADDITIONAL_TAGS
from mltag_desktop.core.tables.row_streams import open_rows
from mltag_desktop.core.tables.tag_cells import split_cell
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.recovery.log_contents import is_log, logged_decisions
from mltag_desktop.core.workspace.types import Change, DecisionKind, JournalEntry, RowId
from mltag_desktop.core.workspace.workspace import Workspace as Document
from mltag_desktop.core.workspace.workspace import Workspace as WorkspaceDocument

_PAGE: Final = 5_000
_MOST_DIGITS: Final = 18
"""Maximum number of digits of a record number; Python refuses to convert strings of thousands of digits."""
Tag = Annotated[str | None, typer.Option("--tag", metavar="TAG", help="The tag to set.")]
Clear = Annotated[bool, typer.Option("--clear", help="Remove the decision; marks and notes stay.")]
PartialIsFine = Annotated[
    bool, typer.Option("--partial", help="With --from: exit with 0 although rows were left out.")
]
Source = Annotated[
    Path | None,
    typer.Option(
        "--from",
        metavar="CSV",
        help="A table with a column tag and a column record or id; a"
        " column additional_tags may have more tags, separated by ;.",
    ),
]
Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="TAG", help="An additional tag, with --tag or alone; repeatable."),
]
NotAlso = Annotated[
    list[str] | None,
    typer.Option("--not-also", metavar="TAG", help="Remove this additional tag; repeatable."),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A note on the decision.")]


@dataclass(frozen=True)
class RequestedDecision:
    """A request to tag the record at `row` with `tag`; `line` is its line in the source."""

    line: int
    row: RowId
    tag: str
    note: str
    additional: tuple[str, ...] = ()
    """Additional tags; the record keeps those that it has."""


@dataclass(frozen=True)
class RefusedDecision:
    """A request that cannot be applied, with the reason."""

    line: int
    record: str
    tag: str
    reason: str


def check_tag(document: WorkspaceDocument, tag: str) -> None:
    """Raise `MltagError` for an empty tag, or one that is not in the tag set, if the workspace has one."""
    if not tag.strip():
        raise MltagError("The tag is empty.", "Name a tag, or use --clear to remove the decision.")
    names = [info.name for info in document.tag_set.tags]
    if names and tag not in names:
        raise MltagError(f"The workspace has no tag “{tag}”.", f"Use one of: {some_of(names)}.")


def requests_in(
    source: Path, document: WorkspaceDocument, *, note: str
) -> tuple[list[RequestedDecision], list[RefusedDecision]]:
    """Read requests from a table with a column `tag` and a column `record` (from 1) or the workspace's id."""
    rows = open_rows(source, ReadingOptions(header=True))
    names = [column.strip().lower() for column in rows.columns]
    if "tag" not in names:
        raise MltagError(f"{source} has no column “tag”.", f"Its columns are: {some_of(rows.columns)}.")
    place, find = _finder(source, names, document)
    tag_at = names.index("tag")
    note_at = names.index("note") if "note" in names else None
    also_at = names.index(ADDITIONAL_TAGS) if ADDITIONAL_TAGS in names else None
    every = (cells for chunk in rows.chunks(_PAGE) for cells in chunk)
    requested = (
        (
            line,
            cells[place].strip(),
            cells[tag_at].strip(),
            note if note_at is None else cells[note_at] or note,
            () if also_at is None else split_cell(cells[also_at], ";"),
        )
        for line, cells in enumerate(every, 2)
    )
    return _partition(requested, find, {info.name for info in document.tag_set.tags})


def _partition(
    requested: Iterable[tuple[int, str, str, str, tuple[str, ...]]],
    find: Callable[[str], RowId | str],
    tags: set[str],
) -> tuple[list[RequestedDecision], list[RefusedDecision]]:
    """Separate applicable from refused requests; two requests for one record must name the same tag."""
    requests: dict[RowId, RequestedDecision] = {}
    conflicts: list[RefusedDecision] = []
    for line, record, tag, note, also in requested:
        row = find(record)
        unknown = next((each for each in also if tags and each not in tags), None)
        if isinstance(row, str):
            reason = row
        elif not tag:
            reason = "the tag is missing"
        elif tags and tag not in tags:
            reason = f"the workspace has no tag “{tag}”"
        elif unknown is not None:
            reason = f"the workspace has no tag “{unknown}”"
        elif row in requests and requests[row].tag != tag:
            reason = f"line {requests[row].line} has the tag {requests[row].tag}"
        else:
            more = tuple(each for each in also if each != tag)
            requests.setdefault(row, RequestedDecision(line, row, tag, note, more))
            continue
        conflicts.append(RefusedDecision(line, record, tag, reason))
    return list(requests.values()), conflicts


def _finder(
    source: Path, names: list[str], document: WorkspaceDocument
) -> tuple[int, Callable[[str], RowId | str]]:
    """Return the column that names the record, and a function from cell to row or to an error text."""
    if "record" in names:
        return names.index("record"), partial(_by_number, document.table.count)
    id_at = document.table.mapping.id
    id_name = None if id_at is None else document.table.columns[id_at].strip().lower()
    for name in ("id", id_name):
        if name is not None and name in names and id_at is not None:
            return names.index(name), partial(_by_id, _ids(document, id_at))
    raise MltagError(
        f"{source} has no column that identifies the records.", "Add a column record (1 is the first) or id."
    )


def _by_number(count: int, number: str) -> RowId | str:
    if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        return f"{number[:_MOST_DIGITS] or 'nothing'} is not a record number"
    return int(number) - 1 if 1 <= int(number) <= count else f"there is no record {number}"


def _by_id(known: dict[str, list[RowId]], value: str) -> RowId | str:
    rows = known.get(value, [])
    if len(rows) == 1:
        return rows[0]
    return f"{len(rows)} records have the id {value}" if rows else f"no record has the id {value}"


def _ids(document: WorkspaceDocument, column: int) -> dict[str, list[RowId]]:
    known: dict[str, list[RowId]] = {}
    for start in range(0, document.table.count, _PAGE):
        for record in document.table.records(np.arange(start, min(start + _PAGE, document.table.count))):
            known.setdefault(record.cells[column].strip(), []).append(record.row)
    return known


def decide(
    workspace: Workspace,
    record: Records = None,
    search: Search = "",
    tag: Tag = None,
    also: Also = None,
    not_also: NotAlso = None,
    clear: Clear = False,
    source: Source = None,
    note: Note = "",
    partial_is_fine: PartialIsFine = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Tag records, by number, by a search, or from a table; rows that cannot be applied are reported.

    With --from, the exit code is 1 when rows were left out, unless --partial is set.
    """
    if source is not None:
        if record or search or tag is not None or also or not_also or clear:
            raise WrongUse("Use either --from, or --record or --search.")
    elif not (tag is not None or also or not_also or clear) or (clear and tag is not None):
        raise WrongUse("Use --tag, --also, --not-also or --clear, or --from.")
    refuse_existing(json, force=force)
    conflicts: list[RefusedDecision] = []
    with open_workspace(workspace, curator, write=True) as document, progress("Looking", quiet=quiet) as bar:
        if source is not None:
            from mltag_desktop.core.learning.questions.live_predictions import show_live_predictions  # slow

            requests, conflicts = requests_in(source, document, note=note)
            show_live_predictions(bar, document)  # so that a confirmed estimate counts as accepted
            applied = _apply(document, requests)
        else:
            for name in (tag, *(also or ()), *(not_also or ())):
                if name is not None:
                    check_tag(document, name)
            rows = chosen_records(bar, document, record, search)
            applied = len(rows)
            if tag is not None:
                more = tuple(name for name in also or () if name != tag)
                _apply(document, [RequestedDecision(0, row, tag, note, more) for row in rows.tolist()])
            elif clear:
                document.decisions.mark(rows, DecisionKind.CLEAR, note)
            for name in () if tag is not None else also or ():
                document.decisions.add_tag(rows, name)
            for name in not_also or ():
                document.decisions.remove_tag(rows, name)
    done = "decided" if source is not None or tag is not None else "cleared" if clear else "changed"
    _print_result(Printer(quiet=quiet, json_target=json), applied, conflicts, done)
    write_json(json, {"applied": applied, "conflicts": [asdict(item) for item in conflicts]}, force=force)
    if conflicts and not partial_is_fine:
        raise typer.Exit(1)


def journal(workspace: Workspace, json: Json = None, force: Force = False, quiet: Quiet = False) -> None:
    """List all decisions, oldest first, including undone ones.

    Also reads recovered files (NAME.mltag-unsaved-…), as far as they are readable.
    """
    refuse_existing(json, force=force)
    if is_log(workspace):
        entries = [as_json(entry) for entry in logged_decisions(workspace)]
    else:
        with open_workspace(workspace, write=False) as document:
            entries = [as_json(entry) for entry in document.journal.entries()]
    columns = ("step", "record", "kind", "tag", "curator", "time", "note")
    rows = [
        [
            *("" if entry[column] is None else str(entry[column]) for column in columns),
            "undone" if entry["undone"] else "",
        ]
        for entry in entries
    ]
    Printer(quiet=quiet, json_target=json).table((*columns, "state"), rows)
    write_json(json, entries, force=force)


def undo(
    workspace: Workspace,
    to: Annotated[
        int | None,
        typer.Option(
            "--to",
            min=0,
            metavar="STEP",
            help="Return to the state after this step of the journal, as one step; 0 is the beginning.",
        ),
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Undo the last step, or return to an earlier state; the journal records it as a step."""
    _step(workspace, "undo", curator, json, force, quiet, to)


def redo(
    workspace: Workspace,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Redo the last undone step."""
    _step(workspace, "redo", curator, json, force, quiet)


def as_json(entry: JournalEntry) -> dict[str, Any]:
    """Return the journal entry as JSON values; record numbers count from 1."""
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


def _step(
    path: Path,
    word: str,
    curator: str | None,
    json: Path | None,
    force: bool,
    quiet: bool,
    to: int | None = None,
) -> None:
    refuse_existing(json, force=force)
    with open_workspace(path, curator, write=True) as document:
        if to is not None:
            change: Change | None = document.time_travel.return_to(to)
            label = f"return to step {to}"
            change = change if change is not None and change.kinds else None
        else:
            label = document.history.undo_label if word == "undo" else document.history.redo_label
            change = document.history.undo() if word == "undo" else document.history.redo()
        if change is not None and ChangeKind.MODELS in change.kinds:
            with progress("Predicting", quiet=quiet) as bar:
                predict_again(bar, document)
        entries = [as_json(entry) for entry in document.journal.entries()]
    text = f"{word.capitalize()}: {label}" if change is not None else f"There is nothing to {word}."
    Printer(quiet=quiet, json_target=json).result(text)
    write_json(json, entries, force=force)


def _apply(document: Document, requests: list[RequestedDecision]) -> int:
    """Apply all requests as one undo step; return the number of decided records."""
    additional = {request.row: request.additional for request in requests if request.additional}
    given = {(request.tag, request.note) for request in requests}
    if len(given) == 1 and not additional:
        [(tag, note)] = given
        document.decisions.decide([request.row for request in requests], tag, note)
    elif requests:
        tags = {request.row: (request.tag, request.note) for request in requests}
        records = f" ({len(requests):,} records)" if len(requests) > 1 else ""
        label = f"Tag as {requests[0].tag}{records}" if len(given) == 1 else f"Decide from a table{records}"
        document.decisions.decide_each(tags, (), label, additional=additional)
    return len(requests)


def _print_result(printer: Printer, applied: int, conflicts: Sequence[RefusedDecision], done: str) -> None:
    printer.result(f"{applied:,} {done}." + (f" {len(conflicts):,} not applied:" if conflicts else ""))
    for item in conflicts[:20]:
        printer.result(f"  line {item.line}: {item.reason}")
    if len(conflicts) > 20:
        printer.result(f"  and {len(conflicts) - 20:,} more")
