"""Tables of JSON objects, kept byte for byte, and the editing of their lines.

Records in JSON lines: read the cells of an object, and edit a line without changing its other bytes.
"""

import codecs
import itertools
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.tables.dialect import Dialect, SniffedDialect, column_names
from mltag_desktop.core.tables.file_access import empty_error, open_bytes
from mltag_desktop.core.tables.record_parser import MAX_RECORD, Item, QuarantinedRecord, Record
from mltag_desktop.core.tables.table_source import BLOCK, Block, RowWriter, TableSource, Value

JsonValue = str | float | bool | None
"""A value that can be written to a key."""


class _Literal(str):
    """A number in its original notation, so that 1e5 and twenty-digit ids are not changed."""

    __slots__ = ()


class _Pair(NamedTuple):
    """A key and its value, with their positions in the text."""

    key: str
    key_start: int
    key_end: int
    start: int
    stop: int
    value: Any


_DECODER: Final = json.JSONDecoder(parse_float=_Literal, parse_int=_Literal, parse_constant=_Literal)
_BLANKS: Final = " \t\n\r"


def parsed_object(raw: bytes) -> dict[str, Any]:
    """Parse a line as a JSON object; numbers are returned as text in their original notation.

    Raises `ValueError` when the line is not an object, and `RecursionError` when it is nested too deeply.
    """
    value = _DECODER.decode(raw.decode("utf-8"))
    if not isinstance(value, dict):
        raise ValueError("The line is no JSON object.")
    return value


def fault_of(error: Exception) -> str:
    """Return why a line is no JSON object, for an error of `parsed_object`."""
    if isinstance(error, UnicodeDecodeError):
        return message("The record contains bytes that are not UTF-8.")
    if isinstance(error, RecursionError):
        return message("The object is nested too deeply.")
    why = str(error)
    return why if why.startswith("The line") else message("The line is not valid JSON: {error}.", error=why)


def object_cells(raw: bytes, keys: Sequence[str], parsed: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """Return the cells of the object in `raw` for `keys`; lists and objects keep their original JSON text.

    `parsed` is the parsed object, if the caller has it. A line that is not an object has no cells.
    """
    try:
        parsed = parsed_object(raw) if parsed is None else parsed
    except (ValueError, RecursionError):
        return ()
    values = [parsed.get(key) for key in keys]
    if any(isinstance(value, (dict, list)) for value in values):
        text = raw.decode()
        slices = {pair.key: text[pair.start : pair.stop] for pair in _pairs(text)[0]}
        values = [
            slices[key] if isinstance(value, (dict, list)) else value
            for key, value in zip(keys, values, strict=True)
        ]
    return tuple([_as_cell(value) for value in values])


def changed_object(raw: bytes, changes: Mapping[str, JsonValue]) -> bytes:
    """Return the line with new values for some keys; keys that it does not have are added at the end.

    A new text takes the type of the value it replaces where possible: number, boolean, list of texts. All
    other bytes are kept. Raises `MltagError` when the line is not an object.
    """
    text = raw.decode("utf-8")
    try:
        pairs, end = _pairs(text)
    except ValueError as error:
        raise MltagError("The record is not a JSON object.", "Fix the record first.") from error
    plain = text.isascii() and "\\u" in text
    places = {pair.key: pair for pair in pairs}
    edits = [
        (place.start, place.stop, _json_text(value, place.value, plain=plain))
        for key, value in changes.items()
        if (place := places.get(key)) is not None
    ]
    between, colon = _style(text, pairs)
    added = [
        f"{json.dumps(key, ensure_ascii=plain)}{colon}{_json_text(value, None, plain=plain)}"
        for key, value in changes.items()
        if key not in places
    ]
    if added:
        at = pairs[-1].stop if pairs else end
        edits.append((at, at, (between if pairs else "") + between.join(added)))
    out, position = [], 0
    for start, stop, new in sorted(edits):
        out += [text[position:start], new]
        position = stop
    return "".join([*out, text[position:]]).encode("utf-8", "replace")


def picked_object(raw: bytes, keys: Sequence[str]) -> bytes:
    """Return the line with only `keys`; their values keep their original notation."""
    text = raw.decode("utf-8")
    pairs, end = _pairs(text)
    picked = [text[pair.key_start : pair.stop] for pair in pairs if pair.key in keys]
    start = pairs[0].key_start if pairs else end
    return (text[:start] + _style(text, pairs)[0].join(picked) + text[end:]).encode()


def new_object(cells: Sequence[str], keys: Sequence[str], newline: str) -> bytes:
    """Return the line of a new object with the non-empty cells."""
    pairs = {key: cell for key, cell in zip(keys, cells, strict=True) if cell}
    return (json.dumps(pairs, ensure_ascii=False) + newline).encode("utf-8", "replace")


def _pairs(text: str) -> tuple[list[_Pair], int]:
    """Return the pairs of the object in `text` and the position of its closing brace.

    Raises `ValueError` when `text` is not a JSON object.
    """
    at = _skip_blanks(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("The line is no JSON object.")
    at = _skip_blanks(text, at + 1)
    pairs: list[_Pair] = []
    while text[at : at + 1] != "}":
        if pairs:
            at = _skip_blanks(text, _expect(text, at, ","))
        key, key_end = _DECODER.raw_decode(text, at)
        start = _skip_blanks(text, _expect(text, _skip_blanks(text, key_end), ":"))
        value, stop = _DECODER.raw_decode(text, start)
        pairs.append(_Pair(key, at, key_end, start, stop, value))
        at = _skip_blanks(text, stop)
    return pairs, at


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _expect(text: str, at: int, char: str) -> int:
    if text[at : at + 1] != char:
        raise ValueError(f"There is no {char} at character {at + 1}.")
    return at + 1


def _style(text: str, pairs: Sequence[_Pair]) -> tuple[str, str]:
    """Return the separators between pairs, and between key and value, that this line uses."""
    between = text[pairs[0].stop : pairs[1].key_start] if len(pairs) > 1 else ", "
    return between, text[pairs[0].key_end : pairs[0].start] if pairs else ": "


def _json_text(value: JsonValue, old: Any, *, plain: bool) -> str:
    """Return the JSON text of `value` as a replacement for `old`; `plain` escapes non-ASCII characters."""
    if isinstance(value, str):
        if isinstance(old, _Literal) and _is_number(value):
            return value
        if isinstance(old, bool) and value in ("true", "false"):
            return value
        if isinstance(old, list) and all(type(item) is str for item in old):
            return json.dumps([value], ensure_ascii=plain)
    return json.dumps(value, ensure_ascii=plain)


def _is_number(text: str) -> bool:
    try:
        return isinstance(_DECODER.decode(text), _Literal)
    except ValueError:
        return False


def _as_cell(value: Any) -> str:
    if isinstance(value, str):
        return str(value) if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    return ""


_SAMPLE_RECORDS: Final = 1_000
_BOM: Final = codecs.BOM_UTF8
_LIST: Final = re.compile(rb"\s*\[\s*(\{|$)")
_DOCUMENT: Final = re.compile(rb"\s*\{\s*(\"[^\"\n]*\"\s*:|\}|$)")
_LINE_BREAK: Final = re.compile(r"\s*[\r\n]\s*")
_BETWEEN: Final = re.compile(r"[\s,]*")
_RAW_DECODER: Final = json.JSONDecoder()
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, default=str)


class JsonTable(TableSource):
    """A file of JSON objects, whose columns are the keys of its first 1,000 objects.

    What is no object is quarantined. Keys that appear only later have no column, but stay in their record.
    The form is "jsonl" for one object a line, of which head and records, joined, are the file, and "json" for
    a list of objects, whose records are the objects as lines.
    """

    def __init__(self, path: Path, dialect: Dialect | None = None) -> None:
        """Find the keys; raises `MltagError` when the file is unreadable, empty or has no objects."""
        self.path = path
        with open_bytes(path) as file:
            self.size = file.seek(0, 2)
            file.seek(0)
            mark = _BOM if file.read(3) == _BOM else b""
            file.seek(len(mark))
            blank, first = len(mark), b""
            for line in file:
                if line.strip():
                    first = line
                    break
                blank += len(line)
            file.seek(0)
            self._start = file.read(blank)
        if not first:
            raise empty_error(path)
        self._indent = len(first) - len(first.lstrip())
        form = dialect.form if dialect else "json" if _LIST.match(first) else "jsonl"
        self.head = self._start if form == "jsonl" else b""
        self._position = len(self.head)
        newline = "\r\n" if first.endswith(b"\r\n") else "\n"
        self.dialect = Dialect("utf-8", mark, ",", '"', newline, header=False, form=form)
        keys = dialect.keys if dialect and dialect.keys else self._find_keys()
        self.dialect = replace(self.dialect, keys=keys)
        self.columns = column_names(keys)
        if dialect is None:
            evidence = (
                message(
                    "Each line is a JSON object; the first {sample_records:,} have {count} keys.",
                    sample_records=_SAMPLE_RECORDS,
                    count=len(keys),
                )
                if form == "jsonl"
                else message(
                    "The file is a list of JSON objects; the first {sample_records:,} have {count} keys.",
                    sample_records=_SAMPLE_RECORDS,
                    count=len(keys),
                )
            )
            self.sniffed = SniffedDialect(self.dialect, evidence, sure=True)

    @classmethod
    def form_of(cls, start: bytes, path: Path) -> str:
        """Return "jsonl" or "json"; raises `MltagError` for JSON that is no table."""
        text = start.removeprefix(_BOM).lstrip()
        if _LIST.match(text):
            return "json"
        suffix = path.suffix.lower()
        if suffix in (".jsonl", ".ndjson") or _is_line(text):
            return "jsonl"
        if _DOCUMENT.match(text) or (suffix == ".json" and text.startswith(b"[")):
            raise MltagError(
                message("{path} is JSON, but no list of objects.", path=path),
                "Save the records as a list of objects, or as one object per line.",
            )
        return ""

    def blocks(self, size: int = BLOCK) -> Iterator[Block]:
        """Yield the records in blocks, each read from about `size` bytes."""
        keys = self.dialect.keys
        if self.dialect.form == "json":
            for items in self._elements(size):
                yield JsonBlock(items, keys)
            return
        with open_bytes(self.path) as file:
            file.seek(len(self.head))
            scanner = ObjectScanner(keys, self.head.count(b"\n") + 1)
            for block in self.scanned(file, size, scanner, ""):
                yield JsonBlock(block.items, keys)

    @property
    def split_sign(self) -> bytes | None:
        """Each line is a record."""
        return b"" if self.dialect.form == "jsonl" else None

    def _elements(self, size: int) -> Iterator[list[Item]]:
        """Yield the elements of the list as records of one line; what is no JSON ends the table."""
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        line = 1 + self._start.count(b"\n")
        with open_bytes(self.path) as file:
            file.seek(len(self._start) + self._indent + 1)  # after the sign that begins the list
            text, step, is_open = "", size, True
            while is_open:
                data = file.read(step)
                text += decoder.decode(data, not data)
                items: list[Item] = []
                at = 0
                while True:
                    start = _end_of(_BETWEEN, text, at)
                    line += text.count("\n", at, start)
                    at = start
                    if at == len(text):
                        is_open = bool(data)
                        break
                    if text[at] == "]":
                        is_open = False
                        if rest := text[at + 1 : at + 1_000].strip():
                            items.append(_invalid(line, rest, ValueError("the list has ended")))
                        break
                    try:
                        _, stop = _RAW_DECODER.raw_decode(text, at)
                    except (ValueError, RecursionError) as error:
                        if data and len(text) - at < MAX_RECORD:
                            break
                        items.append(_invalid(line, text[at : at + 1_000], error))
                        is_open = False
                        break
                    if stop == len(text) and data:  # a number may go on
                        break
                    raw = _LINE_BREAK.sub(" ", text[at:stop]).encode("utf-8", "surrogateescape") + b"\n"
                    items.append(_item(line, raw, self.dialect.keys))
                    line += text.count("\n", at, stop)
                    at = stop
                text = text[at:]
                step = size if items else step * 2
                self._position = file.tell()
                if items:
                    yield items
        self._position = self.size

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


class JsonBlock(Block):
    """Records that are JSON objects; nested objects and lists are texts among their values."""

    def __init__(self, items: Sequence[Item], keys: tuple[str, ...]) -> None:
        super().__init__(items)
        self._keys = keys

    def picked(self, places: Sequence[int]) -> "JsonBlock":
        """Return the readable records at these places."""
        return JsonBlock([self.records[place] for place in places], self._keys)

    @property
    def values(self) -> Sequence[Sequence[Any]]:
        """The values of each record; numbers and booleans have their types."""
        rows = []
        for record in self.records:
            found = json.loads(record.raw)
            values = map(found.get, self._keys)
            pairs = zip(values, record.cells, strict=True)
            rows.append([cell if isinstance(value, str | dict | list) else value for value, cell in pairs])
        return rows


class JsonWriter(RowWriter):
    """Writes one object a line; objects of a JSON source keep all their other bytes."""

    def write(self, block: Block, values: Sequence[Sequence[Value]]) -> None:
        """Write the records of `block` with their added values."""
        if self.source.dialect.is_json:
            for raw, row_values in zip(block.raws, values, strict=True):
                added = dict(zip(self.added, row_values, strict=True))
                self.write_line(changed_object(raw.strip(), added) if added else raw.strip())
            return
        super().write(block, values)

    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write an object for each row."""
        for row in rows:
            named = zip(self.columns, row, strict=True)
            self.write_line(_line({name: _without_nan(value) for name, value in named}))

    def write_line(self, line: bytes) -> None:
        """Write an object."""
        self.out.write(line + b"\n")


class JsonArrayWriter(JsonWriter):
    """Writes a list of objects."""

    def __init__(self, out: BinaryIO, source: TableSource, added: Sequence[str]) -> None:
        super().__init__(out, source, added)
        self._list = JsonList(out)

    def write_line(self, line: bytes) -> None:
        """Write an object."""
        self._list.write(line)

    def finish(self) -> None:
        """Write the end of the list."""
        self._list.finish()


class JsonList:
    """A file to which lines with an object each are written as a list of objects."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._between = b"[\n"

    def write(self, line: bytes) -> None:
        """Write an object, if the line is not blank."""
        if line := line.strip():
            self._out.write(self._between + line)
            self._between = b",\n"

    def finish(self) -> None:
        """Write the end of the list."""
        self._out.write(b"\n]\n" if self._between == b",\n" else b"[]\n")


@dataclass
class ObjectScanner:
    """Parses lines into JSON objects; blank lines belong to the record before them."""

    keys: tuple[str, ...]
    line: int

    def scan(self, block: bytes, lines: Sequence[bytes], *, final: bool) -> tuple[list[Item], int]:
        """Return the records, and the number of lines they take, as `RecordScanner.scan` does."""
        items: list[Item] = []
        for number, raw in enumerate(lines, self.line):
            if raw.strip():
                items.append(_item(number, raw, self.keys))
            elif items:
                items[-1] = items[-1]._replace(raw=items[-1].raw + raw)
        taken = len(lines) if final or not items else items.pop().line - self.line
        self.line += taken
        return items, taken


def _item(number: int, raw: bytes, keys: tuple[str, ...]) -> Item:
    try:
        record = parsed_object(raw)
    except (ValueError, RecursionError) as error:
        return _invalid(number, raw, error)
    return Record(number, raw, object_cells(raw, keys, record))


def _invalid(number: int, raw: bytes | str, error: Exception) -> QuarantinedRecord:
    if isinstance(raw, str):
        raw = raw.encode("utf-8", "surrogateescape")
    return QuarantinedRecord(number, raw, fault_of(error))


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _is_line(text: bytes) -> bool:
    """Return whether the first line of a text is a JSON object, or looks like one that is cut off."""
    first = text.split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return len(first) == len(text) and b'":' in first


def _line(record: dict[str, Any]) -> bytes:
    try:
        return _ENCODER.encode(record).encode()
    except UnicodeEncodeError:  # lone surrogates can be escaped in JSON but not encoded as UTF-8
        return json.dumps(record, default=str).encode()


def _without_nan(value: Any) -> Any:
    """Return `value` with NaN and infinite numbers replaced by None, since JSON has neither."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _without_nan(inner) for key, inner in value.items()}
    return [_without_nan(inner) for inner in value] if isinstance(value, list | tuple) else value
