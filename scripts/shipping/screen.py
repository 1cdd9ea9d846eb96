"""A virtual screen with keyboard input, for tests of the built program."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PLACE: Final = Path("/tmp/.X11-unix")  # noqa: S108 - X's socket directory


@contextmanager
def screen() -> Iterator[str]:
    """Run an X server, and yield the value for DISPLAY."""
    number = next(n for n in range(90, 200) if not (_PLACE / f"X{n}").exists())
    command = ["Xvfb", f":{number}", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for((_PLACE / f"X{number}").exists, "the screen")
            yield f":{number}"
        finally:
            server.terminate()


def on_screen(display: str, *words: str) -> str:
    """Run xdotool and return its output; raises `CalledProcessError` when it fails."""
    environment = {"DISPLAY": display, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["xdotool", *words], capture_output=True, text=True, env=environment, check=True, timeout=60
    )
    return done.stdout.strip()


def focus(display: str, name: str) -> str:
    """Wait for a window with `name` in its title, focus it, and return its number."""
    number = on_screen(display, "search", "--sync", "--onlyvisible", "--name", name).splitlines()[-1]
    on_screen(display, "windowfocus", "--sync", number)
    return number


def wait_for(until: Callable[[], bool], what: str, patience: float = 60.0) -> None:
    """Wait until a condition holds; raises `TimeoutError` after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not until():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.1)
