"""Keeps Ctrl+C, which reaches all processes of a command, from worker processes that start."""

import contextlib
import signal
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def signals_blocked(*numbers: signal.Signals) -> Iterator[None]:
    """Block these signals, by default SIGINT and SIGTERM, while a process starts.

    So the start is never interrupted halfway. The new process inherits the block and gets none of these
    signals until it unblocks them; this process gets those that arrived when the start is over.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # starting it inside the block would unblock the signals
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers or (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
