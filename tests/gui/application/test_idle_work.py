"""Deferred jobs wait for the first predictions of a table, for a limited time."""

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.application.idle_work import IdleWork
from mltag_desktop.gui.runtime.jobs import Job, JobRunner


class Opening(QObject):
    """The signals that `IdleWork` connects to."""

    started = Signal(str)
    failed = Signal(object)
    left = Signal()
    ended = Signal()


def nothing(progress: Progress) -> None:
    """Do nothing, as a job."""


def test_a_deferred_job_runs_at_once_when_no_table_is_opening(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    with qtbot.waitSignal(job.ended):
        jobs.run_deferred_job(job)
    jobs.shut_down()


@pytest.mark.parametrize(("ending", "given"), [("ended", ()), ("failed", (ValueError(),))])
def test_deferred_jobs_wait_until_the_predictions_are_painted_or_the_opening_fails(
    qtbot: QtBot, ending: str, given: tuple[object, ...]
) -> None:
    jobs, job, workspace_opener = JobRunner(), Job(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    jobs.run_deferred_job(job)
    assert jobs.running == 0
    with qtbot.waitSignal(job.ended):
        getattr(workspace_opener, ending).emit(*given)
    jobs.shut_down()
    del order


def test_deferred_jobs_wait_for_a_limited_time(qtbot: QtBot) -> None:
    jobs, job, workspace_opener = JobRunner(), Job(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    with qtbot.waitSignal(job.ended):
        jobs.run_deferred_job(job)
    jobs.shut_down()
    del order


def test_a_deferred_job_ends_with_the_job_runner(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    jobs.defer()
    jobs.run_deferred_job(job)
    with qtbot.waitSignal(job.ended):
        jobs.shut_down()
    assert job.cancelled


def test_a_job_cancelled_while_deferred_emits_no_result(qtbot: QtBot) -> None:
    jobs, job = JobRunner(), Job(nothing)
    jobs.defer()
    jobs.run_deferred_job(job)
    jobs.cancel_all()
    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.ended):
        jobs.run_deferred()
    jobs.shut_down()
