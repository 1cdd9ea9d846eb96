"""Off-topic filter: tell texts about something else from texts like the training data of a model.

A linear discriminant between the training texts and a background of general texts, in the space of the static
vectors (Fisher, 1936): w = (S + λI)⁻¹ (m_training - m_background), S being the mean of both covariances.
Of the background only mean and covariance are stored (`scripts/background`), so the filter fits any model
with these vectors from its training rows. The limit is a quantile of held-out training texts; a table of
another style moves it (`fitted_to`), but a text below the limit of the training data is never sure. Answers
of curators add a logistic correction in the whitened space (`taught`). Figures: docs/decisions/0033.
"""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import NAMES
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.types import FloatArray

FLAGGED: Final = 0.03
"""Share of held-out training texts below the limit."""
SAMPLE: Final = 5_000
"""Number of texts of a table, the first ones, that its limit is fitted to."""
FEWEST_ROWS: Final = 20
"""Fewest training texts for a filter."""
UNLIKE: Final = 0.6
"""Share of off-topic texts from which a table is about something else than the training data.

Measured with the bundled model on 64 texts: 0.02 on its holdout, 0.17 on machine learning texts of another
source (0.36 on their titles), 0.97 on descriptions of packages and 1.0 on the same in German. Of random
tables of 1, 5 and 10 texts, 0.98, 1.0 and 1.0 of the packages are told, and wrongly 0.12, 0.02 and 0 of the
other source.
"""
FIRST_TEXTS: Final = 64
"""Number of texts by which a table is judged."""
_RIDGE: Final = 0.01
_FOLDS: Final = 5
_MOST_ROWS: Final = 20_000
_SEED: Final = 11
_WIDTH: Final = 0.35
"""Standard deviation of the correction's weights per whitened dimension, in units of the margin's spread."""
_STEPS: Final = 12
_EXPECTED: Final = 5.0
"""Weight of the training data, in texts, in the centre of a table's on-topic texts."""
_EXPECTED_SHARE: Final = (1.0, 10.0)
"""A table is expected to have 1 off-topic text in 10, with the weight of 10 texts."""
_MOVED: Final = 0.8
"""Share of the on-topic texts' move that the limit follows: texts near the background vary less."""
SHORT: Final = 60
"""A text with fewer bytes is short: the vector of a few words says less about the topic."""
_BYTES: Final = 3
"""Fewest bytes of a word: two and a blank, or a Chinese or Japanese character."""
_SHORTEST: Final = 25
"""Bytes from which on no text is too short, however long the training texts are."""
_SHORT_MARGIN: Final = 0.4
"""Distance that a short text needs above the limit of the training data, in units of the margin."""
_ROUNDS: Final = 300
_CLOSE: Final = 1e-5
_DIGITS: Final = 6
_MOST_MODELS: Final = 4
"""A service answers with two models, and replaces them."""
_FILE: Final = "off_topic.npz"
Floats = NDArray[np.float64]


class Background(NamedTuple):
    """The mean, shape (d,), and covariance, shape (d, d), of the vectors of general texts."""

    mean: Floats
    covariance: Floats
    vectors: str
    """`digest_of` the static vectors."""


class Suspicion(NamedTuple):
    """The filter's verdicts on n texts."""

    off_topic: NDArray[np.bool_]
    """Texts that are below the limit, shape (n,)."""
    doubtful: NDArray[np.bool_]
    """Texts that need review at any confidence, shape (n,); those off topic are among them."""


@dataclass(frozen=True, eq=False)
class OffTopicFilter:
    """Scores texts by how much they are like the training data; a negative margin is off topic."""

    vectors: StaticVectors
    weights: Floats
    """Shape (d,)."""
    limit: float
    training_limit: float
    """The limit of the training data, which no table moves."""
    centre: float
    """Mean of the scores of held-out training texts."""
    spread: float
    """Standard deviation of the scores of held-out training texts: the unit of a margin."""
    background: tuple[float, float]
    """Mean and standard deviation of the scores of the background."""
    whitening: Floats
    """Shape (d, d): whitened vectors are `vectors @ whitening`."""
    shortest: int
    """A text with fewer bytes has fewer words than nearly all training texts: its confidence says nothing."""
    style: float = 0.0
    """Distance of a table's on-topic texts from the training texts, in units of the margin (`fitted_to`)."""

    def margins(self, vectors: FloatArray) -> FloatArray:
        """Return the margin of each text vector, shape (n,)."""
        margins: FloatArray = ((self.scores(vectors) - self.limit) / self.spread).astype(np.float32)
        return margins

    def suspicion(self, vectors: NDArray[np.floating], lengths: NDArray[np.int32]) -> Suspicion:
        """Judge texts by their vectors, shape (n, d), and numbers of bytes, 0 if empty, shape (n,)."""
        return self.suspicion_of_scores(self.scores(vectors), lengths)

    def scores(self, vectors: NDArray[np.floating]) -> Floats:
        """Return the similarity of texts to the training data rather than the background, shape (n,)."""
        # the same bits in any batch, unlike a matrix product, and for vectors that were kept as float16
        found: Floats = np.vecdot(vectors.astype(np.float16).astype(np.float32), self.weights)
        return found

    def suspicion_of_scores(self, scores: Floats, lengths: NDArray[np.integer]) -> Suspicion:
        """Judge texts by their `scores` and their numbers of bytes, each of shape (n,)."""
        off = (lengths > 0) & (scores < self.limit)
        least = self.training_limit + np.where(lengths < SHORT, _SHORT_MARGIN * self.spread, 0.0)
        return Suspicion(off, off | ((lengths > 0) & ((scores < least) | (lengths < self.shortest))))

    def suspicion_of(self, texts: Sequence[str], vectors: FloatArray | None = None) -> Suspicion:
        """Judge texts; pass their `vectors`, shape (n, d), if they are known."""
        if vectors is None:
            vectors = text_vectors(self.vectors, texts)
        return self.suspicion(vectors, lengths_of(texts))

    def fitted_to(self, vectors: NDArray[np.floating]) -> "OffTopicFilter":
        """Return the filter with its limit moved to a table; `vectors`, shape (n, d), are a sample of it."""
        return self.fitted_to_scores(self.scores(vectors))

    def fitted_to_texts(self, model: LinearModel, texts: Sequence[str]) -> "OffTopicFilter":
        """Return the filter with its limit moved to a table that begins with `texts`.

        Only the first `SAMPLE` texts count, so that all who read the same table use the same limit. Empty
        texts, and those in a language without training texts, do not count.
        """
        some = texts[:SAMPLE]
        compared = compared_texts(model, some, text_vectors(model.vectors, some))
        return self.fitted_to(compared.vectors[compared.is_comparable])

    def fitted_to_scores(self, scores: Floats) -> "OffTopicFilter":
        """Return the filter with its limit moved to a table, of which `scores`, shape (n,), are a sample.

        The scores of a table are a mixture of two normal distributions: the background, and the training data
        moved towards it, at most halfway. Share and move are estimated by expectation-maximisation, with a
        prior that decides small tables. The limit moves by 0.8 of that; and a text that is more likely from
        the background than on topic is below it.
        """
        lowest = 0.5 * (self.background[0] + self.centre)
        centre, share = self.centre, _EXPECTED_SHARE[0] / _EXPECTED_SHARE[1]
        for _ in range(_ROUNDS):
            before = (centre, share)
            off = self._off_topic_chance(scores, centre, share)
            share = float((off.sum() + _EXPECTED_SHARE[0]) / (len(scores) + _EXPECTED_SHARE[1]))
            mean = ((1.0 - off) @ scores + _EXPECTED * self.centre) / ((1.0 - off).sum() + _EXPECTED)
            centre = min(max(float(mean), lowest), self.centre)
            if abs(centre - before[0]) < _CLOSE * self.spread and abs(share - before[1]) < _CLOSE:
                break
        between = np.linspace(self.background[0], centre, 1_000)
        likely_off = between[self._off_topic_chance(between, centre, share) > 0.5]
        limit = max([self.limit + _MOVED * (centre - self.centre), *likely_off[-1:].tolist()])
        return replace(self, limit=limit, style=(self.centre - centre) / self.spread)

    def taught(
        self, vectors: FloatArray, off_topic: NDArray[np.bool_], explicit: NDArray[np.bool_] | None = None
    ) -> "OffTopicFilter":
        """Return the filter corrected by answers: texts, shape (n, d), that are off topic or not, shape (n,).

        Fit the filter to the table before: the correction changes what a score is.
        Answers that are `explicit` are about the topic, shape (n,); others only imply it, by having a tag.

        The correction is the most likely one under a normal prior (logistic regression with the margins as
        offsets, by Newton steps), so one answer moves texts like it, and many move the limit too.
        """
        if not len(vectors):
            return self
        offsets = (vectors @ self.weights - self.limit) / self.spread
        inputs = np.column_stack([vectors @ self.whitening, np.ones(len(vectors))]).astype(np.float64)
        wanted = np.where(off_topic, 0.0, 1.0)
        # Off-topic answers are few among many decisions, so both kinds weigh the same in total. Explicit
        # answers weigh more, since they contradict the filter.
        share = np.where(off_topic, off_topic.sum(), (~off_topic).sum())
        weights = np.minimum(1.0, off_topic.sum() / share) if off_topic.any() else np.full(len(vectors), 0.1)
        weights = np.where(off_topic, 1.0, np.maximum(weights, 1.0 / len(vectors)))
        if explicit is not None:
            weights = np.where(explicit, 1.0, weights)
        precision = np.full(inputs.shape[1], 1.0 / _WIDTH**2)
        found = np.zeros(inputs.shape[1])
        for _ in range(_STEPS):
            chance = 1.0 / (1.0 + np.exp(-np.clip(offsets + inputs @ found, -30, 30)))
            slope = inputs.T @ (weights * (wanted - chance)) - precision * found
            curvature = (inputs * (weights * chance * (1 - chance))[:, None]).T @ inputs + np.diag(precision)
            step = np.linalg.solve(curvature, slope)
            found = found + step
            if np.abs(step).max() < 1e-6:
                break
        weights = self.weights + self.spread * (self.whitening @ found[:-1])
        moved = self.spread * float(found[-1])
        return replace(
            self, weights=weights, limit=self.limit - moved, training_limit=self.training_limit - moved
        )

    def published(self) -> tuple[float, ...]:
        """Return the weights and the bias of a margin, for a manifest; shape (d + 1,)."""
        values = np.append(self.weights, -self.limit) / self.spread
        return tuple(float(value) for value in values.round(_DIGITS))

    @property
    def doubt(self) -> float:
        """The margin below which a text needs review at any confidence, for a manifest."""
        return round(max(0.0, self.training_limit - self.limit) / self.spread, _DIGITS)

    def _off_topic_chance(self, scores: Floats, centre: float, share: float) -> Floats:
        """Return the probability that each text is off topic, shape (n,), when `share` of the table is.

        `centre` is the mean score of the on-topic texts of the table.
        """
        off = share * _normal(scores, *self.background)
        on = (1.0 - share) * _normal(scores, centre, self.spread)
        chance: Floats = off / np.maximum(off + on, 1e-300)
        return chance


def off_topic_filter(model: LinearModel) -> OffTopicFilter | None:
    """Return the filter of a model; None for other static vectors, and for too few or uncertain texts.

    It is computed once per version, in a moment.
    """
    with _LOCK:
        key = (model.version, len(model.base))
        if key not in _KNOWN:
            if len(_KNOWN) >= _MOST_MODELS:
                _KNOWN.clear()
            _KNOWN[key] = fit_off_topic_filter(model, _background())
        return _KNOWN[key]


def are_unlike(model: LinearModel, texts: Sequence[str]) -> bool:
    """Return whether texts are about something else than the training data; False without a filter."""
    detector = off_topic_filter(model)
    return detector is not None and float(detector.suspicion_of(texts).off_topic.mean()) >= UNLIKE


class ComparedTexts(NamedTuple):
    """Vectors, lengths and languages of n texts, for the comparison with the training data."""

    vectors: NDArray[np.float16]
    """The static vectors, shape (n, d)."""
    lengths: NDArray[np.int32]
    """The numbers of bytes, as `lengths_of` gives them, shape (n,)."""
    is_foreign: NDArray[np.bool_]
    """Texts in a language without training texts, whose words say nothing about the topic, shape (n,)."""

    @property
    def is_comparable(self) -> NDArray[np.bool_]:
        """Texts whose words say something about the topic, shape (n,)."""
        comparable: NDArray[np.bool_] = (self.lengths > 0) & ~self.is_foreign
        return comparable

    def suspicion_by(self, detector: OffTopicFilter) -> Suspicion:
        """Judge the texts; those in a language without training texts are at most doubtful."""
        found = detector.suspicion(self.vectors, self.lengths)
        return Suspicion(found.off_topic & ~self.is_foreign, found.doubtful)


def compared_texts(model: LinearModel, texts: Sequence[str], vectors: FloatArray) -> ComparedTexts:
    """Return texts with their static vectors as they are compared with the training data of a model."""
    is_foreign = np.zeros(len(texts), np.bool_)
    if model.head.foreign is not None:
        is_foreign[:] = [bool(model.foreign_language(text)) for text in texts]
    return ComparedTexts(vectors.astype(np.float16), lengths_of(texts), is_foreign)


def published_off_topic_filter(model: LinearModel) -> OffTopicFilter | None:
    """Return the filter for single texts, as the workspace that published the model has it, if any did."""
    detector, published = off_topic_filter(model), model.manifest.off_topic
    if detector is None or not published:
        return detector
    if model not in _PUBLISHED:
        limit = -published[-1]
        doubt = model.manifest.off_topic_doubt
        _PUBLISHED[model] = replace(
            detector, weights=np.array(published[:-1]), limit=limit, training_limit=limit + doubt, spread=1.0
        )
    return _PUBLISHED[model]


def fit_off_topic_filter(model: LinearModel, background: Background) -> OffTopicFilter | None:
    """Return the filter of a model against a background; None where `off_topic_filter` has none."""
    if not _is_comparable(model, background):
        return None
    rows = model.base.features.vectors
    order = np.random.default_rng(_SEED).permutation(len(rows))[:_MOST_ROWS]
    sample: Floats = rows[np.sort(order)].astype(np.float64)
    fold = np.random.default_rng(_SEED).permutation(len(sample)) % _FOLDS
    weights, pooled = discriminant(sample, background)
    held_out = np.concatenate(
        [sample[fold == part] @ discriminant(sample[fold != part], background)[0] for part in range(_FOLDS)]
    )
    limit = float(np.quantile(held_out, FLAGGED))
    background_spread = np.sqrt(weights @ background.covariance @ weights)
    values, directions = np.linalg.eigh(pooled)
    return OffTopicFilter(
        model.vectors,
        weights,
        limit,
        limit,
        float(held_out.mean()),
        max(float(held_out.std()), 1e-9),
        (float(background.mean @ weights), max(float(background_spread), 1e-9)),
        directions / np.sqrt(values),
        _shortest(np.diff(model.base.features.bounds)),
    )


def _shortest(entries: NDArray[np.int64]) -> int:
    """Return the bytes below which a text has fewer words than nearly all training texts.

    `entries` are the numbers of different words and bigrams of the training texts, shape (n,).
    """
    words = (entries + 1) // 2
    return min(_SHORTEST, _BYTES * int(np.quantile(words, FLAGGED)))


def lengths_of(texts: Sequence[str]) -> NDArray[np.int32]:
    """Return the number of UTF-8 bytes of each text, shape (n,); 0 for a text of blanks."""
    lengths = [0 if text.isspace() else len(text.encode(errors="replace")) for text in texts]
    return np.array(lengths, np.int32)


def _is_comparable(model: LinearModel, background: Background) -> bool:
    """Return whether a model has enough training texts, and the static vectors of the background.

    The decisions of a model that learned from names are few, and chosen because they were uncertain: they do
    not show what its texts are about.
    """
    rows = model.base.features.vectors
    return (
        len(rows) >= FEWEST_ROWS
        and model.manifest.recipe.name != NAMES
        and rows.shape[1] == len(background.mean)
        and digest_of(model.vectors) == background.vectors
    )


def digest_of(vectors: StaticVectors) -> str:
    """Return a digest of static vectors; it is computed once, in about 10 ms without the GIL."""
    if vectors not in _DIGESTS:
        digest = hashlib.blake2b(digest_size=16)
        for array in (vectors.word_keys, vectors.bigram_keys, vectors.scales, vectors.table):
            digest.update(np.ascontiguousarray(array).data)
        _DIGESTS[vectors] = digest.hexdigest()
    return _DIGESTS[vectors]


def write_background(background: Background) -> None:
    """Store the background in the program's resources."""
    np.savez_compressed(
        resource("model").parent / _FILE,
        mean=background.mean.astype(np.float32),
        covariance=background.covariance.astype(np.float32),
        vectors=np.frombuffer(bytes.fromhex(background.vectors), np.uint8),
    )


@cache
def _background() -> Background:
    with np.load(resource(_FILE), allow_pickle=False) as stored:
        return Background(
            stored["mean"].astype(np.float64),
            stored["covariance"].astype(np.float64),
            stored["vectors"].tobytes().hex(),
        )


_LOCK: Final = threading.Lock()
_DIGESTS: Final[WeakKeyDictionary[StaticVectors, str]] = WeakKeyDictionary()
_KNOWN: Final[dict[tuple[str, int], OffTopicFilter | None]] = {}
_PUBLISHED: Final[WeakKeyDictionary[LinearModel, OffTopicFilter]] = WeakKeyDictionary()


def discriminant(rows: Floats, background: Background) -> tuple[Floats, Floats]:
    """Return the weights, shape (d,), and the pooled covariance with its ridge, shape (d, d)."""
    pooled = 0.5 * (background.covariance + np.cov(rows.T)) + _RIDGE * np.eye(rows.shape[1])
    weights: Floats = np.linalg.solve(pooled, rows.mean(axis=0) - background.mean)
    return weights, pooled


def _normal(values: Floats, mean: float, deviation: float) -> Floats:
    """Return the densities of a normal distribution, up to a factor that all share."""
    found: Floats = np.exp(-0.5 * ((values - mean) / deviation) ** 2) / deviation
    return found
