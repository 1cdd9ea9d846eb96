"""`mltag unreadable`: the lines of the source that could not be read as records, and their repair."""

import json as json_module
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from mltag_desktop.cli.command_inputs import open_workspace, predict_again
from mltag_desktop.cli.options import Curator, Force, Json, Quiet, Workspace, WrongUse
from mltag_desktop.cli.output import Printer, counted, progress, refuse_existing, start_of, write_json
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_bounded, read_error
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.quarantine_repair import editable, quarantine_reason
from mltag_desktop.core.tables.record_parser import QuarantinedRecord
from mltag_desktop.core.workspace.storage.row_checksums import UNPLACED
from mltag_desktop.core.workspace.workspace import Workspace as Document

_LISTED: Final = 100
_MOST_BYTES: Final = 256 << 20


def unreadable(
    workspace: Workspace,
    fix: Annotated[
        list[str] | None,
        typer.Option("--fix", metavar="LINE=TEXT", help="Replace this line by a record; repeatable."),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="JSON",
            help="Fix the lines whose text was changed in a file of --json, and add salvaged records.",
        ),
    ] = None,
    curator: Curator = None,
    json: Json = None,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """List the lines of the source that could not be read, or fix them; a fixed line is a record.

    All lines that are fixed at once are one step of the journal. The exit code is 1 when a text is no record.
    """
    refuse_existing(json, force=force)
    printer = Printer(quiet=quiet, json_target=json)
    writes = bool(fix) or source is not None
    with open_workspace(workspace, curator, write=writes) as document:
        waiting = {each.line: each for each in document.table.quarantined}
        texts = {} if source is None else {n: text for n, text in _texts_in(source).items() if n in waiting}
        for line, text in _texts_of(fix or ()).items():
            if line not in waiting:
                raise MltagError(
                    f"Line {line} is not in the list of unreadable rows.",
                    "List them with mltag unreadable WORKSPACE.",
                )
            texts[line] = text
        with progress("Reading", quiet=quiet) as bar:
            fixed, problems = _fix(bar, document, waiting, texts)
            if fixed:
                predict_again(bar, document)
        left = [_line(each, document) for each in document.table.quarantined]
    if writes:
        printer.result(f"{counted(fixed, 'line')} fixed.")
    for problem in problems:
        printer.result(f"  {problem}")
    if left:
        printer.result(f"{counted(len(left), 'unreadable line')}:")
        printer.table(
            ("line", "reason", "text"),
            [[str(each["line"]), each["reason"], start_of(each["text"])] for each in left[:_LISTED]],
        )
    else:
        printer.result("Every line of the table is a readable record.")
    if len(left) > _LISTED:
        printer.result(f"and {len(left) - _LISTED:,} more")
    write_json(json, {"fixed": fixed, "problems": problems, "unreadable": left}, force=force)
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
