"""Python's lock, for the window at once while it shows another record.

Painting a record calls Qt a hundred times, and each call lets go of the lock for a moment. A worker that
computes takes it, and the window has it back after Python's switch interval: fifty times half a millisecond
while a model trains. A far shorter interval would slow all workers down for good; for one paint it does not.
"""

import sys
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

QUICK: Final = 0.00002
"""Seconds after which a worker gives the lock back, while the window is in haste."""
_LASTS: Final = 60
"""Milliseconds in which the record is painted."""


class Haste(QObject):
    """Shortens the switch interval for a moment, and gives it back as it was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._usual = sys.getswitchinterval()
        self._timer = QTimer(self, singleShot=True, interval=_LASTS)
        self._timer.timeout.connect(self._end)

    def begin(self) -> None:
        """Be in haste from now on, for as long as a paint takes."""
        if not self._timer.isActive():
            self._usual = sys.getswitchinterval()
            sys.setswitchinterval(QUICK)
        self._timer.start()

    @Slot()
    def _end(self) -> None:
        sys.setswitchinterval(self._usual)
