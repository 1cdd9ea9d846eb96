"""Evaluate classifiers on labelled texts."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from mltag_desktop.core.evaluation import behavioural_tests
from mltag_desktop.core.evaluation.calibration import answers_alike
from mltag_desktop.core.evaluation.report import Report, evaluate_models
from mltag_desktop.core.evaluation.slices import column_slices, text_slices
from mltag_desktop.core.files import resource
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.types import Classifier, Predictions
from mltag_desktop.core.progress import Progress, SubProgress

_PAGE: Final = 2_000


def evaluate_classifiers(
    progress: Progress,
    classifiers: Sequence[Classifier],
    texts: Sequence[str],
    tags: Sequence[str],
    *,
    name: str,
    columns: Mapping[str, Sequence[str]] | None = None,
    notes: Sequence[str] = (),
) -> Report:
    """Evaluate `classifiers` on the same texts with the true `tags`, shape (n,).

    Each value of `columns`, which are as long as `texts`, is a slice.
    """
    share = 0.6 / len(classifiers)
    answers = [
        _predict(SubProgress(progress, share * number, share * (number + 1)), classifier, texts)
        for number, classifier in enumerate(classifiers)
    ]
    cases = behavioural_tests.load_cases(resource("behaviour.toml"))
    progress.report(0.6, "behaviour tests")
    slices = dict(text_slices(texts, tags))
    for column, values in (columns or {}).items():
        slices |= column_slices(column, values)
    return evaluate_models(
        SubProgress(progress, 0.7, 1.0),
        tags,
        classifiers[0].tags,
        answers,
        name=name,
        slices=slices,
        behaviour=[behavioural_tests.run(classifier, cases) for classifier in classifiers],
        by_confidence=answers_alike([each.probabilities for each in answers])
        and len({each.tags for each in answers[-2:]}) == 1,
        notes=notes,
    )


def _predict(progress: Progress, classifier: Classifier, texts: Sequence[str]) -> Predictions:
    """Predict in pages, so that progress is reported and a cancel is quick."""
    parts = []
    for start in range(0, len(texts), _PAGE):
        progress.report(start / len(texts), message("predicting with {version}", version=classifier.version))
        parts.append(classifier.predict(texts[start : start + _PAGE]))
    return Predictions(
        classifier.version, classifier.tags, np.concatenate([part.probabilities for part in parts])
    )
