"""Frozen dataclasses to what JSON can hold, and back without loss."""

import dataclasses
import types
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from mltag_desktop.core.errors import MltagError

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """Turn dataclasses, mappings and sequences into dicts and lists of plain values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], data: Any) -> T:
    """Build a `kind` from what `to_plain` gave, unknown keys ignored and missing ones at their defaults.

    Raises `MltagError` when the data do not fit, as in a report of another version.
    """
    try:
        return cast(T, _build(kind, data))
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise MltagError(
            f"This is no {kind.__name__.lower()} that this version can read: {error}.",
            "It may come from another version; make it again.",
        ) from error


def _build(kind: Any, data: Any) -> Any:
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind) if field.name in data]
        return kind(**{name: _build(hints[name], data[name]) for name in names})
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = next(part for part in arguments if part is not type(None))
        return None if data is None else _build(inner, data)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_build(arguments[0], item) for item in data)
        return tuple(_build(part, item) for part, item in zip(arguments, data, strict=True))
    if origin is not None and issubclass(origin, Mapping):
        return {key: _build(arguments[1], item) for key, item in data.items()}
    return float(data) if kind is float else data
