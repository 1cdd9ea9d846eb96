"""Earlier states in the window: preview, return, restore; they are read-only."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import StorageError
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.document.journal import JournalDialog
from tests.gui.helpers import dialog_of, find, settle, workspace_of

_DECIDING = (
    *("accept", "tag_1", "also_2", "skip", "unsure", "flag", "clear", "undo", "undo_key"),
    "note",
)


def test_past_state_is_previewed_and_restored(opened: Application, qtbot: QtBot) -> None:
    workspace, page, session = workspace_of(opened), opened.page, opened.session
    qtbot.waitUntil(lambda: not opened.prediction_runner.is_running)
    for row in (0, 1):
        session.publish(workspace.decisions.decide([row], "mlops"))
    first, last = (
        workspace.journal.steps()[1].step,
        workspace.journal.steps()[0].step,
    )
    opened.dialogs.show_journal()
    journal = dialog_of(opened, JournalDialog, qtbot)
    qtbot.waitUntil(lambda: len(journal.list.lines.lines) > 1)
    journal.list.selectRow(1)
    with qtbot.waitSignal(session.past_changed):
        journal.show_past.click()
    journal.reject()
    bar = opened.history_preview.bar
    assert bar.isVisible()
    assert f"after step {first}" in bar.words.text()
    page.table.go_to(1)
    qtbot.waitUntil(lambda: not opened.record_order.is_running)
    shown = [page.model.row_state(place).decided for place in (0, 1)]
    assert [tag.name if tag else "" for tag in shown] == ["mlops", ""]
    with qtbot.waitSignal(opened.decision_controller.read_only):
        opened.decision_controller.decide("other")
    assert bar.words.text().startswith("You cannot decide")
    opened.parent_window.resize(1024, 600)
    qtbot.waitUntil(lambda: bar.words.height() >= bar.words.heightForWidth(bar.words.width()) > 0)
    settle(opened, qtbot)
    assert workspace.journal.steps()[0].step == last, "nothing is decided in the past"
    bar.back.click()
    assert bar.isHidden()
    assert page.model.row_state(1).decided is not None
    opened.history_preview.show_step(first)
    qtbot.waitUntil(lambda: session.past is not None)
    with qtbot.waitSignal(session.changed):
        bar.restore.click()
    assert session.past is None
    assert workspace.states().decided[1] < 0
    workspace.history.undo()
    assert workspace.states().decided[1] >= 0


@pytest.fixture
def looking_back(opened: Application, qtbot: QtBot) -> Application:
    """Show the table as it was after the first of two decisions."""
    qtbot.waitUntil(lambda: not opened.prediction_runner.is_running)
    workspace = workspace_of(opened)
    for row in (0, 1):
        opened.session.publish(workspace.decisions.decide([row], "mlops"))
    settle(opened, qtbot)
    opened.actions["show_focus"].trigger()
    opened.history_preview.show_step(workspace.journal.steps()[1].step)
    qtbot.waitUntil(lambda: opened.session.past is not None)
    return opened


def test_a_past_record_has_the_note_and_the_additional_tags_of_that_time(
    opened: Application, qtbot: QtBot
) -> None:
    workspace, detail = workspace_of(opened), opened.page.detail
    workspace.tag_set.set(several=True)
    workspace.decisions.decide([0], "mlops")
    workspace.decisions.add_tag([0], "other")
    workspace.decisions.note(0, "then")
    step = workspace.journal.last
    workspace.decisions.remove_tag([0], "other")
    opened.session.publish(workspace.decisions.note(0, "now"))
    qtbot.waitUntil(lambda: detail.record is not None and detail.record.note == "now")
    opened.history_preview.show_step(step)
    qtbot.waitUntil(lambda: find(detail, QPlainTextEdit, "Note on the record").toPlainText() == "then")
    assert detail.additional_tags.names == ["other"]


def test_past_state_cannot_be_decided(looking_back: Application, qtbot: QtBot) -> None:
    program, workspace = looking_back, workspace_of(looking_back)
    back, last = program.history_preview, workspace.journal.steps()[0].step
    assert back.bar.isVisible(), "the table is shown, not one record"
    ways: dict[str, Callable[[], object]] = {name: program.actions[name].trigger for name in _DECIDING}
    ways["redo"] = program.decision_controller.redo
    ways["a chip in the detail pane"] = lambda: program.page.detail.also_chosen.emit("other")
    ways["a note in the detail pane"] = lambda: program.page.detail.noted.emit(2, "a note")
    ways["a flag in the detail pane"] = lambda: program.page.detail.flagged.emit("wrong")
    ways["many records"] = lambda: (
        program.page.table.selectAll(),
        program.decision_controller.decide("other"),
    )
    program.page.table.go_to(2)
    for name, way in ways.items():
        back.bar.say("quiet")
        way()
        assert back.bar.words.text().startswith("You cannot decide"), name
        assert program.session.past is not None, name
    program.actions["same_for_all"].trigger()
    settle(program, qtbot)
    assert workspace.journal.steps()[0].step == last


def test_a_state_that_could_not_be_restored_can_be_restored_again(
    looking_back: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StorageError("The disk is full.", "Free some space.")

    restore = looking_back.history_preview.bar.restore
    with monkeypatch.context() as patch:
        patch.setattr(workspace_of(looking_back).history, "return_to", refuse)
        with qtbot.waitSignal(looking_back.notifications.failed):
            restore.click()
    qtbot.waitUntil(restore.isEnabled)
    with qtbot.waitSignal(looking_back.session.changed):
        restore.click()
    assert looking_back.session.past is None


@pytest.mark.parametrize("name", ["show_focus", "rollback"])
def test_a_command_that_changes_the_table_leaves_the_past_state(looking_back: Application, name: str) -> None:
    looking_back.actions[name].setEnabled(True)
    looking_back.actions[name].trigger()
    assert looking_back.session.past is None
    assert looking_back.history_preview.bar.isHidden()
