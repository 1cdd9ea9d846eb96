"""Reports on many tags: confused pairs first, the whole matrix on demand, and a table that can be sorted."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from mltag_desktop.gui.report.confusion_matrix import ConfusionPanel, ConfusionView
from mltag_desktop.gui.report.metrics_table import MetricsModel, MetricsTable, rows_of
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
    matrix = confusion.findChild(ConfusionView)
    assert not matrix.isVisible()
    confusion.whole.click()
    assert matrix.isVisible()
    assert matrix.cell_rect(0, 0).height() >= matrix.fontMetrics().height()
    clicked: list[tuple[int, int]] = []
    confusion.clicked.connect(lambda true, answered: clicked.append((true, answered)))
    confusion.set_clickable(True)
    confusion.pairs.opened.emit(confusion.pairs.lines.lines[0].thing)
    assert clicked == [confusion.pairs.lines.lines[0].thing]


def test_few_tags_show_the_matrix_at_once(qtbot: QtBot, theme: Theme) -> None:
    found = report()
    panel = ConfusionPanel(theme, [*infos_of(found.models[0].tag_order, ()).values()])
    qtbot.addWidget(panel)
    panel.show_model("new", found.models[1])
    panel.show()
    assert panel.matrix.isVisible()


def test_a_header_sorts_the_tags(qtbot: QtBot, theme: Theme) -> None:
    found = report(tags=MANY, rows=800)
    table = MetricsTable(theme, rows_of(found.models, {}), ["rules", "active", "new"], baselines=1)
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    model = table.model()
    assert isinstance(model, MetricsModel)
    first = [n for n in range(model.rowCount()) if model.index(n, 0).data() in MANY]
    header = table.horizontalHeader()
    column = 5  # F1 of the active model
    place = QPoint(header.sectionViewportPosition(column) + 5, header.height() - 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    values = [float(model.index(n, column).data()) for n in first]
    assert values == sorted(values, reverse=True)
    assert str(model.headerData(column, Qt.Orientation.Horizontal)).endswith("▾")
    assert model.index(0, 0).data() == "All rows"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [float(model.index(n, column).data()) for n in first] == sorted(values)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [model.index(n, 0).data() for n in first] == list(MANY)
