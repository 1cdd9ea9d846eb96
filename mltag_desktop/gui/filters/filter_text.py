"""Filters as text: one chip per condition, and the equivalent search text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mltag_desktop.core.workspace.search.query import MARKS, STATUSES, QueryField, QueryTerm, quoted
from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.views.filtering import Filter
from mltag_desktop.gui.i18n.translation import tr
from mltag_desktop.gui.table.record_marks import MARK_WORDS

_STATUS_WORDS: Final = {status: word for word, (status, *others) in STATUSES.items() if not others}
"""Keywords of the search syntax; not translated."""
_STATUS_CHIPS: Final = {
    Status.TO_REVIEW: tr("undecided"),
    Status.ACCEPTED: tr("accepted"),
    Status.CORRECTED: tr("corrected"),
    Status.KNOWN: tr("from the table"),
}


@dataclass(frozen=True)
class FilterChip:
    """A removable condition: of the filter panel (`rest` is the filter without it) or the search (`term`)."""

    words: str
    rest: Filter | None = None
    term: QueryTerm | None = None


def chips_of(facets: Filter, terms: Iterable[QueryTerm], tags: Iterable[TagInfo]) -> list[FilterChip]:
    """Return a chip for each condition of the filter panel and the search text."""
    shorts = {tag.name: tag.label for tag in tags}
    chips = [
        FilterChip(tr("tag: {name}", name=shorts.get(name, name)), replace(facets, tags=facets.tags - {name}))
        for name in sorted(facets.tags)
    ]
    chips += [
        FilterChip(_STATUS_CHIPS[status], replace(facets, statuses=facets.statuses - {status}))
        for status in sorted(facets.statuses)
    ]
    chips += [
        FilterChip(MARK_WORDS[mark], replace(facets, marks=facets.marks - {mark}))
        for mark in sorted(facets.marks)
    ]
    if facets.review_only:
        chips.append(FilterChip(tr("to review"), replace(facets, review_only=False)))
    if (facets.min_confidence, facets.max_confidence) != (0.0, 1.0):
        span = tr(
            "confidence {min_confidence:.2f} to {max_confidence:.2f}",
            min_confidence=facets.min_confidence,
            max_confidence=facets.max_confidence,
        )
        chips.append(FilterChip(span, replace(facets, min_confidence=0.0, max_confidence=1.0)))
    for term in facets.terms:
        others = tuple(other for other in facets.terms if other != term)
        words = tr("near-duplicates")
        if term.field is QueryField.COLUMN:
            words = f"{term.column_name}: {term.value}"
        elif term.field is QueryField.TAG:
            words = tr("tag: {name}", name=term.value)
        chips.append(FilterChip(words, replace(facets, terms=others)))
    return chips + [FilterChip(term.words, term=term) for term in terms]


def line_of(facets: Filter, line: str) -> str:
    """Return a search text equivalent to the filter panel and the search text together."""
    parts = [f"tag:{quoted(name)}" for name in sorted(facets.tags)]
    parts += [f"is:{_STATUS_WORDS[status]}" for status in sorted(facets.statuses)]
    parts += [f"is:{word}" for word, mark in MARKS.items() if mark in facets.marks]
    parts += ["is:review"] if facets.review_only else []
    parts += [f"confidence>={facets.min_confidence:.2f}"] if facets.min_confidence > 0 else []
    parts += [f"confidence<={facets.max_confidence:.2f}"] if facets.max_confidence < 1 else []
    parts += [term.words for term in facets.terms]
    return " ".join([*parts, line.strip()]).strip()
