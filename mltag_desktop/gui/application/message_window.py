"""Messages between windows of this user on Windows, which has no runtime folder for sockets.

A window of the program listens with an invisible one, which other processes on the same desktop find by its
title. A process that opens a file has a mutex for it meanwhile. Windows deletes both with their process.
"""

import contextlib
import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from ctypes import wintypes
from typing import Any, Final

assert sys.platform == "win32"  # noqa: S101 (for mypy)

_TITLE: Final = "mltag-desktop-listens"
_MESSAGE_ONLY: Final = wintypes.HWND(-3)
_COPY_DATA: Final = 0x4A
_ABORT_IF_HUNG: Final = 2
_ALREADY_EXISTS: Final = 183
_LONGEST: Final = 65_536
_SYNCHRONIZE: Final = 0x100000

_user: Final = ctypes.WinDLL("user32", use_last_error=True)
_kernel: Final = ctypes.WinDLL("kernel32", use_last_error=True)
_PROCEDURE: Final = ctypes.WINFUNCTYPE(
    ctypes.c_ssize_t, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)
_FUNCTIONS: Final[tuple[tuple[Any, Any, list[Any]], ...]] = (
    (_user.FindWindowExW, wintypes.HWND, [wintypes.HWND, wintypes.HWND, wintypes.LPCWSTR, wintypes.LPCWSTR]),
    (_user.CreateWindowExW, wintypes.HWND,
     [wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD, *[ctypes.c_int] * 4,
      wintypes.HWND, wintypes.HMENU, wintypes.HINSTANCE, wintypes.LPVOID]),
    (_user.DefWindowProcW, ctypes.c_ssize_t,
     [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM]),
    (_kernel.GetModuleHandleW, wintypes.HMODULE, [wintypes.LPCWSTR]),
    (_user.UnregisterClassW, wintypes.BOOL, [wintypes.LPCWSTR, wintypes.HINSTANCE]),
    (_user.DestroyWindow, wintypes.BOOL, [wintypes.HWND]),
    (_user.GetWindowThreadProcessId, wintypes.DWORD, [wintypes.HWND, wintypes.LPVOID]),
    (_user.SendMessageTimeoutW, ctypes.c_ssize_t,
     [wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPVOID, wintypes.UINT, wintypes.UINT,
      wintypes.LPVOID]),
    (_kernel.CreateMutexW, wintypes.HANDLE, [wintypes.LPVOID, wintypes.BOOL, wintypes.LPCWSTR]),
    (_kernel.OpenMutexW, wintypes.HANDLE, [wintypes.DWORD, wintypes.BOOL, wintypes.LPCWSTR]),
    (_kernel.CloseHandle, wintypes.BOOL, [wintypes.HANDLE]),
)  # fmt: skip
for function, result, arguments in _FUNCTIONS:
    function.restype, function.argtypes = result, arguments


class _Data(ctypes.Structure):
    """`COPYDATASTRUCT`."""

    _fields_ = (("kind", wintypes.LPVOID), ("size", wintypes.DWORD), ("content", wintypes.LPVOID))


class _Class(ctypes.Structure):
    """`WNDCLASSW`."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", _PROCEDURE),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HANDLE),
        ("cursor", wintypes.HANDLE),
        ("brush", wintypes.HANDLE),
        ("menu", wintypes.LPCWSTR),
        ("name", wintypes.LPCWSTR),
    )


def ask(content: bytes, patience: float) -> bool:
    """Send `content` to the windows that listen, one after the other; return whether one said yes.

    Each may come to the front, which Windows allows only to a program that the user has just used. A window
    that does not answer in `patience` seconds is passed over.
    """
    data = _Data(None, len(content), ctypes.cast(ctypes.c_char_p(content), wintypes.LPVOID))
    answer, process = ctypes.c_size_t(), wintypes.DWORD()
    message = (_COPY_DATA, 0, ctypes.byref(data), _ABORT_IF_HUNG, int(patience * 1000), ctypes.byref(answer))
    window = None
    while window := _user.FindWindowExW(_MESSAGE_ONLY, window, None, _TITLE):
        _user.GetWindowThreadProcessId(window, ctypes.byref(process))
        _user.AllowSetForegroundWindow(process)
        if _user.SendMessageTimeoutW(window, *message) and answer.value:
            return True
    return False


def is_held(name: str) -> bool:
    """Return whether a process holds this name."""
    found = _kernel.OpenMutexW(_SYNCHRONIZE, False, name)
    if found:
        _kernel.CloseHandle(found)
    return bool(found)


@contextlib.contextmanager
def hold(name: str, longest: float) -> Iterator[bool]:
    """Hold a name until the block or the process ends, for `longest` seconds at most.

    Yields False if another process holds it.
    """
    mutex = _kernel.CreateMutexW(None, False, name)
    is_first = ctypes.get_last_error() != _ALREADY_EXISTS
    ended = threading.Event()

    def release() -> None:
        ended.wait(longest)
        _kernel.CloseHandle(mutex)

    thread = threading.Thread(target=release, daemon=True)
    thread.start()
    try:
        yield is_first
    finally:
        ended.set()
        thread.join()


class Listener:
    """An invisible window that passes messages to `answer`, in the thread that made it, until `close`."""

    def __init__(self, answer: Callable[[bytes], bool]) -> None:
        self._answer = answer
        self._procedure = _PROCEDURE(self._receive)  # Windows has only its address
        self._name = f"mltag-desktop-{id(self)}"
        self._program = _kernel.GetModuleHandleW(None)
        described = _Class(procedure=self._procedure, instance=self._program, name=self._name)
        _user.RegisterClassW(ctypes.byref(described))
        self._window = _user.CreateWindowExW(
            0, self._name, _TITLE, 0, 0, 0, 0, 0, _MESSAGE_ONLY, None, self._program, None
        )

    def close(self) -> None:
        """Destroy the window, and its class, which calls this object."""
        _user.DestroyWindow(self._window)
        _user.UnregisterClassW(self._name, self._program)

    def _receive(self, window: Any, number: int, first: int, second: int) -> int:
        if number != _COPY_DATA:
            return int(_user.DefWindowProcW(window, number, first, second))
        data = ctypes.cast(second, ctypes.POINTER(_Data)).contents
        return int(data.size <= _LONGEST and self._answer(ctypes.string_at(data.content, data.size)))
