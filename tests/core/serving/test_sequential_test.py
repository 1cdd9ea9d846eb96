"""The sequential test: how often it is false, how soon it is right, and that its interval holds."""

import functools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.serving.trials import ALPHA, interval, log_e, weigh

RUNS, LOOKS = 2_000, 1_000


def first_alarms(chance: float, truth: float, seed: int) -> np.ndarray:
    """Play RUNS trials and look after each of LOOKS draws; the draw of each alarm, LOOKS + 1 for none."""
    wins = (np.random.default_rng(seed).random((RUNS, LOOKS)) < truth).cumsum(axis=1)
    alarmed = log_e(wins, np.arange(1, LOOKS + 1), chance) >= np.log(1 / ALPHA)
    return np.where(alarmed.any(axis=1), alarmed.argmax(axis=1) + 1, LOOKS + 1)


@pytest.mark.parametrize("chance", [0.5, 0.05, 0.2])
def test_the_false_alarm_rate_is_below_five_percent(chance: float) -> None:
    """However often one looks: after each of a thousand draws."""
    false_alarms = (first_alarms(chance, chance, seed=1) <= LOOKS).mean()
    assert 0 < false_alarms <= ALPHA


@pytest.mark.parametrize(("truth", "half_by", "nearly_all_by"), [(0.7, 70, 250), (0.6, 350, 1_000)])
def test_a_real_difference_is_found_soon(truth: float, half_by: int, nearly_all_by: int) -> None:
    alarms = first_alarms(0.5, truth, seed=2)
    assert np.median(alarms) <= half_by
    assert (alarms <= nearly_all_by).mean() >= 0.9


def test_a_canary_twice_as_bad_is_found() -> None:
    """A share of 5%, and complaints twice as frequent: a complaint is about the candidate at 2/21."""
    assert (first_alarms(0.05, 2 / 21, seed=3) <= LOOKS).mean() >= 0.9


@pytest.mark.parametrize("truth", [0.5, 0.8, 0.95])
def test_the_interval_covers_the_truth_at_all_times(truth: float) -> None:
    wins = (np.random.default_rng(4).random((300, 200)) < truth).cumsum(axis=1)
    missed = 0
    within = functools.cache(interval)  # most runs pass through the same numbers
    for run in wins:
        bounds = [within(int(run[n - 1]), n, 0.5) for n in range(1, 201, 3)]
        missed += any(not low <= truth <= high for low, high in bounds)
    assert missed / len(wins) <= ALPHA


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([0.01, 0.05, 0.5, 0.9]))
def test_the_results_are_consistent(wins: int, losses: int, chance: float) -> None:
    seen = weigh(wins, wins + losses, chance)
    assert 0 <= seen.low <= seen.high <= 1
    assert seen.suffices == (not seen.low <= chance <= seen.high)
    if wins + losses:
        assert seen.low <= wins / (wins + losses) <= seen.high
    if seen.suffices:
        assert seen.above == (seen.low > chance)
    assert seen.needed is None or seen.needed >= seen.draws


def test_the_number_of_further_observations() -> None:
    assert weigh(0, 0).needed is None
    assert weigh(50, 100).needed is None
    few = weigh(7, 10).needed
    assert few is not None
    assert 20 < few < 80
