"""A curator played by the known labels of a table, to see what an order of asking is worth."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.plain import to_plain
from mltag_desktop.core.evaluation.report import aligned
from mltag_desktop.core.evaluation.resample import tally
from mltag_desktop.core.evaluation.task import same_task
from mltag_desktop.core.model.linear import LinearModel
from mltag_desktop.core.model.recipes import DEFAULT, Recipe
from mltag_desktop.core.model.train import CORRECTION_WEIGHT, Examples, train
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT, Progress

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


@dataclass(frozen=True)
class Simulation:
    """What a queue is worth: the curve of an order of asking."""

    order: str
    curve: tuple[Point, ...]
    seeds: int
    pool_rows: int
    test_rows: int
    batch: int
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
) -> Simulation:
    """Ask about rows of a random half of `examples`, `batch` at a time, and judge on rows of the other half.

    `order` is `margin` (least sure first), `random` or `table`. The model is trained from `base` and the
    answers; when the table is about other tags than `base`, from the answers alone, the first of which are
    drawn at random.
    """
    if order not in ORDERS:
        raise MltagError(f"There is no order called {order}.", f"Choose one of: {', '.join(ORDERS)}.")
    if min(batch, budget, test_rows, seeds) < 1 or len(examples.texts) < 4:
        raise MltagError(
            "There is nothing to simulate.", "Give at least 4 labelled rows, and numbers of at least 1."
        )
    related = same_task(base.tags, examples.tags)
    plays = [
        _Play(examples, base if related else None, base, recipe, test_rows, seed).run(
            progress, order, batch, budget, (seed / seeds, (seed + 1) / seeds)
        )
        for seed in range(seeds)
    ]
    progress.report(1.0, "simulated")
    pool, test = len(examples.texts) // 2, min(test_rows, len(examples.texts) - len(examples.texts) // 2)
    steps = [labels for labels in plays[0] if all(labels in play for play in plays)]
    notes = () if related else ("The table is about other tags than the base model: nothing is built on it.",)
    curve = tuple(_mean_point(labels, [play[labels] for play in plays]) for labels in steps)
    return Simulation(order, curve, seeds, pool, test, batch, notes)


class _Play:
    """One seed's curator: a pool to be asked about, unseen rows to be judged on, the answers so far."""

    def __init__(
        self,
        examples: Examples,
        start: LinearModel | None,
        base: LinearModel,
        recipe: Recipe,
        test: int,
        seed: int,
    ) -> None:
        self._examples, self._start, self._base, self._recipe = examples, start, base, recipe
        self._random = np.random.default_rng(seed)
        self._seed = seed
        shuffled = self._random.permutation(len(examples.texts))
        half = len(shuffled) // 2
        self._pool = np.sort(shuffled[:half])
        self._test = np.sort(shuffled[half : half + test])
        self._asked: list[int] = []

    def run(
        self, progress: Progress, order: str, batch: int, budget: int, stretch: tuple[float, float]
    ) -> dict[int, Point]:
        """Play to the end; returns the point after each number of answers."""
        points: dict[int, Point] = {}
        model = self._start
        most = min(budget, len(self._pool))
        while True:
            done = len(self._asked) / most
            progress.report(
                stretch[0] + done * (stretch[1] - stretch[0]),
                f"seed {self._seed + 1}: {len(self._asked)} answers",
            )
            if model is not None:
                points[len(self._asked)] = self._judge(model)
            if len(self._asked) >= most:
                return points
            self._ask(model, order, min(batch, most - len(self._asked)))
            model = self._learn() or model

    def _ask(self, model: LinearModel | None, order: str, count: int) -> None:
        left = np.setdiff1d(self._pool, self._asked)
        if model is None:
            chosen = self._random.permutation(left)[:count]
        else:
            answers = model.predict([self._examples.texts[row] for row in left])
            chosen = left[ORDERS[order](answers, self._random)[:count]]
        self._asked += chosen.tolist()

    def _learn(self) -> LinearModel | None:
        tags = tuple(self._examples.tags[row] for row in self._asked)
        if self._start is None and len(set(tags)) < 2:
            return None
        texts = tuple(self._examples.texts[row] for row in self._asked)
        answered = Examples(texts, tags, (CORRECTION_WEIGHT,) * len(tags))
        vectors = None if self._start is not None else self._base.vectors
        return train(SILENT, answered, self._recipe, base=self._start, vectors=vectors, seed=self._seed)

    def _judge(self, model: LinearModel) -> Point:
        truth = [self._examples.tags[row] for row in self._test]
        accuracy, f1 = _scores(model.predict([self._examples.texts[row] for row in self._test]), truth)
        holdout = self._start.holdout if self._start is not None else None
        if holdout is None or not len(holdout):
            return Point(len(self._asked), accuracy, f1, None)
        kept = [holdout.tags[code] for code in holdout.labels]
        return Point(
            len(self._asked), accuracy, f1, _scores(model.predict_features(holdout.features), kept)[1]
        )


def _margin(answers: Predictions, random: np.random.Generator) -> Rows:
    ranked = np.sort(answers.probabilities, axis=1)
    margin = ranked[:, -1] - ranked[:, -2] if ranked.shape[1] > 1 else ranked[:, -1]
    return np.argsort(margin, kind="stable")


def _shuffled(answers: Predictions, random: np.random.Generator) -> Rows:
    return random.permutation(len(answers.probabilities))


def _as_they_stand(answers: Predictions, random: np.random.Generator) -> Rows:
    return np.arange(len(answers.probabilities))


ORDERS: Final[Mapping[str, Callable[[Predictions, np.random.Generator], Rows]]] = {
    "margin": _margin,
    "random": _shuffled,
    "table": _as_they_stand,
}


def _scores(answers: Predictions, truth: list[str]) -> tuple[float, float]:
    """Return accuracy and support-weighted F1."""
    tags = tuple(dict.fromkeys([*answers.tags, *truth]))
    place = {tag: code for code, tag in enumerate(tags)}
    codes = np.array([place[tag] for tag in truth], dtype=np.int64)
    best = aligned(answers, tags).argmax(axis=1).astype(np.int64)
    counted = tally(np.ones((1, len(codes))), codes, best, len(tags))
    return float(counted.accuracy[0]), float(counted.f1[0])


def _mean_point(labels: int, points: list[Point]) -> Point:
    kept = [point.base_holdout_f1 for point in points if point.base_holdout_f1 is not None]
    return Point(
        labels=labels,
        accuracy=float(np.mean([point.accuracy for point in points])),
        f1=float(np.mean([point.f1 for point in points])),
        base_holdout_f1=float(np.mean(kept)) if kept else None,
    )
