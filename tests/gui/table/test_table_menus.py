"""Source columns are shown while they fit, can be chosen, and the choice is kept with the workspace."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import wait_tagged, workspace_of

COLUMNS = ("id", "title", "description", "source", "created", "author", "length", "section")


@pytest.fixture
def wide_table(tmp_path: Path) -> Path:
    path = tmp_path / "wide.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(300):
            text = ("Segmenting street scenes", "Serving models in production")[number % 2]
            writer.writerow(
                (f"a{number:03}", f"{text} {number}", text, "blog", "2026-01-02", "Ann", "9", "x")
            )
    return path


def shown(program: Application) -> list[str]:
    table = program.page.table
    cells = table.shown_source_columns()
    return [column.title for column in table.source_columns() if column.cell in cells]


def test_a_table_fits_a_small_window_without_a_horizontal_bar(qtbot, make_program, wide_table) -> None:
    program = make_program(wide_table)
    wait_tagged(program, qtbot, 300)
    window, table = program.page.window(), program.page.table
    for width in (640, 1280, 1100, 1600):
        window.resize(width, 800)
        qtbot.waitUntil(lambda wanted=width: window.width() == wanted)
        qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.fits_source_columns
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: shown(program) == [])
    window.resize(1920, 800)
    qtbot.waitUntil(lambda: "Id" in shown(program))
    assert len(shown(program)) < 6


def test_chosen_columns_are_kept_with_the_workspace(qtbot, make_program, wide_table) -> None:
    program = make_program(wide_table)
    wait_tagged(program, qtbot, 300)
    workspace = workspace_of(program)
    menu = program.column_choice.menu()
    action = next(action for action in menu.actions() if action.text() == "Author")
    action.trigger()
    assert "Author" in shown(program)
    qtbot.waitUntil(lambda: "author" in (workspace.preference("columns") or ()))
    kept = shown(program)
    program.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: program.session.workspace is None)
    program.workspace_opener.open_path(wide_table)
    wait_tagged(program, qtbot, 300)
    assert shown(program) == kept
    fit = program.column_choice.menu().actions()[-1]
    assert not fit.isChecked()
    fit.trigger()
    assert program.page.table.fits_source_columns


def test_a_click_on_a_header_shows_the_top(qtbot, make_program, wide_table) -> None:
    program = make_program(wide_table)
    wait_tagged(program, qtbot, 300)
    table = program.page.table
    table.go_to(250)
    current = program.page.model.row_at(250)
    assert table.on_screen()[0] > 0
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: program.page.model.row_at(1) % 2 == 0)
    assert table.on_screen()[0] == 0
    assert header.sortIndicatorSection() == 1
    assert program.page.model.row_at(table.current_place()) == current


def test_the_header_follows_the_mouse_to_resize_columns(opened: Application) -> None:
    assert opened.page.table.horizontalHeader().viewport().hasMouseTracking()
