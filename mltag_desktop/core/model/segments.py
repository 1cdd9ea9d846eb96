"""Sums over stretches of rows: what a sparse matrix times a dense one comes to.

Two ways give the same digits, since both add the rows of a stretch one after the other in single precision:
numpy alone, and scipy.sparse, which is twice as fast but takes 26 MiB and a tenth of a second to load. So
scipy is used where it is loaded anyway (training), and loaded for long lists of texts.
"""

import importlib
import sys

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray


def load_for_many() -> None:
    """Load scipy.sparse, because so many sums follow that it pays."""
    importlib.import_module("scipy.sparse")  # `sums` looks for it among the loaded modules


def sums(bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray) -> FloatArray:
    """Return the sum of matrix[columns[bounds[i] : bounds[i + 1]]] for each i, (n, k) for (m, k)."""
    if "scipy.sparse" not in sys.modules:
        return _by_place(bounds, columns, matrix)
    import scipy.sparse

    ones = np.ones(len(columns), np.float32)
    shape = (len(bounds) - 1, len(matrix))
    found: FloatArray = scipy.sparse.csr_array((ones, columns, bounds.astype(np.int32)), shape=shape) @ matrix
    return found


def _by_place(bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray) -> FloatArray:
    """Add the first rows of all stretches at once, then the second ones, and so on; long stretches first."""
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    lengths, starts = lengths[order], bounds[:-1][order]
    added = np.zeros((len(order), matrix.shape[1]), np.float32)
    rows = np.empty_like(added)
    longest = int(lengths[0]) if len(lengths) else 0
    reaching = len(lengths) - np.searchsorted(lengths[::-1], np.arange(longest), side="right")
    for place, count in enumerate(reaching.tolist()):
        part = np.take(matrix, columns[starts[:count] + place], axis=0, out=rows[:count], mode="clip")
        added[:count] += part
    found = np.empty_like(added)
    found[order] = added
    return found
