"""Train on the names of the tags and on undecided records, where there are few decisions.

A classifier of a few decisions for each tag is poor. The name model (docs/decisions/0030-name-model.md),
which knows the names, the guideline and the decisions, predicts a sample of the undecided records, and a
linear head is fitted to its probabilities by ridge regression. The head needs neither names nor records, so
the model predicts other tables. Figures: docs/decisions/0040-training-on-names.md.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.named_tags import EnglishTwin, TextReader
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import Extra, Features, extract
from mltag_desktop.core.model.linear_head import LinearHead, recalibrated, softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.recipes import NAMES, Recipe
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures, text_digests
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.calibration import (
    fit_confidence_curve,
    fit_scale,
    grouped_folds,
    threshold_for,
)
from mltag_desktop.core.training.fitting import (
    assembled_head,
    feature_blocks,
    inner_products,
    one_thread,
)
from mltag_desktop.core.training.recipe_choice import read_by_suitable
from mltag_desktop.core.training.training import folds_for, training_info
from mltag_desktop.core.workspace.pending_predictions import KeptEmbeddings
from mltag_desktop.core.workspace.types import DecidedExamples, RowArray
from mltag_desktop.core.workspace.workspace import Workspace

ENOUGH: Final = 20
"""Decisions for each tag from which the decisions alone are enough."""
_MOST_TEXTS: Final = 2_000
"""Undecided records that are learned from; the time grows with the third power."""
_FEWEST_TEXTS: Final = 50
_SURE: Final = 0.99
_PENALTY: Final = 1.0
_DECISION_WEIGHT: Final = 6.0
"""Weight of a decision in the regression; an undecided record has weight 1."""
_RECIPE: Final = Recipe(
    NAMES,
    message("Ridge regression on estimates from tag names and decisions"),
    bayes=False,
    c=1 / (2 * _PENALTY),
    characters=True,
    balanced=False,
)


@dataclass(frozen=True)
class NamedTraining:
    """A model that was trained on decisions and undecided records."""

    model: LinearModel
    probabilities: FloatArray
    """Probabilities of the decisions, out of fold, shape (n, k)."""
    undecided: int
    """Number of undecided records."""


def train_on_names(
    progress: Progress,
    workspace: Workspace,
    decided: DecidedExamples,
    vectors: StaticVectors,
    most_texts: int = _MOST_TEXTS,
) -> NamedTraining | None:
    """Train on `decided` and at most `most_texts` undecided records, for all tags of the workspace.

    Returns None where the decisions are enough, where records have several tags, where a decided tag is not
    in the tag set, and with fewer than two decided tags or 50 undecided records. The audit set is left out.
    """
    if not is_for_names(workspace, decided):
        return None
    pool = _undecided(workspace, decided, most_texts)
    if len(pool) < _FEWEST_TEXTS:
        return None
    tags = workspace.tag_set.tags
    code = {tag.name: number for number, tag in enumerate(tags)}
    labels = np.array([code[tag] for tag in decided.tags], np.int32)
    texts = (*decided.texts, *workspace.table.texts(pool))
    kept, part = KeptEmbeddings(workspace.embeddings), SubProgress(progress, 0.0, 0.4)
    features, _ = read_by_suitable(
        texts,
        lambda extra: extract(vectors, texts, part, extra=Extra.TOKEN_SHAPES | extra, embedder=kept),
    )
    reader, embeddings = TextReader(vectors, tags), features.embeddings
    if embeddings is not None and features.english is not None:
        twin = EnglishTwin.fit(embeddings, features.english)
        embeddings = twin.joined(embeddings, features.english, np.arange(len(texts)))
        reader = replace(reader, english=twin)
    own = np.arange(len(labels))
    digests = text_digests(decided.texts)
    rows = LabelledFeatures(
        tuple(code), labels, np.ones(len(labels), np.float32), features.take(own), digests
    )
    part = SubProgress(progress, 0.4, 0.5)
    names = reader.model(part, reader.text_set(features, embeddings, texts))

    def estimated(known: NDArray[np.intp]) -> FloatArray:
        """Return the probabilities of all texts by a model that knows the decisions `known`."""
        names.learn(known.astype(np.int64), labels[known].astype(np.int64))
        return names.probabilities()

    recipe = replace(
        _RECIPE, embeddings=features.embeddings is not None, english=features.english is not None
    )
    penalties = np.full(len(texts), _PENALTY, np.float32)
    penalties[own] /= _DECISION_WEIGHT
    regression = ScoreRegression(features, recipe, penalties)
    fold = grouped_folds(labels, digests, folds_for(len(labels)), 0)
    margins = np.zeros((len(labels), len(tags)), np.float32)
    for number in range(int(fold.max()) + 1):
        progress.report(0.5 + 0.07 * number, "learning from the tag names")
        inside = np.flatnonzero(fold == number)
        margins[inside] = regression.scores_without(estimated(np.flatnonzero(fold != number)), inside)
    progress.report(0.9, "learning from the tag names")
    head = regression.head(estimated(own), _scale(margins, labels))
    probabilities = _calibrated(margins, labels, fold)
    curve = fit_confidence_curve(probabilities, labels)
    head, probabilities = replace(head, confidence_curve=curve), recalibrated(probabilities, curve)
    training = training_info(rows, probabilities, len(rows))
    threshold = threshold_for(probabilities, labels, _SURE)
    manifest = Manifest("", rows.tags, recipe, training, threshold, None)
    model = LinearModel(manifest, vectors, head, rows, None).versioned()
    return NamedTraining(model, probabilities, len(pool))


def _calibrated(margins: FloatArray, labels: IntArray, fold: IntArray) -> FloatArray:
    """Return the probabilities for out-of-fold margins; each fold is calibrated on the others."""
    probabilities = np.zeros_like(margins)
    for number in range(int(fold.max()) + 1):
        inside = fold == number
        scale = _scale(margins[~inside], labels[~inside])
        probabilities[inside] = softmax(scale[0] * margins[inside])
    return probabilities


def is_for_names(workspace: Workspace, decided: DecidedExamples) -> bool:
    """Return whether the decisions are so few that the names of the tags help; see `train_on_names`."""
    names = {tag.name for tag in workspace.tag_set.tags}
    states = workspace.states()
    return (
        len(decided.rows) < ENOUGH * len(names)
        and not any(decided.additional_tags)
        and len(set(decided.tags)) >= 2
        and names.issuperset(decided.tags)
        and int(((states.decided < 0) & ~states.gone).sum()) >= _FEWEST_TEXTS
    )


def _undecided(workspace: Workspace, decided: DecidedExamples, most: int) -> RowArray:
    """Return at most `most` undecided records, without the audit set and texts of decided records."""
    states = workspace.states()
    free = np.flatnonzero((states.decided < 0) & ~states.gone).astype(np.int64)
    free = np.random.default_rng(0).permutation(free)[: 2 * most]
    free = free[~workspace.table.audited(free)]
    digests = workspace.table.all_digests()
    free = free[~np.isin(digests[free], digests[np.array(decided.rows, np.int64)])]
    found: RowArray = np.sort(free[:most])
    return found


def _scale(margins: FloatArray, labels: IntArray) -> FloatArray:
    return fit_scale(margins, np.zeros_like(margins), labels)


class ScoreRegression:
    """Ridge regressions of scores for the same n texts: their inner products are computed once."""

    def __init__(self, features: Features, recipe: Recipe, penalties: FloatArray) -> None:
        """`penalties`, shape (n,), are divided by the weight of each text."""
        self._features, self._recipe, self._penalties = features, recipe, penalties
        self._blocks = feature_blocks(features, recipe)
        self._inner = np.ones((len(features), len(features)), np.float32)  # 1 is the bias
        for block in self._blocks.values():
            self._inner += inner_products(block, len(features))

    def scores_without(self, scores: FloatArray, rows: NDArray[np.intp]) -> FloatArray:
        """Return the scores of `rows` by a regression of `scores`, shape (n, k), on the other texts."""
        kept = np.setdiff1d(np.arange(len(self._features)), rows)
        found: FloatArray = self._inner[np.ix_(rows, kept)] @ self._duals(scores, kept)
        return found

    def head(self, scores: FloatArray, scale: FloatArray) -> LinearHead:
        """Return a head fitted to `scores`, shape (n, k), with the calibration `scale`."""
        duals = self._duals(scores, np.arange(len(self._features)))
        planes = {name: np.asarray(block.T @ duals, np.float32) for name, block in self._blocks.items()}
        head = assembled_head(self._features, self._recipe, planes, duals.sum(axis=0))
        return replace(head, scale=scale)

    def _duals(self, scores: FloatArray, kept: NDArray[np.intp]) -> FloatArray:
        from scipy.linalg import lapack

        system = self._inner[np.ix_(kept, kept)]
        system[np.diag_indices(len(kept))] += self._penalties[kept]
        with one_thread():
            _, duals, failed = lapack.sposv(system, scores[kept], lower=1)
        if failed:
            raise ValueError("the matrix of a ridge regression is singular")
        found: FloatArray = duals
        return found
