import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.current_job import CurrentJob
from mltag_desktop.gui.runtime.jobs import Job, JobRunner


@pytest.fixture
def owner(qapp):
    return QObject()


def waiting(gate: threading.Event) -> Job:
    """Return a job that lasts until the gate opens."""

    def wait(progress: Progress) -> bool:
        return gate.wait(10)

    return Job(wait)


def heard(current: CurrentJob) -> list[str]:
    """Return the list that records all signals, in order."""
    told: list[str] = []
    current.ended.connect(lambda: told.append("ended"))
    current.repeat_due.connect(lambda: told.append("repeat"))
    return told


def test_a_job_runs_until_its_end(jobs: JobRunner, owner: QObject, qtbot: QtBot) -> None:
    gate, current = threading.Event(), CurrentJob(owner)
    told = heard(current)
    assert not current.is_running
    jobs.run(current.replace(waiting(gate)))
    assert current.is_running
    with qtbot.waitSignal(current.ended):
        gate.set()
    assert not current.is_running
    assert told == ["ended"]


@pytest.mark.parametrize("is_replaced", [True, False])
def test_the_end_of_an_earlier_job_does_not_count(
    jobs: JobRunner, owner: QObject, qtbot: QtBot, is_replaced: bool
) -> None:
    gate, later, current = threading.Event(), threading.Event(), CurrentJob(owner)
    told, earlier = heard(current), waiting(gate)
    jobs.run(current.replace(earlier))
    if is_replaced:
        jobs.run(current.replace(waiting(later)))
    else:
        current.cancel()
    with qtbot.waitSignal(earlier.ended):
        gate.set()
    assert earlier.cancelled
    assert (told, current.is_running) == ([], is_replaced)
    later.set()
    if is_replaced:
        qtbot.waitUntil(lambda: told == ["ended"])


def test_a_job_is_repeated_once(jobs: JobRunner, owner: QObject, qtbot: QtBot) -> None:
    gate, current = threading.Event(), CurrentJob(owner)
    told = heard(current)
    assert not current.repeat()
    jobs.run(current.replace(waiting(gate)))
    assert current.repeat()
    assert current.repeat()
    with qtbot.waitSignal(current.repeat_due):
        gate.set()
    with qtbot.waitSignal(current.ended):
        jobs.run(current.replace(waiting(gate)))
    assert told == ["repeat", "ended"]


def test_a_new_job_takes_back_a_repetition(jobs: JobRunner, owner: QObject, qtbot: QtBot) -> None:
    gate, current = threading.Event(), CurrentJob(owner)
    told = heard(current)
    jobs.run(current.replace(waiting(gate)))
    current.repeat()
    jobs.run(current.replace(waiting(gate)))
    with qtbot.waitSignal(current.ended):
        gate.set()
    assert told == ["ended"]
