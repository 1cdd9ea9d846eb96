"""Every byte of a workspace is verified: damage by a flipped bit is named, and the rest stays usable.

A round derives its position in the file from its number, so failures are reproducible.
"""

import contextlib
import json
import math
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.training.training import train
from mltag_desktop.core.workspace.export.export import export
from mltag_desktop.core.workspace.recovery.verification import verify_file
from mltag_desktop.core.workspace.storage.row_checksums import Fault, faults, fill_sums
from mltag_desktop.core.workspace.storage.schema import DamagedError, DamagedModelError
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    executed,
    exported,
    predict_all,
    record_of,
    table_bytes,
)
from tests.helpers import examples, small_vectors

FEW, MANY = 200, 2_200
ROWS = 300
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with records, predictions, decisions, an undone step and a trained, active model."""
    folder = tmp_path_factory.mktemp("sound")
    model = train(SILENT, examples(), vectors=small_vectors())
    save_bundle(folder / "model", model, "# A card\n")
    (folder / "t.csv").write_bytes(table_bytes(ROWS) + b"broken,line\r\n")
    with Workspace.create(folder / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(folder / "t.csv"), ColumnMapping((1, 2), 0))
        predict_all(workspace, LetterModel())
        workspace.decisions.decide([0, 1, 2], "birds", "seen")
        workspace.decisions.mark([3], DecisionKind.FLAG, "unclear")
        workspace.decisions.decide([4], "stones")
        workspace.history.undo()
        report = {"models": [{"version": model.version, "f1": 0.9}], "rows": list(range(2_000))}
        workspace.models.add(folder / "model", report, "5 decisions")
        workspace.models.promote(model.version)
        for rows, texts in workspace.pending_predictions.pending(model.version):
            workspace.pending_predictions.put(rows, model.predict(texts))
    return folder / "w.mltag"


def version_in(path: Path) -> str:
    ((version,),) = executed(path, "SELECT version FROM models")
    return str(version)


def content_of(path: Path) -> Content:
    """Read all rows of all tables, without checksums and without the program.

    The token ties a log to the file; without a log it has no effect.
    """
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        content: Content = {"file": [connection.execute("PRAGMA user_version").fetchone()]}
        names = "SELECT name, sql FROM sqlite_master ORDER BY rowid"
        content["tables"] = connection.execute(names).fetchall()
        for name, sql in content["tables"]:
            if str(sql).startswith("CREATE TABLE") and name != "log_token":
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
                wanted = ", ".join(column for column in columns if column != "sum")
                content[str(name)] = connection.execute(f"SELECT {wanted} FROM {name}").fetchall()
        return content


def flipped(path: Path, folder: Path, seed: int) -> Path:
    """Copy a file with one bit flipped, usually in used space."""
    rng = random.Random(seed)
    made = bytearray(path.read_bytes())
    place = rng.randrange(len(made))
    while seed % 4 and not made[place]:
        place = rng.randrange(len(made))
    made[place] ^= 1 << rng.randrange(8)
    broken = folder / "broken.mltag"
    broken.write_bytes(made)
    return broken


def verify_flip(sound: Path, folder: Path, seed: int) -> str:
    """Flip a bit: the verification names the fault, or the content is unchanged."""
    broken = flipped(sound, folder, seed)
    try:
        found = [fault.words for fault in verify_file(broken).faults]
    except MltagError as error:
        found = [error.message]
    if found:
        assert all(words.strip() for words in found)
        return "named"
    assert content_of(broken) == content_of(sound), f"seed {seed}: a changed bit went unseen"
    return "harmless"


@pytest.mark.parametrize("seeds", [range(FEW), pytest.param(range(FEW, MANY), marks=pytest.mark.slow)])
def test_a_flipped_bit_is_reported_or_has_no_effect(sound: Path, tmp_path: Path, seeds: range) -> None:
    told = [verify_flip(sound, tmp_path, seed) for seed in seeds]
    assert told.count("named") > len(told) // 2


def test_an_intact_workspace_has_no_faults(sound: Path) -> None:
    assert verify_file(sound).faults == []
    with Workspace.open(sound, "Bea") as workspace:
        assert workspace.models.damage is None
        workspace.verify()
        count, steps = workspace.table.count, len(workspace.journal.steps())
    assert verify_file(sound)[:2] == (count, steps)


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_workspace_of_an_earlier_format_is_verified_and_not_written_to(
    tmp_path: Path, version: int
) -> None:
    path = Path(shutil.copy(Path(__file__).parents[1] / "fixtures" / f"v{version}.mltag", tmp_path))
    before = path.read_bytes()
    assert verify_file(path)[:3] == (44, 9, [])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def path(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sound, tmp_path / "w.mltag"))


def forged(path: Path, table: str, change: str) -> None:
    """Change a table with correct checksums, as another program could."""
    executed(path, f"UPDATE {table} SET {change}")
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        fill_sums(connection, [table])


def flip_blob(path: Path, table: str, column: str, rowid: int, at: int = 0) -> None:
    """Flip a bit inside a blob."""
    with (
        contextlib.closing(sqlite3.connect(path)) as connection,
        connection,
        connection.blobopen(table, column, rowid) as blob,
    ):
        blob.seek(at)
        byte = blob.read(1)[0]
        blob.seek(at)
        blob.write(bytes([byte ^ 4]))


def flip_in_model(path: Path, name: str = "vectors_table.npy") -> str:
    """Flip a bit in a file of the trained model; return its version."""
    query = (
        "SELECT c.rowid, f.version, length(c.data) / 2 FROM model_files f JOIN model_contents c"
        " ON c.sha256 = f.sha256 WHERE f.name = ?"
    )
    ((rowid, version, at),) = executed(path, query, name)
    flip_blob(path, "model_contents", "data", rowid, at)
    return str(version)


@pytest.mark.parametrize("name", ["vectors_table.npy", "manifest.json", "MODEL_CARD.md", "head_bias.npy"])
def test_each_file_of_a_model_is_checked(path: Path, name: str) -> None:
    version = flip_in_model(path, name)
    (fault,) = verify_file(path).faults
    assert fault == Fault("model_files", f"the file {name} of model {version}", version)


def test_a_workspace_with_a_damaged_model_opens_for_curation(path: Path) -> None:
    version = flip_in_model(path)
    with Workspace.open(path, "Bea") as workspace:
        assert workspace.table.count == ROWS
        assert record_of(workspace, 5).cells[0] == "5"
        workspace.decisions.decide([7], "fish")
        assert exported(workspace).path.read_bytes().count(b"\r\n") >= ROWS
        with pytest.raises(DamagedModelError) as told:
            workspace.verify()
        assert version in told.value.message
        assert "vectors_table.npy" in told.value.message
        assert "earlier model" in told.value.hint
        with pytest.raises(DamagedModelError) as told:
            workspace.models.bundle_path(version)
        assert version in told.value.message
        workspace.models.rollback()
        assert workspace.models.active == "letters-1"
        with pytest.raises(DamagedModelError, match=version):
            workspace.models.promote(version)
        workspace.models.discard(version, promoted=True)
        workspace.verify()
    assert verify_file(path).faults == []


def test_a_damaged_report_loses_only_the_report(path: Path) -> None:
    executed(path, "UPDATE models SET report = '{' || substr(report, 3)")
    with Workspace.open(path, "Bea") as workspace:
        assert "entry of model" in str(workspace.models.damage)
        model = workspace.models.all()[-1]
        assert (model.version, model.active, model.report, model.f1) == (version_in(path), True, None, None)
        load_bundle(workspace.models.bundle_path(model.version))
        with pytest.raises(DamagedModelError, match="entry of model"):
            workspace.verify()


def test_a_model_with_a_damaged_name_keeps_its_files(path: Path) -> None:
    count = executed(path, "SELECT COUNT(*) FROM model_files")
    executed(path, "UPDATE models SET version = 'x' || substr(version, 2)")
    with Workspace.open(path, "Bea") as workspace, pytest.raises(DamagedModelError):
        workspace.verify()
    assert executed(path, "SELECT COUNT(*) FROM model_files") == count


@pytest.mark.parametrize("before", [0, 1])
def test_the_promotion_mark_is_verified(path: Path, tmp_path: Path, before: int) -> None:
    if not before:
        with Workspace.open(path, "Bea") as workspace:
            manifest = {"version": "letters-9"}
            (tmp_path / "other").mkdir()
            (tmp_path / "other" / "manifest.json").write_text(json.dumps(manifest))
            workspace.models.add(tmp_path / "other", None, "")
        assert verify_file(path).faults == []
    executed(path, f"UPDATE models SET promoted_once = {1 - before} WHERE promoted_once = {before}")
    (fault,) = verify_file(path).faults
    assert fault.table == "models"
    with Workspace.open(path, "Bea") as workspace:
        assert workspace.models.damage is not None
        assert workspace.models.damage.models == (fault.model,)


def test_a_clock_that_was_set_back_damages_no_model(path: Path) -> None:
    """The active model seems to have been added after it was promoted."""
    forged(path, "models", "created = '2099-01-01T00:00:00+00:00'")
    assert verify_file(path).faults == []
    with Workspace.open(path, "Bea") as workspace:
        assert workspace.models.damage is None
        workspace.verify()


def test_a_backup_with_a_damaged_model_deletes_no_older_backup(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path, "Bea") as workspace:
        good = {workspace.backup(SILENT, tmp_path / "copies", "asked").path for _ in range(2)}
    flip_in_model(path)
    with Workspace.open(path, "Bea") as workspace:
        for row in range(3):
            workspace.decisions.decide([row + 50], "fish")
            with pytest.raises(DamagedModelError):
                workspace.backup(SILENT, tmp_path / "copies", "asked", kept=2)
    copies = sorted((tmp_path / "copies").iterdir())
    assert good <= set(copies)
    with Workspace.open(copies[-1], "Bea") as newest:
        assert [view.decided for view in newest.table.records([50, 51, 52])] == ["fish"] * 3


def test_all_faults_are_found_at_once(path: Path) -> None:
    version = flip_in_model(path)
    executed(path, "UPDATE decisions SET tag = 'fish' WHERE id = 1")
    executed(path, "UPDATE decisions SET note = x'ff' WHERE id = 2")
    executed(path, "UPDATE steps SET label = CAST(x'ff41' AS TEXT) WHERE step = 2")
    flip_blob(path, "blocks", "raws", 0, 100)
    tables = [(fault.table, fault.model) for fault in verify_file(path).faults]
    assert sorted(tables) == [
        ("blocks", ""), ("decisions", ""), ("decisions", ""), ("model_files", version), ("steps", ""),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace too large to be verified completely on opening."""
    folder = tmp_path_factory.mktemp("large")
    words = ["lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "elit"] * 300
    long = " ".join(random.Random(1).sample(words, 2_000))
    lines = "".join(f"{row},bird {row} {long[row : row + 9_000]},x\n" for row in range(1_200))
    (folder / "t.csv").write_text("id,text,tag\n" + lines)
    with Workspace.create(folder / "w.mltag", "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(folder / "t.csv"), ColumnMapping((1,), 0))
        predict_all(workspace, LetterModel(sharpness=0.01))
        workspace.decisions.decide([0, 1, 2], "birds", "seen")
    assert (folder / "w.mltag").stat().st_size > 16 * 2**20
    return folder / "w.mltag"


@pytest.fixture
def large_path(large: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(large, tmp_path / "w.mltag"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE decisions SET tag = 'fish' WHERE id = 1",
        "UPDATE steps SET curator = 'Amn'",
        "UPDATE meta SET value = '[2]' WHERE key = 'promotions'",
        "UPDATE predictions SET confidence = zeroblob(length(confidence)) WHERE id = 1",
        "UPDATE predictions SET probabilities = zeroblob(length(probabilities)) WHERE id = 1",
        "UPDATE digests SET digests = zeroblob(length(digests)) WHERE key = 0",
    ],
)
def test_decisions_steps_and_predictions_are_verified_on_opening_at_any_size(
    large_path: Path, sql: str
) -> None:
    executed(large_path, sql)
    with pytest.raises(DamagedError):
        Workspace.open(large_path, "Bea")


@pytest.mark.parametrize("column", ["row", "pasted", "edition"])
def test_a_flipped_bit_is_not_exported_at_any_size(large_path: Path, tmp_path: Path, column: str) -> None:
    ((first,),) = executed(large_path, "SELECT first FROM blocks ORDER BY first LIMIT 1 OFFSET 7")
    executed(large_path, f"UPDATE blocks SET {column} = {column} + 1 WHERE first = {first}")
    with Workspace.open(large_path, "Bea") as workspace:
        for what in ("table", "original"):
            out = tmp_path / f"{what}.csv"
            with pytest.raises(DamagedError):
                export(SILENT, workspace, out, what)
            assert not out.exists()


def test_a_source_file_is_verified_when_it_is_read(large_path: Path) -> None:
    executed(large_path, "INSERT INTO originals VALUES (0, 0, x'41', 7)")
    with Workspace.open(large_path, "Bea") as workspace, pytest.raises(DamagedError, match="source file"):
        list(workspace.table.original_pieces())


@pytest.mark.parametrize(
    "change",
    [
        "note = CAST(note AS BLOB)",
        "tag = NULL",
        "sum = NULL",
        "note = note || char(0)",
        "confidence = confidence + 1e-9",
    ],
)
def test_a_changed_value_of_a_decision_is_a_fault(path: Path, change: str) -> None:
    executed(path, f"UPDATE decisions SET {change} WHERE id = 2")
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for _ in range(2):  # also while another query of the connection is open
            rows = connection.execute("SELECT id FROM decisions")
            rows.fetchone()
            assert len(faults(connection, ["decisions"])) == 1


def test_a_confidence_with_many_digits_is_sound(path: Path) -> None:
    """The program rounds confidences; another one may not."""
    forged(path, "decisions", "confidence = 0.1234567890123456789 WHERE id = 2")
    assert verify_file(path).faults == []


@pytest.mark.parametrize("tags", ['{"name": 1}', '{"name": "fish", "colour": []}', "7"])
def test_a_forged_tag_set_is_damage(path: Path, tags: str) -> None:
    forged(path, "meta", f"value = '[{tags}]' WHERE key = 'tags'")
    with pytest.raises(DamagedError, match="its metadata is invalid"):
        Workspace.open(path, "Bea")


def test_a_missing_checksum_hides_no_fault(path: Path) -> None:
    executed(path, "UPDATE digests SET digests = zeroblob(length(digests)), sum = NULL")
    with pytest.raises(DamagedError, match="the texts' digests"):
        Workspace.open(path, "Bea")


def test_the_last_bit_of_a_confidence_is_verified(path: Path) -> None:
    """SQLite writes 15 digits of it, as it does for the value that was stored."""
    ((confidence,),) = executed(path, "SELECT confidence FROM decisions WHERE record = 1")
    other = math.nextafter(confidence, 1)
    executed(path, "UPDATE decisions SET confidence = ? WHERE record = 1", other)
    assert [fault.table for fault in verify_file(path).faults] == ["decisions"]
