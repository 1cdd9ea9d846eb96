import os
import signal
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import MltagError, OutOfMemoryError
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime import jobs as jobs_module
from mltag_desktop.gui.runtime.jobs import Job, JobRunner, SaveJob, ShortWorkerJob, WorkerJob
from mltag_desktop.gui.runtime.worker_process import WorkerEndedError
from tests.gui.application.paint_counter import OnePaint
from tests.gui.runtime.worker_functions import hang_once, identity, reporting, touch_and_hang


class Table:
    """An argument of a job."""


def heard(job: Job) -> list[object]:
    """Return the list that records all signals of the job, in order."""
    told: list[object] = []
    job.succeeded.connect(lambda result: told.append(("succeeded", result)))
    job.failed.connect(lambda error: told.append(("failed", type(error))))
    job.ended.connect(lambda: told.append("ended"))
    return told


def add(progress: Progress, one: int, other: int = 0) -> int:
    progress.report(0.5, "adding")
    return one + other


def test_job_emits_result_then_end(jobs: JobRunner, qtbot: QtBot) -> None:
    job = Job(add, 1, other=2)
    told = heard(job)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert told == [("succeeded", 3), "ended"]


def test_signals_are_emitted_on_gui_thread(jobs: JobRunner, qtbot: QtBot) -> None:
    threads: list[str] = []
    job = Job(add, 1)
    job.succeeded.connect(lambda _: threads.append(threading.current_thread().name))
    job.progressed.connect(lambda *_: threads.append(threading.current_thread().name))
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert set(threads) == {threading.main_thread().name}


class Panic(BaseException):
    """An exception of a native library that is not derived from Exception."""


def test_panic_is_reported_and_next_job_runs(jobs: JobRunner, qtbot: QtBot) -> None:
    def panic(progress: Progress) -> None:
        raise Panic("out of bounds")

    job = Job(panic)
    told = heard(job)
    with qtbot.waitSignals([job.ended, jobs.crashed, jobs.idle]):
        jobs.run(job)
    assert told == [("failed", Panic), "ended"]
    with qtbot.waitSignal(jobs.idle):
        jobs.run(Job(add, 1))


def test_mltag_error_is_not_a_crash(jobs: JobRunner, qtbot: QtBot) -> None:
    def refuse(progress: Progress) -> None:
        raise MltagError("It is empty.", "Choose another file.")

    job, crashes = Job(refuse), []
    told = heard(job)
    jobs.crashed.connect(crashes.append)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert told == [("failed", MltagError), "ended"]
    assert crashes == []


def test_lack_of_memory_is_not_a_crash(jobs: JobRunner, qtbot: QtBot) -> None:
    def exhaust(progress: Progress) -> None:
        raise MemoryError

    job, crashes = Job(exhaust), []
    told = heard(job)
    jobs.crashed.connect(crashes.append)
    with qtbot.waitSignal(job.failed) as failed:
        jobs.run(job)
    qtbot.waitUntil(lambda: told == [("failed", OutOfMemoryError), "ended"])
    assert "not enough memory" in failed.args[0].message
    assert failed.args[0].hint
    assert crashes == []


def test_unexpected_exception_goes_to_crash_boundary(jobs: JobRunner, qtbot: QtBot) -> None:
    def break_down(progress: Progress) -> None:
        raise ZeroDivisionError

    job = Job(break_down)
    told = heard(job)
    with qtbot.waitSignal(jobs.crashed) as crash:
        jobs.run(job)
    assert told == [("failed", ZeroDivisionError), "ended"]
    assert isinstance(crash.args[0], ZeroDivisionError)


def test_cancelled_job_emits_only_ended(jobs: JobRunner, qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()

    def stubborn(progress: Progress) -> int:
        started.set()
        go_on.wait(10)
        return 1

    job = Job(stubborn)
    told = heard(job)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
        assert started.wait(10)
        job.cancel()
        go_on.set()
    assert told == ["ended"]


def test_cancelled_function_stops_at_next_report(jobs: JobRunner, qtbot: QtBot) -> None:
    started = threading.Event()

    def endless(progress: Progress) -> None:
        while True:
            started.set()
            progress.report(0.1)

    job = Job(endless)
    told = heard(job)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
        assert started.wait(10)
        job.cancel()
    assert told == ["ended"]


def test_pending_result_of_cancelled_job_is_dropped(jobs: JobRunner, qtbot: QtBot) -> None:
    done = threading.Event()

    def quick(progress: Progress) -> int:
        done.set()
        return 1

    job = Job(quick)
    told = heard(job)
    jobs.run(job)
    assert done.wait(10)
    job.cancel()  # the result may be in the event queue by now
    qtbot.waitUntil(lambda: job.is_over)
    assert told == ["ended"]


def test_progress_is_throttled(jobs: JobRunner, qtbot: QtBot) -> None:
    def busy(progress: Progress) -> None:
        for number in range(20_000):
            progress.report(number / 20_000)

    job = Job(busy)
    shares: list[float] = []
    job.progressed.connect(lambda share, _: shares.append(share))
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert shares[0] == 0.0
    assert len(shares) < 1000


def test_shut_down_waits_for_function_and_emits_ended(qapp) -> None:
    jobs, started, stopped = JobRunner(), threading.Event(), threading.Event()

    def slow(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.report(0.0)
        finally:
            stopped.set()

    job = Job(slow)
    told = heard(job)
    jobs.run(job)
    assert started.wait(10)
    jobs.shut_down()
    assert stopped.is_set()
    assert told == ["ended"]
    assert not [thread for thread in threading.enumerate() if thread.name == "mltag job"]


def test_jobs_wait_for_a_free_thread_if_the_system_refuses_another(
    qapp, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs, started, start = JobRunner(), [], threading.Thread.start

    def start_one(thread: threading.Thread) -> None:
        if started:
            raise RuntimeError("can't start new thread")
        started.append(thread)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", start_one)
    made = [Job(add, number) for number in range(3)]
    told = [heard(job) for job in made]
    for job in made:
        jobs.run(job)
    qtbot.waitUntil(lambda: all("ended" in each for each in told))
    assert told == [[("succeeded", number), "ended"] for number in range(3)]
    jobs.shut_down()
    assert not started[0].is_alive()


def test_job_after_shut_down_only_ends(qapp) -> None:
    jobs = JobRunner()
    jobs.shut_down()
    job = Job(add, 1)
    told = heard(job)
    jobs.run(job)
    assert told == ["ended"]


def test_objects_of_a_function_are_not_destroyed_in_worker(jobs: JobRunner, qtbot: QtBot) -> None:
    """They may be widgets, which only the GUI thread may destroy."""
    died_in: list[str] = []
    told = threading.Event()

    class Known:
        def __del__(self) -> None:
            died_in.append(threading.current_thread().name)

    def run() -> None:
        job = Job(lambda progress, known: None, Known())
        jobs.run(job)

    # runs in the worker
    jobs.task_finished.connect(lambda *_: told.wait(5), Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(jobs.idle):
        run()
    qtbot.waitUntil(lambda: bool(died_in))
    told.set()
    assert died_in == [threading.main_thread().name]


def test_worker_job_runs_in_another_process(jobs: JobRunner, qtbot: QtBot) -> None:
    job = WorkerJob(identity)
    told = heard(job)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert told == [("succeeded", (jobs.worker.process_id, False)), "ended"]


def test_worker_job_reports_progress(jobs: JobRunner, qtbot: QtBot) -> None:
    steps: list[str] = []
    job = WorkerJob(reporting, 6)
    job.progressed.connect(lambda _, step: steps.append(step))
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert "counting" in steps


def test_cancelled_worker_job_emits_only_ended(jobs: JobRunner, qtbot: QtBot, tmp_path: Path) -> None:
    began = tmp_path / "began"
    job = WorkerJob(touch_and_hang, began)
    told = heard(job)
    jobs.run(job)
    qtbot.waitUntil(began.exists)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert told == ["ended"]


def test_killed_worker_fails_its_job(jobs: JobRunner, qtbot: QtBot, tmp_path: Path) -> None:
    began = tmp_path / "began"
    job, crashes = WorkerJob(touch_and_hang, began), []
    told = heard(job)
    jobs.crashed.connect(crashes.append)
    jobs.run(job)
    qtbot.waitUntil(began.exists)
    process_id = jobs.worker.process_id
    assert process_id is not None
    with qtbot.waitSignal(job.ended):
        os.kill(process_id, signal.SIGKILL)
    assert told == [("failed", WorkerEndedError), "ended"]
    assert crashes == []


def test_short_worker_job_survives_the_death_of_the_process(
    jobs: JobRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    began = tmp_path / "began"
    job = ShortWorkerJob(hang_once, began)
    told = heard(job)
    jobs.run(job)
    qtbot.waitUntil(began.exists)
    process_id = jobs.worker.process_id
    assert process_id is not None
    with qtbot.waitSignal(job.ended):
        os.kill(process_id, signal.SIGKILL)
    assert told == [("succeeded", "done"), "ended"]


def test_shut_down_ends_the_worker(qapp, qtbot: QtBot, tmp_path: Path) -> None:
    jobs, began = JobRunner(), tmp_path / "began"
    job = WorkerJob(touch_and_hang, began)
    told = heard(job)
    jobs.run(job)
    qtbot.waitUntil(began.exists)
    jobs.shut_down()
    assert told == ["ended"]
    assert jobs.worker.process_id is None


def test_idle_is_emitted_after_the_last_job(jobs: JobRunner, qtbot: QtBot) -> None:
    both = [Job(add, 1), Job(add, 2)]
    with qtbot.waitSignal(jobs.idle):
        for job in both:
            jobs.run(job)
    assert jobs.running == 0
    assert all(job.is_over for job in both)


def test_jobs_start_after_the_paint(jobs: JobRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    widget = OnePaint(told)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    told.clear()
    job = Job(lambda progress: told.append("began"))
    with qtbot.waitSignal(job.ended):
        jobs.yield_to_paint()
        jobs.run(job)
        widget.update()
    assert told == ["painted", "began"]


def test_shut_down_ends_jobs_that_wait_for_a_paint(jobs: JobRunner) -> None:
    job = Job(add, 1)
    told = heard(job)
    jobs.yield_to_paint()
    jobs.run(job)
    jobs.shut_down()
    assert told == ["ended"]


def test_ended_job_releases_its_arguments(jobs: JobRunner, qtbot: QtBot) -> None:
    table = Table()
    gone = weakref.ref(table)
    job = Job(lambda progress, table: progress.report(1.0), table)
    del table
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    qtbot.waitUntil(lambda: gone() is None)


def test_save_jobs_run_in_order(jobs: JobRunner, qtbot: QtBot) -> None:
    """The first save job waits for a job that was started after the second one."""
    others_began = threading.Event()
    kept: list[int] = []

    def keep(progress: Progress, number: int) -> None:
        if number == 0:
            others_began.wait(10)
        kept.append(number)

    writes = [SaveJob(keep, number) for number in range(3)]
    for job in writes:
        jobs.run(job)
    jobs.run(Job(lambda progress: others_began.set()))
    qtbot.waitUntil(lambda: all(job.is_over for job in writes))
    assert kept == [0, 1, 2]


def test_shut_down_runs_pending_save_jobs(qapp) -> None:
    jobs = JobRunner()
    kept: list[int] = []
    for number in range(3):
        jobs.run(SaveJob(lambda progress, number: kept.append(number), number))
    jobs.shut_down()
    assert kept == [0, 1, 2]


def wait_for(progress: Progress, event: threading.Event) -> None:
    """Wait until the event, as a job."""
    event.wait(5)


def test_analyses_run_one_at_a_time(jobs: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    first, second = Job(wait_for, go_on), Job(add, 1)
    jobs.run_analysis(first)
    jobs.run_analysis(second)
    assert jobs.running == 1
    with qtbot.waitSignal(second.succeeded):
        go_on.set()
    assert jobs.running == 0


def test_a_short_analysis_comes_before_those_that_wait(jobs: JobRunner, qtbot: QtBot) -> None:
    go_on, results = threading.Event(), list[object]()
    running, long, short = Job(wait_for, go_on), Job(add, 1), Job(add, 2)
    for job in (long, short):
        job.succeeded.connect(results.append)
    jobs.run_analysis(running)
    jobs.run_analysis(long)
    jobs.run_analysis(short, is_short=True)
    with qtbot.waitSignal(long.ended):
        go_on.set()
    assert results == [2, 1]


def test_an_analysis_waits_for_a_job_that_comes_first(jobs: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    first, analysis, other = Job(wait_for, go_on), Job(add, 1), Job(add, 2)
    jobs.run(first, before_analyses=True)
    jobs.run_analysis(analysis)
    with qtbot.waitSignal(other.ended):
        jobs.run(other)
    assert jobs.running == 1
    with qtbot.waitSignal(analysis.succeeded):
        go_on.set()
    assert first.is_over


def test_an_analysis_does_not_wait_for_ever(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs_module, "HELD_AT_MOST", 1)
    jobs, analysis, go_on = JobRunner(), Job(add, 1), threading.Event()
    first = Job(wait_for, go_on)
    jobs.run(first, before_analyses=True)
    with qtbot.waitSignal(analysis.succeeded):
        jobs.run_analysis(analysis)
    assert not first.is_over
    go_on.set()
    jobs.shut_down()


def test_an_analysis_cancelled_while_it_waits_emits_no_result(jobs: JobRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()
    job = Job(add, 1)
    told = heard(job)
    jobs.run(Job(wait_for, go_on), before_analyses=True)
    jobs.run_analysis(job)
    jobs.cancel_all()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert told == ["ended"]


def test_waiting_analyses_end_with_the_job_runner(qtbot: QtBot) -> None:
    jobs, job, go_on = JobRunner(), Job(add, 1), threading.Event()
    told = heard(job)
    jobs.run(Job(wait_for, go_on), before_analyses=True)
    jobs.run_analysis(job)
    go_on.set()
    jobs.shut_down()
    assert told == ["ended"]
