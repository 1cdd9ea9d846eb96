"""Suggestions for tables unlike the training data, and display of selected records."""

import csv
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import wait_tagged, workspace_of


def offers(program: Application) -> list:
    notifications = program.notifications._stack
    return [
        each for each in notifications if each.action is not None and each.action.text == "Train a candidate"
    ]


def test_unlike_table_gets_a_model_suggestion(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program(make_table(120))
    shown: list = []
    program.notifications.shown.connect(shown.append)
    wait_tagged(program, qtbot, 120)
    qtbot.waitUntil(lambda: program.question_queue.line is not None, timeout=30_000)
    line = program.question_queue.line
    assert not offers(program), "a model that would tag no record otherwise is not offered"
    line = replace(line, probabilities=np.roll(line.probabilities, 1, axis=1))
    program.model_suggestion._start()
    program.model_suggestion.consider(line)
    (offer,) = offers(program)
    assert f"AUC {line.strangeness:.2f}" in offer.text
    assert f"of {len(line.rows)} predictions" in offer.hint
    assert len(workspace_of(program).models.all()) == 1, "nothing is made by itself"
    offer.action.run()
    desk = program.model_dialogs._models
    with qtbot.waitSignal(desk.candidate_made, timeout=60_000) as made:
        pass
    assert made.args[0].candidate
    assert made.args[0].trained_on == "bundled + this table, no decisions"
    assert workspace_of(program).models.active == program.session.base.version
    assert "no decision" not in desk.report_window.panel._head._headline.text()
    for window in QApplication.topLevelWidgets():
        window.close()


def test_small_table_gets_no_suggestion(opened: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: opened.question_queue.line is not None, timeout=30_000)
    assert not offers(opened)


def test_selected_records_are_shown_until_filters_are_cleared(opened: Application, qtbot: QtBot) -> None:
    opened.navigator.show_records([3, 5, 8], "decisions to review")
    qtbot.waitUntil(lambda: opened.page.model.order.tolist() == [3, 5, 8])
    assert opened.notifications.current.text == "3 records: decisions to review."
    assert opened.actions["clear_filters"].isEnabled()
    opened.notifications.current.action.run()
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
    with qtbot.waitSignal(program.drift_notice.noticed, timeout=30_000) as noticed:
        wait_tagged(program, qtbot, 120)
    alarms = {alarm.check: alarm for alarm in noticed.args[0]}
    assert "language" in alarms
    assert all(example.row >= 60 for example in alarms["language"].examples)
    qtbot.waitUntil(lambda: program.question_queue.line is not None, timeout=30_000)
    program.notifications.clear()
    program.model_suggestion.tell_drift(noticed.args[0])
    notice = program.notifications.current
    assert notice.action.text == "Show examples"
    others = [alarm.words for check, alarm in alarms.items() if alarm.words != notice.text]
    assert others
    assert all(words in notice.hint for words in others), "each check that is past its limit is told"
    line = program.question_queue.line
    program.model_suggestion._start()
    program.model_suggestion.consider(
        replace(line, probabilities=np.roll(line.probabilities, 1, axis=1), strangeness=0.9, doubt="")
    )
    assert program.notifications.current is notice, "the offer of a model waits"
    assert [each.action.text for each in program.notifications._stack] == [
        "Train a candidate",
        "Show examples",
    ]
    program.notifications._button.click()
    qtbot.waitUntil(lambda: 0 < len(program.page.model.order) <= 5)
    qtbot.waitUntil(lambda: "Show examples" not in program.notifications._button.text())
    while program.notifications.current.action.text != "Train a candidate":
        program.notifications.dismiss()


def test_small_table_is_not_checked_for_drift(opened, qtbot: QtBot) -> None:
    opened.drift_notice.look()
    assert opened.drift_notice._job is None
