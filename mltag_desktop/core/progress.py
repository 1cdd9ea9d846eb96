"""Progress reports of long functions, and their cancellation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final, Protocol


class Progress(Protocol):
    """Receives progress reports of a long function and can cancel it."""

    def report(self, fraction: float, step: str = "") -> None:
        """Report that `fraction` (0 to 1) is done and `step` is running; raises `Cancelled` to stop."""
        ...


class _SilentProgress:
    def report(self, fraction: float, step: str = "") -> None:
        """Ignore the report."""


SILENT: Final[Progress] = _SilentProgress()


@dataclass
class MonotonicProgress:
    """Progress that never decreases, for work that repeats a step; only one thread at a time may report."""

    parent: Progress
    reached: float = 0.0

    def report(self, fraction: float, step: str = "") -> None:
        """Report the highest fraction so far to the parent."""
        self.reached = max(self.reached, fraction)
        self.parent.report(self.reached, step)


@dataclass(frozen=True)
class QuietProgress:
    """Progress that forwards the fraction but not the step, so the parent's step stays visible."""

    parent: Progress

    def report(self, fraction: float, step: str = "") -> None:
        """Report the fraction to the parent."""
        self.parent.report(fraction)


@dataclass(frozen=True)
class SubProgress:
    """The range from `low` to `high` of a parent's progress, for a function that is one part of the work."""

    parent: Progress
    low: float
    high: float

    def report(self, fraction: float, step: str = "") -> None:
        """Report to the parent, scaled to this range."""
        self.parent.report(self.low + fraction * (self.high - self.low), step)


def in_parts(progress: Progress, costs: Sequence[float]) -> list[SubProgress]:
    """Return a progress for each part of the work, in proportion to the time that it is likely to take."""
    bounds = [*accumulate(costs, initial=0.0)]
    return [SubProgress(progress, low / bounds[-1], high / bounds[-1]) for low, high in pairwise(bounds)]


def in_steps(progress: Progress, count: int, size: int, step: str = "") -> Iterator[slice]:
    """Yield the ranges of at most `size` of `count` things, in order, with a report before each."""
    for start in range(0, count, size):
        progress.report(start / count, step)
        yield slice(start, min(start + size, count))
