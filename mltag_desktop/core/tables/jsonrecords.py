"""One JSON object as a record: its cells, and the same line with some values changed."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from mltag_desktop.core.errors import MltagError

JsonValue = str | float | bool | None
"""What a key can be given."""


class _Literal(str):
    """A number as it is written: 1e5 and a key of twenty digits stay what they are."""

    __slots__ = ()


class _Pair(NamedTuple):
    """One key with its value, and where they stand in the text."""

    key: str
    key_start: int
    key_end: int
    start: int
    stop: int
    value: Any


_DECODER: Final = json.JSONDecoder(parse_float=_Literal, parse_int=_Literal, parse_constant=_Literal)
_BLANKS: Final = " \t\n\r"


def parsed_object(raw: bytes) -> dict[str, Any]:
    """Return the object of one line; numbers are texts as they were written.

    Raises `ValueError` (or `RecursionError`, when it is nested too deeply) for anything else.
    """
    found = _DECODER.decode(raw.decode("utf-8"))
    if not isinstance(found, dict):
        raise ValueError("The line is no JSON object.")
    return found


def object_cells(raw: bytes, keys: Sequence[str], found: Mapping[str, Any] | None = None) -> tuple[str, ...]:
    """Return the cells of an object by `keys`; lists and objects stand as they are written.

    `found` is the parsed object, where it is known. A line that is no object has no cells.
    """
    try:
        found = parsed_object(raw) if found is None else found
    except (ValueError, RecursionError):
        return ()
    values = [found.get(key) for key in keys]
    if any(isinstance(value, (dict, list)) for value in values):
        text = raw.decode()
        slices = {pair.key: text[pair.start : pair.stop] for pair in _pairs(text)[0]}
        values = [
            slices[key] if isinstance(value, (dict, list)) else value
            for key, value in zip(keys, values, strict=True)
        ]
    return tuple([_as_cell(value) for value in values])


def changed_object(raw: bytes, changes: Mapping[str, JsonValue]) -> bytes:
    """Return the line with the values of some keys changed, those it has not added at its end.

    A text keeps the type of the value that it replaces where it can: numbers, booleans, a list of texts. All
    other bytes stay. Raises `MltagError` when the line is no object.
    """
    text = raw.decode("utf-8")
    try:
        pairs, end = _pairs(text)
    except ValueError as error:
        raise MltagError("The record is not a JSON object.", "Fix the record first.") from error
    plain = text.isascii() and "\\u" in text
    places = {pair.key: pair for pair in pairs}
    edits = [
        (place.start, place.stop, _written(value, place.value, plain=plain))
        for key, value in changes.items()
        if (place := places.get(key)) is not None
    ]
    between, colon = _style(text, pairs)
    added = [
        f"{json.dumps(key, ensure_ascii=plain)}{colon}{_written(value, None, plain=plain)}"
        for key, value in changes.items()
        if key not in places
    ]
    if added:
        at = pairs[-1].stop if pairs else end
        edits.append((at, at, (between if pairs else "") + between.join(added)))
    out, kept = [], 0
    for start, stop, new in sorted(edits):
        out += [text[kept:start], new]
        kept = stop
    return "".join([*out, text[kept:]]).encode("utf-8", "replace")


def picked_object(raw: bytes, keys: Sequence[str]) -> bytes:
    """Return the line with `keys` alone, each value as it is written."""
    text = raw.decode("utf-8")
    pairs, end = _pairs(text)
    kept = [text[pair.key_start : pair.stop] for pair in pairs if pair.key in keys]
    start = pairs[0].key_start if pairs else end
    return (text[:start] + _style(text, pairs)[0].join(kept) + text[end:]).encode()


def new_object(cells: Sequence[str], keys: Sequence[str], newline: str) -> bytes:
    """Return the line of a new object with those cells that are filled."""
    pairs = {key: cell for key, cell in zip(keys, cells, strict=True) if cell}
    return (json.dumps(pairs, ensure_ascii=False) + newline).encode("utf-8", "replace")


def _pairs(text: str) -> tuple[list[_Pair], int]:
    """Return the pairs of the object in `text` and where its brace closes, or raise `ValueError`."""
    at = _after(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("The line is no JSON object.")
    at = _after(text, at + 1)
    pairs: list[_Pair] = []
    while text[at : at + 1] != "}":
        if pairs:
            at = _after(text, _expect(text, at, ","))
        key, key_end = _DECODER.raw_decode(text, at)
        start = _after(text, _expect(text, _after(text, key_end), ":"))
        value, stop = _DECODER.raw_decode(text, start)
        pairs.append(_Pair(key, at, key_end, start, stop, value))
        at = _after(text, stop)
    return pairs, at


def _after(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _expect(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise ValueError(f"There is no {sign} at character {at + 1}.")
    return at + 1


def _style(text: str, pairs: Sequence[_Pair]) -> tuple[str, str]:
    """Return what stands between two pairs, and between key and value, in this line."""
    between = text[pairs[0].stop : pairs[1].key_start] if len(pairs) > 1 else ", "
    return between, text[pairs[0].key_end : pairs[0].start] if pairs else ": "


def _written(value: JsonValue, old: Any, *, plain: bool) -> str:
    """Return how `value` is written where `old` stood; `plain` writes ASCII alone."""
    if isinstance(value, str):
        if isinstance(old, _Literal) and _is_number(value):
            return value
        if isinstance(old, bool) and value in ("true", "false"):
            return value
        if isinstance(old, list) and all(type(each) is str for each in old):
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
