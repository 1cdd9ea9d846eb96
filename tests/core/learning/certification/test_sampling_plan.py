"""Sampling plans: the promise is exact, also with looks after every check and in small tables."""

import numpy as np
import pytest

from mltag_desktop.core.learning.sampling_plan import SamplingPlan, pass_probability, sampling_plan


def played(plan: SamplingPlan, wrong: int, draws: int, seed: int) -> float:
    """Return how often the plan proves a table with `wrong` wrong records."""
    random = np.random.default_rng(seed)
    table = np.arange(plan.records) < wrong
    needed = np.array([*plan.needed, 10**9])
    proven = 0
    for _ in range(draws):
        found = np.concatenate([[0], np.cumsum(random.permutation(table)[: plan.checks])])
        proven += (np.arange(plan.checks + 1) >= needed[np.minimum(found, len(plan.needed))]).any()
    return proven / draws


@pytest.mark.parametrize(("records", "most_wrong", "checks"), [(2_140, 107, 100), (300, 9, 150), (60, 6, 40)])
def test_a_table_with_one_error_too_many_passes_at_most_as_often_as_the_level(
    records: int, most_wrong: int, checks: int
) -> None:
    plan = sampling_plan(records, most_wrong, checks, 0.05)
    exact = pass_probability(plan, np.array([most_wrong + 1.0]))[0]
    assert 0.02 < exact <= 0.05
    assert played(plan, most_wrong + 1, 4_000, seed=1) == pytest.approx(exact, abs=0.012)


def test_checks_without_an_error_prove_what_the_tables_of_acceptance_sampling_say() -> None:
    for allowed, checks in ((0.10, 29), (0.05, 59), (0.03, 99)):
        assert sampling_plan(10**7, int(allowed * 10**7), checks, 0.05).needed == (checks,)
        assert sampling_plan(10**7, int(allowed * 10**7), checks - 1, 0.05).needed == ()


def test_more_wrong_checks_need_more_checks() -> None:
    plan = sampling_plan(5_000, 250, 300, 0.05)
    assert list(plan.needed) == sorted(set(plan.needed))
    assert plan.checks <= 300
    chances = pass_probability(plan, np.arange(0.0, 500.0, 25.0))
    assert (np.diff(chances) <= 0).all()
    assert chances[0] == pytest.approx(1.0)


def test_no_look_before_the_known_checks() -> None:
    plan = sampling_plan(5_000, 250, 200, 0.05, first=120)
    assert plan.needed[0] == 120
    assert pass_probability(plan, np.array([251.0]))[0] <= 0.05


@pytest.mark.parametrize(
    ("records", "most_wrong", "checks", "first"),
    [(0, 0, 10, 0), (10, 1, 0, 0), (10, -1, 5, 0), (10, 1, 5, 6)],
)
def test_a_plan_that_is_impossible_proves_nothing(
    records: int, most_wrong: int, checks: int, first: int
) -> None:
    plan = sampling_plan(records, most_wrong, checks, 0.05, first)
    assert (plan.needed, plan.checks) == ((), 0)
    assert (pass_probability(plan, np.array([0.0])) == 0).all()


def test_a_single_record_must_be_checked() -> None:
    assert sampling_plan(1, 0, 100, 0.05).needed == (1,)
