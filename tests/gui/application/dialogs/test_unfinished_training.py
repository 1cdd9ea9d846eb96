"""The question before a long training is discarded."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from mltag_desktop.gui.application import model_dialogs
from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import find, settle, workspace_of

KEEP, DISCARD = "Keep training", "Close and discard"


@pytest.fixture
def training(opened: Application, qtbot, monkeypatch) -> Application:
    """The program during a training that counts as long."""
    workspace = workspace_of(opened)
    tags = [info.name for info in workspace.tag_set.tags]
    for row in range(24):
        workspace.decisions.decide([row], tags[row % 2])
    settle(opened, qtbot)
    opened.model_dialogs.controller.open_training()
    models = opened.model_dialogs.models
    qtbot.waitUntil(lambda: opened.session.base is not None)
    monkeypatch.setattr(model_dialogs, "_LONG", 1e-9)
    models.start()
    qtbot.waitUntil(lambda: models.seconds_of_training > 0)
    return opened


def answer(program: Application, words: str) -> None:
    question = program.unfinished_training.question
    assert question is not None
    assert question.isVisible()
    find(question, QAbstractButton, words).click()


def test_a_short_training_is_discarded_without_a_question(training, monkeypatch):
    monkeypatch.setattr(model_dialogs, "_LONG", 1e9)
    assert training.parent_window.close()


def test_closing_the_window_asks_and_the_safe_answer_keeps_the_training(training, qtbot):
    window, models = training.parent_window, training.model_dialogs.models
    window.close()
    assert window.isVisible()
    question = training.unfinished_training.question
    assert question.defaultButton().text() == KEEP
    assert question.escapeButton() is question.defaultButton()
    answer(training, KEEP)
    assert window.isVisible()
    assert models.is_training
    window.close()
    answer(training, DISCARD)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_another_table_is_opened_after_the_answer(training, qtbot, make_table):
    before, other = workspace_of(training), make_table(6, "other.csv")
    models = training.model_dialogs.models
    training.open_path(other)
    answer(training, KEEP)
    assert training.session.workspace is before
    assert models.is_training
    training.open_path(other)
    answer(training, DISCARD)
    qtbot.waitUntil(lambda: training.session.workspace not in (None, before))
    assert not models.is_training


def test_the_question_goes_away_when_the_training_ends(training, qtbot):
    window, models = training.parent_window, training.model_dialogs.models
    window.close()
    assert training.unfinished_training.question is not None
    models.cancel()
    assert training.unfinished_training.question is None
    assert window.isVisible()


def test_an_exit_that_cannot_wait_does_not_ask(training):
    training.parent_window.close_at_once()
    assert training.unfinished_training.question is None
    assert not training.parent_window.isVisible()
