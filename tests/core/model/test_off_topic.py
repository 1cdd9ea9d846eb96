"""The off-topic filter of the bundled model and of other models, and what answers teach it."""

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import FLAGGED, OffTopicFilter, lengths_of, off_topic_filter
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.training.training import Examples, train
from tests.cli.helpers import rows
from tests.core.helpers import sample
from tests.core.model.unrelated_texts import FOREIGN, PROSE, SHORT, SPAM
from tests.helpers import examples, small_vectors

MESSAGES = """
My card still hasn't arrived after two weeks, what should I do?
I was charged twice for the same transaction
How do I change my PIN at an ATM?
The exchange rate you used for my purchase abroad was wrong
Someone stole my wallet, please freeze my card
Why was my transfer declined?
Book a table for four at an Italian restaurant on Friday
What is the weather like in Lisbon tomorrow
""".strip().splitlines()
UNRELATED = (*PROSE, *SHORT, *SPAM, *FOREIGN, *MESSAGES)


def vectors_of(texts: Sequence[str]) -> FloatArray:
    return extract(bundled().vectors, texts).vectors


@pytest.fixture(scope="module")
def detector() -> OffTopicFilter:
    found = off_topic_filter(bundled())
    assert found is not None
    return found


def test_texts_with_fewer_words_than_the_training_texts_are_never_sure(detector: OffTopicFilter) -> None:
    model, texts = bundled(), ["image", "computer vision", "text", "Bild", "画像"]
    assert (model.predict(texts[:3]).confidence > DEFAULT_REVIEW_THRESHOLD).all()
    assert detector.suspicion_of(texts).doubtful.all()
    longer = "image segmentation of street scenes with a neural network"
    assert not detector.suspicion_of([longer]).doubtful.any()


def test_a_model_of_short_texts_is_sure_of_some() -> None:
    words = ("image", "vision", "video", "text", "speech", "word")
    tags = ("images",) * 3 + ("words",) * 3
    found = off_topic_filter(train(SILENT, Examples(words * 10, tags * 10), vectors=bundled().vectors))
    assert found is not None
    assert not found.suspicion_of(words).doubtful.all()


def test_unrelated_texts_do_not_pass_as_sure(detector: OffTopicFilter) -> None:
    model = bundled()
    sure = model.predict(UNRELATED).confidence >= DEFAULT_REVIEW_THRESHOLD
    table = detector.fitted_to(vectors_of(UNRELATED))
    for each in (detector, table):
        assert not (~each.suspicion_of(UNRELATED).doubtful & sure).any()
        assert each.suspicion_of(UNRELATED).off_topic.mean() > 0.9


def test_a_few_unrelated_texts_do_not_pass_as_sure_in_a_table_of_another_style(
    detector: OffTopicFilter,
) -> None:
    """Its limit is so low that some of them are not suspected."""
    model, texts = bundled(), sample()[0]
    for few in (PROSE[:20], SHORT[:20], MESSAGES):
        table = [*texts, *few]
        vectors = vectors_of(table)
        found = detector.fitted_to(vectors).suspicion(vectors, lengths_of(table))
        sure = model.predict(table).confidence >= DEFAULT_REVIEW_THRESHOLD
        assert (sure & ~found.off_topic)[len(texts) :].any()
        assert not (sure & ~found.doubtful)[len(texts) :].any()
        assert found.off_topic[: len(texts)].mean() < 0.05
        assert (sure & ~found.doubtful)[: len(texts)].sum() > 0.7 * sure[: len(texts)].sum()


def test_decisions_end_the_doubt_about_the_style_of_a_table(detector: OffTopicFilter) -> None:
    texts = sample()[0]
    vectors, lengths = vectors_of(texts), lengths_of(texts)
    table = detector.fitted_to(vectors)
    taught = table.taught(vectors[:100], np.zeros(100, np.bool_))
    before = table.suspicion(vectors, lengths).doubtful[100:].mean()
    assert taught.suspicion(vectors, lengths).doubtful[100:].mean() < 0.75 * before


def test_training_and_holdout_texts_are_on_topic(detector: OffTopicFilter) -> None:
    model = bundled()
    training = detector.margins(model.base.features.vectors)
    assert (training < 0).mean() <= FLAGGED
    assert model.holdout is not None
    assert (detector.margins(model.holdout.features.vectors) < 0).mean() < 3 * FLAGGED
    texts = [f"{title} {description}" for title, description, _ in rows()]
    assert not detector.suspicion_of([*texts, "", " \n"]).doubtful.any()


def test_a_table_of_another_style_moves_the_limit(detector: OffTopicFilter) -> None:
    own = vectors_of(sample()[0])
    assert (detector.fitted_to(own).margins(own) < 0).mean() < 0.05
    few = own[:5]
    assert (detector.fitted_to(few).margins(few) >= 0).all()
    assert detector.fitted_to(few[:0]).limit == pytest.approx(detector.limit)
    one = vectors_of(MESSAGES[:1])
    assert detector.fitted_to(one).margins(one)[0] < 0


@pytest.mark.parametrize(("kind", "least_found"), [("sample", 0.5), ("holdout", 0.9)])
def test_the_off_topic_part_of_a_table_is_found(
    detector: OffTopicFilter, kind: str, least_found: float
) -> None:
    model = bundled()
    assert model.holdout is not None
    on = model.holdout.features.vectors if kind == "holdout" else vectors_of(sample()[0])
    off = vectors_of(UNRELATED)
    table = detector.fitted_to(np.concatenate([on, off]))
    assert (table.margins(on) < 0).mean() < 0.06
    assert (table.margins(off) < 0).mean() > least_found


def test_a_confirmed_example_teaches(detector: OffTopicFilter) -> None:
    model = bundled()
    recipes = "Bread recipes with neural networks for sourdough bakers"
    alike = "Sourdough bread recipes for bakers, with neural networks"
    known = model.base.features.vectors[:200]
    vectors = np.concatenate([vectors_of([recipes]), known])
    off = np.arange(len(vectors)) == 0
    taught = detector.taught(vectors, off)
    seen, like = (vectors_of([text]) for text in (recipes, alike))
    assert taught.margins(seen)[0] < detector.margins(seen)[0] - 0.5
    assert taught.margins(like)[0] < detector.margins(like)[0] - 0.3
    assert (taught.margins(known) < 0).mean() <= (detector.margins(known) < 0).mean() + 0.01
    message = vectors_of(MESSAGES[:1])
    rejected = detector.taught(message, np.zeros(1, np.bool_))
    assert rejected.margins(message)[0] > detector.margins(message)[0]
    assert detector.taught(vectors[:0], off[:0]) is detector


def test_models_with_other_vectors_or_few_rows_have_no_filter() -> None:
    assert off_topic_filter(train(SILENT, examples(), vectors=small_vectors())) is None
    model = bundled()
    few = dataclasses.replace(model.manifest, version="few")
    small = LinearModel(few, model.vectors, model.head, model.base.take(np.arange(5)), None)
    assert off_topic_filter(small) is None
    recipe = dataclasses.replace(model.manifest.recipe, name="names")
    named = dataclasses.replace(model.manifest, version="named", recipe=recipe)
    assert off_topic_filter(LinearModel(named, model.vectors, model.head, model.base, None)) is None
