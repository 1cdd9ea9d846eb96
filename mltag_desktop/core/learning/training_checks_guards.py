"""Training checks: contradictory decisions, tags with too few decisions, and doubtful decisions.

Doubtful decisions are found by confident learning (Northcutt, Jiang and Chuang, 2021): a row labelled i is
doubtful when its out-of-fold probability of another tag j reaches the mean probability of j among the rows
labelled j.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray, IntArray

FEWEST: Final = 5
"""Smallest number of decisions from which a tag unknown to the base model can be learned."""


@dataclass(frozen=True)
class Contradiction:
    """Equal texts with different decisions."""

    rows: tuple[int, ...]
    tags: tuple[str, ...]
    """The tag of each of `rows`."""


@dataclass(frozen=True)
class Shortage:
    """A tag with fewer examples than it needs."""

    tag: str
    have: int
    need: int

    @property
    def missing(self) -> int:
        """The number of examples that are still needed."""
        return self.need - self.have


@dataclass(frozen=True)
class Doubt:
    """A decision that a model trained on the other decisions contradicts."""

    row: int
    decided: str
    likelier: str
    confidence: float
    """Out-of-fold probability of the likelier tag."""


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


def shortages(
    tags: Sequence[str], wanted: Sequence[str], known: Sequence[str], need: int = FEWEST
) -> tuple[Shortage, ...]:
    """Return the tags in `wanted` that the base does not know and that have fewer than `need` decisions."""
    counts = Counter(tags)
    new = [tag for tag in dict.fromkeys(wanted) if tag not in set(known)]
    return tuple(Shortage(tag, counts[tag], need) for tag in new if counts[tag] < need)


def doubtful(
    probabilities: FloatArray, labels: IntArray, tags: Sequence[str], rows: Sequence[int]
) -> tuple[Doubt, ...]:
    """Return the doubtful decisions, those most likely to be wrong first.

    `probabilities`, shape (n, k), are out of fold; `labels`, shape (n,), are the decisions; `rows` are their
    row numbers in the table.
    """
    if not len(labels):
        return ()
    thresholds: NDArray[np.float64] = np.full(len(tags), np.inf)
    for code in np.unique(labels):
        thresholds[code] = probabilities[labels == code, code].mean()
    reaching = np.where(probabilities >= thresholds, probabilities, -1.0)
    reaching[np.arange(len(labels)), labels] = -1.0
    other = reaching.argmax(axis=1)
    doubted = np.flatnonzero(
        (reaching.max(axis=1) > 0) & (reaching.max(axis=1) > probabilities[np.arange(len(labels)), labels])
    )
    order = doubted[np.argsort(-reaching[doubted, other[doubted]], kind="stable")]
    return tuple(
        Doubt(int(rows[i]), tags[labels[i]], tags[other[i]], float(probabilities[i, other[i]])) for i in order
    )
