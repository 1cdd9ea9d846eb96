"""Simulate a curator with the known labels of a table, to compare query strategies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.metrics import expected_calibration_error
from mltag_desktop.core.evaluation.serialization import to_plain
from mltag_desktop.core.evaluation.significance import tally
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.learning.named_tags import LeftOutAnswers, TextReader, sharpened, supported
from mltag_desktop.core.learning.names.name_model import TextSet
from mltag_desktop.core.learning.query_strategies import ORDERS, UndecidedPool, ordered
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import Extra
from mltag_desktop.core.model.linear_head import LinearHead, softmax
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress, SubProgress
from mltag_desktop.core.training.adaptation import Adaptation, AdaptationResult, RowDecisions, adapt
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

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings."""
        plain: dict[str, Any] = to_plain(self)
        return plain


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
    learner = _AdaptedLearner if related else _FromScratch
    parts = [Part(f"seed {seed + 1}", (rows, base, learner, plan, seed)) for seed in range(plan.seeds)]
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
    embeddings: FloatArray | None = None,
) -> Simulation:
    """Do the same as `simulate` for tags that are known by name only: `reader.tags`.

    The labels of `examples` are used as answers and for the evaluation, never to choose anything.
    `embeddings` of the texts, shape (n, 512), save computing them.
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
    texts = (
        reader.read(part, examples.texts)
        if embeddings is None or not reader.with_encoder
        else reader.with_embeddings(examples.texts, embeddings)
    )
    curves = []
    for seed in range(plan.seeds):
        part = SubProgress(progress, 0.5 + 0.5 * seed / plan.seeds, 0.5 + 0.5 * (seed + 1) / plan.seeds)
        curves.append(_NamesCurator(part, reader, texts, labels, plan, seed).run(part))
    progress.report(1.0, "simulated")
    note = (
        "Predictions from the names of the tags, with the sentence encoder."
        if reader.with_encoder
        else f"Predictions from the names of the tags, without the sentence encoder. {how_to_get('encoder')}"
    )
    return _summary(plan, examples, curves, None, (note,))


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
        curve=tuple(_mean_point(labels, [points[labels] for points in curves]) for labels in steps),
        seeds=plan.seeds,
        pool_rows=pool,
        test_rows=min(plan.test_rows, len(examples.texts) - pool),
        batch=plan.batch,
        base_accuracy=base_accuracy,
        notes=notes,
    )


class _NamesCurator:
    """A simulated curator for one seed, whose tags are known by name."""

    def __init__(
        self,
        progress: Progress,
        reader: TextReader,
        texts: TextSet,
        labels: NDArray[np.int64],
        plan: SimulationPlan,
        seed: int,
    ) -> None:
        self._plan = plan
        self._random = np.random.default_rng(seed)
        shuffled = self._random.permutation(len(labels))
        asked = plan.pool_rows(len(shuffled))
        pool, unseen = np.sort(shuffled[:asked]), np.sort(shuffled[asked : asked + plan.test_rows])
        self._labels, self._truth = labels[pool], labels[unseen]
        self._test = texts.take(unseen)
        self._model = reader.model(progress, texts.take(pool), seed=seed)
        self._density = self._model.density()
        self._left_out = LeftOutAnswers()
        self._asked: Rows = np.empty(0, np.intp)

    def run(self, progress: Progress) -> dict[int, SimulationPoint]:
        """Answer the questions; return the learning curve by number of answers."""
        points: dict[int, SimulationPoint] = {}
        most = min(self._plan.budget, len(self._labels))
        first: FloatArray | None = None
        while True:
            progress.report(len(self._asked) / most, f"{len(self._asked)} decisions")
            asked, tags = self._asked.astype(np.int64), self._labels[self._asked]
            self._model.learn(asked, tags)
            self._left_out.measure(self._model, asked, tags)
            points[len(self._asked)] = self._point()
            if len(self._asked) >= most:
                return points
            probabilities = self._model.probabilities()
            first = probabilities if first is None else first
            left = np.setdiff1d(np.arange(len(self._labels)), self._asked)
            question = UndecidedPool(
                probabilities[left],
                first[left],
                self._model.vectors(left.astype(np.int64)),
                self._model.vectors(self._asked.astype(np.int64)),
                self._density[left],
            )
            count = min(self._plan.batch, most - len(self._asked))
            chosen = ordered(self._plan.order, question, self._random)[:count]
            self._asked = np.concatenate([self._asked, left[chosen]])

    def _point(self) -> SimulationPoint:
        scaled = sharpened(self._model.predict(self._test), self._left_out.sharpness)
        answers = supported(scaled, len(self._asked))
        accuracy, f1 = _scores(answers, self._truth.astype(np.int32))
        nine = np.argsort(-answers, axis=1, kind="stable")[:, :9]
        confidence, right = answers.max(axis=1).astype(np.float64), answers.argmax(axis=1) == self._truth
        return SimulationPoint(
            len(self._asked),
            accuracy,
            f1,
            None,
            first_nine=float((nine == self._truth[:, None]).any(axis=1).mean()),
            confidence=float(confidence.mean()),
            calibration_error=expected_calibration_error(confidence, right),
        )


def _simulate_seed(
    progress: Progress,
    rows: LabelledFeatures,
    base: LinearModel,
    learner: "type[_SimulatedLearner]",
    plan: SimulationPlan,
    seed: int,
) -> tuple[float, dict[int, SimulationPoint]]:
    """Return the accuracy of the untrained model and the learning curve for one seed."""
    curator = _Curator(rows, base, learner, plan, seed)
    return curator.base_accuracy, curator.run(progress)


class _SimulatedLearner(Protocol):
    """A model that is updated with the answers."""

    def __init__(self, base: LinearModel, pool: LabelledFeatures, recipe: Recipe, seed: int) -> None: ...

    def learn(self, answered: Rows) -> None:
        """Train on all answers so far, the labels of the pool's rows `answered`."""
        ...

    def answer(self, rows: LabelledFeatures) -> FloatArray | None:
        """Return probabilities for rows of the table's source, shape (n, k); None before training."""
        ...

    def on_holdout(self) -> float | None:
        """Return F1 on the base's holdout; None when it has other tags."""
        ...


class _AdaptedLearner:
    """A base model that is adapted to the pool and the answers."""

    def __init__(self, base: LinearModel, pool: LabelledFeatures, recipe: Recipe, seed: int) -> None:
        self._base, self._pool, self._seed = base, pool, seed
        self._adapted: AdaptationResult | None = None

    def learn(self, answered: Rows) -> None:
        tags = [self._pool.tags[label] for label in self._pool.labels[answered]]
        self._adapted = adapt(
            self._base, self._pool.features, RowDecisions(answered, tags), Adaptation(seed=self._seed)
        )

    def answer(self, rows: LabelledFeatures) -> FloatArray:
        if self._adapted is None or self._adapted.head is None:
            return self._padded(self._base.predict_features(rows.features).probabilities, len(rows.tags))
        return self._padded(softmax(self._adapted.head.scores(rows.features)), len(rows.tags))

    def on_holdout(self) -> float | None:
        holdout = self._base.holdout
        if holdout is None or not len(holdout):
            return None
        answers = self._base.predict_features(holdout.features).probabilities
        if self._adapted is not None and self._adapted.head is not None:
            own = softmax(self._adapted.head.scores(holdout.features))
            share = self._adapted.gate.share(holdout.features.vectors)
            answers = share * own + (1 - share) * self._padded(answers, own.shape[1])
        return _scores(answers, holdout.labels)[1]

    def _padded(self, answers: FloatArray, tags: int) -> FloatArray:
        return np.pad(answers, ((0, 0), (0, max(0, tags - answers.shape[1]))))


class _FromScratch:
    """A model that is trained on the answers only, for tags that the base does not have."""

    def __init__(self, base: LinearModel, pool: LabelledFeatures, recipe: Recipe, seed: int) -> None:
        self._pool, self._recipe, self._seed = pool, recipe, seed
        self._head: LinearHead | None = None

    def learn(self, answered: Rows) -> None:
        rows = self._pool.take(answered)
        if len(np.unique(rows.labels)) >= 2:
            fitted = fit_calibrated(SILENT, rows, self._recipe, self._seed, jobs=1, in_worker=True)
            self._head = fitted[0]

    def answer(self, rows: LabelledFeatures) -> FloatArray | None:
        return None if self._head is None else softmax(self._head.scores(rows.features))

    def on_holdout(self) -> float | None:
        return None


class _Curator:
    """A simulated curator for one seed: the pool of questions, the test rows and the answers so far."""

    def __init__(
        self,
        rows: LabelledFeatures,
        base: LinearModel,
        learner: type[_SimulatedLearner],
        plan: SimulationPlan,
        seed: int,
    ) -> None:
        self._plan = plan
        self._random = np.random.default_rng(seed)
        self._seed = seed
        shuffled = self._random.permutation(len(rows))
        asked = plan.pool_rows(len(shuffled))
        self._pool = rows.take(np.sort(shuffled[:asked]))
        self._test = rows.take(np.sort(shuffled[asked : asked + plan.test_rows]))
        self._answered: Rows = np.empty(0, np.intp)
        self._learner = learner(base, self._pool, plan.recipe, seed)
        self._first = self._learner.answer(self._pool)
        untrained = self._learner.answer(self._test)
        self.base_accuracy = 0.0 if untrained is None else _scores(untrained, self._test.labels)[0]

    def run(self, progress: Progress) -> dict[int, SimulationPoint]:
        """Answer the questions; return the learning curve by number of answers."""
        points: dict[int, SimulationPoint] = {}
        most = min(self._plan.budget, len(self._pool))
        while True:
            progress.report(
                len(self._answered) / most, f"seed {self._seed + 1}: {len(self._answered)} decisions"
            )
            self._learner.learn(self._answered)
            answers = self._learner.answer(self._test)
            if answers is not None:
                accuracy, f1 = _scores(answers, self._test.labels)
                points[len(self._answered)] = SimulationPoint(
                    len(self._answered), accuracy, f1, self._learner.on_holdout()
                )
            if len(self._answered) >= most:
                return points
            self._ask(min(self._plan.batch, most - len(self._answered)))

    def _ask(self, count: int) -> None:
        left = np.setdiff1d(np.arange(len(self._pool)), self._answered)
        rows = self._pool.take(left)
        answers = self._learner.answer(rows)
        if answers is None:
            chosen = self._random.permutation(len(left))[:count]
        else:
            before = answers if self._first is None else self._first[left]
            answered = self._pool.features.vectors[self._answered]
            question = UndecidedPool(answers, before, rows.features.vectors, answered)
            chosen = ordered(self._plan.order, question, self._random)[:count]
        self._answered = np.concatenate([self._answered, left[chosen]])


def _scores(answers: FloatArray, labels: NDArray[np.int32]) -> tuple[float, float]:
    """Return accuracy and support-weighted F1."""
    best = answers.argmax(axis=1).astype(np.int64)
    counted = tally(np.ones((1, len(labels))), labels.astype(np.int64), best, answers.shape[1])
    return float(counted.accuracy[0]), float(counted.f1[0])


def _mean_point(labels: int, points: list[SimulationPoint]) -> SimulationPoint:
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
