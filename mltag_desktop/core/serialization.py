"""Convert dataclasses to plain JSON values and back; a value of another type is refused, never converted."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeVar, get_args, get_origin

from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter

from mltag_desktop.core.errors import MltagError

T = TypeVar("T")

_CONVERTER: Final = make_converter(detailed_validation=False)


def _text(value: Any, kind: type[str]) -> str:
    """Return a string, which may be a message, or the member of an enumeration of strings."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value if kind is str else kind(value)


def _number(value: Any, kind: Any) -> Any:
    """Return a number; a whole number is also one with a fraction, but no truth value is a number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or (kind is int and value % 1):
        raise TypeError(f"{value!r} is not a number")
    return kind(value)


def _truth(value: Any, _kind: type[bool]) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is not true or false")
    return value


def _is_tuple(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is tuple and bool(get_args(kind))


def _tuple_hook(kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    """Return a function that reads a list as a tuple; a text is no list of characters."""
    kinds = get_args(kind)
    is_open = kinds[1:] == (...,)
    hooks = [(_CONVERTER.get_structure_hook(each), each) for each in (kinds[:1] if is_open else kinds)]

    def structured(value: Any, _kind: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise TypeError(f"{value!r} is not a list")
        if is_open:
            hook, each = hooks[0]
            return tuple([hook(part, each) for part in value])
        return tuple([hook(part, each) for part, (hook, each) in zip(value, hooks, strict=True)])

    return structured


_CONVERTER.register_structure_hook(str, _text)
_CONVERTER.register_structure_hook(int, _number)
_CONVERTER.register_structure_hook(float, _number)
_CONVERTER.register_structure_hook(bool, _truth)
_CONVERTER.register_structure_hook_factory(_is_tuple, _tuple_hook)
_KEY: Final = "json key"
"""Metadata of a field whose key in the JSON differs from its name."""
LATER: Final = {"later": True}
"""Metadata of a field that earlier versions do not know: it is not written while it has its default."""


def stored_as(key: str) -> Mapping[str, str]:
    """Return the metadata of a field that keeps the JSON key of earlier versions."""
    return {_KEY: key}


def _fields(kind: Any) -> dict[str, Any]:
    """Return how the fields with metadata are read and written; empty for what is not a dataclass."""
    return {
        field.name: override(
            rename=field.metadata.get(_KEY), omit_if_default=LATER.items() <= field.metadata.items()
        )
        for field in (fields(kind) if is_dataclass(kind) else ())
        if field.metadata
    }


_CONVERTER.register_structure_hook_factory(
    lambda kind: bool(_fields(kind)),
    lambda kind: make_dict_structure_fn(kind, _CONVERTER, _cattrs_detailed_validation=False, **_fields(kind)),
)
_CONVERTER.register_unstructure_hook_factory(
    lambda kind: bool(_fields(kind)),
    lambda kind: make_dict_unstructure_fn(kind, _CONVERTER, **_fields(kind)),
)


def to_plain(value: Any) -> Any:
    """Return dicts, lists, numbers and strings for a dataclass, mapping or sequence."""
    return _CONVERTER.unstructure(value)


def from_plain(kind: type[T], data: Any) -> T:
    """Build a `kind` from the result of `to_plain`; unknown keys are ignored, missing ones take defaults.

    Raises `MltagError` when the data do not fit, as in a report of another version.
    """
    try:
        return _CONVERTER.structure(data, kind)
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        name = re.sub("(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
        raise MltagError(
            f"This {name} cannot be read: {error}.", "It may come from another version. Create it again."
        ) from error
