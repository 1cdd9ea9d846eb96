"""Where every command ends: an exit code, and at most two lines on stderr."""

import errno
import io
import os
import platform
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

import platformdirs

from mltag_desktop import __version__
from mltag_desktop.core.errors import Cancelled, MltagError

USER_ERROR: Final = 1
CRASH: Final = 70
CANCELLED: Final = 130
TERMINATED: Final = 143
_SURROUNDINGS: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EMFILE}
"""What the disk or the system refuses, whoever asks."""


def guard(command: Callable[[], object]) -> int:
    """Run `command` and turn whatever comes out of it into an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # rather than stop at a sign it cannot show
    before = signal.signal(signal.SIGTERM, _terminate)
    try:
        command()
        sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except MltagError as error:
        _say(error.message, error.hint)
        return USER_ERROR
    except (Cancelled, KeyboardInterrupt):
        return CANCELLED
    except BrokenPipeError:
        _close_stdout()
        return USER_ERROR
    except MemoryError:
        _say("The memory of this computer is used up.", "Close other programs, or split the table.")
        return USER_ERROR
    except Exception as error:  # noqa: BLE001 - the crash boundary
        if isinstance(error, OSError) and error.errno in _SURROUNDINGS:
            _say(f"{error.strerror}: {error.filename or 'the output'}.", "Mend that, then try again.")
            _close_stdout()
            return USER_ERROR
        log = _log_crash(error)
        _say(
            f"Something went wrong inside the program: {type(error).__name__}.", f"The details are in {log}."
        )
        return CRASH
    finally:
        signal.signal(signal.SIGTERM, before)
    return 0


def _say(message: str, hint: str) -> None:
    for line in (message, hint):
        sys.stderr.write(" ".join(line.split()) + "\n")


def _close_stdout() -> None:
    """Give what is left of stdout to nobody, so that the interpreter's last flush is silent."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _terminate(number: int, frame: FrameType | None) -> None:
    """End in order on SIGTERM: temporary files are removed and locks given back."""
    raise SystemExit(TERMINATED)


def _log_crash(error: Exception) -> Path | str:
    """Write the traceback to the log folder; return where, or the traceback when there is no folder."""
    text = "".join(traceback.format_exception(error))
    head = f"MLTag Desktop {__version__}, Python {platform.python_version()}, {platform.platform()}"
    try:
        folder = platformdirs.user_log_path("mltag-desktop", appauthor=False, ensure_exists=True)
        log = folder / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
        log.write_text(f"{head}\n{sys.argv}\n\n{text}", encoding="utf-8")
    except OSError:
        return text
    return log
