"""Notices on a table whose texts are unlike the training data."""

import csv
from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from tests.gui.conftest import wait_tagged


def test_texts_in_another_script_are_told_of_with_examples(make_program, make_table, qtbot: QtBot) -> None:
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


def test_a_small_table_is_not_judged(opened, qtbot: QtBot) -> None:
    opened.drifting.look()
    assert opened.drifting._job is None
