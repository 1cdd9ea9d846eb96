"""Which records may be off topic, as a model's filter and the answers said when they were last looked at.

The mask is kept with what it was made of. It is a cache: everything in it can be computed again
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


class OffTopicBasis(NamedTuple):
    """What a mask was made of."""

    model: str
    table: str
    """Changes with the records and their texts."""
    answers: str
    """Changes with the records that a curator marked, and when the table gets other tags than the model's."""


class OffTopicStore:
    """The records of a workspace that may be off topic."""

    def __init__(self, store: ConnectionPool, meta: WorkspaceMetadata, live: RecordStates) -> None:
        self._store, self._meta, self._live = store, meta, live
        self.basis: OffTopicBasis | None = None
        """What the shown mask was made of; None without a mask."""

    def show(self, model: str | None, table: str) -> None:
        """Show the stored mask if it was made for this model and table."""
        stored = self._meta.get(_KEY)
        if not stored or stored["basis"][:2] != [model, table]:
            return
        count = self._live.count
        size = (count + 7) // 8  # also the limit for a mask that somebody else made
        packed = zlib.decompressobj().decompress(bytes.fromhex(stored["mask"]), max(1, size))
        if stored["count"] != count or len(packed) != size:
            return
        bits = np.frombuffer(packed, np.uint8)
        self._live.show_suspected(np.unpackbits(bits, count=count).astype(np.bool_))
        self.basis = OffTopicBasis(*stored["basis"])

    def put(self, basis: OffTopicBasis, suspected: NDArray[np.bool_]) -> Change:
        """Keep and show a mask, shape (count,); nothing changes if it is shown already."""
        shown = self._live.picture().suspected
        is_new = not np.array_equal(suspected, shown) and bool(suspected.any() or shown.any())
        mask = zlib.compress(np.packbits(suspected).tobytes()).hex()
        with self._store.write(urgent=False, durable=False) as transaction:
            self._meta.set(
                transaction, **{_KEY: {"basis": list(basis), "count": len(suspected), "mask": mask}}
            )
            transaction.then(lambda: self._live.show_suspected(suspected))
        self.basis = basis
        return Change(None, ChangeKind.PREDICTIONS if is_new else ChangeKind(0))
