"""How a model does in use: acceptance by tag and confidence, accuracy on the whole table, review thresholds.

Two sources are kept apart: decisions that the queue asked for, which are biased towards hard records, and the
audit set, which was drawn by lot and so speaks for the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.model.types import FloatArray

BANDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
_FEWEST: Final = 20
"""Judged answers below which no threshold is promised."""


@dataclass(frozen=True)
class Judged:
    """Answers of one model version that a person judged; all of shape (n,)."""

    predicted: NDArray[np.int64]
    """Code of the predicted tag."""
    right: NDArray[np.bool_]
    confidence: FloatArray


@dataclass(frozen=True)
class Rate:
    """How often a group of answers was right."""

    name: str
    rows: int
    right: int
    interval: tuple[float, float]
    """95%, Wilson."""

    @property
    def share(self) -> float:
        """Share of the rows that were right; 0 without rows."""
        return self.right / self.rows if self.rows else 0.0


@dataclass(frozen=True)
class Threshold:
    """From which confidence on a tag's answers need no person, and what that costs."""

    tag: str
    confidence: float | None
    """None when too few answers were judged, or none is sure enough: all go to a person."""
    wrong: float
    """Share of the answers at or above it that was wrong among those judged."""
    interval: tuple[float, float]
    judged: int
    """Judged answers at or above it."""
    to_review: int
    """Records of the table that lie below it."""


def rate(name: str, right: NDArray[np.bool_]) -> Rate:
    """Return how often a group was right."""
    hits = int(right.sum())
    return Rate(name, len(right), hits, wilson(hits, len(right)))


def by_tag(judged: Judged, tags: Sequence[str]) -> tuple[Rate, ...]:
    """Return the acceptance of each predicted tag."""
    return tuple(rate(tag, judged.right[judged.predicted == code]) for code, tag in enumerate(tags))


def by_band(judged: Judged) -> tuple[Rate, ...]:
    """Return the acceptance in each band of confidence."""
    place = np.clip(np.searchsorted(BANDS, judged.confidence, side="right") - 1, 0, len(BANDS) - 2)
    return tuple(
        rate(f"{low:.2f}–{high:.2f}", judged.right[place == band])
        for band, (low, high) in enumerate(pairwise(BANDS))
    )


def thresholds(
    judged: Judged,
    tags: Sequence[str],
    table_predicted: NDArray[np.int64],
    table_confidence: FloatArray,
    most_wrong: float,
) -> tuple[Threshold, ...]:
    """Return, per tag, the least confidence from which at most `most_wrong` of the judged were wrong.

    `table_predicted` and `table_confidence` are the answers to the records that nobody has decided, to count
    what is left to review.
    """
    found = []
    for code, tag in enumerate(tags):
        mine, open_ = judged.predicted == code, table_predicted == code
        confidence = _least(judged.confidence[mine], judged.right[mine], most_wrong)
        above = mine & (judged.confidence >= (np.inf if confidence is None else confidence))
        wrong, rows = int((~judged.right[above]).sum()), int(above.sum())
        below = table_confidence[open_] < (np.inf if confidence is None else confidence)
        share = wrong / rows if rows else 0.0
        found.append(Threshold(tag, confidence, share, wilson(wrong, rows), rows, int(below.sum())))
    return tuple(found)


def as_set(
    judged: Judged,
    tags: Sequence[str],
    limits: Sequence[float],
    table_predicted: NDArray[np.int64],
    table_confidence: FloatArray,
) -> tuple[tuple[Threshold, ...], Threshold]:
    """Return what the `limits` that are in force cost, for each tag and for all tags together."""
    bounds = np.array(limits, np.float32)
    above = judged.confidence >= bounds[judged.predicted]
    below = table_confidence < bounds[table_predicted]

    def cost(name: str, limit: float | None, rows: NDArray[np.bool_], waiting: int) -> Threshold:
        wrong, count = int((~judged.right[rows]).sum()), int(rows.sum())
        return Threshold(name, limit, wrong / count if count else 0.0, wilson(wrong, count), count, waiting)

    each = tuple(
        cost(tag, limit, above & (judged.predicted == code), int((below & (table_predicted == code)).sum()))
        for code, (tag, limit) in enumerate(zip(tags, limits, strict=True))
    )
    return each, cost("", None, above, int(below.sum()))


def _least(confidence: FloatArray, right: NDArray[np.bool_], most_wrong: float) -> float | None:
    if len(confidence) < _FEWEST:
        return None
    order = np.argsort(-confidence, kind="stable")
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    ends = np.append(np.diff(confidence[order]) < 0, True)  # rows of equal confidence stand or fall together
    enough = np.flatnonzero((wrong <= most_wrong) & ends)
    return float(confidence[order[enough[-1]]]) if len(enough) else None
