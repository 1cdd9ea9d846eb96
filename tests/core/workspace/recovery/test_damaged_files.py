"""Flipped bits and truncated files: all saved data is there, or the damage is reported.

A round derives its position in the file from its number, so failures are reproducible.
"""

import contextlib
import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.recovery.backups import restore
from mltag_desktop.core.workspace.recovery.salvage import salvage
from mltag_desktop.core.workspace.recovery.verification import source_path_of, verify_file
from mltag_desktop.core.workspace.storage.connection_pool import ConnectionPool
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.storage.side_files import lock_path
from mltag_desktop.core.workspace.types import JournalEntry, RecordView
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.fixtures.make import make
from tests.core.workspace.helpers import executed

FEW, MANY = 40, 1_500


class Held(NamedTuple):
    """Everything that a curator can see of a workspace."""

    records: list[RecordView]
    journal: list[JournalEntry]
    tags: list[str]
    models: list[str]
    source: bytes
    shown: tuple[object, ...]


def held(path: Path, out: Path) -> Held:
    """Read the whole workspace; raises `MltagError` if the program would."""
    with Workspace.open(path, "Bea") as workspace:
        if workspace.models.damage is not None:
            raise workspace.models.damage
        export(SILENT, workspace, out, "original", replace=True)
        return Held(
            workspace.table.records(range(workspace.table.count)),
            workspace.journal.entries(),
            [f"{tag}" for tag in workspace.tag_set.tags],
            [f"{model}" for model in workspace.models.all()],
            out.read_bytes(),
            (
                workspace.table.mapping,
                workspace.table.columns,
                workspace.table.quarantined,
                workspace.history.undo_label,
            ),
        )


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Held]:
    """A workspace with records, quarantined lines, predictions, decisions, an undone step and a model."""
    folder = tmp_path_factory.mktemp("sound")
    make(folder / "w.mltag")
    return folder / "w.mltag", held(folder / "w.mltag", folder / "out.csv")


@pytest.fixture
def path(sound: tuple[Path, Held], tmp_path: Path) -> Path:
    """A copy of the sound workspace."""
    return Path(shutil.copy(sound[0], tmp_path / "w.mltag"))


def survive(sound: tuple[Path, Held], content: bytes, folder: Path) -> bool:
    """Open damaged content: it is complete, or the damage is reported; return whether it is complete."""
    broken = folder / "broken.mltag"
    broken.write_bytes(content)
    try:
        now = held(broken, folder / "out.csv")
    except MltagError:
        return False
    assert now == sound[1], "nothing else is shown without a word"
    return True


def damaged(content: bytes, seed: int) -> bytes:
    """Flip a bit, usually in used space, or remove the end, a sector or some bits."""
    rng = random.Random(seed)
    made = bytearray(content)
    written = [place for place, byte in enumerate(content) if byte]
    match seed % 8:
        case 0:
            return content[: rng.randrange(len(content))]
        case 1:
            place = rng.randrange(len(made)) // 512 * 512
            made[place : place + 512] = bytes(512)
        case 2:
            for place in rng.sample(written, 5):
                made[place] ^= 1 << rng.randrange(8)
        case 3:
            made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
        case _:
            made[rng.choice(written)] ^= 1 << rng.randrange(8)
    return bytes(made)


@pytest.mark.parametrize("seed", range(FEW))
def test_a_damaged_workspace_is_complete_or_reported(
    sound: tuple[Path, Held], tmp_path: Path, seed: int
) -> None:
    survive(sound, damaged(sound[0].read_bytes(), seed), tmp_path)


@pytest.mark.slow
def test_many_damaged_workspaces_are_complete_or_reported(sound: tuple[Path, Held], tmp_path: Path) -> None:
    told = [survive(sound, damaged(sound[0].read_bytes(), seed), tmp_path) for seed in range(FEW, MANY)]
    assert {True, False} == set(told)


def changed(path: Path, sql: str) -> None:
    """Change a row directly in the file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(sql).rowcount == 1


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE decisions SET tag = 'birdt' WHERE id = 1", "decision on record 1 in step 2"),
        (
            f"UPDATE decisions SET confidence = confidence + {2.0**-53} WHERE id = 1",
            "decision on record 1 in step 2",
        ),
        ("UPDATE steps SET curator = 'Amn' WHERE step = 3", "journal step 3"),
        ("UPDATE blocks SET row = 1 WHERE first = 0", "records from position 1"),
        ("UPDATE quarantined SET raw = x'41'", "unreadable line 42"),
        ("UPDATE meta SET value = '{}' WHERE key = 'mapping'", "metadata mapping"),
        (
            "UPDATE predictions SET best = x'01' || substr(best, 2) WHERE id = 1",
            "prediction of model letters-1",
        ),
    ],
)
def test_the_damaged_part_is_named(path: Path, sql: str, words: str) -> None:
    changed(path, sql)
    with pytest.raises(DamagedError, match="is damaged") as told:
        Workspace.open(path, "Bea")
    assert words in told.value.message


@pytest.mark.parametrize(
    "key", ["tags", "mapping", "dialect", "columns", "head", "promotions", "edition", "generation"]
)
def test_lost_metadata_is_rebuilt_from_the_journal(
    path: Path, sound: tuple[Path, Held], tmp_path: Path, key: str
) -> None:
    was = sound[1]
    changed(path, f"UPDATE meta SET value = '?' WHERE key = '{key}'")
    saved = salvage(SILENT, path, tmp_path / "saved.mltag")
    assert "the metadata" in saved.words
    if key == "head":
        with Workspace.open(saved.path, "Bea") as workspace:
            assert [view.cells for view in workspace.table.records(range(44))] == [
                v.cells for v in was.records
            ]
        return
    now = held(saved.path, tmp_path / "out.csv")
    assert now == (was if key != "columns" else now)
    assert now.shown[1] == was.shown[1]


def test_a_damaged_format_number_is_detected(sound: tuple[Path, Held], tmp_path: Path) -> None:
    for format_ in (0, 1, 2):
        path, target = tmp_path / "w.mltag", tmp_path / f"{format_}.mltag"
        shutil.copy(sound[0], path)
        executed(path, f"PRAGMA user_version = {format_}")
        with pytest.raises(DamagedError):
            Workspace.open(path, "Bea")
        assert salvage(SILENT, path, target).damaged == ()
        assert held(target, tmp_path / "out.csv") == sound[1]


def test_a_salvage_that_cannot_be_written_leaves_nothing(sound: tuple[Path, Held], tmp_path: Path) -> None:
    with pytest.raises(MltagError, match=r"could not be|cannot be opened"):
        salvage(SILENT, sound[0], tmp_path / "nowhere" / "saved.mltag")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_workspace_is_not_backed_up(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path, "Bea") as workspace:
        assert workspace.backup(SILENT, tmp_path / "backups") is not None
        changed(path, "UPDATE decisions SET note = 'other' WHERE id = 1")
        with pytest.raises(DamagedError, match="decision on record 1 in step 2"):
            workspace.backup(SILENT, tmp_path / "backups", "asked")
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_a_failed_read_does_not_block_closing(sound: tuple[Path, Held]) -> None:
    store = ConnectionPool(sound[0])
    with store.read() as connection:
        assert connection.execute("SELECT COUNT(*) FROM steps").fetchone()
        store.close()


ENDLESS = (
    "DROP TABLE meta; CREATE VIEW meta AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT i AS key, i AS value, i AS sum FROM n;"
)


@pytest.mark.parametrize("format_", [1, 2, 3, 7])
def test_a_schema_that_runs_forever_is_refused_before_it_is_read(
    sound: tuple[Path, Held], tmp_path: Path, format_: int
) -> None:
    fixture = Path(__file__).parents[1] / "fixtures" / f"v{format_}.mltag"
    path = tmp_path / "w.mltag"
    shutil.copy(fixture if fixture.exists() else sound[0], path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(ENDLESS)
    uses = (
        lambda: Workspace.open(path, "Ann"),
        lambda: Workspace.open(path, "Ann", write=False),
        lambda: verify_file(path),
    )
    for use in uses:
        with pytest.raises(DamagedError, match="list of its tables"):
            use()
    assert source_path_of(path) is None
    with contextlib.suppress(MltagError):
        salvage(SILENT, path, tmp_path / "saved.mltag")


ENDINGS = ("-wal", "-shm", "-journal", "-lock", "-decisions")


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_file_beside_a_workspace_is_opened_through_a_link(path: Path, ending: str) -> None:
    check_link(path, ending)


def check_link(path: Path, ending: str) -> None:
    target, backup = path.with_name("diary.txt"), path.with_name("backup.mltag")
    target.write_bytes(b"dear diary")
    shutil.copy(path, backup)
    Path(f"{path}{ending}").unlink(missing_ok=True)
    Path(f"{path}{ending}").symlink_to(target)
    uses = (
        lambda: Workspace.open(path, "Ann"),
        lambda: Workspace.open(path, "Ann", write=False),
        lambda: verify_file(path),
        lambda: salvage(SILENT, path, path.with_name("saved.mltag")),
        lambda: restore(backup, path, "now"),
    )
    for use in uses:
        with pytest.raises(MltagError, match="symbolic link"):
            use()
    assert target.read_bytes() == b"dear diary"
    assert not list(path.parent.glob("saved*"))


def test_a_lock_of_another_computer_is_reported(path: Path) -> None:
    with Workspace.open(path, "Bea") as workspace:
        content = json.loads(lock_path(path).read_bytes())
        assert not workspace.taken_over
    lock_path(path).write_text(json.dumps(content | {"host": "elsewhere"}))
    with Workspace.open(path, "Ann") as workspace:
        assert "Bea on elsewhere" in workspace.taken_over
    with Workspace.open(path, "Ann") as workspace:
        assert not workspace.taken_over
