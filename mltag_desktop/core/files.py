"""Files that appear whole or not at all."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from mltag_desktop.core.errors import MltagError


@contextlib.contextmanager
def atomic_write(path: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Write `path` through a temporary file beside it, fsync and rename.

    Raises `MltagError` when the file exists and `replace` is false, when the folder is missing or
    read-only, and when the disk is full; the old file, if any, is then left as it was.
    """
    if path.is_dir():
        raise MltagError(f"{path} is a folder.", "Name a file to write to.")
    if path.exists() and not replace:
        raise MltagError(f"{path} exists already.", "Choose another name, or allow it to be replaced.")
    import tempfile  # not needed at the start, and dear

    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _write_error(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _write_error(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power loss, where the system can."""
    if os.name == "nt":
        return
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


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write_error(path: Path, error: OSError) -> MltagError:
    why = error.strerror or str(error)
    return MltagError(
        f"{path} could not be written: {why}.",
        "Nothing was changed. Free some space or choose another folder, then try again.",
    )
