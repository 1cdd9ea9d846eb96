"""Runs before the frozen program: what it starts sees the system's own libraries, not the program's.

PyInstaller's loader points LD_LIBRARY_PATH at the program's folder, for itself. A browser or a file manager
that is opened from the window would take OpenSSL and SQLite from there.
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
