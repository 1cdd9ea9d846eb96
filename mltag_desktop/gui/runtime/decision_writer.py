"""Writes decisions to disk in order, off the GUI thread.

`DecisionController` passes calls of `workspace.decisions`, which write to the journal and commit.
"""

import queue
import threading
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from mltag_desktop.core.errors import MltagError

Call = Callable[[], object]

_ONE_PAINT: Final = 0.02
"""Longest time in seconds that a call waits for the window to paint first."""


class DecisionWriter(QObject):
    """Runs calls one after another in one thread, in the order of `write`.

    A call starts after the window has painted the result of the same key press, so that both do not compete
    for the GIL; after `patience` seconds it starts anyway.

    Signals: `done(result)`; `failed(error)` for every error; `crashed(error)` also, when the error is not an
    `MltagError`; `idle()` when no call is pending.
    """

    done = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)
    idle = Signal()
    _finished = Signal(object, object)

    def __init__(self, patience: float = _ONE_PAINT) -> None:
        """Wait at most `patience` seconds for the window to paint."""
        super().__init__()
        self._patience = patience
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._under_way = 0
        self._finished.connect(self._emit_outcome)
        self._painted = threading.Event()
        self._after_paint = QTimer(self, singleShot=True, interval=0)  # paint events come before timers
        self._after_paint.timeout.connect(self._begin)

    @property
    def under_way(self) -> int:
        """Number of calls whose result has not been reported."""
        return self._under_way

    def write(self, call: Call) -> None:
        """Queue `call`."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="mltag writer", daemon=True)
            self._thread.start()
        self._under_way += 1
        self._painted.clear()
        self._after_paint.start()
        self._calls.put(call)

    def close(self) -> None:
        """Run all queued calls and end the thread; another `write` starts a new one."""
        if self._thread is not None:
            self._after_paint.stop()
            self._begin()
            self._calls.put(None)
            self._thread.join()
            self._thread = None

    def _serve(self) -> None:
        while (call := self._calls.get()) is not None:
            self._painted.wait(self._patience)
            try:
                result = call()
            except Exception as error:  # noqa: BLE001 - passed on to the crash boundary
                self._finished.emit(None, error)
            else:
                self._finished.emit(result, None)

    @Slot()
    def _begin(self) -> None:
        self._painted.set()

    @Slot(object, object)
    def _emit_outcome(self, result: object, error: Exception | None) -> None:
        self._under_way -= 1
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
            if not isinstance(error, MltagError):
                self.crashed.emit(error)
        if not self._under_way:
            self.idle.emit()
