"""Evaluation report on one or more models on the same rows, for the window, the HTML page and JSON."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from mltag_desktop.core.evaluation import significance as pairs
from mltag_desktop.core.evaluation.calibration_comparison import (
    CalibrationChange,
    ConfidentAnswers,
    calibration_verdict,
)
from mltag_desktop.core.evaluation.model_figures import (
    ModelFigures,
    ModelRole,
    PredictionChanges,
    name_at_start,
    name_in_sentence,
)
from mltag_desktop.core.evaluation.regressions import MetricChange, Regression, RegressionKind
from mltag_desktop.core.evaluation.significance import PairedComparison
from mltag_desktop.core.messages import (
    STORED_MESSAGES,
    Message,
    join,
    message,
    sentences,
    template,
    with_messages,
)
from mltag_desktop.core.serialization import from_plain, stored_as, to_plain
from mltag_desktop.core.workspace.types import ModelInfo

_ROWS: Final = message("rows")
_NEW_TO_BOTH: Final = message("tagged records new to both")
_TAGGED: Final = {
    "decisions": message("tagged records"),
    "decisions, cross-validated": message("tagged records, cross-validated"),
    "decisions new to both": _NEW_TO_BOTH,
    "decisions neither learnt from": _NEW_TO_BOTH,
}
"""Sets of tagged records in words, by their names in a report; some tags may come from the table."""
_CAUTION: Final = message(
    "Tagged records are not a random sample: other records may be harder or easier. Figures on the audit set "
    "hold for the whole table, unless a search chose which of its records were decided; to enlarge it, "
    "decide random checks and train again."
)
_F1_ON_ROWS: Final = template("F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} rows.")
_F1_ON_TAGGED: Final = template("F1 {f1:.3f} ({low:.3f} to {high:.3f}) on {rows:,} tagged records.")
SMALL_SET: Final = 30
"""Fewest rows of an audit set that is read before the decisions."""
_LARGE_DIFFERENCE: Final = 0.02
"""A difference that a sentence does not deny, although chance may explain it."""


class DataCheckKind(StrEnum):
    """Kind of a data check."""

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


def _reading_rank(report: "Report") -> int:
    if report.whole_table:
        return 0
    if report.name == "audit set":
        return 1 if report.rows >= SMALL_SET else 3
    return 2 if report.records else 4


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
    prediction_changes: PredictionChanges | None = field(metadata=stored_as("flips"))
    """Prediction changes on the evaluated rows."""
    table_prediction_changes: PredictionChanges | None = field(metadata=stored_as("table_flips"))
    """Prediction changes on the rows of a workspace's table."""
    regressions: tuple[Regression, ...] = field(metadata=stored_as("losses"))
    notes: tuple[str, ...]
    """Sentences on rows that were left out and on the intervals."""
    table_paired: PairedComparison | None = None
    """Out-of-fold comparison of the candidate with the bundled model on the table's decisions."""
    metric_changes: tuple[MetricChange, ...] = field(default=(), metadata=stored_as("changes"))
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
    joint: tuple[tuple[int, int, int, int], ...] = ()
    """True tag, tags of the last model but one and of the last model (as indices), and the number of rows."""
    review_threshold: float | None = None
    """The confidence below which predictions are reviewed: the working point of the curves."""
    comparison_note: str = field(default="", metadata=stored_as("beside"))
    """Why the candidate is not compared with the active model on all rows, and where it is."""
    whole_table: bool = False
    """Whether the rows are all records outside the audit set, so that they represent the table."""
    baselines: tuple[ModelFigures, ...] = ()
    """The majority and the rules on the same rows; `models` has the rules where their answers were stored."""

    def compared_on_table(self, paired: PairedComparison | None) -> "Report":
        """Return the report with an out-of-fold comparison on the table's decisions."""
        sure, rows = self.calibration if self.by_confidence else None, rows_in_words(self.name)
        words = headline(self.models, self.paired, paired, sure, self.confident, rows)
        return replace(self, table_paired=paired, headline=words)

    @property
    def listed(self) -> tuple[ModelFigures, ...]:
        """The baselines, followed by the models."""
        return (*self.baselines, *self.models)

    @property
    def rows_in_words(self) -> str:
        """What the evaluated rows are called: the name, or the words for it."""
        return _TAGGED.get(self.name, self.name)

    @property
    def caution(self) -> str:
        """Why the figures may not hold for other records, and what to do; empty for other rows."""
        return _CAUTION if self.rows and self.name in _TAGGED and not self.whole_table else ""

    def reading_order(self) -> tuple[int, ...]:
        """Return the evaluation sets in the order to read them: 0 for the report itself, then its `others`.

        Records of the table come before the base model's holdout, because only they speak for the table; the
        audit set comes first, unless it is too small to tell models apart and there are decisions. Where the
        whole table is tagged, all of it comes before the part of it that is the audit set.
        """
        reports: tuple[Report, ...] = (self, *self.others)
        return tuple(sorted(range(len(reports)), key=lambda place: _reading_rank(reports[place])))

    def on_rows(self, place: int) -> Self:
        """Return an evaluation set: 0 for the report itself, then its `others`.

        One on the table's records has the checks, prediction changes and behavioural tests of the report,
        which do not depend on evaluated rows.
        """
        if place == 0:
            return self
        other = self.others[place - 1]
        if not other.records:
            return other
        tested = {model.version: model.behaviour for model in self.models}
        behaviour = tuple(each for each in self.regressions if each.kind == RegressionKind.BEHAVIOUR)
        return replace(
            other,
            models=tuple(
                replace(model, behaviour=model.behaviour or tested.get(model.version))
                for model in other.models
            ),
            regressions=(*other.regressions, *behaviour),
            checks=self.checks,
            table_prediction_changes=self.table_prediction_changes,
        )

    def now(self, known: Sequence[ModelInfo]) -> Self:
        """Return the report with its models called what they are now, such as a candidate that is active.

        `known` are the models of the workspace.
        """
        infos = {info.version: info for info in known}
        models = tuple(replace(model, role=_role_now(model, infos)) for model in self.models)
        called: dict[str, str] = {}
        for before, after in zip(self.models, models, strict=True):
            if before.role != after.role:
                called[name_at_start(before)] = name_at_start(after)
                called[name_in_sentence(before)] = name_in_sentence(after)
                called |= {"candidate": name_in_sentence(after)} if before.role == ModelRole.CANDIDATE else {}
        if not called:
            return replace(self, others=tuple(other.now(known) for other in self.others))
        return replace(
            self,
            models=models,
            headline=_renamed(self.headline, called),
            comparison_note=_renamed(self.comparison_note, called),
            notes=tuple(_renamed(note, called) for note in self.notes),
            others=tuple(other.now(known) for other in self.others),
        )

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
        """Return the report that `to_json` wrote; raises `MltagError` for other data.

        A workspace stores the messages of a report with it (`ModelStore.add`).
        """
        return from_plain(Report, with_messages(data, data.get(STORED_MESSAGES, {})))


def _role_now(model: ModelFigures, infos: Mapping[str, ModelInfo]) -> ModelRole:
    """Return the role that a model of a stored report has in the workspace now."""
    info = infos.get(model.version)
    if model.role in (ModelRole.MAJORITY, ModelRole.RULES, ModelRole.EARLIER) or info is None:
        return model.role
    if info.active:
        return ModelRole.ACTIVE
    if info.bundled:
        return ModelRole.BUNDLED
    return ModelRole.CANDIDATE if info.candidate else ModelRole.MODEL


def _renamed(words: str, called: Mapping[str, str]) -> str:
    """Return a sentence with other names of models."""
    if words in called:
        return called[words]
    if isinstance(words, Message):
        values = {
            name: _renamed(value, called) if isinstance(value, Message) else value
            for name, value in words.values.items()
        }
        return Message(words.template, values, words.one)
    either = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))  # a report without messages
    return re.sub(rf"\b(?:{either})\b", lambda found: called[found.group()], words)


def headline(
    models: Sequence[ModelFigures],
    paired: PairedComparison | None,
    table_paired: PairedComparison | None = None,
    calibration: CalibrationChange | None = None,
    confident: ConfidentAnswers | None = None,
    what: str = _ROWS,
) -> str:
    """Return the verdict with its certainty as a sentence, and a second sentence on the table's decisions.

    With `calibration` the headline compares the calibration. `confident` adds a sentence when confident
    answers are right less often than before. `what` are the evaluated rows in words.
    """
    if not models or not models[-1].rows:
        return message("No rows for evaluation.")
    model = models[-1]
    if paired is None:
        low, high = model.intervals["f1"]
        words = _F1_ON_ROWS if what == _ROWS else _F1_ON_TAGGED
        return Message(words, {"f1": model.f1, "low": low, "high": high, "rows": model.rows})
    less_often = [confident_in_words(models, confident)] if confident and confident.verdict == "worse" else []
    if calibration is not None:
        return sentences(sentences(calibration_in_words(models, calibration, what), *less_often))
    old = name_in_sentence(models[-2])
    first = sentences(_verdict(model, old, paired, what), *less_often)
    if table_paired is None:
        return sentences(first)
    base = old if table_paired.a == models[-2].version else message("the bundled model")
    return sentences(first, on_table(_verdict(model, base, table_paired, _TAGGED["decisions"])))


def rows_in_words(name: str) -> str:
    """Return what the rows of a set are called in a sentence after their number."""
    return _TAGGED["decisions"] if name in _TAGGED else _ROWS


def on_table(sentence: str) -> str:
    """Return a sentence about the decisions on the table, to follow one about other rows."""
    return message("On this table: {sentence}", sentence=sentence)


def confident_in_words(models: Sequence[ModelFigures], confident: ConfidentAnswers) -> str:
    """Return a sentence that the last model's confident answers are right less often than before."""
    figures = message(
        "{share_b:.3f} of {rows_b:,} answers against {share_a:.3f} of {rows_a:,}",
        share_b=confident.share_b,
        rows_b=confident.rows_b,
        share_a=confident.share_a,
        rows_a=confident.rows_a,
    )
    return message(
        "At {threshold:.2f} or above {new} is right less often than {old}: {figures}.",
        threshold=confident.threshold,
        new=name_in_sentence(models[-1]),
        old=name_in_sentence(models[-2]),
        figures=figures,
    )


def calibration_in_words(models: Sequence[ModelFigures], change: CalibrationChange, what: str) -> str:
    """Return a sentence that compares the calibration of the last model with the one before it."""
    return calibration_verdict(name_in_sentence(models[-1]), name_in_sentence(models[-2]), change, what)


def _verdict(model: ModelFigures, old: str, paired: PairedComparison, what: str) -> str:
    against = message(
        "F1 {f1_b:.3f} against {f1_a:.3f} on {rows:,} {what}",
        f1_b=paired.f1_b,
        f1_a=paired.f1_a,
        rows=paired.rows,
        what=what,
    )
    counts = pairs.counts_in_words(paired.better, paired.worse)
    if paired.verdict == "same":
        against = join(message("; "), (against, counts))
        return undecided_words(name_in_sentence(model), old, against, paired.difference)
    return message(
        "{new} is {verdict} than {old}: {against}; {counts} ({sure}).",
        new=name_at_start(model),
        verdict=pairs.likely_verdict(paired.verdict, paired.sureness),
        old=old,
        against=against,
        counts=counts,
        sure=pairs.percent(paired.sureness),
    )


def undecided_words(new: str, old: str, against: str, difference: float) -> str:
    """Return a sentence that noise may explain the difference between two models."""
    if abs(difference) < _LARGE_DIFFERENCE:
        return message(
            "No clear difference between {named} and {old}: {against}.", named=new, old=old, against=against
        )
    return message(
        "The difference between {named} and {old} may be due to chance: {against}.",
        named=new,
        old=old,
        against=against,
    )
