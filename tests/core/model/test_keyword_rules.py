import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.evaluation.metrics import figures
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.keyword_rules import KeywordRules
from tests.core.helpers import assert_adds_up
from tests.errors import user_error

PETS = KeywordRules(
    {"cat": 0.5, "dog": 0.0},
    {"cat": {"purr": 2.0, "house cat": 3.0, "house": 0.25}, "dog": {"bark": 2.0, "walk in the park": 1.5}},
)
DATASET = Path(__file__).parents[4] / "shared" / "datasets" / "dataset.csv"
BUNDLED = KeywordRules.load(resource("rules.toml"))


def test_the_softmax_of_prior_and_weights_is_the_probability() -> None:
    answer = PETS.predict(["They BARK and walk in the park"])
    expected = np.exp([0.5, 3.5]) / np.exp([0.5, 3.5]).sum()
    assert answer.tags == ("cat", "dog")
    assert answer.probabilities[0] == pytest.approx(expected, abs=1e-6)


def test_the_longest_phrase_counts_once_and_hides_phrases_inside_it() -> None:
    pieces = PETS.explain("house cats, house cats", "cat").pieces
    assert [(piece.text, piece.weight) for piece in pieces] == [("house cats", 3.0)]


def test_a_phrase_is_matched_on_whole_words_only() -> None:
    assert PETS.explain("barking embark", "dog").pieces == ()
    assert [piece.text for piece in PETS.explain("Barks", "dog").pieces] == ["Barks"]


def test_without_a_match_the_prior_remains() -> None:
    for text in ("", "12345", "🙂", "\x00", "Ещё текст"):
        assert PETS.predict([text]).probabilities[0] == pytest.approx([0.6225, 0.3775], abs=1e-4)


def test_no_texts_give_no_rows() -> None:
    assert PETS.predict([]).probabilities.shape == (0, 2)


TEXTS = st.lists(
    st.sampled_from(["house", "cat", "Cats", "purr", "bark", "walk in the park", "walk", "İ", "a_b", ","])
)


@given(TEXTS, TEXTS)
def test_the_answer_does_not_depend_on_the_neighbours(one: list[str], two: list[str]) -> None:
    first, second = " ".join(one), " ".join(two)
    both = PETS.predict([first, second]).probabilities
    assert np.array_equal(both[0], PETS.predict([first]).probabilities[0])
    assert np.array_equal(both[1], PETS.predict([second]).probabilities[0])


@given(st.text() | TEXTS.map(" ".join), st.sampled_from([None, "cat", "dog"]))
def test_the_explanation_adds_up(text: str, tag: str | None) -> None:
    why = PETS.explain(text, tag)
    assert_adds_up(why, 1e-9)
    assert all(text[piece.start : piece.end] == piece.text for piece in why.pieces)
    assert why.confidence == pytest.approx(
        float(PETS.predict([text]).probabilities[0][PETS.tags.index(why.tag)])
    )
    assert tag is None or why.tag == tag


def test_an_unknown_tag_cannot_be_explained() -> None:
    with user_error("bird"):
        PETS.explain("tweet", "bird")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe",
        b"not toml",
        b"[prior]\ncat = 1\n",
        b"[prior]\ncat = 1\n[[rules.dog]]\nweight = 1\nphrases = ['bark']\n",
        b"[prior]\ncat = 1\n[[rules.cat]]\nweight = 1\nphrases = ['!']\n",
        b"[prior]\ncat = 1\n[[rules.cat]]\nphrases = ['purr']\n",
        b"prior = 1\nrules = 2\n",
    ],
)
def test_invalid_rules_are_rejected_with_a_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rules.toml"
    path.write_bytes(content)
    with user_error(r"rules\.toml"):
        KeywordRules.load(path)
    with user_error("missing"):
        KeywordRules.load(tmp_path / "missing")


def test_the_version_follows_the_file(tmp_path: Path) -> None:
    text = "[prior]\ncat = {}\n[[rules.cat]]\nweight = 1\nphrases = ['purr']\n"
    versions = set()
    for prior in (1, 2):
        (tmp_path / "rules.toml").write_text(text.format(prior))
        versions.add(KeywordRules.load(tmp_path / "rules.toml").version)
    assert len(versions) == 2


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Named entity recognition with BERT", "natural-language-processing"),
        ("Real-time object detection on a webcam", "computer-vision"),
        ("A feature store for models in production", "mlops"),
        ("Deep reinforcement learning for Atari games", "other"),
    ],
)
def test_the_bundled_rules_know_the_field(text: str, tag: str) -> None:
    assert BUNDLED.explain(text).tag == tag


@pytest.mark.skipif(not DATASET.exists(), reason="the labelled records lie outside the repository")
def test_the_bundled_rules_are_a_baseline_worth_beating() -> None:
    with DATASET.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = BUNDLED.predict([f"{row['title']} {row['description']}" for row in rows])
    truth = np.array([BUNDLED.tags.index(row["tag"]) for row in rows])
    found = figures(truth, answers.probabilities, BUNDLED.tags)
    assert found.f1 >= 0.85
    assert min(tag.f1 for tag in found.tags.values()) >= 0.7
    assert found.ece < 0.06
