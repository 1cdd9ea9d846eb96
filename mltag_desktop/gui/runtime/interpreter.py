"""Settings of the Python interpreter for the window: import, switch interval, garbage collection, heap.

`docs/decisions/0022-runtime-tricks.md` says what each is worth.
"""

import builtins
import gc
import sys
from typing import Final

SWITCH_INTERVAL: Final = 0.0001
"""Switch interval in seconds. It is shorter than the time between two calls of a worker that release the GIL:
a thread requests the GIL only after a full interval without a release."""


def use_pythons_import() -> None:
    """Load modules without reading their source from now on.

    PySide6 replaces the import with one that reads the source of each module, to see if it uses snake_case
    names, and keeps the import before it under another name.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def configure_interpreter() -> None:
    """Keep worker threads and garbage collection from blocking the window; call once all is loaded."""
    from mltag_desktop.core.processes.heap import limit_heap

    limit_heap()
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.freeze()  # full collections skip the modules and widgets that are loaded by now
