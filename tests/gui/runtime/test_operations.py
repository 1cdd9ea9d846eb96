"""Operations in threads, in the worker process, in the writer and in lanes."""

import gc
import os
import threading
import weakref
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import MltagError, OutOfMemoryError
from mltag_desktop.core.processes.pool import WorkerEndedError
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui import operations
from mltag_desktop.gui.operations import Lane, Operation, Operations, Priority, without_progress
from mltag_desktop.gui.state.session import AppContext
from tests.core.processes.worker_functions import hang_once, identity, reporting, touch_and_hang
from tests.gui.application.paint_counter import OnePaint
from tests.processes import kill


class Panic(BaseException):
    """An exception of a native library that is not derived from Exception."""


class Table:
    """An argument of an operation."""


def heard(operation: Operation) -> list[Any]:
    """Return the list that records all signals of the operation, in order."""
    told: list[Any] = []
    operation.success(lambda result: told.append(("succeeded", result)))
    operation.failure(lambda error: told.append(("failed", type(error))))
    operation.ended(lambda: told.append("ended"))
    return told


def add(progress: Progress, one: int, other: int = 0) -> int:
    progress.report(0.5, "adding")
    return one + other


def wait_for(progress: Progress, event: threading.Event) -> None:
    event.wait(10)


def endless(progress: Progress, started: threading.Event) -> None:
    while True:
        started.set()
        progress.report(0.1)


def raising(progress: Progress, error: BaseException) -> None:
    raise error


def killed(jobs: Operations) -> None:
    assert jobs.worker.process_id is not None
    kill(jobs.worker.process_id)


def test_an_operation_emits_its_result_and_its_end_on_the_gui_thread(jobs: Operations, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    operation = Operation(add, 1, other=2).success(lambda _: threads.append(threading.current_thread()))
    told = heard(operation)
    with qtbot.waitSignal(operation.finished):
        operation.run(jobs)
    assert told == [("succeeded", 3), "ended"]
    assert threads == [threading.main_thread()]


@pytest.mark.parametrize(
    ("raised", "expected", "crashes"),
    [
        (MltagError("It is empty.", "Choose another file."), MltagError, False),
        (MemoryError(), OutOfMemoryError, False),
        (ZeroDivisionError(), ZeroDivisionError, True),
        (Panic("out of bounds"), Panic, True),
    ],
)
def test_an_unexpected_error_goes_to_the_crash_boundary_too(
    jobs: Operations, qtbot: QtBot, raised: BaseException, expected: type, crashes: bool
) -> None:
    reported: list[object] = []
    jobs.crashed.connect(reported.append)
    operation = Operation(raising, raised)
    told = heard(operation)
    with qtbot.waitSignal(jobs.idle):
        operation.run(jobs)
    assert told == [("failed", expected), "ended"]
    assert reported == ([raised] if crashes else [])
    with qtbot.waitSignal(jobs.idle):
        Operation(add, 1).run(jobs)


def test_an_error_that_nobody_receives_is_shown_in_the_window(app_context: AppContext, qtbot: QtBot) -> None:
    error = MltagError("It is empty.", "Choose another file.")
    received: list[Exception] = []
    for runner in (app_context.jobs, app_context.jobs.writer):
        with qtbot.waitSignal(runner.idle):
            Operation(raising, error).failure(received.append).run(runner)
        assert not app_context.notifications.pending
        with qtbot.waitSignal(runner.idle):
            Operation(raising, error).run(runner)
        assert app_context.notifications.current.text == "It is empty."
        app_context.notifications.clear()
    assert received == [error, error]


def test_a_cancelled_function_stops_at_its_next_report(jobs: Operations, qtbot: QtBot) -> None:
    started = threading.Event()
    operation = Operation(endless, started)
    told = heard(operation)
    with qtbot.waitSignal(operation.finished):
        operation.run(jobs)
        assert started.wait(10)
        operation.cancel()
    assert told == ["ended"]


def test_a_result_that_arrives_after_a_cancel_is_dropped(jobs: Operations, qtbot: QtBot) -> None:
    done = threading.Event()
    operation = Operation(without_progress(done.set))
    told = heard(operation)
    operation.run(jobs)
    assert done.wait(10)
    operation.cancel()  # the result may be in the event queue by now
    qtbot.waitUntil(lambda: operation.is_over)
    assert told == ["ended"]


def test_progress_is_throttled(jobs: Operations, qtbot: QtBot) -> None:
    def busy(progress: Progress) -> None:
        for number in range(20_000):
            progress.report(number / 20_000)

    shares: list[float] = []
    operation = Operation(busy).progress(lambda share, _: shares.append(share))
    with qtbot.waitSignal(operation.finished):
        operation.run(jobs)
    assert shares[0] == 0.0
    assert len(shares) < 1000


def test_the_end_waits_for_functions_and_runs_no_more(qapp: QApplication) -> None:
    jobs, started = Operations(), threading.Event()
    running, late, painted = Operation(endless, started), Operation(add, 1), Operation(add, 1)
    told = heard(running), heard(late), heard(painted)
    running.run(jobs)
    assert started.wait(10)
    jobs.yield_to_paint()
    painted.run(jobs)
    jobs.end()
    late.run(jobs)
    assert told == (["ended"], ["ended"], ["ended"])
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("mltag job")]


@pytest.mark.parametrize("allowed", [0, 1])
def test_operations_wait_for_a_free_thread_if_the_system_refuses_another(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    jobs, started, start = Operations(), [], threading.Thread.start

    def start_some(thread: threading.Thread) -> None:
        if len(started) == allowed:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_some)
    made = [Operation(add, number) for number in range(3)]
    told = [heard(operation) for operation in made]
    for operation in made:
        operation.run(jobs)
    qtbot.waitUntil(lambda: all("ended" in each for each in told))
    refused = ("failed", OutOfMemoryError)
    assert told == [[("succeeded", number) if allowed else refused, "ended"] for number in range(3)]
    jobs.end()


def test_objects_of_a_function_are_not_destroyed_in_a_thread(jobs: Operations, qtbot: QtBot) -> None:
    """They may be widgets, which only the GUI thread may destroy."""
    died_in: list[threading.Thread] = []
    told = threading.Event()

    class Known:
        def __del__(self) -> None:
            died_in.append(threading.current_thread())

    # runs in the thread
    jobs.task_finished.connect(lambda *_: told.wait(5), Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(jobs.idle):
        Operation(lambda progress, known: None, Known()).run(jobs)
    qtbot.waitUntil(lambda: bool(died_in))
    told.set()
    assert died_in == [threading.main_thread()]


def test_an_operation_that_ended_releases_its_arguments(jobs: Operations, qtbot: QtBot) -> None:
    table = Table()
    gone = weakref.ref(table)
    operation = Operation(lambda progress, table: progress.report(1.0), table)
    del table
    with qtbot.waitSignal(operation.finished):
        operation.run(jobs)
    qtbot.waitUntil(lambda: gone() is None)


def test_garbage_of_a_thread_is_destroyed_on_the_gui_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer that a thread destroys would crash the window."""
    monkeypatch.setattr(operations, "_COLLECT_EVERY", 1)
    gc.enable()
    jobs, died_in = Operations(), list[threading.Thread]()

    class Cycle:
        def __init__(self) -> None:
            self.me, self.timer = self, QTimer()

        def __del__(self) -> None:
            died_in.append(threading.current_thread())

    Cycle()

    def make_garbage(progress: Progress) -> None:
        for _ in range(20_000):
            cycle: list[object] = []
            cycle.append(cycle)

    Operation(make_garbage).run(jobs)
    qtbot.waitUntil(lambda: bool(died_in))
    assert set(died_in) == {threading.main_thread()}
    jobs.end()
    assert gc.isenabled()


def test_operations_start_after_the_paint(jobs: Operations, qtbot: QtBot) -> None:
    told: list[str] = []
    widget = OnePaint(told)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    told.clear()
    with qtbot.waitSignal(jobs.writer.idle):
        jobs.writer.write(lambda: told.append("written"))
        widget.update()
    assert told == ["painted", "written"]


def test_calls_of_the_writer_run_in_order_and_to_the_end(qapp: QApplication) -> None:
    jobs, done, gate = Operations(), list[int](), threading.Event()
    jobs.writer.write(lambda: gate.wait(10))
    for number in range(20):
        if number % 2:
            jobs.writer.write(partial(done.append, number))
        else:
            Operation(without_progress(done.append), number).run(jobs.writer)
    gate.set()
    jobs.end()
    assert done == list(range(20))


def test_the_writer_goes_on_after_an_error(jobs: Operations, qtbot: QtBot) -> None:
    told: list[object] = []
    refused = MltagError("The disk is full.", "Free some space.")
    for signal_ in (jobs.writer.failed, jobs.writer.done):
        signal_.connect(told.append)
    with qtbot.waitSignal(jobs.writer.idle):
        jobs.writer.write(partial(raising, None, refused))
        jobs.writer.write(lambda: "written")
    assert told == [refused, "written"]


def test_worker_operations_run_in_another_process(jobs: Operations, qtbot: QtBot) -> None:
    operation = Operation(identity).in_worker()
    told = heard(operation)
    steps: list[str] = []
    with qtbot.waitSignal(jobs.idle):
        operation.run(jobs)
        Operation(reporting, 6).in_worker().progress(lambda _, step: steps.append(step)).run(jobs)
    [(_, (process_id, _)), _] = told
    assert process_id != os.getpid()
    assert "counting" in steps


def test_a_cancelled_worker_operation_only_ends(jobs: Operations, qtbot: QtBot, tmp_path: Path) -> None:
    operation = Operation(touch_and_hang, tmp_path / "began").in_worker()
    told = heard(operation)
    operation.run(jobs)
    qtbot.waitUntil((tmp_path / "began").exists)
    with qtbot.waitSignal(operation.finished):
        operation.cancel()
    assert told == ["ended"]


def test_a_killed_worker_is_a_message(jobs: Operations, qtbot: QtBot, tmp_path: Path) -> None:
    crashes: list[object] = []
    jobs.crashed.connect(crashes.append)
    operation = Operation(touch_and_hang, tmp_path / "began").in_worker()
    told = heard(operation)
    operation.run(jobs)
    qtbot.waitUntil((tmp_path / "began").exists)
    with qtbot.waitSignal(operation.finished):
        killed(jobs)
    assert told == [("failed", WorkerEndedError), "ended"]
    assert crashes == []


def test_a_short_worker_operation_survives_the_death_of_the_process(
    jobs: Operations, qtbot: QtBot, tmp_path: Path
) -> None:
    operation = Operation(hang_once, tmp_path / "began").in_worker(short=True)
    told = heard(operation)
    operation.run(jobs)
    qtbot.waitUntil((tmp_path / "began").exists)
    with qtbot.waitSignal(operation.finished):
        killed(jobs)
    assert told == [("succeeded", "done"), "ended"]


def test_analyses_run_one_at_a_time_and_short_ones_first(jobs: Operations, qtbot: QtBot) -> None:
    go_on, results = threading.Event(), list[object]()
    long = Operation(add, 1).success(results.append)
    Operation(wait_for, go_on).run(jobs, Priority.ANALYSIS)
    long.run(jobs, Priority.ANALYSIS)
    Operation(add, 2).success(results.append).run(jobs, Priority.SHORT_ANALYSIS)
    assert jobs.running == 1
    with qtbot.waitSignal(long.finished):
        go_on.set()
    assert results == [2, 1]


def test_an_analysis_waits_for_an_operation_that_comes_first(jobs: Operations, qtbot: QtBot) -> None:
    go_on = threading.Event()
    first = Operation(wait_for, go_on).run(jobs, Priority.FIRST)
    analysis = Operation(add, 1).run(jobs, Priority.ANALYSIS)
    other = Operation(add, 2)
    with qtbot.waitSignal(other.finished):
        other.run(jobs)
    assert jobs.running == 1
    with qtbot.waitSignal(analysis.succeeded):
        go_on.set()
    assert first.is_over


def test_an_analysis_does_not_wait_for_ever(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "HELD_AT_MOST", 1)
    jobs, analysis, go_on = Operations(), Operation(add, 1), threading.Event()
    first = Operation(wait_for, go_on).run(jobs, Priority.FIRST)
    with qtbot.waitSignal(analysis.succeeded):
        analysis.run(jobs, Priority.ANALYSIS)
    assert not first.is_over
    go_on.set()
    jobs.end()


def test_analyses_that_wait_end_without_a_result(qapp: QApplication) -> None:
    jobs, go_on, waiting = Operations(), threading.Event(), Operation(add, 1)
    told = heard(waiting)
    Operation(wait_for, go_on).run(jobs, Priority.FIRST)
    waiting.run(jobs, Priority.ANALYSIS)
    go_on.set()
    jobs.end()
    assert told == ["ended"]


def test_a_lane_drops_the_result_of_a_replaced_operation(jobs: Operations, qtbot: QtBot) -> None:
    owner, go_on, results = QObject(), threading.Event(), list[object]()
    lane = Lane(owner, jobs)
    Operation(wait_for, go_on).success(results.append).run(lane)
    assert lane.is_running
    Operation(add, 1).success(results.append).run(lane)
    with qtbot.waitSignal(lane.ended):
        go_on.set()
    qtbot.waitUntil(lambda: not jobs.running)
    assert results == [1]
    assert not lane.is_running
    assert not lane.repeat()


def test_a_lane_runs_again_if_asked_meanwhile(jobs: Operations, qtbot: QtBot) -> None:
    owner, go_on = QObject(), threading.Event()
    lane = Lane(owner, jobs)
    Operation(wait_for, go_on).run(lane)
    assert lane.repeat()
    with qtbot.assertNotEmitted(lane.ended), qtbot.waitSignal(lane.repeat_due):
        go_on.set()
    Operation(wait_for, go_on).run(lane)
    assert lane.repeat()
    with qtbot.assertNotEmitted(lane.repeat_due), qtbot.waitSignal(jobs.idle):
        lane.cancel()
