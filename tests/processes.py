"""Waiting for what other threads and processes do."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest


def wait_for(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until `condition` is true, for at most `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail("it never came")
        time.sleep(0.01)


def kill(process: int) -> None:
    """End a process as abruptly as the system can."""
    os.kill(process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


KILLED = 1 if sys.platform == "win32" else -signal.SIGKILL
"""The exit code of a process after `Popen.kill`."""


def is_running(process: int) -> bool:
    """Return whether a process runs; one that has ended and is not waited for yet does not."""
    if sys.platform == "win32":  # os.kill(process, 0) would send Ctrl+C
        import _winapi

        try:
            handle = _winapi.OpenProcess(0x00100000, False, process)  # SYNCHRONIZE
        except OSError:
            return False
        try:
            return _winapi.WaitForSingleObject(handle, 0) == _winapi.WAIT_TIMEOUT
        finally:
            _winapi.CloseHandle(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(") ")[2].startswith(("Z", "X")))
