"""Texts of the tests' own, and a small model over a vocabulary made from them."""

import numpy as np
import pytest

from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.pieces import Pieces
from mltag_desktop.core.model.train import Examples, train
from mltag_desktop.core.model.vectors import StaticVectors
from mltag_desktop.core.model.words import words
from mltag_desktop.core.progress import SILENT

SUBJECTS = {
    "cooking": ("bread dough", "tomato soup", "roasted garlic", "butter sauce", "rice noodles", "lemon cake"),
    "gardening": ("rose bush", "compost heap", "lawn seed", "apple tree", "garden hedge", "spring bulbs"),
    "sailing": ("main sail", "harbour pilot", "anchor chain", "northern tide", "wooden hull", "storm jib"),
}
FRAMES = ("How to handle {}", "A short note on {} today", "Ten things about {}", "Why {} matters to me", "{}")


def example_rows() -> Examples:
    """Return 90 rows of three tags."""
    rows = [(frame.format(a), tag) for tag, names in SUBJECTS.items() for a in names for frame in FRAMES]
    return Examples(tuple(text for text, _ in rows), tuple(tag for _, tag in rows))


@pytest.fixture(scope="session")
def vectors() -> StaticVectors:
    """Random rows for the words of the example rows, and for single letters as pieces."""
    found = words(example_rows().texts)
    word_keys = np.unique(found.hashes)
    bigram_keys = np.unique(found.bigrams()[1])[:40]
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = [*letters, *(f"##{letter}" for letter in letters)]
    random = np.random.default_rng(7)
    size = len(word_keys) + len(bigram_keys) + len(pieces)
    table = random.integers(-127, 128, (size, 16)).astype(np.int8)
    return StaticVectors(
        word_keys, bigram_keys, Pieces.of(pieces), table, random.random(size).astype(np.float16)
    )


@pytest.fixture(scope="session")
def rows() -> Examples:
    return example_rows()


@pytest.fixture(scope="session")
def model(vectors: StaticVectors, rows: Examples) -> LinearModel:
    return train(SILENT, rows, vectors=vectors)
