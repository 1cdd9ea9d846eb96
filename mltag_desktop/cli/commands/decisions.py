"""`mltag decide`, `mark`, `note`, `journal`, `undo` and `redo`: decisions from the command line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import typer

from mltag_desktop.cli.command_inputs import (
    At,
    Curated,
    active_model,
    found_records,
    parsed_search,
    predict_again,
    text_analysis,
)
from mltag_desktop.cli.options import WrongUse, argument, flag, group, option
from mltag_desktop.cli.output import Messages, Output, counted
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.off_topic_records import refresh_off_topic
from mltag_desktop.core.messages import some_of
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.tables.columns import ADDITIONAL_TAGS
from mltag_desktop.core.tables.formats import ReadingOptions, open_rows
from mltag_desktop.core.tables.tag_cells import split_cell
from mltag_desktop.core.workspace.search.conditions import meaning_of
from mltag_desktop.core.workspace.storage.decision_log import is_decision_log
from mltag_desktop.core.workspace.storage.journal import logged_decisions
from mltag_desktop.core.workspace.types import (
    Change,
    ChangeKind,
    DecisionKind,
    JournalEntry,
    RowArray,
    RowId,
)
from mltag_desktop.core.workspace.workspace import Workspace


@group
class Chosen:
    """The records that a command is about."""

    record: list[int] = option("A record number, starting at 1; repeatable.", "N", min=1)
    search: str = option("All records that a search finds, as in the window.", "QUERY", default="")

    def rows(self, progress: Progress, document: Workspace) -> RowArray:
        """Return the rows of the numbered records, or of those that the search finds.

        Raises `MltagError` for a record that does not exist, an invalid search, and one that finds nothing.
        """
        if bool(self.record) == bool(self.search):
            raise WrongUse("Name the records with --record, or find them with --search.")
        if self.record:
            if (last := max(self.record)) > document.table.count:
                raise MltagError(
                    f"There is no record {last}.", f"The last record is {document.table.count:,}."
                )
            return np.unique(np.array(self.record, np.int64) - 1)
        terms = parsed_search(document, self.search)
        if meaning_of(terms) is not None:
            raise MltagError(
                "“~” sorts the records, so it cannot choose some of them.",
                "List the most similar ones with mltag search, and name them with --record.",
            )
        rows = found_records(progress, document, terms, text_analysis(document))
        if not len(rows):
            raise MltagError("The search finds no record.", "Change it, or list records with mltag search.")
        return np.sort(rows)


_PAGE: Final = 5_000
_MOST_DIGITS: Final = 18
"""Maximum number of digits of a record number; Python refuses to convert strings of thousands of digits."""


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


def check_tag(document: Workspace, tag: str) -> None:
    """Raise `MltagError` for an empty tag, or one that is not in the tag set, if the workspace has one."""
    if not tag.strip():
        raise MltagError("The tag is empty.", "Name a tag, or use --clear to remove the decision.")
    names = [info.name for info in document.tag_set.tags]
    if names and tag not in names:
        raise MltagError(f"The workspace has no tag “{tag}”.", f"Use one of: {some_of(names)}.")


def requests_in(
    source: Path, document: Workspace, *, note: str
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
    requested = (
        (
            line,
            cells[place].strip(),
            cells[tag_at].strip(),
            note if note_at is None else cells[note_at] or note,
            () if also_at is None else split_cell(cells[also_at], ";"),
        )
        for line, cells in enumerate(rows.rows(), 2)
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


def _finder(source: Path, names: list[str], document: Workspace) -> tuple[int, Callable[[str], RowId | str]]:
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


def _ids(document: Workspace, column: int) -> dict[str, list[RowId]]:
    known: dict[str, list[RowId]] = {}
    for start in range(0, document.table.count, _PAGE):
        for record in document.table.records(np.arange(start, min(start + _PAGE, document.table.count))):
            known.setdefault(record.cells[column].strip(), []).append(record.row)
    return known


@group
class Wanted:
    """What `mltag decide` sets."""

    tag: str | None = option("The tag to set.", "TAG")
    also: list[str] = option("An additional tag, with --tag or alone; repeatable.", "TAG")
    not_also: list[str] = option("Remove this additional tag; repeatable.", "TAG")
    clear: bool = flag("Remove the decision; marks and notes stay.")
    source: Path | None = option(
        "A table with a column tag and a column record or id; a"
        " column additional_tags may have more tags, separated by ;.",
        "CSV",
        name="--from",
    )
    note: str = option("A note on the decision.", "TEXT", default="")
    partial: bool = flag("With --from: exit with 0 although rows were left out.")

    def check(self, *, chooses: bool) -> None:
        """Raise `WrongUse` for options that do not go together; `chooses` is whether records are named."""
        changes = self.tag is not None or self.also or self.not_also
        if self.source is not None:
            if chooses or changes or self.clear:
                raise WrongUse("Use either --from, or --record or --search.")
        elif not (changes or self.clear) or (self.clear and self.tag is not None):
            raise WrongUse("Use --tag, --also, --not-also or --clear, or --from.")

    def apply(self, document: Workspace, rows: RowArray) -> None:
        """Change the decisions on `rows`."""
        also, gone = self.also, self.not_also
        for name in (self.tag, *also, *gone):
            if name is not None:
                check_tag(document, name)
        if self.tag is not None:
            more = tuple(name for name in also if name != self.tag)
            _apply(document, [RequestedDecision(0, row, self.tag, self.note, more) for row in rows.tolist()])
        elif self.clear:
            document.decisions.mark(rows, DecisionKind.CLEAR, self.note)
        for name in () if self.tag is not None else also:
            document.decisions.add_tag(rows, name)
        for name in gone:
            document.decisions.remove_tag(rows, name)


def decide(*, at: Curated, chosen: Chosen, wanted: Wanted, output: Output) -> None:
    """Tag records, by number, by a search, or from a table; rows that cannot be applied are reported.

    With --from, the exit code is 1 when rows were left out, unless --partial is set.
    """
    wanted.check(chooses=bool(chosen.record or chosen.search))
    conflicts: list[RefusedDecision] = []
    with at.open(write=True) as document, output.progress("Looking") as bar:
        if wanted.source is not None:
            from mltag_desktop.core.learning.question_queue import show_live_predictions  # slow

            requests, conflicts = requests_in(wanted.source, document, note=wanted.note)
            show_live_predictions(bar, document)  # so that a confirmed estimate counts as accepted
            applied = _apply(document, requests)
        else:
            rows = chosen.rows(bar, document)
            applied = len(rows)
            wanted.apply(document, rows)
    is_decided = wanted.source is not None or wanted.tag is not None
    done = "decided" if is_decided else "cleared" if wanted.clear else "changed"
    _print_result(output, applied, conflicts, done)
    output.write({"applied": applied, "conflicts": [asdict(item) for item in conflicts]})
    if conflicts and not wanted.partial:
        raise typer.Exit(1)


def journal(*, at: At, output: Output) -> None:
    """List all decisions, oldest first, including undone ones.

    Also reads logs of decisions (NAME.mltag-decisions, NAME.mltag-unsaved-….decisions) without a workspace.
    """
    if is_decision_log(at.workspace):
        entries = [as_json(entry) for entry in logged_decisions(at.workspace)]
    else:
        with at.open() as document:
            entries = [as_json(entry) for entry in document.journal.entries()]
    columns = ("step", "record", "kind", "tag", "curator", "time", "note")
    rows = [
        [
            *("" if entry[column] is None else str(entry[column]) for column in columns),
            "undone" if entry["undone"] else "",
        ]
        for entry in entries
    ]
    output.table((*columns, "state"), rows)
    output.write(entries)


def undo(
    *,
    at: Curated,
    to: int | None = option(
        "Return to the state after this step of the journal, as one step; 0 is the beginning.", "STEP", min=0
    ),
    output: Output,
) -> None:
    """Undo the last step, or return to an earlier state; the journal records it as a step."""
    _step(at, "undo", output, to)


def redo(
    *,
    at: Curated,
    output: Output,
) -> None:
    """Redo the last undone step."""
    _step(at, "redo", output)


def as_json(entry: JournalEntry) -> dict[str, Any]:
    """Return the journal entry as JSON values; record numbers count from 1."""
    number = None if entry.record is None else entry.record + 1
    return {**entry._asdict(), "record": number, "kind": str(entry.kind)}


def _step(at: Curated, word: str, output: Output, to: int | None = None) -> None:
    with at.open(write=True) as document:
        if to is not None:
            change: Change | None = document.history.return_to(to)
            label = f"return to step {to}"
            change = change if change is not None and change.kinds else None
        else:
            label = document.history.undo_label if word == "undo" else document.history.redo_label
            change = document.history.undo() if word == "undo" else document.history.redo()
        if change is not None and ChangeKind.MODELS in change.kinds:
            with output.progress("Predicting") as bar:
                predict_again(bar, document)
        entries = [as_json(entry) for entry in document.journal.entries()]
    text = f"{word.capitalize()}: {label}" if change is not None else f"There is nothing to {word}."
    output.result(text)
    output.write(entries)


def _apply(document: Workspace, requests: list[RequestedDecision]) -> int:
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


def _print_result(output: Messages, applied: int, conflicts: Sequence[RefusedDecision], done: str) -> None:
    output.result(f"{applied:,} {done}." + (f" {len(conflicts):,} not applied:" if conflicts else ""))
    for item in conflicts[:20]:
        output.result(f"  line {item.line}: {item.reason}")
    if len(conflicts) > 20:
        output.result(f"  and {len(conflicts) - 20:,} more")


MarkName = Literal["flag", "skip", "unsure", "off-topic", "on-topic"]
_KINDS: Final[dict[MarkName, tuple[DecisionKind, DecisionKind]]] = {
    "flag": (DecisionKind.FLAG, DecisionKind.UNFLAG),
    "skip": (DecisionKind.SKIP, DecisionKind.UNSKIP),
    "unsure": (DecisionKind.UNSURE, DecisionKind.SURE),
    "off-topic": (DecisionKind.OFF_TOPIC, DecisionKind.CLEAR),
    "on-topic": (DecisionKind.ON_TOPIC, DecisionKind.CLEAR),
}
"""The kinds that add and remove each mark."""


def mark(
    *,
    at: Curated,
    name: MarkName = argument("MARK", "One of flag, skip, unsure, off-topic, on-topic."),
    chosen: Chosen,
    remove: bool = flag("Remove the mark."),
    note: str = option("A note with the mark.", "TEXT", default=""),
    output: Output,
) -> None:
    """Mark records, as one step of the journal.

    off-topic also removes their tag; the off-topic filter of the table learns from off-topic and on-topic.
    """
    with (
        at.open(write=True) as document,
        output.progress("Marking") as bar,
    ):
        rows = chosen.rows(SubProgress(bar, 0.0, 0.5), document)
        document.decisions.mark(rows, _KINDS[name][remove], note)
        if name.endswith("-topic"):
            refresh_off_topic(SubProgress(bar, 0.5, 1.0), document, active_model(document).own)
    done = f"{name} removed from" if remove else f"{name} set on"
    output.result(f"{done} {counted(len(rows), 'record')}.")
    output.write({"records": (rows + 1).tolist(), "mark": name, "removed": remove})


def note(
    *,
    at: Curated,
    first: str | None = argument("RECORD", "The record number, unless --record has it.", default=None),
    second: str | None = argument("TEXT", 'The note; "" removes it.', default=None),
    record: int | None = option("The record number, starting at 1.", "N", min=1),
    output: Output,
) -> None:
    """Write the note of a record; without a text, show it."""
    number, text = _noted(first, second, record)
    with at.open(write=text is not None) as document:
        [row] = Chosen(record=[number], search="").rows(SILENT, document).tolist()
        if text is not None:
            document.decisions.note(row, text)
        shown = document.decisions.note_on(row)
    output.result(shown or "There is no note.")
    output.write({"record": number, "note": shown})


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
