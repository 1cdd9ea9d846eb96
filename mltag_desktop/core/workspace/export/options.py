"""What an export is asked for, what it gives, and what both of its parts share."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_formats import FORMATS, usual_suffix
from mltag_desktop.core.workspace.types import DECIDED, JUDGING, JournalEntry, RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

What = Literal["table", "corrections", "original"]
Rows = Literal["all", "reviewed", "corrected"]
APPENDED: Final = ("tag", "tagged_by", "confidence")
"""Columns that a table without a tag column gets."""
FURTHER: Final = "also"
"""The column of the further tags, where any record has some."""

_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[\d.,]*\d([eE][+-]?\d+)?%?")


@dataclass(frozen=True)
class ExportOptions:
    """How a table or its corrections are written; by default all of it, each byte that nobody changed kept.

    None of this touches the original.
    """

    columns: tuple[int, ...] | None = None
    """Columns of the source to write, in their order there; None for all."""
    rows: Rows = "all"
    """All records, those that were decided, or those whose prediction was corrected."""
    fill: bool | None = None
    """Predicted tags for undecided records too; None does so where no column holds tags."""
    guard: bool = False
    """Put ' before cells that a spreadsheet would take for a formula; numbers stay as they are."""
    encoding: Literal["source", "utf-8"] = "source"
    """Keep the encoding of the source, or write all as UTF-8."""
    escape: bool = False
    r"""Write signs of new texts that the encoding has not as \\u2192 and the like, instead of refusing."""


@dataclass(frozen=True)
class ExportResult:
    """What was written."""

    path: Path
    rows: int
    """Records in the file, those that were set aside left out."""
    changed: int
    """Records that got a tag."""
    guarded: int = 0
    """Records with a cell that was kept from being taken for a formula."""
    left_out: int = 0
    """Stretches that were set aside on reading and could not be written in this form."""
    notes: tuple[str, ...] = ()
    """What else could not be kept, in sentences."""


class ExportTags:
    """The tag that each record gets in an exported table, and whose it is."""

    def __init__(self, workspace: Workspace, fill: bool | None) -> None:
        self._workspace = workspace
        self._fill = workspace.table.mapping.tag is None if fill is None else fill
        self.states = workspace.states()
        self._curators = {row: name or "curator" for row, name in workspace.journal.curators().items()}
        self._model = message("model {current_version}", current_version=workspace.models.current)

    def of(self, row: RowId) -> tuple[str, str, float | None]:
        """Return tag, curator or model, and the model's confidence; empty where there is none."""
        if row >= self.states.count:  # it came in after the export began
            return "", "", None
        decided = int(self.states.decided[row])
        if decided >= 0:
            return self.states.tag_names[decided], self._curators.get(row, ""), None
        predicted = int(self.states.predicted[row])
        if self._fill and predicted >= 0 and self.states.status[row] == Status.TO_REVIEW:
            model = (
                message("model {answered_by}", answered_by=self._workspace.predictions.answered_by(row))
                if self.states.stale[row]
                else self._model
            )
            return self.states.tag_names[predicted], model, round(float(self.states.confidence[row]), 4)
        return "", "", None

    def is_wanted(self, row: RowId, rows: Rows) -> bool:
        """Tell whether an export of `rows` has this record."""
        if rows == "all":
            return True
        if row >= self.states.count:
            return False
        status = Status(int(self.states.status[row]))
        return status is Status.CORRECTED if rows == "corrected" else status in DECIDED


def latest(workspace: Workspace) -> dict[RowId, JournalEntry]:
    """Return the entry that gave each decided record its tag."""
    states = workspace.states()
    return {
        entry.record: entry
        for entry in workspace.journal.entries()
        if entry.record is not None
        and not entry.undone
        and entry.kind in JUDGING
        and entry.record < states.count  # it may have come in since
        and states.decided[entry.record] >= 0
    }


def export_format(out: Path) -> str:
    """Return the form that a file's name asks for; whatever is not known is delimited text."""
    form = FORMATS.get(usual_suffix(out.suffix), "csv")
    return "delimited" if form in ("csv", "tsv") else form


def is_spreadsheet(out: Path) -> bool:
    """Tell whether the target is a workbook, so that guarding against formulas should be offered."""
    return export_format(out) == "xlsx"


def guarded(text: str) -> str:
    """Return `text` so that a spreadsheet takes it for no formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
