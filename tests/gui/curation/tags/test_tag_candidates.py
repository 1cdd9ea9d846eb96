"""A tag that comes later: decided records that may belong to it, confirmed or passed by one key each."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.tag_candidates_dialog import TagCandidatesDialog
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from tests.gui.helpers import press, settle, workspace_of


def test_decided_records_are_confirmed_and_passed_by_key(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    other = workspace.tag_set.tags[-1].name
    focused.writer.write(lambda: workspace.decisions.decide(range(12), other))
    settle(focused, qtbot)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.add.click()
    qtbot.keyClicks(editor.form.name, "images of streets")
    editor.form.name.editingFinished.emit()
    qtbot.waitUntil(editor.records.isEnabled)
    editor.records.click()
    dialog = focused.parent_window.findChild(TagCandidatesDialog)
    qtbot.waitUntil(dialog.confirm.isEnabled)
    assert "Record 1 of 12" in dialog.state.text()
    assert dialog.now.text() == f"Its tag is {other}."
    texts = [dialog.text.toPlainText()]
    QTest.keySequence(dialog, "Y")
    texts.append(dialog.text.toPlainText())
    press(focused, qtbot, "N", to=dialog)
    states = workspace.states()
    tagged = [row for row in range(12) if states.tag_names[states.decided[row]] == "images of streets"]
    assert workspace.table.texts(tagged) == [texts[0]]
    assert "1 confirmed" in dialog.state.text()
    dialog.reject()
