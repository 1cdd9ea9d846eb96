from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import Cancelled, MltagError
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import RECIPES, recipe
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.calibration import fit_scale, fold_of, grouped_folds, threshold_for
from mltag_desktop.core.training.training import (
    Examples,
    FoldPlan,
    cross_validate,
    fit_calibrated,
    fit_seconds,
    folds_for,
    labelled_features,
    train,
    weighted_f1,
)
from tests.core.helpers import assert_adds_up
from tests.progress import CancelAbove


def test_training_learns_and_keeps_probabilities(model: LinearModel, rows: Examples) -> None:
    predictions = model.predict(rows.texts)
    right = np.mean([model.tags[best] == tag for best, tag in zip(predictions.best, rows.tags, strict=True)])
    assert right > 0.95
    assert np.allclose(predictions.probabilities.sum(axis=1), 1, atol=1e-5)
    assert model.manifest.training.f1 > 0.9


def test_a_batch_gives_the_same_predictions_as_single_texts(model: LinearModel, rows: Examples) -> None:
    together = model.predict(rows.texts).probabilities
    alone = np.concatenate([model.predict([text]).probabilities for text in rows.texts])
    assert np.array_equal(together, alone)


@pytest.mark.parametrize("name", RECIPES)
def test_each_recipe_is_cross_validated(name: str, vectors: StaticVectors, rows: Examples) -> None:
    found = cross_validate(
        SILENT, labelled_features(rows, vectors), recipe(name), FoldPlan(folds=5, repeats=1)
    )
    assert found.probabilities.shape == (1, len(rows.texts), 3)
    assert weighted_f1(found.truth, found.probabilities[0].argmax(axis=1), 3) > 0.5  # chance is 0.33


@pytest.mark.parametrize("copies", [1, 20])
def test_logistic_regression_takes_longer_but_not_by_the_square_of_many_rows(
    copies: int, vectors: StaticVectors, rows: Examples
) -> None:
    features = labelled_features(rows, vectors).features
    many = features.take(np.tile(np.arange(len(features)), copies))
    assert 1.2 < fit_seconds(many, 4, RECIPES["logistic"]) / fit_seconds(many, 4, RECIPES["svm"]) < 3


@pytest.mark.parametrize(("copies", "folds"), [(40, 5), (50, 3)])
def test_many_rows_of_a_fold_are_calibrated_by_three_folds(
    copies: int, folds: int, vectors: StaticVectors, rows: Examples
) -> None:
    few = labelled_features(rows, vectors)
    many = few.take(np.tile(np.arange(len(few)), copies))
    many = replace(many, digests=np.arange(len(many), dtype=np.uint64))
    plan, bayes = FoldPlan(folds=2, repeats=1), RECIPES["bayes"]
    training, inside = plan.split(many, 0)
    head, _, _ = fit_calibrated(SILENT, training, bayes, plan.seed, jobs=1, folds=folds)
    expected = softmax(head.scores(many.features.take(inside)))
    found = cross_validate(SILENT, many, bayes, plan, jobs=1).probabilities[0, inside]
    assert np.array_equal(found, expected)


def tag_of(model: LinearModel, text: str) -> str:
    """Return the predicted tag."""
    return model.tags[int(model.predict([text]).best[0])]


def test_a_correction_replaces_the_row_of_the_base(model: LinearModel) -> None:
    text = "How to handle bread dough"
    taught = train(SILENT, Examples((text,), ("sailing",), (20.0,)), base=model)
    assert taught.manifest.training.rows == len(model.base)
    assert tag_of(taught, text) == "sailing"
    assert taught.manifest.base == model.version


def test_a_new_tag_extends_the_base(model: LinearModel) -> None:
    extra = tuple(f"{name} on the moon rocket" for name in ("long", "slow", "first", "last", "next"))
    taught = train(SILENT, Examples(extra, ("space",) * 5), base=model)
    assert taught.tags == (*model.tags, "space")
    assert tag_of(taught, "a rocket to the moon") == "space"


def test_rows_of_the_holdout_never_enter_training(vectors: StaticVectors, model: LinearModel) -> None:
    holdout = labelled_features(
        Examples(("A rare orchid in the greenhouse",), ("gardening",)), vectors, model.tags
    )
    evaluated = LinearModel(model.manifest, vectors, model.head, model.base, holdout)
    offered = Examples(("a RARE orchid, in the greenhouse!", "a boat in the bay"), ("sailing", "sailing"))
    taught = train(SILENT, offered, base=evaluated)
    assert taught.manifest.training.left_out == 1
    assert not np.isin(taught.base.digests, holdout.digests).any()
    assert taught.holdout is holdout


def test_a_single_tag_is_rejected(vectors: StaticVectors) -> None:
    with pytest.raises(MltagError, match="two tags"):
        train(SILENT, Examples(("one", "two"), ("a", "a")), vectors=vectors)


def test_two_tags_one_of_them_with_a_single_row(vectors: StaticVectors) -> None:
    rows = Examples(("main sail", "bread dough", "storm jib"), ("boat", "food", "boat"))
    model = train(SILENT, rows, vectors=vectors)
    assert tag_of(model, "bread dough") == "food"
    assert 0.5 <= model.predict(["main sail"]).confidence[0] < 1


@pytest.mark.parametrize("text", ["", "12345 67", "😀😀", "Это текст", "w " * 100_000, "\0", "\ud800"])
def test_unusual_texts_are_predicted(model: LinearModel, text: str) -> None:
    predictions = model.predict([text])
    assert np.isfinite(predictions.probabilities).all()
    assert_adds_up(model.explain(text), 1e-6)


def test_cancel_ends_training(vectors: StaticVectors, rows: Examples) -> None:
    with pytest.raises(Cancelled):
        train(CancelAbove(0.3), rows, vectors=vectors)


def test_many_rows_have_fewer_folds() -> None:
    assert [folds_for(rows) for rows in (1, 5_000, 5_001, 8_000, 8_001, 10**6)] == [5, 5, 3, 3, 2, 2]


def test_folds_hold_each_tag_evenly() -> None:
    labels = np.repeat([0, 1, 2], [50, 20, 3]).astype(np.int32)
    fold = fold_of(labels, 5, seed=1)
    for tag in (0, 1):
        counts = np.bincount(fold[labels == tag], minlength=5)
        assert counts.max() - counts.min() <= 1
    assert np.array_equal(fold, fold_of(labels, 5, seed=1))
    assert not np.array_equal(fold, fold_of(labels, 5, seed=2))
    digests = np.arange(len(labels), dtype=np.uint64)
    assert np.array_equal(fold, grouped_folds(labels, digests, 5, seed=1))
    digests[::3] = 7
    assert len(set(grouped_folds(labels, digests, 5, seed=1)[::3].tolist())) == 1


def test_scale_recovers_the_temperature_of_drawn_labels() -> None:
    random = np.random.default_rng(3)
    margins = random.normal(size=(20_000, 4)).astype(np.float32)
    bayes = random.normal(size=(20_000, 4)).astype(np.float32)
    chances = softmax(2.0 * margins + 0.5 * bayes)
    labels = (chances.cumsum(axis=1) < random.random((20_000, 1))).sum(axis=1).clip(0, 3).astype(np.int32)
    assert fit_scale(margins, bayes, labels) == pytest.approx([2.0, 0.5], abs=0.05)


def test_few_separable_rows_give_bounded_confidence() -> None:
    margins = np.array([[1, -1], [-1, 1]], dtype=np.float32)
    a, _ = fit_scale(margins, np.zeros_like(margins), np.array([0, 1], dtype=np.int32))
    assert 1 < a < 6


def test_threshold_for_a_share_right() -> None:
    confidence = np.array([0.99, 0.95, 0.9, 0.6], dtype=np.float32)
    probabilities = np.stack([confidence, 1 - confidence], axis=1)
    assert threshold_for(probabilities, np.array([0, 0, 0, 1], dtype=np.int32), 0.99) == pytest.approx(0.9)
    assert threshold_for(probabilities, np.array([1, 1, 1, 1], dtype=np.int32), 0.99) is None


def test_explanation_adds_up_for_each_tag_and_marks_the_text(model: LinearModel) -> None:
    text = "Crème brûlée, BREAD dough & a storm jib zyx — bread dough"
    for tag in model.tags:
        explanation = model.explain(text, tag)
        pieces = explanation.pieces
        assert_adds_up(explanation, 1e-9)
        assert [text[p.start : p.end] for p in pieces] == [p.text for p in pieces]
        assert [p.text for p in pieces][:4] == ["Crème", "brûlée", "BREAD", "dough"]
    scores = np.array([[model.explain(text, tag).score for tag in model.tags]], dtype=np.float32)
    assert softmax(scores) == pytest.approx(model.predict([text]).probabilities, abs=1e-5)


@pytest.mark.parametrize("name", ["hybrid", "svm", "bayes"])
def test_an_additional_tag_is_trained_one_vs_rest(name: str, vectors: StaticVectors, rows: Examples) -> None:
    both = tuple("Ten things about bread dough and the " + end for end in ("rose bush", "lawn seed"))
    texts, tags = rows.texts + both, rows.tags + ("cooking",) * 2
    additional_tags = ((),) * len(rows.texts) + (("gardening", "party"),) * 2
    plain, trained = (
        train(SILENT, Examples(texts, tags, additional_tags=more), RECIPES[name], vectors=vectors)
        for more in ((), additional_tags)
    )
    before, after = plain.predict(both).probabilities[:, 1], trained.predict(both).probabilities[:, 1]
    assert (after > before).all()
    assert trained.tags == ("cooking", "gardening", "party", "sailing")  # party is nobody's main tag
    party, elsewhere = (trained.predict(texts).probabilities[:, 2] for texts in (both, rows.texts))
    assert party.min() > elsewhere.mean()
    assert trained.version != plain.version


def test_two_tags_with_records_of_both(vectors: StaticVectors) -> None:
    texts = ("bread dough", "tomato soup", "rose bush", "compost heap", "garlic and apple tree")
    tags = ("cooking", "cooking", "gardening", "gardening", "cooking")
    rows = Examples(texts, tags, additional_tags=(*((),) * 4, ("gardening",)))
    model = train(SILENT, rows, RECIPES["svm"], vectors=vectors)
    assert (model.head.scores(labelled_features(rows, vectors).features)[4] > 0).all()


@pytest.mark.parametrize("name", RECIPES)
def test_nothing_changes_without_additional_tags(name: str, vectors: StaticVectors, rows: Examples) -> None:
    empty = Examples(rows.texts, rows.tags, additional_tags=((),) * 90)
    plain, same = (train(SILENT, each, RECIPES[name], vectors=vectors) for each in (rows, empty))
    assert plain.version == same.version
