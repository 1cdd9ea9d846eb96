"""Tables in binary files: numbered rows of values, such as a sheet or a Parquet file.

Each record is presented as a line of comma-separated UTF-8, so that callers can treat all tables alike. Types
and formats are only in the original file, which is needed to write the table back (see `original_editing`).
"""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.file_access import header_only_error, open_bytes
from mltag_desktop.core.tables.header import column_names
from mltag_desktop.core.tables.record_parser import Item, Record
from mltag_desktop.core.tables.record_writer import new_record
from mltag_desktop.core.tables.table_source import BLOCK, TableSource, as_text

_BATCH: Final = 2_000


class ValueTable(TableSource):
    """A table of rows of values, which are read as text."""

    _drops_blank_rows = True

    def start(
        self,
        path: Path,
        dialect: Dialect,
        header: Sequence[str] | None,
        width: int,
        *,
        drops_blank_rows: bool = True,
    ) -> None:
        """Set the attributes; raises `MltagError` if there is no row with a value below the header.

        Rows without values are blank lines instead of records if `drops_blank_rows`.
        """
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
        self.path = path
        self.dialect = dialect
        self.columns = column_names([""] * width if header is None else header)
        self._drops_blank_rows = drops_blank_rows
        blank = 0
        for row in self.rows_of_values():
            if any(row_texts(row)):
                break
            blank += drops_blank_rows
        else:
            raise header_only_error(path)
        first = b"" if header is None else new_record(header, dialect)
        self.head = b"\n" * dialect.skip + first + b"\n" * blank
        self._position = 0

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records in blocks; a row without values is a blank line after the previous record."""
        number = self.dialect.skip + self.dialect.header + 1
        batch: list[Item] = []
        values: list[Sequence[Any]] = []
        blank = 0
        blank_row: Sequence[Any] = ()
        for row in self.rows_of_values():
            if len(row) != len(blank_row):
                blank_row = [""] * len(row)
            texts = () if row == blank_row else row_texts(row)  # a cell far below has a million above it
            if any(texts) or not self._drops_blank_rows:
                _add_blank_lines(batch, blank)
                blank = 0
                if len(batch) >= _BATCH:
                    yield Block(batch, values)
                    batch, values = [], []
                batch.append(Record(number, new_record(texts, self.dialect), texts))
                values.append(row)
            else:
                blank += 1
            number += 1
        self._position = self.size
        if batch:
            _add_blank_lines(batch, blank)
            yield Block(batch, values)

    @abstractmethod
    def rows_of_values(self) -> Iterator[Sequence[Any]]:
        """Yield the rows below the header."""


def utf8_dialect(form: str, *, header: bool, skip: int = 0, sheet: str = "") -> Dialect:
    """Return the dialect of such a table."""
    return Dialect("utf-8", b"", ",", '"', "\n", header, skip=skip, form=form, sheet=sheet)


def row_texts(row: Iterable[Any]) -> tuple[str, ...]:
    """Return the cells of a row as text."""
    return tuple([value if isinstance(value, str) else as_text(value) for value in row])


def _add_blank_lines(batch: list[Item], count: int) -> None:
    """Add the blank lines below the last record to its bytes; one by one, they would take minutes."""
    if batch and count:
        batch[-1] = batch[-1]._replace(raw=batch[-1].raw + b"\n" * count)
