"""A worker: holds the model, and turns requests into predicted rows.

The engines that predict a file on this computer.
"""

import contextlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from mltag_desktop.core.batch.task import (
    SIZE,
    ChunkPredictions,
    ChunkResult,
    FileChunk,
    NewPredictions,
    Request,
    Task,
    TextBatch,
    read_chunk,
)
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
from mltag_desktop.core.tables.formats import format_called, open_table
from mltag_desktop.core.tables.table_source import MOST_REASONS


class Worker:
    """Processes the requests of one task, one at a time."""

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
        self._reader: Callable[[FileChunk], ChunkResult] | None = None

    def __call__(self, request: Request) -> ChunkResult:
        """Process one request."""
        if isinstance(request, TextBatch):
            return self._predicted_chunk(request.texts)
        if self._reader is None:
            self._reader = self._chunk_reader()
        return self._reader(request)

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    def _predicted_chunk(self, texts: Sequence[str]) -> ChunkResult:
        vectors: FloatArray | None = None
        if self._cache is not None:
            done = self._with_cache(self._cache, texts)
        elif self._filter is not None and isinstance(self.classifier, LinearModel):
            found, vectors = self.classifier.predict_with_vectors(texts)
            done = ChunkResult(len(texts), answers=ChunkPredictions(found))
        else:
            done = ChunkResult(len(texts), answers=ChunkPredictions(self.classifier.predict(texts)))
        if self._filter is None or done.answers is None:
            return done
        decided = done.answers.decisions.keys()
        off, doubtful = (
            frozenset(np.flatnonzero(mask).tolist()) - decided
            for mask in self._suspicion(self._filter, texts, vectors)
        )
        answers = replace(done.answers, off_topic=off, doubtful=doubtful)
        return replace(done, answers=answers, off_topic=len(off))

    def _suspicion(
        self, detector: OffTopicFilter, texts: Sequence[str], vectors: FloatArray | None
    ) -> Suspicion:
        if not isinstance(self.classifier, LinearModel):
            raise TypeError("only a trained model has a filter")
        if vectors is None:
            vectors = text_vectors(self.classifier.vectors, texts)
        return compared_texts(self.classifier, texts, vectors).suspicion_by(detector)

    def _with_cache(self, cache: PredictionCache, texts: Sequence[str]) -> ChunkResult:
        task = self._task
        digests = list(map(digest_of, texts))
        places, known = cache.matrix(task.version, digests)
        probabilities = np.zeros((len(texts), len(task.tags)), np.float32)
        is_missing = np.ones(len(texts), np.bool_)
        if len(places):
            probabilities[places] = known
            is_missing[places] = False
        decisions = cache.decisions(texts)
        to_predict = [at for at in np.flatnonzero(is_missing).tolist() if at not in decisions]
        fresh = None
        if to_predict:
            found = self.classifier.predict([texts[at] for at in to_predict]).probabilities
            probabilities[to_predict] = found
            fresh = NewPredictions(tuple(digests[at] for at in to_predict), found)
        answers = ChunkPredictions(Predictions(task.version, task.tags, probabilities), decisions)
        return ChunkResult(len(texts), answers=answers, hits=len(texts) - len(to_predict), fresh=fresh)

    def _chunk_reader(self) -> Callable[[FileChunk], ChunkResult]:
        """Return a function that predicts a part of the file and returns the bytes of its rows."""
        task, buffer = self._task, io.BytesIO()
        source = open_table(task.source, task.dialect)
        writer = format_called(task.out_form).writer(buffer, source, task.added)
        _taken(buffer)  # the head

        def tag(chunk: FileChunk) -> ChunkResult:
            data = read_chunk(task.source, chunk)
            block = source.block_in(data)
            if block is None:
                return ChunkResult(0, clean=False)
            done = self._predicted_chunk(block.texts(task.mapping.text))
            if done.answers is not None:
                task.write(writer, block, done.answers)
            left_out = [(item.line, item.reason) for _, item in block.quarantined]
            return replace(
                done,
                answers=None,
                data=_taken(buffer),
                lines=data.count(b"\n"),
                unreadable=len(left_out),
                reasons=tuple(left_out[:MOST_REASONS]),
            )

        return tag


def _taken(buffer: io.BytesIO) -> bytes:
    """Empty a buffer and return what was in it."""
    data = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return data


class InProcessPool:
    """Processes requests in the current process, without a pool."""

    def __init__(self, worker: Worker, stretch: int = SIZE) -> None:
        self._worker = worker
        self.stretch = stretch

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request."""
        try:
            yield from map(self._worker, requests)
        finally:
            self._worker.close()


class WorkerPool:
    """Processes requests in `count` worker processes."""

    def __init__(self, task: Task, count: int, stretch: int = SIZE) -> None:
        self._task, self._count = task, count
        self.stretch = stretch

    def run(self, requests: Iterator[Request]) -> Iterator[ChunkResult]:
        """Yield the result of each request, in request order."""
        with contextlib.closing(ProcessPool(kept=self._count, niceness=0)) as pool:
            yield from pool.map_made(partial(Worker, self._task), requests, self._count)
