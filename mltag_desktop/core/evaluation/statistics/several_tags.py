"""Metrics of models that give a text several tags: the predicted tags are compared with the true ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.statistics.bootstrap import Floats, draw_counts, interval_of
from mltag_desktop.core.evaluation.statistics.metrics import Interval, TagFigures, figures_by_tag, wilson

Mask = NDArray[np.bool_]
_MOST_RANKS: Final = 3


@dataclass(frozen=True)
class SeveralTagsFigures:
    """Metrics over all tags of each text; the main tag counts like the others."""

    rows: int
    micro_precision: float
    """Share of right ones among the predicted pairs of a text and a tag."""
    micro_recall: float
    """Share of the true pairs that were predicted."""
    micro_f1: float
    """F1 over all pairs of a text and a tag."""
    macro_f1: float
    """Mean F1 of the tags that occur as true or predicted tags."""
    exact_match: float
    """Share of texts whose predicted tags are exactly the true ones."""
    precision_at: tuple[float, ...]
    """Share of true tags among the likeliest tag of each text, the two likeliest, the three likeliest."""
    true_per_text: float
    predicted_per_text: float
    tags: Mapping[str, TagFigures]
    intervals: Mapping[str, Interval]
    """For `micro_f1` (bootstrap over the texts) and `exact_match` (Wilson)."""


def several_tags_figures(
    truth: Mask, predicted: Mask, probabilities: NDArray[np.float32], tags: Sequence[str]
) -> SeveralTagsFigures | None:
    """Return the metrics of the `predicted` tags, each of shape (n, k); None without rows."""
    rows, k = truth.shape
    if not rows:
        return None
    both = truth & predicted
    by_tag = figures_by_tag(both.sum(axis=0), predicted.sum(axis=0), truth.sum(axis=0), tags)
    present = (truth | predicted).any(axis=0)
    f1 = np.array([figures.f1 for figures in by_tag.values()])
    counts = np.stack([both.sum(axis=1), predicted.sum(axis=1), truth.sum(axis=1)], axis=1)
    kinds, each = np.unique(counts, axis=0, return_counts=True)
    exact = int((truth == predicted).all(axis=1).sum())
    ranked = np.argsort(-probabilities, axis=1, kind="stable")[:, :_MOST_RANKS]
    hits = np.take_along_axis(truth, ranked, axis=1)
    micro = _micro_f1(each[None, :].astype(np.float64), kinds)
    return SeveralTagsFigures(
        rows=rows,
        micro_precision=float(both.sum() / max(1, predicted.sum())),
        micro_recall=float(both.sum() / max(1, truth.sum())),
        micro_f1=float(micro[0]),
        macro_f1=float(f1[present].mean()) if present.any() else 0.0,
        exact_match=exact / rows,
        precision_at=tuple(float(hits[:, :rank].mean()) for rank in range(1, min(_MOST_RANKS, k) + 1)),
        true_per_text=float(truth.sum() / rows),
        predicted_per_text=float(predicted.sum() / rows),
        tags=by_tag,
        intervals={
            "micro_f1": interval_of(_micro_f1(draw_counts(each), kinds)),
            "exact_match": wilson(exact, rows),
        },
    )


def _micro_f1(weights: Floats, kinds: NDArray[np.int64]) -> Floats:
    """Return the micro F1 of each draw; a kind of row has its numbers of right, predicted and true tags."""
    right, predicted, true = (weights @ kinds).T
    f1: Floats = 2 * right / np.maximum(predicted + true, 1)
    return f1
