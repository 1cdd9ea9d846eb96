"""Asks other windows of the user to show a file that they have open, instead of opening it read-only.

Each window listens on a socket in the user's own runtime folder, which no other user can enter. A process
that is about to open a file asks the sockets that it finds there. A window that hangs does not answer in
time, and a socket that a crash left behind refuses: the file is opened as if nobody had been asked. A process
that has just started has no socket yet. It leaves a link to its file in that folder, so that a second process
for the same file waits until the window is there. Systems without such a folder (Windows, macOS) have
neither.

It runs before the first paint: there is no Qt in it, and what is rarely needed is imported on use.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

NAME: Final = "mltag-desktop-{process}.socket"
TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (no password)
"""Environment variable by which a Wayland desktop allows a new process to come to the front."""
_SCREENS: Final = ("WAYLAND_DISPLAY", "DISPLAY")
_STARTING: Final = "mltag-desktop-{process}.opens"
"""Name of a link to the file with which a process was started."""
_START: Final = 10.0
"""Seconds within which a window that was started has opened its file."""
_AGAIN: Final = 0.05
"""Seconds between two questions to a window that is starting."""
_PATIENCE: Final = 1.0
"""Seconds in which a window has to answer."""
SHOWN: Final = b"shown"


def show_open_window(file: Path) -> bool:
    """Ask the user's other windows on this screen to show `file`; return whether one did.

    Waits for a window that was started with this file and does not have it open yet.
    """
    folder = runtime_folder()
    if folder is None:
        return False
    while not _ask(folder, file):
        if not _is_starting(folder, file):
            return False
        time.sleep(_AGAIN)
    return True


@contextlib.contextmanager
def starting_with(file: Path) -> Iterator[None]:
    """Tell other processes that this one opens `file`, until the block ends."""
    folder = runtime_folder()
    if folder is None:
        yield
        return
    link = folder / _STARTING.format(process=os.getpid())
    with contextlib.suppress(OSError):  # without the link, a second window opens the file read-only
        link.unlink(missing_ok=True)  # of an earlier process with this number
        link.symlink_to(file.absolute())
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            link.unlink(missing_ok=True)


def _is_starting(folder: Path, file: Path) -> bool:
    """Return whether another process was started with `file` a moment ago, and has not ended."""
    for link in folder.glob(_STARTING.format(process="*")):
        with contextlib.suppress(OSError, ValueError, OverflowError):
            if 0 <= time.time() - link.lstat().st_mtime < _START and link.samefile(file):
                os.kill(int(link.stem.rpartition("-")[2]), 0)  # an error says that it has ended
                return True
    return False


def _ask(folder: Path, file: Path) -> bool:
    """Ask the windows whose sockets are in `folder` to show `file`; return whether one did."""
    places = sorted(folder.glob(NAME.format(process="*")))
    if not places:
        return False
    import json

    request = {"file": str(file.absolute()), "screen": screen(), "token": os.environ.get(TOKEN, "")}
    content = json.dumps(request).encode()
    return any(_is_shown(place, content) for place in places)


def _is_shown(place: Path, content: bytes) -> bool:
    """Send a request to one window; return whether it shows the file."""
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_PATIENCE)
            connection.connect(str(place))
            connection.sendall(content)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(len(SHOWN)) == SHOWN
    except OSError:
        return False


def runtime_folder() -> Path | None:
    """Return the folder that only this user can enter, if the system has one."""
    name = os.environ.get("XDG_RUNTIME_DIR")
    if not name or os.name == "nt":
        return None
    try:
        found = Path(name).stat()
    except OSError:
        return None
    is_own = found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == stat.S_IRWXU
    return Path(name) if is_own else None


def screen() -> list[str]:
    """Return what tells the user's desktop from other ones, such as one that runs on another computer."""
    return [os.environ.get(name, "") for name in _SCREENS]
