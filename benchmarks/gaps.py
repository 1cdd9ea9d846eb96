"""Gaps on the GUI thread: times in which the window could not have answered."""

import faulthandler
import threading
import time
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

_LOOK_EVERY: Final = 0.004


class Gaps(QObject):
    """Notes the time of each call of a 1 ms timer; a gap is the time between two calls.

    Signals: `ticked()` at each call. Attributes: `calls`, and `own`, the seconds of CPU that the GUI thread
    had taken by each call: a gap with little of it is another thread's, or another program's.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[float] = []
        self.own: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def start(self) -> None:
        """Note calls from now on."""
        self._timer.start(1)

    def stop(self) -> None:
        """Note no more."""
        self._timer.stop()

    def milliseconds(self, since: int = 0) -> np.ndarray:
        """Return all gaps from a number of calls on."""
        return np.diff(np.array(self.calls[since:])) * 1000

    def own_of_longest(self, since: int = 0) -> float:
        """Return the milliseconds of CPU that the GUI thread took in the longest gap since then."""
        longest = int(self.milliseconds(since).argmax())
        return (self.own[since + longest + 1] - self.own[since + longest]) * 1000

    @Slot()
    def _note(self) -> None:
        self.calls.append(time.perf_counter())
        self.own.append(time.thread_time())
        self.ticked.emit()


class Stacks:
    """Writes down what all threads are at while a gap lasts longer than `limit` seconds."""

    def __init__(self, gaps: Gaps, path: Path, limit: float) -> None:
        self._gaps = gaps
        self._file = path.open("w")
        self._limit = limit
        self.step = ""
        """What is named beside them."""
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(_LOOK_EVERY)
            gap = time.perf_counter() - self._gaps.calls[-1] if self._gaps.calls else 0.0
            if gap > self._limit:
                self._file.write(f"--- {self.step}: {gap * 1000:.0f} ms so far\n")
                self._file.flush()
                faulthandler.dump_traceback(self._file)  # holds no frame: one that paints would not end
