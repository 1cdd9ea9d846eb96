"""JSON lines as a table: one object per line, kept byte for byte."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.blocks import Block
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect
from mltag_desktop.core.tables.file_access import empty_error, open_bytes
from mltag_desktop.core.tables.header import column_names
from mltag_desktop.core.tables.json_records import object_cells, parsed_object
from mltag_desktop.core.tables.record_parser import Item, QuarantinedRecord, Record
from mltag_desktop.core.tables.table_file import BLOCK, TableFile

_SAMPLE_RECORDS: Final = 1_000
_BOM: Final = b"\xef\xbb\xbf"


class JsonTable(TableFile):
    """A JSON lines file whose columns are the keys of its first 1,000 objects.

    Lines that are not objects are quarantined. Keys that appear only later have no column, but stay in their
    record.
    """

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Find the keys; raises `MltagError` when the file is unreadable, empty or has no objects."""
        self.path = path
        self.sniffed: SniffedDialect | None = None
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
            file.seek(0)
            mark = len(_BOM) if file.read(3) == _BOM else 0
            file.seek(mark)
            blank, first = mark, b""
            for line in file:
                if line.strip():
                    first = line
                    break
                blank += len(line)
            file.seek(0)
            self.head = file.read(blank)
        if not first:
            raise empty_error(path)
        self._position = len(self.head)
        self._lines = self.head.count(b"\n")
        newline = "\r\n" if first.endswith(b"\r\n") else "\n"
        self.dialect = Dialect("utf-8", self.head[:mark], ",", '"', newline, header=False, form="jsonl")
        keys = dialect.keys if dialect and dialect.keys else self._find_keys()
        self.dialect = Dialect(
            "utf-8", self.head[:mark], ",", '"', newline, header=False, form="jsonl", keys=keys
        )
        self.columns = column_names(keys)
        if dialect is None:
            evidence = message(
                "Each line is a JSON object; the first {sample_records:,} have {count} keys.",
                sample_records=_SAMPLE_RECORDS,
                count=len(keys),
            )
            self.sniffed = SniffedDialect(self.dialect, evidence, sure=True)

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records in lists, each read from about `size` bytes."""
        keys, number = self.dialect.keys, self._lines + 1
        pending: list[Item] = []  # the last record is held back: blank lines after it belong to it
        with open_bytes(self.path) as file:
            file.seek(len(self.head))
            carry, step = b"", size
            while True:
                data = file.read(step)
                block = carry + data
                stop = block.rfind(b"\n") + 1 if data else len(block)
                step = size if stop else step * 2  # doubled, so that a long line is copied only a few times
                carry = block[stop:]
                for raw in io.BytesIO(block[:stop]):
                    if raw.strip():
                        pending.append(_item(number, raw, keys))
                    elif pending:
                        pending[-1] = pending[-1]._replace(raw=pending[-1].raw + raw)
                    number += 1
                self._position = file.tell()
                if not data:
                    break
                if len(pending) > 1:
                    yield Block(pending[:-1])
                    pending = pending[-1:]
        if pending:
            yield Block(pending)

    def _find_keys(self) -> tuple[str, ...]:
        raws = (item.raw for item in self.records() if isinstance(item, Record))
        first = [parsed_object(raw) for raw in itertools.islice(raws, _SAMPLE_RECORDS)]
        keys = tuple(dict.fromkeys(key for record in first for key in record))
        if not keys:
            raise MltagError(
                message("{path} contains no JSON objects.", path=self.path),
                "Write one object with keys per line.",
            )
        return keys


def _item(number: int, raw: bytes, keys: tuple[str, ...]) -> Item:
    try:
        record = parsed_object(raw)
    except UnicodeDecodeError:
        return QuarantinedRecord(number, raw, message("The record contains bytes that are not UTF-8."))
    except RecursionError:
        return QuarantinedRecord(number, raw, message("The object is nested too deeply."))
    except ValueError as error:
        why = str(error)
        reason = (
            why if why.startswith("The line") else message("The line is not valid JSON: {error}.", error=why)
        )
        return QuarantinedRecord(number, raw, reason)
    return Record(number, raw, object_cells(raw, keys, record))
