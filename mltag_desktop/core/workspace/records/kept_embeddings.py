"""The embeddings that a workspace keeps, for predictions by models that read the sentence encoder."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.encoder import DIMENSION, Embeddings, embed, embed_all
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import Classifier, FloatArray, Predictions
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.models.embedding_store import EmbeddingStore
from mltag_desktop.core.workspace.models.prediction_store import match
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.records.text_store import digest


class KeptEmbeddings:
    """An `Embedder` that computes only the embeddings that a workspace does not have.

    The stored embeddings are read at the first call: 50 MB for 100,000 records.
    """

    def __init__(self, store: EmbeddingStore) -> None:
        self._store = store
        self._last = 0
        self._digests: NDArray[Any] = np.zeros(0, DIGEST)
        self._embeddings = Embeddings(np.zeros((0, DIMENSION), np.int8), np.zeros(0, np.float32))

    def __call__(self, texts: Sequence[str]) -> FloatArray:
        """Return the embeddings of texts, shape (n, 512), rounded as the workspace keeps them.

        Raises `MltagError` if a text has none and the encoder is missing.
        """
        found, missing = self._known(texts)
        if missing:
            found[missing] = Embeddings.of(embed([texts[place] for place in missing])).vectors()
        return found

    def many(self, progress: Progress, texts: Sequence[str]) -> FloatArray:
        """Return the same as a call; many missing embeddings are computed in processes."""
        found, missing = self._known(texts)
        if missing:
            found[missing] = embed_all(progress, [texts[place] for place in missing])
        return found

    def _known(self, texts: Sequence[str]) -> tuple[FloatArray, list[int]]:
        """Return the kept embeddings, zeros for others, and the places of these."""
        self._read()
        found = np.zeros((len(texts), DIMENSION), np.float32)
        is_missing = np.ones(len(texts), np.bool_)
        if len(self._digests) and texts:
            wanted = np.frombuffer(b"".join(map(digest, texts)), DIGEST)
            places, at = match(wanted, self._digests)
            found[places], is_missing[places] = self._embeddings.take(at).vectors(), False
        return found, np.flatnonzero(is_missing).tolist()

    def _read(self) -> None:
        """Read the embeddings that the workspace has stored since the last call."""
        self._last, digests, found = self._store.since(self._last)
        if len(digests):
            own = self._embeddings
            self._digests = np.concatenate([self._digests, digests])
            self._embeddings = Embeddings(
                np.concatenate([own.codes, found.codes]), np.concatenate([own.scales, found.scales])
            )


def predict_with_kept(model: Classifier, texts: Sequence[str], kept: KeptEmbeddings) -> Predictions:
    """Tag `texts`; a model that reads the sentence encoder takes the embeddings in `kept`."""
    if not isinstance(model, LinearModel) or not model.is_heavy:
        return model.predict(texts)
    return model.predict(texts, embedder=kept)
