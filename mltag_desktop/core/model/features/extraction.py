"""Extract the features of texts: counts of hashed words and bigrams, a static vector, and others."""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.character_counts import SparseCounts, character_counts, joined
from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.features.static_vectors import StaticVectors
from mltag_desktop.core.model.features.tokenization import Hashes, TokenizedTexts, batches, words
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress

if TYPE_CHECKING:  # few heads use token shapes; the window starts faster without that module
    from mltag_desktop.core.model.features.token_shapes import TokenShapes

BUCKET_BITS: Final = 18
BUCKETS: Final = 1 << BUCKET_BITS
_BATCH_ROWS: Final = 4096
_BATCH_CHARACTERS: Final = 1_000_000
_EMBEDDED_ROWS: Final = 500
"""Texts between two reports where the sentence encoder, which is slow, reads them."""

Embedder = Callable[[Sequence[str]], FloatArray]
"""Returns the embeddings of texts, shape (n, 512)."""


class Extra(enum.Flag):
    """Features that only some models read."""

    NONE = 0
    TOKEN_SHAPES = enum.auto()
    CHARACTERS = enum.auto()
    EMBEDDINGS = enum.auto()
    """Embeddings of the sentence encoder, which takes a thousand times longer than the other features."""
    TEXTS = enum.auto()
    """The texts themselves, for estimators of a user's own."""


@dataclass(frozen=True)
class Features:
    """The features of n texts."""

    bounds: NDArray[np.int64]
    """The entries of row i are bounds[i] to bounds[i + 1], shape (n + 1,)."""
    buckets: NDArray[np.int32]
    """Hash buckets of words and bigrams, ascending within a row, shape (entries,)."""
    counts: FloatArray
    """Number of occurrences in the text, shape (entries,)."""
    vectors: FloatArray
    """Static vectors of length 1 (or 0 for a text without units), shape (n, d)."""
    token_shapes: "TokenShapes | None" = None
    """Token shapes, shape (n, SHAPE_COUNT), zeros for rows without; None where they were not extracted."""
    characters: SparseCounts | None = None
    """Counts of character sequences; None where they were not extracted."""
    embeddings: FloatArray | None = None
    """Embeddings of the sentence encoder, shape (n, 512); None where they were not computed."""
    texts: tuple[str, ...] | None = None
    """The texts; None where no model needs them."""

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def take(self, rows: NDArray[np.intp]) -> "Features":
        """Return the features of `rows`, in that order."""
        lengths = np.diff(self.bounds)[rows]
        bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        entries = np.repeat(self.bounds[rows] - bounds[:-1], lengths) + np.arange(bounds[-1])
        return Features(
            bounds,
            self.buckets[entries],
            self.counts[entries],
            self.vectors[rows],
            None if self.token_shapes is None else self.token_shapes[rows],
            None if self.characters is None else self.characters.take(rows),
            None if self.embeddings is None else self.embeddings[rows],
            None if self.texts is None else tuple(self.texts[row] for row in rows.tolist()),
        )

    def has(self, extra: Extra) -> bool:
        """Return whether the features that a model needs were extracted; token shapes may be missing."""
        needed = {
            Extra.CHARACTERS: self.characters,
            Extra.EMBEDDINGS: self.embeddings,
            Extra.TEXTS: self.texts,
        }
        return all(part is not None for kind, part in needed.items() if kind in extra)


def concatenate(parts: Sequence[Features]) -> Features:
    """Return the rows of several feature sets, one after the other."""
    lengths = np.concatenate([np.diff(part.bounds) for part in parts])
    return Features(
        np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        np.concatenate([part.buckets for part in parts]),
        np.concatenate([part.counts for part in parts]),
        np.concatenate([part.vectors for part in parts]),
        _joined_token_shapes(parts),
        characters=_joined_characters(parts),
        embeddings=_joined_embeddings(parts),
        texts=_joined_texts(parts),
    )


def extract(
    vectors: StaticVectors,
    texts: Sequence[str],
    progress: Progress = SILENT,
    *,
    extra: Extra = Extra.NONE,
    embedder: Embedder | None = None,
) -> Features:
    """Return the features of `texts`; each row depends on its text only, not on the other texts.

    `embedder` may know embeddings from before; by default they are computed. Raises `MltagError` where
    `extra` has embeddings and the sentence encoder is missing.
    """
    parts: list[Features] = []
    step = _EMBEDDED_ROWS if Extra.EMBEDDINGS in extra else _BATCH_ROWS
    for start in range(0, len(texts) or 1, step):
        progress.report(start / max(1, len(texts)))
        parts += in_batches(vectors, texts[start : start + step], extra=extra, embedder=embedder)
    return concatenate(parts) if len(parts) != 1 else parts[0]


def text_vectors(vectors: StaticVectors, texts: Sequence[str]) -> FloatArray:
    """Return the static vectors of `texts`, shape (n, d), as `extract` does, without the other features."""
    parts = [_vectors(vectors, batch) for batch in batches(texts, _BATCH_ROWS, _BATCH_CHARACTERS)]
    return np.concatenate(parts) if parts else np.zeros((0, vectors.dimension), np.float32)


def in_batches(
    vectors: StaticVectors,
    texts: Sequence[str],
    *,
    extra: Extra = Extra.NONE,
    embedder: Embedder | None = None,
) -> Iterator[Features]:
    """Yield the features of `texts` in batches; one empty batch when there are no texts."""
    for batch in batches(texts, _BATCH_ROWS, _BATCH_CHARACTERS) if texts else ([],):
        if extra:
            yield _with_extra(_features(vectors, batch), batch, extra, embedder)
        else:  # no variable keeps the last batch alive while the next is built: that took 10% of the time
            yield _features(vectors, batch)


def features_by_numpy(vectors: StaticVectors, texts: Sequence[str]) -> Features:
    """Return the features of a batch as the compiled code does, without it."""
    tokens = words(texts)
    return _count(tokens, vectors.embed(vectors.units(tokens)))


def bucket_of(hashes: Hashes) -> NDArray[np.int32]:
    """Return the bucket (0 to 2^18 - 1) of each hash: its highest bits."""
    return (hashes >> np.uint64(64 - BUCKET_BITS)).astype(np.int32)


def with_embeddings(features: Features, embeddings: FloatArray) -> Features:
    """Return the features with embeddings, shape (n, 512), that were computed before."""
    return replace(features, embeddings=embeddings)


def _features(vectors: StaticVectors, texts: Sequence[str]) -> Features:
    if compiled.is_used:
        return Features(*vectors.compiled_features(texts))
    return features_by_numpy(vectors, texts)


def _vectors(vectors: StaticVectors, texts: Sequence[str]) -> FloatArray:
    if compiled.is_used:
        return vectors.compiled_features(texts).vectors
    return vectors.embed(vectors.units(words(texts)))


def _with_extra(
    features: Features, texts: Sequence[str], extra: Extra, embedder: Embedder | None
) -> Features:
    from mltag_desktop.core.model.features.encoder import Embeddings, embed
    from mltag_desktop.core.model.features.token_shapes import token_shapes

    return replace(
        features,
        token_shapes=token_shapes(texts) if Extra.TOKEN_SHAPES in extra else None,
        characters=character_counts(texts) if Extra.CHARACTERS in extra else None,
        embeddings=Embeddings.of((embedder or embed)(texts)).vectors() if Extra.EMBEDDINGS in extra else None,
        texts=tuple(texts) if Extra.TEXTS in extra else None,
    )


def _joined_characters(parts: Sequence[Features]) -> SparseCounts | None:
    found = [part.characters for part in parts if part.characters is not None]
    return joined(found) if len(found) == len(parts) else None


def _joined_embeddings(parts: Sequence[Features]) -> FloatArray | None:
    found = [part.embeddings for part in parts if part.embeddings is not None]
    return np.concatenate(found) if len(found) == len(parts) else None


def _joined_texts(parts: Sequence[Features]) -> tuple[str, ...] | None:
    found = [part.texts for part in parts if part.texts is not None]
    return tuple(text for texts in found for text in texts) if len(found) == len(parts) else None


def _joined_token_shapes(parts: Sequence[Features]) -> "TokenShapes | None":
    """Return the token shapes of all parts, with zeros for parts without; None where no part has any."""
    width = next((part.token_shapes.shape[1] for part in parts if part.token_shapes is not None), 0)
    if not width:
        return None
    padded = [
        np.zeros((len(part), width), np.uint8) if part.token_shapes is None else part.token_shapes
        for part in parts
    ]
    return np.concatenate(padded)


def _count(tokens: TokenizedTexts, vectors: FloatArray) -> Features:
    first, pairs = tokens.bigrams()
    # Row and bucket fit into 31 bits together, and 32-bit numbers sort twice as fast as 64-bit ones.
    rows = np.concatenate([tokens.rows, tokens.rows[first]]).astype(np.int32)
    keys = (rows << BUCKET_BITS) | bucket_of(np.concatenate([tokens.hashes, pairs]))
    keys.sort()
    is_first = np.ones(len(keys), dtype=np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=is_first[1:])
    places = np.flatnonzero(is_first)
    distinct = keys[places]
    counts = np.diff(np.append(places, len(keys))).astype(np.float32)
    bounds = np.searchsorted(distinct, np.arange(tokens.count + 1, dtype=np.int32) << BUCKET_BITS)
    return Features(bounds.astype(np.int64), distinct & np.int32(BUCKETS - 1), counts, vectors)
