"""Deferred jobs wait for the first predictions of a table, for a limited time."""

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.application.idle_work import IdleWork
from mltag_desktop.gui.operations import Operation, Operations, Priority


class Opening(QObject):
    """The signals that `IdleWork` connects to."""

    started = Signal(str)
    failed = Signal(object)
    left = Signal()
    ended = Signal()


def nothing(progress: Progress) -> None:
    """Do nothing, as a job."""


def test_a_deferred_job_runs_at_once_when_no_table_is_opening(qtbot: QtBot) -> None:
    jobs, job = Operations(), Operation(nothing)
    with qtbot.waitSignal(job.finished):
        job.run(jobs, Priority.IDLE)
    jobs.end()


@pytest.mark.parametrize(("ending", "given"), [("ended", ()), ("failed", (ValueError(),))])
def test_deferred_jobs_wait_until_the_predictions_are_painted_or_the_opening_fails(
    qtbot: QtBot, ending: str, given: tuple[object, ...]
) -> None:
    jobs, job, workspace_opener = Operations(), Operation(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    job.run(jobs, Priority.IDLE)
    assert jobs.running == 0
    with qtbot.waitSignal(job.finished):
        getattr(workspace_opener, ending).emit(*given)
    jobs.end()
    del order


def test_deferred_jobs_wait_for_a_limited_time(qtbot: QtBot) -> None:
    jobs, job, workspace_opener = Operations(), Operation(nothing), Opening()
    order = IdleWork(jobs, workspace_opener, workspace_opener)  # type: ignore[arg-type]
    workspace_opener.started.emit("table.csv")
    with qtbot.waitSignal(job.finished):
        job.run(jobs, Priority.IDLE)
    jobs.end()
    del order


def test_a_deferred_job_ends_with_the_job_runner(qtbot: QtBot) -> None:
    jobs, job = Operations(), Operation(nothing)
    jobs.defer()
    job.run(jobs, Priority.IDLE)
    with qtbot.waitSignal(job.finished):
        jobs.end()
    assert job.cancelled


def test_a_job_cancelled_while_deferred_emits_no_result(qtbot: QtBot) -> None:
    jobs, job = Operations(), Operation(nothing)
    jobs.defer()
    job.run(jobs, Priority.IDLE)
    jobs.cancel_all()
    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.finished):
        jobs.run_deferred()
    jobs.end()
