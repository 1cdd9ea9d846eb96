"""Models that take long or run foreign code, asked in the worker process."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mltag_desktop.core.model.explaining.classifier_calls import explain_with, predict_with
from mltag_desktop.core.model.types import Classifier, Explanation, Predictions
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel


def classifier_for(progress: Progress, worker: ProcessPool, model: "LinearModel") -> Classifier:
    """Return `model`, or a classifier that asks it in the worker process where it must not run here."""
    return WorkerClassifier(progress, worker, model) if model.is_heavy else model


class WorkerClassifier:
    """A model whose predictions and explanations are computed in the worker process."""

    def __init__(self, progress: Progress, worker: ProcessPool, model: "LinearModel") -> None:
        self._progress, self._worker, self._model = progress, worker, model

    @property
    def version(self) -> str:
        """The version of the model."""
        return self._model.version

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self._model.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts` in the worker process."""
        return self._worker.short_call(self._progress, predict_with, self._model, list(texts))

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Explain a tag of `text` in the worker process."""
        return self._worker.short_call(self._progress, explain_with, self._model, text, tag)
