"""What the decisions on one record come to: a fold over the journal."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from mltag_desktop.core.workspace.types import NO_MARKS, Kind, Mark, Status


class Standing(NamedTuple):
    """Where one record stands after some decisions."""

    status: Status = Status.TO_REVIEW
    decided: str | None = None
    also: tuple[str, ...] = ()
    note: str = ""
    marks: Mark = NO_MARKS
    """Never `Mark.NOTED`: the note tells that."""

    @property
    def all_marks(self) -> Mark:
        """The marks, `Mark.NOTED` among them where there is a note."""
        return self.marks | Mark.NOTED if self.note else self.marks


FRESH: Final = Standing()
_STATUS: Final = {Kind.ACCEPT: Status.ACCEPTED, Kind.CORRECT: Status.CORRECTED}


def after(standing: Standing, kind: str, tag: str | None, note: str) -> Standing:
    """Return the standing after one more decision.

    Marks and the note stay beside the tag; only "clear" removes a decision. A tag ends a skip, which means
    "not now". Any entry may bring a note; only a note entry removes one, by being empty.
    """
    kept = note.strip() if note else standing.note
    match Kind(kind):
        case Kind.RESET:
            return FRESH._replace(note=note.strip())
        case Kind.CLEAR:
            return standing._replace(status=Status.TO_REVIEW, decided=None, also=(), note=kept)
        case Kind.NOTE:
            return standing._replace(note=note.strip())
        case Kind.ALSO_TAG:
            beside = standing.also if tag is None or tag in standing.also else (*standing.also, tag)
            return standing._replace(also=_without(beside, standing.decided), note=kept)
        case Kind.NOT_TAG:
            return standing._replace(also=_without(standing.also, tag), note=kept)
        case Kind.ACCEPT | Kind.CORRECT as deciding:
            return Standing(
                _STATUS[deciding],
                tag,
                _without(standing.also, tag),
                kept,
                standing.marks and marks_after(deciding, standing.marks),
            )
        case marking:
            return standing._replace(note=kept, marks=marks_after(marking, standing.marks))


def marks_after(kind: Kind, marks: Mark) -> Mark:
    """Return the marks after one more decision, its note left out."""
    added, removed = MARKING.get(kind, (NO_MARKS, NO_MARKS))
    return (marks | added) & ~removed


MARKING: Final[dict[Kind, tuple[Mark, Mark]]] = {
    Kind.ACCEPT: (NO_MARKS, Mark.SKIPPED),
    Kind.CORRECT: (NO_MARKS, Mark.SKIPPED),
    Kind.FLAG: (Mark.FLAGGED, NO_MARKS),
    Kind.UNFLAG: (NO_MARKS, Mark.FLAGGED),
    Kind.SKIP: (Mark.SKIPPED, NO_MARKS),
    Kind.UNSKIP: (NO_MARKS, Mark.SKIPPED),
    Kind.UNSURE: (Mark.UNSURE, NO_MARKS),
    Kind.SURE: (NO_MARKS, Mark.UNSURE),
}
"""Which marks a decision of each kind adds and which it removes."""


def fold(decisions: Iterable[tuple[str, str | None, str]]) -> Standing:
    """Return what a record's decisions (kind, tag, note), oldest first, come to."""
    standing = FRESH
    for kind, tag, note in decisions:
        standing = after(standing, kind, tag, note)
    return standing


def _without(tags: tuple[str, ...], tag: str | None) -> tuple[str, ...]:
    return tuple(each for each in tags if each != tag) if tag in tags else tags
