"""Evaluate classifiers on labelled texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.evaluation_report import DataCheck, DataCheckKind, Report, evaluate_models
from mltag_desktop.core.evaluation.slices import column_slices, text_slices
from mltag_desktop.core.evaluation.statistics.calibration_comparison import answers_alike
from mltag_desktop.core.filesystem.files import resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.features.extraction import extract
from mltag_desktop.core.model.keyword_rules import KeywordRules
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.similarity.near_duplicates import duplicates
from mltag_desktop.core.model.training_set import text_digests
from mltag_desktop.core.model.types import Classifier, Predictions, shown_version
from mltag_desktop.core.progress import Progress, SubProgress

NEW_ROWS: Final = message("rows never trained on")
"""Name of the report on the rows that no evaluated model was trained on."""
_PAGE: Final = 2_000


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
        name=name,
        slices=slices,
        behaviour=behaviour,
        by_confidence=answers_alike([each.probabilities for each in answers])
        and len({each.tags for each in answers[-2:]}) == 1,
        notes=notes,
        additional=rows.additional_tags,
        rules=rules,
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
