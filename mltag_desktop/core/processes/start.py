"""How worker processes start: without Ctrl+C, which reaches all processes of a command, and with limits."""

import contextlib
import signal
import struct
import sys
from collections.abc import Iterator
from typing import Final

_JOB: Final = "q8xI92xQ24x"
"""JOBOBJECT_EXTENDED_LIMIT_INFORMATION of Windows: units of 100 ns, flags and bytes of a process."""
_JOB_CLASS: Final = 9
"""The class of a job's information that has this form."""
_TIME, _MEMORY, _NO_DIALOG, _END_WITH_THIS_PROCESS = 0x2, 0x100, 0x400, 0x2000
"""Flags of a job: what is limited, and what happens when a process crashes or the last handle is closed."""


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


def enter_job(seconds: int = 0, memory: int = 0) -> None:
    """On Windows, let the children of this process end with it, and limit its processor time and memory.

    A job of Windows does so; this process has its only handle. 0 is no limit.
    """
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = kernel.CreateJobObjectW.restype = ctypes.c_void_p
        flags = _END_WITH_THIS_PROCESS | _NO_DIALOG | (_TIME if seconds else 0) | (_MEMORY if memory else 0)
        limits = struct.pack(_JOB, seconds * 10**7, flags, memory)
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        kernel.SetInformationJobObject(job, _JOB_CLASS, limits, len(limits))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
