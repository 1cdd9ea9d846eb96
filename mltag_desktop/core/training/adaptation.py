"""Adapt a base model to one table, using a curator's decisions and the table's undecided rows.

The base model is not changed. A second head is fitted to the rows of the base (low weight), the decisions
(high weight) and the table's most confident predictions as pseudo-labels (self-training, Yarowsky, 1995).
Where token shapes (capitals, numbers, punctuation) separate the table's tags, the head uses them as well; the
pseudo-labels are predicted without them. The adapted head answers for the table; for other texts the gate
mixes it with the base. Where the decisions or the base contradict the adapted head, it is not used.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import Features, TokenShapes
from mltag_desktop.core.model.linear_head import (
    LinearHead,
    confidence_factor,
    copy_keys,
    feature_fingerprints,
    softmax,
)
from mltag_desktop.core.model.linear_model import BaseModelMixture, LinearModel, SourceGate
from mltag_desktop.core.model.recipes import DEFAULT_RECIPE, Recipe
from mltag_desktop.core.model.similarity.near_duplicates import near_copies
from mltag_desktop.core.model.training_set import (
    LabelledFeatures,
    additional_tag_matrix,
    joined,
)
from mltag_desktop.core.model.types import FloatArray, IntArray, in_order
from mltag_desktop.core.progress import SILENT, MonotonicProgress, Progress, SubProgress
from mltag_desktop.core.training.calibration import fit_tag_thresholds, fold_of, grouped_folds
from mltag_desktop.core.training.fitting import fit_head, fit_logistic
from mltag_desktop.core.training.training import Part, fit_seconds, rows_digest, run_parts, weighted_f1

_LEAST_ANSWERS: Final = 10
_FOLDS: Final = 5
_MOST_FITS: Final = 2 * (1 + _FOLDS) + 4
_MANY_ANSWERS: Final = 500
"""Number of decisions from which two folds leave enough to train on; two take less than half the time."""
_LEAST_AGREEMENT: Final = 0.6
_PSEUDO_LABELLED: Final = 0.9
"""Share of the undecided rows, most confident first, that are pseudo-labelled."""
_INFORMATIVE: Final = 0.2
"""Value of `shape_informativeness` from which token shapes are used; random tags seldom reach 0.15."""
_COPIED: Final = 0.2
"""Share of texts with near-copies from which a table counts as repetitive; others have up to 0.09."""
_WITHOUT_WORDS: Final = np.zeros(1, np.uint64)
"""The key of texts without words."""
_FEWEST_SHAPES: Final = 100
_ENOUGH_SHAPES: Final = 1_000
_ALIKE_TO_UNLIKE: Final = (0.6, 0.8)
"""Strangeness up to which a table counts as similar to the base's rows, and from which as unrelated."""
_SHAPE_FOLDS: Final = 3
_SHAPES_ONLY: Final = replace(DEFAULT_RECIPE, words=False, vectors=False, bayes=False, c=0.3)


@dataclass(frozen=True)
class Adaptation:
    """Settings of an adaptation, chosen on tables from sources unknown to the base (docs/decisions)."""

    base_weight: float = 0.1
    """Weight of a row of the base when the table is unrelated to it; 1 when it is similar."""
    answer_weight: float = 10.0
    """Weight of a decision when the table is unrelated to the base; 1 when it is similar."""
    most_rows: int = 3_000
    """Largest number of undecided rows used; more are sampled, so that an update stays quick."""
    seed: int = 0
    checked: bool = True
    """Whether the decisions are predicted out of fold, to check the head against the base; takes longest."""
    scale_pseudo_labels: bool = False
    """Whether confidence on pseudo-labelled texts is scaled down: for heads that predict, not only rank."""
    jobs: int | None = None
    """Number of cores for the check, by default all."""


@dataclass(frozen=True)
class RowDecisions:
    """The decisions on rows of a table, one for each of `rows`."""

    rows: NDArray[np.intp]
    tags: Sequence[str]
    additional_tags: Sequence[Sequence[str]] = ()
    """The additional tags of each row; empty when no row has any."""
    digests: NDArray[np.uint64] | None = None
    """Digests of the texts; decisions on equal texts stay in one fold."""


@dataclass(frozen=True)
class AdaptationResult:
    """The result of an adaptation."""

    tags: tuple[str, ...]
    """The base's tags, then new ones."""
    head: LinearHead | None
    """The adapted head; None where the base model should be used unchanged."""
    reason: str
    """Why the adapted head is not used, as a sentence; empty when it is used."""
    gate: SourceGate
    """The gate between table and base; its `strangeness` says how much they differ."""
    left_out: IntArray
    """Out-of-fold predicted tag of each decision, shape (answers,); empty with fewer than ten decisions."""
    left_out_probabilities: FloatArray
    """Out-of-fold probabilities, shape (answers, tags)."""


def adapt(
    base: LinearModel,
    rows: Features,
    decisions: RowDecisions,
    settings: Adaptation = Adaptation(),
    *,
    gate: SourceGate | None = None,
    progress: Progress = SILENT,
) -> AdaptationResult:
    """Adapt `base` to a table with features `rows` and `decisions` on some of them.

    For a quick update, pass the `gate` that was fitted before and settings without the check.
    """
    progress = MonotonicProgress(progress)
    gate = _gate(base, rows, settings.seed, SubProgress(progress, 0.0, 0.2)) if gate is None else gate
    tempered, part = _tempered(settings, gate.strangeness), SubProgress(progress, 0.2, 1.0)
    learner = _HeadLearner(base, rows, decisions, tempered, part)
    head = learner.head(np.arange(len(decisions.rows)))
    head = learner.scale_pseudo_labels(head) if settings.scale_pseudo_labels else head
    unseen = (
        learner.left_out(settings.jobs) if settings.checked else np.empty((0, len(learner.tags)), np.float32)
    )
    left_out = unseen.argmax(axis=1).astype(np.int32)
    reason = learner.reason_against(head, left_out) if settings.checked else ""
    head = learner.with_tag_thresholds(head, unseen)
    return AdaptationResult(learner.tags, None if reason else head, reason, gate, left_out, unseen)


def adapted_model(base: LinearModel, adapted: AdaptationResult, rows: LabelledFeatures) -> LinearModel:
    """Return a model of the adapted head and `base`; the decisions `rows` are stored with the base's rows."""
    if adapted.head is None:
        raise ValueError("the base is better left alone")
    remaining = base.base.take(np.flatnonzero(~np.isin(base.base.digests, rows.digests)))
    known = joined(remaining, replace(rows, features=replace(rows.features, token_shapes=None)))
    right = adapted.left_out == rows.labels if len(adapted.left_out) else np.zeros(0, np.bool_)
    training = replace(
        base.manifest.training,
        rows=len(known),
        base_rows=len(base.base),
        examples=len(rows),
        digest=rows_digest(known),
        accuracy=float(right.mean()) if len(right) else 0.0,
        f1=weighted_f1(rows.labels, adapted.left_out, len(adapted.tags)) if len(right) else 0.0,
    )
    manifest = replace(
        base.manifest,
        version="",
        tags=adapted.tags,
        training=training,
        threshold=None,
        base=base.version,
        metrics={},
    )
    mixture = BaseModelMixture(base.head, adapted.gate)
    return LinearModel(manifest, base.vectors, adapted.head, known, base.holdout, mixture).versioned()


def _gate(base: LinearModel, rows: Features, seed: int, progress: Progress) -> SourceGate:
    progress.report(0.0, "comparing the table with the base model's training data")
    gate = fit_gate(base.base.features.vectors, rows.vectors, seed, progress)
    progress.report(1.0, "adapting to the table")
    return gate


def weighed(base: LabelledFeatures, answers: LabelledFeatures) -> tuple[LabelledFeatures, LabelledFeatures]:
    """Return the rows of the base and the decisions with the weights that adapting gives them."""
    strangeness = fit_gate(base.features.vectors, answers.features.vectors).strangeness
    settings = _tempered(Adaptation(), strangeness)
    parts = ((base, settings.base_weight), (answers, settings.answer_weight))
    first, second = (replace(rows, weights=rows.weights * np.float32(weight)) for rows, weight in parts)
    return first, second


def _tempered(settings: Adaptation, strangeness: float) -> Adaptation:
    """Return `settings` with weights for a table of this `strangeness` (geometric interpolation)."""
    low, high = _ALIKE_TO_UNLIKE
    unlike = min(1.0, max(0.0, (strangeness - low) / (high - low)))
    base = settings.base_weight**unlike
    return replace(settings, base_weight=base, answer_weight=settings.answer_weight**unlike)


class _HeadLearner:
    """The data and settings of one adaptation, from which heads are fitted."""

    def __init__(
        self,
        base: LinearModel,
        rows: Features,
        decisions: RowDecisions,
        settings: Adaptation,
        progress: Progress,
    ) -> None:
        tags, additional_tags, answered = decisions.tags, decisions.additional_tags, decisions.rows
        seed, self._digests = settings.seed, decisions.digests
        self.tags = base.tags + in_order(set(tags).union(*additional_tags) - set(base.tags))
        self._additional_tags = additional_tag_matrix(additional_tags, self.tags)
        self._base, self._rows, self._answered = base, rows, answered
        self._labels: IntArray = np.array([self.tags.index(tag) for tag in tags], dtype=np.int32)
        self._settings, self._seed, self._progress = settings, seed, progress
        self._fits = 0
        self._copies_scale: FloatArray | None = None
        """Factor for near-copies of pseudo-labelled texts, shape (1,); None if the table has few."""
        self._last_rows: tuple[LabelledFeatures, LabelledFeatures] | None = None
        """Training rows of the last head: labelled rows, and pseudo-labelled rows."""
        self._recipe: Recipe = base.manifest.recipe.within(base.base.features)
        free = np.setdiff1d(np.arange(len(rows)), answered)
        if len(free) > settings.most_rows:
            free = np.sort(np.random.default_rng(seed).permutation(free)[: settings.most_rows])
        self._free = rows.take(free)
        self._before: FloatArray = self._padded(base.predict_features(self._free).probabilities)
        self._with_token_shapes = self._shapes_separate_tags()

    def head(self, answers: NDArray[np.intp]) -> LinearHead:
        """Fit a head to the base's rows, the decisions `answers`, and the table's confident rows."""
        base = self._base.base
        weights = np.full(len(base), self._settings.base_weight, np.float32)
        plain = replace(base, features=replace(base.features, token_shapes=None), weights=weights)
        additional_tags = None if self._additional_tags is None else self._additional_tags[answers]
        asked = self._labelled(
            self._rows.take(self._answered[answers]), self._labels[answers], self._settings.answer_weight
        )
        known = joined(plain, replace(asked, additional_tags=additional_tags))
        guesses = self._before
        if len(answers):
            guesses = softmax(self._fit(known).scores(self._free))
        sure = np.argsort(-guesses.max(axis=1), kind="stable")[: int(_PSEUDO_LABELLED * len(guesses))]
        own = self._labelled(self._free.take(sure), guesses[sure].argmax(axis=1).astype(np.int32), 1.0)
        self._last_rows = known, own
        return self._fit(joined(known, own), self._with_token_shapes)

    def _labelled(self, features: Features, labels: IntArray, weight: float) -> LabelledFeatures:
        """Return rows of the table for the training of a head."""
        weights, digests = np.full(len(labels), weight, np.float32), np.zeros(len(labels), np.uint64)
        return LabelledFeatures(self.tags, labels, weights, features, digests)

    def scale_pseudo_labels(self, head: LinearHead) -> LinearHead:
        """Return the last head with its confidence on pseudo-labelled texts scaled down.

        The target is the mean confidence of two heads, each trained on one half of the pseudo-labelled texts
        and measured on the other; near-copies of a text stay in its half. In a table of near-copies, these
        are scaled like the texts themselves.
        """
        if self._last_rows is None or not len(self._last_rows[1]):
            return head
        features = self._last_rows[1].features
        groups = near_copies(features, SubProgress(self._progress, 0.0, 0.0))
        confidence = float(softmax(self._cross_scores(groups)).max(axis=1).mean())
        factor = np.array([confidence_factor(head.scores(features), confidence)], np.float32)
        if (np.bincount(groups)[groups] > 1).mean() >= _COPIED:
            self._copies_scale = factor
        return self._scaled(head, factor)

    def _scaled(self, head: LinearHead, factor: FloatArray) -> LinearHead:
        """Return the last head with a factor, shape (1,), for the texts that it learned pseudo-labels of."""
        if self._last_rows is None:
            raise ValueError("fit the head with pseudo-labels first")
        features, copied = self._last_rows[1].features, None
        if self._copies_scale is not None:
            copied = np.setdiff1d(copy_keys(features), _WITHOUT_WORDS)
        pseudo_labelled = np.setdiff1d(feature_fingerprints(features), _WITHOUT_WORDS)
        return replace(head, pseudo_labelled=pseudo_labelled, pseudo_labelled_scale=factor, copied=copied)

    def _cross_scores(self, groups: NDArray[np.integer[Any]]) -> FloatArray:
        """Return the scores of the pseudo-labelled texts by heads trained on the other half of the groups."""
        if self._last_rows is None:
            raise ValueError("fit the head with pseudo-labels first")
        known, own = self._last_rows
        half = np.random.default_rng(self._seed).integers(0, 2, len(groups))
        half = half[np.unique(groups, return_inverse=True)[1]] == 0
        scores = np.zeros((len(own), len(self.tags)), np.float32)
        for part in (half, ~half):
            rest, inside = np.flatnonzero(part), np.flatnonzero(~part)
            other = self._fit(joined(known, own.take(rest)), self._with_token_shapes)
            scores[inside] = other.scores(own.features.take(inside))
        return scores

    def left_out(self, jobs: int | None = None) -> FloatArray:
        """Return out-of-fold probabilities of the decisions, shape (answers, tags); empty with too few."""
        if len(self._answered) < _LEAST_ANSWERS:
            return np.empty((0, len(self.tags)), np.float32)
        folds = _FOLDS if len(self._answered) < _MANY_ANSWERS else 2
        digests = np.arange(len(self._labels), dtype=np.uint64) if self._digests is None else self._digests
        fold = grouped_folds(self._labels, digests, folds, self._seed)
        present = np.unique(fold)
        learner = copy(self)
        learner._progress, learner._last_rows = SILENT, None
        parts = [Part("", (learner, np.flatnonzero(fold == part))) for part in present]
        done = SubProgress(self._progress, self._fits / _MOST_FITS, 1.0)
        k = len(self.tags)
        seconds = len(parts) * (2 * fit_seconds(self._base.base.features, k) + fit_seconds(self._rows, k))
        found = run_parts(done, _predict_fold, parts, jobs=jobs, seconds=seconds)
        answers = np.zeros((len(self._labels), k), np.float32)
        for part, predicted in zip(present, found, strict=True):
            answers[fold == part] = predicted
        return answers

    def predict_fold(self, progress: Progress, inside: NDArray[np.intp]) -> FloatArray:
        """Return probabilities of the decisions `inside`, by a head that was trained without them."""
        self._progress, self._fits = progress, 0
        rest = np.setdiff1d(np.arange(len(self._answered)), inside)
        features = self._rows.take(self._answered[inside])
        head = self.head(rest)
        if self._copies_scale is not None:
            head = self._scaled(head, self._copies_scale)
        return head.probabilities(features)

    def with_tag_thresholds(self, head: LinearHead, left_out: FloatArray) -> LinearHead:
        """Return the head with the thresholds for additional tags that fit the `left_out` probabilities."""
        if self._additional_tags is None or not len(left_out):
            return head
        carried = self._additional_tags.copy()
        carried[np.arange(len(carried)), self._labels] = True
        return replace(head, tag_thresholds=fit_tag_thresholds(left_out, carried))

    def reason_against(self, head: LinearHead, left_out: IntArray) -> str:
        """Return why the adapted head should not be used, as a sentence; empty when it should.

        With enough decisions, their out-of-fold predictions decide. With fewer, a head is rejected when it
        disagrees with the base on many rows of which the base is confident.
        """
        if len(left_out):
            asked = self._base.predict_features(self._rows.take(self._answered)).probabilities
            right, before = left_out == self._labels, self._padded(asked).argmax(axis=1) == self._labels
            better, worse = int((right & ~before).sum()), int((before & ~right).sum())
            if worse > better + np.sqrt(better + worse):
                return message(
                    "The base model is more accurate on the tagged records ({worse} compared with {better}).",
                    worse=worse,
                    better=better,
                )
            return ""
        if not len(self._before):
            return ""
        sure = self._before.max(axis=1) >= np.quantile(self._before.max(axis=1), 0.5)
        now = head.scores(self._free).argmax(axis=1)
        agreement = float((now == self._before.argmax(axis=1))[sure].mean())
        if agreement < _LEAST_AGREEMENT:
            return message(
                "It would change {value:.0%} of the predictions that the model was confident about.",
                value=1 - agreement,
            )
        return ""

    def _shapes_separate_tags(self) -> bool:
        """Return whether token shapes separate the tags, both decided and predicted by the base."""
        if (
            self._rows.token_shapes is None
            or self._free.token_shapes is None
            or len(self._rows) < _FEWEST_SHAPES
        ):
            return False
        self._progress.report(0.0)
        shapes = np.concatenate([self._rows.token_shapes[self._answered], self._free.token_shapes])
        labels = np.concatenate([self._labels, self._before.argmax(axis=1).astype(np.int32)])
        keys = np.concatenate(
            [feature_fingerprints(self._rows.take(self._answered)), feature_fingerprints(self._free)]
        )
        if len(shapes) > _ENOUGH_SHAPES:
            some = np.random.default_rng(self._seed).permutation(len(shapes))[:_ENOUGH_SHAPES]
            shapes, labels, keys = shapes[some], labels[some], keys[some]
        at = SubProgress(self._progress, 0.0, 1 / _MOST_FITS)
        return shape_informativeness(shapes, labels, self._seed, at, keys=keys) >= _INFORMATIVE

    def _fit(self, rows: LabelledFeatures, with_token_shapes: bool = False) -> LinearHead:
        at = SubProgress(self._progress, self._fits / _MOST_FITS, (self._fits + 1) / _MOST_FITS)
        self._fits = min(self._fits + 1, _MOST_FITS - 1)
        head = fit_head(
            rows.features,
            rows.labels,
            rows.weights,
            len(self.tags),
            self._recipe,
            at,
            additional_tags=rows.additional_tags,
            with_token_shapes=with_token_shapes,
        )
        return replace(head, scale=self._base.head.scale, confidence_curve=self._base.head.confidence_curve)

    def _padded(self, probabilities: FloatArray) -> FloatArray:
        missing = len(self.tags) - probabilities.shape[1]
        return np.pad(probabilities, ((0, 0), (0, missing)))


def _predict_fold(progress: Progress, learner: _HeadLearner, inside: NDArray[np.intp]) -> FloatArray:
    return copy(learner).predict_fold(progress, inside)


def shape_informativeness(
    shapes: TokenShapes,
    labels: IntArray,
    seed: int,
    progress: Progress = SILENT,
    *,
    keys: NDArray[np.uint64] | None = None,
) -> float:
    """Return how well token shapes alone predict `labels`, shape (n,): 0 for chance, 1 for no errors.

    This is the out-of-fold mean recall of the labels, rescaled so that chance is 0. Rows with the same value
    in `keys`, shape (n,), stay in one fold: the shapes of a copy would identify the label.
    """
    apart = np.arange(len(labels), dtype=np.uint64) if keys is None else keys
    present = np.unique(labels)
    if len(present) < 2 or len(np.unique(apart)) < _SHAPE_FOLDS:
        return 0.0
    rows, weights = _shapes_only(shapes), np.ones(len(labels), np.float32)
    fold, hits = grouped_folds(labels, apart, _SHAPE_FOLDS, seed), np.zeros(len(labels), np.bool_)
    for part in range(_SHAPE_FOLDS):
        inside, outside = np.flatnonzero(fold == part), np.flatnonzero(fold != part)
        head = fit_head(
            rows.take(outside),
            labels[outside],
            weights[outside],
            int(labels.max()) + 1,
            _SHAPES_ONLY,
            progress,
            with_token_shapes=True,
        )
        hits[inside] = head.scores(rows.take(inside)).argmax(axis=1) == labels[inside]
    recall = float(np.mean([hits[labels == label].mean() for label in present]))
    return (recall - 1 / len(present)) / (1 - 1 / len(present))


def _shapes_only(shapes: TokenShapes) -> Features:
    n = len(shapes)
    return Features(
        np.zeros(n + 1, np.int64),
        np.zeros(0, np.int32),
        np.zeros(0, np.float32),
        np.zeros((n, 0), np.float32),
        shapes,
    )


_GATE_FOLDS: Final = 5
_TAKEN_WRONGLY: Final = 0.02
_STEEPNESS: Final = 2.0
_GATE_C: Final = 10.0
_MOST_GATE_ROWS: Final = 3_000


def fit_gate(base: FloatArray, own: FloatArray, seed: int = 0, progress: Progress = SILENT) -> SourceGate:
    """Fit a gate to the vectors of the base's rows and of the table's rows, each of shape (rows, d)."""
    random = np.random.default_rng(seed)
    if len(own) > _MOST_GATE_ROWS:
        own = own[np.sort(random.permutation(len(own))[:_MOST_GATE_ROWS])]
    rows = np.concatenate([base, own])
    source = np.repeat([0, 1], [len(base), len(own)]).astype(np.int32)

    if min(len(base), len(own)) < 2:  # nothing to separate: the base answers
        return SourceGate(np.zeros(rows.shape[1], np.float32), -_STEEPNESS * 10, 0.5)
    folds = min(_GATE_FOLDS, len(base), len(own))
    fold = fold_of(source, folds, seed)
    logits = np.zeros(len(rows))
    for part in range(folds):
        weights, bias = fit_logistic(rows[fold != part], source[fold != part], _GATE_C)
        logits[fold == part] = rows[fold == part] @ weights + bias
    shift = float(np.quantile(logits[source == 0], 1 - _TAKEN_WRONGLY))
    weights, bias = fit_logistic(rows, source, _GATE_C)
    strangeness = area_under_curve(logits[source == 1], logits[source == 0])
    return SourceGate((_STEEPNESS * weights).astype(np.float32), _STEEPNESS * (bias - shift), strangeness)


def area_under_curve(inside: FloatArray, outside: FloatArray) -> float:
    """Return the probability that a score of `inside` is above one of `outside`; ties count half.

    This is the area under the ROC curve (Mann and Whitney, 1947).
    """
    if not len(inside) or not len(outside):
        return 0.5
    ordered = np.sort(outside)
    below, up_to = np.searchsorted(ordered, inside, "left"), np.searchsorted(ordered, inside, "right")
    return float((below + up_to).mean() / 2 / len(outside))
