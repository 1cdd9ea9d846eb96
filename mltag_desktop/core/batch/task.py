"""What is to be done with a file of rows, as plain values that any process or machine can be given."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.cache import DECISION
from mltag_desktop.core.model.types import FloatArray, Predictions
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.mapping import Mapping

ADDED: Final = ("predicted_tag", "confidence", "model_version")
REVIEW: Final = "needs_review"
DIGITS: Final = 6

Value = str | float | bool | None


@dataclass(frozen=True)
class Task:
    """One file to tag."""

    source: Path
    form: str
    """How the source is written: "csv" (any delimited text), "jsonl", "xlsx" or "parquet"."""
    dialect: Dialect | None
    """How its bytes are read, for delimited text."""
    mapping: Mapping
    out_form: str
    """"csv", "tsv", "jsonl", "xlsx" or "parquet"."""
    model: str | None
    """As `load_model` takes it."""
    version: str
    tags: tuple[str, ...]
    probabilities: bool = False
    cache: Path | None = None
    stale: bool = False
    """Whether the cache may answer with another version's tag."""
    review: Named[str, float] | None = None
    """Confidence below which a person is asked, by tag, "" for all others; None adds no such column."""

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added."""
        probabilities = (f"probability_{tag}" for tag in self.tags if self.probabilities)
        return (*ADDED, *probabilities, *([REVIEW] if self.review is not None else []))

    def values(self, answers: "Answers") -> "list[list[Value]]":
        """Return the added values of each row, in the order of `added`."""
        rows = answers.values(probabilities=self.probabilities)
        if self.review is not None:
            for row, asked in zip(rows, answers.asks(self.review), strict=True):
                row.append(asked)
        return rows


@dataclass(frozen=True)
class Stretch:
    """Some bytes of the source that begin and end, as far as can be seen, between records."""

    start: int
    size: int


@dataclass(frozen=True)
class Texts:
    """Texts that were read already."""

    texts: Sequence[str]


Request = Stretch | Texts


@dataclass(frozen=True)
class Other:
    """An answer that is not the model's own: a person's decision, or another version's from the cache."""

    tag: str
    confidence: float
    version: str
    probabilities: Named[str, float] | None = None


@dataclass(frozen=True)
class Answers:
    """What is written beside the rows of one piece."""

    predictions: Predictions
    others: Named[int, Other] = field(default_factory=dict)

    def values(self, *, probabilities: bool) -> list[list[Value]]:
        """Return tag, confidence, version and, if `probabilities`, each tag's, row by row."""
        found = self.predictions
        rows: list[list[Value]] = [
            [found.tags[best], round(confidence, DIGITS), found.version]
            for best, confidence in zip(found.best.tolist(), found.confidence.tolist(), strict=True)
        ]
        if probabilities:
            for row, shares in zip(rows, found.probabilities.tolist(), strict=True):
                row += [round(share, DIGITS) for share in shares]
        for place, other in self.others.items():
            shares = other.probabilities or {}
            known = [round(shares[tag], DIGITS) if tag in shares else None for tag in found.tags]
            rows[place] = [other.tag, round(other.confidence, DIGITS), other.version]
            rows[place] += known if probabilities else []
        return rows

    def asks(self, below: Named[str, float]) -> list[bool]:
        """Return for each row whether a person should look: its confidence, unrounded, is below its tag's."""
        found, otherwise = self.predictions, below[""]
        limits = [below.get(tag, otherwise) for tag in found.tags]
        asked = [
            confidence < limits[best]
            for best, confidence in zip(found.best.tolist(), found.confidence.tolist(), strict=True)
        ]
        for place, other in self.others.items():
            asked[place] = other.version != DECISION and other.confidence < below.get(other.tag, otherwise)
        return asked


@dataclass(frozen=True)
class Fresh:
    """Answers that the cache does not have yet."""

    digests: tuple[bytes, ...]
    probabilities: FloatArray


@dataclass(frozen=True)
class Done:
    """What became of one piece."""

    rows: int
    data: bytes = b""
    """The rows as they are written, for a `Stretch`."""
    answers: Answers | None = None
    """For `Texts`."""
    clean: bool = True
    """False when the piece does not stand by itself, so that it has to be read from the file's start."""
    lines: int = 0
    left_out: int = 0
    remarks: tuple[tuple[int, str], ...] = ()
    """Line within the piece (from 1) and reason of the first rows that were left out."""
    hits: int = 0
    stale: int = 0
    fresh: Fresh | None = None


def empty_predictions(version: str, tags: tuple[str, ...], count: int) -> Predictions:
    """Return predictions of zeros, to be filled."""
    zeros: NDArray[np.float32] = np.zeros((count, len(tags)), dtype=np.float32)
    return Predictions(version, tags, zeros)
