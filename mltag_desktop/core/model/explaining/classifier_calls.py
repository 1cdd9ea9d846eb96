"""Calls of a classifier in another process."""

from collections.abc import Sequence

from mltag_desktop.core.model.types import Classifier, Explanation, Predictions
from mltag_desktop.core.progress import Progress


def predict_with(progress: Progress, classifier: Classifier, texts: Sequence[str]) -> Predictions:
    """Return the predictions for `texts`."""
    progress.report(0.0)
    return classifier.predict(texts)


def explain_with(progress: Progress, classifier: Classifier, text: str, tag: str | None) -> Explanation:
    """Return the explanation of a tag of `text`."""
    progress.report(0.0)
    return classifier.explain(text, tag)
