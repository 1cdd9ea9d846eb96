"""Segment sums of matrix rows: the product of a sparse matrix of ones and a dense matrix.

There are two implementations with identical results, because both add the rows of a segment in order and in
single precision: NumPy alone, and scipy.sparse, which is twice as fast but takes 26 MiB and 0.1 s to load.
SciPy is used when it is already loaded (training), and is loaded for many texts.
"""

import importlib
import sys

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray


def load_for_many() -> None:
    """Load scipy.sparse, which pays off for many texts."""
    importlib.import_module("scipy.sparse")  # `sums` checks `sys.modules`


def sums(bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray) -> FloatArray:
    """Return the sum of matrix[columns[bounds[i] : bounds[i + 1]]] for each i, (n, k) for (m, k)."""
    if "scipy.sparse" not in sys.modules:
        return sums_by_place(bounds, columns, matrix)
    import scipy.sparse

    ones = np.ones(len(columns), np.float32)
    shape = (len(bounds) - 1, len(matrix))
    total: FloatArray = scipy.sparse.csr_array((ones, columns, bounds.astype(np.int32)), shape=shape) @ matrix
    return total


def sums_by_place(
    bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray
) -> FloatArray:
    """Add the first rows of all segments at once, then the second rows, and so on; long segments first."""
    lengths = np.diff(bounds)
    order = np.argsort(-lengths, kind="stable")
    lengths, starts = lengths[order], bounds[:-1][order]
    sorted_sums = np.zeros((len(order), matrix.shape[1]), np.float32)
    rows = np.empty_like(sorted_sums)
    longest = int(lengths[0]) if len(lengths) else 0
    counts = len(lengths) - np.searchsorted(lengths[::-1], np.arange(longest), side="right")
    for place, count in enumerate(counts.tolist()):
        part = np.take(matrix, columns[starts[:count] + place], axis=0, out=rows[:count], mode="clip")
        sorted_sums[:count] += part
    result = np.empty_like(sorted_sums)
    result[order] = sorted_sums
    return result
