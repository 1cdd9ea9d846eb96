"""Segment sums of matrix rows: the product of a sparse matrix of ones and a dense matrix.

There are four implementations with identical results, because each adds the rows of a segment in order and in
single precision. Compiled code is used where it was built. Otherwise scipy.sparse is used when it is already
loaded (training), and is loaded for many texts: twice as fast as NumPy alone, but it takes 26 MiB and 0.1 s.
A few segments are added one by one, which takes less time than setting up a sparse matrix.
"""

import importlib
import sys
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.features.compiled import features as compiled
from mltag_desktop.core.model.types import FloatArray

_FEW: Final = 8
"""Number of segments up to which these are added one by one."""


def load_for_many() -> None:
    """Load scipy.sparse, which pays off for many texts where there is no compiled code."""
    if not compiled.is_used:
        importlib.import_module("scipy.sparse")  # `sums` checks `sys.modules`


def sums(bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray) -> FloatArray:
    """Return the sum of matrix[columns[bounds[i] : bounds[i + 1]]] for each i, (n, k) for (m, k)."""
    if compiled.is_used:
        return compiled.row_sums(bounds, columns, matrix)
    if len(bounds) - 1 <= _FEW and matrix.shape[1] > 1:
        return sums_one_by_one(bounds, columns, matrix)
    if "scipy.sparse" not in sys.modules:
        return sums_by_place(bounds, columns, matrix)
    return sums_by_scipy(bounds, columns, matrix)


def sums_by_scipy(
    bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray
) -> FloatArray:
    """Multiply a sparse matrix of ones by the matrix."""
    import scipy.sparse

    ones = np.ones(len(columns), np.float32)
    shape = (len(bounds) - 1, len(matrix))
    total: FloatArray = scipy.sparse.csr_array((ones, columns, bounds.astype(np.int32)), shape=shape) @ matrix
    return total


def sums_one_by_one(
    bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray
) -> FloatArray:
    """Add the rows of each segment; `matrix` needs two columns, since NumPy adds a single one in pairs."""
    result = np.empty((len(bounds) - 1, matrix.shape[1]), np.float32)
    rows = np.take(matrix, columns, axis=0, mode="clip")
    for total, (start, end) in zip(result, pairwise(bounds.tolist()), strict=True):
        np.add.reduce(rows[start:end], axis=0, out=total)
    return result


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
