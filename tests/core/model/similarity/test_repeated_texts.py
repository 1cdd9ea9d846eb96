"""Groups of texts that say nearly the same."""

import itertools

import numpy as np

from mltag_desktop.core.model.features.tokenization import words
from mltag_desktop.core.model.similarity.repeated_texts import ALIKE, repeated_texts
from mltag_desktop.core.progress import SILENT

TEN = "the card was stolen on monday morning in the city"


def test_texts_that_differ_in_one_word_of_ten_form_a_group() -> None:
    texts = ["", TEN, "where is my parcel", TEN.replace("city", "town"), TEN.upper() + "!", "…"]
    assert repeated_texts(SILENT, texts).tolist() == [-1, 1, -1, 1, 1, -1]
    assert repeated_texts(SILENT, []).tolist() == []


def test_equal_texts_of_common_words_are_found() -> None:
    texts = ["yes please"] * 500 + ["no"]
    assert repeated_texts(SILENT, texts).tolist() == [0] * 500 + [-1]


def test_pairs_are_those_of_comparing_all_texts() -> None:
    generator = np.random.default_rng(4)
    vocabulary = [f"word{number}" for number in range(40)]
    texts = [" ".join(generator.choice(vocabulary, 9)) for _ in range(60)]
    texts += [" ".join([*text.split()[:8], "word1"]) for text in texts[:30]]
    found = repeated_texts(SILENT, texts)
    sets = [_units(text) for text in texts]
    for one, other in itertools.combinations(range(len(texts)), 2):
        common = len(sets[one] & sets[other])
        if common >= ALIKE * (len(sets[one]) + len(sets[other]) - common):
            assert found[one] == found[other] >= 0


def _units(text: str) -> set[int]:
    tokens = words([text])
    return {*tokens.hashes.tolist(), *tokens.bigrams()[1].tolist()}
