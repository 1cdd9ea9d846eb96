"""A record without a text says so."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import wait_tagged


def test_a_record_without_a_text_is_not_taken_for_none(
    make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("id,title,description\n1,Boats,Detecting boats in images\n2,,\n", encoding="utf-8")
    program = make_program(table)
    wait_tagged(program, qtbot, 2)
    page = program.page
    page.table.go_to(1)
    qtbot.waitUntil(lambda: page.detail.reading.toPlainText() == "This record has no text.")
    program.actions["show_focus"].trigger()
    qtbot.waitUntil(lambda: page.focus.pane.toPlainText() == "This record has no text.")
