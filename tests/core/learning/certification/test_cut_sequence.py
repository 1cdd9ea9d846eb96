"""Certifications with several cuts: how far down the confidence may go, with the promise of a single cut."""

from dataclasses import asdict

import numpy as np
import pytest

from mltag_desktop.core.learning.certification import Pool, audit_order, audit_plan, fresh_plan, propose
from mltag_desktop.core.learning.sampling_plan import sampling_plan
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.decisions.certificates import (
    Basis,
    CertificationPlan,
    cancel,
    certification_state,
    count_checks,
    earlier_attempts,
    finish,
    start,
)
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import decide_each
from tests.core.learning.certification.helpers import (
    add_records,
    begin,
    check,
    checks_of,
    issued,
    plan_of_two_cuts,
    predict,
    refused_to_finish,
)
from tests.core.workspace.helpers import reopened

ROWS = 900
SIZES = (300, 350, 400)
CUTS = (0.9, 0.8, 0.7)
LEVEL = 0.045
BASIS = Basis("model", (), "")


@pytest.fixture
def table(workspace: Workspace) -> Workspace:
    """Nine hundred records, all predicted as bird, from 0.5 to nearly 1."""
    add_records(workspace, ROWS)
    odds = np.abs(np.random.default_rng(0).normal(3.5, 2.0, ROWS)).astype(np.float32)
    predict(workspace, np.reciprocal(1 + np.exp(-odds)))
    return workspace


@pytest.fixture
def small(table: Workspace) -> Workspace:
    """The table with a running certification of two cuts."""
    start(table, plan_of_two_cuts(table))
    return table


def test_many_checks_are_drawn_above_the_loosest_of_three_cuts(table: Workspace) -> None:
    plan = propose(SILENT, table, 0.10, 150).plan
    confidence = table.states().confidence
    assert [each.cut for each in plan.cuts] == sorted({each.cut for each in plan.cuts}, reverse=True)
    assert len(plan.stricter) == 2
    assert (confidence[list(plan.sample)] >= np.float32(plan.cut)).all()
    for each in plan.stricter:
        above = [row for row in plan.sample if confidence[row] >= np.float32(each.cut)]
        assert list(each.sample) == above[: len(each.sample)]
        assert each.records == (confidence >= np.float32(each.cut)).sum()
        assert each.needed[-1] == len(each.sample)
        drawn = next(
            number for number in range(len(each.sample), 151)
            if sampling_plan(each.records, int(0.1 * each.records), number, plan.level).needed == each.needed
        )  # fmt: skip
        assert drawn < 150


def test_few_checks_are_about_one_cut(table: Workspace) -> None:
    found = propose(SILENT, table, 0.05, 102)
    assert found.plan.stricter == ()
    assert len(found.undecided) == 1


def test_the_strictest_cut_is_proven_first_and_can_be_certified(small: Workspace) -> None:
    check(small, 2)
    checks = checks_of(small)
    assert (checks.checked, checks.proven, checks.complete, checks.missing) == (2, True, False, 2)
    assert checks.open == (1, 3)
    assert checks.next_cut is not None
    assert checks.next_cut.cut == 0.9
    finish(small)
    made = issued(small)
    assert (made.cut, made.records, made.checked, made.sample) == (0.95, 20, 2, (0, 2))
    assert small.thresholds.below().default == pytest.approx(0.95)
    assert [attempt.proven for attempt in earlier_attempts(small)] == [False]
    assert propose(SILENT, small, 0.10, 150).plan.level == pytest.approx(0.0045)


def test_more_checks_prove_the_loosest_cut_and_return_the_share_of_the_attempt(small: Workspace) -> None:
    check(small, 4)
    checks = checks_of(small)
    assert (checks.proven, checks.complete, checks.missing, checks.open) == (True, True, 0, ())
    finish(small)
    made = issued(small)
    assert (made.cut, made.records, made.checked) == (0.9, 30, 4)
    assert [attempt.proven for attempt in earlier_attempts(small)] == [True]
    second = propose(SILENT, small, 0.10, 150).plan
    assert second.level == pytest.approx(0.045)
    assert not {0, 1, 2, 3} & set(second.sample)


def test_a_wrong_check_below_the_strict_cut_does_not_matter_there(small: Workspace) -> None:
    check(small, 2)
    check(small, 1, "cat")
    checks = checks_of(small)
    assert (checks.wrong, checks.missing, checks.open) == (1, 3, (3, 4, 5))
    check(small, 1, "cat")
    checks = checks_of(small)
    assert (checks.proven, checks.complete, checks.failed, checks.next_cut) == (True, True, False, None)
    finish(small)
    made = issued(small)
    assert (made.cut, made.checked, made.wrong) == (0.95, 2, 0)


def test_nothing_is_proven_after_the_strictest_cut_failed(small: Workspace) -> None:
    check(small, 2, "cat")
    decide_each(small, "bird", (4, 1, 3, 5))
    checks = checks_of(small)
    assert (checks.failed, checks.proven, checks.open) == (True, False, ())
    refused_to_finish(small)


def test_an_undone_or_skipped_check_takes_the_proof_back(small: Workspace) -> None:
    check(small, 2)
    small.history.undo()
    assert not checks_of(small).proven
    small.decisions.mark([checks_of(small).open[0]], DecisionKind.SKIP)
    checks = checks_of(small)
    assert (checks.proven, checks.wrong, checks.postponed, checks.missing) == (False, 1, 1, 1)
    refused_to_finish(small)


def test_a_check_that_is_taken_back_voids_the_certificate_of_a_looser_cut(small: Workspace) -> None:
    check(small, 1, "cat")
    check(small, 2)
    assert checks_of(small).proof == (0, 2, 4)
    check(small, 3)
    finish(small)
    issued(small)
    small.decisions.decide([0], "bird")
    small.decisions.decide([2], "cat")  # as many wrong ones as before, but another one
    assert str(certification_state(small).void) == "A check has been taken back."


def test_a_started_sequence_goes_on_after_a_restart(table: Workspace) -> None:
    plan = begin(table, 0.10, 150).plan
    check(table, 3)
    with reopened(table, "ann") as again:
        assert certification_state(again).running == plan
        assert checks_of(again).checked == plan.known + 3


def test_known_checks_count_for_each_cut(table: Workspace) -> None:
    decide_each(table, "bird", np.flatnonzero(table.table.audited()))
    found = begin(table, 0.10, 150)
    assert found.plan.known > 10
    assert len(found.plan.stricter) == 2
    assert checks_of(table).missing == found.fewest
    cancel(table)
    assert earlier_attempts(table) == ()  # the known checks alone do not use the attempt


def test_a_certification_of_an_earlier_version_goes_on(table: Workspace) -> None:
    plan = asdict(plan_of_two_cuts(table))
    del plan["stricter"]
    table.thresholds.record("Start certifying", {"certification": plan})
    with reopened(table, "ann") as again:
        running = certification_state(again).running
        assert running is not None
        assert [each.cut for each in running.cuts] == [0.9]
        check(again, 4)
        finish(again)
        made = dict(again.thresholds.content()["certificate"])
        del made["errors"]
        again.thresholds.record("Issued by an earlier version", {"certificate": made})
        issued(again)
        again.decisions.decide([0], "cat")
        assert str(certification_state(again).void) == "A check has been taken back."


def made(wrong: tuple[int, int, int], digests: np.ndarray | None = None) -> tuple[Pool, np.ndarray]:
    """Return 400 records, and which are right, with so many wrong ones above each of the three cuts."""
    confidence = np.repeat(np.array([0.95, 0.85, 0.75], np.float32), np.diff([0, *SIZES]))
    right = np.ones(SIZES[-1], np.bool_)
    for first, count in zip((0, *SIZES[:-1]), np.diff([0, *wrong]), strict=True):
        right[first : first + count] = False
    everything = np.ones(len(right), np.bool_)
    digests = np.zeros(len(right), "V16") if digests is None else digests
    return Pool(confidence, everything, ~everything, everything, digests), right


def broken(plan: CertificationPlan | None, right: np.ndarray) -> bool:
    """Return whether a plan ends with a false certificate."""
    assert plan is not None
    proven = count_checks(plan, right[list(plan.sample)].astype(np.int8)).proven_cut
    return proven is not None and (~right[: proven.records]).sum() > 0.1 * proven.records


@pytest.mark.parametrize("wrong", [(31, 36, 41), (10, 36, 41), (10, 12, 41)])
def test_the_whole_sequence_breaks_the_promise_at_most_as_often_as_its_level(
    wrong: tuple[int, int, int],
) -> None:
    pool, right = made(wrong)
    draws = [broken(fresh_plan(pool, 0.1, CUTS, 80, LEVEL, BASIS, seed), right) for seed in range(1_200)]
    assert 0.015 < np.mean(draws) < LEVEL + 0.012


def test_known_checks_keep_the_promise_of_the_sequence() -> None:
    random = np.random.default_rng(3)
    draws = []
    for _ in range(600):
        pool, right = made((10, 12, 41), np.frombuffer(random.bytes(16 * SIZES[-1]), "V16"))
        order = audit_order(pool, CUTS[-1])
        draws.append(broken(audit_plan(pool, order, 0.1, CUTS, 40, LEVEL, BASIS, 40), right))
    assert 0.01 < np.mean(draws) < LEVEL + 0.015
