"""Suggestions for tables unlike the training data, and display of selected records."""

import csv
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import wait_tagged, workspace_of


def offers(program: Application) -> list:
    notices = program.notices._stack
    return [each for each in notices if each.action is not None and each.action.text == "Train a candidate"]


def test_unlike_table_gets_a_model_suggestion(make_program, make_table, qtbot: QtBot) -> None:
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
    assert f"AUC {line.strangeness:.2f}" in offer.text
    assert f"of {len(line.rows)} predictions" in offer.hint
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


def test_small_table_gets_no_suggestion(opened: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.questions.line is not None, timeout=30_000)
    assert not offers(opened)


def test_selected_records_are_shown_until_filters_are_cleared(opened: Application, qtbot: QtBot) -> None:
    opened.show_records([3, 5, 8], "decisions to review")
    qtbot.waitUntil(lambda: opened.page.model.order.tolist() == [3, 5, 8])
    assert opened.notices.current.text == "3 records: decisions to review."
    assert opened.actions["clear_filters"].isEnabled()
    opened.notices.current.action.run()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 24)


def test_texts_in_another_script_raise_an_alarm_with_examples(make_program, make_table, qtbot: QtBot) -> None:
    path = make_table(60)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for number in range(60):
            writer.writerow(
                (100 + number, f"Расписание поездов {number}", "Поезд идёт из города в город", "blog")
            )
    program = make_program(path)
    with qtbot.waitSignal(program.drifting.noticed, timeout=30_000) as noticed:
        wait_tagged(program, qtbot, 120)
    alarms = {alarm.check: alarm for alarm in noticed.args[0]}
    assert "language" in alarms
    assert all(example.row >= 60 for example in alarms["language"].examples)
    qtbot.waitUntil(lambda: program.questions.line is not None, timeout=30_000)
    program.notices.clear()
    program.suggesting.tell_drift(noticed.args[0])
    notice = program.notices.current
    assert notice.action.text == "Show examples"
    others = [alarm.words for check, alarm in alarms.items() if alarm.words != notice.text]
    assert others
    assert all(words in notice.hint for words in others), "each check that is past its limit is told"
    line = program.questions.line
    program.suggesting._start()
    program.suggesting.consider(
        replace(line, probabilities=np.roll(line.probabilities, 1, axis=1), strangeness=0.9, doubt="")
    )
    assert program.notices.current is notice, "the offer of a model waits"
    assert [each.action.text for each in program.notices._stack] == ["Train a candidate", "Show examples"]
    program.notices._button.click()
    qtbot.waitUntil(lambda: 0 < len(program.page.model.order) <= 5)
    qtbot.waitUntil(lambda: "Show examples" not in program.notices._button.text())
    while program.notices.current.action.text != "Train a candidate":
        program.notices.dismiss()


def test_small_table_is_not_checked_for_drift(opened, qtbot: QtBot) -> None:
    opened.drifting.look()
    assert opened.drifting._job is None
