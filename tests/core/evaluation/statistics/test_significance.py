import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.evaluation.significance import compare, mcnemar, percent


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_p_value_is_the_exact_binomial_one(better: int, worse: int) -> None:
    from scipy.stats import binomtest

    expected = binomtest(better, better + worse).pvalue if better + worse else 1.0
    assert mcnemar(better, worse) == pytest.approx(expected, rel=1e-7)


def rows(better: int, worse: int, both: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows of two tags on which b is `better`, `worse`, and as right as a on `both`."""
    truth = np.arange(better + worse + both) % 2
    a, b = truth.copy(), truth.copy()
    a[:better] = 1 - a[:better]
    b[better : better + worse] = 1 - b[better : better + worse]
    return truth, a, b


def test_fourteen_against_five_is_likely_better() -> None:
    result = compare(*rows(14, 5, 172), names=("old", "new"))
    assert (result.better, result.worse, result.verdict) == (14, 5, "better")
    assert result.words == "better on 14, worse on 5; likely better (97%)"
    assert result.interval[0] < result.difference < result.interval[1]
    assert (result.a, result.b, result.rows) == ("old", "new", 191)


def test_swapped_it_is_likely_worse() -> None:
    result = compare(*rows(5, 14, 172))
    assert result.verdict == "worse"
    assert result.words.startswith("better on 5, worse on 14; likely worse (9")


@pytest.mark.parametrize(("better", "worse"), [(0, 0), (1, 0), (3, 0), (0, 3), (5, 4), (10, 5)])
def test_differences_within_noise_are_no_difference(better: int, worse: int) -> None:
    result = compare(*rows(better, worse, 100))
    assert result.verdict == "same"
    assert result.words.endswith("no clear difference")


def test_a_large_gain_is_almost_certain_and_never_rounded_up() -> None:
    assert compare(*rows(60, 5, 200)).words == "better on 60, worse on 5; almost certainly better (over 99%)"
    assert percent(0.9999) == "over 99%"
    assert percent(0.9749) == "97%"


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), max_size=60))
def test_swapping_the_models_mirrors_the_result(cells: list[tuple[int, int, int]]) -> None:
    truth, a, b = (np.array([cell[i] for cell in cells], dtype=np.int64) for i in range(3))
    there, back = compare(truth, a, b), compare(truth, b, a)
    assert (there.better, there.worse) == (back.worse, back.better)
    assert there.difference == pytest.approx(-back.difference)
    assert there.p_value == pytest.approx(back.p_value)
    # The draws differ, so at the very edge one verdict may be "same"; the two never claim the same winner.
    assert "same" in {there.verdict, back.verdict} or there.verdict != back.verdict
