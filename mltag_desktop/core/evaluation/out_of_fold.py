"""Evaluate a candidate on its table by cross-validation over the decisions it was trained on."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.report import aligned
from mltag_desktop.core.evaluation.significance import PairedComparison, compare
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE
from mltag_desktop.core.model.training.adaptation import weighed
from mltag_desktop.core.model.training.calibration import fold_of
from mltag_desktop.core.model.training.training import fit_rows
from mltag_desktop.core.model.training_set import LabelledFeatures, joined
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.decisions.tag_set import names_in
from mltag_desktop.core.workspace.types import TagInfo

LEAST: Final = 10
"""Smallest number of decisions for an evaluation."""
Rows = NDArray[np.intp]
_FOLDS: Final = 5


def on_decisions(
    progress: Progress, candidate: LinearModel, against: LinearModel
) -> tuple[PairedComparison, FloatArray] | None:
    """Compare `candidate` with `against`, which has seen none of its decisions; None for fewer than 10.

    Also returns the out-of-fold probabilities of the decisions, the last rows of the candidate, shape
    (decisions, tags). Each is predicted by a model trained like the candidate on the base and the decisions
    of the other folds; decisions with the same text share a fold.
    """
    rows, training = candidate.base, candidate.manifest.training
    own = np.arange(len(rows) - training.examples, len(rows))
    if len(own) < LEAST:
        return None
    _, first, group = np.unique(rows.digests[own], return_index=True, return_inverse=True)
    fold = fold_of(rows.labels[own][first], _FOLDS, training.seed)[group]
    answers = np.zeros((len(own), len(rows.tags)), np.float32)
    for part in range(_FOLDS):
        at = SubProgress(progress, part / _FOLDS, (part + 1) / _FOLDS)
        at.report(0.0, "evaluating the table's decisions")
        inside = np.flatnonzero(fold == part)
        outside = rows.take(np.setdiff1d(np.arange(len(rows)), own[inside]))
        if len(inside) and len(np.unique(outside.labels)) >= 2:
            recipe = candidate.manifest.recipe
            head = fit_rows(outside, recipe, at)
            scaled = replace(head, scale=candidate.head.scale)
            answers[inside] = softmax(scaled.scores(rows.features.take(own[inside])))
    before = aligned(against.predict_features(rows.features.take(own)), candidate.tags).argmax(axis=1)
    names = (against.version, candidate.version)
    return compare(rows.labels[own], before, answers.argmax(axis=1), names=names), answers


def out_of_fold(
    progress: Progress, answers: LabelledFeatures, base: LinearModel | None, scale: FloatArray, seed: int = 0
) -> FloatArray:
    """Return out-of-fold probabilities for the decisions `answers`, shape (n, k).

    The models are trained on the decisions of the other folds and on the rows of `base`, if given, which have
    less weight the more they differ from the decisions; equal texts share a fold. Rows are 0 where the
    training rows have fewer than two tags. `scale` calibrates the scores.
    """
    probabilities = np.zeros((len(answers), len(answers.tags)), np.float32)
    if not len(answers):
        return probabilities
    known = None if base is None else base.base
    if known is not None:
        known, answers = weighed(known, answers)
    _, first, group = np.unique(answers.digests, return_index=True, return_inverse=True)
    fold = fold_of(answers.labels[first], _FOLDS, seed)[group]
    for part in np.unique(fold):
        at = SubProgress(progress, float(part) / _FOLDS, float(part + 1) / _FOLDS)
        at.report(0.0, "looking for doubtful decisions")
        inside: Rows = np.flatnonzero(fold == part)
        rest = answers.take(np.flatnonzero(fold != part))
        if known is not None:
            others = known.take(np.flatnonzero(~np.isin(known.digests, answers.digests[inside])))
            rest = joined(others, rest)
        if len(np.unique(rest.labels)) < 2:
            continue
        recipe = base.manifest.recipe if base is not None else DEFAULT_RECIPE
        head = fit_rows(rest, recipe, at)
        scores = replace(head, scale=scale).scores(answers.features.take(inside))
        probabilities[inside] = softmax(scores)
    return probabilities


def same_task(known: Iterable[str], wanted: Iterable[str]) -> bool:
    """Return whether at least half of the model's tags `known` are in `wanted`.

    A curator can add or remove a few tags and still train on top of the model; a tag set that shares only
    "other" with the model is a new task.
    """
    tags = set(known)
    return bool(tags) and 2 * len(tags & set(wanted)) >= len(tags)


def builds_on(known: Sequence[str], tags: Sequence[TagInfo], decided: Iterable[str]) -> bool:
    """Return whether a workspace's tags, including renamed ones, and decisions match the task of a model.

    `known` are the model's tags; `decided` are tags by their names in the model (`in_words_of`).
    """
    return same_task(known, [*names_in(tags, known), *decided])
