"""Brings the window to the front that has a file open already, instead of opening the file read-only.

Each window listens on a socket in the user's own runtime folder, which no other user can enter. A process
that is about to open a file asks the sockets that it finds there. A window that hangs does not answer in
time, and a socket that a crash left behind refuses: the file is opened as if nobody had been asked. Systems
without such a folder (Windows, macOS) have no sockets.

What is not needed before the first paint is imported on use.
"""

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    import socket

_NAME: Final = "mltag-desktop-{process}.socket"
_TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105 (no password)
"""Environment variable by which a Wayland desktop allows a new process to come to the front."""
_SCREENS: Final = ("WAYLAND_DISPLAY", "DISPLAY")
_PATIENCE: Final = 1.0
"""Seconds in which a window has to answer."""
_BRIEF: Final = 0.2
"""Seconds in which a request has to arrive, while the window waits."""
_LONGEST: Final = 65_536
_SHOWN: Final = b"shown"

_log: Final = logging.getLogger(__name__)


def show_open_window(file: Path) -> bool:
    """Ask the user's other windows on this screen to show `file`; return whether one did."""
    folder = _runtime_folder()
    places = sorted(folder.glob(_NAME.format(process="*"))) if folder is not None else []
    if not places:
        return False
    import json

    request = {"file": str(file.absolute()), "screen": _screen(), "token": os.environ.get(_TOKEN, "")}
    content = json.dumps(request).encode()
    return any(_is_shown(place, content) for place in places)


class OpenWindowServer(QObject):
    """Listens for other processes that are about to open the file of this window, until `close`.

    `has_open` says whether a file is open for writing in the window.
    """

    def __init__(self, window: QWidget, has_open: Callable[[Path], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._has_open = has_open
        self._socket: socket.socket | None = None
        self._place = Path()

    def begin(self) -> None:
        """Start listening, if the user has a runtime folder."""
        import socket

        folder = _runtime_folder()
        if folder is None:
            return
        self._place = folder / _NAME.format(process=os.getpid())
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
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            self._place.unlink(missing_ok=True)

    @Slot()
    def _answer(self) -> None:
        if self._socket is None:
            return
        try:
            connection, _ = self._socket.accept()
            with connection:
                connection.settimeout(_BRIEF)
                request = _request(connection)
                if request["screen"] != _screen() or not self._has_open(Path(request["file"])):
                    return
                connection.sendall(_SHOWN)  # fails if the other process did not wait
        except (OSError, ValueError, TypeError, KeyError) as error:
            _log.debug("request of another process: %s", error)
            return
        self._come_to_front(str(request.get("token", "")))

    def _come_to_front(self, token: str) -> None:
        """Show the window in front of others; `token` is the desktop's permission under Wayland."""
        window, minimized = self._window, Qt.WindowState.WindowMinimized
        window.setWindowState(window.windowState() & ~minimized | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        if token:
            os.environ[_TOKEN] = token  # where Qt reads it
        (QApplication.activeModalWidget() or window).activateWindow()
        os.environ.pop(_TOKEN, None)


def _is_shown(place: Path, content: bytes) -> bool:
    """Send a request to one window; return whether it shows the file."""
    import socket

    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(_PATIENCE)
            connection.connect(str(place))
            connection.sendall(content)
            connection.shutdown(socket.SHUT_WR)
            return connection.recv(len(_SHOWN)) == _SHOWN
    except OSError:
        return False


def _request(connection: "socket.socket") -> dict[str, Any]:
    """Read a request; raises `OSError` if it does not arrive in time, `ValueError` if it is none."""
    import json

    content = b""
    while part := connection.recv(_LONGEST):
        content += part
        if len(content) > _LONGEST:
            raise ValueError("too long")
    request: dict[str, Any] = json.loads(content)
    return request


def _runtime_folder() -> Path | None:
    """Return the folder that only this user can enter, if the system has one."""
    name = os.environ.get("XDG_RUNTIME_DIR")
    if not name:
        return None
    try:
        found = Path(name).stat()
    except OSError:
        return None
    is_own = found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == stat.S_IRWXU
    return Path(name) if is_own else None


def _screen() -> list[str]:
    """Return what tells the user's desktop from other ones, such as one that runs on another computer."""
    return [os.environ.get(name, "") for name in _SCREENS]
