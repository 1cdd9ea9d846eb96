"""The table written back with its tags, the corrections alone, or the source as it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final, Literal

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.files import atomic_write
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.dialect import DEFAULT
from mltag_desktop.core.tables.reader import parse_cells
from mltag_desktop.core.tables.writer import changed_head, changed_record, new_record, with_line_end
from mltag_desktop.core.workspace.document import Workspace
from mltag_desktop.core.workspace.records import Piece
from mltag_desktop.core.workspace.types import DECIDED, Entry, RowId, States, Status

What = Literal["table", "corrections", "original"]
APPENDED: Final = ("tag", "tagged_by", "confidence")
"""Columns that a table without a tag column gets."""
CORRECTION_COLUMNS: Final = (
    "tag",
    "predicted_tag",
    "confidence",
    "curator",
    "time",
    "model_version",
    "note",
    "also",
)
_REPORT_EVERY: Final = 2_000


@dataclass(frozen=True)
class Exported:
    """What was written."""

    path: Path
    rows: int
    """Records in the file, those that were set aside left out."""
    changed: int
    """Records that got a tag."""


def export(
    progress: Progress,
    workspace: Workspace,
    out: Path,
    what: What,
    fill: bool | None = None,
    replace: bool = False,
) -> Exported:
    """Write the table, the corrections or the original to `out`, whole or not at all.

    `fill` also writes predicted tags for undecided records; by default where the table has no tag column.
    Raises `MltagError` when `out` exists and `replace` is false, when it cannot be written, and when the
    table's encoding cannot hold a tag.
    """
    if what not in ("table", "corrections", "original"):
        raise MltagError(
            f"There is nothing called {what} to export.", "Choose table, corrections or original."
        )
    source = workspace.source_path
    if source is not None and out.exists() and source.exists() and out.samefile(source):
        raise MltagError(f"{out} is the table that was opened.", "Choose another name; the source is kept.")
    with atomic_write(out, replace=replace) as file:
        if what == "original":
            return _original(progress, workspace, file, out)
        if what == "corrections":
            return _corrections(progress, workspace, file, out)
        return _table(progress, workspace, file, out, fill)


def _original(progress: Progress, workspace: Workspace, file: BinaryIO, out: Path) -> Exported:
    """Write the source byte for byte; what was pasted belongs to it only where there is no source."""
    rows = 0
    file.write(workspace.head)
    for piece in _walk(progress, workspace, pasted=workspace.source_path is None):
        file.write(piece.raw)
        rows += piece.row is not None
    return Exported(out, rows, 0)


def _table(
    progress: Progress, workspace: Workspace, file: BinaryIO, out: Path, fill: bool | None
) -> Exported:
    tags = _Tags(workspace, fill)
    dialect, column = workspace.dialect, workspace.mapping.tag
    rows = changed = 0
    names = [_unused(name, workspace.columns) for name in APPENDED]
    last = workspace.head if column is not None else changed_head(workspace.head, dialect, names)
    for row, raw, pasted in _walk(progress, workspace, pasted=True):
        file.write(with_line_end(last, dialect) if pasted else last)
        last = raw
        if row is None:
            continue
        rows += 1
        tag, by, confidence = tags.of(row)
        if column is None:
            last = changed_record(raw, dialect, appended=(tag, by, confidence))
            changed += bool(tag)
        elif tag and parse_cells(raw, dialect)[column] != tag:
            last = changed_record(raw, dialect, {column: tag})
            changed += 1
    file.write(last)
    return Exported(out, rows, changed)


class _Tags:
    """The tag that each record gets in an exported table, and whose it is."""

    def __init__(self, workspace: Workspace, fill: bool | None) -> None:
        self._workspace = workspace
        self._fill = workspace.mapping.tag is None if fill is None else fill
        self._states = workspace.states()
        self._curators = _curators(workspace, self._states)
        self._model = f"model {workspace.current_version}"

    def of(self, row: RowId) -> tuple[str, str, str]:
        """Return tag, curator or model, and the model's confidence; empty where there is none."""
        if row >= self._states.count:  # it came in after the export began
            return "", "", ""
        decided = int(self._states.decided[row])
        if decided >= 0:
            return self._states.tag_names[decided], self._curators.get(row, ""), ""
        predicted = int(self._states.predicted[row])
        if self._fill and predicted >= 0 and self._states.status[row] == Status.TO_REVIEW:
            model = f"model {self._workspace.answered_by(row)}" if self._states.stale[row] else self._model
            return self._states.tag_names[predicted], model, f"{self._states.confidence[row]:.4f}"
        return "", "", ""


def _corrections(progress: Progress, workspace: Workspace, file: BinaryIO, out: Path) -> Exported:
    """Write what was corrected, as UTF-8 with commas, or tabs when the name ends so."""
    dialect = replace(DEFAULT, delimiter="\t") if out.suffix.lower() in (".tsv", ".tab") else DEFAULT
    mapping, columns = workspace.mapping, workspace.columns
    first = (*(() if mapping.id is None else (mapping.id,)), *mapping.text)
    states = workspace.states()
    rows = np.flatnonzero(states.status == Status.CORRECTED).astype(np.int64)
    latest = _latest(workspace, states)
    file.write(new_record((*(columns[each] for each in first), *CORRECTION_COLUMNS), dialect))
    for start in range(0, len(rows), _REPORT_EVERY):
        progress.report(start / len(rows), "Writing the corrections")
        for view in workspace.records(rows[start : start + _REPORT_EVERY]):
            if view.status is not Status.CORRECTED:
                continue
            cells = [view.cells[each] if each < len(view.cells) else "" for each in first]
            said = _said(latest.get(view.row), view.decided or "", view.note, view.also)
            file.write(new_record((*cells, *said), dialect))
    return Exported(out, len(rows), len(rows))


def _said(entry: Entry | None, tag: str, note: str, also: Sequence[str]) -> tuple[str, ...]:
    """Return the cells of one correction after the source's own."""
    if entry is None:
        return (tag, "", "", "", "", "", note, "; ".join(also))
    return (
        tag,
        entry.predicted_tag or "",
        "" if entry.confidence is None else f"{entry.confidence:.4f}",
        entry.curator,
        entry.time,
        entry.model_version or "",
        note,
        "; ".join(also),
    )


def _latest(workspace: Workspace, states: States) -> dict[RowId, Entry]:
    """Return the entry that gave each decided record its tag."""
    decided = {int(status) for status in DECIDED}
    return {
        entry.record: entry
        for entry in workspace.journal()
        if entry.record is not None
        and not entry.undone
        and entry.kind in ("accept", "correct")
        and entry.record < states.count
        and int(states.status[entry.record]) in decided
    }


def _curators(workspace: Workspace, states: States) -> dict[RowId, str]:
    return {row: entry.curator or "curator" for row, entry in _latest(workspace, states).items()}


def _walk(progress: Progress, workspace: Workspace, *, pasted: bool) -> Iterator[Piece]:
    """Go through the table and report now and then."""
    total = max(1, workspace.count)
    for piece in workspace.walk(pasted=pasted):
        if piece.row is not None and piece.row % _REPORT_EVERY == 0:
            progress.report(min(1.0, piece.row / total), "Writing the table")
        yield piece


def _unused(name: str, columns: Sequence[str]) -> str:
    """Return a column name that the table does not have."""
    return name if name not in columns else _unused(f"mltag_{name}", columns)
