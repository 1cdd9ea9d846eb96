"""Drive the real window step by step, and measure how responsive it is in each step."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.gaps import Gaps, Stacks
from benchmarks.results import forget_peak, peak_mib
from mltag_desktop.gui.application.tour import OffscreenWindow

FRAME: Final = 1 / 60
LOOKED_AT: Final = 1.0
"""Minimum seconds to measure each step: work after the result must not block the window either."""
_PATIENCE: Final = 600.0
_REPEAT: Final = 0.033
"""Seconds between two repeats of a key that is held down."""


class Took(NamedTuple):
    """The measurements of a step."""

    seconds: float
    """Time until the result is on screen."""
    p99_ms: float
    longest_ms: float
    own_ms: float
    """CPU time of the GUI thread in the longest gap."""
    mib: float
    """Peak memory of the step; where the system cannot tell it, the peak so far."""


class Frames(QObject):
    """Watches the paint events of the table, and measures how long rows on screen are not loaded."""

    def __init__(self, stage: OffscreenWindow) -> None:
        super().__init__()
        self._program = stage.program
        self.is_filled = False
        self.unfilled: list[float] = []
        """Seconds from each paint with an unloaded row to the next paint without one."""
        self._since: float | None = None
        self.filled_at = 0.0
        """Time of the first paint in which the expected result is completely loaded."""
        self._expected = False
        self._program.page.table.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Reset the measurements before a new action."""
        self.is_filled, self._since, self._expected = False, None, False
        self.unfilled, self.filled_at = [], 0.0

    @Slot()
    def expect(self) -> None:
        """Treat the next paint without an unloaded row as the expected result."""
        self._expected = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._note()
        return False

    def _note(self) -> None:
        model, now = self._program.page.model, time.perf_counter()
        first, last = self._program.page.table.on_screen()
        missing = any(model.record(place) is None for place in range(first, last + 1))
        if missing and self._since is None:
            self._since = now
        elif not missing and self._since is not None:
            self.unfilled.append(now - self._since)
            self._since = None
        self.is_filled = not missing and first <= last
        if self.is_filled and self._expected and not self.filled_at:
            self.filled_at = now


class Driver(QObject):
    """Runs steps in the window of a stage and measures them."""

    def __init__(self, stage: OffscreenWindow, stacks: Path | None) -> None:
        super().__init__()
        self.stage = stage
        self.program = stage.program
        self.table = stage.program.page.table
        self.frames = Frames(stage)
        self.steps: dict[str, Took] = {}
        self._gaps = Gaps()
        self._gaps.start()
        self._stacks = Stacks(self._gaps, stacks, 0.03) if stacks else None
        self._loop: QEventLoop | None = None
        self._until: Callable[[], bool] = lambda: True
        self._deadline = 0.0
        self._listed = 0
        self.first_hits: list[float] = []
        """Seconds until the first hits of each search are painted."""
        self._counted_at = 0.0
        self._gaps.ticked.connect(self._look)
        self.program.record_order.ordered.connect(self._note_listed)
        self.program.record_order.first_found.connect(self.frames.expect)
        self.program.record_order.ordered.connect(self.frames.expect)
        self.program.record_order.counted.connect(self._note_counted)

    def step(self, name: str, action: Callable[[], object], until: Callable[[], bool]) -> Took:
        """Run `action`, wait until `until()` is true, and measure until at least `LOOKED_AT` seconds."""
        if self._stacks is not None:
            self._stacks.step = name
        self.wait(0.02)  # so that preparations do not count
        forget_peak()
        first, start = len(self._gaps.calls), time.perf_counter()
        action()
        self._run(until, name)
        seconds = time.perf_counter() - start
        self.wait(max(0.3, LOOKED_AT - seconds))
        gaps = self._gaps.milliseconds(max(0, first - 1))
        own = self._gaps.own_of_longest(max(0, first - 1))
        took = Took(seconds, float(np.percentile(gaps, 99)), float(gaps.max()), own, peak_mib())
        self.steps[name] = took
        print(
            f"{name:<40} {seconds:8.3f} s   p99 {took.p99_ms:6.1f}   longest {took.longest_ms:6.1f} ms"
            f"   of it own {own:6.1f}   {took.mib:5.0f} MiB",
            flush=True,
        )
        return took

    def wait(self, seconds: float) -> None:
        """Run the event loop for some seconds."""
        end = time.perf_counter() + seconds
        self._run(lambda: time.perf_counter() >= end, "a moment")

    def list_anew(self, name: str, action: Callable[[], object]) -> float:
        """Change the filter or sort order; return the seconds until the filter pane is updated."""
        listed, start = self._listed, time.perf_counter()
        self.frames.forget()
        self.step(name, action, lambda: self._listed > listed and self.frames.is_filled)
        if name.startswith("search"):
            self.first_hits.append(self.frames.filled_at - start)
        return max(0.0, self._counted_at - start)

    def jump(self, place: int) -> float:
        """Scroll to a place; return the seconds until its rows are painted."""
        start = time.perf_counter()
        self.frames.forget()
        self.table.go_to(place)
        self._run(lambda: self.frames.is_filled, "the rows of a place")
        return time.perf_counter() - start

    def hold(self, key: Qt.Key, seconds: float) -> None:
        """Hold a key down in the table."""
        self.frames.forget()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)
            QApplication.sendEvent(self.table, press)
            self.wait(_REPEAT)

    def click(self, button: QWidget) -> None:
        """Click a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))

    @Slot()
    def _look(self) -> None:
        if self._loop is not None and (self._until() or time.perf_counter() > self._deadline):
            self._loop.quit()

    def _run(self, until: Callable[[], bool], goal: str) -> None:
        if until():
            return
        self._until, self._loop = until, QEventLoop()
        self._deadline = time.perf_counter() + _PATIENCE
        self._loop.exec()
        self._loop = None
        if time.perf_counter() > self._deadline:
            notice = self.program.notifications.current
            notice_text = f" The window says: {notice.text} {notice.hint}" if notice else ""
            raise SystemExit(f"Waited in vain for {goal}.{notice_text}")

    @Slot()
    def _note_listed(self) -> None:
        self._listed += 1

    @Slot()
    def _note_counted(self) -> None:
        self._counted_at = time.perf_counter()
