import os
import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.model.features import segment_sums


@given(
    st.lists(st.integers(0, 40) | st.just(300), max_size=30),
    st.sampled_from([1, 2, 3, 4, 9, 256]),
    st.integers(0, 1000),
)
def test_all_implementations_give_identical_results(lengths: list[int], width: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    bounds = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    columns = random.integers(0, 50, int(bounds[-1])).astype(np.int32)
    matrix = random.normal(size=(50, width)).astype(np.float32)
    with_scipy = segment_sums.sums_by_scipy(bounds, columns, matrix)
    alone = segment_sums.sums_by_place(bounds, columns, matrix)
    assert np.array_equal(with_scipy, alone)
    assert with_scipy.dtype == alone.dtype == np.float32
    if width > 1:
        assert np.array_equal(segment_sums.sums_one_by_one(bounds, columns, matrix), alone)
    for row, length in enumerate(lengths):
        expected = matrix[columns[bounds[row] : bounds[row + 1]]].astype(np.float64).sum(axis=0)
        assert np.allclose(alone[row], expected if length else 0, atol=1e-4)


def test_a_few_texts_are_tagged_without_scipy_and_many_alike() -> None:
    code = (
        "import sys; from mltag_desktop.core.model.bundle import bundled; m = bundled(); "
        "texts = [f'training a detector on {n} images of traffic' for n in range(9000)]; "
        "few = m.predict(texts[:50]).probabilities; assert 'scipy.sparse' not in sys.modules; "
        "some = m.predict(texts).probabilities; assert 'scipy.sparse' not in sys.modules; "
        "many = m.predict(texts).probabilities; assert 'scipy.sparse' in sys.modules; "
        "m.vectors.release_memory(); again = m.predict(texts).probabilities; "
        "same = (few == some[:50]).all() and (some == many).all() and (some == again).all(); "
        "sys.exit(not same)"
    )
    environment = os.environ | {"MLTAG_COMPILED": "0"}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=environment).returncode == 0
