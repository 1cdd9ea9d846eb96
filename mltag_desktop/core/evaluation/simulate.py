"""A curator played by the known labels of a table, to see what an order of asking is worth."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.plain import to_plain
from mltag_desktop.core.evaluation.resample import tally
from mltag_desktop.core.evaluation.task import same_task
from mltag_desktop.core.model.adapt import Adapted, adapt
from mltag_desktop.core.model.asking import ORDERS, Question, ordered
from mltag_desktop.core.model.head import Head, softmax
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT, Recipe
from mltag_desktop.core.model.snapshot import Snapshot
from mltag_desktop.core.model.train import Examples, fit_calibrated, snapshot_of
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Part, Progress

Rows = NDArray[np.intp]


@dataclass(frozen=True)
class Point:
    """Means over the seeds after so many answers."""

    labels: int
    accuracy: float
    f1: float
    """Support-weighted, on the table's unseen rows."""
    base_holdout_f1: float | None
    """On the base model's holdout: what is forgotten; None when the base is about other tags."""
    accuracy_error: float = 0.0
    """Standard error of the mean accuracy over the seeds; 0 for one seed."""
    base_holdout_least: float | None = None
    """The worst of the seeds."""


@dataclass(frozen=True)
class Simulation:
    """What a queue is worth: the curve of an order of asking."""

    order: str
    curve: tuple[Point, ...]
    seeds: int
    pool_rows: int
    test_rows: int
    batch: int
    base_accuracy: float | None
    """Of the base as it is, on the same unseen rows; None when it is about other tags."""
    notes: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings."""
        plain: dict[str, Any] = to_plain(self)
        return plain


def simulate(
    progress: Progress,
    examples: Examples,
    base: LinearModel,
    *,
    order: str = "margin",
    batch: int = 20,
    budget: int = 200,
    test_rows: int = 400,
    seeds: int = 3,
    recipe: Recipe = DEFAULT,
    tags: Sequence[str] = (),
) -> Simulation:
    """Ask about rows of a random half of `examples`, `batch` at a time, and judge on rows of the other half.

    `order` is one of `asking.ORDERS`. `base` is adapted to the pool and the answers, as the queue does in a
    workspace (`adapt`): the unseen rows are of the same source, so the adapted head answers for them; the
    base's holdout is answered through the gate. When the table is about other tags than `base`, a model is
    trained from the answers alone, the first of which are drawn at random. `tags` are further ones of the
    curator's tag set, for a table in which they do not occur.
    """
    if order not in ORDERS:
        raise MltagError(
            f"There is no query strategy called {order}.", f"Choose one of: {', '.join(ORDERS)}."
        )
    if min(batch, budget, test_rows, seeds) < 1 or len(examples.texts) < 4:
        raise MltagError(
            "Simulation is not possible.",
            "At least 4 labelled rows are needed, and all numbers must be at least 1.",
        )
    related = same_task(base.tags, [*examples.tags, *tags])
    rows = snapshot_of(examples, base.vectors, base.tags if related else ())
    players = [
        _Play(rows, base, _Adapting if related else _Fresh, recipe, test_rows, seed) for seed in range(seeds)
    ]
    before = float(np.mean([player.base_accuracy for player in players])) if related else None
    plays = [
        player.run(Part(progress, seed / seeds, (seed + 1) / seeds), order, batch, budget)
        for seed, player in enumerate(players)
    ]
    progress.report(1.0, "simulated")
    pool, test = len(examples.texts) // 2, min(test_rows, len(examples.texts) - len(examples.texts) // 2)
    steps = [labels for labels in plays[0] if all(labels in play for play in plays)]
    notes = (
        ()
        if related
        else ("The tags of the table are not the base model's tags, so training starts without it.",)
    )
    curve = tuple(_mean_point(labels, [play[labels] for play in plays]) for labels in steps)
    return Simulation(order, curve, seeds, pool, test, batch, before, notes)


class _Learner(Protocol):
    """What learns from the answers."""

    def __init__(self, base: LinearModel, pool: Snapshot, recipe: Recipe, seed: int) -> None: ...

    def learn(self, asked: Rows) -> None:
        """Take in all answers so far: the pool's rows `asked`."""
        ...

    def answer(self, rows: Snapshot) -> FloatArray | None:
        """Return probabilities for rows of the table's source, shape (n, k); None before learning."""
        ...

    def on_holdout(self) -> float | None:
        """Return F1 on the base's holdout; None when that is about other tags."""
        ...


class _Adapting:
    """The base, adapted to the pool and the answers."""

    def __init__(self, base: LinearModel, pool: Snapshot, recipe: Recipe, seed: int) -> None:
        self._base, self._pool, self._seed = base, pool, seed
        self._adapted: Adapted | None = None

    def learn(self, asked: Rows) -> None:
        tags = [self._pool.tags[label] for label in self._pool.labels[asked]]
        self._adapted = adapt(self._base, self._pool.features, asked, tags, seed=self._seed)

    def answer(self, rows: Snapshot) -> FloatArray:
        if self._adapted is None or self._adapted.head is None:
            return self._widened(self._base.predict_features(rows.features).probabilities, len(rows.tags))
        return self._widened(softmax(self._adapted.head.scores(rows.features)), len(rows.tags))

    def on_holdout(self) -> float | None:
        holdout = self._base.holdout
        if holdout is None or not len(holdout):
            return None
        answers = self._base.predict_features(holdout.features).probabilities
        if self._adapted is not None and self._adapted.head is not None:
            own = softmax(self._adapted.head.scores(holdout.features))
            share = self._adapted.gate.share(holdout.features.vectors)
            answers = share * own + (1 - share) * self._widened(answers, own.shape[1])
        return _scores(answers, holdout.labels)[1]

    def _widened(self, answers: FloatArray, tags: int) -> FloatArray:
        return np.pad(answers, ((0, 0), (0, max(0, tags - answers.shape[1]))))


class _Fresh:
    """A model of the answers alone, for tags that the base does not know."""

    def __init__(self, base: LinearModel, pool: Snapshot, recipe: Recipe, seed: int) -> None:
        self._pool, self._recipe, self._seed = pool, recipe, seed
        self._head: Head | None = None

    def learn(self, asked: Rows) -> None:
        rows = self._pool.take(asked)
        if len(np.unique(rows.labels)) >= 2:
            self._head = fit_calibrated(SILENT, rows, self._recipe, self._seed)[0]

    def answer(self, rows: Snapshot) -> FloatArray | None:
        return None if self._head is None else softmax(self._head.scores(rows.features))

    def on_holdout(self) -> float | None:
        return None


class _Play:
    """One seed's curator: a pool to be asked about, unseen rows to be judged on, the answers so far."""

    def __init__(
        self, rows: Snapshot, base: LinearModel, learner: type[_Learner], recipe: Recipe, test: int, seed: int
    ) -> None:
        self._random = np.random.default_rng(seed)
        self._seed = seed
        shuffled = self._random.permutation(len(rows))
        half = len(shuffled) // 2
        self._pool = rows.take(np.sort(shuffled[:half]))
        self._test = rows.take(np.sort(shuffled[half : half + test]))
        self._asked: Rows = np.empty(0, np.intp)
        self._learner = learner(base, self._pool, recipe, seed)
        self._first = self._learner.answer(self._pool)
        untaught = self._learner.answer(self._test)
        self.base_accuracy = 0.0 if untaught is None else _scores(untaught, self._test.labels)[0]

    def run(self, progress: Progress, order: str, batch: int, budget: int) -> dict[int, Point]:
        """Play to the end; returns the point after each number of answers."""
        points: dict[int, Point] = {}
        most = min(budget, len(self._pool))
        while True:
            progress.report(len(self._asked) / most, f"seed {self._seed + 1}: {len(self._asked)} decisions")
            self._learner.learn(self._asked)
            answers = self._learner.answer(self._test)
            if answers is not None:
                accuracy, f1 = _scores(answers, self._test.labels)
                points[len(self._asked)] = Point(len(self._asked), accuracy, f1, self._learner.on_holdout())
            if len(self._asked) >= most:
                return points
            self._ask(order, min(batch, most - len(self._asked)))

    def _ask(self, order: str, count: int) -> None:
        left = np.setdiff1d(np.arange(len(self._pool)), self._asked)
        rows = self._pool.take(left)
        answers = self._learner.answer(rows)
        if answers is None:
            chosen = self._random.permutation(len(left))[:count]
        else:
            before = answers if self._first is None else self._first[left]
            asked = self._pool.features.vectors[self._asked]
            question = Question(answers, before, rows.features.vectors, asked)
            chosen = ordered(order, question, self._random)[:count]
        self._asked = np.concatenate([self._asked, left[chosen]])


def _scores(answers: FloatArray, labels: NDArray[np.int32]) -> tuple[float, float]:
    """Return accuracy and support-weighted F1."""
    best = answers.argmax(axis=1).astype(np.int64)
    counted = tally(np.ones((1, len(labels))), labels.astype(np.int64), best, answers.shape[1])
    return float(counted.accuracy[0]), float(counted.f1[0])


def _mean_point(labels: int, points: list[Point]) -> Point:
    kept = [point.base_holdout_f1 for point in points if point.base_holdout_f1 is not None]
    scores = np.array([point.accuracy for point in points])
    return Point(
        labels=labels,
        accuracy=float(scores.mean()),
        f1=float(np.mean([point.f1 for point in points])),
        base_holdout_f1=float(np.mean(kept)) if kept else None,
        accuracy_error=float(scores.std(ddof=1) / np.sqrt(len(scores))) if len(scores) > 1 else 0.0,
        base_holdout_least=min(kept) if kept else None,
    )
