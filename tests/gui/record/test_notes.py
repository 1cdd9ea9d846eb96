"""Notes are stored as drafts while they are typed, become one journal step, and are never lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.decisions.note_drafts import drafts_in
from mltag_desktop.core.workspace.types import Mark
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.document.journal import words_of
from mltag_desktop.gui.record.detail_tabs import NotePane, entry_words
from tests.gui.helpers import press, settle, wait_read, wait_tagged, workspace_of

NOTE = "half a thought"


def type_note(program: Application, qtbot: QtBot, text: str = NOTE) -> QPlainTextEdit:
    """Type a note on the first record, and keep the focus in it."""
    QTest.keySequence(program.page.table, "N")
    edit = program.page.detail.tabs.note.edit
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, text)
    return edit


def stored(workspace: Workspace) -> list[str]:
    return [draft.text for draft in drafts_in(workspace)]


def check_written_once(path: Path) -> None:
    """Check that the note was written to the first record in one step, without a remaining draft."""
    with Workspace.open(path, "bo") as workspace:
        assert workspace.decisions.note_on(0) == NOTE
        assert len(workspace.journal.steps()) == 1
        assert drafts_in(workspace) == []
        workspace.history.undo()
        assert workspace.decisions.note_on(0) == ""


def test_note_is_stored_as_draft_and_becomes_one_step(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    edit = type_note(focused, qtbot, "half")
    qtbot.waitUntil(lambda: stored(workspace) == ["half"])
    qtbot.keyClicks(edit, " a thought")
    qtbot.waitUntil(lambda: stored(workspace) == [NOTE])
    assert workspace.journal.steps() == []
    assert edit.toPlainText() == NOTE
    assert edit.hasFocus()
    press(focused, qtbot, "Esc", to=edit)
    assert [step.label for step in workspace.journal.steps()] == ["Note"]
    (entry,) = workspace.journal.entries(0)
    assert entry_words(entry).endswith(f"note – {NOTE}")
    assert words_of(entry) == "note"
    assert workspace.decisions.note_on(0) == NOTE
    assert stored(workspace) == []
    focused.decision_controller.undo()
    settle(focused, qtbot)
    assert workspace.decisions.note_on(0) == ""
    qtbot.waitUntil(lambda: edit.toPlainText() == "")


def test_unchanged_note_is_no_step(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    edit = type_note(focused, qtbot, "no")
    qtbot.waitUntil(lambda: stored(workspace) == ["no"])
    for _ in "no":
        QTest.keySequence(edit, "Backspace")
    press(focused, qtbot, "Esc", to=edit)
    assert workspace.journal.steps() == []
    assert stored(workspace) == []


def test_flag_with_note_leaves_no_draft(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    edit = type_note(focused, qtbot)
    qtbot.waitUntil(lambda: stored(workspace) == [NOTE])
    press(focused, qtbot, "Ctrl+Shift+Return", to=edit)
    record = workspace.table.records([0])[0]
    assert (record.note, record.marks) == (NOTE, Mark.FLAGGED | Mark.NOTED)
    assert len(workspace.journal.steps()) == 1
    assert stored(workspace) == []


ENDS: dict[str, Callable[[Application], object]] = {
    "quitting": lambda program: QTest.keySequence(program.page.detail.tabs.note.edit, "Ctrl+Q"),
    "closing the window": lambda program: program.parent_window.close(),
    "closing the table": lambda program: program.actions["close_table"].trigger(),
}


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("end", ENDS)
def test_the_end_of_a_table_writes_the_note(
    focused: Application, qtbot: QtBot, end: str, waits: bool
) -> None:
    workspace = workspace_of(focused)
    type_note(focused, qtbot)
    if waits:
        qtbot.waitUntil(lambda: stored(workspace) == [NOTE])
    ENDS[end](focused)
    qtbot.waitUntil(lambda: not Path(f"{workspace.path}-wal").exists())
    check_written_once(workspace.path)


def test_opening_another_table_writes_the_note(
    focused: Application, qtbot: QtBot, make_table: Callable[..., Path]
) -> None:
    path, other = workspace_of(focused).path, make_table(6, "other.csv")
    type_note(focused, qtbot)
    focused.workspace_opener.open_path(other)
    wait_tagged(focused, qtbot, 6)
    check_written_once(path)
    assert focused.page.detail.tabs.note.edit.toPlainText() == ""


def click_elsewhere(program: Application, qtbot: QtBot) -> None:
    viewport, place = program.page.table.viewport(), program.page.table.rowViewportPosition(4)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(60, place + 5))


LEAVING: dict[str, Callable[[Application, QtBot], object]] = {
    "the next record": lambda program, _qtbot: program.actions["next_in_queue"].trigger(),
    "a decision": lambda program, _qtbot: program.actions["accept"].trigger(),
    "the focus view": lambda program, _qtbot: program.actions["show_focus"].trigger(),
    "a click in the table": click_elsewhere,
    "the filter line": lambda program, _qtbot: program.filter_bar.focus_all(),
    "the journal": lambda program, _qtbot: program.dialogs.show_journal(),
    "the hidden pane": lambda program, _qtbot: program.actions["show_detail"].trigger(),
}


@pytest.mark.parametrize("way", LEAVING)
def test_leaving_the_note_writes_it(focused: Application, qtbot: QtBot, way: str) -> None:
    workspace = workspace_of(focused)
    type_note(focused, qtbot)
    LEAVING[way](focused, qtbot)
    qtbot.waitUntil(lambda: workspace.decisions.note_on(0) == NOTE)
    settle(focused, qtbot)
    assert sum(entry.note == NOTE for entry in workspace.journal.entries(0)) == 1
    assert stored(workspace) == []
    if focused.dialogs.shown is not None:
        focused.dialogs.shown.reject()


def test_note_in_focus_view_is_written_once(focused: Application, qtbot: QtBot) -> None:
    workspace, view = workspace_of(focused), focused.page.focus
    focused.actions["show_focus"].trigger()
    wait_read(focused, qtbot, 0)
    QTest.keySequence(view.pane, "N")
    qtbot.waitUntil(view.note.edit.hasFocus)
    qtbot.keyClicks(view.note.edit, NOTE)
    qtbot.waitUntil(lambda: stored(workspace) == [NOTE])
    focused.actions["show_table"].trigger()
    settle(focused, qtbot)
    assert workspace.decisions.note_on(0) == NOTE
    assert len(workspace.journal.steps()) == 1
    qtbot.waitUntil(lambda: focused.page.detail.tabs.note.edit.toPlainText() == NOTE)


def test_note_is_read_only_in_past_state(focused: Application, qtbot: QtBot) -> None:
    workspace, pane = workspace_of(focused), focused.page.detail.tabs.note
    focused.session.publish(workspace.decisions.note(0, NOTE))
    qtbot.waitUntil(lambda: pane.edit.toPlainText() == NOTE)
    focused.history_preview.show_step(0)
    qtbot.waitUntil(lambda: focused.session.past is not None)
    focused.page.detail.tabs.write_note()
    qtbot.keyClicks(pane.edit, "nothing")
    press(focused, qtbot, "Ctrl+Return", to=pane.edit)
    assert workspace.decisions.note_on(0) == NOTE
    assert pane.edit.isReadOnly()
    focused.session.leave_past()
    assert not pane.edit.isReadOnly()
    assert stored(workspace) == []


def test_note_is_read_only_in_read_only_workspace(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    table = make_table()
    with Workspace.create(table.with_suffix(".mltag"), "bo", ["mlops", "other"]) as first:
        first.table.add_texts(["one", "two"])
        program = make_program(first.path)
        qtbot.waitUntil(lambda: program.page.detail.record is not None)
        assert workspace_of(program).read_only
        program.page.detail.tabs.write_note()
        qtbot.keyClicks(program.page.detail.tabs.note.edit, "nothing")
        assert program.page.detail.tabs.note.edit.toPlainText() == ""
        program.parent_window.close()
        assert first.journal.steps() == []
        assert drafts_in(first) == []


def test_note_key_with_several_records_says_what_to_do(opened: Application, qtbot: QtBot) -> None:
    opened.page.table.selectAll()
    opened.actions["note"].trigger()
    notice = opened.notifications.current
    assert (notice.text, notice.hint) == (
        "A note belongs to one record.", "Select a single record to write one.",
    )  # fmt: skip
    opened.page.table.go_to(1)
    opened.actions["note"].trigger()
    qtbot.waitUntil(opened.page.detail.tabs.note.edit.hasFocus)


def test_a_note_begun_before_its_record_is_shown_belongs_to_it(focused: Application, qtbot: QtBot) -> None:
    workspace, page = workspace_of(focused), focused.page
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 0)
    QTest.keySequence(page.table, "2")  # goes on to the second record, which is read in a thread
    QTest.keySequence(page.table, "N")
    edit = page.detail.tabs.note.edit
    qtbot.keyClicks(edit, NOTE)
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 1)
    press(focused, qtbot, "Ctrl+Return", to=edit)
    assert workspace.decisions.note_on(0) == ""
    assert workspace.decisions.note_on(1) == NOTE


def test_an_earlier_note_is_kept_when_a_new_one_was_begun_ahead(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    pane = NotePane(host)
    pane.show_note(0, "")
    pane.begin(1)
    qtbot.keyClicks(pane.edit, "new")
    pane.show_note(1, "known before")
    with qtbot.waitSignal(pane.saved) as saved:
        pane.finish()
    assert saved.args == [1, "known before\nnew"]
