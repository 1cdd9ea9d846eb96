"""Measure gaps on the GUI thread: times in which the window cannot respond."""

import compileall
import faulthandler
import math
import os
import sys
import threading
import time
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

import mltag_desktop

_CHECK_INTERVAL: Final = 0.004


class Gaps(QObject):
    """Records the time of each call of a 1 ms timer; a gap is the time between two calls.

    Signals: `ticked()` at each call. Attributes: `calls`, the times in seconds; `own` and `all_threads`, the
    CPU seconds that the GUI thread and the whole process have used by each call; `queued`, the seconds that
    the GUI thread has waited for a core (Linux only, 0 elsewhere). On a busy machine, other programs cause
    the waiting.
    """

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[float] = []
        self.own: list[float] = []
        self.all_threads: list[float] = []
        self.queued: list[float] = []
        self._times = ThreadTimes()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)

    def start(self) -> None:
        """Start to record."""
        self._timer.start(1)

    def stop(self) -> None:
        """Stop recording."""
        self._timer.stop()

    def milliseconds(self, since: int = 0) -> np.ndarray:
        """Return all gaps in milliseconds, starting at call number `since`."""
        return np.diff(np.array(self.calls[since:])) * 1000

    def own_of_longest(self, since: int = 0) -> float:
        """Return the CPU milliseconds of the GUI thread in the longest gap since call number `since`."""
        longest = int(self.milliseconds(since).argmax())
        return (self.own[since + longest + 1] - self.own[since + longest]) * 1000

    @Slot()
    def _note(self) -> None:
        self.calls.append(time.perf_counter())
        self.own.append(time.thread_time())
        self.all_threads.append(time.process_time())
        self.queued.append(self._times.waiting())
        self.ticked.emit()


class ThreadTimes:
    """Reads, in any thread, for how long the thread that creates it has computed and waited for a core."""

    def __init__(self) -> None:
        self._file: int | None = None
        if sys.platform == "linux":
            self._file = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
            self._clock = time.pthread_getcpuclockid(threading.get_ident())

    def computing(self) -> float:
        """Return the CPU seconds so far; not a number except on Linux."""
        return math.nan if self._file is None else time.clock_gettime(self._clock)

    def waiting(self) -> float:
        """Return the seconds without a core so far; 0 where the system does not count them."""
        return 0.0 if self._file is None else int(os.pread(self._file, 80, 0).split()[1]) / 1e9


def keep_main_out_of_workers() -> None:
    """Let worker processes start as they do for the program, without importing this benchmark and Qt."""
    main = sys.modules["__main__"]
    main.__spec__ = main.__file__ = None


def compile_modules() -> None:
    """Compile the program, as an installation does: to compile a module on import holds the GIL for 30 ms."""
    compileall.compile_dir(Path(mltag_desktop.__file__).parent, quiet=1)


class Stacks:
    """Writes the stack traces of all threads to a file while a gap is longer than `limit` seconds.

    Only gaps in which the process used so much CPU time count: in others, other programs had the cores.
    """

    def __init__(self, gaps: Gaps, path: Path, limit: float) -> None:
        self._gaps = gaps
        self._file = path.open("w")
        self._limit = limit
        self.step = ""
        """The current step, written before each stack trace."""
        self._clock = time.pthread_getcpuclockid(threading.get_ident())
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while True:
            time.sleep(_CHECK_INTERVAL)
            if not self._gaps.all_threads:
                continue
            gap = time.perf_counter() - self._gaps.calls[-1]
            spent = time.process_time() - self._gaps.all_threads[-1]
            if min(gap, spent) > self._limit:
                own = time.clock_gettime(self._clock) - self._gaps.own[-1]
                used = f"CPU {spent * 1000:.0f} ms, of it GUI thread {own * 1000:.0f} ms"
                self._file.write(f"--- {self.step}: {gap * 1000:.0f} ms so far, {used}\n")
                self._file.flush()
                # Unlike sys._current_frames, faulthandler keeps no frame, and so no painter, alive.
                faulthandler.dump_traceback(self._file)
