"""The filter line's little language: words, `tag:mlops`, `is:flagged`, `conf<0.6`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from mltag_desktop.core.workspace.types import Status, TagInfo
from mltag_desktop.core.workspace.view import Filter

_TOKEN: Final = re.compile(
    r"""(?P<key>tag|is|status):(?:"(?P<quoted>[^"]*)"|(?P<value>\S+))"""
    r"""|conf(?:idence)?\s*(?P<sign><=?|>=?)\s*(?P<number>\d*[.,]?\d+)(?P<percent>%?)(?!\S)""",
    re.IGNORECASE,
)

STATUS_NAMES: Final = {
    "undecided": Status.TO_REVIEW,
    "accepted": Status.ACCEPTED,
    "corrected": Status.CORRECTED,
    "flagged": Status.FLAGGED,
    "skipped": Status.SKIPPED,
}


@dataclass(frozen=True)
class Query:
    """A parsed filter line; `unknown` lists the words after `tag:` or `is:` that name nothing."""

    filter: Filter
    unknown: tuple[str, ...] = ()


def parse(line: str, tags: Iterable[TagInfo]) -> Query:
    """Read a filter line; whatever is no token is searched for as it stands."""
    known = list(tags)
    chosen: set[str] = set()
    statuses: set[Status] = set()
    low, high, review_only = 0.0, 1.0, False
    unknown: list[str] = []
    for match in _TOKEN.finditer(line):
        if match["sign"]:
            bound = _share(match["number"], percent=bool(match["percent"]))
            low, high = (low, min(high, bound)) if "<" in match["sign"] else (max(low, bound), high)
            continue
        value = (match["quoted"] or match["value"] or "").casefold()
        found = _find_tags(value, known) if match["key"].lower() == "tag" else set()
        if found:
            chosen |= found
        elif match["key"].lower() != "tag" and value in STATUS_NAMES:
            statuses.add(STATUS_NAMES[value])
        elif match["key"].lower() != "tag" and value == "review":
            review_only = True
        else:
            unknown.append(value)
    words = " ".join(_TOKEN.sub(" ", line).split())
    made = Filter(
        tags=frozenset(chosen),
        statuses=frozenset(statuses),
        min_confidence=low,
        max_confidence=high,
        search=words,
        review_only=review_only,
    )
    return Query(made, tuple(unknown))


def both(facets: Filter, line: Filter) -> Filter:
    """The filter that lets through what both let through; a tag or status in the line goes first."""
    return replace(
        line,
        tags=line.tags or facets.tags,
        statuses=line.statuses or facets.statuses,
        min_confidence=max(line.min_confidence, facets.min_confidence),
        max_confidence=min(line.max_confidence, facets.max_confidence),
        review_only=line.review_only or facets.review_only,
    )


def is_open(wanted: Filter) -> bool:
    """Whether the filter lets everything through."""
    return replace(wanted, threshold=Filter().threshold) == Filter()


def _share(number: str, *, percent: bool) -> float:
    value = float(number.replace(",", "."))
    return min(1.0, value / 100 if percent or value > 1 else value)


def _find_tags(value: str, tags: list[TagInfo]) -> set[str]:
    """Tags of this name or short name, else those that begin with it."""
    exact = {tag.name for tag in tags if value in (tag.name.casefold(), tag.short.casefold())}
    begin = {tag.name for tag in tags if value and tag.name.casefold().startswith(value)}
    return exact or begin
