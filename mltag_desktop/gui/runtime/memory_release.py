"""Memory that nobody uses any more goes back to the system, where the C library would keep it.

glibc keeps what was freed, in an arena for each thread that asked for memory: with a million records read,
sorted and decided, more than all that was in use, and for as long as the program ran.
"""

import ctypes
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.document.workspace_opener import WorkspaceOpener
from mltag_desktop.gui.runtime.jobs import Job, JobRunner
from mltag_desktop.gui.state.session import Session

if TYPE_CHECKING:
    from mltag_desktop.core.model.linear_model import LinearModel

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
"""What glibc's `malloc.h` calls M_TRIM_THRESHOLD, M_MMAP_THRESHOLD and M_ARENA_MAX."""
_LARGE: Final = 2 << 20
"""Bytes from which a block is the system's own, so that it goes back when it is freed. Without a number glibc
raises it to 32 MiB as such blocks are freed, and a column of numbers then lies between others."""
_SPARE: Final = 8 << 20
"""Bytes that may lie free at an arena's end; with 4 MiB predicting takes a fifth more CPU."""
_ARENAS: Final = 4
_SETTLED: Final = 1_000
"""Milliseconds after which what follows the closing of a table is over."""


def limit_heap() -> None:
    """Have the C library keep little of what is freed from now on; does nothing but with glibc."""
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        for option, value in ((_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _SPARE), (_ARENA_MAX, _ARENAS)):
            mallopt(option, value)


def release_memory(_progress: Progress, model: "LinearModel | None" = None) -> bool:
    """Give the system all free pages; whether there were any. False but with glibc.

    What `model` remembers of the words that it met goes too: it lies strewn among what a table took.
    """
    if model is not None:
        model.vectors.forget_words()
    trim = _of_glibc("malloc_trim")
    return trim is not None and bool(trim(ctypes.c_size_t(0)))


def _of_glibc(name: str) -> "ctypes._NamedFuncPointer | None":
    """Return a function of glibc; None with another C library, which has not both."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return getattr(library, name, None) if hasattr(library, "gnu_get_libc_version") else None


class MemoryReleaser(QObject):
    """Returns the memory of a closed table, in a job and once no other job runs."""

    def __init__(self, session: Session, jobs: JobRunner, opening: WorkspaceOpener) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._is_due = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settle.timeout.connect(self._give)
        jobs.idle.connect(self._give)
        opening.let_go.connect(self._expect)

    @Slot()
    def _expect(self) -> None:
        self._is_due = True
        self._settle.start()

    @Slot()
    def stop(self) -> None:
        """The program ends, and gives back everything."""
        self._is_due = False
        self._settle.stop()

    @Slot()
    def _give(self) -> None:
        if self._is_due and not self._settle.isActive() and not self._jobs.running:
            self._is_due = False
            self._jobs.run(Job(release_memory, self._session.base))
