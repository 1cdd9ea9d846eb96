"""Keys go to the focused widget and never decide a record by accident."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTabBar, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import Mark, Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.filter_chips import ChipButton
from mltag_desktop.gui.record.detail_panel import RecordPane
from mltag_desktop.gui.record.tag_buttons import TagButton
from mltag_desktop.gui.report.report_window import ReportWindow
from mltag_desktop.gui.state.shortcuts import KeyRepeatFilter, belongs_to
from mltag_desktop.gui.widgets.dialogs import bring_up
from mltag_desktop.gui.widgets.inputs import DecimalSpinBox
from tests.gui.helpers import facet, find, label, press, settle, wait_read, workspace_of


def _go_into(widget: QWidget, qtbot: QtBot) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(widget.hasFocus)


def _lay_out(view: QWidget) -> None:
    for part in (view, *view.findChildren(QWidget)):
        if part.layout() is not None:
            part.layout().activate()
    QCoreApplication.processEvents()


def _write_a_note(program: Application, qtbot: QtBot, row: int, text: str) -> None:
    page = program.page
    page.table.go_to(row)
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == row)
    QTest.keySequence(page.table, "N")
    qtbot.waitUntil(page.detail.tabs.note.edit.hasFocus)
    page.detail.tabs.note.edit.selectAll()
    QTest.keySequence(page.detail.tabs.note.edit, "Del")
    qtbot.keyClicks(page.detail.tabs.note.edit, text)


def test_ctrl_z_undoes_in_the_report_window(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    focused.decision_controller.decide("other")
    settle(focused, qtbot)
    report = ReportWindow(focused.context)
    bring_up(report)
    qtbot.waitUntil(report.isActiveWindow)
    press(focused, qtbot, "Ctrl+Z", to=report)
    assert workspace.table.records([0])[0].decided is None
    report.close()


def test_keys_handled_by_lists_and_links(qtbot: QtBot) -> None:
    box, browser = QComboBox(), QTextBrowser()
    qtbot.addWidget(box)
    qtbot.addWidget(browser)

    def typed(key: Qt.Key, text: str = "") -> QKeyEvent:
        return QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, text)

    assert belongs_to(box, typed(Qt.Key.Key_N, "n"))
    assert not belongs_to(box, typed(Qt.Key.Key_F1))
    browser.setHtml('Some <a href="one">link</a>')
    assert not belongs_to(browser, typed(Qt.Key.Key_Return, "\r"))
    browser.show()
    _go_into(browser, qtbot)
    QTest.keySequence(browser, "Tab")
    assert belongs_to(browser, typed(Qt.Key.Key_Return, "\r"))
    assert not belongs_to(browser, typed(Qt.Key.Key_S, "s"))


def test_return_in_confidence_field_accepts_no_record(focused: Application, qtbot: QtBot) -> None:
    box = focused.page.filter_panel.histogram.low
    _go_into(box, qtbot)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "0.3")
    press(focused, qtbot, "Return", to=box)
    assert box.value() == pytest.approx(0.3)
    assert not workspace_of(focused).journal.steps()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("typed", ["0.35", "0,35", ".35"])
def test_confidence_accepts_point_and_comma(qtbot: QtBot, language: str, typed: str) -> None:
    """Qt drops the decimal separator of other languages: 0.35 became 35, which was clipped."""
    box = DecimalSpinBox()
    qtbot.addWidget(box)
    box.setLocale(QLocale(language))
    box.setRange(0.0, 1.0)
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, typed)
    QTest.keySequence(box, "Return")
    assert box.value() == pytest.approx(0.35)


def test_letters_and_return_in_column_list_decide_nothing(focused: Application, qtbot: QtBot) -> None:
    box = find(focused.page.mapping_bar, QComboBox, "ID column")
    _go_into(box, qtbot)
    for key in (Qt.Key.Key_S, Qt.Key.Key_U, Qt.Key.Key_1):
        qtbot.keyClick(box, key)
    settle(focused, qtbot)
    assert (workspace_of(focused).states().status == int(Status.TO_REVIEW)).all()
    QTest.keySequence(box, "Return")
    qtbot.waitUntil(lambda: box.view().isVisible())
    box.hidePopup()
    assert (workspace_of(focused).states().status == int(Status.TO_REVIEW)).all()


def test_return_presses_focused_button(focused: Application, qtbot: QtBot) -> None:
    _write_a_note(focused, qtbot, 2, "review again")
    note = focused.page.detail.tabs.note
    QTest.keySequence(note.edit, "Tab")
    QTest.keySequence(find(note, QPushButton, "Save note"), "Tab")
    qtbot.waitUntil(find(note, QPushButton, "Flag with this note").hasFocus)
    press(focused, qtbot, "Return", to=find(note, QPushButton, "Flag with this note"))
    record = workspace_of(focused).table.records([2])[0]
    assert (record.marks, record.note) == (Mark.FLAGGED | Mark.NOTED, "review again")
    assert focused.page.table.current_place() == 2


def test_click_on_tag_keeps_focus_in_table(focused: Application, qtbot: QtBot) -> None:
    """Otherwise Return would set the clicked tag on the next record."""
    button = focused.page.detail.tags.findChildren(TagButton)[1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(focused, qtbot)
    assert focused.page.table.hasFocus()
    qtbot.mouseClick(facet(focused, "status:ACCEPTED"), Qt.MouseButton.LeftButton)
    assert focused.page.table.hasFocus()


def test_backspace_on_chip_removes_only_the_chip(focused: Application, qtbot: QtBot) -> None:
    focused.decision_controller.accept()
    settle(focused, qtbot)
    focused.filter_bar.setText("is:accepted")
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 1)
    chip = focused.page.filter_chips.findChildren(ChipButton)[0]
    _go_into(chip, qtbot)
    QTest.keySequence(chip, "Backspace")
    qtbot.waitUntil(lambda: len(focused.page.model.order) == 24)
    settle(focused, qtbot)
    assert workspace_of(focused).states().status[0] == Status.ACCEPTED


def test_note_stays_on_its_record(focused: Application, qtbot: QtBot) -> None:
    """The menu command keeps the focus in the note, and moves to the next record."""
    workspace = workspace_of(focused)
    _write_a_note(focused, qtbot, 2, "on the third")
    focused.actions["skip"].trigger()
    qtbot.waitUntil(lambda: workspace.table.records([2])[0].note == "on the third")
    settle(focused, qtbot)
    assert [record.marks for record in workspace.table.records([2, 3])] == [
        Mark.SKIPPED | Mark.NOTED,
        Mark(0),
    ]
    qtbot.waitUntil(focused.page.table.hasFocus)
    assert focused.page.detail.tabs.note.edit.toPlainText() == ""


def test_emptied_note_is_removed_and_can_be_undone(focused: Application, qtbot: QtBot) -> None:
    workspace, tabs = workspace_of(focused), focused.page.detail.tabs
    _write_a_note(focused, qtbot, 2, "to be forgotten")
    press(focused, qtbot, "Ctrl+Return", to=tabs.note.edit)
    qtbot.waitUntil(lambda: "✎" in tabs.findChild(QTabBar).tabText(2))
    _write_a_note(focused, qtbot, 2, "")
    press(focused, qtbot, "Ctrl+Return", to=tabs.note.edit)
    assert workspace.table.records([2])[0].note == ""
    qtbot.waitUntil(lambda: "✎" not in tabs.findChild(QTabBar).tabText(2))
    focused.decision_controller.undo()
    settle(focused, qtbot)
    assert workspace.table.records([2])[0].note == "to be forgotten"


def test_note_is_labelled_in_focus_view(focused: Application, qtbot: QtBot) -> None:
    focused.actions["show_focus"].trigger()
    view = focused.page.focus
    wait_read(focused, qtbot, 0)
    QTest.keySequence(view.pane, "N")
    qtbot.waitUntil(view.note.edit.hasFocus)
    qtbot.keyClicks(view.note.edit, "why")
    press(focused, qtbot, "Ctrl+Return", to=view.note.edit)
    qtbot.waitUntil(lambda: label(view, "Last action").startswith("Noted: "))
    qtbot.waitUntil(lambda: "why" in label(view, "Prediction and decision"))


def test_main_tag_cannot_be_an_additional_tag(focused: Application, qtbot: QtBot) -> None:
    workspace = workspace_of(focused)
    name = workspace.tag_set.tags[1].name
    focused.page.table.go_to(3)
    focused.decision_controller.decide(name)
    settle(focused, qtbot)
    focused.page.table.go_to(3)
    press(focused, qtbot, "Shift+2")
    assert len(workspace.journal.steps()) == 1
    assert focused.notifications.current is not None
    assert name in focused.notifications.current.text


def test_additional_tag_moves_no_tag_button(focused: Application, qtbot: QtBot) -> None:
    """Two Shift+clicks hit the two intended tags."""
    focused.page.table.go_to(1)

    def add_tag(view: RecordPane, mode: str, place: int) -> None:
        focused.actions[mode].trigger()
        qtbot.waitUntil(lambda: view.tags.findChildren(TagButton)[1].isVisible())
        button = view.tags.findChildren(TagButton)[1]
        qtbot.waitUntil(lambda: label(view, "Prediction and decision") != "")
        settle(focused, qtbot)
        _lay_out(view)
        before = button.mapToGlobal(QPoint())
        tag = workspace_of(focused).tag_set.tags[place]
        focused.decision_controller.also(tag.name)
        settle(focused, qtbot)
        qtbot.waitUntil(lambda: view.additional_tags.isVisible())
        _lay_out(view)
        assert button.mapToGlobal(QPoint()) == before

    add_tag(focused.page.detail, "show_table", 1)
    add_tag(focused.page.focus, "show_focus", 2)


def test_skipped_records_do_not_count_as_decided(focused: Application, qtbot: QtBot) -> None:
    focused.decision_controller.skip()
    settle(focused, qtbot)
    assert focused.session_stats.decided == 0
    focused.decision_controller.accept()
    settle(focused, qtbot)
    assert focused.session_stats.decided == 1


def test_x11_key_repeat_decides_one_record(focused: Application, qtbot: QtBot) -> None:
    """X sends a release and a press with the same timestamp for each repeat, which Qt may not recognise."""
    held, table = KeyRepeatFilter(watches=True), focused.page.table
    focused.page.key_repeat.watches = True
    down, up = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease
    for kind, at in ((down, 5), (up, 700), (down, 700), (up, 740), (down, 740)):
        event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
        event.setTimestamp(at)
        held.observe(event)
        QApplication.sendEvent(table, event)
        assert held.repeats == focused.page.key_repeat.repeats == (kind == down and at > 5)
        if kind == down:
            focused.actions["accept"].trigger()
            focused.actions["next_in_queue"].trigger()
    settle(focused, qtbot)
    assert len(workspace_of(focused).journal.steps()) == 1


def test_two_key_presses_are_not_a_repeat() -> None:
    held = KeyRepeatFilter(watches=True)
    for kind, at in (("ShortcutOverride", 5), ("KeyRelease", 60), ("ShortcutOverride", 90)):
        event = QKeyEvent(QEvent.Type[kind], Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2")
        event.setTimestamp(at)
        held.observe(event)
        assert not held.repeats


def test_the_focus_follows_the_page(
    focused: Application, make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    focused.actions["close_table"].trigger()
    start = find(focused.parent_window, QPushButton, "open")
    qtbot.waitUntil(start.hasFocus)
    focused.workspace_opener.open_path(make_table(name="other.csv"))
    qtbot.waitUntil(focused.page.table.hasFocus)
