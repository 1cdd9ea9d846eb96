"""Check that a test ends the threads that it starts."""

import contextlib
import threading
import time
from collections.abc import Collection, Iterator

import pytest

KEPT_NAMES: set[str] = set()
"""Names of threads that serve many tests; one thread of each name may run on."""


def still_running(before: Collection[threading.Thread] = ()) -> list[threading.Thread]:
    """Return the running threads that are not in `before`, without one of each kept name."""
    found, kept = [], set(KEPT_NAMES)
    for thread in threading.enumerate():
        if thread.name in kept:
            kept.remove(thread.name)
        elif thread not in before and thread.is_alive():
            found.append(thread)
    return found


@contextlib.contextmanager
def ended_threads() -> Iterator[None]:
    """Fail the test if a Python thread that started in the block still runs after it."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 60
    while left := still_running(before):
        if time.monotonic() > deadline:
            pytest.fail(f"left running: {', '.join(thread.name for thread in left)}")
        left[0].join(0.05)
