"""Collect prediction changes between two models, chunk by chunk, since a table may be large."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.model.types import Predictions

SHOWN: Final = 1_000
RowDetails = tuple[str | None, str]
"""A row's true tag, if known, and its name; an empty name stands for the row number."""


@dataclass(frozen=True)
class PredictionChange:
    """A prediction change: a row whose predicted tag differs between the last two models."""

    row: int
    """0-based position among the evaluated rows, or in the workspace's table."""
    reference: str
    """Displayed name of the row: an ID, or its 1-based number."""
    before: str
    after: str
    truth: str | None
    confidence_before: float
    confidence_after: float


@dataclass(frozen=True)
class PredictionChangeCount:
    """The number of rows that change from one tag to another."""

    before: str
    after: str
    rows: int


@dataclass(frozen=True)
class PredictionChanges:
    """The prediction changes on a set of rows; `shown` holds at most 1,000, most confident first."""

    rows: int
    total: int
    counts: tuple[PredictionChangeCount, ...]
    shown: tuple[PredictionChange, ...]


class PredictionChangeCollector:
    """A collector of prediction changes that keeps counts and the most confident changes."""

    def __init__(self) -> None:
        self._rows = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._shown: list[PredictionChange] = []

    def add(
        self,
        before: Predictions,
        after: Predictions,
        details_of: Callable[[Sequence[int]], Sequence[RowDetails]],
        places: Sequence[int] | None = None,
    ) -> None:
        """Compare the predictions for the next rows.

        `details_of` returns the true tags and names of the changed rows, given their indices in this chunk.
        `places` are the positions of the rows, by default those after the rows that were added before.
        """
        n = len(after.probabilities)
        if not n:
            return
        first = np.array(before.tags, dtype=object)[before.best]
        second = np.array(after.tags, dtype=object)[after.best]
        rows = np.flatnonzero(first != second)
        self._counts.update(zip(first[rows].tolist(), second[rows].tolist(), strict=True))
        shown = rows[np.argsort(-after.confidence[rows], kind="stable")][:SHOWN].tolist()
        place = range(self._rows, self._rows + n) if places is None else places
        self._shown += [
            PredictionChange(
                row=place[row],
                reference=reference or f"{place[row] + 1:,}",
                before=str(first[row]),
                after=str(second[row]),
                truth=truth,
                confidence_before=float(before.confidence[row]),
                confidence_after=float(after.confidence[row]),
            )
            for row, (truth, reference) in zip(shown, details_of(shown) if shown else (), strict=True)
        ]
        self._shown.sort(key=lambda change: (-change.confidence_after, change.row))
        del self._shown[SHOWN:]
        self._rows += n

    def changes(self) -> PredictionChanges:
        """Return the prediction changes of all rows added so far."""
        counts = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return PredictionChanges(
            rows=self._rows,
            total=self._counts.total(),
            counts=tuple(PredictionChangeCount(before, after, rows) for (before, after), rows in counts),
            shown=tuple(self._shown),
        )


def find_prediction_changes(
    before: Predictions,
    after: Predictions,
    truth: Sequence[str | None] | None = None,
    references: Sequence[str] | None = None,
) -> PredictionChanges:
    """Return the prediction changes between two models on the same rows."""
    collector = PredictionChangeCollector()

    def details_of(rows: Sequence[int]) -> list[RowDetails]:
        return [
            (truth[row] if truth is not None else None, references[row] if references is not None else "")
            for row in rows
        ]

    collector.add(before, after, details_of)
    return collector.changes()
