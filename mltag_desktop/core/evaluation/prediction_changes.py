"""Collect prediction changes between two models, chunk by chunk, since a table may be large."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

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
    """The prediction changes on a set of rows; `shown` holds at most 1,000, most confident first.

    `drawn_from` is the number of rows from which these were drawn at random; 0 if all were compared.
    """

    rows: int
    total: int
    counts: tuple[PredictionChangeCount, ...]
    shown: tuple[PredictionChange, ...]
    drawn_from: int = 0


class _Change(NamedTuple):
    """A changed row, without its details."""

    place: int
    before: str
    after: str
    confidence_before: float
    confidence_after: float


class PredictionChangeCollector:
    """A collector of prediction changes that keeps counts and the most confident changes."""

    def __init__(self) -> None:
        self._rows = 0
        self._counts: Counter[tuple[str, str]] = Counter()
        self._shown: list[_Change] = []

    def add(self, before: Predictions, after: Predictions, places: Sequence[int] | None = None) -> None:
        """Compare the predictions for the next rows.

        `places` are the positions of the rows, by default those after the rows that were added before.
        """
        n = len(after.probabilities)
        if not n:
            return
        first = np.array(before.tags, dtype=object)[before.best]
        second = np.array(after.tags, dtype=object)[after.best]
        rows = np.flatnonzero(first != second)
        self._counts.update(zip(first[rows].tolist(), second[rows].tolist(), strict=True))
        shown = rows[np.argsort(-after.confidence[rows], kind="stable")][:SHOWN]
        place = range(self._rows, self._rows + n) if places is None else places
        self._shown += [
            _Change(place[row], first[row], second[row], *confidences)
            for row, *confidences in zip(
                shown.tolist(),
                before.confidence[shown].tolist(),
                after.confidence[shown].tolist(),
                strict=True,
            )
        ]
        self._shown.sort(key=lambda change: (-change.confidence_after, change.place))
        del self._shown[SHOWN:]
        self._rows += n

    def changes(
        self, details_of: Callable[[Sequence[int]], Sequence[RowDetails]], *, drawn_from: int = 0
    ) -> PredictionChanges:
        """Return the prediction changes of all rows added so far.

        `details_of` returns the true tags and names of the shown rows, given their positions.
        """
        counts = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        details = details_of([change.place for change in self._shown])
        return PredictionChanges(
            rows=self._rows,
            total=self._counts.total(),
            counts=tuple(PredictionChangeCount(before, after, rows) for (before, after), rows in counts),
            shown=tuple(
                PredictionChange(
                    row=change.place,
                    reference=reference or f"{change.place + 1:,}",
                    before=change.before,
                    after=change.after,
                    truth=truth,
                    confidence_before=change.confidence_before,
                    confidence_after=change.confidence_after,
                )
                for change, (truth, reference) in zip(self._shown, details, strict=True)
            ),
            drawn_from=drawn_from,
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

    collector.add(before, after)
    return collector.changes(details_of)
