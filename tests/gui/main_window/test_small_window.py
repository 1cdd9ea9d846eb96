"""Layout of small windows, space of notifications, and tab order."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.filters.filter_chips import ChipButton
from mltag_desktop.gui.filters.filter_panel import FacetButton
from mltag_desktop.gui.main_window.history_preview import HistoryBar
from mltag_desktop.gui.main_window.start_page import StartPage
from mltag_desktop.gui.record.tag_buttons import TagButton
from mltag_desktop.gui.widgets.theme import Theme, row_height
from tests.gui.helpers import find, wait_tagged, workspace_of

SMALL = (640, 376)
"""A screen of 1280 by 800 pixels at 200%, without title and task bar."""


def test_small_window_keeps_table_text_tags_and_search(opened: Application, qtbot: QtBot) -> None:
    page, window = opened.page, opened.parent_window
    window.resize(*SMALL)
    assert window.size().toTuple() == SMALL
    qtbot.waitUntil(page.filter_panel.isHidden)
    assert not opened.actions["show_facets"].isChecked()

    def has_rows() -> bool:
        opened.notifications.clear()  # a notification may appear at any time and takes space
        return page.table.viewport().height() >= 6 * page.table.rowHeight(0)

    qtbot.waitUntil(has_rows)
    qtbot.waitUntil(opened.filter_bar.isVisible)
    assert page.detail.tags.isVisible()
    assert page.detail.reading.viewport().height() >= 3 * page.detail.reading.fontMetrics().height()
    window.resize(1280, 800)
    qtbot.waitUntil(page.filter_panel.isVisible)
    assert opened.actions["show_facets"].isChecked()


def test_hidden_filter_pane_can_be_shown_and_is_restored(opened: Application, qtbot: QtBot) -> None:
    opened.parent_window.resize(*SMALL)
    qtbot.waitUntil(opened.page.filter_panel.isHidden)
    opened.actions["show_facets"].trigger()
    assert opened.page.filter_panel.isVisible()
    opened.actions["show_facets"].trigger()
    opened.parent_window.resize(1280, 800)
    assert opened.page.filter_panel.isHidden()  # hidden by the user
    opened.actions["show_facets"].trigger()
    opened.parent_window.resize(*SMALL)
    qtbot.waitUntil(opened.page.filter_panel.isHidden)
    opened.parent_window.close()
    assert opened.settings_store.settings.hidden_panes == ()


def test_notification_covers_and_moves_no_record(
    make_program: Callable[..., Application], make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    program = make_program(make_table(200))
    wait_tagged(program, qtbot, 200)
    qtbot.waitUntil(lambda: program.question_queue.line is not None and not program.jobs.running)
    program.notifications.clear()  # notifications about the new table
    table = program.page.table
    qtbot.waitUntil(program.notifications.isHidden)
    for _ in range(60):
        QTest.keySequence(table, "Down")
    place = table.current_place()
    top, height = table.rowViewportPosition(place), table.viewport().height()
    assert top + 3 * table.rowHeight(place) <= height  # two more rows are visible
    program.notifications.error("One thing went wrong.", "Do another.")
    qtbot.waitUntil(lambda: table.viewport().height() < height)
    assert table.rowViewportPosition(place) == top
    assert top + table.rowHeight(place) <= table.viewport().height()
    program.notifications.dismiss()
    qtbot.waitUntil(lambda: table.viewport().height() == height)
    assert table.rowViewportPosition(place) == top


def test_tab_order_is_the_reading_order(opened: Application, qtbot: QtBot) -> None:
    page, window = opened.page, opened.parent_window
    opened.filter_controller.show_line("conf>0.1")
    qtbot.waitUntil(
        lambda: page.filter_chips.isVisible() and bool(page.filter_panel.findChildren(FacetButton))
    )
    window.activateWindow()
    opened.filter_bar.setFocus()
    order: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in order:
        assert now is not None
        order.append(now)
        QTest.keySequence(now, "Tab")
    assert now is order[0] is opened.filter_bar
    panes = [next(n for n, pane in enumerate(page.panes) if pane.isAncestorOf(part)) for part in order[1:]]
    assert panes == sorted(panes)
    kinds = [type(part) for part in order]
    facets = [n for n, kind in enumerate(kinds) if kind is FacetButton]
    assert kinds.index(ChipButton) < order.index(page.table) < kinds.index(TagButton)
    heights = [order[n].mapTo(page, order[n].rect().topLeft()).y() for n in facets]
    assert heights == sorted(heights)
    QTest.keySequence(order[0], "Backtab")
    assert QApplication.focusWidget() is order[-1]


def test_tag_list_does_not_move_between_detail_tabs(opened: Application, qtbot: QtBot) -> None:
    page, window = opened.page, opened.parent_window
    window.resize(1600, 700)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: page.detail.record is not None and not opened.jobs.running)
    qtbot.waitUntil(lambda: page.detail.height() < 700)
    low = page.detail.tabs.height()
    window.resize(1600, 1080)
    qtbot.waitUntil(lambda: page.detail.tabs.height() > low)  # a high panel gives its spare space to the tabs
    tops = set()
    for number in range(4):
        page.detail.tabs.turn_to(number)
        QApplication.processEvents()
        tops.add(page.detail.tags.y())
    assert len(tops) == 1


def test_all_tags_with_a_key_are_visible(opened: Application, qtbot: QtBot) -> None:
    page, window = opened.page, opened.parent_window
    workspace = workspace_of(opened)
    opened.session.publish(workspace.tag_set.set([f"tag {number}" for number in range(12)]), workspace)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: page.detail.record is not None)
    window.resize(1280, 740)
    rows = 9 * row_height(page.detail.tags.fontMetrics())
    qtbot.waitUntil(lambda: page.detail.tags.height() >= rows)
    page.detail.show_why("Asked because the model is unsure.\nA second line.")
    QApplication.processEvents()
    parts = [page.detail.reading, page.detail.tags, page.detail.tabs]
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(parts))


def test_thirteen_tags_are_visible_at_1280_by_800(opened: Application, qtbot: QtBot) -> None:
    page, workspace = opened.page, workspace_of(opened)
    opened.session.publish(workspace.tag_set.set([f"tag {number}" for number in range(13)]), workspace)
    page.table.go_to(0)
    qtbot.waitUntil(lambda: page.detail.record is not None)
    opened.parent_window.resize(1280, 800)
    page.detail.show_why("Asked because the model is unsure.\nA second line.")
    tags = page.detail.tags
    qtbot.waitUntil(lambda: tags.height() >= 13 * row_height(tags.fontMetrics()))
    assert tags.verticalScrollBar().maximum() == 0
    assert page.detail.reading.height() >= 4 * page.detail.reading.fontMetrics().lineSpacing()


def test_note_has_room_for_two_lines_below_a_long_reason(opened: Application, qtbot: QtBot) -> None:
    page = opened.page
    workspace = workspace_of(opened)
    opened.session.publish(workspace.tag_set.set([f"tag {number}" for number in range(12)]), workspace)
    opened.parent_window.resize(1024, 600)
    page.detail.show_why("Asked because the model is unsure. " * 5)
    page.detail.tabs.turn_to(2)
    edit = page.detail.tabs.note.edit
    lines = 2 * edit.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: edit.viewport().height() >= lines)
    tags = page.detail.tags
    assert tags.height() >= 4 * row_height(tags.fontMetrics())


def test_long_certificate_is_elided_in_a_narrow_status_bar(opened: Application, qtbot: QtBot) -> None:
    opened.parent_window.resize(1024, 600)
    words = "1,234 records proven; about 120 more checks may prove 12,345 of the records of this table"
    opened.status_bar.show_certificate(words, "")
    shown = find(opened.status_bar, QLabel, "Certificate")
    needed = shown.fontMetrics().horizontalAdvance(words)
    qtbot.waitUntil(lambda: shown.isVisible() and 0 < shown.width() < needed)
    opened.parent_window.resize(2400, 600)
    qtbot.waitUntil(lambda: shown.width() >= needed)


def test_narrow_start_page_cuts_nothing_off(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    page = StartPage(theme, [f"/tmp/{number}.csv" for number in range(6)], host)
    page.resize(420, 300)
    host.show()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    for button in page.findChildren(QAbstractButton):
        assert button.height() >= button.minimumSizeHint().height()
        assert button.mapTo(page, button.rect().topRight()).x() <= page.width()


def test_narrow_bar_of_a_past_state_shows_words_and_buttons(qtbot: QtBot, theme: Theme) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    bar = HistoryBar(theme, host)
    column.addWidget(bar)
    column.addStretch(1)
    bar.say("State after step 3 (Tag as other), read-only.")
    host.resize(240, 300)
    host.show()
    parts = (bar.words, bar.back, bar.restore)
    assert all(bar.rect().contains(part.geometry()) for part in parts)
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width()) > bar.fontMetrics().height()
    assert all(part.width() >= part.minimumSizeHint().width() for part in parts[1:])


@pytest.mark.parametrize("size", [(1024, 600), (640, 480), SMALL])
def test_open_note_covers_nothing_in_the_focus_view(
    opened: Application, qtbot: QtBot, size: tuple[int, int]
) -> None:
    workspace_of(opened).decisions.decide([0], "mlops")
    opened.page.table.go_to(0)
    opened.actions["also_4"].trigger()
    opened.parent_window.resize(*size)
    opened.page.table.go_to(0)
    opened.actions["show_focus"].trigger()
    focus = opened.page.focus
    qtbot.waitUntil(lambda: focus.reading is not None and bool(focus.reading.record.also))
    for open_part in (focus.hide_guideline, focus.write_note, focus.show_guideline):
        open_part()
        QApplication.processEvents()
        parts = [find(focus, QWidget, name) for name in ("texts", "Prediction and decision", "Keys")]
        parts += [focus.note, focus.guideline, focus.additional_tags, focus.tags]
        shown = sorted((part.geometry() for part in parts if part.isVisible()), key=lambda area: area.top())
        assert all(one.bottom() < other.top() for one, other in pairwise(shown)), shown
        assert (open_part == focus.hide_guideline) == (focus.note.isHidden() and focus.guideline.isHidden())
        assert focus.additional_tags.isVisible()
        assert focus.tags.isVisible() or size != (1024, 600)
