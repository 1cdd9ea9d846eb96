"""What still has to be predicted, and the embeddings that are kept for it.

The embeddings that a workspace keeps, for predictions by models that read the sentence encoder.

Records that a model has not predicted yet: their texts are handed out, its predictions come back.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.encoder import MULTILINGUAL, Embeddings, Encoder, embed, embed_all
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Classifier, FloatArray, Predictions
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.models.caches import EmbeddingStore, TextVectors
from mltag_desktop.core.workspace.models.model_store import ModelStore
from mltag_desktop.core.workspace.models.prediction_store import PredictionStore, keys
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates
from mltag_desktop.core.workspace.records.table import WorkspaceTable
from mltag_desktop.core.workspace.records.text_store import TextPlaces, TextStore, digest
from mltag_desktop.core.workspace.sorted_arrays import is_among
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.types import Change, ChangeKind, RowArray, RowId


class KeptEmbeddings:
    """An `Embedder` that computes only the embeddings that a workspace does not have.

    The stored embeddings are read at the first call.
    """

    def __init__(self, store: EmbeddingStore) -> None:
        self._store = store
        self._kept: dict[Encoder, TextVectors] = {}

    def __call__(self, texts: Sequence[str], by: Encoder = MULTILINGUAL) -> FloatArray:
        """Return the embeddings of texts, shape (n, d), rounded as the workspace keeps them.

        Raises `MltagError` if a text has none and the encoder is missing.
        """
        found, missing = self._known(texts, by)
        if missing:
            found[missing] = Embeddings.of(embed([texts[place] for place in missing], by)).vectors()
        return found

    def many(self, progress: Progress, texts: Sequence[str], by: Encoder = MULTILINGUAL) -> FloatArray:
        """Return the same as a call; many missing embeddings are computed in processes."""
        found, missing = self._known(texts, by)
        if missing:
            found[missing] = embed_all(progress, [texts[place] for place in missing], by)
        return found

    def _known(self, texts: Sequence[str], by: Encoder) -> tuple[FloatArray, list[int]]:
        """Return the kept embeddings, zeros for others, and the places of these."""
        kept = self._kept.setdefault(by, TextVectors(by.dimension))
        kept.read(self._store, by)
        wanted = np.frombuffer(b"".join(map(digest, texts)), DIGEST)
        places = kept.places(wanted)
        found = np.zeros((len(texts), by.dimension), np.float32)
        found[places >= 0] = kept.vectors.take(places[places >= 0]).vectors()
        return found, np.flatnonzero(places < 0).tolist()


def predict_with_kept(model: Classifier, texts: Sequence[str], kept: KeptEmbeddings) -> Predictions:
    """Tag `texts`; a model that reads the sentence encoder takes the embeddings in `kept`."""
    if not isinstance(model, LinearModel) or not model.is_heavy:
        return model.predict(texts)
    return model.predict(texts, embedder=kept)


class TextPredictions(NamedTuple):
    """Predictions for some texts, and the digests of these texts."""

    predictions: Predictions
    digests: NDArray[Any]


@dataclass(eq=False)
class PendingPredictions:
    """Hands out texts to predict and stores the predictions; thread-safe."""

    _store: ConnectionPool
    _table: WorkspaceTable
    _live: RecordStates
    _predictions: PredictionStore
    _models: ModelStore

    def pending(
        self, version: str, *, size: int = 2000, first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, list[str]]]:
        """Yield chunks of records without a prediction by `version`, those of `first` first.

        Records that are imported meanwhile come too; each comes once, unless its text changes.
        """
        for rows, places in self.places(version, sizes=itertools.repeat(size), first=first):
            yield rows, self._table.text_store.of(places.generation, places.slots)

    def places(
        self, version: str, *, sizes: Iterable[int], first: Sequence[RowId] = ()
    ) -> Iterator[tuple[RowArray, TextPlaces]]:
        """Yield the same chunks as `pending`, of these sizes, but only the places of the texts.

        They are for `predict_places` in another process; pass the digests from there to `put`.
        """
        wanted = iter(sizes)
        generation, start = -1, 0
        while True:
            if generation != self._table.generation:
                generation, start = self._table.generation, 0
            count, is_done = self._live.count, True
            for chunk in _ordered(self._without(version, start, count), wanted, first):
                is_done = False
                if generation != self._table.generation:
                    break
                yield chunk, self._table.places(chunk)
            if is_done:
                return
            start = count

    def put(self, rows: RowArray, predictions: Predictions, digests: NDArray[Any] | None = None) -> Change:
        """Store predictions for texts with `digests`; None for texts that cannot have changed meanwhile.

        They show at once when they are by the active model and the text is still the same. A version that
        the workspace does not hold counts as the base model's.
        """
        rows = np.asarray(rows, np.int64)
        if not len(rows):
            return Change(rows, ChangeKind(0))
        if not self._models.holds(predictions.version) and self._models.base != predictions.version:
            self._models.set_base(predictions.version)
        read = self._live.take("digest", rows) if digests is None else digests
        with self._store.write(durable=False) as transaction:  # they can be made again
            answers = self._predictions.put(transaction, rows, read, predictions)
            same = np.flatnonzero(self._live.take("digest", rows) == read)
            if self._models.active == predictions.version:
                transaction.then(lambda: self._live.predict(rows[same], answers.of(same), stale=False))
                shown = np.sort(rows[same])
            else:
                shown = rows[:0]
        return Change(shown, ChangeKind.PREDICTIONS)

    def put_out_of_fold(self, rows: Sequence[RowId], predictions: Predictions) -> None:
        """Store what models without these records predict; it is shown once `predictions.version` is active.

        Rows of zeros are no predictions. Those of a version that has some stay.
        """
        made = np.flatnonzero(predictions.probabilities.any(axis=1))
        if not len(made) or self._predictions.has_out_of_fold(predictions.version):
            return
        places = np.asarray(rows, np.int64)[made]
        digests = self._live.take("digest", places)
        with self._store.write(durable=False) as transaction:
            self._predictions.put(transaction, places, digests, predictions.take(made), out_of_fold=True)

    def _without(self, version: str, start: int, stop: int) -> NDArray[np.int32]:
        """Return the rows of a range without a prediction by `version`.

        They take 4 bytes each, because they are kept until all are predicted.
        """
        if version == self._models.active:
            missing = self._live.lack_prediction(start, stop)
        else:
            digests = self._live.all("digest")[start:stop]
            missing = ~is_among(keys(digests), self._predictions.covered(version))
        return np.flatnonzero(missing).astype(np.int32) + np.int32(start)


def predict_places(progress: Progress, model: Classifier, places: TextPlaces) -> TextPredictions:
    """Read the texts at `places` and predict them, also in another process."""
    with places.connected() as store:
        texts = TextStore(store).of(places.generation, places.slots)
        progress.report(0.2)
        return digested(predict_with_kept(model, texts, KeptEmbeddings(EmbeddingStore(store))), texts)


def digested(predictions: Predictions, texts: Sequence[str]) -> TextPredictions:
    """Return predictions with the digests of their texts."""
    return TextPredictions(predictions, np.frombuffer(b"".join(map(digest, texts)), DIGEST))


def _ordered(rows: NDArray[np.int32], sizes: Iterator[int], first: Sequence[RowId]) -> Iterator[RowArray]:
    """Split rows into chunks; those of `first` are one chunk, which comes first."""
    eager = np.isin(rows, np.asarray(first, np.int32))
    if eager.any():
        yield rows[eager].astype(np.int64)
        rows = rows[~eager]
    start = 0
    while start < len(rows):
        size = next(sizes)
        yield rows[start : start + size].astype(np.int64)
        start += size
