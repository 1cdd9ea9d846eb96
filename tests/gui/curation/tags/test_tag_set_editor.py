"""Editing the tag set in the real window: each change is one undo step."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.tag_set_editor import TagSetEditor
from mltag_desktop.gui.curation.tag_sources_dialog import TagListDialog, TagListEdit
from mltag_desktop.gui.state.session import AppContext
from mltag_desktop.gui.widgets.notifications import Notification
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import press, settle, workspace_of


def test_the_tag_set_is_edited_step_by_step(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    names = [tag.name for tag in workspace.tag_set.tags]
    focused.decision_controller.decide(names[0])
    settle(focused, qtbot)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.form.name.setText("pictures")
    editor.form.name.editingFinished.emit()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].name == "pictures"
    assert workspace.table.records([0])[0].decided == "pictures"
    editor.form.name.setText(names[1])
    editor.form.name.editingFinished.emit()
    assert "already" in editor.problem.text()
    editor.add.click()
    assert not editor.problem.text()
    assert not editor.form.name.text(), "a tag with a problem does not keep from naming another one"
    editor.list.setCurrentRow(0)
    editor.form.name.setText("pictures")
    editor.form.guideline.setFocus()
    editor.form.guideline.setPlainText("Anything seen.")
    editor.list.setCurrentRow(1)
    editor.list.setCurrentRow(0)
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].description == "Anything seen."
    editor.down.click()
    settle(focused, qtbot)
    assert workspace.tag_set.tags[1].name == "pictures"
    editor.into.setCurrentText(names[1])
    editor.merge.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == len(names) - 1
    qtbot.waitUntil(lambda: editor.form.name.text() == names[1])
    editor.add.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == len(names) - 1, "it has no name yet"
    editor.form.name.setText("fourth")
    editor.accept()
    for _ in range(5):
        focused.decision_controller.undo()
        settle(focused, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == names
    assert workspace.table.records([0])[0].decided == names[0]


def contradicted(focused: Application) -> TagSetEditor:
    """Return the editor after a keyword of its first tag that is in two records of the second tag."""
    workspace = workspace_of(focused)
    workspace.decisions.decide([0, 6], workspace.tag_set.tags[1].name)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.form.keywords.setText("segmenting")
    editor.form.keywords.editingFinished.emit()
    return editor


def test_decisions_against_the_keywords_are_counted(focused: Application, qtbot: QtBot) -> None:
    editor = contradicted(focused)
    qtbot.waitUntil(lambda: editor.problem.text() == "2 records with a keyword of this tag have another tag.")
    editor.list.setCurrentRow(1)
    assert not editor.problem.text()
    editor.form.excluded.setText("pixel, segmenting")
    editor.form.excluded.editingFinished.emit()
    against = "2 records with this tag have a keyword against it."
    qtbot.waitUntil(lambda: editor.problem.text() == against)
    settle(focused, qtbot)
    assert editor.problem.width() > editor.width() / 2, "a narrow message would take height from the fields"
    editor.up.click()
    qtbot.waitUntil(lambda: editor.problem.text() == against)
    settle(focused, qtbot)
    editor.form.excluded.setText("")
    editor.form.excluded.editingFinished.emit()
    settle(focused, qtbot)
    assert not editor.problem.text()
    editor.undo.click()
    qtbot.waitUntil(lambda: editor.problem.text() == against)
    editor.add.click()
    settle(focused, qtbot)
    assert not editor.problem.text()
    editor.accept()


def test_a_failed_count_of_contradictions_is_a_message(
    app_context: AppContext, make_workspace: Callable[[int], Workspace], notified: Callable[..., Notification]
) -> None:
    workspace = make_workspace(2)
    first, *others = workspace.tag_set.tags
    workspace.tag_set.set((replace(first, keywords=("word",)), *others))
    app_context.session.set_workspace(workspace)
    moved = workspace.path.rename(workspace.path.with_suffix(".moved"))
    notice = notified(TagSetEditor, app_context)
    assert f"{workspace.path.name} does not exist" in notice.text
    moved.rename(workspace.path)


def test_a_count_of_contradictions_ends_with_the_keywords(focused: Application, qtbot: QtBot) -> None:
    editor = contradicted(focused)
    editor.add.click()
    qtbot.waitUntil(lambda: not focused.jobs.running)
    settle(focused, qtbot)
    assert not editor.problem.text(), "a new tag is being named"
    editor.accept()


def test_the_list_shows_names_with_a_doubled_font(
    focused: Application, enlarge: Callable[..., QFont]
) -> None:
    enlarge()
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    QApplication.processEvents()
    name = editor.list.fontMetrics().horizontalAdvance("comp…vision")
    icon, key = editor.list.iconSize().width(), editor.list.fontMetrics().horizontalAdvance("1   ")
    assert editor.list.viewport().width() >= name + key + icon
    editor.accept()


def test_removing_a_tag_reports_remaining_records_and_can_be_undone(
    focused: Application, qtbot: QtBot
) -> None:
    workspace = workspace_of(focused)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    editor.activateWindow()
    editor.form.guideline.setFocus()
    qtbot.waitUntil(editor.form.guideline.hasFocus)
    editor.form.guideline.selectAll()
    qtbot.keyClicks(editor.form.guideline, "All that is seen.")
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
    assert f"{predicted} record" in editor.problem.text()
    assert "to review" in editor.problem.text()
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
    editor.form.guideline.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(editor.form.guideline.hasFocus)
    editor.form.guideline.selectAll()
    qtbot.keyClicks(editor.form.guideline, "All that is seen.")
    menu = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(editor.form.guideline, menu)
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


def opened_editor(program: Application, qtbot: QtBot) -> TagSetEditor:
    program.actions["edit_tags"].trigger()
    editor = program.parent_window.findChild(TagSetEditor)
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def test_thirteen_tags_are_named_by_typing_alone(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    editor = opened_editor(focused, qtbot)
    editor.clear.click()
    editor.add.click()
    qtbot.waitUntil(editor.form.name.hasFocus)
    names = [f"intent {number}" for number in range(12)] + ["返金"]
    for name in names[:-1]:
        qtbot.keyClicks(editor.form.name, name)
        QTest.keySequence(editor.form.name, "Return")
        assert editor.form.name.hasFocus()
        assert not editor.form.name.text(), "the cursor is in the next name"
    editor.form.name.insert(names[-1])
    editor.accept()
    settle(focused, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == names
    assert {tag.label for tag in workspace.tag_set.tags} == set(names), "no short names are made up"
    assert workspace.journal.steps()[0].label == "Add the tag 返金"


def test_a_typed_name_survives_whatever_is_done_next(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    first = workspace.tag_set.tags[0].name
    editor = opened_editor(focused, qtbot)
    for number, leave in enumerate(
        (
            lambda: editor.add.click(),
            lambda: editor.list.setCurrentRow(0),
            lambda: QTest.keySequence(editor.form.name, "Tab"),
            lambda: editor.accept(),
        )
    ):
        editor.start_new()
        qtbot.keyClicks(editor.form.name, f"typed {number}")
        leave()
        settle(focused, qtbot)
        assert f"typed {number}" in [tag.name for tag in workspace.tag_set.tags]
    editor = opened_editor(focused, qtbot)
    editor.start_new()
    qtbot.keyClicks(editor.form.name, first)
    QTest.keySequence(editor.form.name, "Return")
    assert "already exists" in editor.problem.text()
    assert editor.form.name.text() == first, "it can be changed"
    qtbot.keyClicks(editor.form.name, "!")
    QTest.keySequence(editor.form.name, "Return")
    press(focused, qtbot, "Return", to=editor.form.name)
    assert workspace.tag_set.tags[-1].name == f"{first}!"
    assert editor.tag == workspace.tag_set.tags[-1], "Return in an empty field ends adding"
    editor.accept()


def test_each_field_of_a_tag_is_kept(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    editor = opened_editor(focused, qtbot)
    editor.form.short.setText("V")
    editor.form.key.setText("x")
    editor.form.guideline.setPlainText("Pictures.")
    editor.form.examples.setPlainText("A photo of a cat\n\nA video")
    editor.form.keywords.setText("image, video")
    editor.form.excluded.setText("text; a letter, by hand")
    editor.form.colour.setCurrentIndex(6)
    editor.form.colour.activated.emit(6)
    settle(focused, qtbot)
    editor.list.setCurrentRow(1)
    editor.list.setCurrentRow(0)
    tag = workspace.tag_set.tags[0]
    assert (tag.short, tag.key, tag.description, tag.colour) == ("V", "X", "Pictures.", 6)
    assert tag.examples == ("A photo of a cat", "A video")
    assert tag.keywords == ("image", "video")
    assert tag.excluded_keywords == ("text", "a letter, by hand")
    assert editor.form.excluded.text() == "text; a letter, by hand"
    editor.form.key.setText("S")
    editor.form.key.editingFinished.emit()
    assert "Skip" in editor.problem.text(), "the letter has a meaning already"
    editor.list.setCurrentRow(1)
    editor.form.key.setText("X")
    editor.form.key.editingFinished.emit()
    assert tag.name in editor.problem.text()
    editor.reject()
    settle(focused, qtbot)
    assert [one.key for one in workspace.tag_set.tags[:2]] == ["X", ""]


def test_editing_another_field_keeps_a_custom_symbol(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    first, *others = workspace.tag_set.tags
    workspace.tag_set.set((replace(first, sign="♥"), *others))
    editor = opened_editor(focused, qtbot)
    assert editor.form.sign.currentText() == "♥"
    editor.form.short.setText("V")
    editor.form.short.editingFinished.emit()
    settle(focused, qtbot)
    assert (workspace.tag_set.tags[0].short, workspace.tag_set.tags[0].sign) == ("V", "♥")
    editor.form.sign.setCurrentText("★")
    editor.form.sign.activated.emit(4)
    settle(focused, qtbot)
    assert workspace.tag_set.tags[0].sign == "★"
    editor.accept()


def test_only_a_tag_that_is_shown_can_be_edited(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    names = [tag.name for tag in workspace.tag_set.tags]
    editor = opened_editor(focused, qtbot)
    editor.filter.setText("no such tag")
    assert editor.tag is None
    assert (editor.form.name.text(), editor.form.name.isEnabled()) == ("", False)
    assert not editor.remove.isEnabled()
    editor.filter.setText(names[2])
    assert editor.form.name.text() == names[2]
    editor.remove.click()
    settle(focused, qtbot)
    editor.filter.clear()
    assert [tag.name for tag in workspace.tag_set.tags] == [*names[:2], *names[3:]]
    assert editor.tag is not None
    editor.accept()


def test_a_list_is_pasted(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    before = [tag.name for tag in workspace.tag_set.tags]
    editor = opened_editor(focused, qtbot)
    editor.start_new()
    QGuiApplication.clipboard().setText(f"tag,description\nfees,Charges\n{before[0]},mine\nfees,twice\n")
    QTest.keySequence(editor.form.name, "Ctrl+V")
    dialog = editor.findChild(TagListDialog)
    assert "2 tags" in dialog.list.result.text()
    assert "That of fees: “Charges”." in dialog.list.result.text()
    assert "1 name is repeated" in dialog.list.result.text()
    assert "1 exists already" in dialog.list.result.text()
    dialog.add.click()
    settle(focused, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == [*before, "fees"]
    assert workspace.tag_set.tags[-1].description == "Charges"
    editor.paste.click()
    dialog = editor.findChildren(TagListDialog)[-1]
    dialog.list.set_text("")
    assert not dialog.add.isEnabled()
    dialog.list.set_text("C++: templates\nRust: macros")
    assert "part of the names" in dialog.list.result.text()
    dialog.list.set_text("\n".join(f"intent number {number}" for number in range(500)))
    dialog.replaces.setChecked(True)
    dialog.add.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == 500
    assert editor.filter.isVisible()
    editor.filter.setText("number 77")
    assert editor.list.count() == 5, "77, 177, …"
    editor.list.setCurrentRow(0)
    assert editor.form.name.text() == "intent number 77"
    editor.undo.click()
    settle(focused, qtbot)
    assert len(workspace.tag_set.tags) == len(before) + 1
    editor.reject()


@pytest.mark.parametrize("how", ["edit", "list"])
def test_one_tag_is_possible_and_said_to_be_few(how: str, focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    editor = opened_editor(focused, qtbot)
    editor.clear.click()
    settle(focused, qtbot)
    assert "no tags yet" in editor.problem.text()
    if how == "list":
        editor.paste.click()
        dialog = editor.findChild(TagListDialog)
        dialog.list.set_text("only one")
        assert "at least two" in dialog.list.result.text()
        dialog.add.click()
        assert "at least two" in editor.problem.text()
    else:
        editor.start_new()
        qtbot.keyClicks(editor.form.name, "only one")
    editor.accept()
    settle(focused, qtbot)
    assert [tag.name for tag in workspace.tag_set.tags] == ["only one"]


def test_the_most_similar_tag_is_proposed_for_a_merge(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.writer.write(partial(workspace.tag_set.set, ("fees", "invoice", "e-mail", "Mail", "invoices")))
    settle(focused, qtbot)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    drawn_again: list[object] = []
    editor.list.model().rowsInserted.connect(drawn_again.append)
    editor.list.setCurrentRow(4)
    assert (editor.form.name.text(), editor.into.currentText()) == ("invoices", "invoice")
    editor.list.setCurrentRow(3)
    assert (editor.form.name.text(), editor.into.currentText()) == ("Mail", "e-mail")
    assert not drawn_again, "with thousands of tags, this takes half a second"


def test_a_new_name_that_nearly_exists_gets_a_hint(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.writer.write(partial(workspace.tag_set.set, ("fees", "top-up")))
    settle(focused, qtbot)
    focused.actions["edit_tags"].trigger()
    editor = focused.parent_window.findChild(TagSetEditor)
    for name, other in (("Top up", "top-up"), ("feeds", ""), ("feed", "feeds")):
        editor.start_new()
        editor.form.name.setText(name)
        editor.form.name.editingFinished.emit()
        hint = f"{name} and {other} are nearly the same. If they are one tag, merge them."
        assert (editor.problem.text() == hint) == bool(other), editor.problem.text()
        if other:
            assert editor.into.currentText() == other


@pytest.mark.parametrize("how", ["Return", "button"])
def test_the_hint_stays_while_the_next_name_is_typed(how: str, focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.writer.write(partial(workspace.tag_set.set, ("fees", "top-up")))
    settle(focused, qtbot)
    editor = opened_editor(focused, qtbot)
    editor.start_new()
    qtbot.waitUntil(editor.form.name.hasFocus)
    qtbot.keyClicks(editor.form.name, "Top up")
    if how == "Return":
        QTest.keySequence(editor.form.name, "Return")
    else:
        qtbot.mouseClick(editor.add, Qt.MouseButton.LeftButton)
    settle(focused, qtbot)
    assert not editor.form.name.text()
    assert "nearly the same" in editor.problem.text()
    qtbot.keyClicks(editor.form.name, "refund")
    QTest.keySequence(editor.form.name, "Return")
    assert "nearly the same" not in editor.problem.text()
    editor.accept()


def test_a_list_without_a_tag_for_other_texts_gets_a_hint(qapp: QApplication, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    edit = TagListEdit(Theme(qapp), (), host)
    edit.set_text("fees, refund")
    assert "Add a tag “other”" in edit.result.text()
    edit.set_text("fees, refund, Sonstiges")
    assert "Add a tag" not in edit.result.text()
