"""Name model: predicts tags from their names and guidelines alone, and improves with each answer.

1. Texts and tags are embedded (sentence encoder and static vectors) and centred: the mean of the texts is
   subtracted from the texts, the mean of the names from the names.
2. Prototypes without labels: soft assignments of the texts to the tags (expectation maximization with the
   name mixed in), then a ridge regression on vectors and words, fitted to the surer half of the texts of each
   tag. Both are linear; their blend, and the words that a text shares with a name, is the prior. The tag that
   was guessed for a text does not count for that text and its copies.
3. Answers correct the prior: multinomial logistic regression on the residual, with a Gaussian prior (kernel
   of vectors, words, the probabilities of the prior and a bias). The probabilities teach which tags the names
   confuse. Where the answers contradict the prior, its scale shrinks. With no answer the correction is zero,
   so an answer changes only what it speaks about.
4. Vectors have length 1 however short a text is. So the scores of the prior count in proportion to the
   probability that a text tells its tag at all, and the correction in proportion to its square root.

Figures and rejected alternatives: docs/decisions/0030-name-model.md.
"""

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.learning.names.tag_names import is_catch_all, readable_names
from mltag_desktop.core.model.extraction import BUCKETS, Features
from mltag_desktop.core.model.features.compiled.features import tfidf
from mltag_desktop.core.model.linear_head import softmax
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT, Progress, in_parts
from mltag_desktop.core.workspace.types import TagInfo

if TYPE_CHECKING:  # scipy is not loaded with the window
    import scipy.sparse

Encode = Callable[[Sequence[str]], tuple[FloatArray, Features]]
"""Returns one vector of length 1 for each text, shape (n, d), and the words."""
Rows = NDArray[np.int64]

_DIMENSIONS: Final = 256
"""Principal components of the embeddings that are kept; 512 are no better."""
_SAMPLE: Final = 10_000
"""Texts that the prior is fitted to."""
_RIDGE_ROWS: Final = 1_000
_SHARPNESS: Final = 20.0
"""Scale of the cosine between a text and a prototype."""
_RIDGE_SHARPNESS: Final = 6.0
_RIDGE_SHARE: Final = 0.8
"""Share of the ridge regression in the prior; the prototypes have the rest."""
_ROUNDS: Final = 6
_FIT_COSTS: Final = (0.25, 0.4, 0.35)
"""Shares of the time to fit that reading names and vectors, prototypes and blending take."""
_LEARN_ROUNDS: Final = 60
"""Most iterations of the fit to the answers."""
_NAME_SHARE: Final = 0.5
"""Weight of the name in a prototype; the texts assigned to it have weight 1."""
_UNLIKE: Final = 0.1
"""Cosine to a tag from which on a text rather belongs to it than to a catch-all tag such as "other"."""
_CATCH_ALL_SCALE: Final = 0.7
"""Scale of a prior from names with a catch-all tag: how much it holds is unknown, so they are less sure."""
_SHARED_WORDS: Final = np.float32(2.0)
"""Scale of the cosine between the words of a text and of a name with several; single ones mislead."""
_TELLING: Final = 0.22
"""Probability that a word, or a pair of words, tells the tag of its text: texts of few words tell little."""
_VECTOR_WEIGHT: Final = 1.5
_PSEUDO_LABEL_WEIGHT: Final = 0.3
_VARIANCE: Final = 10.0
"""Variance of the correction by vectors and by words."""
_BIAS_VARIANCE: Final = 1.0
_CONFUSION_VARIANCE: Final = 5.0
"""Variance of the correction by the probabilities of a prior from names."""
_SCALE_PRIOR: Final = 0.5
"""Strength of the belief that the prior is as sure as it says."""
_LEAST_SCALE: Final = -4.0
_FOLDS: Final = 5
_MOST_ANSWERS: Final = 600
_NEWEST: Final = 200
_DESCRIPTION_WEIGHT: Final = 1.5
_STATIC_SHARE: Final = np.float32(0.6)
"""Length of the static vector relative to an embedding of length 1."""
_NO_WORDS: Final = Features(
    np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.float32), np.zeros((0, 0), np.float32)
)


@dataclass(frozen=True)
class TextSet:
    """The features of n texts for a name model."""

    vectors: FloatArray
    """Embeddings of length 1, shape (n, d)."""
    words: Features
    """Counts of words and bigrams."""
    hints: FloatArray
    """Scores of each tag by the keywords of the guideline, shape (n, tags); zeros without keywords."""

    def __len__(self) -> int:
        return len(self.vectors)

    def take(self, rows: NDArray[np.intp]) -> "TextSet":
        """Return the features of `rows`, in that order."""
        return TextSet(self.vectors[rows], self.words.take(rows), self.hints[rows])


def text_vectors(embeddings: FloatArray | None, words: Features) -> FloatArray:
    """Return the vectors of texts: embeddings and static vectors side by side, or static vectors alone."""
    if embeddings is None:
        return words.vectors
    return _unit(np.concatenate([embeddings, _STATIC_SHARE * words.vectors], axis=1))


class NameModel:
    """A model of tags that are known by name; `fit` and `add` first, then `learn` after each answer.

    For one thread at a time. The texts of `add` are predicted by `probabilities`, others by `predict`.
    """

    def __init__(
        self, tags: Sequence[TagInfo], encode: Encode, *, seed: int = 0, prior_scale: float = 1.0
    ) -> None:
        """`prior_scale` multiplies the scores of the prior; with less, it is less sure."""
        self.tags = tuple(tag.name for tag in tags)
        self._guides = tuple(tags)
        self._readable = readable_names([tag.name for tag in tags])
        self._catch_all = np.array([is_catch_all(name) for name in self._readable], np.bool_)
        self._prior_scale = np.float32(prior_scale * (_CATCH_ALL_SCALE if self._catch_all.any() else 1.0))
        self._encode = encode
        self._seed = seed
        self._own = np.zeros((0, len(tags)), np.float32)
        """Scores of each text of `fit` that come from the tag guessed for it, shape (n, tags)."""
        self._telling = np.zeros(0, np.float32)
        """How much each prepared text tells, shape (n,)."""
        self._scale = 1.0
        self._dense = self._words = np.zeros((0, 0), np.float32)
        self._bias = np.zeros(len(tags), np.float32)
        self._confusion_variance = _CONFUSION_VARIANCE
        self._confusion = np.zeros((len(tags), len(tags)), np.float32)
        self.answers = 0
        """Number of answers that the model has learned from."""

    def fit(self, progress: Progress, texts: TextSet, examples: TextSet | None = None) -> None:
        """Fit the prior to texts without labels; `examples` of the guideline count as answers.

        The rows of `examples` are those of `example_texts`. There is at least one tag. No text is prepared.
        """
        progress.report(0.0, "comparing the texts with the tags")
        reading, prototyping, blending = in_parts(progress, _FIT_COSTS)
        random = np.random.default_rng(self._seed)
        count, sample = len(texts), np.arange(len(texts))
        if count > _SAMPLE:
            sample = np.sort(random.choice(count, _SAMPLE, replace=False))
            texts = texts.take(sample)
        names, words = self._read_names()
        self._fit_vectors(texts, names.shape[1])
        reading.report(0.5)
        x, m, n = self._reduced(texts.vectors), self._weighed(texts.words), self._weighed(words)
        self._names = _unit(names @ self._basis) if len(self.tags) > 1 else names @ self._basis
        shared = _SHARED_WORDS * (~self._catch_all & [" " in name for name in self._readable])
        hints = texts.hints + shared * (m @ n.T).toarray()
        prototypes, bias = self._prototypes(prototyping, x, hints)
        blending.report(0.0)
        self._fit_prior(x, m, hints, prototypes, bias, random, _numbered(texts))
        own, self._own = self._own, np.zeros((count, len(self.tags)), np.float32)
        own[_wordless(x)] = 0
        self._own[sample] = own
        self._shared_words = shared * n.T.toarray()
        self._prior_words += self._shared_words
        self._set_examples(examples)
        self._start()
        progress.report(1.0)

    def fit_given(self, texts: TextSet, examples: TextSet | None = None) -> None:
        """Fit to texts whose prior is given by another model: `hints` are its scores. No text is prepared.

        `examples` of the guideline count as answers, as in `fit`.

        Its probabilities correct nothing: a trained model confuses tags less often than names do.
        """
        self._confusion_variance, self._prior_scale = 0.0, np.float32(1.0)
        self._fit_vectors(texts, texts.vectors.shape[1])
        tags = len(self.tags)
        self._prior_dense = np.zeros((self._basis.shape[1], tags), np.float32)
        self._prior_words = self._shared_words = np.zeros((len(self._columns), tags), np.float32)
        self._prior_bias = np.zeros(tags, np.float32)
        self._set_examples(examples)
        self._start()

    def _set_examples(self, examples: TextSet | None) -> None:
        self._examples = (
            None
            if examples is None
            else (self._reduced(examples.vectors), self._weighed(examples.words), self._prior_of(examples))
        )

    def _fit_vectors(self, texts: TextSet, dimension: int) -> None:
        """Fit the mean and the principal components of the vectors, and the weights of the words."""
        self._centre = texts.vectors.mean(axis=0) if len(texts) else np.zeros(dimension, np.float32)
        self._basis = _principal(_unit(texts.vectors - self._centre))
        self._fit_words(texts.words)

    def _start(self) -> None:
        """Forget the prepared texts and the answers."""
        self._x = np.zeros((0, self._basis.shape[1]), np.float32)
        self._m = self._weighed(_NO_WORDS)
        self._prior = np.zeros((0, len(self.tags)), np.float32)
        self._telling = np.zeros(0, np.float32)
        self._forget()

    def add(self, texts: Iterable[TextSet], *, fitted: Rows | None = None) -> None:
        """Prepare more texts, in blocks; their numbers follow those of the texts before.

        `fitted` are the numbers of the texts of `fit`, in their order, if these are among them. Then the tag
        that was guessed for such a text does not count for that text and its copies.
        """
        import scipy.sparse

        xs, ms, priors, telling = [self._x], [self._m], [self._prior], [self._telling]
        for block in texts:
            x, m = self._reduced(block.vectors), self._weighed(block.words)
            xs.append(x)
            ms.append(m)
            telling.append(_telling(block.words))
            priors.append(self._prior_scores(x, m, block.hints, telling[-1]))
        self._x, self._prior, self._telling = (np.concatenate(parts) for parts in (xs, priors, telling))
        if fitted is not None:
            self._prior[fitted] -= self._prior_scale * self._telling[fitted, None] * self._own
        self._m = scipy.sparse.vstack(ms).tocsr()

    def example_texts(self) -> tuple[list[str], list[int]]:
        """Return the examples of the guideline and the tag index of each."""
        found = [
            (text, code) for code, tag in enumerate(self._guides) for text in tag.examples if text.strip()
        ]
        return [text for text, _ in found], [code for _, code in found]

    def learn(self, rows: Rows, codes: NDArray[np.int64], progress: Progress = SILENT) -> None:
        """Correct the prior by the answers: `codes` are the tag indices of the prepared texts `rows`.

        The newest answers come last. All answers are passed each time.
        """
        self.answers = len(rows)
        if len(rows) > _MOST_ANSWERS:
            random = np.random.default_rng(self._seed)
            old = random.choice(len(rows) - _NEWEST, _MOST_ANSWERS - _NEWEST, replace=False)
            kept = np.concatenate([np.sort(old), np.arange(len(rows) - _NEWEST, len(rows))])
            rows, codes = rows[kept], codes[kept]
        x, m, prior = self._x[rows], self._m[rows], self._prior[rows]
        if self._examples is not None and len(self._examples[0]):
            import scipy.sparse

            x = np.concatenate([x, self._examples[0]])
            m = scipy.sparse.vstack([m, self._examples[1]]).tocsr()
            prior = np.concatenate([prior, self._examples[2]])
            codes = np.concatenate([codes, np.array(self.example_texts()[1], np.int64)])
        self._forget()
        if len(codes) and len(self.tags) > 1:
            sure = softmax(prior)
            kernel = _VARIANCE * (x @ x.T + (m @ m.T).toarray()) + _BIAS_VARIANCE
            kernel += self._confusion_variance * (sure @ sure.T)
            weights, self._scale = _corrected(progress, prior, kernel, codes, len(self.tags))
            self._dense = np.ascontiguousarray(_VARIANCE * (x.T @ weights), np.float32)
            self._words = np.ascontiguousarray(_VARIANCE * (m.T @ weights), np.float32)
            self._bias = (_BIAS_VARIANCE * weights.sum(axis=0)).astype(np.float32)
            self._confusion = (self._confusion_variance * (sure.T @ weights)).astype(np.float32)

    def left_out(self, rows: Rows, codes: NDArray[np.int64], progress: Progress = SILENT) -> FloatArray:
        """Return the probabilities of answered texts when their answers are left out, in five folds.

        Afterwards the model has learned from all of them. The shape is (n, tags).
        """
        folds = np.random.default_rng(self._seed).permutation(len(rows)) % _FOLDS
        found = np.zeros((len(rows), len(self.tags)), np.float32)
        parts = in_parts(progress, [1.0] * (_FOLDS + 1))
        for fold in np.unique(folds):
            kept = folds != fold
            self.learn(rows[kept], codes[kept], parts[fold])
            found[~kept] = self.probabilities(rows[~kept])
        self.learn(rows, codes, parts[-1])
        return found

    def probabilities(self, rows: Rows | slice = slice(None)) -> FloatArray:
        """Return the probabilities of the prepared texts, shape (n, tags)."""
        return self._predicted(self._prior[rows], self._x[rows], self._m[rows], self._telling[rows])

    def all_probabilities(self) -> FloatArray:
        """Return the probabilities of all prepared texts, computed in blocks, shape (n, tags)."""
        found = np.empty(self._prior.shape, np.float32)
        for start in range(0, len(found), 8_192):
            part = slice(start, start + 8_192)
            found[part] = self.probabilities(part)
        return found

    def prior_probabilities(self, rows: Rows) -> FloatArray:
        """Return the probabilities of prepared texts without the answers, shape (n, tags)."""
        return softmax(self._prior[rows])

    def predict(self, texts: TextSet) -> FloatArray:
        """Return the probabilities of other texts, shape (n, tags)."""
        x, m, telling = self._reduced(texts.vectors), self._weighed(texts.words), _telling(texts.words)
        return self._predicted(self._prior_scores(x, m, texts.hints, telling), x, m, telling)

    def vectors(self, rows: Rows) -> FloatArray:
        """Return the reduced vectors of prepared texts, for query strategies; length 1, shape (n, p)."""
        return self._x[rows]

    def density(self, rows: Rows | slice = slice(None)) -> FloatArray:
        """Return how typical prepared texts are: the mean cosine to their nearest neighbours, mean 1.

        A text that tells little is less typical, so that few answers are spent on it. Query strategies use
        the square, so the usefulness of a text is in proportion to the square root, like the correction.
        """
        x = self._x[rows]
        random = np.random.default_rng(self._seed)
        chosen = random.choice(len(x), min(500, len(x)), replace=False)
        near = np.maximum(x @ x[chosen].T, 0)
        most = min(50, near.shape[1])
        near = np.partition(near, -most, axis=1)[:, -most:] if most else near
        mean = self._telling[rows] ** np.float32(0.25) * (near.mean(axis=1) if most else np.float32(1))
        return (mean / max(float(mean.mean()), 1e-9)).astype(np.float32) if len(mean) else mean

    def _forget(self) -> None:
        tags = len(self.tags)
        self._scale = 1.0
        self._dense = np.zeros((self._x.shape[1], tags), np.float32)
        self._words = np.zeros((self._m.shape[1], tags), np.float32)
        self._bias = np.zeros(tags, np.float32)
        self._confusion = np.zeros((tags, tags), np.float32)

    def _predicted(
        self, prior: FloatArray, x: FloatArray, m: "scipy.sparse.csr_matrix", telling: FloatArray
    ) -> FloatArray:
        scores = np.float32(self._scale) * prior
        if self._dense.any() or self._bias.any():
            correction = x @ self._dense
            correction += m @ self._words
            correction += self._bias
            if self._confusion.any():
                correction += softmax(prior) @ self._confusion
            scores += np.sqrt(telling)[:, None] * correction
        return softmax(scores)

    def _read_names(self) -> tuple[FloatArray, Features]:
        """Return a vector for each tag, from name and description, shape (tags, d), and the names' words."""
        vectors, words = self._encode(self._readable)
        catch_all = self._catch_all
        centred = vectors - vectors[~catch_all].mean(axis=0) if (~catch_all).sum() > 1 else vectors.copy()
        centred = _unit(centred)
        centred[catch_all] = 0
        described = [place for place, tag in enumerate(self._guides) if tag.description.strip()]
        if described:
            meant, _ = self._encode([self._guides[place].description for place in described])
            meant = meant - meant.mean(axis=0) if len(described) > 1 else meant - vectors.mean(axis=0)
            centred[described] += _DESCRIPTION_WEIGHT * _unit(meant)
        return _unit(centred), words

    def _prototypes(
        self, progress: Progress, x: FloatArray, hints: FloatArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return a vector of length 1 for each tag, and its bias: the logarithm of its share of the texts,
        and more for a catch-all tag.
        """
        tags = len(self.tags)
        unlike = (_SHARPNESS * _UNLIKE * self._catch_all).astype(np.float32)
        prototypes, share = self._names, np.full(tags, 1 / tags, np.float32)
        for done in range(_ROUNDS if len(x) else 0):
            progress.report(done / _ROUNDS)
            scores = _SHARPNESS * (x @ prototypes.T) + np.log(share) + unlike + hints
            assigned = softmax(np.asarray(scores, np.float32))
            share = ((assigned.mean(axis=0) + 0.5 / tags) / 1.5).astype(np.float32)
            prototypes = _unit(_NAME_SHARE * self._names + _unit(assigned.T @ x))
        return prototypes, np.log(share) + unlike

    def _fit_prior(
        self,
        x: FloatArray,
        m: "scipy.sparse.csr_matrix",
        hints: FloatArray,
        prototypes: FloatArray,
        bias: FloatArray,
        random: "np.random.Generator",
        numbers: NDArray[np.intp],
    ) -> None:
        """Blend the prototypes with a ridge regression on the surer half of the texts of each tag.

        Equal texts have equal `numbers`, below the number of texts.
        """
        tags = len(self.tags)
        by_name = softmax(np.asarray(_SHARPNESS * (x @ prototypes.T) + bias + hints, np.float32))
        best, sure = by_name.argmax(axis=1), by_name.max(axis=1)
        chosen: list[NDArray[np.intp]] = []
        for code in range(tags):
            rows = np.flatnonzero(best == code)
            chosen.append(rows[np.argsort(-sure[rows], kind="stable")][: (len(rows) + 1) // 2])
        kept = np.concatenate(chosen) if chosen else np.zeros(0, np.intp)
        if len(kept) > _RIDGE_ROWS:
            kept = np.sort(random.permutation(kept)[:_RIDGE_ROWS])
        share = np.float32(1 - _RIDGE_SHARE)
        self._prior_dense = share * _SHARPNESS * prototypes.T
        self._prior_words = np.zeros((m.shape[1], tags), np.float32)
        self._prior_bias = share * bias
        self._own = np.zeros((len(x), tags), np.float32)
        if len(kept):
            square = _VECTOR_WEIGHT**2
            some, words = x[kept], m[kept]
            kernel = (words @ words.T).toarray() + square * (some @ some.T) + 0.1
            kernel[np.diag_indices_from(kernel)] += 1 / _PSEUDO_LABEL_WEIGHT
            truth = np.zeros((len(kept), tags), np.float32)
            truth[np.arange(len(kept)), best[kept]] = 1
            inverse = _solved(kernel, np.eye(len(kept), dtype=np.float32))
            weights = inverse @ (truth - 1 / tags)
            gain = _RIDGE_SHARE * _RIDGE_SHARPNESS
            # Each text is left out with its copies, in closed form; these have equal weights.
            copies = numbers[kept][:, None] == numbers[kept]
            left_out = 1 / (inverse * copies).sum(axis=1, keepdims=True) - 1 / _PSEUDO_LABEL_WEIGHT
            self._own[numbers[kept]] = gain * left_out * weights
            self._own = self._own[numbers]
            self._prior_dense = self._prior_dense + gain * square * (some.T @ weights)
            self._prior_words = np.ascontiguousarray(gain * (words.T @ weights), np.float32)
            self._prior_bias = self._prior_bias + gain * 0.1 * weights.sum(axis=0)
        self._prior_dense = np.ascontiguousarray(self._prior_dense, np.float32)
        self._prior_bias = np.asarray(self._prior_bias, np.float32)

    def _prior_of(self, texts: TextSet) -> FloatArray:
        x, m = self._reduced(texts.vectors), self._weighed(texts.words)
        return self._prior_scores(x, m, texts.hints, _telling(texts.words))

    def _prior_scores(
        self, x: FloatArray, m: "scipy.sparse.csr_matrix", hints: FloatArray, telling: FloatArray
    ) -> FloatArray:
        scores = x @ self._prior_dense
        scores += m @ self._prior_words
        scores += self._prior_bias
        unknown = _wordless(x)
        if len(unknown):  # such texts differ from others by no vector, so only words of the names tell
            scores[unknown] = m[unknown] @ self._shared_words
        scores *= telling[:, None]
        scores += hints
        if scores.shape[1]:
            scores -= scores.mean(axis=1, keepdims=True)
        scores *= self._prior_scale
        return np.asarray(scores, np.float32)

    def _reduced(self, vectors: FloatArray) -> FloatArray:
        found = np.empty((len(vectors), self._basis.shape[1]), np.float32)
        for start in range(0, len(vectors), 8_192):  # in parts, because a copy of all vectors is large
            part = slice(start, start + 8_192)
            found[part] = _unit(_unit(vectors[part] - self._centre) @ self._basis)
            found[part][_wordless(vectors[part])] = 0  # a text without known words is like no other
        return found

    def _fit_words(self, words: Features) -> None:
        found = np.bincount(words.buckets, minlength=BUCKETS)
        self._columns = np.flatnonzero(found >= 2)
        self._idf = (np.log((1 + len(words)) / (1 + found[self._columns])) + 1).astype(np.float32)

    def _weighed(self, words: Features) -> "scipy.sparse.csr_matrix":
        """Return the weights of the known words, rows of length 1, shape (n, words)."""
        import scipy.sparse

        place = np.full(BUCKETS, -1, np.int32)
        place[self._columns] = np.arange(len(self._columns), dtype=np.int32)
        columns = place[words.buckets]
        known = columns >= 0
        rows = np.repeat(np.arange(len(words)), np.diff(words.bounds))[known]
        values = tfidf(rows, words.counts[known], self._idf[columns[known]])
        bounds = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(words)))])
        shape = (len(words), len(self._columns))
        return scipy.sparse.csr_matrix((values, columns[known], bounds), shape=shape)


def _telling(words: Features) -> FloatArray:
    """Return the probability that a word or a pair of words of each text tells its tag, shape (n,)."""
    count = (np.diff(words.bounds) + 1) // 2  # the others are bigrams
    found: FloatArray = (1 - (1 - _TELLING) ** (count * (count + 1) / 2)).astype(np.float32)
    return found


def _wordless(vectors: FloatArray) -> NDArray[np.intp]:
    """Return the rows of texts without a word that their vectors know."""
    return np.flatnonzero(~np.any(vectors, axis=1))


def _numbered(texts: TextSet) -> NDArray[np.intp]:
    """Return a number for each text from 0 on, equal for texts with the same features."""
    bounds, buckets = texts.words.bounds.tolist(), texts.words.buckets
    seen: dict[tuple[bytes, bytes], int] = {}
    features = (
        (vector.tobytes(), buckets[start:stop].tobytes())
        for vector, (start, stop) in zip(texts.vectors, pairwise(bounds), strict=True)
    )
    return np.array([seen.setdefault(each, len(seen)) for each in features], np.intp)


def _corrected(
    progress: Progress, prior: FloatArray, kernel: Any, codes: NDArray[np.int64], tags: int
) -> tuple[NDArray[np.float64], float]:
    """Fit the correction at the answered texts; return kernel weights, shape (n, tags), and a scale.

    Maximum a posteriori of a multinomial logistic regression with scores scale * prior + kernel @ weights,
    where the scale of the prior is at most 1.
    """
    from scipy.optimize import minimize

    count = len(codes)
    kernel = np.asarray(kernel, np.float64)
    kernel[np.diag_indices(count)] += 1e-4
    root = np.linalg.cholesky(kernel)
    truth = np.zeros((count, tags))
    truth[np.arange(count), codes] = 1
    start = np.zeros(count * tags + 1)
    before = prior.astype(np.float64)
    rounds = itertools.count()

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        progress.report(min(1.0, next(rounds) / _LEARN_ROUNDS))
        inner, log_scale = values[:-1].reshape(count, tags), values[-1]
        scale = np.exp(log_scale)
        scores = scale * before + root @ inner
        scores -= scores.max(axis=1, keepdims=True)
        log = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        error = np.exp(log) - truth
        value = -(log * truth).sum() + 0.5 * (inner * inner).sum() + 0.5 * _SCALE_PRIOR * log_scale**2
        slope = root.T @ error + inner
        return float(value), np.append(
            slope.ravel(), scale * (error * before).sum() + _SCALE_PRIOR * log_scale
        )

    bounds = [(None, None)] * (count * tags) + [(_LEAST_SCALE, 0.0)]
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": _LEARN_ROUNDS}
    )
    inner = found.x[:-1].reshape(count, tags)
    import scipy.linalg

    weights = scipy.linalg.solve_triangular(root.T, inner, lower=False, check_finite=False)
    return np.asarray(weights), float(np.exp(found.x[-1]))


def _solved(kernel: Any, right: Any) -> FloatArray:
    import scipy.linalg

    factor = scipy.linalg.cho_factor(kernel, overwrite_a=True, check_finite=False)
    return np.asarray(scipy.linalg.cho_solve(factor, right, check_finite=False), np.float32)


def _principal(vectors: FloatArray) -> FloatArray:
    """Return the first principal directions of centred vectors, shape (d, p)."""
    if len(vectors) < 2:
        return np.eye(vectors.shape[1], dtype=np.float32)
    _, directions = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    return np.ascontiguousarray(directions[:, ::-1][:, :_DIMENSIONS], np.float32)


def _unit(vectors: FloatArray) -> FloatArray:
    norms = np.sqrt(np.vecdot(vectors, vectors))[..., None]
    found: FloatArray = (vectors / np.where(norms > 0, norms, 1)).astype(np.float32)
    return found
