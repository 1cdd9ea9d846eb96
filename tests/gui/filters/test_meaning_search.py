"""Search by meaning, more like this and near-duplicates in the window, without the sentence encoder."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from tests.gui.helpers import facet, find, label, workspace_of


@pytest.fixture
def without_encoder(opened: Application) -> Application:
    """The program with a table of 24 records, as if the encoder were not installed."""
    opened.record_order.text_analysis.uses_encoder = bool
    opened.filter_controller.meaning_requested.disconnect(opened.embeddings.request)
    return opened


def wait_sorted(program: Application, qtbot: QtBot) -> list[int]:
    with qtbot.waitSignal(program.record_order.text_analysis.compared):
        pass
    qtbot.waitUntil(lambda: not program.record_order.is_running)
    return program.page.model.order.tolist()


def test_the_search_line_sorts_by_meaning_and_says_how(without_encoder: Application, qtbot: QtBot) -> None:
    program = without_encoder
    program.filter_controller.sort_by("confidence", descending=True)
    program.filter_bar.setText("~objects in satellite pictures source:paper")
    order = wait_sorted(program, qtbot)
    assert {row % 6 for row in order[:4]} == {4}
    assert len(order) == 12
    assert program.record_order.sort is None
    assert "encoder is missing" in label(program.page.filter_chips, "Order of the records")
    assert "install" in find(program.page.filter_chips, QLabel, "Order of the records").toolTip().casefold()
    program.filter_controller.sort_by("row", descending=False)
    qtbot.waitUntil(lambda: program.page.model.order.tolist() == list(range(0, 24, 2)))
    program.filter_controller.clear()
    assert label(program.page.filter_chips, "Order of the records") == ""


def test_more_like_this_is_in_the_context_menu(without_encoder: Application, qtbot: QtBot) -> None:
    program, table = without_encoder, without_encoder.page.table
    table.go_to(5)
    menus: list[list[str]] = []
    table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = find(table, QMenu, "Record")
    menus.append([action.objectName() for action in menu.actions() if not action.isSeparator()])
    assert {"accept", "note", "more_like_this", "copy"} <= {*menus[0]}
    menu.close()
    program.actions["more_like_this"].trigger()
    order = wait_sorted(program, qtbot)
    assert program.filter_bar.text() == "~#6"
    assert order[0] == 5
    assert {row % 6 for row in order[:4]} == {5}
    assert table.current_place() == 0


def test_near_duplicates_are_a_line_of_the_filter_pane(without_encoder: Application, qtbot: QtBot) -> None:
    program = without_encoder
    line = facet(program, "near-duplicates")
    assert line.count is None
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: line.count == 24)
    qtbot.waitUntil(lambda: not program.record_order.is_running)
    assert program.page.model.order.tolist()[:4] == [0, 6, 12, 18]
    workspace = workspace_of(program)
    program.session.publish(workspace.tag_set.set((*workspace.tag_set.tags, "another")), workspace)
    qtbot.waitUntil(lambda: facet(program, "tag:another").count == 0)
    assert line.count == 24, "a change of something else keeps the number"
    assert program.page.filter_chips.words == ["near-duplicates"]
    assert program.filter_controller.line == "is:near-duplicate"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.page.model.order.tolist() == list(range(24)))
    qtbot.waitUntil(lambda: line.count == 24)
