"""Returns freed memory to the operating system."""

import ctypes
import sys


def trim_heap() -> None:
    """Return all free pages to the system, after a table was imported or closed; only glibc can do that.

    glibc keeps freed memory in one arena for each thread: after a million records were read and sorted, more
    than was in use.
    """
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(ctypes.c_size_t(0))
