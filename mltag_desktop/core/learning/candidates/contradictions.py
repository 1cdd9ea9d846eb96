"""Decisions with different tags on equal texts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.workspace.types import DecidedExamples


@dataclass(frozen=True)
class Contradiction:
    """Equal texts with different decisions."""

    rows: tuple[int, ...]
    tags: tuple[str, ...]
    """The tag of each of `rows`."""


def contradictions(
    digests: Sequence[bytes], tags: Sequence[str], rows: Sequence[int]
) -> tuple[Contradiction, ...]:
    """Return the groups of equal texts, by digest, whose decisions differ."""
    groups: dict[bytes, list[int]] = defaultdict(list)
    for place, digest in enumerate(digests):
        groups[digest].append(place)
    return tuple(
        Contradiction(tuple(rows[place] for place in places), tuple(tags[place] for place in places))
        for places in groups.values()
        if len({tags[place] for place in places}) > 1
    )


def contradictions_of(decided: DecidedExamples, progress: Progress = SILENT) -> tuple[Contradiction, ...]:
    """Return the decisions with different tags on texts with the same words.

    Case, accents and punctuation are ignored; texts without words must be identical.
    """
    wordless = text_digests([""])[0]
    words = text_digests(decided.texts, progress)
    keys = [
        own if word == wordless else word.tobytes() for word, own in zip(words, decided.digests, strict=True)
    ]
    return contradictions(keys, decided.tags, decided.rows)


def consistent(decided: DecidedExamples, against: Sequence[Contradiction]) -> DecidedExamples:
    """Return `decided` without the records of `against`."""
    if not against:
        return decided
    disputed = {row for one in against for row in one.rows}
    return decided.take(place for place, row in enumerate(decided.rows) if row not in disputed)


def settled(decided: DecidedExamples) -> tuple[DecidedExamples, tuple[Contradiction, ...]]:
    """Return `decided` without contradictory decisions, and these; raises `MltagError` if nothing is left."""
    against = contradictions_of(decided)
    rest = consistent(decided, against)
    if not rest.texts:
        raise MltagError(
            "All tagged records contradict each other: equal texts have different tags.",
            "Settle some of them, or decide on other records.",
        )
    return rest, against
