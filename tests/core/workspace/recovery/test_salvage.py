"""Salvage of workspaces with a flipped bit or a missing end, compared with the original row by row.

The log of decisions is beside each, and the source table of the larger ones still exists.

A case is determined by its size and its seed, which are in the test's name, so failures are reproducible.
"""

import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.table_file import TableFile
from mltag_desktop.core.workspace.recovery.salvage import SalvageResult, salvage
from mltag_desktop.core.workspace.storage.decision_log import decisions_path
from mltag_desktop.core.workspace.storage.row_checksums import FILLED, fill_sums, stretch_of
from mltag_desktop.core.workspace.storage.schema import DamagedError
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace
from tests.core.workspace.fixtures.make import make
from tests.core.workspace.helpers import (
    TAGS,
    LetterModel,
    executed,
)
from tests.core.workspace.recovery.test_damaged_files import damaged

SIZES = {"small": 0, "5 MB": 12_000, "50 MB": 120_000}
"""Number of records; the small workspace is that of the fixtures."""

Line = tuple[Any, ...]


class Content(NamedTuple):
    """The content of a workspace file."""

    raws: dict[int, bytes]
    steps: dict[int, Line]
    decisions: dict[int, Line]
    quarantined: Counter[Line]
    tags: Any


def content_of(path: Path) -> Content:
    """Read a closed workspace."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        raws: dict[int, bytes] = {}
        for first, ends, joined, row in connection.execute("SELECT first, ends, raws, row FROM blocks"):
            values = stretch_of((first, ends, joined)).values()
            raws.update(enumerate(values, row))
        query = "SELECT step, action, target, label, curator, time, before, after FROM steps"
        steps = {line[0]: line for line in connection.execute(query)}
        query = (
            "SELECT id, step, record, kind, tag, model_version, predicted_tag, confidence, note"
            " FROM decisions ORDER BY id"
        )
        decisions = {line[0]: line for line in connection.execute(query)}
        query = "SELECT edition, before, line, raw, reason FROM quarantined"
        (tags,) = connection.execute("SELECT value FROM meta WHERE key = 'tags'").fetchone()
        return Content(raws, steps, decisions, Counter(connection.execute(query)), tags)


def made(path: Path, records: int) -> None:
    """Write a workspace of about 400 bytes per record, with at most 3,000 decisions, each with a note."""
    if not records:
        make(path)
        return
    rng = random.Random(records)
    words = [f"{rng.choice('bfs')}{rng.randrange(10**6):06}" for _ in range(4_000)]
    lines = ["id,title,description,price"]
    for number in range(records):
        text = " ".join(rng.choices(words, k=17))
        lines.append(f"{number:07},{rng.choice(TAGS)} {number},{text},{rng.randrange(10**6)}")
    source = path.with_suffix(".csv")
    source.write_bytes(("\r\n".join([*lines, "broken,line"]) + "\r\n").encode())
    with Workspace.create(path, "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(source), ColumnMapping((1, 2), 0))
        model = LetterModel()
        for number, (rows, texts) in enumerate(workspace.pending_predictions.pending(model.version)):
            if number < 2:
                workspace.pending_predictions.put(rows, model.predict(texts))
        chosen = rng.sample(range(records), 1_000)
        for number, row in enumerate(chosen[:300]):
            workspace.decisions.decide([row], rng.choice(TAGS), f"note {number:05}")
        workspace.decisions.decide(chosen[300:], TAGS[0], "many at once")
        workspace.history.undo()
        workspace.decisions.decide(chosen[300:], TAGS[1], "many at once")
        workspace.decisions.mark(chosen[:5], DecisionKind.FLAG, "unclear")


class Original(NamedTuple):
    """An intact workspace."""

    path: Path
    bytes: bytes
    content: Content


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Original]]:
    """Intact workspaces by size, created on first use."""
    folder = tmp_path_factory.mktemp("originals")

    class Made(dict[str, Original]):
        def __missing__(self, size: str) -> Original:
            path = folder / f"{size.replace(' ', '')}.mltag"
            made(path, SIZES[size])
            self[size] = Original(path, path.read_bytes(), content_of(path))
            return self[size]

    yield Made()
    shutil.rmtree(folder)


@pytest.fixture
def path(originals: dict[str, Original], tmp_path: Path) -> Path:
    """A copy of the small workspace."""
    path = tmp_path / "w.mltag"
    path.write_bytes(originals["small"].bytes)
    return path


def saved_from(
    original: Original, content: bytes | bytearray, folder: Path, *, with_log: bool = True
) -> tuple[SalvageResult | None, Content | None]:
    """Salvage damaged content and check the invariants; None if nothing could be saved."""
    broken, target = folder / "broken.mltag", folder / "saved.mltag"
    broken.write_bytes(content)
    if with_log:
        shutil.copy(decisions_path(original.path), decisions_path(broken))
    target.unlink(missing_ok=True)
    try:
        saved = salvage(SILENT, broken, target)
    except MltagError:
        assert not target.exists()
        return None, None
    assert broken.read_bytes() == content
    was, now = original.content, content_of(target)
    lost = {row for first, last in saved.empty for row in range(first, last + 1)}
    assert len(now.raws) == saved.records == saved.whole + saved.lost
    assert {row for row, raw in now.raws.items() if not raw} == lost
    assert all(raw == was.raws.get(row) for row, raw in now.raws.items() if raw)
    fillers = {step: line for step, line in now.steps.items() if line[3] == FILLED}
    assert not fillers or "steps" in saved.damaged
    for step, line in now.steps.items():
        assert step in fillers or line == was.steps[step], "no step is made up"
    decided = Counter(line[1:] for line in now.decisions.values())
    assert not decided - Counter(line[1:] for line in was.decisions.values()), "no decision is made up"
    assert not now.quarantined - was.quarantined
    assert saved.rows["decisions"] == len(now.decisions)
    assert saved.rows["steps"] == len(now.steps) - len(fillers)
    assert now.raws == was.raws or "all records" not in saved.words
    with Workspace.open(target, "Bea") as workspace:
        workspace.verify()
        assert workspace.table.count == saved.records
        assert len(workspace.journal.entries()) >= len(now.decisions)
    if with_log:
        assert decided == Counter(line[1:] for line in was.decisions.values()), "no decision is lost"
        assert now.steps.keys() == was.steps.keys()
    return saved, now


def check_flip(original: Original, seed: int, folder: Path) -> None:
    """Flip one bit: no decision is lost, and no record that the source table has."""
    rng = random.Random(seed)
    content = bytearray(original.bytes)
    written = [0, 16, 40, 60] if seed % 50 == 0 else None
    place = rng.choice(written) if written else rng.randrange(len(content))
    while not written and not content[place] and seed % 4:
        place = rng.randrange(len(content))
    content[place] ^= 1 << rng.randrange(8)
    saved, now = saved_from(original, content, folder)
    was = original.content
    assert saved is not None, f"place {place}"
    assert now is not None
    assert saved.records == len(was.raws), f"place {place}"
    assert not saved.lost or not original.path.with_suffix(".csv").exists(), f"place {place}"
    assert now.tags == was.tags


def check_cut(original: Original, seed: int, folder: Path) -> None:
    """Truncate the file: no decision is lost, and no known record that the source table has.

    The source table is used if a record that is left shows that it is still the same.
    """
    rng = random.Random(seed)
    length = rng.randrange(len(original.bytes) // 20, len(original.bytes))
    saved, now = saved_from(original, original.bytes[:length], folder)
    assert saved is not None
    assert now is not None
    assert saved.missing_bytes == len(original.bytes) - length
    assert f"of at least {saved.records:,} records" in saved.words
    assert saved.records <= len(original.content.raws)
    is_source_known = original.path.with_suffix(".csv").exists() and "meta" not in saved.damaged
    assert not saved.lost or not saved.whole or not is_source_known, f"length {length}"


def test_predictions_tell_how_many_records_there_were(predicted: Workspace, tmp_path: Path) -> None:
    predicted.decisions.decide([0], "birds")
    predicted.close()
    with closing(sqlite3.connect(predicted.path, isolation_level=None)) as connection:
        for table in ("blocks", "texts", "digests"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("VACUUM")
    saved = salvage(SILENT, predicted.path, tmp_path / "saved.mltag")
    assert (saved.records, saved.lost) == (12, 12)


def cases(few: int, many: int) -> list[Any]:
    """Return sizes and seeds: some for each run, many for the slow one."""
    slow = [pytest.param(size, seed, marks=pytest.mark.slow) for size in SIZES for seed in range(few, many)]
    return [("small" if seed % 3 else "5 MB", seed) for seed in range(few)] + slow


@pytest.mark.parametrize(("size", "seed"), cases(16, 200))
def test_a_flipped_bit_loses_no_decision(
    originals: dict[str, Original], tmp_path: Path, size: str, seed: int
) -> None:
    check_flip(originals[size], seed, tmp_path)


@pytest.mark.parametrize(("size", "seed"), cases(6, 50))
def test_a_truncated_file_loses_no_decision(
    originals: dict[str, Original], tmp_path: Path, size: str, seed: int
) -> None:
    check_cut(originals[size], seed, tmp_path)


def test_salvage_reads_from_a_read_only_folder(originals: dict[str, Original], tmp_path: Path) -> None:
    folder = tmp_path / "read-only"
    folder.mkdir()
    (folder / "w.mltag").write_bytes(originals["small"].bytes)
    (folder / "w.mltag").chmod(0o444)
    folder.chmod(0o555)
    try:
        saved = salvage(SILENT, folder / "w.mltag", tmp_path / "saved.mltag")
        assert [path.name for path in folder.iterdir()] == ["w.mltag"]
    finally:
        folder.chmod(0o755)
    assert saved.is_complete
    assert content_of(saved.path) == originals["small"].content


def test_a_workspace_without_its_header_is_damaged_and_salvaged_completely(
    originals: dict[str, Original], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mltag"
    broken.write_bytes(b"x" * 100 + originals["small"].bytes[100:])
    with pytest.raises(DamagedError):
        Workspace.open(broken, "Ann")
    saved = salvage(SILENT, broken, tmp_path / "saved.mltag")
    assert saved.is_complete
    assert content_of(saved.path) == originals["small"].content


@pytest.mark.parametrize("length", [0, 50, 3_000])
def test_a_file_without_readable_content_is_an_error(
    originals: dict[str, Original], tmp_path: Path, length: int
) -> None:
    broken = tmp_path / "broken.mltag"
    broken.write_bytes(originals["small"].bytes[:length])
    with pytest.raises(MltagError) as told:
        salvage(SILENT, broken, tmp_path / "saved.mltag")
    assert str(broken) in told.value.message
    assert "saved.mltag" not in told.value.message
    assert [path.name for path in tmp_path.iterdir()] == ["broken.mltag"]


def test_a_source_that_is_not_a_file_is_an_error(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.mltag", "does not exist"), (tmp_path, "is a folder")):
        with pytest.raises(MltagError, match=words):
            salvage(SILENT, path, tmp_path / "saved.mltag")


RECURSION = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
HOSTILE = {
    "a view in place of a table": (f"DROP TABLE quarantined; CREATE VIEW quarantined AS {RECURSION};"),
    "a trigger": (
        "CREATE TRIGGER t AFTER INSERT ON decisions BEGIN"
        " INSERT INTO steps (step, action, label, curator, time)"
        f" SELECT i, i, i, i, i FROM ({RECURSION}); END;"
    ),
    "a check": (
        "PRAGMA writable_schema = ON;"
        " UPDATE sqlite_master SET sql = replace(sql, 'note TEXT NOT NULL',"
        " 'note TEXT NOT NULL CHECK (length(randomblob(1000000000)) > 0)') WHERE name = 'decisions';"
    ),
    "a schema that names itself": (
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 1 WHERE name = 'decisions';"
    ),
}


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE)
def test_a_malicious_schema_is_not_executed(
    path: Path, originals: dict[str, Original], tmp_path: Path, sql: str
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(sql)
    saved = salvage(SILENT, path, tmp_path / "saved.mltag")
    now = content_of(saved.path)
    assert (now.raws, now.decisions) == (
        originals["small"].content.raws,
        originals["small"].content.decisions,
    )


FAR = 2_000_000_000
LARGE_NUMBERS = (
    f"UPDATE decisions SET record = {FAR} WHERE id = 1",
    f"UPDATE decisions SET step = {FAR} WHERE id = 1",
    f"UPDATE steps SET step = {FAR} WHERE step = 2",
    f"UPDATE blocks SET row = {FAR} WHERE first = 0",
    f"UPDATE blocks SET first = {FAR} WHERE first = 0",
    f"UPDATE digests SET key = {FAR} WHERE key = 0",
)


@pytest.mark.parametrize("sql", LARGE_NUMBERS)
def test_a_forged_record_number_takes_no_memory(path: Path, tmp_path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        assert connection.execute(sql).rowcount == 1
        fill_sums(connection, ["decisions", "steps", "blocks", "digests"])
    saved = salvage(SILENT, path, tmp_path / "saved.mltag")
    assert saved.records < 100_000
    assert saved.path.stat().st_size < 10_000_000
    with Workspace.open(saved.path, "Bea") as workspace:
        workspace.verify()
        assert workspace.table.count == saved.records


def test_a_damaged_page_after_a_distant_row_ends(path: Path, tmp_path: Path) -> None:
    """The row numbers in between are not tried one after the other."""
    with closing(sqlite3.connect(path)) as connection, connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        for key, word in enumerate((b"near", b"gone", b"last"), 1 << 60):  # one row a page
            connection.execute("INSERT INTO texts VALUES (?, x'00', ?, 0)", (key, word * (size // 6)))
    content = bytearray(path.read_bytes())
    page = content.rindex(b"gone") // size * size
    content[page : page + size] = bytes(size)
    path.write_bytes(content)
    assert salvage(SILENT, path, tmp_path / "saved.mltag").records


@pytest.mark.parametrize("format_", [1, 2, 3])
def test_earlier_formats_are_salvaged_completely(tmp_path: Path, format_: int) -> None:
    path = Path(__file__).parents[1] / "fixtures" / f"v{format_}.mltag"
    saved = salvage(SILENT, path, tmp_path / "saved.mltag")
    assert saved.is_complete
    assert saved.damaged == ()
    with Workspace.open(saved.path, "Bea") as workspace:
        workspace.verify()
        assert workspace.table.count == saved.records == 44
        assert len(workspace.table.quarantined) == 1


def test_changes_in_the_log_of_a_killed_program_are_salvaged(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "killed.mltag"
    with Workspace.open(path, "Bea") as workspace:
        workspace.decisions.decide([7], "fish", "in the log")
        for ending in ("", "-wal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
    saved = salvage(SILENT, copy, tmp_path / "saved.mltag")
    assert saved.is_complete
    assert "in the log" in {line[-1] for line in content_of(saved.path).decisions.values()}


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose source changed twice, with removed, changed and new records."""
    folder = tmp_path_factory.mktemp("merged")
    source, path = folder / "t.csv", folder / "w.mltag"
    lines = [f"{number},bird {number}\n" for number in range(60)]
    source.write_text("id,title\n" + "".join(lines))
    with Workspace.create(path, "Ann", TAGS) as workspace:
        workspace.table.import_table(SILENT, TableFile(source), ColumnMapping((1,), 0, None, 0))
        workspace.decisions.decide(range(10), "birds")
        for change in (3, 4):
            lines = [
                line.replace("bird", "stone") if n % change == 0 else line for n, line in enumerate(lines)
            ]
            lines = [*lines[1:], f"{60 + change},fish {change}\n"]
            source.write_text("id,title\n" + "".join(lines))
            workspace.source_merge.merge(SILENT, workspace.source_merge.plan(SILENT, TableFile(source)))
    return path


def test_a_workspace_with_merges_is_salvaged_completely(merged: Path, tmp_path: Path) -> None:
    saved = salvage(SILENT, merged, tmp_path / "saved.mltag")
    with Workspace.open(merged, "Ann") as was, Workspace.open(saved.path, "Ann") as now:
        assert saved.is_complete
        assert saved.records == was.table.count
        assert now.table.records(range(now.table.count)) == was.table.records(range(was.table.count))
        assert now.journal.entries() == was.journal.entries()
        now.history.undo()
        was.history.undo()
        assert now.table.records(range(now.table.count)) == was.table.records(range(was.table.count))


@pytest.mark.parametrize("table", ["blocks", "editions", "meta", "steps"])
def test_a_lost_row_of_a_merge_leaves_a_workspace_that_opens(
    merged: Path, tmp_path: Path, table: str
) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.mltag"
        shutil.copy(merged, path)
        with closing(sqlite3.connect(path)) as connection, connection:
            keys = [key for (key,) in connection.execute(f"SELECT {KEYS[table]} FROM {table}")]
            query = f"UPDATE {table} SET sum = sum + 5 WHERE {KEYS[table]} = ?"
            assert connection.execute(query, (keys[number % len(keys)],)).rowcount == 1
        saved = salvage(SILENT, path, tmp_path / f"saved{number}.mltag")
        assert table in saved.damaged or saved.is_complete
        with Workspace.open(merged, "Ann") as was, Workspace.open(saved.path, "Ann") as now:
            now.verify()
            assert now.table.count == saved.records == was.table.count
            assert len(now.table.records(range(now.table.count))) == was.table.count


KEYS = {"blocks": "first", "editions": "edition", "meta": "key", "steps": "step"}


def test_lost_choices_are_restored_from_the_journal(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path, "Ann") as workspace:
        tag = workspace.tag_set.tags[0].name
        workspace.tag_set.set([*workspace.tag_set.tags, "trees"], several=True)
        tags = workspace.tag_set.tags
        workspace.thresholds.set(0.7, {tag: 0.9})
        limits = workspace.thresholds.below()
    executed(path, "DELETE FROM meta WHERE key IN ('tags', 'several_tags', 'review_below')")
    saved = salvage(SILENT, path, tmp_path / "saved.mltag")
    assert "meta" in saved.damaged
    with Workspace.open(saved.path, "Ann") as workspace:
        assert workspace.tag_set.several is True
        assert workspace.tag_set.tags == tags
        assert workspace.thresholds.below() == limits
        assert set(workspace.thresholds.content()) == {"default", "tags"}


@pytest.mark.parametrize("seed", range(16))
def test_damage_without_the_log_of_decisions_makes_up_nothing(
    originals: dict[str, Original], tmp_path: Path, seed: int
) -> None:
    saved_from(originals["small"], damaged(originals["small"].bytes, seed), tmp_path, with_log=False)


def test_records_and_decisions_come_back_from_the_newest_intact_backup(
    path: Path, originals: dict[str, Original], tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    with Workspace.open(path, "Ann") as workspace:
        first = workspace.backup(SILENT, backups, "asked")
        workspace.decisions.decide([7], "fish", "after the backup")
        second = workspace.backup(SILENT, backups, "asked")
    assert first is not None
    assert second is not None
    second.path.write_bytes(second.path.read_bytes()[:50_000])
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    saved = salvage(SILENT, path, tmp_path / "saved.mltag", backups)
    assert saved.backup == first.path
    assert first.path.name in saved.words
    assert saved.lost == 0
    now = content_of(saved.path)
    assert now.raws == originals["small"].content.raws
    assert [line[-1] for line in now.decisions.values()][-1] == "after the backup"
    with Workspace.open(saved.path, "Ann") as workspace:
        workspace.verify()
        assert workspace.models.active == "letters-2"


def test_the_backup_of_another_workspace_is_not_used(
    originals: dict[str, Original], predicted: Workspace, tmp_path: Path
) -> None:
    backups = tmp_path / "backups"
    path = predicted.path
    assert predicted.backup(SILENT, backups, "asked") is not None
    predicted.close()
    path.write_bytes(originals["small"].bytes[:100_000])
    assert salvage(SILENT, path, tmp_path / "saved.mltag", backups).backup is None
