"""Waiting for what other threads and processes do."""

import os
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


def is_running(process: int) -> bool:
    """Return whether a process runs; one that has ended and is not waited for yet does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(") ")[2].startswith(("Z", "X")))
