"""The form of a text: which kinds of tokens stand in it, and next to which.

What words leave out tells tables' records apart: titles in capitals, a year or a name in brackets, a colon, a
sentence with its full stop, or a title alone. Each token has one of sixteen kinds; the form says which kinds
and which pairs of neighbours occur, and about how many tokens there are. It knows no word and no language.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

Forms = NDArray[np.uint8]
_KINDS: Final = 16
_EDGE, _LOWER, _CAPITALISED, _LETTER, _CAPITALS, _MIXED, _NUMBER, _YEAR = range(8)
_BLANK: Final = _YEAR
"""Of a byte: none of it is a year."""
_MARKS: Final = (b".", b",", b"([{<", b")]}>", b"-", b":;", b"/\\|")
"""Punctuation by kind, from 8 on; kind 15 is any other."""
_LENGTHS: Final = 10
FORM_SIZE: Final = _KINDS + _KINDS * _KINDS + _LENGTHS
"""Kinds, pairs of kinds, and lengths in steps of the root of two."""


def forms(texts: Sequence[str]) -> Forms:
    """Return which parts of a form occur in each text, shape (n, FORM_SIZE); a text's depends on it alone."""
    letters = [text if text.isascii() else text.translate(_PLAIN) for text in texts]
    data = np.frombuffer("\n".join(["", *letters, ""]).encode("ascii"), np.uint8)
    edges = np.cumsum([0, *(len(text) + 1 for text in letters)])
    starts, kinds = _tokens(data, edges)
    row = np.searchsorted(edges, starts, side="right") - 1  # an edge opens the row after it
    found = np.zeros((len(texts) + 1, FORM_SIZE), np.uint8)  # the last edge opens a row of its own
    found[row, kinds] = 1
    found[row[:-1], _KINDS + kinds[:-1] * _KINDS + kinds[1:]] = 1
    lengths = np.bincount(row, minlength=len(texts) + 1)
    steps = np.clip(2 * np.log2(lengths + 1) - 3, 0, _LENGTHS - 1).astype(np.intp)
    found[np.arange(len(found)), FORM_SIZE - _LENGTHS + steps] = 1
    return found[:-1]


def lengthened(found: Forms) -> FloatArray:
    """Return forms as rows of length 1 (or 0 where a form is missing), shape (n, FORM_SIZE)."""
    sizes = np.sqrt(np.maximum(found.sum(axis=1, keepdims=True), 1)).astype(np.float32)
    rows: FloatArray = (found / sizes).astype(np.float32)
    return rows


def _tokens(data: NDArray[np.uint8], edges: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return where each word, mark and edge begins, in order, and its kind."""
    kinds = _BYTES[data]
    in_word = kinds < _BLANK
    in_word[edges] = False
    change = np.flatnonzero(in_word[1:] != in_word[:-1]) + 1
    begins, ends = change[0::2], change[1::2]
    marks = np.flatnonzero(kinds > _BLANK)
    starts = np.concatenate([edges, begins, marks])
    found = np.concatenate([np.full(len(edges), _EDGE), _words(data, kinds, begins, ends), kinds[marks]])
    order = np.argsort(starts, kind="stable")
    return starts[order], found[order].astype(np.intp)


def _words(
    data: NDArray[np.uint8], kinds: NDArray[np.uint8], begins: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.intp]:
    def within(kind: int) -> NDArray[np.intp]:
        up_to = np.concatenate([[0], np.cumsum(kinds == kind)])
        counts: NDArray[np.intp] = up_to[ends] - up_to[begins]
        return counts

    lower, upper, size = within(_LOWER), within(_LETTER), ends - begins
    first_upper, alone = kinds[begins] == _LETTER, size == 1
    century = np.isin(data[begins], list(b"12")) & np.isin(
        data[np.minimum(begins + 1, len(data) - 1)], list(b"90")
    )
    kind: NDArray[np.intp] = np.select(
        [
            (lower + upper == 0) & (size == 4) & century,
            lower + upper == 0,
            upper == 0,
            (lower == 0) & alone,
            lower == 0,
            first_upper & (upper == 1),
        ],
        [_YEAR, _NUMBER, _LOWER, _LETTER, _CAPITALS, _CAPITALISED],
        _MIXED,
    )
    return kind


def _kind_of_byte(code: int) -> int:
    character = bytes([code])
    if character.isalpha():
        return _LETTER if character.isupper() else _LOWER
    if character.isdigit():
        return _NUMBER
    if character.isspace() or code < 0x20:
        return _BLANK
    return next((8 + place for place, marks in enumerate(_MARKS) if character in marks), _KINDS - 1)


class _Plain(dict[int, str]):
    """A translation table for `str.translate` to one ASCII character of the same kind for each."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = "?"
        if character.isalpha():
            plain = "A" if character.isupper() else "a"
        elif character.isdigit():
            plain = "0"
        elif character.isspace():
            plain = " "
        elif unicodedata.category(character) == "Pd":
            plain = "-"
        elif unicodedata.category(character)[0] == "M":
            plain = "a"  # an accent of its own belongs to its word
        self[code] = plain
        return plain


_BYTES: Final = np.array([_kind_of_byte(code) for code in range(256)], np.uint8)
_PLAIN: Final = _Plain((code, chr(code)) for code in range(128))
