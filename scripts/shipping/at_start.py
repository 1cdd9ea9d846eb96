"""Runtime hook of the frozen program: prepares what child processes need.

They use the system's libraries, not the program's.

PyInstaller's loader sets LD_LIBRARY_PATH to the program's folder. A browser or file manager that is opened
from the window would load OpenSSL and SQLite from there.

PyInstaller's hook for worker processes imports multiprocessing, which the window needs later: 15 ms. So
`build.spec` makes a module of it, and only worker processes import it. Python starts them with the option
--multiprocessing-fork, and the process that tracks their resources with -c.
"""

import os
import sys

if sys.platform.startswith("linux"):
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before

if {"--multiprocessing-fork", "-c"} & set(sys.argv[1:]):
    import pyi_rth_multiprocessing  # noqa: F401
