"""Runs Python's garbage collection on the GUI thread only.

Python collects in whichever thread allocates the object that exceeds the threshold. A worker would then
destroy widgets, timers and jobs that are part of a reference cycle, which Qt allows only on their own thread:
a running timer stays in the list of the GUI thread, and the program ends with a segmentation fault.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_YOUNG_THRESHOLD: Final = 20_000
"""Allocated objects after which generation 0 is collected."""
_MIDDLE_THRESHOLD: Final = 20
_OLD_THRESHOLD: Final = 50
"""Collections of the younger generation after which generations 1 and 2 are collected."""
_CHECK_EVERY: Final = 1_000
"""Milliseconds between two checks when no job triggers one."""


class GarbageCollection(QObject):
    """Replaces Python's automatic collection from `begin` to `end`; created and used on the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_CHECK_EVERY)
        self._timer.timeout.connect(self.collect_if_due)

    def begin(self) -> None:
        """Turn off automatic collection and check regularly instead."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Turn automatic collection on again; call it when no worker is left."""
        if self._timer.isActive():
            self._timer.stop()
            gc.enable()

    @Slot()
    def collect_if_due(self) -> None:
        """Collect if the counts exceed the thresholds, as Python would do."""
        young, middle, old = gc.get_count()
        if self._timer.isActive() and young > _YOUNG_THRESHOLD:
            gc.collect(2 if old > _OLD_THRESHOLD else 1 if middle > _MIDDLE_THRESHOLD else 0)
