"""Exchange misclassifications between users and the owner of a model as a file."""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write, read_bounded, read_error
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.progress import Progress, in_steps
from mltag_desktop.core.serialization import from_plain
from mltag_desktop.core.workspace.types import Change, DecisionKind, Mark, RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

FORMAT: Final = "mltag-misses"
VERSION: Final = 1
_AT_ONCE: Final = 500
_MOST: Final = 100_000
MOST_BYTES: Final = 256 << 20


@dataclass(frozen=True)
class Misclassification:
    """A text that a person reported as tagged wrongly."""

    text: str
    predicted: str = ""
    confidence: float | None = None
    model_version: str = ""
    right: str = ""
    """The correct tag; empty if it was not given."""
    curator: str = ""
    time: str = ""
    note: str = ""


@dataclass(frozen=True)
class ImportedMisclassifications:
    """The result of importing a file of misclassifications."""

    known: int
    """Number of texts that were already in the workspace."""
    added: int
    """Number of texts that were added as new records."""
    change: Change


def find_misclassifications(progress: Progress, workspace: Workspace) -> Iterator[Misclassification]:
    """Yield the flagged and the corrected records of a workspace, in table order.

    A flagged record with an accepted prediction is not yielded, since a curator confirmed its tag.
    """
    states = workspace.states()
    flagged = states.marked(Mark.FLAGGED) & (states.status != Status.ACCEPTED)
    rows = np.flatnonzero(flagged | (states.status == Status.CORRECTED)).astype(np.int64)
    entries = {
        entry.record: entry
        for entry in workspace.journal.entries()
        if not entry.undone and entry.kind in (DecisionKind.FLAG.value, DecisionKind.CORRECT.value)
    }
    for step in in_steps(progress, len(rows), _AT_ONCE, "collecting misclassifications"):
        for record in workspace.table.records(rows[step]):
            entry = entries.get(record.row)
            if entry is None or entry.predicted_tag is None:
                continue
            yield Misclassification(
                text=record.text,
                predicted=entry.predicted_tag,
                confidence=entry.confidence,
                model_version=entry.model_version or "",
                right=record.decided or "",
                curator=entry.curator,
                time=entry.time,
                note=record.note,
            )


def write_misclassifications(progress: Progress, workspace: Workspace, out: Path) -> int:
    """Write the misclassifications to `out` atomically; return their number."""
    count = 0
    with atomic_write(out, replace=True) as file:
        head = {"format": FORMAT, "version": VERSION, "source": workspace.table.source_name}
        file.write(_line(head))
        for miss in find_misclassifications(progress, workspace):
            file.write(_line(asdict(miss)))
            count += 1
    return count


def read_misclassifications(path: Path) -> list[Misclassification]:
    """Read a file of misclassifications; raises `MltagError` for any other file."""
    try:
        lines = (
            read_bounded(path, MOST_BYTES).decode("utf-8").split("\n")
        )  # a text may contain other line-ending characters
    except OSError as error:
        raise read_error(path, error, "Check the name and try again.") from error
    except ValueError as error:
        raise _unfit(path, message("it cannot be read")) from error
    head = _object(path, lines[0] if lines else "", 1)
    if head.get("format") != FORMAT:
        raise _unfit(path, message("it has other contents"))
    if head.get("version") != VERSION:
        raise MltagError(
            message("{name} was written by a newer version of the program.", name=path.name),
            "Update the program, then import the file.",
        )
    if len(lines) > _MOST:
        raise _unfit(path, message("it has more than {most:,} lines", most=_MOST))
    return [_miss(path, _object(path, line, n), n) for n, line in enumerate(lines[1:], 2) if line]


def import_misclassifications(
    progress: Progress, workspace: Workspace, path: Path
) -> ImportedMisclassifications:
    """Flag the records with the reported texts for review and add unknown texts, as one undo step.

    A record whose decision already is the reported correct tag is not flagged.
    """
    found = {text: miss for miss in read_misclassifications(path) if (text := miss.text.strip())}
    progress.report(0.3, "looking for the texts")
    places = _places(progress, workspace, found)
    new = [text for text in found if text not in places]
    if new:
        added = workspace.table.add_texts(new).rows
        if added is not None:
            places |= dict(zip(new, added.tolist(), strict=True))
    states = workspace.states()
    flags = {}
    for text, miss in found.items():
        row = places.get(text)
        if row is None:
            continue
        decided = int(states.decided[row])
        if miss.right and decided >= 0 and states.tag_names[decided] == miss.right:
            continue
        flags[row] = workspace.decisions.note_with(row, _note_text(miss))
    progress.report(0.9, message("flagging"))
    words = message_plural(
        "Flag {n:,} misclassification from {name}",
        "Flag {n:,} misclassifications from {name}",
        len(flags),
        name=path.name,
    )
    change = workspace.decisions.decide_each({}, flags, words)
    return ImportedMisclassifications(len(found) - len(new), len(new), change)


def _places(
    progress: Progress, workspace: Workspace, found: dict[str, Misclassification]
) -> dict[str, RowId]:
    """Return the first record with each text."""
    places: dict[str, RowId] = {}
    for row, text in enumerate(workspace.scan.all_texts(progress)):
        if text in found:
            places.setdefault(text, row)
    return places


def _note_text(miss: Misclassification) -> str:
    """Return the note for a record: text of the workspace, which is not translated."""
    right = f"should be {miss.right}" if miss.right else "is wrong"
    by = f", says {miss.curator}" if miss.curator else ""
    return f"{miss.predicted} {right}{by}" + (f": {miss.note}" if miss.note else "")


def _line(values: dict[str, Any]) -> bytes:
    return json.dumps(values).encode() + b"\n"


def _object(path: Path, line: str, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _unfit(path, message("line {number} is not valid JSON", number=number)) from error
    if not isinstance(value, dict):
        raise _unfit(path, message("line {number} is not a JSON object", number=number))
    return value


def _miss(path: Path, values: dict[str, Any], number: int) -> Misclassification:
    with contextlib.suppress(MltagError):
        miss = from_plain(Misclassification, values)
        if miss.text:
            return miss
    raise _unfit(path, message("line {number} is not a misclassification", number=number))


def _unfit(path: Path, why: str) -> MltagError:
    return MltagError(
        message("{name} is not a misclassification file: {why}.", name=path.name, why=why),
        "Choose a file that MLTag Desktop wrote.",
    )
