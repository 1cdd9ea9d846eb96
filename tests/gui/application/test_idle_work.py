"""What else there is to find out of a table waits for its first tags, never for long."""

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.application.idle_work import IdleWork
from mltag_desktop.gui.runtime.jobs import Job, JobRunner


class Opening(QObject):
    """The signals that the order of work hears of."""

    started = Signal(str)
    failed = Signal(object)
    left = Signal()
    ended = Signal()


def nothing(progress: Progress) -> None:
    """A job without an outcome."""


def test_a_job_that_can_wait_runs_at_once_when_nothing_opens(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    with qtbot.waitSignal(job.ended):
        jobs.run_deferred_job(job)
    jobs.shut_down()


def test_it_waits_until_the_tags_are_drawn(qtbot: QtBot) -> None:
    jobs, job, workspace_opener = JobRunner(), Job(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    jobs.run_deferred_job(job)
    assert jobs.running == 0
    with qtbot.waitSignal(job.ended):
        workspace_opener.ended.emit()
    jobs.shut_down()
    del order


def test_it_waits_no_longer_than_a_moment(qtbot: QtBot) -> None:
    jobs, job, workspace_opener = JobRunner(), Job(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    with qtbot.waitSignal(job.ended):
        jobs.run_deferred_job(job)
    jobs.shut_down()
    del order


def test_a_table_that_cannot_be_opened_holds_nothing_back(qtbot: QtBot) -> None:
    jobs, job, workspace_opener = JobRunner(), Job(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    jobs.run_deferred_job(job)
    with qtbot.waitSignal(job.ended):
        workspace_opener.failed.emit(ValueError())
    jobs.shut_down()
    del order


def test_a_job_that_was_held_back_ends_with_the_runner(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    jobs.defer()
    jobs.run_deferred_job(job)
    with qtbot.waitSignal(job.ended):
        jobs.shut_down()
    assert job.cancelled


def test_a_job_that_was_cancelled_while_it_waited_has_no_outcome(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    jobs.defer()
    jobs.run_deferred_job(job)
    jobs.cancel_all()
    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.ended):
        jobs.run_deferred()
    jobs.shut_down()
