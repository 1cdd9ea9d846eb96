"""Convert dataclasses to plain JSON values and back."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final, TypeVar

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


_CONVERTER.register_structure_hook(str, _text)
_KEY: Final = "json key"
"""Metadata of a field whose key in the JSON differs from its name."""


def stored_as(key: str) -> Mapping[str, str]:
    """Return the metadata of a field that keeps the JSON key of earlier versions."""
    return {_KEY: key}


def _keys(kind: Any) -> dict[str, Any]:
    """Return the fields whose key differs from their name; empty for what is not a dataclass."""
    known = fields(kind) if is_dataclass(kind) else ()
    return {field.name: override(rename=field.metadata[_KEY]) for field in known if _KEY in field.metadata}


_CONVERTER.register_structure_hook_factory(
    lambda kind: bool(_keys(kind)),
    lambda kind: make_dict_structure_fn(kind, _CONVERTER, _cattrs_detailed_validation=False, **_keys(kind)),
)
_CONVERTER.register_unstructure_hook_factory(
    lambda kind: bool(_keys(kind)),
    lambda kind: make_dict_unstructure_fn(kind, _CONVERTER, **_keys(kind)),
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
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise MltagError(
            f"This {kind.__name__.lower()} cannot be read: {error}.",
            "It may come from another version. Create it again.",
        ) from error
