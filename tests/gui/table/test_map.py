"""The map in the window: points, click, lasso, keys, legend, and what closes or changes meanwhile."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.table.map_controller import MapController
from mltag_desktop.gui.table.map_view import draw_points, inside_polygon
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import facet, find, label, press, workspace_of


@pytest.fixture
def mapped(opened: Application, qtbot: QtBot) -> MapController:
    """The map of a table of 24 records, without the encoder."""
    opened.record_order.text_analysis.uses_encoder = bool
    opened.parent_window.activateWindow()
    opened.actions["show_map"].trigger()
    found = opened.model_dialogs.map
    assert found is not None
    qtbot.waitUntil(lambda: "similar words" in state(found))
    qtbot.waitUntil(lambda: not found.is_running)
    return found


def state(found: MapController) -> str:
    return label(found.panel, "State of the map")


def test_a_click_selects_the_record_and_keys_decide_it(
    mapped: MapController, opened: Application, qtbot: QtBot
) -> None:
    view = mapped.panel.view
    assert state(mapped).startswith("24 records")
    assert opened.actions["show_map"].isChecked()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place_of(7).toPoint())
    current = opened.page.model.row_at(opened.page.table.current_place())
    places = np.array([view.place_of(row).toTuple() for row in range(24)])
    assert np.linalg.norm(places[current] - places[7]) <= 12
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    press(opened, qtbot, "Return", to=view)
    assert workspace_of(opened).states().decided[current] >= 0
    before = opened.page.table.current_place()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
    assert opened.page.table.current_place() != before
    QTest.keySequence(view, "Esc")
    assert opened.page.table.hasFocus()


def test_a_lasso_selects_the_records_in_it(mapped: MapController, opened: Application, qtbot: QtBot) -> None:
    view = mapped.panel.view
    corners = [QPoint(2, 2), QPoint(view.width() - 2, 2), QPoint(view.width() - 2, view.height() - 2)]
    corners.append(QPoint(2, view.height() - 2))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(view, corner)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=corners[-1])
    qtbot.waitUntil(lambda: len(opened.page.table.selected_rows()) == 24)
    assert opened.page.filter_chips.words == ["24 selected records"]


def test_the_legend_filters_and_names_the_tags(
    mapped: MapController, opened: Application, qtbot: QtBot
) -> None:
    tag = facet(opened, "tag:computer-vision")
    line = next(
        each
        for each in mapped.panel.findChildren(QPushButton)
        if each.isVisible() and each.accessibleName().startswith("CV,")
    )
    assert f"({tag.count})" in line.text()
    line.click()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == tag.count)
    line.click()
    qtbot.waitUntil(lambda: len(opened.page.model.order) == 24)
    for place, name in ((1, "Undecided, 24 records"), (2, "0.90 to 1.00")):
        mapped.panel.colouring.setCurrentIndex(place)
        mapped.panel.colouring_chosen.emit()
        names = [each.accessibleName() for each in mapped.panel.findChildren(QPushButton) if each.isVisible()]
        assert any(each.startswith(name) for each in names)


def test_the_pointer_shows_a_text(mapped: MapController, opened: Application, qtbot: QtBot) -> None:
    view = mapped.panel.view
    with qtbot.waitSignal(view.pointed) as pointed:
        qtbot.mouseMove(view, QPoint(1, 1))
        qtbot.mouseMove(view, view.place_of(3).toPoint())
    assert 0 <= pointed.args[0] < 24
    assert find(mapped.panel, QLabel, "State of the map").isVisible()


def test_the_map_closes_with_its_table(mapped: MapController, opened: Application, qtbot: QtBot) -> None:
    opened.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: opened.session.workspace is None)
    assert not mapped.is_running
    assert not opened.actions["show_map"].isChecked()
    assert mapped.panel.isHidden()


def test_points_are_drawn_where_they_are() -> None:
    image = np.zeros((20, 30), np.uint32)
    places = np.array([[10, 5], [np.nan, np.nan], [0, 0], [29, 19], [500, -3]], np.float32)
    draw_points(image, places, np.arange(1, 6, dtype=np.uint32), 3)
    assert image[5, 10] == 1
    assert image[0, 0] == 3
    assert image[19, 29] == 4
    assert {*np.unique(image).tolist()} == {0, 1, 3, 4}


def test_a_polygon_has_an_inside() -> None:
    shape = np.array([[0, 0], [10, 0], [10, 10], [5, 5], [0, 10]], np.float32)
    places = np.array([[1, 1], [5, 8], [9, 9], [11, 1], [np.nan, 1]], np.float32)
    assert inside_polygon(places, shape).tolist() == [True, False, True, False, False]
    assert not inside_polygon(places, shape[:2]).any()


def test_many_points_zoom_and_an_empty_map_paints(theme: Theme, qtbot: QtBot) -> None:
    from mltag_desktop.gui.table.map_view import MapView

    view = MapView(theme, None)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    QTest.keySequence(view, "Right")
    view.grab()
    points = np.random.default_rng(0).uniform(-1, 1, (5_000, 2)).astype(np.float32)
    view.show_points(points)
    view.show_codes(np.zeros(5_000, np.int64), [("●", theme.colours.accent)])
    view.show_matching(np.arange(4_000))
    before = view.place_of(0)
    QTest.keySequence(view, "+")
    assert view.place_of(0) != before
    picture = view.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(5, 295, 3) for y in range(5, 195, 3)}
    assert theme.colours.accent.name() in colours
    QTest.keySequence(view, "Home")
    assert view.place_of(0) == before
