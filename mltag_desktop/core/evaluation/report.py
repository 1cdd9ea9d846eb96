"""Evaluation report on one or more models on the same rows, for the window, the HTML page and JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation import significance as pairs
from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult
from mltag_desktop.core.evaluation.bootstrap import Codes
from mltag_desktop.core.evaluation.calibration import (
    CalibrationChange,
    CalibrationDraws,
    ConfidentAnswers,
    calibration_verdict,
    compare_calibration,
    compare_confident,
    draw,
)
from mltag_desktop.core.evaluation.metrics import (
    CONFIDENCE_IN_WORDS,
    INTERVALS_IN_WORDS,
    figures,
    precision_recall,
    slice_figures,
)
from mltag_desktop.core.evaluation.model_figures import ModelFigures, ModelRole
from mltag_desktop.core.evaluation.prediction_changes import PredictionChanges, find_prediction_changes
from mltag_desktop.core.evaluation.regressions import (
    MetricChange,
    Regression,
    RegressionKind,
    find_regressions,
    tag_metric_changes,
)
from mltag_desktop.core.evaluation.serialization import from_plain, to_plain
from mltag_desktop.core.evaluation.significance import PairedComparison
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD

_IN_WORDS: Final = {
    ModelRole.RULES: "the rules",
    ModelRole.BUNDLED: "the bundled model",
    ModelRole.CURRENT: "the active model",
    ModelRole.CANDIDATE: "candidate",
}
_MOST_CURVES: Final = 12
"""With more tags, only the curve over all tags is kept."""


class DataCheckKind(StrEnum):
    """What a check of the data looks for."""

    DRIFT = "drift"
    """Records unlike the training data."""
    LEAKS = "leaks"
    """Decided records among the evaluated rows."""
    DUPLICATES = "duplicates"


@dataclass(frozen=True)
class DataCheck:
    """A check of the data behind the metrics."""

    kind: DataCheckKind
    words: str
    records: tuple[int, ...] = ()
    """Affected records of the table, at most a few."""
    warns: bool = False


@dataclass(frozen=True)
class Report:
    """The results of an evaluation; the last two of `models` are compared with each other."""

    name: str
    """Name of the rows: `holdout`, or the file name."""
    rows: int
    headline: str
    models: tuple[ModelFigures, ...]
    paired: PairedComparison | None
    """The last model compared with the one before it: candidate with active model."""
    comparisons: tuple[PairedComparison, ...]
    """The last model compared with each of the others."""
    flips: PredictionChanges | None
    """Prediction changes on the evaluated rows."""
    table_flips: PredictionChanges | None
    """Prediction changes on the rows of a workspace's table."""
    losses: tuple[Regression, ...]
    notes: tuple[str, ...]
    """Sentences on rows that were left out and on the intervals."""
    table_paired: PairedComparison | None = None
    """Out-of-fold comparison of the candidate with the bundled model on the table's decisions."""
    changes: tuple[MetricChange, ...] = ()
    records: tuple[int, ...] = ()
    """Record number of each row in the table; empty where the rows are not from the table."""
    truth: tuple[int, ...] = ()
    """True tag of each of `records`, as an index."""
    others: tuple[Self, ...] = ()
    """Reports on the same models, or some of them, on other rows; never combined with this one."""
    checks: tuple[DataCheck, ...] = ()
    calibration: CalibrationChange | None = None
    """Calibration of the last model compared with the one before it; None where they are equal."""
    by_confidence: bool = False
    """Whether the last model is a recalibration of the one before it, so that the calibration decides."""
    confident: ConfidentAnswers | None = None
    """Accuracy of the last model and the one before it at the review threshold or above."""
    beside: str = ""
    """Why the candidate is not compared with the active model on all rows, and where it is."""

    def rows_where(self, model: int, true: int, answered: int) -> tuple[int, ...]:
        """Return the records with the true tag `true` and the predicted tag `answered`, as indices."""
        answers = self.models[model].answers
        return tuple(
            record
            for record, code, answer in zip(self.records, self.truth, answers, strict=False)
            if code == true and answer == answered
        )

    def rows_between(self, model: int, low: float, high: float) -> tuple[int, ...]:
        """Return the records that a model tagged with a confidence in (low, high]."""
        confidences = zip(self.records, self.models[model].confidences, strict=False)
        return tuple(record for record, confidence in confidences if low < confidence <= high)

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Report":
        """Return the report that `to_json` wrote; raises `MltagError` for other data."""
        return from_plain(Report, data)


def judge(
    progress: Progress,
    truth: Sequence[str],
    tags: Sequence[str],
    predictions: Sequence[Predictions],
    *,
    name: str = "holdout",
    roles: Sequence[ModelRole] = (),
    slices: Mapping[str, NDArray[np.bool_]] | None = None,
    behaviour: Sequence[BehaviourResult | None] = (),
    references: Sequence[str] | None = None,
    table_flips: PredictionChanges | None = None,
    table_paired: PairedComparison | None = None,
    notes: Sequence[str] = (),
    records: Sequence[int] = (),
    by_confidence: bool = False,
    threshold: float = DEFAULT_REVIEW_THRESHOLD,
) -> Report:
    """Evaluate models by their `predictions` for rows with the true tags `truth`, shape (n,).

    Tags that only the truth or a model has are added to `tags`. Every mask of `slices` has shape (n,).
    `records` are the record numbers of the rows, where they are from the table. With `by_confidence` the last
    model is a recalibration of the one before it, and the headline compares the calibration. Answers with a
    confidence of `threshold` or above are not reviewed.
    """
    order = tuple(dict.fromkeys([*tags, *(tag for p in predictions for tag in p.tags), *truth]))
    place = {tag: code for code, tag in enumerate(order)}
    codes = np.array([place[tag] for tag in truth], dtype=np.int64)
    parts = list(roles) or [ModelRole.MODEL] * len(predictions)
    cases = list(behaviour) or [None] * len(predictions)
    models: list[ModelFigures] = []
    answers: list[Codes] = []
    shares: list[NDArray[Any]] = []
    for number, (role, answered, result) in enumerate(zip(parts, predictions, cases, strict=True)):
        progress.report(
            0.8 * number / max(1, len(predictions)), f"evaluating {_IN_WORDS.get(role, answered.version)}"
        )
        probabilities = aligned(answered, order)
        shares.append(probabilities)
        answers.append(probabilities.argmax(axis=1).astype(np.int64))
        base = figures(codes, probabilities, order)
        cut = {
            key: slice_figures(codes[mask], answers[-1][mask], len(order))
            for key, mask in (slices or {}).items()
        }
        curves = precision_recall(codes, probabilities, order if len(order) <= _MOST_CURVES else ())
        models.append(
            ModelFigures(
                **vars(base),
                role=role,
                version=answered.version,
                slices=cut,
                behaviour=result,
                curves=curves,
                answers=tuple(answers[-1].tolist()) if len(records) else (),
                confidences=_rounded(probabilities.max(axis=1)) if len(records) else (),
            )
        )
    last = len(models) - 1
    comparisons = tuple(
        pairs.compare(codes, answers[i], answers[last], names=(models[i].version, models[last].version))
        for i in range(last)
    )
    drawn = draw(SubProgress(progress, 0.8, 0.9), codes, shares)
    names = (models[-2].version, models[-1].version) if last > 0 else ("", "")
    calibration = compare_calibration(codes, shares, drawn, names=names) if last > 0 else None
    models = [_with_calibration(model, drawn, number) for number, model in enumerate(models)]
    confident = compare_confident(codes, shares, threshold, names=names) if last > 0 else None
    losses: tuple[Regression, ...] = ()
    flips: PredictionChanges | None = None
    changes: tuple[MetricChange, ...] = ()
    if last > 0:  # with many rows each step is slow; reports between them allow a cancel
        progress.report(0.92)
        losses = find_regressions(
            models, codes, answers, slices or {}, calibration, by_confidence=by_confidence
        )
        losses = (*losses, *_confident_losses(confident))
        progress.report(0.95)
        flips = find_prediction_changes(predictions[-2], predictions[-1], truth, references)
        progress.report(0.98)
        changes = tag_metric_changes(order, codes, answers)
    progress.report(1.0, "judged")
    sure = calibration if by_confidence else None
    paired = comparisons[-1] if comparisons else None
    return Report(
        name=name,
        rows=len(codes),
        headline=headline(models, paired, table_paired, sure, confident),
        models=tuple(models),
        paired=paired,
        comparisons=comparisons,
        flips=flips,
        table_flips=table_flips,
        losses=losses,
        notes=(*notes, *_confident_note(models, confident), INTERVALS_IN_WORDS, CONFIDENCE_IN_WORDS),
        table_paired=table_paired,
        changes=changes,
        records=tuple(int(record) for record in records),
        truth=tuple(codes.tolist()) if len(records) else (),
        calibration=calibration,
        by_confidence=by_confidence,
        confident=confident,
    )


def _with_calibration(model: ModelFigures, drawn: CalibrationDraws, number: int) -> ModelFigures:
    """Return a model's metrics with intervals for the log loss and the calibration error."""
    if not model.rows:
        return model
    more = {
        "log_loss": drawn.log_loss_interval(number),
        "ece": drawn.ece_interval(number, model.ece),
    }
    return replace(model, intervals={**model.intervals, **more})


def aligned(predictions: Predictions, tags: Sequence[str]) -> NDArray[np.float32]:
    """Return the probabilities with one column per tag of `tags`, 0 for tags the model does not have."""
    if predictions.tags == tuple(tags):
        return predictions.probabilities
    place = {tag: code for code, tag in enumerate(tags)}
    columns = np.zeros((len(predictions.probabilities), len(tags)), dtype=np.float32)
    columns[:, [place[tag] for tag in predictions.tags]] = predictions.probabilities
    return columns


def headline(
    models: Sequence[ModelFigures],
    paired: PairedComparison | None,
    table_paired: PairedComparison | None = None,
    calibration: CalibrationChange | None = None,
    confident: ConfidentAnswers | None = None,
) -> str:
    """Return the verdict with its certainty as a sentence, and a second sentence on the table's decisions.

    With `calibration` the headline compares the calibration. `confident` adds a sentence when confident
    answers are right less often than before.
    """
    if not models or not models[-1].rows:
        return "No rows for evaluation."
    model = models[-1]
    if paired is None:
        low, high = model.intervals["f1"]
        return f"F1 {model.f1:.3f} ({low:.3f} to {high:.3f}) on {model.rows:,} rows."
    new = name_in_words(model)
    if calibration is not None:
        words = calibration_in_words(models, calibration, "rows", first=True)
        return f"{words}{_less_often(models, confident)}"
    first = _capital(_verdict(new, name_in_words(models[-2]), paired, "rows"))
    first += _less_often(models, confident)
    if table_paired is None:
        return first
    known = table_paired.a == models[-2].version
    old = name_in_words(models[-2]) if known else "the bundled model"
    new = f"the {new}" if model.role == ModelRole.CANDIDATE else new
    return f"{first} On this table, {_verdict(new, old, table_paired, 'decisions')}"


def confident_in_words(
    models: Sequence[ModelFigures], confident: ConfidentAnswers, *, first: bool = False
) -> str:
    """Return a sentence that the last model's confident answers are right less often than before.

    With `first` the sentence starts with a capital.
    """
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    new = f"the {new}" if models[-1].role == ModelRole.CANDIDATE else new
    figures = (
        f"{confident.share_b:.3f} of {confident.rows_b:,} answers against "
        f"{confident.share_a:.3f} of {confident.rows_a:,}"
    )
    if first:
        return f"At {confident.threshold:.2f} or above {new} is right less often than {old}: {figures}."
    return f"at {confident.threshold:.2f} or above {new} is right less often than {old}: {figures}."


def _less_often(models: Sequence[ModelFigures], confident: ConfidentAnswers | None) -> str:
    if confident is None or confident.verdict != "worse":
        return ""
    return f" {confident_in_words(models, confident, first=True)}"


def _confident_note(models: Sequence[ModelFigures], confident: ConfidentAnswers | None) -> tuple[str, ...]:
    """Return a note on the accuracy of confident answers, whether or not noise explains the difference."""
    if confident is None or not confident.rows_a or not confident.rows_b:
        return ()
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    return (
        f"At a confidence of {confident.threshold:.2f} or above, {confident.right_b:,} of "
        f"{confident.rows_b:,} answers of {new} are right, and {confident.right_a:,} of "
        f"{confident.rows_a:,} of {old}.",
    )


def _confident_losses(confident: ConfidentAnswers | None) -> tuple[Regression, ...]:
    if confident is None or confident.verdict != "worse":
        return ()
    name = f"share right at a confidence of {confident.threshold:.2f} or above"
    return (
        Regression(
            RegressionKind.CONFIDENT,
            name,
            confident.share_a,
            confident.share_b,
            confident.rows_b,
            likely=True,
        ),
    )


def calibration_in_words(
    models: Sequence[ModelFigures], change: CalibrationChange, what: str, *, first: bool = False
) -> str:
    """Return a sentence that compares the calibration of the last model with the one before it."""
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    named = f"the {new}" if models[-1].role == ModelRole.CANDIDATE else new
    return calibration_verdict(named, old, change, what, first=first)


def _verdict(new: str, old: str, paired: PairedComparison, what: str) -> str:
    against = f"F1 {paired.f1_b:.3f} against {paired.f1_a:.3f} on {paired.rows:,} {what}"
    counts = pairs.counts_in_words(paired.better, paired.worse)
    if paired.verdict == "same":
        named = "the candidate" if new == "candidate" else new
        return f"no clear difference between {named} and {old}: {against}; {counts}."
    verdict, _, sure = pairs.verdict_in_words(paired.verdict, paired.sureness).partition(" (")
    return f"{new} is {verdict} than {old}: {against}; {counts} ({sure}."


def name_in_words(model: ModelFigures) -> str:
    """Return the display name of a model: its role, or its version without a role."""
    return _IN_WORDS.get(model.role, model.version)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rounded(shares: NDArray[np.floating[Any]]) -> tuple[float, ...]:
    return tuple(round(float(share), 4) for share in shares)
