"""Evaluate a candidate on its table by cross-validation over the decisions it was trained on."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.significance import PairedComparison, compare
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.linear_head import recalibrated, softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.model.training_set import LabelledFeatures, joined
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.training.adaptation import weighed
from mltag_desktop.core.training.calibration import fold_of
from mltag_desktop.core.training.training import Part, fit_seconds, held_out_scores, run_parts
from mltag_desktop.core.workspace.decisions.tag_set import names_in, same_task
from mltag_desktop.core.workspace.types import TagInfo

LEAST: Final = 10
"""Smallest number of decisions for an evaluation."""
Rows = NDArray[np.intp]
_FOLDS: Final = 5


def on_decisions(
    progress: Progress, candidate: LinearModel, against: LinearModel, *, jobs: int | None = None
) -> tuple[PairedComparison, FloatArray] | None:
    """Compare `candidate` with `against`, which has seen none of its decisions; None for fewer than 10.

    Also returns the out-of-fold probabilities of the decisions, the last rows of the candidate, shape
    (decisions, tags). Each is predicted by a model trained like the candidate on the base and the decisions
    of the other folds; decisions with the same text share a fold. The folds run on `jobs` cores, by default
    on all.
    """
    rows, training = candidate.base, candidate.manifest.training
    own = np.arange(len(rows) - training.examples, len(rows))
    if len(own) < LEAST:
        return None
    _, first, group = np.unique(rows.digests[own], return_index=True, return_inverse=True)
    fold = fold_of(rows.labels[own][first], _FOLDS, training.seed)[group]
    recipe, scale = candidate.manifest.recipe, candidate.head.scale
    every = np.arange(len(rows))
    insides = [own[fold == part] for part in range(_FOLDS)]
    splits = [(np.setdiff1d(every, inside), inside) for inside in insides]
    words = message("evaluating the tagged records")
    answers = _predicted(progress, rows, recipe, scale, splits, words, jobs)[own]
    answers = recalibrated(answers, candidate.head.confidence_curve)
    before = against.predict_features(rows.features.take(own)).with_tags(candidate.tags).best
    names = (against.version, candidate.version)
    return compare(rows.labels[own], before, answers.argmax(axis=1), names=names), answers


def out_of_fold(
    progress: Progress,
    answers: LabelledFeatures,
    base: LinearModel | None,
    scale: FloatArray,
    *,
    jobs: int | None = None,
    without: Sequence[int] = (),
) -> FloatArray:
    """Return out-of-fold probabilities for the decisions `answers`, shape (n, k).

    No model is trained on the decisions at the indices `without`; the folds do not depend on them.

    The models are trained on the decisions of the other folds and on the rows of `base`, if given, which have
    less weight the more they differ from the decisions; equal texts share a fold. Rows are 0 where the
    training rows have fewer than two tags. `scale` calibrates the scores. The folds run on `jobs` cores, by
    default on all.
    """
    if not len(answers):
        return np.zeros((0, len(answers.tags)), np.float32)
    known = None if base is None else base.base
    if known is not None:
        known, answers = weighed(known, answers)
    _, first, group = np.unique(answers.digests, return_index=True, return_inverse=True)
    fold = fold_of(answers.labels[first], _FOLDS, 0)[group]
    every = answers if known is None else joined(known, answers)
    own = np.arange(len(every) - len(answers), len(every))
    recipe = (DEFAULT_RECIPE if base is None else base.manifest.recipe).within(every.features)
    used = np.ones(len(every), np.bool_)
    used[own[np.array(without, np.intp)]] = False
    insides = [own[fold == part] for part in np.unique(fold)]
    splits = [
        (np.flatnonzero(used & ~np.isin(every.digests, every.digests[inside])), inside) for inside in insides
    ]
    return _predicted(progress, every, recipe, scale, splits, message("looking for doubtful tags"), jobs)[own]


def _predicted(
    progress: Progress,
    rows: LabelledFeatures,
    recipe: Recipe,
    scale: FloatArray,
    splits: Sequence[tuple[Rows, Rows]],
    words: str,
    jobs: int | None,
) -> FloatArray:
    """Return probabilities of the rows inside each split by a head fitted to those outside, shape (n, k).

    They are 0 where the rows outside have fewer than two tags.
    """
    found = np.zeros((len(rows), len(rows.tags)), np.float32)
    parts = [Part(words, (rows, recipe, *split)) for split in splits]
    seconds = len(parts) * fit_seconds(rows.features, len(rows.tags), recipe)
    scored = run_parts(progress, held_out_scores, parts, jobs=jobs, seconds=seconds)
    for (_, inside), scores in zip(splits, scored, strict=True):
        if scores is not None:
            found[inside] = softmax(scale[0] * scores.margins + scale[1] * scores.bayes)
    return found


def builds_on(known: Sequence[str], tags: Sequence[TagInfo], decided: Iterable[str]) -> bool:
    """Return whether a workspace's tags, including renamed ones, and decisions match the task of a model.

    `known` are the model's tags; `decided` are tags by their names in the model (`in_words_of`).
    """
    return same_task(known, [*names_in(tags, known), *decided])
