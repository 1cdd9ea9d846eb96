import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.static_vectors import segment_sums


@given(
    st.lists(st.integers(0, 40) | st.just(300), max_size=20),
    st.sampled_from([1, 2, 3, 4, 9, 256]),
    st.integers(0, 1000),
)
def test_rows_of_a_segment_are_added_one_after_another(lengths: list[int], width: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    columns = random.integers(0, 50, int(bounds[-1])).astype(np.int32)
    matrix = random.normal(size=(50, width)).astype(np.float32)
    found = segment_sums(bounds, columns, matrix)
    assert found.dtype == np.float32
    assert found.shape == (len(lengths), width)
    for row, length in enumerate(lengths):
        one_after_another = np.cumsum(matrix[columns[bounds[row] : bounds[row + 1]]], axis=0)
        assert np.array_equal(found[row], one_after_another[-1] if length else np.zeros(width))
