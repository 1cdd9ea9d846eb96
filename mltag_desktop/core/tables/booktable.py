"""Tables in files that are no text: a workbook's sheet, and Parquet.

Their records come as lines in UTF-8 with commas, so that whoever reads records need not care; the file itself
is to be kept beside them, for its types and formats (see `bookwriter`).
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect, Sniffed
from mltag_desktop.core.tables.head import column_names
from mltag_desktop.core.tables.layout import has_header
from mltag_desktop.core.tables.parquet import load_pyarrow, unreadable
from mltag_desktop.core.tables.reader import BLOCK, TableFile
from mltag_desktop.core.tables.records import Item, Record
from mltag_desktop.core.tables.rowsource import as_text
from mltag_desktop.core.tables.sheets import opened_book, understood
from mltag_desktop.core.tables.source import empty_error, header_only_error, open_bytes
from mltag_desktop.core.tables.writer import new_record

_LOOKED_AT: Final = 200
_PREAMBLE: Final = 30
_BATCH: Final = 2_000

Row = tuple[str, ...]


class BookTable(TableFile):
    """What sheet and Parquet have in common: numbered rows of values, read as text."""

    def __init__(self, path: Path, dialect: Dialect, header: Sequence[str] | None, width: int) -> None:
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
        self.path = path
        self.dialect = dialect
        self.sniffed: Sniffed | None = None
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
        """Whether a row without values is no record."""
        return True

    def blocks(self, size: int = BLOCK) -> Iterator[list[Item]]:
        """Yield the records in lists; a row without values is a blank line of the record before it."""
        number = self.dialect.skip + self.dialect.header + 1
        held: list[Item] = []
        for row in self._rows():
            if any(row) or not self._drops_blank_rows:
                if len(held) >= _BATCH:
                    yield held
                    held = []
                held.append(Record(number, new_record(row, self.dialect), row))
            elif held:
                held[-1] = held[-1]._replace(raw=held[-1].raw + b"\n")
            number += 1
        self._position = self.size
        if held:
            yield held

    @abstractmethod
    def _rows(self) -> Iterator[Row]:
        """Yield the rows below the header, as texts."""


class SheetTable(BookTable):
    """One sheet of a workbook, by default the first that holds anything."""

    def __init__(self, path: Path, dialect: Dialect | None = None, *, sheet: str = "") -> None:
        """Choose the sheet and its header; `MltagError` when there is none, or nothing in it."""
        book = opened_book(path)
        names = list(book.sheet_names)
        self._sheet = _sheet(path, book, dialect.sheet if dialect else sheet)
        if dialect is None:
            with understood(path):
                start = [_texts(row) for row in islice(self._sheet.iter_rows(), _LOOKED_AT)]
            if not any(any(row) for row in start):
                raise empty_error(path)
            skip = _header_row(start)
            header = has_header(start[skip:])
            dialect = _plain("xlsx", header=header, skip=skip, sheet=self._sheet.name)
            said = f"Sheet “{self._sheet.name}” of a workbook"
            said += f", one of {len(names)}." if len(names) > 1 else "."
            said += f" Header in row {skip + 1}." if header else " No header row."
            super().__init__(path, dialect, start[skip] if header else None, len(start[skip]))
            self.sniffed = Sniffed(dialect, said, sure=len(names) == 1)
            return
        dialect = _plain("xlsx", header=dialect.header, skip=dialect.skip, sheet=self._sheet.name)
        with understood(path):
            row = next(islice(self._sheet.iter_rows(), dialect.skip, None), None)
        if row is None:
            raise empty_error(path)
        super().__init__(path, dialect, _texts(row) if dialect.header else None, len(row))

    def _rows(self) -> Iterator[Row]:
        start = self.dialect.skip + self.dialect.header
        height = max(1, self._sheet.total_height)
        with understood(self.path):
            for number, row in enumerate(islice(self._sheet.iter_rows(), start, None), start):
                self._position = self.size * number // height
                yield _texts(row)


class ParquetTable(BookTable):
    """The rows of a Parquet file."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Read the schema; `MltagError` when it is no Parquet, has no rows, or pyarrow is missing."""
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
            raise MltagError(f"{path} has no records.", "Choose a file with at least one record.")
        super().__init__(path, _plain("parquet", header=True), names, len(names))
        if dialect is None:
            said = f"Parquet file with {len(names)} typed columns."
            self.sniffed = Sniffed(self.dialect, said, sure=True)

    @property
    def _drops_blank_rows(self) -> bool:
        return False

    def _rows(self) -> Iterator[Row]:
        arrow = load_pyarrow()
        done = 0
        try:
            with arrow.parquet.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=_BATCH):
                    yield from zip(*(map(_text, column.to_pylist()) for column in batch.columns), strict=True)
                    done += batch.num_rows
                    self._position = self.size * done // self._count
        except (arrow.ArrowException, OSError) as error:
            raise unreadable(self.path, error) from error


def sheet_names(path: Path) -> list[str]:
    """Return the names of a workbook's sheets; `MltagError` when it is none."""
    return list(opened_book(path).sheet_names)


def _sheet(path: Path, book: Any, name: str) -> Any:
    """Return the sheet called `name`, or the first one that holds rows."""
    if name and name not in book.sheet_names:
        hint = f"Choose one of these: {', '.join(book.sheet_names)}."
        raise MltagError(f"{path} has no sheet called {name}.", hint)
    with understood(path):
        sheets = [book.get_sheet_by_name(each) for each in ([name] if name else book.sheet_names)]
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if not filled:
        raise empty_error(path)
    return filled[0]


def _plain(form: str, *, header: bool, skip: int = 0, sheet: str = "") -> Dialect:
    return Dialect("utf-8", b"", ",", '"', "\n", header, skip=skip, form=form, sheet=sheet)


def _header_row(rows: Sequence[Row]) -> int:
    """Return the first row that is as filled as most are; what stands above it is a title."""
    filled = [sum(map(bool, row)) for row in rows]
    usual = Counter(count for count in filled if count).most_common(1)[0][0]
    enough = max(1, min(usual, max(filled)) * 0.6)
    found = next((at for at, count in enumerate(filled[:_PREAMBLE]) if count >= enough), None)
    return found if found is not None else next(at for at, count in enumerate(filled) if count)


def _texts(row: Iterable[Any]) -> Row:
    return tuple([value if isinstance(value, str) else as_text(value) for value in row])


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else as_text(value)
