"""Certification in the window: proposal, checks by the usual keys, certificate, and what voids it."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from mltag_desktop.core.workspace.decisions.certificates import certification_state, start
from mltag_desktop.core.workspace.decisions.review_thresholds import EVERYTHING
from mltag_desktop.core.workspace.search.filtering import needs_review
from mltag_desktop.gui.training.certification import CertifyDialog
from tests.core.learning.certification.helpers import plan_of_two_cuts
from tests.gui.helpers import find, label, settle, wait_tagged, workspace_of

ROWS = 240


@pytest.fixture
def program(make_program, make_table, qtbot):
    """The program with a table of 240 tagged records."""
    made = make_program(make_table(ROWS))
    wait_tagged(made, qtbot, ROWS)
    return made


def status(program) -> str:
    return label(program.status_bar, "Certificate")


def opened_dialog(program, qtbot) -> CertifyDialog:
    program.actions["certify"].trigger()
    dialog = program.parent_window.findChild(CertifyDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def choose(dialog: CertifyDialog, share: str, qtbot) -> None:
    box = find(dialog, QComboBox, "Allowed error")
    box.setCurrentText(share)
    box.activated.emit(box.currentIndex())
    words = find(dialog, QLabel, "Proposed certification")
    qtbot.waitUntil(lambda: "Choosing" not in words.text())


def begin(program, qtbot) -> CertifyDialog:
    """Start a certification of 10%, and wait until its records are shown."""
    dialog = opened_dialog(program, qtbot)
    choose(dialog, "10%", qtbot)
    find(dialog, QPushButton, "Start").click()
    qtbot.waitUntil(lambda: len(program.page.model.order) < ROWS)
    assert not dialog.isVisible()
    return dialog


def accept(program, qtbot, count: int) -> None:
    """Choose the tag that was predicted, which is hidden, by its key."""
    tags = [tag.name for tag in workspace_of(program).tag_set.tags]
    for _ in range(count):
        states, row = workspace_of(program).states(), program.page.current_row()
        predicted = states.tag_names[states.predicted[row]]
        program.actions[f"tag_{tags.index(predicted) + 1}"].trigger()
        settle(program, qtbot)


def test_status_is_empty_until_the_active_model_predicts(program, qtbot) -> None:
    qtbot.waitUntil(lambda: status(program) == "no certificate")
    workspace = workspace_of(program)
    program.session.publish(workspace.tag_set.set(("fees", "refund")), workspace)
    qtbot.waitUntil(lambda: not status(program))


def test_checks_by_the_usual_key_end_with_a_certificate(program, qtbot) -> None:
    qtbot.waitUntil(lambda: status(program) == "no certificate")
    begin(program, qtbot)
    count = len(program.page.model.order)
    qtbot.waitUntil(
        lambda: status(program) == f"0 checked, 0 wrong; about {count} more to prove at most 10% wrong"
    )
    accept(program, qtbot, count - 1)
    qtbot.waitUntil(
        lambda: status(program) == f"{count - 1} checked, 0 wrong; about 1 more to prove at most 10% wrong"
    )
    accept(program, qtbot, 1)
    qtbot.waitUntil(lambda: status(program).startswith("certified: at most 10% wrong above"))
    issued = certification_state(workspace_of(program)).valid
    assert issued is not None
    assert (issued.checked, issued.wrong, issued.curator) == (count, 0, "ann")
    assert program.session.review_below.default == pytest.approx(issued.cut)
    assert program.session.certificate == issued.sentence
    program.actions["undo"].trigger()
    settle(program, qtbot)
    qtbot.waitUntil(lambda: status(program) == f"{count} checked, 0 wrong: 10% is proven")
    dialog = opened_dialog(program, qtbot)
    find(dialog, QPushButton, "Issue certificate").click()
    qtbot.waitUntil(lambda: status(program).startswith("certified"))
    dialog.hide()


@pytest.mark.parametrize("threshold", [0.0, EVERYTHING])
def test_a_certificate_says_if_it_leaves_more_to_review_than_before(program, qtbot, threshold) -> None:
    workspace = workspace_of(program)
    plan = plan_of_two_cuts(workspace)
    plan = replace(plan, stricter=(replace(plan.stricter[0], cut=1.0),))
    program.writer.write(partial(workspace.thresholds.set, threshold))
    program.writer.write(partial(start, workspace, plan))
    qtbot.waitUntil(lambda: status(program).startswith("0 checked"))
    program.actions["order_checks"].trigger()
    qtbot.waitUntil(lambda: [*program.page.model.order] == [0, 2])
    accept(program, qtbot, 2)
    qtbot.waitUntil(lambda: "proven" in status(program))
    dialog = opened_dialog(program, qtbot)
    before = np.count_nonzero(needs_review(workspace.states(), program.session.review_below))
    find(dialog, QPushButton, "Issue certificate").click()
    qtbot.waitUntil(lambda: status(program).startswith("certified"))
    dialog.hide()
    more = np.count_nonzero(needs_review(workspace.states(), program.session.review_below)) - before
    words = program.notifications.current.hint
    assert words.startswith("Records at 1.00 or above need no review.")
    if threshold == EVERYTHING:
        assert more <= 0
        assert "more" not in words
    else:
        assert more > 0
        assert f"The review threshold is 1.00 now, so there are {more} more records to review." in words
    with qtbot.waitSignal(program.certification.validity_changed):
        program.actions["undo"].trigger()


def test_the_queue_asks_for_the_drawn_records_first(program, qtbot) -> None:
    begin(program, qtbot)
    drawn = set(program.page.model.order.tolist())
    program.actions["clear_filters"].trigger()
    qtbot.waitUntil(lambda: len(program.page.model.order) == ROWS)
    program.actions["next_in_queue"].trigger()
    row = program.page.model.row_at(program.page.table.current_place())
    assert row in drawn
    assert "Random check for the certificate" in program.question_queue.why(row)


def test_the_order_of_the_queue_names_the_checks(program, qtbot) -> None:
    program.actions["order_checks"].trigger()  # none is running, so one is proposed
    dialog = program.parent_window.findChild(CertifyDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.hide()
    begin(program, qtbot)
    shown = [*program.page.model.order]
    program.actions["clear_filters"].trigger()
    qtbot.waitUntil(lambda: len(program.page.model.order) == ROWS)
    program.actions["order_checks"].trigger()
    qtbot.waitUntil(lambda: [*program.page.model.order] == shown)


def test_an_added_tag_voids_the_checks(program, qtbot) -> None:
    begin(program, qtbot)
    workspace = workspace_of(program)
    program.writer.write(lambda: workspace.tag_set.set([*workspace.tag_set.tags, "audio"]))
    qtbot.waitUntil(lambda: status(program) == "no certificate")
    dialog = opened_dialog(program, qtbot)
    qtbot.waitUntil(lambda: "The tags have changed." in label(dialog, "State of the certification"))
    assert find(dialog, QPushButton, "Check records").isHidden()
    find(dialog, QPushButton, "Cancel certification").click()
    qtbot.waitUntil(lambda: "no certificate" in label(dialog, "State of the certification"))
    qtbot.waitUntil(lambda: "Choosing" not in label(dialog, "Proposed certification"))
    dialog.hide()


def test_wrong_checks_ask_for_more_records(program, qtbot) -> None:
    begin(program, qtbot)
    model = program.page.model
    shown, workspace = len(model.order), workspace_of(program)
    row = model.row_at(program.page.table.current_place())
    predicted = workspace.table.records([row])[0].predicted
    other = next(tag.name for tag in workspace.tag_set.tags if tag.name != predicted)
    program.writer.write(lambda: workspace.decisions.decide([row], other))
    qtbot.waitUntil(lambda: status(program).startswith("1 checked, 1 wrong"))
    state = certification_state(workspace)
    assert state.checks is not None
    assert state.checks.missing is None or state.checks.missing > shown - 1


def test_a_failed_certification_says_what_to_do(program, qtbot) -> None:
    workspace = workspace_of(program)
    program.writer.write(partial(start, workspace, plan_of_two_cuts(workspace)))
    qtbot.waitUntil(lambda: status(program).startswith("0 checked"))
    for row in (0, 2):
        predicted = workspace.table.records([row])[0].predicted
        other = next(tag.name for tag in workspace.tag_set.tags if tag.name != predicted)
        program.session.publish(workspace.decisions.decide([row], other), workspace)
    qtbot.waitUntil(lambda: status(program) == "2 checked, 2 wrong: too many to prove 10%")
    dialog = opened_dialog(program, qtbot)
    assert label(dialog, "About the certification") == (
        "Train with the corrected records, or allow a larger error. Cancel this certification first. "
        "The next one draws other records and needs more checks."
    )
    assert find(dialog, QPushButton, "Cancel certification").isVisible()
    dialog.hide()


def test_a_strict_proof_can_be_certified_before_the_loose_one(program, qtbot) -> None:
    workspace = workspace_of(program)
    program.writer.write(partial(start, workspace, plan_of_two_cuts(workspace)))
    qtbot.waitUntil(lambda: status(program) == "0 checked, 0 wrong; about 2 more to prove at most 10% wrong")
    program.actions["order_checks"].trigger()
    qtbot.waitUntil(lambda: [*program.page.model.order] == [0, 2])
    accept(program, qtbot, 2)
    words = "20 records proven; about 2 more checks may prove 30"
    qtbot.waitUntil(lambda: status(program) == words)
    shown = program.notifications.current
    assert (shown.text, shown.action.text) == (f"{words}.", "Check records")
    assert shown.hint == "To stop here, issue the certificate: Model › Certify…"
    dialog = opened_dialog(program, qtbot)
    assert label(dialog, "State of the certification") == (
        "2 checked, 0 wrong: 20 records at 0.95 or above are proven; "
        "about 2 more checks may prove 30 at 0.90 or above"
    )
    assert label(dialog, "About the certification") == (
        "To prove: at most 10% of the 20 records at 0.95 or above are wrong. "
        "Further checks may prove it for up to 30 records at 0.90 or above. "
        "If you cancel, the next certification draws other records and needs more checks."
    )
    assert not find(dialog, QPushButton, "Check records").isHidden()
    find(dialog, QPushButton, "Issue certificate").click()
    qtbot.waitUntil(lambda: status(program) == "certified: at most 10% wrong above 0.95")
    program.actions["undo"].trigger()
    qtbot.waitUntil(lambda: status(program) == words)
    find(dialog, QPushButton, "Check records").click()
    qtbot.waitUntil(lambda: [*program.page.model.order] == [1, 3])
    accept(program, qtbot, 2)
    qtbot.waitUntil(lambda: status(program) == "certified: at most 10% wrong above 0.90")
    dialog.hide()


def test_too_few_records_are_explained(make_program, make_table, qtbot) -> None:
    program = make_program(make_table(2))
    wait_tagged(program, qtbot, 2)
    dialog = opened_dialog(program, qtbot)
    words = find(dialog, QLabel, "Proposed certification")
    qtbot.waitUntil(lambda: "Too few undecided records" in words.text())
    assert not find(dialog, QPushButton, "Start").isEnabled()
    dialog.hide()
