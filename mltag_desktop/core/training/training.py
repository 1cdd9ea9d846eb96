"""Train a calibrated model, its folds on several cores.

Run independent parts of a training or an evaluation on several cores, in worker processes.

Threads would wait for each other, because liblinear fits one model at a time in a process
(docs/decisions/0026-parallel-training.md).

Train a calibrated model on labelled texts, with or without a base model.
"""

import contextlib
import hashlib
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.encoder import ENGLISH, MULTILINGUAL, Encoder, embed_all
from mltag_desktop.core.model.extraction import ENCODED, Extra, Features, extract
from mltag_desktop.core.model.linear_head import ForeignHead, LinearHead, recalibrated, softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import Manifest, TrainingInfo
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.training_set import (
    LabelledFeatures,
    additional_tag_matrix,
    joined,
    text_digests,
)
from mltag_desktop.core.model.types import FloatArray, IntArray, in_order
from mltag_desktop.core.processes.pool import cores, shared_pool
from mltag_desktop.core.progress import SILENT, Progress, QuietProgress, SubProgress, in_parts
from mltag_desktop.core.training.calibration import (
    fit_confidence_curve,
    fit_scale,
    fit_tag_thresholds,
    grouped_folds,
    has_folds,
    threshold_for,
)
from mltag_desktop.core.training.fitting import PAIRS_A_VALUE, LabelledTexts, fit_foreign_head, fit_head
from mltag_desktop.core.training.own_recipes import blamed, fit_estimator

Result = TypeVar("Result")
ReadAll = Callable[[Progress, Sequence[str], Encoder], FloatArray]
"""Returns the embeddings of all texts by an encoder, shape (n, d)."""

WORTHWHILE: Final = 3.0
"""Estimated seconds on one core from which workers save time; their start takes about 1 second."""


@dataclass(frozen=True)
class Part:
    """One call: its arguments after the progress, and its name for the progress display."""

    name: str
    arguments: tuple[Any, ...]


def run_parts(
    progress: Progress,
    function: Callable[..., Result],
    parts: Sequence[Part],
    *,
    jobs: int | None = None,
    seconds: float = WORTHWHILE,
    apart: bool = False,
) -> list[Result]:
    """Return `function(progress, *part.arguments)` for each of `parts`, in their order.

    `jobs` is the largest number of workers, by default one for each core. Work that takes less than
    `WORTHWHILE`, by the estimate `seconds`, is done without workers. Work that may end its process is done
    `apart`: always in workers. `function` must be a function of a module whose result depends on its
    arguments only, so that the number of workers makes no difference. Raises `WorkerEndedError` when a worker
    ends. `progress` reports and cancels inside a part without workers, and between the parts with workers.
    """
    workers = min(cores() if jobs is None else jobs, len(parts))
    if not apart and (workers < 2 or seconds < WORTHWHILE):
        return [function(own, *part.arguments) for own, part in _reported(progress, parts)]
    results: list[Result] = []
    calls = (part.arguments for part in parts)
    with contextlib.closing(shared_pool().map(function, calls, max(1, workers), attempts=1)) as found:
        for own, _ in _reported(progress, parts):
            results.append(next(found))
            own.report(1.0)
    return results


def _reported(progress: Progress, parts: Sequence[Part]) -> Iterator[tuple[Progress, Part]]:
    """Report the start of each part; yield its progress and the part."""
    for number, part in enumerate(parts):
        own = SubProgress(progress, number / len(parts), (number + 1) / len(parts))
        own.report(0.0, part.name)
        yield own, part


CORRECTION_WEIGHT = 3.0
"""Weight of a curator's decision; a row of the base data has weight 1 (docs/decisions)."""
_SURE = 0.99
_FOLDS: Final = ((5_000, 5), (8_000, 3), (math.inf, 2))
"""Numbers of folds by the most rows that they are used for."""
_FEW_FOLDS: Final = 3
_FEW_FOLDS_FROM: Final = 2_000
"""Rows above which this many folds calibrate as well as five; only a training shows their predictions."""
_FITS_A_TRAINING: Final = 6
"""Fits of a fold of cross-validation, for its calibration and for all of its training rows."""
_SECONDS_A_WEIGHT = 1.5e-7
"""Measured seconds of a fit for each entry of the features and each tag."""
_SECONDS_A_PRODUCT = 1.2e-8
"""Measured seconds of logistic regression for each pair of few rows, or each value of many, and each tag."""


@dataclass(frozen=True)
class Examples:
    """Labelled texts; `weights` are sample weights, by default 1."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    weights: tuple[float, ...] | None = None
    additional_tags: tuple[tuple[str, ...], ...] = ()
    """Additional tags of each text; empty where no text has any."""

    def __post_init__(self) -> None:
        if len(self.texts) != len(self.tags) or (
            self.weights is not None and len(self.weights) != len(self.texts)
        ):
            raise ValueError("texts, tags and weights differ in length")
        if self.additional_tags and len(self.additional_tags) != len(self.texts):
            raise ValueError("texts and additional tags differ in length")

    def take(self, places: Iterable[int]) -> "Examples":
        """Return the texts at `places`, in that order."""
        chosen = list(places)
        return Examples(
            tuple(self.texts[place] for place in chosen),
            tuple(self.tags[place] for place in chosen),
            None if self.weights is None else tuple(self.weights[place] for place in chosen),
            tuple(self.additional_tags[place] for place in chosen) if self.additional_tags else (),
        )


class Cost(NamedTuple):
    """The cost of a recipe: processor time of a training with its calibration, and size of the model."""

    seconds: float
    bytes: int


_UNMEASURED: Final = Cost(0.0, 0)


@dataclass(frozen=True)
class CrossValidation:
    """Predictions for rows by models that were not trained on them."""

    tags: tuple[str, ...]
    truth: IntArray
    """Shape (n,)."""
    probabilities: FloatArray
    """Shape (repeats, n, k)."""
    thresholds: FloatArray | None = None
    """`Predictions.thresholds` of the models, shape (repeats, n, k); None where no row has several tags."""
    cost: Cost = _UNMEASURED
    """The cost of the recipe, where it was measured."""


class TrainedModel(NamedTuple):
    """A model, and what models without a part of its training rows predict for these."""

    model: LinearModel
    out_of_fold: FloatArray
    """Probabilities of the training rows, shape (n, k)."""


class PreparedRows(NamedTuple):
    """The rows of examples, read before a training."""

    rows: LabelledFeatures
    foreign: LabelledTexts | None = None
    """Texts with embeddings, to which a head for other languages is fitted."""


def train(
    progress: Progress,
    examples: Examples,
    recipe: Recipe = DEFAULT_RECIPE,
    *,
    base: LinearModel | None = None,
    vectors: StaticVectors | None = None,
    seed: int = 0,
    jobs: int | None = None,
) -> LinearModel:
    """Train a model as `train_out_of_fold` does."""
    return train_out_of_fold(
        progress, examples, recipe, base=base, vectors=vectors, seed=seed, jobs=jobs
    ).model


def train_out_of_fold(
    progress: Progress,
    examples: Examples,
    recipe: Recipe = DEFAULT_RECIPE,
    *,
    base: LinearModel | None = None,
    vectors: StaticVectors | None = None,
    seed: int = 0,
    jobs: int | None = None,
    prepared: PreparedRows | None = None,
) -> TrainedModel:
    """Train a model on `examples`, added to the rows of `base` when it is given.

    An example replaces rows of the base with the same text. Examples that are duplicates or near-duplicates
    of a holdout row are left out and counted in the manifest. Without a base, `vectors` must be given.
    `prepared` are the rows of the examples without a base, if they were read before. It is trained on `jobs`
    cores, by default on all. Raises `MltagError` when fewer than two tags have rows.
    """
    if base is not None:
        vectors = base.vectors
    if vectors is None:
        raise ValueError("training without a base needs static vectors")
    if base is not None and not base.base.features.has(recipe.extra):
        raise MltagError(
            message(
                "The recipe {name} reads the texts of all rows, which the base model does not keep.",
                name=recipe.name,
            ),
            "Train without a base model, or choose another recipe.",
        )
    progress.report(0.0, "reading the texts")
    left_out = 0
    if prepared is None:
        part = SubProgress(progress, 0.0, 0.1)
        rows, left_out = _rows(part, examples, base, vectors, recipe.extra)
        prepared = PreparedRows(rows)
    rows, foreign = prepared
    _check(rows)
    fitting = SubProgress(progress, 0.1, 0.95)
    head, probabilities, threshold = fit_calibrated(fitting, rows, recipe, seed, jobs=jobs, foreign=foreign)
    progress.report(0.95, "assembling the model")
    training = training_info(rows, probabilities, len(examples.texts) - left_out)
    training = replace(training, left_out=left_out, seed=seed)
    manifest = Manifest("", rows.tags, recipe, training, threshold, None)
    if base is not None:
        training = replace(training, base_rows=len(base.base))
        licences = base.manifest.licences
        manifest = replace(manifest, training=training, base=base.version, licences=licences)
    holdout = None if base is None else base.holdout
    return TrainedModel(LinearModel(manifest, vectors, head, rows, holdout).versioned(), probabilities)


def fit_calibrated(
    progress: Progress,
    rows: LabelledFeatures,
    recipe: Recipe,
    seed: int,
    *,
    jobs: int | None = None,
    foreign: LabelledTexts | None = None,
    in_worker: bool = False,
    folds: int | None = None,
) -> tuple[LinearHead, FloatArray, float | None]:
    """Fit and calibrate a head; return it, the out-of-fold probabilities and the 99% threshold.

    Where rows have additional tags, the head also has a threshold for each tag. The folds and the head for
    other languages (`foreign`, see `train_out_of_fold`) are fitted on `jobs` cores, by default on all. The
    code of a package runs in a worker, unless the caller is `in_worker` already. `folds` is the number of
    folds, by default that of `folds_for`.
    """
    apart = bool(recipe.package) and not in_worker
    folds = folds or folds_for(len(rows))
    fold = grouped_folds(rows.labels, rows.digests, folds, seed)
    # the longest first: workers end together
    parts = [Part(message("training on all rows"), (fit_rows, rows, recipe))]
    parts += [
        Part(
            message("cross-validating, fold {part} of {folds}", part=part + 1, folds=folds),
            (held_out_scores, rows, recipe, np.flatnonzero(fold != part), np.flatnonzero(fold == part)),
        )
        for part in range(folds)
    ]
    seconds = len(parts) * fit_seconds(rows.features, len(rows.tags), recipe)
    if foreign is not None:
        parts.append(Part(message("training for other languages"), (fit_foreign_head, *foreign)))
    with blamed(recipe):
        fitted = run_parts(progress, _call, parts, jobs=jobs, seconds=seconds, apart=apart)
    shape = (len(rows), len(rows.tags))
    margins, bayes = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    seen = np.zeros(len(rows), np.bool_)
    for part, held_out in enumerate(fitted[1 : folds + 1]):
        if isinstance(held_out, HeldOutScores):
            inside = np.flatnonzero(fold == part)
            margins[inside], bayes[inside], seen[inside] = held_out
    head = cast(LinearHead, fitted[0])
    scale = fit_scale(margins[seen], bayes[seen], rows.labels[seen])
    probabilities = softmax(scale[0] * margins + scale[1] * bayes)
    several = rows.additional_tags is not None  # of which more than one may be right
    curve = None if several else fit_confidence_curve(probabilities[seen], rows.labels[seen])
    probabilities = recalibrated(probabilities, curve)
    threshold = threshold_for(probabilities[seen], rows.labels[seen], _SURE)
    head = replace(head, scale=scale, confidence_curve=curve)
    if foreign is not None:
        head = replace(head, foreign=cast(ForeignHead | None, fitted[-1]))
    if rows.additional_tags is not None:
        head = replace(head, tag_thresholds=fit_tag_thresholds(probabilities[seen], rows.all_tags[seen]))
    return head, probabilities, threshold


def folds_for(rows: int) -> int:
    """Return the number of folds for the calibration of a model with this many rows.

    Two factors need few rows, and models of half of many rows are nearly as accurate as those of all.
    """
    return next(folds for most, folds in _FOLDS if rows <= most)


class FoldPlan(NamedTuple):
    """Number of folds and of repetitions, and the seed."""

    folds: int = 10
    repeats: int = 3
    seed: int = 0

    def split(self, rows: LabelledFeatures, at: int) -> tuple[LabelledFeatures, NDArray[np.intp]]:
        """Return the rows outside fold `at`, counted through all repetitions, and the places inside.

        Workers call it, so that the main process need not import scikit-learn before they start.
        """
        repeat, part = divmod(at, self.folds)
        inside = grouped_folds(rows.labels, rows.digests, self.folds, self.seed + repeat) == part
        return rows.take(np.flatnonzero(~inside)), np.flatnonzero(inside)


class HeldOutScores(NamedTuple):
    """The uncalibrated scores of a fold's rows, by a head that was fitted to the other rows."""

    margins: FloatArray
    bayes: FloatArray
    seen: NDArray[np.bool_]
    """Whether the tag of the row occurs in the other rows."""


def _call(progress: Progress, function: Callable[..., Any], *arguments: Any) -> Any:
    return function(progress, *arguments)


def held_out_scores(
    progress: Progress,
    rows: LabelledFeatures,
    recipe: Recipe,
    outside: NDArray[np.intp],
    inside: NDArray[np.intp],
) -> HeldOutScores | None:
    """Score the rows `inside` by a head fitted to those `outside`.

    None without rows `inside`, or if the rows `outside` have fewer than two tags.
    """
    training = rows.take(outside)
    if not len(inside) or len(np.unique(training.labels)) < 2:
        return None
    margins, bayes = fit_rows(progress, training, recipe).parts(rows.features.take(inside))
    return HeldOutScores(margins, bayes, np.isin(rows.labels[inside], training.labels))


def cross_validate(
    progress: Progress,
    rows: LabelledFeatures,
    recipe: Recipe,
    plan: FoldPlan = FoldPlan(),  # noqa: B008 - immutable
    *,
    jobs: int | None = None,
    with_cost: bool = False,
) -> CrossValidation:
    """Evaluate a recipe by stratified cross-validation; each fold is calibrated on its training rows.

    `with_cost` also measures a training on all rows. The work runs on `jobs` cores, by default on all; the
    code of a package runs in workers, since it may end its process. Raises `MltagError` where no row would be
    left for the evaluation.
    """
    _check(rows)
    if not has_folds(rows.labels, rows.digests):
        raise MltagError(
            "Each tag has only one distinct text, so no text is left for the evaluation.",
            "Add rows of the same tags, or choose another column of tags.",
        )
    folds, trainings = plan.folds, plan.folds * plan.repeats
    parts = [
        Part(
            message("{name}: fold {part} of {folds}", name=recipe.name, part=at % folds + 1, folds=folds),
            (_predict_fold, rows, recipe, plan, at),
        )
        for at in range(trainings)
    ]
    if with_cost:
        parts.append(Part(recipe.name, (_cost, rows, recipe, plan.seed)))  # last, when all is imported
    seconds = trainings * _FITS_A_TRAINING * fit_seconds(rows.features, len(rows.tags), recipe)
    with blamed(recipe):
        found = run_parts(progress, _call, parts, jobs=jobs, seconds=seconds, apart=bool(recipe.package))
    probabilities = np.zeros((plan.repeats, len(rows), len(rows.tags)), np.float32)
    thresholds = None if rows.additional_tags is None else np.ones_like(probabilities)
    for at, (inside, predicted, limits) in enumerate(found[:trainings]):
        probabilities[at // folds, inside] = predicted
        if thresholds is not None and limits is not None:
            thresholds[at // folds, inside] = limits
    return CrossValidation(rows.tags, rows.labels, probabilities, thresholds, *found[trainings:])


def _predict_fold(
    progress: Progress, rows: LabelledFeatures, recipe: Recipe, plan: FoldPlan, at: int
) -> tuple[NDArray[np.intp], FloatArray, FloatArray | None]:
    """Predict the rows of a fold by a calibrated head fitted to the others.

    Returns their places, the probabilities, and the head's thresholds for additional tags.
    """
    training, inside = plan.split(rows, at)
    folds = folds_for(len(training))
    head, _, _ = fit_calibrated(
        QuietProgress(progress),
        training,
        recipe,
        plan.seed,
        jobs=1,
        in_worker=True,
        folds=min(folds, _FEW_FOLDS) if len(training) > _FEW_FOLDS_FROM else folds,
    )
    return inside, head.probabilities(rows.features.take(inside)), head.tag_thresholds


def _cost(progress: Progress, rows: LabelledFeatures, recipe: Recipe, seed: int) -> Cost:
    start = time.process_time()
    head, _, _ = fit_calibrated(progress, rows, recipe, seed, jobs=1, in_worker=True)
    return Cost(time.process_time() - start, sum(array.nbytes for array in head.arrays().values()))


def fit_seconds(features: Features, tags: int, recipe: Recipe = DEFAULT_RECIPE) -> float:
    """Estimate how long a head takes to fit, to decide whether workers are worth their start."""
    seconds = _SECONDS_A_WEIGHT * len(features.buckets) * tags
    if recipe.loss == "logistic":
        seconds += (
            _SECONDS_A_PRODUCT * min(len(features) ** 2, PAIRS_A_VALUE * len(features.buckets)) * (tags + 4)
        )
    return seconds


def labelled_features(
    examples: Examples,
    vectors: StaticVectors,
    tags: Sequence[str] = (),
    progress: Progress = SILENT,
    *,
    extra: Extra = Extra.NONE,
    read: ReadAll = embed_all,
) -> LabelledFeatures:
    """Return labelled texts as a snapshot; its tags are `tags`, then all others in order (`in_order`).

    `extra` are the features that a recipe reads besides words, vectors and token shapes. `read` computes the
    embeddings among them.
    """
    order = tuple(tags) + in_order(set(examples.tags).union(*examples.additional_tags) - set(tags))
    place = {tag: i for i, tag in enumerate(order)}
    weights = examples.weights if examples.weights is not None else (1.0,) * len(examples.texts)
    words, first, second = in_parts(
        progress, (0.2, 0.2 * (Extra.EMBEDDINGS in extra), 0.6 * (Extra.ENGLISH in extra))
    )
    features = extract(vectors, examples.texts, words, extra=(Extra.TOKEN_SHAPES | extra) & ~ENCODED)
    if Extra.EMBEDDINGS in extra:
        features = replace(features, embeddings=read(first, examples.texts, MULTILINGUAL))
    if Extra.ENGLISH in extra:
        features = replace(features, english=read(second, examples.texts, ENGLISH))
    return LabelledFeatures(
        order,
        np.array([place[tag] for tag in examples.tags], dtype=np.int32),
        np.array(weights, dtype=np.float32),
        features,
        text_digests(examples.texts, progress),
        additional_tags=additional_tag_matrix(examples.additional_tags, order),
    )


def weighted_f1(truth: IntArray, answer: NDArray[np.integer[Any]], tags: int) -> float:
    """Return F1 averaged over the tags, weighted by support."""
    hits = np.bincount(truth[truth == answer], minlength=tags)
    support, answered = np.bincount(truth, minlength=tags), np.bincount(answer, minlength=tags)
    f1 = 2 * hits / np.maximum(support + answered, 1)
    return float((f1 * support).sum() / max(support.sum(), 1))


def _rows(
    progress: Progress, examples: Examples, base: LinearModel | None, vectors: StaticVectors, extra: Extra
) -> tuple[LabelledFeatures, int]:
    added = labelled_features(
        examples, vectors, () if base is None else base.tags, SubProgress(progress, 0.0, 0.5), extra=extra
    )
    if base is None:
        return added, 0
    left_out = np.zeros(len(added), np.bool_)
    if base.holdout is not None:
        left_out = duplicates(added.features, added.digests, base.holdout, SubProgress(progress, 0.5, 1.0))
        added = added.take(np.flatnonzero(~left_out))
    remaining = base.base.take(np.flatnonzero(~np.isin(base.base.digests, added.digests)))
    return joined(remaining, added), int(left_out.sum())


def _check(rows: LabelledFeatures) -> None:
    present = np.unique(rows.labels)
    if len(present) < 2:
        raise MltagError(
            (
                "Training needs examples of at least two tags; there is only one."
                if len(present)
                else "Training needs examples of at least two tags; there are no tags with examples."
            ),
            "Tag a few records of another tag, then train again.",
        )


def fit_rows(progress: Progress, rows: LabelledFeatures, recipe: Recipe) -> LinearHead:
    """Fit an uncalibrated head to all of `rows` with their main and additional tags.

    Recipes of installed packages do not use additional tags.
    """
    if recipe.package:
        progress.report(0.0)
        return fit_estimator(rows, recipe)
    return fit_head(
        rows.features,
        rows.labels,
        rows.weights,
        len(rows.tags),
        recipe,
        progress,
        additional_tags=rows.additional_tags,
    )


def training_info(rows: LabelledFeatures, out_of_fold: FloatArray, examples: int) -> TrainingInfo:
    """Return what a manifest says about `rows` and their out-of-fold probabilities, shape (n, k)."""
    best = out_of_fold.argmax(axis=1)
    accuracy, f1 = float((best == rows.labels).mean()), weighted_f1(rows.labels, best, len(rows.tags))
    return TrainingInfo(len(rows), 0, examples, 0, rows_digest(rows), 0, accuracy, f1)


def rows_digest(rows: LabelledFeatures) -> str:
    """Return the SHA-256 over the rows' text digests, labels, weights and additional tags, in hex."""
    digest = hashlib.sha256()
    for array in (rows.digests, rows.labels, rows.weights):
        digest.update(array.astype(array.dtype.newbyteorder("<")).tobytes())
    if rows.additional_tags is not None:
        digest.update(rows.additional_tags.tobytes())
    return digest.hexdigest()
