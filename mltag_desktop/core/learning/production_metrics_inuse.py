"""Production metrics: acceptance by tag and confidence, accuracy on the whole table, review thresholds.

Two sources are kept separate: decisions on questions of the queue, which are biased towards hard records, and
the audit set, a random sample that represents the table.
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
"""Smallest number of reviewed answers from which a threshold is derived."""


@dataclass(frozen=True)
class Judged:
    """Predictions of one model version that a person has reviewed; all of shape (n,)."""

    predicted: NDArray[np.int64]
    """Code of the predicted tag."""
    right: NDArray[np.bool_]
    confidence: FloatArray


@dataclass(frozen=True)
class Rate:
    """The share of right answers in a group."""

    name: str
    rows: int
    right: int
    interval: tuple[float, float]
    """95% Wilson interval."""

    @property
    def share(self) -> float:
        """Share of the rows that were right; 0 without rows."""
        return self.right / self.rows if self.rows else 0.0


@dataclass(frozen=True)
class Threshold:
    """The review threshold of a tag, its error rate and the remaining review work."""

    tag: str
    confidence: float | None
    """None when too few answers are reviewed or no threshold is good enough: all answers are reviewed."""
    wrong: float
    """Error rate of the reviewed answers at or above the threshold."""
    interval: tuple[float, float]
    """95% Wilson interval of the error rate."""
    judged: int
    """Number of reviewed answers at or above the threshold."""
    to_review: int
    """Number of records of the table below the threshold."""


def rate(name: str, right: NDArray[np.bool_]) -> Rate:
    """Return the share of right answers in a group."""
    hits = int(right.sum())
    return Rate(name, len(right), hits, wilson(hits, len(right)))


def by_tag(judged: Judged, tags: Sequence[str]) -> tuple[Rate, ...]:
    """Return the acceptance of each predicted tag."""
    return tuple(rate(tag, judged.right[judged.predicted == code]) for code, tag in enumerate(tags))


def by_band(judged: Judged) -> tuple[Rate, ...]:
    """Return the acceptance in each confidence band."""
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
    """Return, per tag, the lowest threshold with an error rate of at most `most_wrong`.

    `table_predicted` and `table_confidence` are the predictions for the undecided records, from which the
    remaining review work is counted.
    """
    limits = []
    for code, tag in enumerate(tags):
        predicted, undecided = judged.predicted == code, table_predicted == code
        confidence = _least(judged.confidence[predicted], judged.right[predicted], most_wrong)
        above = predicted & (judged.confidence >= (np.inf if confidence is None else confidence))
        wrong, rows = int((~judged.right[above]).sum()), int(above.sum())
        below = table_confidence[undecided] < (np.inf if confidence is None else confidence)
        share = wrong / rows if rows else 0.0
        limits.append(Threshold(tag, confidence, share, wilson(wrong, rows), rows, int(below.sum())))
    return tuple(limits)


def as_set(
    judged: Judged,
    tags: Sequence[str],
    limits: Sequence[float],
    table_predicted: NDArray[np.int64],
    table_confidence: FloatArray,
) -> tuple[tuple[Threshold, ...], Threshold]:
    """Return error rate and review work under the thresholds `limits`, for each tag and for all tags."""
    bounds = np.array(limits, np.float32)
    above = judged.confidence >= bounds[judged.predicted]
    below = table_confidence < bounds[table_predicted]

    def cost(name: str, limit: float | None, rows: NDArray[np.bool_], waiting: int) -> Threshold:
        wrong, count = int((~judged.right[rows]).sum()), int(rows.sum())
        return Threshold(name, limit, wrong / count if count else 0.0, wilson(wrong, count), count, waiting)

    costs = tuple(
        cost(tag, limit, above & (judged.predicted == code), int((below & (table_predicted == code)).sum()))
        for code, (tag, limit) in enumerate(zip(tags, limits, strict=True))
    )
    return costs, cost("", None, above, int(below.sum()))


def _least(confidence: FloatArray, right: NDArray[np.bool_], most_wrong: float) -> float | None:
    if len(confidence) < _FEWEST:
        return None
    order = np.argsort(-confidence, kind="stable")
    wrong = np.cumsum(~right[order]) / np.arange(1, len(order) + 1)
    ends = np.append(np.diff(confidence[order]) < 0, True)  # rows of equal confidence are not separable
    enough = np.flatnonzero((wrong <= most_wrong) & ends)
    return float(confidence[order[enough[-1]]]) if len(enough) else None
