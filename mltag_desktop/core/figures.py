"""How a probability is written wherever a person reads it."""

import math
from typing import Final

_MOST: Final = 99
_NOISE: Final = 1e-6
"""0.29 as a 32-bit number lies a little below 0.29."""


def probability_words(probability: float) -> str:
    """Write a probability with two decimals, cut off rather than rounded, and at most 0.99.

    No model is certain: 0.997 is written as 0.99.
    """
    if math.isnan(probability):
        return ""
    hundredths = math.floor((max(0.0, probability) + _NOISE) * 100)
    return f"0.{min(_MOST, hundredths):02d}"
