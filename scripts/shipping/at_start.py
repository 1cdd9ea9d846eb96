"""Runtime hook of the frozen program: child processes use the system's libraries, not the program's.

PyInstaller's loader sets LD_LIBRARY_PATH to the program's folder. A browser or file manager that is opened
from the window would load OpenSSL and SQLite from there.
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before
