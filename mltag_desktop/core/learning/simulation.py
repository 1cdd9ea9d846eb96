"""Simulate a curator with the known labels of a table, to compare query strategies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.metrics import expected_calibration_error
from mltag_desktop.core.evaluation.significance import tally
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.learning.named_tags import LeftOutAnswers, TextReader, sharpened, supported
from mltag_desktop.core.learning.names.name_model import NameModel, TextSet
from mltag_desktop.core.learning.query_strategies import ORDERS, UndecidedPool, ordered
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.linear_model import LinearModel, SourceGate
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.adaptation import Adaptation, RowDecisions, adapt
from mltag_desktop.core.training.own_recipes import blamed
from mltag_desktop.core.training.training import (
    Examples,
    Part,
    fit_calibrated,
    fit_seconds,
    labelled_features,
    run_parts,
)
from mltag_desktop.core.workspace.decisions.tag_set import same_task

Rows = NDArray[np.intp]
_FEWEST_ROWS: Final = 4
_FITS_AN_UPDATE: Final = 6
"""Fits of the queue's model after a batch of answers, about."""


@dataclass(frozen=True)
class SimulationPoint:
    """A point of the learning curve: means over the seeds after `labels` answers."""

    labels: int
    accuracy: float
    """Accuracy on the test rows of the table."""
    f1: float
    """Support-weighted F1 on the test rows of the table."""
    base_holdout_f1: float | None
    """F1 on the base model's holdout, to show forgetting; None when the base has other tags."""
    accuracy_error: float = 0.0
    """Standard error of the mean accuracy over the seeds; 0 for one seed."""
    base_holdout_least: float | None = None
    """The lowest `base_holdout_f1` of all seeds."""
    first_nine: float | None = None
    """Share of the test rows whose tag is among the nine likeliest; None where that was not measured."""
    confidence: float | None = None
    """Mean confidence on the test rows; None where that was not measured."""
    calibration_error: float | None = None
    """Expected calibration error on the test rows; None where that was not measured."""


@dataclass(frozen=True)
class Simulation:
    """The learning curve of a query strategy."""

    order: str
    curve: tuple[SimulationPoint, ...]
    seeds: int
    pool_rows: int
    test_rows: int
    batch: int
    base_accuracy: float | None
    """Accuracy of the unadapted base on the same test rows; None when it has other tags."""
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class SimulationPlan:
    """Settings of a simulated curator."""

    order: str = "margin"
    """One of `query_strategies.ORDERS`."""
    batch: int = 20
    """Number of answers after which the model is updated."""
    budget: int = 200
    """Number of questions."""
    test_rows: int = 400
    """Most rows to evaluate on."""
    undecided: int | None = None
    """Number of rows that questions are asked about; None for half of the table. The others are unseen."""
    seeds: int = 3
    recipe: Recipe = DEFAULT_RECIPE
    """The recipe of a model that is trained from scratch."""
    from_scratch: bool = False
    """Whether the base model is not used."""

    def check(self, examples: Examples) -> None:
        """Raise `MltagError` if `examples` cannot be simulated in this way."""
        if self.order not in ORDERS:
            raise MltagError(
                f"There is no query strategy called {self.order}.", f"Choose one of: {', '.join(ORDERS)}."
            )
        if min(self.batch, self.budget, self.test_rows, self.seeds) < 1:
            raise MltagError("A number of the simulation is below 1.", "Choose numbers of at least 1.")
        if len(examples.texts) < _FEWEST_ROWS:
            raise MltagError(
                f"The table has {len(examples.texts)} labelled rows; a simulation needs {_FEWEST_ROWS}.",
                "Choose a table with more labelled rows.",
            )
        if len({*examples.tags}) < 2:
            raise MltagError("The table has only one tag.", "Choose a table with at least two tags.")
        if self.undecided is not None and not 1 < self.undecided < len(examples.texts):
            raise MltagError(
                message("There are {rows} labelled rows.", rows=len(examples.texts)),
                "Choose at least 2 undecided rows, and leave some for the evaluation.",
            )

    def pool_rows(self, rows: int) -> int:
        """Return the number of rows, out of `rows`, that questions are asked about."""
        return rows // 2 if self.undecided is None else self.undecided


def simulate(
    progress: Progress,
    examples: Examples,
    base: LinearModel,
    plan: SimulationPlan = SimulationPlan(),
    *,
    tags: Sequence[str] = (),
    jobs: int | None = None,
) -> Simulation:
    """Simulate answering questions about a random half of `examples`, and evaluate on the other half.

    `base` is adapted to the pool and the answers like the queue model of a workspace (`adapt`). The adapted
    head predicts the test rows, which have the same source; on the base's holdout, the gate mixes it with the
    base. If the table has other tags than `base`, or the plan says so, a model is trained on the answers
    only, and the first questions are random. `tags` are tags of the curator's tag set that may not occur in
    the table. The seeds run on `jobs` cores, by default on all.
    """
    plan.check(examples)
    related = not plan.from_scratch and same_task(base.tags, [*examples.tags, *tags])
    known_tags, extra = (base.tags, Extra.NONE) if related else ((), plan.recipe.extra)
    rows = labelled_features(examples, base.vectors, known_tags, extra=extra)
    parts = [Part(f"seed {seed + 1}", (rows, base, plan, seed, related)) for seed in range(plan.seeds)]
    known = fit_seconds(base.base.features, len(rows.tags)) if related else 0.0
    seconds = (
        plan.seeds
        * (1 + plan.budget // plan.batch)
        * _FITS_AN_UPDATE
        * (known + fit_seconds(rows.features, len(rows.tags)) / 2)
    )
    apart = bool(plan.recipe.package) and not related
    with blamed(plan.recipe):
        runs = run_parts(progress, _simulate_seed, parts, jobs=jobs, seconds=seconds, apart=apart)
    before = float(np.mean([accuracy for accuracy, _ in runs])) if related else None
    curves = [curve for _, curve in runs]
    progress.report(1.0, "simulated")
    notes = (
        ()
        if related or plan.from_scratch
        else ("The tags of the table are not the base model's tags, so training starts without it.",)
    )
    return _summary(plan, examples, curves, before, notes)


def simulate_names(
    progress: Progress,
    examples: Examples,
    reader: TextReader,
    plan: SimulationPlan = SimulationPlan(order="coverage"),
    *,
    read: TextSet | None = None,
) -> Simulation:
    """Do the same as `simulate` for tags that are known by name only: `reader.tags`.

    The labels of `examples` are used as answers and for the evaluation, never to choose anything.
    `read` are the features of the texts, if `reader` has read them.
    """
    plan.check(examples)
    names = [tag.name for tag in reader.tags]
    unknown = next((tag for tag in examples.tags if tag not in names), None)
    if unknown is not None:
        raise MltagError(
            message("The tag {unknown} of the table is not in the list of tags.", unknown=unknown),
            "Add it to the list.",
        )
    place = {name: code for code, name in enumerate(names)}
    labels = np.array([place[tag] for tag in examples.tags], np.int64)
    part = SubProgress(progress, 0.0, 0.5)
    reader, texts = reader.start(part, examples.texts) if read is None else (reader, read)
    curves = []
    for seed in range(plan.seeds):
        part = SubProgress(progress, 0.5 + 0.5 * seed / plan.seeds, 0.5 + 0.5 * (seed + 1) / plan.seeds)
        pool, unseen, random = _split(plan, len(labels), seed)
        model = reader.model(part, texts.take(pool), seed=seed)
        learner = _NamesLearner(model, labels[pool], texts.take(unseen), labels[unseen])
        curves.append(_run(part, learner, plan, random))
    progress.report(1.0, "simulated")
    note = (
        "Predictions from the names of the tags, with the sentence encoder."
        if reader.with_encoder
        else f"Predictions from the names of the tags, without the sentence encoder. {how_to_get('encoder')}"
    )
    return _summary(plan, examples, curves, None, (note, *([reader.failure] if reader.failure else [])))


def _summary(
    plan: SimulationPlan,
    examples: Examples,
    curves: Sequence[Mapping[int, SimulationPoint]],
    base_accuracy: float | None,
    notes: tuple[str, ...],
) -> Simulation:
    """Average the learning curves of the seeds where all have a point."""
    pool = plan.pool_rows(len(examples.texts))
    steps = [labels for labels in curves[0] if all(labels in points for points in curves)]
    return Simulation(
        order=plan.order,
        curve=tuple(mean_point(labels, [points[labels] for points in curves]) for labels in steps),
        seeds=plan.seeds,
        pool_rows=pool,
        test_rows=min(plan.test_rows, len(examples.texts) - pool),
        batch=plan.batch,
        base_accuracy=base_accuracy,
        notes=notes,
    )


def _simulate_seed(
    progress: Progress,
    rows: LabelledFeatures,
    base: LinearModel,
    plan: SimulationPlan,
    seed: int,
    related: bool,
) -> tuple[float, dict[int, SimulationPoint]]:
    """Return the accuracy of the untrained model and the learning curve for one seed."""
    pool, unseen, random = _split(plan, len(rows), seed)
    learner = _TrainedLearner(base, rows.take(pool), rows.take(unseen), plan.recipe, seed, related)
    before = learner.point(0)
    curve = _run(progress, learner, plan, random, f"seed {seed + 1}: ")
    return 0.0 if before is None else before.accuracy, curve


def _split(plan: SimulationPlan, rows: int, seed: int) -> tuple[Rows, Rows, np.random.Generator]:
    """Return the rows that questions are asked about, the test rows, and the generator that drew them."""
    random = np.random.default_rng(seed)
    shuffled, asked = random.permutation(rows), plan.pool_rows(rows)
    return np.sort(shuffled[:asked]), np.sort(shuffled[asked : asked + plan.test_rows]), random


class _Learner(Protocol):
    """A model that is updated with the answers, its pool of questions and its test rows."""

    pool_rows: int

    def learn(self, answered: Rows) -> None:
        """Train on all answers so far, the labels of the pool's rows `answered`."""
        ...

    def point(self, answers: int) -> SimulationPoint | None:
        """Evaluate the model after this number of answers; None before training."""
        ...

    def undecided(self, left: Rows, answered: Rows) -> UndecidedPool | None:
        """Return what orders the rows `left` of the pool; None before training."""
        ...


def _run(
    progress: Progress, learner: _Learner, plan: SimulationPlan, random: np.random.Generator, name: str = ""
) -> dict[int, SimulationPoint]:
    """Answer the questions; return the learning curve by number of answers."""
    points: dict[int, SimulationPoint] = {}
    most = min(plan.budget, learner.pool_rows)
    answered: Rows = np.empty(0, np.intp)
    while True:
        count = len(answered)
        progress.report(count / most, f"{name}{count} decisions")
        learner.learn(answered)
        point = learner.point(count)
        if point is not None:
            points[count] = point
        if count >= most:
            return points
        left = np.setdiff1d(np.arange(learner.pool_rows), answered)
        undecided = learner.undecided(left, answered)
        order = random.permutation(len(left)) if undecided is None else ordered(plan.order, undecided, random)
        answered = np.concatenate([answered, left[order[: min(plan.batch, most - count)]]])


class _NamesLearner:
    """Estimates for tags that are known by name."""

    def __init__(
        self, model: NameModel, labels: NDArray[np.int64], test: TextSet, truth: NDArray[np.int64]
    ) -> None:
        self.pool_rows = len(labels)
        self._model, self._labels, self._test, self._truth = model, labels, test, truth
        self._density = model.density()
        self._left_out = LeftOutAnswers()
        self._first: FloatArray | None = None

    def learn(self, answered: Rows) -> None:
        self._model.learn(answered, self._labels[answered])
        self._left_out.measure(self._model, answered, self._labels[answered])

    def undecided(self, left: Rows, answered: Rows) -> UndecidedPool:
        probabilities, vectors = self._model.probabilities(), self._model.vectors
        self._first = probabilities if self._first is None else self._first
        return UndecidedPool(
            probabilities[left], self._first[left], vectors(left), vectors(answered), self._density[left]
        )

    def point(self, answers: int) -> SimulationPoint:
        scaled = sharpened(self._model.predict(self._test), self._left_out.sharpness)
        found = supported(scaled, answers)
        accuracy, f1 = _scores(found, self._truth.astype(np.int32))
        nine = np.argsort(-found, axis=1, kind="stable")[:, :9]
        confidence, right = found.max(axis=1).astype(np.float64), found.argmax(axis=1) == self._truth
        return SimulationPoint(
            answers,
            accuracy,
            f1,
            None,
            first_nine=float((nine == self._truth[:, None]).any(axis=1).mean()),
            confidence=float(confidence.mean()),
            calibration_error=expected_calibration_error(confidence, right),
        )


class _TrainedLearner:
    """A base model that is adapted to the pool and the answers, or a model of the answers only."""

    def __init__(
        self,
        base: LinearModel,
        pool: LabelledFeatures,
        test: LabelledFeatures,
        recipe: Recipe,
        seed: int,
        related: bool,
    ) -> None:
        self.pool_rows = len(pool)
        self._base, self._pool, self._test = base, pool, test
        self._recipe, self._seed, self._related = recipe, seed, related
        self._head: LinearHead | None = None
        self._gate: SourceGate | None = None
        self._first = self._answer(pool)

    def learn(self, answered: Rows) -> None:
        rows = self._pool.take(answered)
        if self._related:
            decisions = RowDecisions(answered, [rows.tags[label] for label in rows.labels])
            adapted = adapt(self._base, self._pool.features, decisions, Adaptation(seed=self._seed))
            self._head, self._gate = adapted.head, adapted.gate
        elif len(np.unique(rows.labels)) >= 2:
            self._head, _, _ = fit_calibrated(SILENT, rows, self._recipe, self._seed, jobs=1, in_worker=True)

    def point(self, answers: int) -> SimulationPoint | None:
        found = self._answer(self._test)
        if found is None:
            return None
        accuracy, f1 = _scores(found, self._test.labels)
        return SimulationPoint(answers, accuracy, f1, self._on_holdout())

    def undecided(self, left: Rows, answered: Rows) -> UndecidedPool | None:
        rows = self._pool.take(left)
        found = self._answer(rows)
        if found is None:
            return None
        before = found if self._first is None else self._first[left]
        return UndecidedPool(found, before, rows.features.vectors, self._pool.features.vectors[answered])

    def _answer(self, rows: LabelledFeatures) -> FloatArray | None:
        """Return probabilities for rows of the table's source, shape (n, k); None before training."""
        if self._head is not None:
            found = self._head.probabilities(rows.features)
        elif self._related:
            found = self._base.predict_features(rows.features).probabilities
        else:
            return None
        return _padded(found, len(rows.tags))

    def _on_holdout(self) -> float | None:
        """Return F1 on the base's holdout; None when it has other tags."""
        holdout = self._base.holdout
        if not self._related or holdout is None or not len(holdout):
            return None
        answers = self._base.predict_features(holdout.features).probabilities
        if self._head is not None and self._gate is not None:
            own = self._head.probabilities(holdout.features)
            share = self._gate.share(holdout.features.vectors)
            answers = share * own + (1 - share) * _padded(answers, own.shape[1])
        return _scores(answers, holdout.labels)[1]


def _padded(answers: FloatArray, tags: int) -> FloatArray:
    return np.pad(answers, ((0, 0), (0, max(0, tags - answers.shape[1]))))


def _scores(answers: FloatArray, labels: NDArray[np.int32]) -> tuple[float, float]:
    """Return accuracy and support-weighted F1."""
    best = answers.argmax(axis=1).astype(np.int64)
    counted = tally(np.ones((1, len(labels))), labels.astype(np.int64), best, answers.shape[1])
    return float(counted.accuracy[0]), float(counted.f1[0])


def mean_point(labels: int, points: list[SimulationPoint]) -> SimulationPoint:
    """Return the means of the points of several learning curves after the same number of answers."""
    holdout = [point.base_holdout_f1 for point in points if point.base_holdout_f1 is not None]
    scores = np.array([point.accuracy for point in points])
    return SimulationPoint(
        labels=labels,
        accuracy=float(scores.mean()),
        f1=float(np.mean([point.f1 for point in points])),
        base_holdout_f1=float(np.mean(holdout)) if holdout else None,
        accuracy_error=float(scores.std(ddof=1) / np.sqrt(len(scores))) if len(scores) > 1 else 0.0,
        base_holdout_least=min(holdout) if holdout else None,
        first_nine=_mean([point.first_nine for point in points]),
        confidence=_mean([point.confidence for point in points]),
        calibration_error=_mean([point.calibration_error for point in points]),
    )


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return float(np.mean(known)) if known else None
