"""Embeddings of texts, kept by content hash, so that a reopened workspace need not compute them again.

The table is made with the first embedding. It is a cache: its rows have checksums and damaged rows are
ignored, but `verify` and `salvage` leave it out, since everything in it can be computed again.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.encoder import DIMENSION, ENCODER, Embeddings
from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.row_checksums import sum_of, summed
from mltag_desktop.core.workspace.storage.schema import EMBEDDINGS_TABLE

_LISTED: Final = "SELECT 1 FROM sqlite_master WHERE name = 'embeddings'"
_INSERT: Final = "INSERT INTO embeddings VALUES (NULL, ?, ?, ?, ?, ?)"
_SELECT: Final = (
    "SELECT id, encoder, digests, scales, codes, sum FROM embeddings WHERE id > ? AND encoder = ? ORDER BY id"
)
_SCALE: Final = np.dtype("<f4")
_AT_ONCE: Final = 512
"""Embeddings in a row of the table."""


class EmbeddingStore:
    """The embeddings of a workspace's texts by the current encoder."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store

    def put(self, digests: NDArray[Any], embeddings: Embeddings) -> None:
        """Keep the embeddings of texts with these digests."""
        if not len(digests):
            return
        with self._store.write(durable=False) as transaction:
            if transaction.execute(_LISTED).fetchone() is None:
                transaction.execute(EMBEDDINGS_TABLE)
            for start in range(0, len(digests), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                scales = embeddings.scales[part].astype(_SCALE)
                blobs = (np.ascontiguousarray(digests[part]), scales, embeddings.codes[part])
                transaction.execute(_INSERT, summed(ENCODER, *(blob.tobytes() for blob in blobs)))

    def since(self, last: int = 0) -> tuple[int, NDArray[Any], Embeddings]:
        """Return the entries stored after `last`, and the value of `last` for the next call."""
        rows: list[tuple[Any, ...]] = []
        with self._store.read() as connection:
            if connection.execute(_LISTED).fetchone() is not None:
                rows = connection.execute(_SELECT, (last, ENCODER)).fetchall()
        sound = [values for _, *values, found in rows if sum_of(values) == found]
        digests, scales, codes = ([b"", *(values[place] for values in sound)] for place in (1, 2, 3))
        found_codes = np.frombuffer(b"".join(codes), np.int8).reshape(-1, DIMENSION)
        embeddings = Embeddings(found_codes, np.frombuffer(b"".join(scales), _SCALE))
        return rows[-1][0] if rows else last, np.frombuffer(b"".join(digests), DIGEST), embeddings
