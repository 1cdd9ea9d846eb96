"""The solver finds the minima that scikit-learn finds."""

import numpy as np
import pytest
from scipy.sparse import csr_array
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.model.features.extraction import Features
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.linear_head import LinearHead, weigh
from mltag_desktop.core.model.recipes import RECIPES, Recipe
from mltag_desktop.core.model.training.fitting import fit_head, fit_logistic
from mltag_desktop.core.model.training.solver import Columns, SquaredHinge, minimise
from mltag_desktop.core.model.training.training import Examples, labelled_features
from mltag_desktop.core.model.training_set import LabelledFeatures


@pytest.fixture
def known(vectors: StaticVectors, rows: Examples) -> LabelledFeatures:
    weights = tuple(np.random.default_rng(3).uniform(0.1, 5, len(rows.texts)).tolist())
    return labelled_features(Examples(rows.texts, rows.tags, weights), vectors)


def columns_of(head: LinearHead, features: Features, recipe: Recipe) -> np.ndarray:
    values = weigh(features.bounds, features.counts, head.idf[head.known_columns(features)])
    shape = (len(features), len(head.columns))
    words = csr_array((values, head.known_columns(features), features.bounds), shape=shape).toarray()
    blocks = [words] if recipe.words else []
    return np.concatenate([*blocks, *([features.vectors] if recipe.vectors else [])], axis=1)


@pytest.mark.parametrize("name", ["hybrid", "svm", "vectors", "logistic"])
@pytest.mark.parametrize("tags", [2, 3])
def test_each_recipe_equals_scikit_learn(name: str, tags: int, known: LabelledFeatures) -> None:
    kept = known.take(np.flatnonzero(known.labels < tags))
    recipe = RECIPES[name]
    head = fit_head(kept.features, kept.labels, kept.weights, tags, recipe)
    kind = LogisticRegression if recipe.loss == "logistic" else LinearSVC
    balance = {tag: len(kept) / (tags * int((kept.labels == tag).sum())) for tag in range(tags)}
    model = kind(C=recipe.c, class_weight=balance, tol=1e-7, max_iter=100_000)
    rows = columns_of(head, kept.features, recipe)
    expected = model.fit(rows, kept.labels, sample_weight=kept.weights).decision_function(rows)
    found = head.parts(kept.features)[0]
    if tags == 2:
        expected = np.stack([-expected, expected], axis=1)
    if recipe.loss == "logistic":  # only differences between tags say anything
        found = found - found.mean(axis=1, keepdims=True)
        expected = expected - expected.mean(axis=1, keepdims=True)
    assert np.abs(found - expected).max() < 0.03


def test_logistic_regression_equals_scikit_learn(known: LabelledFeatures) -> None:
    labels = (known.labels == 1).astype(np.int32)
    weights, bias = fit_logistic(known.features.vectors, labels, 10.0)
    model = LogisticRegression(C=10.0, class_weight="balanced", solver="liblinear", tol=1e-8, max_iter=5_000)
    expected = model.fit(known.features.vectors, labels).decision_function(known.features.vectors)
    assert np.abs(known.features.vectors @ weights + bias - expected).max() < 0.03


def test_a_tag_without_rows_has_the_lowest_score(known: LabelledFeatures) -> None:
    head = fit_head(known.features, known.labels, known.weights, 5, RECIPES["hybrid"])
    margins = head.parts(known.features)[0]
    assert (margins[:, 3:] < margins[:, :3].min(axis=1, keepdims=True)).all()


@pytest.mark.parametrize("after", [0, 1, 5])
def test_a_fit_can_be_cancelled(after: int, known: LabelledFeatures) -> None:
    class Stop:
        left = after

        def report(self, fraction: float, step: str = "") -> None:
            self.left -= 1
            if self.left < 0:
                raise Cancelled

    with pytest.raises(Cancelled):
        fit_head(known.features, known.labels, known.weights, 3, RECIPES["hybrid"], Stop())


def test_many_tags_equal_scikit_learn(known: LabelledFeatures) -> None:
    labels, recipe = (np.arange(len(known)) % 20).astype(np.int32), RECIPES["hybrid"]
    head = fit_head(known.features, labels, known.weights, 20, recipe)
    balance = {tag: len(known) / (20 * int((labels == tag).sum())) for tag in range(20)}
    rows = columns_of(head, known.features, recipe)
    model = LinearSVC(C=recipe.c, class_weight=balance, tol=1e-7, max_iter=100_000)
    expected = model.fit(rows, labels, sample_weight=known.weights).decision_function(rows)
    assert np.abs(head.parts(known.features)[0] - expected).max() < 0.03


def test_the_start_of_a_fit_can_be_cancelled() -> None:
    """The products of 100 dense columns are worked out in several parts, before the first step."""

    class Impatient:
        heard = 0

        def report(self, fraction: float, step: str = "") -> None:
            self.heard += 1
            if self.heard == 5:
                raise Cancelled

    random = np.random.default_rng(0)
    dense = random.normal(size=(60, 100)).astype(np.float32)
    sign = np.where(random.random((60, 2)) < 0.5, 1, -1).astype(np.float32)
    loss = SquaredHinge(sign, np.ones((60, 2), np.float32))
    progress = Impatient()
    with pytest.raises(Cancelled):
        minimise(progress, Columns(None, dense, np.ones(100, np.float32)), loss)
    assert progress.heard == 5
