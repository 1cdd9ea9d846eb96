"""Predictions of a table whose process keeps how much each text is like the training data.

The search for the records that may be off topic (`off_topic_records.py`) would extract the same features.
"""

import threading
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.drift.off_topic import lengths_of, off_topic_filter
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace import pending_predictions
from mltag_desktop.core.workspace.pending_predictions import TextPredictions, digested
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import TextPlaces, TextStore
from mltag_desktop.core.workspace.types import RowArray

_LONGEST: Final = 255
"""Longer texts are kept as this long; the filter asks for short and for empty ones only."""


class Scores(NamedTuple):
    """Scores of the filter of a model (`OffTopicFilter.scores`) and lengths of n texts."""

    scores: NDArray[np.float64]
    lengths: NDArray[np.uint8]


class _ScoresBySlot:
    """The scores of the texts of one table; for one thread at a time."""

    def __init__(self) -> None:
        self._scores = np.zeros(0, np.float64)
        self._lengths = np.zeros(0, np.uint8)
        self._digests = np.zeros(0, np.uint64)
        """The first half of the digest of each text; 0 without a score."""

    def put(self, slots: RowArray, found: Scores, digests: NDArray[np.uint64]) -> None:
        """Keep scores."""
        missing = int(slots.max(initial=-1)) + 1 - len(self._scores)
        if missing > 0:
            more = max(missing, len(self._scores) // 4)
            self._scores = np.pad(self._scores, (0, more))
            self._lengths = np.pad(self._lengths, (0, more))
            self._digests = np.pad(self._digests, (0, more))
        self._scores[slots], self._lengths[slots], self._digests[slots] = *found, digests

    def of(self, slots: RowArray, digests: NDArray[np.uint64]) -> tuple[NDArray[np.intp], Scores]:
        """Return which of some texts have a score, by their places, and the scores."""
        places = np.flatnonzero(slots < len(self._scores))
        places = places[self._digests[slots[places]] == digests[places]]
        return places, Scores(self._scores[slots[places]], self._lengths[slots[places]])


_Key = tuple[Path, int, str]
_kept: dict[_Key, _ScoresBySlot] = {}
"""The scores of one table by one model: 17 bytes for each record."""
_lock: Final = threading.Lock()


def predict_and_score(progress: Progress, model: LinearModel, places: TextPlaces) -> TextPredictions:
    """Read the texts at `places` and predict them; keep their scores if the model has a filter."""
    detector = None if model.is_heavy else off_topic_filter(model)
    if detector is None:
        return pending_predictions.predict_places(progress, model, places)
    with places.connected() as store:
        texts = TextStore(store).of(places.generation, places.slots)
    progress.report(0.2)
    predictions, vectors = model.predict_with_vectors(texts)
    found = digested(predictions, texts)
    rounded = vectors.astype(np.float16).astype(np.float32)  # as the search keeps them
    lengths = np.minimum(lengths_of(texts), _LONGEST).astype(np.uint8)
    key = (places.path, places.generation, model.version)
    with _lock:
        if key not in _kept:
            _kept.clear()
            _kept[key] = _ScoresBySlot()
        _kept[key].put(places.slots, Scores(detector.scores(rounded), lengths), _halves(found.digests))
    return found


def known_scores(table: WorkspaceTable, model: LinearModel) -> tuple[RowArray, Scores]:
    """Return the records of a table that this process predicted with `model`, and their scores."""
    with _lock:
        kept = _kept.get((table.store.path, table.generation, model.version))
        if kept is None:
            return np.zeros(0, np.int64), Scores(np.zeros(0), np.zeros(0, np.uint8))
        rows, found = kept.of(table.live.all("slot"), _halves(table.live.all("digest")))
        return rows.astype(np.int64), found


def _halves(digests: NDArray[Any]) -> NDArray[np.uint64]:
    halves: NDArray[np.uint64] = np.ascontiguousarray(digests).view(np.uint64).reshape(-1, 2)[:, 0]
    return halves
