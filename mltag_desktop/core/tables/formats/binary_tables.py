"""Tables in binary files: spreadsheet sheets and Parquet.

Each record is presented as a line of comma-separated UTF-8, so that callers can treat all tables alike. Types
and formats are only in the original file, which is needed to write the table back (see `bookwriter`).
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.column_mapping import guess_mapping
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect
from mltag_desktop.core.tables.file_access import empty_error, header_only_error, open_bytes
from mltag_desktop.core.tables.formats.base import as_text
from mltag_desktop.core.tables.formats.parquet import load_pyarrow, unreadable
from mltag_desktop.core.tables.formats.spreadsheet import opened_book, understood
from mltag_desktop.core.tables.header import column_names
from mltag_desktop.core.tables.layout import has_header
from mltag_desktop.core.tables.record_parser import Item, Record
from mltag_desktop.core.tables.record_writer import new_record
from mltag_desktop.core.tables.table_file import BLOCK, TableFile

_SAMPLE_ROWS: Final = 200
_MAX_PREAMBLE: Final = 30
_BATCH: Final = 2_000
_LEAST_ROWS: Final = 2
"""Smallest number of rows below the header in a sheet of records."""
_MANY_TIMES: Final = 4

Row = tuple[str, ...]


class BookTable(TableFile):
    """Base class of sheet and Parquet tables: numbered rows of values, read as text."""

    def __init__(self, path: Path, dialect: Dialect, header: Sequence[str] | None, width: int) -> None:
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
        self.path = path
        self.dialect = dialect
        self.sniffed: SniffedDialect | None = None
        self.columns = column_names([""] * width if header is None else header)
        self._position = 0
        self._blank = 0
        for row in self._rows():
            if any(row):
                break
            self._blank += self._drops_blank_rows
        else:
            raise header_only_error(path)
        first = b"" if header is None else new_record(header, dialect)
        self.head = b"\n" * dialect.skip + first + b"\n" * self._blank

    @property
    def _drops_blank_rows(self) -> bool:
        """Whether rows without values are treated as blank lines instead of records."""
        return True

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records in lists; a row without values becomes a blank line after the previous record."""
        number = self.dialect.skip + self.dialect.header + 1
        batch: list[Item] = []
        blank = 0
        for row in self._rows():
            if any(row) or not self._drops_blank_rows:
                _add_blank_lines(batch, blank)
                blank = 0
                if len(batch) >= _BATCH:
                    yield Block(batch)
                    batch = []
                batch.append(Record(number, new_record(row, self.dialect), row))
            else:
                blank += 1
            number += 1
        self._position = self.size
        if batch:
            _add_blank_lines(batch, blank)
            yield Block(batch)

    @abstractmethod
    def _rows(self) -> Iterator[Row]:
        """Yield the rows below the header as text."""


class SheetTable(BookTable):
    """One sheet of a workbook, by default the sheet with the records."""

    def __init__(self, path: Path, dialect: Dialect | None = None, *, sheet: str = "") -> None:
        """Select the sheet and detect its header.

        Raises `MltagError` when the sheet does not exist or is empty.
        """
        book = opened_book(path)
        names = list(book.sheet_names)
        self._sheet = _sheet(path, book, dialect.sheet if dialect else sheet)
        if dialect is None:
            with understood(path):
                start = [row_texts(row) for row in islice(self._sheet.iter_rows(), _SAMPLE_ROWS)]
            if not any(any(row) for row in start):
                raise empty_error(path)
            skip = _header_row(start)
            header = has_header(start[skip:])
            dialect = _utf8_dialect("xlsx", header=header, skip=skip, sheet=self._sheet.name)
            sheet = self._sheet.name
            evidence = sentences(
                message("Sheet “{name}” of a workbook, one of {count}.", name=sheet, count=len(names))
                if len(names) > 1
                else message("Sheet “{name}” of a workbook.", name=sheet),
                message("Header in row {skip}.", skip=skip + 1) if header else message("No header row."),
            )
            super().__init__(path, dialect, start[skip] if header else None, len(start[skip]))
            self.sniffed = SniffedDialect(dialect, evidence, sure=len(names) == 1)
            return
        dialect = _utf8_dialect("xlsx", header=dialect.header, skip=dialect.skip, sheet=self._sheet.name)
        with understood(path):
            row = next(islice(self._sheet.iter_rows(), dialect.skip, None), None)
        if row is None:
            raise empty_error(path)
        super().__init__(path, dialect, row_texts(row) if dialect.header else None, len(row))

    @property
    def height(self) -> int:
        """Number of rows below the header, empty ones included."""
        last = int(self._sheet.total_height)  # counted from 0, whatever its name
        return last + 1 - self.dialect.skip - self.dialect.header

    def values(self) -> Iterator[list[Any]]:
        """Yield the rows below the header, with numbers, dates and texts as calamine reads them."""
        start = self.dialect.skip + self.dialect.header
        height = max(1, self._sheet.total_height)
        with understood(self.path):
            for number, row in enumerate(islice(self._sheet.iter_rows(), start, None), start):
                self._position = self.size * number // height
                yield row

    def _rows(self) -> Iterator[Row]:
        cells: list[Any] = []
        blank: Row = ()
        for row in self.values():
            if len(row) != len(cells):
                cells, blank = [""] * len(row), ("",) * len(row)
            yield blank if row == cells else row_texts(row)  # a cell far below has a million above it


class ParquetTable(BookTable):
    """The rows of a Parquet file."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Read the schema.

        Raises `MltagError` when the file is not Parquet, has no rows, or pyarrow is missing.
        """
        arrow = load_pyarrow()
        with open_bytes(path):
            pass
        try:
            with arrow.parquet.ParquetFile(path) as file:
                names = list(file.schema_arrow.names)
                self._count = int(file.metadata.num_rows)
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(path, error) from error
        if not self._count:
            raise MltagError(
                message("{path} has no records.", path=path), "Choose a file with at least one record."
            )
        super().__init__(path, _utf8_dialect("parquet", header=True), names, len(names))
        if dialect is None:
            evidence = message("Parquet file with {count} typed columns.", count=len(names))
            self.sniffed = SniffedDialect(self.dialect, evidence, sure=True)

    @property
    def _drops_blank_rows(self) -> bool:
        return False

    def _rows(self) -> Iterator[Row]:
        arrow = load_pyarrow()
        done = 0
        try:
            with arrow.parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=_BATCH):
                    yield from zip(
                        *(map(_parquet_text, column.to_pylist()) for column in batch.columns), strict=True
                    )
                    done += batch.num_rows
                    self._position = self.size * done // self._count
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(self.path, error) from error


def _add_blank_lines(batch: list[Item], count: int) -> None:
    """Add the blank lines below the last record to its bytes; one by one, they would take minutes."""
    if batch and count:
        batch[-1] = batch[-1]._replace(raw=batch[-1].raw + b"\n" * count)


def sheet_names(path: Path) -> list[str]:
    """Return the sheet names of a workbook; raises `MltagError` when the file is not a workbook."""
    return list(opened_book(path).sheet_names)


def _sheet(path: Path, book: Any, name: str) -> Any:
    """Return the sheet called `name`, or the one that has the records."""
    if name and name not in book.sheet_names:
        hint = message("Choose one of these: {sheet_names}.", sheet_names=", ".join(book.sheet_names))
        raise MltagError(message("{path} has no sheet called {name}.", path=path, name=name), hint)
    with understood(path):
        sheets = [book.get_sheet_by_name(sheet_name) for sheet_name in ([name] if name else book.sheet_names)]
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if not filled:
        raise empty_error(path)
    with understood(path):
        return filled[0] if len(filled) == 1 else _with_records(filled)


def _with_records(sheets: Sequence[Any]) -> Any:
    """Return the first sheet with a header and texts, such as one after a sheet that explains the columns.

    A sheet with many times its rows is preferred. Without any, the first sheet is returned.
    """
    found = [sheet for sheet in sheets if _has_records(sheet)]
    if not found:
        return sheets[0]
    longest = max(found, key=lambda sheet: int(sheet.height))
    return longest if longest.height > _MANY_TIMES * found[0].height else found[0]


def _has_records(sheet: Any) -> bool:
    rows = [row_texts(row) for row in islice(sheet.iter_rows(), _SAMPLE_ROWS)]
    if not any(any(row) for row in rows):
        return False
    skip = _header_row(rows)
    below = rows[skip + 1 :]
    if len(below) < _LEAST_ROWS or not has_header(rows[skip:]):
        return False
    try:
        guess_mapping(column_names(rows[skip]), below)
    except MltagError:
        return False
    return True


def _utf8_dialect(form: str, *, header: bool, skip: int = 0, sheet: str = "") -> Dialect:
    return Dialect("utf-8", b"", ",", '"', "\n", header, skip=skip, form=form, sheet=sheet)


def _header_row(rows: Sequence[Row]) -> int:
    """Return the index of the first row with about as many filled cells as most rows.

    Rows above it are a title.
    """
    filled = [sum(map(bool, row)) for row in rows]
    usual = Counter(count for count in filled if count).most_common(1)[0][0]
    enough = max(1, min(usual, max(filled)) * 0.6)
    first = next((at for at, count in enumerate(filled[:_MAX_PREAMBLE]) if count >= enough), None)
    return first if first is not None else next(at for at, count in enumerate(filled) if count)


def row_texts(row: Iterable[Any]) -> Row:
    """Return the cells of a row as text."""
    return tuple([value if isinstance(value, str) else as_text(value) for value in row])


def _parquet_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else as_text(value)
