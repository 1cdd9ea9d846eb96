"""Pasted text into records, and their tags; no Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import Progress

_CHUNK: Final = 1000


@dataclass(frozen=True)
class PastedRecord:
    """A record, and the first of the lines that it was made from, counted from 0."""

    line: int
    text: str


def split(text: str, *, paragraphs: bool) -> list[PastedRecord]:
    """Part `text` into records, one a line or one a paragraph (set apart by blank lines); blank ones drop.

    The lines of a paragraph are joined by blanks.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"))]
    if not paragraphs:
        return [PastedRecord(number, line) for number, line in lines if line]
    runs = (list(run) for filled, run in groupby(lines, key=lambda line: bool(line[1])) if filled)
    return [PastedRecord(run[0][0], " ".join(line for _, line in run)) for run in runs]


def record_at(records: Sequence[PastedRecord], line: int) -> int | None:
    """Return the index of the record on `line`, or of the last one before it."""
    place = bisect_right([record.line for record in records], line) - 1
    return place if place >= 0 else None


@dataclass(frozen=True)
class Tagged:
    """Texts with their tags, in order."""

    texts: tuple[str, ...]
    tags: tuple[str, ...]
    probabilities: tuple[Predictions, ...]
    """In chunks of 1,000 texts."""

    def of(self, place: int) -> dict[str, float]:
        """Return the probability of each tag for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        values = self.probabilities[chunk].probabilities[row]
        return dict(zip(self.tags, values.tolist(), strict=True))

    def best(self, place: int) -> tuple[str, float]:
        """Return the predicted tag and its confidence for text number `place`."""
        chunk, row = divmod(place, _CHUNK)
        answered = self.probabilities[chunk]
        return self.tags[int(answered.best[row])], float(answered.confidence[row])


def tag_texts(progress: Progress, model: Classifier, texts: tuple[str, ...]) -> Tagged:
    """Tag `texts` in chunks, so that a newer text can break in."""
    answers = []
    for start in range(0, len(texts), _CHUNK):
        progress.report(start / len(texts), "tagging")
        answers.append(model.predict(texts[start : start + _CHUNK]))
    return Tagged(texts, model.tags, tuple(answers))
