"""Runs one background computation at a time, so that two cores are enough for it and the window."""

import threading
import time
from typing import Final

_TURN_TIMEOUT: Final = 0.25
"""Longest wait for a turn in seconds; it also resolves a deadlock between two members that wait for each
other."""


class JobScheduler:
    """Gives its members turns: each computes until its next report, then the next one continues.

    Five threads that compute at once can keep both a core and the GIL from the window for 0.1 s; one thread
    does not.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._members: list[object] = []
        self._held_until = 0.0
        self._awaited = 0

    @property
    def has_priority(self) -> bool:
        """Whether the user waits for another job."""
        return self._awaited > 0

    def pause_for(self, seconds: float) -> None:
        """Stop members at their next report for `seconds`."""
        self._held_until = time.monotonic() + seconds

    def prioritise(self) -> None:
        """Stop members at their next report until `end_priority`, because the user waits for another job."""
        with self._changed:
            self._awaited += 1

    def end_priority(self) -> None:
        """End one `prioritise`."""
        with self._changed:
            self._awaited -= 1
            self._changed.notify_all()

    def register(self, member: object) -> None:
        """Add a member, and wait for its first turn."""
        with self._changed:
            self._members.append(member)
            self._wait(member)

    def wait(self) -> None:
        """Wait while a pause or a priority is active."""
        left = self._held_until - time.monotonic()
        if left > 0:
            time.sleep(left)
        with self._changed:
            self._changed.wait_for(lambda: not self._awaited, _TURN_TIMEOUT)

    def yield_turn(self, member: object) -> None:
        """Wait for pauses, give the turn to the next member, and wait for the next turn."""
        self.wait()
        with self._changed:
            if len(self._members) > 1 and self._members[0] is member:
                self._members.append(self._members.pop(0))
                self._changed.notify_all()
                self._wait(member)

    def unregister(self, member: object) -> None:
        """Remove a member."""
        with self._changed:
            self._members.remove(member)
            self._changed.notify_all()

    def _wait(self, member: object) -> None:
        self._changed.wait_for(lambda: self._members[0] is member, _TURN_TIMEOUT)
