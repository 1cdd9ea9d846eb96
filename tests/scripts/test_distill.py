"""The fit of static vectors to a small linear teacher with a known solution."""

import numpy as np

from mltag_desktop.core.model.tokenization import words
from scripts.distill import Teacher, fit_vectors

NOUNS = [f"noun{chr(97 + i)}" for i in range(26)]


def corpus(seed: int, rows: int) -> tuple[list[str], np.ndarray]:
    """Return texts of four words; the teacher's output is the sum of fixed word vectors plus noise."""
    random = np.random.default_rng(seed)
    meaning = np.random.default_rng(1).normal(size=(26, 12)).astype(np.float32)
    picks = random.integers(0, 26, (rows, 4))
    noise = random.normal(scale=0.05, size=(rows, 12)).astype(np.float32)
    return [" ".join(NOUNS[i] for i in row) for row in picks], meaning[picks].sum(axis=1) + noise


def teacher() -> Teacher:
    pieces = ("noun", *(f"##{chr(97 + i)}" for i in range(26)))
    return Teacher(pieces, np.random.default_rng(2).normal(size=(27, 12)).astype(np.float32))


def test_the_fit_generalises_to_unseen_texts() -> None:
    texts, embeddings = corpus(3, 3000)
    vectors = fit_vectors(texts, embeddings, teacher(), dimension=8)
    unseen, targets = corpus(4, 200)
    found = vectors.embed(vectors.units(words(unseen)))
    targets = targets / np.linalg.norm(targets, axis=1, keepdims=True)
    ours, theirs = found @ found.T, targets @ targets.T
    corner = np.triu_indices(200, 1)
    assert np.corrcoef(ours[corner], theirs[corner])[0, 1] > 0.8


def test_the_same_input_gives_the_same_table() -> None:
    texts, embeddings = corpus(3, 500)
    first, second = (fit_vectors(texts, embeddings, teacher(), dimension=8) for _ in range(2))
    assert np.array_equal(first.table, second.table)
    assert np.array_equal(first.scales, second.scales)
    assert len(first.word_keys) == 26
