import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from mltag_desktop.core.evaluation.metrics import BINS, ece_by_chance, figures, slice_figures, wilson

CODES = st.integers(1, 60).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(0, 4), min_size=n, max_size=n),
        st.lists(st.integers(0, 4), min_size=n, max_size=n),
    )
)
TAGS = ("a", "b", "c", "d", "e")


def one_hot(codes: list[int], tags: int = 5) -> NDArray[np.float32]:
    return np.eye(tags, dtype=np.float32)[codes]


@given(CODES)
def test_metrics_equal_scikit_learn(codes: tuple[list[int], list[int]]) -> None:
    from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

    truth, predicted = codes
    ours = figures(np.array(truth), one_hot(predicted), TAGS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        weighted = precision_recall_fscore_support(truth, predicted, average="weighted", zero_division=0)
        each = precision_recall_fscore_support(truth, predicted, labels=range(5), zero_division=0)
        macro = f1_score(truth, predicted, average="macro", zero_division=0)
        matrix = confusion_matrix(truth, predicted, labels=range(5))
    assert (ours.precision, ours.recall, ours.f1) == pytest.approx(weighted[:3])
    assert ours.macro_f1 == pytest.approx(macro)
    assert ours.accuracy == pytest.approx(accuracy_score(truth, predicted))
    assert ours.confusion == tuple(map(tuple, matrix.tolist()))
    for code, tag in enumerate(TAGS):
        mine = ours.tags[tag]
        assert (mine.precision, mine.recall, mine.f1) == pytest.approx([part[code] for part in each[:3]])
        assert mine.support == each[3][code]


@given(CODES)
def test_every_metric_is_in_bounds_and_near_its_interval(codes: tuple[list[int], list[int]]) -> None:
    ours = figures(np.array(codes[0]), one_hot(codes[1]), TAGS)
    for low, high in ours.intervals.values():
        assert 0.0 <= low <= high <= 1.0
    for name in ("accuracy", "recall"):
        low, high = ours.intervals[name]
        assert low <= getattr(ours, name) + 1e-12
        assert getattr(ours, name) <= high + 1e-12
    for tag in ours.tags.values():
        for name in ("precision", "recall", "f1"):
            low, high = tag.intervals[name]
            assert low - 1e-12 <= getattr(tag, name) <= high + 1e-12
    whole = slice_figures(np.array(codes[0]), np.array(codes[1]), 5)
    assert whole.intervals == ours.intervals


def test_perfect_accuracy_has_an_interval() -> None:
    ours = figures(np.array([0, 1] * 10), one_hot([0, 1] * 10), TAGS)
    low, high = ours.intervals["f1"]
    assert ours.f1 == high == 1.0
    assert 0.7 < low < 0.9


def test_no_rows_give_no_metrics_and_no_error() -> None:
    ours = figures(np.zeros(0, dtype=int), np.zeros((0, 5), dtype=np.float32), TAGS)
    assert (ours.rows, ours.f1, ours.ece) == (0, 0.0, 0.0)
    assert ours.intervals["f1"] == (0.0, 1.0)


def test_probabilities_must_fit_the_rows() -> None:
    with pytest.raises(ValueError, match="probabilities"):
        figures(np.array([0]), one_hot([0, 1]), TAGS)


@pytest.mark.parametrize(
    ("hits", "rows", "low", "high"),
    [(0, 10, 0.0, 0.27753), (10, 10, 0.72247, 1.0), (8, 10, 0.49016, 0.94332), (0, 0, 0.0, 1.0)],
)
def test_wilsons_interval_is_the_published_one(hits: int, rows: int, low: float, high: float) -> None:
    assert wilson(hits, rows) == pytest.approx((low, high), abs=1e-5)


def test_the_bootstrap_agrees_with_drawing_rows() -> None:
    """Multinomial draws on cells and a plain resampling of rows give the same interval but for noise."""
    from sklearn.metrics import f1_score

    generator = np.random.default_rng(1)
    truth = generator.integers(0, 3, 150)
    predicted = np.where(generator.random(150) < 0.8, truth, generator.integers(0, 3, 150))
    ours = slice_figures(truth, predicted, 3).intervals["f1"]
    plain = []
    for _ in range(1_000):
        rows = generator.integers(0, 150, 150)
        plain.append(f1_score(truth[rows], predicted[rows], average="weighted"))
    assert ours == pytest.approx(np.quantile(plain, [0.025, 0.975]), abs=0.015)


@given(st.lists(st.tuples(st.floats(0.2, 1.0), st.booleans()), min_size=1, max_size=80))
def test_the_calibration_error_is_the_mean_gap_over_the_bins(rows: list[tuple[float, bool]]) -> None:
    confidence = np.array([row[0] for row in rows])
    # Two tags can say any confidence from one half on; a wrong row says it of the other tag.
    confidence = np.maximum(confidence, 0.5001)
    probabilities = np.stack([confidence, 1 - confidence], axis=1)
    truth = np.array([0 if row[1] else 1 for row in rows])
    ours = figures(truth, probabilities, ("a", "b"))
    gaps = 0.0
    for b in range(BINS):
        inside = (confidence > b / BINS) & (confidence <= (b + 1) / BINS)
        if inside.any():
            gaps += abs(confidence[inside].sum() - (truth[inside] == 0).sum())
    assert ours.ece == pytest.approx(gaps / len(rows), abs=1e-9)
    assert sum(part.rows for part in ours.reliability) == len(rows)
    assert sum(part.rows * part.accuracy for part in ours.reliability) == pytest.approx((truth == 0).sum())


def test_chance_alone_explains_less_error_on_more_rows() -> None:
    few, many = (ece_by_chance(np.full(rows, 0.8)) for rows in (50, 5_000))
    assert 0.02 < few < 0.08
    assert many < 0.01
    assert ece_by_chance(np.ones(10)) == 0.0
