"""Error boundary of every command: an exit code, and at most two lines on stderr."""

import errno
import io
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

from mltag_desktop.cli.command_names import COMMANDS
from mltag_desktop.cli.output import printable
from mltag_desktop.core.diagnostics.crash_report import describe, write
from mltag_desktop.core.diagnostics.log_file import log_folder
from mltag_desktop.core.errors import Cancelled, MltagError

USER_ERROR: Final = 1
CRASH: Final = 70
CANCELLED: Final = 130
TERMINATED: Final = 143
_SYSTEM_ERRORS: Final = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE, errno.EACCES, errno.EPERM,
    errno.ENAMETOOLONG,
}  # fmt: skip
"""Error numbers caused by the disk or the system, not by a bug of the program."""


def guard(command: Callable[[], object]) -> int:
    """Run `command` and convert its result or exception to an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # show unknown characters escaped
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        command()
        sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except MltagError as error:
        _print_error(error.message, error.hint)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        return CANCELLED
    except BrokenPipeError:
        _close_stdout()
        return USER_ERROR
    except MemoryError:
        _print_error("This computer has run out of memory.", "Close other programs, or split the table.")
        return USER_ERROR
    except Exception as error:  # noqa: BLE001 - the crash boundary
        if isinstance(error, OSError) and error.errno in _SYSTEM_ERRORS:
            _print_error(f"{error.strerror}: {error.filename or 'the output'}.", "Fix that, then try again.")
            _close_stdout()
            return USER_ERROR
        log = _log_crash(error)
        _print_error(f"An unexpected error occurred: {type(error).__name__}.", f"The details are in {log}.")
        return CRASH
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _print_error(message: str, hint: str) -> None:
    for line in (message, hint):
        sys.stderr.write(printable(" ".join(line.split())) + "\n")


def _close_stdout() -> None:
    """Redirect stdout to the null device, so that the interpreter's last flush does not fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _terminate(number: int, frame: FrameType | None) -> None:
    """Exit cleanly on SIGTERM, so that temporary files are removed and locks released."""
    raise SystemExit(TERMINATED)


def _log_crash(error: Exception) -> Path | str:
    """Write a crash report to the log folder; return its path, or the report itself if there is no folder.

    The report names the command, but leaves out its arguments and error messages: both may quote texts.
    """
    command = next((word for word in sys.argv[1:] if word in COMMANDS), "none")
    report = describe(error, "the command line", {"command": command})
    try:
        return write(report, log_folder())
    except (OSError, MltagError):
        return f"\n{report.details}"
