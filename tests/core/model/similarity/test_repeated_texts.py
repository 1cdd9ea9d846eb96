"""Texts that say nearly the same, and the most similar ones."""

import itertools

import numpy as np

from mltag_desktop.core.learning.similar_records import SimilarTexts
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.similarity.repeated_texts import ALIKE, repeated_in_blocks, repeated_texts
from mltag_desktop.core.model.tokenization import words
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


def test_long_texts_and_blocks_of_any_size_give_the_same_groups() -> None:
    generator = np.random.default_rng(5)
    vocabulary = [f"word{number}" for number in range(900)]
    texts = [" ".join(generator.choice(vocabulary, 120)) for _ in range(40)]
    texts += [" ".join([*text.split()[:share], "more"]) for text in texts for share in (70, 85, 110)]
    found = repeated_texts(SILENT, texts)
    sets = [_units(text) for text in texts]
    pairs = [
        (one, other)
        for one, other in itertools.combinations(range(len(texts)), 2)
        if (common := len(sets[one] & sets[other])) >= ALIKE * (len(sets[one] | sets[other])) and common
    ]
    assert all(found[one] == found[other] >= 0 for one, other in pairs)
    assert np.flatnonzero(found >= 0).tolist() == sorted({row for pair in pairs for row in pair})
    blocks = (texts[start : start + 7] for start in range(0, len(texts), 7))
    assert repeated_in_blocks(SILENT, blocks, len(texts)).tolist() == found.tolist()


TEXTS = (
    "object detection in satellite images",
    "deploying machine learning models to production",
    "detecting ships on pictures from orbit",
    "named entities in historical letters",
)


def test_the_nearest_come_first_and_texts_are_read_once() -> None:
    similar = SimilarTexts(bundled().vectors)
    read: list[int] = []

    def texts_of(keys: np.ndarray) -> list[str]:
        read.extend(keys.tolist())
        return [TEXTS[key] for key in keys.tolist()]

    among = np.arange(4)
    found = similar.nearest(SILENT, "finding boats in aerial photographs", among, texts_of, 3)
    assert {each.key for each in found[:2]} == {0, 2}
    assert found[0].likeness >= found[1].likeness >= found[2].likeness
    assert similar.nearest(SILENT, TEXTS[3], among, texts_of, 1)[0].key == 3
    assert read == [0, 1, 2, 3]


def test_a_text_without_words_has_no_similar_text() -> None:
    similar = SimilarTexts(bundled().vectors)
    assert similar.nearest(SILENT, "…", np.array([0]), lambda keys: TEXTS[:1]) == ()
    assert similar.nearest(SILENT, "words", np.array([], np.int64), lambda keys: ()) == ()
