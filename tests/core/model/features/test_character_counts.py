import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from mltag_desktop.core.model.extraction import character_counts

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


def test_a_row_does_not_depend_on_the_others() -> None:
    together = character_counts(TEXTS)
    for row, text in enumerate(TEXTS):
        alone, own = character_counts([text]), together.take(np.array([row]))
        assert np.array_equal(alone.buckets, own.buckets)
        assert np.array_equal(alone.counts, own.counts)
