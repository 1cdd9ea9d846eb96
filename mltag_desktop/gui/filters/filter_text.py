"""Filters as words: chips of their parts, and the search line that means the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mltag_desktop.core.workspace.search.query import MARKS, QueryTerm, quoted
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.views.filtering import Filter
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.table.record_marks import MARK_WORDS

_STATUS_WORDS: Final = {
    Status.TO_REVIEW: "undecided",
    Status.ACCEPTED: "accepted",
    Status.CORRECTED: "corrected",
}
"""As the search line calls them, in every language."""
_STATUS_CHIPS: Final = {
    Status.TO_REVIEW: tr("undecided"),
    Status.ACCEPTED: tr("accepted"),
    Status.CORRECTED: tr("corrected"),
}


@dataclass(frozen=True)
class FilterChip:
    """One condition that can be taken off; `rest` is the filter pane without it, `term` one of the line."""

    words: str
    rest: Filter | None = None
    term: QueryTerm | None = None


def chips_of(facets: Filter, terms: Iterable[QueryTerm], tags: Iterable[TagInfo]) -> list[FilterChip]:
    """The conditions of filter pane and search line, one by one."""
    shorts = {tag.name: tag.short for tag in tags}
    made = [
        FilterChip(tr("tag: {name}", name=shorts.get(name, name)), replace(facets, tags=facets.tags - {name}))
        for name in sorted(facets.tags)
    ]
    made += [
        FilterChip(_STATUS_CHIPS[status], replace(facets, statuses=facets.statuses - {status}))
        for status in sorted(facets.statuses)
    ]
    made += [
        FilterChip(MARK_WORDS[mark], replace(facets, marks=facets.marks - {mark}))
        for mark in sorted(facets.marks)
    ]
    if facets.review_only:
        made.append(FilterChip(tr("to review"), replace(facets, review_only=False)))
    if (facets.min_confidence, facets.max_confidence) != (0.0, 1.0):
        span = tr(
            "confidence {min_confidence:.2f} to {max_confidence:.2f}",
            min_confidence=facets.min_confidence,
            max_confidence=facets.max_confidence,
        )
        made.append(FilterChip(span, replace(facets, min_confidence=0.0, max_confidence=1.0)))
    for term in facets.terms:
        others = tuple(each for each in facets.terms if each != term)
        made.append(FilterChip(f"{term.column_name}: {term.value}", replace(facets, terms=others)))
    return made + [FilterChip(term.words, term=term) for term in terms]


def line_of(facets: Filter, line: str) -> str:
    """The search line that means the same as filter pane and line together."""
    parts = [f"tag:{quoted(name)}" for name in sorted(facets.tags)]
    parts += [f"is:{_STATUS_WORDS[status]}" for status in sorted(facets.statuses)]
    parts += [f"is:{word}" for word, mark in MARKS.items() if mark in facets.marks]
    parts += ["is:review"] if facets.review_only else []
    parts += [f"confidence>={facets.min_confidence:.2f}"] if facets.min_confidence > 0 else []
    parts += [f"confidence<={facets.max_confidence:.2f}"] if facets.max_confidence < 1 else []
    parts += [term.words for term in facets.terms]
    return " ".join([*parts, line.strip()]).strip()
