"""The log of a killed program is replayed into its own file, and never into another one of that name."""

import contextlib
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.decision_log import (
    decisions_path,
    is_decision_log,
    read_decisions,
)
from mltag_desktop.core.workspace.storage.journal import logged_decisions
from mltag_desktop.core.workspace.storage.side_files import has_log, log_path, placing, real_path, unsaved
from mltag_desktop.core.workspace.types import JournalEntry
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    created,
    predict_all,
    table_bytes,
)
from tests.processes import KILLED

FIXTURES = Path(__file__).parents[1] / "fixtures"
ROWS = 400
ACTING = """
import random, sys
from pathlib import Path
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.workspace import Workspace

path, seed, source = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
tags = ["birds", "fish", "stones"]
rng = random.Random(seed)
if source:
    workspace = Workspace.create(path, "Kim", tags)
    print("open", flush=True)
    workspace.table.import_table(SILENT, TableFile(Path(source[0])), ColumnMapping((1, 2)))
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
        timer = threading.Timer(random.Random(seed).uniform(0, 0.05), process.kill)
        timer.start()
        process.stdout.read()
        timer.join()
        assert process.wait() == KILLED
    assert log_path(real_path(path)).exists()


def acting(path: Path, seed: int, *source: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ACTING, str(path), str(seed), *map(str, source)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A closed workspace with predictions and some decisions, larger than a log can grow."""
    (tmp_path / "in.csv").write_bytes(table_bytes(ROWS))
    with created(tmp_path) as workspace:
        workspace.table.import_table(SILENT, TableFile(tmp_path / "in.csv"), ColumnMapping((1, 2)))
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
    holds_something = has_log(path)
    with Workspace.open(path, "Ann") as workspace:
        assert not workspace.read_only
        workspace.verify()
        notes = {entry.note for entry in workspace.journal.entries()}
        assert not any(note.startswith("of the killed") for note in notes)
        assert workspace.unsaved or not holds_something, "it is said where the log is kept"
    assert content(path) == was
    kept = {each.name for each in workspace.unsaved}
    files = {each.name for each in path.parent.iterdir() if each.name.startswith(f"{path.name}-")}
    assert files - {decisions_path(path).name} == kept


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
        workspace.table.import_table(SILENT, TableFile(made.parent / "other.csv"), ColumnMapping((1, 2)))
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
    had_log = has_log(path)
    if seed % 2:
        salvage(SILENT, made, path)
    else:
        with Workspace.open(made, "Ann") as workspace:
            workspace.save_copy(SILENT, path)
    assert unsaved(path) or not had_log
    was = content(path)
    if not seed % 2:
        assert was == content(made)
    check_unchanged(path, was)


WAYS = [a_backup_copied_over, a_table_imported_under_the_name, replaced_while_open, saved_under_the_name]


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(100, 150))]
)
@pytest.mark.parametrize("way", WAYS)
def test_a_log_is_not_replayed_into_another_file(
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
    left = {each.name for each in made.parent.iterdir() if each.name.startswith("moved")}
    assert left == {"moved.mltag", "moved.mltag-decisions"}


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
    left = [each.name for each in made.parent.iterdir() if each.name.startswith(("link.mltag-", "w.mltag-"))]
    assert left == ["w.mltag-decisions"]


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


def test_an_idle_workspace_has_no_log_of_sqlite(made: Path) -> None:
    with Workspace.open(made, "Ann") as workspace:
        workspace.decisions.decide([0], "fish")
        workspace.settle()
        workspace.decisions.decide([1], "fish")
    with Workspace.open(made, "Ann"):
        pass
    assert {each.name for each in made.parent.iterdir()} == {"in.csv", made.name, decisions_path(made).name}


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


@pytest.fixture
def unsettled(made: Path) -> Path:
    return left_by_killed(made)


def left_by_killed(made: Path) -> Path:
    """Copy a workspace as a killed program leaves it: 40 decisions are in its log, five of them undone."""
    path = made.parent / "left" / made.name
    path.parent.mkdir()
    with Workspace.open(made, "Kim") as workspace:
        for row in range(30):
            workspace.decisions.decide([row], "fish", f"ß {row}")
        for _ in range(5):
            workspace.history.undo()
        workspace.decisions.decide(range(100, 110), "stones", "in bulk")
        for each in (made, log_path(made), decisions_path(made)):
            shutil.copy(each, path.parent)
    return path


def journal_of(path: Path, *, write: bool) -> list[JournalEntry]:
    with Workspace.open(path, "Ann", write=write) as workspace:
        workspace.verify()
        return workspace.journal.entries()


def flip(path: Path, place: int, bit: int = 1) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1 << bit
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(12))
def test_no_acknowledged_decision_is_lost_with_a_flipped_bit_in_the_log(unsettled: Path, seed: int) -> None:
    check_flipped_log(unsettled, seed)


def check_flipped_log(path: Path, seed: int) -> None:
    """Flip a bit in the log: each command reports it, and shows all decisions."""
    rng = random.Random(seed)
    was = journal_of(path, write=False)
    size = log_path(path).stat().st_size
    flip(log_path(path), rng.randrange(size) if seed else 9, rng.randrange(8))
    before = files(path.parent)
    assert journal_of(path, write=False) == was
    assert verify_file(path).faults, "it is not called intact"
    with Workspace.open(path, "Ann", write=False) as workspace:
        assert "log of the last changes" in workspace.recovery_note
    assert files(path.parent) == before
    with Workspace.open(path, "Ann") as workspace:
        assert "log of the last changes" in workspace.recovery_note
        kept = [each.read_bytes() for each in path.parent.glob("*-damaged-*")]
        assert kept == [before["w.mltag-wal"]]
        assert not workspace.unsaved
        assert workspace.journal.entries() == was
        assert workspace.decisions.decide([0], "fish").step == was[-1].step + 1
    assert not verify_file(path).faults
    assert journal_of(path, write=True)[:-1] == was


def test_a_damaged_log_without_a_copy_is_said_to_lack_decisions(unsettled: Path) -> None:
    decisions_path(unsettled).unlink()
    flip(log_path(unsettled), log_path(unsettled).stat().st_size // 2)
    assert verify_file(unsettled).faults
    with Workspace.open(unsettled, "Ann", write=False) as workspace:
        assert len(workspace.journal.entries()) < 40
        assert "Decisions of the last minutes may be missing" in workspace.recovery_note


def test_no_decision_is_lost_with_the_whole_log(unsettled: Path) -> None:
    was = journal_of(unsettled, write=False)
    log_path(unsettled).unlink()
    assert "40 decisions that are only in" in verify_file(unsettled).faults[0].words
    assert journal_of(unsettled, write=False) == was
    with Workspace.open(unsettled, "Ann") as workspace:
        assert "40 decisions that were missing came back" in workspace.recovery_note
    assert journal_of(unsettled, write=False) == was
    assert not verify_file(unsettled).faults


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_copy_of_the_decisions_is_reported_and_written_again(made: Path, seed: int) -> None:
    was = journal_of(made, write=False)
    rng = random.Random(seed)
    flip(decisions_path(made), rng.randrange(decisions_path(made).stat().st_size - 1), rng.randrange(8))
    assert "second copy of its decisions" in verify_file(made).faults[0].words
    assert journal_of(made, write=True) == was
    assert not verify_file(made).faults
    assert logged_decisions(decisions_path(made)) == was


def test_the_copy_of_the_decisions_can_be_read_without_its_file(unsettled: Path) -> None:
    was = journal_of(unsettled, write=False)
    unsettled.unlink()
    assert is_decision_log(decisions_path(unsettled))
    assert not is_decision_log(log_path(unsettled))
    assert logged_decisions(decisions_path(unsettled)) == [each for each in was if each.record is not None]
    assert "ß 7" in decisions_path(unsettled).read_text(encoding="utf-8")


def test_tags_and_their_number_come_back_with_the_whole_log(made: Path) -> None:
    left = made.with_name("left.mltag")
    with Workspace.open(made, "Kim") as workspace:
        workspace.decisions.decide([0], "fish")
        workspace.tag_set.set([*TAGS, "trees"], several=True)
        shutil.copy(made, left)
        shutil.copy(decisions_path(made), decisions_path(left))
    for write in (False, True):
        with Workspace.open(left, "Ann", write=write) as workspace:
            assert [tag.name for tag in workspace.tag_set.tags] == [*TAGS, "trees"]
            assert workspace.tag_set.several is True


def test_a_file_that_was_not_replaced_after_all_keeps_its_decisions(unsettled: Path) -> None:
    """A copy under the name of a workspace fails at its last step, or is killed before it."""
    notes = {f"ß {row}" for row in range(30)} | {"in bulk"}
    with contextlib.suppress(OSError), placing(unsettled):
        raise OSError("the disk was removed")
    assert notes <= {entry.note for entry in journal_of(unsettled, write=False)}
    assert notes <= {entry.note for entry in journal_of(unsettled, write=True)}


def test_an_old_workspace_gets_a_copy_of_its_decisions(made: Path) -> None:
    was = decisions_path(made).read_bytes().splitlines()[-15:]
    decisions_path(made).unlink()
    with Workspace.open(made, "Ann"):
        pass
    assert decisions_path(made).read_bytes().splitlines()[-15:] == was


def test_two_versions_of_a_file_do_not_mix_their_decisions(made: Path, tmp_path: Path) -> None:
    """A copy was continued elsewhere and comes back without its log."""
    other = tmp_path / "elsewhere.mltag"
    shutil.copy(made, other)
    with Workspace.open(made, "Ann") as workspace:
        workspace.decisions.decide([1], "fish", "here")
    with Workspace.open(other, "Bea") as workspace:
        workspace.decisions.decide([2], "fish", "elsewhere")
    shutil.copy(other, made)
    assert journal_of(made, write=False)[-1].note == "elsewhere"
    assert not verify_file(made).faults
    with Workspace.open(made, "Ann") as workspace:
        assert workspace.journal.entries()[-1].note == "elsewhere"
        (kept,) = workspace.unsaved
    assert logged_decisions(kept)[-1].note == "here"
    noted = read_decisions(decisions_path(made))
    assert noted is not None
    assert len(noted.lines) == 16


def test_a_step_that_needs_more_than_the_log_is_reported_as_lost(made: Path) -> None:
    """The promotion of a model and the decisions after it were only in the log of SQLite."""
    left = made.with_name("left.mltag")
    model = made.with_name("model")
    model.mkdir()
    (model / "manifest.json").write_text('{"version": "letters-2", "tags": ["birds", "fish", "stones"]}')
    with Workspace.open(made, "Ann") as workspace:
        workspace.decisions.decide([0], "fish", "before")
        workspace.models.add(model, {"models": []}, "1 decision")
        workspace.models.promote("letters-2")
        workspace.tag_set.set([*TAGS, "plants"])
        workspace.decisions.decide([1], "plants", "after")
        shutil.copy(made, left)
        shutil.copy(decisions_path(made), decisions_path(left))
    for write in (False, True):
        with Workspace.open(left, "Ann", write=write) as workspace:
            assert "1 other step is lost" in workspace.recovery_note
            assert [entry.note for entry in workspace.journal.entries()][-1] == "after"
            assert [tag.name for tag in workspace.tag_set.tags] == [*TAGS, "plants"]
            assert workspace.table.records([0, 1])[1].decided == "plants"
            assert workspace.models.active != "letters-2"
            workspace.verify()


def test_the_kept_decisions_survive_a_full_disk(made: Path) -> None:
    """A log that cannot be written is deleted, and written again from the file when there is room."""
    with Workspace.open(made, "Ann") as workspace:
        decisions_path(made).unlink()
        workspace.decisions.decide([0], "fish", "without room")
        workspace.decisions.decide([1], "fish", "with room")
        noted = read_decisions(decisions_path(made))
        assert noted is not None
        assert len(noted.lines) == 17


FORGED = (
    '99 {"action": "decisions"}',
    "99 []",
    f"99 {'[' * 100_000}",
    '0 {"file": 7}',
    '0 {"odd": ""}',
    "-1 x",
)


@pytest.mark.parametrize("text", FORGED)
def test_a_forged_copy_of_the_decisions_is_a_user_error_or_works(made: Path, text: str) -> None:
    with decisions_path(made).open("ab") as file:
        file.write(b"%08x %s\n" % (zlib.crc32(text.encode()), text.encode()))
    for use in (
        lambda: verify_file(made),
        lambda: Workspace.open(made, "Ann", write=False).close(),
        lambda: salvage(SILENT, made, made.with_name("saved.mltag")),
        lambda: logged_decisions(decisions_path(made)),
        lambda: Workspace.open(made, "Ann").close(),
    ):
        with contextlib.suppress(MltagError):
            use()
