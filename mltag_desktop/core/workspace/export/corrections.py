"""Export of the corrections: predicted tag, decided tag, curator, time and note."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.formats import open_writer
from mltag_desktop.core.tables.result_columns import (
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
from mltag_desktop.core.tables.table_source import ColumnsOnly
from mltag_desktop.core.tables.workbook import check_sheet_size
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    export_format,
    guarded,
    is_formula,
    latest,
)
from mltag_desktop.core.workspace.types import JournalEntry, RecordView, Status, mark_names
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
    chunks = _chunks(progress, workspace, first)
    with open_writer(out, ColumnsOnly(header), (), form=form, replace=replace) as writer:
        counts = _write(chunks, options, lambda rows: writer.write(Block.of_rows(rows), [()] * len(rows)))
    formulas = counts[2] if form.form == "delimited" else 0
    return ExportResult(out, counts[0], counts[0], counts[1], formulas=formulas)


def _write(
    chunks: Iterator[list[Row]], options: ExportOptions, write: Callable[[list[Row]], object]
) -> tuple[int, int, int]:
    """Write chunk by chunk; return the numbers of rows, of guarded rows and of rows with formulas."""
    count = safe = formulas = 0
    for rows in chunks:
        count += len(rows)
        if options.guard:
            made = [tuple(map(guarded, row)) for row in rows]
            safe += sum(one != other for one, other in zip(made, rows, strict=True))
            rows = made
        else:
            formulas += sum(any(map(is_formula, row)) for row in rows)
        write(rows)
    return count, safe, formulas


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
