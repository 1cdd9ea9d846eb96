"""The words of a tag's name, and whether it is a name for all other texts."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_CATCH_ALL: Final = frozenset(
    {
        "other", "others", "misc", "miscellaneous", "none", "rest", "unknown", "various", "out of scope",
        "none of these", "none of the above", "irrelevant",
        "sonstige", "sonstiges", "andere", "anderes", "keine", "keines",
        "autre", "autres", "divers", "aucun", "aucune", "otro", "otros", "その他",
    }
)  # fmt: skip
_CAMEL: Final = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_SEPARATORS: Final = re.compile(r"[_\-/.:|]+")


def readable(name: str) -> str:
    """Return a tag name as words in small letters, without the number that it may start with.

    `card_arrival`, `CARD ARRIVAL`, `cardArrival` and `03 card arrival` become "card arrival".
    """
    words = _words(name)
    return " ".join(words[1:] if len(words) > 1 and words[0].isdecimal() else words)


def readable_names(names: Sequence[str]) -> list[str]:
    """Return the names of a tag set as words; a first number stays where it tells two names apart.

    "24 hours" and "48 hours" stay as they are, "01 cards" and "02 loans" become "cards" and "loans".
    """
    found = [readable(name) for name in names]
    counts = Counter(found)
    return [
        " ".join(_words(name)) if counts[words] > 1 else words
        for name, words in zip(names, found, strict=True)
    ]


def _words(name: str) -> list[str]:
    return _SEPARATORS.sub(" ", _CAMEL.sub(" ", name)).lower().split()


def is_catch_all(name: str) -> bool:
    """Return whether a tag is for the texts that no other tag fits: its name says nothing about them."""
    return readable(name) in _CATCH_ALL
