"""Texts without case and accents: what a search compares.

Accents are ignored in the Latin, Greek and Cyrillic scripts. In others, such as those of Hindi and Japanese,
marks tell words apart.
"""

import functools
import re
import unicodedata
from typing import Final

_SCRIPTS: Final = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_ACCENTS: Final = range(0x300, 0x370)
_LETTERS: Final = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart, although people type them as plain letters."""


def fold(text: str) -> str:
    """Return a text without case and accents."""
    if text.isascii():
        return text.lower()
    accented, plain = _plain_forms()
    return accented.sub(lambda found: plain[found.group()], text.casefold())


@functools.cache
def _plain_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the characters that change, and what they change to."""
    plain = dict(_LETTERS) | dict.fromkeys(map(chr, _ACCENTS), "")
    for character in (chr(code) for script in _SCRIPTS for code in script):
        apart = unicodedata.normalize("NFD", character)
        bare = "".join(each for each in apart if ord(each) not in _ACCENTS)
        if bare != apart:
            plain[character] = bare
    return re.compile(f"[{re.escape(''.join(plain))}]"), plain
