"""Suggestions for tables unlike the training data, and display of selected records."""

import csv
from functools import partial

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.core.learning.drift_monitor import Alarm, Example
from mltag_desktop.core.workspace.types import Action, Change, ChangeKind
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.widgets.notifications import Notification
from tests.gui.helpers import find, settle, wait_tagged, workspace_of


def offers(program: Application) -> list[Notification]:
    notifications = program.notifications.pending
    return [
        each for each in notifications if each.action is not None and each.action.text == "Train a candidate"
    ]


def drift_notices(program: Application) -> list[Notification]:
    notices = program.notifications.pending
    return [each for each in notices if each.action is not None and each.action.text == "Show examples"]


def test_no_model_is_offered_without_answers(make_program, make_table, qtbot: QtBot) -> None:
    program = make_program(make_table(120))
    wait_tagged(program, qtbot, 120)
    qtbot.waitUntil(lambda: program.question_queue.line is not None)
    assert not offers(program)
    assert len(workspace_of(program).models.all()) == 1


def test_selected_records_are_shown_until_filters_are_cleared(opened: Application, qtbot: QtBot) -> None:
    opened.navigator.show_records([3, 5, 8], "decisions to review")
    qtbot.waitUntil(lambda: opened.page.model.order.tolist() == [3, 5, 8])
    assert opened.notifications.current.text == "3 records: decisions to review."
    assert opened.page.filter_chips.words == ["3 records: decisions to review"]
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
    with qtbot.waitSignal(program.drift_notice.noticed) as noticed:
        wait_tagged(program, qtbot, 120)
    alarms = {alarm.check: alarm for alarm in noticed.args[0]}
    assert "language" in alarms
    assert all(example.row >= 60 for example in alarms["language"].examples)
    qtbot.waitUntil(lambda: program.question_queue.line is not None)
    (notice,) = drift_notices(program)
    settle(program, qtbot)
    program.notifications.clear()
    program.model_suggestion.show_alarms(noticed.args[0])
    assert not drift_notices(program), "each cause is shown once for a model"
    program.notifications.show_notice(notice)
    others = [alarm.words for check, alarm in alarms.items() if alarm.words != notice.text]
    assert others
    assert all(words in notice.hint for words in others), "each check that is past its limit is told"
    find(program.notifications, QPushButton, "action").click()
    qtbot.waitUntil(lambda: 0 < len(program.page.model.order) <= 5)
    qtbot.waitUntil(lambda: "Show examples" not in find(program.notifications, QPushButton, "action").text())

    assert "records: examples of texts" in program.notifications.current.text

    told = workspace_of(program).preference("told_drift")
    assert f"{program.session.model.version} language" in told, "nor after the table is opened again"


def test_the_sample_opens_without_notifications(make_program, qtbot: QtBot) -> None:
    program = make_program()
    with qtbot.waitSignal(program.source_watcher.findings_counted):
        program.open_sample()
    qtbot.waitUntil(lambda: not program.jobs.running and not program.prediction_runner.is_running)
    program.drift_notice.check()
    assert not program.drift_notice.is_running
    assert program.notifications.pending == ()


RUSSIAN = Alarm("language", 0.4, 0.1, 0, 24, "Half of the texts are Russian.", (Example(3, "текст", 1.0),))


def test_a_table_without_tags_shows_no_predictions_and_no_notice_about_them(
    opened: Application, qtbot: QtBot
) -> None:
    opened.writer.write(partial(workspace_of(opened).tag_set.set, ()))
    settle(opened, qtbot)
    opened.model_suggestion.show_alarms((RUSSIAN,))
    assert not drift_notices(opened)


def test_another_model_removes_the_notice_of_the_earlier_one(opened: Application, qtbot: QtBot) -> None:
    opened.model_suggestion.show_alarms((RUSSIAN,))
    assert drift_notices(opened)
    workspace = workspace_of(opened)
    opened.session.publish(Change(None, ChangeKind.MODELS, 1, action=Action.PROMOTE), workspace)
    assert not drift_notices(opened)


def test_small_table_is_not_checked_for_drift(opened, qtbot: QtBot) -> None:
    opened.drift_notice.check()
    assert not opened.drift_notice.is_running
