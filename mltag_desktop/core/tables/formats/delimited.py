"""Row source and row writer for CSV and TSV."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.tables.dialect import DEFAULT_DIALECT, Dialect
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, RowWriter, Value, as_text, grouped
from mltag_desktop.core.tables.record_parser import Record, unit_width
from mltag_desktop.core.tables.record_writer import (
    appended_record,
    changed_head,
    changed_record,
    encoded_cell,
    new_record,
)
from mltag_desktop.core.tables.table_file import TableFile

_MAX_CACHED_CELLS: Final = 10_000


class DelimitedSource(RowSource):
    """The readable records of a delimited file; quarantined records are counted as left out."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        self.table = TableFile.open(path, dialect)
        super().__init__(path, self.table.columns)

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; `originals` are the bytes of the records."""
        self.start_over()
        return grouped(self._rows(), size)

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the file read so far."""
        return self.table.position() / max(1, self.table.size)

    def _rows(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        for block in self.table.blocks():
            for item in block:
                if isinstance(item, Record):
                    yield item.cells, item.raw
                else:
                    self.count_unreadable(item.line, item.reason)


class _EncodedCells(dict[str, bytes]):
    """The bytes of appended texts, encoded when they are asked for first."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    def __missing__(self, text: str) -> bytes:
        if len(self) > _MAX_CACHED_CELLS:
            self.clear()
        self[text] = encoded = encoded_cell(text, self._dialect)
        return encoded


class DelimitedWriter(RowWriter):
    """Writes a delimited file; records of a source in the same dialect keep their bytes."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str], *, tabs: bool) -> None:
        super().__init__(source, added)
        self._out = out
        dialect = source.table.dialect if isinstance(source, DelimitedSource) else DEFAULT_DIALECT
        fits = (dialect.delimiter == "\t") == tabs
        self._dialect = dialect if fits else replace(dialect, delimiter="\t" if tabs else ",", quote='"')
        self.copies: Final = isinstance(source, DelimitedSource) and fits
        """Whether the bytes of records are written, and their cells are not read."""
        only_new = len(self.columns) == len(source.columns) + len(self.added)
        self._appends = self.copies and only_new and unit_width(self._dialect.encoding) == 1
        self._cells = _EncodedCells(self._dialect)
        self._number = _number_prefix(self._dialect) if self._appends else None
        out.write(self._head())

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows of `chunk` with their added values."""
        if self._appends:
            columns = map(self._encoded, zip(*values, strict=True))
            tails = map(b"".join, zip(*columns, strict=True))
            self._out.writelines(map(appended_record, chunk.originals, tails))
            return
        if self.copies:
            self._out.writelines(map(self._changed, chunk.originals, values))
            return
        rows = self.whole_rows(chunk, values)
        self._out.writelines(new_record([as_text(value) for value in row], self._dialect) for row in rows)

    def finish(self) -> None:
        """Do nothing: every row is already written."""

    def abandon(self) -> None:
        """Do nothing: there are no resources to release."""

    def _head(self) -> bytes:
        if isinstance(self.source, DelimitedSource) and self.copies:
            return changed_head(
                self.source.table.head, self._dialect, self.columns[len(self.source.columns) :]
            )
        if not self._dialect.header:
            return self._dialect.bom
        return self._dialect.bom + new_record(self.columns, self._dialect)

    def _encoded(self, column: Sequence[Value]) -> list[bytes]:
        """Return the bytes of the appended cells of a column.

        Encoded texts are cached, since tags and versions repeat; numbers hardly ever repeat and are not
        cached.
        """
        cells, number = self._cells, self._number
        if number is None:
            return [cells[as_text(value)] for value in column]
        return [
            number + (repr(value) if 0 < value < 1 else as_text(value)).encode("ascii")
            if type(value) is float
            else cells[as_text(value)]
            for value in column
        ]

    def _changed(self, raw: bytes, values: Sequence[Value]) -> bytes:
        texts = [as_text(value) for value in values]
        width = len(self.source.columns)
        pairs: list[tuple[int, str]] = list(zip(self.places, texts, strict=True))
        changes = {place: text for place, text in pairs if place < width}
        return changed_record(raw, self._dialect, changes, [text for place, text in pairs if place >= width])


def _number_prefix(dialect: Dialect) -> bytes | None:
    """Return the bytes before an appended number, or None when a number might need quotes."""
    if {dialect.delimiter, dialect.quote, dialect.escape} & set("0123456789.+-einfa"):
        return None
    cell = encoded_cell("0.5", dialect)
    return cell.removesuffix(b"0.5") if cell.endswith(b"0.5") else None
