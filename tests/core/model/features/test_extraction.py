"""Features of texts: words, pairs of words, vectors, and character sequences."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from mltag_desktop.core.model.extraction import character_counts, concatenate, extract
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import words
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.training.training import Examples, labelled_features


@given(
    texts=st.lists(st.text() | st.sampled_from(["bread dough bread", "main sail qq"]), min_size=1, max_size=6)
)
def test_a_row_does_not_depend_on_its_neighbours(vectors: StaticVectors, texts: list[str]) -> None:
    together = extract(vectors, texts)
    alone = concatenate([extract(vectors, [text]) for text in texts])
    for name in ("bounds", "buckets", "counts", "vectors"):
        assert np.array_equal(getattr(together, name), getattr(alone, name)), name


def test_counts_and_unit_length(vectors: StaticVectors) -> None:
    features = extract(vectors, ["bread bread dough", ""])
    assert sorted(features.counts.tolist()) == [1, 1, 1, 2]  # dough, two pairs, and bread twice
    assert np.linalg.norm(features.vectors, axis=1).tolist() == [np.float32(1), 0]


def test_known_share(vectors: StaticVectors) -> None:
    assert vectors.known_share(words(["bread dough zyx qqq", ""])).tolist() == [0.5, 0]


def test_duplicates_by_words_and_near_ones(vectors: StaticVectors) -> None:
    long = "how to handle a storm jib when the northern tide turns and the anchor chain will not hold at all"
    known = labelled_features(Examples((long, "Bread dough!"), ("sailing", "cooking")), vectors)
    asked = ["bread, DOUGH", long + " today", "how to handle a storm", ""]
    found = duplicates(extract(vectors, asked), text_digests(asked), known)
    assert found.tolist() == [True, True, False, False]


TEXTS = [
    "The card was stolen, twice!",
    "a",
    "",
    "Überweisung fällig",
    "日本語の 送金",
    "the the card",
]


def test_the_counts_are_those_of_char_wb() -> None:
    reference = CountVectorizer(analyzer="char_wb", ngram_range=(2, 5)).fit_transform(TEXTS)
    found = character_counts(TEXTS)
    for row in range(len(TEXTS)):
        own = found.counts[found.bounds[row] : found.bounds[row + 1]]
        expected = reference[row].data
        assert sorted(own.tolist()) == sorted(expected.tolist())


def test_take_gives_rows_in_the_order_asked(vectors: StaticVectors) -> None:
    texts = ["main sail", "bread dough and butter", "", "apple tree"]
    taken = extract(vectors, texts).take(np.array([3, 1, 1]))
    expected = extract(vectors, [texts[3], texts[1], texts[1]])
    assert np.array_equal(taken.buckets, expected.buckets)
    assert np.array_equal(taken.vectors, expected.vectors)
