"""Linear head: compute a score for each tag from the features of a text.

score = a * (tf-idf . S + vector . V + shapes . F + bias) + b * (counts . N), where S, V, F and the bias are a
linear support vector machine (or logistic regression) and N is complement naive Bayes (Rennie et al., 2003).
Heads of models for a user's own tags may add to the margins: tf-idf of character sequences . C, the
embeddings of the sentence encoders . E, and the scores of an estimator that a package of the user trained.
Probabilities are the softmax of the scores; a and b are the calibration, fitted out of fold
(`core/training/calibration.py`), and so is the confidence curve of heads whose softmax says too much. Most
heads do not use token shapes. The scores of pseudo-labelled texts are multiplied by an additional factor.

A head is too confident on texts whose predicted tags it was trained on. The excess is measured with heads
that were trained without a part of these texts (`core/training/adaptation.py`). Near-copies of a text
stay in the same part, because training on one of them makes a head overconfident on the others as well. In a
table of near-copies, texts that are near-copies of pseudo-labelled ones are scaled like these.
"""

from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import BUCKETS, Extra, Features
from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.own_estimator import OwnEstimator
from mltag_desktop.core.model.types import FloatArray

Keys = NDArray[np.uint64]
ARRAY: Final = "array"
"""Metadata of a field whose array in a bundle has another name."""
_TINY: Final = 1e-6
_STEPS: Final = 30
_LEAST: Final = 0.1
_COPY_KEYS: Final = 12
_HASHES: Final = 3
"""Number of minima in a copy key."""


@dataclass(frozen=True)
class LinearHead:
    """The weights of a trained classifier for m known buckets, d dimensions and k tags."""

    columns: NDArray[np.int32]
    """The buckets that occurred in training, ascending, shape (m,)."""
    idf: FloatArray
    """Inverse document frequency, log((1 + n) / (1 + df)) + 1, shape (m,)."""
    words: FloatArray
    """S, shape (m, k)."""
    vectors: FloatArray
    """V, shape (d, k)."""
    bias: FloatArray
    """Shape (k,)."""
    bayes: FloatArray
    """N, centred over the tags, shape (m, k)."""
    scale: FloatArray
    """The calibration (a, b), shape (2,)."""
    token_shapes: FloatArray | None = field(default=None, metadata={ARRAY: "forms"})
    """F, shape (SHAPE_COUNT, k); None in a head that does not use token shapes."""
    pseudo_labelled: NDArray[np.uint64] | None = field(default=None, metadata={ARRAY: "guessed"})
    """`feature_fingerprints` of the pseudo-labelled training texts, ascending; None without any."""
    pseudo_labelled_scale: FloatArray | None = field(default=None, metadata={ARRAY: "guessed_scale"})
    """Factor for the scores of these texts, shape (1,)."""
    copied: NDArray[np.uint64] | None = field(default=None, metadata={ARRAY: "guessed_copies"})
    """`copy_keys` of the pseudo-labelled texts, ascending; None except in a table of near-copies."""
    tag_thresholds: FloatArray | None = None
    """Probability from which a tag is an additional tag of a text, shape (k,), fitted out of fold; None in a
    head that was trained on one tag per text."""
    character_columns: NDArray[np.int32] | None = None
    """The buckets of character sequences in training, ascending, shape (c,); None in a head without them."""
    character_idf: FloatArray | None = None
    """Shape (c,)."""
    characters: FloatArray | None = None
    """C, shape (c, k)."""
    embeddings: FloatArray | None = None
    """E, shape (512, k); None in a head that does not read embeddings."""
    english: FloatArray | None = None
    """The same for the English encoder, shape (384, k)."""
    estimator: OwnEstimator | None = None
    """The estimator of a recipe of an installed package; None in other heads."""
    confidence_curve: FloatArray | None = None
    """(a, b, c) of the curve of `recalibrated`, shape (3,); None where softmax is as sure as it is right."""
    foreign: "ForeignHead | None" = None
    """The head for texts in languages that the training texts do not have; None without the encoder."""

    @cached_property
    def extra(self) -> Extra:
        """The features that the head reads besides words and static vectors."""
        extra = Extra.NONE if self.token_shapes is None else Extra.TOKEN_SHAPES
        extra |= Extra.NONE if self.characters is None else Extra.CHARACTERS
        extra |= Extra.NONE if self.embeddings is None else Extra.EMBEDDINGS
        extra |= Extra.NONE if self.english is None else Extra.ENGLISH
        return extra | (Extra.NONE if self.estimator is None else Extra.TEXTS)

    @cached_property
    def places(self) -> NDArray[np.int32]:
        """The column of each bucket; m for a bucket that did not occur in training."""
        return _places(self.columns, BUCKETS)

    @cached_property
    def character_places(self) -> NDArray[np.int32]:
        """The same for the buckets of character sequences."""
        columns = self.character_columns
        return _places(np.zeros(0, np.int32) if columns is None else columns, BUCKETS)

    @cached_property
    def _vectors_by_tag(self) -> FloatArray:
        return np.ascontiguousarray(self.vectors.T)

    def parts(self, features: Features) -> tuple[FloatArray, FloatArray]:
        """Return the uncalibrated scores: the margins and the naive Bayes scores, each of shape (n, k)."""
        # Dot products give the same bits in any batch; a matrix product does not.
        margins = np.vecdot(features.vectors[:, None, :], self._vectors_by_tag) + self.bias
        if self.token_shapes is not None and features.token_shapes is not None:
            margins += _shape_margins(self.token_shapes, features.token_shapes)
        if self.characters is not None:
            margins += self._character_margins(features)
        for weights, read in ((self.embeddings, features.embeddings), (self.english, features.english)):
            if weights is not None:
                if read is None:
                    raise ValueError("the head reads embeddings, which were not computed")
                margins += np.vecdot(read[:, None, :], np.ascontiguousarray(weights.T))
        if self.estimator is not None:
            if features.texts is None:
                raise ValueError("the head reads texts, which are not there")
            margins += self.estimator.scores(features.texts)
        own = self.places, self.idf, self.words, self.bayes
        of_words, bayes = compiled.weigh(features.bounds, features.buckets, features.counts, *own)
        margins += of_words
        return margins, bayes

    def _character_margins(self, features: Features) -> FloatArray:
        counts, idf, weights = features.characters, self.character_idf, self.characters
        if counts is None or idf is None or weights is None:
            raise ValueError("the head reads character sequences, which were not extracted")
        own = self.character_places, idf, weights, weights[:0]
        return compiled.weigh(counts.bounds, counts.buckets, counts.counts, *own)[0]

    def scores(self, features: Features) -> FloatArray:
        """Return the score of each tag, shape (n, k)."""
        margins, bayes = self.parts(features)
        scores: FloatArray = self.scale[0] * margins + self.scale[1] * bayes
        if self.pseudo_labelled is not None:
            scores *= self.confidence_scale(features)[:, None]
        return scores

    def probabilities(self, features: Features) -> FloatArray:
        """Return the probability of each tag, shape (n, k); each row sums to 1."""
        return recalibrated(softmax(self.scores(features)), self.confidence_curve)

    def confidence_scale(self, features: Features) -> FloatArray:
        """Return the factor for the scores of each row, shape (n,): 1 except for pseudo-labelled texts.

        In a table of near-copies, near-copies of pseudo-labelled texts have the factor too.
        """
        if self.pseudo_labelled is None or self.pseudo_labelled_scale is None:
            return np.ones(len(features), np.float32)

        known = np.isin(feature_fingerprints(features), self.pseudo_labelled)
        if self.copied is not None:
            known |= np.isin(copy_keys(features), self.copied).any(axis=1)
        return np.where(known, self.pseudo_labelled_scale[0], np.float32(1))

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return the arrays by their name in a bundle."""
        arrays = {each.metadata.get(ARRAY, each.name): getattr(self, each.name) for each in fields(self)}
        arrays["estimator"] = None if self.estimator is None else self.estimator.stored
        arrays |= {"foreign": None} if self.foreign is None else {"foreign": None, **self.foreign.arrays()}
        return {name: array for name, array in arrays.items() if array is not None}


@dataclass(frozen=True)
class ForeignHead:
    """A head that reads embeddings only, for texts in languages that no training text has."""

    head: LinearHead
    languages: tuple[str, ...]
    """The languages of the training texts (ISO 639-1)."""

    def arrays(self) -> dict[str, NDArray[np.generic] | None]:
        """Return the arrays by their name in a bundle."""
        languages = np.frombuffer(",".join(self.languages).encode(), np.uint8)
        return {
            "foreign_embeddings": self.head.embeddings,
            "foreign_bias": self.head.bias,
            "foreign_scale": self.head.scale,
            "foreign_languages": languages,
        }


def empty_head(dimension: int, tags: int) -> LinearHead:
    """Return a head without words, with zeros for static vectors of a `dimension`, that is not calibrated."""
    nothing = np.zeros((0, tags), np.float32)
    return LinearHead(
        np.zeros(0, np.int32),
        np.zeros(0, np.float32),
        nothing,
        np.zeros((dimension, tags), np.float32),
        np.zeros(tags, np.float32),
        nothing,
        np.ones(2, np.float32),
    )


def _places(columns: NDArray[np.int32], buckets: int) -> NDArray[np.int32]:
    places = np.full(buckets, len(columns), np.int32)
    places[columns] = np.arange(len(columns), dtype=np.int32)
    return places


def _shape_margins(weights: FloatArray, shapes: NDArray[np.uint8]) -> FloatArray:
    from mltag_desktop.core.model.extraction import lengthened

    added: FloatArray = np.vecdot(lengthened(shapes)[:, None, :], np.ascontiguousarray(weights.T))
    return added


def softmax(scores: FloatArray) -> FloatArray:
    """Return probabilities for scores of shape (n, k); each row sums to 1."""
    shifted = scores.astype(np.float64)
    shifted -= shifted.max(axis=1, keepdims=True)
    np.exp(shifted, out=shifted)
    shifted /= shifted.sum(axis=1, keepdims=True)
    return shifted.astype(np.float32)


def recalibrated(probabilities: FloatArray, curve: FloatArray | None) -> FloatArray:
    """Return probabilities, shape (n, k), whose confidence follows a curve of beta calibration.

    With (a, b, c) a confidence p becomes 1 / (1 + exp(-c) (1 - p)^b / p^a) (Kull et al., 2017); the other
    tags share the rest as before. The best tag stays the best, and so does the order of the rows.
    """
    if curve is None or probabilities.shape[1] < 2 or not len(probabilities):
        return probabilities
    best = probabilities.argmax(axis=1)[:, None]
    others = np.maximum(probabilities.astype(np.float64), _TINY)
    confidence = np.clip(np.take_along_axis(others, best, axis=1), _TINY, 1 - _TINY)
    np.put_along_axis(others, best, 0.0, axis=1)
    others /= others.sum(axis=1, keepdims=True)
    a, b, c = curve.astype(np.float64).tolist()
    found = 1 / (1 + np.exp(-c) * (1 - confidence) ** b / confidence**a)
    second = others.max(axis=1, keepdims=True)
    found = np.maximum(found, second / (1 + second) + _TINY)
    others *= 1 - found
    np.put_along_axis(others, best, found, axis=1)
    return others.astype(np.float32)


def feature_fingerprints(features: Features) -> Keys:
    """Return a fingerprint of each row's words and bigrams with their counts, shape (n,); 0 without words."""
    buckets = features.buckets.astype(np.uint64) + np.uint64(1)
    mixed = buckets * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed *= features.counts.astype(np.uint64)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)])
    keys: Keys = sums[features.bounds[1:]] - sums[features.bounds[:-1]]  # exact modulo 2^64
    return keys


def copy_keys(features: Features) -> Keys:
    """Return keys of each row, shape (n, 12), of which near-copies share at least one; 0 without words.

    A key is made of three minima of hashed words and bigrams (Broder, 1997), so two texts whose sets have a
    Jaccard similarity of j share one with a probability of 1 - (1 - j^3)^12: 0.96 for 0.62, 0.01 for 0.1.
    """
    keys = np.zeros((len(features), _COPY_KEYS), np.uint64)
    filled = np.flatnonzero(np.diff(features.bounds))
    if not len(filled):
        return keys
    starts = features.bounds[filled]
    buckets = features.buckets.astype(np.uint32) + np.uint32(1)
    multipliers = np.random.default_rng(0).integers(1 << 31, size=_COPY_KEYS * _HASHES, dtype=np.uint32)
    for number, multiplier in enumerate(multipliers * np.uint32(2) + np.uint32(1)):
        least = np.minimum.reduceat(buckets * multiplier, starts)
        key = keys[filled, number % _COPY_KEYS] ^ least
        keys[filled, number % _COPY_KEYS] = key * np.uint64(0x9E3779B97F4A7C15)
    return keys


def confidence_factor(scores: FloatArray, confidence: float) -> float:
    """Return the factor from 0.1 to 1 that gives `scores`, shape (n, k), the mean `confidence`."""
    low, high = _LEAST, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if softmax(scores * np.float32(middle)).max(axis=1).mean() < confidence:
            low = middle
        else:
            high = middle
    return high
