"""A rotating log file without texts: it contains only times, counts, versions and source positions.

    _log = logging.getLogger(__name__)
    _log.info("opened %s: %d records", path, count)

Message arguments can be numbers, paths (only the file name is written) and `SafeWord`s. For errors, type and
position are written, and for any other value only its type. So no cell, tag, note or file content gets into
the log.
"""

import contextlib
import logging
import os
import time
from collections import deque
from enum import Enum
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath
from typing import Final

import mltag_desktop
from mltag_desktop.core.diagnostics.crash_report import summary

NAME: Final = "mltag.log"
MOST_BYTES: Final = 512 * 1024
"""Size in bytes at which a new file is started."""
KEPT: Final = 4
"""Number of files to keep, including the current one."""
LEVELS: Final = {"off": logging.CRITICAL + 1, "normal": logging.INFO, "detailed": logging.DEBUG}
MOST_SIGNS: Final = 200
"""Maximum length of a logged word or file name."""
_MAX_HELD_LINES: Final = 500
"""Maximum number of lines held in memory before the file is open."""


class SafeWord(str):
    """A word defined by the program, such as a version or a command name; never a word of the user."""

    __slots__ = ()


class TextlessFormatter(logging.Formatter):
    """Formats log lines from numbers, file names and `SafeWord`s only."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the log line for `record`."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        place = record.name.removeprefix("mltag_desktop.")
        line = f"{stamp}.{int(record.msecs):03}Z {record.levelname.lower()} {place}: {_message(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{line}: {summary(error)}" if error is not None else line


class LogFile(logging.Handler):
    """A log handler that holds lines in memory until `begin`, then writes to a rotating file.

    So no file is opened while the program starts. When the disk is full or missing, only logging stops.
    """

    def __init__(self, level: str = "normal") -> None:
        super().__init__()
        self._held: deque[logging.LogRecord] = deque(maxlen=_MAX_HELD_LINES)
        self._file: RotatingFile | None = None
        self.choose(level)

    def begin(self, folder: Path) -> None:
        """Open the log file in `folder`, and write the lines held so far."""
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = RotatingFile(folder / NAME)
            while self._held:
                self._file.handle(self._held.popleft())

    def choose(self, level: str) -> None:
        """Set the level: "off", "normal" or "detailed"."""
        self.setLevel(LEVELS[level])
        _program_logger().setLevel(LEVELS[level])

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, or hold it until the file is open."""
        if self._file is None:
            self._held.append(record)
        else:
            self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class RotatingFile(RotatingFileHandler):
    """The file mltag.log, rotated to mltag.1.log and so on; only the user can read it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=MOST_BYTES, backupCount=KEPT - 1, encoding="utf-8", errors="backslashreplace"
        )
        self.setFormatter(TextlessFormatter())
        self._broken = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line, unless writing has failed before."""
        if not self._broken:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (overrides logging)
        """Stop logging after a write error, such as a full disk."""
        self._broken = True
        with contextlib.suppress(OSError):
            self.close()

    def rotation_filename(self, default_name: str) -> str:
        """Return mltag.1.log for mltag.log.1."""
        stem, _, number = default_name.rpartition(".")
        return f"{stem.removesuffix('.log')}.{number}.log"

    def rotate(self, source: str, dest: str) -> None:
        """Rename `source` to `dest`; truncate it when another program has one of them open."""
        try:
            Path(source).replace(dest)
        except OSError:
            os.truncate(source, 0)

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        if os.name != "nt":
            Path(self.baseFilename).chmod(0o600)
        return stream


def start_logging(level: str) -> LogFile:
    """Attach a new log handler to the program's loggers (not to those of libraries) and return it."""
    log_file = LogFile(level)
    logger = _program_logger()
    logger.propagate = False
    logger.addHandler(log_file)
    return log_file


def stop_logging(file: LogFile) -> None:
    """Detach `file` from the program's loggers and close it."""
    logger = _program_logger()
    logger.removeHandler(file)
    logger.propagate = True
    logger.setLevel(logging.NOTSET)
    file.close()


def _program_logger() -> logging.Logger:
    return logging.getLogger(mltag_desktop.__name__)


def _message(record: logging.LogRecord) -> str:
    arguments = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return str(record.msg) % tuple(map(_loggable, arguments)) if record.args else str(record.msg)
    except (TypeError, ValueError):
        return str(record.msg)


def _loggable(value: object) -> object:
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, SafeWord | PurePath):
        word = value.name if isinstance(value, PurePath) else value
        return "".join(char if char.isprintable() else "?" for char in word[:MOST_SIGNS])
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, BaseException):
        return summary(value)
    return f"<{type(value).__name__}>"
