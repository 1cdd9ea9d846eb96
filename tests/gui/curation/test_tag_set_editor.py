"""Editing the tag set in the real window: each change is one undo step."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from tests.gui.helpers import settle, workspace_of


def test_the_tag_set_is_edited_step_by_step(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    names = [tag.name for tag in workspace.tag_set.tags]
    focused.decision_controller.decide(names[0])
    settle(focused, qtbot)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.name.setText("pictures")
    editor.name.editingFinished.emit()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].name == "pictures"
    assert workspace.table.records([0])[0].decided == "pictures"
    editor.name.setText(names[1])
    editor.name.editingFinished.emit()
    assert "already" in editor.problem.text()
    editor.guideline.setPlainText("Anything seen.")
    editor.save.click()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].description == "Anything seen."
    editor.down.click()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[1].name == "pictures"
    editor.into.setCurrentText(names[1])
    editor.merge.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == len(names) - 1
    qtbot.waitUntil(lambda: editor.name.text() == names[1])
    editor.add.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == len(names)
    editor.accept()
    for _ in range(5):
        focused.decision_controller.undo()
        settle(focused, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == names
    assert workspace.table.records([0])[0].decided == names[0]


def test_removing_a_tag_reports_remaining_records_and_can_be_undone(
    focused: Application, qtbot: QtBot
) -> None:
    workspace = workspace_of(focused)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.activateWindow()
    editor.guideline.setFocus()
    qtbot.waitUntil(editor.guideline.hasFocus)
    qtbot.keyClicks(editor.guideline, "All that is seen.")
    editor.list.setCurrentRow(1)
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].description == "All that is seen.", "kept without the button"
    editor.list.setCurrentRow(0)
    name = workspace.tag_set.tags[0].name
    states = workspace.states()
    predicted = int((states.predicted == states.tag_names.index(name)).sum())
    assert predicted
    editor.remove.click()
    settle(focused, qtbot)
    assert name not in [tag.name for tag in workspace.tag_set.tags]
    assert f"{predicted} predicted" in editor.problem.text()
    editor.undo.click()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].name == name
    assert editor.undo.isEnabled(), "the guideline was a step too"
    editor.undo.click()
    settle(focused, qtbot)
    assert not editor.undo.isEnabled()
    editor.reject()


def test_an_edited_guideline_is_saved_as_one_step(focused: Application, qtbot: QtBot) -> None:
    """Focus and selection both save it; counted twice, the editor's Undo would undo a decision."""
    focused.decision_controller.accept()
    settle(focused, qtbot)
    steps = len(workspace_of(focused).journal.steps())
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.activateWindow()
    editor.guideline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(editor.guideline.hasFocus)
    qtbot.keyClicks(editor.guideline, "All that is seen.")
    menu = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(editor.guideline, menu)
    settle(focused, qtbot)
    assert len(workspace_of(focused).journal.steps()) == steps, "a menu does not leave it"
    place = editor.list.visualItemRect(editor.list.item(1)).center()
    qtbot.mouseClick(editor.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(focused, qtbot)
    assert len(workspace_of(focused).journal.steps()) == steps + 1
    editor.undo.click()
    settle(focused, qtbot)
    assert not editor.undo.isEnabled()
    editor.reject()
