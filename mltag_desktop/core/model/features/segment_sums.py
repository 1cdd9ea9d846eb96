"""Segment sums of matrix rows, where there is no compiled code."""

from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

_FEW: Final = 8
"""Number of segments up to which adding them one by one takes half as long as a sparse matrix."""


def segment_sums(bounds: NDArray[np.integer], columns: NDArray[np.integer], matrix: FloatArray) -> FloatArray:
    """Return the sum of matrix[columns[bounds[i] : bounds[i + 1]]] for each i, (n, k) for (m, k).

    The rows of a segment are added in order and in single precision, as by the compiled code.
    """
    size, width = len(bounds) - 1, matrix.shape[1]
    if 1 <= size <= _FEW and width > 1:  # numpy adds a single column in pairs
        return np.array([matrix[columns[start:end]].sum(axis=0) for start, end in pairwise(bounds.tolist())])
    import scipy.sparse

    ones = np.ones(len(columns), np.float32)
    total: FloatArray = scipy.sparse.csr_array((ones, columns, bounds), shape=(size, len(matrix))) @ matrix
    return total
