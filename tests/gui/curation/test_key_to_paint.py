"""The work between a key and the painted next record."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.storage.metadata import tag_infos
from mltag_desktop.core.workspace.types import RecordView, Status
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.main_window.table_page import TablePage
from mltag_desktop.gui.record.tag_buttons import TagButton, TagButtonList, choices
from mltag_desktop.gui.record.text_view import MarkedWord, TextView
from mltag_desktop.gui.table.table_view import TableScrollBar
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import PaintedAreas, settle


class Painted(QObject):
    """Records which widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Paint:
            self.found.append(watched)
        return False


@pytest.fixture
def painted_by(qapp: QApplication):
    """Return a function that calls another one, waits for the paint, and returns the painted widgets."""
    watcher = Painted()

    def paint(window: QWidget, call: Callable[[], object]) -> list[QWidget]:
        qapp.installEventFilter(watcher)
        watcher.found.append(window)
        while watcher.found:
            watcher.found.clear()
            qapp.processEvents()
        call()
        qapp.processEvents()
        qapp.removeEventFilter(watcher)
        return watcher.found

    return paint


def record_of(**probabilities: float) -> RecordView:
    likeliest = max(probabilities, key=probabilities.__getitem__)
    return RecordView(0, (), "", None, likeliest, 0.9, probabilities, False, Status.TO_REVIEW, None, (), "")


def wait_held(page: TablePage, place: int, qtbot: QtBot) -> None:
    """Wait until the record at `place` is loaded."""
    qtbot.waitUntil(lambda: page.record_loader.held(place) is not None)


def test_each_key_shows_the_whole_next_record_at_once(focused: Application, qtbot: QtBot) -> None:
    """Every second record was loaded only after the key, because a record from the cache loaded no other."""
    page = focused.page
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 0)
    for place in range(1, 5):
        wait_held(page, place, qtbot)
        QTest.keySequence(page.table, "Return")
        assert page.table.current_place() == place
        assert page.detail.record is not None
        assert page.detail.record.row == place, "shown in the turn of the key"


def test_a_key_of_the_focus_view_does_not_draw_the_hidden_panel(focused: Application, qtbot: QtBot) -> None:
    """Each key laid out and explained the next record twice, once where nobody saw it."""
    page = focused.page
    qtbot.waitUntil(lambda: page.detail.record is not None and page.detail.record.row == 0)
    focused.focus_controller.show_focus()
    qtbot.waitUntil(lambda: page.focus.reading is not None)
    before = page.detail.reading.toPlainText()

    def shows(row: int) -> bool:
        return page.focus.reading.record.row == row

    for place in (1, 2):
        wait_held(page, place, qtbot)
        QTest.keySequence(page.focus.pane, "Return")
        qtbot.waitUntil(partial(shows, place))
    assert page.detail.reading.toPlainText() == before
    wraps = {pane.lineWrapColumnOrWidth() for pane in page.focus.findChildren(TextView)}
    assert len(wraps) == 1, "the next record is laid out as it will be shown"
    focused.focus_controller.show_table()
    assert page.detail.record is not None
    assert page.detail.record.row == 2
    assert page.detail.reading.toPlainText() == page.focus.pane.toPlainText() != before


def test_a_key_of_the_table_does_not_lay_out_the_hidden_focus_view(
    focused: Application, qtbot: QtBot
) -> None:
    page = focused.page
    [position] = [
        label for label in page.focus.findChildren(QLabel) if label.accessibleName() == "Position in the list"
    ]
    QTest.keySequence(page.table, "Return")
    qtbot.waitUntil(lambda: page.table.current_place() == 1)
    assert not position.text()
    focused.focus_controller.show_focus()
    assert position.text() == f"Record 2 of {page.model.rowCount():,}"


def test_a_key_paints_only_what_changes_in_the_detail_panel(
    focused: Application, qtbot: QtBot, painted_by
) -> None:
    page = focused.page
    tab_bar = page.detail.tabs.findChild(QTabBar)
    assert tab_bar is not None
    has_painted_tabs, has_painted_ground = [], []

    def is_at(place: int) -> bool:
        return page.table.current_place() == place

    for place in range(4):
        qtbot.waitUntil(partial(is_at, place))
        wait_held(page, place + 1, qtbot)
        settle(focused, qtbot)
        painted = painted_by(focused.parent_window, lambda: QTest.keySequence(page.table, "Return"))
        assert page.detail.reading.viewport() in painted
        has_painted_tabs.append(tab_bar in painted)
        has_painted_ground.append(page.detail in painted or page.detail.tags in painted)
    assert not all(has_painted_ground), "tags and prediction cover it"
    assert not all(has_painted_tabs), "no record has a note; what arrives late may still paint its tab"


def test_a_key_that_scrolls_the_table_paints_only_the_rows_that_change(
    focused: Application, qtbot: QtBot
) -> None:
    table, areas = focused.page.table, PaintedAreas()
    settle(focused, qtbot)
    table.viewport().installEventFilter(areas)
    while not table.verticalScrollBar().value():
        qtbot.wait(1)
        areas.found.clear()
        table.go_to(table.current_place() + 1)
        QApplication.processEvents()
    assert areas.found
    assert all(area.height() < table.viewport().height() / 2 for area in areas.found)


def test_a_selection_that_ends_leaves_nothing_at_the_edge_of_its_rows(
    focused: Application, qtbot: QtBot
) -> None:
    """Qt paints deselected rows as wide as the columns, which were a pixel narrower than the table."""
    table, window = focused.page.table, focused.parent_window
    for width in (1200, 1201):
        window.resize(width, window.height())
        settle(focused, qtbot)
        assert table.horizontalHeader().length() == table.viewport().width()
        assert table.horizontalScrollBar().maximum() == 0


def test_a_tag_is_painted_again_only_if_it_looks_different(
    qapp: QApplication, qtbot: QtBot, painted_by
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    tags = tag_infos(("a", "b", "c"))
    shown = TagButtonList(Theme(qapp), host)
    shown.resize(400, 300)
    shown.show_choices(choices(tags, record_of(a=0.903, b=0.094, c=0.003)))
    host.show()
    other = choices(tags, record_of(a=0.901, b=0.081, c=0.008))
    painted = painted_by(host, lambda: shown.show_choices(other))
    assert [widget.choice.tag.name for widget in painted if isinstance(widget, TagButton)] == ["b"]
    host.close()


def test_of_a_tag_only_bar_and_number_are_painted_again_if_only_they_change(
    qapp: QApplication, qtbot: QtBot
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    tags = tag_infos(("a", "b"))
    shown = TagButtonList(Theme(qapp), host)
    shown.resize(400, 300)
    shown.show_choices(choices(tags, record_of(a=0.9, b=0.1)))
    areas = PaintedAreas()
    button = shown.findChildren(TagButton)[0]
    button.installEventFilter(areas)
    host.show()
    qtbot.waitUntil(lambda: bool(areas.found))
    while areas.found:
        areas.found.clear()
        qapp.processEvents()
    shown.show_choices(choices(tags, record_of(a=0.8, b=0.2)))
    qapp.processEvents()
    assert areas.found[-1].left() > 0
    assert areas.found[-1].right() == button.rect().right()
    on_screen = qapp.primaryScreen().grabWindow(host.winId()).toImage()
    assert host.grab().toImage().convertToFormat(on_screen.format()) == on_screen
    shown.show_choices(choices(tags, record_of(a=0.2, b=0.8)))
    qapp.processEvents()
    assert areas.found[-1] == button.rect(), "it is no longer the predicted tag"
    host.close()


def test_a_line_of_the_filter_is_painted_again_only_if_its_count_changes(
    qapp: QApplication, qtbot: QtBot, painted_by
) -> None:
    line = FacetButton(Theme(qapp), "Flagged", None)
    qtbot.addWidget(line)
    line.show_count(3)
    line.show()
    assert line not in painted_by(line, lambda: line.show_count(3))
    assert line in painted_by(line, lambda: line.show_count(4))
    line.close()


def test_the_scroll_bar_of_a_long_table_is_painted_only_if_its_slider_moves(qtbot: QtBot, painted_by) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    bar = TableScrollBar(host)
    bar.resize(12, 300)
    bar.setRange(0, 30_000_000)
    host.show()
    assert bar in painted_by(host, lambda: bar.setValue(15_000_030))
    assert bar not in painted_by(host, lambda: bar.setValue(15_000_060))
    assert bar.value() == 15_000_060
    assert bar in painted_by(host, lambda: bar.setValue(30_000_000))
    assert bar in painted_by(host, lambda: bar.setRange(0, 40_000_000))
    host.close()


def test_a_text_and_its_marked_words_are_laid_out_once(qapp: QApplication, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    pane = TextView(Theme(qapp), host)
    changes: list[int] = []
    pane.document().contentsChange.connect(lambda place, gone, new: changes.append(new))
    pane.show_parts(("A title", "some words"), [MarkedWord(0, 1, 1.0), MarkedWord(8, 12, 0.4)])
    assert len([new for new in changes if new > 1]) == 1
    changes.clear()
    pane.show_marks([MarkedWord(13, 18, 1.0)])
    assert not changes, "marks need no other layout"
    host.close()


def test_the_scroll_bar_stays_while_a_long_text_follows_another(qapp: QApplication, qtbot: QtBot) -> None:
    """The text was emptied first, which laid it out and painted the scroll bar once more."""
    host = QWidget()
    qtbot.addWidget(host)
    pane = TextView(Theme(qapp), host)
    pane.resize(300, 200)
    host.show()
    pane.show_parts(("A title", "many words " * 300))
    heights: list[int] = []
    pane.verticalScrollBar().rangeChanged.connect(lambda low, high: heights.append(high))
    pane.show_parts(("Another title", "other words " * 400))
    assert heights
    assert min(heights) > 0
    assert pane.toPlainText().startswith("Another title\nother words")
    host.close()
