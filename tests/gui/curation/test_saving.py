"""A decision that could not be saved, and saving that works again."""

from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import settle, workspace_of


def refuse(error: MltagError) -> None:
    raise error


def test_a_full_disk_is_shown_until_a_decision_is_saved(opened: Application, qtbot: QtBot) -> None:
    error = StorageError("The disk is full.", "Free some space.")
    for _ in range(2):
        opened.writer.write(lambda: refuse(error))
        settle(opened, qtbot)
    shown = opened.notifications
    assert [notice.text for notice in shown.pending] == ["The disk is full."]
    opened.writer.write(lambda: None)  # settings, which may be on another disk
    settle(opened, qtbot)
    assert shown.current.text == "The disk is full."
    opened.decision_controller.decide(workspace_of(opened).tag_set.tags[0].name)
    settle(opened, qtbot)
    assert [notice.text for notice in shown.pending] == ["Saving works again."]


def test_other_errors_stay(opened: Application, qtbot: QtBot) -> None:
    opened.writer.write(lambda: refuse(MltagError("There is no such tag.", "Choose another one.")))
    opened.decision_controller.decide(workspace_of(opened).tag_set.tags[0].name)
    settle(opened, qtbot)
    assert opened.notifications.current.text == "There is no such tag."
