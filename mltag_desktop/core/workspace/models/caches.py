"""What a workspace keeps about its texts so that it need not be computed again.

Embeddings of texts, kept by content hash, so that a reopened workspace need not compute them again.

The table is made with the first embedding. It is a cache: its rows have checksums and damaged rows are
ignored, but `verify` and `salvage` leave it out, since everything in it can be computed again.

The map of a workspace's texts, kept by content hash, so that it is not computed each time.

The table is made with the first map and has one row. It is a cache like that of the embeddings: a damaged row
is ignored, and `verify` and `salvage` leave it out.

Masks of the records that may be off topic by a model's filter and the answers, as last computed.

The masks are stored with their basis. They are a cache: everything in it can be computed again
(`core/learning/off_topic_records.py`).
"""

import zlib
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.encoder import MULTILINGUAL, Embeddings, Encoder
from mltag_desktop.core.workspace.models.prediction_store import match
from mltag_desktop.core.workspace.record_states import DIGEST, RecordStates
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.storage.row_checksums import sum_of, summed
from mltag_desktop.core.workspace.storage.schema import EMBEDDINGS_TABLE, TEXT_MAP_TABLE
from mltag_desktop.core.workspace.types import Change, ChangeKind

_LISTED: Final = "SELECT 1 FROM sqlite_master WHERE name = 'embeddings'"
_INSERT: Final = "INSERT INTO embeddings VALUES (NULL, ?, ?, ?, ?, ?)"
_SELECT: Final = (
    "SELECT id, encoder, digests, scales, codes, sum FROM embeddings WHERE id > ? AND encoder = ? ORDER BY id"
)
_SCALE: Final = np.dtype("<f4")
_AT_ONCE: Final = 512
"""Embeddings in a row of the table."""


class EmbeddingStore:
    """The embeddings of a workspace's texts, by encoder."""

    def __init__(self, store: ConnectionPool) -> None:
        self._store = store

    def put(self, digests: NDArray[Any], embeddings: Embeddings, by: Encoder = MULTILINGUAL) -> None:
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
                transaction.execute(_INSERT, summed(by.name, *(blob.tobytes() for blob in blobs)))

    def since(self, last: int = 0, by: Encoder = MULTILINGUAL) -> tuple[int, NDArray[Any], Embeddings]:
        """Return the entries stored after `last`, and the value of `last` for the next call."""
        rows: list[tuple[Any, ...]] = []
        with self._store.read() as connection:
            if connection.execute(_LISTED).fetchone() is not None:
                rows = connection.execute(_SELECT, (last, by.name)).fetchall()
        sound = [values for _, *values, found in rows if sum_of(values) == found]
        digests, scales, codes = ([b"", *(values[place] for values in sound)] for place in (1, 2, 3))
        found_codes = np.frombuffer(b"".join(codes), np.int8).reshape(-1, by.dimension)
        embeddings = Embeddings(found_codes, np.frombuffer(b"".join(scales), _SCALE))
        return rows[-1][0] if rows else last, np.frombuffer(b"".join(digests), DIGEST), embeddings


class TextVectors:
    """The vectors of a workspace's texts by digest, in memory: 50 MB for 100,000 texts by an encoder."""

    def __init__(self, dimension: int) -> None:
        self._last = 0
        self.digests = np.zeros(0, DIGEST)
        self.vectors = Embeddings(np.zeros((0, dimension), np.int8), np.zeros(0, np.float32))

    def add(self, digests: NDArray[Any], vectors: Embeddings) -> None:
        """Take in the vectors of more texts."""
        if len(digests):
            own = self.vectors
            self.digests = np.concatenate([self.digests, digests])
            codes, scales = (own.codes, vectors.codes), (own.scales, vectors.scales)
            self.vectors = Embeddings(np.concatenate(codes), np.concatenate(scales))

    def read(self, store: EmbeddingStore, by: Encoder = MULTILINGUAL) -> None:
        """Take in the embeddings that a workspace has stored since the last call."""
        self._last, digests, found = store.since(self._last, by)
        self.add(digests, found)

    def places(self, digests: NDArray[Any]) -> NDArray[np.intp]:
        """Return the place of each text in `vectors`; -1 for one without a vector."""
        places = np.full(len(digests), -1, np.intp)
        if len(self.digests) and len(digests):
            found, at = match(digests, self.digests)
            places[found] = at
        return places


_MAP_LISTED: Final = "SELECT 1 FROM sqlite_master WHERE name = 'text_map'"
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
            if transaction.execute(_MAP_LISTED).fetchone() is None:
                transaction.execute(TEXT_MAP_TABLE)
            transaction.execute("DELETE FROM text_map")
            transaction.execute("INSERT INTO text_map VALUES (?, ?, ?, ?)", summed(found.source, *blobs))

    def last(self) -> StoredMap | None:
        """Return the last map; None without one."""
        with self._store.read() as connection:
            if connection.execute(_MAP_LISTED).fetchone() is None:
                return None
            row = connection.execute("SELECT source, digests, points, sum FROM text_map").fetchone()
        if row is None or sum_of(row[:3]) != row[3]:
            return None
        points = np.frombuffer(row[2], _POINTS).reshape(-1, 2)
        return StoredMap(row[0], np.frombuffer(row[1], DIGEST), points)


_KEY: Final = "off_topic"
_MASK: Final = "mask"
_DOUBTFUL: Final = "doubtful"


class OffTopicBasis(NamedTuple):
    """Source of a mask: the model, table and answers that it was computed from."""

    model: str
    table: str
    """Changes with the records and their texts."""
    answers: str
    """Changes with the records that a curator marked, when the decisions double, and with the tags."""


class OffTopicStore:
    """The records of a workspace that may be off topic."""

    def __init__(self, store: ConnectionPool, meta: WorkspaceMetadata, live: RecordStates) -> None:
        self._store, self._meta, self._live = store, meta, live
        self.basis: OffTopicBasis | None = None
        """Source of the shown mask; None without a mask."""

    def show(self, model: str | None, table: str) -> None:
        """Show the stored mask if it was made for this model and table."""
        stored = self._meta.get(_KEY)
        if not stored or stored["basis"][:2] != [model, table]:
            return
        count = self._live.count
        masks = [_unpacked(stored[name], count) for name in (_MASK, _DOUBTFUL) if name in stored]
        suspected, doubtful = masks[0], masks[-1]  # a mask of an earlier version has no doubtful records
        if stored["count"] != count or suspected is None or doubtful is None:
            return
        self._live.show_suspected(suspected, doubtful)
        self.basis = OffTopicBasis(*stored["basis"])

    def put(self, basis: OffTopicBasis, found: tuple[NDArray[np.bool_], NDArray[np.bool_]]) -> Change:
        """Keep and show two masks, shape (count,); nothing changes if they are shown already.

        The first is of the records that may be off topic, the second of those to review at any confidence.
        """
        states = self._live.picture()
        is_new = any(
            not np.array_equal(mask, shown) and bool(mask.any() or shown.any())
            for mask, shown in zip(found, (states.suspected, states.doubtful), strict=True)
        )
        suspected, doubtful = found
        stored = {
            "basis": list(basis),
            "count": len(suspected),
            _MASK: _packed(suspected),
            _DOUBTFUL: _packed(doubtful),
        }
        with self._store.write(durable=False) as transaction:
            self._meta.set(transaction, **{_KEY: stored})
            transaction.then(lambda: self._live.show_suspected(suspected, doubtful))
        self.basis = basis
        return Change(None, ChangeKind.PREDICTIONS if is_new else ChangeKind(0))


def _packed(mask: NDArray[np.bool_]) -> str:
    return zlib.compress(np.packbits(mask).tobytes()).hex()


def _unpacked(stored: str, count: int) -> NDArray[np.bool_] | None:
    """Return a stored mask, shape (count,); None for another length, which somebody else made."""
    size = (count + 7) // 8
    packed = zlib.decompressobj().decompress(bytes.fromhex(stored), max(1, size))
    if len(packed) != size:
        return None
    return np.unpackbits(np.frombuffer(packed, np.uint8), count=count).astype(np.bool_)
