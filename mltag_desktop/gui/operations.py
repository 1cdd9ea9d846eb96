"""Work off the GUI thread: in threads, in order by one writer, or in worker processes.

Long work off the GUI thread, in the manner of Anki's `CollectionOp`.

    Operation(train, examples, recipe).success(self.show_candidate).failure(self.show_error).run(self._jobs)

The function gets a `Progress` as its first argument; `without_progress` adapts one that takes none. It runs
in a thread, or in a worker process (`in_worker`). Bound methods of QObjects are called on the GUI thread, and
not after the QObject is deleted. `Operations` runs operations in many threads, its `Writer` in one, and in a
`Lane` an operation replaces the one before.

Models that take long or run foreign code, asked in the worker process.
"""

import collections
import enum
import gc
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, Self, TypeVar

from PySide6.QtCore import QObject, QThread, QTimer, Signal, SignalInstance, Slot

from mltag_desktop.core.errors import Cancelled, MltagError, OutOfMemoryError
from mltag_desktop.core.model.linear_model import explain_with, predict_with
from mltag_desktop.core.model.types import Classifier, Explanation, Predictions
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel

P = ParamSpec("P")
Result = TypeVar("Result")
Receiver = Callable[..., object] | SignalInstance

_REPORT_EVERY: Final = 0.05
"""Seconds between two progress signals."""
HELD_AT_MOST: Final = 60_000
"""Milliseconds for which analyses wait; an encoder predicts a large table for longer."""
_THREADS: Final = 64
"""More than ever run at once: an operation in a worker process occupies a thread."""
_COLLECT_EVERY: Final = 1_000
"""Milliseconds between two garbage collections."""
_MIDDLE: Final = 20
_OLD: Final = 50
"""Collections of the younger generation after which generations 1 and 2 are collected."""


class Priority(enum.Enum):
    """When an operation starts."""

    FIRST = enum.auto()
    """Now, and analyses wait until it has ended, for a limited time."""
    NORMAL = enum.auto()
    """Now."""
    ANALYSIS = enum.auto()
    """When no other analysis runs: at once, they would slow each other down."""
    SHORT_ANALYSIS = enum.auto()
    """The same, before the analyses that wait."""


def without_progress(function: Callable[P, Result]) -> Callable[Concatenate[Progress, P], Result]:
    """Return a short function as a function for an operation, which takes a progress first."""

    def call(_progress: Progress, /, *args: P.args, **kwargs: P.kwargs) -> Result:
        return function(*args, **kwargs)

    return call


class _Task:
    """The thread's view of an operation: not a QObject, so that a thread never destroys one.

    The `Operation` also keeps the function, and everything that it references, alive on the GUI thread until
    the thread is done.
    """

    def __init__(self, call: Callable[[Progress], object]) -> None:
        self.call: Callable[[Progress], object] | None = call
        self.stop = threading.Event()
        self.runner: _Runner | None = None
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
            if not self.stop.is_set() and self.call is not None:
                result = self.call(self)
        except Cancelled:
            self.stop.set()
        except MemoryError:
            error = OutOfMemoryError()
        except BaseException as problem:  # noqa: BLE001 - passed on to the crash boundary
            error = problem  # a Rust panic is not an Exception and would end the thread
        self.call = None
        if self.runner is not None:
            self.runner.task_finished.emit(self, result, error)


class Operation(QObject):
    """One call of a long function, created and run on the GUI thread.

    Signals: `succeeded(result)`; `failed(error)` with an `MltagError` or an unexpected exception, which also
    goes to the crash boundary; `progressed(fraction, step)` at most 20 times a second; and `finished()`
    exactly once, last, on every path. A cancelled or replaced operation emits only `finished`. The window
    shows an error that no receiver of `failure` gets.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    progressed = Signal(float, str)
    finished = Signal()

    def __init__(
        self, function: Callable[Concatenate[Progress, P], object], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        super().__init__()

        def call(progress: Progress) -> object:
            if self._worker is not None:
                send = self._worker.short_call if self._is_short else self._worker.call
                return send(progress, function, *args, **kwargs)
            return function(progress, *args, **kwargs)

        self._call: Callable[[Progress], object] | None = call
        self._in_worker = self._is_short = False
        self._worker: ProcessPool | None = None
        self.task = _Task(call)
        self._is_over = False
        self.handles_failure = False
        """Whether a receiver gets the error, so that the window need not show it."""

    def in_worker(self, *, short: bool = False, needed: bool = True) -> Self:
        """Run the function in the worker process, if that is `needed`.

        `ProcessPool.call` says what can be sent. A cancel ends the process unless the function stops at
        once. A `short` function has a second for it, and is repeated once if the process dies.
        """
        self._in_worker, self._is_short = needed, short
        return self

    def success(self, receiver: Receiver) -> Self:
        """Call `receiver` with the result."""
        self.succeeded.connect(receiver)
        return self

    def failure(self, receiver: Receiver) -> Self:
        """Call `receiver` with the exception."""
        self.failed.connect(receiver)
        self.handles_failure = True
        return self

    def progress(self, receiver: Receiver) -> Self:
        """Call `receiver` with the fraction and the step that is reached."""
        self.progressed.connect(receiver)
        return self

    def ended(self, receiver: Receiver) -> Self:
        """Call `receiver` at the end, whatever the outcome."""
        self.finished.connect(receiver)
        return self

    def run(self, parent: "_Runner | Lane", priority: Priority = Priority.NORMAL) -> Self:
        """Start the operation, which is kept alive until it ends."""
        parent.start(self, priority)
        return self

    def use(self, worker: ProcessPool) -> None:
        """Set the process that runs the function, if it runs in one."""
        self._worker = worker if self._in_worker else None

    @property
    def cancelled(self) -> bool:
        """Whether the operation was asked to stop; it then reports no result."""
        return self.task.stop.is_set()

    @property
    def is_over(self) -> bool:
        """Whether `finished` has been emitted."""
        return self._is_over

    @Slot()
    def cancel(self) -> None:
        """Ask the function to stop at its next report; a result that it still returns is dropped."""
        self.task.stop.set()

    def show_progress(self, fraction: float, step: str) -> None:
        """Report progress unless the operation was cancelled."""
        if not self.cancelled and not self._is_over:
            self.progressed.emit(fraction, step)

    def finish(self, result: object, error: BaseException | None) -> None:
        """Report the result or error and the end, once."""
        if self._is_over:
            return
        self._is_over = True
        if not self.cancelled:
            if error is None:
                self.succeeded.emit(result)
            else:
                self.failed.emit(error)
        self.finished.emit()
        self._call = None  # free the arguments, such as a table, even if the operation is kept


class _Runner(QObject):
    """Runs operations in threads, each after the window has painted.

    Signals: `crashed(error)` with each unexpected exception, for the crash boundary; `unhandled(error)` with
    each error that no receiver of the operation got; `idle()` when the last running operation has ended.
    """

    crashed = Signal(object)
    unhandled = Signal(object)
    idle = Signal()
    task_reported = Signal(object, float, str)
    task_finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None, name: str, threads: int) -> None:
        super().__init__(parent)
        self._name, self._count = name, threads
        self._threads: ThreadPoolExecutor | None = None
        self._has_threads = False
        self._operations: dict[_Task, Operation] = {}
        self._after_paint: list[_Task] = []
        self._painted = QTimer(self, singleShot=True, interval=0)  # paint events come before timers
        self._painted.timeout.connect(self._start_after_paint)
        self.task_reported.connect(self._pass_progress)
        self.task_finished.connect(self._finish)

    @property
    def running(self) -> int:
        """Number of operations that have not ended."""
        return len(self._operations)

    def start(self, operation: Operation, priority: Priority = Priority.NORMAL) -> None:
        """Start an operation, or do so after the next paint."""
        if operation.thread() is not QThread.currentThread():
            raise RuntimeError("An operation is made and run on the GUI thread.")
        operation.task.runner = self
        self._operations[operation.task] = operation
        self._after_paint.append(operation.task)
        if not self._painted.isActive():
            self._start_after_paint()

    @Slot()
    def yield_to_paint(self) -> None:
        """Let the window paint before new operations start."""
        self._painted.start()

    def close(self) -> None:
        """Run all that was started, and end the threads; another operation starts new ones."""
        self._start_after_paint()
        if self._threads is not None:
            self._threads.shutdown()
        self._threads, self._has_threads = None, False

    def end(self) -> None:
        """Close for good; operations whose result has not arrived report only their end."""
        self.close()
        for operation in list(self._operations.values()):
            operation.cancel()
            operation.finish(None, None)
        self._operations.clear()

    @Slot()
    def _start_after_paint(self) -> None:
        self._painted.stop()
        while self._after_paint:
            task = self._after_paint.pop(0)
            if self._threads is None:
                self._threads = ThreadPoolExecutor(self._count, self._name)
            try:
                self._threads.submit(task.work)
                self._has_threads = True
            except (
                RuntimeError
            ):  # the system allows no more threads: the task waits for one, if there are any
                if not self._has_threads:
                    self._threads = None
                    self._finish(task, None, OutOfMemoryError())

    @Slot(object, float, str)
    def _pass_progress(self, task: _Task, fraction: float, step: str) -> None:
        if operation := self._operations.get(task):
            operation.show_progress(fraction, step)

    @Slot(object, object, object)
    def _finish(self, task: _Task, result: object, error: BaseException | None) -> None:
        operation = self._operations.pop(task, None)
        if operation is None:
            return
        unexpected = error is not None and not isinstance(error, MltagError) and not operation.cancelled
        is_unhandled = error is not None and not (operation.handles_failure or operation.cancelled)
        operation.finish(result, error)
        if is_unhandled:
            self.unhandled.emit(error)
        if unexpected:
            self.crashed.emit(error)
        if not self._operations:
            self.idle.emit()


class Writer(_Runner):
    """Runs what writes to the workspace one after another, in the order of `write` and `start`.

    A call starts after the window has painted the result of the same key press, so that both do not compete
    for the GIL.

    Signals: `done(result)` and `failed(error)` of the calls of `write`.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, "mltag writer", 1)

    def write(self, call: Callable[[], object]) -> None:
        """Queue `call`."""
        self.yield_to_paint()
        Operation(without_progress(call)).success(self.done).failure(self.failed).run(self)


class Operations(_Runner):
    """Runs operations in threads, as many at once as are requested; owns the worker process and the writer.

    Python collects garbage in the thread that allocates the object that exceeds a threshold. A thread would
    then destroy widgets, timers and operations that are part of a reference cycle, which Qt allows only on
    their own thread. So from the first operation on, a timer of the GUI thread collects, and nothing else.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, "mltag job", _THREADS)
        self.worker = ProcessPool()
        self.writer = Writer(self)
        self._closed = False
        self._analyses: collections.deque[Operation] = collections.deque()
        self._analysis: Operation | None = None
        self._first: set[Operation] = set()
        """Running operations for which analyses wait."""
        self._holding = QTimer(self, singleShot=True, interval=HELD_AT_MOST)
        self._holding.timeout.connect(self._run_next_analysis)
        self._garbage = QTimer(self, interval=_COLLECT_EVERY)
        self._garbage.timeout.connect(_collect)

    @property
    def holds_analyses(self) -> bool:
        """Whether analyses wait for an operation of priority `FIRST`."""
        return self._holding.isActive()

    def start(self, operation: Operation, priority: Priority = Priority.NORMAL) -> None:
        """Start an operation when its priority allows it, and keep it alive until it ends."""
        operation.use(self.worker)
        if self._closed:
            operation.cancel()
            operation.finish(None, None)
            return
        if gc.isenabled():
            self.collect_garbage_here()
        if priority is Priority.ANALYSIS:
            self._analyses.append(operation)
            self._run_next_analysis()
        elif priority is Priority.SHORT_ANALYSIS:
            self._analyses.appendleft(operation)
            self._run_next_analysis()
        else:
            if priority is Priority.FIRST:
                if not self._first:
                    self._holding.start()
                self._first.add(operation)
                operation.ended(self._end_first)
            super().start(operation)

    def collect_garbage_here(self) -> None:
        """Collect garbage on this thread alone, until `end`."""
        gc.disable()
        self._garbage.start()

    def cancel_all(self) -> None:
        """Ask running and waiting operations to stop."""
        for operation in (*self._operations.values(), *self._analyses):
            operation.cancel()

    def end(self) -> None:
        """Write what is queued, cancel everything else, and end the threads and the worker process."""
        self.writer.end()
        self._closed = True
        self._holding.stop()
        self.cancel_all()
        waiting = tuple(self._analyses)
        self._analyses.clear()
        self.worker.close()
        super().end()
        for operation in waiting:
            operation.finish(None, None)
        if self._garbage.isActive():
            self._garbage.stop()
            gc.enable()

    @Slot()
    def _run_next_analysis(self) -> None:
        if self._analyses and self._analysis is None and not self.holds_analyses:
            self._analysis = self._analyses.popleft().ended(self._end_analysis)
            super().start(self._analysis)

    @Slot()
    def _end_analysis(self) -> None:
        self._analysis = None
        self._run_next_analysis()

    @Slot()
    def _end_first(self) -> None:
        self._first = {operation for operation in self._first if not operation.is_over}
        if not self._first:
            self._holding.stop()
            self._run_next_analysis()


class Lane(QObject):
    """Where the operations of one purpose run: another one replaces the one before, and drops its result.

    Signals: `ended` when the operation has ended, or `repeat_due` instead if it has to run again; neither for
    an operation that was replaced or cancelled.
    """

    ended = Signal()
    repeat_due = Signal()

    def __init__(self, parent: QObject, runner: Operations) -> None:
        super().__init__(parent)
        self._runner = runner
        self._operation: Operation | None = None
        self._is_repeated = False

    @property
    def is_running(self) -> bool:
        """Whether an operation runs."""
        return self._operation is not None

    def start(self, operation: Operation, priority: Priority = Priority.NORMAL) -> None:
        """Start `operation` in place of the one that runs."""
        self.cancel()
        self._operation = operation.ended(self._handle_end)
        self._runner.start(operation, priority)

    def repeat(self) -> bool:
        """Return whether an operation runs; it then has to run again, since what it reads has changed."""
        self._is_repeated = self.is_running
        return self.is_running

    @Slot()
    def cancel(self) -> None:
        """Cancel the operation, if one runs."""
        if self._operation is not None:
            self._operation.cancel()
        self._operation, self._is_repeated = None, False

    @Slot()
    def _handle_end(self) -> None:
        if self._operation is None or not self._operation.is_over:
            return  # this operation was replaced
        is_repeated = self._is_repeated
        self._operation, self._is_repeated = None, False
        (self.repeat_due if is_repeated else self.ended).emit()


def _collect() -> None:
    """Collect garbage, the oldest objects more rarely, as Python would do."""
    _, middle, old = gc.get_count()
    gc.collect(2 if old > _OLD else 1 if middle > _MIDDLE else 0)


def classifier_for(progress: Progress, worker: ProcessPool, model: "LinearModel") -> Classifier:
    """Return `model`, or a classifier that asks it in the worker process where it must not run here."""
    return WorkerClassifier(progress, worker, model) if model.is_heavy else model


class WorkerClassifier:
    """A model whose predictions and explanations are computed in the worker process."""

    def __init__(self, progress: Progress, worker: ProcessPool, model: "LinearModel") -> None:
        self._progress, self._worker, self._model = progress, worker, model

    @property
    def version(self) -> str:
        """The version of the model."""
        return self._model.version

    @property
    def tags(self) -> tuple[str, ...]:
        """The tag set."""
        return self._model.tags

    def predict(self, texts: Sequence[str]) -> Predictions:
        """Tag `texts` in the worker process."""
        return self._worker.short_call(self._progress, predict_with, self._model, list(texts))

    def explain(self, text: str, tag: str | None = None) -> Explanation:
        """Explain a tag of `text` in the worker process."""
        return self._worker.short_call(self._progress, explain_with, self._model, text, tag)
