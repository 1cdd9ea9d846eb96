"""A trained model with the `Classifier` interface.

All parts of the score are linear for a given text, so the contribution of a word is a sum of products. The
contribution of a bigram is split between its two words. Token shapes give one separate piece without text.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features.extraction import Features, bucket_of, in_batches
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.features.tokenization import TokenizedTexts, normalise, words
from mltag_desktop.core.model.linear_head import LinearHead, softmax, weigh
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.source_gate import SourceGate
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import Explanation, FloatArray, Predictions, WeightedSpan


@dataclass(frozen=True)
class BaseModelMixture:
    """The base model's head and the gate that mixes it with an adapted head."""

    head: LinearHead
    """The base's head; its tags are the first tags of the adapted head."""
    gate: SourceGate

    def mixed(self, features: Features, own: FloatArray) -> FloatArray:
        """Mix `own`, the adapted head's probabilities (n, k), with those of the base's head."""
        share = self.gate.share(features.vectors)
        base = softmax(self.head.scores(features))
        base = np.pad(base, ((0, 0), (0, own.shape[1] - base.shape[1])))
        mixed: FloatArray = (share * own + (1 - share) * base).astype(np.float32)
        return mixed


class LinearModel:
    """A trained classifier with the rows it was trained on and its holdout; safe to share between threads.

    A model that was adapted to a table has an `mixture`: `head` answers for texts from the table's source
    and the base's head for all others. `own` is the same model for use on that table.
    """

    def __init__(
        self,
        manifest: Manifest,
        vectors: StaticVectors,
        head: LinearHead,
        base: LabelledFeatures,
        holdout: LabelledFeatures | None,
        mixture: BaseModelMixture | None = None,
        folder: Path | None = None,
    ) -> None:
        """`folder` is the bundle that the model was loaded from; None for a model in memory only."""
        self.manifest, self.vectors, self.head = manifest, vectors, head
        self.base, self.holdout, self.mixture = base, holdout, mixture
        self.folder = folder

    @classmethod
    def assembled(
        cls,
        manifest: Manifest,
        vectors: StaticVectors,
        head: LinearHead,
        base: LabelledFeatures,
        holdout: LabelledFeatures | None,
        mixture: BaseModelMixture | None = None,
    ) -> "LinearModel":
        """Return a model with a version derived from its tags and arrays."""
        digest = hashlib.sha256("\0".join(manifest.tags).encode())
        arrays: dict[str, NDArray[np.generic]] = {
            **head.arrays(),
            "table": vectors.table,
            "scales": vectors.scales,
        }
        if mixture is not None:
            arrays |= {f"elsewhere_{name}": array for name, array in mixture.head.arrays().items()}
            arrays |= mixture.gate.arrays()
        for name in sorted(arrays):
            digest.update(name.encode() + arrays[name].tobytes())
        manifest = replace(manifest, version=digest.hexdigest()[:10])
        return cls(manifest, vectors, head, base, holdout, mixture)

    @property
    def own(self) -> "LinearModel":
        """The model without its gate, for the table it was adapted to; itself when it was not adapted."""
        if self.mixture is None:
            return self
        return LinearModel(
            self.manifest, self.vectors, self.head, self.base, self.holdout, folder=self.folder
        )

    @property
    def is_plain(self) -> bool:
        """Whether older programs, without token shapes and pseudo-labels, give the same answers with it."""
        heads = (self.head, *(() if self.mixture is None else (self.mixture.head,)))
        return all(head.token_shapes is None and head.pseudo_labelled is None for head in heads)

    @property
    def reads_token_shapes(self) -> bool:
        """Whether features for this model need token shapes."""
        return self.head.token_shapes is not None or (
            self.mixture is not None and self.mixture.head.token_shapes is not None
        )

    @property
    def version(self) -> str:
        """Ten hex digits derived from the arrays, with the suffix `-gated` where a gate is used."""
        return self.manifest.version + ("-gated" if self.mixture is not None else "")

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self.manifest.tags

    @property
    def tag_thresholds(self) -> FloatArray | None:
        """Probability from which each tag is an additional tag, shape (k,); None for one tag per text."""
        return self.head.tag_thresholds

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts`; the answer for a text does not depend on its neighbours."""
        batches = in_batches(self.vectors, texts, with_token_shapes=self.reads_token_shapes)
        parts = [self._answer(features) for features in batches]
        return Predictions(self.version, self.tags, np.concatenate(parts), self.tag_thresholds)

    def predict_features(self, features: Features) -> Predictions:
        """Tag rows whose features were extracted with the same vectors; token shapes may be missing."""
        return Predictions(self.version, self.tags, self._answer(features), self.tag_thresholds)

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Return the contribution of each word of `text` to the score of `tag`, by default the predicted tag.

        Where a gate is used, the head with the larger share in the answer is explained.
        """
        features = next(in_batches(self.vectors, [text], with_token_shapes=self.reads_token_shapes))
        probabilities = self._answer(features)[0]
        if tag is not None and tag not in self.tags:
            raise MltagError(
                message("The model does not know the tag {tag}.", tag=tag),
                message("Known tags: {tags}.", tags=", ".join(self.tags)),
            )
        index = int(probabilities.argmax()) if tag is None else self.tags.index(tag)
        score, bias, pieces = explain(self.vectors, self._main_head(features, index), text, index)
        return Explanation(
            self.tags[index],
            float(probabilities[index]),
            {name: float(p) for name, p in zip(self.tags, probabilities, strict=True)},
            score,
            bias,
            pieces,
        )

    def _answer(self, features: Features) -> FloatArray:
        own = softmax(self.head.scores(features))
        return own if self.mixture is None else self.mixture.mixed(features, own)

    def _main_head(self, features: Features, tag: int) -> LinearHead:
        """Return the head with the larger share in the answer, scaled by its factor for the text."""
        mixture, head = self.mixture, self.head
        if mixture is not None and tag < len(mixture.head.bias):
            share = float(mixture.gate.share(features.vectors)[0, 0])
            head = self.head if share >= 0.5 else mixture.head
        return (
            head
            if head.pseudo_labelled is None
            else replace(head, scale=head.scale * head.confidence_scale(features))
        )


def explain(
    vectors: StaticVectors, head: LinearHead, text: str, tag: int
) -> tuple[float, float, tuple[WeightedSpan, ...]]:
    """Return the score of `tag`, its bias, and a weighted piece for each word; bias + weights = score.

    A head that uses token shapes adds one piece without text.
    """
    tokens = words([text])
    shares = _word_shares(head, tokens, tag) + _vector_shares(vectors, head, tokens, tag)
    bias = float(head.scale[0]) * float(head.bias[tag])
    places = _places(text, tokens)
    pieces = tuple(
        WeightedSpan(start, end, text[start:end], float(weight))
        for (start, end), weight in zip(places, shares, strict=True)
    )
    if head.token_shapes is not None:
        pieces += (WeightedSpan(0, 0, "", _shape_share(head.token_shapes, text, tag) * float(head.scale[0])),)
    return bias + sum(piece.weight for piece in pieces), bias, pieces


def _word_shares(head: LinearHead, tokens: TokenizedTexts, tag: int) -> NDArray[np.float64]:
    first, pairs = tokens.bigrams()
    buckets = bucket_of(np.concatenate([tokens.hashes, pairs]))
    distinct, back, counts = np.unique(buckets, return_inverse=True, return_counts=True)
    bounds = np.array([0, len(distinct)], dtype=np.int64)
    features = Features(
        bounds, distinct.astype(np.int32), counts.astype(np.float32), np.zeros((1, 0), np.float32)
    )
    columns = head.known_columns(features)
    idf, in_words, in_bayes = head.padded_weights
    a, b = float(head.scale[0]), float(head.scale[1])
    weighted = weigh(bounds, features.counts, idf[columns]).astype(np.float64) * in_words[columns, tag]
    added = a * weighted + b * features.counts * in_bayes[columns, tag]
    occurrences = (added / np.maximum(counts, 1))[back]
    shares: NDArray[np.float64] = occurrences[: len(tokens.hashes)].copy()
    halves = occurrences[len(tokens.hashes) :] / 2
    shares[first] += halves
    shares[first + 1] += halves
    return shares


def _vector_shares(
    vectors: StaticVectors, head: LinearHead, tokens: TokenizedTexts, tag: int
) -> NDArray[np.float64]:
    shares = np.zeros(len(tokens.hashes))
    units = vectors.units(tokens)
    rows = vectors.rows_of(units.units).astype(np.float64)
    norm = np.linalg.norm(rows.sum(axis=0)) if len(rows) else 0.0
    if norm > 0:
        added = float(head.scale[0]) * (rows @ head.vectors[:, tag].astype(np.float64)) / norm
        pairs = units.kinds[1]
        added[pairs] /= 2
        np.add.at(shares, units.words, added)
        np.add.at(shares, units.words[pairs] + 1, added[pairs])
    return shares


def _shape_share(weights: FloatArray, text: str, tag: int) -> float:
    from mltag_desktop.core.model.features.token_shapes import lengthened, token_shapes

    return float(lengthened(token_shapes([text]))[0] @ weights[:, tag])


def _places(text: str, tokens: TokenizedTexts) -> list[tuple[int, int]]:
    """Return the character range of each word in `text`, from its byte range in the normalised text."""
    if text.isascii():
        return [(int(s), int(e)) for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    widths = [len(normalise(c).encode("utf-8", "replace")) if not c.isascii() else 1 for c in text]
    edges = np.concatenate([[0], np.cumsum(widths)])
    starts = np.searchsorted(edges, tokens.starts, side="right") - 1
    ends = np.searchsorted(edges, tokens.ends, side="left")
    return [(int(s), int(e)) for s, e in zip(starts, ends, strict=True)]
