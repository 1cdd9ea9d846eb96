"""Which words of a text to mark for having spoken for its tag, and how strongly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.model.types import Piece

_WORD: Final = re.compile(r"\w+")
_LEAST: Final = 0.2
"""A word that adds less than this share of the strongest one's weight is not marked."""
_MOST: Final = 24


@dataclass(frozen=True)
class Mark:
    """A word at `start:end` and its weight relative to the strongest, above 0 and at most 1."""

    start: int
    end: int
    strength: float


def marked_words(text: str, pieces: Sequence[Piece]) -> tuple[Mark, ...]:
    """The words that added most to the score, in the text's order; weights of pieces that overlap add up."""
    weight = np.zeros(len(text) + 1)
    for piece in pieces:
        start, end = max(0, piece.start), min(len(text), piece.end)
        if start < end:
            weight[start:end] += piece.weight / (end - start)
    spans = [match.span() for match in _WORD.finditer(text)]
    sums = [float(weight[start:end].sum()) for start, end in spans]
    top = max(sums, default=0.0)
    if top <= 0:
        return ()
    least = sorted(sums, reverse=True)[:_MOST][-1]
    return tuple(
        Mark(start, end, total / top)
        for (start, end), total in zip(spans, sums, strict=True)
        if total >= max(least, _LEAST * top)
    )
