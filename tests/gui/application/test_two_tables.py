"""Nothing of one table is shown with the next one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import settle, wait_tagged, workspace_of

FIRST, SECOND = 24, 12
STAYING = ("train", "production_metrics", "certify")
"""Commands whose dialogs are made once."""
OTHERS = (
    "tag_meaning",
    "slices",
    "journal",
    "session",
    "export",
    "edit_tags",
    "tag_sources",
    "unreadable_rows",
)


def texts_of(widget: QWidget) -> list[str]:
    """Return the texts of all visible labels, buttons and fields."""
    found = []
    for part in widget.findChildren(QWidget):
        if not part.isVisibleTo(widget):
            continue
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QComboBox):
            found.append(part.currentText())
    return sorted(found)


def open_dialogs(program: Application) -> dict[str, list[str]]:
    """Open the dialogs, and return their texts before any work has ended; the others are closed again."""
    for name in STAYING:
        program.actions[name].trigger()
    found, staying = dialog_texts(program), shown(program)
    for name in OTHERS:
        program.actions[name].trigger()
        (dialog,) = (dialog for dialog in shown(program) if dialog not in staying)
        found[name] = texts_of(dialog)
        dialog.close()
    return found


def dialog_texts(program: Application) -> dict[str, list[str]]:
    return {type(dialog).__name__: texts_of(dialog) for dialog in shown(program)}


def shown(program: Application) -> list[QDialog]:
    return [widget for widget in program.parent_window.findChildren(QDialog) if widget.isVisible()]


def test_the_second_table_looks_like_the_first_one_of_a_fresh_start(
    make_program: Callable[..., Application],
    make_table: Callable[..., Path],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    program = make_program(make_table(FIRST, "first.csv"))
    wait_tagged(program, qtbot, FIRST)
    program.page.table.selectAll()
    program.decision_controller.decide(workspace_of(program).tag_set.tags[0].name)
    settle(program, qtbot)
    open_dialogs(program)

    def is_checked() -> bool:
        words = " ".join(dialog_texts(program)["TrainingDialog"])
        return "your 16 decisions" in words and "Checking" not in words

    qtbot.waitUntil(is_checked)

    second = make_table(SECOND, "second.csv")
    copy = tmp_path / "fresh" / second.name
    copy.parent.mkdir()
    copy.write_bytes(second.read_bytes())
    program.open_path(second)
    wait_tagged(program, qtbot, SECOND)
    fresh = make_program(copy)
    wait_tagged(fresh, qtbot, SECOND)
    qtbot.waitUntil(lambda: texts_of(program.parent_window) == texts_of(fresh.parent_window))
    assert open_dialogs(program) == open_dialogs(fresh)
