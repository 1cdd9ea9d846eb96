"""The progress bar: on a terminal only, and only once the work has taken a moment."""

import contextlib
import sys
import time
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from mltag_desktop.core.progress import SILENT, Progress

PATIENCE: Final = 0.5
"""Seconds of work before a bar is drawn."""


class Bar:
    """A `Progress` that draws itself with rich on stderr."""

    def __init__(self, title: str) -> None:
        self._rich = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._rich.add_task(title, total=1.0)
        self._title = title
        self._start = time.monotonic()
        self._drawn = False

    def report(self, fraction: float, step: str = "") -> None:
        """Draw `fraction` and `step`, after `PATIENCE`."""
        if not self._drawn:
            if time.monotonic() - self._start < PATIENCE:
                return
            self._rich.start()
            self._drawn = True
        self._rich.update(self._task, completed=fraction, description=step or self._title)

    def close(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._rich.stop()


@contextlib.contextmanager
def progress(title: str, *, quiet: bool) -> Iterator[Progress]:
    """Give a bar for a long function, or silence with `--quiet` and where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield SILENT
        return
    bar = Bar(title)
    try:
        yield bar
    finally:
        bar.close()
