"""Evaluate models on labelled texts or by their predictions, beside baselines.

The baselines of every report are the most frequent tag, and the keyword rules of the tag set.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation import significance as pairs
from mltag_desktop.core.evaluation.calibration_comparison import (
    CalibrationChange,
    CalibrationDraws,
    ConfidentAnswers,
    answers_alike,
    compare_calibration,
    compare_confident,
    draw,
)
from mltag_desktop.core.evaluation.evaluation_report import (
    DataCheck,
    DataCheckKind,
    Report,
    headline,
    rows_in_words,
)
from mltag_desktop.core.evaluation.metrics import (
    CONFIDENCE_IN_WORDS,
    INTERVALS_IN_WORDS,
    Mask,
    figures,
    precision_recall,
    several_tags_figures,
    slice_figures,
)
from mltag_desktop.core.evaluation.model_figures import (
    ModelFigures,
    ModelRole,
    find_prediction_changes,
    name_in_sentence,
    role_in_words,
)
from mltag_desktop.core.evaluation.regressions import (
    MetricChange,
    Regression,
    RegressionKind,
    column_slices,
    find_regressions,
    tag_metric_changes,
    text_slices,
)
from mltag_desktop.core.evaluation.significance import Codes, PairedComparison
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.extraction import extract
from mltag_desktop.core.model.keyword_rules import KeywordRules, TagWithKeywords, rules_of
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.training_set import additional_tag_matrix, text_digests
from mltag_desktop.core.model.types import Classifier, Predictions, in_order, shown_version
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.types import TagInfo

MAJORITY: Final = "majority"
"""Version of the majority baseline."""
_MOST_PRIOR: Final = 0.5
"""Largest score from the frequency of a tag: less than any keyword's weight, so that it breaks ties only."""


def majority(truth: Sequence[str]) -> Predictions:
    """Predict the most frequent tag of `truth` for each of its rows; the confidence is its share.

    This is the best that a model can do without reading the texts.
    """
    tags, counts = np.unique(list(truth), return_counts=True)
    shares = (counts / len(truth)).astype(np.float32)
    return Predictions(MAJORITY, tuple(map(str, tags)), np.tile(shares, (len(truth), 1)))


def rules_for(tags: Sequence[TagWithKeywords], truth: Sequence[str] = ()) -> KeywordRules:
    """Return the rules baseline of a tag set (`rules_of`); where no keyword is found, they follow `truth`."""
    counts = Counter(truth)
    prior = {tag: _MOST_PRIOR * count / len(truth) for tag, count in counts.items()}
    return rules_of(tags, prior)


def named(names: Iterable[str]) -> tuple[TagInfo, ...]:
    """Return tags that are known by name only, each once, in order (`in_order`)."""
    return tuple(TagInfo(name, "", "", 0) for name in in_order(set(names)))


NEW_ROWS: Final = message("rows never trained on")
"""Name of the report on the rows that no evaluated model was trained on."""
_PAGE: Final = 2_000
_MOST_CURVES: Final = 12
"""With more tags, only the curve over all tags is kept."""


@dataclass(frozen=True)
class EvaluationRows:
    """Texts with their true tags, and the columns whose values are slices; all have the same length."""

    texts: Sequence[str]
    tags: Sequence[str]
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    additional_tags: Sequence[tuple[str, ...]] = ()
    """The true additional tags of each text; empty where no text has any."""

    def take(self, places: NDArray[np.intp]) -> "EvaluationRows":
        """Return the rows at `places`."""
        chosen = places.tolist()
        return EvaluationRows(
            [self.texts[place] for place in chosen],
            [self.tags[place] for place in chosen],
            {name: [values[place] for place in chosen] for name, values in self.columns.items()},
            [self.additional_tags[place] for place in chosen] if self.additional_tags else (),
        )


def evaluate_classifiers(
    progress: Progress,
    classifiers: Sequence[Classifier],
    rows: EvaluationRows,
    *,
    name: str,
    notes: Sequence[str] = (),
    trained: Sequence[Classifier] | None = None,
    rules: KeywordRules | None = None,
    own_cases: Sequence[behavioural_tests.Case] = (),
) -> Report:
    """Evaluate `classifiers` and the baseline `rules` on the same rows, with the bundled and own cases.

    If one of the models `trained`, by default `classifiers`, was trained on some of the rows or near-copies
    of them, the report warns and has a second report on the other rows.
    """
    share = 0.6 / len(classifiers)
    answers = [
        _predict(SubProgress(progress, share * number, share * (number + 1)), classifier, rows.texts)
        for number, classifier in enumerate(classifiers)
    ]
    cases = (*behavioural_tests.load_cases(resource("behaviour.toml")), *own_cases)
    progress.report(0.6, "behaviour tests")
    behaviour = [behavioural_tests.run(classifier, cases) for classifier in classifiers]
    part = SubProgress(progress, 0.7, 0.85)
    by_rules = None if rules is None else rules.predict(rows.texts)
    report = _evaluate(part, rows, answers, by_rules, name=name, behaviour=behaviour, notes=notes)
    seen = rows_trained_on(
        SubProgress(progress, 0.85, 0.9), classifiers if trained is None else trained, rows.texts
    )
    if not seen.any():
        return report
    new = np.flatnonzero(~seen)
    of_new = [each.take(new) for each in answers]
    part = SubProgress(progress, 0.9, 1.0)
    by_rules = None if by_rules is None else by_rules.take(new)
    others = [_evaluate(part, rows.take(new), of_new, by_rules, name=NEW_ROWS)] if len(new) else []
    return replace(report, checks=(*report.checks, _leak(seen)), others=(*report.others, *others))


def rows_trained_on(
    progress: Progress, models: Sequence[Classifier], texts: Sequence[str]
) -> NDArray[np.bool_]:
    """Return which texts, or near-copies of them, one of the models was trained on, shape (n,)."""
    seen = np.zeros(len(texts), np.bool_)
    linear = [model for model in models if isinstance(model, LinearModel) and len(model.base)]
    if not linear or not len(texts):
        return seen
    digests = text_digests(texts, SubProgress(progress, 0.0, 0.2))
    features = extract(linear[0].vectors, texts, SubProgress(progress, 0.2, 0.5))
    for number, model in enumerate(linear):
        part = SubProgress(progress, 0.5 + 0.5 * number / len(linear), 0.5 + 0.5 * (number + 1) / len(linear))
        seen |= duplicates(features, digests, model.base, part)
    return seen


def _evaluate(
    progress: Progress,
    rows: EvaluationRows,
    answers: Sequence[Predictions],
    rules: Predictions | None,
    *,
    name: str,
    behaviour: Sequence[behavioural_tests.BehaviourResult] = (),
    notes: Sequence[str] = (),
) -> Report:
    """Evaluate the answers for `rows`."""
    slices = dict(text_slices(rows.texts, rows.tags))
    for column, values in rows.columns.items():
        slices |= column_slices(column, values)
    return evaluate_models(
        progress,
        rows.tags,
        answers[0].tags,
        answers,
        behaviour=behaviour,
        rows=RowFacts(slices=slices, additional=rows.additional_tags, rules=rules),
        settings=ReportSettings(
            name=name,
            by_confidence=answers_alike([each.probabilities for each in answers])
            and len({each.tags for each in answers[-2:]}) == 1,
            notes=notes,
        ),
    )


def _leak(seen: NDArray[np.bool_]) -> DataCheck:
    """Return the warning that a model was trained on evaluated rows."""
    count, total = int(seen.sum()), len(seen)
    words = (
        message(
            "A model was trained on all {total:,} rows or near-copies of them, so these figures do not show"
            " how good it is on new texts.",
            total=total,
        )
        if count == total
        else message(
            "A model was trained on {count:,} of {total:,} rows or near-copies of them, so the figures on all"
            " rows are too good. Look at the rows never trained on.",
            count=count,
            total=total,
        )
    )
    return DataCheck(DataCheckKind.LEAKS, words, warns=True)


def _predict(progress: Progress, classifier: Classifier, texts: Sequence[str]) -> Predictions:
    """Predict in pages, so that progress is reported and a cancel is quick."""
    parts, version = [], shown_version(classifier.version)
    for start in range(0, len(texts), _PAGE):
        progress.report(start / len(texts), message("predicting with {version}", version=version))
        parts.append(classifier.predict(texts[start : start + _PAGE]))
    probabilities = np.concatenate([part.probabilities for part in parts])
    return Predictions(version, classifier.tags, probabilities, parts[0].thresholds)


@dataclass(frozen=True)
class RowFacts:
    """Facts about evaluated rows besides their true tags; all have the same length."""

    slices: Mapping[str, NDArray[np.bool_]] = field(default_factory=dict)
    """A mask of the rows for each slice."""
    records: Sequence[int] = ()
    """Record numbers of the rows; empty where they are not from a table."""
    additional: Sequence[Sequence[str]] = ()
    """The true additional tags of each row; with any, models also have metrics over all tags of a row."""
    rules: Predictions | None = None
    """Predictions by the rules of the tag set."""


@dataclass(frozen=True)
class ReportSettings:
    """How a report is named and read."""

    name: str = message("holdout")
    notes: Sequence[str] = ()
    by_confidence: bool = False
    """Whether the last model is a recalibration of the one before it, so that the calibration decides."""
    threshold: float = DEFAULT_REVIEW_THRESHOLD
    """Answers with this confidence or more are not reviewed."""


def evaluate_models(
    progress: Progress,
    truth: Sequence[str],
    tags: Sequence[str],
    predictions: Sequence[Predictions],
    *,
    roles: Sequence[ModelRole] = (),
    behaviour: Sequence[behavioural_tests.BehaviourResult | None] = (),
    rows: RowFacts = RowFacts(),
    settings: ReportSettings = ReportSettings(),
) -> Report:
    """Evaluate models by their `predictions` for rows with the true tags `truth`, shape (n,).

    Tags that only the truth or a model has are added to `tags`. The baselines of the report are the majority
    of `truth`, and the rules if they find more than one tag.
    """
    evaluated = _rows_of(truth, tags, predictions, rows)
    answers = [each.with_tags(evaluated.tags) for each in predictions]
    parts = list(roles) or [ModelRole.MODEL] * len(predictions)
    tested = list(behaviour) or [None] * len(predictions)
    models: list[ModelFigures] = []
    for number, (role, answered, result) in enumerate(zip(parts, answers, tested, strict=True)):
        progress.report(
            0.8 * number / max(1, len(answers)),
            message("evaluating {get}", get=role_in_words(role, answered.version)),
        )
        found = evaluated.figures_with_curves(role, answered, settings.threshold)
        models.append(replace(found, behaviour=result))
    baselines = _baselines(truth, rows.rules, evaluated.tags) if models else []
    comparisons = [
        evaluated.compare(other, answers[-1]) for other in (*(each for _, each in baselines), *answers[:-1])
    ]
    drawn = draw(SubProgress(progress, 0.8, 0.9), evaluated.truth, [each.probabilities for each in answers])
    models = [_with_calibration(model, drawn, number) for number, model in enumerate(models)]
    changes, prediction_changes = _Changes(), None
    if len(models) > 1:  # with many rows each step is slow; reports between them allow a cancel
        changes = _changes_between(progress, evaluated, models, answers, drawn, settings)
        progress.report(0.98)
        named = [f"{record + 1:,}" for record in rows.records] or None
        prediction_changes = find_prediction_changes(predictions[-2], predictions[-1], truth, named)
    progress.report(1.0, "evaluated")
    paired = comparisons[-1] if len(models) > 1 else None
    sure = changes.calibration if settings.by_confidence else None
    return Report(
        name=settings.name,
        rows=len(evaluated.truth),
        headline=headline(models, paired, None, sure, changes.confident, rows_in_words(settings.name)),
        models=tuple(models),
        paired=paired,
        comparisons=tuple(comparisons),
        prediction_changes=prediction_changes,
        table_prediction_changes=None,
        regressions=changes.regressions,
        notes=(
            *settings.notes,
            *_confident_note(models, changes.confident),
            INTERVALS_IN_WORDS,
            CONFIDENCE_IN_WORDS,
        ),
        metric_changes=changes.metrics,
        records=tuple(int(record) for record in rows.records),
        truth=tuple(evaluated.truth.tolist()) if len(rows.records) else (),
        calibration=changes.calibration,
        by_confidence=settings.by_confidence,
        confident=changes.confident,
        joint=changes.joint,
        review_threshold=settings.threshold,
        baselines=tuple(evaluated.figures(role, answered) for role, answered in baselines),
    )


@dataclass(frozen=True)
class _Rows:
    """Rows that models are evaluated on; predictions for them have the columns `tags`."""

    tags: tuple[str, ...]
    truth: Codes
    every: Mask | None
    """All true tags of each row, shape (n, tags); None where no row has several."""
    slices: Mapping[str, NDArray[np.bool_]]
    are_records: bool

    def figures(self, role: ModelRole, answered: Predictions) -> ModelFigures:
        """Return the metrics of a model, without curves and behavioural tests."""
        truth, best, tags = self.truth, answered.best, self.tags
        return ModelFigures(
            **vars(figures(truth, answered.probabilities, tags)),
            role=role,
            version=answered.version,
            slices={
                key: slice_figures(truth[mask], best[mask], len(tags)) for key, mask in self.slices.items()
            },
            behaviour=None,
            answers=tuple(best.tolist()) if self.are_records else (),
            confidences=_rounded(answered.confidence) if self.are_records else (),
        )

    def figures_with_curves(self, role: ModelRole, answered: Predictions, threshold: float) -> ModelFigures:
        """Return the metrics and curves of a model, also over all tags of a row if some rows have several."""
        curved = self.tags if len(self.tags) <= _MOST_CURVES else ()
        curves = precision_recall(self.truth, answered.probabilities, curved, also=threshold)
        several = None
        if self.every is not None:
            predicted = answered.additional.copy()
            predicted[np.arange(len(predicted)), answered.best] = True
            several = several_tags_figures(self.every, predicted, answered.probabilities, self.tags)
        return replace(self.figures(role, answered), curves=curves, several=several)

    def compare(self, old: Predictions, new: Predictions) -> PairedComparison:
        """Compare the tags of two models."""
        return pairs.compare(self.truth, old.best, new.best, names=(old.version, new.version))


def _rows_of(
    truth: Sequence[str], tags: Sequence[str], predictions: Sequence[Predictions], facts: RowFacts
) -> _Rows:
    more = [tag for names in facts.additional for tag in names]
    order = tuple(dict.fromkeys([*tags, *(tag for each in predictions for tag in each.tags), *truth, *more]))
    place = {tag: code for code, tag in enumerate(order)}
    codes = np.array([place[tag] for tag in truth], dtype=np.int64)
    every = additional_tag_matrix(facts.additional, order)
    if every is not None:
        every[np.arange(len(codes)), codes] = True
    return _Rows(order, codes, every, facts.slices, len(facts.records) > 0)


def _baselines(
    truth: Sequence[str], rules: Predictions | None, tags: Sequence[str]
) -> list[tuple[ModelRole, Predictions]]:
    if not len(truth):
        return []
    found = [(ModelRole.MAJORITY, majority(truth).with_tags(tags))]
    if rules is None or len(np.unique(rules.best)) == 1:  # never better than the majority
        return found
    return [*found, (ModelRole.RULES, rules.with_tags(tags))]


@dataclass(frozen=True)
class _Changes:
    """What the last model changes, compared with the one before it."""

    calibration: CalibrationChange | None = None
    confident: ConfidentAnswers | None = None
    regressions: tuple[Regression, ...] = ()
    metrics: tuple[MetricChange, ...] = ()
    joint: tuple[tuple[int, int, int, int], ...] = ()


def _changes_between(
    progress: Progress,
    rows: _Rows,
    models: Sequence[ModelFigures],
    answers: Sequence[Predictions],
    drawn: CalibrationDraws,
    settings: ReportSettings,
) -> _Changes:
    """Compare the last of `models` with the one before it."""
    truth, names = rows.truth, (models[-2].version, models[-1].version)
    probabilities = [each.probabilities for each in answers]
    best = [each.best for each in answers]
    calibration = compare_calibration(truth, probabilities, drawn, names=names)
    confident = compare_confident(truth, probabilities, settings.threshold, names=names)
    progress.report(0.92)
    regressions = find_regressions(
        models, truth, best, rows.slices, calibration, by_confidence=settings.by_confidence
    )
    progress.report(0.95)
    return _Changes(
        calibration,
        confident,
        (*regressions, *_confident_regressions(confident)),
        tag_metric_changes(rows.tags, truth, best),
        _joint(truth, best),
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


def _joint(codes: Codes, answers: Sequence[Codes]) -> tuple[tuple[int, int, int, int], ...]:
    """Count the rows by true tag and the tags of the last two models."""
    if not len(codes):
        return ()
    cells, counts = np.unique(np.stack([codes, *answers[-2:]], axis=1), axis=0, return_counts=True)
    return tuple((*cell, count) for cell, count in zip(cells.tolist(), counts.tolist(), strict=True))


def _confident_note(models: Sequence[ModelFigures], confident: ConfidentAnswers | None) -> tuple[str, ...]:
    """Return a note on the accuracy of confident answers, whether or not noise explains the difference."""
    if confident is None or not confident.rows_a or not confident.rows_b:
        return ()
    new, old = name_in_sentence(models[-1]), name_in_sentence(models[-2])
    return (
        message(
            "At a confidence of {threshold:.2f} or above, {right_b:,} of {rows_b:,} answers of {new} "
            "are right, and {right_a:,} of {rows_a:,} of {old}.",
            threshold=confident.threshold,
            right_b=confident.right_b,
            rows_b=confident.rows_b,
            new=new,
            right_a=confident.right_a,
            rows_a=confident.rows_a,
            old=old,
        ),
    )


def _confident_regressions(confident: ConfidentAnswers) -> tuple[Regression, ...]:
    if confident.verdict != "worse":
        return ()
    name = message("share right at a confidence of {threshold:.2f} or above", threshold=confident.threshold)
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


def _rounded(shares: NDArray[np.floating[Any]]) -> tuple[float, ...]:
    return tuple(round(float(share), 4) for share in shares)
