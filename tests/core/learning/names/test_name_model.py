"""The name model: predictions without answers, corrections by answers, guidelines, other languages."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.named_tags import NameClassifier, TextReader
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet
from mltag_desktop.core.learning.names.tag_names import is_catch_all, readable, readable_names
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import Features, extract
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.tag_lists import parse_tag_list
from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import TagInfo
from tests.core.learning.library_messages import GERMAN, KEYWORDS, MESSAGES, TAGS, guides

TEXTS = [text for text, _ in MESSAGES]
CODES = np.array([TAGS.index(tag) for _, tag in MESSAGES])
NONE = np.zeros(0, np.int64)

needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")


def reader(tags: tuple[TagInfo, ...] = (), *, with_encoder: bool = True) -> TextReader:
    return TextReader(bundled().vectors, tags or guides(), with_encoder and encoder.is_installed())


def made(tags: tuple[TagInfo, ...] = (), *, with_encoder: bool = True) -> tuple[NameModel, TextSet]:
    one = reader(tags, with_encoder=with_encoder)
    texts = one.read(SILENT, TEXTS)
    model = one.model(SILENT, texts)
    model.learn(NONE, NONE)
    return model, texts


def accuracy(found: FloatArray, codes: np.ndarray = CODES) -> float:
    return float((found.argmax(axis=1) == codes).mean())


def assert_less_sure(found: FloatArray, counted: FloatArray, by: float = 0.0) -> None:
    """Check that the best tags of `counted` are nowhere surer in `found`, and that the mean falls."""
    best, each = counted.argmax(axis=1), np.arange(len(counted))
    assert (found[each, best] <= counted[each, best] + 1e-4).all()
    assert found.max(axis=1).mean() < counted.max(axis=1).mean() - by


@needs_encoder
def test_names_alone_find_most_tags() -> None:
    model, texts = made()
    found = model.probabilities()
    assert found.shape == (len(TEXTS), len(TAGS))
    assert np.allclose(found.sum(axis=1), 1, atol=1e-5)
    assert accuracy(found) >= 0.85
    assert accuracy(model.predict(texts)) >= 0.85


@pytest.mark.parametrize("with_encoder", [False, pytest.param(True, marks=needs_encoder)])
def test_the_tag_guessed_for_a_text_does_not_count_for_that_text(with_encoder: bool) -> None:
    one = reader(with_encoder=with_encoder)
    texts = one.read(SILENT, TEXTS)
    model = one.fitted(SILENT, texts)
    model.add([texts])
    counted = model.probabilities()
    assert np.allclose(counted, model.predict(texts), atol=1e-4)
    assert_less_sure(one.model(SILENT, texts).probabilities(), counted)


def test_copies_of_a_text_get_the_same_prediction_and_do_not_vouch_for_each_other() -> None:
    one = reader(with_encoder=False)
    texts = one.read(SILENT, [*TEXTS, *TEXTS, *TEXTS[::2]])  # fitted are one, two or three copies of a text
    model = one.model(SILENT, texts)
    found, count = model.probabilities(), len(TEXTS)
    assert np.allclose(found[:count], found[count : 2 * count], atol=1e-4)
    assert np.allclose(found[:count:2], found[2 * count :], atol=1e-4)
    assert_less_sure(found, model.predict(texts), by=0.01)


@needs_encoder
def test_a_text_does_not_vouch_for_itself_where_the_prior_is_fitted_to_some_of_the_texts() -> None:
    one = reader()
    texts, some = one.read(SILENT, TEXTS), np.arange(1, len(TEXTS), 2)
    model = one.fitted(SILENT, texts.take(some))
    model.add([texts], fitted=some)
    found, counted = model.probabilities(), model.predict(texts)
    others = np.arange(0, len(TEXTS), 2)
    assert np.allclose(found[others], counted[others], atol=1e-4)
    assert_less_sure(found[some], counted[some], by=0.01)


@pytest.mark.parametrize("with_encoder", [False, pytest.param(True, marks=needs_encoder)])
def test_the_fewer_words_a_text_has_the_less_sure_is_its_tag(with_encoder: bool) -> None:
    one = reader((replace(guides()[0], keywords=("sunday",)), *guides()[1:]), with_encoder=with_encoder)
    texts = ["", "?!", "password", "my password", "my password expired", "my password expired on sunday"]
    model = one.model(SILENT, one.read(SILENT, [*TEXTS, *texts]))
    for answers in (0, 30):
        model.learn(np.arange(answers), CODES[:answers])
        found = model.probabilities()[len(TEXTS) :]
        assert np.allclose(found[:2], 1 / len(TAGS)), "nothing is known without a word"
        sure = found[1:5].max(axis=1)
        assert (np.diff(sure) > 0).all()
    keyword = model.predict(one.read(SILENT, ["sunday"]))[0]
    assert keyword[0] > 0.3, "a keyword counts in a text of one word too"


@needs_encoder
def test_names_in_english_find_german_texts() -> None:
    one = reader()
    model = one.model(SILENT, one.read(SILENT, [text for text, _ in GERMAN]))
    codes = np.array([TAGS.index(tag) for _, tag in GERMAN])
    assert accuracy(model.probabilities(), codes) >= 0.8


def test_texts_with_the_words_of_a_name_are_found_where_vectors_say_nothing() -> None:
    names = ("top_up_failed", "stolenCard", "exchange-rate", "other")
    tags = tag_infos(names)
    frames = ("help, {}!", "I wrote about my {} yesterday", "the other day: {} again")
    texts = [frame.format(readable(name)) for frame in frames for name in names[:3]]

    def encode(some: Sequence[str]) -> tuple[FloatArray, Features]:
        return np.zeros((len(some), 4), np.float32), extract(bundled().vectors, list(some))

    model = NameModel(tags, encode)
    given = TextSet(*encode(texts), np.zeros((len(texts), len(names)), np.float32))
    model.fit(SILENT, given)
    model.add([given])
    named = model.probabilities()[:, :3]
    assert accuracy(named, np.tile(np.arange(3), 3)) == 1


def test_texts_without_a_known_word_are_not_sure_but_can_be_learned() -> None:
    """Static vectors know hardly any Chinese character; what is left of a text is the mean of the others."""
    random = np.random.default_rng(0)
    texts = ["".join(map(chr, random.integers(0x4E00, 0x9FA5, 12))) for _ in range(300)]
    tags = tag_infos(("账单", "退款", "游戏", "网络"))
    one = reader(tags, with_encoder=False)
    features = one.read(SILENT, texts)
    unknown = ~features.vectors.any(axis=1)
    assert unknown.sum() > 100
    model = one.model(SILENT, features)
    model.learn(NONE, NONE)
    for found in (model.probabilities(), model.predict(features)):
        assert found[unknown].max() < 0.5
    rows = np.flatnonzero(unknown)[:8]
    codes = np.arange(8) % 4
    model.learn(rows, codes)
    assert accuracy(model.probabilities(rows), codes) == 1.0


def test_other_holds_what_fits_no_name() -> None:
    found, right, sure = [], [], []
    for named in (2, 3, 4):
        tags = tag_infos((*TAGS[:named], "other"))
        probabilities = made(tags, with_encoder=False)[0].probabilities()
        best, codes = probabilities.argmax(axis=1), np.minimum(CODES, named)
        found.append((best[codes == named] == named).mean())
        right.append((best == codes).mean())
        sure.append(probabilities.max(axis=1).mean())
    assert np.mean(found) >= 0.45
    assert np.mean(right) >= 0.65
    assert np.mean(sure) - np.mean(right) <= 0.15


def test_names_that_differ_in_a_number_are_told_apart() -> None:
    assert readable_names(["01 cards", "02 loans"]) == ["cards", "loans"]
    names = ("24 hours", "48_hours")
    assert readable_names(names) == ["24 hours", "48 hours"]
    frames = ("answered within {} hours", "it took {} hours to arrive", "call me in {} hours, please")
    texts = [frame.format(number) for frame in frames for number in (24, 48)]
    one = reader(tag_infos(names), with_encoder=False)
    model = one.model(SILENT, one.read(SILENT, texts))
    assert model.probabilities().argmax(axis=1).tolist() == [0, 1] * len(frames)


@needs_encoder
def test_answers_do_not_make_unseen_texts_worse() -> None:
    """Means over ten random orders of answers; the noise of a mean is about 0.02."""
    one = reader()
    texts = one.read(SILENT, TEXTS)
    curves = []
    for seed in range(10):
        shuffled = np.random.default_rng(seed).permutation(len(TEXTS))
        pool, unseen = shuffled[:20], shuffled[20:]
        model = one.model(SILENT, texts.take(pool))
        curve = []
        for answers in (0, 5, 10, 20):
            model.learn(np.arange(answers), CODES[pool][:answers])
            curve.append(accuracy(model.predict(texts.take(unseen)), CODES[unseen]))
        curves.append(curve)
    means = np.mean(curves, axis=0)
    assert (means >= means[0] - 0.04).all()


def test_answers_correct_names_that_are_exchanged() -> None:
    """A few answers tell which tags the names confuse (means over six orders); many count more than names."""
    model, _ = made(tag_infos((*TAGS[1:], TAGS[0])), with_encoder=False)
    assert accuracy(model.probabilities()) < 0.3
    found = []
    for seed in range(6):
        answered, others = np.split(np.random.default_rng(seed).permutation(len(TEXTS)), [10])
        model.learn(answered, CODES[answered])
        found.append(accuracy(model.probabilities(others), CODES[others]))
    assert np.mean(found) >= 0.4, "0.31 without this"
    rows = np.arange(0, len(TEXTS), 2)
    model.learn(rows, CODES[rows])
    assert accuracy(model.probabilities()) >= 0.7


def test_left_out_answers_are_not_learned_from() -> None:
    model, _ = made(with_encoder=False)
    before, rows = model.probabilities(), np.arange(0, len(TEXTS), 2)
    model.learn(rows, CODES[rows])
    known = model.probabilities(rows)
    assert accuracy(known, CODES[rows]) == 1.0
    assert accuracy(model.left_out(rows, CODES[rows]), CODES[rows]) < 1.0
    assert np.array_equal(model.probabilities(rows), known), "afterwards all answers are learned"
    assert model.left_out(NONE, NONE).shape == (0, len(TAGS))
    model.learn(NONE, NONE)
    assert np.array_equal(model.probabilities(), before)


def test_guidelines_help() -> None:
    names = tag_infos([f"tag {letter}" for letter in "vwxyz"])
    plain, _ = made(names, with_encoder=False)
    told = tuple(replace(tag, keywords=words) for tag, words in zip(names, KEYWORDS, strict=True))
    by_keywords, _ = made(told, with_encoder=False)
    assert accuracy(by_keywords.probabilities()) > accuracy(plain.probabilities()) + 0.3
    shown = tuple(replace(tag, examples=(TEXTS[8 * place],)) for place, tag in enumerate(names))
    by_examples, _ = made(shown, with_encoder=False)
    assert accuracy(by_examples.probabilities()) > accuracy(plain.probabilities()) + 0.2


def test_excluded_keywords_speak_against_a_tag() -> None:
    first = replace(guides()[0], excluded_keywords=("open",))
    model, _ = made((first, *guides()[1:]), with_encoder=False)
    plain, _ = made(with_encoder=False)
    assert model.probabilities()[0, 0] < plain.probabilities()[0, 0]


@pytest.mark.parametrize(
    ("listed", "tags"),
    [
        ("lost_book\nroom booking\nlost_book\n", ("lost_book", "room booking")),
        ("tag,description,keywords\nlost_book,,\nroom booking, ,\n", ("lost_book", "room booking")),
        ("営業時間\n紛失した本\n", ("営業時間", "紛失した本")),
        ("\n".join(f"topic {number}" for number in range(500)), tuple(f"topic {n}" for n in range(500))),
    ],
    ids=["the same name twice", "empty descriptions", "Japanese", "500 tags"],
)
def test_odd_lists_of_tags_predict_a_file(listed: str, tags: tuple[str, ...]) -> None:
    one = TextReader(bundled().vectors, parse_tag_list(listed).tags, with_encoder=False)
    classifier = NameClassifier(SILENT, one, TEXTS)
    assert classifier.tags == tags
    found = classifier.predict([*TEXTS[:2], "", "another text"])
    assert np.allclose(found.probabilities.sum(axis=1), 1, atol=1e-4)
    assert found.tags[found.best[0]] in tags


@pytest.mark.parametrize("listed", ["only one", "twice\ntwice"])
def test_a_list_with_one_tag_predicts_nothing(listed: str) -> None:
    one = TextReader(bundled().vectors, parse_tag_list(listed).tags, with_encoder=False)
    with pytest.raises(MltagError, match="at least two tags"):
        NameClassifier(SILENT, one, TEXTS)


def test_no_texts_at_all() -> None:
    one = reader(with_encoder=False)
    model = one.model(SILENT, one.read(SILENT, []))
    model.learn(NONE, NONE)
    assert model.probabilities().shape == (0, 5)


def test_names_are_read_as_words() -> None:
    assert readable("card_arrival-late") == "card arrival late"
    assert readable("billing/lostCard") == "billing lost card"
    assert readable("REFUND_DELAYED") == "refund delayed"
    assert readable("03 - Level 2") == "level 2", "a number at the start only counts the tags"
    assert readable("2026") == "2026"
    assert is_catch_all("99_Other")
    assert is_catch_all("Sonstiges")
    assert not is_catch_all("other fees")


def test_a_classifier_for_a_file_knows_texts_that_it_was_not_fitted_to() -> None:
    classifier = NameClassifier(SILENT, reader(with_encoder=False), TEXTS[::2])
    found = classifier.predict(TEXTS)
    assert found.tags == TAGS
    assert found.version == classifier.version
    assert accuracy(found.probabilities) >= 0.6
    assert found.probabilities.max() == pytest.approx(0.9), "as in the window before the first answer"
    assert classifier.explain(TEXTS[0]).tag in TAGS
    other = NameClassifier(SILENT, reader(guides()[:4], with_encoder=False), TEXTS[::2])
    assert other.version != classifier.version
