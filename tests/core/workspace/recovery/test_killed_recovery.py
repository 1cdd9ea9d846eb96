"""A program killed while it restores, copies, salvages or repairs a workspace loses nothing.

It is killed before each of its file operations, and at random moments.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all
from tests.core.workspace.recovery.killed_recovery import BACKUP, DOCUMENT, TARGET, TASKS

BROKEN = 30
OPERATIONS = range(50)
"""More than any task has."""
IN_THE_LOG = "in the log"


class Content(NamedTuple):
    """What a workspace holds."""

    records: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    """The notes of the journal's entries, or their labels."""
    unreadable: int


def content(path: Path) -> Content:
    """Open a workspace, verify it, and return its content."""
    with Workspace.open(path, "Ann") as workspace:
        assert not workspace.read_only
        assert not workspace.unsaved
        workspace.verify()
        records = workspace.table.records(range(workspace.table.count))
        notes = tuple(entry.note for entry in workspace.journal.entries())
        return Content(tuple(each.cells for each in records), notes, len(workspace.table.quarantined))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace, whose last decision is in a log, and an older backup and copy."""
    folder = tmp_path_factory.mktemp("start")
    make_start(folder)
    return folder


def make_start(folder: Path) -> None:
    lines = [f"{number},bird {number},sings" if number % 3 else f"{number},bird" for number in range(90)]
    source, other = folder / "in.csv", folder / "other.mltag"
    source.write_text("\n".join(["id,title,text", *lines]) + "\n", encoding="utf-8")
    with Workspace.create(other, "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(source), ColumnMapping((1, 2), 0))
        predict_all(workspace, LetterModel())
        workspace.decisions.decide([1], "birds", "in all")
        for name in (BACKUP, TARGET):
            workspace.save_copy(SILENT, folder / name)
        workspace.decisions.decide([2], "fish", "saved")
        workspace.settle()
        workspace.decisions.decide([3], "fish", IN_THE_LOG)
        for ending in ("", "-wal", "-decisions"):
            shutil.copy(f"{other}{ending}", f"{folder / DOCUMENT}{ending}")
    for path in (source, other, Path(f"{other}-decisions")):
        path.unlink()
    assert content(folder / BACKUP).unreadable == BROKEN


def killed(task: str, start: Path, folder: Path, moments: Sequence[str]) -> list[Path]:
    """Do a task in a copy of `start` for each moment; return the folders whose process was killed."""
    folders = [folder / f"{task}-{number}" for number in range(len(moments))]
    for each in folders:
        shutil.copytree(start, each)
        if task == "salvage":
            (each / TARGET).unlink()
    done = subprocess.run(
        [sys.executable, "-m", killed.__module__.replace("test_", ""), task, *map(str, folders)],
        input="\n".join(moments),
        capture_output=True,
        text=True,
        check=True,
    )
    ends = done.stdout.split()
    assert set(ends) <= {"killed", "done"}, done.stderr
    return [each for each, end in zip(folders, ends, strict=True) if end == "killed"]


def random_moments(seed: int, count: int) -> list[str]:
    """Draw moments; the tasks take between a thousandth and a fifth of a second."""
    rng = random.Random(seed)
    return [f"after {10 ** rng.uniform(-3, -0.7):.4f}" for _ in range(count)]


def check_salvage(start: Path, folder: Path) -> None:
    for ending in ("", "-wal"):
        assert (
            Path(f"{folder / DOCUMENT}{ending}").read_bytes()
            == Path(f"{start / DOCUMENT}{ending}").read_bytes()
        )
    if not (folder / TARGET).exists():
        TASKS["salvage"](folder)
    saved = content(folder / TARGET)
    assert saved.notes == ("in all", "saved", IN_THE_LOG)
    assert saved == content(folder / DOCUMENT)


def check_restore(start: Path, folder: Path) -> None:
    backup = (start / BACKUP).read_bytes()
    assert (folder / BACKUP).read_bytes() == backup
    kept = folder / f"{DOCUMENT.removesuffix('.mltag')} before now.mltag"
    if kept.exists():
        assert content(kept).notes == ("in all", "saved", IN_THE_LOG)
        if not (folder / DOCUMENT).exists():
            TASKS["restore"](folder)
        assert (folder / DOCUMENT).read_bytes() == backup
    else:
        assert content(folder / DOCUMENT).notes == ("in all", "saved", IN_THE_LOG)
        TASKS["restore"](folder)
    assert content(folder / DOCUMENT).notes == ("in all",)
    assert content(kept).notes == ("in all", "saved", IN_THE_LOG)
    kept.unlink()
    Path(f"{kept}-decisions").unlink()


def check_copy(start: Path, folder: Path) -> None:
    whole = ("in all", "saved", IN_THE_LOG, "before the copy")
    was, copied = content(folder / DOCUMENT).notes, content(folder / TARGET).notes
    assert was in (whole[:3], whole)
    assert copied in (whole[:1], whole)
    TASKS["copy"](folder)
    assert content(folder / TARGET) == content(folder / DOCUMENT)


def check_unreadable(start: Path, folder: Path) -> None:
    was = content(folder / DOCUMENT)
    before = ("in all", "saved", IN_THE_LOG)
    fixed = (*before, f"Fix {BROKEN} lines")
    assert (was.notes, len(was.records), was.unreadable) in ((before, 60, BROKEN), (fixed, 60 + BROKEN, 0))
    if was.unreadable:
        TASKS["unreadable"](folder)
    now = content(folder / DOCUMENT)
    assert (now.notes, len(now.records), now.unreadable) == (fixed, 60 + BROKEN, 0)
    with Workspace.open(folder / DOCUMENT, "Ann") as workspace:
        assert workspace.history.undo() is not None
        assert len(workspace.table.quarantined) == BROKEN


CHECKS: dict[str, Callable[[Path, Path], None]] = {
    "salvage": check_salvage,
    "restore": check_restore,
    "copy": check_copy,
    "unreadable": check_unreadable,
}


def check(task: str, start: Path, folders: Sequence[Path]) -> None:
    """Nothing is lost, the task succeeds the next time, and then nothing else is left in the folder."""
    for folder in folders:
        CHECKS[task](start, folder)
        names = {DOCUMENT, BACKUP, TARGET}
        decisions = {f"{name}-decisions" for name in names}
        assert {each.name for each in folder.iterdir()} - decisions == names, folder


@pytest.mark.parametrize("task", TASKS)
def test_a_kill_before_a_file_operation_loses_nothing(start: Path, tmp_path: Path, task: str) -> None:
    folders = killed(task, start, tmp_path, [*map(str, OPERATIONS[3::5])])
    assert 1 < len(folders) < len(OPERATIONS[3::5])
    check(task, start, folders)


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS)
def test_a_kill_before_any_file_operation_loses_nothing(start: Path, tmp_path: Path, task: str) -> None:
    folders = killed(task, start, tmp_path, [*map(str, OPERATIONS)])
    sys.stdout.write(f"{task}: {len(folders)} kills\n")
    assert len(folders) < len(OPERATIONS)
    check(task, start, folders)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("task", TASKS)
def test_a_kill_at_any_moment_loses_nothing(start: Path, tmp_path: Path, task: str, seed: int) -> None:
    folders = killed(task, start, tmp_path, random_moments(seed, 20))
    sys.stdout.write(f"{task}: {len(folders)} kills\n")
    check(task, start, folders)
