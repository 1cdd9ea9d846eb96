"""The sequential test: how often it is false, how soon it is right, and that its interval holds."""

import functools
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mltag_desktop.core.serving.trials import ALPHA, SequentialTestResult, log_e, weigh

RUNS, LOOKS = 200, 400
known_e = functools.cache(lambda draws: log_e(dict(draws)))  # most runs pass through the same numbers


def first_alarms(chances: Sequence[float], ratio: float, seed: int) -> np.ndarray:
    """Play RUNS trials and look after each of LOOKS draws; the draw of each alarm, LOOKS + 1 for none.

    The chance of a success rises through `chances` in equal steps, and its odds are `ratio` times as high.
    """
    steps = np.repeat(chances, -(-LOOKS // len(chances)))[:LOOKS]
    truth = 1 / (1 + (1 - steps) / steps / ratio)
    won = np.random.default_rng(seed).random((RUNS, LOOKS)) < truth
    alarms = np.full(RUNS, LOOKS + 1)
    for run, wins in enumerate(won):
        counts = dict.fromkeys(chances, (0, 0))
        for place, (is_won, chance) in enumerate(zip(wins.tolist(), steps.tolist(), strict=True), 1):
            counts[chance] = (counts[chance][0] + is_won, counts[chance][1] + 1)
            if known_e(tuple(counts.items())) >= np.log(1 / ALPHA):
                alarms[run] = place
                break
    return alarms


@pytest.mark.parametrize("chances", [(0.5,), (0.05,), (0.2,), (0.05, 0.1, 0.2, 0.5)])
def test_the_false_alarm_rate_is_below_five_percent(chances: tuple[float, ...]) -> None:
    """However often one looks, after each draw, and also when the share is raised in steps."""
    assert 0 < (first_alarms(chances, 1.0, seed=1) <= LOOKS).mean() <= ALPHA


@pytest.mark.parametrize(("ratio", "half_by", "nearly_all_by"), [(7 / 3, 70, 250), (3.0, 40, 150)])
def test_a_real_difference_is_found_soon(ratio: float, half_by: int, nearly_all_by: int) -> None:
    alarms = first_alarms((0.5,), ratio, seed=2)
    assert np.median(alarms) <= half_by
    assert (alarms <= nearly_all_by).mean() >= 0.9


@pytest.mark.parametrize("chances", [(0.05,), (0.05, 0.1, 0.2)])
def test_a_canary_with_three_times_the_complaints_is_found(chances: tuple[float, ...]) -> None:
    assert (first_alarms(chances, 3.0, seed=3) <= LOOKS).mean() >= 0.9


@functools.cache
def weighed(wins: int, draws: int, chance: float = 0.5) -> SequentialTestResult:
    return weigh({chance: (wins, draws)})


@pytest.mark.parametrize("truth", [0.5, 0.8, 0.95])
def test_the_interval_covers_the_truth_at_all_times(truth: float) -> None:
    wins = (np.random.default_rng(4).random((100, 200)) < truth).cumsum(axis=1)
    missed = 0
    for run in wins:
        looks = [weighed(int(run[n - 1]), n) for n in range(1, 201, 10)]
        missed += any(not seen.low <= truth <= seen.high for seen in looks)
    assert missed / len(wins) <= ALPHA


@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([0.01, 0.05, 0.5, 0.9]))
def test_the_results_are_consistent(wins: int, losses: int, chance: float) -> None:
    seen = weigh({chance: (wins, wins + losses)})
    assert 0 <= seen.low <= seen.high <= 1
    assert seen.suffices == (not seen.low <= seen.chance <= seen.high)
    if wins + losses:
        assert seen.low <= wins / (wins + losses) <= seen.high
    if seen.suffices:
        assert seen.above == (seen.low > chance)
    assert seen.needed is None or seen.needed >= seen.draws


def test_the_number_of_further_observations() -> None:
    assert weigh({}).needed is None
    assert weighed(50, 100).needed is None
    few = weighed(7, 10).needed
    assert few is not None
    assert 20 < few < 80
