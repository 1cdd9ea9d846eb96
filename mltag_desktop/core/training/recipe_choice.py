"""Choose a recipe, or compare recipes, by cross-validation on labelled rows.

Choose features, regularisation and class weights for labelled rows by cross-validation.

Each candidate is compared by a ridge classifier on the same features: leave-one-out predictions of a sample
follow from one matrix inverse (Rifkin and Lippert, 2007), and more rows are predicted by the same classifier.
So a candidate costs a second where a cross-validated linear SVM takes a minute, and both rank features alike
(docs/decisions/0035-automatic-recipe.md).
"""

import functools
import operator
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.metrics import Interval, expected_calibration_error, slice_figures
from mltag_desktop.core.evaluation.model_evaluation import MAJORITY, majority, named, rules_for
from mltag_desktop.core.evaluation.significance import PairedComparison
from mltag_desktop.core.evaluation.significance import compare as compare_answers
from mltag_desktop.core.messages import message, sentences
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.encoder import ENGLISH, EncoderError, embed_all
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.keyword_rules import TagWithKeywords
from mltag_desktop.core.model.language import are_english
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, TWIN, Recipe, trainable
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.serialization import LATER, to_plain
from mltag_desktop.core.training.fitting import LabelledTexts, feature_blocks, inner_products, one_thread
from mltag_desktop.core.training.training import (
    Cost,
    CrossValidation,
    Examples,
    FoldPlan,
    Part,
    PreparedRows,
    ReadAll,
    TrainedModel,
    cross_validate,
    fit_seconds,
    folds_for,
    labelled_features,
    run_parts,
    train,
    train_out_of_fold,
)
from mltag_desktop.core.training.twin import distilled_vectors, train_twin

Result = TypeVar("Result")

AUTO: Final = "auto"
"""The name that stands for the chosen recipe."""
CHOICE: Final = "recipe_choice"
"""Key of the choice in the metrics of a manifest."""
_FEWEST_ROWS: Final = 20
_FEWEST_ROWS_A_TAG: Final = 2
_MOST_ROWS: Final = 10_000
"""Rows that are read for the choice and for the head of other languages."""
_MOST_JUDGED: Final = 2_000
"""Texts whose language is looked for."""
_MOST_COMPARED: Final = 5_000
"""Rows that candidates are compared on."""
_MOST_TRAINED: Final = 2_000
"""Rows that the ridge classifiers are trained on; the time grows with the third power."""
_MORE_ROWS: Final = 2
"""Times as many rows as these from which only candidates with words are compared: words gain most by rows."""
_MOST_ENTRIES: Final = 1_000_000
"""Character sequences of the rows that they are trained on, for long texts."""
_MOST_BEHIND: Final = 0.005
"""Accuracy that is given up for a faster model at most."""
_FIRST_C: Final = 1.0
_OTHER_C: Final = (0.3, 3.0)
_AUTO: Final = Recipe(AUTO, message("Features, C and class weights chosen by cross-validation"), c=_FIRST_C)
_LOGISTIC_C: Final = 5.0
_NOISE: Final = 0.01
_FEW_A_TAG: Final = 40
"""Rows for each tag up to which logistic regression is tried too."""
_MOST_PRODUCTS: Final = 5e8
"""Squared rows times tags up to which it is tried; it takes 4 seconds a fold there."""
_MANY_SCORES: Final = 150_000
"""Rows times tags from which the tags share one linear SVM; it takes a third of the time."""
_SECONDS_A_CUBE: Final = 4e-11
"""Measured seconds of one candidate on one core for each row to the third power."""

_FEATURE_SETS: Final = (
    ("words", replace(_AUTO, vectors=False)),
    ("words + vectors", _AUTO),
    ("words + characters", replace(_AUTO, vectors=False, characters=True)),
    ("words + characters + vectors", replace(_AUTO, characters=True)),
    *(
        (f"{name}{encoders}", replace(recipe, embeddings=True, english=english))
        for encoders, english in (("encoder", False), ("both encoders", True))
        for name, recipe in (
            ("", replace(_AUTO, words=False, vectors=False, bayes=False)),
            ("words + ", replace(_AUTO, vectors=False)),
            ("words + characters + ", replace(_AUTO, vectors=False, characters=True)),
            ("words + characters + vectors + ", replace(_AUTO, characters=True)),
        )
    ),
)
"""Feature sets by name, those whose models predict faster first."""


@dataclass(frozen=True)
class ComparedRecipe:
    """A candidate of the choice, on rows that its classifier was not trained on."""

    features: str
    c: float
    balanced: bool
    accuracy: float
    behind: float
    """Accuracy of the best candidate minus that of this one."""
    error: float
    """Standard error of `behind`, from the differences row by row."""


@dataclass(frozen=True)
class RecipeChoice:
    """The chosen recipe and the candidates in the order of comparison, faster models first."""

    recipe: Recipe
    features: str = ""
    """Names of the chosen features; empty where there were too few rows to compare."""
    trained_rows: int = 0
    rows: int = 0
    """Rows on which the accuracy was measured."""
    candidates: tuple[ComparedRecipe, ...] = ()
    failure: str = field(default="", metadata=LATER)
    """Why the English encoder did not read the texts, as a sentence; empty if it did or need not."""

    def in_words(self) -> tuple[str, ...]:
        """Return the choice and its table as sentences for a report; without a comparison only a failure."""
        failure = (self.failure,) if self.failure else ()
        if not self.candidates:
            return failure
        first = [each for each in self.candidates if each.c == _FIRST_C and each.balanced]
        table = "; ".join(f"{each.features} {each.accuracy:.3f}" for each in first)
        weights = message("balanced") if self.recipe.balanced else message("equal")
        chosen = message(
            "Recipe chosen by cross-validation on {rows:,} rows: {features}; C = {c}, class weights "
            "{weights}.",
            rows=self.rows,
            features=self.features,
            c=self.recipe.c,
            weights=weights,
        )
        if self.recipe.loss == "logistic":
            chosen = sentences(chosen, message("With so few rows for each tag, logistic regression is used."))
        rule = message(
            "Accuracy by features: {table}. Of candidates within one standard error of the best, the fastest "
            "is used; with few rows for each tag, the one with all features, or the best if it is not among "
            "them.",
            table=table,
        )
        return (sentences(chosen, rule), *failure)


class AutomaticTraining(NamedTuple):
    """A model with a chosen recipe."""

    model: LinearModel
    choice: RecipeChoice
    out_of_fold: FloatArray
    """Probabilities of the training rows by models without them, shape (n, k)."""


def train_named(
    progress: Progress,
    name: str,
    examples: Examples,
    vectors: StaticVectors,
    *,
    unlabelled: Sequence[str] = (),
    base: LinearModel | None = None,
    seed: int = 0,
    jobs: int | None = None,
) -> tuple[LinearModel, RecipeChoice | None]:
    """Train by the recipe called `name`, automatically or as a twin; return the choice if there was one.

    A twin is also distilled from the `unlabelled` texts. Raises `MltagError` for an unknown name.
    """
    recipe = trainable(name)
    if recipe is not None:
        model = train(progress, examples, recipe, base=base, vectors=vectors, seed=seed, jobs=jobs)
        return model, None
    if name == TWIN.name:
        texts = [*examples.texts, *unlabelled]
        return train_twin(progress, examples, texts, vectors, seed=seed, jobs=jobs), None
    model, choice, _ = train_automatically(progress, examples, vectors, seed=seed, jobs=jobs)
    return model, choice


def train_automatically(
    progress: Progress,
    examples: Examples,
    vectors: StaticVectors,
    *,
    seed: int = 0,
    jobs: int | None = None,
    read: ReadAll = embed_all,
) -> AutomaticTraining:
    """Choose the recipe for `examples` and train with it; the choice is stored in the manifest's metrics.

    `read` computes embeddings. Without an encoder, recipes that read its embeddings are left out. With the
    multilingual one, the model has a head for other languages. The English encoder is tried where most texts
    are English, and always beside the other, which knows texts in other languages.
    """
    count = len(examples.texts)
    sampled = np.arange(count)
    if count > _MOST_ROWS:
        sampled = np.sort(np.random.default_rng(seed).permutation(count)[:_MOST_ROWS])
    some, part = examples.take(sampled.tolist()), SubProgress(progress, 0.0, 0.3)
    sample, failure = read_by_suitable(
        some.texts, lambda extra: labelled_features(some, vectors, progress=part, extra=extra, read=read)
    )
    choice = choose_recipe(SubProgress(progress, 0.3, 0.5), sample, seed=seed, jobs=jobs)
    choice = replace(choice, failure=failure)
    rows = sample
    if count > _MOST_ROWS:
        part = SubProgress(progress, 0.5, 0.7)
        rows = labelled_features(examples, vectors, progress=part, extra=choice.recipe.extra, read=read)
    foreign = LabelledTexts(sample, some.texts)
    part = SubProgress(progress, 0.5 if count <= _MOST_ROWS else 0.7, 1.0)
    prepared = PreparedRows(rows, foreign)
    model, out_of_fold = _better_loss(part, examples, choice.recipe, vectors, prepared, seed, jobs)
    choice = replace(choice, recipe=model.manifest.recipe)
    if choice.candidates:
        manifest = replace(model.manifest, metrics={**model.manifest.metrics, CHOICE: to_plain(choice)})
        model = replace(model, manifest=manifest)
    return AutomaticTraining(model, choice, out_of_fold)


def _better_loss(
    progress: Progress,
    examples: Examples,
    recipe: Recipe,
    vectors: StaticVectors,
    prepared: PreparedRows,
    seed: int,
    jobs: int | None,
) -> TrainedModel:
    """Train with the recipe; with few rows for each tag, also by logistic regression, and keep one.

    Logistic regression is kept unless it predicts clearly fewer rows correctly out of fold: on other rows it
    was the better one nearly always (docs/decisions/0035-automatic-recipe.md).
    """
    logistic = logistic_for(prepared.rows, recipe)
    share = progress if logistic is None else SubProgress(progress, 0.0, 0.5)
    by_svm = train_out_of_fold(
        share, examples, recipe, vectors=vectors, seed=seed, jobs=jobs, prepared=prepared
    )
    if logistic is None:
        return by_svm
    share = SubProgress(progress, 0.5, 1.0)
    by_logistic = train_out_of_fold(
        share, examples, logistic, vectors=vectors, seed=seed, jobs=jobs, prepared=PreparedRows(prepared.rows)
    )
    model = by_logistic.model
    ahead = by_svm.model.manifest.training.accuracy - model.manifest.training.accuracy
    if ahead > _NOISE:
        return by_svm
    head = replace(model.head, foreign=by_svm.model.head.foreign)
    model = replace(model, head=head).versioned()
    return TrainedModel(model, by_logistic.out_of_fold)


def logistic_for(rows: LabelledFeatures, recipe: Recipe) -> Recipe | None:
    """Return the recipe with logistic regression if there are few rows for each tag, else None."""
    tags = len(np.unique(rows.labels))
    is_possible = _are_few(rows) and len(rows) ** 2 * tags <= _MOST_PRODUCTS
    if not is_possible or tags < 3 or rows.additional_tags is not None or recipe == DEFAULT_RECIPE:
        return None
    return replace(recipe, loss="logistic", c=_LOGISTIC_C)


def _are_few(rows: LabelledFeatures) -> bool:
    return len(rows) <= _FEW_A_TAG * len(np.unique(rows.labels))


def choose_recipe(
    progress: Progress, rows: LabelledFeatures, *, seed: int = 0, jobs: int | None = None
) -> RecipeChoice:
    """Choose features, then C and class weights, for rows with character sequences and maybe embeddings.

    Of the candidates within one standard error of the best, the one whose model predicts fastest is chosen;
    with few rows for each tag, the one that reads everything. With too few rows it is the default recipe. The
    same rows and seed give the same choice on any number of cores.
    """
    counts = Counter(rows.labels.tolist())
    comparable = [tag for tag, count in counts.items() if count >= _FEWEST_ROWS_A_TAG]
    if len(rows) < _FEWEST_ROWS or len(comparable) < 2:
        return RecipeChoice(DEFAULT_RECIPE)
    order = np.random.default_rng(seed).permutation(len(rows))[:_MOST_COMPARED]
    trained, tested = np.split(order, [_trained_rows(rows)])
    sets = [(name, recipe) for name, recipe in _FEATURE_SETS if rows.features.has(recipe.extra)]
    if len(rows) > _MORE_ROWS * len(trained):
        sets = [(name, recipe) for name, recipe in sets if recipe.words]
    grams = _grams(SubProgress(progress, 0.0, 0.3), rows, trained, tested)
    part = SubProgress(progress, 0.3, 0.7)
    correct = _compared(part, grams, rows, trained, tested, [recipe for _, recipe in sets], jobs)
    place = _fullest(correct) if _are_few(rows) else _fastest(correct)
    features, recipe = sets[place]
    others = [replace(recipe, c=c) for c in _OTHER_C] + [replace(recipe, balanced=False)]
    more = _compared(SubProgress(progress, 0.7, 1.0), grams, rows, trained, tested, others, jobs)
    settings = [recipe, *others]
    found = np.stack([correct[[each for _, each in sets].index(recipe)], *more])
    best = settings[int(found.mean(axis=1).argmax())]  # C and weights make no difference to the speed
    if len(rows) * len(counts) > _MANY_SCORES and rows.additional_tags is None:
        best = replace(best, loss="crammer_singer")
    every = [*((name, each) for name, each in sets), *((features, each) for each in others)]
    table = _table(every, np.concatenate([correct, more]))
    return RecipeChoice(best, features, len(trained), len(order), table)


def _trained_rows(rows: LabelledFeatures) -> int:
    """Return how many rows the ridge classifiers are trained on: fewer of long texts."""
    characters = rows.features.characters
    entries = 0 if characters is None else len(characters.buckets)
    fits = int(_MOST_ENTRIES * len(rows) / max(1, entries))
    return min(len(rows), _MOST_TRAINED, max(fits, 500))


_Grams = dict[str, tuple[FloatArray, FloatArray]]
"""By kind of features: inner products of trained rows, and of tested rows with trained rows."""


def _grams(
    progress: Progress, rows: LabelledFeatures, trained: NDArray[np.intp], tested: NDArray[np.intp]
) -> _Grams:
    wanted = replace(
        _AUTO,
        characters=rows.features.characters is not None,
        embeddings=rows.features.embeddings is not None,
        english=rows.features.english is not None,
    )
    found: _Grams = {}
    for name, block in feature_blocks(rows.features, wanted).items():
        progress.report(0.0, "choosing the recipe")
        inner = inner_products(block[np.concatenate([trained, tested])], len(trained))
        found[name] = inner[: len(trained)], inner[len(trained) :]
    return found


def _compared(
    progress: Progress,
    grams: _Grams,
    rows: LabelledFeatures,
    trained: NDArray[np.intp],
    tested: NDArray[np.intp],
    recipes: Sequence[Recipe],
    jobs: int | None,
) -> NDArray[np.bool_]:
    """Return whether each recipe predicts each row's tag without it, shape (recipes, n)."""
    labels, weights, tags = rows.labels, rows.weights, len(rows.tags)
    parts = []
    for recipe in recipes:
        own = tuple(grams[kind] for kind in grams if getattr(recipe, kind))
        given = (own, labels[trained], weights[trained], recipe.c, recipe.balanced, labels[tested], tags)
        parts.append(Part("choosing the recipe", given))
    seconds = len(parts) * _SECONDS_A_CUBE * len(trained) ** 3
    seconds += fit_seconds(rows.features, tags) * folds_for(len(rows))  # the workers are kept for that
    return np.stack(run_parts(progress, _correct, parts, jobs=jobs, seconds=seconds))


def _correct(
    progress: Progress,
    grams: Sequence[tuple[FloatArray, FloatArray]],
    labels: IntArray,
    weights: FloatArray,
    c: float,
    balanced: bool,
    tested: IntArray,
    tags: int,
) -> NDArray[np.bool_]:
    """Return whether a ridge classifier predicts each trained row left out, then each tested row.

    `grams` are the inner products of each kind of features that it reads, as in `_Grams`.
    """
    progress.report(0.0)
    inner = reduce(np.add, (first for first, _ in grams)) + np.float32(1)  # 1 is the bias
    across = reduce(np.add, (second for _, second in grams)) + np.float32(1)
    counts = np.bincount(labels, minlength=tags)
    if balanced:
        weights = weights * (len(labels) / ((counts > 0).sum() * np.maximum(counts, 1)))[labels]
    scores = leave_one_out(inner, across, labels, weights, c, tags)
    scores[:, counts == 0] = -np.inf
    correct: NDArray[np.bool_] = scores.argmax(axis=1) == np.concatenate([labels, tested])
    return correct


def leave_one_out(
    inner: FloatArray, across: FloatArray, labels: IntArray, weights: FloatArray, c: float, tags: int
) -> FloatArray:
    """Return scores of a ridge classifier: of each trained row without it, then of other rows, (n, tags).

    `inner` are the inner products of the trained rows, shape (m, m), and `across` those of others with them.
    """
    from scipy.linalg import lapack

    targets = np.where(np.arange(tags)[None, :] == labels[:, None], 1, -1).astype(np.float32)
    system = inner.copy()
    system[np.diag_indices(len(labels))] += (1 / (2 * c * weights)).astype(np.float32)
    with one_thread():
        factor, failed = lapack.spotrf(system.T, lower=1, overwrite_a=1)
        root, failed_too = lapack.strtri(factor, lower=1)
        if failed or failed_too:
            raise ValueError("the matrix of a ridge classifier is singular")
        duals = root.T @ (root @ targets)
        left_out = targets - duals / np.square(root).sum(axis=0)[:, None]  # the diagonal of the inverse
        scores: FloatArray = np.concatenate([left_out, across @ duals]).astype(np.float32)
    return scores


def _fastest(correct: NDArray[np.bool_]) -> int:
    """Return the first candidate, and so the fastest, within one standard error of the best."""
    best = correct[int(correct.mean(axis=1).argmax())]
    for place, each in enumerate(correct):
        behind, error = _behind(best, each)
        if _is_close(behind, error):
            return place
    raise ValueError("the best candidate is not behind itself")


def _fullest(correct: NDArray[np.bool_]) -> int:
    """Return the last candidate, which reads everything, unless the best is ahead by a standard error.

    With few rows for each tag, noise decides between feature sets, and all together were the best.
    """
    place = int(correct.mean(axis=1).argmax())
    behind, error = _behind(correct[place], correct[-1])
    return len(correct) - 1 if behind <= error else place


def _is_close(behind: float, error: float) -> bool:
    """Return whether speed may decide: with few rows, a standard error is a difference that matters."""
    return behind <= min(error, _MOST_BEHIND)


def _behind(best: NDArray[np.bool_], other: NDArray[np.bool_]) -> tuple[float, float]:
    """Return how much less accurate `other` is than `best`, and the standard error of the difference."""
    differences = best.astype(np.float64) - other
    return float(differences.mean()), float(differences.std() / np.sqrt(len(differences)))


def _table(recipes: Sequence[tuple[str, Recipe]], correct: NDArray[np.bool_]) -> tuple[ComparedRecipe, ...]:
    best = correct[int(correct.mean(axis=1).argmax())]
    return tuple(
        ComparedRecipe(name, recipe.c, recipe.balanced, float(each.mean()), *_behind(best, each))
        for (name, recipe), each in zip(recipes, correct, strict=True)
    )


def suitable_features(texts: Sequence[str]) -> Extra:
    """Return the features that the recipe is chosen from, with those of the encoders that suit the texts."""
    if not encoder.is_installed():
        return Extra.CHARACTERS
    some = np.random.default_rng(0).permutation(len(texts))[:_MOST_JUDGED].tolist()
    suits = encoder.is_installed(ENGLISH) and are_english([texts[place] for place in some]).any()
    return Extra.CHARACTERS | Extra.EMBEDDINGS | (Extra.ENGLISH if suits else Extra.NONE)


def read_by_suitable(texts: Sequence[str], read: Callable[[Extra], Result]) -> tuple[Result, str]:
    """Call `read` with the features that suit `texts`, without the English encoder if it fails.

    Returns what `read` returns, and a sentence about the failure, which is empty without one.
    """
    extra = suitable_features(texts)
    try:
        return read(extra), ""
    except EncoderError as error:
        if Extra.ENGLISH not in extra:
            raise
        words = message("The English encoder did not read the texts. {reason}", reason=error.message)
        return read(extra & ~Extra.ENGLISH), words


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
            message("{rows} rows are too few for {folds} folds.", rows=len(examples.texts), folds=plan.folds),
            "Use more rows or fewer folds.",
        )
    progress.report(0.0, "reading the texts")
    extra = functools.reduce(operator.or_, (each.extra for each in recipes.values() if each), Extra.NONE)
    if AUTO in recipes:
        extra |= suitable_features(examples.texts)
    rows = labelled_features(examples, vectors, progress=SubProgress(progress, 0.0, 0.05), extra=extra)
    if AUTO in recipes:
        chosen = choose_recipe(SubProgress(progress, 0.05, 0.1), rows, seed=plan.seed, jobs=jobs).recipe
        recipes[AUTO] = logistic_for(rows, chosen) or chosen
    results: list[RecipeFigures] = []
    first: IntArray | None = None
    for number, (name, recipe) in enumerate(recipes.items()):
        start, end = (0.1 + 0.9 * place / len(recipes) for place in (number, number + 1))
        part = SubProgress(progress, start, end)
        part.report(0.0, name)
        if name == TWIN.name:
            predictions = _twin(part, examples, vectors, plan, jobs)
        elif recipe is not None:
            predictions = _evaluated(part, rows, recipe, vectors, plan, jobs)
        else:
            predictions = _baseline(name, examples, rows, guideline)
        results.append(_figures(name, predictions, first, results[0].name if results else ""))
        first = predictions.probabilities[0].argmax(axis=1).astype(np.int32) if first is None else first
    progress.report(1.0, "compared")
    return RecipeComparison(len(rows), rows.tags, plan.folds, plan.repeats, tuple(results))


def _twin(
    progress: Progress, examples: Examples, vectors: StaticVectors, plan: FoldPlan, jobs: int | None
) -> CrossValidation:
    """Evaluate the fast twin; its vectors are fitted to all texts, since they need no tags."""
    start = time.perf_counter()
    own = distilled_vectors(SubProgress(progress, 0.0, 0.4), examples.texts, vectors, seed=plan.seed)
    rows = labelled_features(examples, own)
    seconds = time.perf_counter() - start
    found = _evaluated(SubProgress(progress, 0.4, 1.0), rows, TWIN, own, plan, jobs)
    return replace(found, cost=Cost(seconds + found.cost.seconds, found.cost.bytes))


def _evaluated(
    progress: Progress,
    rows: LabelledFeatures,
    recipe: Recipe,
    vectors: StaticVectors,
    plan: FoldPlan,
    jobs: int | None,
) -> CrossValidation:
    """Cross-validate a recipe; the size of its model includes the static vectors that it reads."""
    found = cross_validate(progress, rows, recipe, plan, jobs=jobs, with_cost=True)
    own = vectors.table.nbytes + vectors.scales.nbytes if recipe.vectors else 0
    return replace(found, cost=found.cost._replace(bytes=found.cost.bytes + own))


def _baseline(
    name: str, examples: Examples, rows: LabelledFeatures, guideline: Sequence[TagWithKeywords]
) -> CrossValidation:
    """Evaluate the rules or the most frequent tag, which no fold changes: every row is out of fold."""
    start, size = time.process_time(), 0
    if name == RULES:
        rules = rules_for(guideline or named(examples.tags), examples.tags)
        seconds, size = time.process_time() - start, rules.size
        answers = rules.predict(examples.texts)
    else:
        answers = majority(examples.tags)
        seconds = time.process_time() - start
    probabilities = answers.with_tags(rows.tags).probabilities[None]
    return CrossValidation(rows.tags, rows.labels, probabilities, cost=Cost(seconds, size))


def _figures(
    name: str,
    predictions: CrossValidation,
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
        seconds=predictions.cost.seconds,
        bytes=predictions.cost.bytes,
        against_first=None
        if first is None
        else compare_answers(truth, first, answers[0], names=(first_name, name)),
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
