"""What is shown of records and which are to be reviewed, and how many of each kind there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import POSTPONED, Mark, RowArray, States, Status

BINS: Final = 20
FILTER_MARKS: Final = (Mark.FLAGGED, Mark.SKIPPED, Mark.UNSURE, Mark.NOTED, Mark.OFF_TOPIC)
"""The marks that records are filtered by."""


STATUSES: Final = ("is", "status")
MARKS: Final = ("is", "mark")
"""Facets of conditions, see `QueryTerm.facet`."""


@dataclass(frozen=True)
class Counts:
    """Number of records of each kind."""

    total: int
    by_status: dict[Status, int]
    by_tag: dict[str, int]
    """By shown tag: the decided one, else the predicted one."""
    predicted: int
    to_review: int
    """Number of records that `needs_review` returns."""
    histogram: tuple[int, ...]
    """By confidence: `BINS` bins of equal width from 0 to 1."""
    by_mark: Mapping[Mark, int] = field(default_factory=dict)
    """By mark; a record with several marks counts for each."""
    postponed: int = 0
    """Number of undecided records that are skipped or marked unsure."""
    by_value: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    """By column: the counts of its values, in the order of its `ColumnValues`."""
    near_duplicates: int | None = None
    """Number of records with a near-duplicate; None before they were looked for."""
    possibly_wrong: int = 0
    is_final: bool = True
    """Whether `to_review` is; not while records are predicted or compared with the training data."""
    audited: int = 0
    """Number of accepted and corrected records in the audit set; only in the total counts."""


def shown_tags(states: States) -> NDArray[np.int16]:
    """Return each record's shown tag: the decided one, else the predicted one; -1 for none.

    A record that a curator marked as off topic has none.
    """
    shown: NDArray[np.int16] = np.where(states.decided >= 0, states.decided, states.predicted)
    shown[states.marked(Mark.OFF_TOPIC)] = -1
    return shown


def marked_or_suspected(states: States, marks: Mark) -> NDArray[np.bool_]:
    """Return a mask of the records with any of these marks; off topic are also those that may be."""
    found = states.marked(marks)
    return found | states.off_topic if Mark.OFF_TOPIC in marks else found


def rows_shown_as(states: States, tag: str) -> RowArray:
    """Return the rows whose shown tag is `tag`."""
    code = states.tag_names.index(tag) if tag in states.tag_names else -2
    return np.flatnonzero(shown_tags(states) == code).astype(np.int64)


def needs_review(states: States, threshold: ReviewThresholds | None) -> NDArray[np.bool_]:
    """Return a mask of the records to review, shape (n,).

    These are undecided records, neither skipped nor marked unsure or off topic, that are below the threshold,
    have no prediction or may be off topic, and unskipped records that need another look. Without a threshold,
    the confidence does not matter. The question queue asks about the same records.
    """
    waiting = states.waiting()
    if threshold is not None:
        waiting &= threshold.asks(states)
    waiting |= states.again & ~states.marked(Mark.SKIPPED)
    return waiting & ~states.gone


def counts(
    states: States, threshold: ReviewThresholds, among: Callable[..., NDArray[np.bool_]] | None = None
) -> Counts:
    """Count the records by status, mark, tag and confidence.

    `among` returns which records to count, given the facets of the count; by default those in the source.
    """
    here = ~states.gone
    of = among or (lambda *_facets: here)
    statuses, marks = of(STATUSES), of(MARKS)
    confidence = states.confidence[of(("confidence",)) & (states.predicted >= 0)]
    bins = np.minimum((confidence * BINS).astype(np.int64), BINS - 1)
    postponed = marks & (states.status == Status.TO_REVIEW) & states.marked(POSTPONED)
    review = of(STATUSES, MARKS) & needs_review(states, threshold)
    return Counts(
        total=int(np.count_nonzero(here)),
        by_status={status: int(np.count_nonzero(statuses & (states.status == status))) for status in Status},
        by_tag=count_tags(states, of(("tag",))),
        predicted=int(np.count_nonzero((states.predicted >= 0) & here)),
        to_review=int(np.count_nonzero(review)),
        histogram=tuple(np.bincount(bins, minlength=BINS).tolist()),
        by_mark={
            mark: int(np.count_nonzero(marks & marked_or_suspected(states, mark))) for mark in FILTER_MARKS
        },
        postponed=int(np.count_nonzero(postponed)),
    )


def count_tags(states: States, among: NDArray[np.bool_]) -> dict[str, int]:
    """Count the records of `among` by shown tag; one with several tags counts for each."""
    shown = shown_tags(states)
    is_counted = among & (shown >= 0)
    tags = np.bincount(shown[is_counted], minlength=len(states.tag_names))
    if len(states.also):
        groups = np.bincount(states.shown_groups[among], minlength=len(states.tag_groups)).tolist()
        for group, records in zip(states.tag_groups, groups, strict=True):
            tags[list(group)] += records
        tags -= _shown_twice(states, shown, among)
    return dict(zip(states.tag_names, tags.tolist(), strict=True))


def _shown_twice(states: States, shown: NDArray[np.int16], among: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Count, for each tag, the records of `among` that show it as their tag and in their group of tags."""
    twice = np.zeros(len(states.tag_names), np.int64)
    groups = states.shown_groups
    rows = np.flatnonzero(among & (groups > 0) & (shown >= 0))
    pairs, counts = np.unique(np.stack([groups[rows], shown[rows]]), axis=1, return_counts=True)
    for (group, tag), records in zip(pairs.T.tolist(), counts.tolist(), strict=True):
        twice[tag] += records if tag in states.tag_groups[group] else 0
    return twice
