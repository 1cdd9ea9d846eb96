"""Waiting for what other threads and processes do."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest


def wait_for(condition: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until `condition` is true, for at most `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail("it never came")
        time.sleep(0.01)


def printed(code: str, *arguments: object) -> str:
    """Run Python code in another process, which has to succeed; return what it prints."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def kill(process: int) -> None:
    """End a process as abruptly as the system can."""
    os.kill(process, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)


KILLED = 1 if sys.platform == "win32" else -signal.SIGKILL
"""The exit code of a process after `Popen.kill`."""


_CONSOLE: Final = """
import ctypes, os, signal, subprocess, sys, threading
console = ctypes.windll.kernel32
console.FreeConsole()
console.AllocConsole()
console.SetConsoleCtrlHandler(None, False)
signal.signal(signal.SIGINT, lambda number, frame: None)
def press():
    while os.read(0, 1):
        console.GenerateConsoleCtrlEvent(0, 0)
threading.Thread(target=press, daemon=True).start()
sys.exit(subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL).returncode)
"""
"""Runs a command in a new console of Windows, which gets Ctrl+C for each byte of the standard input."""


def start_with_ctrl_c(command: Sequence[str], **more: Any) -> "subprocess.Popen[Any]":
    """Start a process that handles Ctrl+C, which a shell disables for background processes."""
    if sys.platform == "win32":
        return subprocess.Popen([sys.executable, "-c", _CONSOLE, *command], stdin=subprocess.PIPE, **more)
    return subprocess.Popen(command, preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL), **more)


def press_ctrl_c(process: "subprocess.Popen[Any]") -> None:
    """Send Ctrl+C to a process of `start_with_ctrl_c`."""
    if sys.platform == "win32":
        assert process.stdin is not None
        os.write(process.stdin.fileno(), b"\n")
    else:
        process.send_signal(signal.SIGINT)


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
