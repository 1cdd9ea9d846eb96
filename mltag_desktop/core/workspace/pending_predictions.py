"""Records that a model has not predicted yet: their texts are handed out, its predictions come back."""

import threading
from collections.abc import Iterator, Sequence

import numpy as np

from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.model_store import ModelStore
from mltag_desktop.core.workspace.prediction_store import PredictionStore, keys
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import digest
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.types import Change, RowArray, RowId


class PendingPredictions:
    """Hands out texts to predict and stores the predictions; thread-safe."""

    def __init__(
        self,
        store: ConnectionPool,
        table: WorkspaceTable,
        live: RecordStates,
        predictions: PredictionStore,
        models: ModelStore,
    ) -> None:
        self._store = store
        self._table = table
        self._live = live
        self._predictions = predictions
        self._models = models
        self._given = threading.local()

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records without a prediction by `version`, those of `first` first.

        Records that are imported meanwhile come too; each comes once, unless its text changes.
        """
        generation, start = -1, 0
        while True:
            if generation != self._table.generation:
                generation, start = self._table.generation, 0
            count = self._live.count
            rows = self._without(version, start, count)
            if not len(rows):
                return
            start = count
            for chunk in _ordered(rows, size, first):
                if generation != self._table.generation:
                    break
                texts = self._table.text_store.of(generation, self._live.take("slot", chunk))
                self._given.digests = dict(zip(chunk.tolist(), map(digest, texts), strict=True))
                yield chunk, texts

    def put(self, rows: RowArray, predictions: Predictions) -> Change:
        """Store the predictions for the chunk that `pending` gave this thread last.

        They show at once when they are by the active model and the text is still the same. A version that
        the workspace does not hold counts as the base model's.
        """
        rows = np.asarray(rows, np.int64)
        if not len(rows):
            return Change(rows, ChangeKind(0))
        if not self._models.holds(predictions.version) and self._models.base != predictions.version:
            self._models.set_base(predictions.version)
        given = getattr(self._given, "digests", {})
        now = self._live.take("digest", rows)
        read = np.frombuffer(
            b"".join(given.get(row, now[place].tobytes()) for place, row in enumerate(rows.tolist())),
            now.dtype,
        )
        with self._store.write(urgent=False) as transaction:
            answers = self._predictions.put(transaction, rows, read, predictions)
            same = np.flatnonzero(self._live.take("digest", rows) == read)
            if self._models.active == predictions.version:
                transaction.then(lambda: self._live.predict(rows[same], answers.of(same), stale=False))
                shown = np.sort(rows[same])
            else:
                shown = rows[:0]
        return Change(shown, ChangeKind.PREDICTIONS)

    def _without(self, version: str, start: int, stop: int) -> RowArray:
        """Return the rows of a range without a prediction by `version`."""
        if version == self._models.active:
            missing = (self._live.all("chunk") < 0) | self._live.all("stale")
        else:
            missing = ~np.isin(keys(self._live.all("digest")), self._predictions.covered(version))
        found: RowArray = np.flatnonzero(missing[start:stop]).astype(np.int64) + start
        return found


def _ordered(rows: RowArray, size: int, first: Sequence[RowId]) -> Iterator[RowArray]:
    """Split rows into chunks; those of `first` are one chunk, which comes first."""
    eager = np.isin(rows, np.asarray(first, np.int64))
    if eager.any():
        yield rows[eager]
    rest = rows[~eager]
    for start in range(0, len(rest), size):
        yield rest[start : start + size]
