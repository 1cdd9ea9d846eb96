"""Figures about decisions: by day, by session, and before a decision on many records.

Progress over time: the decisions of each day, how often they confirmed the prediction, and the pace.

Statistics of one session: number of decisions, speed, and how often the model was right.

What a decision on several records changes, and the records that have the same text.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from itertools import pairwise
from statistics import fmean
from typing import Final

import numpy as np

from mltag_desktop.core.workspace.search.filtering import shown_tags
from mltag_desktop.core.workspace.types import (
    DECIDED,
    JUDGING,
    DecisionKind,
    JournalEntry,
    Mark,
    RowArray,
    RowId,
    States,
    Status,
)
from mltag_desktop.core.workspace.workspace import Workspace

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
            # in UTC, because Python subtracts clock times within a zone
            at = datetime.fromisoformat(entry.time).astimezone(UTC)
            day = at.astimezone(zone).date().isoformat()
        except (ValueError, OverflowError, OSError):
            continue  # a damaged time, as a recovered file may have; Windows knows no zone before 1970
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


@dataclass(frozen=True)
class TagStats:
    """The records that were given one tag."""

    tag: str
    records: int
    right: int
    """Number of records whose prediction at the time of the decision was this tag."""


@dataclass(frozen=True)
class SessionSummary:
    """The statistics of a session."""

    decided: int
    accepted: int
    corrected: int
    flagged: int
    skipped: int
    right: float | None
    """Share of the decided records that were predicted correctly; None without predictions."""
    tags: tuple[TagStats, ...]
    """Most frequent first."""
    minutes: float
    """Time spent reading, without breaks."""
    left: int
    """Number of records still to review."""
    minutes_left: float

    @property
    def per_hour(self) -> float:
        """Decisions per hour at this pace; 0 without decisions."""
        return self.decided / self.minutes * 60 if self.minutes > 0 else 0.0


def session_summary(
    states: States, rows: RowArray, predicted: RowArray, seconds: float, left: int, seconds_each: float
) -> SessionSummary:
    """Summarize the session from the current states of its records; decisions undone since do not count.

    `rows` are the records of the session, `predicted` those that had a prediction when they were decided.
    """
    chosen = rows[rows < states.count]
    status = states.status[chosen]
    is_decided = np.isin(status, [*DECIDED])
    settled, right = chosen[is_decided], status[is_decided] == Status.ACCEPTED
    decided = states.decided[settled]
    known = int((right | np.isin(settled, predicted)).sum())
    tags = [
        TagStats(states.tag_names[code], int((decided == code).sum()), int((right & (decided == code)).sum()))
        for code in np.unique(decided).tolist()
    ]
    return SessionSummary(
        decided=len(settled),
        accepted=int(right.sum()),
        corrected=int((~right).sum()),
        flagged=int(states.marked(Mark.FLAGGED, chosen).sum()),
        skipped=int(states.marked(Mark.SKIPPED, chosen).sum()),
        right=int(right.sum()) / known if known else None,
        tags=tuple(sorted(tags, key=lambda each: -each.records)),
        minutes=seconds / 60,
        left=left,
        minutes_left=left * seconds_each / 60,
    )


@dataclass(frozen=True)
class BulkPreview:
    """The current tags of some records, and the effect of each possible tag."""

    records: int
    shown: dict[str, int]
    """Number of records by shown tag, most frequent first."""
    decided: int
    unpredicted: int
    changed: dict[str, int]
    """By tag: number of records whose shown tag would change."""
    overruled: dict[str, int]
    """By tag: number of records with a different decision."""


def preview(states: States, rows: RowArray, tags: tuple[str, ...]) -> BulkPreview:
    """Return the effect of tagging `rows` with each of `tags`."""
    names = states.tag_names
    shown = shown_tags(states)[rows]
    decided = np.isin(states.status[rows], [int(status) for status in DECIDED])
    known = np.bincount(shown[shown >= 0], minlength=len(names))
    tagged = np.bincount(states.decided[rows][decided], minlength=len(names))
    code = {name: place for place, name in enumerate(names)}
    total, of_decided = len(rows), int(decided.sum())

    def but(counts: np.ndarray, tag: str, whole: int) -> int:
        return whole - (int(counts[code[tag]]) if tag in code else 0)

    by_count = sorted(np.flatnonzero(known).tolist(), key=lambda place: -int(known[place]))
    return BulkPreview(
        records=total,
        shown={names[place]: int(known[place]) for place in by_count},
        decided=of_decided,
        unpredicted=int((states.predicted[rows] < 0).sum()),
        changed={tag: but(known, tag, total) for tag in tags},
        overruled={tag: but(tagged, tag, of_decided) for tag in tags},
    )


def undecided_twins(workspace: Workspace, states: States, row: RowId) -> RowArray:
    """Return the other undecided records with the text of `row`; 1 ms for a million records."""
    halves = workspace.table.all_digests()[: states.count].view(np.uint64).reshape(-1, 2)
    if row >= len(halves):
        return np.empty(0, np.int64)
    rows = np.flatnonzero(halves[:, 0] == halves[row, 0])
    rows = rows[(halves[rows, 1] == halves[row, 1]) & (rows != row)]
    same: RowArray = rows[(states.status[rows] == Status.TO_REVIEW) & ~states.gone[rows]]
    return same
