"""Files that appear whole or not at all."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from mltag_desktop.core.errors import MltagError

_AT_ONCE: Final = 1 << 20
"""Bytes written at once. Each write gives up the interpreter's lock and takes it back at once, and a thread
that waits for the lock asks for it only when nobody gave it up for a whole turn. With the usual 8 KiB, every
0.3 ms, a window waited up to 150 ms for a thread that wrote a million records."""


_WORKSPACE: Final = ".mltag"
_WORKSPACE_MARK: Final = slice(68, 72), b"MLTG"
"""Where a workspace file says what it is, whatever its name; see `APPLICATION_ID`."""


def refuse_workspace(path: Path) -> None:
    """Raise `MltagError` when there is a workspace at `path`: nothing else is ever written over one."""
    if not path.is_file():
        return
    place, mark = _WORKSPACE_MARK
    header = b""
    with contextlib.suppress(OSError), path.open("rb") as file:
        header = file.read(place.stop)
    if path.suffix.lower() == _WORKSPACE or header[place] == mark:
        raise MltagError(f"{path} is a workspace and is not replaced.", "Choose another name.")


@contextlib.contextmanager
def atomic_write(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Write `path` through a temporary file beside it, fsync and rename.

    Raises `MltagError` when the file exists and `replace` is false or it is a workspace, when the folder is
    missing or read-only, and when the disk is full; the old file, if any, is then left as it was.
    """
    if path.is_dir():
        raise MltagError(f"{path} is a folder.", "Name a file to write to.")
    if path.exists() and not replace:
        raise MltagError(f"{path} already exists.", "Choose another name, or allow overwriting.")
    refuse_workspace(path)
    try:
        temporary, descriptor = _beside(path)
    except OSError as error:
        raise _write_error(path, error) from error
    try:
        with os.fdopen(descriptor, "wb", _AT_ONCE) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        take_place(temporary, path)
    except OSError as error:
        raise _write_error(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def take_place(temporary: Path, path: Path) -> None:
    """Rename a file that is whole to its final name; it gets the rights of the file that it replaces."""
    if path.exists():
        with contextlib.suppress(OSError):  # some network folders know no rights
            temporary.chmod(path.stat().st_mode & 0o777)
    temporary.replace(path)
    sync_folder(path.parent)


def _beside(path: Path) -> tuple[Path, int]:
    """Make a file beside `path` that nobody else has, with the rights of the one that it is to replace.

    `tempfile` would have it read by its owner alone: what others may do could then be told by no call but one
    that changes it for all threads.
    """
    rights = path.stat().st_mode & 0o777 | 0o200 if path.exists() else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
        with contextlib.suppress(FileExistsError):
            return temporary, os.open(temporary, flags, rights)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power loss, where the system can.

    Where it cannot, as in some network folders and in those that may be written to and not read, nothing is
    said: the file is there.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def read_bounded(path: Path, most: int) -> bytes:
    """Return a file's bytes; raises `OSError`, and `ValueError` when it has more than `most`."""
    with path.open("rb") as file:
        data = file.read(most + 1)  # what a file says of its size is not what a device gives
    if len(data) > most:
        raise ValueError("it is far too long")
    return data


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_error(path: Path, error: OSError) -> MltagError:
    why = error.strerror or str(error)
    return MltagError(
        f"{path} could not be written: {why}.",
        "Nothing was changed. Free some space or choose another folder, then try again.",
    )
