"""Closed workspaces are released by all parts, and their memory is returned to the system."""

import ctypes
import gc
import sys
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mltag_desktop.core.processes.heap import limit_heap
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.search.column_values import column_codes
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.runtime.jobs import Job
from mltag_desktop.gui.runtime.memory_release import release_memory
from tests.gui.helpers import settle, wait_tagged, workspace_of

needs_glibc = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "gnu_get_libc_version"),
    reason="another C library keeps its memory in its own way",
)
_BLOCK = 64 << 10
_BLOCKS = 600


def test_closed_workspace_is_released(opened: Application, qtbot: QtBot) -> None:
    _work(opened, qtbot)
    workspace = workspace_of(opened)
    held = weakref.ref(workspace), weakref.ref(workspace.states())
    del workspace
    opened.workspace_opener.close()
    qtbot.waitUntil(lambda: [each() for each in held] == [None, None])


def test_replaced_workspace_is_released(
    opened: Application, make_table: Callable[..., Path], qtbot: QtBot
) -> None:
    _work(opened, qtbot)
    held = weakref.ref(workspace_of(opened))
    opened.workspace_opener.open_path(make_table(rows=12, name="other.csv"))
    qtbot.waitUntil(lambda: opened.session.workspace not in (None, held()))
    wait_tagged(opened, qtbot, 12)
    gc.collect()
    assert held() is None


def test_a_closed_workspace_is_released_while_a_job_runs(opened: Application, qtbot: QtBot) -> None:
    """Such as the prediction of the next table, which may take minutes."""
    _work(opened, qtbot)
    held, is_over = weakref.ref(workspace_of(opened)), threading.Event()
    with qtbot.waitSignal(opened.workspace_opener.let_go):
        opened.workspace_opener.close()
    opened.jobs.run(Job(lambda _: is_over.wait()))
    try:
        qtbot.waitUntil(lambda: held() is None)
    finally:
        is_over.set()


def test_what_is_kept_of_a_closed_table_is_released(opened: Application, qtbot: QtBot) -> None:
    """The columns that the window has read, and the worker process with the vectors of the texts."""
    cells = column_codes(SILENT, workspace_of(opened), 0)
    held = weakref.ref(cells.numbers)
    del cells
    opened.jobs.worker.start()
    opened.workspace_opener.close()
    qtbot.waitUntil(lambda: held() is None and opened.jobs.worker.process_id is None)


@pytest.fixture
def library() -> ctypes.CDLL:
    return _library()


def _library() -> ctypes.CDLL:
    """Return the C library with full addresses; by default ctypes truncates them to 32 bits."""
    found = ctypes.CDLL(None)
    found.malloc.restype = ctypes.c_void_p
    found.malloc.argtypes = [ctypes.c_size_t]
    found.free.argtypes = [ctypes.c_void_p]
    return found


@needs_glibc
def test_free_pages_between_used_ones_are_returned(library: ctypes.CDLL) -> None:
    limit_heap()
    blocks = [library.malloc(_BLOCK) for _ in range(_BLOCKS)]
    for block in blocks:
        ctypes.memset(block, 1, _BLOCK)
    full = _resident()
    for place, block in enumerate(blocks):
        if place % 8:
            library.free(block)
    assert release_memory(SILENT)
    assert full - _resident() > _BLOCK * _BLOCKS // 2
    for block in blocks[::8]:
        library.free(block)


@needs_glibc
def test_large_blocks_are_returned_immediately() -> None:
    """In a separate process: in one with many tests behind it, free parts of the heap are used first."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(_returned_by_large_blocks).result(60) > 30 << 20


def _returned_by_large_blocks() -> int:
    """Return the bytes that come back when nineteen of twenty blocks of 3 MiB are freed."""
    limit_heap()
    library = _library()
    library.free(library.malloc(16 << 20))  # by default glibc then keeps blocks of up to 16 MiB
    blocks = [library.malloc(3 << 20) for _ in range(20)]
    for block in blocks:
        ctypes.memset(block, 1, 3 << 20)
    full = _resident()
    for block in blocks[:-1]:
        library.free(block)
    return full - _resident()


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def _work(program: Application, qtbot: QtBot) -> None:
    """Sort, search, decide and undo."""
    program.page.table.sort_requested.emit(1, False)
    qtbot.waitUntil(lambda: program.record_order.sort is not None and not program.jobs.running)
    program.filter_bar.setText("images")
    QTest.keyClick(program.filter_bar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(program.page.model.order) < 24 and not program.jobs.running)
    program.page.table.selectAll()
    program.decision_controller.decide("mlops")
    settle(program, qtbot)
    program.decision_controller.undo()
    settle(program, qtbot)
    qtbot.waitUntil(lambda: not program.jobs.running)
