"""Export of the whole table with its tags, in the source's format or another one.

In the source's format, unchanged records keep their bytes; other formats are written by
`core/tables/formats.py`.
"""

import codecs
import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import (
    ADDITIONAL_TAGS,
    CHOICES,
    CONFIDENCE,
    CURATOR,
    FLAGGED,
    MODEL_VERSION,
    NEEDS_REVIEW,
    NOTE,
    OFF_TOPIC,
    PREDICTED_TAG,
    PREFIX,
    SKIPPED,
    STATUS,
    TAG,
    TIME,
    UNSURE,
    UNSURE_TAG,
)
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_writer
from mltag_desktop.core.tables.json_table import JsonList, changed_object, picked_object
from mltag_desktop.core.tables.original_editing import (
    RecordEdit,
    SourceWorkbook,
    is_parquet,
    is_workbook,
    write_parquet,
    write_sheet,
)
from mltag_desktop.core.tables.record_writer import (
    EncodedCells,
    changed_head,
    changed_record,
    escaped_for,
    picked_record,
    recoded,
    with_line_end,
)
from mltag_desktop.core.tables.table_file import parse_many
from mltag_desktop.core.tables.table_source import Block, ColumnsOnly, Value, as_text
from mltag_desktop.core.tables.workbook import check_sheet_size
from mltag_desktop.core.workspace.decisions.known_tags import known_cells
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    changes_delimiter,
    default_columns,
    export_format,
    fills,
    guarded,
    have_formula,
    latest,
    status_words,
    unsure,
    wanted,
    withholds,
    without_tag,
)
from mltag_desktop.core.workspace.records.record_store import RecordBatch
from mltag_desktop.core.workspace.types import Mark, RowId, Status
from mltag_desktop.core.workspace.workspace import Workspace

_UNSURE_COLUMNS: Final = {UnsurePolicy.FLAG: (NEEDS_REVIEW,), UnsurePolicy.COLUMN: (UNSURE_TAG,)}


def write_table(
    progress: Progress,
    workspace: Workspace,
    out: Path,
    options: ExportOptions,
    *,
    replace: bool,
) -> ExportResult:
    """Write the table to `out`; see `export`."""
    writing = _TableExport(progress, workspace, out, options)
    form = export_format(out).form
    dialect, source = workspace.table.dialect, workspace.table.source_path
    if form == "json" and dialect.is_json:
        with atomic_write(out, replace=replace) as file:
            objects = JsonList(file)
            done = writing.text(objects)
            objects.finish()
            return done
    is_same = form == dialect.form or (form == "jsonl" and dialect.is_json)
    if not is_same or (form == "delimited" and changes_delimiter(out, source, dialect)):
        return writing.convert(replace=replace)
    if form in ("xlsx", "parquet"):
        if len(workspace.table.lost):  # the rows of the original can no longer be told apart by their order
            return writing.convert(replace=replace)
        with workspace.table.opened_original() as original:
            if is_parquet(original) if form == "parquet" else is_workbook(original):
                with atomic_write(out, replace=replace) as file:
                    return writing.book(original, file)
        return writing.convert(replace=replace)
    with atomic_write(out, replace=replace) as file:
        return writing.text(file)


_MARKS: Final[dict[str, Mark]] = {FLAGGED: Mark.FLAGGED, SKIPPED: Mark.SKIPPED, UNSURE: Mark.UNSURE}


class RecordValues:
    """The tag of each exported record, and the values of the added columns; by row."""

    def __init__(self, workspace: Workspace, options: ExportOptions, columns: Sequence[str]) -> None:
        unknown = [name for name in columns if name not in (*CHOICES, NEEDS_REVIEW, UNSURE_TAG)]
        if unknown:
            raise MltagError(
                message("Exports have no column “{name}”.", name=unknown[0]),
                message("Choose from {names}.", names=", ".join(CHOICES)),
            )
        self._workspace, self._options = workspace, options
        self._states = states = workspace.states()
        chosen, has_no_tag = wanted(states, options), without_tag(states, options)
        self.count = int(chosen.sum())
        """Number of records in the export."""
        self._wanted: list[bool] = chosen.tolist()
        self._unsure = unsure(workspace, options)
        self._withheld = self._unsure & withholds(workspace, options)
        is_open = states.status == int(Status.TO_REVIEW)
        self._is_open: list[bool] = is_open.tolist()
        self._has_no_tag: list[bool] = has_no_tag.tolist()
        fills_in = is_open & ~has_no_tag & ~self._withheld & fills(workspace, options)
        filled = np.where(fills_in, states.predicted, -1)
        self._tags = self._named(np.where(states.decided >= 0, states.decided, filled))
        self._columns = [self._column(name) for name in columns]

    def is_wanted(self, row: RowId) -> bool:
        """Return whether the export contains this record."""
        return row < len(self._wanted) and self._wanted[row]  # not if it was added after the export began

    def tag(self, row: RowId) -> str:
        """Return the decided tag, or the predicted one where it fills in; empty for none."""
        return self._tags[row]

    def additional_tags(self, row: RowId) -> tuple[str, ...]:
        """Return the additional tags that belong to the exported tag: given ones, or predicted ones."""
        decisions = self._workspace.decisions
        if self._is_open[row] and self.tag(row):
            return decisions.shown_additional_tags(row)
        return decisions.additional_tags(row)

    def is_emptied(self, row: RowId) -> bool:
        """Return whether a tag in the table is removed, because the record is off topic."""
        return self._has_no_tag[row]

    def added(self, row: RowId) -> tuple[Value, ...]:
        """Return the values of the added columns."""
        return tuple([column[row] for column in self._columns])

    def _column(self, name: str) -> Sequence[Value]:
        """Return the values of one added column."""
        states, rows = self._states, range(self._states.count)
        if name == TAG:
            return self._tags
        if name in (PREDICTED_TAG, CONFIDENCE, MODEL_VERSION):
            return self._predictions(name)
        if name == UNSURE_TAG:
            return self._named(np.where(self._unsure, states.predicted, -1))
        if name == STATUS:
            return status_words(self._workspace, self._options.below)
        if name == NOTE:
            return [self._workspace.decisions.note_on(row) for row in rows]
        if name == ADDITIONAL_TAGS:
            return ["; ".join(self.additional_tags(row)) for row in rows]
        if name in (CURATOR, TIME):
            entries = latest(self._workspace)
            return [str(getattr(entries[row], name)) if row in entries else "" for row in rows]
        masks = {NEEDS_REVIEW: self._unsure, OFF_TOPIC: states.off_topic}
        mask: list[bool] = (masks[name] if name in masks else states.marked(_MARKS[name])).tolist()
        return mask

    def _predictions(self, name: str) -> Sequence[Value]:
        """Return a part of the predictions, but nothing of those that must not be exported."""
        states = self._states
        hidden = states.predicted < 0
        if name != CONFIDENCE or self._options.unsure is not UnsurePolicy.COLUMN:
            hidden = hidden | self._withheld
        if not self._options.stale:
            hidden = hidden | states.stale
        if name == PREDICTED_TAG:
            return self._named(np.where(hidden, -1, states.predicted))
        if name == CONFIDENCE:
            values = [round(value, 4) for value in states.confidence.tolist()]
            return [
                None if is_hidden else value for is_hidden, value in zip(hidden.tolist(), values, strict=True)
            ]
        versions = self._workspace.predictions.versions(np.arange(states.count))
        return [
            "" if is_hidden else value for is_hidden, value in zip(hidden.tolist(), versions, strict=True)
        ]

    def _named(self, codes: NDArray[np.integer[Any]]) -> list[str]:
        """Return the tags of codes; none for -1."""
        names = (*self._states.tag_names, "")
        return [names[code] for code in codes.tolist()]


class _TableExport:
    """One export of a table, with its counters."""

    def __init__(self, progress: Progress, workspace: Workspace, out: Path, options: ExportOptions) -> None:
        every = range(len(workspace.table.columns))
        if options.columns is not None and not all(at in every for at in options.columns):
            raise MltagError("The table has no such column.", "Choose columns of the table.")
        self._progress = progress
        self._table = workspace.table
        self._out = out
        self._options = options
        self._columns = every if options.columns is None else options.columns
        self._dialect: Dialect = self._table.dialect
        added = default_columns(workspace) if options.added is None else options.added
        added = (*added, *_UNSURE_COLUMNS.get(options.unsure or UnsurePolicy.KEEP, ()))
        self._values = RecordValues(workspace, options, added)
        self._tag_column = self._table.mapping.tag
        self._known = known_cells(workspace)
        self._names = [unused_name(name, self._table.columns) for name in added]
        self._form = export_format(out)
        self._guards = options.guard and (self._form.form == "delimited" or self._form.is_sheet)
        self._reports_formulas = self._form.form == "delimited" and not options.guard
        self._rows = self._changed = self._guarded = self._left_out = self._formulas = self._lost = 0

    def text(self, file: BinaryIO | JsonList) -> ExportResult:
        """Write delimited text or JSON objects, if the source has them."""
        options, source = self._options, self._dialect
        recodes = options.encoding == "utf-8" and source.encoding != "utf-8"
        bom = codecs.BOM_UTF8 if source.bom else b""
        target = dataclasses.replace(source, encoding="utf-8", bom=bom) if recodes else source
        cells = EncodedCells(target, escapes=options.escape)
        keeps_lines = self._form.form == source.form
        last = self._head(target) if keeps_lines else b""
        is_part = options.rows != "all" or options.records is not None or options.columns is not None
        for batch in self._batches():
            if batch.rows is None and (is_part or not keeps_lines):
                self._left_out += 1
                continue
            for edit in (
                self._edits(batch) if batch.rows is not None else [RecordEdit(batch.stretch.joined, ())]
            ):
                if edit.kept:
                    file.write(with_line_end(last, target) if batch.pasted else last)
                    raw = recoded(edit.raw, source, "utf-8") if recodes else edit.raw
                    last = self._edited(raw, edit, target, cells)
        file.write(last)
        return self._result()

    def book(self, original: BinaryIO, file: BinaryIO) -> ExportResult:
        """Write a workbook or Parquet, if that is the source's format: the original with changed cells."""
        if self._dialect.form == "xlsx":
            check_sheet_size(self._dialect.skip + 1 + self._table.count, 1)
        dropped = [at for at in range(len(self._table.columns)) if at not in self._columns]
        book = SourceWorkbook(original, self._dialect, self._table.head)
        write = write_parquet if self._dialect.form == "parquet" else write_sheet
        edits = itertools.chain.from_iterable(map(self._edits, self._batches()))
        return self._result(write(book, file, edits, self._names, dropped))

    def convert(self, *, replace: bool) -> ExportResult:
        """Write another format, with all cells as text."""
        names = [self._table.columns[at] for at in self._columns]
        source = ColumnsOnly([guarded(name) for name in names] if self._guards else names)
        if self._form.is_sheet:
            check_sheet_size(self._values.count + 1, len(names) + len(self._names))
        with open_writer(self._out, source, self._names, form=self._form, replace=replace) as writer:
            for batch in self._batches():
                self._left_out += batch.rows is None
                edits = [edit for edit in self._edits(batch) if edit.kept]
                if edits:
                    rows = [edit.shown(self._columns) for edit in edits]
                    writer.write(Block.of_rows(rows), [tuple(edit.appended) for edit in edits])
        return self._result()

    def _edits(self, batch: RecordBatch) -> Iterator[RecordEdit]:
        """Yield each record of a batch with its edit; quarantined records have none."""
        if batch.rows is None:
            return
        raws = batch.stretch.values()
        is_new = batch.pasted and not self._dialect.is_text
        for row, raw, cells in zip(batch.rows.tolist(), raws, parse_many(raws, self._dialect), strict=True):
            is_wanted = self._values.is_wanted(row)
            yield (
                self._edit(row, raw, cells, is_new=is_new)
                if is_wanted
                else RecordEdit(raw, cells, kept=False)
            )

    def _edit(self, row: RowId, raw: bytes, cells: tuple[str, ...], *, is_new: bool) -> RecordEdit:
        """Return a record of the export with its changed cells and its appended values."""
        self._rows += 1
        tag, column = self._values.tag(row), self._tag_column
        changes: dict[int, str] = {}
        appended = self._values.added(row)
        edit = RecordEdit(raw, cells, changes, appended, is_new=is_new)
        if column is None:
            self._changed += bool(tag)
        elif tag or self._values.is_emptied(row):
            tags = (tag, *self._values.additional_tags(row)) if self._known.form else (tag,)
            cell = self._known.with_tags(cells[column], () if self._values.is_emptied(row) else tags)
            if cell != cells[column]:
                changes[column] = cell
                self._changed += 1
        if self._guards:
            safe = {at: guarded(changes.get(at, cell)) for at, cell in enumerate(cells)}
            touched = {at: text for at, text in safe.items() if text != changes.get(at, cells[at])}
            made = tuple(guarded(value) if isinstance(value, str) else value for value in appended)
            self._guarded += bool(touched) or made != appended
            return edit._replace(changes=changes | touched, appended=made)
        if self._reports_formulas:
            shown = cells if not changes and self._options.columns is None else edit.shown(self._columns)
            self._formulas += have_formula([*shown, *(each for each in appended if type(each) is str)])
        return edit

    def _edited(self, raw: bytes, edit: RecordEdit, dialect: Dialect, cells: EncodedCells) -> bytes:
        """Return a text record after its edit, restricted to the selected columns."""
        if dialect.is_json:
            keys = dialect.keys
            if edit.changes:
                raw = changed_object(raw, {keys[at]: text for at, text in edit.changes.items()})
            if self._options.columns is not None:
                raw = picked_object(raw, [keys[at] for at in self._columns])
            added = zip(self._names, edit.appended, strict=False)
            values = {name: None if value == "" else value for name, value in added}
            return changed_object(raw, values) if values else raw
        tail = b"".join([cells[value if type(value) is str else _shown(value)] for value in edit.appended])
        escape = self._options.escape
        changes = {
            at: escaped_for(text, dialect.encoding) if escape else text for at, text in edit.changes.items()
        }
        if self._options.columns is not None:
            raw = picked_record(changed_record(raw, dialect, changes), dialect, self._columns)
            changes = {}
        return changed_record(raw, dialect, changes, tail) if changes or tail else raw

    def _head(self, target: Dialect) -> bytes:
        source, head = self._dialect, self._table.head
        if source != target:
            mark = len(source.bom) if head.startswith(source.bom) else 0
            head = target.bom + recoded(head[mark:], source, "utf-8")
        names = enumerate(self._table.columns)
        renamed = {at: guarded(name) for at, name in names if self._guards and guarded(name) != name}
        return changed_head(head, target, self._names, changes=renamed, columns=self._options.columns)

    def _batches(self) -> Iterator[RecordBatch]:
        """Iterate over the readable records of the table and report progress."""
        total = max(1, self._table.count)
        number = 0
        for batch in self._table.batches(pasted=True):
            self._progress.report(min(1.0, number / total), "Writing the table")
            number += len(batch.stretch.ends)
            readable = batch.without_lost()
            if batch.rows is not None and readable.rows is not None and readable is not batch:
                self._lost += sum(
                    map(self._values.is_wanted, np.setdiff1d(batch.rows, readable.rows).tolist())
                )
            if len(readable.stretch.ends):
                yield readable

    def _result(self, notes: tuple[str, ...] = ()) -> ExportResult:
        return ExportResult(
            self._out,
            self._rows,
            self._changed,
            self._guarded,
            self._left_out,
            notes,
            self._formulas,
            lost=self._lost,
        )


def _shown(value: Value) -> str:
    """Return an appended value as text for a delimited table."""
    return f"{value:.4f}" if isinstance(value, float) else as_text(value)


def unused_name(name: str, columns: tuple[str, ...]) -> str:
    """Return a column name that the table does not have."""
    return name if name not in columns else unused_name(f"{PREFIX}{name}", columns)
