"""Decides how much freed memory a process keeps (glibc `mallopt` and `malloc_trim`); knows no Qt.

glibc keeps freed memory in one arena per allocating thread. After a million records were read, sorted and
decided, the freed memory exceeded the memory in use, and stayed until the program ended. A training, which
allocates and frees arrays of the same sizes again and again, is faster with memory that is kept, and so is
the prediction of a file.
"""

import ctypes
import sys
from collections.abc import Mapping
from typing import Final

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
_REUSED_MMAP_BYTES: Final = 16 << 20
_REUSED_TRIM_BYTES: Final = 32 << 20
"""For processes that train or predict files: a fold of 764 rows frees blocks of 4 MB, with more than 3,000
page faults."""


def limit_heap() -> None:
    """Configure glibc to keep little freed memory; does nothing with another C library."""
    _configure({_MMAP_THRESHOLD: _MMAP_BYTES, _TRIM_THRESHOLD: _TRIM_BYTES, _ARENA_MAX: _ARENAS})


def reuse_heap() -> None:
    """Configure glibc to keep freed memory for the next arrays; does nothing with another C library."""
    _configure({_MMAP_THRESHOLD: _REUSED_MMAP_BYTES, _TRIM_THRESHOLD: _REUSED_TRIM_BYTES})


def trim_heap() -> bool:
    """Return all free pages to the system; return whether there were any (False without glibc)."""
    trim = _of_glibc("malloc_trim")
    return trim is not None and bool(trim(ctypes.c_size_t(0)))


def _configure(options: Mapping[int, int]) -> None:
    mallopt = _of_glibc("mallopt")
    if mallopt is not None:
        for option, value in options.items():
            mallopt(option, value)


def _of_glibc(name: str) -> "ctypes._NamedFuncPointer | None":
    """Return a function of glibc; None with another C library."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return getattr(library, name, None) if hasattr(library, "gnu_get_libc_version") else None
