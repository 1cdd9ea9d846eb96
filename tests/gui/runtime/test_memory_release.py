"""Closed workspaces are released by all parts, while other work goes on."""

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.operations import Operation
from tests.gui.helpers import settle, wait_tagged, workspace_of


def test_a_closed_workspace_is_released(opened: Application, qtbot: QtBot) -> None:
    """With its columns, and with the worker process that has the vectors of the texts."""
    _work(opened, qtbot)
    cells = column_codes(SILENT, workspace_of(opened), 0)
    workspace = workspace_of(opened)
    held: list[Callable[[], object]] = [
        weakref.ref(each) for each in (workspace, workspace.states(), cells.numbers)
    ]
    del cells, workspace
    opened.jobs.worker.start()
    is_over = threading.Event()
    with qtbot.waitSignal(opened.workspace_opener.left):
        opened.workspace_opener.close()
    Operation(lambda _: is_over.wait()).run(opened.jobs)
    try:
        qtbot.waitUntil(lambda: all(each() is None for each in held))
        qtbot.waitUntil(lambda: opened.jobs.worker.process_id is None)
    finally:
        is_over.set()


def test_a_replaced_workspace_is_released(
    opened: Application, make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    _work(opened, qtbot)
    held = weakref.ref(workspace_of(opened))
    opened.workspace_opener.open_path(make_table(rows=12, name="other.csv"))
    qtbot.waitUntil(lambda: opened.session.workspace not in (None, held()))
    wait_tagged(opened, qtbot, 12)
    gc.collect()
    assert held() is None


def _work(program: Application, qtbot: QtBot) -> None:
    """Sort, search, decide and undo."""
    program.page.table.sort_requested.emit(1, False)
    qtbot.waitUntil(lambda: program.record_order.sort is not None and not program.jobs.running)
    program.filter_bar.setText("images")
    QTest.keySequence(program.filter_bar, "Return")
    qtbot.waitUntil(lambda: len(program.page.model.order) < 24 and not program.jobs.running)
    program.page.table.selectAll()
    program.decision_controller.decide("mlops")
    settle(program, qtbot)
    program.decision_controller.undo()
    settle(program, qtbot)
    qtbot.waitUntil(lambda: not program.jobs.running)
