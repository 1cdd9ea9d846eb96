"""Handles the signals of the operating system that ask the program to exit."""

import signal
import socket
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_NAMES: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""SIGHUP exists only on POSIX, SIGBREAK (Ctrl+Break, or closing the console) only on Windows."""


class ExitSignals(QObject):
    """Emits `received` on the GUI thread for the first signal that asks the program to exit.

    CPython runs signal handlers between bytecode instructions, and none are executed while Qt waits for
    events. `signal.set_wakeup_fd` makes the C handler write to a socket, which wakes up Qt. Later signals are
    ignored, so that they do not interrupt saving.

    A signal that was ignored at start, for example by `nohup`, stays ignored.
    """

    received = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ours, self._pythons = socket.socketpair()
        self._ours.setblocking(False)
        self._pythons.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._emit_received)
        self._before_fd = signal.set_wakeup_fd(self._pythons.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, _wait)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def restore(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._before.items():
            if handler is not None:  # None: the handler was not set from Python
                signal.signal(number, handler)
        signal.set_wakeup_fd(self._before_fd)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._pythons.close()

    @Slot()
    def _emit_received(self) -> None:
        self._notifier.setEnabled(False)
        self.received.emit()


def _wait(number: int, frame: FrameType | None) -> None:
    """Do nothing: the wakeup socket has received the signal."""
