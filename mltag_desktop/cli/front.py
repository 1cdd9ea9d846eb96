"""What the command line asks of the window; handed in by `__main__`, since the two do not know each other."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FrontEnd:
    """Functions that need the window."""

    open_window: Callable[[Path | None], int]
    """Open the window, with a file if one is given; returns the exit code."""
    tour: Callable[[Path], list[Path]]
    """Do the main job offscreen with pictures into the folder; returns the pictures."""
    selftest_window: Callable[[Path], str]
    """Open the window offscreen, working in the folder; returns what was seen in a few words."""
