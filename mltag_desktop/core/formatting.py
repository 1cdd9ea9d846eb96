"""Format probabilities for display."""

import math
from typing import Final

_MAX_HUNDREDTHS: Final = 99
_NOISE: Final = 1e-6
"""Tolerance for float32: 0.29 is stored as slightly less than 0.29."""


def probability_words(probability: float) -> str:
    """Format a probability with two decimals, truncated and at most 0.99; "" for NaN.

    Since no model is certain, 0.997 becomes 0.99 and not 1.00.
    """
    if math.isnan(probability):
        return ""
    hundredths = math.floor((max(0.0, probability) + _NOISE) * 100)
    return f"0.{min(_MAX_HUNDREDTHS, hundredths):02d}"
