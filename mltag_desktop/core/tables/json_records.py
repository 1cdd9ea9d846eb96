"""Records in JSON lines: read the cells of an object, and edit a line without changing its other bytes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message

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
