"""In which order to ask a person about rows: the most useful question first.

Every order takes the probabilities of the rows that can be asked about and returns their places, best first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.types import FloatArray

Places = NDArray[np.intp]
_SPREAD: Final = 100
"""How many of the best are spread out over the table; nobody answers more between two updates."""


@dataclass(frozen=True)
class Question:
    """The rows that can be asked about."""

    probabilities: FloatArray
    """Of the model that the answers improve, shape (n, k)."""
    base: FloatArray
    """Of the model in force, shape (n, k)."""
    vectors: FloatArray
    """Static vectors of length 1, shape (n, d)."""
    asked: FloatArray
    """Vectors of the rows that were answered already, shape (m, d)."""


def ordered(order: str, question: Question, random: "np.random.Generator") -> Places:
    """Return the places of the rows, best to ask first; raises `MltagError` for an unknown order."""
    if order not in ORDERS:
        raise MltagError(
            f"There is no query strategy called {order}.", f"Choose one of: {', '.join(ORDERS)}."
        )
    return ORDERS[order](question, random)


def margins(probabilities: FloatArray) -> FloatArray:
    """Return how far the likeliest tag is ahead of the next, shape (n,); 1 where there is one tag only."""
    if probabilities.shape[1] < 2:
        return np.ones(len(probabilities), np.float32)
    best = np.partition(probabilities, -2, axis=1)[:, -2:]
    margin: FloatArray = best[:, 1] - best[:, 0]
    return margin


def _margin(question: Question, random: "np.random.Generator") -> Places:
    return np.argsort(margins(question.probabilities), kind="stable")


def _coverage(question: Question, random: "np.random.Generator") -> Places:
    """Smallest margin, but not ten variants of one question.

    Greedy: usefulness is (1 - margin) * (1 - greatest cosine to a row answered or chosen before).
    """
    margin = margins(question.probabilities)
    by_margin = np.argsort(margin, kind="stable")
    near = by_margin[: 10 * _SPREAD]
    vectors, doubt = question.vectors[near], 1 - margin[near]
    covered = np.zeros(len(near), np.float32)
    if len(question.asked):
        covered = np.maximum(covered, (vectors @ question.asked.T).max(axis=1))
    chosen: list[int] = []
    for _ in range(min(_SPREAD, len(near))):
        usefulness = doubt * (1 - covered)
        usefulness[chosen] = -np.inf
        best = int(np.argmax(usefulness))
        chosen.append(best)
        covered = np.maximum(covered, vectors @ vectors[best])
    first = near[chosen]
    return np.concatenate([first, by_margin[~np.isin(by_margin, first)]])


def _committee(question: Question, random: "np.random.Generator") -> Places:
    """Where the improved model and the model in force disagree most (Jensen-Shannon divergence)."""
    members = np.stack([question.probabilities, question.base]).astype(np.float64) + 1e-9
    mean = members.mean(axis=0)
    divergence = (members * np.log(members / mean)).sum(axis=2).mean(axis=0)
    return np.lexsort((margins(question.probabilities), -divergence))


def _random(question: Question, random: "np.random.Generator") -> Places:
    return random.permutation(len(question.probabilities))


def _table(question: Question, random: "np.random.Generator") -> Places:
    return np.arange(len(question.probabilities))


ORDERS: "Final[Mapping[str, Callable[[Question, np.random.Generator], Places]]]" = {
    "margin": _margin,
    "coverage": _coverage,
    "committee": _committee,
    "random": _random,
    "table": _table,
}
