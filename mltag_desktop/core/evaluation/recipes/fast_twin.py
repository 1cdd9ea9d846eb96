"""The fast twin of a model that reads the sentence encoder: words, and vectors distilled from the encoder.

It needs no encoder to predict, so it is for large tables. `measure` compares it before it is offered.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features.encoder import embed_all, require
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import TWIN
from mltag_desktop.core.model.training.distilled_vectors import distil
from mltag_desktop.core.model.training.training import Examples, train
from mltag_desktop.core.progress import Progress, SubProgress

MOST_TEXTS: Final = 10_000
"""Texts that the vectors are fitted to."""
LARGE_TABLE: Final = 100_000
"""Number of records from which a twin is offered."""
_TIMED: Final = 300
_TIMED_TWIN: Final = 4_000


@dataclass(frozen=True)
class MeasuredTwin:
    """A twin compared with its model."""

    accuracy: float
    """Accuracy of the model out of fold."""
    twin_accuracy: float
    """Accuracy of the twin on the same folds."""
    speed: float
    twin_speed: float
    """Texts a second in one process."""

    def in_words(self) -> str:
        """Return the measurement as a sentence that offers the twin."""
        return message(
            "This model reads the sentence encoder and predicts {speed:,} texts a second. A fast twin "
            "without it predicts {twin_speed:,}; out of fold its accuracy is {twin_accuracy:.3f} instead of "
            "{accuracy:.3f}. To train it, choose the recipe fast-twin.",
            speed=round(self.speed),
            twin_speed=round(self.twin_speed),
            twin_accuracy=self.twin_accuracy,
            accuracy=self.accuracy,
        )


def train_twin(
    progress: Progress,
    examples: Examples,
    texts: Sequence[str],
    vectors: StaticVectors,
    *,
    seed: int = 0,
    jobs: int | None = None,
) -> LinearModel:
    """Train on `examples` with vectors that are fitted to the encoder's embeddings of `texts`.

    `texts` need no labels. Raises `MltagError` if the encoder is missing.
    """
    own = distilled_vectors(SubProgress(progress, 0.0, 0.6), texts, vectors, seed=seed)
    return train(SubProgress(progress, 0.6, 1.0), examples, TWIN, vectors=own, seed=seed, jobs=jobs)


def distilled_vectors(
    progress: Progress, texts: Sequence[str], vectors: StaticVectors, *, seed: int = 0
) -> StaticVectors:
    """Return `vectors` beside others that are fitted to the encoder's embeddings of at most 10,000 `texts`.

    Raises `MltagError` if the encoder is missing.
    """
    require()
    chosen = list(dict.fromkeys(text for text in texts if text.strip()))
    if len(chosen) > MOST_TEXTS:
        order = np.sort(np.random.default_rng(seed).permutation(len(chosen))[:MOST_TEXTS])
        chosen = [chosen[place] for place in order.tolist()]
    embeddings = embed_all(SubProgress(progress, 0.0, 0.7), chosen)
    return distil(SubProgress(progress, 0.7, 1.0), chosen, embeddings, vectors)


def measure(progress: Progress, model: LinearModel, twin: LinearModel, texts: Sequence[str]) -> MeasuredTwin:
    """Compare the speed of both on `texts`, and their accuracy out of fold on the rows of both."""
    speeds = []
    for number, (each, most) in enumerate(((model, _TIMED), (twin, _TIMED_TWIN))):
        progress.report(number / 2, "measuring the fast twin")
        some = [texts[place % len(texts)] for place in range(most)]
        each.predict(some[:16])  # loads what the first prediction loads
        start = time.perf_counter()
        each.predict(some)
        speeds.append(most / (time.perf_counter() - start))
    return MeasuredTwin(
        model.manifest.training.accuracy, twin.manifest.training.accuracy, speeds[0], speeds[1]
    )
