"""Distil the sentence encoder into static vectors of a user's own texts, without labels.

The rows of words and bigrams are fitted by ridge regression, so that their sum is the embedding of a text in
the 128 directions in which the embeddings differ most. They are appended to the rows of the given vectors.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.encoder import embed_all, require
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.recipes import TWIN
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import HashTable, TokenizedTexts, differ, words
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.training.training import Examples, train

DIMENSION: Final = 128
_FEWEST_TEXTS: Final = 2
"""Texts in which a word or bigram must occur."""
_PENALTY: Final = 1.0
_TOLERANCE: Final = 1e-3
_MOST_STEPS: Final = 100
Floats = NDArray[np.float64]


def distil(
    progress: Progress, texts: list[str], embeddings: FloatArray, base: StaticVectors
) -> StaticVectors:
    """Return vectors with the dimensions of `base` and 128 that are fitted to the embeddings of `texts`."""
    import scipy.sparse
    from sklearn.linear_model import Ridge
    from threadpoolctl import threadpool_limits

    progress.report(0.0, "distilling the sentence encoder")
    tokens = words(texts)
    first, pairs = tokens.bigrams()
    word_keys, pair_keys = _frequent(tokens.hashes, tokens.rows), _frequent(pairs, tokens.rows[first])
    of_pairs = HashTable(pair_keys).find(pairs)
    of_pairs += np.int32(len(word_keys)) * (of_pairs >= 0)
    units = np.concatenate([HashTable(word_keys).find(tokens.hashes), of_pairs])
    rows = np.concatenate([tokens.rows, tokens.rows[first]])
    known = units >= 0
    shape = (len(texts), len(word_keys) + len(pair_keys))
    counts = scipy.sparse.csr_array((np.ones(int(known.sum())), (rows[known], units[known])), shape=shape)
    counts.data[:] = 1.0  # equal entries were added: a unit counts once in a text
    lengths = np.diff(counts.indptr)
    counts.data /= np.sqrt(np.repeat(lengths, lengths))
    progress.report(0.1)
    with threadpool_limits(1):
        ridge = Ridge(
            alpha=_PENALTY, fit_intercept=False, solver="sparse_cg", tol=_TOLERANCE, max_iter=_MOST_STEPS
        )
        ridge.fit(counts, _directions(embeddings.astype(np.float64)))
    progress.report(0.9)
    return _appended(base, tokens, word_keys, pair_keys, ridge.coef_.T)


def _directions(embeddings: Floats) -> Floats:
    """Return the embeddings in the directions in which they differ most, shape (n, 128)."""
    centred = embeddings - embeddings.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    found: Floats = centred @ directions[:, ::-1][:, :DIMENSION]
    return found


def _frequent(hashes: NDArray[np.uint64], rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the hashes that occur in at least two texts, ascending."""
    pairs = np.unique(np.stack([hashes, rows.astype(np.uint64)]), axis=1)
    keys, counts = np.unique(pairs[0], return_counts=True)
    return keys[counts >= _FEWEST_TEXTS]


def _appended(
    base: StaticVectors,
    tokens: TokenizedTexts,
    word_keys: NDArray[np.uint64],
    pair_keys: NDArray[np.uint64],
    fitted: Floats,
) -> StaticVectors:
    """Return vectors whose rows are those of `base`, then the fitted ones, for the units of both."""
    new_words = word_keys[~np.isin(word_keys, base.word_keys)]
    new_pairs = pair_keys[~np.isin(pair_keys, base.bigram_keys)]
    every_word = np.concatenate([base.word_keys, new_words])
    every_pair = np.concatenate([base.bigram_keys, new_pairs])
    if not differ(every_word) or not differ(every_pair):
        raise ValueError("two units have the same hash")
    pieces = len(base.table) - len(base.word_keys) - len(base.bigram_keys)
    total = len(every_word) + len(every_pair) + pieces
    table = np.zeros((total, base.dimension + DIMENSION), np.float32)
    old = base.rows_of(np.arange(len(base.table), dtype=np.int32))
    ends = len(base.word_keys), len(base.word_keys) + len(base.bigram_keys)
    left, right = table[:, : base.dimension], table[:, base.dimension :]
    left[: ends[0]] = old[: ends[0]]
    left[len(base.word_keys) : len(every_word)] = _sums_of_pieces(base, tokens, new_words, old)
    left[len(every_word) : len(every_word) + len(base.bigram_keys)] = old[ends[0] : ends[1]]
    left[len(every_word) + len(every_pair) :] = old[ends[1] :]
    own_pairs = HashTable(every_pair).find(pair_keys) + len(every_word)
    own = np.concatenate([HashTable(every_word).find(word_keys), own_pairs])
    right[own] = fitted
    both = np.linalg.norm(left[own], axis=1) > 0  # both parts of a vector get about the same length
    if both.any():
        right *= _mean_length(left[own][both]) / max(_mean_length(right[own][both]), 1e-9)
    scales = (np.abs(table).max(axis=1) / 127).astype(np.float16)
    safe = np.where(scales > 0, scales, np.float16(1)).astype(np.float32)
    codes = np.clip(np.rint(table / safe[:, None]), -127, 127).astype(np.int8)
    return StaticVectors(every_word, every_pair, base.pieces, codes, scales)


def _mean_length(rows: FloatArray) -> float:
    return float(np.linalg.norm(rows, axis=1).mean())


def _sums_of_pieces(
    base: StaticVectors, tokens: TokenizedTexts, new_words: NDArray[np.uint64], old: FloatArray
) -> FloatArray:
    """Return the sum of the rows of the pieces that a word consists of, which `base` uses for it."""
    keys, places = np.unique(tokens.hashes, return_index=True)
    occurring: Any = places[np.searchsorted(keys, new_words)]
    sums = np.zeros((len(new_words), base.dimension), np.float32)
    owners, units = base.split(tokens, np.asarray(occurring, np.int64))
    np.add.at(sums, owners, old[units])
    return sums


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
