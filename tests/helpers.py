"""Texts of the tests' own, and what a small model over a vocabulary made from them is trained with."""

import numpy as np

from mltag_desktop.core.model.linear_model import BaseModelMixture, LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import WordPieces, words
from mltag_desktop.core.training.adaptation import fit_gate
from mltag_desktop.core.training.training import Examples

SUBJECTS = {
    "cooking": ("bread dough", "tomato soup", "roasted garlic", "butter sauce", "rice noodles", "lemon cake"),
    "gardening": ("rose bush", "compost heap", "lawn seed", "apple tree", "garden hedge", "spring bulbs"),
    "sailing": ("main sail", "harbour pilot", "anchor chain", "northern tide", "wooden hull", "storm jib"),
}
FRAMES = ("How to handle {}", "A short note on {} today", "Ten things about {}", "Why {} matters to me", "{}")
TEXTS = [frame.format(name) for names in SUBJECTS.values() for name in names for frame in FRAMES]


def examples(swap: bool = False) -> Examples:
    """Return 90 rows of three tags; with `swap`, gardening and cooking change places."""
    renamed = {"cooking": "gardening", "gardening": "cooking"} if swap else {}
    tags = [renamed.get(tag, tag) for tag, names in SUBJECTS.items() for _ in names for _ in FRAMES]
    return Examples(tuple(TEXTS), tuple(tags))


def adapted(model: LinearModel) -> LinearModel:
    """Return a model with a gate, as one that was adapted to a table; both of its parts answer the same."""
    vectors = model.base.features.vectors
    mixture = BaseModelMixture(model.head, fit_gate(vectors[::2], vectors[1::2]))
    return LinearModel(model.manifest, model.vectors, model.head, model.base, model.holdout, mixture)


def small_vectors() -> StaticVectors:
    """Return random rows for the words of the examples, and for single letters as pieces."""
    found = words(examples().texts)
    word_keys = np.unique(found.hashes)
    bigram_keys = np.unique(found.bigrams()[1])[:40]
    letters = "abcdefghijklmnopqrstuvwxyz"
    pieces = [*letters, *(f"##{letter}" for letter in letters)]
    random = np.random.default_rng(7)
    size = len(word_keys) + len(bigram_keys) + len(pieces)
    table = random.integers(-127, 128, (size, 16)).astype(np.int8)
    return StaticVectors(
        word_keys, bigram_keys, WordPieces.of(pieces), table, random.random(size).astype(np.float16)
    )
