"""`mltag export-decisions`, `import-decisions` and the same for misclassifications: exchange with others."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import open_workspace
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace
from mltag_desktop.cli.output import (
    Printer,
    counted,
    progress,
    refuse_existing,
    refuse_stdout,
    start_of,
    write_json,
    write_text,
)
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.misclassifications import import_misclassifications, write_misclassifications
from mltag_desktop.core.messages import listed, some_of
from mltag_desktop.core.tables.opening import ReadingOptions
from mltag_desktop.core.tables.row_streams import open_rows
from mltag_desktop.core.workspace.export.shared_decisions import (
    ConflictRule,
    DecisionConflict,
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
Choices = Annotated[
    list[str] | None,
    typer.Option(
        "--choose",
        metavar="RECORD=CHOICE",
        help="Decide one conflict: ours, theirs or a tag; repeatable. --conflicts is for the others.",
    ),
]
ConflictTable = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="CSV", help="Write the conflicts with their texts and an empty column tag."
    ),
]
ChoiceTable = Annotated[
    Path | None,
    typer.Option(
        "--from", metavar="CSV", help="Decide the conflicts whose tag was filled in: a table of --out."
    ),
]
_HEADER: Final = ("record", "tag", "ours", "our_curator", "theirs", "their_curator", "their_note", "text")


def share_decisions(
    workspace: Workspace, out: Out, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Write your decisions for a colleague: digests of the texts, tags and notes, not the texts."""
    refuse_stdout(out)
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
    choose: Choices = None,
    source: ChoiceTable = None,
    out: ConflictTable = None,
    add_tags: NewTags = False,
    dry_run: Plan = False,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Import a colleague's decisions, with agreement and conflicts, as one step of the journal.

    To decide conflicts one by one, write them with --dry-run --out, fill in the column tag, use --from.
    """
    refuse_existing(out, json, force=force)
    shared = read_decisions(file)
    with (
        open_workspace(workspace, curator, write=not dry_run) as document,
        progress("Comparing", quiet=quiet) as bar,
    ):
        plan = plan_shared(bar, document, shared)
        wanted = _choices(
            [
                *_filled_in(source if plan.conflicts else None),
                *(each.partition("=")[::2] for each in choose or ()),
            ]
        )
        chosen = _tags_of(
            wanted, plan.conflicts, [*(tag.name for tag in document.tag_set.tags), *plan.new_tags]
        )
        if plan.new_tags and not dry_run:
            if not add_tags:
                raise MltagError(
                    f"The workspace has no {'tags' if plan.new_tags[1:] else 'tag'} {listed(plan.new_tags)}.",
                    "Add --add-tags, or add the tags with mltag tags.",
                )
            document.tag_set.set([*document.tag_set.tags, *plan.new_tags])
        taken = 0
        if not dry_run:
            change = apply_shared(bar, document, plan, conflicts, chosen)
            taken = 0 if change.rows is None else len(change.rows)
    printer = Printer(quiet=quiet, json_target=json)
    copied = f", {counted(plan.copied, 'decision')} shared before" if plan.copied else ""
    kappa = "" if plan.kappa is None else f", kappa {plan.kappa:.2f}"
    printer.result(
        f"{plan.agreed:,} agree{kappa}; {len(plan.new):,} new, {counted(len(plan.conflicts), 'conflict')},"
        f" {counted(plan.unknown, 'text')} not in this table{copied}."
    )
    if plan.other_additional:
        printer.result(
            f"{counted(plan.other_additional, 'record')} with the same tag, but other additional tags;"
            " yours are kept."
        )
    for conflict in plan.conflicts[:20]:
        printer.result(
            f"  record {conflict.row + 1:,}: {conflict.ours}, theirs {conflict.theirs.tag}"
            f" – {start_of(conflict.text)}"
        )
    if len(plan.conflicts) > 20:
        printer.result(f"  and {len(plan.conflicts) - 20:,} more")
    if out is not None:
        write_text(out, _conflict_table(plan.conflicts), force=force)
        printer.result(f"{counted(len(plan.conflicts), 'conflict')} written to {out}")
    if not dry_run:
        printer.result(f"{counted(taken, 'record')} changed.")
    write_json(json, _plan_json(plan) | {"chosen": len(chosen), "changed": taken}, force=force)


def export_misses(
    workspace: Workspace, out: Out, json: Json = None, force: Force = False, quiet: Quiet = False
) -> None:
    """Write the corrected and flagged records, with their texts, for the owner of the model."""
    refuse_stdout(out)
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


def _conflict_table(conflicts: Sequence[DecisionConflict]) -> str:
    """Return the conflicts as CSV, with an empty column `tag`; record numbers count from 1."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(_HEADER)
    for each in conflicts:
        theirs = each.theirs
        writer.writerow(
            (
                each.row + 1,
                "",
                each.ours,
                each.our_curator,
                theirs.tag,
                theirs.curator,
                theirs.note,
                each.text,
            )
        )
    return file.getvalue()


def _filled_in(path: Path | None) -> list[tuple[str, str]]:
    """Return record and choice of the rows of a table of conflicts whose column `tag` is not empty."""
    if path is None:
        return []
    rows = open_rows(path, ReadingOptions(header=True))
    names = [column.strip().lower() for column in rows.columns]
    if not {"record", "tag"} <= {*names}:
        raise MltagError(
            f"{path} has no columns “record” and “tag”.", f"Its columns are: {some_of(rows.columns)}."
        )
    record, tag = names.index("record"), names.index("tag")
    return [
        (cells[record], cells[tag]) for chunk in rows.chunks(5_000) for cells in chunk if cells[tag].strip()
    ]


def _choices(given: Sequence[tuple[str, str]]) -> dict[int, str]:
    """Return the choice by record number."""
    choices = {}
    for record, choice in given:
        number = record.strip()
        if not (number.isascii() and number.isdigit() and len(number) < 19 and choice.strip()):
            raise MltagError(f"{record}={choice} is no choice.", "Write RECORD=ours, =theirs or =TAG.")
        choices[int(number)] = choice.strip()
    return choices


def _tags_of(
    choices: dict[int, str], conflicts: Sequence[DecisionConflict], tags: Sequence[str]
) -> dict[int, str]:
    """Return the chosen tag by row. A tag called “ours” or “theirs” wins over the words."""
    by_record = {each.row + 1: each for each in conflicts}
    chosen = {}
    for record, choice in choices.items():
        conflict = by_record.get(record)
        if conflict is None:
            raise MltagError(f"Record {record} is no conflict.", "List the conflicts with --dry-run.")
        words = {ConflictRule.OURS: conflict.ours, ConflictRule.THEIRS: conflict.theirs.tag}
        tag = choice if choice in tags else words.get(ConflictRule(choice)) if choice in words else None
        if tag is None:
            raise MltagError(
                f"The workspace has no tag “{choice}”.", f"Use ours, theirs or one of: {some_of(tags)}."
            )
        chosen[conflict.row] = tag
    return chosen


def _plan_json(plan: SharedPlan) -> dict[str, Any]:
    """Return what an import would do as JSON values; record numbers count from 1."""
    return {
        "agreed": plan.agreed,
        "copied": plan.copied,
        "other_additional": plan.other_additional,
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
