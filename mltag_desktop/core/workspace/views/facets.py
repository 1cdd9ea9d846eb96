"""Number of records for each line of the filter panel, under the current filter."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.search.query import QueryField, QueryTerm
from mltag_desktop.core.workspace.types import States
from mltag_desktop.core.workspace.views.column_values import ColumnValues
from mltag_desktop.core.workspace.views.filtering import (
    Counts,
    Filter,
    count_confidence,
    count_marks,
    count_postponed,
    count_statuses,
    count_tags,
    is_open,
    matching,
    needs_review,
    shown_tags,
)
from mltag_desktop.core.workspace.views.matching import TextHits, matches

Mask = NDArray[np.bool_]


def facet_counts(
    progress: Progress,
    states: States,
    chosen: Filter,
    every: Counts,
    columns: Sequence[ColumnValues] = (),
    hits: TextHits | None = None,
) -> Counts:
    """Count the records for each value of each facet, under the filter's conditions on all other facets.

    The counts of statuses ignore the filter's statuses, and so on for marks, tags, confidence and each
    column. `every` are the counts of all records; `hits` is required if the filter has terms.
    """
    words = (QueryTerm(QueryField.WORDS, chosen.search),) if chosen.search.strip() else ()
    among = _OtherConditions(progress, states, replace(chosen, terms=chosen.terms + words), hits)
    more = replace(
        every,
        near_duplicates=among.count_near_duplicates(chosen),
        by_value={each.column: each.count(among.without(chosen, each.column)) for each in columns},
    )
    if is_open(chosen):
        return more
    by_status = among.matching(replace(chosen, statuses=frozenset(), review_only=False))
    for_review = replace(chosen, statuses=frozenset(), marks=frozenset(), review_only=False)
    by_review = among.matching(for_review) if chosen.marks else by_status
    by_mark = among.matching(replace(chosen, marks=frozenset(), review_only=False))
    return replace(
        more,
        by_status=count_statuses(states, by_status),
        by_tag=count_tags(states, among.matching(replace(chosen, tags=frozenset()))),
        to_review=int(np.count_nonzero(by_review & needs_review(states, chosen.threshold))),
        histogram=count_confidence(
            states, among.matching(replace(chosen, min_confidence=0.0, max_confidence=1.0))
        ),
        by_mark=count_marks(states, by_mark),
        postponed=count_postponed(states, by_mark),
    )


class _OtherConditions:
    """Evaluates a filter with all but one of its conditions."""

    def __init__(self, progress: Progress, states: States, chosen: Filter, hits: TextHits | None) -> None:
        self._progress = progress
        self._states = states
        self._hits = hits
        self._threshold = chosen.threshold
        self._named = matching(states, Filter(rows=chosen.rows)) if chosen.rows is not None else None
        self._terms = chosen.terms
        self._fulfilled = self._matching_terms(chosen.terms)

    def matching(self, parts: Filter) -> Mask:
        """Return a mask of the records that match these parts and all terms."""
        return self._parts(parts) & self._fulfilled

    def without(self, parts: Filter, column: int) -> Mask:
        """Return a mask of the records that match everything except the conditions on a column."""
        left = tuple(term for term in self._terms if not _chooses(term, column))
        return self._parts(parts) & (self._fulfilled if left == self._terms else self._matching_terms(left))

    def count_near_duplicates(self, parts: Filter) -> int | None:
        """Count the near-duplicates that match everything else; None before they were looked for."""
        if self._hits is None or not self._hits.knows_near_duplicates:
            return None
        left = tuple(term for term in self._terms if term.field is not QueryField.NEAR_DUPLICATE)
        others = self._parts(parts) & (self._fulfilled if left == self._terms else self._matching_terms(left))
        groups = self._hits.near_duplicates(self._progress, self._states.count)
        return int(np.count_nonzero(others & (groups >= 0)))

    def _parts(self, parts: Filter) -> Mask:
        found = matching(self._states, replace(parts, rows=None))
        return found if self._named is None else found & self._named

    @cached_property
    def _to_review(self) -> Mask:
        return needs_review(self._states, self._threshold)

    def _matching_terms(self, terms: tuple[QueryTerm, ...]) -> Mask:
        states = self._states
        if not terms or self._hits is None:
            return np.ones(states.count, np.bool_)
        return matches(self._progress, self._hits, states, terms, shown_tags(states), self._to_review)


def _chooses(term: QueryTerm, column: int) -> bool:
    return term.field is QueryField.COLUMN and term.column == column and not term.negated
