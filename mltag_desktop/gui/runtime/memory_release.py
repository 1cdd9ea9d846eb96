"""Returns freed heap memory to the operating system (glibc `malloc_trim`).

glibc keeps freed memory in one arena per allocating thread. After a million records were read, sorted and
decided, the freed memory exceeded the memory in use, and stayed until the program ended.
"""

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.runtime.jobs import Job, JobRunner

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
"""M_TRIM_THRESHOLD, M_MMAP_THRESHOLD and M_ARENA_MAX of glibc's `malloc.h`."""
_MMAP_BYTES: Final = 2 << 20
"""Bytes from which a block gets its own mapping, which is returned when the block is freed. Without a
fixed value glibc raises the threshold to 32 MiB as such blocks are freed, and numeric columns then
fragment the heap."""
_TRIM_BYTES: Final = 8 << 20
"""Free bytes that may stay at the end of an arena; with 4 MiB prediction takes 20% more CPU time."""
_ARENAS: Final = 4
_DELAY: Final = 1_000
"""Milliseconds to wait after a table was closed, until the follow-up work is done."""


def limit_heap() -> None:
    """Configure glibc to keep little freed memory; does nothing with another C library."""
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        for option, value in (
            (_MMAP_THRESHOLD, _MMAP_BYTES),
            (_TRIM_THRESHOLD, _TRIM_BYTES),
            (_ARENA_MAX, _ARENAS),
        ):
            mallopt(option, value)


def release_memory(_progress: Progress, model: "LinearModel | None" = None) -> bool:
    """Return all free pages to the system; return whether there were any (False without glibc).

    Models keep memory for many predictions, which `model` releases too.
    """
    if model is not None:
        model.vectors.release_memory()
    trim = _of_glibc("malloc_trim")
    return trim is not None and bool(trim(ctypes.c_size_t(0)))


def _of_glibc(name: str) -> "ctypes._NamedFuncPointer | None":
    """Return a function of glibc; None with another C library."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return getattr(library, name, None) if hasattr(library, "gnu_get_libc_version") else None


class MemoryReleaser(QObject):
    """Returns the memory of a closed table, in a job, once no other job runs.

    Connect what tells that a table was closed to `release_when_idle`; `base_model` returns the base model.
    """

    def __init__(self, jobs: JobRunner, base_model: "Callable[[], LinearModel | None]") -> None:
        super().__init__()
        self._base_model = base_model
        self._jobs = jobs
        self._is_due = False
        self._settle = QTimer(self, singleShot=True, interval=_DELAY)
        self._settle.timeout.connect(self._release_if_due)
        jobs.idle.connect(self._release_if_due)

    @Slot()
    def release_when_idle(self) -> None:
        """Release memory once the running jobs have ended."""
        self._is_due = True
        self._settle.start()

    @Slot()
    def stop(self) -> None:
        """Cancel the release, because the program is ending."""
        self._is_due = False
        self._settle.stop()

    @Slot()
    def _release_if_due(self) -> None:
        if self._is_due and not self._settle.isActive() and not self._jobs.running:
            self._is_due = False
            gc.collect()  # the closed workspace is part of a reference cycle; takes about 15 ms
            self._jobs.run(Job(release_memory, self._base_model()))
