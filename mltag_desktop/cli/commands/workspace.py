"""`mltag search`, `filters`, `unreadable`, `session`, `backups` and `salvage`: the table and the file."""

import json as json_module
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import typer

from mltag_desktop.cli.command_inputs import (
    At,
    Curated,
    found_records,
    parsed_search,
    predict_again,
    report_foreign_log,
    report_moved_logs,
    report_unfinished,
    text_analysis,
    with_command,
)
from mltag_desktop.cli.options import WrongUse, argument, flag, group, option
from mltag_desktop.cli.output import (
    Output,
    Results,
    counted,
    refuse_existing,
    refuse_stdout,
    start_of,
)
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_bounded, read_error, user_folder
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.record_parser import QuarantinedRecord
from mltag_desktop.core.tables.record_writer import editable, quarantine_reason
from mltag_desktop.core.workspace.decisions.decision_statistics import daily_progress
from mltag_desktop.core.workspace.recovery.backups import Backups, restore
from mltag_desktop.core.workspace.recovery.salvage import salvage as save
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.search.conditions import MEANING, meaning_of
from mltag_desktop.core.workspace.search.table_order import saved_filters, store_filters, with_filter
from mltag_desktop.core.workspace.storage.row_checksums import UNPLACED
from mltag_desktop.core.workspace.storage.schema import damaged, damaged_model
from mltag_desktop.core.workspace.storage.side_files import holder_of, is_held, unsaved
from mltag_desktop.core.workspace.workspace import Workspace as Document

_SHOWN: Final = 100
"""Characters of a text in the list."""


def search(
    *,
    at: At,
    query: str = argument("QUERY", "As in the search line of the window."),
    limit: int = option("Most records to list.", "N", default=20, min=1),
    output: Output,
) -> None:
    """List the records that a search finds; with ~ and a text, the most similar ones first."""
    keeps = MEANING in query and not is_held(at.workspace)  # keep the embeddings for the next search
    with at.open(write=keeps) as document, output.progress("Searching") as bar:
        analysis = text_analysis(document)
        rows = found_records(bar, document, parsed_search(document, query), analysis)
        found = [
            {
                "record": record.row + 1,
                "similarity": None if analysis.values is None else float(analysis.values[record.row]),
                "tag": record.decided or record.predicted,
                "confidence": record.confidence,
                "text": record.text,
            }
            for record in document.table.records(rows[:limit])
        ]
    with_similarity = analysis.by_encoder is not None
    output.table(
        ("record", *(["similarity"] if with_similarity else []), "tag", "confidence", "text"),
        [_cells(each, with_similarity=with_similarity) for each in found],
    )
    more = f" of {len(rows):,}" if len(rows) > len(found) else ""
    output.note(f"{counted(len(found), 'record')}{more}")
    if analysis.by_encoder is not None:
        by = "by the sentence encoder" if analysis.by_encoder else "by word vectors, not the sentence encoder"
        output.note(f"Compared {by}.")
    output.write({"found": len(rows), "by_encoder": analysis.by_encoder, "records": found})


def _cells(line: dict[str, Any], *, with_similarity: bool) -> list[str]:
    confidence = "" if line["confidence"] is None else f"{line['confidence']:.2f}"
    similarity = [f"{line['similarity']:.2f}"] if with_similarity else []
    return [str(line["record"]), *similarity, line["tag"] or "", confidence, start_of(line["text"], _SHOWN)]


def filters(
    *,
    at: Curated,
    add: list[str] = option("Save this filter; repeatable.", "QUERY"),
    remove: list[str] = option("Remove this filter; repeatable.", "QUERY"),
    output: Output,
) -> None:
    """List the saved filters with the number of records that each finds, or change them.

    Use number N as --search saved:N, or with mltag search WORKSPACE saved:N.
    """
    found: list[dict[str, Any]] = []
    with at.open(write=bool(add or remove)) as document, output.progress("Searching") as bar:
        kept = saved_filters(document)
        for line in remove:
            if line not in kept:
                raise MltagError(
                    f"The filter {line} is not saved.", "List the saved filters with mltag filters."
                )
            kept = tuple(each for each in kept if each != line)
        for line in add:
            parsed_search(document, line)  # raises for an invalid line
            kept = with_filter(kept, line)
        if add or remove:
            store_filters(document, kept)
        analysis = text_analysis(document)
        for number, line in enumerate(kept, 1):
            records: int | None = None
            try:
                terms = parsed_search(document, line)
                if meaning_of(terms) is None:  # “~” sorts all records and would read all texts
                    records = len(found_records(bar, document, terms, analysis))
            except MltagError:  # it names a tag or column that is gone
                pass
            found.append({"number": number, "filter": line, "records": records})
    if found:
        rows = [
            [str(one["number"]), "" if one["records"] is None else f"{one['records']:,}", one["filter"]]
            for one in found
        ]
        output.table(("number", "records", "filter"), rows)
    else:
        output.result("There are no saved filters.")
    output.write(found)


_LISTED: Final = 100
_MOST_BYTES: Final = 256 << 20


def unreadable(
    *,
    at: Curated,
    fix: list[str] = option("Replace this line by a record; repeatable.", "LINE=TEXT"),
    source: Path | None = option(
        "Fix the lines whose text was changed in a file of --json, and add salvaged records.",
        "JSON",
        name="--from",
    ),
    output: Output,
) -> None:
    """List the lines of the source that could not be read, or fix them; a fixed line is a record.

    All lines that are fixed at once are one step of the journal. The exit code is 1 when a text is no record.
    """
    writes = bool(fix) or source is not None
    with at.open(write=writes) as document:
        waiting = {each.line: each for each in document.table.quarantined}
        texts = {} if source is None else {n: text for n, text in _texts_in(source).items() if n in waiting}
        for line, text in _texts_of(fix).items():
            if line not in waiting:
                raise MltagError(
                    f"Line {line} is not in the list of unreadable rows.",
                    "List them with mltag unreadable WORKSPACE.",
                )
            texts[line] = text
        with output.progress("Reading") as bar:
            fixed, problems = _fix(bar, document, waiting, texts)
            if fixed:
                predict_again(bar, document)
        left = [_line(each, document) for each in document.table.quarantined]
    if writes:
        output.result(f"{counted(fixed, 'line')} fixed.")
    for problem in problems:
        output.result(f"  {problem}")
    if left:
        output.result(f"{counted(len(left), 'unreadable line')}:")
        output.table(
            ("line", "reason", "text"),
            [[str(each["line"]), each["reason"], start_of(each["text"])] for each in left[:_LISTED]],
        )
    else:
        output.result("Every line of the table is a readable record.")
    if len(left) > _LISTED:
        output.result(f"and {len(left) - _LISTED:,} more")
    output.write({"fixed": fixed, "problems": problems, "unreadable": left})
    if problems:
        raise typer.Exit(1)


def _fix(
    bar: Progress, document: Document, waiting: Mapping[int, QuarantinedRecord], texts: Mapping[int, str]
) -> tuple[int, list[str]]:
    """Repair the lines with these numbers; return how many were, and why the others were not."""
    dialect = document.table.dialect
    changed = [
        (waiting[line], text)
        for line, text in sorted(texts.items())
        if text != editable(waiting[line], dialect) or waiting[line].reason == UNPLACED
    ]
    problems = document.record_repair.repair_all(changed, bar).problems
    return len(changed) - len(problems), [f"Line {line}: {problem}" for line, problem in problems.items()]


def _texts_of(given: Sequence[str]) -> dict[int, str]:
    texts = {}
    for each in given:
        line, sign, text = each.partition("=")
        if not sign or not (line.isascii() and line.isdigit()):
            raise WrongUse(f"Write --fix LINE=TEXT, not {each}.")
        texts[int(line)] = text
    return texts


def _texts_in(path: Path) -> dict[int, str]:
    """Read the texts by line from a file that this command wrote with `--json`."""
    try:
        lines = json_module.loads(read_bounded(path, _MOST_BYTES))["unreadable"]
        return {int(each["line"]): str(each["text"]) for each in lines}
    except OSError as error:
        raise read_error(path, error, "Check the name.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise MltagError(
            f"{path} is no list of unreadable rows.",
            "Write one with mltag unreadable WORKSPACE --json FILE, and change the texts in it.",
        ) from error


def _line(quarantined: QuarantinedRecord, document: Document) -> dict[str, Any]:
    table = document.table
    return {
        "line": quarantined.line,
        "reason": str(quarantine_reason(quarantined, table.dialect, table.columns)),
        "text": editable(quarantined, table.dialect),
    }


def session(
    *,
    at: At,
    gain: bool = flag("Also estimate what 50 more answers would add to the accuracy."),
    output: Output,
) -> None:
    """Show the decisions of each day, how often they confirmed the prediction, and the pace."""
    with at.open() as document, output.progress("Counting") as bar:
        days = daily_progress(document.journal.entries())
        found = None
        if gain:
            from mltag_desktop.core.learning.answer_gain import estimate_gain  # loads the training
            from mltag_desktop.core.model.bundle import bundled

            found = estimate_gain(bar, document, bundled())
    if days:
        output.table(
            ("day", "decided", "accepted", "corrected", "right", "per hour"),
            [
                [
                    day.day,
                    f"{day.decided:,}",
                    f"{day.accepted:,}",
                    f"{day.corrected:,}",
                    "" if day.right is None else f"{day.right:.0%}",
                    "" if day.per_hour is None else f"{day.per_hour:,.0f}",
                ]
                for day in days
            ],
        )
    else:
        output.result("There are no decisions yet.")
    if found is not None:
        interval = f"{100 * found.low:.1f} to {100 * found.high:.1f}"
        if found.is_clear:
            words = (
                f"{found.more} more answers would add about {100 * found.gain:.1f} percentage points of"
                f" accuracy ({interval})."
            )
        else:
            words = (
                f"It is not clear that {found.more} more answers would add accuracy ({interval} percentage"
                " points)."
            )
        output.result(f"{words} Estimated from {found.decisions:,} decisions.")
    keys = ("day", "decided", "accepted", "corrected", "per_hour")
    listed = [{key: getattr(day, key) for key in keys} for day in days]
    output.write({"days": listed, "gain": None if found is None else asdict(found)})


_REASONS: Final = {
    "day": "daily",
    "decisions": "many decisions",
    "migration": "format upgrade",
    "asked": "manual",
}


@group
class BackupFolder:
    """Where the backups are."""

    folder: Path | None = option(
        "The folder of the backups. Default: the one that the window uses.", "FOLDER"
    )

    @property
    def place(self) -> Path:
        """The folder of the backups; by default the one that the window uses."""
        return self.folder or user_folder("data") / "backups"


@group
class Backup(BackupFolder):
    """What is done with the backups of a workspace."""

    take: bool = flag("Make a backup now; no older one is deleted.")
    copy: Path | None = option("Write a complete copy of the workspace to this file.", "OUT")
    restore: int | None = option(
        "Restore the backup with this number; the current file is kept under another name.", "N", min=1
    )


def backups(*, at: At, wanted: Backup, output: Output) -> None:
    """List the backups of a workspace, newest first; make one, restore one, or copy the workspace."""
    copy, number = wanted.copy, wanted.restore
    if wanted.take and number is not None:
        raise WrongUse("Use one of --take and --restore.")
    refuse_stdout(copy)
    output.refuse(copy)
    kept = Backups(wanted.place, at.workspace)
    if copy is not None:
        with at.open() as document, output.progress("Copying") as bar:
            document.save_copy(bar, copy, replace=output.force)
        output.result(f"Copied to {copy}")
    if wanted.take:
        with at.open() as document, output.progress("Copying") as bar:
            document.backup(bar, wanted.place, "asked", kept=None)
    found = kept.all()
    if number is not None:
        if number > len(found):
            last = f"The last one is {len(found)}." if found else "Make one with --take."
            raise MltagError(f"There is no backup {number}.", last)
        if is_held(at.workspace):
            raise MltagError(
                f"{at.workspace} is open for {holder_of(at.workspace)}.", "Close it there, then try again."
            )
        if verify_file(found[number - 1].path).damage:
            raise MltagError(f"Backup {number} is damaged.", "Restore another one, or salvage the data.")
        stamp = datetime.now().astimezone().strftime("%Y-%m-%d %H.%M.%S")
        before = restore(found[number - 1].path, at.workspace, stamp)
        output.result(f"Restored; the previous file was kept as {before.name}")
    elif not found and copy is None:  # a lost or damaged workspace with backups is listed, to restore it
        at.open().close()
        output.result(f"No backups of {at.workspace} yet; make one with --take.")
    if found:
        rows = [
            [
                str(at),
                f"{each.time.astimezone():%Y-%m-%d %H:%M:%S}",
                _REASONS.get(each.why, each.why),
                f"{each.size / 1e6:.1f}",
            ]
            for at, each in enumerate(found, 1)
        ]
        output.table(("number", "time", "reason", "MB"), rows)
    output.write(
        [
            {
                "path": str(each.path),
                "time": each.time.isoformat(timespec="seconds"),
                "reason": each.why,
                "bytes": each.size,
            }
            for each in found
        ]
    )


_OF_EARLIER_VERSIONS: Final = {"doubtful": 0, "doubtful_records": [], "unplaced": 0, "unreadable_pages": 0}
"""Keys that scripts may read; records are intact or lost now."""


def salvage(
    *,
    at: At,
    out: Path = argument("OUT", "The new workspace, NAME.mltag."),
    backups: BackupFolder,
    output: Results,
) -> None:
    """Recover a damaged workspace into a new one, and report what is missing.

    Uses what can be read of the file, its newest intact backup, its log of decisions, and its source table.
    Each record is intact or lost (empty in the new workspace).

    To check a workspace for damage, use `mltag check WORKSPACE`.
    """
    refuse_stdout(out)
    refuse_existing(out, force=None)
    with output.progress("Salvaging") as bar:
        saved = save(bar, at.workspace, out, backups.place)
    output.result(f"{out}: {saved.words}")
    report_moved_logs(unsaved(out))
    found = {
        "rows": saved.rows,
        "damaged": list(saved.damaged),
        "records": saved.records,
        "whole": saved.whole,
        "lost": saved.lost,
        "lost_records": [[first + 1, last + 1] for first, last in saved.empty],
        "missing": saved.missing,
        "missing_bytes": saved.missing_bytes,
        "backup": None if saved.backup is None else str(saved.backup),
        "from_source": saved.from_source,
        "from_log": saved.from_log,
        **_OF_EARLIER_VERSIONS,
    }
    output.write(found)


def verify_workspace(workspace: Path, output: Output) -> None:
    """Verify every byte of a workspace: print a summary, or list the damage and raise `MltagError`."""
    found = verify_file(workspace)
    report_foreign_log(workspace)
    if found.unfinished is not None:
        report_unfinished(workspace, found.records or 0, found.unfinished)
    for damage in found.damage:
        output.result(f"- {damage}")
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
    output.write(values)
    if found.only_models:
        raise with_command(damaged_model(workspace, found.faults))
    if found.only_logs:
        raise MltagError(
            f"{workspace} is not complete ({found.faults[0].words}).",
            "Open it in the window, or with a command that changes it: what the logs have comes back then.",
        )
    if found.faults:
        raise with_command(damaged(workspace, found.faults[0].words))
    held = f"{counted(found.records or 0, 'record')}, {counted(found.steps or 0, 'step')} in the journal"
    if found.lost:
        output.result(f"{workspace}: {held}; {counted(found.lost, 'record')} lost before, the rest intact")
    else:
        output.result(f"{workspace}: {held}; intact")
