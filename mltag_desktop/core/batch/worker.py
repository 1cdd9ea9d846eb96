"""A worker holds the model and predicts chunks of texts; the ways to run it on this computer."""

import contextlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from mltag_desktop.core.batch.task import ChunkPredictions, Task
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import load_model
from mltag_desktop.core.model.off_topic import (
    OffTopicFilter,
    Suspicion,
    compared_texts,
    published_off_topic_filter,
)
from mltag_desktop.core.model.prediction_cache import PredictionCache, digest_of
from mltag_desktop.core.model.types import Classifier, FloatArray, Predictions
from mltag_desktop.core.processes.pool import ProcessPool

Texts = Sequence[str]


class Worker:
    """Predicts the chunks of one task, one at a time."""

    def __init__(self, task: Task, classifier: Classifier | None = None) -> None:
        """Load the model unless it is given; raises `MltagError` when it is not the task's version."""
        self._task = task
        self.classifier = load_model(task.model) if classifier is None else classifier
        if self.classifier.version != task.version:
            raise MltagError(
                f"This computer has model {self.classifier.version}, not {task.version}.",
                "Use the same model on every machine.",
            )
        self._cache = None if task.cache is None else PredictionCache.open(task.cache, read_only=True)
        self._filter: OffTopicFilter | None = None
        if task.off_topic and isinstance(self.classifier, LinearModel):
            self._filter = published_off_topic_filter(self.classifier)
            if self._filter is not None and task.off_topic_limit is not None:
                self._filter = replace(self._filter, limit=task.off_topic_limit)

    def __call__(self, texts: Texts) -> ChunkPredictions:
        """Predict a chunk of texts."""
        vectors: FloatArray | None = None
        if self._cache is not None:
            done = self._with_cache(self._cache, texts)
        elif self._filter is not None and isinstance(self.classifier, LinearModel):
            found, vectors = self.classifier.predict_with_vectors(texts)
            done = ChunkPredictions(found)
        else:
            done = ChunkPredictions(self.classifier.predict(texts))
        if self._filter is None:
            return done
        decided = done.decisions.keys()
        off, doubtful = (
            frozenset(np.flatnonzero(mask).tolist()) - decided
            for mask in self._suspicion(self._filter, texts, vectors)
        )
        return replace(done, off_topic=off, doubtful=doubtful)

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def _suspicion(self, detector: OffTopicFilter, texts: Texts, vectors: FloatArray | None) -> Suspicion:
        if not isinstance(self.classifier, LinearModel):
            raise TypeError("only a trained model has a filter")
        if vectors is None:
            vectors = text_vectors(self.classifier.vectors, texts)
        return compared_texts(self.classifier, texts, vectors).suspicion_by(detector)

    def _with_cache(self, cache: PredictionCache, texts: Texts) -> ChunkPredictions:
        task = self._task
        digests = list(map(digest_of, texts))
        probabilities, is_known = cache.probabilities(task.version, digests, len(task.tags))
        decisions = cache.decisions(texts)
        to_predict = [at for at in np.flatnonzero(~is_known).tolist() if at not in decisions]
        if to_predict:
            found = self.classifier.predict([texts[at] for at in to_predict]).probabilities
            probabilities[to_predict] = found
        return ChunkPredictions(
            Predictions(task.version, task.tags, probabilities),
            decisions,
            hits=len(texts) - len(to_predict),
            fresh={digests[at]: probabilities[at] for at in to_predict},
        )


def predict_here(worker: Worker, chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
    """Yield the result for each chunk of texts, predicted in this process."""
    with contextlib.closing(worker):
        yield from map(worker, chunks)


def predict_in_pool(task: Task, count: int, chunks: Iterator[Texts]) -> Generator[ChunkPredictions]:
    """Yield the result for each chunk of texts in order, predicted in `count` worker processes."""
    with contextlib.closing(ProcessPool(kept=count, niceness=0)) as pool:
        yield from pool.map_made(partial(Worker, task), chunks, count)
