"""Options and result of an export, and helpers that the export modules share."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.unsure_policy import UnsurePolicy
from mltag_desktop.core.tables.file_formats import FORMATS, WORKBOOK_SUFFIXES, usual_suffix
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import DECIDED, JUDGING, JournalEntry, RowArray, RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

What = Literal["table", "corrections", "original"]
Rows = Literal["all", "reviewed", "corrected"]
APPENDED: Final = ("tag", "tagged_by", "confidence")
"""Columns appended to a table without a tag column."""
NEEDS_REVIEW: Final = "needs_review"
"""The column of `UnsurePolicy.FLAG`: true for an unsure prediction."""
UNSURE_TAG: Final = "unsure_tag"
"""The column of `UnsurePolicy.COLUMN`: the unsure prediction."""
ADDITIONAL_TAGS: Final = "also"
"""The column of additional tags, written if any record has some."""

_FORMULA: Final = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""The last four are full-width = + - and @, which some spreadsheet programs treat alike."""
_NUMBER: Final = re.compile(r"[+-]?[\d.,]*\d([eE][+-]?\d+)?%?")


@dataclass(frozen=True)
class ExportOptions:
    """Options for exporting a table or its corrections; the default writes all of it and keeps unchanged
    bytes.

    They have no effect on an export of the original.
    """

    columns: tuple[int, ...] | None = None
    """Indices of the source columns to write, in source order; None for all."""
    rows: Rows = "all"
    """All records, the decided ones, or those whose prediction was corrected."""
    fill: bool | None = None
    """Also write predicted tags for undecided records; None does so if no column holds tags."""
    guard: bool = False
    """Put ' before cells that a spreadsheet would interpret as a formula; numbers stay unchanged."""
    encoding: Literal["source", "utf-8"] = "source"
    """Keep the encoding of the source, or write UTF-8."""
    stale: bool = False
    """Also write outdated predictions: of an earlier model or of an earlier text."""
    unsure: UnsurePolicy | None = None
    """What is written for unsure predictions; None is the policy of the workspace, which may be made stricter
    but not looser."""
    below: ReviewThresholds | None = None
    """The thresholds below which a prediction is unsure; None for those of the workspace."""
    escape: bool = False
    r"""Write characters of new texts that the encoding lacks as \\u2192 etc., instead of failing."""


@dataclass(frozen=True)
class ExportResult:
    """The result of an export."""

    path: Path
    rows: int
    """Number of records in the file, without quarantined ones."""
    changed: int
    """Number of records that got a tag."""
    guarded: int = 0
    """Number of records with cells guarded against formulas."""
    left_out: int = 0
    """Number of quarantined records that could not be written in this format."""
    notes: tuple[str, ...] = ()
    """Sentences about other losses."""
    formulas: int = 0
    """Number of records with unguarded texts that spreadsheet programs read as formulas."""
    certificate: str = ""
    """The certificate that holds for predicted tags in the file, as a sentence, or empty."""
    unverified: int = 0
    """Number of predicted tags in the file that were not below the review threshold and that no certificate
    is about."""


class ExportTags:
    """The tag of each record in an exported table, with its source."""

    def __init__(self, workspace: Workspace, fill: bool | None, unsure: RowArray) -> None:
        """`unsure` are the rows whose prediction is unsure, of which `of` says so."""
        self._workspace = workspace
        self._fill = workspace.table.mapping.tag is None if fill is None else fill
        self.states = workspace.states()
        self._unsure = frozenset(unsure.tolist())
        self._curators = {row: name or "curator" for row, name in workspace.journal.curators().items()}
        self._model = message("model {current_version}", current_version=workspace.models.active)

    def of(self, row: RowId) -> tuple[str, str, float | None]:
        """Return tag, curator or model version, and confidence; empty values if there is no tag."""
        if row >= self.states.count:  # it was added after the export began
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

    def is_unsure(self, row: RowId) -> bool:
        """Return whether the tag of `of` is an unsure prediction."""
        return row in self._unsure

    def count(self, rows: Rows) -> int:
        """Return the number of records that an export of `rows` contains."""
        if rows == "all":
            return self._workspace.table.count
        wanted = [Status.CORRECTED] if rows == "corrected" else [*DECIDED]
        return int(np.isin(self.states.status, wanted).sum())

    def is_wanted(self, row: RowId, rows: Rows) -> bool:
        """Return whether an export of `rows` contains this record."""
        if rows == "all":
            return True
        if row >= self.states.count:
            return False
        status = Status(int(self.states.status[row]))
        return status is Status.CORRECTED if rows == "corrected" else status in DECIDED


def latest(workspace: Workspace) -> dict[RowId, JournalEntry]:
    """Return the journal entry of the tag of each decided record."""
    states = workspace.states()
    return {
        entry.record: entry
        for entry in workspace.journal.entries()
        if entry.record is not None
        and not entry.undone
        and entry.kind in JUDGING
        and entry.record < states.count  # it may have been added since
        and states.decided[entry.record] >= 0
    }


def export_format(out: Path) -> str:
    """Return the format for a file name; delimited text for unknown suffixes."""
    form = FORMATS.get(usual_suffix(out.suffix), "csv")
    return "delimited" if form in ("csv", "tsv") else form


def require_writable_format(out: Path) -> None:
    """Raise `MltagError` if the suffix of `out` names a workbook that cannot be written."""
    suffix = out.suffix.lower()
    if suffix in WORKBOOK_SUFFIXES and export_format(out) == "delimited":
        raise MltagError(
            message("Tables cannot be written as {suffix}.", suffix=suffix), "Choose a name with .xlsx."
        )


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet program would interpret a text in a delimited file as a formula."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def guarded(text: str) -> str:
    """Return `text` changed so that a spreadsheet does not interpret it as a formula."""
    return f"'{text}" if is_formula(text) else text
