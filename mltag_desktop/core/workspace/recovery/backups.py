"""Backups: copies of a workspace on demand, and rolling copies in a separate folder."""

import contextlib
import glob
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import (
    WORKSPACE_SUFFIX,
    free_place,
    move,
    permissions_of,
    refuse_links,
    write_error,
)
from mltag_desktop.core.messages import message
from mltag_desktop.core.progress import Progress
from mltag_desktop.core.workspace.storage.connection_pool import explained
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.storage.journal import now
from mltag_desktop.core.workspace.storage.side_files import (
    Verdict,
    has_log,
    log_ownership,
    new_file,
)

KEPT: Final = 10
"""Default for the number of rolling copies; the oldest ones are deleted first, except for the last copy of
each of the latest days.
"""
AFTER_DECISIONS: Final = 200
_PAGES: Final = 2_000
_PAUSE: Final = 0.002
_AT_ONCE: Final = 1 << 20
_STAMP: Final = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Backup:
    """A copy of a workspace."""

    path: Path
    time: datetime
    """UTC."""
    why: str
    """"day", "decisions", "migration" or "asked"."""
    size: int


def copy_document(
    progress: Progress, source: sqlite3.Connection, document: Path, target: Path, *, replace: bool
) -> None:
    """Copy an open workspace atomically, in steps between which others can write.

    The copy has the permissions of `document`.
    """
    if target.exists() and not replace:
        raise MltagError(message("{target} already exists.", target=target), "Choose another name.")
    try:
        with (
            new_file(target, permissions_of(document, 0o600)) as part,
            explained(target),
            contextlib.closing(sqlite3.connect(part)) as copy,
            _snapshot(source),
        ):
            source.backup(copy, pages=_PAGES, progress=_steps(progress), sleep=_PAUSE)
    except OSError as error:
        raise write_error(target, error, "Choose another folder, or free some space.") from error


def restore(backup: Path, place: Path, stamp: str, *, damaged: bool = False) -> Path:
    """Replace a closed workspace by a backup; return the path where the replaced file is kept.

    `stamp` is the time in its name. A kill leaves the workspace, or `kept` and the backup.
    """
    refuse_links(place)
    word = "damaged" if damaged else "before"
    kept = free_place(place.with_name(f"{place.stem} {word} {stamp}{WORKSPACE_SUFFIX}"))
    try:
        with new_file(place, permissions_of(place, permissions_of(backup, 0o600)), kept) as part:
            shutil.copyfile(backup, part)
            _unite_with_log(place, kept)
    except OSError as error:
        raise MltagError(
            message("The backup could not be restored: {strerror}.", strerror=error.strerror),
            message("The backup still exists: {backup}.", backup=backup),
        ) from error
    return kept


def _unite_with_log(place: Path, kept: Path) -> None:
    """Replay the log of a closed workspace, so that file and log are moved in one step.

    Where that fails because the file is damaged, both are moved to `kept`. The decision log goes there, too.
    """
    verdict = log_ownership(place) if place.exists() else Verdict.NONE
    if decisions_path(place).exists():
        move(decisions_path(place), decisions_path(kept))
    if not place.exists() or verdict is not Verdict.OWN:
        return
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(place, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if has_log(place):
        for ending in ("-wal", "-shm", ""):
            part = Path(f"{place}{ending}")
            if part.exists():
                move(part, Path(f"{kept}{ending}"))


class Backups:
    """Rolling copies of one workspace in a folder."""

    def __init__(
        self, folder: Path, document: Path, clock: Callable[[], datetime] = now, kept: int | None = KEPT
    ) -> None:
        """Use `folder`, which is created with the first copy and may be shared; `kept` None keeps all."""
        self._kept = kept
        mark = hashlib.sha256(os.path.realpath(document).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._folder = folder
        self._document = document
        self._stem = f"{document.stem[:60]}-{mark}"
        self._clock = clock

    def all(self) -> list[Backup]:
        """Return the copies, newest first."""
        found = (_backup(path) for path in self._folder.glob(f"{glob.escape(self._stem)}.*.mltag"))
        return sorted((each for each in found if each), key=lambda each: each.time, reverse=True)

    def is_due(self, decisions: int) -> str:
        """Return why a copy is due after so many decisions since the last one; empty if none is due."""
        copies = self.all()
        if not copies or copies[0].time.date() < self._clock().date():
            return "day"
        return "decisions" if decisions >= AFTER_DECISIONS else ""

    def take(self, progress: Progress, source: sqlite3.Connection, why: str) -> Backup:
        """Make a copy, then delete the oldest ones; raises `MltagError` if it cannot be written."""
        stamp = self._clock().astimezone(UTC).strftime(_STAMP)
        path = self._folder / f"{self._stem}.{stamp}.{why}.mltag"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MltagError(
                message(
                    "The backup folder {folder} could not be created: {strerror}.",
                    folder=self._folder,
                    strerror=error.strerror,
                ),
                "Choose another folder in the settings.",
            ) from error
        copy_document(progress, source, self._document, path, replace=False)
        self._prune()
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), why, path.stat().st_size)

    def _prune(self) -> None:
        if self._kept is None:
            return
        copies = self.all()
        days: dict[object, Backup] = {}
        for copy in copies:
            days.setdefault(copy.time.date(), copy)
        daily = set(list(days.values())[: self._kept // 2])
        rest = [copy for copy in copies if copy not in daily]
        for copy in rest[self._kept - len(daily) :]:
            copy.path.unlink(missing_ok=True)


@contextlib.contextmanager
def _snapshot(source: sqlite3.Connection) -> Iterator[None]:
    """Read one snapshot of `source`; without it, SQLite restarts the copy after each write of a curator."""
    source.execute("BEGIN")
    try:
        source.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()
        yield
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")


def _steps(progress: Progress) -> Callable[[int, int, int], None]:
    def report(_status: int, remaining: int, total: int) -> None:
        progress.report(1 - remaining / max(1, total), "Copying the workspace")

    return report


def _backup(path: Path) -> Backup | None:
    parts = path.name.rsplit(".", 3)
    try:
        taken = datetime.strptime(parts[-3], _STAMP).replace(tzinfo=UTC)
        return Backup(path, taken, parts[-2], path.stat().st_size)
    except (ValueError, IndexError, OSError):
        return None
