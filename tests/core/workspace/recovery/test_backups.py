"""Copies of an open workspace, rolling backups, and salvage of a damaged file."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import part_of
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.recovery.backups import KEPT, Backups, restore
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS


def test_a_copy_made_during_decisions_is_consistent(predicted: Workspace, tmp_path: Path) -> None:
    stop = threading.Event()

    def decide_on() -> None:
        number = 0
        while not stop.is_set():
            predicted.decisions.decide([number % 12], TAGS[number % 3], str(number))
            number += 1

    thread = threading.Thread(target=decide_on)
    thread.start()
    try:
        predicted.save_copy(SILENT, tmp_path / "copy.mltag")
    finally:
        stop.set()
        thread.join()
    with Workspace.open(tmp_path / "copy.mltag", "Bea") as copy:
        assert not copy.read_only
        notes = [int(entry.note) for entry in copy.journal.entries()]
        assert notes == list(range(len(notes)))
        copy.decisions.decide([0], "fish")
    with pytest.raises(MltagError, match="already exists"):
        predicted.save_copy(SILENT, tmp_path / "copy.mltag")
    with pytest.raises(MltagError, match="is this workspace"):
        predicted.save_copy(SILENT, predicted.path, replace=True)


def test_a_copy_is_not_started_again_by_each_decision(predicted: Workspace, tmp_path: Path) -> None:
    """While somebody decided faster than a large workspace is copied, the copy never ended."""
    with contextlib.closing(sqlite3.connect(predicted.path)) as connection, connection:
        connection.execute("CREATE TABLE large AS SELECT zeroblob(40 << 20) AS filler")  # three steps
    fractions: list[float] = []

    class Deciding:
        def report(self, fraction: float, step: str = "") -> None:
            curator.submit(predicted.decisions.decide, [len(fractions)], "fish").result()
            assert fraction > max(fractions, default=0)
            fractions.append(fraction)

    with ThreadPoolExecutor(1) as curator:
        predicted.save_copy(Deciding(), tmp_path / "copy.mltag")
    assert len(fractions) >= 3
    with contextlib.closing(sqlite3.connect(tmp_path / "copy.mltag")) as copy:
        assert copy.execute("SELECT count(*) FROM steps").fetchone() == (0,)  # as it was at the start
    assert len([*predicted.journal.entries()]) == len(fractions)


def test_a_copy_of_the_file_is_complete_after_settle(predicted: Workspace, tmp_path: Path) -> None:
    """A file manager copies the file without its log."""
    predicted.decisions.decide([0, 1], "fish", "seen")
    predicted.settle()
    shutil.copy(predicted.path, tmp_path / "copy.mltag")
    with Workspace.open(tmp_path / "copy.mltag", "Bea") as copy:
        assert copy.journal.entries() == predicted.journal.entries()
        assert len(copy.journal.entries()) == 2


def test_a_backup_is_due_once_a_day_and_after_many_decisions(predicted: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    made = predicted.backup(SILENT, folder)
    assert made is not None
    assert made.why == "day"
    assert predicted.backup(SILENT, folder) is None
    for number in range(200):
        predicted.decisions.decide([number % 12], "birds")
    again = predicted.backup(SILENT, folder)
    assert again is not None
    assert again.why == "decisions"
    assert predicted.backup(SILENT, folder, "asked") is not None
    with Workspace.open(made.path, "Bea") as copy:
        assert copy.journal.entries() == []


def test_backups_are_limited_and_keep_one_per_day(predicted: Workspace, tmp_path: Path) -> None:
    begin = datetime(2026, 1, 1, 9, tzinfo=UTC)
    moments = [begin + timedelta(days=day, minutes=minute) for day in range(8) for minute in range(3)]
    clock = iter(moments)
    backups = Backups(tmp_path / "backups", predicted.path, lambda: next(clock))
    with contextlib.closing(sqlite3.connect(predicted.path)) as connection:
        for _ in moments:
            backups.take(SILENT, connection, "asked")
    kept = backups.all()
    assert len(kept) == KEPT
    assert kept[0].time == moments[-1]
    assert len({copy.time.date() for copy in kept}) >= 5
    assert Backups(tmp_path / "backups", tmp_path / "other.mltag").all() == []


def test_a_restored_workspace_keeps_its_permissions(predicted: Workspace, tmp_path: Path) -> None:
    predicted.save_copy(SILENT, tmp_path / "backup.mltag")
    predicted.close()
    for permissions in (0o600, 0o640):
        predicted.path.chmod(permissions)
        kept = restore(tmp_path / "backup.mltag", predicted.path, "now")
        assert {each.stat().st_mode & 0o777 for each in (predicted.path, kept)} == {permissions}
        assert predicted.path.read_bytes() == (tmp_path / "backup.mltag").read_bytes()


def test_parts_of_copies_are_deleted_when_nobody_writes_them(predicted: Workspace, tmp_path: Path) -> None:
    name = "from making sure.mltag"
    command = [sys.executable, "-c", PART_OF, str(tmp_path / name)]
    killed = Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    written, earlier = part_of(tmp_path / name), tmp_path / f".{name}.4711.part"
    document, resumable = tmp_path / ".notes.txt.part", tmp_path / ".out.csv.part"
    for left in (killed, killed.with_name(f"{killed.name}-journal"), written, earlier, document, resumable):
        left.write_bytes(b"x")
    predicted.save_copy(SILENT, tmp_path / "1.mltag")
    assert hidden(tmp_path) == {written.name, earlier.name, document.name, resumable.name}
    for left in (written, earlier, document, resumable):
        os.utime(left, (0, 0))
    predicted.save_copy(SILENT, tmp_path / "2.mltag")
    assert hidden(tmp_path) == {document.name, resumable.name}


PART_OF = """
import sys
from pathlib import Path
from mltag_desktop.core.filesystem import part_of
print(part_of(Path(sys.argv[1])), end="")
"""


def hidden(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir() if each.name.startswith(".")}
