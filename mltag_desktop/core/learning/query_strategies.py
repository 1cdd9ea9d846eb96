"""Query strategies: the order in which the queue asks about undecided rows.

Every strategy takes the probabilities of the undecided rows and returns their indices, most useful first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import FloatArray

Places = NDArray[np.intp]
_SPREAD: Final = 100
"""Number of questions chosen for variety; nobody answers more of them between two model updates."""


@dataclass(frozen=True)
class UndecidedPool:
    """The undecided rows from which a query strategy chooses."""

    probabilities: FloatArray
    """Probabilities by the model that the decisions improve, shape (n, k)."""
    base: FloatArray
    """Probabilities by the active model, shape (n, k)."""
    vectors: FloatArray
    """Static vectors of length 1, shape (n, d)."""
    asked_vectors: FloatArray
    """Vectors of the rows that are already decided, shape (m, d)."""
    density: FloatArray | None = None
    """Typicality of each row among the others, mean 1, shape (n,); None where it was not measured."""


def ordered(order: str, question: UndecidedPool, random: "np.random.Generator") -> Places:
    """Return the indices of the rows, most useful first; raises `MltagError` for an unknown strategy."""
    if order not in ORDERS:
        raise MltagError(
            message("There is no query strategy called {order}.", order=order),
            message("Choose one of: {orders}.", orders=", ".join(ORDERS)),
        )
    return ORDERS[order](question, random)


def margins(probabilities: FloatArray) -> FloatArray:
    """Return the margin between the two likeliest tags, shape (n,); 1 where there is only one tag."""
    if probabilities.shape[1] < 2:
        return np.ones(len(probabilities), np.float32)
    best = np.partition(probabilities, -2, axis=1)[:, -2:]
    margin: FloatArray = best[:, 1] - best[:, 0]
    return margin


def _margin(question: UndecidedPool, random: "np.random.Generator") -> Places:
    return np.argsort(margins(question.probabilities), kind="stable")


def _coverage(question: UndecidedPool, random: "np.random.Generator") -> Places:
    """Order by margin, but avoid asking about near-duplicates and, where the density is known, outliers.

    Greedy: usefulness is (1 - margin) * density^2 * (1 - highest cosine to a row that is decided or already
    chosen).
    """
    doubts = 1 - margins(question.probabilities)
    if question.density is not None:
        doubts = doubts * question.density**2
    by_margin = np.argsort(-doubts, kind="stable")
    near = by_margin[: 10 * _SPREAD]
    vectors, doubt = question.vectors[near], doubts[near]
    covered = np.zeros(len(near), np.float32)
    if len(question.asked_vectors):
        covered = np.maximum(covered, (vectors @ question.asked_vectors.T).max(axis=1))
    chosen: list[int] = []
    for _ in range(min(_SPREAD, len(near))):
        usefulness = doubt * (1 - covered)
        usefulness[chosen] = -np.inf
        best = int(np.argmax(usefulness))
        chosen.append(best)
        covered = np.maximum(covered, vectors @ vectors[best])
    first = near[chosen]
    return np.concatenate([first, by_margin[~np.isin(by_margin, first)]])


def _committee(question: UndecidedPool, random: "np.random.Generator") -> Places:
    """Order by how much the improved and the active model disagree (Jensen-Shannon divergence)."""
    members = np.stack([question.probabilities, question.base]).astype(np.float64) + 1e-9
    mean = members.mean(axis=0)
    divergence = (members * np.log(members / mean)).sum(axis=2).mean(axis=0)
    return np.lexsort((margins(question.probabilities), -divergence))


def _random(question: UndecidedPool, random: "np.random.Generator") -> Places:
    return random.permutation(len(question.probabilities))


def _table(question: UndecidedPool, random: "np.random.Generator") -> Places:
    return np.arange(len(question.probabilities))


ORDERS: "Final[Mapping[str, Callable[[UndecidedPool, np.random.Generator], Places]]]" = {
    "margin": _margin,
    "coverage": _coverage,
    "committee": _committee,
    "random": _random,
    "table": _table,
}
