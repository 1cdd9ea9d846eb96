"""Temporary folders; those of killed programs are deleted when the next one is made."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mltag_desktop.core.filesystem.file_lock import try_lock

PREFIX: Final = "mltag-scratch-"
_LOCK: Final = ".lock"


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Provide a temporary folder that only the user can read, and delete it at the end of the block."""
    _delete_abandoned(Path(tempfile.gettempdir()))
    while True:
        with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
            lock = Path(name) / _LOCK
            try:
                file = lock.open("wb")
            except FileNotFoundError:  # another program has deleted it before it was locked
                continue
            with file:
                if try_lock(file.fileno()) and lock.exists():
                    yield Path(name)
                    return


def _delete_abandoned(parent: Path) -> None:
    """Delete the folders of this user whose lock nobody holds."""
    for folder in parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.is_symlink() or (hasattr(os, "getuid") and folder.stat().st_uid != os.getuid()):
                continue
            with (folder / _LOCK).open("r+b") as file:
                is_abandoned = try_lock(file.fileno())
                if is_abandoned and os.name != "nt":
                    shutil.rmtree(folder, ignore_errors=True)
            if is_abandoned and os.name == "nt":  # Windows does not delete an open file
                shutil.rmtree(folder, ignore_errors=True)
