"""What a curator did in one sitting: how many, how fast, how often the model was right."""

from dataclasses import dataclass

import numpy as np

from mltag_desktop.core.workspace.types import Mark, RowArray, States, Status


@dataclass(frozen=True)
class TagStats:
    """The records that were decided to carry one tag."""

    tag: str
    records: int
    right: int
    """Of them, those that the model had predicted so when they were decided."""


@dataclass(frozen=True)
class SessionSummary:
    """A sitting in figures."""

    decided: int
    accepted: int
    corrected: int
    flagged: int
    skipped: int
    right: float | None
    """Share of the decided records that the model was right on when they were, None for none."""
    tags: tuple[TagStats, ...]
    """Most first."""
    minutes: float
    """Spent reading, pauses left out."""
    left: int
    """Records still to review."""
    minutes_left: float

    @property
    def per_hour(self) -> float:
        """Decisions an hour at this pace, 0 when there are none."""
        return self.decided / self.minutes * 60 if self.minutes > 0 else 0.0


def session_summary(
    states: States, rows: RowArray, seconds: float, left: int, seconds_each: float
) -> SessionSummary:
    """Sum up how the records of a sitting stand now; what was undone since does not count."""
    chosen = rows[rows < states.count]
    status = states.status[chosen]
    counts = {one: int((status == one).sum()) for one in Status}
    settled = chosen[(status == Status.ACCEPTED) | (status == Status.CORRECTED)]
    decided, predicted = states.decided[settled], states.predicted[settled]
    right = status[(status == Status.ACCEPTED) | (status == Status.CORRECTED)] == Status.ACCEPTED
    known = int((predicted >= 0).sum())
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
