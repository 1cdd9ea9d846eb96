"""Certifications of a workspace: the plan, the checks, the certificate, and what makes it void."""

import hashlib
from dataclasses import replace

import numpy as np
import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.certification import propose
from mltag_desktop.core.learning.sampling_plan import MOST_CHECKS, sampling_plan
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
from tests.core.helpers import TAGS
from tests.core.learning.certification.helpers import begin, check, checks_of, predict
from tests.core.workspace.helpers import reopened


def sure(count: int) -> np.ndarray:
    """Confidences of which two thirds are high."""
    return np.where(np.arange(count) % 3 == 0, 0.6, 0.995)


@pytest.fixture
def table(workspace: Workspace) -> Workspace:
    """Nine hundred records, all predicted as bird."""
    workspace.table.add_texts(
        [f"record {number} {hashlib.md5(b'%d' % number).hexdigest()}" for number in range(900)]
    )
    predict(workspace, sure(900))
    return workspace


def test_checks_without_an_error_lead_to_a_certificate(table: Workspace) -> None:
    found = begin(table)
    assert found.undecided == (found.plan.records,) == (600,)
    fewest = found.fewest
    check(table, fewest - 7)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong, checks.missing) == (fewest - 7, 0, 7)
    assert len(checks.open) == 7
    with pytest.raises(MltagError, match="not proven yet"):
        finish(table)
    check(table, 7)
    change = finish(table)
    assert str(change.label) == f"Certify at most 5% wrong above {cut_words(found.plan.cut)}"
    issued = certification_state(table).valid
    assert issued is not None
    assert (issued.allowed, issued.records, issued.checked, issued.wrong) == (0.05, 600, fewest, 0)
    assert (
        f"at most 5% of the 600 records at {cut_words(found.plan.cut)} or above are wrong; {fewest} checked"
        in issued.sentence
    )
    assert table.thresholds.below().default == pytest.approx(found.plan.cut)


def test_a_wrong_check_needs_more_and_too_many_fail(table: Workspace) -> None:
    found = begin(table)
    plan = found.plan
    check(table, 1, "cat")
    checks = checks_of(table)
    assert (checks.wrong, checks.missing) == (1, plan.needed[1] - 1)
    check(table, len(plan.needed) - 1, "cat")
    checks = checks_of(table)
    assert (checks.failed, checks.proven, checks.open) == (True, False, ())
    with pytest.raises(MltagError, match="not proven yet"):
        finish(table)


def test_a_failed_attempt_makes_the_next_one_stricter(table: Workspace) -> None:
    first = begin(table)
    assert first.plan.level == pytest.approx(0.045)
    check(table, len(first.plan.needed), "cat")
    cancel(table)
    assert [attempt.proven for attempt in earlier_attempts(table)] == [False]
    second = propose(SILENT, table, 0.10, 100)
    assert second.plan.level == pytest.approx(0.0045)
    assert second.plan.known == 0
    assert not set(second.plan.sample) & set(first.plan.sample[: len(first.plan.needed)])


def test_undoing_the_start_after_a_check_does_not_give_the_attempt_back(table: Workspace) -> None:
    begin(table)
    check(table, 1, "cat")
    table.history.undo()
    table.history.undo()
    assert certification_state(table).running is None
    assert len(earlier_attempts(table)) == 1


def test_an_attempt_without_a_check_is_free(table: Workspace) -> None:
    begin(table)
    cancel(table)
    assert earlier_attempts(table) == ()
    assert propose(SILENT, table, 0.05).plan.level == pytest.approx(0.045)


def test_a_running_certification_survives_a_restart_and_an_undo(table: Workspace, tmp_path) -> None:
    found = begin(table)
    check(table, 3)
    with reopened(table, "ann") as again:
        state = certification_state(again)
        assert state.running == found.plan
        assert state.checks is not None
        assert state.checks.checked == found.plan.known + 3
        for _ in range(3):
            again.history.undo()
        assert again.history.undo_label == f"Start certifying the records above {cut_words(found.plan.cut)}"
        again.history.undo()
        assert certification_state(again).running is None


def test_undo_takes_the_certificate_and_its_threshold_back(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    table.history.undo()
    state = certification_state(table)
    assert state.certificate is None
    assert state.running is not None
    assert table.thresholds.below().default == pytest.approx(DEFAULT_REVIEW_THRESHOLD)
    table.history.redo()
    assert certification_state(table).valid is not None


def test_two_certifications_do_not_run_at_a_time(table: Workspace) -> None:
    found = begin(table)
    with pytest.raises(MltagError, match="running already"):
        start(table, replace(found.plan, allowed=0.1))
    cancel(table)
    with pytest.raises(MltagError, match="No certification is running"):
        cancel(table)
    with pytest.raises(MltagError, match="No certification is running"):
        finish(table)


def test_another_model_voids_certificate_and_plan(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    predict(table, sure(900), "fedcba9876")
    state = certification_state(table)
    assert state.certificate is not None
    assert state.valid is None
    assert str(state.void) == "The active model has changed."
    predict(table, sure(900))
    assert certification_state(table).valid is not None


def test_a_void_certificate_is_not_valid_during_the_next_certification(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    begin(table)
    assert certification_state(table).valid is not None
    cancel(table)
    predict(table, sure(900), "fedcba9876")
    begin(table)
    assert certification_state(table).valid is None
    cancel(table)
    assert str(certification_state(table).void) == "The active model has changed."


def test_a_new_tag_or_record_voids_the_certificate(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    table.tag_set.set([*table.tag_set.tags, "fish"])
    assert str(certification_state(table).void) == "The tags have changed."
    table.history.undo()
    assert certification_state(table).valid is not None
    table.table.add_texts(["another record"])
    assert str(certification_state(table).void) == "The table has changed."


def test_a_change_during_the_checks_prevents_the_certificate(table: Workspace) -> None:
    check(table, begin(table).fewest)
    table.table.add_texts(["another record"])
    with pytest.raises(MltagError, match="The table has changed"):
        finish(table)


def test_a_check_that_is_taken_back_voids_the_certificate(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    issued = certification_state(table).certificate
    assert issued is not None
    table.decisions.decide([issued.sample[0]], "dog")
    assert str(certification_state(table).void) == "A check has been taken back."
    table.decisions.decide([issued.sample[0]], "bird")
    assert certification_state(table).valid is not None


def test_a_decision_on_a_whole_filter_is_no_check(table: Workspace) -> None:
    found = begin(table)
    table.decisions.decide(np.arange(900), "bird")
    checks = checks_of(table)
    assert checks.checked == found.plan.known
    check(table, 1)
    checks = checks_of(table)
    assert checks.checked == found.plan.known + 1


def test_answers_from_a_table_of_the_drawn_records_count(table: Workspace) -> None:
    found = begin(table)
    checks = checks_of(table)
    table.decisions.decide_each(dict.fromkeys(checks.open, ("bird", "")), (), "Decide from a table")
    checks = checks_of(table)
    assert checks.proven
    assert checks.checked == found.plan.needed[0]


def test_a_skipped_check_counts_as_wrong_until_it_is_decided(table: Workspace) -> None:
    begin(table)
    checks = checks_of(table)
    row = checks.open[0]
    table.decisions.mark([row], DecisionKind.SKIP)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong, checks.postponed) == (1, 1, 1)
    table.decisions.decide([row], "bird")
    checks = checks_of(table)
    assert (checks.checked, checks.wrong) == (1, 0)


def test_live_predictions_do_not_change_what_the_model_said(table: Workspace) -> None:
    found = begin(table)
    rows = np.arange(900)
    probabilities = np.tile(np.array([0.1, 0.8, 0.1], np.float32), (900, 1))
    live = LivePredictions.of("names-1", TAGS, rows, probabilities, answers=30, by_names=False)
    table.predictions.show_live(live)
    assert table.states().predicted[0] == table.states().tag_names.index("cat")
    check(table, 3)
    checks = checks_of(table)
    assert (checks.checked, checks.wrong) == (found.plan.known + 3, 0)


def test_random_checks_that_exist_already_count(table: Workspace) -> None:
    before = propose(SILENT, table, 0.05).fewest
    states = table.states()
    audit = np.flatnonzero(table.table.audited() & (states.confidence > 0.9))
    for row in audit.tolist():
        table.decisions.decide([row], "bird")
    found = propose(SILENT, table, 0.05)
    assert found.plan.known == len(audit) > 10
    assert before - len(audit) - 5 <= found.fewest <= before - len(audit) + 30
    start(table, found.plan)
    check(table, found.fewest)
    finish(table)
    issued = certification_state(table).valid
    assert issued is not None
    assert issued.checked == found.plan.needed[0]


def test_a_start_is_free_until_a_new_check_in_whatever_order_the_old_ones_were_made(table: Workspace) -> None:
    audit = np.flatnonzero(table.table.audited() & (table.states().confidence > 0.9))
    for row in audit.tolist():
        table.decisions.decide([row], "bird")
    first = propose(SILENT, table, 0.05).plan.sample[5]
    table.decisions.mark([first], DecisionKind.CLEAR)
    plan = begin(table).plan
    assert plan.known == 5
    state = certification_state(table)
    assert state.checks is not None
    assert state.checks.checked > plan.known, "later ones of the order are answered, too"
    assert not state.is_used
    cancel(table)
    assert earlier_attempts(table) == ()
    begin(table)
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
    audit = np.flatnonzero(workspace.table.audited())
    for row in audit.tolist():
        workspace.decisions.decide([row], "bird")
    plan = propose(SILENT, workspace, 0.05).plan
    assert plan.known == len(audit) / 20
    assert len(set(workspace.table.texts(plan.sample))) == len(plan.sample) <= 40
    two_texts_may_be_wrong = sampling_plan(40, 2, plan.known + 100, plan.level, plan.known)
    assert plan.needed == two_texts_may_be_wrong.needed


def test_nothing_to_certify_is_an_error(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="All records are decided"):
        propose(SILENT, workspace, 0.05)
    workspace.table.add_texts(["a single record"])
    with pytest.raises(MltagError, match="no prediction of the active model"):
        propose(SILENT, workspace, 0.05)
    predict(workspace, np.array([0.99]))
    with pytest.raises(MltagError, match="Too few undecided records"):
        propose(SILENT, workspace, 0.05)
    workspace.decisions.decide([0], "bird")
    with pytest.raises(MltagError, match="All records are decided"):
        propose(SILENT, workspace, 0.05)


def test_records_unlike_the_training_data_are_named_as_what_prevents_a_certificate(table: Workspace) -> None:
    count = table.table.count
    table.table.live.show_suspected(np.zeros(count, np.bool_), np.ones(count, np.bool_))
    with pytest.raises(MltagError, match="at any confidence, because they are unlike the training data"):
        propose(SILENT, table, 0.05)


def test_a_certificate_that_saves_hardly_any_work_is_an_error(workspace: Workspace) -> None:
    """Checking 29 of 29 records was proposed."""
    workspace.table.add_texts([f"record {number}" for number in range(29)])
    predict(workspace, np.full(29, 0.995))
    with pytest.raises(MltagError, match="most of the sure records would have to be checked"):
        propose(SILENT, workspace, 0.05)
    workspace.table.add_texts([f"record {number}" for number in range(29, 100)])
    predict(workspace, np.full(100, 0.995))
    assert propose(SILENT, workspace, 0.05).fewest < 75


@pytest.mark.parametrize(("allowed", "checks"), [(0.0, 100), (0.6, 100), (0.05, 0), (0.05, MOST_CHECKS + 1)])
def test_an_invalid_error_or_number_is_rejected(allowed: float, checks: int, table: Workspace) -> None:
    with pytest.raises(MltagError):
        propose(SILENT, table, allowed, checks)


def test_a_certificate_keeps_its_sentence_in_the_journal(table: Workspace) -> None:
    check(table, begin(table).fewest)
    finish(table)
    path = table.path
    table.close()
    with Workspace.open(path, "ann") as again:
        label = again.history.undo_label
        assert (
            label == f"Certify at most 5% wrong above {cut_words(round(again.thresholds.below().default, 4))}"
        )
        assert getattr(label, "template", "") == "Certify at most {allowed:.0%} wrong above {cut}"
        again.thresholds.set(tags={"cat": 0.9})
        assert certification_state(again).valid is not None
