"""Operations on sorted arrays give what those of NumPy give."""

import numpy as np
import pytest

from mltag_desktop.core.workspace.sorted_arrays import is_among, sorted_unique

ARRAYS = ([], [3], [2, 2], [5, 1, 5, 3, 1], [-1, 4, 0], [2**62, 0, 2**62])


@pytest.mark.parametrize("values", ARRAYS)
def test_distinct_values_are_sorted(values: list[int]) -> None:
    array = np.array(values, np.int64)
    assert sorted_unique(array).tolist() == np.unique(array).tolist()


@pytest.mark.parametrize("values", ARRAYS)
@pytest.mark.parametrize("others", ARRAYS)
def test_membership_is_found(values: list[int], others: list[int]) -> None:
    array, ordered = np.array(values, np.int64), np.sort(np.array(others, np.int64))
    assert is_among(array, ordered).tolist() == np.isin(array, ordered).tolist()
