import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import load_bundle, read_index, save_bundle
from mltag_desktop.core.model.extraction import Extra, extract
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.fitting import feature_blocks
from mltag_desktop.core.training.recipe_choice import (
    CHOICE,
    choose_recipe,
    leave_one_out,
    logistic_for,
    train_automatically,
)
from mltag_desktop.core.training.retraining import TrainingKind, retrain
from mltag_desktop.core.training.training import Examples, fit_rows, labelled_features, train
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import base_model, fill, make, vectors

ROWS = make(60, 3)
BOTH = replace(RECIPES["hybrid"], characters=True)
needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")


def test_leaving_a_row_out_is_what_training_without_it_gives() -> None:
    generator = np.random.default_rng(0)
    points = generator.normal(size=(12, 4)).astype(np.float32)
    labels = np.array([0, 1, 2] * 4, np.int32)
    gram = points @ points.T + np.float32(1)
    weights = np.ones(12, np.float32)
    found = leave_one_out(gram, gram, labels, weights, 1.0, 3)[:12]
    targets = np.where(np.arange(3) == labels[:, None], 1, -1)
    for row in range(12):
        others = np.flatnonzero(np.arange(12) != row)
        system = gram[np.ix_(others, others)] + 0.5 * np.eye(11)
        expected = gram[row, others] @ np.linalg.solve(system, targets[others])
        np.testing.assert_allclose(found[row], expected, atol=1e-4)


def test_the_fastest_candidate_within_one_standard_error_is_chosen() -> None:
    rows = labelled_features(make(150, 3), vectors(), extra=Extra.CHARACTERS)
    one = choose_recipe(SILENT, rows)
    assert one == choose_recipe(SILENT, rows)
    assert len(one.candidates) == 4 + 3
    best = max(each.accuracy for each in one.candidates[:4])
    chosen = next(each for each in one.candidates if each.features == one.features)
    assert best - chosen.accuracy <= chosen.error + 1e-9
    earlier = one.candidates[: one.candidates.index(chosen)]
    assert not any(each.behind <= min(each.error, 0.005) for each in earlier)  # the fastest of the good ones


def test_few_rows_for_each_tag_read_everything_by_logistic_regression() -> None:
    model, choice, _ = train_automatically(SILENT, ROWS, vectors(), jobs=1)
    assert choice.features.startswith("words + characters + vectors")
    assert (choice.recipe.loss, model.manifest.recipe.loss) == ("logistic", "logistic")
    assert "logistic regression is used" in " ".join(choice.in_words())
    rows = labelled_features(make(200, 3), vectors(), extra=Extra.CHARACTERS)
    assert logistic_for(rows, BOTH) is None


def test_logistic_regression_of_few_rows_is_the_optimum() -> None:
    rows = labelled_features(ROWS, vectors(), extra=Extra.CHARACTERS)
    recipe = replace(BOTH, loss="logistic", c=5.0)
    head = fit_rows(SILENT, rows, recipe)
    blocks = [scipy.sparse.csr_array(each) for each in feature_blocks(rows.features, recipe).values()]
    columns = scipy.sparse.hstack(blocks, format="csr")
    expected = LogisticRegression(C=5.0, class_weight="balanced", tol=1e-8, max_iter=5_000)
    scores = expected.fit(columns, rows.labels).decision_function(columns)
    margins, _ = head.parts(rows.features)
    centred = margins - margins.mean(axis=1, keepdims=True)
    np.testing.assert_allclose(centred, scores - scores.mean(axis=1, keepdims=True), atol=0.05)


def test_too_few_rows_take_the_usual_recipe() -> None:
    rows = labelled_features(make(12, 3), vectors(), extra=Extra.CHARACTERS)
    choice = choose_recipe(SILENT, rows)
    assert (choice.recipe.name, choice.candidates, choice.in_words()) == ("hybrid", (), ())


def test_many_tags_with_two_rows_each_are_trained_without_warnings() -> None:
    tags = tuple(f"topic {number}" for number in range(30) for _ in range(2))
    texts = tuple(f"{text} {tag}" for text, tag in zip(("about", "more on") * 30, tags, strict=True))
    model = train_automatically(SILENT, Examples(texts, tags), vectors(), jobs=1).model
    assert len(model.tags) == 30


def test_many_rows_with_many_tags_share_one_svm() -> None:
    tags = tuple(f"topic {number}" for number in range(200) for _ in range(4))
    texts = tuple(f"{tag} number {place}" for place, tag in enumerate(tags))
    rows = labelled_features(Examples(texts, tags), vectors(), extra=Extra.CHARACTERS)
    assert choose_recipe(SILENT, rows, jobs=1).recipe.loss == "crammer_singer"
    fewer = rows.take(np.arange(700))  # less than 150,000 scores
    assert choose_recipe(SILENT, fewer, jobs=1).recipe.loss == "squared_hinge"


def test_one_tag_is_not_enough() -> None:
    with pytest.raises(MltagError, match="at least two tags"):
        train_automatically(SILENT, Examples(("a text", "another"), ("x", "x")), vectors())


def test_the_choice_and_its_table_are_in_manifest_and_report(workspace: Workspace, tmp_path: Path) -> None:
    fill(workspace, ROWS.texts, ROWS.tags)
    made = retrain(SILENT, workspace, base_model(), base_model(), tmp_path / "work", how=TrainingKind.ALONE)
    stored = read_index(made.bundle_dir).manifest.metrics[CHOICE]
    assert {each["features"] for each in stored["candidates"]} >= {"words", "words + characters"}
    assert json.dumps(stored)
    note = next(note for note in made.report.notes if note.startswith("Recipe chosen by cross-validation"))
    assert "Accuracy by features: words 0." in note or "Accuracy by features: words 1." in note


def test_a_model_of_characters_is_stored_and_explained_exactly(tmp_path: Path) -> None:
    model = train(SILENT, ROWS, BOTH, vectors=vectors(), jobs=1)
    save_bundle(tmp_path / "bundle", model)
    again = load_bundle(tmp_path / "bundle")
    assert json.loads((tmp_path / "bundle" / "manifest.json").read_text())["format"] == 3
    assert again.manifest.recipe == BOTH
    texts = [*ROWS.texts[:5], "Unknown wörds, №5 -- and ILLNESS\ud800", ""]
    assert np.array_equal(again.predict(texts).probabilities, model.predict(texts).probabilities)
    alone = np.concatenate([model.predict([text]).probabilities for text in texts])
    assert np.array_equal(alone, model.predict(texts).probabilities)
    for text in texts:
        why = again.explain(text)
        assert why.bias + sum(piece.weight for piece in why.pieces) == pytest.approx(why.score, abs=1e-4)
        raw = again.head.scores(extract(again.vectors, [text], extra=again.extra))
        assert why.score == pytest.approx(float(raw[0, again.tags.index(why.tag)]), abs=1e-3)
        assert why.note == ""


@needs_encoder
def test_a_model_of_the_encoder_marks_its_explanation_as_an_estimate(tmp_path: Path) -> None:
    recipe = replace(BOTH, embeddings=True)
    model = train(SILENT, ROWS, recipe, vectors=vectors(), jobs=1)
    save_bundle(tmp_path / "bundle", model)
    again = load_bundle(tmp_path / "bundle")
    assert np.array_equal(again.predict(ROWS.texts[:5]).best, model.predict(ROWS.texts[:5]).best)
    why = again.explain(ROWS.texts[0])
    assert why.note.startswith("Estimated:")
    assert why.bias + sum(piece.weight for piece in why.pieces) == pytest.approx(why.score, abs=1e-4)
    assert again.is_heavy


@needs_encoder
def test_a_missing_encoder_is_a_clear_error_and_is_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    model = train(SILENT, ROWS, replace(BOTH, embeddings=True), vectors=vectors(), jobs=1)
    encoder._load.cache_clear()
    monkeypatch.setattr(encoder, "is_installed", lambda *_: False)
    with pytest.raises(MltagError, match="The sentence encoder is not installed") as error:
        model.predict(["a text"])
    assert error.value.hint
    choice = train_automatically(SILENT, ROWS, vectors(), jobs=1).choice
    assert not choice.recipe.embeddings
    assert not any("encoder" in each.features for each in choice.candidates)
