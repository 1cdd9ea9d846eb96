"""Lock file next to a workspace that is open for writing; the system releases the lock after a crash."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem.file_lock import try_lock
from mltag_desktop.core.filesystem.files import permissions_of, read_bounded, refuse_links
from mltag_desktop.core.messages import message
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.storage.write_ahead_log import move_logs_away

_LONGEST: Final = 10_000
"""Number of bytes from which a lock file is not read."""


class WriteLock:
    """The exclusive right to write to a workspace, until `release`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor
        self.taken_over = ""
        """The holder on another computer whose lock was found, and may still be held there; or empty."""

    @classmethod
    def take(cls, document: Path, curator: str) -> "WriteLock | None":
        """Take the lock; None if another program holds it.

        Raises `OSError` in a read-only folder, and `MltagError` if the lock is a symbolic link.
        """
        path = lock_path(document)
        refuse_links(document)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        while True:
            descriptor = os.open(path, flags, permissions_of(document, 0o644))
            try:
                if not try_lock(descriptor):
                    os.close(descriptor)
                    return None
                is_ours = _is_still(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            if not is_ours:
                os.close(descriptor)
                continue
            lock = cls(path, descriptor)
            content = _content(document)
            if content and content.get("host") != _host():
                lock.taken_over = holder_of(document)
            try:
                _write(descriptor, curator)
            except BaseException:  # the disk is full
                lock.release()
                raise
            return lock

    def release(self) -> None:
        """Release the lock."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            with contextlib.suppress(OSError):
                self._path.unlink()
            return
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)


@contextlib.contextmanager
def placing(document: Path) -> Iterator[None]:
    """Hold the lock of a file name while a new file is moved there; a leftover log is moved away.

    Raises `MltagError` if another program has a file of that name open.
    """
    holder = WriteLock.take(document, "")
    if holder is None:
        raise MltagError(
            message("{document} is open for {who}.", document=document, who=holder_of(document)),
            "Close it there, or choose another name.",
        )
    try:
        if document.exists():  # its decisions are replaced with it
            decisions_path(document).unlink(missing_ok=True)
        move_logs_away(document)
        yield
    finally:
        holder.release()


def is_held(document: Path) -> bool:
    """Return whether a program holds the lock; nothing is written."""
    try:
        descriptor = os.open(lock_path(document), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return not try_lock(descriptor, shared=True)
    finally:
        os.close(descriptor)


def is_held_here(document: Path) -> bool:
    """Return whether the lock's holder is this process."""
    content = _content(document)
    return (content.get("host"), content.get("pid")) == (_host(), os.getpid())


def lock_path(document: Path) -> Path:
    """Return the path of the lock file."""
    return document.with_name(document.name + "-lock")


def holder_of(document: Path) -> str:
    """Return a description of the lock's holder."""
    try:
        content = _content(document)
        name, host, pid, since = (content[key] for key in ("curator", "host", "pid", "since"))
        start = datetime.fromisoformat(since).astimezone()
    except (ValueError, KeyError, TypeError):
        return message("another program")
    place = message("this computer") if host == _host() else host
    return message(
        "{value} on {place} (process {pid}, since {since})",
        value=name or message("someone"),
        place=place,
        pid=pid,
        since=start.strftime("%Y-%m-%d %H:%M"),
    )


def _content(document: Path) -> dict[str, Any]:
    """Return what the lock file says of its holder; empty if it is missing or says nothing."""
    try:
        content = json.loads(read_bounded(lock_path(document), _LONGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _host() -> str:
    """Return the name of this computer, without importing `socket` just for that."""
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


def _write(descriptor: int, curator: str) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    content = {"curator": curator, "host": _host(), "pid": os.getpid(), "since": since}
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(content).encode())


def _is_still(path: Path, descriptor: int) -> bool:
    """Return whether the locked file still has that name; its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
