"""Write a workbook or Parquet file back with edited cells; keep types, formats and all other columns."""

import copy
import io
import itertools
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import join, message
from mltag_desktop.core.tables.columns import NUMBERS, PREFIX, TRUTHS
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.parquet import load_pyarrow
from mltag_desktop.core.tables.table_source import Value
from mltag_desktop.core.tables.workbook import MAX_COLUMNS, check_sheet_size, save_book, sheet_text
from mltag_desktop.core.tables.workbook_guard import refuse_bomb

_LOST_PARTS: Final = {
    "xl/charts/": message("charts"),
    "xl/media/": message("pictures"),
    "xl/pivotTables/": message("pivot tables"),
}
"""Parts of a workbook that openpyxl does not fully preserve."""
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d+)?([eE][+-]?\d{1,2})?", re.ASCII)


class RecordEdit(NamedTuple):
    """One record and its edit: changed and appended cells, or removal when `kept` is false."""

    raw: bytes
    cells: tuple[str, ...]
    """The cells before the edit."""
    changes: Mapping[int, str] = {}
    """New cell texts by column position."""
    appended: Sequence[Value] = ()
    kept: bool = True
    is_new: bool = False
    """Whether the record is not in the file."""

    def shown(self, columns: Sequence[int]) -> tuple[str, ...]:
        """Return the cells of some columns after the edit."""
        return tuple([self.changes.get(at, self.cells[at]) for at in columns])


@dataclass(frozen=True)
class SourceWorkbook:
    """The original file and the position of the table in it."""

    file: BinaryIO
    dialect: Dialect
    head: bytes


def is_parquet(file: BinaryIO) -> bool:
    """Return whether `file` is Parquet."""
    result = file.read(4) == b"PAR1"
    file.seek(0)
    return result


def is_workbook(file: BinaryIO) -> bool:
    """Return whether `file` is a workbook that can be written back (.xlsx or .xlsm)."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        result = "xl/workbook.xml" in archive.namelist()
    file.seek(0)
    return result


def write_sheet(
    book: SourceWorkbook,
    out: BinaryIO,
    edits: Iterable[RecordEdit],
    appended: Sequence[str],
    dropped: Sequence[int],
) -> tuple[str, ...]:
    """Write the workbook to `out` with `edits` applied to all its records.

    `appended` are the names of new columns, `dropped` the positions of columns to remove. Returns sentences
    about parts that may be lost. Raises `MltagError` when the workbook cannot be loaded as .xlsx.
    """
    content = book.file.read()
    refuse_bomb(message("The workbook"), content=io.BytesIO(content))  # a workspace may be forged
    workbook = _load(content)
    sheet = _Sheet(workbook[book.dialect.sheet], *_extent(content, book.dialect.sheet), len(appended))
    if book.dialect.header:
        sheet.name_columns(book.dialect.skip + 1, appended)
    number = book.dialect.skip + 1 + _rows_of_head(book)
    removed_rows: list[int] = []
    for edit in edits:
        rows = max(1, len(edit.raw) - len(edit.raw.rstrip(b"\n")))  # with the blank rows below it
        sheet.apply(number, edit)
        removed_rows += range(number, number + rows) if not edit.kept else ()
        number += rows
    sheet.delete(removed_rows, sorted(dropped))
    save_book(workbook, out)
    return _lost_parts(content)


_STYLE: Final = ("style", "font", "fill", "border", "alignment", "number_format", "protection")
"""What a cell looks like; `style` is first, since the others may differ from the named style."""


class _Sheet:
    """A sheet to edit: `offset` blank columns, then a table of `width` columns."""

    def __init__(self, sheet: Any, offset: int, width: int, added: int) -> None:
        self._sheet = sheet
        self._first = offset + 1
        self._last = offset + width
        check_sheet_size(sheet.max_row, self._last + added)
        # openpyxl counts formulas without a cached value, calamine does not.
        right = max(self._last, sheet.max_column)
        self._right = right if right + added <= MAX_COLUMNS else self._last

    def name_columns(self, row: int, names: Sequence[str]) -> None:
        """Write the names of the new columns in the style of the last header cell."""
        like = self._sheet.cell(row, self._last)
        for column, name in enumerate(names, self._right + 1):
            cell = self._set_cell(row, column, name)
            for part in _STYLE:
                setattr(cell, part, copy.copy(getattr(like, part)))

    def apply(self, row: int, edit: RecordEdit) -> None:
        """Write the changed and appended cells of a record."""
        filled = {at: text for at, text in enumerate(edit.cells) if text} if edit.is_new else {}
        for column, text in {**filled, **edit.changes}.items():
            self._set_cell(row, self._first + column, text)
        for column, value in enumerate(edit.appended, self._right + 1):
            if value not in ("", None):
                self._set_cell(row, column, value)

    def delete(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Delete sheet rows (from 1) and table columns (from 0); both are sorted."""
        for first, count in _runs_from_the_end(rows):
            self._sheet.delete_rows(first, count)
        for first, count in _runs_from_the_end([self._first + column for column in columns]):
            self._sheet.delete_cols(first, count)

    def _set_cell(self, row: int, column: int, value: Value) -> Any:
        """Set a cell and return it.

        Numeric cells stay numeric, text never becomes a formula, and merged cells are unmerged first.
        """
        for merged in [
            merged_range
            for merged_range in self._sheet.merged_cells.ranges
            if _is_covered(merged_range, row, column)
        ]:
            self._sheet.unmerge_cells(str(merged))
        cell = self._sheet.cell(row, column)
        if isinstance(value, str):
            text, is_plain = sheet_text(value)
            number = _number(text) if isinstance(cell.value, (int, float)) else None
            cell.value = text if number is None else number
            if not is_plain:
                cell.data_type = "s"
        else:
            cell.value = value
        return cell


def write_parquet(
    book: SourceWorkbook,
    out: BinaryIO,
    edits: Iterable[RecordEdit],
    appended: Sequence[str],
    dropped: Sequence[int],
) -> tuple[str, ...]:
    """Write the Parquet file with `edits` applied, one row group at a time; see `write_sheet`.

    Raises `MltagError` when a new text does not fit the type of its column.
    """
    arrow = load_pyarrow()
    with arrow.parquet.ParquetFile(book.file) as file:
        schema = file.schema_arrow
        columns = [at for at in range(len(schema)) if at not in dropped]
        types = [_added_type(arrow, name) for name in appended]
        fields = [arrow.field(name, kind) for name, kind in zip(appended, types, strict=True)]
        target_schema = arrow.schema(
            [*(schema.field(at) for at in columns), *fields], metadata=schema.metadata
        )
        remaining = iter(edits)
        with arrow.parquet.ParquetWriter(
            out, target_schema, compression=_compression(file, columns)
        ) as writer:
            for group in range(file.metadata.num_row_groups):
                table = file.read_row_group(group)
                group_edits = list(itertools.islice(remaining, table.num_rows))
                writer.write_table(_edited(arrow, table, group_edits, columns, fields, target_schema))
            added = [edit for edit in remaining if edit.is_new]
            if added:
                empty = arrow.Table.from_pylist([_named(schema.names, edit.cells) for edit in added])
                table = empty.select(schema.names) if set(schema.names) <= set(empty.column_names) else empty
                writer.write_table(_edited(arrow, table.cast(schema), added, columns, fields, target_schema))
    return ()


def _added_type(arrow: Any, name: str) -> Any:
    name = name.removeprefix(PREFIX)
    return arrow.float64() if name in NUMBERS else arrow.bool_() if name in TRUTHS else arrow.string()


def _edited(
    arrow: Any,
    table: Any,
    edits: Sequence[RecordEdit],
    columns: Sequence[int],
    fields: Sequence[Any],
    target_schema: Any,
) -> Any:
    arrays = []
    for column in columns:
        values = None
        for row, edit in enumerate(edits):
            if column in edit.changes:
                values = table.column(column).to_pylist() if values is None else values
                values[row] = edit.changes[column]
        array = table.column(column)
        arrays.append(array if values is None else _typed(arrow, values, table.schema.field(column)))
    for place, field in enumerate(fields):
        values = [edit.appended[place] if edit.appended else None for edit in edits]
        arrays.append(arrow.array([None if value == "" else value for value in values], type=field.type))
    edited = arrow.table(arrays, schema=target_schema)
    kept = [edit.kept for edit in edits]
    return edited if all(kept) else edited.filter(arrow.array(kept))


def _typed(arrow: Any, values: list[Any], field: Any) -> Any:
    """Return an Arrow array of the field's type; texts in numeric columns are converted to numbers."""
    try:
        if arrow.types.is_integer(field.type):
            values = [int(value) if isinstance(value, str) else value for value in values]
        elif arrow.types.is_floating(field.type):
            values = [float(value) if isinstance(value, str) else value for value in values]
        return arrow.array(values, type=field.type)
    except (ValueError, TypeError, arrow.ArrowException) as error:
        raise MltagError(
            message(
                "The column {name} contains {type}; the new tags do not fit.",
                name=field.name,
                type=field.type,
            ),
            "Export as .csv, or choose another column for the tag.",
        ) from error


def _compression(file: Any, columns: Sequence[int]) -> Any:
    """Return the compression codec of each column of the file."""
    if not file.metadata.num_row_groups:
        return "snappy"
    group = file.metadata.row_group(0)
    parts = [group.column(at) for at in range(group.num_columns)]
    names = {file.schema_arrow.names[at] for at in columns}
    codecs = {
        part.path_in_schema: "none" if part.compression == "UNCOMPRESSED" else part.compression.lower()
        for part in parts
        if part.path_in_schema.split(".")[0] in names
    }
    return codecs or "snappy"


def _named(names: Sequence[str], cells: Sequence[str]) -> dict[str, str | None]:
    return {name: cell or None for name, cell in zip(names, cells, strict=True)}


def _extent(content: bytes, sheet: str) -> tuple[int, int]:
    """Return the number of blank columns left of the table, and the table's width."""
    from python_calamine import CalamineWorkbook

    calamine_sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet)
    start, end = calamine_sheet.start or (0, 0), calamine_sheet.end or (0, 0)
    return start[1], end[1] - start[1] + 1


def _rows_of_head(book: SourceWorkbook) -> int:
    """Return the number of sheet rows between `dialect.skip` and the first record."""
    body = book.head[book.dialect.skip :]
    return len(body) - len(body.rstrip(b"\n"))


def _load(content: bytes) -> Any:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # openpyxl warns about extensions it drops
            return openpyxl.load_workbook(io.BytesIO(content), keep_vba=b"xl/vbaProject.bin" in content)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise MltagError(
            message("The workbook could not be written: {error}.", error=error),
            "Export as .csv, or save the workbook as .xlsx first.",
        ) from error


def _is_covered(merged: Any, row: int, column: int) -> bool:
    is_within = merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col
    return bool(is_within and (row, column) != (merged.min_row, merged.min_col))


def _number(text: str) -> int | float | None:
    """Return `text` as a number, or None. Unlike Python, spreadsheets do not read 1_000 or nan as numbers."""
    if not _NUMBER.fullmatch(text):
        return None
    return float(text) if {".", "e", "E"} & set(text) else int(text)


def _runs_from_the_end(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of consecutive numbers as (first, count), the last run first."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return reversed(runs)


def _lost_parts(content: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    parts = [word for prefix, word in _LOST_PARTS.items() if any(name.startswith(prefix) for name in names)]
    if not parts:
        return ()
    return (
        message(
            "The workbook's {parts} may be missing from the exported file.",
            parts=join(message(" and "), parts),
        ),
    )
