"""Background jobs take turns, and no job waits forever."""

import threading
import time

from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.job_scheduler import JobScheduler
from mltag_desktop.gui.runtime.jobs import BackgroundJob, InteractiveJob, Job, JobRunner


def test_one_background_job_computes_at_a_time(qtbot: QtBot) -> None:
    jobs, inside, most = JobRunner(), [0], [0]
    guard = threading.Lock()

    def compute(progress: Progress) -> int:
        for _ in range(20):
            with guard:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            time.sleep(0.001)
            with guard:
                inside[0] -= 1
            progress.report(0.5)
        return 1

    done: list[object] = []
    for _ in range(4):
        job = BackgroundJob(compute)
        job.succeeded.connect(done.append)
        jobs.run(job)
    qtbot.waitUntil(lambda: len(done) == 4, timeout=20_000)
    assert most[0] == 1
    jobs.shut_down()


def test_plain_job_waits_for_no_turn(qtbot: QtBot) -> None:
    jobs, go_on = JobRunner(), threading.Event()
    long, short = BackgroundJob(lambda progress: go_on.wait(20)), Job(lambda progress: go_on.set())
    done: list[object] = []
    long.succeeded.connect(done.append)
    jobs.run(long)
    jobs.run(short)
    qtbot.waitUntil(lambda: done == [True], timeout=20_000)
    jobs.shut_down()


def test_job_holding_a_lock_gets_its_turn(qtbot: QtBot) -> None:
    jobs, held, done = JobRunner(), threading.Lock(), []

    def holding(progress: Progress) -> None:
        with held:
            for _ in range(3):
                progress.report(0.1)

    def waiting(progress: Progress) -> None:
        with held:
            pass

    for function in (holding, waiting, holding):
        job = BackgroundJob(function)
        job.ended.connect(lambda: done.append(None))
        jobs.run(job)
    qtbot.waitUntil(lambda: len(done) == 3, timeout=20_000)
    jobs.shut_down()


def test_waiting_job_can_be_cancelled(qtbot: QtBot) -> None:
    jobs, go_on = JobRunner(), threading.Event()
    reached: list[str] = []

    def second(progress: Progress) -> None:
        progress.report(0.0)
        reached.append("computed")

    first, other = BackgroundJob(lambda progress: go_on.wait(20)), BackgroundJob(second)
    jobs.run(first)
    jobs.run(other)
    other.cancel()
    qtbot.waitUntil(lambda: other.is_over, timeout=20_000)
    assert not reached
    go_on.set()
    jobs.shut_down()


def test_unregister_wakes_the_next_member() -> None:
    turns = JobScheduler()
    turns.register("a")
    thread = threading.Thread(target=turns.register, args=("b",))
    thread.start()
    turns.unregister("a")
    thread.join(5)
    assert not thread.is_alive()
    turns.yield_turn("b")
    turns.unregister("b")


def test_paused_members_wait_at_their_report() -> None:
    turns, gone_on = JobScheduler(), threading.Event()
    turns.pause_for(0.2)
    held_until = time.monotonic() + 0.2

    def report() -> None:
        turns.register("a")
        turns.yield_turn("a")
        assert time.monotonic() >= held_until - 0.01
        gone_on.set()

    threading.Thread(target=report).start()
    assert gone_on.wait(5)


def test_background_jobs_pause_for_interactive_job(qtbot: QtBot) -> None:
    jobs, go_on, reports = JobRunner(), threading.Event(), []

    def compute(progress: Progress) -> None:
        for _ in range(3):
            progress.report(0.5)
            reports.append(time.monotonic())

    awaited = InteractiveJob(lambda progress: go_on.wait(20))
    ended: list[object] = []
    awaited.ended.connect(lambda: ended.append("awaited"))
    long = BackgroundJob(compute)
    long.ended.connect(lambda: ended.append("long"))
    jobs.run(awaited)
    qtbot.waitUntil(lambda: jobs.turns.has_priority)
    jobs.run(long)
    # the interactive job may depend on the background job
    qtbot.waitUntil(lambda: ended == ["long"], timeout=20_000)
    go_on.set()
    qtbot.waitUntil(lambda: ended == ["long", "awaited"])
    assert not jobs.turns.has_priority
    jobs.shut_down()


def test_pause_ends_with_the_priority(qtbot: QtBot) -> None:
    turns, member, passed = JobScheduler(), object(), threading.Event()
    turns.register(member)
    turns.prioritise()
    turns.prioritise()
    turns.end_priority()

    def pass_on() -> None:
        while not passed.is_set():
            turns.yield_turn(member)
            if not turns.has_priority:
                passed.set()

    thread = threading.Thread(target=pass_on)
    thread.start()
    turns.end_priority()
    assert passed.wait(10)
    thread.join()


def test_job_keeps_its_turn_for_given_reports(qtbot: QtBot) -> None:
    jobs, order = JobRunner(), list[str]()
    both = threading.Barrier(2, timeout=20)

    def compute(progress: Progress, name: str) -> None:
        progress.report(0.0)
        for _ in range(6):
            order.append(name)
            progress.report(0.5)

    def first(progress: Progress) -> None:
        both.wait()  # the other job has registered by now, or will immediately
        compute(progress, "a")

    slow = BackgroundJob(first)
    slow.keep_turns(3)
    quick = BackgroundJob(compute, "b")
    ended: list[object] = []
    for job in (slow, quick):
        job.ended.connect(lambda: ended.append(1))
        jobs.run(job)
    both.wait()
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=20_000)
    assert sorted(order) == ["a"] * 6 + ["b"] * 6
    together = "".join(order)
    assert "aa" in together  # three reports per turn
    jobs.shut_down()
