"""Read delimited text as a stream of records that, joined, give the file byte for byte."""

import io
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.tables.blocks import Block, can_be_found, regular_block
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect, dialect_from, sniff
from mltag_desktop.core.tables.encoding import EncodingGuess
from mltag_desktop.core.tables.file_access import open_bytes
from mltag_desktop.core.tables.header import HeaderRecord, read_head
from mltag_desktop.core.tables.json_records import object_cells
from mltag_desktop.core.tables.layout import guess_layout
from mltag_desktop.core.tables.record_parser import Item, RecordScanner, csv_reader, ends_in_feed, split_lines

BLOCK: Final = 1 << 17


class TableFile:
    """A delimited text file. `head` followed by the `raw` of all `records()` is always the whole file.

    Attributes: `path`, `dialect`, `sniffed` (None when the dialect was given), `columns` (unique display
    names), `head` (byte order mark, blank lines and header record), `size` in bytes.
    """

    def __init__(self, path: Path, dialect: Dialect, sniffed: SniffedDialect | None = None) -> None:
        """Read the head of `path`; raises `MltagError` when it is unreadable, empty or has only a header."""
        self.path = path
        self.dialect = dialect
        self.sniffed = sniffed
        with self._open() as file:
            self._head: HeaderRecord = read_head(file, path, dialect)
            self.size: int = file.seek(0, 2)
        self.head: bytes = self._head.raw
        self.columns: tuple[str, ...] = self._head.columns
        self._position = len(self.head)

    @classmethod
    def open(cls, path: Path, dialect: Dialect | None = None) -> "TableFile":
        """Open `path` with `dialect`, or with the detected one."""
        if dialect is not None:
            return cls(path, dialect)
        sniffed = sniff(path)
        return cls(path, sniffed.dialect, sniffed)

    def position(self) -> int:
        """Return the number of bytes that the latest `records()` has read, for progress."""
        return self._position

    def records(self) -> Iterator[Item]:
        """Yield the records and the quarantined records in file order."""
        for block in self.blocks():
            yield from block

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the same items in blocks, each read from about `size` bytes; faster for large files."""
        dialect = self.dialect
        scanner = RecordScanner(dialect.encoding, dialect.signs, len(self.columns), line=self._head.lines + 1)
        are_found = can_be_found(dialect)
        with self._open() as file:
            file.seek(len(self.head))
            carry, step = b"", size
            while True:
                data = file.read(step)
                final = len(data) < step
                block = carry + data
                found = regular_block(scanner, block, final=final) if are_found else None
                if found is not None:
                    carry, step = block[len(found.joined) :], size
                    self._position = file.tell()
                    yield found
                    if final:
                        return
                    continue
                lines = split_lines(block, dialect.encoding)
                if not final and lines and not ends_in_feed(lines[-1], dialect.encoding):
                    lines.pop()
                    complete = sum(map(len, lines))
                else:
                    complete = len(block)
                items, taken = scanner.scan(block[:complete], lines, final=final)
                carry = block[sum(map(len, lines[:taken])) :]
                step = size if items else step * 2
                self._position = file.tell()
                if items:
                    yield Block(items)
                if final:
                    return

    def _open(self) -> AbstractContextManager[BinaryIO]:
        return open_bytes(self.path)


class PastedTable(TableFile):
    """A table from the clipboard, such as tab-separated spreadsheet cells; it has no path.

    `content` is the pasted text in UTF-8.
    """

    def __init__(self, text: str, dialect: Dialect | None = None) -> None:
        """Detect the dialect of `text`; raises `MltagError` when it is empty or has only a header."""
        self.content = text.encode("utf-8", "replace")
        if not self.content.strip():
            raise MltagError("Nothing was pasted.", "Copy some cells first, then paste again.")
        sniffed = None
        if dialect is None:
            layout = guess_layout(text, complete=True, tabs=True)
            guess = EncodingGuess("utf-8", b"", message("The text was pasted."), sure=True)
            dialect = dialect_from(guess, layout)
            sniffed = SniffedDialect(dialect, sentences(guess.evidence, layout.evidence), layout.sure)
        super().__init__(Path(), dialect, sniffed)

    def _open(self) -> AbstractContextManager[BinaryIO]:
        return io.BytesIO(self.content)


def parse_cells(raw: bytes, dialect: Dialect) -> tuple[str, ...]:
    """Return the cells of one record; undecodable bytes become U+FFFD."""
    if dialect.form == "jsonl":
        return object_cells(raw, dialect.keys)
    lines = io.StringIO(raw.decode(dialect.encoding, "replace"), newline="")
    for row in csv_reader(lines, *dialect.signs):
        if row:
            return tuple(row)
    return ()


def parse_many(raws: Sequence[bytes], dialect: Dialect) -> list[tuple[str, ...]]:
    """Return the cells of each record; records are parsed together where that gives the same rows."""
    if dialect.form != "jsonl":
        text = b"".join(raws).decode(dialect.encoding, "replace")
        rows = [tuple(row) for row in csv_reader(io.StringIO(text, newline=""), *dialect.signs) if row]
        if len(rows) == len(raws):
            return rows
    return [parse_cells(raw, dialect) for raw in raws]
