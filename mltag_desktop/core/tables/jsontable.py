"""JSON lines as a table: one object a line, kept as it is written."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.dialect import Dialect, Sniffed
from mltag_desktop.core.tables.head import column_names
from mltag_desktop.core.tables.jsonrecords import object_cells, parsed_object
from mltag_desktop.core.tables.reader import BLOCK, TableFile
from mltag_desktop.core.tables.records import Item, Quarantined, Record
from mltag_desktop.core.tables.source import empty_error, open_bytes

_LOOKED_AT: Final = 1_000
_MARK: Final = b"\xef\xbb\xbf"


class JsonTable(TableFile):
    """The objects of a JSON lines file; the columns are the keys of the first 1,000.

    What is no object is set aside. A key that comes later is no column, but stays in its record.
    """

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Find the keys; `MltagError` when the file is unreadable, empty or holds no objects."""
        self.path = path
        self.sniffed: Sniffed | None = None
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
            file.seek(0)
            mark = len(_MARK) if file.read(3) == _MARK else 0
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
            said = f"Each line is a JSON object; the first {_LOOKED_AT:,} have {len(keys)} keys."
            self.sniffed = Sniffed(self.dialect, said, sure=True)

    def blocks(self, size: int = BLOCK) -> Iterator[list[Item]]:
        """Yield the records in lists, each from about `size` bytes."""
        keys, number = self.dialect.keys, self._lines + 1
        held: list[Item] = []  # the last record, to which blank lines may still come
        with open_bytes(self.path) as file:
            file.seek(len(self.head))
            carry, step = b"", size
            while True:
                data = file.read(step)
                block = carry + data
                stop = block.rfind(b"\n") + 1 if data else len(block)
                step = size if stop else step * 2  # a line of any length is copied a few times only
                carry = block[stop:]
                for raw in io.BytesIO(block[:stop]):
                    if raw.strip():
                        held.append(_item(number, raw, keys))
                    elif held:
                        held[-1] = held[-1]._replace(raw=held[-1].raw + raw)
                    number += 1
                self._position = file.tell()
                if not data:
                    break
                if len(held) > 1:
                    yield held[:-1]
                    held = held[-1:]
        if held:
            yield held

    def _find_keys(self) -> tuple[str, ...]:
        found = (item.raw for item in self.records() if isinstance(item, Record))
        first = [parsed_object(raw) for raw in itertools.islice(found, _LOOKED_AT)]
        keys = tuple(dict.fromkeys(key for each in first for key in each))
        if not keys:
            raise MltagError(f"{self.path} contains no JSON objects.", "Write one object with keys per line.")
        return keys


def _item(number: int, raw: bytes, keys: tuple[str, ...]) -> Item:
    try:
        found = parsed_object(raw)
    except UnicodeDecodeError:
        return Quarantined(number, raw, "The record contains bytes that are not UTF-8.")
    except RecursionError:
        return Quarantined(number, raw, "The object is nested too deeply.")
    except ValueError as error:
        said = str(error)
        reason = said if said.startswith("The line") else f"The line is not valid JSON: {said}."
        return Quarantined(number, raw, reason)
    return Record(number, raw, object_cells(raw, keys, found))
