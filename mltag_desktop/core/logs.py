"""A log that rotates and holds no texts: times, counts, versions and places in the program, nothing else.

    _log = logging.getLogger(__name__)
    _log.info("opened %s: %d records", path, count)

Whatever is to be put into a message is a number, a path (its name alone is written) or a `Word`; of anything
else only the type is written, of an error its type and its place. So no cell, tag, note or file's content can
come in, whoever writes a line.
"""

import contextlib
import itertools
import logging
import os
import time
from collections import deque
from enum import Enum
from pathlib import Path, PurePath
from typing import Final, TextIO

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
    """Appends to `NAME` in a folder, and begins a new file when one is full.

    `logging.handlers` would do this too, and brings sockets and pickles with it. Lines that come before
    `begin` are held, so that the start of the program costs no file. When nothing can be written, nothing is.
    """

    def __init__(self, level: str = "normal") -> None:
        super().__init__()
        self._held: deque[str] = deque(maxlen=_HELD)
        self._folder: Path | None = None
        self._file: TextIO | None = None
        self._size = 0
        self.setFormatter(TextlessFormatter())
        self.choose(level)

    def begin(self, folder: Path) -> None:
        """Write to `folder` from now on, what was held first."""
        self.acquire()
        try:
            self._folder = folder
            self._open()
            while self._held:
                self._write(self._held.popleft())
        finally:
            self.release()

    def choose(self, level: str) -> None:
        """Keep what is of `level` ("off", "normal", "detailed") or weightier."""
        self.setLevel(LEVELS[level])
        _own().setLevel(LEVELS[level])

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        line = self.format(record) + "\n"
        if self._folder is None:
            self._held.append(line)
        else:
            self._write(line)

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()

    def _write(self, line: str) -> None:
        if self._file is None:
            return
        try:
            self._file.write(line)
            self._file.flush()
        except (OSError, ValueError):  # the disk is full or gone; the program goes on without a log
            file, self._file = self._file, None
            with contextlib.suppress(OSError):  # it would write once more what it could not write
                file.close()
            return
        self._size += len(line.encode("utf-8", "replace"))
        if self._size >= MOST_BYTES:
            self._turn()

    def _open(self) -> None:
        if self._folder is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / NAME
            self._file = path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n")
            if os.name != "nt":
                path.chmod(0o600)
            self._size = path.stat().st_size
        except OSError:
            self._file = None

    def _turn(self) -> None:
        """Rename mltag.log to mltag.1.log, that one to mltag.2.log and so on; the oldest goes."""
        if self._file is None or self._folder is None:
            return
        self._file.close()
        self._file = None
        names = [self._folder / NAME, *(self._folder / f"mltag.{n}.log" for n in range(1, KEPT))]
        try:
            for newer, older in reversed(list(itertools.pairwise(names))):
                if newer.exists():
                    newer.replace(older)
        except OSError:
            try:
                names[0].write_text("")  # another program holds one of them: begin this one anew
            except OSError:
                return
        self._open()


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
