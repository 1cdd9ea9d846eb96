"""What the decisions on one record come to: a fold over the journal."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from mltag_desktop.core.workspace.types import Kind, Status


class Standing(NamedTuple):
    """Where one record stands after some decisions."""

    status: Status = Status.TO_REVIEW
    decided: str | None = None
    also: tuple[str, ...] = ()
    note: str = ""


FRESH: Final = Standing()
_STATUS: Final = {
    Kind.ACCEPT: Status.ACCEPTED,
    Kind.CORRECT: Status.CORRECTED,
    Kind.FLAG: Status.FLAGGED,
    Kind.SKIP: Status.SKIPPED,
}


def after(standing: Standing, kind: str, tag: str | None, note: str) -> Standing:
    """Return the standing after one more decision.

    Clear forgets all. A tag, a flag and a skip replace each other; tags beside the main one and an earlier
    note stay, until a note of blanks takes that away.
    """
    kept = note.strip() if note else standing.note
    match Kind(kind):
        case Kind.CLEAR:
            return FRESH._replace(note=note.strip())
        case Kind.ALSO_TAG:
            beside = standing.also if tag is None or tag in standing.also else (*standing.also, tag)
            return standing._replace(also=_without(beside, standing.decided), note=kept)
        case Kind.NOT_TAG:
            return standing._replace(also=_without(standing.also, tag), note=kept)
        case Kind.FLAG | Kind.SKIP as other:
            return standing._replace(status=_STATUS[other], decided=None, note=kept)
        case deciding:
            return Standing(_STATUS[deciding], tag, _without(standing.also, tag), kept)


def fold(decisions: Iterable[tuple[str, str | None, str]]) -> Standing:
    """Return what a record's decisions (kind, tag, note), oldest first, come to."""
    standing = FRESH
    for kind, tag, note in decisions:
        standing = after(standing, kind, tag, note)
    return standing


def _without(tags: tuple[str, ...], tag: str | None) -> tuple[str, ...]:
    return tuple(each for each in tags if each != tag) if tag in tags else tags
