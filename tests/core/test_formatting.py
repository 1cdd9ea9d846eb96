"""Displayed probabilities are rounded down and never 1."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.formatting import probability_words


@pytest.mark.parametrize(
    ("probability", "words"),
    [(0.997, "0.99"), (1.0, "0.99"), (0.0, "0.00"), (0.29, "0.29"), (0.549, "0.54"), (math.nan, "")],
)
def test_probabilities_are_truncated(probability: float, words: str) -> None:
    assert probability_words(probability) == words
    assert probability_words(float(np.float32(probability))) == words


@given(st.floats(0, 1))
def test_a_truncated_probability_is_at_most_one_hundredth_lower(probability: float) -> None:
    shown = float(probability_words(probability))
    assert shown <= probability + 2e-6
    assert shown > min(probability, 0.99) - 0.01 - 1e-9
