"""Filtering, sorting and counting of records."""

import functools
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.query import MARKS, QueryField, QueryTerm, meaning_of, probability_of
from mltag_desktop.core.workspace.types import POSTPONED, Mark, RowArray, RowId, States, Status
from mltag_desktop.core.workspace.views.matching import TextHits, marked_or_suspected, matches
from mltag_desktop.core.workspace.workspace import Workspace

BINS: Final = 20
_COUNTED_AT_ONCE: Final = 1 << 16
_USUAL: Final = ReviewThresholds()
_LARGEST_RANK: Final = 2**30
"""Larger than all ranks; exact as float32."""


@dataclass(frozen=True)
class Filter:
    """Conditions for showing a record; the default matches every record."""

    tags: frozenset[str] = frozenset()
    """Shown tag: the decided one, else the predicted one. Empty for any."""
    statuses: frozenset[Status] = frozenset()
    """Empty for any."""
    marks: frozenset[Mark] = frozenset()
    """Has one of these marks. Empty for any."""
    min_confidence: float = 0.0
    max_confidence: float = 1.0
    search: str = ""
    """The text contains this string, ignoring case."""
    review_only: bool = False
    """Only records that `needs_review` returns for `threshold`."""
    threshold: ReviewThresholds = _USUAL
    terms: tuple[QueryTerm, ...] = ()
    """Conditions of the query."""
    rows: tuple[RowId, ...] | None = None
    """Only these records; None for any."""


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
    audited: int = 0
    """Number of accepted and corrected records in the audit set; only in the total counts."""


@dataclass(frozen=True)
class Sort:
    """A sort of the records."""

    column: str | int | None = None
    """`row`, `status`, `tag`, `confidence`, `margin`, `text`, or the number of a source column; None for the
    table's order."""
    descending: bool = False


def order(
    progress: Progress,
    workspace: Workspace,
    chosen: Filter,
    sort: Sort = Sort(),
    *,
    hits: TextHits | None = None,
    states: States | None = None,
) -> RowArray:
    """Return the row ids to show; equal ones stay in the table's order.

    A text search and a sort by text or a source column go through the file and
    report to `progress`; the rest is numpy alone. `hits` keeps what words and columns were found in, for the
    next call. Without a sort, records are in the order of their similarity to a `~` condition, if `hits` can
    compare texts, or of the probability of the tag that a `p:` condition asks for, highest first;
    near-duplicates follow each other if only these are shown. With `states`, such as those
    of a past step, the records are judged by these.
    """
    states = states or workspace.states()
    shown = matching(states, chosen)
    if chosen.search.strip():
        found = workspace.scan.search(progress, chosen.search.strip())
        hit = np.zeros(states.count, np.bool_)
        hit[found[found < states.count]] = True
        shown &= hit
    if chosen.terms:
        to_review = needs_review(states, chosen.threshold)
        hits = hits or TextHits(workspace)
        shown &= matches(progress, hits, states, chosen.terms, shown_tags(states), to_review)
    if sort.column is None or sort.column == "row":
        rows = np.flatnonzero(shown).astype(np.int64)
        if sort.column is None and hits is not None:
            rows = _by_content(progress, hits, chosen.terms, rows, states.count)
        return rows[::-1] if sort.descending else rows
    sign = -1 if sort.descending else 1
    keys: NDArray[np.generic]
    if isinstance(sort.column, str) and sort.column != "text":
        keys = _keys(states, sort.column, sign)
    else:
        del states  # the next predictions would copy a snapshot that is in use
        column = sort.column if isinstance(sort.column, int) else None
        keys = workspace.scan.ranks(progress, column)[: len(shown)] * sign
    rows = np.flatnonzero(shown).astype(np.int64)  # not before: the keys need the room
    return rows[_sorted(keys[rows])]


def _by_content(
    progress: Progress, hits: TextHits, terms: tuple[QueryTerm, ...], rows: RowArray, count: int
) -> RowArray:
    """Return the rows as their content sorts them: by a `~` or `p:` condition, or by near-duplicates."""
    wanted = meaning_of(terms)
    if wanted is not None and hits.analyser is not None:
        similarity = np.full(count, -np.inf, np.float32)
        found = hits.analyser.similarity(progress, wanted)
        similarity[: len(found)] = found[:count]
        return rows[np.argsort(-similarity[rows], kind="stable")]
    likely = probability_of(terms)
    if likely is not None:
        return rows[np.argsort(-hits.probability(progress, likely, count)[rows], kind="stable")]
    if any(term.field is QueryField.NEAR_DUPLICATE and not term.negated for term in terms):
        return rows[np.argsort(hits.near_duplicates(progress, count)[rows], kind="stable")]
    return rows


def matching(states: States, chosen: Filter) -> NDArray[np.bool_]:
    """Return a mask of the records that match a filter, except for its text search."""
    shown = present(states)
    if chosen.statuses:
        shown &= states.has_status(chosen.statuses)
    if chosen.marks:
        shown &= marked_or_suspected(states, functools.reduce(operator.or_, chosen.marks))
    if chosen.tags:
        codes = [code for code, name in enumerate(states.tag_names) if name in chosen.tags]
        shown &= np.isin(shown_tags(states), codes) | states.with_additional(codes)
    if chosen.min_confidence > 0:
        shown &= states.confidence >= chosen.min_confidence
    if chosen.max_confidence < 1:
        shown &= states.confidence <= chosen.max_confidence
    if chosen.review_only:
        shown &= needs_review(states, chosen.threshold)
    if chosen.rows is not None:
        named = np.zeros(states.count, np.bool_)
        named[[row for row in chosen.rows if 0 <= row < states.count]] = True
        shown &= named
    return shown


def shown_tags(states: States) -> NDArray[np.int16]:
    """Return each record's shown tag: the decided one, else the predicted one; -1 for none.

    A record that a curator marked as off topic has none.
    """
    shown: NDArray[np.int16] = np.where(states.decided >= 0, states.decided, states.predicted)
    if len(states.marks):
        shown[states.marked(Mark.OFF_TOPIC)] = -1
    return shown


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
    if len(states.again):
        waiting |= states.again & ~states.marked(Mark.SKIPPED)
    return waiting & present(states)


def present(states: States) -> NDArray[np.bool_]:
    """Return a mask of the records that are still in the source."""
    return ~states.gone if len(states.gone) else np.ones(states.count, np.bool_)


def counts(states: States, threshold: ReviewThresholds) -> Counts:
    """Count the records by status, tag and confidence."""
    here = present(states)
    return Counts(
        total=int(np.count_nonzero(here)),
        by_status=count_statuses(states, here),
        by_tag=count_tags(states, here),
        predicted=int(np.count_nonzero((states.predicted >= 0) & here)),
        to_review=int(np.count_nonzero(needs_review(states, threshold))),
        histogram=count_confidence(states, here),
        by_mark=count_marks(states, here),
        postponed=count_postponed(states, here),
    )


def count_statuses(states: States, among: NDArray[np.bool_]) -> dict[Status, int]:
    """Count the records of `among` by status."""
    return {status: int(np.count_nonzero(among & (states.status == status))) for status in Status}


def count_marks(states: States, among: NDArray[np.bool_]) -> dict[Mark, int]:
    """Count the records of `among` by mark."""
    return {mark: int(np.count_nonzero(among & marked_or_suspected(states, mark))) for mark in MARKS.values()}


def count_postponed(states: States, among: NDArray[np.bool_]) -> int:
    """Count the undecided records of `among` that are skipped or marked unsure."""
    return int(np.count_nonzero(among & (states.status == Status.TO_REVIEW) & states.marked(POSTPONED)))


def count_tags(states: States, among: NDArray[np.bool_]) -> dict[str, int]:
    """Count the records of `among` by shown tag; one with several tags counts for each."""
    shown = shown_tags(states)
    is_counted = among & (shown >= 0)
    tags = _in_parts(states.count, len(states.tag_names), lambda part: shown[part][is_counted[part]])
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


def count_confidence(states: States, among: NDArray[np.bool_]) -> tuple[int, ...]:
    """Count the predicted records of `among` by confidence, in `BINS` bins of equal width from 0 to 1."""
    is_counted = among & (states.predicted >= 0)

    def bins_of(part: slice) -> NDArray[np.int64]:
        known = states.confidence[part][is_counted[part]]
        return np.minimum((known * BINS).astype(np.int64), BINS - 1)

    return tuple(_in_parts(states.count, BINS, bins_of).tolist())


def _in_parts(
    count: int, kinds: int, codes_of: Callable[[slice], NDArray[np.integer[Any]]]
) -> NDArray[np.int64]:
    """Count `count` records by the codes, below `kinds`, that `codes_of` returns for some of them.

    `np.bincount` copies codes to int64. Small copies stay in the CPU cache: less memory, and faster.
    """
    found = np.zeros(kinds, np.int64)
    for start in range(0, count, _COUNTED_AT_ONCE):
        found += np.bincount(codes_of(slice(start, start + _COUNTED_AT_ONCE)), minlength=kinds)
    return found


def _sorted(keys: NDArray[np.generic]) -> RowArray:
    """Return the indices that sort the keys; stable, NaN last."""
    if keys.dtype.kind == "f":
        numbers = np.nan_to_num(keys, nan=float(_LARGEST_RANK))  # keeps the keys ranks
        whole = numbers.astype(np.int32) if np.fmax.reduce(np.abs(keys), initial=0) < _LARGEST_RANK else None
        if whole is not None and (whole == numbers).all():  # ranks, for which a radix sort is faster
            order = np.argsort(whole.astype(np.uint16), kind="stable")
            return order[np.argsort((whole >> 16).astype(np.int16)[order], kind="stable")]
    return np.argsort(keys, kind="stable")


def _keys(states: States, column: str, sign: int) -> NDArray[np.generic]:
    """Return ascending sort keys; missing values come last for both signs."""
    match column:
        case "status":
            marks = states.marks & np.uint8(0xFF & ~Mark.NOTED) if len(states.marks) else np.uint8(0)
            return (states.status.astype(np.int16) * 64 + marks) * np.int16(sign)
        case "tag":
            codes = shown_tags(states)
            names = states.tag_names
            ranks = np.empty(len(names) + 1, np.int16)
            ranks[sorted(range(len(names)), key=lambda code: names[code].casefold())] = np.arange(len(names))
            return np.where(codes < 0, np.int16(np.iinfo(np.int16).max), ranks[codes] * np.int16(sign))
        case "confidence":
            return states.confidence * np.float32(sign)
        case "margin":
            return states.margin * np.float32(sign)
    raise ValueError(f"cannot sort by {column}")


def is_open(wanted: Filter) -> bool:
    """Return whether the filter matches everything."""
    return replace(wanted, threshold=Filter().threshold) == Filter()
