"""Reference for drift detection: the distribution of the training data, out of fold.

Tags and confidences are out of fold. The likeness of a text is its mean cosine to the ten nearest training
texts (without itself), plus the weighted shares of its words and bigrams that are in the vocabulary and that
occur in another training text. The weights were chosen on texts from other sources, not on the holdout
(docs/decisions/0014-drift.md).
"""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import BUCKETS, Features, bucket_of
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training.training import fit_calibrated

NEAREST: Final = 10
BINS: Final = 10
OFF_TOPIC: Final = 0.01
"""Share of the training texts with a likeness below the limit."""
DRAWS: Final = 4_000
_OTHER_MODELS: Final = 0.5
"""Share of the training rows in samples of the confidence, which varies more because other models gave it.

Chosen on 20 random halves of the labelled rows (docs/decisions/0014-drift.md)."""
_IN_VOCABULARY: Final = 0.3
_IN_TRAINING: Final = 0.2
_MOST_ROWS: Final = 5_000
_ENOUGH: Final = 100
_SEED: Final = 11
_MOST_DRAWN: Final = 500
"""Rows of a drawn sample of coverages at most; the spread of larger samples is scaled from it."""
_SAMPLES_AT_ONCE: Final = 250
"""Number of samples drawn together."""
_STEPS: Final = 20
"""Sample sizes within 5% of each other share a limit, which changes by half as much."""

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Reference:
    """The distribution of the training data, and the vectors for measuring likeness."""

    tags: tuple[str, ...]
    rows: int
    tag_counts: Counts
    """Number of rows by out-of-fold tag, shape (k,)."""
    edges: Floats
    """Inner edges of the confidence bins: deciles of the out-of-fold confidence, shape (9,)."""
    confidence_counts: Counts
    """Number of rows by confidence bin, shape (10,)."""
    vectors: FloatArray
    """Vectors of the training texts, shape (n, d)."""
    vocabulary: NDArray[np.bool_]
    """Whether a bucket holds a word or bigram of the vocabulary, shape (2^18,)."""
    trained: NDArray[np.bool_]
    """Whether a bucket holds a word or bigram of the training texts, shape (2^18,)."""
    strange: float
    """Largest share of trained words and bigrams of a text in another language.

    This is half of what 99% of the training texts have in common with others."""
    limit: float
    """Likeness below which a text is off topic."""
    coverage: Floats
    """Vocabulary coverage of the holdout texts, or of the training texts without a holdout, shape (n,).

    The holdout is preferred because the vocabulary may have been built from the training texts."""
    _drawn: dict[tuple[str, int], float] = field(default_factory=dict, repr=False, compare=False)

    def likeness(self, features: Features) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return likeness, coverage and share of trained words and bigrams of each text, shapes (n,)."""
        share, trained = covered(features, self.vocabulary), covered(features, self.trained)
        near = _nearest(features.vectors, self.vectors)
        return _likeness(near, share, trained), share, trained

    def confidence_bins(self, confidence: FloatArray) -> Counts:
        """Return the number of confidences in each bin, shape (10,)."""
        places = np.searchsorted(self.edges, confidence.astype(np.float64), side="right")
        return np.bincount(places, minlength=BINS).astype(np.int64)

    def psi_limit(self, kind: str, rows: int, chance: float) -> float:
        """Return the PSI that a sample of `rows` rows exceeds with probability `chance`, without drift.

        `kind` is "tags" or "confidence". Both sides are drawn, because the training data is a sample too. For
        the confidence, smaller samples account for the difference between the model and those of the folds.
        """
        counts = self.tag_counts if kind == "tags" else self.confidence_counts
        drawn = int(counts.sum()) if kind == "tags" else max(1, round(int(counts.sum()) * _OTHER_MODELS))
        return self._cached_limit(
            f"psi {kind} {chance}", rows, lambda draw, size: _psi_limit(draw, counts, drawn, size, chance)
        )

    def share_limit(self, share: float, rows: int, chance: float) -> float:
        """Return the share of rows that samples of `rows` exceed with probability `chance`."""

        def draw_limit(draw: np.random.Generator, size: int) -> float:
            own = draw.binomial(max(self.rows, 1), share, DRAWS) / max(self.rows, 1)
            return float(np.quantile(draw.binomial(size, own) / size, 1 - chance))

        return self._cached_limit(f"share {share} {chance}", rows, draw_limit)

    def coverage_limit(self, rows: int, chance: float) -> float:
        """Return the mean coverage that samples of `rows` fall below with probability `chance`."""

        def draw_spread(draw: np.random.Generator, size: int) -> float:
            means = np.concatenate(
                [
                    self.coverage[draw.integers(0, len(self.coverage), (_SAMPLES_AT_ONCE, size))].mean(axis=1)
                    for _ in range(DRAWS // 4 // _SAMPLES_AT_ONCE)
                ]
            )
            return float(np.quantile(means - self.coverage.mean(), chance)) * math.sqrt(size)

        spread = self._cached_limit(f"coverage {chance}", min(rows, _MOST_DRAWN), draw_spread)
        return float(self.coverage.mean()) + spread / math.sqrt(max(rows, 1))

    def _cached_limit(
        self, name: str, rows: int, draw_limit: Callable[[np.random.Generator, int], float]
    ) -> float:
        """Return a cached limit; similar sample sizes share the limit of the smallest."""
        step = int(np.log(max(rows, 1)) * _STEPS)
        key = (name, step)
        if key not in self._drawn:
            size = min(max(rows, 1), math.ceil(math.exp(step / _STEPS)))
            self._drawn[key] = draw_limit(np.random.default_rng(_SEED), size)
        return self._drawn[key]


def reference_of(model: LinearModel, progress: Progress = SILENT) -> Reference:
    """Return the reference of a model; computed once per version, in a second or two."""
    with _LOCK:
        if model.version not in _KNOWN:
            _KNOWN.clear()
            _KNOWN[model.version] = _compute(model, progress)
        return _KNOWN[model.version]


def psi(expected: Floats | Counts, observed: Floats | Counts) -> Floats:
    """Return the population stability index between counts over the last axis.

    This is the sum of (q - p) * ln(q / p); half a row is added to every cell to avoid a logarithm of 0.
    """
    cells = expected.shape[-1]
    p = (expected + 0.5) / (expected.sum(axis=-1, keepdims=True) + 0.5 * cells)
    q = (observed + 0.5) / (observed.sum(axis=-1, keepdims=True) + 0.5 * cells)
    index: Floats = ((q - p) * np.log(q / p)).sum(axis=-1)
    return index


def covered(features: Features, vocabulary: NDArray[np.bool_]) -> FloatArray:
    """Return the share of each text's words and bigrams that are in `vocabulary`, shape (n,)."""
    lengths = np.diff(features.bounds)
    rows = np.repeat(np.arange(len(features)), lengths)
    known = np.bincount(rows, weights=vocabulary[features.buckets], minlength=len(features))
    return (known / np.maximum(lengths, 1)).astype(np.float32)


_LOCK: Final = threading.Lock()
_KNOWN: Final[dict[str, Reference]] = {}


def _compute(model: LinearModel, progress: Progress) -> Reference:
    rows = _sample(model.base)
    _, probabilities, _ = fit_calibrated(
        progress, rows, model.manifest.recipe.within(rows.features), model.manifest.training.seed
    )
    confidence = probabilities.max(axis=1)
    edges = np.unique(np.quantile(confidence.astype(np.float64), np.arange(1, BINS) / BINS))
    edges = np.append(edges, np.full(BINS - 1 - len(edges), 2.0))
    vocabulary = np.zeros(BUCKETS, np.bool_)
    vocabulary[bucket_of(model.vectors.word_keys)] = True
    vocabulary[bucket_of(model.vectors.bigram_keys)] = True
    vectors = rows.features.vectors
    coverage = covered(rows.features, vocabulary)
    holdout = model.holdout
    texts_with = np.bincount(rows.features.buckets, minlength=BUCKETS)
    in_others = covered(rows.features, texts_with > 1)
    likeness = _likeness(_nearest(vectors, vectors, itself=True), coverage, in_others)
    bins = np.bincount(np.searchsorted(edges, confidence.astype(np.float64), side="right"), minlength=BINS)
    return Reference(
        tags=model.tags,
        rows=len(rows),
        tag_counts=np.bincount(probabilities.argmax(axis=1), minlength=len(model.tags)).astype(np.int64),
        edges=edges,
        confidence_counts=bins.astype(np.int64),
        vectors=vectors,
        vocabulary=vocabulary,
        trained=texts_with > 0,
        strange=float(np.quantile(in_others, OFF_TOPIC)) / 2,
        limit=float(np.quantile(likeness, OFF_TOPIC)),
        coverage=(
            covered(holdout.features, vocabulary) if holdout and len(holdout) >= _ENOUGH else coverage
        ).astype(np.float64),
    )


def _likeness(near: FloatArray, coverage: FloatArray, trained: FloatArray) -> FloatArray:
    likeness: FloatArray = near + np.float32(_IN_VOCABULARY) * coverage + np.float32(_IN_TRAINING) * trained
    return likeness


def _sample(rows: LabelledFeatures) -> LabelledFeatures:
    if len(rows) <= _MOST_ROWS:
        return rows
    chosen = np.random.default_rng(_SEED).permutation(len(rows))[:_MOST_ROWS]
    return rows.take(np.sort(chosen))


def _nearest(vectors: FloatArray, training: FloatArray, *, itself: bool = False) -> FloatArray:
    """Return the mean cosine of each vector to its nearest neighbours in `training`, shape (n,).

    With `itself`, the vectors are those of `training`, and each one is excluded from its neighbours.
    """
    count = min(NEAREST + itself, len(training))
    means = np.empty(len(vectors), np.float32)
    for start in range(0, len(vectors), 2_000):
        cosines = vectors[start : start + 2_000] @ training.T
        nearest = np.sort(np.partition(cosines, -count, axis=1)[:, -count:], axis=1)
        means[start : start + 2_000] = (nearest[:, :-1] if itself else nearest).mean(axis=1)
    return means


def _psi_limit(draw: np.random.Generator, counts: Counts, drawn: int, rows: int, chance: float) -> float:
    shares = counts / counts.sum()
    training = draw.multinomial(drawn, shares, DRAWS)
    return float(np.quantile(psi(training, draw.multinomial(rows, shares, DRAWS)), 1 - chance))
