"""Predicts all records of a workspace that have no prediction by a model, on several cores."""

import contextlib
import itertools
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from mltag_desktop.core.learning.off_topic_records import OffTopicSearch, is_due
from mltag_desktop.core.model.bundle import load_bundle
from mltag_desktop.core.model.extraction import text_vectors
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import ComparedTexts, compared_texts
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress
from mltag_desktop.core.workspace.pending_predictions import (
    KeptEmbeddings,
    TextPredictions,
    digested,
    predict_with_kept,
)
from mltag_desktop.core.workspace.records.text_store import TextPlaces
from mltag_desktop.core.workspace.types import RowArray
from mltag_desktop.core.workspace.workspace import Workspace

_CHUNK: Final = 8_000
_FEWEST_ROWS: Final = 50_000
"""Fewest records for which processes are started: the start takes as long as 20,000 predictions."""


class _ChunkResult(NamedTuple):
    """The predictions of the records of one chunk, and the vectors of their texts if they are needed."""

    found: TextPredictions
    vectors: ComparedTexts | None


def predict_pending(
    progress: Progress,
    workspace: Workspace,
    model: LinearModel,
    processes: int = 1,
    *,
    fewest: int = _FEWEST_ROWS,
) -> int:
    """Predict the records without a prediction by `model`, and find those that may be off topic.

    A table of `fewest` records or more is predicted by this number of processes. Returns the number of
    predicted records.
    """
    due = not workspace.read_only and is_due(workspace, model)
    search = OffTopicSearch(workspace, model) if due else None
    count, done = workspace.table.count, 0
    given: deque[RowArray] = deque()

    def requests() -> Iterator[TextPlaces]:
        chunks = workspace.pending_predictions.places(model.version, sizes=itertools.repeat(_CHUNK))
        for rows, places in chunks:
            given.append(rows)
            yield places

    many = processes if count >= fewest else 1
    with contextlib.closing(
        _answers(workspace, requests(), model, with_vectors=due, processes=many)
    ) as answers:
        for chunk in answers:
            rows = given.popleft()
            progress.report(0.9 * done / max(1, count), "Predicting")
            workspace.pending_predictions.put(rows, *chunk.found)
            if search is not None and chunk.vectors is not None:
                search.add(rows, chunk.vectors)
            done += len(rows)
    if search is not None:
        workspace.off_topic.put(search.basis, search.finish(SubProgress(progress, 0.9, 1.0)))
    return done


def _answers(
    workspace: Workspace,
    requests: Iterator[TextPlaces],
    model: LinearModel,
    *,
    with_vectors: bool,
    processes: int,
) -> Generator[_ChunkResult, None, None]:
    """Yield the result of each request, in order."""
    if processes > 1 and model.folder is not None and not model.is_heavy:
        make_worker = partial(_Worker, model.folder, model.version, with_vectors)
        with contextlib.closing(ProcessPool(kept=processes, niceness=0)) as pool:
            yield from pool.map_made(make_worker, requests, processes)
        return
    store, kept = workspace.table.text_store, KeptEmbeddings(workspace.embeddings)
    for places in requests:
        texts = store.of(places.generation, places.slots)
        if not model.is_heavy:
            yield _predicted(model, texts, with_vectors=with_vectors)
            continue
        found = compared_texts(model, texts, text_vectors(model.vectors, texts)) if with_vectors else None
        yield _ChunkResult(digested(predict_with_kept(model, texts, kept), texts), found)


class _Worker:
    """Predicts in a worker process; a workspace uses its model without the gate."""

    def __init__(self, folder: Path, version: str, with_vectors: bool) -> None:
        model = load_bundle(folder)
        self._model = model if model.version == version else model.own
        self._with_vectors = with_vectors

    def __call__(self, places: TextPlaces) -> _ChunkResult:
        return _predicted(self._model, places.texts(), with_vectors=self._with_vectors)


def _predicted(model: LinearModel, texts: Sequence[str], *, with_vectors: bool) -> _ChunkResult:
    """Predict texts with a model that is not heavy; their features are extracted once."""
    if not with_vectors:
        return _ChunkResult(digested(model.predict(texts), texts), None)
    predictions, vectors = model.predict_with_vectors(texts)
    return _ChunkResult(digested(predictions, texts), compared_texts(model, texts, vectors))
