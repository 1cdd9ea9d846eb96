"""Check that a test ends the threads that it starts."""

import contextlib
import threading
import time
from collections.abc import Iterator

import pytest


@contextlib.contextmanager
def ended_threads() -> Iterator[None]:
    """Fail the test if a Python thread that started in the block still runs after it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while left := [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]:
        if time.monotonic() > deadline:
            pytest.fail(f"left running: {', '.join(thread.name for thread in left)}")
        left[0].join(0.05)
