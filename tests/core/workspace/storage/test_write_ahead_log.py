"""The log of a killed program is replayed into its own file, and never into another one of that name."""

import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.recovery.log_contents import is_log, logged_decisions
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.write_ahead_log import (
    Ownership,
    log_path,
    read_log,
    real_path,
    unsaved,
)
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import TAGS, LetterModel, predict_all, table_bytes

FIXTURES = Path(__file__).parents[1] / "fixtures"
ROWS = 400
ACTING = """
import random, sys
from pathlib import Path
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.column_mapping import Mapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace

path, seed, source = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
tags = ["birds", "fish", "stones"]
rng = random.Random(seed)
if source:
    workspace = Workspace.create(path, "Kim", tags)
    print("open", flush=True)
    workspace.table.import_table(SILENT, TableFile.open(Path(source[0])), Mapping((1, 2)))
else:
    workspace = Workspace.open(path, "Kim")
    print("open", flush=True)
try:
    while True:
        rows = range(workspace.table.count) if rng.random() < 0.3 else [rng.randrange(workspace.table.count)]
        workspace.decisions.decide(rows, rng.choice(tags), "of the killed program " + str(rng.random()))
        if rng.random() < 0.05:
            workspace.settle()
        print("decided", flush=True)
except MltagError as error:
    print(error.message, flush=True)
finally:
    workspace.close()
"""


def killed(path: Path, seed: int, *source: Path) -> None:
    """Run a program until it is killed at a random moment and leaves a log."""
    with acting(path, seed, *source) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        for _ in range(random.Random(seed).randrange(1, 30)):
            process.stdout.readline()
        timer = threading.Timer(random.Random(seed).uniform(0, 0.05), process.send_signal, [signal.SIGKILL])
        timer.start()
        process.stdout.read()
        timer.join()
        assert process.wait() == -signal.SIGKILL
    assert log_path(real_path(path)).exists()


def acting(path: Path, seed: int, *source: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ACTING, str(path), str(seed), *map(str, source)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A closed workspace with predictions and some decisions, larger than a log can grow."""
    (tmp_path / "in.csv").write_bytes(table_bytes(ROWS))
    with Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile.open(tmp_path / "in.csv"), Mapping((1, 2)))
        predict_all(workspace, LetterModel())
        for row in range(15):
            workspace.decisions.decide([row], TAGS[row % 3], "kept")
    return tmp_path / "w.mltag"


def content(path: Path) -> list[tuple[object, ...]]:
    """Return every row of every table of a closed file, except for the token of its log."""
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return [
            row
            for (table,) in tables.fetchall()
            if table != "log_token"
            for row in connection.execute(f"SELECT '{table}', * FROM {table}")
        ]


def check_unchanged(path: Path, was: list[tuple[object, ...]]) -> None:
    """Open, read and close: the content is unchanged, and only moved logs are next to the file."""
    log = log_path(path)
    holds_something = log.exists() and not read_log(log).is_empty
    with Workspace.open(path, "Ann") as workspace:
        assert not workspace.read_only
        workspace.verify()
        notes = {entry.note for entry in workspace.journal.entries()}
        assert not any(note.startswith("of the killed") for note in notes)
        assert workspace.unsaved or not holds_something, "it is said where the log is kept"
    assert content(path) == was
    kept = {each.name for each in workspace.unsaved}
    files = {each.name for each in path.parent.iterdir() if each.name.startswith(f"{path.name}-")}
    assert files == kept


def put_in_place(made: Path, backup: bytes, seed: int) -> None:
    """Write the backup over the workspace, or beside it and rename it."""
    other = made if seed % 2 else made.with_name("b")
    other.write_bytes(backup)
    other.replace(made)


def a_backup_copied_over(made: Path, seed: int) -> None:
    backup, was = made.read_bytes(), content(made)
    killed(made, seed)
    put_in_place(made, backup, seed)
    assert made.read_bytes() == backup
    check_unchanged(made, was)


def a_table_imported_under_the_name(made: Path, seed: int) -> None:
    path = made.with_name("new.mltag")
    killed(path, seed, made.with_name("in.csv"))
    path.unlink()
    (made.parent / "other.csv").write_bytes(table_bytes(90))
    with Workspace.create(path, "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile.open(made.parent / "other.csv"), Mapping((1, 2)))
    was = content(path)
    check_unchanged(path, was)
    assert sum(row[0] == "steps" for row in was) == 0


def replaced_while_open(made: Path, seed: int) -> None:
    backup, was = made.read_bytes(), content(made)
    rng = random.Random(seed)
    with acting(made, seed) as process:
        assert process.stdout is not None
        for _ in range(rng.randrange(2, 30)):
            process.stdout.readline()
        put_in_place(made, backup, seed)
        if rng.random() < 0.5:
            process.kill()
        told = process.stdout.read().splitlines()
        assert process.wait() < 0 or "no longer exists" in told[-1]
    assert made.read_bytes() == backup
    check_unchanged(made, was)


def saved_under_the_name(made: Path, seed: int) -> None:
    path = made.with_name("new.mltag")
    killed(path, seed, made.with_name("in.csv"))
    path.unlink()
    before = read_log(log_path(path))
    if seed % 2:
        salvage(SILENT, made, path)
    else:
        with Workspace.open(made, "Ann") as workspace:
            workspace.save_copy(SILENT, path)
    assert unsaved(path) or before.is_empty
    was = content(path)
    if not seed % 2:
        assert was == content(made)
    check_unchanged(path, was)


WAYS = [a_backup_copied_over, a_table_imported_under_the_name, replaced_while_open, saved_under_the_name]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("way", WAYS)
def test_a_log_is_not_replayed_into_another_file(
    made: Path, way: Callable[[Path, int], None], seed: int
) -> None:
    way(made, seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 150))
@pytest.mark.parametrize("way", WAYS)
def test_none_of_many_logs_is_replayed_into_another_file(
    made: Path, way: Callable[[Path, int], None], seed: int
) -> None:
    way(made, seed)


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize("seed", range(3))
def test_a_log_is_replayed_into_its_file_even_after_renaming(made: Path, seed: int) -> None:
    """Also after a checkpoint interrupted by the kill, and after a second kill."""
    killed(made, seed)
    killed(made, seed + 50)
    moved = made.with_name("moved.mltag")
    for ending in ("", "-wal"):
        Path(f"{made}{ending}").rename(f"{moved}{ending}")
    shutil.copy(moved, made)
    shutil.copy(log_path(moved), log_path(made))
    with Workspace.open(moved, "Ann") as workspace:
        assert not workspace.unsaved
        workspace.verify()
        assert sum(entry.note == "kept" for entry in workspace.journal.entries()) == 15
        steps = len(workspace.journal.steps(limit=10**9))
        assert steps > 15
        workspace.decisions.decide([0], "fish", "after")
    with Workspace.open(moved, "Ann") as workspace:
        assert len(workspace.journal.steps(limit=10**9)) == steps + 1
    assert {each.name for each in made.parent.iterdir() if each.name.startswith("moved")} == {"moved.mltag"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_symbolic_link_has_the_lock_and_the_log_of_its_file(made: Path) -> None:
    link = made.with_name("link.mltag")
    link.symlink_to(made.name)
    killed(link, 1)
    with Workspace.open(made, "Ann") as workspace:
        decided = workspace.journal.last
        assert any(entry.note.startswith("of the killed") for entry in workspace.journal.entries())
        assert not workspace.unsaved
        with Workspace.open(link, "Bea") as second:
            assert second.held_by
        workspace.decisions.decide([0], "fish", "in the log")
        assert verify_file(link).steps == decided + 1
        assert salvage(SILENT, link, made.with_name("saved.mltag")).rows["steps"] == decided + 1
    with Workspace.open(link, "Ann") as workspace:
        workspace.decisions.decide([1], "fish")
    assert link.is_symlink()
    assert not [each for each in made.parent.iterdir() if each.name.startswith(("link.mltag-", "w.mltag-"))]


def test_opening_read_only_writes_nothing(made: Path) -> None:
    folder = made.with_name("read")
    for kind in ("idle", "own log", "foreign log", "earlier format"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(made, folder)
        path = folder / made.name
        if kind == "earlier format":
            shutil.copy(FIXTURES / "v3.mltag", path)
        elif kind != "idle":
            killed(path, 4)
        if kind == "foreign log":
            shutil.copy(made, path)
        before = files(folder)
        with Workspace.open(path, "Ann", write=False) as workspace:
            assert files(folder) == before
            assert workspace.read_only
            workspace.verify()
            steps = len(workspace.journal.steps(limit=10**9))
            assert (steps > 15) == (kind == "own log") or kind == "earlier format"
            with pytest.raises(MltagError, match="read-only"):
                workspace.decisions.decide([0], "fish")
        assert files(folder) == before


def test_an_idle_workspace_is_one_file(made: Path) -> None:
    with Workspace.open(made, "Ann") as workspace:
        workspace.decisions.decide([0], "fish")
        workspace.settle()
        workspace.decisions.decide([1], "fish")
    with Workspace.open(made, "Ann"):
        pass
    assert {each.name for each in made.parent.iterdir()} == {"in.csv", made.name}


def test_a_log_of_an_earlier_format_is_replayed_only_into_its_file(made: Path, tmp_path: Path) -> None:
    """It has no token, so the result of the replay must be intact."""
    path, left = tmp_path / "v3.mltag", tmp_path / "left.mltag"
    shutil.copy(FIXTURES / "v3.mltag", path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE models SET promoted_once = 0")
        shutil.copy(path, left)
        shutil.copy(log_path(path), log_path(left))
    shutil.copy(log_path(left), log_path(made))
    with Workspace.open(left, "Ann") as workspace:
        assert not workspace.unsaved
    assert {row[-2] for row in content(left) if row[0] == "models"} == {0}
    was = content(made)
    with Workspace.open(made, "Ann") as workspace:
        assert [each.name.rpartition("-")[0] for each in workspace.unsaved] == ["w.mltag-unsaved"]
    assert content(made) == was


def test_a_log_with_a_flipped_bit_is_not_replayed_over_later_pages(made: Path) -> None:
    """SQLite replays a log up to the flip, and would replace newer pages of the file by older ones."""
    with Workspace.open(made, "Ann") as workspace:
        for row in range(30):
            workspace.decisions.decide([row], "fish", "later")
        log = log_path(made).read_bytes()
        with contextlib.closing(sqlite3.connect(made)) as other:
            other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        document = made.read_bytes()
    flipped = bytearray(log)
    flipped[len(log) // 2] ^= 1
    for which in (log, bytes(flipped)):
        made.write_bytes(document)
        log_path(made).write_bytes(which)
        with Workspace.open(made, "Ann") as workspace:
            workspace.verify()
            assert sum(entry.note == "later" for entry in workspace.journal.entries()) == 30
            assert bool(workspace.unsaved) == (which != log)


def test_a_log_with_damage_is_replayed_completely_or_kept(made: Path) -> None:
    """A flipped bit in any frame must not lose the decisions in it and after it."""
    with Workspace.open(made, "Ann") as workspace:
        for row in range(3):
            workspace.decisions.decide([row], "fish", "later")
        document, log = made.read_bytes(), log_path(made).read_bytes()
        size = 24 + int.from_bytes(log[8:12], "big")
        for frame in range((len(log) - 32) // size):
            for place in (9, 13, 17, 3_000):
                copy = made.with_name(f"{frame}-{place}.mltag")
                copy.write_bytes(document)
                flipped = bytearray(log)
                flipped[32 + frame * size + place] ^= 4
                log_path(copy).write_bytes(flipped)
                with Workspace.open(copy, "Ann") as again:
                    steps = sum(entry.note == "later" for entry in again.journal.entries())
                    assert steps < 3
                    assert [path.read_bytes() for path in again.unsaved] == [bytes(flipped)]


def test_the_decisions_in_a_log_can_be_read_without_its_file(made: Path) -> None:
    with Workspace.open(made, "Kim") as workspace:
        for row in range(200):
            workspace.decisions.decide([row], TAGS[row % 2], f"ß {row}")
        workspace.decisions.decide(range(0, 300, 3), "stones", "in bulk")
        shutil.copy(log_path(made), made.with_name("w.mltag-unsaved-1"))
        journal = workspace.journal.entries()
    found = logged_decisions(made.with_name("w.mltag-unsaved-1"))
    assert is_log(made.with_name("w.mltag-unsaved-1"))
    assert not is_log(made)
    assert {entry.note for entry in found} >= {"in bulk", *(f"ß {row}" for row in range(200))}
    assert set(found) <= set(journal), "nothing is made up"


@pytest.mark.parametrize("seed", range(8))
def test_the_decisions_in_a_log_are_marked_as_undone_like_in_the_journal(made: Path, seed: int) -> None:
    rng = random.Random(seed)
    with Workspace.open(made, "Kim") as workspace:
        for number in range(40):
            if number % 7 == 3:
                workspace.history.undo()
            elif number % 7 == 4 and rng.random() < 0.5:
                workspace.history.redo()
            elif number % 11 == 10:
                workspace.time_travel.return_to(rng.randrange(16, workspace.journal.last))
            else:
                workspace.decisions.decide([rng.randrange(ROWS)], TAGS[number % 2], f"note {number}")
        journal = workspace.journal.entries()
        found = logged_decisions(log_path(made))
    assert set(found) <= set(journal)
    assert {entry.undone for entry in found} == {True, False}


def pages_of(log: bytes) -> dict[int, bytes]:
    """Return the last version of each page in a log without stale frames."""
    size = int.from_bytes(log[8:12], "big")
    starts = range(32, len(log), size + 24)
    return {int.from_bytes(log[at : at + 4], "big"): log[at + 24 : at + 24 + size] for at in starts}


@pytest.mark.parametrize("seed", range(12))
def test_a_checkpoint_cut_short_leaves_a_file_that_its_log_completes(made: Path, seed: int) -> None:
    """Any of the pages may have reached the file, in any order, before the power failure."""
    rng = random.Random(seed)
    with Workspace.open(made, "Ann") as workspace:
        for row in range(rng.randrange(1, 30)):
            workspace.decisions.decide(range(row, ROWS, 3), TAGS[row % 3], "later")
        base, log = made.read_bytes(), log_path(made).read_bytes()
    was = content(made)
    pages = pages_of(log)
    size = int.from_bytes(log[8:12], "big")
    document = bytearray(base)
    for number in rng.sample(sorted(pages), rng.randrange(len(pages) + 1)):
        end = number * size
        document.extend(bytes(max(0, end - len(document))))
        document[end - size : end] = pages[number]
    made.write_bytes(document)
    log_path(made).write_bytes(log)
    with Workspace.open(made, "Ann", write=False) as workspace:
        workspace.verify()
    with Workspace.open(made, "Ann") as workspace:
        assert not workspace.unsaved
    assert content(made) == was


def test_a_new_nonce_is_not_taken_for_another_file(made: Path) -> None:
    """Other threads check the file while the first transaction of an empty log writes the nonce."""
    found, done = set(), threading.Event()
    with contextlib.closing(sqlite3.connect(made, isolation_level=None)) as connection:
        ownership = Ownership(made, connection)

        def check() -> None:
            while not done.is_set():
                found.add(ownership.is_held())

        checking = [threading.Thread(target=check) for _ in range(2)]
        usual = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            for thread in checking:
                thread.start()
            for _ in range(1_000):
                connection.execute("BEGIN IMMEDIATE")
                ownership.begin(connection)
                connection.execute("ROLLBACK")
        finally:
            sys.setswitchinterval(usual)
            done.set()
            for thread in checking:
                thread.join()
    ownership.close()
    assert found == {True}
