"""A probability never claims to be certain, and never more than it is."""

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
def test_is_cut_off(probability: float, words: str) -> None:
    assert probability_words(probability) == words
    assert probability_words(float(np.float32(probability))) == words


@given(st.floats(0, 1))
def test_never_more_than_it_is_nor_a_hundredth_less(probability: float) -> None:
    shown = float(probability_words(probability))
    assert shown <= probability + 2e-6
    assert shown > min(probability, 0.99) - 0.01 - 1e-9
