"""Proposed cuts: they leave many records without review, and stay away from cuts that would fail."""

import numpy as np
import pytest

from mltag_desktop.core.learning.sampling_plan import EarlierChecks, propose_cut, usual_checks


@pytest.fixture
def confidence() -> np.ndarray:
    """The confidences of 3,000 records, from 0.5 to nearly 1."""
    odds = np.random.default_rng(0).normal(3.5, 2.0, 3_000)
    return np.maximum(1 / (1 + np.exp(-np.abs(odds))), 0.5).astype(np.float32)


def test_the_cut_leaves_more_records_than_it_takes_checks(confidence: np.ndarray) -> None:
    found = propose_cut(confidence, 0.05, usual_checks(0.05), 0.045)
    assert found is not None
    above = confidence >= np.float32(found.cut)
    assert found.records == above.sum() > found.plan.checks
    assert (1 - confidence[above]).mean() < 0.05 / 2
    assert 0.4 < found.chance <= 1


def test_more_checks_and_larger_errors_allow_lower_cuts(confidence: np.ndarray) -> None:
    cuts = [
        propose_cut(confidence, allowed, checks, 0.045)
        for allowed, checks in ((0.05, 100), (0.05, 300), (0.1, 300))
    ]
    records = [found.records for found in cuts if found is not None]
    assert records == sorted(records)
    assert records[0] < records[2]


def test_wrong_checks_raise_the_next_cut(confidence: np.ndarray) -> None:
    first = propose_cut(confidence, 0.05, 100, 0.045)
    second = propose_cut(confidence, 0.05, 100, 0.045, EarlierChecks(wrong=12, expected=1.5, checks=60))
    assert first is not None
    assert second is not None
    assert second.cut > first.cut


@pytest.mark.parametrize("rows", [0, 1, 12])
def test_too_few_records_have_no_cut(rows: int) -> None:
    assert propose_cut(np.full(rows, 0.99, np.float32), 0.05, 100, 0.045) is None


def test_unsure_or_missing_predictions_have_no_cut() -> None:
    assert propose_cut(np.full(3_000, 0.6, np.float32), 0.05, 100, 0.045) is None
    assert propose_cut(np.full(3_000, np.nan, np.float32), 0.05, 100, 0.045) is None
