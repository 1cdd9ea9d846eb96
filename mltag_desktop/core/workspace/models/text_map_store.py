"""The map of a workspace's texts, kept by content hash, so that it is not computed each time.

The table is made with the first map and has one row. It is a cache like that of the embeddings: a damaged row
is ignored, and `verify` and `salvage` leave it out.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.record_states import DIGEST
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.row_checksums import sum_of, summed
from mltag_desktop.core.workspace.storage.schema import TEXT_MAP_TABLE

_LISTED: Final = "SELECT 1 FROM sqlite_master WHERE name = 'text_map'"
_POINTS: Final = np.dtype("<f4")


class StoredMap(NamedTuple):
    """The places of texts on a map."""

    source: str
    """The vectors that the texts were compared by."""
    digests: NDArray[Any]
    points: NDArray[np.float32]
    """Shape (n, 2)."""


class TextMapStore:
    """The last map of a workspace."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store

    def put(self, found: StoredMap) -> None:
        """Keep a map in place of the last one."""
        blobs = (np.ascontiguousarray(found.digests).tobytes(), found.points.astype(_POINTS).tobytes())
        with self._store.write(durable=False) as transaction:
            if transaction.execute(_LISTED).fetchone() is None:
                transaction.execute(TEXT_MAP_TABLE)
            transaction.execute("DELETE FROM text_map")
            transaction.execute("INSERT INTO text_map VALUES (?, ?, ?, ?)", summed(found.source, *blobs))

    def last(self) -> StoredMap | None:
        """Return the last map; None without one."""
        with self._store.read() as connection:
            if connection.execute(_LISTED).fetchone() is None:
                return None
            row = connection.execute("SELECT source, digests, points, sum FROM text_map").fetchone()
        if row is None or sum_of(row[:3]) != row[3]:
            return None
        points = np.frombuffer(row[2], _POINTS).reshape(-1, 2)
        return StoredMap(row[0], np.frombuffer(row[1], DIGEST), points)
