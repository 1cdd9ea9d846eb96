"""English sentences that the window can translate, each with its template and values, and probabilities."""

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

STORED_MESSAGES: Final = "messages"
"""Key of a stored report with the messages in it, as `messages_in` gives them."""
_LITERAL: Final = (str, int, float)
_MAX_HUNDREDTHS: Final = 99
_LISTED_SIZE: Final = 500
"""Most characters of names in a sentence."""
_NOISE: Final = 1e-6
"""Tolerance for float32: 0.29 is stored as slightly less than 0.29."""


class Message(str):
    """An English sentence that also knows the template and the values it was made from.

    It is a `str` for everything that reads it. The window translates the template, which is the key of the
    catalogues, and fills in the values again: messages translated, numbers formatted as its language does.
    """

    __slots__ = ("one", "template", "values")

    template: str
    """The sentence with named fields, as in `str.format`; the plural of a plural pair."""
    values: Mapping[str, Any]
    """The values of the fields: messages, other strings, and numbers. A plural pair has its number as `n`."""
    one: str
    """The singular of a plural pair; empty for other messages."""

    def __new__(cls, template: str, values: Mapping[str, Any], one: str = "") -> "Message":
        """Fill the template; for a plural pair `values` have the number `n`."""
        filled = {name: _value(value) for name, value in values.items()}
        text = super().__new__(cls, (one if one and filled["n"] == 1 else template).format(**filled))
        text.template, text.values, text.one = template, filled, one
        return text

    def __reduce__(self) -> tuple[type["Message"], tuple[str, Mapping[str, Any], str]]:
        return type(self), (self.template, self.values, self.one)

    def to_json(self) -> dict[str, Any]:
        """Return the template and the values as JSON values, which `from_json` reads."""
        values = {
            name: value.to_json() if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return {"template": self.template, "values": values} | ({"one": self.one} if self.one else {})

    @classmethod
    def from_json(cls, data: Any) -> "Message":
        """Return the message that `to_json` wrote; raises `ValueError` for other data."""
        try:
            values = {
                name: cls.from_json(value) if isinstance(value, dict) else value
                for name, value in data["values"].items()
            }
            return cls(data["template"], values, data.get("one", ""))
        except (TypeError, KeyError, AttributeError, IndexError) as error:
            raise ValueError("these data are not a message") from error


class NumberText(str):
    """A number that is written already, in English; the window uses the separators of its language."""

    __slots__ = ()


def message(template: str, /, **values: Any) -> Message:
    """Return a sentence with `values` in the places of `template`, as `str.format` puts them."""
    return Message(template, values)


def as_message(text: str) -> Message:
    """Return a text of core as a message, so that it is translated as a whole; a message stays as it is."""
    return text if isinstance(text, Message) else Message(text.replace("{", "{{").replace("}", "}}"), {})


def message_plural(one: str, many: str, n: int, /, **values: Any) -> Message:
    """Return one of two sentences by the number `n`, which is the value `n` as well."""
    return Message(many, {**values, "n": n}, one)


def template(text: str) -> str:
    """Return `text`: marks a template that becomes a message later, so that the catalogues have it."""
    return text


def join(separator: str, parts: Iterable[str]) -> Message:
    """Return messages and other texts as one text; each message in it is translated as a whole."""
    values = {f"part{number}": part for number, part in enumerate(parts, 1)}
    places = [f"{{{name}}}" for name in values]
    if isinstance(separator, Message):
        return Message("{separator}".join(places), {**values, "separator": separator})
    return Message(separator.replace("{", "{{").replace("}", "}}").join(places), values)


def sentences(*parts: str) -> Message:
    """Return sentences one after another; empty ones are left out."""
    return join(" ", filter(None, parts))


def some_of(names: Sequence[str]) -> str:
    """Return names for a sentence, separated by commas; of many, the first and the number of the rest."""
    words = ", ".join(names)
    if len(words) <= _LISTED_SIZE:
        return words
    ends = itertools.accumulate(len(name) + len(", ") for name in names)
    shown = max(1, sum(end <= _LISTED_SIZE for end in ends))
    first = ", ".join(name[:_LISTED_SIZE] for name in names[:shown])
    rest = len(names) - shown
    return message("{names} and {n:,} more", names=first, n=rest) if rest else first


def listed(names: Sequence[str], *, most: int = 20, quoted: bool = True) -> str:
    """Return names as a part of a sentence: “a”, “b” and “c”; of many, the first and the number of the rest.

    There is at least one name. The last one is named and not counted if it is the only one left.
    """
    kept = names if len(names) <= most + 1 else names[:most]
    shown = [message("“{name}”", name=name[:_LISTED_SIZE]) if quoted else name for name in kept]
    rest = len(names) - len(kept)
    last = message("{n:,} more", n=rest) if rest else shown.pop()
    return message("{things} and {last}", things=join(", ", shown), last=last) if shown else last


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a text that was joined; other text is one part."""
    if isinstance(text, Message) and text.values and all(name.startswith("part") for name in text.values):
        return tuple(text.values.values())
    return (text,)


def messages_in(value: Any) -> dict[str, Any]:
    """Return all messages in nested mappings and sequences as JSON values, by their English text."""
    found: dict[str, Any] = {}
    if isinstance(value, Message):
        found[str(value)] = value.to_json()
    elif isinstance(value, Mapping):
        for part in value.values():
            found |= messages_in(part)
    elif isinstance(value, list | tuple) and not _has_numbers(value):
        for part in value:
            found |= messages_in(part)
    return found


def with_messages(value: Any, stored: Mapping[str, Any]) -> Any:
    """Return `value` with each text that `messages_in` has found as a message again.

    A text that its stored template does not give stays as it is.
    """
    if isinstance(value, str):
        return message_of(value, stored[value]) if value in stored else value
    if isinstance(value, Mapping):
        return {name: with_messages(part, stored) for name, part in value.items()}
    if isinstance(value, list | tuple) and not _has_numbers(value):
        return [with_messages(part, stored) for part in value]
    return value


def message_of(text: str, stored: Any) -> str:
    """Return the stored message if it says `text`, otherwise `text`."""
    try:
        found = Message.from_json(stored)
    except ValueError:
        return text
    return found if found == text else text


def _has_numbers(values: list[Any] | tuple[Any, ...]) -> bool:
    """Return whether a value is one of the long lists of numbers of a report."""
    return bool(values) and isinstance(values[0], int | float)


def _value(value: Any) -> Any:
    if isinstance(value, _LITERAL):
        return value
    number = getattr(value, "item", None)  # a number of NumPy
    return number() if callable(number) else str(value)


def probability_words(probability: float) -> str:
    """Format a probability with two decimals, truncated and at most 0.99; "" for NaN.

    Since no model is certain, 0.997 becomes 0.99 and not 1.00.
    """
    if math.isnan(probability):
        return ""
    hundredths = math.floor((max(0.0, probability) + _NOISE) * 100)
    return f"0.{min(_MAX_HUNDREDTHS, hundredths):02d}"
