"""Python's garbage collection on the GUI thread alone.

By itself Python collects in whatever thread makes an object too many. A worker would then destroy windows,
timers and jobs that lie in a circle, which Qt allows on their own thread only: a timer that runs is left in
the list of the GUI thread, and the program ends with a segmentation fault.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_YOUNG: Final = 20_000
"""Objects made since the last collection after which the young ones are looked through."""
_MIDDLE: Final = 20
_OLD: Final = 50
"""Collections of the younger ones after which those of a generation are looked through too."""
_EVERY: Final = 1_000
"""Milliseconds between two looks where nothing else gives cause for one."""


class GarbageCollection(QObject):
    """Takes over from Python's own collection, from `begin` to `end`; made and used on the GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take over."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again, when no worker is left."""
        if self._timer.isActive():
            self._timer.stop()
            gc.enable()

    @Slot()
    def look(self) -> None:
        """Collect where enough was made since the last time, as Python would have."""
        young, middle, old = gc.get_count()
        if self._timer.isActive() and young > _YOUNG:
            gc.collect(2 if old > _OLD else 1 if middle > _MIDDLE else 0)
