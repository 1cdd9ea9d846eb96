"""Texts as a search compares them, without case and accents, and what it finds in them.

Accents are ignored in the Latin, Greek and Cyrillic scripts. In others, such as those of Hindi and Japanese,
marks tell words apart. Many texts are searched at once as UTF-8 bytes.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.storage.row_checksums import PackedBlob

Needle = str | Callable[[str], bool]
"""Folded text, or a function that tells whether a text matches."""
Span = tuple[int, int]
"""Start and end of a part of a text."""

_SCRIPTS: Final = (range(0xC0, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_ACCENTS: Final = range(0x300, 0x370)
_LETTERS: Final = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe"}
"""Letters that Unicode does not take apart, although people type them as plain letters."""
_END: Final = b"\xff"
"""The end of a text; no byte of UTF-8."""
_ASCII: Final = bytes(range(0x80))
_SECONDS: Final = 0.2
"""Time to look for a regular expression in one text. The lock of the interpreter is held meanwhile: releasing
it for each text would starve the window."""


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
        bare = "".join(_LETTERS.get(each, each) for each in apart if ord(each) not in _ACCENTS)
        if bare != apart:
            plain[character] = bare
    return re.compile(f"[{re.escape(''.join(plain))}]"), plain


def fold_joined(texts: Iterable[bytes]) -> tuple[bytes, NDArray[np.int64]]:
    """Return UTF-8 texts without case and accents, joined, and where each of them ends; a byte is between."""
    folded = _END.join([*texts, b""]).lower()
    for character, plain in _folding(folded):
        folded = folded.replace(character.encode(), plain.encode())
    return folded, np.flatnonzero(np.frombuffer(folded, np.uint8) == _END[0])


def _folding(joined: bytes) -> list[tuple[str, str]]:
    """Return the characters beyond ASCII in UTF-8 texts that change, each with what it changes to."""
    if joined.isascii():
        return []
    characters = set(joined.translate(None, _ASCII + _END).decode("utf-8", "replace"))
    return [(each, plain) for each in characters if (plain := fold(each)) != each]


def hits(part: PackedBlob, needles: Sequence[Needle]) -> list[NDArray[np.int64]]:
    """Return the keys of the texts that contain each needle; all for an empty one, typed as an accent."""
    folded, ends = part.joined.lower(), part.ends.astype(np.int64)
    if _folding(folded):  # some texts change their sizes
        folded, ends = fold_joined(part.values())
    found = []
    for needle in needles:
        if callable(needle):
            texts = enumerate(part.values())
            places = np.array([place for place, text in texts if needle(text.decode())], np.int64)
        elif needle:
            places = _containing(folded, ends, needle.encode())
        else:
            places = np.arange(len(ends))
        found.append(part.first + places)
    return found


def _containing(joined: bytes, ends: NDArray[np.int64], needle: bytes) -> NDArray[np.int64]:
    """Return the places of the texts with this end that contain a needle."""
    starts, at = list[int](), joined.find(needle)
    while at >= 0:
        starts.append(at)
        at = joined.find(needle, at + 1)
    places = np.searchsorted(ends, starts, "right")
    is_inside = np.array(starts, np.int64) + len(needle) <= ends[places]
    return np.unique(places[is_inside])


class SearchPattern:
    """A regular expression, ignoring case.

    The `regex` package is used since it can stop: an expression such as `(a+)+$` would hold up the program
    for hours with `re`.
    """

    def __init__(self, source: str) -> None:
        """Compile the expression; raises `regex.error` if it is not valid."""
        import regex  # not at start-up

        self._source = source
        self._compiled = regex.compile(source, regex.IGNORECASE)

    def is_in(self, text: str) -> bool:
        """Return whether the text contains a match; `MltagError` if that takes too long."""
        try:
            return self._compiled.search(text, timeout=_SECONDS, concurrent=False) is not None
        except TimeoutError:
            raise MltagError(
                message("The expression /{source}/ takes too long.", source=self._source),
                "Make it simpler: avoid a repetition inside a repetition.",
            ) from None

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the matches start and end; none if the search takes too long."""
        try:
            found = [match.span() for match in self._compiled.finditer(text, timeout=_SECONDS)]
        except TimeoutError:
            return []
        return [(start, end) for start, end in found if start < end]


@functools.lru_cache(maxsize=64)
def search_pattern(source: str) -> SearchPattern | None:
    """Return the expression, or None if it is not valid."""
    import regex  # not at start-up

    try:
        return SearchPattern(source)
    except (regex.error, RecursionError):  # thousands of brackets inside each other
        return None


def spans_of(text: str, word: str) -> Iterator[Span]:
    """Yield where a folded word is in a text."""
    if not word:
        return
    folded = fold(text)
    if word not in folded:
        return
    origins: Sequence[int] = range(len(text))
    if not text.isascii():  # some characters fold to none or to two
        origins = [place for place, character in enumerate(text) for _ in fold(character)]
    at = folded.find(word)
    while at >= 0:
        end = at + len(word)
        last = origins[end - 1] + 1
        while last < len(text) and not fold(text[last]):
            last += 1  # accents of the last letter
        yield origins[at], last
        at = folded.find(word, end)
