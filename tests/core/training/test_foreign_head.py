from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.learning.off_topic_records import find_off_topic
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import bundled, load_bundle, save_bundle
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.language import language_of
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import off_topic_filter
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.fitting import (
    LabelledTexts,
    fit_foreign_head,
    training_languages,
)
from mltag_desktop.core.training.recipe_choice import train_automatically
from mltag_desktop.core.training.training import (
    Examples,
    PreparedRows,
    labelled_features,
    train,
    train_out_of_fold,
)
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import assert_adds_up, vectors
from tests.core.training.sentences import ENGLISH, OTHERS, rows

pytestmark = pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")


@pytest.fixture(scope="module")
def english() -> LinearModel:
    texts, tags = rows(ENGLISH)
    return train_automatically(SILENT, Examples(texts, tags), vectors(), jobs=1).model


@pytest.mark.parametrize("language", OTHERS)
def test_texts_of_a_language_without_training_texts_are_predicted(
    english: LinearModel, language: str
) -> None:
    texts, tags = rows(OTHERS[language])
    assert len(texts) == 40
    told = [language_of(text) for text in texts]
    assert sum(found == language for found in told) >= 30
    assert set(told) <= {language, ""}
    foreign = np.array([english.foreign_language(text) == language for text in texts])
    found = english.predict(texts)
    right = np.array([english.tags[best] == tag for best, tag in zip(found.best, tags, strict=True)])
    assert right[foreign].mean() >= 0.8
    assert abs(found.confidence[foreign].mean() - right[foreign].mean()) < 0.3  # cautious, not random


def test_texts_in_the_language_of_the_training_texts_are_predicted_as_before(english: LinearModel) -> None:
    texts, _ = rows(ENGLISH)
    assert not any(english.foreign_language(text) for text in texts)
    assert english.head.foreign is not None
    assert english.head.foreign.languages == ("en",)


def test_languages_that_alternate_are_all_found() -> None:
    pairs = zip(rows(ENGLISH)[0], rows(OTHERS["de"])[0], strict=True)
    texts = [text for pair in pairs for text in pair] * 50
    assert len(texts) == 4_000
    assert set(training_languages(texts)) == {"en", "de"}


@pytest.mark.parametrize("recipe", [DEFAULT_RECIPE, replace(DEFAULT_RECIPE, loss="logistic")])
def test_the_head_is_fitted_beside_the_folds_of_any_recipe(recipe: Recipe) -> None:
    texts, tags = rows(ENGLISH)
    examples = Examples(texts, tags)
    own = labelled_features(examples, vectors(), extra=Extra.EMBEDDINGS)
    foreign = LabelledTexts(own, texts)
    trained = train_out_of_fold(
        SILENT, examples, recipe, vectors=vectors(), prepared=PreparedRows(own, foreign), jobs=1
    )
    alone, together = fit_foreign_head(SILENT, own, texts), trained.model.head.foreign
    assert alone is not None
    assert together is not None
    assert together.languages == alone.languages == ("en",)
    assert np.array_equal(together.head.scores(own.features), alone.head.scores(own.features))
    plain = train_out_of_fold(SILENT, examples, recipe, vectors=vectors(), prepared=PreparedRows(own), jobs=1)
    assert np.array_equal(trained.out_of_fold, plain.out_of_fold)


def test_the_head_is_stored_and_its_predictions_are_explained(english: LinearModel, tmp_path: Path) -> None:
    save_bundle(tmp_path / "bundle", english)
    again = load_bundle(tmp_path / "bundle")
    texts, _ = rows(OTHERS["de"])
    assert np.array_equal(again.predict(texts).best, english.predict(texts).best)
    why = again.explain(texts[0])
    assert "Language: de" in why.note
    assert_adds_up(why, 1e-4)
    assert why.confidence == pytest.approx(float(again.predict([texts[0]]).confidence[0]), abs=1e-5)


def test_without_the_encoder_the_usual_head_predicts(
    english: LinearModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, tags = rows(ENGLISH)
    plain = train(SILENT, Examples(texts, tags), vectors=vectors(), jobs=1)
    head = replace(plain.head, foreign=english.head.foreign)
    model = LinearModel(plain.manifest, plain.vectors, head, plain.base, None).versioned()
    others, _ = rows(OTHERS["fr"])
    assert not np.array_equal(model.predict(others).probabilities, plain.predict(others).probabilities)
    monkeypatch.setattr(encoder, "is_installed", lambda *_: False)
    assert np.array_equal(model.predict(others).probabilities, plain.predict(others).probabilities)


def test_texts_in_other_languages_are_not_off_topic(english: LinearModel, tmp_path: Path) -> None:
    own, tags = rows(ENGLISH)
    others, _ = rows(OTHERS["de"])
    plain = train(SILENT, Examples(own, tags), vectors=bundled().vectors, jobs=1)
    assert off_topic_filter(plain) is not None
    head = replace(plain.head, foreign=english.head.foreign)
    model = LinearModel(plain.manifest, plain.vectors, head, plain.base, None).versioned()
    with Workspace.create(tmp_path / "w.mltag", "Ann", model.tags) as workspace:
        workspace.table.add_texts([*own, *others])
        _, found = find_off_topic(SILENT, workspace, model)
    is_german = [bool(model.foreign_language(text)) for text in [*own, *others]]
    assert sum(is_german) >= 30
    assert not found.off_topic[is_german].any()
    assert found.doubtful[is_german].sum() >= 15, "they stay in review"
