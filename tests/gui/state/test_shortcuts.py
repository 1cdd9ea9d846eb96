"""Digit keys on layouts that type digits with Shift."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.types import Mark
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.state import shortcuts
from mltag_desktop.gui.state.shortcuts import digit_at
from tests.gui.helpers import settle, workspace_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SECOND = 11
"""Scan code of the key for 2 (é on a French keyboard) on X and Wayland."""


@pytest.fixture(autouse=True)
def keyboard_of_x(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "SYSTEM", "linux")


def _event(
    kind: QEvent.Type, key: int, text: str, modifiers: Qt.KeyboardModifier = NONE,
    *, scan: int = SECOND, virtual: int = 0, native: int = 0, repeats: bool = False,
) -> QKeyEvent:  # fmt: skip
    return QKeyEvent(kind, key, modifiers, scan, virtual, native, text, repeats)


def _press(
    widget: QWidget, key: int, text: str, modifiers: Qt.KeyboardModifier = NONE, *,
    scan: int = SECOND, native: int = 0, repeats: bool = False,
) -> bool:  # fmt: skip
    """Press a key like the window system; return whether its shortcut was overridden."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    asked, press = (
        _event(kind, key, text, modifiers, scan=scan, native=native, repeats=repeats) for kind in kinds
    )
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    if asked.isAccepted():
        QApplication.sendEvent(widget, press)
    return asked.isAccepted()


@pytest.mark.parametrize(
    ("system", "scans", "virtuals"),
    [
        ("linux", range(10, 20), [0] * 10),
        ("win32", range(0x02, 0x0C), [0] * 10),
        ("darwin", [0] * 10, [18, 19, 20, 21, 23, 22, 26, 28, 25, 29]),
    ],
)
def test_digit_row_is_known_on_each_system(system: str, scans: list[int], virtuals: list[int]) -> None:
    figures = [
        digit_at(_event(QEvent.Type.KeyPress, Qt.Key.Key_A, "a", scan=scan, virtual=virtual), system)
        for scan, virtual in zip(scans, virtuals, strict=True)
    ]
    assert "".join(figures) == "1234567890"
    other = _event(
        QEvent.Type.KeyPress, Qt.Key.Key_Q, "q", scan=24 if system == "linux" else 0x10, virtual=12
    )
    assert digit_at(other, system) == ""


def test_key_in_digit_row_sets_its_tag(focused: Application, qtbot: QtBot) -> None:
    workspace, table = workspace_of(focused), focused.page.table
    assert _press(table, Qt.Key.Key_Eacute, "é")
    settle(focused, qtbot)
    assert workspace.table.records([0])[0].decided == workspace.tag_set.tags[1].name
    assert len(workspace.journal.steps()) == 1


def test_shift_digit_adds_an_additional_tag(focused: Application, qtbot: QtBot) -> None:
    workspace, table = workspace_of(focused), focused.page.table
    focused.decision_controller.decide(workspace.tag_set.tags[0].name)
    settle(focused, qtbot)
    table.go_to(0)
    assert _press(table, Qt.Key.Key_2, "2", SHIFT)
    settle(focused, qtbot)
    record = workspace.table.records([0])[0]
    assert (record.decided, record.also) == (
        workspace.tag_set.tags[0].name,
        (workspace.tag_set.tags[1].name,),
    )


def test_reassigned_digit_is_respected(focused: Application, qtbot: QtBot) -> None:
    focused.actions["tag_2"].setShortcuts([])
    assert not _press(focused.page.table, Qt.Key.Key_Eacute, "é")
    focused.actions["skip"].setShortcut(QKeySequence("2"))
    assert _press(focused.page.table, Qt.Key.Key_Eacute, "é")
    settle(focused, qtbot)
    assert workspace_of(focused).table.records([0])[0].marks == Mark.SKIPPED


def test_typed_character_keeps_its_own_shortcut(focused: Application) -> None:
    focused.actions["skip"].setShortcut(QKeySequence("é"))
    assert not _press(focused.page.table, Qt.Key.Key_Eacute, "é")
    assert not _press(focused.page.table, Qt.Key.Key_2, "2"), "a figure without Shift is Qt's"


def test_other_keys_and_third_level_are_ignored(focused: Application) -> None:
    table = focused.page.table
    assert not _press(table, Qt.Key.Key_Eacute, "é", ALT)
    assert not _press(table, Qt.Key.Key_AsciiTilde, "~", native=0x80), "AltGr"
    assert not _press(table, Qt.Key.Key_AsciiTilde, "~", CONTROL | ALT), "AltGr on Windows"
    assert not _press(table, Qt.Key.Key_Eacute, "é", scan=24)


def test_control_digit_triggers_window_command(focused: Application) -> None:
    assert _press(focused.page.table, Qt.Key.Key_Eacute, "é", CONTROL)
    assert focused.focus_controller.is_on
    assert not _press(focused.page.focus.pane, Qt.Key.Key_1, "1", CONTROL, scan=10), "Ctrl+1 is Qt's"


def test_held_digit_decides_once(focused: Application, qtbot: QtBot) -> None:
    for repeats in (False, True, True):
        assert _press(focused.page.table, Qt.Key.Key_Eacute, "é", repeats=repeats)
    settle(focused, qtbot)
    assert len(workspace_of(focused).journal.steps()) == 1


def test_digit_key_types_in_text_fields(focused: Application, qtbot: QtBot) -> None:
    QTest.keySequence(focused.page.table, "N")
    note = focused.page.detail.tabs.note.edit
    qtbot.waitUntil(note.hasFocus)
    _press(note, Qt.Key.Key_Eacute, "é")
    settle(focused, qtbot)
    assert note.toPlainText() == "é"
    assert not workspace_of(focused).journal.steps()


def test_widget_deleted_before_key_press(focused: Application) -> None:
    passing = QWidget(focused.page)
    passing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    passing.show()
    passing.setFocus()
    asked = _event(QEvent.Type.ShortcutOverride, Qt.Key.Key_Eacute, "é")
    asked.ignore()
    QApplication.sendEvent(passing, asked)
    assert asked.isAccepted()
    passing.deleteLater()
    QApplication.sendPostedEvents(passing, QEvent.Type.DeferredDelete)
    focused.page.table.setFocus()
    assert _press(focused.page.table, Qt.Key.Key_Eacute, "é")
