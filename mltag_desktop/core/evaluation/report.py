"""The report on one or more models, judged on the same rows: what the window, the page and JSON show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation import paired as pairs
from mltag_desktop.core.evaluation.behaviour import BehaviourResult
from mltag_desktop.core.evaluation.calibration import (
    CalibrationChange,
    ConfidentAnswers,
    Drawn,
    calibration_verdict,
    compare_calibration,
    compare_confident,
    draw,
)
from mltag_desktop.core.evaluation.flips import Flip as Flip
from mltag_desktop.core.evaluation.flips import FlipCount as FlipCount
from mltag_desktop.core.evaluation.flips import Flips as Flips
from mltag_desktop.core.evaluation.flips import find_flips
from mltag_desktop.core.evaluation.losses import Loss as Loss
from mltag_desktop.core.evaluation.losses import MetricChange as MetricChange
from mltag_desktop.core.evaluation.losses import changes_of, losses_of
from mltag_desktop.core.evaluation.metrics import (
    CONFIDENCE_IN_WORDS,
    INTERVALS_IN_WORDS,
    CurvePoint,
    Figures,
    SliceFigures,
    figures,
    precision_recall,
    slice_figures,
)
from mltag_desktop.core.evaluation.paired import Paired
from mltag_desktop.core.evaluation.plain import from_plain, to_plain
from mltag_desktop.core.evaluation.resample import Codes
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import Part, Progress

ROLES: Final = ("rules", "earlier", "bundled", "current", "candidate")
_IN_WORDS: Final = {
    "rules": "the rules",
    "bundled": "the bundled model",
    "current": "the active model",
    "candidate": "candidate",
}
_MOST_CURVES: Final = 12
"""With more tags the curve over all of them is kept alone."""


@dataclass(frozen=True)
class ModelFigures(Figures):
    """One model's figures, its slices and its behaviour cases."""

    role: str
    """One of `ROLES`, or `model` where no loop gives it a part."""
    version: str
    slices: Mapping[str, SliceFigures]
    behaviour: BehaviourResult | None
    curves: Mapping[str, tuple[CurvePoint, ...]] = field(default_factory=dict)
    """Precision and recall by threshold, for each tag; "" is all of them."""
    answers: tuple[int, ...] = ()
    """The answer to each row, as a code into `tag_order`, where the rows are records of a table."""
    confidences: tuple[float, ...] = ()


@dataclass(frozen=True)
class DataCheck:
    """A look at the data that the figures rest on."""

    kind: str
    """`drift` (against the training data), `leaks` (into rows that are judged on) or `duplicates`."""
    words: str
    records: tuple[int, ...] = ()
    """Records of the table that it is about; of many, some."""
    warns: bool = False


@dataclass(frozen=True)
class Report:
    """All that is said of the models; the last two of `models` are the ones compared."""

    name: str
    """Which rows: `holdout`, or the file's name."""
    rows: int
    headline: str
    models: tuple[ModelFigures, ...]
    paired: Paired | None
    """The last model against the one before it: candidate against current."""
    comparisons: tuple[Paired, ...]
    """The last model against every other."""
    flips: Flips | None
    table_flips: Flips | None
    """The same on the rows of a workspace's table."""
    losses: tuple[Loss, ...]
    notes: tuple[str, ...]
    """What was left out, and what the intervals are, in sentences."""
    table_paired: Paired | None = None
    """The candidate's way of learning against the bundled model on the table's decisions, each left out."""
    changes: tuple[MetricChange, ...] = ()
    records: tuple[int, ...] = ()
    """Which record of the table each row is; empty where the rows are none of the table's."""
    truth: tuple[int, ...] = ()
    """The true tag of each of `records`, as a code."""
    others: tuple[Self, ...] = ()
    """The same models, or some of them, on other rows; never added up with these."""
    checks: tuple[DataCheck, ...] = ()
    calibration: CalibrationChange | None = None
    """The last model's confidence against that of the one before it; none where they are the same."""
    by_confidence: bool = False
    """Whether the last model was made to be otherwise sure, not to answer otherwise: that decides."""
    confident: ConfidentAnswers | None = None
    """How often the last model and the one before it are right at the review threshold or above."""
    beside: str = ""
    """Why no current model stands beside the candidate, or not on all of its rows, and where it does."""

    def rows_where(self, model: int, true: int, answered: int) -> tuple[int, ...]:
        """Return the table's records of a true tag that a model answered with some tag; none if unknown."""
        answers = self.models[model].answers
        return tuple(
            record
            for record, own, answer in zip(self.records, self.truth, answers, strict=False)
            if own == true and answer == answered
        )

    def rows_between(self, model: int, low: float, high: float) -> tuple[int, ...]:
        """Return the table's records that a model answered with a confidence in (low, high]."""
        said = self.models[model].confidences
        return tuple(record for record, share in zip(self.records, said, strict=False) if low < share <= high)

    def to_json(self) -> dict[str, Any]:
        """Return plain dicts, lists, numbers and strings."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Report":
        """Build the report that `to_json` was called on; `MltagError` when the data are not one."""
        return from_plain(Report, data)


def judge(
    progress: Progress,
    truth: Sequence[str],
    tags: Sequence[str],
    predictions: Sequence[Predictions],
    *,
    name: str = "holdout",
    roles: Sequence[str] = (),
    slices: Mapping[str, NDArray[np.bool_]] | None = None,
    behaviour: Sequence[BehaviourResult | None] = (),
    references: Sequence[str] | None = None,
    table_flips: Flips | None = None,
    table_paired: Paired | None = None,
    notes: Sequence[str] = (),
    records: Sequence[int] = (),
    by_confidence: bool = False,
    threshold: float = 0.80,
) -> Report:
    """Judge models by their `predictions` for the rows whose true tags are `truth`, shape (n,).

    Tags that only the truth or a model knows are added to `tags`. Every mask of `slices` has shape (n,).
    `records` says which record of the table each row is, where it is one. With `by_confidence` the last
    model differs from the one before it in how sure it is alone, so the headline speaks of that. Nobody
    reviews answers with a confidence of `threshold` or above.
    """
    order = tuple(dict.fromkeys([*tags, *(tag for p in predictions for tag in p.tags), *truth]))
    place = {tag: code for code, tag in enumerate(order)}
    codes = np.array([place[tag] for tag in truth], dtype=np.int64)
    parts = list(roles) or ["model"] * len(predictions)
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
    drawn = draw(Part(progress, 0.8, 0.9), codes, shares)
    names = (models[-2].version, models[-1].version) if last > 0 else ("", "")
    calibration = compare_calibration(codes, shares, drawn, names=names) if last > 0 else None
    models = [_with_calibration(model, drawn, number) for number, model in enumerate(models)]
    confident = compare_confident(codes, shares, threshold, names=names) if last > 0 else None
    losses: tuple[Loss, ...] = ()
    flips: Flips | None = None
    changes: tuple[MetricChange, ...] = ()
    if last > 0:  # with many rows each takes its time, and a cancel is heard between them
        progress.report(0.92)
        losses = losses_of(models, codes, answers, slices or {}, calibration, by_confidence=by_confidence)
        losses = (*losses, *_confident_losses(confident))
        progress.report(0.95)
        flips = find_flips(predictions[-2], predictions[-1], truth, references)
        progress.report(0.98)
        changes = changes_of(order, codes, answers)
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


def _with_calibration(model: ModelFigures, drawn: Drawn, number: int) -> ModelFigures:
    """Return a model's figures with intervals for its log loss and its calibration error."""
    if not model.rows:
        return model
    more = {
        "log_loss": drawn.log_loss_interval(number),
        "ece": drawn.ece_interval(number, model.ece),
    }
    return replace(model, intervals={**model.intervals, **more})


def aligned(predictions: Predictions, tags: Sequence[str]) -> NDArray[np.float32]:
    """Return the probabilities with one column per tag of `tags`, 0 for tags the model does not know."""
    if predictions.tags == tuple(tags):
        return predictions.probabilities
    place = {tag: code for code, tag in enumerate(tags)}
    columns = np.zeros((len(predictions.probabilities), len(tags)), dtype=np.float32)
    columns[:, [place[tag] for tag in predictions.tags]] = predictions.probabilities
    return columns


def headline(
    models: Sequence[ModelFigures],
    paired: Paired | None,
    table_paired: Paired | None = None,
    calibration: CalibrationChange | None = None,
    confident: ConfidentAnswers | None = None,
) -> str:
    """Say in a sentence what the figures decide, never a bare winner; in a second one what the table says.

    With `calibration` it is what decides. `confident` adds a sentence where confident answers are right less
    often than before.
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
    new = f"the {new}" if model.role == "candidate" else new
    return f"{first} On this table, {_verdict(new, old, table_paired, 'decisions')}"


def confident_in_words(
    models: Sequence[ModelFigures], confident: ConfidentAnswers, *, first: bool = False
) -> str:
    """Say that the last model is right less often where it is confident; `first` begins with a capital."""
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    new = f"the {new}" if models[-1].role == "candidate" else new
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
    """Give the figures where answers are confident, whether they differ by more than noise or not."""
    if confident is None or not confident.rows_a or not confident.rows_b:
        return ()
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    return (
        f"At a confidence of {confident.threshold:.2f} or above, {confident.right_b:,} of "
        f"{confident.rows_b:,} answers of {new} are right, and {confident.right_a:,} of "
        f"{confident.rows_a:,} of {old}.",
    )


def _confident_losses(confident: ConfidentAnswers | None) -> tuple[Loss, ...]:
    if confident is None or confident.verdict != "worse":
        return ()
    name = f"share right at a confidence of {confident.threshold:.2f} or above"
    return (Loss("confident", name, confident.share_a, confident.share_b, confident.rows_b, likely=True),)


def calibration_in_words(
    models: Sequence[ModelFigures], change: CalibrationChange, what: str, *, first: bool = False
) -> str:
    """Say what the confidence of the last model is worth beside that of the one before it."""
    new, old = name_in_words(models[-1]), name_in_words(models[-2])
    named = f"the {new}" if models[-1].role == "candidate" else new
    return calibration_verdict(named, old, change, what, first=first)


def _verdict(new: str, old: str, paired: Paired, what: str) -> str:
    against = f"F1 {paired.f1_b:.3f} against {paired.f1_a:.3f} on {paired.rows:,} {what}"
    counts = pairs.counts_in_words(paired.better, paired.worse)
    if paired.verdict == "same":
        named = "the candidate" if new == "candidate" else new
        return f"no clear difference between {named} and {old}: {against}; {counts}."
    verdict, _, sure = pairs.verdict_in_words(paired.verdict, paired.sureness).partition(" (")
    return f"{new} is {verdict} than {old}: {against}; {counts} ({sure}."


def name_in_words(model: ModelFigures) -> str:
    """Call a model by its part, or by its version where it has none."""
    return _IN_WORDS.get(model.role, model.version)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rounded(shares: NDArray[np.floating[Any]]) -> tuple[float, ...]:
    return tuple(round(float(share), 4) for share in shares)
