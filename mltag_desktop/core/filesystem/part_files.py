"""Names of files that are being written, and deletion of those that killed programs left."""

import contextlib
import glob
import os
import re
import sys
import time
import zlib
from functools import cache
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"\.([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{4}\.part(-journal|-wal|-shm)?")
"""The end of a part's name: the computer, the process, a random number, and the suffix of SQLite's files."""
_ABANDONED_AFTER: Final = 24 * 60 * 60
"""Seconds without a change after which a part counts as abandoned, even if its process still runs."""


def part_of(path: Path) -> Path:
    """Return an unused name next to `path` for a file that will take its place once it is complete.

    The name tells which process writes it, so that another one can tell whether it was abandoned.
    """
    while True:
        mark = f"{_computer()}-{os.getpid()}-{os.urandom(2).hex()}"
        part = path.with_name(f".{path.name}.{mark}.part")
        if not part.exists():
            return part


def delete_part(part: Path) -> None:
    """Delete a part, if it still exists, and SQLite's files next to it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def delete_abandoned_parts(path: Path) -> None:
    """Delete the parts that killed programs left of files with the name of `path`, in its folder.

    A part is abandoned if its process has ended, or a day after its last change: the processes of another
    computer cannot be seen.
    """
    with contextlib.suppress(OSError):
        for part in path.parent.glob(f".{glob.escape(path.name)}.*.part*"):
            _delete_if_abandoned(part, path.name)


def delete_abandoned_workspace_parts(folder: Path) -> None:
    """Delete the parts that killed programs left of workspaces of any name in a folder.

    Parts whose name does not tell their process, which earlier versions wrote, are deleted after a day.
    """
    with contextlib.suppress(OSError):
        for part in folder.glob(".*.mltag.*part*"):
            _delete_if_abandoned(part, None)


def _delete_if_abandoned(part: Path, name: str | None) -> None:
    mark = _NAME.search(part.name)
    if name is not None and (mark is None or part.name[: mark.start()] != f".{name}"):
        return
    with contextlib.suppress(OSError):
        is_old = time.time() - part.stat().st_mtime > _ABANDONED_AFTER
        is_ours = mark is not None and mark[1] == _computer()
        if is_old or (is_ours and mark is not None and not _is_running(int(mark[2]))):
            part.unlink()


@cache
def _computer() -> str:
    """Return a mark of this computer, and of the container in it, since each numbers its own processes."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
        with contextlib.suppress(OSError):
            name += str(Path("/proc/self/ns/pid").readlink())
    return f"{zlib.crc32(name.encode()):08x}"


def _is_running(process: int) -> bool:
    """Return whether a process of this computer may be running; Windows cannot tell without harm."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
