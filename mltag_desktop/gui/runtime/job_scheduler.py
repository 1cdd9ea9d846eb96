"""One long computation at a time, so that two cores are enough for it and the window."""

import threading
import time
from typing import Final

_COURTESY: Final = 0.25
"""Seconds that one waits for its turn; a lock between two that wait for each other is thus no standstill."""


class JobScheduler:
    """Members take turns: each computes until its next report, and then lets the next one go on.

    Five threads that compute at once leave the window neither a core nor the lock for a tenth of a second
    at times; one leaves it both.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._members: list[object] = []
        self._held_until = 0.0
        self._awaited = 0

    def pause_for(self, seconds: float) -> None:
        """Let nobody go on from a report for so long; what computes now does so until its next one."""
        self._held_until = time.monotonic() + seconds

    def prioritise(self) -> None:
        """Let the members rest at their reports while somebody waits for something else."""
        with self._changed:
            self._awaited += 1

    def end_priority(self) -> None:
        """End one `hurry`."""
        with self._changed:
            self._awaited -= 1
            self._changed.notify_all()

    def register(self, member: object) -> None:
        """Take part, and wait for the first turn."""
        with self._changed:
            self._members.append(member)
            self._wait(member)

    def wait(self) -> None:
        """Wait while the window has the core for itself, or somebody waits for something else."""
        left = self._held_until - time.monotonic()
        if left > 0:
            time.sleep(left)
        with self._changed:
            self._changed.wait_for(lambda: not self._awaited, _COURTESY)

    def yield_turn(self, member: object) -> None:
        """Rest, let the others go on, and wait for the next turn."""
        self.wait()
        with self._changed:
            if len(self._members) > 1 and self._members[0] is member:
                self._members.append(self._members.pop(0))
                self._changed.notify_all()
                self._wait(member)

    def unregister(self, member: object) -> None:
        """Take part no more."""
        with self._changed:
            self._members.remove(member)
            self._changed.notify_all()

    def _wait(self, member: object) -> None:
        self._changed.wait_for(lambda: self._members[0] is member, _COURTESY)
