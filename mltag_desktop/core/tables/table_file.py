"""Delimited text: a stream of records that, joined, give the file byte for byte, and its writer."""

import io
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.dialect import (
    DEFAULT_DIALECT,
    Dialect,
    SniffedDialect,
    guess_layout,
    read_head,
    sniff,
)
from mltag_desktop.core.tables.file_access import markup_error, open_bytes
from mltag_desktop.core.tables.json_table import object_cells
from mltag_desktop.core.tables.record_parser import (
    RecordScanner,
    csv_reader,
)
from mltag_desktop.core.tables.record_writer import EncodedCells, changed_head, changed_record, new_record
from mltag_desktop.core.tables.table_source import (
    BLOCK,
    Block,
    RowWriter,
    TableSource,
    Value,
    as_text,
)

_MARKUP: Final = (b"<!doctype html", b"<html", b"<?xml")


class TableFile(TableSource):
    """A delimited text file. `head` followed by the `raw` of all `records()` is always the whole file."""

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Read the head of `path`, with the detected dialect if none is given.

        Raises `MltagError` when it is unreadable, empty or has only a header.
        """
        self.path = path
        if dialect is None:
            self.sniffed = self._sniffed()
            dialect = self.sniffed.dialect
        self.dialect = dialect
        with self._open() as file:
            found = read_head(file, path, dialect)
            self.size = file.seek(0, 2)
        self.head, self._lines, self.columns = found
        self._position = len(self.head)

    @classmethod
    def form_of(cls, start: bytes, path: Path) -> str:
        """Return "delimited" for any file but HTML and XML, for which it raises `MltagError`."""
        if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(_MARKUP):
            raise markup_error(path)
        return "delimited"

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the same items in blocks, each read from about `size` bytes; faster for large files."""
        dialect = self.dialect
        scanner = RecordScanner(dialect.encoding, dialect.signs, len(self.columns), line=self._lines + 1)
        with self._open() as file:
            file.seek(len(self.head))
            yield from self.scanned(file, size, scanner, dialect.encoding)

    @property
    def split_sign(self) -> bytes | None:
        """The quote, if it and line ends can be searched for as single bytes."""
        return self.dialect.quote.encode() if self.dialect.is_bytewise else None

    def _open(self) -> AbstractContextManager[BinaryIO]:
        return open_bytes(self.path)

    def _sniffed(self) -> SniffedDialect:
        return sniff(self.path)


class PastedTable(TableFile):
    """A table from the clipboard, such as tab-separated spreadsheet cells; it has no path.

    `content` is the pasted text in UTF-8.
    """

    def __init__(self, text: str, dialect: Dialect | None = None) -> None:
        """Detect the dialect of `text`; raises `MltagError` when it is empty or has only a header."""
        self.content = text.encode("utf-8", "replace")
        if not self.content.strip():
            raise MltagError("Nothing was pasted.", "Copy some cells first, then paste again.")
        super().__init__(Path(), dialect)

    def _sniffed(self) -> SniffedDialect:
        found = guess_layout(self.content.decode(), complete=True, tabs=True)
        return found._replace(evidence=sentences(message("The text was pasted."), found.evidence))

    def _open(self) -> AbstractContextManager[BinaryIO]:
        return io.BytesIO(self.content)


def parse_cells(raw: bytes, dialect: Dialect) -> tuple[str, ...]:
    """Return the cells of one record; undecodable bytes become U+FFFD."""
    if dialect.is_json:
        return object_cells(raw, dialect.keys)
    lines = io.StringIO(raw.decode(dialect.encoding, "replace"), newline="")
    for row in csv_reader(lines, *dialect.signs):
        if row:
            return tuple(row)
    return ()


def parse_many(raws: Sequence[bytes], dialect: Dialect) -> list[tuple[str, ...]]:
    """Return the cells of each record; records are parsed together where that gives the same rows."""
    if not dialect.is_json:
        text = b"".join(raws).decode(dialect.encoding, "replace")
        rows = [tuple(row) for row in csv_reader(io.StringIO(text, newline=""), *dialect.signs) if row]
        if len(rows) == len(raws):
            return rows
    return [parse_cells(raw, dialect) for raw in raws]


class DelimitedWriter(RowWriter):
    """Writes a delimited file; records of a source in the same dialect keep their bytes."""

    delimiter = ","
    """The delimiter, unless the source has another one that is no tab."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        super().__init__(out, source, added)
        is_delimited = isinstance(source, TableFile)
        dialect = source.dialect if is_delimited else DEFAULT_DIALECT
        fits = (dialect.delimiter == "\t") == (self.delimiter == "\t")
        self._dialect = dialect if fits else replace(dialect, delimiter=self.delimiter, quote='"')
        self._copies = is_delimited and fits
        """Whether the bytes of records are written, and their cells are not read."""
        self._cells = EncodedCells(self._dialect)
        out.write(self._head())

    def write(self, block: Block, values: Sequence[Sequence[Value]]) -> None:
        """Write the records of `block` with their added values."""
        if self._copies:
            self.out.writelines(map(self._changed, block.raws, values))
            return
        super().write(block, values)

    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of values."""
        self.out.writelines(new_record([as_text(value) for value in row], self._dialect) for row in rows)

    def _head(self) -> bytes:
        if self._copies:
            return changed_head(self.source.head, self._dialect, self.columns[len(self.source.columns) :])
        if not self._dialect.header:
            return self._dialect.bom
        return self._dialect.bom + new_record(self.columns, self._dialect)

    def _changed(self, raw: bytes, values: Sequence[Value]) -> bytes:
        width = len(self.source.columns)
        changes, tail = dict[int, str](), b""
        for place, value in zip(self.places, values, strict=True):
            if place < width:
                changes[place] = as_text(value)
            else:
                tail += self._cells[as_text(value)]
        return changed_record(raw, self._dialect, changes, tail)


class TabWriter(DelimitedWriter):
    """Writes a tab-separated file."""

    delimiter = "\t"
