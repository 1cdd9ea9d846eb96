"""Estimate what more answers add to the accuracy, from the learning curve of a table."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.simulation import SimulationPlan, SimulationPoint, mean_point, simulate
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.training import Examples
from mltag_desktop.core.workspace.workspace import Workspace

MORE: Final = 50
"""Number of further answers that are estimated."""
LEAST: Final = 60
"""Smallest number of decisions for an estimate: half are answers, half measure."""
_MOST: Final = 600
"""Most decisions that are simulated, for the time it takes."""
_STEPS: Final = 5
_Floats = NDArray[np.float64]


@dataclass(frozen=True)
class AnswerGain:
    """The estimated gain in accuracy from further answers, with a 95% interval (shares, not percent)."""

    decisions: int
    """Decisions so far."""
    more: int
    gain: float
    low: float
    high: float
    curve: tuple[SimulationPoint, ...]
    """The simulated learning curve: answers and accuracy on decisions that were not answered."""

    @property
    def is_clear(self) -> bool:
        """Whether the interval excludes "no gain"."""
        return self.low > 0


def estimate_gain(
    progress: Progress, workspace: Workspace, base: LinearModel, more: int = MORE, repeats: int = 5
) -> AnswerGain:
    """Estimate the gain from `more` answers after those that `workspace` has.

    The curator is simulated on the decisions: half are asked in random order, the other half measures
    (`simulate`). Accuracy grows about with the logarithm of the number of answers, so a line through the
    curve over that logarithm is continued from the decisions so far. The interval is that of the line's slope
    between `repeats` simulations. Raises `MltagError` for fewer than `LEAST` decisions or a single tag.
    """
    decided = workspace.scan.examples(SubProgress(progress, 0.0, 0.1))
    if len(decided.texts) < LEAST or len(set(decided.tags)) < 2:
        raise MltagError(
            "There are too few decisions for an estimate.",
            message("At least {least} decisions with two tags are needed.", least=LEAST),
        )
    chosen = np.sort(np.random.default_rng(0).permutation(len(decided.texts))[:_MOST])
    examples = Examples(decided.texts, decided.tags).take(chosen)
    half = len(chosen) // 2
    tags = [tag.name for tag in workspace.tag_set.tags]
    curves = []
    for seed in range(repeats):
        part = SubProgress(progress, 0.1 + 0.9 * seed / repeats, 0.1 + 0.9 * (seed + 1) / repeats)
        order = np.random.default_rng(seed + 1).permutation(len(chosen))
        shuffled = examples.take(order)
        plan = SimulationPlan(
            order="random", batch=max(1, half // _STEPS), budget=half, test_rows=half, seeds=1
        )
        curves.append(simulate(part, shuffled, base, plan, tags=tags, jobs=1).curve)
    return gain_of(curves, len(decided.texts), more)


def gain_of(curves: list[tuple[SimulationPoint, ...]], decisions: int, more: int) -> AnswerGain:
    """Continue each learning curve; the interval is twice the standard error of the mean gain."""
    gains = np.array([_slope(curve) for curve in curves]) * np.log1p(more / decisions)
    error = float(gains.std(ddof=1) / np.sqrt(len(gains))) if len(gains) > 1 else 0.0
    mean = float(gains.mean())
    return AnswerGain(decisions, more, mean, mean - 2 * error, mean + 2 * error, _mean_curve(curves))


def _slope(curve: tuple[SimulationPoint, ...]) -> float:
    """Return the slope of accuracy over the logarithm of the number of answers."""
    points = [point for point in curve if point.labels > 0]
    if len(points) < 2:
        return 0.0
    answers = np.log(np.array([point.labels for point in points], np.float64))
    accuracy: _Floats = np.array([point.accuracy for point in points], np.float64)
    return float(np.polyfit(answers, accuracy, 1)[0])


def _mean_curve(curves: list[tuple[SimulationPoint, ...]]) -> tuple[SimulationPoint, ...]:
    by_answers: dict[int, list[SimulationPoint]] = {}
    for point in (point for curve in curves for point in curve):
        by_answers.setdefault(point.labels, []).append(point)
    return tuple(
        mean_point(labels, points)
        for labels, points in sorted(by_answers.items())
        if len(points) == len(curves)
    )
