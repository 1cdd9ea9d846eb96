"""Token shapes: which kinds of tokens and pairs of neighbouring kinds occur in a text.

They capture what words do not: titles in capitals, a year or a name in brackets, a colon, a full sentence or
only a title. Each token has one of sixteen kinds. The features of a text are the kinds and pairs that occur,
and the approximate number of tokens. They do not depend on words or language.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

TokenShapes = NDArray[np.uint8]
_KINDS: Final = 16
_EDGE, _LOWER, _CAPITALISED, _LETTER, _CAPITALS, _MIXED, _NUMBER, _YEAR = range(8)
_BLANK: Final = _YEAR
"""Whitespace; shares its number with years, because a single byte is never a year."""
_MARKS: Final = (b".", b",", b"([{<", b")]}>", b"-", b":;", b"/\\|")
"""Punctuation of kinds 8 to 14; kind 15 is any other."""
_LENGTHS: Final = 10
SHAPE_COUNT: Final = _KINDS + _KINDS * _KINDS + _LENGTHS
"""Number of features: kinds, pairs of kinds, and token counts in steps of a factor of sqrt(2)."""


def token_shapes(texts: Sequence[str]) -> TokenShapes:
    """Return the token shapes of each text as zeros and ones, shape (n, SHAPE_COUNT)."""
    letters = [text if text.isascii() else text.translate(_PLAIN) for text in texts]
    data = np.frombuffer("\n".join(["", *letters, ""]).encode("ascii"), np.uint8)
    edges = np.cumsum([0, *(len(text) + 1 for text in letters)])
    starts, kinds = _tokens(data, edges)
    row = np.searchsorted(edges, starts, side="right") - 1  # an edge starts the row after it
    shapes = np.zeros((len(texts) + 1, SHAPE_COUNT), np.uint8)  # the last edge starts an extra row
    shapes[row, kinds] = 1
    shapes[row[:-1], _KINDS + kinds[:-1] * _KINDS + kinds[1:]] = 1
    lengths = np.bincount(row, minlength=len(texts) + 1)
    steps = np.clip(2 * np.log2(lengths + 1) - 3, 0, _LENGTHS - 1).astype(np.intp)
    shapes[np.arange(len(shapes)), SHAPE_COUNT - _LENGTHS + steps] = 1
    return shapes[:-1]


def lengthened(shapes: TokenShapes) -> FloatArray:
    """Return token shapes as rows of length 1 (or 0 where they are missing), shape (n, SHAPE_COUNT)."""
    sizes = np.sqrt(np.maximum(shapes.sum(axis=1, keepdims=True), 1)).astype(np.float32)
    rows: FloatArray = (shapes / sizes).astype(np.float32)
    return rows


def _tokens(data: NDArray[np.uint8], edges: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the start and the kind of each word, punctuation mark and edge between texts, in order."""
    kinds = _BYTES[data]
    in_word = kinds < _BLANK
    in_word[edges] = False
    change = np.flatnonzero(in_word[1:] != in_word[:-1]) + 1
    begins, ends = change[0::2], change[1::2]
    marks = np.flatnonzero(kinds > _BLANK)
    starts = np.concatenate([edges, begins, marks])
    all_kinds = np.concatenate([np.full(len(edges), _EDGE), _words(data, kinds, begins, ends), kinds[marks]])
    order = np.argsort(starts, kind="stable")
    return starts[order], all_kinds[order].astype(np.intp)


def _words(
    data: NDArray[np.uint8], kinds: NDArray[np.uint8], begins: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Return the kind of each word `data[begin:end]`."""

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


class _ShapeTable(dict[int, str]):
    """A table for `str.translate` that maps each character to an ASCII character of the same kind."""

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
            plain = "a"  # a combining accent is part of its word
        self[code] = plain
        return plain


_BYTES: Final = np.array([_kind_of_byte(code) for code in range(256)], np.uint8)
_PLAIN: Final = _ShapeTable((code, chr(code)) for code in range(128))
