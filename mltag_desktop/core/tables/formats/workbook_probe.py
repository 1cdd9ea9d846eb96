"""Read a workbook in a child process first, where nothing that it does to the reader ends the program.

calamine allocates what a binary workbook (.xls, .xlsb) declares, and aborts its process when there is not
enough memory. Sheets that are XML are checked without a child, see `sheet_range.py`.
"""

import contextlib
import os
import sys
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.files import read_error
from mltag_desktop.core.messages import message

PROBE: Final = "probe-workbook"
"""The first argument of the program in a child process; no command of the command line."""
_MOST_MEMORY: Final = 5 << 29
"""Maximum address space of the child in bytes: as many cells as XML sheets may have, see `sheet_range.py`."""
_LEAST_MEMORY: Final = 160 << 20
"""Address space in bytes for a workbook of any size: some million empty cells, which take a second."""
_MEMORY_RATIO: Final = 100
"""Address space for each byte of the unpacked workbook: a cell takes 14 bytes there, and 72 in calamine."""
_MOST_SECONDS: Final = 60
"""Maximum processor time of the child."""
_PATIENCE: Final = 300
"""Maximum seconds until the child ends, on a computer that does other things too."""
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY_BOOK: Final = "xl/workbook.bin"


def refuse_hostile_book(path: Path) -> None:
    """Raise `MltagError` for a binary workbook that cannot be read with the memory and time of the child."""
    if not _is_binary(path):
        return
    try:
        found = path.stat()
        is_readable = _is_readable(path, found.st_size, found.st_mtime_ns)
    except OSError as error:
        raise read_error(path, error, "Save the sheet you need as a .csv file.") from error
    if not is_readable:
        raise MltagError(
            message("{path} is damaged, or has cells too far apart to be read.", path=path),
            "Delete cells far from the table, or save the sheet you need as a .csv file.",
        )


def probe(path: Path) -> int:
    """Read all sheets of a workbook in this process, with limited memory and time; return 0 if it survives.

    An error of calamine counts too: the caller will get it as well.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _limit_resources(_unpacked_size(path))
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name)
    except (CalamineError, OSError):
        return 0
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return 1  # in the caller it would write a trace to the terminal
    return 0


def _unpacked_size(path: Path) -> int:
    if not zipfile.is_zipfile(path):
        return path.stat().st_size
    with zipfile.ZipFile(path) as book:
        return sum(entry.file_size for entry in book.infolist())


def _is_binary(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            if file.read(len(_OLE_MAGIC)) == _OLE_MAGIC:
                return True
        with zipfile.ZipFile(path) as book:
            return _BINARY_BOOK in book.namelist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


@lru_cache(maxsize=8)  # the preview and the import open the same file several times
def _is_readable(path: Path, _size: int, _changed: int) -> bool:
    import subprocess

    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-m", "mltag_desktop"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(
        [*program, PROBE, str(path.absolute())],
        env=None if is_frozen else environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        try:
            return child.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            child.kill()


def _limit_resources(size: int) -> None:
    """Limit memory and time as far as the system can: Linux both, macOS only the time, Windows nothing."""
    if sys.platform == "win32":
        return
    import resource

    for limit, value in (
        (resource.RLIMIT_AS, _memory_limit(size)),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        with contextlib.suppress(ValueError, OSError):  # macOS reserves more address space than that
            resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _memory_limit(size: int) -> int:
    """Return the maximum address space for a workbook of an unpacked size, in bytes."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
    except OSError:  # not Linux
        return _MOST_MEMORY
    used = int(pages) * os.sysconf("SC_PAGE_SIZE")
    return min(_MOST_MEMORY, used + _LEAST_MEMORY + _MEMORY_RATIO * size)
