"""The audit set: a random sample of records that is never trained on or ranked by the queue.

The digest of its text decides whether a record is in the set. Digests are as good as random, equal texts are
always on the same side, and no merge, copy or undo can move an audit record into training. Texts that differ
from a decided audit record only in case, accents or punctuation are not trained on either
(`TableScan.examples`).
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

SHARE: Final = 0.05
"""Share of all records."""
_RANGE: Final = 1 << 16


def in_audit(digests: Sequence[bytes]) -> NDArray[np.bool_]:
    """Return a mask of the records in the audit set, by text digest (at least two uniform bytes)."""
    first = np.frombuffer(b"".join(digest[:2] for digest in digests), dtype=">u2")
    return first < int(SHARE * _RANGE)


def among_all(digests: NDArray[np.void]) -> NDArray[np.bool_]:
    """Return the same mask for an array of digests, without a Python object per record."""
    first = np.ascontiguousarray(digests).view(">u2").reshape(-1, digests.dtype.itemsize // 2)[:, 0]
    return first < int(SHARE * _RANGE)
