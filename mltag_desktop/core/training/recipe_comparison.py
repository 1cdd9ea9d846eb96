"""Compare recipes by cross-validation on the same folds of a labelled table."""

import functools
import operator
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.baselines import MAJORITY, majority, named, rules_for
from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.evaluation.statistics.metrics import (
    Interval,
    expected_calibration_error,
    slice_figures,
)
from mltag_desktop.core.evaluation.statistics.significance import PairedComparison
from mltag_desktop.core.evaluation.statistics.significance import compare as compare_answers
from mltag_desktop.core.model.features import encoder
from mltag_desktop.core.model.features.extraction import Extra
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.keyword_rules import TagWithKeywords
from mltag_desktop.core.model.recipes import TWIN, Recipe, trainable
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import IntArray, Predictions
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.parallel import Part
from mltag_desktop.core.training.recipe_choice import AUTO, choose_recipe, logistic_for
from mltag_desktop.core.training.training import (
    CrossValidation,
    Examples,
    FoldPlan,
    collected,
    fit_calibrated,
    fold_parts,
    labelled_features,
    run_recipes,
)
from mltag_desktop.core.training.twin import distilled_vectors

RULES: Final = "rules"
BASELINES: Final = (RULES, MAJORITY)


@dataclass(frozen=True)
class RecipeFigures:
    """The out-of-fold metrics of one recipe, as means over the repeats, and its cost."""

    name: str
    f1: float
    accuracy: float
    macro_f1: float
    ece: float
    intervals: Mapping[str, Interval]
    """95% intervals of the first repeat."""
    seconds: float
    """Processor time of a training on all rows, including the calibration."""
    bytes: int
    """Size of the arrays that prediction needs."""
    against_first: PairedComparison | None
    """Comparison with the first recipe, in the first repeat; None for the first recipe."""


@dataclass(frozen=True)
class RecipeComparison:
    """The results of several recipes on the same folds, in the given order."""

    rows: int
    tags: tuple[str, ...]
    folds: int
    repeats: int
    recipes: tuple[RecipeFigures, ...]

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings."""
        plain: dict[str, Any] = to_plain(self)
        return plain


def compare_recipes(
    progress: Progress,
    examples: Examples,
    names: Sequence[str],
    vectors: StaticVectors,
    plan: FoldPlan = FoldPlan(),  # noqa: B008 - immutable
    *,
    jobs: int | None = None,
    guideline: Sequence[TagWithKeywords] = (),
) -> RecipeComparison:
    """Cross-validate the recipes `names` (which may include `rules` and `majority`) on the same folds.

    The rules are those of `guideline`, by default of the tags' names (`rules_for`). The recipe of `auto` is
    chosen on all rows, so its figures are slightly too good; its time leaves the choice out. The work is
    done on `jobs` cores, by default on all; the time of a recipe is that of one processor.
    Raises `MltagError` for an unknown recipe, fewer rows than folds or fewer than two tags.
    """
    recipes = {name: None if name in BASELINES else trainable(name) for name in names}
    if len(examples.texts) < plan.folds:
        raise MltagError(
            f"{len(examples.texts)} rows are too few for {plan.folds} folds.",
            "Use more rows or fewer folds.",
        )
    progress.report(0.0, "reading the texts")
    extra = functools.reduce(operator.or_, (each.extra for each in recipes.values() if each), Extra.NONE)
    if AUTO in recipes:
        extra |= Extra.CHARACTERS | (Extra.EMBEDDINGS if encoder.is_installed() else Extra.NONE)
    rows = labelled_features(examples, vectors, progress=SubProgress(progress, 0.0, 0.05), extra=extra)
    if AUTO in recipes:
        chosen = choose_recipe(SubProgress(progress, 0.05, 0.1), rows, seed=plan.seed, jobs=jobs).recipe
        recipes[AUTO] = logistic_for(rows, chosen) or chosen
    trained = {name: each for name, each in recipes.items() if each is not None}
    found = _evaluated(
        SubProgress(progress, 0.1, 0.95),
        rows,
        trained,
        vectors,
        plan,
        jobs,
        with_majority=MAJORITY in recipes,
    )
    results: list[RecipeFigures] = []
    first: IntArray | None = None
    for number, name in enumerate(recipes):
        part = SubProgress(
            progress, 0.95 + 0.05 * number / len(recipes), 0.95 + 0.05 * (number + 1) / len(recipes)
        )
        if name == TWIN.name:
            predictions, seconds, size = _twin(part, examples, vectors, plan, jobs)
        elif name == RULES:
            part.report(0.0, name)
            predictions, seconds, size = _rules(examples, rows, guideline)
        else:
            predictions, seconds, size = found[name]
        results.append(_figures(name, predictions, seconds, size, first, results[0].name if results else ""))
        first = predictions.probabilities[0].argmax(axis=1).astype(np.int32) if first is None else first
    progress.report(1.0, "compared")
    return RecipeComparison(len(rows), rows.tags, plan.folds, plan.repeats, tuple(results))


def _twin(
    progress: Progress, examples: Examples, vectors: StaticVectors, plan: FoldPlan, jobs: int | None
) -> tuple[CrossValidation, float, int]:
    """Evaluate the fast twin; its vectors are fitted to all texts, since they need no tags."""
    start = time.perf_counter()
    own = distilled_vectors(SubProgress(progress, 0.0, 0.4), examples.texts, vectors, seed=plan.seed)
    rows = labelled_features(examples, own)
    seconds = time.perf_counter() - start
    part = SubProgress(progress, 0.4, 1.0)
    found, fitted, size = _evaluated(part, rows, {TWIN.name: TWIN}, own, plan, jobs)[TWIN.name]
    return found, seconds + fitted, size


def _figures(
    name: str,
    predictions: CrossValidation,
    seconds: float,
    size: int,
    first: IntArray | None,
    first_name: str,
) -> RecipeFigures:
    truth = predictions.truth
    answers = predictions.probabilities.argmax(axis=2)
    confidence = predictions.probabilities.max(axis=2).astype(np.float64)
    repeats = [slice_figures(truth, part, len(predictions.tags)) for part in answers]
    return RecipeFigures(
        name=name,
        f1=_mean([part.f1 for part in repeats]),
        accuracy=_mean([part.accuracy for part in repeats]),
        macro_f1=_mean([part.macro_f1 for part in repeats]),
        ece=_mean(list(map(expected_calibration_error, confidence, answers == truth))),
        intervals=repeats[0].intervals,
        seconds=seconds,
        bytes=size,
        against_first=None
        if first is None
        else compare_answers(truth, first, answers[0], names=(first_name, name)),
    )


def _rules(
    examples: Examples, rows: LabelledFeatures, guideline: Sequence[TagWithKeywords]
) -> tuple[CrossValidation, float, int]:
    """Evaluate the rules; they are not trained, so every row is out of fold."""
    start = time.perf_counter()
    rules = rules_for(guideline or named(examples.tags), examples.tags)
    seconds = time.perf_counter() - start
    answers = rules.predict(examples.texts)
    return _baseline(answers, rows), seconds, rules.size


def _majority(progress: Progress, rows: LabelledFeatures) -> tuple[CrossValidation, float, int]:
    """Evaluate the most frequent tag; it is the same for every training part of stratified folds."""
    progress.report(0.0)
    truth = [rows.tags[code] for code in rows.labels.tolist()]
    majority(truth[:1])  # imports scikit-learn, which is not part of the cost
    start = time.process_time()
    answers = majority(truth)
    seconds = time.process_time() - start
    return _baseline(answers, rows), seconds, 0


def _baseline(answers: Predictions, rows: LabelledFeatures) -> CrossValidation:
    probabilities = answers.with_tags(rows.tags).probabilities
    return CrossValidation(rows.tags, rows.labels, probabilities[None])


def _evaluated(
    progress: Progress,
    rows: LabelledFeatures,
    recipes: Mapping[str, Recipe],
    vectors: StaticVectors,
    plan: FoldPlan,
    jobs: int | None,
    *,
    with_majority: bool = False,
) -> dict[str, tuple[CrossValidation, float, int]]:
    """Return the predictions, the processor time of a training and the size of the model for each recipe.

    The majority is among the parts of a recipe, so that only workers import scikit-learn.
    """
    if not recipes:
        return {MAJORITY: _majority(progress, rows)} if with_majority else {}
    each = tuple(recipes.values())
    parts = [
        [*folds, Part(recipe.name, (_cost, rows, recipe, plan.seed))]  # last, when all is imported
        for recipe, folds in zip(each, fold_parts(rows, each, plan), strict=True)
    ]
    if with_majority:
        parts[0].append(Part(MAJORITY, (_majority, rows)))
    answers = run_recipes(progress, each, parts, rows, plan.folds * plan.repeats, jobs=jobs)
    found = {MAJORITY: answers[0].pop()} if with_majority else {}
    own = vectors.table.nbytes + vectors.scales.nbytes
    for (name, recipe), (*folds, (seconds, size)) in zip(recipes.items(), answers, strict=True):
        found[name] = collected(rows, plan, folds), seconds, size + (own if recipe.vectors else 0)
    return found


def _cost(progress: Progress, rows: LabelledFeatures, recipe: Recipe, seed: int) -> tuple[float, int]:
    start = time.process_time()
    head, _, _ = fit_calibrated(progress, rows, recipe, seed, jobs=1, in_worker=True)
    return time.process_time() - start, sum(array.nbytes for array in head.arrays().values())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
