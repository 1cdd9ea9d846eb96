"""Predictions of a table whose process keeps how much each text is like the training data, and its vector.

The search for the records that may be off topic (`off_topic_records.py`) would extract the same features.
"""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.off_topic import Floats, OffTopicFilter, lengths_of, off_topic_filter
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace import pending_predictions
from mltag_desktop.core.workspace.pending_predictions import TextPredictions, digested
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import TextPlaces, TextStore
from mltag_desktop.core.workspace.types import RowArray

_AT_ONCE: Final = 16_000
_CAUTION: Final = 1.01
"""Allows for the rounding of sums."""
_LONGEST: Final = 255
"""Longer texts are kept as this long; the filter asks for short and for empty ones only."""


class Scores(NamedTuple):
    """Scores of the filter of a model (`OffTopicFilter.scores`), lengths and rounded vectors of n texts."""

    scores: NDArray[np.float64]
    lengths: NDArray[np.uint8]
    codes: NDArray[np.int8]
    """Shape (n, d)."""
    scales: NDArray[np.float32]
    """A vector is its codes times its scale, to half a scale for each dimension; shape (n,)."""

    def scores_by(self, detector: OffTopicFilter, own: OffTopicFilter) -> tuple[Floats, Floats]:
        """Return the scores of a filter with other weights than `own`, and how wrong they may be, shape (n,).

        The scores of `own` are exact, so only the change of the weights is multiplied with rounded vectors.
        """
        change = detector.weights - own.weights
        found = self.codes.astype(np.float32) @ change.astype(np.float32)
        error = self.scales.astype(np.float64) * (0.5 * _CAUTION * float(np.abs(change).sum()))
        return self.scores + found * self.scales, error


class _ScoresBySlot:
    """The scores of the texts of one table; for one thread at a time."""

    def __init__(self, dimension: int) -> None:
        self._scores = np.zeros(0, np.float64)
        self._lengths = np.zeros(0, np.uint8)
        self._codes = np.zeros((0, dimension), np.int8)
        self._scales = np.zeros(0, np.float32)
        self._digests = np.zeros(0, np.uint64)
        """The first half of the digest of each text; 0 without a score."""

    def put(self, slots: RowArray, found: Scores, digests: NDArray[np.uint64]) -> None:
        """Keep scores."""
        missing = int(slots.max(initial=-1)) + 1 - len(self._scores)
        if missing > 0:
            count = len(self._scores) + max(missing, len(self._scores))  # zeros use no memory
            self._scores, self._lengths = _grown(self._scores, count), _grown(self._lengths, count)
            self._codes, self._scales = _grown(self._codes, count), _grown(self._scales, count)
            self._digests = _grown(self._digests, count)
        self._scores[slots], self._lengths[slots] = found.scores, found.lengths
        self._codes[slots], self._scales[slots] = found.codes, found.scales
        self._digests[slots] = digests

    def places(self, slots: RowArray, digests: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Return which of some texts have a score, by their places."""
        places = np.flatnonzero(slots < len(self._scores))
        is_same = self._digests[slots[places]] == digests[places]
        found: NDArray[np.intp] = places[is_same]
        return found

    def of(self, slots: RowArray) -> Scores:
        """Return the scores of texts that have some."""
        return Scores(self._scores[slots], self._lengths[slots], self._codes[slots], self._scales[slots])


_Key = tuple[Path, int, str]
_kept: dict[_Key, _ScoresBySlot] = {}
"""The scores of one table by one model: 149 bytes for each record with vectors of 128 dimensions."""
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
    scales = np.abs(rounded).max(axis=1, initial=0.0) / np.float32(127)
    codes = np.rint(rounded / np.where(scales > 0, scales, 1)[:, None]).astype(np.int8)
    lengths = np.minimum(lengths_of(texts), _LONGEST).astype(np.uint8)
    key = (places.path, places.generation, model.version)
    with _lock:
        if key not in _kept:
            _kept.clear()
            _kept[key] = _ScoresBySlot(rounded.shape[1])
        scores = Scores(detector.scores(rounded), lengths, codes, scales)
        _kept[key].put(places.slots, scores, _halves(found.digests))
    return found


def scored_rows(table: WorkspaceTable, model: LinearModel) -> RowArray:
    """Return the records of a table that this process predicted with `model`, sorted."""
    with _lock:
        kept = _kept.get(_key(table, model))
        if kept is None:
            return np.zeros(0, np.int64)
        rows = kept.places(table.live.all("slot"), _halves(table.live.all("digest")))
        return rows.astype(np.int64)


def known_scores(table: WorkspaceTable, model: LinearModel) -> Iterator[tuple[RowArray, Scores]]:
    """Yield the records of a table that this process predicted with `model`, in parts, and their scores."""
    rows, slots = scored_rows(table, model), table.live.all("slot")
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        with _lock:
            kept = _kept.get(_key(table, model))
            found = None if kept is None else kept.of(slots[part])
        if found is None:
            return  # another table took its place
        yield part, found


def _key(table: WorkspaceTable, model: LinearModel) -> _Key:
    return table.store.path, table.generation, model.version


def _grown(array: NDArray[Any], count: int) -> NDArray[Any]:
    """Return an array with `count` rows."""
    found = np.zeros((count, *array.shape[1:]), array.dtype)
    found[: len(array)] = array
    return found


def _halves(digests: NDArray[Any]) -> NDArray[np.uint64]:
    halves: NDArray[np.uint64] = np.ascontiguousarray(digests).view(np.uint64).reshape(-1, 2)[:, 0]
    return halves
