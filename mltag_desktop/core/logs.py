"""A rotating log without texts: times, counts, versions and source positions only.

    _log = logging.getLogger(__name__)
    _log.info("opened %s: %d records", path, count)

Message arguments are numbers, paths (only the file name is written) and `Word`s. Of any other value only the
type is written, of an error its type and position. So no cell, tag, note or file content gets into the log.
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
from mltag_desktop.core.crash_report import summary

NAME: Final = "mltag.log"
MOST_BYTES: Final = 512 * 1024
"""Of one file; then the next one is begun."""
KEPT: Final = 4
"""Files, the one that is written to among them."""
LEVELS: Final = {"off": logging.CRITICAL + 1, "normal": logging.INFO, "detailed": logging.DEBUG}
MOST_SIGNS: Final = 200
"""Of one word or name."""
_HELD: Final = 500
"""Lines that are kept while there is no file yet."""


class Word(str):
    """A word of the program's own, such as a version or a command's name: never one of the user's."""

    __slots__ = ()


def log_folder() -> Path:
    """Return the platform's folder for logs; it may not exist yet."""
    import platformdirs  # costs milliseconds, and nothing is written before the first tags are there

    return platformdirs.user_log_path("mltag-desktop", appauthor=False)


class TextlessFormatter(logging.Formatter):
    """Writes a line of which only numbers, names of files and the program's own words can be part."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line for `record`."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        place = record.name.removeprefix("mltag_desktop.")
        line = f"{stamp}.{int(record.msecs):03}Z {record.levelname.lower()} {place}: {_filled(record)}"
        error = record.exc_info[1] if record.exc_info else None
        return f"{line}: {summary(error)}" if error is not None else line


class LogFile(logging.Handler):
    """Holds lines until `begin`, then writes them to a rotating file.

    The start of the program costs no file that way. A full or missing disk ends the log, not the program.
    """

    def __init__(self, level: str = "normal") -> None:
        super().__init__()
        self._held: deque[logging.LogRecord] = deque(maxlen=_HELD)
        self._file: RotatingFile | None = None
        self.choose(level)

    def begin(self, folder: Path) -> None:
        """Write to `folder` from now on, starting with the lines held so far."""
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = RotatingFile(folder / NAME)
            while self._held:
                self._file.handle(self._held.popleft())

    def choose(self, level: str) -> None:
        """Keep messages of `level` ("off", "normal", "detailed") and above."""
        self.setLevel(LEVELS[level])
        _own().setLevel(LEVELS[level])

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
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
    """mltag.log, with mltag.1.log and so on as the older files; readable by the user alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=MOST_BYTES, backupCount=KEPT - 1, encoding="utf-8", errors="backslashreplace"
        )
        self.setFormatter(TextlessFormatter())
        self._broken = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, unless writing failed before."""
        if not self._broken:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (overrides logging)
        """Stop logging: the disk is full or gone."""
        self._broken = True
        with contextlib.suppress(OSError):
            self.close()

    def rotation_filename(self, default_name: str) -> str:
        """Return mltag.1.log for mltag.log.1."""
        stem, _, number = default_name.rpartition(".")
        return f"{stem.removesuffix('.log')}.{number}.log"

    def rotate(self, source: str, dest: str) -> None:
        """Rename `source` to `dest`; empty it when another program holds one of them."""
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
    """Let the program's own loggers write to a new log file, once it begins; other libraries' do not."""
    made = LogFile(level)
    own = _own()
    own.propagate = False
    own.addHandler(made)
    return made


def stop_logging(file: LogFile) -> None:
    """Take `file` away again and close it."""
    own = _own()
    own.removeHandler(file)
    own.propagate = True
    own.setLevel(logging.NOTSET)
    file.close()


def _own() -> logging.Logger:
    return logging.getLogger(mltag_desktop.__name__)


def _filled(record: logging.LogRecord) -> str:
    arguments = record.args if isinstance(record.args, tuple) else (record.args,)
    try:
        return str(record.msg) % tuple(map(_admitted, arguments)) if record.args else str(record.msg)
    except (TypeError, ValueError):
        return str(record.msg)


def _admitted(value: object) -> object:
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, Word | PurePath):
        shown = value.name if isinstance(value, PurePath) else value
        return "".join(sign if sign.isprintable() else "?" for sign in shown[:MOST_SIGNS])
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, BaseException):
        return summary(value)
    return f"<{type(value).__name__}>"
