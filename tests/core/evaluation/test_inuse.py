import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.evaluation.metrics import wilson
from mltag_desktop.core.learning.production_metrics import Judged, by_band, by_tag, rate, thresholds


def judged(random: np.random.Generator, n: int) -> Judged:
    """Answers of a perfectly calibrated model of two tags."""
    confidence = random.uniform(0.5, 1, n).astype(np.float32)
    return Judged(random.integers(0, 2, n), random.random(n) < confidence, confidence)


def test_rates_count_each_answer_once() -> None:
    answers = judged(np.random.default_rng(1), 500)
    assert sum(one.rows for one in by_tag(answers, ("a", "b"))) == 500
    assert sum(one.rows for one in by_band(answers)) == 500
    assert [one.name for one in by_band(answers)][-1] == "0.95–1.00"
    assert rate("x", np.array([True, False])).interval == wilson(1, 2)
    assert rate("x", np.zeros(0, np.bool_)).share == 0


@given(st.integers(0, 500), st.sampled_from([0.01, 0.03, 0.1, 0.3]))
def test_no_more_than_promised_is_wrong_above_a_threshold(seed: int, most_wrong: float) -> None:
    random = np.random.default_rng(seed)
    answers = judged(random, int(random.integers(0, 300)))
    open_tags, open_confidence = random.integers(0, 2, 100), random.random(100).astype(np.float32)
    found = thresholds(answers, ("a", "b"), open_tags, open_confidence, most_wrong)
    for code, one in enumerate(found):
        mine = answers.predicted == code
        if one.confidence is None:
            assert one.judged == 0
            assert one.to_review == (open_tags == code).sum()
            continue
        above = mine & (answers.confidence >= one.confidence)
        assert one.judged == above.sum()
        assert one.wrong == pytest.approx((~answers.right[above]).mean())
        assert one.wrong <= most_wrong
        assert one.to_review == ((open_tags == code) & (open_confidence < one.confidence)).sum()


def test_rows_of_equal_confidence_stand_or_fall_together() -> None:
    confidence = np.array([0.99] * 20 + [0.9] * 20, dtype=np.float32)
    right = np.array([True] * 20 + [True, False] * 10)
    answers = Judged(np.zeros(40, np.int64), right, confidence)
    nothing = np.zeros(0, np.int64), np.zeros(0, np.float32)
    assert thresholds(answers, ("a",), *nothing, most_wrong=0.05)[0].confidence == pytest.approx(0.99)
