"""Garbage is collected on the GUI thread only."""

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
    gc.enable()  # Python's default
    runner = JobRunner()
    yield runner
    runner.shut_down()
    assert gc.isenabled(), "it is Python's own again when no worker is left"


class ReferenceCycle(QObject):
    """A reference cycle that records the thread in which it is destroyed."""

    def __init__(self, threads: list[str]) -> None:
        super().__init__()
        self.myself = self
        self._threads = threads

    def __del__(self) -> None:
        self._threads.append(threading.current_thread().name)


def make_objects(progress: Progress, threads: list[str]) -> None:
    """Allocate objects until a collection destroys one, or far more than the threshold."""
    objects = []
    for number in range(500_000):
        objects.append([number])
        progress.report(0.5)
        if threads:
            return


def test_allocations_in_worker_destroy_no_qt_object(jobs: JobRunner, qtbot: QtBot) -> None:
    threads: list[str] = []
    gc.collect()
    ReferenceCycle(threads)
    job = Job(make_objects, threads)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert threads == [threading.main_thread().name]


def test_disabled_collection_stays_disabled(jobs: JobRunner, qtbot: QtBot) -> None:
    gc.disable()  # as during start-up
    threads: list[str] = []
    ReferenceCycle(threads)
    job = Job(make_objects, threads)
    with qtbot.waitSignal(job.ended):
        jobs.run(job)
    assert not threads
    jobs.garbage.begin()
    objects = [[number] for number in range(100_000)]
    jobs.garbage.collect_if_due()
    del objects
    assert threads == [threading.main_thread().name]
