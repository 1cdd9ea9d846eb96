"""Reports on many tags: confused pairs first, the whole matrix on demand, and a table that can be sorted."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from mltag_desktop.core.evaluation.report_tables import part_tables
from mltag_desktop.gui.report.confusion import ConfusionPanel
from mltag_desktop.gui.report.metrics_table import MetricsTable
from mltag_desktop.gui.widgets.common import infos_of
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.report.helpers import report

MANY = tuple(f"tag number {number}" for number in range(40))


@pytest.fixture
def confusion(qtbot: QtBot, theme: Theme) -> ConfusionPanel:
    found = report(tags=MANY, rows=800)
    panel = ConfusionPanel(theme, [*infos_of(MANY, ()).values()])
    qtbot.addWidget(panel)
    panel.show_model("new", found.models[1])
    panel.show()
    return panel


def test_the_most_confused_pairs_come_first(confusion: ConfusionPanel, qtbot: QtBot) -> None:
    counts = [int(line.cells[2]) for line in confusion.pairs.lines.lines]
    assert counts
    assert counts == sorted(counts, reverse=True)
    clicked: list[tuple[int, int]] = []
    confusion.clicked.connect(lambda true, answered: clicked.append((true, answered)))
    confusion.set_clickable(True)
    first = confusion.pairs.model().index(0, 0)
    confusion.pairs.setCurrentIndex(first)
    confusion.pairs.activated.emit(first)
    true, predicted = confusion.pairs.lines.lines[0].cells[:2]
    assert clicked == [(MANY.index(true), MANY.index(predicted))]


def test_the_whole_matrix_names_each_row_and_column(confusion: ConfusionPanel, qtbot: QtBot) -> None:
    table, counts = confusion.table, report(tags=MANY, rows=800).models[1].confusion
    assert not table.isVisible()
    confusion.whole.click()
    assert table.isVisible()
    model, across = table.model(), Qt.Orientation.Horizontal
    assert [model.headerData(n, across) for n in range(40)] == list(MANY)
    assert [model.headerData(n, Qt.Orientation.Vertical) for n in range(40)] == list(MANY)
    longest = table.fontMetrics().horizontalAdvance(MANY[-1])
    assert table.horizontalHeader().height() > longest
    clicked: list[tuple[int, int]] = []
    confusion.clicked.connect(lambda true, answered: clicked.append((true, answered)))
    confusion.set_clickable(True)
    corner = table.grab(QRect(2, 2, table.verticalHeader().width() - 4, longest)).toImage()
    shades = {corner.pixel(at, down) for at in range(corner.width()) for down in range(corner.height())}
    assert len(shades) == 1, "plain"
    right = model.index(3, 3)
    assert right.data() == str(counts[3][3])
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(right).center())
    assert clicked == [(3, 3)]


def test_the_matrix_can_be_limited_to_a_tag_and_its_confusions(confusion: ConfusionPanel) -> None:
    counts = report(tags=MANY, rows=800).models[1].confusion
    confusion.whole.click()
    confusion.tag_filter.setText("NUMBER 17")
    model = confusion.table.model()
    expected = [tag for at, tag in enumerate(MANY) if at == 17 or counts[17][at] or counts[at][17]]
    assert 1 < len(expected) < 40
    shown = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    assert sorted(shown) == sorted(expected)
    assert shown[0] == MANY[17]
    assert confusion.legend.text().startswith(f"{len(expected)} of 40 tags.")
    confusion.tag_filter.clear()
    assert model.rowCount() == 40
    assert not confusion.legend.text().startswith("40")


def test_few_tags_show_the_matrix_at_once(qtbot: QtBot, theme: Theme) -> None:
    found = report()
    panel = ConfusionPanel(theme, [*infos_of(found.models[0].tag_order, ()).values()])
    qtbot.addWidget(panel)
    panel.show_model("new", found.models[1])
    panel.show()
    assert panel.table.isVisible()
    assert not panel.pairs.isVisible()


def test_a_header_sorts_the_tags(qtbot: QtBot, theme: Theme) -> None:
    found = report(tags=MANY, rows=800)
    table = MetricsTable(theme, part_tables(found.models), {})
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    model = table.model()
    first = [n for n in range(model.rowCount()) if model.index(n, 0).data() in MANY]
    header = table.horizontalHeader()
    column = 5  # F1 of the active model
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    said = [model.headerData(section, across, role) for section in range(2, model.columnCount())]
    assert len(set(said)) == len(said), "each column says its model"
    place = QPoint(header.sectionViewportPosition(column) + 5, header.height() - 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    values = [float(model.index(n, column).data()) for n in first]
    assert values == sorted(values, reverse=True)
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        column,
        Qt.SortOrder.DescendingOrder,
    )
    assert model.index(0, 0).data() == "All rows"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [float(model.index(n, column).data()) for n in first] == sorted(values)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [model.index(n, 0).data() for n in first] == list(MANY)
