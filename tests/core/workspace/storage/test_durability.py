"""Kills, full disks, other programs and damaged files lose no saved data."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool, WriteQueue
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.storage.side_files import holder_of, lock_path
from mltag_desktop.core.workspace.types import ChangeKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    executed,
    exported,
    record_of,
    table_bytes,
)

DECIDER = """
import sys
from pathlib import Path
from mltag_desktop.core.workspace.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), "Kim")
print("read-only" if workspace.read_only else "open", flush=True)
for number in range(100_000):
    workspace.decisions.decide([number % 12], ("birds", "fish", "stones")[number % 3], str(number))
    print(number, flush=True)
"""


IMPORTER = """
import sys
from pathlib import Path
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace
workspace = Workspace.create(Path(sys.argv[1]), "Kim", ["birds", "fish", "stones"])
def told(change):
    print(workspace.table.count, flush=True)
    sys.stdin.readline()
workspace.table.import_table(SILENT, TableFile(Path(sys.argv[2])), ColumnMapping((1, 2)), told)
"""


def start(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", DECIDER, str(path)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def test_a_killed_import_can_be_resumed(tmp_path: Path) -> None:
    source, path = tmp_path / "in.csv", tmp_path / "w.mltag"
    source.write_bytes(table_bytes(12_000))
    command = [sys.executable, "-c", IMPORTER, str(path), str(source)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        process.stdin.write("\n")
        process.stdin.flush()
        stored = int(process.stdout.readline())
        process.kill()
    with Workspace.open(path, "Ann") as again:
        assert not again.table.complete
        assert again.table.count == stored
        again.table.import_table(SILENT, TableFile(source), ColumnMapping((1, 2)))
        assert (again.table.complete, again.table.count) == (True, 12_000)
        exported(again, what="original")
    assert (tmp_path / "out.csv").read_bytes() == table_bytes(12_000)


def test_a_second_program_opens_read_only_and_names_the_writer(predicted: Workspace) -> None:
    predicted.close()
    with start(predicted.path) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "open"
        process.stdout.readline()
        with Workspace.open(predicted.path, "Ann") as second:
            assert second.read_only
            assert "Kim" in second.held_by
            assert str(process.pid) in second.held_by
            assert record_of(second, 0).predicted == "birds"
            with pytest.raises(MltagError, match="read-only: it is in use by Kim"):
                second.decisions.decide([0], "birds")
            assert second.models.set_base("another").kinds == ChangeKind.MODELS | ChangeKind.PREDICTIONS
        process.kill()
    with Workspace.open(predicted.path, "Ann") as again:
        assert not again.read_only


def test_the_holder_is_described_with_a_time_that_people_read(tmp_path: Path) -> None:
    path = tmp_path / "a.mltag"
    lock_path(path).write_text('{"curator": "Kim", "host": "far", "pid": 7, "since": "yesterday"}')
    assert holder_of(path) == "another program"
    lock_path(path).write_text(
        '{"curator": "Kim", "host": "far", "pid": 7, "since": "2026-11-28T22:44:00+00:00"}'
    )
    assert re.fullmatch(r"Kim on far \(process 7, since 2026-11-2[89] \d\d:\d\d\)", str(holder_of(path)))


def test_opening_twice_in_one_program_is_read_only_too(workspace: Workspace) -> None:
    with Workspace.open(workspace.path, "Bea") as second:
        assert second.read_only
        assert "Ann" in second.held_by
    workspace.decisions.decide([0], "birds")
    workspace.close()
    assert not lock_path(workspace.path).exists()


def test_a_reader_gets_an_error_when_the_writer_deleted_texts(workspace: Workspace) -> None:
    with Workspace.open(workspace.path, "Bea") as second:
        for columns in ((1,), (2,), (0,)):
            workspace.table.set_mapping(ColumnMapping(columns))
        with pytest.raises(MltagError, match="was changed by the program that has it open"):
            second.table.texts([0])


def test_an_invalid_lock_file_does_no_harm(workspace: Workspace) -> None:
    lock_path(workspace.path).write_text("[1")
    with Workspace.open(workspace.path, "Bea") as second:
        assert second.held_by == "another program"


@pytest.mark.parametrize("content", [b"", b"id,title\n1,x\n", b"SQLite format 3\x00", os.urandom(5000)])
def test_a_file_that_is_not_a_workspace_is_rejected_unchanged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "w.mltag"
    path.write_bytes(content)
    with pytest.raises(MltagError, match="not an MLTag workspace"):
        Workspace.open(path, "Ann")
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["w.mltag"]


def test_another_programs_sqlite_file_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "w.mltag"
    executed(path, "CREATE TABLE t (x)")
    with pytest.raises(MltagError, match="not an MLTag workspace"):
        Workspace.open(path, "Ann")


def test_missing_files_and_folders_are_errors(tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="does not exist"):
        Workspace.open(tmp_path / "none.mltag", "Ann")
    with pytest.raises(MltagError, match="is a folder"):
        Workspace.open(tmp_path, "Ann")
    with pytest.raises(MltagError, match=r"The folder .* does not exist\. Create it first"):
        Workspace.create(tmp_path / "nowhere" / "w.mltag", "Ann")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_replaced(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="already exists"):
        Workspace.create(workspace.path, "Ann")
    assert workspace.table.count == 12


def test_a_file_of_a_newer_version_is_rejected_unchanged(workspace: Workspace) -> None:
    workspace.close()
    executed(workspace.path, "PRAGMA user_version = 99")
    content = workspace.path.read_bytes()
    with pytest.raises(MltagError, match="newer version of MLTag Desktop"):
        Workspace.open(workspace.path, "Ann")
    assert workspace.path.read_bytes() == content


def test_connections_of_threads_are_closed_with_the_workspace(predicted: Workspace) -> None:
    """Unclosed connections warn, and a warning fails a test."""
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(len(predicted.table.records(range(12)))))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [12] * 8
    predicted.close()
    predicted.close()
    with pytest.raises(MltagError, match="is closed"):
        predicted.table.records([0])


def test_many_threads_write_and_nothing_is_lost(predicted: Workspace) -> None:
    def work(row: int) -> None:
        for number in range(10):
            predicted.decisions.decide([row], TAGS[number % 3], f"{row}-{number}")
            predicted.states()

    threads = [threading.Thread(target=work, args=(row,)) for row in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal = predicted.journal.entries()
    assert [entry.step for entry in journal] == list(range(1, 41))
    for row in range(4):
        assert [entry.note for entry in journal if entry.record == row] == [f"{row}-{n}" for n in range(10)]


def test_writers_that_never_pause_take_turns() -> None:
    """An import, decisions and predictions wait, and each writes again as soon as it has written."""
    gate = WriteQueue()
    order: list[str] = []

    def write(name: str) -> None:
        for _ in range(20):
            with gate.enter():
                order.append(name)

    names = ["import", "decisions", "predictions"]
    threads = [threading.Thread(target=write, args=(name,)) for name in names]
    with gate.enter():
        for waiting, thread in enumerate(threads, 1):
            thread.start()
            while gate.waiting < waiting:
                threading.Event().wait(0.001)
        with pytest.raises(RuntimeError), gate.enter():
            pass
    for thread in threads:
        thread.join()
    assert order[:3] == names
    assert len(order) == 60


@pytest.mark.parametrize(
    "damage",
    ["UPDATE decisions SET kind = 'shout'", "UPDATE editions SET rows = x'00ff'", "DELETE FROM editions"],
)
def test_invalid_content_is_an_error_and_the_file_is_closed(
    predicted: Workspace, damage: str, table_file: Callable[[bytes], TableFile]
) -> None:
    for row in range(3):
        predicted.decisions.decide([row], "fish")
    predicted.source_merge.merge(SILENT, predicted.source_merge.plan(SILENT, table_file(table_bytes(13))))
    predicted.close()
    executed(predicted.path, damage)
    for _ in range(2):  # the first attempt must have closed it
        with pytest.raises(DamagedError, match="damaged"):
            Workspace.open(predicted.path, "Ann")
    assert not lock_path(predicted.path).exists()


def steps(pool: ConnectionPool) -> int:
    with pool.read() as connection:
        return int(connection.execute("SELECT count(*) FROM steps").fetchone()[0])


def test_a_reader_sees_one_state_of_a_file_that_is_being_written(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "table.mltag", "kim", TAGS) as workspace:
        workspace.table.add_texts(["a bird", "a fish"])
        reader = ConnectionPool(workspace.path, read_only="open elsewhere")
        before = steps(reader)
        with reader.snapshot():
            assert steps(reader) == before
            workspace.decisions.decide([0], "birds")
            assert steps(reader) == before, "an opening that reads both would call the file damaged"
        assert steps(reader) == before + 1
        reader.close()
