"""Certifications of a workspace: the plan, the checks, the certificate, and what makes it void."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.learning.certification import propose
from mltag_desktop.core.learning.sampling_plan import MOST_CHECKS, sampling_plan
from mltag_desktop.core.model.types import FloatArray
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.certificates import (
    cancel,
    certification_state,
    cut_words,
    earlier_attempts,
    finish,
    start,
)
from mltag_desktop.core.workspace.types import DecisionKind, LivePredictions
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.helpers import TAGS, decide_each
from tests.core.learning.certification.helpers import (
    add_records,
    begin,
    certified,
    check,
    checks_of,
    issued,
    predict,
    refused_to_finish,
)
from tests.core.workspace.helpers import reopened
from tests.errors import user_error

Changing = Callable[[Workspace, int], object]
"""Changes a workspace; is given a checked record."""


def sure(count: int) -> FloatArray:
    """Confidences of which two thirds are high."""
    return np.where(np.arange(count) % 3 == 0, 0.6, 0.995).astype(np.float32)


@pytest.fixture
def table(workspace: Workspace) -> Workspace:
    """Nine hundred records, all predicted as bird."""
    add_records(workspace, 900)
    predict(workspace, sure(900))
    return workspace


def audited(table: Workspace) -> list[int]:
    """Return the records of the audit set that are predicted with certainty."""
    return np.flatnonzero(table.table.audited() & (table.states().confidence > 0.9)).tolist()


def test_checks_without_an_error_lead_to_a_certificate(table: Workspace) -> None:
    found = begin(table)
    assert found.undecided == (found.plan.records,) == (600,)
    fewest, cut = found.fewest, cut_words(found.plan.cut)
    check(table, fewest - 7)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong, checks.missing) == (fewest - 7, 0, 7)
    assert len(checks.open) == 7
    refused_to_finish(table)
    check(table, 7)
    assert str(finish(table).label) == f"Certify at most 5% wrong above {cut}"
    made = issued(table)
    assert (made.allowed, made.records, made.checked, made.wrong) == (0.05, 600, fewest, 0)
    assert f"at most 5% of the 600 records at {cut} or above are wrong; {fewest} checked" in made.sentence
    assert table.thresholds.below().default == pytest.approx(found.plan.cut)
    with reopened(table, "ann") as again:
        label = again.history.undo_label
        assert label == f"Certify at most 5% wrong above {cut}"
        assert getattr(label, "template", "") == "Certify at most {allowed:.0%} wrong above {cut}"
        again.thresholds.set(tags={"cat": 0.9})
        assert issued(again) == made


def test_a_wrong_check_needs_more_and_too_many_fail(table: Workspace) -> None:
    plan = begin(table).plan
    check(table, 1, "cat")
    checks = checks_of(table)
    assert (checks.wrong, checks.missing) == (1, plan.needed[1] - 1)
    check(table, len(plan.needed) - 1, "cat")
    checks = checks_of(table)
    assert (checks.failed, checks.proven, checks.open) == (True, False, ())
    refused_to_finish(table)


def test_a_failed_attempt_makes_the_next_one_stricter(table: Workspace) -> None:
    first = begin(table)
    assert first.plan.level == pytest.approx(0.045)
    check(table, len(first.plan.needed), "cat")
    cancel(table)
    assert [attempt.proven for attempt in earlier_attempts(table)] == [False]
    second = propose(SILENT, table, 0.10, 100)
    assert second.plan.level == pytest.approx(0.0045)
    assert second.plan.known == 0
    assert second.table == table.table.count
    assert not set(second.plan.sample) & set(first.plan.sample[: len(first.plan.needed)])


def test_undoing_the_start_after_a_check_does_not_give_the_attempt_back(table: Workspace) -> None:
    begin(table)
    check(table, 1, "cat")
    table.history.undo()
    table.history.undo()
    assert certification_state(table).running is None
    assert len(earlier_attempts(table)) == 1


def test_a_running_certification_survives_a_restart_and_an_undo(table: Workspace) -> None:
    plan = begin(table).plan
    check(table, 3)
    with reopened(table, "ann") as again:
        assert certification_state(again).running == plan
        assert checks_of(again).checked == plan.known + 3
        for _ in range(3):
            again.history.undo()
        assert again.history.undo_label == f"Start certifying the records above {cut_words(plan.cut)}"
        again.history.undo()
        assert certification_state(again).running is None


def test_undo_takes_the_certificate_and_its_threshold_back(table: Workspace) -> None:
    made = certified(table)
    table.history.undo()
    state = certification_state(table)
    assert state.certificate is None
    assert state.running is not None
    assert table.thresholds.below().default == pytest.approx(DEFAULT_REVIEW_THRESHOLD)
    table.history.redo()
    assert issued(table) == made


def test_two_certifications_do_not_run_at_a_time(table: Workspace) -> None:
    found = begin(table)
    with user_error("running already"):
        start(table, replace(found.plan, allowed=0.1))
    cancel(table)
    with user_error("No certification is running"):
        cancel(table)
    refused_to_finish(table, "No certification is running")


@pytest.mark.parametrize(
    ("change", "back", "words"),
    [
        (
            lambda table, row: predict(table, sure(900), "fedcba9876"),
            lambda table, row: predict(table, sure(900)),
            "The active model has changed.",
        ),
        (
            lambda table, row: table.tag_set.set([*table.tag_set.tags, "fish"]),
            lambda table, row: table.history.undo(),
            "The tags have changed.",
        ),
        (
            lambda table, row: table.decisions.decide([row], "dog"),
            lambda table, row: table.decisions.decide([row], "bird"),
            "A check has been taken back.",
        ),
        (lambda table, row: table.table.add_texts(["another record"]), None, "The table has changed."),
    ],
    ids=["model", "tags", "check", "table"],
)
def test_a_change_voids_the_certificate_until_it_is_taken_back(
    change: Changing, back: Changing | None, words: str, table: Workspace
) -> None:
    made = certified(table)
    change(table, made.sample[0])
    state = certification_state(table)
    assert state.certificate is not None
    assert (state.valid, str(state.void)) == (None, words)
    if back is not None:
        back(table, made.sample[0])
        assert issued(table) == made


def test_a_void_certificate_is_not_valid_during_the_next_certification(table: Workspace) -> None:
    made = certified(table)
    begin(table)
    assert issued(table) == made
    cancel(table)
    predict(table, sure(900), "fedcba9876")
    begin(table)
    assert certification_state(table).valid is None
    cancel(table)
    assert str(certification_state(table).void) == "The active model has changed."


def test_a_change_during_the_checks_prevents_the_certificate(table: Workspace) -> None:
    check(table, begin(table).fewest)
    table.table.add_texts(["another record"])
    refused_to_finish(table, "The table has changed")


def test_a_decision_on_a_whole_filter_is_no_check(table: Workspace) -> None:
    known = begin(table).plan.known
    table.decisions.decide(np.arange(900), "bird")
    assert checks_of(table).checked == known
    check(table, 1)
    assert checks_of(table).checked == known + 1


def test_answers_from_a_table_of_the_drawn_records_count(table: Workspace) -> None:
    found = begin(table)
    answers = dict.fromkeys(checks_of(table).open, ("bird", ""))
    table.decisions.decide_each(answers, (), "Decide from a table")
    checks = checks_of(table)
    assert (checks.proven, checks.checked) == (True, found.plan.needed[0])


def test_a_skipped_check_counts_as_wrong_until_it_is_decided(table: Workspace) -> None:
    begin(table)
    row = checks_of(table).open[0]
    table.decisions.mark([row], DecisionKind.SKIP)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong, checks.postponed) == (1, 1, 1)
    table.decisions.decide([row], "bird")
    checks = checks_of(table)
    assert (checks.checked, checks.wrong) == (1, 0)


def test_live_predictions_do_not_change_what_the_model_said(table: Workspace) -> None:
    found = begin(table)
    probabilities = np.tile(np.array([0.1, 0.8, 0.1], np.float32), (900, 1))
    live = LivePredictions.of("names-1", TAGS, np.arange(900), probabilities, answers=30, by_names=False)
    table.predictions.show_live(live)
    assert table.states().predicted[0] == table.states().tag_names.index("cat")
    check(table, 3)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong) == (found.plan.known + 3, 0)


def test_random_checks_that_exist_already_count(table: Workspace) -> None:
    before, audit = propose(SILENT, table, 0.05).fewest, audited(table)
    decide_each(table, "bird", audit)
    found = propose(SILENT, table, 0.05)
    assert found.plan.known == len(audit) > 10
    assert before - len(audit) - 5 <= found.fewest <= before - len(audit) + 30
    assert certified(table).checked == found.plan.needed[0]


def test_a_start_is_free_until_a_new_check_in_whatever_order_the_old_ones_were_made(table: Workspace) -> None:
    decide_each(table, "bird", audited(table))
    first = propose(SILENT, table, 0.05).plan.sample[5]
    table.decisions.mark([first], DecisionKind.CLEAR)
    plan = begin(table).plan
    assert plan.known == 5
    assert checks_of(table).checked > plan.known, "later ones of the order are answered, too"
    assert not certification_state(table).is_used
    cancel(table)
    assert earlier_attempts(table) == ()
    assert begin(table).plan.level == pytest.approx(0.045)
    check(table, 1)
    assert certification_state(table).is_used
    cancel(table)
    assert len(earlier_attempts(table)) == 1


def test_checks_from_a_bulk_decision_do_not_count(table: Workspace) -> None:
    audit = np.flatnonzero(table.table.audited())
    table.decisions.decide([*audit.tolist(), *range(0, 60, 3)], "bird")
    assert propose(SILENT, table, 0.05).plan.known == 0


def test_equal_texts_are_one_check(workspace: Workspace) -> None:
    workspace.table.add_texts([f"record {number % 40}" for number in range(800)])
    predict(workspace, np.full(800, 0.995))
    audit = audited(workspace)
    decide_each(workspace, "bird", audit)
    plan = propose(SILENT, workspace, 0.05).plan
    assert plan.known == len(audit) / 20
    assert len(set(workspace.table.texts(plan.sample))) == len(plan.sample) <= 40
    two_texts_may_be_wrong = sampling_plan(40, 2, plan.known + 100, plan.level, plan.known)
    assert plan.needed == two_texts_may_be_wrong.needed


def test_nothing_to_certify_is_an_error(workspace: Workspace) -> None:
    def refused(words: str) -> None:
        with user_error(words):
            propose(SILENT, workspace, 0.05)

    refused("All records are decided")
    workspace.table.add_texts(["a single record"])
    refused("no prediction of the active model")
    predict(workspace, np.array([0.99]))
    refused("Too few undecided records")
    workspace.decisions.decide([0], "bird")
    refused("All records are decided")


def test_records_unlike_the_training_data_are_named_as_what_prevents_a_certificate(table: Workspace) -> None:
    count = table.table.count
    table.table.live.show_suspected(np.zeros(count, np.bool_), np.ones(count, np.bool_))
    with user_error("at any confidence, because they are unlike the training data"):
        propose(SILENT, table, 0.05)


def test_a_certificate_that_saves_hardly_any_work_is_an_error(workspace: Workspace) -> None:
    """Checking 29 of 29 records was proposed."""
    workspace.table.add_texts([f"record {number}" for number in range(29)])
    predict(workspace, np.full(29, 0.995))
    with user_error("most of the sure records would have to be checked"):
        propose(SILENT, workspace, 0.05)
    workspace.table.add_texts([f"record {number}" for number in range(29, 100)])
    predict(workspace, np.full(100, 0.995))
    assert propose(SILENT, workspace, 0.05).fewest < 75


@pytest.mark.parametrize(("allowed", "checks"), [(0.0, 100), (0.6, 100), (0.05, 0), (0.05, MOST_CHECKS + 1)])
def test_an_invalid_error_or_number_is_rejected(allowed: float, checks: int, table: Workspace) -> None:
    with user_error():
        propose(SILENT, table, allowed, checks)
