"""Which records the table shows, in which order, and how many match each line of the filter panel."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.search.column_values import ColumnValues
from mltag_desktop.core.workspace.search.conditions import (
    NEAR_DUPLICATE,
    POSSIBLY_WRONG,
    IsTerm,
    QueryTerm,
    Search,
    matches,
    meaning_of,
    probability_of,
)
from mltag_desktop.core.workspace.search.filtering import (
    Counts,
    counts,
    shown_tags,
)
from mltag_desktop.core.workspace.search.text_hits import Mask, TextHits
from mltag_desktop.core.workspace.types import Mark, RowArray, RowId, States
from mltag_desktop.core.workspace.workspace import Workspace

MOST_SAVED: Final = 20
"""Maximum number of saved filters; the oldest goes when another one is saved."""
_SAVED: Final = "saved filters"
_USUAL: Final = ReviewThresholds()
_LARGEST_RANK: Final = 2**30
"""Larger than all ranks; exact as float32."""


@dataclass(frozen=True)
class Filter:
    """Conditions for showing a record; the default matches every record."""

    terms: tuple[QueryTerm, ...] = ()
    rows: tuple[RowId, ...] | None = None
    """Only these records; None for any."""
    threshold: ReviewThresholds = _USUAL
    """Below which confidence a record is to be reviewed."""

    @property
    def is_open(self) -> bool:
        """Whether it matches every record."""
        return not self.terms and self.rows is None


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
    first: Callable[[RowArray], object] | None = None,
) -> RowArray:
    """Return the row ids to show; equal ones stay in the table's order.

    A text search and a sort by text or a source column go through the file and report to `progress`; the rest
    is numpy alone. `hits` keeps what words and columns were found in, for the next call. Without a sort,
    records are in the order of their similarity to a `~` condition, if `hits` can compare texts, or of the
    probability of the tag that a `p:` condition asks for, highest first; near-duplicates follow each other if
    only these are shown. With `states`, such as those of a past step, the records are judged by these.
    `first` gets the first rows if they come before the others.
    """
    states, hits = states or workspace.states(), hits or TextHits(workspace)
    shown = _named(states, chosen)
    if chosen.terms:
        search = Search(progress, hits, states, chosen.threshold)
        is_by_content = sort.column is not None or meaning_of(chosen.terms) or probability_of(chosen.terms)
        tell = None
        if first is not None and not is_by_content and chosen.rows is None:

            def tell(rows: RowArray) -> None:
                first(rows[shown[rows]])

        shown = shown & matches(search, chosen.terms, tell)
    if sort.column is None or sort.column == "row":
        rows = np.flatnonzero(shown).astype(np.int64)
        if sort.column is None:
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


def _named(states: States, chosen: Filter) -> Mask:
    """Return a mask of the records in the source that are among those named."""
    shown = ~states.gone
    if chosen.rows is not None:
        named = np.zeros(states.count, np.bool_)
        named[[row for row in chosen.rows if 0 <= row < states.count]] = True
        shown = shown & named
    return shown


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
        return rows[np.argsort(-hits.probability(progress, likely.tags, count)[rows], kind="stable")]
    if IsTerm(value=NEAR_DUPLICATE) in [replace(term, start=0, end=0) for term in terms]:
        return rows[np.argsort(hits.near_duplicates(progress, count)[rows], kind="stable")]
    return rows


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
            marks = states.marks & np.uint8(0xFF & ~Mark.NOTED)
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


def facet_counts(
    progress: Progress,
    states: States,
    chosen: Filter,
    every: Counts,
    columns: Sequence[ColumnValues],
    hits: TextHits,
) -> Counts:
    """Count the records for each value of each facet, under the conditions on all other facets.

    The counts of statuses ignore the filter's statuses, and so on for marks, tags, confidence and each
    column. `every` are the counts of all records.
    """
    search = Search(progress, hits, states, chosen.threshold)
    named = _named(states, chosen)
    kept: dict[tuple[QueryTerm, ...], Mask] = {}

    def without(*facets: tuple[object, ...]) -> Mask:
        left = tuple(term for term in chosen.terms if term.negated or term.facet not in facets)
        if left not in kept:
            kept[left] = named & matches(search, left)
        return kept[left]

    near_duplicates = None
    if hits.knows_near_duplicates:
        is_near = hits.near_duplicates(progress, states.count) >= 0
        near_duplicates = int(np.count_nonzero(without(("is", NEAR_DUPLICATE)) & is_near))
    possibly_wrong = without(("is", POSSIBLY_WRONG)) & hits.possibly_wrong(states)
    return replace(
        every if chosen.is_open else counts(states, chosen.threshold, without),
        near_duplicates=near_duplicates,
        possibly_wrong=int(np.count_nonzero(possibly_wrong)),
        by_value={each.column: each.count(without(("column", each.column))) for each in columns},
    )


def saved_filters(workspace: Workspace) -> tuple[str, ...]:
    """Return the saved filters, lines of the query language, oldest first."""
    stored = workspace.preference(_SAVED)
    try:
        lines = json.loads(stored) if isinstance(stored, str) else []
    except ValueError:
        lines = []
    return tuple(line for line in lines if isinstance(line, str)) if isinstance(lines, list) else ()


def store_filters(workspace: Workspace, lines: Sequence[str]) -> None:
    """Replace the saved filters."""
    workspace.set_preference(_SAVED, json.dumps([*lines]))


def with_filter(lines: Sequence[str], line: str) -> tuple[str, ...]:
    """Return the filters with `line` as the newest one."""
    return (*(each for each in lines if each != line), line)[-MOST_SAVED:]
