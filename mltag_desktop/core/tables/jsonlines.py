"""JSON lines as a stream of rows, in and out: one object a line."""

import itertools
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.rowsource import RowChunk, RowSource, RowWriter, Value, grouped
from mltag_desktop.core.tables.source import empty_error, open_bytes

_LOOKED_AT: Final = 1000
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=str)
_MARK: Final = b"\xef\xbb\xbf"


class JsonSource(RowSource):
    """The objects of a JSON lines file; the columns are the keys of the first 1,000."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, ())
        self._read = 0
        with open_bytes(path) as file:
            self._size = file.seek(0, 2)
        if not self._size:
            raise empty_error(path)
        first = list(itertools.islice(self._objects(), _LOOKED_AT))
        if not first:
            raise MltagError(f"{path} contains no JSON objects.", "Write one object per line.")
        self.columns = tuple(dict.fromkeys(key for found in first for key in found))

    def chunks(self, size: int) -> Iterator[RowChunk]:
        """Yield the rows; the originals are the objects."""
        self.start_over()
        return grouped(((self.cells_of(found), found) for found in self._objects()), size)

    def fraction(self) -> float:
        """Return which part of the file was read."""
        return self._read / max(1, self._size)

    def original_values(self, original: Any, cells: tuple[str, ...]) -> Sequence[Any]:
        """Return the values of the object's columns; an object or a list in it is JSON text."""
        values = (original.get(column) for column in self.columns)
        return [_as_cell(value) if isinstance(value, (str, dict, list)) else value for value in values]

    def cells_of(self, found: dict[str, Any]) -> tuple[str, ...]:
        """Return the cells of an object, by the columns."""
        return tuple([_as_cell(found.get(column)) for column in self.columns])

    def _objects(self) -> Iterator[dict[str, Any]]:
        """Yield the objects; what is none is left out."""
        self._read = 0
        with open_bytes(self.path) as file:
            yield from objects_in(self._counted(file), self.leave_out)

    def _counted(self, lines: Iterable[bytes]) -> Iterator[bytes]:
        for raw in lines:
            self._read += len(raw)
            yield raw


class JsonWriter(RowWriter):
    """Writes one object a line; from JSON lines, every other key keeps its value and type."""

    def __init__(self, out: BinaryIO, source: RowSource, added: Sequence[str]) -> None:
        super().__init__(source, added)
        self._out = out

    def write(self, chunk: RowChunk, values: Sequence[Sequence[Value]]) -> None:
        """Write the rows with their values."""
        if isinstance(self.source, JsonSource):
            for found, row_values in zip(chunk.originals, values, strict=True):
                self._out.write(_line({**found, **dict(zip(self.added, row_values, strict=True))}))
            return
        for row in self.whole_rows(chunk, values):
            self._out.write(_line({name: _valid(value) for name, value in self.as_mapping(row).items()}))

    def finish(self) -> None:
        """Do nothing: all is written."""

    def abandon(self) -> None:
        """Do nothing: nothing is held."""


def objects_in(lines: Iterable[bytes], leave_out: Callable[[int, str], object]) -> Iterator[dict[str, Any]]:
    """Yield the objects of `lines`; what is none goes to `leave_out` with its line, from 1, and why."""
    for line, raw in enumerate(lines, 1):
        text = raw.removeprefix(_MARK) if line == 1 else raw
        if not text.strip():
            continue
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            leave_out(line, f"The line is not valid JSON: {error}.")
            continue
        if isinstance(found, dict):
            yield found
        else:
            leave_out(line, "The line is not a JSON object.")


def looks_like_json_lines(start: bytes) -> bool:
    """Tell whether the first line of a file is a JSON object."""
    text = start.removeprefix(_MARK).lstrip()
    first = text.split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return len(first) == len(text) and b'":' in first


def _line(found: dict[str, Any]) -> bytes:
    try:
        return _ENCODER.encode(found).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can escape and UTF-8 cannot hold
        return json.dumps(found, default=str).encode() + b"\n"


def _valid(value: Any) -> Any:
    """Return a value as JSON knows it: nowhere in it is a number that is none, or one without end."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _valid(inner) for key, inner in value.items()}
    return [_valid(inner) for inner in value] if isinstance(value, list | tuple) else value


def _as_cell(value: Any) -> str:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    return "" if value is None else json.dumps(value, ensure_ascii=True)
