from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.extraction import (
    SHAPE_COUNT,
    Extra,
    Features,
    concatenate,
    extract,
    lengthened,
    token_shapes,
)
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures, text_digests
from mltag_desktop.core.training.adaptation import (
    RowDecisions,
    adapt,
    adapted_model,
    shape_informativeness,
)
from tests.core.helpers import assert_adds_up

TEXTS = st.text() | st.sampled_from(["GPT-4 (2020): a Test.", "naïve Ünits – “so”", "\ud800", "a\nb\x00C"])


@given(texts=st.lists(TEXTS, max_size=6))
def test_a_token_shape_does_not_depend_on_its_neighbours(texts: list[str]) -> None:
    together = token_shapes(texts)
    assert together.shape == (len(texts), SHAPE_COUNT)
    alone = np.concatenate([np.zeros((0, SHAPE_COUNT)), *(token_shapes([text]) for text in texts)])
    assert np.array_equal(together, alone)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reading faces", "Reading Faces"),
        ("reading faces", "reading faces."),
        ("Reading Faces 1999", "Reading Faces 4711"),
        ("Reading Faces 1999", "Reading Faces (1999)"),
        ("Ben", "BEN"),
        ("Ben", "BeN"),
        ("B", "BEN"),
        ("a – b", "a b"),
        ("a", ""),
        ("a b", "a b a b a b a b"),
    ],
)
def test_token_shapes_distinguish_texts_with_equal_words(one: str, other: str) -> None:
    assert not np.array_equal(*token_shapes([one, other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Reading faces", "Painting walls"), ("Größe (2019)", "Masse (1987)"), ("a\tb", "c  d")],
)
def test_the_words_themselves_do_not(one: str, other: str) -> None:
    assert np.array_equal(*token_shapes([one, other]))


def test_rows_of_length_one() -> None:
    rows = lengthened(
        np.concatenate([token_shapes(["", "Two words."]), np.zeros((1, SHAPE_COUNT), np.uint8)])
    )
    assert np.linalg.norm(rows, axis=1).tolist() == pytest.approx([1, 1, 0])


def test_token_shapes_go_along_with_their_rows(vectors: StaticVectors) -> None:
    texts = ["Main sail (1999)", "apple tree"]
    with_token_shapes, without = (
        extract(vectors, texts, extra=Extra.TOKEN_SHAPES),
        extract(vectors, texts[:1]),
    )
    assert without.token_shapes is None
    assert without.take(np.array([0])).token_shapes is None
    both = concatenate([without, with_token_shapes]).take(np.array([2, 0]))
    assert both.token_shapes is not None
    assert np.array_equal(both.token_shapes[0], token_shapes(texts)[1])
    assert not both.token_shapes[1].any()


def test_token_shapes_tell_what_goes_with_them_and_nothing_else() -> None:
    found = token_shapes(
        [f"{word} (2019)" if i % 2 else f"{word.lower()}." for i, word in enumerate(["Word"] * 60)]
    )
    with_it = np.tile(np.array([0, 1], np.int32), 30)
    assert shape_informativeness(found, with_it, 0) == pytest.approx(1)
    assert shape_informativeness(found, np.random.default_rng(0).permutation(with_it), 0) < 0.2
    assert shape_informativeness(found, np.zeros(60, np.int32), 0) == 0


def test_token_shapes_of_copies_tell_nothing_of_each_other() -> None:
    random = np.random.default_rng(0)
    texts = [f"{'Wo' * n}rd{'.' * m} ({n * m})" for n in range(1, 16) for m in range(10)]
    labels, keys = random.integers(0, 2, len(texts)).astype(np.int32), np.arange(len(texts), dtype=np.uint64)
    once, twice = token_shapes(texts), token_shapes([*texts, *texts])
    assert shape_informativeness(twice, np.tile(labels, 2), 0, keys=np.tile(keys, 2)) < 0.2
    assert shape_informativeness(once, labels, 0, keys=keys) == shape_informativeness(once, labels, 0)
    assert (
        shape_informativeness(once, labels, 0, keys=keys // np.uint64(75)) == 0
    )  # two texts leave a fold empty


TOPICS = {
    "computer-vision": "image segmentation of street scenes with convolutional networks, part {n}",
    "natural-language-processing": "language models for translation of text with transformers, part {n}",
}


def table(*, separating_shapes: bool) -> tuple[list[str], Features]:
    """Texts about two topics; those about one are written in capitals, or every other text of each is."""
    texts = []
    for n in range(80):
        for place, topic in enumerate(TOPICS.values()):
            text = topic.format(n=n)
            texts.append(text.upper() if (place if separating_shapes else n % 2) else text)
    return texts, extract(bundled().vectors, texts, extra=Extra.TOKEN_SHAPES)


def adapted(texts: list[str], rows: Features) -> LinearModel:
    found = adapt(bundled(), rows, RowDecisions(np.arange(4), [*TOPICS, *TOPICS]))
    assert found.head is not None
    digests = text_digests(texts[:4])
    labels = np.array([found.tags.index(tag) for tag in (*TOPICS, *TOPICS)], np.int32)
    answers = LabelledFeatures(found.tags, labels, np.ones(4, np.float32), rows.take(np.arange(4)), digests)
    return adapted_model(bundled(), found, answers)


def test_a_head_uses_token_shapes_only_if_informative() -> None:
    assert adapted(*table(separating_shapes=True)).extra == Extra.TOKEN_SHAPES
    assert adapted(*table(separating_shapes=False)).extra == Extra.NONE
    texts, rows = table(separating_shapes=True)
    assert adapted(texts[:90], rows.take(np.arange(90))).extra == Extra.NONE  # too few to say
    assert adapted(texts, replace(rows, token_shapes=None)).extra == Extra.NONE


def test_duplicates_do_not_make_token_shapes_informative() -> None:
    random, texts = np.random.default_rng(0), []
    for text in table(separating_shapes=False)[0]:
        words = [random.choice([word.lower(), word.upper(), word.title()]) for word in text.split()]
        texts.append(
            " ".join(word + random.choice(["", ".", ";", " (7)", " 1999", "!", "?"]) for word in words)
        )
    texts *= 3
    assert adapted(texts, extract(bundled().vectors, texts, extra=Extra.TOKEN_SHAPES)).extra == Extra.NONE


def test_a_model_with_token_shapes_is_restored_and_explains_itself(tmp_path: Path) -> None:
    texts, rows = table(separating_shapes=True)
    model = adapted(texts, rows)
    save_bundle(tmp_path / "model", model)
    loaded = load_bundle(tmp_path / "model")
    asked = [texts[0], texts[1], "something ELSE", ""]
    assert np.array_equal(loaded.predict(asked).probabilities, model.predict(asked).probabilities)
    assert np.array_equal(model.predict(asked[:1]).probabilities, model.predict(asked).probabilities[:1])
    own = loaded.own
    first, second = (own.explain(text, "computer-vision") for text in (texts[0], texts[0].upper()))
    assert first.score > second.score  # capitals speak against it, the words are the same
    assert_adds_up(first, 1e-5)
    assert first.pieces[-1].text == ""  # stands for the form


def test_token_shapes_of_another_size_are_rejected(tmp_path: Path) -> None:
    model = adapted(*table(separating_shapes=True))
    assert model.head.token_shapes is not None
    cut = replace(model.head, token_shapes=model.head.token_shapes[1:])
    save_bundle(tmp_path / "model", LinearModel(model.manifest, model.vectors, cut, model.base, None))
    with pytest.raises(MltagError, match="head_forms"):
        load_bundle(tmp_path / "model")


def test_an_earlier_version_rejects_a_model_with_token_shapes(tmp_path: Path) -> None:
    save_bundle(tmp_path / "with", adapted(*table(separating_shapes=True)))
    save_bundle(tmp_path / "without", bundled())
    assert '"format": 2' in (tmp_path / "with" / "manifest.json").read_text("utf-8")
    assert '"format": 1' in (tmp_path / "without" / "manifest.json").read_text("utf-8")
