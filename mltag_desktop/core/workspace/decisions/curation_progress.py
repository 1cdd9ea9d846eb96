"""Progress over time: the decisions of each day, how often they confirmed the prediction, and the pace."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import pairwise
from statistics import fmean
from typing import Final

from mltag_desktop.core.workspace.types import JUDGING, DecisionKind, JournalEntry

BREAK: Final = 60.0
"""Seconds between two decisions above which the interval counts as a break."""
LEAST_MINUTES: Final = 1.0
"""Minutes of work below which no pace is given."""
_FIRST_GUESS: Final = 4.0
"""Assumed seconds per decision until decisions have been timed."""
_GUESSES: Final = 10
_TIMED: Final = 40
"""Number of decisions that an estimate of the time left follows."""


@dataclass(frozen=True)
class DayProgress:
    """The decisions of one day; a record that was decided twice counts twice."""

    day: str
    """ISO date."""
    decided: int
    accepted: int
    predicted: int
    """Number of decisions on records that had a prediction."""
    single: int
    """Number of decisions on one record at a time, on which the pace is based."""
    minutes: float
    """Time between these decisions, without breaks."""

    @property
    def corrected(self) -> int:
        """Number of decisions against a prediction; one on a record without it is not counted."""
        return self.predicted - self.accepted

    @property
    def right(self) -> float | None:
        """Share of the predictions that were confirmed; None without predictions."""
        return self.accepted / self.predicted if self.predicted else None

    @property
    def per_hour(self) -> float | None:
        """Decisions per hour of work; None where they took less than a minute."""
        return self.single / self.minutes * 60 if self.minutes >= LEAST_MINUTES else None


def daily_progress(entries: Iterable[JournalEntry], zone: tzinfo | None = None) -> tuple[DayProgress, ...]:
    """Return the decisions in effect by day, oldest first; `zone` is the local one by default.

    `entries` are those of a journal, oldest first. Undone steps and imported decisions do not count.
    """
    entries = tuple(entries)
    imported = {(each.step, each.record) for each in entries if each.kind == DecisionKind.IMPORTED}
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    predicted: Counter[str] = Counter()
    times: dict[str, dict[int, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if entry.undone or entry.kind not in JUDGING or (entry.step, entry.record) in imported:
            continue
        try:
            at = datetime.fromisoformat(entry.time).astimezone(zone)
        except ValueError:
            continue  # a damaged time, as a recovered file may have
        day = at.date().isoformat()
        kinds[day][entry.kind] += 1
        predicted[day] += entry.kind == DecisionKind.ACCEPT or entry.predicted_tag is not None
        times[day][entry.step].append(at)
    return tuple(
        DayProgress(
            day,
            kinds[day].total(),
            kinds[day][DecisionKind.ACCEPT],
            predicted[day],
            *pace(times[day].values()),
        )
        for day in sorted(kinds)
    )


def pace(steps: Iterable[Sequence[datetime]]) -> tuple[int, float]:
    """Return the number of steps on one record, and the minutes between these without breaks.

    Each of `steps` holds the times of its decisions.
    """
    at = sorted(times[0] for times in steps if len(times) == 1)
    gaps = [(after - before).total_seconds() for before, after in pairwise(at)]
    return len(at), sum(gap for gap in gaps if gap < BREAK) / 60


class Pace:
    """The usual time per decision, from the latest decisions on one record at a time."""

    def __init__(self) -> None:
        self._seconds = deque([_FIRST_GUESS] * _GUESSES, maxlen=_TIMED)

    def add(self, seconds: float) -> None:
        """Count the time between two decisions; a break does not count."""
        if seconds < BREAK:
            self._seconds.append(seconds)

    @property
    def seconds(self) -> float:
        """The mean of the middle half, on which a single long pause has no effect."""
        part = len(self._seconds) // 4
        return fmean(sorted(self._seconds)[part : len(self._seconds) - part])
