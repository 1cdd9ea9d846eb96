"""Fit the head that predicts texts in languages of which no training text is.

The sentence encoder gives texts of one meaning similar embeddings in all its languages, so a classifier of
embeddings alone carries over. It is a ridge classifier: its scores out of fold follow from one inverse.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from mltag_desktop.core.model.features.language import language_of
from mltag_desktop.core.model.linear_head import ForeignHead, LinearHead, embedding_head
from mltag_desktop.core.model.training.calibration import fit_scale
from mltag_desktop.core.model.training.fitting import one_thread
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import Progress

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
        head = _fit(rows, embeddings)
    return ForeignHead(head, languages)


def _fit(rows: LabelledFeatures, embeddings: FloatArray) -> LinearHead:
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
    return embedding_head(
        (planes[:-1] * _WEIGHT).astype(np.float32),
        bias,
        (scale * np.float32(CONFIDENCE)).astype(np.float32),
        rows.features.vectors.shape[1],
    )
