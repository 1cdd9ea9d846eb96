"""Recipes: the choice by cross-validation, and the comparison on the same folds."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse
from sklearn.linear_model import LogisticRegression

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.bundle import load_bundle, read_index, save_bundle
from mltag_desktop.core.model.extraction import Extra, extract
from mltag_desktop.core.model.recipes import RECIPES
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serialization import to_plain
from mltag_desktop.core.training.fitting import feature_blocks
from mltag_desktop.core.training.recipe_choice import (
    CHOICE,
    choose_recipe,
    compare_recipes,
    leave_one_out,
    logistic_for,
    train_automatically,
)
from mltag_desktop.core.training.retraining import TrainingKind, retrain
from mltag_desktop.core.training.training import Examples, FoldPlan, fit_rows, labelled_features, train
from mltag_desktop.core.workspace.types import TagInfo
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import WORDS, assert_adds_up, base_model, fill, make, vectors
from tests.errors import user_error
from tests.progress import CancelAbove

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
    with user_error("at least two tags"):
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
        assert_adds_up(why, 1e-4)
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
    assert_adds_up(why, 1e-4)
    assert again.is_heavy


@needs_encoder
def test_a_missing_encoder_is_a_clear_error_and_is_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    model = train(SILENT, ROWS, replace(BOTH, embeddings=True), vectors=vectors(), jobs=1)
    encoder._load.cache_clear()
    monkeypatch.setattr(encoder, "is_installed", lambda *_: False)
    with user_error("The sentence encoder is not installed") as error:
        model.predict(["a text"])
    assert error.value.hint
    choice = train_automatically(SILENT, ROWS, vectors(), jobs=1).choice
    assert not choice.recipe.embeddings
    assert not any("encoder" in each.features for each in choice.candidates)


def test_recipes_are_evaluated_on_the_same_folds() -> None:
    result = compare_recipes(
        SILENT, make(90, 3), ["bayes", "vectors", "rules"], vectors(), FoldPlan(folds=3, repeats=2)
    )
    assert [part.name for part in result.recipes] == ["bayes", "vectors", "rules"]
    bayes, by_vectors, rules = result.recipes
    assert bayes.f1 > 0.9
    assert by_vectors.f1 > 0.5
    assert 0 < rules.f1 < 0.5
    assert bayes.against_first is None
    assert rules.against_first is not None
    assert (rules.against_first.a, rules.against_first.b) == ("bayes", "rules")
    assert rules.against_first.verdict == "worse"
    assert all(part.bytes > 0 for part in result.recipes)
    assert sum(part.seconds for part in result.recipes) > 0  # one may be faster than the clock of Windows
    data = json.loads(json.dumps(to_plain(result)))
    assert {"name", "f1", "accuracy", "seconds", "bytes"} <= set(data["recipes"][0])


def test_baselines_of_own_tags_are_not_zero() -> None:
    examples = make(90, 3)
    guideline = [TagInfo(tag, "", "", 0, keywords=tuple(words)) for tag, words in WORDS.items()]
    result = compare_recipes(
        SILENT, examples, ["majority", "rules"], vectors(), FoldPlan(folds=3, repeats=1), guideline=guideline
    )
    majority, rules = result.recipes
    assert majority.accuracy == max(Counter(examples.tags).values()) / 90
    assert rules.f1 > majority.f1 + 0.3


def test_the_automatic_recipe_is_compared_too() -> None:
    result = compare_recipes(SILENT, make(60, 3), ["bayes", "auto"], vectors(), FoldPlan(folds=3, repeats=1))
    assert [part.name for part in result.recipes] == ["bayes", "auto"]
    assert result.recipes[1].accuracy > 0.9


@pytest.mark.skipif(not encoder.is_installed(), reason="the extra encoder is not installed")
def test_a_fast_twin_is_compared_on_the_same_folds() -> None:
    result = compare_recipes(SILENT, make(40, 2), ["fast-twin", "svm"], vectors(), FoldPlan(2, repeats=1))
    twin, svm = result.recipes
    assert (twin.name, svm.name) == ("fast-twin", "svm")
    assert svm.against_first is not None
    assert twin.accuracy > 0.9


def test_a_recipe_named_twice_is_evaluated_once() -> None:
    result = compare_recipes(SILENT, make(30, 3), ["bayes", "bayes"], vectors(), FoldPlan(folds=3, repeats=1))
    assert len(result.recipes) == 1


def test_unknown_recipes_and_too_few_rows_are_errors() -> None:
    with user_error("nonsense"):
        compare_recipes(SILENT, make(30, 3), ["nonsense"], vectors())
    with user_error("too few"):
        compare_recipes(SILENT, make(6, 3), ["bayes"], vectors(), FoldPlan(folds=10))


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        compare_recipes(
            CancelAbove(0.2), make(30, 3), ["bayes", "hybrid"], vectors(), FoldPlan(folds=3, repeats=1)
        )
