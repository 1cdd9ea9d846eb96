"""Row source and row writer for JSON lines: one object per line."""

import itertools
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.file_access import empty_error, open_bytes
from mltag_desktop.core.tables.formats.base import RowChunk, RowSource, RowWriter, Value, grouped

_SAMPLE_RECORDS: Final = 1000
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=str)
_BOM: Final = b"\xef\xbb\xbf"


class JsonSource(RowSource):
    """The objects of a JSON lines file; the columns are the keys of the first 1,000 objects."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, ())
        self._read = 0
        with open_bytes(path) as file:
            self._size = file.seek(0, 2)
        if not self._size:
            raise empty_error(path)
        first = list(itertools.islice(self._objects(), _SAMPLE_RECORDS))
        if not first:
            raise MltagError(
                message("{path} contains no JSON objects.", path=path), "Write one object per line."
            )
        self.columns = tuple(dict.fromkeys(key for record in first for key in record))

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; `originals` are the parsed objects."""
        self.start_over()
        return grouped(((self.cells_of(record), record) for record in self._objects()), size)

    def fraction(self) -> float:
        """Return the fraction (0 to 1) of the file read so far."""
        return self._read / max(1, self._size)

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values of the columns; nested objects and lists become JSON text."""
        values = (original.get(column) for column in self.columns)
        return [_as_cell(value) if isinstance(value, (str, dict, list)) else value for value in values]

    def cells_of(self, record: dict[str, Any]) -> tuple[str, ...]:
        """Return the cells of an object in column order."""
        return tuple([_as_cell(record.get(column)) for column in self.columns])

    def _objects(self) -> Iterator[dict[str, Any]]:
        """Yield the objects; lines that are not objects are counted as left out."""
        self._read = 0
        with open_bytes(self.path) as file:
            yield from objects_in(self._counted(file), self.count_unreadable)

    def _counted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for raw in lines:
            self._read += len(raw)
            yield raw


class JsonWriter(RowWriter):
    """Writes one object per line; objects of a `JsonSource` keep the values and types of all other keys."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str]) -> None:
        super().__init__(source, added)
        self._out = out

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows of `chunk` with their added values."""
        if isinstance(self.source, JsonSource):
            for record, row_values in zip(chunk.originals, values, strict=True):
                self._out.write(_line({**record, **dict(zip(self.added, row_values, strict=True))}))
            return
        for row in self.whole_rows(chunk, values):
            self._out.write(
                _line({name: _without_nan(value) for name, value in self.as_mapping(row).items()})
            )

    def finish(self) -> None:
        """Do nothing: every row is already written."""

    def abandon(self) -> None:
        """Do nothing: there are no resources to release."""


def objects_in(lines: Iterable[bytes], unreadable: Callable[[int, str], object]) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects in `lines`; call `unreadable(line, reason)` for other lines, counted from 1."""
    for line, raw in enumerate(lines, 1):
        text = raw.removeprefix(_BOM) if line == 1 else raw
        if not text.strip():
            continue
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            unreadable(line, message("The line is not valid JSON: {error}.", error=error))
            continue
        if isinstance(value, dict):
            yield value
        else:
            unreadable(line, message("The line is not a JSON object."))


def looks_like_json_lines(start: bytes) -> bool:
    """Return whether the first line of a file is a JSON object, or looks like one that is cut off."""
    text = start.removeprefix(_BOM).lstrip()
    first = text.split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return len(first) == len(text) and b'":' in first


def _line(record: dict[str, Any]) -> bytes:
    try:
        return _ENCODER.encode(record).encode() + b"\n"
    except UnicodeEncodeError:  # lone surrogates can be escaped in JSON but not encoded as UTF-8
        return json.dumps(record, default=str).encode() + b"\n"


def _without_nan(value: Any) -> Any:
    """Return `value` with NaN and infinite numbers replaced by None, since JSON has neither."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    return [_without_nan(inner) for inner in value] if isinstance(value, list | tuple) else value


def _as_cell(value: Any) -> str:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    return "" if value is None else json.dumps(value, ensure_ascii=True)
