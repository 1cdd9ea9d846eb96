"""Source gate: decide whether a text comes from the workspace's table or from another source.

A logistic regression on the static vectors separates the table's rows from those of the base model. Its bias
is shifted so that, out of fold, at most 2% of the base's rows count as the table's: the adapted model keeps
the base's answers for texts like those of the base.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

UNLIKE: Final = 0.7
"""Strangeness (area under the ROC curve) from which a table counts as from another source than the base."""


@dataclass(frozen=True)
class SourceGate:
    """A logistic regression: share = 1 / (1 + exp(-(vector . weights + bias)))."""

    weights: FloatArray
    """Shape (d,)."""
    bias: float
    strangeness: float
    """Out-of-fold area under the ROC curve between table and base: 0.5 when they look the same, up to 1."""

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by their name in a bundle."""
        return {
            "gate_weights": self.weights,
            "gate_line": np.array([self.bias, self.strangeness], np.float32),
        }

    def share(self, vectors: FloatArray) -> FloatArray:
        """Return the share of the adapted head in the answer, 0 to 1, shape (n, 1), for (n, d) vectors."""
        logits = np.vecdot(vectors, self.weights) + np.float32(self.bias)
        share: FloatArray = 1 / (1 + np.exp(-np.clip(logits, -60, 60)))
        return share[:, None]
