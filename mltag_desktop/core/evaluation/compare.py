"""What each recipe is worth on the same folds of a labelled table."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.evaluation.metrics import Figures, Interval, figures
from mltag_desktop.core.evaluation.paired import Paired
from mltag_desktop.core.evaluation.paired import compare as compare_answers
from mltag_desktop.core.evaluation.plain import to_plain
from mltag_desktop.core.evaluation.report import aligned
from mltag_desktop.core.model.head import Head
from mltag_desktop.core.model.recipes import Recipe, recipe
from mltag_desktop.core.model.rules import Rules
from mltag_desktop.core.model.snapshot import Snapshot
from mltag_desktop.core.model.train import Examples, OutOfFold, cross_validate, fit_calibrated, snapshot_of
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.model.vectors import StaticVectors
from mltag_desktop.core.progress import Part, Progress
from mltag_desktop.core.resources import resource

RULES: Final = "rules"


@dataclass(frozen=True)
class RecipeFigures:
    """What one recipe did; figures are means over the repeats, each on rows left out of training."""

    name: str
    f1: float
    accuracy: float
    macro_f1: float
    ece: float
    intervals: Mapping[str, Interval]
    """Of the first repeat."""
    seconds: float
    """To train once on all rows, calibration included."""
    bytes: int
    """Of the arrays that prediction needs."""
    against_first: Paired | None
    """Its answers against those of the first recipe named, in the first repeat."""


@dataclass(frozen=True)
class Comparison:
    """Recipes on the same folds, in the order they were named."""

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
    *,
    folds: int = 10,
    repeats: int = 3,
    seed: int = 0,
) -> Comparison:
    """Cross-validate the recipes `names` (`rules` too) on the same folds of `examples`.

    Raises `MltagError` for an unknown recipe, fewer rows than folds or fewer than two tags.
    """
    recipes = {name: None if name == RULES else recipe(name) for name in names}
    if len(examples.texts) < folds:
        raise MltagError(
            f"{len(examples.texts)} rows are too few for {folds} folds.",
            "Use more rows or fewer folds.",
        )
    progress.report(0.0, "reading the texts")
    rows = snapshot_of(examples, vectors)
    found: list[RecipeFigures] = []
    first: IntArray | None = None
    for number, (name, wanted) in enumerate(recipes.items()):
        part = Part(progress, 0.05 + 0.95 * number / len(recipes), 0.05 + 0.95 * (number + 1) / len(recipes))
        if wanted is None:
            judged, seconds, size = _rules(part, examples, rows)
        else:
            judged = cross_validate(
                Part(part, 0.0, 0.9), rows, wanted, folds=folds, repeats=repeats, seed=seed
            )
            seconds, size = _cost(Part(part, 0.9, 1.0), rows, wanted, vectors, seed)
        found.append(_figures(name, judged, seconds, size, first, found[0].name if found else ""))
        first = judged.probabilities[0].argmax(axis=1).astype(np.int32) if first is None else first
    progress.report(1.0, "compared")
    return Comparison(len(rows), rows.tags, folds, repeats, tuple(found))


def _figures(
    name: str, judged: OutOfFold, seconds: float, size: int, first: IntArray | None, first_name: str
) -> RecipeFigures:
    each: list[Figures] = [figures(judged.truth, part, judged.tags) for part in judged.probabilities]
    answers = judged.probabilities[0].argmax(axis=1)
    return RecipeFigures(
        name=name,
        f1=_mean([part.f1 for part in each]),
        accuracy=_mean([part.accuracy for part in each]),
        macro_f1=_mean([part.macro_f1 for part in each]),
        ece=_mean([part.ece for part in each]),
        intervals=each[0].intervals,
        seconds=seconds,
        bytes=size,
        against_first=None
        if first is None
        else compare_answers(judged.truth, first, answers, names=(first_name, name)),
    )


def _rules(progress: Progress, examples: Examples, rows: Snapshot) -> tuple[OutOfFold, float, int]:
    """The rules learn nothing, so every row is one that they were not trained on."""
    progress.report(0.0, "rules")
    path = resource("rules.toml")
    start = time.perf_counter()
    rules = Rules.load(path)
    seconds = time.perf_counter() - start
    answers = rules.predict(examples.texts)
    tags = rows.tags + tuple(tag for tag in rules.tags if tag not in rows.tags)
    probabilities: FloatArray = aligned(answers, tags)
    return OutOfFold(tags, rows.labels, probabilities[None]), seconds, path.stat().st_size


def _cost(
    progress: Progress, rows: Snapshot, wanted: Recipe, vectors: StaticVectors, seed: int
) -> tuple[float, int]:
    start = time.perf_counter()
    head, _, _ = fit_calibrated(progress, rows, wanted, seed)
    seconds = time.perf_counter() - start
    return seconds, _bytes(head, wanted, vectors)


def _bytes(head: Head, wanted: Recipe, vectors: StaticVectors) -> int:
    size = sum(array.nbytes for array in head.arrays().values())
    return size + (vectors.table.nbytes + vectors.scales.nbytes if wanted.vectors else 0)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
