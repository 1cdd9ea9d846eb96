"""The question queue in the real window: the next question, its reason, and an unchanged table order."""

import re

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.learning.question_queue import AUDIT_WORDS, QuestionQueue
from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import label, press, workspace_of


def line_of(program: Application) -> QuestionQueue:
    assert program.question_queue.line is not None
    return program.question_queue.line


@pytest.fixture
def asking(opened: Application, qtbot: QtBot) -> Application:
    """Return the program when the queue is trained, with random checks turned off."""
    opened.parent_window.activateWindow()
    opened.page.table.setFocus()
    opened.question_queue.draw = lambda: 1.0
    qtbot.waitUntil(lambda: opened.question_queue.line is not None)
    return opened


def row(program: Application) -> int:
    return program.page.model.row_at(program.page.table.current_place())


def test_next_takes_the_most_useful_question_and_shows_the_reason(asking: Application, qtbot: QtBot) -> None:
    first = next(each for each in line_of(asking).rows.tolist() if each != 0)
    QTest.keySequence(asking.page.table, "J")
    assert row(asking) == first
    why = label(asking.page.detail, "Reason for the question")
    assert why.startswith(("The bundled model", "The queue’s model", "Few uncertain"))
    assert not re.search(r"\d", why), "the figures beside it are the active model's"
    asking.page.table.go_to(asking.page.model.place_of(0))
    assert label(asking.page.detail, "Reason for the question") == ""


def test_the_reason_goes_with_the_model_that_it_was_about(asking: Application, qtbot: QtBot) -> None:
    QTest.keySequence(asking.page.table, "J")
    assert label(asking.page.detail, "Reason for the question")
    assert asking.session.model is not None
    asking.session.set_model(asking.session.model)
    assert label(asking.page.detail, "Reason for the question") == ""


def test_the_queue_is_retrained_after_each_decision(asking: Application, qtbot: QtBot) -> None:
    QTest.keySequence(asking.page.table, "J")
    asked = row(asking)
    states = workspace_of(asking).states()
    order = asking.page.model.order.tolist()
    with qtbot.waitSignal(asking.question_queue.trained) as trained:
        press(asking, qtbot, "2")
        standing = row(asking)
    assert standing != asked
    assert row(asking) == standing, "a new line never moves the reader"
    assert asked not in trained.args[0].rows
    now = workspace_of(asking).states()
    assert (now.predicted == states.predicted).all()
    assert (now.confidence == states.confidence).all()
    assert asking.page.model.order.tolist() == order


def test_previous_goes_back_to_the_previous_question(asking: Application, qtbot: QtBot) -> None:
    seen = []
    for _ in range(3):
        QTest.keySequence(asking.page.table, "J")
        seen.append(row(asking))
    QTest.keySequence(asking.page.table, "K")
    assert row(asking) == seen[1]


def test_another_review_threshold_is_proven_at_once(asking: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(asking)
    qtbot.waitUntil(lambda: asking.question_queue.is_idle)
    with qtbot.waitSignal(asking.question_queue.trained):
        asking.session.publish(workspace.thresholds.set(default=0.6), workspace)


def test_a_random_check_comes_from_the_audit_set(asking: Application, qtbot: QtBot) -> None:
    asking.question_queue.draw = lambda: 0.0
    audit = line_of(asking).audit.tolist()
    QTest.keySequence(asking.page.table, "J")
    drawn = bool(workspace_of(asking).table.audited([row(asking)])[0])
    assert drawn == bool(set(audit) - {0})
    assert (label(asking.page.detail, "Reason for the question") == AUDIT_WORDS) == drawn


def test_the_order_of_questions_is_chosen_in_the_menu_and_stored(asking: Application, qtbot: QtBot) -> None:
    assert asking.actions["order_automatic"].isChecked()
    asking.actions["order_table"].trigger()
    assert asking.settings_store.settings.queue_order == "table"
    assert not asking.actions["order_automatic"].isChecked()
    asking.session.set_review_default(1.01)
    QTest.keySequence(asking.page.table, "J")
    assert row(asking) == 1


def test_only_shown_records_are_asked_about(asking: Application, qtbot: QtBot) -> None:
    asking.filter_bar.setText("boats")
    qtbot.waitUntil(lambda: len(asking.page.model.order) == 4)
    for _ in range(4):
        QTest.keySequence(asking.page.table, "J")
        assert row(asking) % 6 == 4
