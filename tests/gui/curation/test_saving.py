"""A decision that could not be saved, and saving that works again."""

from functools import partial

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


def test_several_storage_errors_are_taken_back_by_one_message(opened: Application, qtbot: QtBot) -> None:
    """An error that was closed is not taken back, and another error stays."""
    shown = opened.notifications
    opened.writer.write(lambda: refuse(StorageError("The folder is gone.", "Restore it.")))
    settle(opened, qtbot)
    shown.dismiss()
    for text in ("The disk is full.", "The disk cannot be read."):
        opened.writer.write(partial(refuse, StorageError(text, "")))
        opened.writer.write(partial(refuse, MltagError(f"Not only: {text}", "")))
        settle(opened, qtbot)
    opened.decision_controller.decide(workspace_of(opened).tag_set.tags[0].name)
    settle(opened, qtbot)
    texts = [notice.text for notice in shown.pending if not notice.text.startswith("Not only")]
    assert texts == ["Saving works again."]
    assert len(shown.pending) == 3


def test_other_errors_stay(opened: Application, qtbot: QtBot) -> None:
    opened.writer.write(lambda: refuse(MltagError("There is no such tag.", "Choose another one.")))
    opened.decision_controller.decide(workspace_of(opened).tag_set.tags[0].name)
    settle(opened, qtbot)
    assert opened.notifications.current.text == "There is no such tag."
