"""Convert reports to plain JSON values and back."""

from typing import Any, Final, TypeVar

from cattrs.preconf.json import make_converter

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import Message

T = TypeVar("T")

_CONVERTER: Final = make_converter(detailed_validation=False)
_CONVERTER.register_structure_hook(
    str,  # and the enumerations of strings
    lambda value, kind: value if kind is str and isinstance(value, Message) else kind(value),
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
