"""Long work off the GUI thread: connect to a job's outcomes, then run it.

    job = Job(train, examples, recipe)
    job.succeeded.connect(self.show_candidate)
    job.failed.connect(self._notifications.failure)
    job.ended.connect(self._set_idle)
    self._jobs.run(job)

The function gets a `Progress` as its first argument; `without_progress` adapts a function that takes none.
All signals are emitted on the GUI thread.
"""

import collections
import gc
import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import ClassVar, Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from mltag_desktop.core.errors import Cancelled, MltagError, OutOfMemoryError
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.garbage_collection import GarbageCollection
from mltag_desktop.gui.runtime.worker_process import GRACE, WorkerProcess

P = ParamSpec("P")
Result = TypeVar("Result")

_log: Final = logging.getLogger(__name__)
_REPORT_EVERY: Final = 0.05
"""Seconds between two progress signals."""
HELD_AT_MOST: Final = 60_000
"""Milliseconds for which analyses wait; an encoder predicts a large table for longer."""


class _Task:
    """The worker's view of a job: not a QObject, so that a worker never destroys one.

    The `Job` also keeps the function, and everything that it references, alive on the GUI thread until the
    worker is done.
    """

    def __init__(self, call: Callable[[Progress], object]) -> None:
        self._call: Callable[[Progress], object] | None = call
        self.stop = threading.Event()
        self.runner: JobRunner | None = None
        self._reported_at = 0.0

    def report(self, fraction: float, step: str = "") -> None:
        """Pass progress on to the GUI thread, at most every `_REPORT_EVERY` seconds."""
        if self.stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if self.runner is not None and now - self._reported_at >= _REPORT_EVERY:
            self._reported_at = now
            self.runner.task_reported.emit(self, fraction, step)

    def work(self) -> None:
        """Call the function and pass its result or error to the GUI thread."""
        result: object = None
        error: BaseException | None = None
        try:
            if not self.stop.is_set() and self._call is not None:
                result = self._call(self)
        except Cancelled:
            self.stop.set()
        except MemoryError:
            error = OutOfMemoryError()
        except BaseException as problem:  # noqa: BLE001 - passed on to the crash boundary
            error = problem  # a Rust panic is not an Exception and would end the thread
        self._call = None
        if self.runner is not None:
            self.runner.task_finished.emit(self, result, error)


def without_progress(function: Callable[P, Result]) -> Callable[Concatenate[Progress, P], Result]:
    """Return a short function as a function for a job, which takes a progress first."""

    def call(_progress: Progress, /, *args: P.args, **kwargs: P.kwargs) -> Result:
        return function(*args, **kwargs)

    return call


class Job(QObject):
    """One call of a long function, created on the GUI thread and run by `JobRunner`.

    Signals: `succeeded(result)`; `failed(error)` with an `MltagError` or an unexpected exception, which also
    goes to the crash boundary; `progressed(fraction, step)` at most 20 times a second; and `ended()` exactly
    once, last, on every path. A cancelled job emits only `ended`.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)
    ended = Signal()

    def __init__(
        self, function: Callable[Concatenate[Progress, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        super().__init__()

        def call(progress: Progress) -> object:
            return function(progress, *args, **kwargs)

        self._call: Callable[[Progress], object] | None = call
        self.task = _Task(call)
        self._is_over = False

    @property
    def cancelled(self) -> bool:
        """Whether the job was asked to stop; it then reports no result."""
        return self.task.stop.is_set()

    @property
    def is_over(self) -> bool:
        """Whether `ended` has been emitted."""
        return self._is_over

    def cancel(self) -> None:
        """Ask the function to stop at its next report; a result that it still returns is dropped."""
        self.task.stop.set()

    def show_progress(self, fraction: float, step: str) -> None:
        """Report progress unless the job was cancelled; called by `JobRunner`."""
        if not self.cancelled and not self._is_over:
            self.progressed.emit(fraction, step)

    def finish(self, result: object, error: BaseException | None) -> None:
        """Report the result or error and the end, once; called by `JobRunner`."""
        if self._is_over:
            return
        self._is_over = True
        if not self.cancelled:
            if error is None:
                self.succeeded.emit(result)
            else:
                self.failed.emit(error)
        self.ended.emit()
        self._call = None  # free the arguments, such as a table, even if the job is kept


class WorkerJob(Job):
    """A job whose function runs in the worker process; see `WorkerProcess.call` for what can be sent.

    Cancelling it ends the process unless the function stops at once.
    """

    _grace: ClassVar = GRACE
    _attempts: ClassVar = 1

    def __init__(
        self, function: Callable[Concatenate[Progress, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        def call(progress: Progress) -> object:
            if self._worker is None:
                raise RuntimeError("A worker job is run by a JobRunner.")
            send = self._worker.call_patiently
            return send(progress, self._grace, self._attempts, function, *args, **kwargs)

        super().__init__(call)
        self._worker: WorkerProcess | None = None

    def use(self, worker: WorkerProcess) -> None:
        """Set the process that runs the function; called by `JobRunner`."""
        self._worker = worker


class ShortWorkerJob(WorkerJob):
    """A short function that is called often: cancelling lets it go on until its next report.

    It is repeated once if the process dies, for example because another job used too much memory.
    """

    _grace = 1.0
    _attempts = 2


class SaveJob(Job):
    """A short job that saves something: the save jobs of one `JobRunner` run in the order of `run`."""


class _JobThreads:
    """Threads that run tasks; a free one is always ready.

    Starting a thread waits until it runs. Another thread that computes may delay that by 40 ms, so the GUI
    thread starts the first one only, and each busy thread sees to a free one.
    """

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._free = 0
        self._ended = False

    def run(self, task: _Task) -> None:
        """Run a task in a free thread; called by the GUI thread."""
        if not self._threads:
            self._add()
        self._waiting.put(task)

    def end(self) -> None:
        """End the threads when their tasks are done."""
        with self._lock:
            self._ended = True
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _add(self) -> None:
        with self._lock:
            if self._ended or self._free:
                return
            thread = threading.Thread(target=self._serve, name="mltag job", daemon=True)
            try:
                thread.start()
            except RuntimeError:  # the system allows no more: tasks wait for a thread that gets free
                if not self._threads:
                    raise
                _log.warning("no new thread for jobs; there are %d", len(self._threads))
                return
            self._free += 1
            self._threads.append(thread)

    def _serve(self) -> None:
        while (task := self._waiting.get()) is not None:
            with self._lock:
                self._free -= 1
            self._add()
            task.work()
            del task
            with self._lock:
                self._free += 1


class JobRunner(QObject):
    """Runs jobs in worker threads, as many at once as are requested, and owns the worker process.

    From the first job on, garbage is collected on the GUI thread only; if automatic collection is off by
    then, from `garbage.begin` on.

    Signals: `crashed(error)` with each unexpected exception, for the crash boundary; `idle()` when the last
    running job has ended.
    """

    crashed = Signal(object)
    idle = Signal()
    task_reported = Signal(object, float, str)
    task_finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worker = WorkerProcess()
        self._running: dict[_Task, Job] = {}
        self._threads = _JobThreads()
        self._writes: collections.deque[_Task] = collections.deque()
        self._closed = False
        self._held: list[Job] | None = None
        self._analyses: collections.deque[Job] = collections.deque()
        self._analysis: Job | None = None
        self._first: set[_Task] = set()
        """Running jobs for which analyses wait."""
        self._holding = QTimer(self, singleShot=True, interval=HELD_AT_MOST)
        self._holding.timeout.connect(self._run_next_analysis)
        self._after_paint: list[_Task] = []
        self._painted = QTimer(self, singleShot=True, interval=0)  # paint events come before timers
        self._painted.timeout.connect(self._start_after_paint)
        self.task_reported.connect(self._pass_progress)
        self.task_finished.connect(self._finish)
        self.garbage = GarbageCollection(self)
        self.task_reported.connect(self.garbage.collect_if_due)
        self.task_finished.connect(self.garbage.collect_if_due)

    @property
    def running(self) -> int:
        """Number of jobs that have not ended."""
        return len(self._running)

    @property
    def is_deferring(self) -> bool:
        """Whether the jobs of `run_deferred_job` wait."""
        return self._held is not None

    def run(self, job: Job, *, before_analyses: bool = False) -> None:
        """Start `job`, whose signals are already connected, and keep it alive until it ends.

        With `before_analyses`, no job of `run_analysis` starts meanwhile, for a limited time.
        """
        if job.thread() is not QThread.currentThread():
            raise RuntimeError("A job is made and run on the GUI thread.")
        if self._closed:
            job.cancel()
            job.finish(None, None)
            return
        if isinstance(job, WorkerJob):
            job.use(self.worker)
        job.task.runner = self
        self._running[job.task] = job
        if before_analyses:
            if not self._first:
                self._holding.start()
            self._first.add(job.task)
        if gc.isenabled():
            self.garbage.begin()
        if isinstance(job, SaveJob):
            self._writes.append(job.task)
        if job.task not in self._writes or job.task is self._writes[0]:
            self._start(job.task)

    def _start(self, task: _Task) -> None:
        if self._painted.isActive():
            self._after_paint.append(task)
        else:
            self._threads.run(task)

    @Slot()
    def yield_to_paint(self) -> None:
        """Let the window paint before new jobs start."""
        self._painted.start()

    def run_deferred_job(self, job: Job) -> None:
        """Run `job` with the deferred jobs, or at once if `defer` is not active."""
        if self._held is None or self._closed:
            self.run(job)
        else:
            self._held.append(job)

    def run_analysis(self, job: Job, *, is_short: bool = False) -> None:
        """Queue a long `job` that nobody waits for: one at a time, none during a job `before_analyses`.

        All share the worker process; at the same time they would slow down each other and the work that
        somebody waits for. A short analysis overtakes the queued ones.
        """
        if self._closed:
            self.run(job)
            return
        if is_short:
            self._analyses.appendleft(job)
        else:
            self._analyses.append(job)
        self._run_next_analysis()

    @property
    def holds_analyses(self) -> bool:
        """Whether analyses wait for a job that was run with `before_analyses`."""
        return self._holding.isActive()

    @Slot()
    def _run_next_analysis(self) -> None:
        if self._analyses and self._analysis is None and not self.holds_analyses:
            self._analysis = self._analyses.popleft()
            self._analysis.ended.connect(self._end_analysis)
            self.run(self._analysis)

    @Slot()
    def _end_analysis(self) -> None:
        self._analysis = None
        self._run_next_analysis()

    def defer(self) -> None:
        """Keep the jobs of `run_deferred_job` waiting until `run_deferred`."""
        if self._held is None:
            self._held = []

    @Slot()
    def run_deferred(self) -> None:
        """Start the deferred jobs."""
        held, self._held = self._held or [], None
        for job in held:
            self.run(job)

    def cancel_all(self) -> None:
        """Ask running and waiting jobs to stop, except save jobs."""
        for job in (*self._running.values(), *(self._held or ()), *self._analyses):
            if not isinstance(job, SaveJob):
                job.cancel()

    def shut_down(self) -> None:
        """Cancel all jobs except save jobs, wait for them, and end the threads; for `closeEvent`."""
        self._closed = True
        self._holding.stop()
        self.cancel_all()
        self.worker.close()
        self._start_after_paint()
        self._threads.end()
        self.garbage.end()
        self.run_deferred()
        while self._analyses:
            self.run(self._analyses.popleft())
        for task in self._writes:  # a task that is done does nothing more
            task.runner = None
            task.work()
        self._writes.clear()
        for job in list(self._running.values()):
            job.cancel()
            job.finish(None, None)
        self._running.clear()

    @Slot()
    def _start_after_paint(self) -> None:
        self._painted.stop()
        for task in self._after_paint:
            self._threads.run(task)
        self._after_paint.clear()

    @Slot(object, float, str)
    def _pass_progress(self, task: _Task, fraction: float, step: str) -> None:
        if job := self._running.get(task):
            job.show_progress(fraction, step)

    @Slot(object, object, object)
    def _finish(self, task: _Task, result: object, error: BaseException | None) -> None:
        job = self._running.pop(task, None)
        if job is None:
            return
        if self._writes and task is self._writes[0]:
            self._writes.popleft()
            if self._writes:
                self._start(self._writes[0])
        unexpected = error is not None and not isinstance(error, MltagError) and not job.cancelled
        job.finish(result, error)
        if task in self._first:  # another such job may have started
            self._first.remove(task)
            if not self._first:
                self._holding.stop()
                self._run_next_analysis()
        if unexpected:
            self.crashed.emit(error)
        if not self._running:
            self.idle.emit()
