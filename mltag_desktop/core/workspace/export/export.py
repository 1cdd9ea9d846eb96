"""Export a workspace: the table with its tags, the corrections, or the original.

Export of the corrections: predicted tag, decided tag, curator, time and note.

The suffix of the file selects the format, see `core/tables/formats.py`.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write
from mltag_desktop.core.messages import message, message_plural
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import (
    ADDITIONAL_TAGS,
    CONFIDENCE,
    CURATOR,
    MARKS,
    MODEL_VERSION,
    NOTE,
    PREDICTED_TAG,
    TABLE_TAG,
    TAG,
    TIME,
)
from mltag_desktop.core.tables.formats import open_writer
from mltag_desktop.core.tables.table_source import Block, ColumnsOnly
from mltag_desktop.core.tables.workbook import check_sheet_size
from mltag_desktop.core.workspace.decisions.certificates import certification_state
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    What,
    export_format,
    fills,
    guarded,
    is_formula,
    latest,
    require_writable_format,
    unsure,
    wanted,
    without_tag,
)
from mltag_desktop.core.workspace.export.table_export import write_table
from mltag_desktop.core.workspace.types import JournalEntry, RecordView, RowArray, Status, mark_names
from mltag_desktop.core.workspace.workspace import Workspace

CORRECTION_COLUMNS: Final = (
    TAG,
    PREDICTED_TAG,
    CONFIDENCE,
    CURATOR,
    TIME,
    MODEL_VERSION,
    NOTE,
    ADDITIONAL_TAGS,
    MARKS,
)
_AT_ONCE: Final = 2_000

Row = tuple[str, ...]


def write_corrections(
    progress: Progress, workspace: Workspace, out: Path, options: ExportOptions, *, replace: bool
) -> ExportResult:
    """Write the corrections, as UTF-8 with commas or in the format given by the suffix of `out`."""
    mapping, names = workspace.table.mapping, workspace.table.columns
    mapped = dict.fromkeys((mapping.id, *mapping.text, mapping.tag))  # a text may be the tag, too
    first = tuple(each for each in mapped if each is not None)
    first = first if options.columns is None else options.columns
    form = export_format(out)
    if form.is_sheet:
        corrected = int((workspace.states().status == Status.CORRECTED).sum())
        check_sheet_size(corrected + 1, len(first) + len(CORRECTION_COLUMNS))
    header = (*(TABLE_TAG if each == mapping.tag else names[each] for each in first), *CORRECTION_COLUMNS)
    count = safe = formulas = 0
    with open_writer(out, ColumnsOnly(header), (), form=form, replace=replace) as writer:
        for rows in _chunks(progress, workspace, first):
            made = [tuple(map(guarded, row)) for row in rows] if options.guard else rows
            writer.write(Block.of_rows(made), [()] * len(rows))
            count += len(rows)
            safe += sum(one != other for one, other in zip(made, rows, strict=True))
            formulas += sum(any(map(is_formula, row)) for row in made)
    return ExportResult(out, count, count, safe, formulas=formulas if form.form == "delimited" else 0)


def _chunks(progress: Progress, workspace: Workspace, first: Sequence[int]) -> Iterator[list[Row]]:
    states = workspace.states()
    rows = np.flatnonzero(states.status == Status.CORRECTED).astype(np.int64)
    entries = latest(workspace)
    for start in range(0, len(rows), _AT_ONCE):
        progress.report(start / len(rows), "Writing the corrections")
        chunk: list[Row] = []
        for view in workspace.table.records(rows[start : start + _AT_ONCE]):
            if view.status is Status.CORRECTED:
                cells = [view.cells[each] if each < len(view.cells) else "" for each in first]
                chunk.append((*cells, *_correction_cells(entries.get(view.row), view)))
        yield chunk


def _correction_cells(entry: JournalEntry | None, view: RecordView) -> Row:
    """Return the cells that follow the source's cells in one correction."""
    annotations = (view.note, "; ".join(view.also), "; ".join(mark_names(view.marks)))
    if entry is None:
        return (view.decided or "", "", "", "", "", "", *annotations)
    return (
        view.decided or "",
        entry.predicted_tag or "",
        "" if entry.confidence is None else f"{entry.confidence:.4f}",
        entry.curator,
        entry.time,
        entry.model_version or "",
        *annotations,
    )


def export(
    progress: Progress,
    workspace: Workspace,
    out: Path,
    what: What,
    replace: bool = False,
    options: ExportOptions | None = None,
) -> ExportResult:
    """Write the table, the corrections or the original to `out`, atomically.

    The suffix of `out` selects the format. In the format of the source, unchanged records keep their bytes (a
    workbook its formats, Parquet its types); in any other format, cells are written as text.

    Raises `MltagError` if `out` exists and `replace` is false, if its suffix names no format, or if it cannot
    be written; `DamagedError` if the workspace is damaged (apart from its models); `MltagError` if it would
    write outdated predictions without `options.stale`, or unsure predictions against the policy of the
    workspace; and `UnencodableError` if the table's encoding cannot represent a tag.
    """
    if what not in ("table", "corrections", "original"):
        raise MltagError(
            message("Unknown export type: {what}.", what=what), "Choose table, corrections or original."
        )
    source = workspace.table.source_path
    if source is not None and out.exists() and source.exists() and out.samefile(source):
        raise MltagError(
            message("{out} is the source table.", out=out),
            "Choose another name; the source file is never overwritten.",
        )
    if out.exists() and out.samefile(workspace.path):
        raise MltagError(message("{out} is this workspace.", out=out), "Choose another name.")
    options = options or ExportOptions()
    if what != "original":
        require_writable_format(out, source, workspace.table.dialect.form)
    workspace.verify_table()
    if what == "original":
        with atomic_write(out, replace=replace) as file:
            return _original(progress, workspace, file, out)
    if what == "corrections":
        return write_corrections(progress, workspace, out, options, replace=replace)
    count = len(stale_rows(workspace, options))
    if count and not options.stale:
        raise MltagError(
            message_plural(
                "{n:,} undecided record has an outdated prediction.",
                "{n:,} undecided records have outdated predictions.",
                count,
            ),
            "Wait until all records are predicted, or export without predicted tags.",
        )
    policy = workspace.thresholds.unsure.chosen(options.unsure, message("The workspace"))
    open_rows = unsure_rows(workspace, options)
    if len(open_rows) and policy is UnsurePolicy.REFUSE:
        raise MltagError(
            message_plural(
                "{n:,} unsure prediction has not been reviewed.",
                "{n:,} unsure predictions have not been reviewed.",
                len(open_rows),
            ),
            "Review them first, or export without predicted tags.",
        )
    options = dataclasses.replace(options, unsure=policy)
    done = write_table(progress, workspace, out, options, replace=replace)
    certificate, unverified = _verified(workspace, options)
    return dataclasses.replace(done, certificate=certificate, unverified=unverified)


def _verified(workspace: Workspace, options: ExportOptions) -> tuple[str, int]:
    """Return the certificate for the predicted tags of an export, and the number of those without one."""
    if not fills(workspace, options):
        return "", 0
    states = workspace.states()
    sure = (states.status == Status.TO_REVIEW) & (states.predicted >= 0)
    sure &= wanted(states, options) & ~unsure(workspace, options) & ~without_tag(states, options)
    if not sure.any():
        return "", 0
    issued = certification_state(workspace).valid
    if issued is None:
        return "", int(sure.sum())
    return issued.sentence, int((sure & (states.confidence < np.float32(issued.cut))).sum())


def stale_rows(workspace: Workspace, options: ExportOptions) -> RowArray:
    """Return the undecided rows whose exported tag would be an outdated prediction.

    A prediction is outdated if it is of an earlier model or of an earlier text of the record.
    """
    if not fills(workspace, options):
        return np.zeros(0, np.int64)
    states = workspace.states()
    outdated = (states.status == Status.TO_REVIEW) & states.stale & wanted(states, options)
    return np.flatnonzero(outdated).astype(np.int64)


def unsure_rows(workspace: Workspace, options: ExportOptions) -> RowArray:
    """Return the unreviewed rows whose exported tag would be a prediction below the review threshold."""
    if not fills(workspace, options):
        return np.zeros(0, np.int64)
    return np.flatnonzero(unsure(workspace, options)).astype(np.int64)


def _original(progress: Progress, workspace: Workspace, file: BinaryIO, out: Path) -> ExportResult:
    """Write the source byte for byte; pasted records are included only if there is no source."""
    if not workspace.table.dialect.is_text:
        for piece in workspace.table.original_pieces():
            progress.report(0.5, "Writing the original")
            file.write(piece)
        return ExportResult(out, workspace.table.count, 0)
    table = workspace.table
    rows, lost, total = 0, 0, max(1, table.count)
    file.write(table.head)
    for batch in table.source_batches() if table.source_path else table.batches(pasted=True):
        progress.report(min(1.0, rows / total), "Writing the table")
        file.write(batch.stretch.joined)
        if batch.rows is not None:
            readable = len(batch.without_lost().stretch.ends)
            rows, lost = rows + readable, lost + len(batch.rows) - readable
    return ExportResult(out, rows, 0, lost=lost)
