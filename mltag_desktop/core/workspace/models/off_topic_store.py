"""Masks of the records that may be off topic by a model's filter and the answers, as last computed.

The masks are stored with their basis. They are a cache: everything in it can be computed again
(`core/learning/records/off_topic_records.py`).
"""

import zlib
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.workspace.change_kind import ChangeKind
from mltag_desktop.core.workspace.record_states import RecordStates
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.metadata import WorkspaceMetadata
from mltag_desktop.core.workspace.types import Change

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
