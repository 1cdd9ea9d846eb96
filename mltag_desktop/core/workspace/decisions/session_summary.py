"""Statistics of one session: number of decisions, speed, and how often the model was right."""

from dataclasses import dataclass

import numpy as np

from mltag_desktop.core.workspace.types import Mark, RowArray, States, Status


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
    counts = {one: int((status == one).sum()) for one in Status}
    settled = chosen[(status == Status.ACCEPTED) | (status == Status.CORRECTED)]
    decided = states.decided[settled]
    right = status[(status == Status.ACCEPTED) | (status == Status.CORRECTED)] == Status.ACCEPTED
    known = int((right | np.isin(settled, predicted)).sum())
    tags = [
        TagStats(states.tag_names[code], int((decided == code).sum()), int((right & (decided == code)).sum()))
        for code in np.unique(decided).tolist()
    ]
    return SessionSummary(
        decided=len(settled),
        accepted=counts[Status.ACCEPTED],
        corrected=counts[Status.CORRECTED],
        flagged=int(states.marked(Mark.FLAGGED, chosen).sum()),
        skipped=int(states.marked(Mark.SKIPPED, chosen).sum()),
        right=int(right.sum()) / known if known else None,
        tags=tuple(sorted(tags, key=lambda each: -each.records)),
        minutes=seconds / 60,
        left=left,
        minutes_left=left * seconds_each / 60,
    )
