"""Brings the window to the front when another process is about to open its file; see `open_windows.py`."""

import json
import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from mltag_desktop.gui.application.open_windows import NAME, SHOWN, TOKEN, runtime_folder, screen

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
        self._socket: socket.socket | None = None
        self._place = Path()

    def begin(self) -> None:
        """Start listening, if the user has a runtime folder."""
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
                if request["screen"] != screen() or not self._has_open(Path(request["file"])):
                    return
                connection.sendall(SHOWN)  # fails if the other process did not wait
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
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
