"""A workbook or a Parquet file written again with some cells changed: types, formats, other columns stay."""

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
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.parquet import load_pyarrow
from mltag_desktop.core.tables.rowsource import Value
from mltag_desktop.core.tables.sheets import sheet_text

_MOST_COLUMNS: Final = 16_384
_LOST: Final = {"xl/charts/": "charts", "xl/media/": "pictures", "xl/pivotTables/": "pivot tables"}
"""Parts of a workbook that openpyxl does not carry over in full."""
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d+)?([eE][+-]?\d{1,2})?", re.ASCII)


class Edit(NamedTuple):
    """What becomes of one record: new cells, or (`kept` is false) it is left out."""

    changes: Mapping[int, str]
    """New texts by column."""
    appended: Sequence[Value] = ()
    kept: bool = True
    new: tuple[str, ...] | None = None
    """Cells of a record that the file does not have."""


@dataclass(frozen=True)
class Book:
    """The original file, and how the table stands in it."""

    file: BinaryIO
    dialect: Dialect
    head: bytes
    columns: tuple[str, ...]
    """Display names of the table's columns."""


def is_parquet(file: BinaryIO) -> bool:
    """Tell whether `file` is Parquet."""
    found = file.read(4) == b"PAR1"
    file.seek(0)
    return found


def is_workbook(file: BinaryIO) -> bool:
    """Tell whether `file` is a workbook that can be written again (.xlsx or .xlsm)."""
    if not zipfile.is_zipfile(file):
        return False
    with zipfile.ZipFile(file) as archive:
        found = "xl/workbook.xml" in archive.namelist()
    file.seek(0)
    return found


def write_sheet(
    book: Book,
    out: BinaryIO,
    edits: Iterable[tuple[int, Edit]],
    appended: Sequence[str],
    dropped: Sequence[int],
) -> tuple[str, ...]:
    """Write the workbook with `edits`, each with how many rows of the sheet its record takes.

    `appended` names new columns; `dropped` are columns to leave out. Returns what could not be kept, in
    sentences. Raises `MltagError` for a workbook that is no .xlsx.
    """
    content = book.file.read()
    workbook = _load(content)
    sheet = _Sheet(workbook[book.dialect.sheet], *_extent(content, book.dialect.sheet), len(appended))
    if book.dialect.header:
        sheet.name_columns(book.dialect.skip + 1, appended)
    number = book.dialect.skip + 1 + _rows_of_head(book)
    gone: list[int] = []
    for rows, edit in edits:
        sheet.apply(number, edit)
        gone += range(number, number + rows) if not edit.kept else ()
        number += rows
    sheet.delete(gone, sorted(dropped))
    workbook.save(out)
    return _lost(content)


class _Sheet:
    """One sheet of a workbook: `offset` blank columns, and a table of `width` columns."""

    def __init__(self, sheet: Any, offset: int, width: int, added: int) -> None:
        self._sheet = sheet
        self._first = offset + 1
        self._last = offset + width
        right = max(self._last, sheet.max_column)  # formulas without a kept value count for openpyxl alone
        self._right = right if right + added <= _MOST_COLUMNS else self._last

    def name_columns(self, row: int, names: Sequence[str]) -> None:
        """Write the names of new columns, in the style of the last one's."""
        like = self._sheet.cell(row, self._last)
        for column, name in enumerate(names, self._right + 1):
            self._put(row, column, name)._style = copy.copy(like._style)

    def apply(self, row: int, edit: Edit) -> None:
        """Write what is new of a record."""
        filled = {} if edit.new is None else {at: text for at, text in enumerate(edit.new) if text}
        for column, text in {**filled, **edit.changes}.items():
            self._put(row, self._first + column, text)
        for column, value in enumerate(edit.appended, self._right + 1):
            if value not in ("", None):
                self._put(row, column, value)

    def delete(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Delete rows of the sheet, and columns of the table."""
        for first, count in _runs_from_the_end(rows):
            self._sheet.delete_rows(first, count)
        for first, count in _runs_from_the_end([self._first + column for column in columns]):
            self._sheet.delete_cols(first, count)

    def _put(self, row: int, column: int, value: Value) -> Any:
        """Set a cell; a number stays a number, no text becomes a formula, a merged cell comes free."""
        for merged in [each for each in self._sheet.merged_cells.ranges if _holds(each, row, column)]:
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
    book: Book,
    out: BinaryIO,
    edits: Iterable[tuple[int, Edit]],
    appended: Sequence[str],
    dropped: Sequence[int],
) -> tuple[str, ...]:
    """Write the Parquet file with `edits`, row group by row group; see `write_sheet`.

    Raises `MltagError` when a column's type cannot hold a new text.
    """
    arrow = load_pyarrow()
    with arrow.parquet.ParquetFile(book.file) as file:
        schema = file.schema_arrow
        columns = [at for at in range(len(schema)) if at not in dropped]
        kinds = [arrow.float64() if name == "confidence" else arrow.string() for name in appended]
        fields = [arrow.field(name, kind) for name, kind in zip(appended, kinds, strict=True)]
        whole = arrow.schema([*(schema.field(at) for at in columns), *fields], metadata=schema.metadata)
        remaining = iter(edits)
        with arrow.parquet.ParquetWriter(out, whole, compression=_compression(file, columns)) as writer:
            for group in range(file.metadata.num_row_groups):
                table = file.read_row_group(group)
                some = [edit for _, edit in itertools.islice(remaining, table.num_rows)]
                writer.write_table(_edited(arrow, table, some, columns, fields, whole))
            added = [edit for _, edit in remaining if edit.new is not None]
            if added:
                empty = arrow.Table.from_pylist([_named(schema.names, edit.new or ()) for edit in added])
                table = empty.select(schema.names) if set(schema.names) <= set(empty.column_names) else empty
                writer.write_table(_edited(arrow, table.cast(schema), added, columns, fields, whole))
    return ()


def _edited(
    arrow: Any, table: Any, edits: Sequence[Edit], columns: Sequence[int], fields: Sequence[Any], whole: Any
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
    made = arrow.table(arrays, schema=whole)
    kept = [edit.kept for edit in edits]
    return made if all(kept) else made.filter(arrow.array(kept))


def _typed(arrow: Any, values: list[Any], field: Any) -> Any:
    """Return an array of the field's type; texts that were put among numbers become numbers."""
    try:
        if arrow.types.is_integer(field.type):
            values = [int(value) if isinstance(value, str) else value for value in values]
        elif arrow.types.is_floating(field.type):
            values = [float(value) if isinstance(value, str) else value for value in values]
        return arrow.array(values, type=field.type)
    except (ValueError, TypeError, arrow.ArrowException) as error:
        raise MltagError(
            f"The column {field.name} contains {field.type}; the new tags do not fit.",
            "Export as .csv, or choose another column for the tag.",
        ) from error


def _compression(file: Any, columns: Sequence[int]) -> Any:
    """Return how each column of the file is packed."""
    if not file.metadata.num_row_groups:
        return "snappy"
    group = file.metadata.row_group(0)
    parts = [group.column(at) for at in range(group.num_columns)]
    names = {file.schema_arrow.names[at] for at in columns}
    packed = {
        part.path_in_schema: "none" if part.compression == "UNCOMPRESSED" else part.compression.lower()
        for part in parts
        if part.path_in_schema.split(".")[0] in names
    }
    return packed or "snappy"


def _named(names: Sequence[str], cells: Sequence[str]) -> dict[str, str | None]:
    return {name: cell or None for name, cell in zip(names, cells, strict=True)}


def _extent(content: bytes, sheet: str) -> tuple[int, int]:
    """Return how many blank columns stand left of the table, and its width."""
    from python_calamine import CalamineWorkbook

    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet)
    start, end = found.start or (0, 0), found.end or (0, 0)
    return start[1], end[1] - start[1] + 1


def _rows_of_head(book: Book) -> int:
    """Return the rows from the header, or the first record, to the first record."""
    body = book.head[book.dialect.skip :]
    return len(body) - len(body.rstrip(b"\n"))


def _load(content: bytes) -> Any:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of extensions that it leaves out
            return openpyxl.load_workbook(io.BytesIO(content), keep_vba=b"xl/vbaProject.bin" in content)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise MltagError(
            f"The workbook could not be written: {error}.",
            "Export as .csv, or save the workbook as .xlsx first.",
        ) from error


def _holds(merged: Any, row: int, column: int) -> bool:
    is_within = merged.min_row <= row <= merged.max_row and merged.min_col <= column <= merged.max_col
    return bool(is_within and (row, column) != (merged.min_row, merged.min_col))


def _number(text: str) -> int | float | None:
    """Return the number that a sheet would show as `text`; Python reads 1_000 and nan too, no sheet does."""
    if not _NUMBER.fullmatch(text):
        return None
    return float(text) if {".", "e", "E"} & set(text) else int(text)


def _runs_from_the_end(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of numbers that follow each other, as first and count, the last run first."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][0] + runs[-1][1] == number:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((number, 1))
    return reversed(runs)


def _lost(content: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    parts = [word for prefix, word in _LOST.items() if any(name.startswith(prefix) for name in names)]
    if not parts:
        return ()
    return (f"The workbook's {' and '.join(parts)} may be missing from the exported file.",)
