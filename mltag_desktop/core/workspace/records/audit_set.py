"""The audit set: a random sample of records that is never trained on or ranked by the queue.

The digest of its text decides whether a record is in the set. Digests are as good as random, equal texts are
always on the same side, and no merge, copy or undo can move an audit record into training. Texts that differ
from a decided audit record only in case, accents or punctuation are not trained on either
(`TableScan.examples`).

The set has 5% of the texts. In a small table it grows to 60 texts, or to a third of the table, by texts with
higher digests. Texts that were decided before stay outside: models may have been trained on them. The set
never shrinks.
"""

import itertools
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SHARE: Final = 0.05
"""Share of all texts in a large table."""
FEWEST: Final = 60
"""Smallest number of texts in the set, unless the table is small."""
MOST_SHARE: Final = 1 / 3
"""Largest share of the texts of a small table."""
_RANGE: Final = 1 << 16


@dataclass(frozen=True)
class AuditSet:
    """The rule that says which texts belong to the audit set of a table; immutable."""

    limit: int = int(SHARE * _RANGE)
    """The first two bytes of a digest in the set are below this number."""
    kept_out: frozenset[bytes] = frozenset()
    """Digests of texts below the limit that were decided before the set grew."""

    def has(self, digests: Sequence[bytes]) -> NDArray[np.bool_]:
        """Return a mask of the texts in the set, by digest (at least two uniform bytes)."""
        first = np.frombuffer(b"".join(digest[:2] for digest in digests), dtype=">u2")
        found: NDArray[np.bool_] = first < self.limit
        if self.kept_out:
            for place in np.flatnonzero(found).tolist():
                found[place] = digests[place] not in self.kept_out
        return found

    def contains(self, digests: NDArray[np.void]) -> NDArray[np.bool_]:
        """Return the same mask for an array of digests, without a Python object per record."""
        found: NDArray[np.bool_] = _first(digests) < self.limit
        if self.kept_out:
            for place in np.flatnonzero(found).tolist():
                found[place] = digests[place].tobytes() not in self.kept_out
        return found

    def enlarged(self, digests: NDArray[np.void], decided: Collection[bytes]) -> "AuditSet":
        """Return the set that is large enough for a table with these texts, `decided` excepted."""
        width, packed = digests.dtype.itemsize, digests.tobytes()
        texts = sorted({packed[at : at + width] for at in range(0, len(packed), width)})
        wanted = min(int(MOST_SHARE * len(texts)), max(FEWEST, math.ceil(SHARE * len(texts))))
        taken = frozenset(decided).difference(itertools.compress(texts, self.has(texts).tolist()))
        free = [text for text in texts if text not in taken and text not in self.kept_out][:wanted]
        if not free:
            return self
        limit = max(self.limit, int.from_bytes(free[-1][:2], "big") + 1)
        grown = AuditSet(limit, self.kept_out)
        outside = [text for text in texts if text in taken and grown.has([text])[0]]
        return AuditSet(limit, self.kept_out.union(outside))

    def to_json(self) -> dict[str, Any]:
        """Return the set as JSON values."""
        return {"limit": self.limit, "kept_out": sorted(digest.hex() for digest in self.kept_out)}

    @classmethod
    def from_json(cls, content: Mapping[str, Any] | None) -> "AuditSet":
        """Return the set that `to_json` wrote, or the default one."""
        if content is None:
            return cls()
        kept_out = frozenset(bytes.fromhex(digest) for digest in content["kept_out"])
        return cls(int(content["limit"]), kept_out)


def _first(digests: NDArray[np.void]) -> NDArray[np.uint16]:
    halves = np.ascontiguousarray(digests).view(">u2").reshape(len(digests), digests.dtype.itemsize // 2)
    first: NDArray[np.uint16] = halves[:, 0]
    return first
