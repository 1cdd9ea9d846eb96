"""What a screen reader is told for each step: open, read, decide, undo, export."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import find, settle


def spoken(widget: QWidget) -> str:
    """Return name, value and description of a widget, as a screen reader speaks them."""
    interface = QAccessible.queryAccessibleInterface(widget)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    return "; ".join(text for kind in kinds if (text := interface.text(kind)))


def current_cell(program: Application) -> str:
    """Return what is spoken for the focused cell of the table."""
    cell = QAccessible.queryAccessibleInterface(program.page.table).focusChild()
    return cell.text(QAccessible.Text.Name)


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
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle(focused, qtbot)
    assert current_cell(focused).startswith("Summaries of long reports 1; ")
    page.table.go_to(0)
    qtbot.waitUntil(lambda: current_cell(focused).endswith("; Accepted"))
    qtbot.keyClick(page.table, Qt.Key.Key_Z)
    settle(focused, qtbot)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: current_cell(focused).endswith("; Undecided"))


def test_marks_states_and_notifications_are_heard(focused: Application, qtbot: QtBot) -> None:
    page = focused.page
    page.table.go_to(2)
    qtbot.keyClick(page.table, Qt.Key.Key_F)
    settle(focused, qtbot)
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
