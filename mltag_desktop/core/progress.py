"""How a long function tells of its progress and learns that it should stop."""

from typing import Final, Protocol

from mltag_desktop.core.values import dataclass


class Progress(Protocol):
    """What a long function reports to; it knows nothing of threads."""

    def report(self, fraction: float, step: str = "") -> None:
        """Tell that `fraction` (0 to 1) is done and `step` is under way; may raise `Cancelled`."""
        ...


class _Silent:
    def report(self, fraction: float, step: str = "") -> None:
        """Drop the report."""


SILENT: Final[Progress] = _Silent()


@dataclass
class Forward:
    """Never goes back, for what does the same several times; one thread at a time reports to it."""

    parent: Progress
    reached: float = 0.0

    def report(self, fraction: float, step: str = "") -> None:
        """Tell the parent the most that was reached."""
        self.reached = max(self.reached, fraction)
        self.parent.report(self.reached, step)


@dataclass(frozen=True)
class Quiet:
    """Passes on how far something is, without its words: the parent's own stay."""

    parent: Progress

    def report(self, fraction: float, step: str = "") -> None:
        """Tell the parent."""
        self.parent.report(fraction)


@dataclass(frozen=True)
class Part:
    """A stretch from `low` to `high` of a parent's progress, for a function called by another."""

    parent: Progress
    low: float
    high: float

    def report(self, fraction: float, step: str = "") -> None:
        """Tell the parent, scaled into this stretch."""
        self.parent.report(self.low + fraction * (self.high - self.low), step)
