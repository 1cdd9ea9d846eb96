"""Entry point of `mltag`: connects the front ends."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mltag_desktop.cli.command_names import COMMANDS
from mltag_desktop.core.tables.workbook_guard import PROBE, probe

if TYPE_CHECKING:
    from mltag_desktop.cli.command_line import ClusterEngine
    from mltag_desktop.core.serving.records import ServiceOptions

_CANCELLED = 130


def main() -> int:
    """Open the window for `mltag` and `mltag FILE`, else run a command; return the exit code."""
    if getattr(sys, "frozen", False) and "multiprocessing" in sys.modules:  # see scripts/shipping/at_start.py
        _freeze_support()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # OpenBLAS threads slow each other down
    arguments = sys.argv[1:]
    if arguments[:1] == [PROBE]:
        return probe(Path(arguments[1]))
    if not arguments:
        return open_window(None)
    if len(arguments) == 1 and names_a_file(arguments[0]):
        return _open_file(Path(arguments[0]))
    return _run_command(arguments)


def _freeze_support() -> None:
    """Run a worker process of the frozen program instead of opening a second window."""
    import multiprocessing

    multiprocessing.freeze_support()


def names_a_file(argument: str) -> bool:
    """Return whether a single argument is a file rather than a command, an option or a typing error."""
    if argument.startswith("-") or argument in COMMANDS:
        return False
    return bool({os.sep, os.altsep} & {*argument}) or bool(Path(argument).suffix) or _is_there(Path(argument))


def _is_there(path: Path) -> bool:
    """Return whether the file exists; False for a name that is too long, for which Path raises."""
    try:
        return path.exists()
    except OSError:
        return False


def _open_file(path: Path) -> int:
    if not _is_there(path):
        sys.stderr.write(f"There is no file {path}.\nCheck the name, or open a file from the window.\n")
        return 1
    return open_window(path)


# Imported on use: the window needs no parser, a command needs no Qt.


def open_window(path: Path | None) -> int:
    """Open the window, with a table or workspace if given, and return the exit code."""
    gc.disable()  # as `run` does, but its imports come first
    from mltag_desktop.gui.application.startup import run

    return run(path)


def _tour(folder: Path) -> list[Path]:
    from mltag_desktop.gui.application.tour import tour

    return tour(folder)


def _selftest_window(folder: Path) -> str:
    from mltag_desktop.gui.application.tour import selftest_window

    return selftest_window(folder)


def _serve(options: "ServiceOptions") -> int:
    from importlib.util import find_spec

    from mltag_desktop.core.errors import MltagError
    from mltag_desktop.core.filesystem import how_to_get

    if not (find_spec("fastapi") and find_spec("uvicorn")):
        raise MltagError("The service is not installed.", how_to_get("serve"))
    from mltag_desktop.service.launcher import serve

    return serve(options)


def _cluster() -> "ClusterEngine":
    from mltag_desktop.scale import ray_engine

    return ray_engine


def _run_command(arguments: list[str]) -> int:
    gc.disable()  # collecting the little garbage of imports takes a fifth of a command's start
    try:
        from mltag_desktop.cli.command_line import FrontEnd, run
    except KeyboardInterrupt:  # `run` handles it later
        return _CANCELLED
    gc.freeze()  # a full collection, as at the end of Python, skips what was imported
    gc.enable()
    return run(arguments, FrontEnd(open_window, _tour, _selftest_window, _cluster, _serve))


if __name__ == "__main__":
    sys.exit(main())
