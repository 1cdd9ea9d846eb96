"""The order of tags: numbers by their value, before words in alphabetical order."""

import math
from collections.abc import Iterable


def in_order(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags in order, so that 2 comes before 10; numbers may have a decimal comma."""
    return tuple(sorted(tags, key=sort_key))


def sort_key(tag: str) -> tuple[bool, float, str]:
    """Return the key that puts tags in order."""
    number = number_in(tag)
    return number is None, number or 0.0, tag


def number_in(tag: str) -> float | None:
    """Return the number that a tag is; None for a word, such as "nan"."""
    try:
        number = float(tag.replace(",", "."))
    except ValueError:
        return None
    return None if math.isnan(number) else number
