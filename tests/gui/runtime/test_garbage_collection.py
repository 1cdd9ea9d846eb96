"""Garbage is collected on the GUI thread alone, whichever thread makes it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.jobs import Job, JobRunner


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    gc.enable()  # as Python has it
    made = JobRunner()
    yield made
    made.shut_down()
    assert gc.isenabled(), "it is Python's own again when no worker is left"


class Circle(QObject):
    """Nobody but itself knows it, and it tells where it goes."""

    def __init__(self, told: list[str]) -> None:
        super().__init__()
        self.myself = self
        self._told = told

    def __del__(self) -> None:
        self._told.append(threading.current_thread().name)


def make_objects(progress: Progress, told: list[str]) -> None:
    """Make objects until somebody collects, or there are many more than it takes."""
    kept = []
    for number in range(500_000):
        kept.append([number])
        progress.report(0.5)
        if told:
            return


def test_what_a_worker_makes_destroys_no_object_of_qt_there(jobs: JobRunner, qtbot: QtBot) -> None:
    told: list[str] = []
    gc.collect()
    Circle(told)
    job = Job(make_objects, told)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        jobs.run(job)
    assert told == [threading.main_thread().name]


def test_where_python_collects_nothing_nothing_is_taken_over(jobs: JobRunner, qtbot: QtBot) -> None:
    gc.disable()  # as while the program starts
    told: list[str] = []
    Circle(told)
    job = Job(make_objects, told)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        jobs.run(job)
    assert not told
    jobs.garbage.begin()
    kept = [[number] for number in range(100_000)]
    jobs.garbage.look()
    del kept
    assert told == [threading.main_thread().name]
