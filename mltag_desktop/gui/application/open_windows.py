"""One window for each file: another process asks for it, and it comes to the front.

Asks other windows of the user to show a file that they have open, instead of opening it read-only.

Each window listens on a socket in the user's own runtime folder, which no other user can enter. A process
that is about to open a file asks the sockets that it finds there. A window that hangs does not answer in
time, and a socket that a crash left behind refuses: the file is opened as if nobody had been asked. A process
that has just started has no socket yet. It leaves a link in that folder, which is named after the file and
can be made only once, so that a second process for the same file waits until the window is there. Windows has
messages and mutexes for the same (`message_window.py`); macOS gives files to the running program itself.

It runs before the first paint: there is no Qt in `show_open_window`, and what is rarely needed is imported on
use.
"""

import contextlib
import json
import logging
import os
import socket
import stat
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication, QWidget

NAME: Final = "mltag-desktop-{process}.socket"
TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (no password)
"""Environment variable by which a Wayland desktop allows a new process to come to the front."""
_SCREENS: Final = ("WAYLAND_DISPLAY", "DISPLAY")
_STARTING: Final = "mltag-desktop-{device:x}-{file:x}.opens"
"""Name of a link that points to the number of the process that opens a file."""
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
    if sys.platform == "win32":
        from mltag_desktop.gui.application import message_window

        name, last = mutex_name(file), time.monotonic() + _START
        while not message_window.ask(str(file.absolute()).encode(), _PATIENCE):
            if not message_window.is_held(name) or time.monotonic() > last:
                return False
            time.sleep(_AGAIN)
        return True
    folder = runtime_folder()
    if folder is None:
        return False
    while not _ask(folder, file):
        if not _is_starting(folder, file):
            return False
        time.sleep(_AGAIN)
    return True


@contextlib.contextmanager
def starting_with(file: Path) -> Iterator[bool]:
    """Tell other processes that this one opens `file`, until the block ends.

    Yields False if another process said so just now: its window should be asked again.
    """
    if sys.platform == "win32":
        from mltag_desktop.gui.application import message_window

        with message_window.hold(mutex_name(file), _START) as is_first:
            yield is_first
        return
    folder = runtime_folder()
    if folder is None:
        yield True
        return
    is_first, link = True, None
    with contextlib.suppress(OSError):  # without the link, a second window opens the file read-only
        link = _link(folder, file)
        is_first = _is_made(link) or (not _is_starting(folder, file) and _is_made(link, renew=True))
    try:
        yield is_first
    finally:
        with contextlib.suppress(OSError):
            if link is not None and str(link.readlink()) == str(os.getpid()):
                link.unlink()


def mutex_name(file: Path) -> str:
    """Return the name by which Windows knows that a process opens `file`; it may not be a path."""
    return f"mltag-desktop-{zlib.crc32(os.path.normcase(file.resolve()).encode()):08x}"


def _link(folder: Path, file: Path) -> Path:
    found = file.stat()
    return folder / _STARTING.format(device=found.st_dev, file=found.st_ino)


def _is_made(link: Path, *, renew: bool = False) -> bool:
    """Make the link of this process; return False if there is one, which `renew` replaces."""
    if renew:
        link.unlink(missing_ok=True)
    try:
        link.symlink_to(str(os.getpid()))
    except FileExistsError:
        return False
    return True


def _is_starting(folder: Path, file: Path) -> bool:
    """Return whether a process was started with `file` a moment ago, and has not ended."""
    with contextlib.suppress(OSError, ValueError, OverflowError):
        link = _link(folder, file)
        if 0 <= time.time() - link.lstat().st_mtime < _START:
            os.kill(int(link.readlink().name), 0)  # an error says that it has ended
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


_BRIEF: Final = 0.2
"""Seconds in which a request has to arrive, while the window waits."""
_LONGEST: Final = 65_536

_log: Final = logging.getLogger(__name__)


class WindowServer(QObject):
    """Listens for other processes that are about to open the file of this window, until `close`.

    `has_open` says whether a file is open for writing in the window.
    """

    def __init__(self, window: QWidget, has_open: Callable[[Path], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._has_open = has_open
        self._listening = contextlib.ExitStack()
        self._socket: socket.socket | None = None
        self._place = Path()

    def begin(self) -> None:
        """Start listening, if the user has a runtime folder or the system is Windows."""
        if sys.platform == "win32":
            from mltag_desktop.gui.application import message_window

            self._listening.callback(message_window.Listener(self._shows).close)
            return
        folder = runtime_folder()
        if folder is None:
            return
        self._place = folder / NAME.format(process=os.getpid())
        listening = socket.socket(socket.AF_UNIX)
        try:
            self._place.unlink(missing_ok=True)  # of an earlier process with this number
            listening.bind(str(self._place))
            listening.listen()
        except OSError as error:  # such as a path that is too long
            _log.debug("no socket for other windows: %s", error)
            listening.close()
            return
        listening.setblocking(False)
        self._socket = listening
        notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._answer)

    def close(self) -> None:
        """Stop listening."""
        self._listening.close()
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            self._place.unlink(missing_ok=True)

    def _shows(self, content: bytes) -> bool:
        """Come to the front if the file that `content` names is open here; return whether it is."""
        try:
            is_open = self._has_open(Path(content.decode()))
        except ValueError as error:
            _log.debug("request of another process: %s", error)
            return False
        if is_open:
            self._come_to_front("")
        return is_open

    @Slot()
    def _answer(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _ = self._socket.accept()
            with connection:
                connection.settimeout(_BRIEF)
                request = _request(connection)
                if request["screen"] != screen() or not self._has_open(Path(request["file"])):
                    return
                connection.sendall(SHOWN)  # fails if the other process did not wait
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            _log.debug("request of another process: %s", error)
            return
        self._come_to_front(str(request.get("token", "")))

    def _come_to_front(self, token: str) -> None:
        """Show the window in front of others; `token` is the desktop's permission under Wayland."""
        from PySide6.QtCore import Qt  # not before the first paint: it has hundreds of enum values

        window, minimized = self._window, Qt.WindowState.WindowMinimized
        window.setWindowState(window.windowState() & ~minimized | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        if token:
            os.environ[TOKEN] = token  # where Qt reads it
        (QApplication.activeModalWidget() or window).activateWindow()
        os.environ.pop(TOKEN, None)


def _request(connection: socket.socket) -> dict[str, Any]:
    """Read a request; raises `OSError` if it does not arrive in time, `ValueError` if it is not one."""
    content = b""
    while part := connection.recv(_LONGEST):
        content += part
        if len(content) > _LONGEST:
            raise ValueError("too long")
    request: dict[str, Any] = json.loads(content)
    return request
