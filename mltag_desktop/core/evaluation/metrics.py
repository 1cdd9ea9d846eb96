"""Precision, recall, F1, confusion and calibration with confidence intervals, in NumPy.

Intervals are 95%. Shares (accuracy, recall, a tag's precision and recall) have Wilson intervals. A tag's F1
has the Wilson interval of the Jaccard index J = TP / (TP + FP + FN), transformed by F1 = 2J / (1 + J). Means
over tags (weighted precision, F1, macro F1) have percentile intervals of 1,000 bootstrap draws; where all
rows are right or all are wrong they have Wilson intervals, because the bootstrap interval has no width.

With several tags a text the predicted tags are compared with the true ones.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.significance import (
    SEED,
    Codes,
    Floats,
    ResampledCounts,
    draw_counts,
    interval_of,
    tally,
)
from mltag_desktop.core.messages import message

Interval = tuple[float, float]

BINS: Final = 15
INTERVALS_IN_WORDS: Final = message(
    "95% intervals: Wilson for accuracy, recall and the metrics per tag; bootstrap (1,000 "
    "draws) for weighted precision, weighted F1 and macro F1."
)
CONFIDENCE_IN_WORDS: Final = message(
    "Log loss and calibration error (ECE) have bootstrap 95% intervals; when two models are "
    "compared, the same rows are drawn for both."
)
LEAST_SHARE: Final = 1e-9
"""Lower bound of the probabilities in a log loss, so that a tag the model does not know costs 20.7."""
_Z: Final = 1.959963984540054
_CHANCE_DRAWS: Final = 200
_CURVE_STEPS: Final = 20


@dataclass(frozen=True)
class TagFigures:
    """The metrics of one tag; `intervals` has `precision`, `recall` and `f1`."""

    precision: float
    recall: float
    f1: float
    support: int
    intervals: Mapping[str, Interval]


@dataclass(frozen=True)
class SliceFigures:
    """The metrics of a subset of the rows; precision, recall and F1 are weighted by support."""

    rows: int
    accuracy: float
    precision: float
    recall: float
    f1: float
    macro_f1: float
    intervals: Mapping[str, Interval]
    """For `accuracy`, `precision`, `recall`, `f1` and `macro_f1`."""


@dataclass(frozen=True)
class ConfidenceBin:
    """Rows with a confidence in (`low`, `high`]: mean confidence, and accuracy with its interval."""

    low: float
    high: float
    rows: int
    confidence: float
    accuracy: float
    interval: Interval


@dataclass(frozen=True)
class Figures(SliceFigures):
    """All metrics of one model on one set of rows."""

    ece: float
    """Expected calibration error over 15 equal-width bins."""
    ece_by_chance: float
    """Expected ECE of a perfectly calibrated model with these confidences, due to sampling noise."""
    tag_order: tuple[str, ...]
    tags: Mapping[str, TagFigures]
    confusion: tuple[tuple[int, ...], ...]
    """Rows are true tags, columns predicted tags, both in `tag_order`."""
    reliability: tuple[ConfidenceBin, ...]
    log_loss: float | None = field(default=None, kw_only=True)
    """Mean of -ln(probability of the true tag); None without rows and in reports from before 1.0."""


@dataclass(frozen=True)
class CurvePoint:
    """Precision and recall at a confidence threshold, where answers below it are left to a person."""

    threshold: float
    precision: float
    recall: float
    """Share of all rows of the tag that have a right answer at or above the threshold."""
    rows: int
    """Answers at or above the threshold."""


def precision_recall(
    truth: NDArray[Any],
    probabilities: NDArray[Any],
    tags: Sequence[str],
    also: float | None = None,
) -> dict[str, tuple[CurvePoint, ...]]:
    """Return precision and recall by confidence threshold for each tag; "" stands for all tags.

    `also` adds a threshold to the evenly spaced ones.
    """
    thresholds = sorted(
        {*(step / _CURVE_STEPS for step in range(_CURVE_STEPS)), *(() if also is None else (also,))}
    )
    codes = np.asarray(truth, dtype=np.int64)
    best = probabilities.argmax(axis=1) if len(codes) else np.zeros(0, np.int64)
    confidence = probabilities.max(axis=1) if len(codes) else np.zeros(0)
    curves = {}
    for name, predicted, support in [
        ("", np.ones(len(codes), np.bool_), len(codes)),
        *((tag, best == code, int((codes == code).sum())) for code, tag in enumerate(tags)),
    ]:
        right = np.sort(confidence[predicted & (best == codes)])
        answered = np.sort(confidence[predicted])
        points = []
        for threshold in thresholds:
            rows = len(answered) - int(np.searchsorted(answered, threshold, side="left"))
            hits = len(right) - int(np.searchsorted(right, threshold, side="left"))
            if rows:
                points.append(CurvePoint(threshold, hits / rows, hits / support if support else 0.0, rows))
        curves[name] = tuple(points)
    return curves


def working_point(points: Sequence[CurvePoint], threshold: float) -> CurvePoint | None:
    """Return the point of a curve for a review threshold: the first one that is not below it."""
    return next((point for point in points if point.threshold >= threshold - 1e-9), None)


def figures(truth: NDArray[Any], probabilities: NDArray[Any], tags: Sequence[str]) -> Figures:
    """Return the metrics of `probabilities`, (n, k), given `truth`, indices into the k `tags`, (n,)."""
    codes = np.asarray(truth, dtype=np.int64)
    if probabilities.shape != (len(codes), len(tags)):
        raise ValueError(f"{probabilities.shape} probabilities for {len(codes)} rows and {len(tags)} tags")
    best = probabilities.argmax(axis=1).astype(np.int64)
    confidence = probabilities.max(axis=1).astype(np.float64) if len(tags) else np.zeros(len(codes))
    right = best == codes
    matrix = confusion(codes, best, len(tags))
    summary = _summary(matrix)
    return Figures(
        **summary,
        ece=expected_calibration_error(confidence, right),
        ece_by_chance=ece_by_chance(confidence),
        tag_order=tuple(tags),
        tags=figures_by_tag(np.diagonal(matrix), matrix.sum(axis=0), matrix.sum(axis=1), tags),
        confusion=tuple(tuple(int(count) for count in row) for row in matrix),
        reliability=reliability(confidence, right),
        log_loss=float(row_losses(codes, probabilities).mean()) if len(codes) else None,
    )


def slice_figures(truth: NDArray[Any], predicted: NDArray[Any], tags: int) -> SliceFigures:
    """Return the metrics of rows, given the indices of their true and predicted tags, each of shape (n,)."""
    matrix = confusion(np.asarray(truth, dtype=np.int64), np.asarray(predicted, dtype=np.int64), tags)
    return SliceFigures(**_summary(matrix))


def confusion(truth: Codes, predicted: Codes, tags: int) -> Codes:
    """Return the confusion matrix: true tags in rows, predicted tags in columns, shape (tags, tags)."""
    return np.bincount(truth * tags + predicted, minlength=tags * tags).reshape(tags, tags).astype(np.int64)


def wilson(hits: float, rows: float) -> Interval:
    """Return the 95% score interval of `hits` out of `rows` (Wilson, 1927); (0, 1) for no rows.

    Weighted rows count as their effective number, which need not be whole.
    """
    if rows == 0:
        return 0.0, 1.0
    share, z2 = hits / rows, _Z * _Z
    middle = (share + z2 / (2 * rows)) / (1 + z2 / rows)
    half = _Z / (1 + z2 / rows) * math.sqrt(share * (1 - share) / rows + z2 / (4 * rows * rows))
    return (
        0.0 if hits == 0 else max(0.0, middle - half),
        1.0 if hits == rows else min(1.0, middle + half),
    )


def weighted_share(right: NDArray[np.bool_], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Return the weighted share of right rows (Hájek), and the effective number of rows.

    The weights are inverse sampling probabilities; the effective number is (Σw)² / Σw² (Kish, 1965).
    """
    total = float(weights.sum())
    return float(weights[right].sum()) / total, total**2 / float((weights**2).sum())


def expected_calibration_error(confidence: Floats, right: NDArray[np.bool_]) -> float:
    """Return the mean over rows of |accuracy − mean confidence| in 15 equal bins (Naeini et al., 2015)."""
    if not len(confidence):
        return 0.0
    gaps = np.bincount(_bin_of(confidence), weights=right - confidence, minlength=BINS)
    return float(np.abs(gaps).sum() / len(confidence))


def calibration_gaps(truth: Codes, probabilities: NDArray[Any]) -> tuple[NDArray[np.intp], Floats]:
    """Return each row's bin, and its correctness (1 or 0) minus its confidence, each of shape (n,)."""
    if not len(truth):
        return np.zeros(0, np.intp), np.zeros(0)
    confidence = probabilities.max(axis=1).astype(np.float64)
    return _bin_of(confidence), (probabilities.argmax(axis=1) == truth) - confidence


def row_losses(truth: Codes, probabilities: NDArray[Any]) -> Floats:
    """Return -ln(max(probability of the true tag, `LEAST_SHARE`)) of each row, shape (n,)."""
    of_truth = probabilities[np.arange(len(truth)), truth].astype(np.float64)
    losses: Floats = -np.log(np.maximum(of_truth, LEAST_SHARE))
    return losses


def ece_by_chance(confidence: Floats) -> float:
    """Return the mean calibration error of a perfectly calibrated model, by simulation."""
    if not len(confidence):
        return 0.0
    generator = np.random.default_rng(SEED)
    gaps = np.zeros((_CHANCE_DRAWS, BINS))
    for start in range(0, len(confidence), 2_000):
        part = confidence[start : start + 2_000]
        hits = generator.random((_CHANCE_DRAWS, len(part))) < part
        gaps += (hits - part) @ (_bin_of(part)[:, None] == np.arange(BINS)).astype(np.float64)
    return float(np.abs(gaps).sum(axis=1).mean() / len(confidence))


def reliability(confidence: Floats, right: NDArray[np.bool_]) -> tuple[ConfidenceBin, ...]:
    """Return the 15 bins of the reliability curve; empty bins have their midpoint as confidence."""
    place = _bin_of(confidence)
    rows = np.bincount(place, minlength=BINS)
    total_confidence = np.bincount(place, weights=confidence, minlength=BINS)
    hits = np.bincount(place, weights=right, minlength=BINS)
    return tuple(
        ConfidenceBin(
            low=b / BINS,
            high=(b + 1) / BINS,
            rows=int(rows[b]),
            confidence=float(total_confidence[b] / rows[b]) if rows[b] else (b + 0.5) / BINS,
            accuracy=float(hits[b] / rows[b]) if rows[b] else 0.0,
            interval=wilson(int(hits[b]), int(rows[b])),
        )
        for b in range(BINS)
    )


def _bin_of(confidence: Floats) -> NDArray[np.intp]:
    return np.clip(np.ceil(confidence * BINS).astype(np.intp) - 1, 0, BINS - 1)


def _summary(matrix: Codes) -> dict[str, Any]:
    truth, predicted = np.nonzero(matrix)
    counts = matrix[truth, predicted]
    tags, rows, hits = len(matrix), int(counts.sum()), int(np.trace(matrix))
    point = tally(counts[None, :].astype(np.float64), truth, predicted, tags)
    drawn = tally(draw_counts(counts), truth, predicted, tags)
    share = wilson(hits, rows)
    certain = hits in (0, rows)

    def mean_interval(values: Floats) -> Interval:
        return share if certain else interval_of(values)

    return {
        "rows": rows,
        "accuracy": float(point.accuracy[0]),
        "precision": float(point.precision[0]),
        "recall": float(point.recall[0]),
        "f1": float(point.f1[0]),
        "macro_f1": float(point.macro_f1[0]),
        "intervals": {
            "accuracy": share,
            "precision": mean_interval(drawn.precision),
            "recall": share,
            "f1": mean_interval(drawn.f1),
            "macro_f1": mean_interval(drawn.macro_f1),
        },
    }


def figures_by_tag(
    right: Codes, predicted: Codes, support: Codes, tags: Sequence[str]
) -> dict[str, TagFigures]:
    """Return the metrics of each tag, given its right, predicted and true rows, each of shape (tags,)."""
    counts = ResampledCounts(*(part[None, :].astype(np.float64) for part in (right, predicted, support)))
    return {
        tag: TagFigures(
            precision=float(counts.tag_precision[0, code]),
            recall=float(counts.tag_recall[0, code]),
            f1=float(counts.tag_f1[0, code]),
            support=int(support[code]),
            intervals=_tag_intervals(int(right[code]), int(predicted[code]), int(support[code])),
        )
        for code, tag in enumerate(tags)
    }


def _tag_intervals(right: int, predicted: int, support: int) -> dict[str, Interval]:
    low, high = wilson(right, predicted + support - right)
    return {
        "precision": wilson(right, predicted),
        "recall": wilson(right, support),
        "f1": (2 * low / (1 + low), 2 * high / (1 + high)),
    }


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
