"""Regression tests for visual defects: outlines, clipped or jumping widgets, icon sizes."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.decisions.decision_statistics import SessionSummary, TagStats
from mltag_desktop.core.workspace.types import ModelInfo, TagInfo
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.curation.curation_session import SessionSummaryDialog, summary_lines
from mltag_desktop.gui.curation.focus_view import joined_hints
from mltag_desktop.gui.filters.filter_bar import FilterBar
from mltag_desktop.gui.main_window.bars import StatusBar
from mltag_desktop.gui.record.tag_buttons import TagChoice, fitted_name, fitted_words
from mltag_desktop.gui.training.library import LIBRARY_HEADINGS
from mltag_desktop.gui.training.model_list import ModelListTable
from mltag_desktop.gui.widgets.dialog_tables import ColumnHeading, LineTable
from mltag_desktop.gui.widgets.icons import SIZE, icon
from mltag_desktop.gui.widgets.inputs import CheckableComboBox, CheckBox, RadioButton
from mltag_desktop.gui.widgets.tag_chip import chip_height
from mltag_desktop.gui.widgets.theme import GAP, Theme
from tests.gui.contrast import contrast
from tests.gui.helpers import find, label, wait_read

LONG = TagInfo("natural-language-processing", "NLP", "▲", 2)


@pytest.fixture(params=[Qt.ColorScheme.Light, Qt.ColorScheme.Dark], ids=["light", "dark"])
def theme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Theme]:
    made = Theme(qapp)
    made.choose(request.param)
    yield made
    made.choose(Qt.ColorScheme.Unknown)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit, QDoubleSpinBox, QPlainTextEdit])
def test_input_fields_and_check_boxes_have_a_visible_edge(
    theme: Theme, qtbot: QtBot, kind: type[QWidget]
) -> None:
    window = QWidget()
    window.resize(200, 60)
    qtbot.addWidget(window)
    part = kind(window)
    part.setGeometry(20, 10, 120, 30)
    image = window.grab().toImage()
    ratio = image.devicePixelRatio()
    middle = round(part.geometry().center().y() * ratio)
    edge = [image.pixelColor(round(x * ratio), middle) for x in range(18, 30)]
    assert max(contrast(colour, theme.colours.window) for colour in edge) >= 3.0


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_marks_of_check_boxes_grow_with_the_font(
    theme: Theme, qtbot: QtBot, enlarge: Callable[..., QFont], kind: Callable[[str], QAbstractButton]
) -> None:
    button = kind("text")
    qtbot.addWidget(button)

    def filled() -> int:
        """Return how many pixels the inside of the mark has."""
        button.resize(button.sizeHint())
        image = button.grab().toImage()
        inside = theme.colours.base
        return sum(
            image.pixelColor(x, y) == inside for x in range(image.width()) for y in range(image.height())
        )

    usual = filled()
    enlarge(button)
    assert filled() > 2 * usual > 0


def test_checkable_combo_box_shows_its_text_and_opens_its_menu(qtbot: QtBot) -> None:
    box = CheckableComboBox()
    qtbot.addWidget(box)
    box.say("R&D notes")
    assert box.words == "R&D notes"
    action = box.menu.addAction("R&&D notes")
    action.setCheckable(True)
    box.show()
    wide = box.sizeHint().width()
    QTest.keySequence(box, "Space")
    qtbot.waitUntil(box.menu.isVisible)
    action.trigger()
    box.menu.close()
    assert action.isChecked()
    box.say("R&D notes + all that was written beside them")
    assert box.sizeHint().width() > wide


def test_search_clear_button_is_visible_with_a_text(theme: Theme, qtbot: QtBot) -> None:
    line = FilterBar(theme)
    qtbot.addWidget(line)
    line.show()
    cross = next(
        each
        for each in line.findChildren(QToolButton)
        if each.defaultAction() is not None and "clear" in each.defaultAction().objectName()
    )
    with qtbot.assertNotEmitted(line.wanted, wait=300):
        line.show_text("tag:mlops")
    qtbot.waitUntil(lambda: cross.property("opacity") == 1.0)
    line.show_text("")
    qtbot.waitUntil(lambda: cross.property("opacity") == 0.0)


def test_tag_list_does_not_move_with_surrounding_texts(opened: Application, qtbot: QtBot) -> None:
    detail = opened.page.detail
    qtbot.waitUntil(lambda: detail.record is not None)
    QApplication.processEvents()
    place = detail.tags.mapTo(detail, QPoint())
    for number in range(4):
        detail.tabs.turn_to(number)
        QApplication.processEvents()
        assert detail.tags.mapTo(detail, QPoint()) == place
    opened.page.table.go_to(3)
    opened.actions["also_2"].trigger()
    qtbot.waitUntil(detail.additional_tags.isVisible)
    QApplication.processEvents()
    assert detail.tags.mapTo(detail, QPoint()) == place


def test_first_decision_moves_nothing_in_focus_view(opened: Application, qtbot: QtBot) -> None:
    focus = opened.page.focus
    opened.actions["show_focus"].trigger()
    wait_read(opened, qtbot, 0)
    QApplication.processEvents()
    place = focus.tags.mapTo(focus, QPoint())
    opened.actions["tag_2"].trigger()
    qtbot.waitUntil(lambda: find(focus, QPushButton, "undo").isVisible())
    QApplication.processEvents()
    assert focus.tags.mapTo(focus, QPoint()) == place
    done = find(focus, QLabel, "Last action").toolTip()
    assert done.endswith("Segmenting street scenes 0")  # the title only, without the text
    assert label(focus, "Last action") == done  # there is enough space
    for title in ("tiny-tokenizer", "To review", "natural-language-processing"):
        focus.lay_out_next(replace(focus.reading, parts=(title,)))
        focus.show_done("")
        assert (
            label(focus, "The next record") == f"Next: {title}"
        )  # though a rounded width is less than the text needs


def test_model_list_shows_full_training_data_of_bundled_model(theme: Theme, qtbot: QtBot) -> None:
    table = ModelListTable(theme)
    qtbot.addWidget(table)
    table.resize(900, 200)
    table.show()
    bold = QFont(table.font())
    bold.setWeight(QFont.Weight.DemiBold)
    words = QFontMetrics(bold).horizontalAdvance("bundled training data")
    assert table.columnWidth(2) > words + 2 * GAP


def test_model_list_shows_versions_and_dates_whole(theme: Theme, qtbot: QtBot) -> None:
    table = ModelListTable(theme)
    qtbot.addWidget(table)
    table.resize(105 * table.fontMetrics().averageCharWidth(), 200)
    table.show()
    for column, words in ((0, "4b22706ba3"), (2, "bundled + 40 records"), (3, "2026-11-28 20:31")):
        assert table.columnWidth(column) > table.fontMetrics().horizontalAdvance(words) + 2 * GAP


def test_narrow_model_list_shows_the_date_and_most_of_the_origin(theme: Theme, qtbot: QtBot) -> None:
    table = ModelListTable(theme)
    qtbot.addWidget(table)
    letter = table.fontMetrics().averageCharWidth()
    table.resize(100 * letter, 200)
    table.show()
    model = ModelInfo("4b22706ba3", "", "3 records", False, True, 0.9, None)
    table.show_models([model], {}, {}, can_note=True)
    for column, words in ((0, "4b22706ba3"), (2, "bundled + 40…"), (3, "2026-11-28…")):
        assert table.columnWidth(column) > table.fontMetrics().horizontalAdvance(words) + 2 * GAP


def library_table(theme: Theme) -> LineTable:
    return LineTable(theme, "Library", LIBRARY_HEADINGS)


@pytest.mark.parametrize("make", [ModelListTable, library_table])
def test_tables_of_models_need_no_scrolling(
    make: Callable[[Theme], QTableView], theme: Theme, qtbot: QtBot
) -> None:
    table = make(theme)
    qtbot.addWidget(table)
    table.resize(100 * table.fontMetrics().averageCharWidth(), 200)  # 1280 pixels with a doubled font
    table.show()
    assert table.horizontalHeader().length() <= table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [500, 700, 1_000])
def test_name_in_library_is_readable_at_any_width(width: int, theme: Theme, qtbot: QtBot) -> None:
    table = library_table(theme)
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance("support tickets") + 2 * GAP
    assert table.horizontalHeader().length() <= table.viewport().width()
    table.resize(1_200, 200)
    assert not any(table.isColumnHidden(column) for column in range(table.model().columnCount()))


def test_decisions_are_elided_where_the_status_bar_has_no_room(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = StatusBar(theme, window)
    bar.show_saved("Saved")
    bar.show_decisions(7, 7, 2)
    decisions = find(bar, QLabel, "Decisions")
    whole = decisions.sizeHint().width()
    for room in (0.7, 1.5):
        window.resize(round(whole * room) + 120, 40)
        bar.resize(window.size())
        window.show()
        assert decisions.isVisible()
        assert (decisions.width() < whole) == (room < 1)


def test_hints_only_wrap_between_keys() -> None:
    parts = joined_hints(["Return accept", "1–9 set tag", "Shift+1–9 additional tag"]).split("   ")
    assert len(parts) == 3
    assert not any(" " in part for part in parts)


def test_tag_button_uses_short_name_without_space(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    choice = TagChoice(LONG, 3, None, False, False, words="160 change, 12 decided")
    assert fitted_name(choice, metrics, 100) == "NLP"
    assert fitted_name(choice, metrics, 1000) == LONG.name
    assert "…" in fitted_name(TagChoice(LONG, 3, 0.5, True, False), metrics, 100)


def test_text_next_to_a_tag_leaves_space_for_the_short_name(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    choice = TagChoice(LONG, 3, None, False, False, words="160 change, 12 decided")
    room = metrics.horizontalAdvance(choice.words)
    words = fitted_words(choice, metrics, room)
    assert words.endswith("…")
    assert metrics.horizontalAdvance(words) + metrics.horizontalAdvance("NLP") < room
    assert fitted_words(choice, metrics, 2 * room) == choice.words


def test_session_summary_aligns_its_figures(theme: Theme, qtbot: QtBot) -> None:
    tags = (TagStats("mlops", 12, 3), TagStats("other", 7, 2))
    made = SessionSummary(19, 9, 10, 0, 0, 0.26, tags, 4.0, 30, 6.0)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SessionSummaryDialog(theme, made, parent)
    dialog.show()
    model = dialog.tags.model()
    figures = [model.index(row, 1) for row in range(2)]
    assert [each.data() for each in figures] == ["12", "7"]
    assert all(each.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight for each in figures)
    assert "at this pace" in summary_lines(made)[-1]
    none = SessionSummary(0, 0, 0, 0, 0, None, (), 0.0, 30, 6.0)
    assert "at the average pace" in summary_lines(none)[-1]
    dialog.close()


def test_icons_grow_with_the_font(enlarge: Callable[..., QFont], opened: Application, qtbot: QtBot) -> None:
    bar = opened.parent_window.findChild(QToolBar, "toolbar")
    assert bar.iconSize().width() == SIZE
    metrics = QFontMetrics(enlarge())
    qtbot.waitUntil(lambda: bar.iconSize().width() > 1.5 * SIZE)
    assert chip_height(metrics) > metrics.height()
    side = bar.iconSize().width()
    shown = bar.actions()[0].icon().pixmap(side, side)
    assert shown.deviceIndependentSize().width() == side
    assert icon("open", opened.parent_window.theme.colours, size=40).availableSizes()[0].width() == 40
    table = LineTable(opened.parent_window.theme, "Records", (ColumnHeading("Text"),))
    qtbot.addWidget(table)
    assert table.iconSize().width() > 1.5 * SIZE
