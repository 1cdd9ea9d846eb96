"""A head has the weights of scikit-learn's estimators."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import scipy.sparse
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model.extraction import Extra, Features
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.recipes import RECIPES, Recipe
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.training.fitting import fit_head, fit_logistic, inner_products
from mltag_desktop.core.training.training import Examples, labelled_features
from tests.progress import CancelAfter


@pytest.fixture
def known(vectors: StaticVectors, rows: Examples) -> LabelledFeatures:
    weights = tuple(np.random.default_rng(3).uniform(0.1, 5, len(rows.texts)).tolist())
    return labelled_features(Examples(rows.texts, rows.tags, weights), vectors)


JOINT = replace(RECIPES["hybrid"], loss="crammer_singer", c=1.0)
LOGISTIC = RECIPES["logistic"]


def fitted(rows: LabelledFeatures, recipe: Recipe, tags: int = 3, **options: Any) -> LinearHead:
    """Fit a head to labelled rows."""
    return fit_head(rows.features, rows.labels, rows.weights, tags, recipe, **options)


def estimator(recipe: Recipe, balance: dict[int, float]) -> Any:
    """Return the estimator of scikit-learn for a recipe, with these weights of the tags."""
    given = {"C": recipe.c, "class_weight": balance, "tol": 1e-7, "max_iter": 100_000}
    if recipe.loss == "logistic":
        return LogisticRegression(**given)
    return LinearSVC(multi_class="crammer_singer" if recipe.loss == "crammer_singer" else "ovr", **given)


def counts_of(head: LinearHead, features: Features) -> np.ndarray:
    counts = np.zeros((len(features), len(head.columns)))
    rows = np.repeat(np.arange(len(features)), np.diff(features.bounds))
    counts[rows, head.places[features.buckets]] = features.counts
    return counts


def columns_of(head: LinearHead, features: Features, recipe: Recipe) -> np.ndarray:
    words = TfidfTransformer(sublinear_tf=True).fit_transform(counts_of(head, features)).toarray()
    blocks = [words] if recipe.words else []
    return np.concatenate([*blocks, *([features.vectors] if recipe.vectors else [])], axis=1)


@pytest.mark.parametrize(
    ("recipe", "tags", "step", "close"),
    [
        *((RECIPES[name], tags, 1, 0.03) for name in ("hybrid", "svm", "vectors") for tags in (2, 3)),
        *((LOGISTIC, tags, 1, 0.02) for tags in (2, 3)),
        (replace(LOGISTIC, vectors=True), 3, 4, 0.01),  # few rows with many values: by their inner products
        (JOINT, 3, 1, 0.1),
    ],
)
def test_margins_are_the_decision_function_of_scikit_learn(
    recipe: Recipe, tags: int, step: int, close: float, known: LabelledFeatures
) -> None:
    kept = known.take(np.flatnonzero(known.labels < tags)[::step])
    found = (head := fitted(kept, recipe, tags)).parts(kept.features)[0]
    rows = columns_of(head, kept.features, recipe)
    model = estimator(
        recipe, {tag: len(kept) / (tags * int((kept.labels == tag).sum())) for tag in range(tags)}
    )
    expected = model.fit(rows, kept.labels, sample_weight=kept.weights).decision_function(rows)
    if tags == 2:
        expected = np.stack([-expected, expected], axis=1)
    limit = close * np.abs(expected).max() if recipe.loss == "logistic" else close
    assert np.abs(found - expected).max() < limit
    assert recipe is not JOINT or (found.argmax(axis=1) == expected.argmax(axis=1)).all()


@pytest.mark.parametrize(("name", "most"), [("svm", 1), ("logistic", 1), ("logistic", 30)])
def test_words_of_one_text_have_the_weights_of_their_own_columns(
    name: str, most: int, vectors: StaticVectors
) -> None:
    generator = np.random.default_rng(2)
    common = ["".join(map(chr, generator.integers(97, 123, 6))) for _ in range(30)]
    own = ["".join(map(chr, generator.integers(97, 123, 9))) for _ in range(2_000)]
    texts = tuple(" ".join([*generator.choice(common, 4), *own[at : at + 2]]) for at in range(0, 2_000, 2))
    weights = np.where(np.arange(1_000) % 5, 1, most).astype(np.float32)
    tags = tuple("abc"[at % 3] for at in range(1_000))
    rows = labelled_features(Examples(texts, tags, tuple(weights.tolist())), vectors)
    recipe = RECIPES[name]
    head = fitted(rows, recipe)
    columns = scipy.sparse.csr_array(columns_of(head, rows.features, recipe))
    model = estimator(recipe, dict(enumerate(1_000 / (3 * np.bincount(rows.labels)))))
    model.fit(columns, rows.labels, sample_weight=weights)
    limit = 0.03 * np.abs(model.coef_).max()
    assert np.abs(head.words - model.coef_.T).max() < limit
    assert np.abs(head.parts(rows.features)[0] - model.decision_function(columns)).max() < limit


@pytest.mark.parametrize("texts", [499, 500])
def test_the_most_common_character_sequences_of_many_texts_are_left_out(
    texts: int, vectors: StaticVectors
) -> None:
    generator = np.random.default_rng(0)
    words = ["".join(map(chr, generator.integers(97, 123, 9))) for _ in range(40)]
    content = tuple(" ".join(generator.choice(words, 12)) for _ in range(texts))
    tags = tuple("ab"[place % 2] for place in range(texts))
    rows = labelled_features(Examples(content, tags), vectors, extra=Extra.CHARACTERS)
    recipe = replace(RECIPES["hybrid"], characters=True)
    head = fitted(rows, recipe, 2)
    assert rows.features.characters is not None
    assert head.character_columns is not None
    occurring = np.bincount(rows.features.characters.buckets, minlength=2**18)
    kept = occurring[head.character_columns]
    left_out = np.delete(occurring, head.character_columns)
    if texts < 500:
        assert left_out.max() < 2
    else:
        assert kept.sum() <= 150 * texts < kept.sum() + left_out[left_out > 1].min()
        assert kept.max() <= left_out[left_out > 1].min()


def test_the_joint_svm_reads_embeddings_through_their_main_axes(known: LabelledFeatures) -> None:
    generator = np.random.default_rng(1)
    tags = known.labels % 3
    embeddings = generator.normal(0.0, 1 / 40, (len(known), 512)).astype(np.float32)
    embeddings[:, :3] += np.eye(3, dtype=np.float32)[tags]
    features = replace(known.features, embeddings=embeddings)
    recipe = replace(RECIPES["hybrid"], words=False, vectors=False, bayes=False, embeddings=True, c=1.0)
    head = fit_head(features, tags, known.weights, 3, replace(recipe, loss="crammer_singer"))
    assert head.embeddings is not None
    assert head.embeddings.shape == (512, 3)
    assert np.linalg.matrix_rank(head.embeddings) <= 256
    assert (head.parts(features)[0].argmax(axis=1) == tags).all()


def test_two_tags_and_additional_tags_need_no_joint_svm(known: LabelledFeatures) -> None:
    two = known.take(np.flatnonzero(known.labels < 2))
    several = np.eye(3, dtype=np.bool_)[(known.labels + 1) % 3]
    for rows, tags, more in ((two, 2, None), (known, 3, several)):
        first, second = (
            fitted(rows, replace(RECIPES["hybrid"], loss=loss), tags, additional_tags=more)
            for loss in ("crammer_singer", RECIPES["hybrid"].loss)
        )
        assert np.array_equal(first.words, second.words)


def test_naive_bayes_scores_are_the_joint_log_likelihood(known: LabelledFeatures) -> None:
    head = fitted(known, RECIPES["bayes"])
    counts = counts_of(head, known.features)
    model = ComplementNB(alpha=0.1).fit(counts, known.labels, known.weights)
    expected = model.predict_joint_log_proba(counts)
    expected -= expected.mean(axis=1, keepdims=True)
    assert np.abs(head.parts(known.features)[1] - expected).max() < 0.01


def test_logistic_regression_equals_scikit_learn(known: LabelledFeatures) -> None:
    labels = (known.labels == 1).astype(np.int32)
    weights, bias = fit_logistic(known.features.vectors, labels, 10.0)
    model = LogisticRegression(C=10.0, class_weight="balanced", tol=1e-8, max_iter=5_000)
    expected = model.fit(known.features.vectors, labels).decision_function(known.features.vectors)
    assert np.abs(known.features.vectors @ weights + bias - expected).max() < 0.03


def test_additional_tags_are_fitted_one_against_the_rest(known: LabelledFeatures) -> None:
    recipe = RECIPES["svm"]
    additional_tags = np.zeros((len(known), 3), np.bool_)
    additional_tags[::4, 2] = True
    head = fitted(known, recipe, additional_tags=additional_tags)
    carried = additional_tags | (known.labels[:, None] == np.arange(3))
    rows = columns_of(head, known.features, recipe)
    for tag, own in enumerate(carried.T):
        model = estimator(recipe, {False: 1.0, True: len(known) / (3 * own.sum())})
        expected = model.fit(rows, own, sample_weight=known.weights).decision_function(rows)
        assert np.abs(head.parts(known.features)[0][:, tag] - expected).max() < 0.01


def test_a_row_shares_its_weight_among_its_tags_in_naive_bayes(known: LabelledFeatures) -> None:
    additional_tags = np.zeros((len(known), 3), np.bool_)
    additional_tags[:, 1] = True
    recipe, n = RECIPES["bayes"], len(known)
    head = fitted(known, recipe, additional_tags=additional_tags)
    twice = np.concatenate([np.flatnonzero(known.labels != 1), np.arange(n)])
    labels = np.concatenate([known.labels[known.labels != 1], np.ones(n, np.int32)])
    share = np.where(known.labels == 1, known.weights, known.weights / 2)
    counts = counts_of(head, known.features)
    model = ComplementNB(alpha=0.1).fit(counts[twice], labels, share[twice])
    weights = model.feature_log_prob_.T
    assert np.abs(head.bayes - (weights - weights.mean(axis=1, keepdims=True))).max() < 1e-4


@pytest.mark.parametrize("name", ["hybrid", "logistic"])
def test_a_tag_without_rows_has_the_lowest_score(name: str, known: LabelledFeatures) -> None:
    head = fitted(known, RECIPES[name], 5)
    margins = head.parts(known.features)[0]
    assert (margins[:, 3:] < margins[:, :3].min(axis=1, keepdims=True)).all()


def test_rows_of_one_tag_give_a_head_that_answers_with_it(known: LabelledFeatures) -> None:
    one = known.take(np.flatnonzero(known.labels == 1))
    everywhere = np.tile([False, True, False], (len(one), 1))
    for head in (fitted(one, RECIPES["hybrid"]), fitted(one, RECIPES["svm"], additional_tags=everywhere)):
        assert (head.parts(known.features)[0].argmax(axis=1) == 1).all()


@pytest.mark.parametrize(
    "recipe", [*RECIPES.values(), replace(RECIPES["svm"], loss="crammer_singer")], ids=[*RECIPES, "joint"]
)
def test_texts_without_words_can_be_fitted(recipe: Recipe, vectors: StaticVectors) -> None:
    blank = labelled_features(Examples(("", "…", "!", ""), ("a", "b", "c", "a")), vectors)
    empty = Features(
        np.zeros(5, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32), blank.features.vectors
    )
    head = fit_head(empty, blank.labels, blank.weights, 3, recipe)
    assert head.words.shape == head.bayes.shape == (0, 3)
    assert np.isfinite(head.scores(empty)).all()


@pytest.mark.parametrize("after", [0, 1, 2, 4])
def test_a_fit_can_be_cancelled(after: int, known: LabelledFeatures) -> None:
    additional_tags = np.zeros((len(known), 3), np.bool_)
    additional_tags[::4, 2] = True
    with pytest.raises(Cancelled):
        fitted(known, RECIPES["hybrid"], additional_tags=additional_tags, progress=CancelAfter(after))


@pytest.mark.parametrize("recipe", RECIPES.values(), ids=list(RECIPES))
def test_fits_in_several_threads_give_the_bits_of_one(recipe: Recipe, known: LabelledFeatures) -> None:
    """liblinear has one random generator per process."""
    expected = fitted(known, recipe).arrays()
    with ThreadPoolExecutor(4) as pool:
        for arrays in pool.map(lambda _: fitted(known, recipe).arrays(), range(4)):
            assert all(arrays[name].tobytes() == array.tobytes() for name, array in expected.items())


def test_token_shapes_have_weights_of_their_own(known: LabelledFeatures) -> None:
    random = np.random.default_rng(1)
    shapes = known.features.token_shapes
    assert shapes is not None
    shown = np.zeros_like(shapes)
    shown[np.arange(len(known)), known.labels] = 1 + random.integers(0, 3, len(known)).astype(np.uint8)
    features = replace(known.features, token_shapes=shown)
    head = fit_head(features, known.labels, known.weights, 3, RECIPES["hybrid"], with_token_shapes=True)
    assert head.token_shapes is not None
    assert head.token_shapes[:3].argmax(axis=1).tolist() == [0, 1, 2]
    assert not head.token_shapes[3:].any()


def test_inner_products_of_frequent_and_rare_columns_add_up() -> None:
    generator = np.random.default_rng(0)
    dense = generator.random((40, 30)).astype(np.float32)
    dense[generator.random((40, 30)) < np.linspace(0.2, 1.0, 30)] = 0  # the first columns are frequent
    for block in (dense, scipy.sparse.csr_array(dense)):
        np.testing.assert_allclose(inner_products(block, 25), dense @ dense[:25].T, rtol=1e-5)
