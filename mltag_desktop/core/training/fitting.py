"""Fit the weights of a linear head to labelled features with scikit-learn.

The estimators' weights are copied into the arrays of a `LinearHead`, so that prediction needs numpy only.
scikit-learn is imported in the functions, because the window loads this module before it trains.
"""

import contextlib
import functools
import threading
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.extraction import BUCKETS, Features, SparseCounts, lengthened
from mltag_desktop.core.model.language import language_of
from mltag_desktop.core.model.linear_head import ForeignHead, LinearHead, empty_head
from mltag_desktop.core.model.recipes import Recipe
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import SILENT, Progress
from mltag_desktop.core.training.calibration import fit_scale

if TYPE_CHECKING:
    import scipy.sparse

_MOST_STEPS: Final = 10_000
_FEWEST_TEXTS: Final = 2
"""Texts in which a character sequence must occur; half of all sequences occur in one text."""
_MOST_SEQUENCES: Final = 150
"""Character sequences of a text, on average, that are kept; the most common ones are left out."""
_MANY_TEXTS: Final = 500
"""Smallest number of texts for leaving them out: with fewer, common sequences help to tell tags apart."""
_ENCODED: Final = ("embeddings", "english")
"""Features of the sentence encoders, which are fields of a recipe too."""
_AXES: Final = 256
"""Dimensions to which the joint SVM reduces embeddings."""
_SVM_TOLERANCE: Final = 0.01
"""Tolerance of the linear SVM; margins differ by less than 0.001 from those of 1e-4, which takes longer."""
_JOINT_TOLERANCE: Final = 0.3
"""Tolerance of the joint SVM; 0.1 takes up to twice as long and predicts as well."""
_NEWTON_TOLERANCE: Final = 3e-5
"""Tolerance of logistic regression by "newton-cg"; 1e-5 is more than float32 can always reach."""
_SAG_TOLERANCE: Final = 1e-2
"""Tolerance of logistic regression by "sag"; 1e-3 takes twice as long and predicts as well."""
_FEW_ROWS: Final = 2_500
PAIRS_A_VALUE: Final = 6
"""Most rows, and pairs of rows for each value, whose inner products logistic regression reads."""
_MERGED_ROWS: Final = 1_000
"""Smallest number of rows for merged columns in an SVM, which gains little time with fewer."""
_JITTER: Final = 1e-6
"""Added to the inner products of each row with itself, so that equal rows have a root."""
_FREQUENT: Final = 0.08
"""Share of texts from which a column is multiplied as a dense one."""
_ONE_FIT: Final = threading.RLock()
"""Held during a fit: liblinear has one random generator per process, which two fits would share."""


def fit_head(
    features: Features,
    labels: IntArray,
    weights: FloatArray,
    tags: int,
    recipe: Recipe,
    progress: Progress = SILENT,
    *,
    additional_tags: NDArray[np.bool_] | None = None,
    with_token_shapes: bool = False,
) -> LinearHead:
    """Fit a head for `tags` tags to rows with `labels` (0 to tags - 1) and sample `weights`.

    `additional_tags`, shape (n, tags), are used in training (one-vs-rest); in naive Bayes a row's weight is
    divided among its tags. Logistic regression, where the tags compete for each row, and the calibration use
    the labels only. `with_token_shapes` also uses the token shapes of `features`.
    The head is not calibrated (a = b = 1). A tag without rows gets a score below all others. `progress` is
    called between the fits and may raise `Cancelled`.
    """
    progress.report(0.0)
    joint = recipe.loss == "crammer_singer" and additional_tags is None and len(np.unique(labels)) > 2
    head, counts, blocks = _read(features, recipe, tags)
    carried = None
    if additional_tags is not None:
        carried = additional_tags.copy()
        carried[np.arange(len(labels)), labels] = True
    if recipe.bayes:
        progress.report(0.0)
        bayes = _complement_bayes(counts, labels, weights, carried, tags, recipe.alpha)
        head = replace(head, bayes=bayes[: len(head.columns)])
    if recipe.loss == "none":
        return head
    progress.report(0.0)
    if with_token_shapes and features.token_shapes is not None:
        blocks["token_shapes"] = lengthened(features.token_shapes)
    axes: dict[str, FloatArray] = {}
    if joint:
        for name in blocks.keys() & _ENCODED:
            blocks[name], axes[name] = _reduced(blocks[name])
    rivals = None if recipe.loss == "logistic" else carried
    rows = _stacked(list(blocks.values()))
    planes, bias = _planes(rows, labels, weights, rivals, tags, recipe, joint, progress)
    ends = np.cumsum([block.shape[1] for block in blocks.values()])
    parts: dict[str, Any] = dict(zip(blocks, np.split(planes, ends), strict=False))
    with one_thread():
        for name, directions in axes.items():
            parts[name] = directions @ parts[name]
    return _with_planes(head, recipe, parts, bias)


def assembled_head(
    features: Features, recipe: Recipe, planes: Mapping[str, FloatArray], bias: FloatArray
) -> LinearHead:
    """Return an uncalibrated head without naive Bayes from the `planes` of each of `feature_blocks`."""
    return _with_planes(_read(features, recipe, len(bias))[0], recipe, planes, bias)


def _with_planes(
    head: LinearHead, recipe: Recipe, planes: Mapping[str, FloatArray], bias: FloatArray
) -> LinearHead:
    """Return `head` with hyperplanes for the blocks of a recipe, scaled as its features are."""
    weights = {"vectors": recipe.vector_weight, **dict.fromkeys(_ENCODED, recipe.embedding_weight)}
    scaled: dict[str, Any] = {
        name: plane * np.float32(weights[name]) if name in weights else plane
        for name, plane in planes.items()
    }
    return replace(head, bias=bias, **scaled)


def fit_logistic(rows: FloatArray, labels: IntArray, c: float) -> tuple[NDArray[np.float64], float]:
    """Fit a class-balanced logistic regression to (n, d) rows of two classes; return weights and bias."""
    from sklearn.linear_model import LogisticRegression

    planes, bias = _fit(LogisticRegression(C=c, class_weight="balanced", max_iter=_MOST_STEPS), rows, labels)
    return planes[:, 1], float(bias[1])


def _kept_counts(
    found: Features | SparseCounts, kept: NDArray[np.bool_]
) -> "tuple[NDArray[np.int32], scipy.sparse.csr_array[np.float32]]":
    """Return the buckets that are `kept`, a mask of all, and each row's counts in them, shape (n, m)."""
    import scipy.sparse

    columns = np.flatnonzero(kept).astype(np.int32)
    place = np.zeros(len(kept), np.int32)
    place[columns] = np.arange(len(columns), dtype=np.int32)
    entries = np.flatnonzero(kept[found.buckets])
    bounds = np.searchsorted(entries, found.bounds).astype(np.int32)
    shape = (len(found), max(1, len(columns)))  # scikit-learn takes no matrix without columns
    values = found.counts[entries], place[found.buckets[entries]], bounds
    return columns, scipy.sparse.csr_array(values, shape=shape)


def feature_blocks(features: Features, recipe: Recipe) -> dict[str, Any]:
    """Return the matrices that a recipe's linear classifier reads, by field of the recipe, n rows each."""
    return _read(features, recipe, 0)[2]


def _read(
    features: Features, recipe: Recipe, tags: int
) -> "tuple[LinearHead, scipy.sparse.csr_array[np.float32], dict[str, Any]]":
    """Return an empty head that knows the words of some rows, their counts, and the blocks of a recipe."""
    columns, counts = _kept_counts(features, np.bincount(features.buckets, minlength=BUCKETS) > 0)
    words, idf = _tfidf(counts, len(columns))
    none = np.zeros((len(columns), tags), np.float32)
    head = empty_head(features.vectors.shape[1], tags)
    head = replace(head, columns=columns, idf=idf, words=none, bayes=none)
    blocks: dict[str, Any] = {}
    if recipe.words:
        blocks["words"] = words[:, : len(columns)]
    if recipe.characters:
        sequences = _characters(features)
        head = replace(head, character_columns=sequences.columns, character_idf=sequences.idf)
        blocks["characters"] = sequences.tfidf
    for name in _ENCODED:
        if getattr(recipe, name):
            read = getattr(features, name)
            if read is None:
                raise ValueError("the recipe reads embeddings, which were not computed")
            blocks[name] = read * np.float32(recipe.embedding_weight)
    if recipe.vectors:
        blocks["vectors"] = features.vectors * np.float32(recipe.vector_weight)
    return head, counts, blocks


class _Sequences(NamedTuple):
    """Character sequences of the training rows."""

    columns: NDArray[np.int32]
    """The buckets, ascending, shape (c,)."""
    tfidf: Any
    """Shape (n, c), sparse."""
    idf: FloatArray


def _characters(features: Features) -> _Sequences:
    """Return the character sequences of at least two texts, of many texts without the most common ones."""
    found = features.characters
    if found is None:
        raise ValueError("the recipe reads character sequences, which were not extracted")
    texts = np.bincount(found.buckets, minlength=BUCKETS)
    kept = texts >= min(_FEWEST_TEXTS, texts.max(initial=0) or 1)
    excess = texts[kept].sum() - _MOST_SEQUENCES * len(found)
    if len(found) >= _MANY_TEXTS and excess > 0:
        common = np.argsort(-texts, kind="stable")
        kept[common[: np.searchsorted(np.cumsum(texts[common]), excess) + 1]] = False
    columns, counts = _kept_counts(found, kept)
    words, idf = _tfidf(counts, len(columns))
    return _Sequences(columns, words[:, : len(columns)], idf)


def _reduced(points: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return `points`, shape (n, d), in the `_AXES` directions in which they differ most from 0, and these.

    The directions have shape (d, `_AXES`).
    """
    exact = points.astype(np.float64)
    with one_thread():
        _, axes = np.linalg.eigh(exact.T @ exact)
        most = axes[:, : -_AXES - 1 : -1].astype(np.float32)
        return points @ most, most


def _tfidf(
    counts: "scipy.sparse.csr_array[np.float32]", columns: int
) -> "tuple[scipy.sparse.csr_array[np.float32], FloatArray]":
    """Return the sublinear tf-idf of the counts, and the idf of the first `columns` columns."""
    from sklearn.feature_extraction.text import TfidfTransformer

    transformer = TfidfTransformer(sublinear_tf=True).fit(counts)
    return transformer.transform(counts), transformer.idf_[:columns].astype(np.float32)


def _complement_bayes(
    counts: "scipy.sparse.csr_array[np.float32]",
    labels: IntArray,
    weights: FloatArray,
    carried: NDArray[np.bool_] | None,
    tags: int,
    alpha: float,
) -> FloatArray:
    """Return the weights of complement naive Bayes, centred over the tags, shape (m, tags)."""
    from sklearn.naive_bayes import ComplementNB

    if carried is not None:  # one row for each tag of a text, which share its weight
        texts, labels = (places.astype(np.int32) for places in np.nonzero(carried))
        counts, weights = counts[texts], (weights / carried.sum(axis=1))[texts]
    model = ComplementNB(alpha=alpha).partial_fit(counts, labels, np.arange(tags), weights)
    scores = model.feature_log_prob_ - model.feature_log_prob_.mean(axis=0)
    return np.ascontiguousarray(scores.T, dtype=np.float32)


def _stacked(blocks: Sequence[Any]) -> "scipy.sparse.csr_array[np.float64]":
    """Return sparse and dense blocks of columns as one matrix; one column of zeros where all are empty."""
    import scipy.sparse

    sparse = [scipy.sparse.csr_array(block, dtype=np.float64) for block in blocks if block.shape[1]]
    if not sparse:
        return scipy.sparse.csr_array((blocks[0].shape[0], 1), dtype=np.float64)
    return scipy.sparse.hstack(sparse, format="csr")


def _planes(
    rows: "scipy.sparse.csr_array[np.float64]",
    labels: IntArray,
    weights: FloatArray,
    carried: NDArray[np.bool_] | None,
    tags: int,
    recipe: Recipe,
    joint: bool,
    progress: Progress,
) -> tuple[FloatArray, FloatArray]:
    """Return the class-balanced hyperplanes, shape (columns, tags), and their bias, shape (tags,)."""
    counts = np.bincount(labels, minlength=tags) if carried is None else carried.sum(axis=0)
    present = np.flatnonzero(counts)
    balance = {
        tag: len(labels) / (len(present) * counts[tag]) if recipe.balanced else 1.0
        for tag in present.tolist()
    }
    planes, bias = np.zeros((rows.shape[1], tags), np.float32), np.zeros(tags)
    where = slice(None) if len(present) == tags else present  # numpy writes all columns five times as fast
    merging: Any = None
    if recipe.loss == "logistic" or len(labels) >= _MERGED_ROWS:
        merging = _merging(rows)
        rows = rows @ merging

    def separated(found: NDArray[np.float64]) -> NDArray[np.float64]:
        own: NDArray[np.float64] = found if merging is None else merging @ found
        return own

    if len(present) < 2:
        bias[present] = 1.0
    elif carried is None:
        if recipe.loss == "logistic":
            found = _fit_logistic(recipe, balance, rows, labels, weights)
        else:
            found = _fit(_svm(recipe.c, balance, joint=joint), rows, labels, weights)
        planes[:, where], bias[where] = separated(found[0]), found[1]
    else:
        for done, tag in enumerate(present.tolist()):
            progress.report(done / len(present))
            own = carried[:, tag].astype(np.int32)
            if own.all():
                bias[tag] = 1.0
                continue
            both = _fit(_svm(recipe.c, {0: 1.0, 1: balance[tag]}), rows, own, weights)
            planes[:, tag], bias[tag] = separated(both[0][:, 1]), both[1][1]
    bias[counts == 0] = bias[present].min() - 10
    return planes, bias.astype(np.float32)


def _merging(rows: "scipy.sparse.csr_array[np.float64]") -> "scipy.sparse.csr_array[np.float64]":
    """Return the matrix that merges the columns in which only one and the same row has a value.

    It has the shape (columns, m). `rows @ merging` has the inner products of `rows`, so a fit to it has the
    same optimum, `merging @ planes`. More than half of all words and bigrams occur in one text, and a fit is
    faster without a column for each.
    """
    import scipy.sparse

    columns = rows.tocsc()
    single = np.diff(columns.indptr) == 1
    entries = columns.indptr[:-1][single]
    row, values = columns.indices[entries], columns.data[entries]
    squares = np.bincount(row, values**2, minlength=rows.shape[0])
    kept = len(single) - len(entries)
    place, share = np.cumsum(~single, dtype=np.int32) - 1, np.ones(len(single))
    place[single], share[single] = kept + row, values / np.sqrt(squares[row])
    bounds = np.arange(len(single) + 1, dtype=np.int32)
    return scipy.sparse.csr_array((share, place, bounds), shape=(len(single), kept + rows.shape[0]))


def _svm(c: float, balance: Mapping[int, float], *, joint: bool = False) -> Any:
    """Return a linear SVM of one tag against the rest, or `joint`, where the tags compete for each row."""
    from sklearn.svm import LinearSVC

    return LinearSVC(
        C=c,
        class_weight=balance,
        dual=True,  # by default it depends on the shape; the primal problem takes up to twice as long
        random_state=0,
        multi_class="crammer_singer" if joint else "ovr",
        tol=_JOINT_TOLERANCE if joint else _SVM_TOLERANCE,
        max_iter=_MOST_STEPS,
    )


def _fit_logistic(
    recipe: Recipe, balance: Mapping[int, float], rows: Any, labels: IntArray, weights: FloatArray
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Fit logistic regression; each step reads the rows in float32, which takes half of the memory.

    "sag" is the fastest for words and character sequences, but does not converge with dense columns. Few rows
    with many values are read through their inner products: a triangular root of these has the same inner
    products with one column for each row, so the optimum is the same.
    """
    import scipy.linalg
    from sklearn.linear_model import LogisticRegression

    estimator = LogisticRegression(
        C=recipe.c,
        class_weight=balance,
        solver="newton-cg",
        tol=_NEWTON_TOLERANCE,
        random_state=0,
        max_iter=_MOST_STEPS,
    )
    if len(labels) > _FEW_ROWS or len(labels) ** 2 > PAIRS_A_VALUE * rows.nnz:
        if not (recipe.vectors or recipe.embeddings or recipe.english):
            mean = float(weights.mean())  # "sag" steps too far with larger weights, and may not converge
            weights = weights / np.float32(mean)
            tolerance = _SAG_TOLERANCE / float(weights.max())
            estimator.set_params(solver="sag", C=recipe.c * mean, tol=tolerance)
        return _fit(estimator, rows.astype(np.float32), labels, weights)
    inner = inner_products(rows, len(labels))
    inner[np.diag_indices(len(labels))] += _JITTER
    with one_thread():
        root = np.linalg.cholesky(inner)
        planes, bias = _fit(estimator, root.astype(np.float32), labels, weights)
        own = scipy.linalg.solve_triangular(root, planes, trans="T", lower=True)
    return rows.T @ own, bias


def _fit(
    estimator: Any, rows: Any, labels: IntArray, weights: FloatArray | None = None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Fit a linear estimator; return the hyperplane and the bias of each class, two for two classes."""
    with one_thread(), warnings.catch_warnings():  # hundreds of tags with a row or two
        warnings.filterwarnings("ignore", "The number of unique classes", UserWarning)
        estimator.fit(rows, labels, sample_weight=weights)
    planes, bias = estimator.coef_.T, estimator.intercept_
    if planes.shape[1] == 1:  # two classes share one hyperplane
        return np.concatenate([-planes, planes], axis=1), np.concatenate([-bias, bias])
    return planes, bias


def inner_products(block: Any, count: int) -> Any:
    """Return the inner products of all rows of a dense or sparse block with its first `count` rows.

    Frequent columns of a sparse block are multiplied as a dense one, which takes a quarter of the time.
    """
    with one_thread():
        if isinstance(block, np.ndarray):
            return np.asarray(block @ block[:count].T, np.float32)
        columns = block.tocsc()
        texts = np.diff(columns.indptr)
        frequent = texts > _FREQUENT * block.shape[0]
        dense = np.ascontiguousarray(columns[:, frequent].toarray())
        sparse = columns[:, ~frequent].tocsr()
        found = dense @ dense[:count].T
        found += (sparse @ sparse[:count].T).toarray()
    return found


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """Compute alone and with one BLAS thread, which gives the same bits on any number of cores."""
    with _ONE_FIT, _thread_pools().limit(limits=1):
        yield


@functools.cache
def _thread_pools() -> Any:
    """Return the libraries that compute in threads; looking for them takes longer than a small fit."""
    import scipy.linalg  # noqa: F401 - loads BLAS again, besides that of numpy
    import sklearn  # noqa: F401 - loads OpenMP
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


CONFIDENCE: Final = 0.97
"""Factor for the scores of texts in another language, measured (docs/decisions/0036-other-languages.md)."""
_REGULARISATIONS: Final = (0.3, 1.0, 3.0, 10.0)
_WEIGHT: Final = 1.5
_LEAST_SHARE: Final = 0.01
_LEAST_ROWS: Final = 3
_MOST_TEXTS: Final = 2_000
"""Texts whose language is looked for, drawn at random from more; 10,000 take a quarter of a second."""


class LabelledTexts(NamedTuple):
    """Labelled rows and their texts, in the same order."""

    rows: LabelledFeatures
    texts: Sequence[str]


def training_languages(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of at least one text in a hundred and of three, the most frequent first."""
    if len(texts) > _MOST_TEXTS:  # at random, since languages may alternate
        places = np.random.default_rng(0).choice(len(texts), _MOST_TEXTS, replace=False)
        texts = [texts[place] for place in places.tolist()]
    counts = Counter(language for language in map(language_of, texts) if language)
    least = max(_LEAST_ROWS, _LEAST_SHARE * counts.total())
    return tuple(language for language, count in counts.most_common() if count >= least)


def fit_foreign_head(progress: Progress, rows: LabelledFeatures, texts: Sequence[str]) -> ForeignHead | None:
    """Return the head for other languages; None without embeddings or where no language is known."""
    progress.report(0.0)
    embeddings = rows.features.embeddings
    if embeddings is None:
        return None
    languages = training_languages(texts)
    if not languages:
        return None
    with one_thread():
        head = _fit_foreign(rows, embeddings)
    return ForeignHead(head, languages)


def _fit_foreign(rows: LabelledFeatures, embeddings: FloatArray) -> LinearHead:
    tags = len(rows.tags)
    counts = np.bincount(rows.labels, minlength=tags)
    balance = len(rows) / ((counts > 0).sum() * np.maximum(counts, 1))
    weights = rows.weights.astype(np.float64) * balance[rows.labels]
    ones = np.ones((len(rows), 1))
    points = np.concatenate([embeddings.astype(np.float64) * _WEIGHT, ones], axis=1)
    targets = np.where(np.arange(tags)[None, :] == rows.labels[:, None], 1.0, -1.0)
    weighted = points * weights[:, None]
    variances, axes = np.linalg.eigh(points.T @ weighted)  # one decomposition for all regularisations
    rotated = points @ axes
    answers = axes.T @ (weighted.T @ targets)
    best, planes, left_out = -1.0, np.zeros((points.shape[1], tags)), np.zeros_like(targets)
    for c in _REGULARISATIONS:
        shrunk = 1 / (np.maximum(variances, 0) + 1 / (2 * c))
        found = shrunk[:, None] * answers
        leverage = np.minimum(weights * (np.square(rotated) @ shrunk), 0.999)
        scores = targets - (targets - rotated @ found) / (1 - leverage)[:, None]
        accuracy = float((scores.argmax(axis=1) == rows.labels).mean())
        if accuracy > best:
            best, planes, left_out = accuracy, axes @ found, scores
    scale = fit_scale(left_out.astype(np.float32), np.zeros_like(left_out, np.float32), rows.labels)
    bias = planes[-1].astype(np.float32)
    bias[counts == 0] = bias.min() - 10
    return replace(
        empty_head(rows.features.vectors.shape[1], tags),
        embeddings=(planes[:-1] * _WEIGHT).astype(np.float32),
        bias=bias,
        scale=(scale * np.float32(CONFIDENCE)).astype(np.float32),
    )
