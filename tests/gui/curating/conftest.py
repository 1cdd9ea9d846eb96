"""The window of the tests of the curator's tools, with the keyboard in its table."""

import pytest
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Program


@pytest.fixture
def focused(opened: Program, qtbot: QtBot) -> Program:
    opened.parent_window.activateWindow()
    opened.page.table.setFocus()
    qtbot.waitUntil(lambda: opened.page.table.hasFocus())
    return opened


def wait_read(program: Program, qtbot: QtBot, row: int) -> None:
    focus = program.page.focus
    qtbot.waitUntil(lambda: focus.reading is not None and focus.reading.record.row == row, timeout=10_000)
