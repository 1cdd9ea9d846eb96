"""Explain a prediction: the exact contribution of each word to the score of a tag.

All parts of the score are linear for a given text, so the contribution of a word is a sum of products. The
contribution of a bigram is split between its two words. Token shapes give one separate piece without text.
"""

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.extraction import Features, bucket_of
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.features.tokenization import Words, normalise, words
from mltag_desktop.core.model.linear_head import Head, weigh
from mltag_desktop.core.model.types import FloatArray, Piece


def explain(
    vectors: StaticVectors, head: Head, text: str, tag: int
) -> tuple[float, float, tuple[Piece, ...]]:
    """Return the score of `tag`, its bias, and a weighted piece for each word; bias + weights = score.

    A head that uses token shapes adds one piece without text.
    """
    tokens = words([text])
    shares = _word_shares(head, tokens, tag) + _vector_shares(vectors, head, tokens, tag)
    bias = float(head.scale[0]) * float(head.bias[tag])
    places = _places(text, tokens)
    pieces = tuple(
        Piece(start, end, text[start:end], float(weight))
        for (start, end), weight in zip(places, shares, strict=True)
    )
    if head.forms is not None:
        pieces += (Piece(0, 0, "", _form_share(head.forms, text, tag) * float(head.scale[0])),)
    return bias + sum(piece.weight for piece in pieces), bias, pieces


def _word_shares(head: Head, tokens: Words, tag: int) -> NDArray[np.float64]:
    first, pairs = tokens.bigrams()
    buckets = bucket_of(np.concatenate([tokens.hashes, pairs]))
    distinct, back, counts = np.unique(buckets, return_inverse=True, return_counts=True)
    bounds = np.array([0, len(distinct)], dtype=np.int64)
    features = Features(
        bounds, distinct.astype(np.int32), counts.astype(np.float32), np.zeros((1, 0), np.float32)
    )
    columns = head.known(features)
    idf, in_words, in_bayes = head.padded
    a, b = float(head.scale[0]), float(head.scale[1])
    weighted = weigh(bounds, features.counts, idf[columns]).astype(np.float64) * in_words[columns, tag]
    added = a * weighted + b * features.counts * in_bayes[columns, tag]
    occurrences = (added / np.maximum(counts, 1))[back]
    shares: NDArray[np.float64] = occurrences[: len(tokens.hashes)].copy()
    halves = occurrences[len(tokens.hashes) :] / 2
    shares[first] += halves
    shares[first + 1] += halves
    return shares


def _vector_shares(vectors: StaticVectors, head: Head, tokens: Words, tag: int) -> NDArray[np.float64]:
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


def _form_share(weights: FloatArray, text: str, tag: int) -> float:
    from mltag_desktop.core.model.features.token_shapes import forms, lengthened

    return float(lengthened(forms([text]))[0] @ weights[:, tag])


def _places(text: str, tokens: Words) -> list[tuple[int, int]]:
    """Return the character range of each word in `text`, from its byte range in the normalised text."""
    if text.isascii():
        return [(int(s), int(e)) for s, e in zip(tokens.starts, tokens.ends, strict=True)]
    widths = [len(normalise(c).encode("utf-8", "replace")) if not c.isascii() else 1 for c in text]
    edges = np.concatenate([[0], np.cumsum(widths)])
    starts = np.searchsorted(edges, tokens.starts, side="right") - 1
    ends = np.searchsorted(edges, tokens.ends, side="left")
    return [(int(s), int(e)) for s, e in zip(starts, ends, strict=True)]
