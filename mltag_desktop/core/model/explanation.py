"""Explain a score: how much each word of a text adds to it.

All parts of the score but the sentence encoders' are linear for a given text, so the contribution of a word
is a sum of products. The contribution of a bigram is split between its two words, that of a character
sequence among the words that it touches. Token shapes, and what belongs to no word, give one piece without
text. The encoders' share of a word is estimated: it is how much its part of the score falls when the word is
left out.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import ENCODED, bucket_of, character_counts, sequences
from mltag_desktop.core.model.features.compiled.features import tfidf
from mltag_desktop.core.model.linear_head import LinearHead
from mltag_desktop.core.model.own_estimator import OwnEstimator
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import TokenizedTexts, normalise, words
from mltag_desktop.core.model.types import FloatArray, WeightedSpan

_MOST_LEFT_OUT: Final = 120
"""Words whose share by the encoder is estimated; each takes a millisecond."""
Floats = NDArray[np.float64]


class TextExplanation(NamedTuple):
    """The score of a tag, its bias and weighted pieces; bias + weights = score."""

    score: float
    bias: float
    pieces: tuple[WeightedSpan, ...]


def explain(vectors: StaticVectors, head: LinearHead, text: str, tag: int) -> TextExplanation:
    """Return the score of `tag`, with a weighted piece for each word and at most one without text."""
    tokens = words([text])
    places = _places(text, tokens)
    shares = _word_shares(head, tokens, tag) + _vector_shares(vectors, head, tokens, tag)
    bias = float(head.scale[0]) * float(head.bias[tag])
    others, has_others = 0.0, head.token_shapes is not None
    if head.token_shapes is not None:
        others += _shape_share(head.token_shapes, text, tag) * float(head.scale[0])
    if head.characters is not None:
        added, rest = _character_shares(head, text, places, tag)
        shares, others, has_others = shares + added, others + rest, True
    if head.extra & ENCODED:
        added, rest = _encoder_shares(head, text, places, tag)
        shares, bias = shares + added, bias + rest
    if head.estimator is not None:
        own_bias, added, rest = _estimator_shares(head.estimator, text, places, tag)
        scale = float(head.scale[0])
        shares, bias, others = shares + scale * added, bias + scale * own_bias, others + scale * rest
        has_others = has_others or bool(rest)
    pieces = tuple(
        WeightedSpan(start, end, text[start:end], float(weight))
        for (start, end), weight in zip(places, shares, strict=True)
    )
    if has_others:
        pieces += (WeightedSpan(0, 0, "", others),)
    return TextExplanation(bias + sum(piece.weight for piece in pieces), bias, pieces)


def _word_shares(head: LinearHead, tokens: TokenizedTexts, tag: int) -> Floats:
    first, pairs = tokens.bigrams()
    buckets = bucket_of(np.concatenate([tokens.hashes, pairs]))
    distinct, back, counts = np.unique(buckets, return_inverse=True, return_counts=True)
    columns, a, b = head.places[distinct], float(head.scale[0]), float(head.scale[1])
    known = columns < len(head.columns)
    columns, own = columns[known], counts[known].astype(np.float32)
    weighted = tfidf(np.zeros(len(columns), np.int64), own, head.idf[columns]).astype(np.float64)
    added = np.zeros(len(distinct))
    added[known] = a * weighted * head.words[columns, tag] + b * own * head.bayes[columns, tag]
    occurrences = (added / np.maximum(counts, 1))[back]
    shares: Floats = occurrences[: len(tokens.hashes)].copy()
    halves = occurrences[len(tokens.hashes) :] / 2
    shares[first] += halves
    shares[first + 1] += halves
    return shares


def _vector_shares(vectors: StaticVectors, head: LinearHead, tokens: TokenizedTexts, tag: int) -> Floats:
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
    from mltag_desktop.core.model.extraction import lengthened, token_shapes

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


def _character_shares(
    head: LinearHead, text: str, places: Sequence[tuple[int, int]], tag: int
) -> tuple[Floats, float]:
    """Return the share of each word by its character sequences, and the share of what is outside words."""
    counts, idf, weights = character_counts([text]), head.character_idf, head.characters
    if idf is None or weights is None:
        return np.zeros(len(places)), 0.0
    columns = head.character_places[counts.buckets]
    known = columns < len(idf)
    columns, own = columns[known], counts.counts[known]
    weighted = tfidf(np.zeros(len(columns), np.int64), own, idf[columns]).astype(np.float64)
    of_bucket = dict.fromkeys(counts.buckets.tolist(), 0.0)
    shares_of_known = weighted * weights[columns, tag] / own
    of_bucket |= dict(zip(counts.buckets[known].tolist(), shares_of_known.tolist(), strict=True))
    scale, shares, rest = float(head.scale[0]), np.zeros(len(places)), 0.0
    owner = _owners(text, places)
    runs = [match.span() for match in re.finditer(r"\S+", text)]
    for start, end in runs:
        word = text[start:end].lower()
        has_same_length = len(word) == end - start  # else the word is one piece
        for bucket, first, length in sequences(word):
            at = start + first - 1
            inside = owner[max(start, at) : min(end, at + length)] if has_same_length else owner[start:end]
            touched = sorted(set(inside.tolist()) - {-1})
            share = scale * of_bucket[bucket]
            shares[touched] += share / max(1, len(touched))
            rest += 0.0 if touched else share
    return shares, rest


def _encoder_shares(
    head: LinearHead, text: str, places: Sequence[tuple[int, int]], tag: int
) -> tuple[Floats, float]:
    """Return how much the encoders' part falls without each word, and the remainder of that part."""
    from mltag_desktop.core.model.encoder import ENGLISH, MULTILINGUAL, Embeddings, embed

    left_out = places[:_MOST_LEFT_OUT]
    texts = [text, *(f"{text[:start]}{text[end:]}" for start, end in left_out)]
    parts = np.zeros(len(texts))
    for by, planes in ((MULTILINGUAL, head.embeddings), (ENGLISH, head.english)):
        if planes is not None:
            read = Embeddings.of(embed(texts, by)).vectors().astype(np.float64)
            parts += float(head.scale[0]) * (read @ planes[:, tag].astype(np.float64))
    shares = np.zeros(len(places))
    shares[: len(left_out)] = parts[0] - parts[1:]
    return shares, float(parts[0] - shares.sum())


def _estimator_shares(
    estimator: OwnEstimator, text: str, places: Sequence[tuple[int, int]], tag: int
) -> tuple[float, Floats, float]:
    """Return the bias, the share of each word and the remainder, by the names of the features."""
    shares, found = np.zeros(len(places)), estimator.explain(text, tag)
    if found is None:
        return float(estimator.scores([text])[0, tag]), shares, 0.0
    bias, features = found
    lowered, owner, rest = text.lower(), _owners(text, places), 0.0
    for name, weight in features:
        spans = [match.span() for match in re.finditer(_pattern(name), lowered)] if name.strip() else []
        touched = sorted({place for start, end in spans for place in owner[start:end].tolist()} - {-1})
        shares[touched] += weight / max(1, len(touched))
        rest += 0.0 if touched else weight
    return bias, shares, rest


def _pattern(name: str) -> str:
    """Return a pattern that finds a feature in lower case: its words with anything but words between them."""
    parts = [re.escape(part) for part in name.lower().split()]
    left = r"\b" if name[:1].isspace() else ""
    right = r"\b" if name[-1:].isspace() else ""
    return left + r"\W+".join(parts) + right


def _owners(text: str, places: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """Return the word of each character of `text`, shape (len(text),); -1 outside words."""
    owner = np.full(len(text) + 1, -1, np.int64)
    for number, (start, end) in enumerate(places):
        owner[start:end] = number
    return owner
