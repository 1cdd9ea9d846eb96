"""Exchange decisions and misclassifications with others: files of each, and the agreement of a team."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from mltag_desktop.cli.command_inputs import At, Curated
from mltag_desktop.cli.options import argument, flag, group, option
from mltag_desktop.cli.output import FileOutput, Output, TextOutput, counted, csv_text, start_of
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.misclassifications import import_misclassifications, write_misclassifications
from mltag_desktop.core.messages import listed, some_of
from mltag_desktop.core.tables.formats import ReadingOptions, open_rows
from mltag_desktop.core.workspace.export.shared_decisions import (
    ConflictRule,
    DecisionConflict,
    SharedPlan,
    apply_shared,
    plan_shared,
    read_decisions,
    team_agreement,
)
from mltag_desktop.core.workspace.export.shared_decisions import export_decisions as write_decisions

_HEADER: Final = ("record", "tag", "ours", "our_curator", "theirs", "their_curator", "their_note", "text")


def export_decisions(*, at: At, output: FileOutput) -> None:
    """Write your decisions for a colleague: digests of the texts, tags and notes, not the texts."""
    with at.open() as document, output.progress("Writing") as bar:
        count = write_decisions(bar, document, output.out, replace=output.force)
    output.result(f"{counted(count, 'decision')} written to {output.out}")
    output.write({"decisions": count})


@group
class Merge:
    """How the decisions of a colleague are merged."""

    conflicts: ConflictRule = option(
        "Which decision counts where both decided differently.", default=ConflictRule.OURS
    )
    choose: list[str] = option(
        "Decide one conflict: ours, theirs or a tag; repeatable. --conflicts is for the others.",
        "RECORD=CHOICE",
    )
    source: Path | None = option(
        "Decide the conflicts whose tag was filled in: a table of --out.", "CSV", name="--from"
    )
    add_tags: bool = flag("Add tags of the file that the workspace does not have.")
    dry_run: bool = flag("Compare, and change nothing.")


@group
class Conflicts(TextOutput):
    """Where the conflicts go."""

    out: Path | None = option("Write the conflicts with their texts and an empty column tag.", "CSV")


def import_decisions(
    *,
    at: Curated,
    file: Path = argument("FILE", "A file of mltag export-decisions."),
    how: Merge,
    output: Conflicts,
) -> None:
    """Import a colleague's decisions, with agreement and conflicts, as one step of the journal.

    To decide conflicts one by one, write them with --dry-run --out, fill in the column tag, use --from.
    """
    shared = read_decisions(file)
    with at.open(write=not how.dry_run) as document, output.progress("Comparing") as bar:
        plan = plan_shared(bar, document, shared)
        wanted = _choices(
            [
                *_filled_in(how.source if plan.conflicts else None),
                *(each.partition("=")[::2] for each in how.choose),
            ]
        )
        chosen = _tags_of(
            wanted, plan.conflicts, [*(tag.name for tag in document.tag_set.tags), *plan.new_tags]
        )
        if plan.new_tags and not how.dry_run:
            if not how.add_tags:
                raise MltagError(
                    f"The workspace has no {'tags' if plan.new_tags[1:] else 'tag'} {listed(plan.new_tags)}.",
                    "Add --add-tags, or add the tags with mltag tags.",
                )
            document.tag_set.set([*document.tag_set.tags, *plan.new_tags])
        taken = 0
        if not how.dry_run:
            change = apply_shared(bar, document, plan, how.conflicts, chosen)
            taken = 0 if change.rows is None else len(change.rows)
    copied = f", {counted(plan.copied, 'decision')} shared before" if plan.copied else ""
    kappa = "" if plan.kappa is None else f", kappa {plan.kappa:.2f}"
    output.result(
        f"{plan.agreed:,} agree{kappa}; {len(plan.new):,} new, {counted(len(plan.conflicts), 'conflict')},"
        f" {counted(plan.unknown, 'text')} not in this table{copied}."
    )
    if plan.other_additional:
        output.result(
            f"{counted(plan.other_additional, 'record')} with the same tag, but other additional tags;"
            " yours are kept."
        )
    for conflict in plan.conflicts[:20]:
        output.result(
            f"  record {conflict.row + 1:,}: {conflict.ours}, theirs {conflict.theirs.tag}"
            f" – {start_of(conflict.text)}"
        )
    if len(plan.conflicts) > 20:
        output.result(f"  and {len(plan.conflicts) - 20:,} more")
    output.write_out(_conflict_table(plan.conflicts))
    if output.out is not None:
        output.result(f"{counted(len(plan.conflicts), 'conflict')} written to {output.out}")
    if not how.dry_run:
        output.result(f"{counted(taken, 'record')} changed.")
    output.write(_plan_json(plan) | {"chosen": len(chosen), "changed": taken})


def export_misclassified(*, at: At, output: FileOutput) -> None:
    """Write the corrected and flagged records, with their texts, for the owner of the model."""
    with at.open() as document, output.progress("Writing") as bar:
        count = write_misclassifications(bar, document, output.out)
    output.result(f"{counted(count, 'misclassification')} written to {output.out}")
    output.write({"misclassifications": count})


def import_misclassified(
    *,
    at: Curated,
    file: Path = argument("FILE", "A file of mltag export-misclassified."),
    output: Output,
) -> None:
    """Flag the records of a file of misclassifications, and add texts that are not in the table."""
    with at.open(write=True) as document, output.progress("Importing") as bar:
        done = import_misclassifications(bar, document, file)
    flagged = 0 if done.change.rows is None else len(done.change.rows)
    output.result(f"{counted(flagged, 'record')} flagged, {counted(done.added, 'text')} added.")
    output.write({"known": done.known, "added": done.added, "flagged": flagged})


def _conflict_table(conflicts: Sequence[DecisionConflict]) -> str:
    """Return the conflicts as CSV, with an empty column `tag`; record numbers count from 1."""
    lines = []
    for each in conflicts:
        theirs = each.theirs
        who = (each.ours, each.our_curator, theirs.tag, theirs.curator, theirs.note)
        lines.append((each.row + 1, "", *who, each.text))
    return csv_text([_HEADER, *lines])


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
    return [(cells[record], cells[tag]) for cells in rows.rows() if cells[tag].strip()]


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


def agreement(
    *,
    files: list[Path] = argument("FILE...", "Two or more files of mltag export-decisions, one per curator."),
    known: Path | None = option(
        "A file of mltag export-decisions with known answers: how many did each curator give?", "FILE"
    ),
    output: Output,
) -> None:
    """Compare the decisions of several curators: agreement of each pair, who differs, and the pace.

    Each curator has the name of the file. Imported decisions are left out.
    """
    names = [file.stem for file in files]
    if len({*names}) < max(2, len(names)):
        raise MltagError(
            "Two or more files with different names are needed.", "Export one for each curator of the team."
        )
    found = team_agreement(
        {name: read_decisions(file) for name, file in zip(names, files, strict=True)},
        read_decisions(known) if known is not None else (),
    )
    output.table(
        ("curator", "decisions", "compared", "kappa", "per hour", "most frequent tag")
        + (("known answers",) if known is not None else ()),
        [
            (
                each.name,
                f"{each.decisions:,}",
                f"{each.compared:,}",
                _kappa(each.kappa),
                "" if each.per_hour is None else f"{each.per_hour:,.0f}",
                "" if each.main_tag is None else f"{each.main_tag} {each.main_share:.0%}",
                *((f"{each.right:,} of {each.checked:,}",) if known is not None else ()),
            )
            for each in found.members
        ],
    )
    output.table(
        ("pair", "texts", "agreed", "kappa"),
        [
            (f"{each.one}, {each.other}", f"{each.texts:,}", f"{each.agreed:,}", _kappa(each.kappa))
            for each in found.pairs
        ],
    )
    output.result(
        f"{counted(found.shared, 'text')} decided by all, {found.unanimous:,} of them with the same tag."
    )
    output.write(asdict(found))


def _kappa(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
