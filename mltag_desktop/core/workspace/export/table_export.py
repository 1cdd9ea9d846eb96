"""Export of the whole table with its tags, in the source's format or another one.

In the source's format, unchanged records keep their bytes; other formats are written by
`core/tables/formats.py`.
"""

import codecs
import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import atomic_write
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.tables.columns import NEEDS_REVIEW, PREFIX, UNSURE_TAG
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import open_writer
from mltag_desktop.core.tables.json_table import JsonList, changed_object
from mltag_desktop.core.tables.original_editing import (
    RecordEdit,
    SourceWorkbook,
    is_parquet,
    is_workbook,
    write_parquet,
    write_sheet,
)
from mltag_desktop.core.tables.record_parser import unit_width
from mltag_desktop.core.tables.record_writer import (
    appended_record,
    changed_head,
    changed_record,
    encoded_cell,
    escaped_for,
    picked_record,
    recoded,
    with_line_end,
)
from mltag_desktop.core.tables.table_file import parse_cells, parse_many
from mltag_desktop.core.tables.table_source import Block, ColumnsOnly, RowWriter, Value, as_text, can_be_found
from mltag_desktop.core.tables.workbook import check_sheet_size
from mltag_desktop.core.workspace.decisions.known_tags import known_cells
from mltag_desktop.core.workspace.export.batch_editing import KEPT_CELLS, BatchEditor
from mltag_desktop.core.workspace.export.export_options import (
    ExportOptions,
    ExportResult,
    changes_delimiter,
    default_columns,
    export_format,
    guarded,
    is_formula,
)
from mltag_desktop.core.workspace.export.record_values import RecordValues
from mltag_desktop.core.workspace.records.record_store import ByteRange, RecordBatch
from mltag_desktop.core.workspace.types import RowId
from mltag_desktop.core.workspace.workspace import Workspace

_ROWS_AT_ONCE: Final = 2_000
_LEFT_OUT: Final = RecordEdit({}, kept=False)
_SAME: Final = RecordEdit({})
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


class _TableExport:
    """One export of a table, with its counters."""

    def __init__(self, progress: Progress, workspace: Workspace, out: Path, options: ExportOptions) -> None:
        columns = options.columns
        if columns is not None and not all(0 <= at < len(workspace.table.columns) for at in columns):
            raise MltagError("The table has no such column.", "Choose columns of the table.")
        self._progress = progress
        self._workspace = workspace
        self._out = out
        self._options = options
        self._dialect: Dialect = workspace.table.dialect
        added = default_columns(workspace) if options.added is None else options.added
        added = (*added, *_UNSURE_COLUMNS.get(options.unsure or UnsurePolicy.KEEP, ()))
        self._values = RecordValues(workspace, options, added)
        self._column = workspace.table.mapping.tag
        self._known = known_cells(workspace)
        self._names = [unused_name(name, workspace.table.columns) for name in added]
        self._form = export_format(out)
        self._guards = options.guard and (self._form.form == "delimited" or self._form.is_sheet)
        self._reports_formulas = self._form.form == "delimited" and not options.guard
        self._can_be_found = can_be_found(self._dialect)
        self._cells: dict[Value, bytes] = {}
        """The bytes of appended cells by their value, except numbers."""
        self._numbers: dict[Value, bytes] = {}
        """The same for numbers, since 1.0 equals True."""
        self._rows = self._changed = self._guarded = self._left_out = self._formulas = self._lost = 0

    def text(self, file: BinaryIO | JsonList) -> ExportResult:
        """Write delimited text or JSON objects, if the source has them."""
        options, source = self._options, self._dialect
        recodes = options.encoding == "utf-8" and source.encoding != "utf-8"
        target = _as_utf8(source) if recodes else source
        editor = None if recodes or options.columns is not None else self._editor()
        keeps_lines = self._form.form == source.form
        last = self._head(source, target) if keeps_lines else b""
        is_part = options.rows != "all" or options.records is not None or options.columns is not None

        def edit_one(row: RowId, raw: bytes, *, pasted: bool = False) -> bytes:
            edit = self._edit(ByteRange(row, raw, pasted), row)
            if not edit.kept:
                return b""
            return self._edited(recoded(raw, source, "utf-8") if recodes else raw, edit, target)

        for batch in self._batches():
            edited = None if editor is None else editor.edited(batch, edit_one)
            if edited:
                file.write(last)
                last = edited
            if edited is not None:
                continue
            for row, raw, pasted in batch.records():
                if row is not None:
                    record = edit_one(row, raw, pasted=pasted)
                elif is_part or not keeps_lines:
                    self._left_out += 1
                    continue
                else:
                    record = recoded(raw, source, "utf-8") if recodes else raw
                if record:
                    file.write(with_line_end(last, target) if pasted else last)
                    last = record
        file.write(last)
        if editor is not None:
            self._rows += editor.rows
            self._changed += editor.changed
        return self._result()

    def book(self, original: BinaryIO, file: BinaryIO) -> ExportResult:
        """Write a workbook or Parquet, if that is the source's format: the original with changed cells."""
        columns = self._options.columns
        if self._dialect.form == "xlsx":
            check_sheet_size(self._dialect.skip + 1 + self._workspace.table.count, 1)
        dropped = (
            []
            if columns is None
            else [at for at in range(len(self._workspace.table.columns)) if at not in columns]
        )
        book = SourceWorkbook(original, self._dialect, self._workspace.table.head)
        write = write_parquet if self._dialect.form == "parquet" else write_sheet
        edits = (
            (_rows_of(piece), self._edit(piece, piece.row)) for piece in self._walk() if piece.row is not None
        )
        notes = write(book, file, edits, self._names, dropped)
        return self._result(notes)

    def convert(self, *, replace: bool) -> ExportResult:
        """Write another format, with all cells as text."""
        columns = self._options.columns
        columns = tuple(range(len(self._workspace.table.columns))) if columns is None else columns
        names = [self._workspace.table.columns[at] for at in columns]
        names = [guarded(name) for name in names] if self._guards else names
        if self._form.is_sheet:
            check_sheet_size(self._values.count + 1, len(columns) + len(self._names))
        source = ColumnsOnly(names)
        with open_writer(self._out, source, self._names, form=self._form, replace=replace) as writer:
            raws: list[bytes] = []
            edits: list[RecordEdit] = []
            for piece in self._walk():
                if piece.row is None:
                    self._left_out += 1
                    continue
                edit = self._edit(piece, piece.row)
                if edit.kept:
                    raws.append(piece.raw)
                    edits.append(edit)
                if len(raws) >= _ROWS_AT_ONCE:
                    self._write_rows(writer, columns, raws, edits)
                    raws, edits = [], []
            if raws:
                self._write_rows(writer, columns, raws, edits)
        return self._result()

    def _write_rows(
        self, writer: RowWriter, columns: Sequence[int], raws: Sequence[bytes], edits: Sequence[RecordEdit]
    ) -> None:
        """Write the cells of records in another format."""
        rows = [
            tuple([edit.changes.get(at, cells[at]) for at in columns])
            for edit, cells in zip(edits, parse_many(raws, self._dialect), strict=True)
        ]
        writer.write(Block.of_rows(rows), [tuple(edit.appended) for edit in edits])

    def _editor(self) -> BatchEditor | None:
        """Return an editor of many records at once; None for a dialect whose cells cannot be found."""
        dialect = self._dialect
        if not self._can_be_found:
            return None
        return BatchEditor(
            dialect,
            len(self._workspace.table.columns),
            self._column,
            self._known,
            self._values,
            lambda value: self._cell_of(value, dialect),
            lambda text: self._fitting(text, dialect),
            finds_formulas=self._guards or self._reports_formulas,
        )

    def _edit(self, piece: ByteRange, row: RowId) -> RecordEdit:
        """Return the changes to the record in `row`."""
        if not self._values.is_wanted(row):
            return _LEFT_OUT
        self._rows += 1
        tag = self._values.tag(row)
        is_emptied = self._column is not None and self._values.is_emptied(row)
        if not (tag or is_emptied or self._names or self._guards or self._reports_formulas or piece.pasted):
            return _SAME
        changes: dict[int, str] = {}
        appended = self._values.added(row)
        cells: tuple[str, ...] | None = None
        if self._column is None:
            self._changed += bool(tag)
        elif tag or is_emptied:
            cells = parse_cells(piece.raw, self._dialect)
            tags = (tag, *self._values.additional_tags(row)) if self._known.form else (tag,)
            cell = self._known.with_tags(cells[self._column], () if is_emptied else tags)
            if cell != cells[self._column]:
                changes[self._column] = cell
                self._changed += 1
        if self._guards:
            cells = parse_cells(piece.raw, self._dialect) if cells is None else cells
            appended = self._guard(cells, changes, appended)
        elif self._reports_formulas:
            cells = parse_cells(piece.raw, self._dialect) if cells is None else cells
            chosen = range(len(cells)) if self._options.columns is None else self._options.columns
            shown = (changes.get(at, cells[at]) for at in chosen)
            texts = (value for value in appended if isinstance(value, str))
            self._formulas += any(is_formula(text) for text in itertools.chain(shown, texts))
        is_new = piece.pasted and not self._dialect.is_text
        return RecordEdit(changes, appended, new=parse_cells(piece.raw, self._dialect) if is_new else None)

    def _guard(
        self, cells: tuple[str, ...], changes: dict[int, str], appended: tuple[Value, ...]
    ) -> tuple[Value, ...]:
        """Guard cells against being interpreted as formulas."""
        safe = {at: guarded(changes.get(at, cell)) for at, cell in enumerate(cells)}
        touched = {at: text for at, text in safe.items() if text != changes.get(at, cells[at])}
        changes.update(touched)
        made = tuple(guarded(value) if isinstance(value, str) else value for value in appended)
        self._guarded += bool(touched) or made != appended
        return made

    def _edited(self, raw: bytes, edit: RecordEdit, dialect: Dialect) -> bytes:
        """Return a text record after its edit, restricted to the selected columns."""
        columns = self._options.columns
        if edit is _SAME and columns is None:
            return raw
        if dialect.is_json:
            named = {dialect.keys[at]: text for at, text in edit.changes.items()}
            raw = changed_object(raw, named) if named else raw
            raw = raw if columns is None else picked_record(raw, dialect, columns)
            added = {
                name: None if value == "" else value
                for name, value in zip(self._names, edit.appended, strict=False)
            }
            return changed_object(raw, added) if added else raw
        changes = {at: self._fitting(text, dialect) for at, text in edit.changes.items()}
        if columns is not None:
            raw = changed_record(raw, dialect, changes) if changes else raw
            raw = picked_record(raw, dialect, columns, can_be_found=self._can_be_found)
            changes = {}
        if not changes and unit_width(dialect.encoding) == 1:
            return appended_record(raw, b"".join([self._cell_of(each, dialect) for each in edit.appended]))
        appended = [self._fitting(_shown(value), dialect) for value in edit.appended]
        return changed_record(raw, dialect, changes, appended) if changes or appended else raw

    def _cell_of(self, value: Value, dialect: Dialect) -> bytes:
        """Return the bytes of an appended cell; most records have the same few values."""
        kept = self._numbers if type(value) is float else self._cells
        cell = kept.get(value)
        if cell is None:
            cell = encoded_cell(self._fitting(_shown(value), dialect), dialect)
            if len(kept) < KEPT_CELLS:
                kept[value] = cell
        return cell

    def _head(self, source: Dialect, target: Dialect) -> bytes:
        head = self._workspace.table.head
        if source != target:
            mark = len(source.bom) if head.startswith(source.bom) else 0
            head = target.bom + recoded(head[mark:], source, "utf-8")
        names = enumerate(self._workspace.table.columns)
        renamed = {at: guarded(name) for at, name in names if self._guards and guarded(name) != name}
        return changed_head(head, target, self._names, changes=renamed, columns=self._options.columns)

    def _fitting(self, text: str, dialect: Dialect) -> str:
        return escaped_for(text, dialect.encoding) if self._options.escape else text

    def _walk(self) -> Iterator[ByteRange]:
        """Iterate over the records of the table and report progress."""
        return itertools.chain.from_iterable(batch.records() for batch in self._batches())

    def _batches(self) -> Iterator[RecordBatch]:
        """Iterate over the readable records of the table and report progress."""
        total = max(1, self._workspace.table.count)
        number = 0
        for batch in self._workspace.table.batches(pasted=True):
            self._progress.report(min(1.0, number / total), "Writing the table")
            number += len(batch.stretch.ends)
            readable = batch.without_lost()
            if batch.rows is not None and readable.rows is not None and readable is not batch:
                wanted = self._values.wanted(np.setdiff1d(batch.rows, readable.rows))
                self._lost += int(wanted.sum())
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


def _as_utf8(dialect: Dialect) -> Dialect:
    return dataclasses.replace(dialect, encoding="utf-8", bom=codecs.BOM_UTF8 if dialect.bom else b"")


def _rows_of(piece: ByteRange) -> int:
    """Return how many rows of a sheet a record takes, including the blank rows after it."""
    return max(1, len(piece.raw) - len(piece.raw.rstrip(b"\n")))


def _shown(value: Value) -> str:
    """Return an appended value as text for a delimited table."""
    return f"{value:.4f}" if isinstance(value, float) else as_text(value)


def unused_name(name: str, columns: tuple[str, ...]) -> str:
    """Return a column name that the table does not have."""
    return name if name not in columns else unused_name(f"{PREFIX}{name}", columns)
