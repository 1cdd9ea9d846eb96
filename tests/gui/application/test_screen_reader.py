"""What a screen reader is told for each step: open, read, decide, undo, export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.table import table_model
from mltag_desktop.gui.widgets.dialogs import SearchListDialog
from tests.gui.helpers import find, press


def spoken(widget: QWidget) -> str:
    """Return name, value and description of a widget, as a screen reader speaks them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return "; ".join(text for kind in kinds if (text := interface.text(kind)))


def current_cell(program: Application) -> str:
    """Return what is spoken for the focused cell of the table."""
    cell = QAccessible.queryAccessibleInterface(program.page.table).focusChild()
    return cell.text(QAccessible.Text.Name)


@pytest.fixture(autouse=True)
def speaks_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the screen reader speak the current cell only, on every system."""
    monkeypatch.setattr(table_model, "READERS_SPEAK_ROWS", False)


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is announced, as if a screen reader were running."""
    heard: list[str] = []

    def collect(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", collect)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return heard


def current_row(program: Application) -> list[str]:
    """Return what is spoken by a screen reader that speaks all cells of the current row."""
    model, place = program.page.model, program.page.table.current_place()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(place, column), role)) for column in range(5)]


def test_a_reader_of_rows_hears_each_cell_once(focused: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_model, "READERS_SPEAK_ROWS", True)
    focused.page.table.go_to(0)
    state = focused.page.model.row_state(0)
    assert state.predicted is not None
    status, title, _text, tag, confidence = current_row(focused)
    assert (title, tag) == ("Segmenting street scenes 0", state.predicted.name)
    assert float(confidence) == pytest.approx(state.confidence, abs=0.01)
    assert status == ("To review" if state.confidence < 0.8 else "Undecided")


def test_no_layered_pane_is_heard(focused: Application) -> None:
    part = QAccessible.queryAccessibleInterface(focused.page.table)
    roles = []
    while part is not None and part.object() is not focused.parent_window:
        roles.append(part.role())
        part = part.parent()
    assert QAccessible.Role.LayeredPane not in roles


def test_an_action_is_announced_with_its_record(
    focused: Application, announced: list[str], qtbot: QtBot
) -> None:
    focused.page.table.go_to(0)
    press(focused, qtbot, "1")
    assert any(words.endswith(": Segmenting street scenes 0") for words in announced)


def test_the_focus_view_announces_each_record(
    focused: Application, announced: list[str], qtbot: QtBot
) -> None:
    focused.page.table.go_to(0)
    focused.actions["show_focus"].trigger()
    focused.page.table.go_to(1)
    qtbot.waitUntil(lambda: any(words.startswith("Summaries of long reports 1. ") for words in announced))
    (words,) = (words for words in announced if words.startswith("Summaries of long reports 1. "))
    assert "Predicted " in words
    assert focused.page.focus.pane.textCursor().position() == 0


def test_what_was_done_is_announced_before_the_next_record(
    focused: Application, announced: list[str], qtbot: QtBot
) -> None:
    focused.page.table.go_to(0)
    focused.actions["show_focus"].trigger()
    qtbot.waitUntil(lambda: any(words.startswith("Segmenting street scenes 0. ") for words in announced))
    announced.clear()
    focused.actions["accept"].trigger()
    assert focused.page.table.current_place() == 0, "the next record is shown once the decision is written"
    qtbot.waitUntil(lambda: any(words.endswith("Undecided") for words in announced))
    told = [words.endswith(": Segmenting street scenes 0") for words in announced]
    shown = [words.endswith("Undecided") for words in announced]
    assert told.index(True) < shown.index(True)
    assert focused.page.table.current_place() != 0
    focused.actions["show_table"].trigger()


def test_the_match_that_return_takes_is_announced(
    focused: Application, announced: list[str], qtbot: QtBot
) -> None:
    focused.actions["palette"].trigger()
    (palette,) = focused.parent_window.findChildren(SearchListDialog)
    qtbot.keyClicks(palette.line, "export")
    assert announced[-1].startswith("Export…")
    qtbot.keyClicks(palette.line, "qqq")
    assert announced[-1] == palette.none.text()
    palette.close()


def test_return_presses_the_focused_button(focused: Application, qtbot: QtBot) -> None:
    focused.actions["export"].trigger()
    (dialog,) = (each for each in focused.parent_window.findChildren(QDialog) if each.isVisible())
    qtbot.waitUntil(lambda: "24 records" in find(dialog, QLabel, "What the export writes").text())
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    assert "24 records" in spoken(buttons["&Export…"])
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    buttons["&Cancel"].setFocus()
    QTest.keySequence(buttons["&Cancel"], "Return")
    assert not dialog.isVisible()


def test_a_record_is_heard_decided_and_undone(focused: Application, qtbot: QtBot) -> None:
    page = focused.page
    page.table.go_to(0)
    first = page.model.row_state(0)
    assert first.predicted is not None
    text, tag, confidence, status = current_cell(focused).split("; ")
    assert text == "Segmenting street scenes 0"
    assert tag == first.predicted.name
    assert 0 <= float(confidence) <= 1
    assert status == "Undecided"
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 0)
    assert "A convolutional network labels each pixel" in spoken(page.detail.reading)
    assert f"Predicted {tag}" in spoken(find(page.detail, QLabel, "Prediction and decision"))
    buttons = [button for button in page.detail.tags.findChildren(QAbstractButton) if button.isVisible()]
    assert any(f"{tag} {confidence} predicted" in spoken(button) for button in buttons)
    press(focused, qtbot, "Return", to=page.table)
    assert current_cell(focused).startswith("Summaries of long reports 1; ")
    page.table.go_to(0)
    qtbot.waitUntil(lambda: current_cell(focused).endswith("; Accepted"))
    press(focused, qtbot, "Z", to=page.table)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: current_cell(focused).endswith("; Undecided"))


def test_marks_states_and_notifications_are_heard(focused: Application, qtbot: QtBot) -> None:
    page = focused.page
    page.table.go_to(2)
    press(focused, qtbot, "F", to=page.table)
    qtbot.waitUntil(lambda: "flagged" in current_cell(focused).casefold())
    bar = focused.parent_window.statusBar()
    assert "Saved" in spoken(find(bar, QLabel, "Save state"))
    assert "to review" in spoken(find(bar, QLabel, "Records left to review"))
    focused.notifications.error("The disk is full.", "Free some space.")
    assert spoken(focused.notifications) == "The disk is full. Free some space."


def test_the_export_says_what_it_will_write(focused: Application, qtbot: QtBot) -> None:
    focused.actions["export"].trigger()

    def shown() -> list[QDialog]:
        return [each for each in focused.parent_window.findChildren(QDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    (dialog,) = shown()
    summary = find(dialog, QLabel, "What the export writes")
    qtbot.waitUntil(lambda: "24 records" in spoken(summary))
    dialog.close()
