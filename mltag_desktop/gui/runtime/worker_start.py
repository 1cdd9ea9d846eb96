"""The entry of the worker process: lowers its priority before it loads the program.

Loading takes 0.2 seconds of a core, just when the window shows the first records of a table.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


def start_worker(
    connection: "Connection[Any, Any]", folder: Path, idle_seconds: float, niceness: int
) -> None:
    """Serve the window at the other end of `connection`; `folder` is for temporary files."""
    if niceness:
        _give_way(niceness)
    from mltag_desktop.gui.runtime.worker_main import run_worker

    run_worker(connection, folder, idle_seconds)


def _give_way(niceness: int) -> None:
    """Let the window have a core before this process and its children."""
    if sys.platform == "win32":
        from ctypes import WinDLL, wintypes
        from subprocess import BELOW_NORMAL_PRIORITY_CLASS

        kernel = WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), BELOW_NORMAL_PRIORITY_CLASS)
    else:
        os.nice(niceness)
