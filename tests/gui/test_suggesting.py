"""Tables unlike the training data, and records shown alone."""

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Program
from tests.gui.conftest import wait_tagged, workspace_of


def offers(program: Program) -> list:
    notices = program.notices._stack
    return [each for each in notices if each.action is not None and each.action.text == "Train a candidate"]


def test_an_unlike_table_is_offered_a_model_of_its_own(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program(make_table(120))
    shown: list = []
    program.notices.shown.connect(shown.append)
    wait_tagged(program, qtbot, 120)
    qtbot.waitUntil(lambda: program.questions.line is not None, timeout=30_000)
    line = program.questions.line
    assert not offers(program), "a model that would tag no record otherwise is not offered"
    line = replace(line, probabilities=np.roll(line.probabilities, 1, axis=1))
    program.suggesting._start()
    program.suggesting.consider(line)
    (offer,) = offers(program)
    assert f"{line.strangeness:.0%}" in offer.text
    assert f"of {len(line.rows)} otherwise" in offer.hint
    assert len(workspace_of(program).models()) == 1, "nothing is made by itself"
    offer.action.run()
    desk = program.panels._models
    with qtbot.waitSignal(desk.candidate_made, timeout=60_000) as made:
        pass
    assert made.args[0].candidate
    assert made.args[0].trained_on == "bundled + this table, no decisions"
    assert workspace_of(program).current_version == program.session.base.version
    assert "no decision" not in desk.report_window.panel._head._headline.text()
    for window in QApplication.topLevelWidgets():
        window.close()


def test_a_small_table_is_offered_nothing(opened: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.questions.line is not None, timeout=30_000)
    assert not offers(opened)


def test_some_records_are_shown_alone_until_the_filters_are_cleared(opened: Program, qtbot: QtBot) -> None:
    opened.show_records([3, 5, 8], "decisions to review")
    qtbot.waitUntil(lambda: opened.page.model.order.tolist() == [3, 5, 8])
    assert opened.notices.current.text == "3 records: decisions to review."
    assert opened.actions["clear_filters"].isEnabled()
    opened.notices.current.action.run()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 24)
