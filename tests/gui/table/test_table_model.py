from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model.bundle import bundled
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.core.workspace.types import Status
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.table.table_model import PAGE, ColumnContent, TableModel, table_columns
from mltag_desktop.gui.table.table_view import TableView
from mltag_desktop.gui.widgets.theme import Theme
from tests.gui.helpers import PaintedAreas

ROWS = 3 * PAGE + 5


@pytest.fixture
def workspace(make_table, tmp_path):
    table = TableFile(make_table(ROWS))
    with Workspace.create(tmp_path / "t.mltag", "ana", bundled().tags) as made:
        made.table.import_table(SILENT, table, ColumnMapping(text=(1, 2), id=0))
        yield made


@pytest.fixture
def model(qapp, workspace):
    made = TableModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.open(workspace)
    made.set_order(np.arange(ROWS))
    yield made
    del tester


def fetch(model: TableModel, workspace: Workspace) -> int:
    """Load the requested pages like the page loader; return how many."""
    requests = model.take_requests()
    for request in requests:
        model.put_page(request, workspace.table.records(request.rows))
    return len(requests)


def test_column_order() -> None:
    columns = table_columns(("id", "NLP title", "bodyDE", "more", "source"), (1, 2, 3))
    assert [column.part.value for column in columns] == [
        "status", "text", "text", "tag", "confidence", "cell", "cell", "cell",
    ]  # fmt: skip
    assert [column.title for column in columns][1:3] == ["NLP title", "BodyDE"]
    assert [column.is_title for column in columns][1:3] == [True, False]
    assert columns[-1].sort == 4


def test_cells_are_empty_until_their_page_is_loaded(model: TableModel, workspace: Workspace) -> None:
    index = model.index(PAGE + 1, 1)
    assert index.data() == ""
    assert fetch(model, workspace) >= 1
    assert index.data() == f"Segmenting street scenes {PAGE + 1}" or index.data().endswith(str(PAGE + 1))


def test_page_of_previous_order_is_dropped(model: TableModel, workspace: Workspace) -> None:
    model.record(0)
    requests = model.take_requests()
    model.set_order(np.arange(ROWS)[::-1])
    for request in requests:
        model.put_page(request, workspace.table.records(request.rows))
    assert model.record(0) is None
    fetch(model, workspace)
    assert model.record(0).row == ROWS - 1


def test_most_recent_requests_are_loaded_first(model: TableModel) -> None:
    for number in range(4):
        model.record(number * PAGE)
    assert [request.number for request in model.take_requests()] == [3, 2, 1]
    assert model.take_requests() == []


def test_states_need_no_loaded_texts(model: TableModel, workspace: Workspace) -> None:
    assert model.row_state(3).predicted is None
    classifier = bundled()
    for rows, texts in workspace.pending_predictions.pending(classifier.version):
        workspace.pending_predictions.put(rows, classifier.predict(texts))
    workspace.decisions.decide([3], "other")
    model.refresh_states()
    row_state = model.row_state(3)
    assert row_state.status in (Status.ACCEPTED, Status.CORRECTED)
    assert row_state.decided.name == "other"
    assert 0 < row_state.confidence <= 1
    columns = {column.part: number for number, column in enumerate(model.columns)}
    assert model.index(3, columns[ColumnContent.TAG]).data() == "other"
    assert model.index(3, columns[ColumnContent.STATUS]).data() in ("Accepted", "Corrected")
    assert float(model.index(3, columns[ColumnContent.CONFIDENCE]).data()) == pytest.approx(
        row_state.confidence, abs=0.01
    )


def test_places_and_rows_are_inverse(model: TableModel) -> None:
    order = np.array([7, 3, 11])
    model.set_order(order)
    assert [model.place_of(row) for row in (7, 3, 11, 4, 0, -1, 10_000)] == [0, 1, 2, -1, -1, -1, -1]
    model.set_order(np.array([0, 1, 3, 2]))
    assert [model.place_of(row) for row in (0, 1, 2, 3, 4)] == [0, 1, 3, 2, -1]
    model.set_order(order)
    assert model.row_at(1) == 3


def test_append_keeps_existing_rows(model: TableModel, workspace: Workspace) -> None:
    model.set_order(np.arange(10))
    model.record(0)
    fetch(model, workspace)
    model.append(np.arange(10, ROWS))
    assert model.rowCount() == ROWS
    assert model.record(0) is not None
    model.record(PAGE - 1)
    fetch(model, workspace)
    assert model.record(PAGE - 1).row == PAGE - 1


def test_headers_have_accessible_texts(model: TableModel) -> None:
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Status"
    assert model.headerData(1, across) == "Title"
    assert model.headerData(99, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_pages_around_the_screen_are_preloaded(model: TableModel, workspace: Workspace) -> None:
    model.record(0)
    model.note_painted(0, 20)
    taken = [[request.number for request in model.take_requests()] for _ in range(4)]
    assert taken == [[0], [1], [2], []]  # visible pages first, then one page at a time


def test_the_pages_of_a_screen_are_loaded_together(model: TableModel) -> None:
    heard = []
    model.pages_requested.connect(lambda: heard.append(None))
    model.request(PAGE - 5, PAGE + 5)
    assert len(heard) == 1
    assert sorted(request.number for request in model.take_requests()) == [0, 1]
    model.request(0, -1)  # an empty table has no places
    assert len(heard) == 1


def test_append_follows_the_shown_order_and_leaves_earlier_ones_alone(model: TableModel) -> None:
    model.append(np.array([], np.int64))
    assert model.order.tolist() == list(range(ROWS)), "nothing to append"
    model.set_order(np.array([4, 2]))
    before = model.order
    for row in range(5, 20):
        model.append(np.array([row]))
    assert model.order.tolist() == [4, 2, *range(5, 20)]
    assert before.tolist() == [4, 2]


def test_records_below_the_screen_paint_none_of_those_above(
    model: TableModel, workspace: Workspace, qapp: QApplication, qtbot: QtBot
) -> None:
    """During an import, each part that was read painted the whole table."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(700, 400)
    table = TableView(model, Theme(qapp), ReviewThresholds, host)
    table.resize(700, 400)
    model.set_order(np.arange(5))
    host.show()
    areas = PaintedAreas()
    table.viewport().installEventFilter(areas)

    def process_events() -> None:
        for _ in range(3):  # Qt lays out in one turn and paints in the next
            qapp.processEvents()

    def painted_by(call: Callable[[], object]) -> QRect:
        areas.found.append(QRect())
        while areas.found or fetch(model, workspace):
            areas.found.clear()
            process_events()
        call()
        process_events()
        return areas.found[-1] if areas.found else QRect()

    row = table.rowHeight(0)
    bar = table.verticalScrollBar()
    painted = painted_by(lambda: model.append(np.arange(5, 2 * PAGE)))
    assert painted.bottom() > 5 * row, "they are on the screen"
    longest = bar.maximum()
    assert painted_by(lambda: model.append(np.arange(2 * PAGE, 3 * PAGE))).isEmpty()
    assert bar.maximum() == longest + PAGE * row
    model.set_order(np.arange(PAGE)[::-1].copy())
    model.append(np.arange(PAGE, 2 * PAGE))
    assert painted_by(lambda: model.append(np.arange(2 * PAGE, 3 * PAGE))).isEmpty()
    on_screen = qapp.primaryScreen().grabWindow(host.winId()).toImage()
    assert host.grab().toImage().convertToFormat(on_screen.format()) == on_screen, "the new order is painted"
    host.close()


def test_only_visible_rows_are_repainted(model: TableModel, workspace: Workspace, qtbot) -> None:
    model.note_painted(10, 30)
    heard = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    model.record(PAGE)
    assert fetch(model, workspace) == 1
    assert heard == []
    model.record(0)
    fetch(model, workspace)
    assert heard == [(10, 30)]
