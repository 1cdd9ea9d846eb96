"""Options and result of an export, and helpers that the export modules share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.tables.columns import ADDITIONAL_TAGS, CONFIDENCE, CURATOR, PREDICTED_TAG, STATUS, TAG
from mltag_desktop.core.tables.dialect import Dialect, is_named_for_tabs
from mltag_desktop.core.tables.file_access import WORKBOOK_SUFFIXES
from mltag_desktop.core.tables.formats import (
    Format,
    format_called,
    format_of,
    suffixes_in_words,
    usual_suffix,
)
from mltag_desktop.core.workspace.decisions.known_tags import stored_cell_form
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.decisions.threshold_fallback import review_of
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.core.workspace.types import DECIDED, JUDGING, JournalEntry, Mark, RowId, States, Status
from mltag_desktop.core.workspace.workspace import Workspace

What = Literal["table", "corrections", "original"]
Rows = Literal["all", "reviewed", "corrected"]
OffTopicRows = Literal["empty", "keep", "drop"]
APPENDED: Final = (TAG, PREDICTED_TAG, CONFIDENCE, STATUS, CURATOR)
"""Columns added to a table without a tag column, unless others are chosen."""
STATUS_WORDS: Final = {
    Status.TO_REVIEW: "undecided",
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "corrected",
    Status.KNOWN: "from the table",
}
"""The values of the column `status`, as in the window."""
TO_REVIEW_STATUS: Final = "to review"
"""The value of the column `status` for a record that the window counts as to review."""
OFF_TOPIC_STATUS: Final = "off topic"
"""The value of the column `status` for a record marked as off topic."""

_FORMULA: Final = re.compile(r"[\t\r]|\n*[=+\-@\uff1d\uff0b\uff0d\uff20]")
"""The last four are full-width = + - and @, which some spreadsheet programs treat alike. Line feeds before a
sign are ignored by some programs."""
_FORMULAS: Final = re.compile(f"\x1f(?:{_FORMULA.pattern})")
"""Finds a formula among texts with a unit separator before each of them."""
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
    records: frozenset[RowId] | None = None
    """Only these records, such as the displayed or the selected ones; None for all."""
    added: tuple[str, ...] | None = None
    """The added columns, of `result_columns.CHOICES`; None for `default_columns`."""
    fill: bool | None = None
    """Also write predicted tags for undecided records; None does so if no column holds tags."""
    guard: bool = False
    """Put ' before cells that a spreadsheet would interpret as a formula; numbers stay unchanged."""
    encoding: Literal["source", "utf-8"] = "source"
    """Keep the encoding of the source, or write UTF-8."""
    stale: bool = False
    """Also write outdated predictions: of an earlier model or of an earlier text."""
    unsure: UnsurePolicy | None = None
    """Treatment of unsure predictions; None for the policy of the workspace, which may be made stricter, not
    looser."""
    off_topic: OffTopicRows = "empty"
    """Records marked as off topic get no tag, get the predicted tag like others, or are left out."""
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
    lost: int = 0
    """Number of records that are not in the file: they were lost with a part of a damaged workspace."""


@dataclass(frozen=True)
class ExportPreview:
    """Numbers of records that an export writes."""

    records: int
    decided: int
    """Records with a curator's tag."""
    known: int
    """Records with a tag from the table that nobody changed."""
    filled: int
    """Undecided records that get the predicted tag."""
    empty: int
    """Undecided records that get no tag; the cell of a tag column stays as it is."""


def fills(workspace: Workspace, options: ExportOptions) -> bool:
    """Return whether undecided records get the predicted tag."""
    return workspace.table.mapping.tag is None if options.fill is None else options.fill


def wanted(states: States, options: ExportOptions) -> NDArray[np.bool_]:
    """Return a mask of the records that an export contains, shape (count,)."""
    chosen = ~states.gone
    if options.rows != "all":
        kinds = [Status.CORRECTED] if options.rows == "corrected" else [*DECIDED]
        chosen &= states.has_status(kinds)
    if options.records is not None:
        named = np.zeros(states.count, np.bool_)
        named[[row for row in options.records if 0 <= row < states.count]] = True
        chosen &= named
    if options.off_topic == "drop":
        chosen &= ~states.marked(Mark.OFF_TOPIC)
    return chosen


def without_tag(states: States, options: ExportOptions) -> NDArray[np.bool_]:
    """Return a mask of the records that get no tag because they are off topic, shape (count,)."""
    if options.off_topic == "keep":
        return np.zeros(states.count, np.bool_)
    return states.marked(Mark.OFF_TOPIC)


def unsure(workspace: Workspace, options: ExportOptions) -> NDArray[np.bool_]:
    """Return a mask of the unreviewed records of an export that are below the review threshold."""
    states = workspace.states()
    below = review_of(workspace) if options.below is None else options.below
    return unreviewed(states, below) & wanted(states, options)


def unreviewed(states: States, below: ReviewThresholds) -> NDArray[np.bool_]:
    """Return a mask of the undecided records with a confidence below the thresholds, shape (count,).

    Records that may be off topic are included, and those that a curator marked as off topic are not.
    """
    open_rows: NDArray[np.bool_] = (states.status == Status.TO_REVIEW) & (states.predicted >= 0)
    return open_rows & ~states.marked(Mark.OFF_TOPIC) & below.asks(states)


def status_words(workspace: Workspace, below: ReviewThresholds | None = None) -> list[str]:
    """Return the value of the column `status` of each record; `below` are as in `ExportOptions`."""
    states = workspace.states()
    found = np.array([STATUS_WORDS[status] for status in Status], np.object_)[states.status]
    found[needs_review(states, review_of(workspace) if below is None else below)] = TO_REVIEW_STATUS
    found[states.marked(Mark.OFF_TOPIC)] = OFF_TOPIC_STATUS
    words: list[str] = found.tolist()
    return words


def withholds(workspace: Workspace, options: ExportOptions) -> bool:
    """Return whether records below the review threshold get no predicted tag."""
    policy = workspace.thresholds.unsure if options.unsure is None else options.unsure
    return policy in (UnsurePolicy.COLUMN, UnsurePolicy.EMPTY, UnsurePolicy.REFUSE)


def preview(workspace: Workspace, options: ExportOptions) -> ExportPreview:
    """Count what an export of the table would write."""
    states = workspace.states()
    chosen = wanted(states, options)
    status = states.status[chosen]
    known = int((status == Status.KNOWN).sum())
    decided = int(np.isin(status, [*DECIDED]).sum())
    predicted = (status == Status.TO_REVIEW) & (states.predicted[chosen] >= 0)
    predicted &= ~without_tag(states, options)[chosen]
    if withholds(workspace, options):
        predicted &= ~unsure(workspace, options)[chosen]
    filled = int(predicted.sum()) if fills(workspace, options) else 0
    total = int(chosen.sum())
    return ExportPreview(total, decided, known, filled, total - decided - known - filled)


def default_columns(workspace: Workspace) -> tuple[str, ...]:
    """Return the columns that an export adds unless others are chosen.

    A tag column of the table gets the decided tags. Without one, tag, prediction and status are added.
    Additional tags are added if there are any and the tag column cannot hold them.
    """
    tag_column = workspace.table.mapping.tag is not None
    holds_several = tag_column and bool(stored_cell_form(workspace))
    also = not holds_several and workspace.has_several_tags
    return (*(() if tag_column else APPENDED), *((ADDITIONAL_TAGS,) if also else ()))


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


def export_format(out: Path) -> Format:
    """Return the format for a file name; CSV without a suffix and for other suffixes."""
    return format_of(Path(f"out{usual_suffix(out.suffix)}")) or format_called("csv")


def changes_delimiter(out: Path, source: Path | None, dialect: Dialect) -> bool:
    """Return whether the suffix of `out` names another delimiter than the one of a delimited table.

    `.tsv` means tabs. `.csv` keeps the delimiter of the `source`, except that of a `.tsv` file. A table
    without a header keeps its delimiter under any name, because another one is written with a header.
    """
    if not dialect.header:
        return False
    if is_named_for_tabs(out):
        return dialect.delimiter != "\t"
    was_tabs = dialect.delimiter == "\t" and (source is None or is_named_for_tabs(source))
    return was_tabs and format_of(out) == format_called("csv")


def require_writable_format(out: Path, source: Path | None, form: str) -> None:
    """Raise `MltagError` if the suffix of `out` names no format that can be written.

    A name without a suffix is delimited text. The suffix of the `source` may be kept, if `form`, the format
    of the table, stays what it is: `.txt` for delimited text.
    """
    suffix = out.suffix.lower()
    is_kept = source is not None and suffix == source.suffix.lower() and export_format(out).form == form
    is_book = suffix in WORKBOOK_SUFFIXES and export_format(out).form == "delimited"
    if suffix and format_of(out) is None and (is_book or not is_kept):
        raise MltagError(
            message("Tables cannot be written as {suffix}.", suffix=suffix),
            message("Use one of {suffixes}.", suffixes=suffixes_in_words()),
        )


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet program would interpret a text in a delimited file as a formula."""
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)


def have_formula(texts: Sequence[str]) -> bool:
    """Return whether a spreadsheet program would interpret one of the texts as a formula."""
    return bool(_FORMULAS.search("\x1f".join(["", *texts]))) and any(map(is_formula, texts))


def guarded(text: str) -> str:
    """Return `text` changed so that a spreadsheet does not interpret it as a formula."""
    return f"'{text}" if is_formula(text) else text
